"""Say what is new since the previous issue.

A fact is matched with the previous issue's by its id, else by what it is about. `withdrawn` is said only where a
source of the previous issue is read again and no longer yields the fact: silence of other sources proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.model import (
    UNDATED,
    Actor,
    Brief,
    Change,
    ChangeKind,
    Designation,
    Evidence,
    Facts,
    Meeting,
    Source,
    View,
    When,
)
from briefgen.wording import clipped, listed, when

Fact = Meeting | Designation | View
PASSAGES = 3


def changes_since(previous: Brief, facts: Facts, sources: Sequence[Source]) -> tuple[Change, ...]:
    """Give new, changed, confirmed and withdrawn meetings, designations and views, in this order."""
    names = _names(previous.actors) | _names(facts.actors)
    known = {source.sha256 for source in previous.sources}
    fresh = {source.id for source in sources if source.sha256 not in known}
    found: list[Change] = []
    for now, before in _pairs(previous, facts):
        found.extend(_compare(now, before, names, fresh))
    found.extend(_withdrawn(previous, facts, sources, names))
    order: tuple[ChangeKind, ...] = ("new", "changed", "confirmed", "withdrawn")
    return tuple(sorted(found, key=lambda change: order.index(change.kind)))


def _names(actors: Sequence[Actor]) -> dict[str, str]:
    return {actor.id: actor.name for actor in actors}


def _pairs(previous: Brief, facts: Facts) -> Iterator[tuple[Fact, Fact | None]]:
    sections: tuple[tuple[Sequence[Fact], Sequence[Fact]], ...] = (
        (facts.meetings, previous.meetings),
        (facts.designations, previous.designations),
        (facts.views, previous.views),
    )
    for now, before in sections:
        by_id = {fact.id: fact for fact in before}
        taken = {fact.id for fact in now if fact.id in by_id}
        rest = [fact for fact in before if fact.id not in taken]
        for fact in now:
            match = by_id.get(fact.id) or next((old for old in rest if _about_the_same(fact, old)), None)
            if match in rest:
                rest.remove(match)
            yield fact, match


def _about_the_same(now: Fact, before: Fact) -> bool:
    """Tell whether two facts with different ids are one: a meeting whose date moved, a status that changed."""
    if isinstance(now, Meeting) and isinstance(before, Meeting):
        if set(now.participants) != set(before.participants) or not now.participants:
            return False
        if not (now.date.placed and before.date.placed):
            return True
        apart = abs((now.date.start - before.date.start).days) if now.date.start and before.date.start else 0
        return apart <= 31 and before.status != "held"
    if isinstance(now, Designation) and isinstance(before, Designation):
        return (now.authority, now.subject) == (before.authority, before.subject)
    return False


def _compare(now: Fact, before: Fact | None, names: dict[str, str], fresh: set[str]) -> Iterator[Change]:
    passages = now.evidence[:PASSAGES]
    if before is None:
        yield Change(id=f"new-{now.id}", kind="new", fact=now.id, summary=describe(now, names), evidence=passages)
        return
    differences = _differences(now, before, names)
    if differences:
        yield Change(
            id=f"changed-{now.id}",
            kind="changed",
            fact=now.id,
            evidence=passages,
            summary=f"{describe(now, names)}: {'; '.join(differences)}",
        )
        return
    confirming = tuple(e for e in now.evidence if e.source in fresh)
    if confirming:
        yield Change(
            id=f"confirmed-{now.id}",
            kind="confirmed",
            fact=now.id,
            summary=describe(now, names),
            evidence=confirming[:PASSAGES],
        )


def _differences(now: Fact, before: Fact, names: dict[str, str]) -> list[str]:
    told: list[tuple[str, str | None, str | None]] = []
    if isinstance(now, Meeting) and isinstance(before, Meeting):
        told = [
            ("date", _told(before.date), _told(now.date)),
            ("status", before.status, now.status),
            ("place", before.place, now.place),
            ("outcome", before.outcome, now.outcome),
        ]
        joined = [names.get(key, key) for key in now.participants if key not in before.participants]
        if joined:
            told.append(("participants", None, f"also {listed(joined)}"))
    elif isinstance(now, Designation) and isinstance(before, Designation):
        told = [("status", before.status.replace("_", " "), now.status.replace("_", " "))]
    return [
        f"{what} {new}" if old is None else f"{what} was {old}, now {new or 'not stated'}"
        for what, old, new in told
        if old != new and new
    ]


def _withdrawn(previous: Brief, facts: Facts, sources: Sequence[Source], names: dict[str, str]) -> Iterator[Change]:
    numbers = {source.sha256: source.id for source in sources}
    again = {source.id: numbers[source.sha256] for source in previous.sources if source.sha256 in numbers}
    kept = {match.id for _, match in _pairs(previous, facts) if match is not None}
    told: tuple[Fact, ...] = (*previous.meetings, *previous.designations, *previous.views)
    for fact in told:
        if fact.id in kept or not all(e.source in again for e in fact.evidence):
            continue
        passages = tuple(
            Evidence(
                source=again[e.source], start=e.start, end=e.end, quote=e.quote, paragraph=e.paragraph, page=e.page
            )
            for e in fact.evidence[:PASSAGES]
        )
        yield Change(
            id=f"withdrawn-{fact.id}", kind="withdrawn", fact=fact.id, summary=describe(fact, names), evidence=passages
        )


def describe(fact: Fact, names: dict[str, str]) -> str:
    """Name a fact in one line."""
    if isinstance(fact, Meeting):
        parties = listed([names.get(key, key) for key in fact.participants[:4]]) or "parties not named"
        place = f", {fact.place}" if fact.place else ""
        return f"Meeting ({fact.status}) of {parties}{place}, {when(fact.date)}"
    if isinstance(fact, Designation):
        status = fact.status.replace("_", " ")
        return f"{names.get(fact.subject, fact.subject)}: {status} by {names.get(fact.authority, fact.authority)}"
    holder = names.get(fact.holder or "", fact.holder or "unnamed")
    return f"{holder}: {clipped(fact.text, 140)}"


def _told(date: When) -> str:
    """Give a date as brief.json knows it: one without a year is not placed there, so it must not count as news."""
    return when(date if date.placed else UNDATED)
