"""Place figures so that no page of the PDF ends half empty: a figure does not break, and what follows must not run before it.

A section is laid out as it stands; only where a figure leaves a hole are its figures made narrower, or put between its
tables, which break anywhere, and what fills the pages best is kept. Words, tables and their order stay as they are.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

Layout = Callable[[str], Sequence[Any]]
"""Lays HTML out and gives its pages, as WeasyPrint makes them."""
TIGHT = "figure.tight img { width: 84% }"
"""The style of a figure made narrower; its words are then 6.8 points high."""
HOLE, HEAD = 0.1, 0.25
"""The share of a page that may stay empty at its end, and that at a page's top in which a figure stands that left it so."""
MOST_PAGES = 40
"""Pages of a brief in which a hole is looked for: in a longer one it weighs little, and costs much to mend."""
_SECTION = re.compile(r'<section id="[\w-]+"[^>]*>.*?</section>', re.DOTALL)
_PIECE = re.compile(r"(<table\b.*?</table>|<figure\b.*?</figure>)", re.DOTALL)
_PICTURE = "InlineReplacedBox"
_END = "</main></body></html>"


def gaping(pages: Sequence[Any]) -> bool:
    """Say whether a page ends half empty before one that a figure begins; a long brief is let be."""
    pairs = itertools.pairwise(pages if len(pages) <= MOST_PAGES else ())
    return any(_room(page) > HOLE and _begins_with_figure(following) for page, following in pairs)


def filled(page: str, layout: Layout) -> str:
    """Give the HTML with the figures of each section where they leave the least room empty."""
    start = 0
    while (found := _SECTION.search(page, start)) is not None:
        section, before = found[0], page[: found.start()]
        if "<figure" in section and "<table" in section:
            section = _best(before, section, layout)
            page = before + section + page[found.end() :]
        start = len(before) + len(section)
    return page


def _best(before: str, section: str, layout: Layout) -> str:
    """Choose the first arrangement of a section that leaves no hole, else the one that leaves the least empty."""
    best, least = section, float("inf")
    for arranged in arrangements(section):
        pages = layout(before + arranged + _END)
        left = empty(pages)
        if left < least - 0.02:
            best, least = arranged, left
        if not gaping(pages):
            break
    return best


def arrangements(section: str) -> Iterator[str]:
    """Give a section as it stands, with narrower figures, and with its figures before or behind other tables of it."""
    yield section
    yield _tight(section)
    parts = _PIECE.split(section)
    figures = [n for n, part in enumerate(parts) if part.startswith("<figure")]
    tables = [n for n, part in enumerate(parts) if part.startswith("<table")]
    for place in (*reversed(tables), len(parts)):
        for moved in (figures, figures[:1]):
            made = _moved(parts, moved, place)
            if made != section:
                yield made
                yield _tight(made)


def _tight(section: str) -> str:
    return re.sub(r'(<figure class="[\w-]+)"', r'\1 tight"', section)


def _moved(parts: Sequence[str], figures: Sequence[int], place: int) -> str:
    """Put figures before the part at a place; behind the last table where it is the end of the section."""
    taken = "".join(parts[n] for n in figures)
    tables = [n for n, part in enumerate(parts) if part.startswith("<table")]
    made = []
    for n, part in enumerate(parts):
        if n == place:
            made.append(taken)
        if n not in figures:
            made.append(part)
        if place == len(parts) and n == tables[-1]:
            made.append(taken)
    return "".join(made)


def empty(pages: Sequence[Any]) -> float:
    """Sum the holes at the ends of pages, as shares of a page, that of the last page left aside."""
    return sum(room for room in map(_room, pages[:-1]) if room > HOLE)


def _begins_with_figure(page: Any) -> bool:
    box = page._page_box
    limit = box.content_box_y() + HEAD * box.height
    return any(drawn.position_y < limit for drawn in _drawn(box.children[0]) if type(drawn).__name__ == _PICTURE)


def _room(page: Any) -> float:
    """Give the share of a page that stays empty at its end."""
    box = page._page_box
    lowest = max((drawn.position_y + drawn.height for drawn in _drawn(box.children[0])), default=0.0)
    return max(0.0, 1 - (lowest - box.content_box_y()) / box.height) if box.height else 0.0


def _drawn(box: Any) -> Iterator[Any]:
    """Give what is drawn in a box: lines, pictures, rows of tables, and whatever else has nothing in it."""
    waiting = [box]
    while waiting:
        box = waiting.pop()
        children = getattr(box, "children", ())
        if type(box).__name__ == "LineBox":
            yield from (child for child in children if type(child).__name__ == _PICTURE)
        if type(box).__name__ in ("LineBox", "TableRowBox") or not children:
            if isinstance(box.height, int | float):
                yield box
        else:
            waiting.extend(children)
