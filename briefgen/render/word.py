"""Small pieces of WordprocessingML (ISO/IEC 29500-1) that python-docx has no call for."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
Element = Any
"""An lxml element of python-docx's classes; it ships no types for them."""


def clean(text: str) -> str:
    """Replace what XML 1.0 cannot hold by U+FFFD."""
    return _BAD.sub("\ufffd", text)


def element(tag: str, *children: Element, **attributes: object) -> Element:
    """Make `w:tag` with w: attributes and children."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    for child in children:
        made.append(child)
    return made


def text_element(tag: str, text: str) -> Element:
    """Make `w:t` or `w:instrText` that keeps its white space."""
    made = element(tag)
    made.set(qn("xml:space"), "preserve")
    made.text = clean(text)
    return made


def run(text: str, *, bold: bool = False, italic: bool = False, style: str | None = None, rtl: bool = False) -> Element:
    """Make a run of text, with a character style's id where one is given."""
    properties = [element("rStyle", val=style)] if style else []
    properties += [element("b")] if bold else []
    properties += [element("i")] if italic else []
    properties += [element("rtl")] if rtl else []
    made = element("r", *([element("rPr", *properties)] if properties else []))
    for number, part in enumerate(text.split("\n")):
        if number:
            made.append(element("br"))
        made.append(text_element("t", part))
    return made


def field(instruction: str, shown: str) -> list[Element]:
    """Make a complex field, such as PAGE, with the result it shows until Word counts anew."""
    return [*field_start(instruction), element("r", text_element("t", shown)), field_end()]


def field_start(instruction: str) -> list[Element]:
    """Begin a complex field; what follows is the result it shows, until its end."""
    return [
        element("r", element("fldChar", fldCharType="begin")),
        element("r", text_element("instrText", f" {instruction} ")),
        element("r", element("fldChar", fldCharType="separate")),
    ]


def field_end() -> Element:
    """End a complex field."""
    return element("r", element("fldChar", fldCharType="end"))


def bookmark(number: int, name: str, content: Iterable[Element] = ()) -> list[Element]:
    """Put a bookmark around content; `name` has at most 40 characters of letters, digits and `_`."""
    return [element("bookmarkStart", id=number, name=name), *content, element("bookmarkEnd", id=number)]


def bookmark_name(anchor: str) -> str:
    """Make a bookmark's name from an anchor of the HTML ("p-S1-3" -> "p_S1_3")."""
    name = re.sub(r"\W", "_", anchor, flags=re.ASCII)
    return name if len(name) <= 40 else f"a_{hashlib.sha256(anchor.encode()).hexdigest()[:16]}"


def fact_name(path: str) -> str:
    """Make the name of the bookmark around an editable fact; it outlives LibreOffice, which drops content controls' tags."""
    return f"bg_{hashlib.sha256(path.encode()).hexdigest()[:16]}"


def fact_tag(path: str) -> str:
    """Make the tag of a fact's content control: its path, shortened where it is longer than Word keeps (64 characters)."""
    return path if len(path) <= 64 else f"{path[:47]}~{hashlib.sha256(path.encode()).hexdigest()[:16]}"


def control(path: str, content: Iterable[Element]) -> Element:
    """Put an editable fact into a content control whose tag is the fact's path; the id is made from the path, hence stable."""
    digest = hashlib.sha256(path.encode()).hexdigest()
    tag = fact_tag(path)
    properties = element(
        "sdtPr", element("alias", val=tag), element("tag", val=tag), element("id", val=int(digest[:7], 16))
    )
    return element("sdt", properties, element("sdtContent", *content))


def packed(document: Any) -> bytes:
    """Save a document so that the same content gives the same bytes: entries sorted, dated 1980."""
    saved = io.BytesIO()
    document.save(saved)
    made = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new:
        # readers expect the list of content types first
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", not n.startswith("_rels"), n)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 0
            new.writestr(entry, old.read(name))
    return made.getvalue()
