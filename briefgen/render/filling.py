"""Place figures so that no page of the PDF ends half empty: a figure does not break, and what follows must not run before it.

Where a page was laid out and its end stays empty because a figure did not fit, the figure is made narrower or put before or
behind a table of its section, and that page alone is laid out again. Words, tables and their order stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

NARROW = 0.84
"""The width of a figure made narrower, as a share of its own; its words are then 6.9 points high on A4, the smallest 5.3."""
HOLE = 0.1
"""The share of a page that may stay empty at its end."""
_HEADS = ("h2", "h3")

Made = tuple[Any, Any]
"""A page, and where in the tree of boxes the next one begins; None behind the last one."""


@contextmanager
def without_holes() -> Iterator[None]:
    """Let WeasyPrint fill the pages that it lays out meanwhile."""
    from weasyprint.layout import page as layout

    original = layout.remake_page
    settled: set[int] = set()

    def filled(index: int, context: Any, root: Any, html: Any) -> Made:
        return _Filling(index, context, root, lambda number: original(number, context, root, html), settled).page()

    layout.remake_page = filled
    try:
        yield
    finally:
        layout.remake_page = original


@dataclass(slots=True)
class _Filling:
    """One page on the way: `make` lays one out, `settled` holds the figures that were placed and stay where they are."""

    index: int
    context: Any
    root: Any
    make: Callable[[int], Made]
    settled: set[int]

    def page(self) -> Made:
        """Give the page with its end filled, as far as a figure left it empty."""
        before = self._used_up()
        made = self.make(self.index)
        while (left := _pushed(self.root, made)) is not None and id(left.image) not in self.settled:
            self.settled.add(id(left.image))
            made = self._mended(left, made, before)
        return made

    def _mended(self, left: _Left, made: Made, before: Mapping[str, Any]) -> Made:
        """Try one place and width after the other until the page is filled; keep what fills it best."""
        ways = list(_ways(left, _begun(self.root, left.section, self.context.page_maker[self.index][0])))
        best, least = _Way(left.section.children, left.image.style), round(_room(made[0]), 2)
        for way in ways:
            made = self._again(left, way, before)
            if way.later and self._put_off(left):
                continue
            if _pushed(self.root, made) is None:
                return made
            if (room := round(_room(made[0]), 2)) < least:
                best, least = way, room
        return self._again(left, best, before)

    def _again(self, left: _Left, way: _Way, before: Mapping[str, Any]) -> Made:
        """Lay the page out anew in a way."""
        left.section.children, left.image.style = way.parts, way.style
        self._restore(before)
        self.context.page_maker[self.index][-1].update(anchors=[], content_lookups=[])
        return self.make(self.index)

    def _put_off(self, left: _Left) -> bool:
        """Tell whether the figure leaves the next page half empty instead; that is laid out for it, and later once more."""
        if self.context.page_maker[self.index + 1][0] is None:
            return False
        now = self._used_up()
        again = _pushed(self.root, self.make(self.index + 1))
        self._restore(now)
        return again is not None and again.image is left.image

    def _used_up(self) -> dict[str, Any]:
        """Give what laying a page out takes from WeasyPrint's context."""
        return {name: getattr(self.context, name).copy() for name in _USED_UP}

    def _restore(self, held: Mapping[str, Any]) -> None:
        for name, content in held.items():
            setattr(self.context, name, content.copy())


_USED_UP = ("footnotes", "reported_footnotes", "broken_out_of_flow")


@dataclass(frozen=True, slots=True)
class _Left:
    """A figure that found no room on a page: the box of its section, its place among the parts of it, and its picture."""

    section: Any
    place: int
    image: Any


@dataclass(frozen=True, slots=True)
class _Way:
    """The parts of a section in an order, its figure in a style; `later` where it stands behind more than it did."""

    parts: Sequence[Any]
    style: Any
    later: bool = False


def _pushed(root: Any, made: Made) -> _Left | None:
    """Give the figure with which, if need be below headings, the page after one begins whose end is empty; else nothing."""
    page, resume_at = made
    found = _beginning(root, resume_at)
    if found is None or _room(page) <= HOLE:
        return None
    section, place = found
    while place < len(section.children) and section.children[place].element_tag in _HEADS:
        place += 1
    figure = section.children[place] if place < len(section.children) else None
    if figure is None or figure.element_tag != "figure":
        return None
    image = next((box for box in figure.descendants() if box.element_tag == "img"), None)
    return _Left(section, place, image) if image is not None else None


def _beginning(root: Any, resume_at: Mapping[int, Any] | None) -> tuple[Any, int] | None:
    """Give the section of what a page begins with, and its place there; None where it begins within a part of one."""
    box, place = root, 0
    while resume_at is not None:
        if len(resume_at) != 1 or not hasattr(box, "children"):
            return None
        ((place, resume_at),) = resume_at.items()
        if resume_at is not None:
            box = box.children[place]
    if place < len(box.children) and box.children[place].element_tag == "section":
        box, place = box.children[place], 0
    return (box, place) if box.element_tag == "section" and box is not root else None


def _begun(root: Any, section: Any, resume_at: Mapping[int, Any] | None) -> int:
    """Give the first place in a section that a page can give to something else: before it, other pages are laid out."""
    box = root
    while resume_at is not None and len(resume_at) == 1:
        ((place, resume_at),) = resume_at.items()
        if box is section:
            return place if resume_at is None else place + 1
        box = box.children[place]
    return 0


def _ways(left: _Left, begun: int) -> Iterator[_Way]:
    """Give the ways in which a figure may stand: narrower where it is, then before or behind the tables next to it."""
    parts, style = left.section.children, left.image.style
    narrow = _narrower(style)
    tables = [n for n, part in enumerate(parts) if part.is_table_wrapper and n >= begun]
    ahead = [n for n in tables if n < left.place][-1:]
    behind = [n + 1 for n in tables if n > left.place][:1]
    if narrow is not None:
        yield _Way(parts, narrow)
    for place in (*behind, *ahead):
        for look in filter(None, (style, narrow)):
            yield _Way(_moved(parts, left.place, place), look, place > left.place)


def _narrower(style: Any) -> Any:
    """Give a figure's style with less width; None where it has none of its own."""
    width = style["width"]
    if width == "auto":
        return None
    narrow = style.copy()
    narrow["width"] = width._replace(value=width.value * NARROW)
    return narrow


def _moved(parts: Sequence[Any], figure: int, place: int) -> list[Any]:
    """Put a part before the one at a place."""
    rest = [part for n, part in enumerate(parts) if n != figure]
    at = place - (place > figure)
    return [*rest[:at], parts[figure], *rest[at:]]


def _room(page: Any) -> float:
    """Give the share of a page that stays empty at its end, or above its footnotes."""
    text, notes = page.children[:2]
    top = page.content_box_y()
    lowest = max((drawn.position_y + drawn.height for drawn in _drawn(text)), default=top)
    end = notes.position_y if notes.children else top + page.height
    return max(0.0, (end - lowest) / page.height) if page.height else 0.0


def _drawn(box: Any) -> Iterator[Any]:
    """Give what is drawn in a box: lines, pictures, rows of tables, and whatever else has nothing in it."""
    waiting = [box]
    while waiting:
        box = waiting.pop()
        children = getattr(box, "children", ())
        if type(box).__name__ == "LineBox":
            yield from (child for child in children if child.element_tag == "img")
        if type(box).__name__ in ("LineBox", "TableRowBox") or not children:
            if isinstance(box.height, int | float):
                yield box
        else:
            waiting.extend(children)
