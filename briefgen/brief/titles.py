"""Compose a title and a subtitle where the user gives none."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.ordering import actor_weights
from briefgen.model import Facts, Period, Source
from briefgen.wording import counted, day, listed, stretch

IN_TITLE = 3


def compose_title(facts: Facts) -> str:
    """Name the bodies and states that matter most; persons only where there is nothing else."""
    weight = actor_weights(facts)
    bodies = [actor for actor in facts.actors if actor.kind != "person"] or list(facts.actors)
    top = sorted(bodies, key=lambda actor: (-weight[actor.id], actor.name))[:IN_TITLE]
    return listed([actor.name for actor in top]) if top else "Brief"


def compose_subtitle(sources: Sequence[Source], period: Period | None) -> str:
    """Say how many sources there are and which days they, or the period asked for, cover."""
    dates = sorted(source.published for source in sources if source.published)
    words = [counted(len(sources), "source")]
    if period:
        words.append(stretch(period.start, period.end))
    elif dates:
        words.append(
            f"published {day(dates[0])}" if dates[0] == dates[-1] else f"published {stretch(dates[0], dates[-1])}"
        )
    text = ", ".join(words)
    return text[:1].upper() + text[1:]
