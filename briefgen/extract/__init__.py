"""Step 4, extract: find actors, meetings, designations and views in a reading.

Four finders that do not know each other; what two of them need lies in `reading`. Views are told the passages of the
other facts, so that what only repeats one is not shown again as an opinion.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefgen.model import Facts
from briefgen.reading.marks import Reading


def extract(reading: Reading) -> Facts:
    """Find the facts of one document, each with the passage that proves it."""
    from briefgen.extract.actors import find_actors
    from briefgen.extract.designations import find_designations
    from briefgen.extract.meetings import find_meetings
    from briefgen.extract.meetings.denials import find_denials
    from briefgen.extract.views import find_views

    actors = tuple(find_actors(reading))
    # a state known only from an adjective ("a Polish academic") is no actor: what names it then carries its name
    text = {e.id: e.name for e in reading.entities}
    text.update({actor.id: actor.id for actor in actors})
    meetings, designations = tuple(find_meetings(reading)), tuple(find_designations(reading))
    told = [e for meeting in meetings for e in meeting.evidence]
    told += [e for designation in designations for e in designation.evidence]
    return Facts(
        actors=tuple(replace(a, affiliation=_or_text(a.affiliation, text)) for a in actors),
        meetings=meetings,
        designations=designations,
        views=tuple(
            replace(v, holder=_or_text(v.holder, text), affiliation=_or_text(v.affiliation, text))
            for v in find_views(reading, told)
        ),
        denials=tuple(find_denials(reading)),
    )


def _or_text(key: str | None, text: Mapping[str, str]) -> str | None:
    return None if key is None else text.get(key, key)
