"""Load PDF files: pypdfium2 gives characters and their places, `lines` makes paragraphs of them.

A PDF of scanned pages is read by OCR where the user asks for it; else it is told apart from one with text.
"""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from briefgen.dates import valid
from briefgen.errors import SourceError
from briefgen.model import Limits
from briefgen.sources.bylines import on_record
from briefgen.sources.lines import CELL_END, EDGE, Line, paragraphs_of_lines, without_furniture
from briefgen.sources.loaded import Loaded
from briefgen.sources.marking import marking_of
from briefgen.sources.ocr import read_pages
from briefgen.sources.paragraphs import build, clean

PDF_DAY = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
HYPHEN = "\x02"
"""What PDFium gives for a hyphen at a line's end."""
LINE = re.compile(rf"[^\n{HYPHEN}]*[\n{HYPHEN}]|[^\n{HYPHEN}]+\Z")
NOTE_MARK = re.compile(r"(?:(?<=[.,;:!?”’\"')\]])|(?<=[^\W\d_]{4})|(?<=\b(?:19|20)\d\d))\d{1,3}(?!\S)")
"""The number of a footnote behind a word, a sign or a year, if it stands raised: behind shorter words it is an exponent."""
LOOSE = 0.75
"""Width of a line for each of its characters, in heights of a letter, from which it has gaps: a table's row."""
GAP = 1.5
"""Heights of a letter between two cells of a row; words of justified text stand closer."""
UNSOUND = re.compile("[\x00\ud800-\udfff]")
BLANK = "".join(map(chr, range(33))).replace(HYPHEN, "")
UTF16 = f"utf-16-{sys.byteorder[0]}e"
PASSWORD = 4
"""PDFium's error number for a file that needs a password."""


SCAN = "pictures of pages, not text"
"""What is told of a scan, and what the fence knows one by."""
OFF = "Set `ocr = true` in briefgen.toml to have Tesseract read them, or save it as a PDF with text"


def load_pdf(data: bytes, limits: Limits) -> Loaded:
    """Give a PDF's paragraphs with their pages. Raises SourceError: encrypted, damaged, too_long, no_text (a scan)."""
    import pypdfium2  # type: ignore[import-untyped]

    document = _opened(data)
    try:
        count = len(document)
        if count > limits.max_pages:
            raise SourceError("", "too_long", f"{count:,} pages; the limit is {limits.max_pages:,}")
        pages = [_page_lines(document, number) for number in range(count)]
        scanned = _scanned(document, pages)
        if scanned and limits.max_ocr_seconds:
            for number, lines in read_pages(document, scanned, limits.max_ocr_seconds):
                pages[number] = lines
        said = document.get_metadata_dict()
    except pypdfium2.PdfiumError:
        raise SourceError("", "damaged", "a page of the PDF cannot be read") from None
    finally:
        document.close()
    if not any(pages):
        told = (
            "no words were found in its pictures of pages" if limits.max_ocr_seconds else f"the PDF holds {SCAN}. {OFF}"
        )
        raise SourceError("", "no_text", told)
    built = build(paragraphs_of_lines(without_furniture(pages)), pages=count)
    return Loaded(
        text=built.text,
        blocks=built.blocks,
        pages=built.pages,
        title=_title(said.get("Title", "")),
        authors=on_record(clean(said.get("Author", ""))),
        written=_day(said.get("CreationDate", "")),
        marking=marking_of(line.text for lines in pages for line in lines if line.edge),
        lost=f"{len(scanned)} of its {count} pages are {SCAN}. {OFF}"
        if scanned and not limits.max_ocr_seconds
        else None,
    )


def _opened(data: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == PASSWORD:
            raise SourceError("", "encrypted", "the PDF needs a password. Save it without one") from None
        raise SourceError("", "damaged", "the PDF cannot be opened") from None


def _scanned(document: Any, pages: Sequence[Sequence[Line]]) -> list[int]:
    """Give the pages without text of a scan: most of its pages are pictures; a picture page in a report is none."""
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    bare = [number for number, lines in enumerate(pages) if not lines]
    if len(bare) == len(pages):
        return bare
    if len(bare) * 2 <= len(pages):
        return []
    kinds = [raw.FPDF_PAGEOBJ_IMAGE]
    pictures = [number for number in bare if any(True for _ in document[number].get_objects(filter=kinds, max_depth=3))]
    return pictures if len(pictures) * 2 > len(pages) else []


def _page_lines(document: Any, number: int) -> list[Line]:
    """Read one page's lines in the order in which they were written; a page that cannot be read gives none."""
    page = document[number]
    words = page.get_textpage()
    try:
        glyphs = Glyphs(words.raw, number, page.get_height() or 1.0)
        text = _characters(words.raw)
        # PDFium ends a line with a line feed, or else with the mark of a hyphen at its end
        lines = (glyphs.line(text, *piece.span()) for piece in LINE.finditer(text))
        return _rows([line for line in lines if line is not None])
    finally:
        words.close()
        page.close()


def _characters(words: Any) -> str:
    """Give a page's characters, one for each place that PDFium counts; half of a pair or none becomes a sign for it."""
    import pypdfium2.raw as raw

    count = raw.FPDFText_CountChars(words)
    units = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(words, 0, count, units) != count + 1:  # it leaves out what has no code
        return _single(raw.FPDFText_GetUnicode(words, at) & 0xFFFF for at in range(count))
    text = bytes(units)[: 2 * count].decode(UTF16, "surrogatepass")
    return UNSOUND.sub("\ufffd", text) if len(text) == count else _single(units[:count])


def _single(units: Iterable[int]) -> str:
    return UNSOUND.sub("\ufffd", "".join(map(chr, units)))


class Glyphs:
    """The places of a page's characters, as PDFium tells them; what it is asked for each line is looked up once."""

    def __init__(self, words: Any, page: int, height: float) -> None:
        import pypdfium2.raw as raw

        self._words = words
        self._page, self._height = page, height
        self._size, self._cell = raw.FPDFText_GetFontSize, raw.FPDFText_GetLooseCharBox
        self._rect = raw.FS_RECTF()
        self._there = ctypes.byref(self._rect)

    def line(self, text: str, start: int, end: int) -> Line | None:
        """Give the line that stands at `start` to `end` of the page's text; None for a blank one."""
        piece = text[start:end].rstrip(BLANK)
        end = start + len(piece)
        piece = piece.lstrip(BLANK)
        start = end - len(piece)
        if not piece:
            return None
        left, bottom, _, top = self._box(start)
        _, low, right, high = self._box(end - 1)
        size = max(self._size(self._words, at) or 0.0 for at in (start, (start + end) // 2))
        tall = max(top - bottom, high - low)
        middle = (bottom + top) / 2
        if NOTE_MARK.search(piece):
            piece = NOTE_MARK.sub(lambda mark: "" if self._is_raised(start + mark.start()) else mark[0], piece)
        elif right - left > LOOSE * size * len(piece):
            piece = self._in_cells(piece, start, size)
        return Line(
            piece.replace("\r", ""),
            left,
            right,
            bottom,
            min(size, tall) if size > 1 else tall,
            self._page,
            middle < self._height * EDGE or middle > self._height * (1 - EDGE),
        )

    def _is_raised(self, at: int) -> bool:
        """Tell a character that stands smaller and higher than the one before it."""
        smaller = self._size(self._words, at) < 0.8 * self._size(self._words, at - 1)
        return smaller and self._box(at)[1] > self._box(at - 1)[1]

    def _in_cells(self, piece: str, start: int, size: float) -> str:
        """Put strokes where a line has wide gaps."""
        spaces = [at for at, sign in enumerate(piece) if sign == " " and 0 < at < len(piece) - 1]
        ends = {at for at in spaces if self._box(start + at + 1)[0] - self._box(start + at - 1)[2] > GAP * size}
        return "".join(CELL_END if at in ends else sign for at, sign in enumerate(piece))

    def _box(self, at: int) -> tuple[float, float, float, float]:
        """Give left, bottom, right and top of a character's cell."""
        if not self._cell(self._words, at, self._there):
            return 0.0, 0.0, 0.0, 0.0
        rect = self._rect
        return rect.left, rect.bottom, rect.right, rect.top


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
            gap = " " if line.left - last.right < 1.2 * max(line.size, 1) else CELL_END
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


def _title(said: str) -> str | None:
    """Give the title a PDF says it has, unless it is the name of a file or of the program that made it."""
    title = clean(said)
    if not title or re.search(r"\.(?:docx?|pdf|indd|qxd|html?|rtf|odt|txt)$|^Microsoft Word|^untitled", title, re.I):
        return None
    return title if len(title.split()) > 1 else None


def _day(said: str) -> date | None:
    match = PDF_DAY.match(said.strip())
    return valid(int(match[1]), int(match[2]), int(match[3])) if match else None
