"""Load PDF files with text: pypdfium2 gives characters and their places, this module makes paragraphs of them.

Running heads, page numbers and rules that stand on page after page are dropped; words broken at a line's end are
joined; a paragraph that goes over a page is one, and footnotes stand before it so that pages stay in order.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Any

from briefgen.dates import valid
from briefgen.errors import SourceError
from briefgen.model import Limits
from briefgen.sources.loaded import Loaded
from briefgen.sources.paragraphs import Paragraph, build, clean

EDGE = 0.12
"""Share of the page's height at top and bottom in which running heads and page numbers stand."""
PDF_DAY = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
FOOTNOTE = re.compile(r"^(?:\d{1,3}|[*†‡])[\s.)]*\S")
BULLET = re.compile(r"^(?:[-*•–—·▪◦‣●]|\(?\d{1,2}[.)])\s")
HYPHENS = ("\x02", "\ufffe", "\u00ad", "-", "\u2010")
PASSWORD = 4
"""PDFium's error number for a file that needs a password."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on the page: its words, box in points (y upward), height of its letters and page."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    page: int
    edge: bool = False


def load_pdf(data: bytes, limits: Limits) -> Loaded:
    """Give a PDF's paragraphs with their pages. Raises SourceError: encrypted, damaged, too_long, no_text (a scan)."""
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document: Any = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD:
            raise SourceError("", "encrypted", "the PDF needs a password. Save it without one") from None
        raise SourceError("", "damaged", "the PDF cannot be opened") from None
    try:
        count = len(document)
        if count > limits.max_pages:
            raise SourceError("", "too_long", f"{count:,} pages; the limit is {limits.max_pages:,}")
        pages = [_page_lines(document, number) for number in range(count)]
        said = document.get_metadata_dict()
    except pypdfium2.PdfiumError:
        raise SourceError("", "damaged", "a page of the PDF cannot be read") from None
    finally:
        document.close()
    if not any(line.text.strip() for lines in pages for line in lines):
        raise SourceError(
            "",
            "no_text",
            "the PDF holds pictures of pages, not text. Read it with an OCR program and save it as a PDF with text",
        )
    paragraphs = list(_paragraphs(_without_furniture(pages)))
    built = build(paragraphs, pages=count)
    return Loaded(
        text=built.text,
        blocks=built.blocks,
        pages=built.pages,
        title=_title(said.get("Title", "")),
        authors=_authors(said.get("Author", "")),
        written=_day(said.get("CreationDate", "")),
    )


def _page_lines(document: Any, number: int) -> list[Line]:
    """Read one page's lines in the order in which they were written; a page that cannot be read gives none."""
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    page = document[number]
    words = page.get_textpage()
    try:
        height = page.get_height() or 1.0
        lines: list[Line] = []
        start = 0
        count = raw.FPDFText_CountChars(words.raw)
        codes = [raw.FPDFText_GetUnicode(words.raw, at) for at in range(count)]
        for at in [place for place, code in enumerate(codes) if code == 10] + [count]:
            line = _line(words.raw, codes, start, at, number, height)
            if line is not None:
                lines.append(line)
            start = at + 1
        return _rows(lines)
    finally:
        words.close()
        page.close()


def _line(words: Any, codes: Sequence[int], start: int, end: int, number: int, height: float) -> Line | None:
    import pypdfium2.raw as raw

    seen = [at for at in range(start, end) if codes[at] > 32 or codes[at] == 2]
    if not seen:
        return None
    text = "".join(
        chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        for code in codes[start:end]
        if code != 13
    )
    first, last = _box(words, seen[0]), _box(words, seen[-1])
    size = max((raw.FPDFText_GetFontSize(words, at) or 0.0) for at in (seen[0], seen[len(seen) // 2]))
    tall = max(first[3] - first[1], last[3] - last[1])
    middle = (first[1] + first[3]) / 2
    return Line(
        text,
        first[0],
        last[2],
        first[1],
        min(size, tall) if size > 1 else tall,
        number,
        middle < height * EDGE or middle > height * (1 - EDGE),
    )


def _box(words: Any, at: int) -> tuple[float, float, float, float]:
    """Give left, bottom, right and top of a character's cell."""
    import pypdfium2.raw as raw

    rect = raw.FS_RECTF()
    if raw.FPDFText_GetLooseCharBox(words, at, ctypes.byref(rect)):
        return rect.left, rect.bottom, rect.right, rect.top
    return 0.0, 0.0, 0.0, 0.0


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Join pieces that stand side by side on one row: table cells, or words set apart by a tab."""
    rows: list[Line] = []
    for line in lines:
        last = rows[-1] if rows else None
        if (
            last is not None
            and abs(last.bottom - line.bottom) < 0.3 * max(line.size, 1)
            and -1 < line.left - last.right < 4 * max(line.size, 1)
        ):
            gap = " " if line.left - last.right < 1.2 * max(line.size, 1) else " | "
            rows[-1] = Line(
                last.text.rstrip() + gap + line.text.lstrip(),
                last.left,
                line.right,
                last.bottom,
                max(last.size, line.size),
                last.page,
                last.edge,
            )
        else:
            rows.append(line)
    return rows


def _without_furniture(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """Drop page numbers and what stands at the edge of several pages alike, numbers aside."""

    def alike(line: Line) -> str:
        return re.sub(r"\d+", "0", clean(line.text).casefold())

    seen = Counter(key for lines in pages for key in {alike(line) for line in lines if line.edge})
    often = max(2, 0.3 * len(pages)) if len(pages) > 1 else 2
    return [
        line
        for lines in pages
        for line in lines
        if not (line.edge and (PAGE_NUMBER.match(line.text.strip()) or seen[alike(line)] >= often))
    ]


def _paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """Join lines into paragraphs; the one still open at a page's end waits for its rest behind the footnotes."""
    body = _body_size(lines)
    spacing = _spacing(lines)
    open_lines: list[Line] = []
    notes: list[Line] = []
    for line in lines:
        if (
            line.size < 0.86 * body
            and (FOOTNOTE.match(line.text.strip()) or notes)
            and (open_lines or notes)
            and (notes or open_lines[-1].page == line.page)
        ):
            if notes and FOOTNOTE.match(line.text.strip()):
                yield _paragraph(notes, body)
                notes = []
            notes.append(line)
            continue
        if notes:
            yield _paragraph(notes, body)
            notes = []
        if open_lines and not _goes_on(open_lines, line, spacing, body):
            yield _paragraph(open_lines, body)
            open_lines = []
        open_lines.append(line)
    for rest in (notes, open_lines):
        if rest:
            yield _paragraph(rest, body)


def _body_size(lines: Sequence[Line]) -> float:
    """Give the height of most letters of the document."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sorted(sizes), key=lambda size: sizes[size], default=10.0)


def _spacing(lines: Sequence[Line]) -> float:
    """Give the usual distance between two lines of a paragraph, in points."""
    steps = [
        one.bottom - other.bottom
        for one, other in pairwise(lines)
        if one.page == other.page and 0.5 * other.size < one.bottom - other.bottom < 3 * other.size
    ]
    return median(sorted(steps)[: max(1, len(steps) * 3 // 4)]) if steps else 12.0


def _goes_on(open_lines: Sequence[Line], line: Line, spacing: float, body: float) -> bool:
    """Tell whether a line belongs to the paragraph above it."""
    last = open_lines[-1]
    text = last.text.strip()
    if abs(last.size - line.size) > 0.12 * max(last.size, line.size) or BULLET.match(line.text.strip()):
        return False
    if line.size > 1.15 * body:  # a heading of several lines
        return line.page == last.page and 0 < last.bottom - line.bottom < 1.6 * line.size
    ended = SENTENCE_END.search(text) is not None
    if line.page != last.page or line.bottom > last.bottom + spacing:  # the next page, or the head of a new column
        return not ended and (line.text.strip()[:1].islower() or text.endswith(HYPHENS) or text.endswith(","))
    if last.bottom - line.bottom > 1.35 * spacing:
        return False
    widest = max(other.right for other in open_lines)
    short = last.right < max(widest, line.right) - 6 * last.size
    indented = line.left > min(other.left for other in open_lines) + 0.8 * line.size and len(open_lines) > 1
    return not (ended and (short or indented)) and not (short and not ended and _starts_anew(line, last))


def _starts_anew(line: Line, last: Line) -> bool:
    """Tell a line after a short one without a full stop: a date line or heading set in the size of the text."""
    return line.text.strip()[:1].isupper() and last.right - last.left < 0.6 * (line.right - line.left)


def _paragraph(lines: Sequence[Line], body: float) -> Paragraph:
    text = lines[0].text.strip()
    for line in lines[1:]:
        more = line.text.strip()
        if text.endswith(HYPHENS) and more[:1].islower() and text[-2:-1].isalpha():
            # PDFium marks the hyphens that a line end made; a plain one may belong to the word ("well-known")
            text = text[:-1] + more if text[-1] != "-" or not _is_compound(text, more) else text + more
        elif text.endswith(("-", "–", "/")) and text[-2:-1].isalnum():
            text += more
        else:
            text += " " + more
    text = text.replace("\x02", "-").replace("\ufffe", "-")
    large = lines[0].size > 1.15 * body and len(text.split()) <= 30
    return Paragraph(text=text, kind="heading" if large else "prose", page=lines[0].page)


def _is_compound(text: str, more: str) -> bool:
    """Tell a hyphen that belongs to the word: a prefix or a first half that is often written so."""
    before = re.split(r"[^\w]+", text[:-1])[-1].casefold()
    return before in {
        "non",
        "anti",
        "pro",
        "ex",
        "co",
        "self",
        "well",
        "long",
        "short",
        "high",
        "low",
        "cease",
        "so",
        "counter",
        "north",
        "south",
        "east",
        "west",
        "two",
        "three",
        "four",
        "five",
        "first",
        "second",
    }


def _title(said: str) -> str | None:
    """Give the title a PDF says it has, unless it is the name of a file or of the program that made it."""
    title = clean(said)
    if not title or re.search(r"\.(?:docx?|pdf|indd|qxd|html?|rtf|odt|txt)$|^Microsoft Word|^untitled", title, re.I):
        return None
    return title if len(title.split()) > 1 else None


def _authors(said: str) -> tuple[str, ...]:
    names = (name.strip() for name in re.split(r"\s*;\s*|\s*,\s+(?=[A-Z]\w+ )|\s+and\s+", clean(said)))
    # a login ("jdoe") or a program is nobody's name
    return tuple(name for name in names if len(name.split()) > 1 and len(name) < 80)


def _day(said: str) -> date | None:
    match = PDF_DAY.match(said.strip())
    return valid(int(match[1]), int(match[2]), int(match[3])) if match else None
