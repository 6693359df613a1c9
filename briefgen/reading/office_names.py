"""Find persons whose names stand right behind an office with a field: "Minister of Trade, Industry, and Energy Ada Renn".

The model takes the last words of the field for the first of the name, or misses the name.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.marks import Sentence, Words

if TYPE_CHECKING:
    from spacy.tokens import Token

FARTHEST = 12
"""Tokens between an office and the end of its field."""
LONGEST_NAME = 6
"""Tokens of a person's name, hyphens included."""


def names_behind_fields(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give the first and last tokens of the persons who stand behind an office of several fields."""
    doc, end = sentence.words, sentence.span.end
    for head in range(sentence.span.start, end - 4):
        if doc.low[head + 1] not in ("of", "for") or not _heads_office(doc[head]):
            continue
        first = _behind_field(doc, head + 2, end)
        last = _name_end(doc, first, end) if first is not None else None
        if first is not None and last is not None:
            yield first, last


def _heads_office(token: Token) -> bool:
    return token.text[:1].isupper() and token.lower_ in words("titles", "heads")


def _behind_field(doc: Words, index: int, end: int) -> int | None:
    """Give the token behind a list of fields in capitals that "and" closes, None where there is no such list."""
    joint, place = None, index
    while place < min(end, index + FARTHEST):
        token = doc[place]
        if token.lower_ in ("and", "&"):
            joint = place
        elif token.lower_ in ("of", "for") and joint is None:
            pass  # "Secretary of State for Food and Rural Affairs"
        elif not (token.text in (",", "the") or (token.text[:1].isupper() and token.is_alpha)) or (
            joint is not None and token.text == ","
        ):
            return None
        elif joint is not None and place > joint + 1 and token.lower_ not in words("titles", "inside"):
            return place if doc.low[place - 1] in words("titles", "inside") else None
        place += 1
    return None


def _name_end(doc: Words, first: int, end: int) -> int | None:
    """Give the last token of a person's name of two words or more, None where another thing stands there."""
    last = first
    while last + 1 < min(end, first + LONGEST_NAME):
        step = 1 + (doc.forms[last + 1] == "-" and not doc[last + 1].whitespace_)
        if last + step >= end or not _is_name_word(doc[last + step], hyphened=step > 1):
            break
        last += step
    return last if last > first and _is_name_word(doc[first], hyphened=False) else None


def _is_name_word(token: Token, *, hyphened: bool) -> bool:
    low = token.lower_
    common = low in words("titles", "heads", "inside", "times") or low in words("bodies", "nouns")
    return token.is_alpha and (hyphened or (token.is_title and not common and fold(token.text) not in gazetteer()))
