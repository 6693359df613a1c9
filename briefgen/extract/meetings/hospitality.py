"""Read meetings told by time and food that one gives another: "gave Y an hour", "took Y to dinner", "had Y in", "was the guest of Y"."""

from __future__ import annotations

from functools import cache

from briefgen.extract.meetings.company import addressed, bidden, in_presence
from briefgen.extract.meetings.joint import several_homes
from briefgen.extract.meetings.journeys import in_person, official
from briefgen.extract.meetings.parties import Party, People
from briefgen.extract.meetings.sides import BE, Sides, passive, subject_parties
from briefgen.knowledge.world import words
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

KINDS = ("give", "treat", "retain")
ROUND = frozenset("to round around through over across into past along for aside".split())

FARTHEST = 24
"""Words between a verb and "in person"."""


@cache
def opening() -> frozenset[str]:
    """Give the verbs of what one does for a guest, and the guest."""
    return frozenset(form for kind in KINDS for form in verb_forms("meeting", kind)) | {"guest", "guests"}


def hospitality(line: Line, i: int, people: People) -> list[Sides]:
    """Read what one does for a guest, from its verb (or from "guest") on."""
    low = line.low(i)
    if low in ("guest", "guests") and line.low(i + 1) == "of":
        return _guest_of(line, i, people)
    kinds = [kind for kind in KINDS if low in verb_forms("meeting", kind)]
    if not kinds or line.pos(i) not in ("VERB", "AUX") or i in line.inside:
        return []
    end = clause_end(line, i)
    if passive(line, i):
        return _given_by(line, i, people, end)
    if "give" in kinds and (found := _time_for(line, i, people, end)):
        return found
    time = _time_given(line, i, end) if "give" in kinds else None
    items = read_items(line, i + 1, time or end)[0]
    if not items:
        return []
    k = items[-1].head + 1
    given = time is not None or ("treat" in kinds and _out(line, k, end)) or ("retain" in kinds and _in(line, k, end))
    met = people.parties(line, items) if given else []
    if not met or not all(in_person(people, p) for p in met):
        return []
    return _told(line, i, subject_parties(line, i, people), met, people, end)


def to_their_face(line: Line, k: int, people: People) -> list[Sides]:
    """Read "thanked Y in person", "scolded Y over lunch", from the words on that say that both were there."""
    if not in_presence(line, k):
        return []
    for i in range(k - 1, max(line.start - 1, k - FARTHEST), -1):
        if line.low(i) in verb_forms("meeting", "from_afar"):
            return []  # "wrote to the envoy in private"
        if line.pos(i) == "VERB" and i not in line.inside and line.low(i) not in BE:
            end = clause_end(line, i)
            met = addressed(line, i, k, people) or _to_behind(line, k, end, people)
            alone = [] if met else subject_parties(line, i, people)
            if alone and several_homes(line, people, alone) and official(people, alone) and k < end:
                return [Sides(at=i, kind="meet", first=alone, second=[], span=(line.start, end), plural=True)]
            if met:
                return _told(line, i, subject_parties(line, i, people), met, people, end) if k < end else []
        if bidden(line, i):
            return []
    return []


def _to_behind(line: Line, k: int, end: int, people: People) -> list[Party]:
    """Give whom "apologised in person to the envoy" means."""
    met = people.parties(line, read_items(line, k + 2, end)[0]) if line.low(k + 1) == "to" else []
    return met if all(in_person(people, p) for p in met) else []


def _told(line: Line, i: int, first: list[Party], second: list[Party], people: People, end: int) -> list[Sides]:
    first = [p for p in first if p not in second]
    good = bool(first and second) and official(people, [*first, *second])
    good = good and all(in_person(people, p) or people.kind(p.key) in ("organization", "state") for p in first)
    return [Sides(at=i, kind="meet", first=first, second=second, span=(line.start, end))] if good else []


def _guest_of(line: Line, i: int, people: People) -> list[Sides]:
    """Read "was the guest of Y": who was is the subject of the being before it."""
    being = next((k for k in range(i - 1, max(line.start, i - 6), -1) if line.low(k) in BE), None)
    if being is None:
        return []
    hosts, guests = people.parties(line, read_items(line, i + 2)[0]), subject_parties(line, being, people)
    several = len(guests) > 1 and all(in_person(people, p) for p in guests)  # who are guests of a state meet there
    if not several and not any(in_person(people, p) for p in hosts):
        return []
    return _told(line, being, guests, hosts, people, clause_end(line, i))


def _given_by(line: Line, i: int, people: People, end: int) -> list[Sides]:
    """Read "was served tea by Y", "was taken round the port by Y"."""
    by = next((k for k in range(i + 1, end) if line.low(k) == "by" and k + 1 not in line.times), None)
    if by is None:
        return []
    given = range(i + 1, by)
    shared = any(line.low(k) in words("meeting", "given") for k in given) or _out(line, i + 1, by)
    shown = line.low(i) in ("shown", "walked", "driven") and not _spoilt(line, i, by)
    if not (shared or shown):
        return []
    hosts = [p for p in people.parties(line, read_items(line, by + 1)[0]) if in_person(people, p)]
    return _told(line, i, subject_parties(line, i, people), hosts, people, end)


def _time_for(line: Line, i: int, people: People, end: int) -> list[Sides]:
    """Read "found ten minutes for Y", "cleared Wednesday for Y", "granted an audience to Y"."""
    k = next((k for k in range(i + 1, min(end, i + 8)) if line.low(k) in ("for", "to")), None)
    if k is None or not any(n in line.times or line.low(n) in words("meeting", "given") for n in range(i + 1, k)):
        return []
    items: list[Item] = read_items(line, k + 1, end)[0]
    met = people.parties(line, items)
    if not met or not all(in_person(people, p) for p in met):
        return []
    return _told(line, i, subject_parties(line, i, people), met, people, end)


def _time_given(line: Line, i: int, end: int) -> int | None:
    """Give where "an hour" begins in "gave the envoy an hour at the villa"; "an hour to leave" was no gift."""
    for n in range(i + 2, min(end, i + 12)):
        if line.low(n) in words("meeting", "given") and n not in line.inside:
            start = n
            while line.pos(start - 1) in ("NUM", "DET", "ADJ") and start - 1 > i + 1:
                start -= 1
            return None if line.low(n + 1) == "to" or start == i + 1 else start
        if line.finite(n) or line.pos(n) == "PUNCT" or (line.low(n) not in ("of", "from") and line.pos(n) == "ADP"):
            return None
    return None


def _out(line: Line, k: int, end: int) -> bool:
    """Tell "to the opera", "round the dam", from "to court", "to task"."""
    while k < end and (k in line.times or line.pos(k) == "ADV" or line.low(k) == "on"):
        k += 1
    return k < end and line.low(k) in ROUND and not _spoilt(line, k, end)


def _spoilt(line: Line, k: int, end: int) -> bool:
    return any(line.low(n) in words("meeting", "not_treated") for n in range(k, min(end, k + 7)))


def _in(line: Line, k: int, end: int) -> bool:
    """Tell "had Y in on Friday", "kept Y for tea"."""
    low = line.low(k)
    if low == "back":
        k, low = k + 1, line.low(k + 1)
    if low in ("in", "round", "over", "up"):
        return k + 1 in line.times or line.low(k + 1) in (
            "on",
            "for",
            "to",
            "this",
            "last",
            ",",
            ".",
            "yesterday",
            "again",
        )
    return low in ("for", "to", "at") and any(
        line.low(n) in words("meeting", "meals") for n in range(k + 1, min(end, k + 5))
    )
