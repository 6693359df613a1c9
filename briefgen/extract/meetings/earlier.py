"""Lean a telling on the ones before it: "the talks" told of before, "the next meeting", "during the visit"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefgen.dates import overlap, sharper
from briefgen.extract.meetings.parties import People
from briefgen.extract.meetings.sides import Sides
from briefgen.extract.meetings.told import Told
from briefgen.extract.meetings.when import date_of
from briefgen.extract.meetings.where import place_of
from briefgen.knowledge.world import gazetteer, place_within
from briefgen.model import UNDATED, MeetingStatus, When
from briefgen.names import fold
from briefgen.reading.line import Line
from briefgen.reading.marks import Reading
from briefgen.reading.verbforms import verb_forms


def those_before(people: People, before: Told, hosts: list[str], named: list[str]) -> tuple[list[str], list[str]]:
    """Give who meets again: the body that met, else all who did, and who is told to be the host."""
    entity = people.reading.entity(before.parties[0]) if before.parties else None
    body = entity is not None and entity.kind == "organization" and len(before.parties) > 2
    parties = before.parties[:1] if body else before.parties
    words_ = before.named[:1] if body else before.named
    return list(dict.fromkeys((*parties, *hosts))), list(dict.fromkeys((*words_, *named)))


def session_before(last: list[Told], near: list[Told]) -> Told | None:
    """Give the meeting that "the next meeting", "on the margins of the meeting" mean: a session, else the last that was no call.

    What was called off comes last: "the next round" follows one that was held.
    """
    session = next((t for t in reversed(last) if t.session and not t.again), None)
    seen = [t for t in reversed(near) if not t.call and (t.parties or t.when.placed)]
    return session or next((t for t in seen if t.status != "cancelled"), seen[0] if seen else None)


def whose_day(
    line: Line, sides: Sides, status: MeetingStatus, parties: Sequence[str], last: Sequence[Told]
) -> str | None:
    """Give who "talks with the mayor, due on Friday," are to be with: who is in most meetings told so far.

    So with "a visit to Oslo was scrapped".
    """
    if sides.first or any(line.finite(k) for k in range(line.start, sides.at)):
        return None
    met = sides.kind == "noun" and line.low(sides.at + 1) == "with" and len(parties) == 1
    met = met and (status != "held" or timed(line))
    gone = sides.kind == "visited" and line.low(sides.at + 1) == "to" and len(parties) < 2 and status != "held"
    told = Counter(party for t in last for party in t.parties)
    if not (met or gone) or not told:
        return None
    host = max(told, key=lambda party: told[party])
    return host if host not in parties else None


def meant(sides: Sides, before: Told) -> bool:
    """Tell "the visit" from "the talks": each means one of its kind."""
    return sides.kind != "visited" or before.journey


def over(status: MeetingStatus, before: Told) -> bool:
    """Tell "that trip was scrapped" of one that was still to come."""
    return status == "cancelled" and before.status in ("planned", "proposed")


def joins(line: Line, sides: Sides, parties: list[str], before: Told) -> bool:
    """Tell "Renn will attend the summit", told of before, from a summit told for the first time."""
    if sides.kind in ("brief", "speak") and not sides.second and not timed(line):
        also = line.low(sides.at - 1) == "also"  # "they also spoke about": when they met
        return also or set(parties) <= set(before.parties)
    if sides.kind == "brief" and not timed(line):
        return set(parties) <= set(before.parties)  # what one told the other when they met
    if sides.joined:
        return not timed(line)
    attends = sides.verb is not None and any(
        line.low(sides.verb) in verb_forms("meeting", kind) for kind in ("attend", "lead")
    )
    return attends and sides.definite and not sides.second and not timed(line)


def again(
    line: Line, before: Told, reading: Reading, sides: Sides, parties: list[str], named: list[str]
) -> Told | None:
    """Add to the meeting told before what "the talks" are said to have had: others who came, a date, a place."""
    when = date_of(reading, line, sides.at, (sides.at, sides.span[1]), None, strict=True)
    place = place_of(reading, line, sides.at, sides.span, parties, None)
    if yet_to_come(line, before, when):
        when = UNDATED
    told_when = when if when.placed and (not before.when.placed or _narrows(when, before.when)) else before.when
    if not parties and told_when == before.when:
        return None
    return replace(
        before,
        parties=tuple(dict.fromkeys((*before.parties, *parties))),
        named=tuple(dict.fromkeys((*before.named, *named))),
        when=told_when,
        place=before.place or place,
        passages=((line.sentence.start, line.sentence.end),),
        again=True,
    )


def _narrows(when: When, before: When) -> bool:
    """Tell "the talks, on 2 March," of those told "last week"."""
    return overlap(when, before) and sharper(before, when) == when


def yet_to_come(line: Line, told: Told, when: When) -> bool:
    """Tell a day after the news, on which nothing was held: it is of something else."""
    published = line.reading.document.source.published
    ahead_of_it = published is not None and when.placed and when.start is not None and when.start > published
    return told.status == "held" and ahead_of_it


def timed(line: Line) -> bool:
    """Tell whether a sentence gives a day or time of its own, even one that cannot be placed for want of a date ("on Friday")."""
    times = line.reading.times_in(line.sentence.start, line.sentence.end)
    return any(
        t.when is not None or any(w[:1].isupper() for w in line.reading.text[t.start : t.end].split()) for t in times
    )


PROGRAMME = 4
"""Sentences behind a visit announced that may tell whom the visitor will meet on it."""
VISITING = frozenset("visit trip tour stay journey travels".split())


def framed(line: Line, journeys: list[Told], parties: list[str], place: str | None) -> Told | None:
    """Give the journey that a meeting without a date belongs to: "while in Riga", "during the trip, she met", "in Riga, she will meet"."""
    low = [line.low(k) for k in range(line.start, min(line.stop, line.start + 6))]
    visiting = low[:1] in (["during"], ["on"]) and bool(set(low) & VISITING)
    there = low[:2] == ["while", "in"] or low[:1] in (["in"], ["there"])
    for told in reversed(journeys):
        apart = line.sentence.index - told.sentence
        if told.when.start is None or apart <= 0 or not (visiting or set(told.parties) & set(parties)):
            continue
        same = place is not None and told.place is not None and (place == told.place or place_within(place, told.place))
        ahead = told.status == "planned" and (there or (apart <= PROGRAMME and not timed(line)))
        ahead = ahead and not _elsewhere(line, told, place)
        if visiting or low[:2] == ["while", "in"] or (there and same) or ahead:
            return told
    return None


def _elsewhere(line: Line, journey: Told, place: str | None) -> bool:
    """Tell a place that is known to lie outside the state visited, and is no stop of the journey: "In Oslo, she will meet"."""
    known, visited = gazetteer().get(fold(place or "")), gazetteer().get(fold(journey.place or ""))
    if (
        place is None
        or known is None
        or visited is None
        or any(place in line.reading.text[a:b] for a, b in journey.passages)
    ):
        return False
    return (known.state or known.name) != (visited.state or visited.name)
