"""Tell a noun of meeting, by its word and by the words around it, from other words and from gatherings of no parties."""

from __future__ import annotations

from functools import cache

from briefgen.extract.meetings.owners import phrase_start
from briefgen.extract.meetings.series import ANOTHER, SERIES
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

SITTINGS = frozenset({"session", "plenary", "sitting"})
HYPHENED = frozenset({"get-together", "sit-down", "to-heart", "on-one", "pow-wow"})
"""Ends of "a get-together", "a sit-down", "a heart-to-heart", "a one-on-one"."""


@cache
def opening() -> frozenset[str]:
    """Give the words at which a meeting may be told by a noun."""
    nouns = words("meeting", "nouns")
    several = {noun + ending for noun in nouns for ending in ("s", "es")}
    return nouns | several | {word.rpartition("-")[2] for word in HYPHENED} | {"table"}


def event_word(line: Line, i: int) -> str | None:
    """Give the lemma of a noun of meeting, None for other words and for gatherings that are no meetings of parties."""
    low, token = line.low(i), line.doc[i]
    if line.low(i - 1) == "-" and "-".join((line.low(i - 2), low)) in HYPHENED and line.pos(i + 1) != "NOUN":
        return "meeting"
    mistaken = token.tag_ == "VBZ" and low.endswith("tions")
    if not (token.pos_ in ("NOUN", "PROPN") or mistaken) or _one_of_many(line, i):
        return None
    if low == "table" and line.low(i - 1) == "round":
        return "roundtable"
    lemma = low if low in words("meeting", "nouns") else token.lemma_.casefold()
    if lemma == "conference" and line.low(i + 1) == "of" and token.text[:1].isupper() and i > line.start:
        return None  # "the Bishops' Conference of Norland"
    if lemma not in words("meeting", "nouns") or (i in line.inside and line.inside[i].form == "name"):
        return None
    modifiers = {line.low(k) for k in range(max(line.start, i - 3), i)} | {
        line.low(k) for k in range(i + 1, min(line.stop, i + 4)) if line.low(i + 1) == "of"
    }
    following = (
        i + 1 < line.stop
        and line.pos(i + 1) == "NOUN"
        and line.tag(i + 1) in ("NN", "NNS")
        and i + 1 not in line.times
        and line.low(i + 1) not in words("meeting", "nouns")
        and line.low(i + 1) not in verb_forms("meeting", "resumed")
        and line.low(i + 1) not in verb_forms("meeting", "planned")
    )
    measure = lemma == "round" and line.low(i + 1) == "of" and line.low(i + 2) in words("meeting", "nouns")
    aside = any(line.low(k) in ("sidelines", "margins", "fringes", "eve") for k in range(max(line.start, i - 5), i))
    other = modifiers & words("meeting", "other")
    if lemma in SERIES | SITTINGS:
        other -= {"annual", "extraordinary"}  # "the annual summit of the council"
    return None if other or following or aside or measure else lemma


def _one_of_many(line: Line, i: int) -> bool:
    """Tell "met in Oslo, the latest of several talks", which says again what was told."""
    k = phrase_start(line, i)
    while k > line.start + 2 and line.low(k - 1) in ("of", "a", "series", "string", "several", "many"):
        k -= 1
    counted = line.low(k - 1) in ANOTHER or line.low(k - 1) in ("first", "last", "latest", "one")
    return (
        counted
        and line.low(k) == "of"
        and line.low(k - 2) in ("the", ",")
        and "," in (line.low(k - 2), line.low(k - 3))
    )
