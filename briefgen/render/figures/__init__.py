"""Draw figures as SVG, from the brief's facts alone: the same brief gives the same picture, and words say what it shows.

Each is left out where there is too little to show, and says in its caption what it leaves away.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.model import Brief
from briefgen.render.figures.days import days
from briefgen.render.figures.matrix import matrix
from briefgen.render.figures.network import network
from briefgen.render.figures.timeline import timeline
from briefgen.render.sheet import DesignationRow, Figure, MeetingRow
from briefgen.wording import Words


def figures(
    brief: Brief,
    names: dict[str, str],
    meetings: Sequence[MeetingRow],
    designations: Sequence[DesignationRow],
    words: Words,
) -> dict[str, Figure]:
    """Draw what the brief has enough facts for, by name; `names` are the actors' names, fit to be shown."""
    drawn = (
        timeline(brief.meetings, meetings, brief.prepared, words),
        network(brief.meetings, brief.actors, names, words),
        matrix(designations, words),
        days(brief.sources, words),
    )
    return {figure.name: figure for figure in drawn if figure is not None}
