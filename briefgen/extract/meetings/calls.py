"""Read calls told by what one takes or has: "took a call from Y", "had Y on the line"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefgen.extract.meetings.described import offices
from briefgen.extract.meetings.journeys import official, person_like
from briefgen.extract.meetings.parties import Party, People
from briefgen.extract.meetings.sides import Sides, behind, subject_parties
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

WIRES = frozenset({"line", "phone", "telephone", "wire"})
HAD = frozenset({"had", "has", "have"})


@cache
def opening() -> frozenset[str]:
    """Give the verbs of what one takes and has."""
    return frozenset(verb_forms("meeting", "take_call")) | HAD


def calls(line: Line, i: int, people: People) -> list[Sides]:
    """Read "took a call from Y", "had Y on the line"."""
    if line.low(i) in HAD:
        return _on_the_line(line, i, people)
    return _taken(line, i, people) if line.pos(i) == "VERB" else []


def _object(line: Line, i: int, end: int, nouns: frozenset[str]) -> int | None:
    """Give the noun that a verb gives or takes, up to which no other verb and no preposition but "to" stands."""
    for k in range(i + 1, min(end, i + 16)):
        if line.low(k) in nouns and line.pos(k) in ("NOUN", "PROPN") and line.pos(k + 1) != "NOUN":
            return k
        if line.finite(k):
            return None
    return None


def _taken(line: Line, i: int, people: People) -> list[Sides]:
    end = clause_end(line, i)
    call = _object(line, i, min(end, i + 6), frozenset({"call", "calls"}))
    if call is None:
        return []
    first = subject_parties(line, i, people)
    second = people.parties(line, behind(line, call, end, objects=False, prepositions=("from",)))
    if not (_able(line, people, first) and _able(line, people, second)) or not official(people, [*first, *second]):
        return []
    own = frozenset({call})
    return [Sides(at=i, kind="phone", first=first, second=second, span=(line.start, end), words=own)]


def _on_the_line(line: Line, i: int, people: People) -> list[Sides]:
    end = clause_end(line, i)
    wire = next((k for k in range(i + 1, min(end, i + 16)) if line.low(k) in WIRES and line.low(k - 1) == "the"), None)
    if wire is None or line.low(wire - 2) not in ("on", "over"):
        return []
    first = subject_parties(line, i, people)
    items = read_items(line, i + 1, wire - 2)[0] or read_items(line, wire + 1, end)[0]
    second = people.parties(line, items)
    if not (_able(line, people, first) and _able(line, people, second)) or not official(people, [*first, *second]):
        return []
    return [Sides(at=i, kind="phone", first=first, second=second, span=(line.start, end))]


def _able(line: Line, people: People, parties: Sequence[Party]) -> bool:
    said = {w for p in parties for w in p.words.casefold().split()}
    return any(person_like(line, people, p) for p in parties) or bool(said & offices())
