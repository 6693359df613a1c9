"""Step 4, extract: find actors, meetings, designations and views in a reading.

Four finders that do not know each other; what two of them need lies in `reading`.
"""

from __future__ import annotations

from briefgen.model import Facts
from briefgen.reading.marks import Reading


def extract(reading: Reading) -> Facts:
    """Find the facts of one document, each with the passage that proves it."""
    from briefgen.extract.actors import find_actors
    from briefgen.extract.designations import find_designations
    from briefgen.extract.meetings import find_meetings
    from briefgen.extract.views import find_views

    return Facts(
        actors=tuple(find_actors(reading)),
        meetings=tuple(find_meetings(reading)),
        designations=tuple(find_designations(reading)),
        views=tuple(find_views(reading)),
    )
