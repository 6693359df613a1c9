"""Say what is new since the previous issue.

A fact is matched with the previous issue's by its id, else by what it is about. `withdrawn` is said only where a
source of the previous issue is read again and no longer yields the fact: silence of other sources proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
from briefgen.wording import Words, clipped

Fact = Meeting | Designation | View
PASSAGES = 3


def changes_since(previous: Brief, facts: Facts, sources: Sequence[Source], words: Words) -> tuple[Change, ...]:
    """Give new, changed, confirmed and withdrawn meetings, designations and views, in this order."""
    telling = Telling(names=_names(previous.actors) | _names(facts.actors), words=words)
    known = {source.sha256 for source in previous.sources}
    fresh = {source.id for source in sources if source.sha256 not in known}
    found: list[Change] = []
    for now, before in _pairs(previous, facts):
        found.extend(_compare(now, before, telling, fresh))
    found.extend(_withdrawn(previous, facts, sources, telling))
    order: tuple[ChangeKind, ...] = ("new", "changed", "confirmed", "withdrawn")
    return tuple(sorted(found, key=lambda change: order.index(change.kind)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a change is told with: the actors' names by id, and the words of the brief's language."""

    names: dict[str, str]
    words: Words

    def name(self, key: str) -> str:
        """Give an actor's name, or the text that stands in place of an id."""
        return self.names.get(key, key)

    def date(self, date: When) -> str:
        """Give a date as brief.json knows it: one without a year is not placed there, so it must not count as news."""
        return self.words.when(date if date.placed else UNDATED)


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


def _compare(now: Fact, before: Fact | None, telling: Telling, fresh: set[str]) -> Iterator[Change]:
    passages = now.evidence[:PASSAGES]
    if before is None:
        yield Change(id=f"new-{now.id}", kind="new", fact=now.id, summary=describe(now, telling), evidence=passages)
        return
    differences = _differences(now, before, telling)
    if differences:
        yield Change(
            id=f"changed-{now.id}",
            kind="changed",
            fact=now.id,
            evidence=passages,
            summary=f"{describe(now, telling)}: {'; '.join(differences)}",
        )
        return
    confirming = tuple(e for e in now.evidence if e.source in fresh)
    if confirming:
        yield Change(
            id=f"confirmed-{now.id}",
            kind="confirmed",
            fact=now.id,
            summary=describe(now, telling),
            evidence=confirming[:PASSAGES],
        )


def _differences(now: Fact, before: Fact, telling: Telling) -> list[str]:
    words = telling.words
    told: list[tuple[str, str | None, str | None]] = []
    if isinstance(now, Meeting) and isinstance(before, Meeting):
        told = [
            ("date", telling.date(before.date), telling.date(now.date)),
            ("status", words.of("status", before.status), words.of("status", now.status)),
            ("place", before.place, now.place),
            ("outcome", before.outcome, now.outcome),
        ]
        joined = [telling.name(key) for key in now.participants if key not in before.participants]
        if joined:
            told.append(("participants", None, words.say("also", names=words.listed(joined))))
    elif isinstance(now, Designation) and isinstance(before, Designation):
        told = [("status", words.of("status", before.status), words.of("status", now.status))]
    return [
        words.say("now" if old is None else "was_now", what=words.say(f"field_{what}"), old=old, new=new)
        for what, old, new in told
        if old != new and new
    ]


def _withdrawn(previous: Brief, facts: Facts, sources: Sequence[Source], telling: Telling) -> Iterator[Change]:
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
            id=f"withdrawn-{fact.id}",
            kind="withdrawn",
            fact=fact.id,
            summary=describe(fact, telling),
            evidence=passages,
        )


def describe(fact: Fact, telling: Telling) -> str:
    """Name a fact in one line."""
    words = telling.words
    if isinstance(fact, Meeting):
        return words.say(
            "change_meeting",
            status=words.of("status", fact.status),
            parties=words.listed([telling.name(key) for key in fact.participants[:4]]) or words.say("no_parties"),
            place=words.say("at_place", place=fact.place) if fact.place else "",
            date=words.when(fact.date),
        )
    if isinstance(fact, Designation):
        return words.say(
            "change_designation",
            subject=telling.name(fact.subject),
            status=words.of("status", fact.status),
            authority=telling.name(fact.authority),
        )
    holder = telling.name(fact.holder) if fact.holder else words.say("unnamed").capitalize()
    return words.say("change_view", holder=holder, text=clipped(fact.text, 140))
