"""Merge meetings: one entry for one real meeting, told by several documents with more and less detail.

Pairs that share a party are candidates; named tests give a verdict with its reason, and a `different` verdict between
two tellings keeps their whole groups apart. The single tellings stay in `reports`, so no disagreement is lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from briefgen.dates import sharper
from briefgen.merge.alike import Judgement, Verdict
from briefgen.merge.published import Published, came_out
from briefgen.merge.same_meeting import TESTS, Pair
from briefgen.model import UNDATED, Actor, Evidence, Meeting, When
from briefgen.names import slug


def merge_meetings(
    meetings: Sequence[Meeting], actors: Mapping[str, Actor], published: Published | None = None
) -> tuple[Meeting, ...]:
    """Merge meetings whose participants are ids of `actors`. Order-free and idempotent; keeps all evidence."""
    reports = _reports(meetings)
    verdicts = _verdicts(reports, actors, published or {})
    groups, reasons = _joined(len(reports), verdicts, reports)
    used: set[str] = set()
    made = [
        _one(
            [reports[i] for i in group],
            [reasons[p] for p in sorted(reasons) if p[0] in group and p[1] in group],
            actors,
            published or {},
        )
        for group in groups
    ]
    return tuple(_named(meeting, used) for meeting in sorted(made, key=_order))


@dataclass(frozen=True, slots=True)
class Compared:
    """Two tellings that were compared, and what the tests made of them."""

    one: Meeting
    other: Meeting
    verdict: Verdict
    reason: str


def compared(
    meetings: Sequence[Meeting], actors: Mapping[str, Actor], published: Published | None = None
) -> tuple[Compared, ...]:
    """Give every verdict over the tellings of `meetings`: why two became one, and what kept others apart.

    Of one merged meeting it gives the joins within it; of several, also what forbids that they are one.
    """
    reports = _reports(meetings)
    verdicts = _verdicts(reports, actors, published or {})
    return tuple(Compared(reports[i], reports[j], v.verdict, v.reason) for (i, j), v in sorted(verdicts.items()))


def one_meeting(one: Meeting, other: Meeting, actors: Mapping[str, Actor], published: Published) -> bool:
    """Tell whether two meetings, each merged by itself, are one: of last week's brief and of this week's."""
    found = _verdicts([one, other], actors, published).get((0, 1))
    return found is not None and found.verdict == "same"


def _verdicts(
    reports: Sequence[Meeting], actors: Mapping[str, Actor], published: Published
) -> dict[tuple[int, int], Judgement]:
    stands = {p: frozenset(_stands(p, actors)) for m in reports for p in m.participants}
    wide = [frozenset({*m.participants, *(a for p in m.participants for a in stands[p])}) for m in reports]
    verdicts: dict[tuple[int, int], Judgement] = {}
    for i, j in _candidates(wide):
        pair = Pair(reports[i], reports[j], wide[i], wide[j], stands, actors, published)
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


def _sureness(reports: Sequence[Meeting], pair: tuple[int, int]) -> tuple[bool, bool, int, int, tuple[int, int]]:
    one, other = reports[pair[0]], reports[pair[1]]
    shared = len(set(one.participants) & set(other.participants))
    apart = abs((one.date.start - other.date.start).days) if one.date.start and other.date.start else 0
    return not (one.date.placed and other.date.placed), one.date != other.date, -shared, apart, pair


RANK = {"held": 0, "cancelled": 1, "planned": 2, "proposed": 3}


def _one(
    reports: Sequence[Meeting], reasons: Sequence[str], actors: Mapping[str, Actor], published: Published
) -> Meeting:
    evidence: dict[tuple[str, int, int], Evidence] = {}
    status = min((r.status for r in reports), key=lambda s: RANK[s])
    ranked = sorted(
        reports, key=lambda r: (RANK[r.status], -len(r.participants), r.evidence[0].source if r.evidence else "")
    )
    for report in ranked:
        evidence.update({(e.source, e.start, e.end): e for e in report.evidence})
    when = _when(ranked, published)
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


def _when(reports: Sequence[Meeting], published: Published) -> When:
    """Give the sharpest date told of the state reached last; of plans, of the one that came out last."""
    dated = [r for r in reports if r.date.placed] or reports
    reached = min((r.status for r in dated), key=lambda s: RANK[s])
    told = [(r.date, came_out(r.evidence, published) or date.min) for r in dated if r.status == reached]
    newest = max(day for _, day in told)
    return reduce(sharper, (when for when, day in told if reached == "held" or day == newest), UNDATED)


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
