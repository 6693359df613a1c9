"""Merge meetings: one entry for one real meeting, told by several documents with more and less detail.

Pairs that share a party are candidates; named tests give a verdict with its reason, and a `different` verdict between
two tellings keeps their whole groups apart. The single tellings stay in `reports`, so no disagreement is lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefgen.dates import overlap, sharper
from briefgen.model import UNDATED, Actor, Evidence, Meeting, When
from briefgen.names import fold, slug

NEAR = 1
"""Days that two reports of one meeting may lie apart: time zones and the day of a despatch."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a test found of two tellings."""

    verdict: Literal["same", "different"]
    reason: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings; for each, the parties with the bodies and states they stand for, and those of every single party."""

    one: Meeting
    other: Meeting
    first: frozenset[str]
    second: frozenset[str]
    stands: Mapping[str, frozenset[str]]

    @property
    def shared(self) -> set[str]:
        """Give the parties named by both."""
        return set(self.one.participants) & set(self.other.participants)


def apart_in_time(pair: Pair) -> Judgement | None:
    """Keep apart what happened on different days; two placed dates that do not touch are two meetings."""
    a, b = pair.one.date, pair.other.date
    if (
        a.placed
        and b.placed
        and not overlap(a, b, slack=NEAR if pair.one.place and pair.one.place == pair.other.place else 0)
    ):
        return Judgement("different", "their dates do not touch")
    if a.yearless and b.yearless and a.start and b.start and (a.start != b.start):
        return Judgement("different", "their days differ")
    if a.yearless != b.yearless and not _in_one_year(a, b):
        return Judgement("different", "their days differ, whatever the year")
    return None


def _in_one_year(a: When, b: When) -> bool:
    """Tell whether a date without a year falls on a dated one: "in January" on 4 January 2024, not on all of 2010."""
    bare, full = (a, b) if a.yearless else (b, a)
    if full.start is None or bare.start is None:
        return True
    return full.precision != "year" and overlap(bare.in_year(full.start.year), full, slack=NEAR)


def other_day(pair: Pair) -> Judgement | None:
    """Keep two days apart that one source tells apart: the same pair may meet on two days running."""
    a, b = pair.one.date, pair.other.date
    same_source = {e.source for e in pair.one.evidence} & {e.source for e in pair.other.evidence}
    if same_source and a.placed and b.placed and a != b and a.precision == b.precision:
        return Judgement("different", "one source tells both, on different dates")
    return None


def other_place(pair: Pair) -> Judgement | None:
    """Keep apart what happened in two places, unless day and parties leave no doubt."""
    a, b = pair.one.place, pair.other.place
    if not a or not b or fold(a) in fold(b) or fold(b) in fold(a):
        return None
    sure = pair.one.date == pair.other.date and pair.one.date.precision == "day" and len(pair.shared) > 1
    return None if sure else Judgement("different", f"one is in {a}, the other in {b}")


def other_party(pair: Pair) -> Judgement | None:
    """Keep apart meetings whose only common party met somebody else: each has a side that the other lacks."""
    mine, theirs = pair.first - pair.second, pair.second - pair.first
    own = {p for p in pair.one.participants if p in mine}
    others = {p for p in pair.other.participants if p in theirs}
    if own and others and len(pair.shared) < 2 and not (pair.first & pair.second - pair.shared):
        return Judgement("different", "each has a party that the other lacks")
    return None


def same_day_same_parties(pair: Pair) -> Judgement | None:
    """Join tellings whose dates agree and whose parties are the same or stand for each other."""
    if not overlap(pair.one.date, pair.other.date, slack=NEAR):
        return None
    if _beside(pair):
        return Judgement("different", "one source tells both, one of fewer and other parties")
    if len(pair.shared) > 1 or _stand_for(pair):
        return Judgement("same", "the dates agree and the parties are the same")
    return None


def _beside(pair: Pair) -> bool:
    """Tell talks of two delegates from the conference beside which one source tells them."""
    few, many = sorted((pair.one, pair.other), key=lambda m: len(m.participants))
    one_source = {e.source for e in few.evidence} & {e.source for e in many.evidence}
    return bool(one_source) and not pair.shared and len(many.participants) > len(few.participants) + 1


def undated_same_parties(pair: Pair) -> Judgement | None:
    """Join an undated telling with a dated one of the same parties, where place or status do not speak against it."""
    if pair.one.date.placed and pair.other.date.placed:
        return None
    if (
        "proposed" in (pair.one.status, pair.other.status)
        and pair.one.status != pair.other.status
        and pair.one.place != pair.other.place
    ):
        return None  # a summit proposed is not the meeting held before it
    both = set(pair.one.participants) == set(pair.other.participants) and len(pair.shared) > 1
    placed = pair.one.place and pair.other.place and fold(pair.one.place) == fold(pair.other.place)
    statuses = {pair.one.status, pair.other.status}
    one_life = len(statuses) == 1 or statuses == {"planned", "cancelled"}
    if both or (placed and (len(pair.shared) > 1 or _stand_for(pair)) and one_life):
        return Judgement("same", "the parties are the same, and one telling gives no date")
    return None


def _stand_for(pair: Pair) -> bool:
    """Tell whether each side of one telling is met in the other, a person by his body or state."""
    small, large = sorted((pair.one, pair.other), key=lambda m: len(m.participants))
    if (
        _with_somebody_else(small, large)
        or not small.participants
        or not all(any(_counterpart(pair, p, q) for q in large.participants) for p in small.participants)
    ):
        return False
    same_place = bool(small.place and large.place and fold(small.place) == fold(large.place))
    return len(small.participants) > 1 or same_place or small.date.precision == large.date.precision == "day"


def _with_somebody_else(small: Meeting, large: Meeting) -> bool:
    """Tell "Renn met members of the front in Oslo in May", told by words alone, from what is dated otherwise to the day."""
    same_day = small.date.precision == "day" and small.date == large.date
    dated = small.date.placed and large.date.placed and not same_day
    return dated and len(small.participants) == 1 and len(small.named) > 1


def _counterpart(pair: Pair, p: str, q: str) -> bool:
    """Tell whether two parties may be one in two tellings: the same, or one speaks for the other."""
    return p == q or q in pair.stands[p] or p in pair.stands[q]


TESTS: tuple[Callable[[Pair], Judgement | None], ...] = (
    other_day,
    apart_in_time,
    other_place,
    other_party,
    same_day_same_parties,
    undated_same_parties,
)


def merge_meetings(meetings: Sequence[Meeting], actors: Mapping[str, Actor]) -> tuple[Meeting, ...]:
    """Merge meetings whose participants are ids of `actors`. Order-free and idempotent; keeps all evidence."""
    reports = _reports(meetings)
    verdicts = _verdicts(reports, actors)
    groups, reasons = _joined(len(reports), verdicts, reports)
    used: set[str] = set()
    made = [
        _one(
            [reports[i] for i in group],
            [reasons[p] for p in sorted(reasons) if p[0] in group and p[1] in group],
            actors,
        )
        for group in groups
    ]
    return tuple(_named(meeting, used) for meeting in sorted(made, key=_order))


@dataclass(frozen=True, slots=True)
class Compared:
    """Two tellings that were compared, and what the tests made of them."""

    one: Meeting
    other: Meeting
    verdict: Literal["same", "different"]
    reason: str


def compared(meetings: Sequence[Meeting], actors: Mapping[str, Actor]) -> tuple[Compared, ...]:
    """Give every verdict over the tellings of `meetings`: why two became one, and what kept others apart.

    Of one merged meeting it gives the joins within it; of several, also what forbids that they are one.
    """
    reports = _reports(meetings)
    verdicts = _verdicts(reports, actors)
    return tuple(Compared(reports[i], reports[j], v.verdict, v.reason) for (i, j), v in sorted(verdicts.items()))


def _verdicts(reports: Sequence[Meeting], actors: Mapping[str, Actor]) -> dict[tuple[int, int], Judgement]:
    stands = {p: frozenset(_stands(p, actors)) for m in reports for p in m.participants}
    wide = [frozenset({*m.participants, *(a for p in m.participants for a in stands[p])}) for m in reports]
    verdicts: dict[tuple[int, int], Judgement] = {}
    for i, j in _candidates(wide):
        pair = Pair(reports[i], reports[j], wide[i], wide[j], stands)
        found = next((verdict for test in TESTS if (verdict := test(pair)) is not None), None)
        if found is not None:
            verdicts[i, j] = found
    return verdicts


def _stands(key: str, actors: Mapping[str, Actor]) -> list[str]:
    """Give the body or state a person speaks for, and that body's state."""
    found: list[str] = []
    for _ in range(2):
        actor = actors.get(key)
        if actor is None or actor.affiliation not in actors or actor.affiliation in found:
            break
        found.append(actor.affiliation or "")
        key = actor.affiliation or ""
    return found


def _reports(meetings: Sequence[Meeting]) -> list[Meeting]:
    """Take merged meetings apart again, so that merging anew gives the same; drop what stands there twice."""
    single = {
        _identity(r): replace(r, reports=(), why_merged=(), origins=1) for m in meetings for r in (m.reports or (m,))
    }
    return [single[key] for key in sorted(single)]


def _identity(meeting: Meeting) -> tuple[tuple[tuple[str, int, int], ...], str, str, str, str]:
    return (
        tuple((e.source, e.start, e.end) for e in meeting.evidence),
        str(meeting.date.start),
        str(meeting.participants),
        str(meeting.place),
        meeting.id,
    )


def _candidates(wide: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    by_party: dict[str, list[int]] = {}
    for index, parties in enumerate(wide):
        for party in parties:
            by_party.setdefault(party, []).append(index)
    pairs = {(i, j) for members in by_party.values() for place, i in enumerate(members) for j in members[place + 1 :]}
    return sorted(pairs)


def _joined(
    count: int, verdicts: Mapping[tuple[int, int], Judgement], reports: Sequence[Meeting]
) -> tuple[list[list[int]], dict[tuple[int, int], str]]:
    group_of = {i: [i] for i in range(count)}
    apart = {pair for pair, found in verdicts.items() if found.verdict == "different"}
    reasons: dict[tuple[int, int], str] = {}
    same = [pair for pair, found in verdicts.items() if found.verdict == "same"]
    for i, j in sorted(same, key=lambda p: _sureness(reports, p)):
        a, b = group_of[i], group_of[j]
        if a is b or any((min(x, y), max(x, y)) in apart for x in a for y in b):
            continue
        reasons[i, j] = verdicts[i, j].reason
        joined = sorted(a + b)
        for index in joined:
            group_of[index] = joined
    return sorted(list(group) for group in {tuple(group) for group in group_of.values()}), reasons


def _sureness(reports: Sequence[Meeting], pair: tuple[int, int]) -> tuple[bool, bool, int, tuple[int, int]]:
    one, other = reports[pair[0]], reports[pair[1]]
    shared = len(set(one.participants) & set(other.participants))
    return not (one.date.placed and other.date.placed), one.date != other.date, -shared, pair


RANK = {"held": 0, "cancelled": 1, "planned": 2, "proposed": 3}


def _one(reports: Sequence[Meeting], reasons: Sequence[str], actors: Mapping[str, Actor]) -> Meeting:
    evidence: dict[tuple[str, int, int], Evidence] = {}
    when: When = UNDATED
    status = min((r.status for r in reports), key=lambda s: RANK[s])
    for report in sorted(
        reports, key=lambda r: (RANK[r.status], -len(r.participants), r.evidence[0].source if r.evidence else "")
    ):
        evidence.update({(e.source, e.start, e.end): e for e in report.evidence})
        if report.status == status or not when.placed:
            when = sharper(when, report.date)
    places = Counter(r.place for r in reports if r.place)
    purposes = [r.purpose for r in reports if r.purpose]
    outcomes = [r.outcome for r in reports if r.outcome]
    best = max(reports, key=lambda r: (r.status == status, r.date == when, len(r.participants), r.id))
    participants = tuple(dict.fromkeys([*best.participants, *(p for r in reports for p in r.participants)]))
    return Meeting(
        id="",
        date=when,
        status=status,
        place=min(places, key=lambda p: (-places[p], p)) if places else None,
        participants=_less_their_states(participants, actors),
        purpose=min(purposes, key=lambda t: (-len(t), t)) if purposes else None,
        outcome=min(outcomes, key=lambda t: (-len(t), t)) if outcomes else None,
        origins=len({k[0] for k in evidence}),
        evidence=tuple(evidence.values()),
        named=tuple(dict.fromkeys(n for r in reports for n in r.named)),
        reports=tuple(reports),
        why_merged=tuple(dict.fromkeys(reasons)),
    )


def _less_their_states(participants: Sequence[str], actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """Leave out a state where somebody is named who speaks for it: "Renn and Vell", not "Renn, Vell and Japan"."""
    people = [p for p in participants if (a := actors.get(p)) is not None and a.kind == "person"]
    spoken_for = {s for p in people for s in _stands(p, actors)}
    return tuple(p for p in participants if p not in spoken_for or getattr(actors.get(p), "kind", None) != "state")


def _order(meeting: Meeting) -> tuple[str, str, list[tuple[str, int]]]:
    return (
        str(meeting.date.start),
        ",".join(sorted(meeting.participants)),
        [(e.source, e.start) for e in meeting.evidence],
    )


def _named(meeting: Meeting, used: set[str]) -> Meeting:
    day = meeting.date.start.isoformat() if meeting.date.placed and meeting.date.start else "undated"
    parties = sorted(slug(p, 30) for p in (meeting.participants or meeting.named))
    base = "-".join([day, *parties[:3]])
    key, number = base, 2
    while key in used:
        key, number = f"{base}-{number}", number + 1
    used.add(key)
    return replace(meeting, id=key)
