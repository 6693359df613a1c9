"""Find what stands between quotation marks, of any style, over paragraphs, with apostrophes left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.model import Block

DOUBLE = re.compile(r"[“”\"„«»]|``|''")
SINGLE = re.compile(r"(?<![\w])[‘'](?=[\w“\"])|(?<=[\w.,!?…”\"])[’'](?!\w)")
OPENING = frozenset({"“", "„", "«", "``"})
CLOSING = frozenset({"”", "»", "''"})
LONGEST = 6_000
"""Characters; an opening mark without a partner within this reach is no quotation."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The stretch `start:end` between quotation marks; `outer_start:outer_end` includes the marks; `block` is its place."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: int


def marked_stretches(text: str, blocks: Sequence[Block]) -> list[Marked]:
    """Give the quoted stretches in order; one that runs over paragraphs gives a stretch for each paragraph."""
    found: list[Marked] = []
    open_before = False
    for place, block in enumerate(blocks):
        stretches, still_open = _in_block(text, block, place, open_before)
        found.extend(stretches)
        follows = place + 1 < len(blocks) and text[blocks[place + 1].start] in "“\"„«‘'"
        open_before = still_open and follows
    return found


def _in_block(text: str, block: Block, place: int, continued: bool) -> tuple[list[Marked], bool]:
    """Pair the marks of a block. A paragraph that opens again without a close before it continues a quotation."""
    found: list[Marked] = []
    opened: re.Match[str] | None = None
    style = DOUBLE
    if not DOUBLE.search(text, block.start, block.end):
        style = SINGLE
    for match in style.finditer(text, block.start, block.end):
        mark = match[0]
        opens = _opens(text, match, block, opened is not None)
        if opened is None:
            if opens:
                opened = match
            continue
        if opens and mark in OPENING and match.start() - opened.end() < LONGEST:
            continue  # a nested opening mark, or a paragraph's repeated one
        if match.start() > opened.end() and match.start() - opened.end() <= LONGEST:
            found.append(Marked(opened.end(), match.start(), opened.start(), match.end(), place))
            opened = None
        else:
            opened = match if opens else None
    if (
        opened is not None
        and block.end - opened.end() <= LONGEST
        and (opened.start() == block.start or style is DOUBLE)
    ):
        tail = text[opened.end() : block.end]
        # an opening mark whose close comes in a later paragraph: only at the start of a paragraph, or near its end
        if style is DOUBLE and (opened.start() == block.start or continued) and len(tail.split()) > 3:
            found.append(Marked(opened.end(), block.end, opened.start(), block.end, place))
            return found, True
    return found, False


def _opens(text: str, match: re.Match[str], block: Block, inside: bool) -> bool:
    mark = match[0]
    if mark in OPENING:
        return True
    if mark in CLOSING:
        return False
    before = text[match.start() - 1] if match.start() > block.start else " "
    after = text[match.end()] if match.end() < block.end else " "
    if inside:
        return before.isspace() and not after.isspace() and after not in ".,;:!?)"
    return (before.isspace() or before in "([—–-/") and not after.isspace()


def words_in(text: str) -> int:
    """Count the words of a stretch.

    >>> words_in("a friendly country,")
    3
    """
    return sum(any(c.isalnum() for c in word) for word in text.split())


def outside(start: int, end: int, stretches: Sequence[Marked]) -> Iterator[tuple[int, int]]:
    """Give the parts of `start:end` that lie in no quoted stretch."""
    at = start
    for mark in stretches:
        if mark.outer_end <= at or mark.outer_start >= end:
            continue
        if mark.outer_start > at:
            yield at, min(mark.outer_start, end)
        at = max(at, mark.outer_end)
    if at < end:
        yield at, end
