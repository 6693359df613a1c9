"""Edits of a Word document's XML, as an editor's program makes them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from briefgen.model import Brief

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Edit = Callable[[etree._Element], None]


def edited(data: bytes, *edits: Edit) -> bytes:
    """Give a document with its main part changed, as an editor's program would save it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                for edit in edits:
                    edit(root)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(name, content)
    return made.getvalue()


def control(root: etree._Element, path: str) -> etree._Element:
    return next(s for s in root.iter(f"{W}sdt") if s.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == path)


def run(text: str) -> etree._Element:
    made = etree.Element(f"{W}r")
    etree.SubElement(made, f"{W}t").text = text
    return made


def retype(path: str, text: str) -> Edit:
    def edit(root: etree._Element) -> None:
        content = control(root, path).find(f"{W}sdtContent")
        for child in list(content):
            content.remove(child)
        if text:
            content.append(run(text))

    return edit


def tracked(path: str, text: str) -> Edit:
    """Replace a value with changes tracked: the old text struck out, the new one inserted."""

    def edit(root: etree._Element) -> None:
        content = control(root, path).find(f"{W}sdtContent")
        struck = etree.Element(f"{W}del", {f"{W}id": "901", f"{W}author": "A. Renn"})
        for child in list(content):
            for words in child.iter(f"{W}t"):
                words.tag = f"{W}delText"
            struck.append(child)
        inserted = etree.Element(f"{W}ins", {f"{W}id": "902", f"{W}author": "A. Renn"})
        inserted.append(run(text))
        content.extend([struck, inserted])

    return edit


def paragraph_of(root: etree._Element, path: str) -> etree._Element:
    return next(control(root, path).iterancestors(f"{W}p"))


def row_of(root: etree._Element, path: str) -> etree._Element:
    return next(control(root, path).iterancestors(f"{W}tr"))


def take_out(path: str) -> Edit:
    return _without(path, paragraph_of)


def take_out_row(path: str) -> Edit:
    return _without(path, row_of)


def _without(path: str, found: Callable[[etree._Element, str], etree._Element]) -> Edit:
    def edit(root: etree._Element) -> None:
        node = found(root, path)
        node.getparent().remove(node)

    return edit


def add_behind(path: str, text: str) -> Edit:
    def edit(root: etree._Element) -> None:
        p = paragraph_of(root, path)
        made = etree.Element(f"{W}p")
        style = p.find(f"{W}pPr")
        made.append(deepcopy(style))
        made.append(run(text))
        p.addnext(made)

    return edit


def add_row_behind(path: str, *cells: str) -> Edit:
    def edit(root: etree._Element) -> None:
        row = row_of(root, path)
        made = etree.Element(f"{W}tr")
        for text in cells:
            cell = etree.SubElement(made, f"{W}tc")
            etree.SubElement(cell, f"{W}p").append(run(text))
        row.addnext(made)

    return edit


def reword(before: str, after: str) -> Edit:
    def edit(root: etree._Element) -> None:
        found = (t for t in root.iter(f"{W}t") if before in (t.text or ""))
        words = next(t for t in found if next(t.iterancestors(f"{W}hyperlink"), None) is None)
        words.text = words.text.replace(before, after)

    return edit


def paths(brief: Brief) -> dict[str, str]:
    meeting = next(m for m in brief.meetings if m.place)
    return {
        "place": f"meetings/{meeting.id}/place",
        "date": f"meetings/{meeting.id}/date",
        # the first of all has an id longer than a tag of Word's may be, and stands there shortened
        "point": f"key_points/{brief.key_points[2].id}/text",
        "other": f"key_points/{brief.key_points[3].id}/text",
        "view": f"views/{brief.views[0].id}/text",
    }
