"""Turn a tree of HTML into paragraphs, all of its text: for books, mail and feeds, which have no furniture to drop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.model import BlockKind
from briefgen.sources.paragraphs import LONGEST_ITEM, Paragraph, table_row

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

SILENT = frozenset(
    "script style noscript template head iframe object embed svg math form select button input "
    "textarea nav canvas audio video map".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure "
    "footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th "
    "thead tr ul caption item list quote row cell".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
NOTE_MARK = re.compile(r"\[?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶])\]?")
"""What stands raised in a text and leads to a note."""
WAY_BACK = re.compile(r"[↩↑⏎⤴^\ufe0e\ufe0f\s]+")
"""What stands in a note and leads back to the text."""
NOTE_ROLES = frozenset({"doc-noteref", "doc-backlink", "noteref", "backlink", "footnote-ref", "footnote-back"})
"""What links to notes and back are called: by ARIA, by EPUB, and in the classes of pandoc's pages."""
DEEPEST = 300


def parse_html(data: bytes | str) -> HtmlElement | None:
    """Parse HTML leniently, following no address. Gives None where nothing can be made of it."""
    from lxml import etree, html

    if isinstance(data, bytes) and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.replace(b"\x00", b"")
    parser = html.HTMLParser(
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding=None if isinstance(data, str) else _charset(data),
    )
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError, LookupError):
        return None
    drop_note_marks(tree)
    return tree


def drop_note_marks(tree: HtmlElement) -> None:
    """Take out the numbers that lead to notes and the arrows that lead back: "on 5 March 2024.1" is no text."""
    marks = [node for node in tree.iter("a", "sup") if _is_note_mark(node)]
    for node in marks:
        if node.getparent() is not None:
            node.drop_tree()


def _is_note_mark(node: HtmlElement) -> bool:
    """Tell a raised mark with a link into the page, and a link whose role or arrow says that it is one of a note's two."""
    if node.tag == "a":
        called = {node.get("role"), node.get("epub:type"), *(node.get("class") or "").split()}
        back = (node.get("href") or "").startswith("#") and WAY_BACK.fullmatch(node.text_content())
        return bool(called & NOTE_ROLES or back)
    above = node.getparent()
    link = above if above is not None and above.tag == "a" else node.find(".//a")
    mark = NOTE_MARK.fullmatch(node.text_content().strip())
    return link is not None and "#" in (link.get("href") or "") and mark is not None


def _charset(data: bytes) -> str | None:
    """Give the encoding for a page that names none or is plain UTF-8; libxml2 takes such pages for Latin-1."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def paragraphs_of(root: _Element) -> Iterator[Paragraph]:
    """Give the paragraphs of a tree in reading order; a table row of short cells is one paragraph."""
    open_text: list[str] = []
    yield from _walk(root, open_text, "prose", 0)
    yield from _flushed(open_text, "prose")


def _walk(node: _Element, text: list[str], kind: BlockKind, depth: int) -> Iterator[Paragraph]:
    name = _name(node)
    if name in SILENT or depth > DEEPEST:
        return
    if name in BLOCKS:
        yield from _flushed(text, kind)
    inner = kind_of(name, kind)
    if name in ("tr", "row") and (whole := _row(node)):
        yield whole
        return
    if name == "br":
        text.append("\n")
    text.append(node.text or "")
    for child in node:
        if isinstance(child.tag, str):
            yield from _walk(child, text, inner, depth + 1)
        text.append(child.tail or "")
    if name in BLOCKS:
        yield from _flushed(text, inner)


def kind_of(name: str, kind: BlockKind) -> BlockKind:
    """Give the kind of paragraph that an element makes."""
    if name in HEADINGS:
        return "heading"
    if name == "figcaption":
        return "caption"
    return "list" if name in ("li", "td", "th", "item", "cell") else kind


def _name(node: _Element) -> str:
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def _row(row: _Element) -> Paragraph | None:
    return table_row(["".join(map(str, cell.itertext())) for cell in row if _name(cell) in ("td", "th", "cell")])


def _flushed(text: list[str], kind: BlockKind) -> Iterator[Paragraph]:
    whole = "".join(text)
    text.clear()
    # two line breaks in a row part paragraphs; a single one is a line of an address or a verse
    for piece in whole.split("\n\n") if "\n\n" in whole.replace(" ", "") and kind == "prose" else [whole]:
        if words := piece.split():
            yield Paragraph(text=piece, kind="prose" if kind == "list" and len(words) > LONGEST_ITEM else kind)
