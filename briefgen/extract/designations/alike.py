"""Find a listing told as one like another: "is considering a similar step against the Front"."""

from __future__ import annotations

from briefgen.extract.designations.cue import Cue
from briefgen.extract.designations.status import status_of
from briefgen.extract.designations.wording import told_before
from briefgen.knowledge.world import words
from briefgen.reading.line import Line

DEEDS = frozenset("step steps move moves measure measures decision action actions".split())
ALIKE = frozenset({"similar", "same", "comparable", "identical", "equivalent", "like", "parallel"})


def alike_cue(line: Line, i: int) -> Cue | None:
    """Read "a similar step against Kahl" where the text speaks of listings: of another what was told of one."""
    if line.low(i - 1) not in ALIKE:
        return None
    if line.low(i) not in DEEDS and line.low(i) not in words("designation", "designation_nouns"):
        return None
    if line.low(i + 1) == "by" and told_before(line, upto=i) and line.low(i) in DEEDS:
        return Cue(at=i + 1, voice="active", status="designated", left=i + 1, right=None, same=True, behind=True)
    if line.low(i + 1) not in ("against", "on", "for", "towards") or not told_before(line, upto=i):
        return None
    status = status_of(line, i, delisting=False, form="noun")
    return Cue(at=i, voice="noun", status=status, left=i, right=i + 2, owner=i) if status is not None else None
