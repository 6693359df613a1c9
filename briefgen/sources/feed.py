"""Load feeds (RSS, Atom, RDF): each entry is a source of its own."""

from __future__ import annotations

from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from briefgen.errors import SourceError
from briefgen.model import Limits
from briefgen.sources.archive import MOST_MEMBERS
from briefgen.sources.bylines import on_record
from briefgen.sources.loaded import Loaded, Part
from briefgen.sources.markup import paragraphs_of, parse_html
from briefgen.sources.paragraphs import Paragraph, build, clean
from briefgen.sources.shown import member_name
from briefgen.sources.text import decode

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENT = ("encoded", "content", "description", "summary")
DATES = ("pubdate", "published", "date", "issued", "updated", "modified")


def load_feed(data: bytes, limits: Limits) -> Loaded:
    """Give a feed's entries as parts, named by number and title. Raises SourceError for a broken or empty feed."""
    root = parse_xml(data)
    channel = next((node for node in root if _name(node) == "channel"), root)
    publisher, desk = _title(channel), _authors(channel)
    entries = [node for node in root.iter() if _name(node) in ("item", "entry")][:MOST_MEMBERS]
    parts = []
    for number, entry in enumerate(entries, 1):
        loaded = _entry(entry, publisher, desk)
        name = member_name(f"{number:03d} {clean(loaded.title or '')[:60]}".strip().replace("/", "-"))
        parts.append(Part(name=name, data=repr((loaded.title, loaded.url, loaded.text)).encode(), loaded=loaded))
    if not parts:
        raise SourceError("", "no_text", "the feed holds no entries")
    return Loaded(parts=tuple(parts))


def parse_xml(data: bytes) -> _Element:
    """Parse XML without entities, document types or network. Raises SourceError."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
        if root is None:
            root = etree.fromstring(decode(data).encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("", "damaged", f"the XML cannot be read: {clean(str(error))[:200]}") from None
    if root is None:
        raise SourceError("", "damaged", "the XML cannot be read")
    return root


def _entry(entry: _Element, publisher: str | None, desk: tuple[str, ...]) -> Loaded:
    """Load an entry; the authors of an Atom feed (`desk`) are those of entries that name none (RFC 4287, 4.2.1)."""
    body = next((text for name in CONTENT if (text := _content(entry, name))), "")
    tree = parse_html(body) if "<" in body else None
    title = _title(entry)
    paragraphs = list(paragraphs_of(tree)) if tree is not None else [Paragraph(text=t) for t in body.split("\n\n")]
    if title and (not paragraphs or clean(paragraphs[0].text) != title):
        paragraphs.insert(0, Paragraph(text=title, kind="title"))
    built = build(paragraphs)
    return Loaded(
        text=built.text,
        blocks=built.blocks,
        title=title,
        publisher=_said(entry, "source") or publisher,
        authors=_authors(entry) or desk,
        published=_published(entry),
        url=_link(entry),
    )


def _content(entry: _Element, name: str) -> str:
    from lxml import etree

    for node in entry:
        if _name(node) == name:
            if len(node):  # Atom with XHTML inside
                return "".join(etree.tostring(child, encoding="unicode") for child in node)
            return node.text or ""
    return ""


def _published(entry: _Element) -> date | None:
    for name in DATES:
        for node in entry:
            if _name(node) == name and node.text and (day := day_of(node.text.strip())):
                return day
    return None


def day_of(text: str) -> date | None:
    """Give the day of an RFC 5322 or ISO 8601 date, in its own time zone; None for anything else."""
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _link(entry: _Element) -> str | None:
    for node in entry:
        if _name(node) == "link" and node.get("rel", "alternate") == "alternate":
            address = (node.get("href") or node.text or "").strip()
            if address.startswith(("http://", "https://")):
                return address
    return None


def _title(node: _Element) -> str | None:
    """Give a title as text: Atom's may be HTML by its `type`, and RSS's often are."""
    said = _said(node, "title")
    tree = parse_html(f"<p>{said}</p>") if said and ("&" in said or "<" in said) else None
    return said if tree is None else clean(str(tree.text_content())) or said


def _authors(node: _Element) -> tuple[str, ...]:
    said = [name for child in node if _name(child) in ("creator", "author") if (name := _author(child))]
    return tuple(dict.fromkeys(name for names in said for name in on_record(names) or (names,)))


def _author(node: _Element) -> str:
    name = next((child for child in node if _name(child) == "name"), node)
    text = clean(name.text or "")
    # RSS writes "desk@example.org (Jane Doe)"
    return text.partition("(")[2].rstrip(")") if "@" in text and "(" in text else text


def _said(node: _Element, name: str) -> str | None:
    for child in node:
        if _name(child) == name:
            return clean("".join(str(piece) for piece in child.itertext())) or None
    return None


def _name(node: _Element) -> str:
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""
