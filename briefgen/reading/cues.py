"""Say what a word of attribution is: where it stands, whose it is, what it governs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefgen.reading.marks import Holder

CueKind = Literal["clause", "stance", "according"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word of attribution with its holder and, where it governs a clause, the content; offsets in the document."""

    start: int
    end: int
    kind: CueKind
    lemma: str
    holder: Holder | None
    content: tuple[int, int] | None
    denied: bool = False
    """Whether the verb is negated: "did not say"."""
    aside: bool = False
    """Whether it is put between commas into what is said, or to its end, which leaves no doubt of the content."""
    embedded: bool = False
    """Whether the verb stands in a relative clause or is supposed: "anybody who complains", "they would demand"."""
