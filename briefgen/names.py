"""Names as strings: normal forms and ids, with no knowledge of any person, place or body."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=1 << 15)
def fold(name: str) -> str:
    """Give a name's form for comparing: no case, accents, possessive, article or punctuation.

    >>> fold("The Kremlin’s")
    'kremlin'
    >>> fold("Recep Tayyip Erdoğan")
    'recep tayyip erdogan'
    """
    text = unicodedata.normalize("NFKD", name).casefold().replace("ı", "i")
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"[’‘'`]s\b", "", text)
    text = re.sub(r"[^\w\s]", " ", text)
    return re.sub(r"^the ", "", re.sub(r"\s+", " ", text).strip())


def slug(text: str, longest: int = 60) -> str:
    """Give an id made from words: lower case, hyphens, letters and digits of any script.

    >>> slug("Moussa Abu Marzouk")
    'moussa-abu-marzouk'
    """
    return re.sub(r"[^\w]+|_+", "-", fold(text)).strip("-")[:longest].strip("-") or "unnamed"
