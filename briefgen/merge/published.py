"""Tell when sources came out: by it a plan is known from what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from briefgen.model import Evidence

Published = Mapping[str, date | None]
"""The days on which the sources came out, by their ids."""


def came_out(evidence: Iterable[Evidence], published: Published) -> date | None:
    """Give the day on which the last of the sources of some passages came out, as far as it is known."""
    return max((day for e in evidence if (day := published.get(e.source))), default=None)
