"""Load e-books (EPUB): the chapters in the order of the spine."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import ZipFile

from briefgen.errors import SourceError
from briefgen.model import Limits
from briefgen.sources.archive import open_zip, read_member
from briefgen.sources.feed import day_of, parse_xml
from briefgen.sources.loaded import Loaded
from briefgen.sources.markup import paragraphs_of, parse_html
from briefgen.sources.paragraphs import Paragraph, build, clean

if TYPE_CHECKING:
    from lxml.etree import _Element


def load_epub(data: bytes, limits: Limits) -> Loaded:
    """Give the text of all chapters and the book's own record. Raises SourceError."""
    box = open_zip(data)
    names = set(box.namelist())
    if (
        "META-INF/encryption.xml" in names
        and b"EncryptedData" in read_member(box, "META-INF/encryption.xml", limits.max_unpacked)
        and "META-INF/rights.xml" in names
    ):
        raise SourceError("", "encrypted", "the book is locked to its buyer (DRM)")
    place = _package(box, limits)
    if place not in names:
        raise SourceError("", "damaged", "the book has no list of its chapters")
    package = parse_xml(read_member(box, place, limits.max_unpacked))
    built = build(_chapters(box, package, posixpath.dirname(place), limits))
    said = {name: _said(package, name) for name in ("title", "publisher", "date", "language")}
    creators = [clean(node.text or "") for node in package.iter() if _name(node) == "creator"]
    return Loaded(
        text=built.text,
        blocks=built.blocks,
        title=said["title"],
        publisher=said["publisher"],
        authors=tuple(name for said in creators for name in re.split(r"\s*;\s*", said) if name),
        published=day_of((said["date"] or "")[:10]),
        language=(said["language"] or "")[:2].lower() or None,
    )


def _package(box: ZipFile, limits: Limits) -> str:
    if "META-INF/container.xml" not in box.namelist():
        raise SourceError("", "damaged", "the book has no container record")
    container = parse_xml(read_member(box, "META-INF/container.xml", limits.max_unpacked))
    return next((node.get("full-path", "") for node in container.iter() if _name(node) == "rootfile"), "")


def _chapters(box: ZipFile, package: _Element, folder: str, limits: Limits) -> Iterator[Paragraph]:
    files = {
        node.get("id"): node.get("href", "")
        for node in package.iter()
        if _name(node) == "item" and "html" in node.get("media-type", "")
    }
    left = limits.max_unpacked
    names = set(box.namelist())
    seen: set[str] = set()
    spine = [node.get("idref") for node in package.iter() if _name(node) == "itemref"]
    for reference in spine or files:
        name = posixpath.normpath(posixpath.join(folder, unquote(files.get(reference, "").partition("#")[0])))
        if name not in names or name in seen:
            continue
        seen.add(name)
        chapter = read_member(box, name, left)
        left -= len(chapter)
        tree = parse_html(chapter)
        if tree is not None:
            yield from paragraphs_of(tree)


def _said(package: _Element, name: str) -> str | None:
    return next((clean(node.text) for node in package.iter() if _name(node) == name and node.text), None) or None


def _name(node: _Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
