"""Load saved web pages: trafilatura finds the article and its origin, htmldate its day.

Nothing on a page is followed: no picture, frame, script or style sheet. Where trafilatura finds no article, the page's
whole text is taken.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.message import Message
from functools import cache
from typing import TYPE_CHECKING, Any

from briefgen.errors import SourceError
from briefgen.model import Limits
from briefgen.sources.authors import authors_of
from briefgen.sources.language import language_of
from briefgen.sources.loaded import Loaded
from briefgen.sources.marking import marking_of, may_be_marked
from briefgen.sources.markup import drop_note_marks, paragraphs_of, parse_html
from briefgen.sources.paragraphs import Paragraph, build
from briefgen.sources.text import decode

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

LATEST = "2100-01-01"
"""No clock is asked: a date in the future of the run is refused later, when the brief's own date is known."""
WIDEST_ROW = 2_000
"""Cells in a table row up to which a page is taken for one with an article: trafilatura's work grows with their square."""
ROW, CELL = re.compile(r"<tr\b", re.IGNORECASE), re.compile(r"<t[dh]\b", re.IGNORECASE)
UTF16 = (b"\xff\xfe", b"\xfe\xff")
LOUD = ("trafilatura", "htmldate", "justext", "courlan", "charset_normalizer")
"""The libraries that tell of odd pages."""
LEAST_SHARE = 0.1
WORD_PROCESSOR = re.compile(r"LibreOffice|OpenOffice|StarOffice|Microsoft Word", re.IGNORECASE)
"""Its pages bear the day of the conversion."""
WRITER = re.compile(rf"{WORD_PROCESSOR.pattern}|pandoc|Docutils|Asciidoctor", re.IGNORECASE)
"""The program of a page that is a document and no more: it has no furniture, so nothing may be taken out."""
EDGE_LINES = 12
"""Lines at the top and at the foot of a page in which its handling mark stands."""
SHORT = 200
"""An article of fewer characters, and of less than this share of the page, is taken for a miss."""


def load_html(data: bytes, limits: Limits) -> Loaded:
    """Take the article out of a page. Raises SourceError where the page holds no text."""
    return load_page(data, None)


def load_mhtml(data: bytes, limits: Limits) -> Loaded:
    """Load a page saved with its pictures as one file (MHTML): only its first HTML part is read."""
    message: Message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and content.strip():
                where = part.get("Content-Location") or message.get("Snapshot-Content-Location")
                return load_page(content, str(where) if where else None)
    raise SourceError("", "no_text", "the saved page holds no HTML")


def load_page(data: bytes, url: str | None) -> Loaded:
    """Load a page whose address may be known."""
    page = _decoded(decode(data).encode() if data.startswith(UTF16) else data.replace(b"\x00", b""))
    plain = not _has_wide_table(page)
    _silence()
    tree = _parsed(page)
    found = _extracted(tree, url) if plain and tree is not None else None
    article = tuple(_article(found.body)) if found is not None and found.body is not None else ()
    whole = parse_html(page) if tree is None else tree
    writer = "" if whole is None else _generator(whole)
    if whole is not None and (_size(article) < SHORT or WRITER.search(writer)):
        everything = tuple(paragraphs_of(whole))
        missed = WRITER.search(writer) or _size(article) <= _size(everything) * LEAST_SHARE
        article = everything if missed else article
    built = build(article)
    authors = () if found is None else authors_of(tree, found.author, (found.sitename, found.hostname), page)
    marking = None if found is None else _marking(tree, page)
    title = None if whole is None else whole.findtext(".//title")
    day = _found_day(page if tree is None else tree) if plain else None  # the last to look: it alters the tree
    if found is None:
        return Loaded(text=built.text, blocks=built.blocks, title=title, published=day, url=_address(url))
    return Loaded(
        text=built.text,
        blocks=built.blocks,
        title=(title if WRITER.search(writer) else None) or found.title or None,
        publisher=_publisher(found),
        authors=authors,
        published=None if WORD_PROCESSOR.search(writer) else day,
        written=day if WORD_PROCESSOR.search(writer) else None,
        url=_address(found.url or url),
        # what a page says of its language is its template's: asked where its words do not tell
        language=None if tree is None or language_of(built.text) else (tree.get("lang") or "")[:2].lower() or None,
        marking=marking,
    )


def _generator(tree: _Element) -> str:
    """Give the name of the program that wrote a page, where the page says so."""
    metas = (node for node in tree.iterfind(".//head/meta[@content]") if node.get("name", "").lower() == "generator")
    return next((node.get("content", "") for node in metas), "")


def _marking(tree: _Element | None, page: str) -> str | None:
    """Read the handling mark above or below the article, which is no part of it."""
    if tree is None or not may_be_marked(page):
        return None
    lines = [" ".join(paragraph.text.split()) for paragraph in paragraphs_of(tree)]
    return marking_of((*lines[:EDGE_LINES], *lines[-EDGE_LINES:]))


def _decoded(page: bytes) -> str:
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        from trafilatura.utils import decode_file

        return decode_file(page)


def _has_wide_table(page: str) -> bool:
    return len(CELL.findall(page)) > WIDEST_ROW and any(len(CELL.findall(row)) > WIDEST_ROW for row in ROW.split(page))


def _parsed(page: str) -> HtmlElement | None:
    """Parse a page as trafilatura does, once for all who look at it; None for what it takes for no page."""
    from trafilatura.utils import load_html

    tree = load_html(page)
    if tree is not None:
        drop_note_marks(tree)
    return tree


def _extracted(tree: HtmlElement, url: str | None) -> Any:
    """Ask trafilatura for the article and what the page says of its origin; None where it finds none."""
    from trafilatura import bare_extraction

    return bare_extraction(
        tree,
        url=url,
        with_metadata=True,
        include_comments=False,
        output_format="python",
        # its own search for the day is left at the fast one: htmldate is asked for itself
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": LATEST},
    )


def _found_day(page: str | HtmlElement) -> date | None:
    """Ask htmldate for the day of a page, or of a tree of it, which it alters; beside the page's address it finds fewer."""
    from htmldate import find_date

    if isinstance(page, str) and page.startswith("http"):
        page = f" {page}"  # it would fetch what looks like an address
    return _day(find_date(page, original_date=True, extensive_search=True, max_date=LATEST))


def _article(body: _Element) -> Iterator[Paragraph]:
    """Turn trafilatura's own tree into paragraphs; it calls headings `head` and line breaks `lb`."""
    for node in body.iter("head", "lb"):
        node.tag = "h2" if node.tag == "head" else "br"
    return paragraphs_of(body)


def _size(paragraphs: tuple[Paragraph, ...]) -> int:
    return sum(len(paragraph.text) for paragraph in paragraphs)


def _publisher(found: Any) -> str | None:
    return found.sitename or found.hostname or None


def _day(said: str | None) -> date | None:
    try:
        return date.fromisoformat(said[:10]) if said else None
    except ValueError:
        return None


def _address(url: str | None) -> str | None:
    return url if url and re.match(r"https?://\S+$", url) and len(url) < 2000 else None


@cache
def _silence() -> None:
    """Keep the libraries' notes about odd pages off the user's terminal."""
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
