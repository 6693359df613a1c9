"""Merge designation statements: one entry for one authority, subject and status, with every passage.

Named tests say under whose name a listing is told; each answers with its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.dates import sharper
from briefgen.model import UNDATED, Actor, Designation, Evidence
from briefgen.names import slug


@dataclass(frozen=True, slots=True)
class Standing:
    """Under which name a party is told, and why."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told to hold one status towards one subject, with all actors."""

    authorities: frozenset[str]
    actors: Mapping[str, Actor]


def part_of_told_state(key: str, told: Told) -> Standing | None:
    """Tell an agency's listing under its state, where the state is told to list too."""
    home = _state(key, told.actors)
    if home is not None and home != key and home in told.authorities:
        return Standing(home, "an agency stands for its state, which is told to list as well")
    return None


def one_of_several_agencies(key: str, told: Told) -> Standing | None:
    """Tell the listings of two agencies of one state under the state."""
    home = _state(key, told.actors)
    if home is None or home == key:
        return None
    others = [other for other in told.authorities if other != key and _state(other, told.actors) == home]
    return Standing(home, "two agencies of one state are told to list: it is the state's listing") if others else None


TESTS: tuple[Callable[[str, Told], Standing | None], ...] = (part_of_told_state, one_of_several_agencies)
"""Asked in this order, the first answer stands; where none answers, an authority is told under its own name."""


def merge_designations(facts: Sequence[Designation], actors: Mapping[str, Actor]) -> tuple[Designation, ...]:
    """Merge statements that say the same; contradictory statuses stay apart. Order-free and idempotent.

    The single statements stay in `reports`, under the authority that each of them names, so that merging again with
    more of them comes to the same as merging all at once.
    """
    groups: dict[tuple[str, str, str], list[Designation]] = {}
    reports = [report for fact in facts for report in fact.reports or (replace(fact, reports=()),)]
    told: dict[tuple[str, str], set[str]] = {}
    for report in reports:
        told.setdefault((report.subject, report.status), set()).add(report.authority)
    for report in reports:
        authorities = Told(frozenset(told[report.subject, report.status]), actors)
        standing = standing_of(report.authority, authorities)
        groups.setdefault((standing.key, report.subject, report.status), []).append(report)
    return tuple(_one(key, groups[key]) for key in sorted(groups))


def standing_of(key: str, told: Told) -> Standing:
    """Give the name an authority is told under, by the first test that answers."""
    answers = (test(key, told) for test in TESTS)
    return next((answer for answer in answers if answer is not None), Standing(key, "told under its own name"))


def _state(key: str, actors: Mapping[str, Actor]) -> str | None:
    """Give the state an agency belongs to, through at most two bodies."""
    for _ in range(3):
        actor = actors.get(key)
        if actor is None or actor.kind == "person":
            return None
        if actor.kind == "state":
            return key
        key = actor.affiliation or ""
    return None


def _one(key: tuple[str, str, str], reports: list[Designation]) -> Designation:
    authority, subject, status = key
    distinct = {(r.evidence, r.category, r.as_of): r for r in reports}
    ordered = sorted(distinct.values(), key=lambda r: [(e.source, e.start) for e in r.evidence])
    evidence: dict[tuple[str, int, int], Evidence] = {}
    when = UNDATED
    for report in ordered:
        evidence.update({(e.source, e.start, e.end): e for e in report.evidence})
        when = sharper(when, report.as_of)
    categories = Counter(r.category for r in ordered if r.category)
    category = min(categories, key=lambda c: (-categories[c], c)) if categories else None
    return Designation(
        id=f"{slug(authority, 30)}-{slug(subject, 30)}-{status.replace('_', '-')}",
        authority=authority,
        subject=subject,
        status=ordered[0].status,
        category=category,
        as_of=when,
        evidence=tuple(evidence[k] for k in sorted(evidence)),
        origins=len({source for source, _, _ in evidence}),
        reports=tuple(ordered),
    )
