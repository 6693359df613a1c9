"""Join a visit with the talks that its sentence tells: "visited Oslo on Monday and held talks with President Vell"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.dates import sharper
from briefgen.extract.meetings.parties import People
from briefgen.extract.meetings.told import Told
from briefgen.names import fold


def with_their_talks(tellings: Sequence[Told], people: People) -> list[Told]:
    """Give the tellings of one sentence with its visit and the talks held on it as one; whom one talked to stands for a state."""
    journeys = [told for told in tellings if told.journey]
    if len(journeys) != 1:
        return list(tellings)
    visit = journeys[0]
    talks = [told for told in tellings if told is not visit and _held_on(visit, told, people)]
    if talks and tellings.index(talks[0]) < tellings.index(visit):
        others = [p for p in visit.parties if people.kind(p) == "person" and p not in talks[0].parties]
        talks = [] if others else talks  # "met Renn, who is in Oslo at the invitation of Vell": Vell did not meet them
    if len(talks) != 1:
        return list(tellings)
    whole = _whole(visit, talks[0], people)
    return [whole if told is visit else told for told in tellings if told is not talks[0]]


def _held_on(visit: Told, told: Told, people: People) -> bool:
    """Tell talks on the visit from those elsewhere, on another day or of others."""
    placed = told.place is None or visit.place is None or fold(told.place) == fold(visit.place)
    dated = told.when == visit.when or told.when.start is None or visit.when.start is None
    met = [p for p in told.parties if p not in visit.parties]
    shared = bool(set(visit.parties) & set(told.parties)) and any(people.kind(p) == "person" for p in met)
    return told.status == visit.status and not (told.again or told.resumed) and placed and dated and shared


def _whole(visit: Told, talks: Told, people: People) -> Told:
    left = [p for p in visit.parties if people.kind(p) == "state" and p not in talks.parties]
    names = {people.name(p) for p in left}
    return replace(
        visit,
        parties=tuple(dict.fromkeys(p for p in (*visit.parties, *talks.parties) if p not in left)),
        named=tuple(dict.fromkeys(n for n in (*visit.named, *talks.named) if n not in names)),
        when=sharper(visit.when, talks.when),
        place=visit.place or talks.place,
        purpose=talks.purpose or visit.purpose,
        outcome=talks.outcome or visit.outcome,
    )
