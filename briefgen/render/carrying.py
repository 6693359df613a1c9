"""Carry the brief inside its Word document, and tell whether somebody has saved it since."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zlib
from typing import Any
from zipfile import BadZipFile

from briefgen.contract import plain
from briefgen.model import Brief
from briefgen.render.theme import Theme

NAMESPACE = "urn:briefgen:1"
EDITS_NAME = "edits.txt"
"""The file in the PDF of an edited document that tells what was edited."""
UNREADABLE = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What `zipfile` raises for a damaged or locked package."""


def carry(document: Any, brief: Brief | None, base: dict[str, str], theme: Theme) -> None:
    """Put brief.json, what was written where, the theme and the main part's hash into a custom XML part.

    A clean document carries no brief: only the hash that tells whether somebody has saved it since.
    """
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import Part
    from lxml import etree

    from briefgen.render.word import clean
    from briefgen.render.word_text import Reader, fact_tags, words_elsewhere

    package = document.part.package
    root = etree.Element(f"{{{NAMESPACE}}}brief", nsmap={None: NAMESPACE})
    as_made: dict[str, Any] = {"document": hashlib.sha256(document.part.blob).hexdigest()}
    if brief is not None:
        reader = Reader(fact_tags(base))
        paragraphs = [[p.text, p.table, p.row, p.cell, p.kind] for p in reader.read(document.element.body)]
        settings = {"name": theme.name, "paper": theme.paper, "evidence": theme.evidence}
        parts = {str(part.partname): part for part in package.iter_parts()}
        others = words_elsewhere(parts, lambda name: bytes(parts[name].blob))
        made = {"brief": plain(brief), "base": reader.facts, "paragraphs": paragraphs, "elsewhere": others}
        as_made = {**made, "theme": settings, **as_made}
    root.text = clean(json.dumps(as_made, ensure_ascii=True))
    item = Part(
        package.next_partname("/customXml/item%d.xml"),
        "application/xml",
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True),
        package,
    )
    store = (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem ds:itemID="{6B1F6F0A-0000-4000-8000-0B21EF6E0001}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    properties = Part(
        package.next_partname("/customXml/itemProps%d.xml"),
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        store.encode(),
        package,
    )
    document.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)


def carried(data: bytes) -> dict[str, Any] | None:
    """Give what `docx` put into the custom XML part.

    {"brief": ..., "base": {path: text}, "paragraphs": [[text with facts as marks, table, row, cell, kind]], "elsewhere": [text of
    heads, feet and notes], "theme": {"name": ...}, "document": SHA-256 of the main part}.

    None where the file is no document of briefgen's.
    """
    import zipfile

    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in sorted(package.namelist()):
                if re.fullmatch(r"customXml/item\d+\.xml", name):
                    root = etree.fromstring(package.read(name), etree.XMLParser(resolve_entities=False, huge_tree=True))
                    if root.tag == f"{{{NAMESPACE}}}brief":
                        found = json.loads(root.text or "")
                        return found if isinstance(found, dict) else None
    except (*UNREADABLE, etree.XMLSyntaxError):
        return None
    return None


def is_as_made(data: bytes) -> bool:
    """Tell whether a DOCX is what briefgen made, not saved by anybody since."""
    import zipfile

    found = carried(data)
    if found is None:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return bool(found.get("document") == hashlib.sha256(package.read("word/document.xml")).hexdigest())
    except (*UNREADABLE, KeyError):
        return False
