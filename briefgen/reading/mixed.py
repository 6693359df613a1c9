"""Join quoted words with the attributed clause that they stand in: "the talks would end “in weeks, not months”"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from briefgen.reading.marks import Quote

NEARLY_ALL = 0.9
"""Share of a clause that, when quoted, makes it the quotation and nothing more."""


def with_clauses(text: str, direct: Sequence[Quote], clauses: Sequence[Quote]) -> list[Quote]:
    """Give quotations and clauses in text order; what is quoted inside a clause of the same speaker is one with it.

    A clause that is quoted for the greater part counts as direct.
    """
    starts = [quote.start for quote in direct]
    taken: set[int] = set()
    kept: list[Quote] = []
    for clause in clauses:
        first = max(0, bisect_left(starts, clause.start) - 1)
        stop = bisect_left(starts, clause.end)
        near = [k for k in range(first, stop) if k not in taken and direct[k].end > clause.start]
        length = sum(end - start for start, end in clause.spans)
        quoted = sum(_shared(direct[k], clause) for k in near)
        inside = [k for k in near if _belongs(text, direct[k], clause)]
        if quoted >= NEARLY_ALL * length or (not inside and quoted * 2 >= length):
            continue
        if inside:
            taken.update(inside)
            kept.append(_joined(text, clause, [direct[k] for k in inside], direct=quoted * 2 >= length))
        else:
            kept.append(clause)
    both = (*(quote for k, quote in enumerate(direct) if k not in taken), *kept)
    return sorted(both, key=lambda q: (q.start, q.end))


def _shared(quote: Quote, clause: Quote) -> int:
    return sum(max(0, min(end, clause.end) - max(start, clause.start)) for start, end in quote.spans)


def _belongs(text: str, quote: Quote, clause: Quote) -> bool:
    """Tell a quoted piece of a clause from a sentence of its own, and from what another speaker is cited with."""
    start, end = quote.spans[0]
    if len(quote.spans) > 1 or start < clause.start or end > clause.end + 2:
        return False
    if quote.cue != clause.cue and not _same_holder(quote, clause):
        return False
    lead = text[clause.start : start].rstrip("“\"„«‘'` ")
    own = text[start : start + 1].isupper() and (not lead or lead.endswith((":", ".", "!", "?", "—", "–")))
    return not own


def _same_holder(quote: Quote, clause: Quote) -> bool:
    mine, theirs = quote.holder, clause.holder
    if mine is None or theirs is None:
        return mine is None
    return (mine.start, mine.end) == (theirs.start, theirs.end) or (
        mine.entity is not None and mine.entity == theirs.entity
    )


def _joined(text: str, clause: Quote, quoted: Sequence[Quote], *, direct: bool) -> Quote:
    """Give the clause with the marks that stand at its ends."""
    start, end = clause.spans[-1][0], max(clause.end, *(quote.end for quote in quoted))
    closing = re.compile(r"[.,!?]?(?:[”\"»’']|'')").match(text, end)
    if closing is not None and any(quote.end >= end - 1 for quote in quoted):
        end = closing.end()
    opening = re.search(r"(?:[“\"„«‘]|``|'')$", text[max(0, start - 2) : start])
    if opening is not None and any(quote.start <= start for quote in quoted):
        start -= len(opening[0])
    return replace(clause, spans=(*clause.spans[:-1], (start, end)), direct=direct)
