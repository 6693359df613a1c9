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
MOST_PAGES, MOST_MENDED = 30, 2
"""The most pages of a brief that is mended, as in a longer one a hole weighs little and costs much; and the most sections."""
_SECTION = re.compile(r'<section id="[\w-]+"[^>]*>.*?</section>', re.DOTALL)
_PIECE = re.compile(r"(<table\b.*?</table>|<figure\b.*?</figure>)", re.DOTALL)
_END = "</main></body></html>"


def without_holes(page: str, laid_out: Callable[[str], Any]) -> Any:
    """Give WeasyPrint's document of an HTML page, laid out anew as long as a figure leaves a hole that can be filled."""
    document = laid_out(page)
    for _ in range(MOST_MENDED):
        at_fault = gaping(document.pages)
        again = filled(page, at_fault[0], lambda part: laid_out(part).pages) if at_fault else page
        if again == page:
            break
        page, document = again, laid_out(again)
    return document


def gaping(pages: Sequence[Any]) -> list[str]:
    """Give the addresses of the figures that begin a page, the one before being left half empty; a long brief is let be."""
    pairs = itertools.pairwise(pages if len(pages) <= MOST_PAGES else ())
    return [name for page, following in pairs if _room(page) > HOLE and (name := _first_figure(following))]


def filled(page: str, figure: str, layout: Layout) -> str:
    """Give the HTML with the figures of one section, that of the figure at fault, where they leave the least empty."""
    section = next((found for found in _SECTION.finditer(page) if figure in found[0]), None)
    if section is None or "<table" not in section[0]:
        return page
    tried = {}
    for arranged in (*arrangements(section[0])[1:], section[0]):
        pages = layout(page[: section.start()] + arranged + _END)
        tried[arranged] = empty(pages)
        if not gaping(pages):
            break
    best = min(tried, key=lambda arranged: round(tried[arranged], 2))
    return page[: section.start()] + best + page[section.end() :]


def arrangements(section: str) -> tuple[str, ...]:
    """Give a section as it stands, with narrower figures, and with its figures before or behind other tables of it."""
    parts = _PIECE.split(section)
    figures = [n for n, part in enumerate(parts) if part.startswith("<figure")]
    tables = [n for n, part in enumerate(parts) if part.startswith("<table")]
    places = itertools.product((*reversed(tables), len(parts)), (figures, figures[:1]))
    moved = [section, *(_moved(parts, some, place) for place, some in places)]
    return tuple(dict.fromkeys(made for arranged in moved for made in (arranged, _tight(arranged))))


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


def _first_figure(page: Any) -> str | None:
    """Give the address of the figure that stands at a page's top, if need be below a heading."""
    box = page._page_box
    limit = box.content_box_y() + HEAD * box.height
    return next((b.element.get("src") for b in _drawn(box.children[0]) if _is_figure(b) and b.position_y < limit), None)


def _is_figure(box: Any) -> bool:
    return type(box).__name__ == "InlineReplacedBox" and box.element is not None and box.element.tag == "img"


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
            yield from filter(_is_figure, children)
        if type(box).__name__ in ("LineBox", "TableRowBox") or not children:
            if isinstance(box.height, int | float):
                yield box
        else:
            waiting.extend(children)
