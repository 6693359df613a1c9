"""Put facts in the order in which a reader wants them; every order is total, so no run differs from another."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from briefgen.model import Actor, Designation, Evidence, Facts, Meeting, View, When

KIND_OF_VIEW = {"expert": 0, "author": 1, "official": 2, "other": 3}
KIND_OF_ACTOR = {"person": 0, "organization": 1, "state": 2}


def ordered(facts: Facts) -> Facts:
    """Order meetings by date, actors by weight, designations by parties, views by kind and place in the sources."""
    weight = actor_weights(facts)
    names = {actor.id: actor.name for actor in facts.actors}
    rank = {actor.id: place for place, actor in enumerate(sorted(facts.actors, key=lambda a: _actor_key(a, weight)))}
    return Facts(
        actors=tuple(sorted(facts.actors, key=lambda a: _actor_key(a, weight))),
        meetings=tuple(
            replace(m, participants=tuple(sorted(m.participants, key=lambda key: rank.get(key, len(rank)))))
            for m in sorted(facts.meetings, key=meeting_key)
        ),
        designations=tuple(sorted(facts.designations, key=lambda d: _designation_key(d, names))),
        views=tuple(sorted(facts.views, key=_view_key)),
        denials=facts.denials,
    )


def actor_weights(facts: Facts) -> Counter[str]:
    """Weigh actors: a meeting, designation or view counts as five mentions, a further source as three."""
    weight: Counter[str] = Counter()
    for actor in facts.actors:
        weight[actor.id] += actor.mentions + 3 * len({e.source for e in actor.evidence})
    for meeting in facts.meetings:
        weight.update(dict.fromkeys(meeting.participants, 5))
    for designation in facts.designations:
        weight.update(dict.fromkeys({designation.authority, designation.subject}, 5))
    for view in facts.views:
        if view.holder:
            weight[view.holder] += 5
    return weight


def place_in_text(evidence: tuple[Evidence, ...]) -> tuple[int, int]:
    """Give source number and offset of the first passage, to order facts as they come in the sources."""
    return min(((int(e.source[1:]), e.start) for e in evidence), default=(0, 0))


def first_day(when: When) -> date:
    """Give the day to sort by; what cannot be placed comes last."""
    return when.start if when.placed and when.start else date.max


def meeting_key(meeting: Meeting) -> tuple[date, date, tuple[int, int], str]:
    """Order meetings by date, then by where they are told."""
    end = meeting.date.end if meeting.date.placed and meeting.date.end else date.max
    return first_day(meeting.date), end, place_in_text(meeting.evidence), meeting.id


def _actor_key(actor: Actor, weight: Counter[str]) -> tuple[int, int, str, str]:
    return KIND_OF_ACTOR[actor.kind], -weight[actor.id], actor.name, actor.id


def _designation_key(fact: Designation, names: dict[str, str]) -> tuple[str, str, date, str]:
    subject = names.get(fact.subject, fact.subject)
    return subject.casefold(), names.get(fact.authority, fact.authority).casefold(), first_day(fact.as_of), fact.id


def _view_key(view: View) -> tuple[int, tuple[int, int], str]:
    return KIND_OF_VIEW[view.kind], place_in_text(view.evidence), view.id
