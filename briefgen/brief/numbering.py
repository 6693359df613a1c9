"""Give sources their numbers, and facts the numbered sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import TypeVar

from briefgen.model import (
    Actor,
    Change,
    Designation,
    Digest,
    Discrepancy,
    Evidence,
    Facts,
    KeyPoint,
    Meeting,
    Source,
    View,
)

Listed = TypeVar("Listed", Meeting, Designation, View, KeyPoint, Discrepancy, Change)


def number_sources(
    digests: Sequence[Digest], origins: Mapping[str, str], grades: Mapping[str, str]
) -> tuple[tuple[Source, ...], dict[str, str]]:
    """Give the sources, numbered S1, S2, ... by path, and a mapping from their keys to these numbers."""
    records = sorted((d.document.source for d in digests), key=lambda s: (s.path, s.id))
    numbers = {source.id: f"S{place}" for place, source in enumerate(records, 1)}
    graded = {name.casefold(): grade for name, grade in grades.items()}
    numbered = []
    for source in records:
        origin = origins.get(source.id, source.origin or source.id)
        grade = graded.get((source.publisher or "").casefold(), source.grade)
        numbered.append(
            replace(source, id=numbers[source.id], grade=grade, origin=numbers.get(origin, numbers[source.id]))
        )
    return tuple(numbered), numbers


def renumber(facts: Facts, numbers: Mapping[str, str], sources: Sequence[Source]) -> Facts:
    """Put the numbered sources into all evidence, and count each fact's independent origins."""
    origin_of = {source.id: source.origin for source in sources}

    def cited(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        once = {(numbers[e.source], e.start, e.end): replace(e, source=numbers[e.source]) for e in evidence}
        return tuple(once.values())

    def origins(evidence: tuple[Evidence, ...]) -> int:
        return max(1, len({origin_of[e.source] for e in evidence}))

    def actor(fact: Actor) -> Actor:
        posts = tuple(replace(p, evidence=cited((p.evidence,))[0]) for p in fact.posts)
        return replace(fact, evidence=cited(fact.evidence), posts=posts)

    def meeting(fact: Meeting) -> Meeting:
        evidence = cited(fact.evidence)
        return replace(
            fact,
            evidence=evidence,
            origins=origins(evidence),
            reports=tuple(meeting(report) for report in fact.reports),
        )

    def designation(fact: Designation) -> Designation:
        evidence = cited(fact.evidence)
        return replace(
            fact,
            evidence=evidence,
            origins=origins(evidence),
            reports=tuple(designation(report) for report in fact.reports),
        )

    def view(fact: View) -> View:
        return replace(fact, evidence=cited(fact.evidence))

    return Facts(
        actors=tuple(map(actor, facts.actors)),
        meetings=tuple(map(meeting, facts.meetings)),
        designations=tuple(map(designation, facts.designations)),
        views=tuple(map(view, facts.views)),
        denials=tuple(map(meeting, facts.denials)),
    )


def with_own_ids(facts: Facts) -> Facts:
    """Give each fact of a brief an id of its own."""
    taken = {actor.id for actor in facts.actors}
    return replace(
        facts,
        meetings=own_ids(facts.meetings, taken),
        designations=own_ids(facts.designations, taken),
        views=own_ids(facts.views, taken),
    )


def own_ids(listed: Sequence[Listed], taken: set[str]) -> tuple[Listed, ...]:
    """Give each an id of its own: of those made alike the second and later ones are numbered; `taken` grows by the ids given."""
    made = []
    for fact in listed:
        names = (fact.id if number == 1 else f"{fact.id}-{number}" for number in count(1))
        key = next(name for name in names if name not in taken)
        taken.add(key)
        made.append(replace(fact, id=key))
    return tuple(made)
