"""Load Word files, from the XML itself: the common library leaves out tracked insertions, content controls and notes.

Deleted text, hidden text, field codes, headers and footers are no part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING
from zipfile import ZipFile

from briefgen.errors import SourceError
from briefgen.model import BlockKind, Limits
from briefgen.sources.archive import open_zip, read_member
from briefgen.sources.bylines import on_record
from briefgen.sources.feed import day_of, parse_xml
from briefgen.sources.loaded import Loaded
from briefgen.sources.marking import marking_of
from briefgen.sources.paragraphs import Paragraph, build, clean, table_row

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
SKIPPED = frozenset(
    W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "sdtPr", "tblPr", "tblGrid")
)
HEAD_OR_FOOT = re.compile(r"word/(?:header|footer)\d*\.xml")
MOST_HEADS = 12
TEMPLATE_DAY = date(2013, 12, 23)
"""The creation day in the template that python-docx brings: no file with it says when it was written."""


def load_docx(data: bytes, limits: Limits) -> Loaded:
    """Give a Word file's paragraphs, table rows and notes in order. Raises SourceError."""
    box = open_zip(data)
    left = limits.max_unpacked
    body = _member(box, "word/document.xml", left)
    if body is None:
        raise SourceError("", "damaged", "the Word file has no text part")
    root = parse_xml(body.replace(STRICT, W.strip("{}").encode()))
    left -= len(body)
    styles = _styles(_member(box, "word/styles.xml", left))
    paragraphs = list(_paragraphs(root, styles, 0))
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        notes = _member(box, name, left)
        if notes is not None:
            paragraphs += _paragraphs(parse_xml(notes), styles, 0)
    built = build(paragraphs)
    said = _properties(_member(box, "docProps/core.xml", left))
    created = day_of(said.get("created", ""))
    creator = said.get("creator", "")
    return Loaded(
        text=built.text,
        blocks=built.blocks,
        title=said.get("title") or _title(paragraphs),
        authors=() if creator == "python-docx" else on_record(creator),
        written=None if created == TEMPLATE_DAY else created,
        language=said.get("language", "")[:2].lower() or None,
        marking=_marking(box, left),
    )


def _marking(box: ZipFile, most: int) -> str | None:
    """Read the handling mark in the pages' heads and feet, which are no part of the text."""
    names = [name for name in box.namelist() if HEAD_OR_FOOT.fullmatch(name)][:MOST_HEADS]
    heads = (parse_xml(read_member(box, name, most)) for name in sorted(names))
    return marking_of(clean(paragraph.text) for head in heads for paragraph in _paragraphs(head, {}, 0))


def _member(box: ZipFile, name: str, most: int) -> bytes | None:
    return read_member(box, name, most) if name in box.namelist() else None


def _styles(data: bytes | None) -> dict[str, str]:
    """Give the English name of each style by its id: ids are translated ("berschrift1"), built-in names are not."""
    if data is None:
        return {}
    names: dict[str, str] = {}
    for style in parse_xml(data).iter(W + "style"):
        name = style.find(W + "name")
        if name is not None:
            names[style.get(W + "styleId", "")] = name.get(W + "val", "").lower()
    return names


def _paragraphs(node: _Element, styles: dict[str, str], depth: int) -> Iterator[Paragraph]:
    """Walk the block level; a paragraph's text boxes follow it."""
    if depth > 200:
        return
    for child in node:
        if child.tag in SKIPPED or not isinstance(child.tag, str):
            continue
        if child.tag == W + "p":
            yield Paragraph(text=_text(child), kind=_kind(child, styles))
            for box in child.iter(W + "txbxContent"):
                if not any(str(above.tag).endswith("}Fallback") for above in box.iterancestors()):
                    yield from _paragraphs(box, styles, depth + 1)
        elif child.tag == W + "tr":
            if child.find(f"{W}trPr/{W}del") is not None:
                continue
            yield from _row(child, styles, depth)
        elif child.tag == W + "footnote" or child.tag == W + "endnote":
            if child.get(W + "type") is None:
                yield from _paragraphs(child, styles, depth + 1)
        else:
            yield from _paragraphs(child, styles, depth + 1)


def _row(row: _Element, styles: dict[str, str], depth: int) -> Iterator[Paragraph]:
    cells = [list(_paragraphs(cell, styles, depth + 1)) for cell in row.iter(W + "tc") if _row_of(cell) is row]
    whole = table_row([" ".join(paragraph.text for paragraph in cell) for cell in cells])
    yield from [whole] if whole else chain.from_iterable(cells)


def _row_of(cell: _Element) -> _Element | None:
    return next(cell.iterancestors(W + "tr"), None)


def _text(paragraph: _Element) -> str:
    pieces: list[str] = []
    stack: list[_Element] = [paragraph]
    while stack:
        node = stack.pop()
        if node.tag in SKIPPED or not isinstance(node.tag, str) or node.tag == W + "txbxContent" or _hidden(node):
            continue
        if node.tag == W + "t":
            pieces.append(node.text or "")
        elif node.tag in (W + "tab", W + "br", W + "cr"):
            pieces.append(" ")
        elif node.tag == W + "noBreakHyphen":
            pieces.append("-")
        else:
            stack.extend(reversed(node))
    return "".join(pieces)


def _hidden(node: _Element) -> bool:
    mark = node.find(f"{W}rPr/{W}vanish") if node.tag == W + "r" else None
    return mark is not None and mark.get(W + "val") not in ("0", "false")


def _kind(paragraph: _Element, styles: dict[str, str]) -> BlockKind:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = styles.get(style.get(W + "val", ""), "") if style is not None else ""
    if name.startswith(("heading", "title", "subtitle", "toc")):
        return "heading"
    return "caption" if name == "caption" else "prose"


def _title(paragraphs: list[Paragraph]) -> str | None:
    first = next((paragraph for paragraph in paragraphs if paragraph.text.strip()), None)
    return clean(first.text) if first is not None and first.kind == "heading" else None


def _properties(data: bytes | None) -> dict[str, str]:
    if data is None:
        return {}
    return {
        node.tag.rpartition("}")[2]: clean(node.text or "")
        for node in parse_xml(data).iter()
        if isinstance(node.tag, str)
    }
