"""Put together what each side of a disagreement says, with its passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from briefgen.model import Designation, Evidence, Meeting, Side

SIDE_PASSAGES = 3
Published = Mapping[str, "date | None"]
"""The days on which the sources came out, by their ids."""


def sides(groups: Mapping[str, Sequence[Meeting | Designation]]) -> tuple[Side, ...]:
    """Give a side for each group of facts, under the words that they have in common."""
    return tuple(
        Side(text=text, evidence=passages(e for fact in group for e in fact.evidence)) for text, group in groups.items()
    )


def passages(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Give the first few passages, each once, in the order of the sources."""
    once = {(e.source, e.start, e.end): e for e in evidence}
    return tuple(once[key] for key in sorted(once, key=lambda k: (int(k[0][1:]), k[1], k[2])))[:SIDE_PASSAGES]


def latest(facts: Iterable[Meeting | Designation], published: Published) -> date | None:
    """Give the day on which the last of the sources came out, as far as it is known."""
    return max((day for fact in facts for e in fact.evidence if (day := published.get(e.source))), default=None)


def sources_of(facts: Iterable[Meeting | Designation]) -> set[str]:
    """Give the sources that tell any of the facts."""
    return {e.source for fact in facts for e in fact.evidence}
