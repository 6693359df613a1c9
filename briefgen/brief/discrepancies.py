"""Say where sources disagree, both sides with their passages; no winner is picked.

Four kinds are told apart: `contradiction` (both cannot be right), `less_precise` (one says less), `later_update` (a
later source tells a newer state of things) and `spelling` (one name written in several ways).
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.denied import denied
from briefgen.brief.told_listings import disagreements_on_listings
from briefgen.brief.told_meetings import disagreements_on_meeting
from briefgen.brief.told_names import spellings_of
from briefgen.model import Discrepancy, DiscrepancyKind, Facts, Source
from briefgen.wording import Words

ORDER: tuple[DiscrepancyKind, ...] = ("contradiction", "later_update", "less_precise", "spelling")


def find_discrepancies(facts: Facts, sources: Sequence[Source], words: Words) -> tuple[Discrepancy, ...]:
    """Compare what single sources report of each merged fact; contradictions come first."""
    published = {source.id: source.published for source in sources}
    actors = {actor.id: actor for actor in facts.actors}
    names = {actor.id: actor.name for actor in facts.actors}
    found: list[Discrepancy] = []
    for meeting in facts.meetings:
        found.extend(disagreements_on_meeting(meeting, names, published, words))
        found.extend(denied(meeting, facts.denials, actors, published, words))
    found.extend(disagreements_on_listings(facts.designations, actors, published, words))
    for actor in facts.actors:
        found.extend(spellings_of(actor, words))
    return tuple(sorted(found, key=lambda d: ORDER.index(d.kind)))
