"""Work out on which pages of a Word document its bookmarks stand, for the page numbers in its list of contents.

Word tells pages only when it lays a document out, and asks the reader before it does so for a field in the text. So the
numbers are counted here, from the styles, the widths of words, the heights of lines and the rules that keep lines and rows
together. They are those of Word's own layout where its fonts are there, and near it elsewhere; F9 makes them exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Pt

from briefgen.render.figures.drawing import width
from briefgen.render.word import Element

FACES: Mapping[str, tuple[float, float, float]] = {
    "Calibri": (0.977, 0.970, 1.2207),
    "Cambria": (0.973, 1.038, 1.1724),
    "Arial": (1.08, 1.06, 1.1499),
    "Times New Roman": (0.96, 0.97, 1.1499),
    "Georgia": (1.07, 1.13, 1.1362),
    "Verdana": (1.25, 1.30, 1.2153),
}
"""How wide a typeface runs beside the one that `width` measures in, regular and bold, and its line in ems.

Those of Calibri and Cambria were measured over English text in the fonts made to their measures, Carlito and Caladea; the
others are estimates.
"""
OTHER_FACE = (1.02, 1.03, 1.19)
_TWIPS, _EMU = 20.0, 12700.0
"""What a point has of each."""
_RULE = 8.0
"""The height in points of the line above footnotes."""
_CELL_TOP = _CELL_BOTTOM = 2.5
_GAP = 5.5
"""Points above, below and beside what stands in a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a paragraph style sets its lines, in points."""

    face: str = ""
    size: float = 10.0
    bold: bool = False
    caps: bool = False
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    indent: float = 0.0
    keep: bool = False

    @property
    def height(self) -> float:
        """Give the height of a line."""
        return self.size * FACES.get(self.face, OTHER_FACE)[2] * self.line


@dataclass(slots=True)
class Block:
    """What no page break tears further: lines, or a row; `names` are the bookmarks in it, `notes` its footnotes' height."""

    lines: Sequence[float]
    names: Sequence[str]
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    notes: float = 0.0
    head: float = 0.0
    """The height of the table head that stands above it on a new page."""


def pages_of(document: Any, notes: Mapping[str, str]) -> dict[str, int]:
    """Give the page of each bookmark; `notes` are the footnotes' texts by id."""
    section = document.sections[0]
    room = (section.page_height - section.top_margin - section.bottom_margin) / _EMU
    across = (section.page_width - section.left_margin - section.right_margin) / _EMU
    styles = list(document.styles)
    looks = Looks({style.style_id: style for style in styles}, {style.name: style.style_id for style in styles})
    return _paged(list(_blocks(document.element.body, across, looks, notes)), room)


@dataclass(slots=True)
class Looks:
    """The looks of a document's styles, each worked out once; `ids` are those of the styles by name."""

    styles: Mapping[str, Any]
    ids: Mapping[str, str]
    _known: dict[str, Look] = field(default_factory=dict)

    def of(self, paragraph: Element) -> Look:
        """Give the look of a paragraph's style."""
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        key = style.get(qn("w:val")) if style is not None else ""
        return self.by_id(key)

    def by_id(self, key: str) -> Look:
        """Give the look of the style with an id."""
        if key not in self._known:
            self._known[key] = _look(self.styles.get(key))
        return self._known[key]

    def named(self, name: str) -> Look:
        """Give the look of the style with a name."""
        return self.by_id(self.ids.get(name, ""))


def _look(style: Any) -> Look:
    """Work out a style with those it is based on."""
    chain = []
    while style is not None:
        chain.append(style)
        style = style.base_style

    def first(values: Iterable[Any], default: Any) -> Any:
        return next((value for value in values if value is not None), default)

    fonts, forms = [s.font for s in chain], [s.paragraph_format for s in chain]
    line = first((f.line_spacing for f in forms), 1.0)
    return Look(
        face=first((f.name for f in fonts), ""),
        size=first((f.size for f in fonts), _POINTS_10).pt,
        bold=bool(first((f.bold for f in fonts), False)),
        caps=bool(first((f.all_caps for f in fonts), False)),
        before=first((f.space_before for f in forms), _POINTS_0).pt,
        after=first((f.space_after for f in forms), _POINTS_0).pt,
        line=line if isinstance(line, float) else 1.0,
        indent=sum(first((getattr(f, side) for f in forms), _POINTS_0).pt for side in ("left_indent", "right_indent")),
        keep=bool(first((f.keep_with_next for f in forms), False)),
    )


_POINTS_0, _POINTS_10 = Pt(0), Pt(10)


@cache
def _wide(word: str, face: str, bold: bool) -> float:
    """Give a word's width in ems."""
    regular, heavy, _ = FACES.get(face, OTHER_FACE)
    return width(word, 1.0, 600 if bold else 400) * (heavy if bold else regular)


def lines_of(text: str, look: Look, across: float) -> int:
    """Count the lines that a text fills, its words taken as they fit."""
    room = max(look.size, across - look.indent) / look.size
    space = _wide(" ", look.face, look.bold)
    lines, left = 1, room
    for word in (text.upper() if look.caps else text).split(" "):
        needed = _wide(word, look.face, look.bold)
        if needed > left and left < room:
            lines, left = lines + 1, room
        while needed > left:
            lines, needed, left = lines + 1, needed - left, room
        left -= needed + space
    return lines


def _text(paragraph: Element) -> str:
    return "".join(t.text or "" if t.tag == qn("w:t") else " " for t in paragraph.iter(qn("w:t"), qn("w:tab")))


def _names(node: Element) -> list[str]:
    return [mark.get(qn("w:name")) for mark in node.iter(qn("w:bookmarkStart"))]


def _blocks(body: Element, across: float, looks: Looks, notes: Mapping[str, str]) -> Iterator[Block]:
    for child in body:
        if child.tag == qn("w:tbl"):
            yield from _rows(child, across, looks, notes)
        elif child.tag == qn("w:p"):
            yield _paragraph(child, across, looks, notes)


def _paragraph(node: Element, across: float, looks: Looks, notes: Mapping[str, str]) -> Block:
    look = looks.of(node)
    pictures = [int(extent.get("cy")) / _EMU for extent in node.iter(qn("wp:extent"))]
    lines = pictures or [look.height] * lines_of(_text(node), look, across)
    kept = look.keep or node.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    below = _notes(node, across, looks, notes)
    return Block(lines, _names(node), look.before, look.after, kept, below)


def _notes(node: Element, across: float, looks: Looks, notes: Mapping[str, str]) -> float:
    """Give the height of the footnotes that a paragraph or a row refers to."""
    if not notes:
        return 0.0
    look = looks.named("footnote text")
    told = (notes.get(mark.get(qn("w:id")), "") for mark in node.iter(qn("w:footnoteReference")))
    return sum(lines_of(text, look, across) * look.height + look.after for text in told)


def _rows(table: Element, across: float, looks: Looks, notes: Mapping[str, str]) -> Iterator[Block]:
    head = 0.0
    for row in table.iter(qn("w:tr")):
        cells = [_cell(cell, looks) for cell in row.iter(qn("w:tc"))]
        height = max((h for h, _ in cells), default=0.0) + _CELL_TOP + _CELL_BOTTOM
        if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
            head += height
            yield Block([height], _names(row), keep=True)
            continue
        below = _notes(row, across, looks, notes)
        yield Block([height], _names(row), keep=any(k for _, k in cells), notes=below, head=head)


def _cell(cell: Element, looks: Looks) -> tuple[float, bool]:
    """Give the height of what a cell holds, and whether it keeps its row with the next one."""
    across = int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))) / _TWIPS - _GAP
    height, kept = 0.0, False
    for paragraph in cell.iter(qn("w:p")):
        look = looks.of(paragraph)
        height += lines_of(_text(paragraph), look, across) * look.height + look.before + look.after
        kept = kept or paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    return height, kept


def _paged(blocks: Sequence[Block], room: float) -> dict[str, int]:
    """Fill page after page; what is kept with what follows goes to the next page with it."""
    found: dict[str, int] = {}
    page, used, noted = 1, 0.0, 0.0
    start = 0
    while start < len(blocks):
        end = start
        while blocks[end].keep and end + 1 < len(blocks):
            end += 1
        chain = blocks[start : end + 1]
        last = chain[-1]
        least = sum(last.lines[:2]) if len(last.lines) > 3 else sum(last.lines)
        needed = sum(b.before + sum(b.lines) + b.after for b in chain[:-1]) + last.before + least
        below = sum(b.notes for b in chain)
        if used and used + needed + noted + below + (_RULE if noted or below else 0) > room:
            page, used, noted = page + 1, chain[0].head - chain[0].before, 0.0
        for block in chain:
            found.update((name, page) for name in block.names if name not in found)
            used, noted = used + block.before, noted + block.notes
            for line in block.lines:
                if used + line + noted + (_RULE if noted else 0) > room and used > 0:
                    page, used, noted = page + 1, 0.0, 0.0
                used += line
            used += block.after
        start = end + 1
    return found
