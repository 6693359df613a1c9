"""Put together what each side of a disagreement says, with its passages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

from briefgen.merge.published import Published, came_out
from briefgen.model import Designation, Evidence, Meeting, Side
from briefgen.wording import Words

_T = TypeVar("_T")
SIDE_PASSAGES = 3
RECENT = timedelta(31)
"""What a source tells of the weeks before it came out is news to it: a listing anew, not the listing of years ago."""


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
    return came_out((e for fact in facts for e in fact.evidence), published)


def named(states: Mapping[str, _T], table: str, words: Words) -> dict[str, _T]:
    """Give what is grouped by status with the words for each status in place of its code."""
    return {words.of(table, status): group for status, group in states.items()}


def sources_of(facts: Iterable[Meeting | Designation]) -> set[str]:
    """Give the sources that tell any of the facts."""
    return {e.source for fact in facts for e in fact.evidence}
