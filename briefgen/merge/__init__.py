"""Step 5, merge: the facts of many documents become one entry for one real-world thing.

The same type goes in and comes out, so merging is closed: it may be done again, in any order, and loses no evidence.
Actors come first, as the other facts name them by id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from briefgen.merge.actors import Joined, Wishes, merge_actors
from briefgen.merge.designations import merge_designations
from briefgen.merge.meetings import merge_meetings
from briefgen.merge.views import merge_views
from briefgen.model import Actor, Designation, Facts, Meeting, View
from briefgen.reading.holders import kind_of_holder

__all__ = ["Wishes", "merge"]


def merge(
    parts: Iterable[Facts], wishes: Wishes | None = None, published: Mapping[str, date | None] | None = None
) -> Facts:
    """Merge facts.

    `wishes` are the user's own lists of who is the same and who is not; they beat every test. `published` gives the day
    on which each source came out, by its id: what was planned and what came of it cannot be told apart without.
    """
    given = list(parts)
    joined = merge_actors([part.actors for part in given], wishes or Wishes())
    by_id = {actor.id: actor for actor in joined.actors}
    return Facts(
        actors=joined.actors,
        meetings=merge_meetings(
            [_meeting(fact, joined, place) for place, part in enumerate(given) for fact in part.meetings],
            by_id,
            published,
        ),
        designations=merge_designations(
            [_designation(fact, joined, place) for place, part in enumerate(given) for fact in part.designations], by_id
        ),
        views=merge_views(
            [_view(fact, joined, place, by_id) for place, part in enumerate(given) for fact in part.views]
        ),
        denials=_once(_meeting(fact, joined, place) for place, part in enumerate(given) for fact in part.denials),
    )


def _once(denials: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Give denials in the order of their passages, whatever the order of the documents, each once."""
    told = {(e.source, e.start, e.end, fact.participants): fact for fact in denials for e in fact.evidence}
    return tuple(told[key] for key in sorted(told))


def _all(joined: Joined, place: int, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(joined.id_of(place, key) for key in keys))


def _meeting(fact: Meeting, joined: Joined, place: int) -> Meeting:
    return replace(
        fact,
        participants=_all(joined, place, fact.participants),
        reports=tuple(_meeting(report, joined, place) for report in fact.reports),
    )


def _designation(fact: Designation, joined: Joined, place: int) -> Designation:
    return replace(
        fact,
        authority=joined.id_of(place, fact.authority),
        subject=joined.id_of(place, fact.subject),
        reports=tuple(_designation(report, joined, place) for report in fact.reports),
    )


def _view(fact: View, joined: Joined, place: int, by_id: Mapping[str, Actor]) -> View:
    holder = joined.id_of(place, fact.holder) if fact.holder else None
    kind = fact.kind
    actor = by_id.get(holder) if holder else None
    if kind == "other" and actor is not None:
        # one document says "Putin", another "President Vladimir Putin": merged, the holder's standing is known
        kind = kind_of_holder("", actor.kind, actor.role or "", actor.affiliation or "", (actor.name, *actor.aliases))
    affiliation = joined.id_of(place, fact.affiliation) if fact.affiliation else None
    if affiliation is None and actor is not None and actor.kind == "person":
        affiliation = actor.affiliation
    return replace(fact, holder=holder, kind=kind, affiliation=affiliation)
