"""Say what is new since the previous issue.

The previous issue's facts are first told in the names of this one, as a spelling or a full name seen since changes an
actor's id. A fact is then matched by its id, else by what it is about, a meeting by the tests that merge meetings.
`withdrawn` is said only where all sources of a fact are read again and no fact rests on its passages any more: silence of
other sources proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefgen.brief.articles import articled
from briefgen.dates import overlap, sharper
from briefgen.merge.actors import Wishes, merge_actors
from briefgen.merge.meetings import one_meeting
from briefgen.model import (
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
from briefgen.wording import Words, clipped, unfinished

Fact = Meeting | Designation | View
PASSAGES = 3
MARKS = re.compile('["“”„]')


def changes_since(
    previous: Brief, facts: Facts, sources: Sequence[Source], words: Words, wishes: Wishes | None = None
) -> tuple[Change, ...]:
    """Give changed, withdrawn, new and confirmed meetings and designations, then so the views.

    `wishes` are the user's own lists of who is the same: they hold between two issues as within one.
    """
    telling = Telling(names=_names(previous.actors) | _names(facts.actors), words=words)
    before = _told_anew(previous, facts, sources, wishes or Wishes())
    known = {source.sha256 for source in previous.sources}
    fresh = {source.id for source in sources if source.sha256 not in known}
    # a statement of a source that the previous issue used, and had no room for all of, is no news
    crowded = bool(previous.method.options.get("views_not_shown"))
    pairs = [
        (now, old)
        for now, old in _pairs(before, facts)
        if old is not None or not (crowded and isinstance(now, View)) or any(e.source in fresh for e in now.evidence)
    ]
    found = [change for now, old in pairs for change in _compare(now, old, telling, fresh)]
    kept = {old.id for _, old in pairs if old is not None}
    found.extend(_withdrawn(before, facts, kept, {source.id for source in sources}, telling))
    views = {view.id for view in (*facts.views, *before.views)}
    order: tuple[ChangeKind, ...] = ("changed", "withdrawn", "new", "confirmed")
    return tuple(sorted(found, key=lambda change: (change.fact in views, order.index(change.kind))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The previous issue's facts with the actors and sources of this one; a source that is not read again has another id.

    `actors` are those of this issue by id, `published` the days on which the sources of both came out.
    """

    meetings: tuple[Meeting, ...]
    designations: tuple[Designation, ...]
    views: tuple[View, ...]
    actors: Mapping[str, Actor]
    published: Mapping[str, date | None]


def _told_anew(previous: Brief, facts: Facts, sources: Sequence[Source], wishes: Wishes) -> Before:
    """Tell the previous issue's facts in the names, and under the numbers, of this one."""
    joined = merge_actors((previous.actors, facts.actors), wishes)
    now = {joined.id_of(1, actor.id): actor.id for actor in reversed(facts.actors)}
    # who still goes by an id is not looked for: a user may have kept two apart
    here = {actor.id for actor in facts.actors}
    keys = {a.id: now.get(joined.id_of(0, a.id), a.id) for a in previous.actors if a.id not in here}
    again = {source.sha256: source.id for source in sources}
    numbers = {source.id: again.get(source.sha256, f"previous {source.id}") for source in previous.sources}

    def key(old: str) -> str:
        return keys.get(old, old)

    def cited(fact: Fact) -> tuple[Evidence, ...]:
        return tuple(replace(e, source=numbers[e.source]) for e in fact.evidence)

    return Before(
        meetings=tuple(
            replace(m, participants=tuple(dict.fromkeys(map(key, m.participants))), evidence=cited(m))
            for m in previous.meetings
        ),
        designations=tuple(
            replace(d, authority=key(d.authority), subject=key(d.subject), evidence=cited(d))
            for d in previous.designations
        ),
        views=tuple(replace(v, holder=key(v.holder) if v.holder else None, evidence=cited(v)) for v in previous.views),
        actors={actor.id: actor for actor in (*previous.actors, *facts.actors)},
        published={numbers[s.id]: s.published for s in previous.sources} | {s.id: s.published for s in sources},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What a change is told with: the actors' names by id, and the words of the brief's language."""

    names: dict[str, str]
    words: Words

    def name(self, key: str) -> str:
        """Give an actor's name, or the text that stands in place of an id."""
        return self.names.get(key, key)

    def listed(self, keys: Sequence[str]) -> str:
        """List actors as a sentence has them."""
        return self.words.listed([articled(self.name(key), self.words) for key in keys])

    def date(self, date: When) -> str | None:
        """Give a date as brief.json knows it: one without a year is not placed there, so it must not count as news."""
        return self.words.when(date) if date.placed else None


def _names(actors: Sequence[Actor]) -> dict[str, str]:
    return {actor.id: actor.name for actor in actors}


def _pairs(before: Before, facts: Facts) -> Iterator[tuple[Fact, Fact | None]]:
    """Pair each fact with the previous issue's on the same thing: by id, by all that it says, then by what it is about."""
    sections: tuple[tuple[Sequence[Fact], Sequence[Fact]], ...] = (
        (facts.meetings, before.meetings),
        (facts.designations, before.designations),
        (facts.views, before.views),
    )
    for present, past in sections:
        rest = {fact.id: fact for fact in past}
        matched = {fact.id: rest.pop(fact.id) for fact in present if fact.id in rest}
        for alike in (_same_in_other_names, _about_the_same):
            for now in (fact for fact in present if fact.id not in matched):
                old = next((o for o in rest.values() if alike(now, o, before)), None)
                if old is not None:
                    matched[now.id] = rest.pop(old.id)
        yield from ((now, matched.get(now.id)) for now in present)


def _same_in_other_names(now: Fact, old: Fact, before: Before) -> bool:
    """Tell whether two facts say the same, once the actors' names are those of one issue."""
    if isinstance(now, Meeting) and isinstance(old, Meeting):
        return bool(now.participants) and (set(now.participants), now.date) == (set(old.participants), old.date)
    if isinstance(now, Designation) and isinstance(old, Designation):
        return (now.authority, now.subject, now.status) == (old.authority, old.subject, old.status)
    return isinstance(now, View) and isinstance(old, View) and (now.holder, now.text) == (old.holder, old.text)


def _about_the_same(now: Fact, old: Fact, before: Before) -> bool:
    """Tell whether two facts are one thing told anew: a meeting planned, moved or held; a status that changed."""
    if isinstance(now, Meeting) and isinstance(old, Meeting):
        return one_meeting(old, now, before.actors, before.published) or _moved(now, old, before.actors)
    if isinstance(now, Designation) and isinstance(old, Designation):
        return (now.authority, now.subject) == (old.authority, old.subject)
    return False


def _moved(now: Meeting, old: Meeting, actors: Mapping[str, Actor]) -> bool:
    """Tell whether a meeting of the same sides that was not yet held has another day now.

    A side is a body or state, whoever comes for it: who was to meet as two delegations may be told as two ministers.
    """
    sides = _sides(now, actors)
    if sides != _sides(old, actors) or len(sides) < 2 or old.status == "held":
        return False
    apart = abs((now.date.start - old.date.start).days) if now.date.start and old.date.start else 0
    return apart <= 31


def _sides(meeting: Meeting, actors: Mapping[str, Actor]) -> set[str]:
    parties = [actors[key] for key in meeting.participants if key in actors]
    return {party.affiliation if party.kind == "person" and party.affiliation else party.id for party in parties}


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
            ("date", telling.date(before.date), telling.date(now.date) if _is_news(now.date, before.date) else None),
            ("status", words.of("status", before.status), words.of("status", now.status)),
            ("place", before.place, now.place),
            ("outcome", before.outcome, now.outcome),
        ]
        joined = [key for key in now.participants if key not in before.participants]
        if joined:
            told.append(("participants", None, words.say("also", names=telling.listed(joined))))
    elif isinstance(now, Designation) and isinstance(before, Designation):
        told = [("status", words.of("status", before.status), words.of("status", now.status))]
    return [
        words.say("now" if old is None else "was_now", what=words.say(f"field_{what}"), old=old, new=new)
        for what, old, new in told
        if old != new and new
    ]


def _is_news(now: When, before: When) -> bool:
    """Tell whether a date says more or other than the previous issue's: that other sources say less is no change."""
    return now.placed and (not overlap(now, before) or sharper(now, before) != before)


def _withdrawn(before: Before, facts: Facts, kept: set[str], sources: set[str], telling: Telling) -> Iterator[Change]:
    """Give facts whose sources are all read again and on whose passages nothing of their kind rests any more."""
    sections: tuple[tuple[Sequence[Fact], Sequence[Fact]], ...] = (
        (before.meetings, facts.meetings),
        (before.designations, facts.designations),
        (before.views, facts.views),
    )
    for past, present in sections:
        used = {(e.source, e.start, e.end) for fact in present for e in fact.evidence}
        for fact in past:
            told = {(e.source, e.start, e.end) for e in fact.evidence}
            if fact.id not in kept and not told & used and {source for source, _, _ in told} <= sources:
                yield Change(
                    id=f"withdrawn-{fact.id}",
                    kind="withdrawn",
                    fact=fact.id,
                    summary=describe(fact, telling),
                    evidence=fact.evidence[:PASSAGES],
                )


def describe(fact: Fact, telling: Telling) -> str:
    """Name a fact in one line."""
    words = telling.words
    if isinstance(fact, Meeting):
        return words.say(
            "change_meeting_with" if len(fact.participants) == 1 else "change_meeting",
            status=words.of("status", fact.status),
            parties=telling.listed(fact.participants[:4]) or words.say("no_parties"),
            place=words.say("in_place", place=fact.place) if fact.place else "",
            date=words.when(fact.date),
        )
    if isinstance(fact, Designation):
        return words.say(
            "change_designation",
            subject=telling.name(fact.subject),
            status=words.of("status", fact.status),
            authority=telling.listed((fact.authority,)),
            date=words.say("status_as_of", date=words.when(fact.as_of)) if fact.as_of.placed else "",
        )
    holder = telling.name(fact.holder) if fact.holder else words.say("unnamed").capitalize()
    text = clipped(unfinished(fact.text), 140)
    return words.say(
        "change_view",
        holder=holder,
        text=words.say("quoted", text=text) if fact.direct and not MARKS.search(text) else text,
    )
