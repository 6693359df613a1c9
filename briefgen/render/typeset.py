"""Set the paragraphs and rows of a Word document into lines, as far as pages need it: how high each is, what keeps together.

Taken from the document: sizes, weights, spacing, indents and line heights of its styles, those of runs included, the cells'
margins and rules. Taken from tables of typefaces: how wide letters run, and how high lines are (see `typefaces`). Estimated:
italics run as upright letters do; a line breaks behind spaces, hyphens and dashes, as Word's do in Latin script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Length, Pt

from briefgen.render.typefaces import line_of, wide
from briefgen.render.word import Element

TWIPS, EMU = 20.0, 12700.0
"""What a point has of each."""
_PIECE = re.compile(r"\n| +|[^ \n\-–—]*[\-–—]+|[^ \n\-–—]+")
"""A line's end, spaces, or letters with the hyphen or dash behind which a line may end."""
_POINTS_0, _POINTS_10 = Pt(0), Pt(10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a paragraph style sets its lines, in points; `line` is a factor, `least` and `exact` are heights."""

    face: str = ""
    size: float = 10.0
    bold: bool = False
    caps: bool = False
    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    least: float = 0.0
    exact: float = 0.0
    indent: float = 0.0
    first: float = 0.0
    """How much further in the first line begins."""
    above: float = 0.0
    below: float = 0.0
    """What borders add."""
    keep: bool = False

    @property
    def height(self) -> float:
        """Give the height of a line."""
        return self.exact or max(self.least, self.size * line_of(self.face) * self.line)

    def wide(self, words: str) -> float:
        """Give the width of words."""
        return self.size * wide(words.upper() if self.caps else words, self.face, self.bold)


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


@dataclass(slots=True)
class Looks:
    """The looks of a document's styles, each worked out once."""

    styles: Mapping[str, Any]
    normal: str
    """The id of the style that a paragraph has which names none."""
    numbering: Any
    _known: dict[str, Look] = field(default_factory=dict)
    _runs: dict[tuple[Look, str, bool], Look] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> Looks:
        """Give the looks of a document's styles."""
        styles = {style.style_id: style for style in document.styles}
        normal = next((key for key, style in styles.items() if style.name == "Normal"), "")
        related = (rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering"))
        numbering = next((part.element for part in related), None)
        return cls(styles, normal, numbering)

    def paragraph(self, node: Element) -> Look:
        """Give the look of a paragraph's style."""
        style = node.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self.by_id(style.get(qn("w:val")) if style is not None else self.normal)

    def by_id(self, key: str) -> Look:
        """Give the look of the style with an id."""
        if key not in self._known:
            self._known[key] = _look(self.styles.get(key), self.numbering)
        return self._known[key]

    def run(self, look: Look, node: Element) -> Look:
        """Give the look of a run in a paragraph of a look."""
        properties = node.find(qn("w:rPr"))
        if properties is None:
            return look
        style, bold = properties.find(qn("w:rStyle")), properties.find(qn("w:b")) is not None
        key = style.get(qn("w:val")) if style is not None else ""
        if (look, key, bold) not in self._runs:
            font = self.styles[key].font if key in self.styles else None
            self._runs[look, key, bold] = replace(
                look,
                face=(font and font.name) or look.face,
                size=font.size.pt if font and font.size else look.size,
                bold=bold or bool(look.bold if font is None or font.bold is None else font.bold),
            )
        return self._runs[look, key, bold]


def _look(style: Any, numbering: Any) -> Look:
    """Work out a style with those it is based on."""
    chain = []
    while style is not None:
        chain.append(style)
        style = style.base_style
    fonts, forms = [s.font for s in chain], [s.paragraph_format for s in chain]
    line, rule = (_first((getattr(f, n) for f in forms), None) for n in ("line_spacing", "line_spacing_rule"))
    height = line.pt if isinstance(line, Length) else 0.0
    left, right, first = (
        _first((getattr(f, side) for f in forms), None) for side in ("left_indent", "right_indent", "first_line_indent")
    )
    listed_left, listed_first = _listed(chain, numbering)
    return Look(
        face=_first((f.name for f in fonts), ""),
        size=_first((f.size for f in fonts), _POINTS_10).pt,
        bold=bool(_first((f.bold for f in fonts), False)),
        caps=bool(_first((f.all_caps for f in fonts), False)),
        before=_first((f.space_before for f in forms), _POINTS_0).pt,
        after=_first((f.space_after for f in forms), _POINTS_0).pt,
        line=1.0 if height else line or 1.0,
        least=height if rule == WD_LINE_SPACING.AT_LEAST else 0.0,
        exact=height if rule == WD_LINE_SPACING.EXACTLY else 0.0,
        indent=(left.pt if left is not None else listed_left) + (right.pt if right is not None else 0.0),
        first=first.pt if first is not None else listed_first,
        above=_border(chain, "top"),
        below=_border(chain, "bottom"),
        keep=bool(_first((f.keep_with_next for f in forms), False)),
    )


def _border(chain: Sequence[Any], side: str) -> float:
    """Give the height of a style's border, with the room between it and the text."""
    found = _first((s.element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}/{qn(f'w:{side}')}") for s in chain), None)
    return _thick(found) + int(found.get(qn("w:space")) or 0) if found is not None else 0.0


def _thick(rule: Element | None) -> float:
    """Give how thick a rule is."""
    return int(rule.get(qn("w:sz")) or 0) / 8 if rule is not None and rule.get(qn("w:val")) != "nil" else 0.0


def _first(values: Iterable[Any], default: Any) -> Any:
    return next((value for value in values if value is not None), default)


def _listed(chain: Sequence[Any], numbering: Any) -> tuple[float, float]:
    """Give the indent of a style that is a list, and of its first line, which its numbering has; the sign fills the rest."""
    number = _first((s.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") for s in chain), None)
    if number is None or numbering is None:
        return 0.0, 0.0
    val = qn("w:val")
    instance = (n for n in numbering.findall(qn("w:num")) if n.get(qn("w:numId")) == number.get(val))
    abstract = {n.find(qn("w:abstractNumId")).get(val) for n in instance}
    for form in numbering.findall(qn("w:abstractNum")):
        indent = form.find(f"{qn('w:lvl')}/{qn('w:pPr')}/{qn('w:ind')}")
        if form.get(qn("w:abstractNumId")) in abstract and indent is not None:
            return int(indent.get(qn("w:left")) or 0) / TWIPS, 0.0
    return 0.0, 0.0


def lines_of(pieces: Iterable[tuple[str, Look]], look: Look, across: float) -> list[float]:
    """Give the heights of the lines that the runs of a paragraph fill, their words taken as they fit."""
    across = max(look.size, across - look.indent)
    lines, left = [look.height], across - look.first
    fresh, word, high = True, 0.0, 0.0

    def put(word: float, high: float) -> None:
        nonlocal left, fresh
        if word > left and not fresh:
            lines.append(look.height)
            left = across
        while word > left:  # it fits into no line, and is torn
            word -= left
            lines.append(high)
            left = across
        lines[-1] = max(lines[-1], high)
        left, fresh = left - word, False

    for text, form in pieces:
        for piece in _PIECE.findall(text):
            if piece[0] not in " \n":
                word, high = word + form.wide(piece), max(high, form.height)
                if piece[-1] not in "-–—":
                    continue
            if word:
                put(word, high)
                word, high = 0.0, 0.0
            if piece == "\n":
                lines.append(look.height)
                left, fresh = across, True
            elif piece[0] == " ":
                left -= form.wide(piece)
    if word:
        put(word, high)
    return lines


@dataclass(slots=True)
class Setting:
    """What the blocks of a document are set by: the room across, its styles, and its footnotes by id."""

    across: float
    looks: Looks
    notes: Mapping[str, Element]

    def blocks(self, body: Element) -> Iterator[Block]:
        """Give the paragraphs and rows of a body in order."""
        for child in body:
            if child.tag == qn("w:tbl"):
                yield from self._rows(child)
            elif child.tag == qn("w:p"):
                yield self._paragraph(child)

    def _paragraph(self, node: Element) -> Block:
        look = self.looks.paragraph(node)
        pictures = [int(extent.get("cy")) / EMU for extent in node.iter(qn("wp:extent"))]
        lines = pictures or lines_of(self._pieces(node, look), look, self.across)
        lines[0], lines[-1] = lines[0] + look.above, lines[-1] + look.below
        return Block(lines, _names(node), look.before, look.after, look.keep or _keeps(node), self._below(node))

    def _pieces(self, node: Element, look: Look) -> Iterator[tuple[str, Look]]:
        for run in node.iter(qn("w:r")):
            text = "".join(_SAID.get(part.tag) or part.text or "" for part in run.iter(qn("w:t"), *_SAID))
            if text:
                yield text, self.looks.run(look, run)

    def _below(self, node: Element) -> float:
        """Give the height of the footnotes that a paragraph or a row refers to."""
        if not self.notes:
            return 0.0
        told = (self.notes.get(mark.get(qn("w:id"))) for mark in node.iter(qn("w:footnoteReference")))
        return sum(self._high(note.iter(qn("w:p")), self.across) for note in told if note is not None)

    def _high(self, nodes: Iterable[Element], across: float) -> float:
        """Give the height of paragraphs with the space around them; between two the larger space counts."""
        height, after = 0.0, 0.0
        for node in nodes:
            look = self.looks.paragraph(node)
            lines = lines_of(self._pieces(node, look), look, across)
            height += max(after, look.before) + look.above + sum(lines) + look.below
            after = look.after
        return height + after

    def _rows(self, table: Element) -> Iterator[Block]:
        grid = _Grid.of(table, self.looks)
        head = 0.0
        for row in table.iter(qn("w:tr")):
            cells = list(row.iter(qn("w:tc")))
            height = max((self._cell(cell, grid) for cell in cells), default=0.0) + grid.high
            if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None:
                height += grid.rule
                head += height
                yield Block([height], _names(row), keep=True)
            else:
                kept = any(map(_keeps, row.iter(qn("w:p"))))
                yield Block([height], _names(row), keep=kept, notes=self._below(row), head=head)

    def _cell(self, cell: Element, grid: _Grid) -> float:
        across = int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))) / TWIPS - grid.wide
        return self._high(cell.iter(qn("w:p")), across)


_SAID = {qn("w:tab"): " ", qn("w:br"): "\n"}


@dataclass(frozen=True, slots=True)
class _Grid:
    """What a table adds: to each row, with the rule below it, to a head row on top of that, and beside what a cell holds."""

    high: float
    rule: float
    wide: float

    @classmethod
    def of(cls, table: Element, looks: Looks) -> _Grid:
        """Give a table's, from its style; the margins of a style that names none are Word's."""
        named = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}")
        style = looks.styles.get(named.get(qn("w:val"))) if named is not None else None
        found = style.element if style is not None else table

        def twips(side: str, default: int) -> float:
            margin = found.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}/{qn(f'w:{side}')}")
            return int(margin.get(qn("w:w")) if margin is not None else default) / TWIPS

        rule = _thick(found.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}/{qn('w:insideH')}"))
        heads = (n for n in found.findall(qn("w:tblStylePr")) if n.get(qn("w:type")) == "firstRow")
        below = f"{qn('w:tcPr')}/{qn('w:tcBorders')}/{qn('w:bottom')}"
        head = max((_thick(n.find(below)) for n in heads), default=0.0)
        return cls(
            twips("top", 0) + twips("bottom", 0) + rule,
            max(0.0, head - rule),
            twips("left", 108) + twips("right", 108),
        )


def _keeps(node: Element) -> bool:
    return node.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def _names(node: Element) -> list[str]:
    return [mark.get(qn("w:name")) for mark in node.iter(qn("w:bookmarkStart"))]
