"""Read measures told by what they forbid: "prohibited transactions with Kahl", "barred Renn from entry"."""

from __future__ import annotations

from briefgen.extract.designations.cue import Cue, cue_of, is_passive
from briefgen.extract.designations.wording import as_what, category
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.stretches import clause_end


def prohibit(line: Line, i: int, form: str) -> Cue | None:
    """Read "prohibited any person from transactions with the Tarn Bank"; what follows from a listing is said in the passive."""
    if is_passive(line, i, form):
        return None
    for k in range(i + 1, min(clause_end(line, i), i + 14)):
        if line.low(k) in ("activities", "activity") and line.low(k + 1) == "of":
            return cue_of(line, i, form)  # "prohibited the activities of the Tarn Front"
        if line.low(k) in words("designation", "dealings") and line.low(k + 1) in ("with", "involving", "to", "for"):
            return cue_of(line, i, form, k + 2, sanctions=True)
    return None


def bar(line: Line, i: int, form: str) -> Cue | None:
    """Read "barred Kahl from entering the country" and "whom Canada has barred"; no other bar is a sanction."""
    what = as_what(line, i)
    if what is not None:
        return cue_of(line, i, form, sanctions=True) if any(category(line, k) for k in what) else None
    for k in range(i + 1, min(clause_end(line, i), i + 20)):
        if line.low(k) == "from":
            ahead = [line.low(n) for n in range(k + 1, min(line.stop, k + 4))]
            return cue_of(line, i, form, sanctions=True) if set(ahead) & words("designation", "entry") else None
    return None
