"""Make paragraphs of the lines of a printed page: what PDF files and OCR give are lines with a place, no more.

Running heads, page numbers and rules that stand on page after page are dropped; words broken at a line's end are
joined; a paragraph that goes over a page is one, and footnotes stand before it so that pages stay in order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from briefgen.dates import MONTH
from briefgen.sources.paragraphs import CELLS, Paragraph, clean, table_row

EDGE = 0.12
"""Share of the page's height at top and bottom in which running heads and page numbers stand."""
PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\W*$", re.IGNORECASE)
BROWSER = re.compile(
    r"^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}, \d{1,2}:\d\d\b|^(?:https?|file)://\S+(?:[\s|]+\d{1,4}\s?/\s?\d{1,4})?$",
    re.IGNORECASE,
)
"""What a browser prints above and below a page: day and hour, and the address."""
SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
FOOTNOTE = re.compile(r"^(?:\d{1,3}|[*†‡])[\s.)]*\S")
BULLET = re.compile(r"^(?:[-*•–—·▪◦‣●]|\(?\d{1,2}[.)])\s")
Words = Counter[str]
DAY_BEFORE = re.compile(
    rf"(?:{MONTH}|\b(?:the|an?|of|in|on|at|by|to|for|from|and|or|than|about|some|nearly|over|under|until|since|after|before|"
    r"article|section|chapter|no\.|page|paragraph|resolution|least|most))$",
    re.IGNORECASE,
)
"""What a line ends with before a number that is part of its sentence: "on October" and "26. Hamas then ..."."""
OFTEN_HYPHENATED = frozenset(
    "non anti pro ex co self well long short high low cease so counter north south east west two three four five six "
    "first second third near half multi post pre vice mid inter cross full part all ill much ever then".split()
)
"""First halves of words that are written with a hyphen more often than not."""
CELL_END = "\x1f"
"""ASCII's separator of units: what stands in a line between two cells of a table, which may hold strokes themselves."""
HYPHENS = ("\x02", "\ufffe", "\u00ad", "-", "\u2010")


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


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """Drop page numbers and what stands at the edge of several pages alike, numbers aside."""

    def alike(line: Line) -> str:
        return re.sub(r"\d+", "0", clean(line.text).casefold())

    seen = Counter(key for lines in pages for key in {alike(line) for line in lines if line.edge})
    often = max(2, 0.3 * len(pages)) if len(pages) > 1 else 2
    return [
        line
        for lines in pages
        for line in lines
        if not (line.edge and (_is_furniture(line.text.strip()) or seen[alike(line)] >= often))
    ]


def _is_furniture(edge: str) -> bool:
    return PAGE_NUMBER.match(edge) is not None or BROWSER.match(edge) is not None


def paragraphs_of_lines(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """Join lines into paragraphs; lines with cells that stand together are the rows of a table."""
    paragraphs = list(_joined_lines(lines))
    cells = [CELL_END in paragraph.text for paragraph in paragraphs]
    for place, paragraph in enumerate(paragraphs):
        row = None
        if cells[place] and any(cells[max(0, place - 1) : place] + cells[place + 1 : place + 2]):
            row = table_row(paragraph.text.split(CELL_END), paragraph.page)
        yield row or replace(paragraph, text=paragraph.text.replace(CELL_END, CELLS))


def _joined_lines(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """Join lines into paragraphs; the one still open at a page's end waits for its rest behind the footnotes."""
    body = _body_size(lines)
    words = _words_of(lines) if any(line.text.rstrip().endswith(HYPHENS) for line in lines) else Counter()
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
                yield _paragraph(notes, body, words)
                notes = []
            notes.append(line)
            continue
        if notes:
            yield _paragraph(notes, body, words)
            notes = []
        if open_lines and not _goes_on(open_lines, line, spacing, body):
            yield _paragraph(open_lines, body, words)
            open_lines = []
        open_lines.append(line)
    for rest in (notes, open_lines):
        if rest:
            yield _paragraph(rest, body, words)


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
    text, more = last.text.strip(), line.text.strip()
    if CELL_END in text or CELL_END in more:
        return False
    if abs(last.size - line.size) > 0.12 * max(last.size, line.size):
        return False
    if line.size > 1.15 * body:  # a heading of several lines
        return line.page == last.page and 0 < last.bottom - line.bottom < 1.6 * line.size
    ended = SENTENCE_END.search(text) is not None
    if BULLET.match(more) and (ended or not more[:1].isdigit() or not DAY_BEFORE.search(text)):
        return False
    if line.page != last.page or line.bottom > last.bottom + spacing:  # the next page, or the head of a new column
        full = last.right - last.left > line.right - line.left - 6 * last.size
        whole = " ".join(other.text for other in open_lines)
        if whole.count("“") > whole.count("”"):
            return True
        return not ended and (full or more[:1].islower() or text.endswith((*HYPHENS, ",")))
    if last.bottom - line.bottom > 1.35 * spacing:
        return False
    widest = max(other.right for other in open_lines)
    short = last.right < max(widest, line.right) - 6 * last.size
    indented = line.left > min(other.left for other in open_lines) + 0.8 * line.size and len(open_lines) > 1
    return not (ended and (short or indented)) and not (short and not ended and _starts_anew(line, last))


def _starts_anew(line: Line, last: Line) -> bool:
    """Tell a line after a short one without a full stop: a date line or heading set in the size of the text."""
    return line.text.strip()[:1].isupper() and last.right - last.left < 0.6 * (line.right - line.left)


def _paragraph(lines: Sequence[Line], body: float, words: Words) -> Paragraph:
    text = lines[0].text.strip()
    for line in lines[1:]:
        text = _joined(text, line.text.strip(), words)
    text = text.replace("\x02", "-").replace("\ufffe", "-")
    large = lines[0].size > 1.15 * body and len(text.split()) <= 30
    return Paragraph(text=text, kind="heading" if large else "prose", page=lines[0].page)


def _joined(text: str, more: str, words: Words) -> str:
    """Join a line to the text above it; a hyphen between them goes where it only breaks a word."""
    if text.endswith(HYPHENS) and text[-2:-1].isalnum():
        first, rest = re.split(r"[^\w]+", text[:-1])[-1], re.split(r"[^\w]+", more)[0]
        broken = (
            more[:1].islower() and text[-2:-1].isalpha() and not _is_compound(first.casefold(), rest.casefold(), words)
        )
        return text[:-1] + ("" if broken else "-") + more
    return text + ("" if text.endswith(("–", "/")) and text[-2:-1].isalnum() else " ") + more


def _is_compound(first: str, rest: str, words: Words) -> bool:
    """Tell a hyphen that belongs to the word: the document's other words know best, then the word's first half."""
    whole, parted = words[first + rest], words[f"{first}-{rest}"]
    if whole or parted:
        return parted > whole
    return first in OFTEN_HYPHENATED or (words[first] > 0 and words[rest] > 0 and len(min(first, rest, key=len)) > 3)


def _words_of(lines: Sequence[Line]) -> Words:
    """Count the document's words, compounds with their hyphens; the halves of one broken at a line's end are none."""
    words: Words = Counter()
    broken = False
    for line in lines:
        found = re.findall(r"\w+(?:-\w+)*", line.text.casefold())
        ends = line.text.rstrip().endswith(HYPHENS)
        words.update(found[1 if broken else 0 : -1 if ends else None])
        broken = ends
    return words
