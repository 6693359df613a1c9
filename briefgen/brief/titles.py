"""Compose a title and a subtitle where the user gives none."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.ordering import actor_weights
from briefgen.model import Facts, Period, Source
from briefgen.wording import Words

IN_TITLE = 3


def compose_title(facts: Facts, words: Words) -> str:
    """Name the bodies and states that matter most, with all who act for them; persons only where there is nothing else."""
    weight = actor_weights(facts)
    for person in facts.actors:
        if person.kind == "person" and person.affiliation and person.affiliation in weight:
            weight[person.affiliation] += weight[person.id]
    bodies = [actor for actor in facts.actors if actor.kind != "person"] or list(facts.actors)
    top = sorted(bodies, key=lambda actor: (-weight[actor.id], actor.name))[:IN_TITLE]
    return words.listed([actor.name for actor in top]) if top else words.say("untitled_brief")


def compose_subtitle(sources: Sequence[Source], period: Period | None, words: Words) -> str:
    """Say how many sources there are and which days they, or the period asked for, cover."""
    dates = sorted(source.published for source in sources if source.published)
    told = [words.count(len(sources), "source")]
    if period:
        told.append(words.stretch(period.start, period.end))
    elif dates:
        told.append(words.say("published", dates=words.stretch(dates[0], dates[-1])))
    text = ", ".join(told)
    return text[:1].upper() + text[1:]
