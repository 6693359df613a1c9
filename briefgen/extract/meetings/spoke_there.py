"""Read meetings told by what was said there: "In Riga on Monday, Renn told her colleague, Toma Vell, that ..."."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from briefgen.extract.meetings.hangs import ASIDES
from briefgen.extract.meetings.journeys import in_person, official
from briefgen.extract.meetings.owners import phrase_start
from briefgen.extract.meetings.parties import Party, People
from briefgen.extract.meetings.sides import Sides, behind, passive, subject_parties
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

TOOK = frozenset({"took", "takes"})
HANDED = frozenset(
    """credentials credence accreditation letter letters message note memorandum demarche démarche petition proposal protest
list plan demands report gift copy copies""".split()
)
"""What is brought to somebody: "presented her credentials to the king", "handed a note to the minister"."""


@cache
def opening() -> frozenset[str]:
    """Give the verbs by which one tells another something, or takes it up with him."""
    return frozenset(verb_forms("meeting", "face_to_face")) | TOOK


def handed(line: Line, i: int, people: People) -> list[Sides]:
    """Read "presented her credentials to the king", "handed the envoy a note": what one brings to another in person."""
    if line.pos(i) != "VERB" or i in line.inside or passive(line, i) or (line.low(i - 1) == "to" and not line.times):
        return []
    end = clause_end(line, i)
    given = next((k for k in range(i + 1, min(end, i + 12)) if line.low(k) in HANDED and k not in line.inside), None)
    if given is None:
        return []
    met = people.parties(line, behind(line, given, end, objects=False, prepositions=("to",)))
    met = met or people.parties(line, read_items(line, i + 1, phrase_start(line, given))[0])
    first = subject_parties(line, i, people)
    if not first or not met or not all(in_person(people, p) for p in (*first, *met)):
        return []
    if not official(people, first) or not official(people, met):
        return []
    return [Sides(at=i, kind="meet", first=first, second=met, span=(line.start, end))]


def spoke_there(line: Line, i: int, people: People) -> list[Sides]:
    """Read what one named office holder told another, where the sentence opens with the place and day they were at."""
    told, took = line.low(i) in verb_forms("meeting", "face_to_face"), line.low(i) in TOOK
    if not (told or took) or line.doc[i].pos_ != "VERB" or not line.finite(i):
        return []
    end = clause_end(line, i)
    if not _opens_there(line, i) and not (told and _placed_behind(line, read_items(line, i + 1, end)[0])):
        return []
    if told:
        addressed = people.parties(line, read_items(line, i + 1, end)[0][:1])
    elif any(line.low(k) == "up" for k in range(i + 1, min(end, i + 6))):
        addressed = people.parties(line, behind(line, i, end, objects=False, prepositions=("with",)))
    else:
        return []
    first = subject_parties(line, i, people)
    if not _persons(people, first) or not _persons(people, addressed):
        return []
    return [Sides(at=i, kind="meet", first=first, second=addressed, span=(line.start, end))]


def _placed_behind(line: Line, items: Sequence[Item]) -> bool:
    """Tell "told the bishop in Riga on Monday that", said where both were, from "told the bishop that"."""
    k = items[-1].last + 1 if items else line.stop
    place = line.mention_at(k + 1) if line.low(k) in ("in", "at") else None
    if place is None or place[1].kind != "place":
        return False
    return place[0] + 1 in line.times or place[0] + 2 in line.times


def _persons(people: People, parties: list[Party]) -> bool:
    named = [p for p in parties if people.kind(p.key) == "person"]
    return bool(named) and len(named) == len(parties) and all(official(people, [p]) for p in named)


def _opens_there(line: Line, i: int) -> bool:
    """Tell "In Riga on Monday,", "On the fringes of a fair," from "In Riga, ministers ..."."""
    comma = next((k for k in range(line.begin + 1, min(i, line.begin + 14)) if line.low(k) == ","), None)
    if comma is None:
        return False
    lead = range(line.begin, comma)
    if any(line.low(k) in ASIDES for k in lead):
        return True
    place = line.mention_at(line.begin + 1)
    placed = line.low(line.begin) in ("in", "at") and place is not None and place[1].kind == "place"
    return placed and any(k in line.times for k in lead)
