"""Names as strings: normal forms and ids, with no knowledge of any person, place or body."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

COMMON = frozenset(
    """national federal central general supreme international united regional foreign public special security political
military northern southern eastern western islamic popular people peoples revolutionary democratic socialist liberal
islamist republican christian muslim american european african russian german british french chinese standing social
defense defence justice interior finance parliamentary presidential ministerial economic maritime strategic critical
digital harbour energy health sahara pacific atlantic baltic nordic arctic""".split()
)
"""Words that open the names of many bodies, so that none is called by one of them alone."""

PARTICLES = frozenset(
    "al el de van von bin ibn abu ag der la du di da ben aba ul - y e ould den ter al- bint binti ole arap dos das della".split()
)
"""Words inside a person's name that need no capital and tell nobody apart."""

JUNIOR = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What tells a person from a namesake, behind the name."""


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


def namesake(name: str) -> str | None:
    """Give what tells a person from a namesake, None where nothing does.

    >>> namesake("Adam R. Renn, Jr."), namesake("Adam Renn")
    ('jr', None)
    """
    last = fold(name).rpartition(" ")[2]
    return last if last in JUNIOR else None


def short_forms(name: str) -> list[str]:
    """Give the folded short forms that a body's long name lets expect: without its purpose, and its one telling word.

    >>> short_forms("Harbour Institute for Digital Policy"), short_forms("Korvane Semiconductor Trading")
    (['harbour institute'], ['korvane'])
    >>> short_forms("Ministry of Defence"), short_forms("National Water Agency")
    ([], [])
    """
    words = fold(name).split()
    purpose = next((place for place, word in enumerate(words) if word in ("for", "of", "on")), len(words))
    if 1 < purpose < len(words):
        return [" ".join(words[:purpose])]
    coined = purpose == len(words) > 1 and len(words[0]) > 5 and words[0] not in COMMON and not words[0].endswith("an")
    return [words[0]] if coined else []


def initials_of(name: str) -> set[str]:
    """Give the initials a body may be called by: of its words with a capital, or of all in their own case.

    >>> sorted(initials_of("Movimento do Cais")), sorted(initials_of("Union of Reed Growers"))
    (['MC', 'MdC'], ['URG', 'UoRG'])
    """
    capitals = "".join(word[0] for word in re.findall(r"[^\W\d_a-zß-ÿ][\w’'-]*", name))
    return {capitals, "".join(word[0] for word in name.split() if word[0].isalpha())}


def slug(text: str, longest: int = 60) -> str:
    """Give an id made from words: lower case, hyphens, letters and digits of any script.

    >>> slug("Moussa Abu Marzouk")
    'moussa-abu-marzouk'
    """
    return re.sub(r"[^\w]+|_+", "-", fold(text)).strip("-")[:longest].strip("-") or "unnamed"
