"""Merge designation statements: one entry for one authority, subject and status, with every passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.dates import sharper
from briefgen.model import UNDATED, Actor, Designation, Evidence
from briefgen.names import slug


def merge_designations(facts: Sequence[Designation], actors: Mapping[str, Actor]) -> tuple[Designation, ...]:
    """Merge statements that say the same; contradictory statuses stay apart. Order-free and idempotent.

    An agency stands for its state: where the Treasury and the United States are both said to list somebody, that is one
    listing, told under the state's name.
    """
    groups: dict[tuple[str, str, str], list[Designation]] = {}
    reports = [report for fact in facts for report in fact.reports or (replace(fact, reports=()),)]
    told = {(r.authority, r.subject, r.status) for r in reports}
    for report in reports:
        home = _state(report.authority, actors)
        authority = home if home is not None and (home, report.subject, report.status) in told else report.authority
        groups.setdefault((authority, report.subject, report.status), []).append(report)
    return tuple(_one(key, groups[key]) for key in sorted(groups))


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
