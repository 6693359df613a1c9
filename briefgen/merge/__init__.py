"""Step 5, merge: the facts of many documents become one entry for one real-world thing.

The same type goes in and comes out, so merging is closed: it may be done again, in any order, and loses no evidence.
Actors come first, as the other facts name them by id.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefgen.merge.actors import Joined, Wishes, merge_actors
from briefgen.merge.designations import merge_designations
from briefgen.merge.meetings import merge_meetings
from briefgen.merge.views import merge_views
from briefgen.model import Designation, Facts, Meeting, View

__all__ = ["Wishes", "merge"]


def merge(parts: Iterable[Facts], wishes: Wishes | None = None) -> Facts:
    """Merge facts. `wishes` are the user's own lists of who is the same and who is not; they beat every test."""
    given = list(parts)
    joined = merge_actors([part.actors for part in given], wishes or Wishes())
    by_id = {actor.id: actor for actor in joined.actors}
    return Facts(
        actors=joined.actors,
        meetings=merge_meetings([_meeting(fact, joined, place) for place, part in enumerate(given) for fact in part.meetings], by_id),
        designations=merge_designations(
            [_designation(fact, joined, place) for place, part in enumerate(given) for fact in part.designations], by_id),
        views=merge_views([_view(fact, joined, place) for place, part in enumerate(given) for fact in part.views]),
    )


def _all(joined: Joined, place: int, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(joined.id_of(place, key) for key in keys))


def _meeting(fact: Meeting, joined: Joined, place: int) -> Meeting:
    return replace(fact, participants=_all(joined, place, fact.participants),
                   reports=tuple(_meeting(report, joined, place) for report in fact.reports))


def _designation(fact: Designation, joined: Joined, place: int) -> Designation:
    return replace(fact, authority=joined.id_of(place, fact.authority), subject=joined.id_of(place, fact.subject),
                   reports=tuple(_designation(report, joined, place) for report in fact.reports))


def _view(fact: View, joined: Joined, place: int) -> View:
    return replace(fact, holder=joined.id_of(place, fact.holder) if fact.holder else None,
                   affiliation=joined.id_of(place, fact.affiliation) if fact.affiliation else None)
