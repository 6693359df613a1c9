"""Read a correction: what an earlier version of a text said is no fact, the day told in its place is."""

from __future__ import annotations

from briefgen.knowledge.world import words
from briefgen.model import When
from briefgen.reading.attribution import lemma_of
from briefgen.reading.line import Line
from briefgen.reading.marks import Reading

VERSIONS = frozenset("version edition draft".split())
EARLIER = frozenset("earlier previous original first prior initial".split())
WRONGLY = frozenset("wrongly incorrectly mistakenly erroneously inaccurately falsely".split())
ITS = frozenset("the it this that they".split())
"""Words with which the sentence opens that sets right what was said."""


def superseded(line: Line, at: int) -> bool:
    """Tell what "the first edition of this report said", "we wrongly reported", from what is said to be so."""
    said = next(
        (
            k
            for k in range(at - 1, line.start - 1, -1)
            if line.doc[k].pos_ == "VERB" and lemma_of(line.doc[k]) in words("saying", "clause")
        ),
        None,
    )
    if said is None:
        return False
    if any(line.low(k) in WRONGLY for k in range(max(line.start, said - 2), min(at, said + 2))):
        return True
    return any(
        line.low(k) in VERSIONS and line.low(k - 1) in EARLIER and line.low(k + 1) in ("of", "said", "stated", "gave")
        for k in range(line.start + 1, said)
    )


def set_right(reading: Reading, line: Line) -> When | None:
    """Give the day that the next sentence sets in place of what was said: "It was on 4 May"."""
    behind = reading.sentences[line.sentence.index + 1 : line.sentence.index + 2]
    if not behind or behind[0].span[0].lower_ not in ITS:
        return None
    if any(token.lower_ in ("not", "n't", "never", "no") for token in behind[0].span):
        return None
    days = [t.when for t in reading.times_in(behind[0].start, behind[0].end) if t.when is not None and t.when.placed]
    return days[0] if len(days) == 1 else None
