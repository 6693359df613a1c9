"""Load OpenDocument texts (ODT)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from briefgen.errors import SourceError
from briefgen.model import Limits
from briefgen.sources.archive import open_zip, read_member
from briefgen.sources.bylines import on_record
from briefgen.sources.feed import day_of, parse_xml
from briefgen.sources.loaded import Loaded
from briefgen.sources.marking import marking_of
from briefgen.sources.paragraphs import Paragraph, build, clean, table_row

if TYPE_CHECKING:
    from lxml.etree import _Element

HEAD_OR_FOOT = re.compile(r"(?:header|footer)(?:-left|-first)?$")
SKIPPED = frozenset(("tracked-changes", "annotation", "note-citation", "sequence-decls", "forms", "script"))


def load_odt(data: bytes, limits: Limits) -> Loaded:
    """Give an ODT's paragraphs, headings, list items and table rows in order. Raises SourceError."""
    box = open_zip(data)
    names = box.namelist()
    if "META-INF/manifest.xml" in names and b"encryption-data" in read_member(
        box, "META-INF/manifest.xml", limits.max_unpacked
    ):
        raise SourceError("", "encrypted", "the document is protected with a password. Save it without one")
    if "content.xml" not in names:
        raise SourceError("", "damaged", "the document has no text part")
    root = parse_xml(read_member(box, "content.xml", limits.max_unpacked))
    body = next((node for node in root.iter() if _name(node) == "text" and _space(node) == "office"), root)
    built = build(_paragraphs(body, 0))
    said: dict[str, str] = {}
    if "meta.xml" in names:
        meta = parse_xml(read_member(box, "meta.xml", limits.max_unpacked))
        said = {_name(node): clean(node.text or "") for node in meta.iter()}
    author = said.get("initial-creator") or said.get("creator")
    return Loaded(
        text=built.text,
        blocks=built.blocks,
        title=said.get("title") or None,
        authors=on_record(author),
        written=day_of(said.get("creation-date", "")[:10]),
        language=said.get("language", "")[:2].lower() or None,
        marking=_marking(read_member(box, "styles.xml", limits.max_unpacked)) if "styles.xml" in names else None,
    )


def _marking(styles: bytes) -> str | None:
    """Read the handling mark in the pages' heads and feet, which stand among the styles."""
    edges = (node for node in parse_xml(styles).iter() if HEAD_OR_FOOT.match(_name(node)) and _space(node) == "style")
    return marking_of(clean(paragraph.text) for edge in edges for paragraph in _paragraphs(edge, 0))


def _paragraphs(node: _Element, depth: int) -> Iterator[Paragraph]:
    for child in node if depth < 200 else ():
        name = _name(child)
        if name in SKIPPED or not name:
            continue
        if name in ("p", "h"):
            yield Paragraph(text=_text(child, 0), kind="heading" if name == "h" else "prose")
            for inner in child.iter():  # frames with text and notes stand inside the paragraph they belong to
                if _name(inner) in ("text-box", "note-body"):
                    yield from _paragraphs(inner, depth + 1)
        elif name == "table-row":
            yield from _row(child, depth)
        else:
            yield from _paragraphs(child, depth + 1)


def _row(row: _Element, depth: int) -> Iterator[Paragraph]:
    cells = [list(_paragraphs(cell, depth + 1)) for cell in row if _name(cell) == "table-cell"]
    whole = table_row([" ".join(paragraph.text for paragraph in cell) for cell in cells])
    yield from [whole] if whole else chain.from_iterable(cells)


def _text(node: _Element, depth: int) -> str:
    pieces = [node.text or ""]
    for child in node if depth < 200 else ():
        name = _name(child)
        if name in ("s", "tab", "line-break"):
            pieces.append(" ")
        elif name and name not in SKIPPED and name not in ("text-box", "note-body", "note"):
            pieces.append(_text(child, depth + 1))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _name(node: _Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _space(node: _Element) -> str:
    return node.tag.partition("}")[0].rstrip(":").rsplit(":", 2)[-2] if isinstance(node.tag, str) else ""
