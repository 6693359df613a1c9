"""Give sources their numbers, and facts the numbered sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.model import Actor, Designation, Digest, Evidence, Facts, Meeting, Source, View


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
    )
