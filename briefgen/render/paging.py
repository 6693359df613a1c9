"""Work out on which pages of a Word document its bookmarks stand, for the page numbers in its list of contents.

Word tells pages only when it lays a document out, and asks the reader before it does so for a field in the text. So the
numbers are counted here: lines as `typeset` sets them fill page after page, by Word's rules for lines that stay together.

Of LibreOffice 7.4 with Carlito and Caladea, these were the pages of all headings in briefs of 12, 13, 22 and 95 pages (37 of
37), and with footnotes in two of 10 pages (18 of 18); Word itself was not at hand. LibreOffice leaves pages half empty where
a table of a hundred rows and more holds footnotes, which is not followed (2 of 8 headings in a brief of 26 pages). Estimated are
the line above footnotes, and that a footnote stands whole on the page of its reference. F9 in Word counts the numbers anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from briefgen.render.typeset import EMU, Block, Looks, Setting
from briefgen.render.word import Element

_RULE = 8.0
"""The height in points of the line above footnotes: an estimate."""


def pages_of(document: Any, notes: Mapping[str, Element]) -> dict[str, int]:
    """Give the page of each bookmark; `notes` are the footnotes by id."""
    section = document.sections[0]
    room = (section.page_height - section.top_margin - section.bottom_margin) / EMU
    across = (section.page_width - section.left_margin - section.right_margin) / EMU
    return _paged(list(Setting(across, Looks.of(document), notes).blocks(document.element.body)), room)


def _paged(blocks: Sequence[Block], room: float) -> dict[str, int]:
    """Fill page after page; what is kept with what follows goes to the next page with it."""
    pages = _Pages(room)
    start = 0
    while start < len(blocks):
        end = start
        while blocks[end].keep and end + 1 < len(blocks):
            end += 1
        chain = blocks[start : end + 1]
        if not pages.holds(chain):
            pages.turn(chain[0].head)
        for block in chain:
            pages.put(block)
        start = end + 1
    return pages.found


@dataclass(slots=True)
class _Pages:
    """The pages on the way: how far the last one is filled from its top, and by footnotes from its foot."""

    room: float
    found: dict[str, int] = field(default_factory=dict)
    page: int = 1
    used: float = 0.0
    noted: float = 0.0
    after: float = 0.0
    """The space below what was put last."""

    def turn(self, head: float = 0.0) -> None:
        """Begin a page."""
        self.page, self.used, self.noted, self.after = self.page + 1, head, 0.0, 0.0

    def gap(self, block: Block) -> float:
        """Give the space above a block: the larger one of the two that meet, and none at the head of a page."""
        return max(self.after, block.before) if self.used else 0.0

    def fits(self, height: float, notes: float = 0.0) -> bool:
        """Tell whether so much more fits on the page; something does on each."""
        noted = self.noted + notes
        return not self.used or self.used + height + noted + (_RULE if noted else 0.0) <= self.room

    def holds(self, chain: Sequence[Block]) -> bool:
        """Tell whether blocks that are kept together fit on the page, of the last one as much as may not stand alone."""
        last = chain[-1]
        height = self.gap(chain[0]) + sum(sum(b.lines) + max(b.after, n.before) for b, n in pairwise(chain))
        least = last.lines[:2] if len(last.lines) > 3 else last.lines
        return self.fits(height + sum(least), sum(b.notes for b in chain))

    def put(self, block: Block) -> None:
        """Put a block on the page, and on those that follow where it is longer."""
        self.found.update((name, self.page) for name in block.names if name not in self.found)
        self.used += self.gap(block)
        self.noted += block.notes
        for number, line in enumerate(block.lines):
            # the last line of a longer paragraph never stands alone at the head of a page
            last_two = number > 1 and number == len(block.lines) - 2
            if not self.fits(line + (block.lines[-1] if last_two else 0.0)):
                self.turn()
            self.used += line
        self.after = block.after
