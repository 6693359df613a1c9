"""Find bodies and firms whose names open with a word of another language: "Fundación Tres Ríos", "Red de Pescadores del Sur"."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.knowledge.world import words
from briefgen.reading.marks import Sentence, Words

LINKS = frozenset(
    "de del la las los el le les por para pour per y e et da do das dos des du di della delle degli d' l' the".split()
)
"""Articles and prepositions inside such a name, of Spanish, Portuguese, French and Italian."""
OF = frozenset("de del des du di da do dos das della delle degli d'".split())
LONGEST = 10


def foreign_names(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give the first and last tokens of the names that open with a foreign word for a body."""
    doc, end = sentence.words, sentence.span.end
    for first in range(sentence.span.start, end - 1):
        low = doc.low[first]
        if not doc[first].is_title or low not in words("bodies", "openers", "openers_with_of"):
            continue
        if low in words("bodies", "openers_with_of") and doc.low[first + 1] not in OF:
            continue
        last = _last(doc, first, end)
        if last > first:
            yield first, last


def _last(doc: Words, first: int, end: int) -> int:
    """Give the last capitalised token of a run of capitals and links."""
    last = first
    for index in range(first + 1, min(end, first + LONGEST)):
        if doc.forms[index][:1].isupper() and doc.forms[index][-1:].isalnum():
            last = index
        elif doc.low[index] not in LINKS:
            break
    return last
