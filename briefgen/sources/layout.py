"""Cut a text into blocks and tell prose from headings, date lines, bylines, link lists and boilerplate by layout.

Only prose and captions are parsed later, so a sentence taken for a heading loses its facts, and a heading taken for
prose makes false names ("Host Palestinian Unity Talks"). When in doubt, a block is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.dates import MONTH, WEEKDAYS, full_dates
from briefgen.model import Block, BlockKind

WIDEST_WRAP = 110
"""Lines longer than this are paragraphs; shorter ones may be paragraphs broken at a column."""
LONGEST_HEADING = 16
"""Words; longer lines without a full stop are sentences that lost it."""
NAME = r"[A-Z][\w.’'-]+(?:\s+(?:[A-Z][\w.’'-]*|al|de|van|von|bin|der|la))*"
DAY_WORDS = rf"(?:{MONTH}|{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))}|\d+(?:st|nd|rd|th)?|at|on|of|am|pm|a\.m\.|p\.m\.|[A-Z]{{2,4}}|" \
            r"published|updated|posted|date|last|modified)"
DATE_ONLY = re.compile(rf"(?:{DAY_WORDS}|[\s,.:|/·–—-])+", re.IGNORECASE)
DATE_LINE = re.compile(rf"^(?:published|posted|updated|date|last (?:updated|modified))\b[^.!?]{{0,80}}$", re.IGNORECASE)
BYLINE = re.compile(rf"^(?:By|BY|Written by|Reported by|Story by|Author:|Authors:|Text:)\s+{NAME}[^.!?]{{0,120}}$")
CREDIT = re.compile(r"^\(?(?:additional )?(?:reporting|writing|written|editing|edited|compiled) by\b.{0,400}$", re.IGNORECASE)
ROLE_LINE = re.compile(rf"^(?:[—–-]\s*)?{NAME}, [A-Z][^.!?:;“”\"]{{2,110}}$")
BOILERPLATE = re.compile(
    r"^(?:©|\(c\) |copyright|all rights reserved|subscribe|sign up|follow us|share (?:this|on)|advertisement|click here|"
    r"read more|read also|related(?: articles| stories| topics)?\b|see also|also read|more from|recommended|tags?:|topics?:|"
    r"issues?:|filed under|categories?:|keywords?:|photo(?: credit)?:|image(?: credit)?:|source:|listen to|watch:|"
    r"cookie|this article (?:was|is) (?:originally|first) published|\(?archived content\)?$|print this|back to top|"
    r"for (?:more|further|identifying) information\b.{0,120}(?:click|contact|please|visit|see)|originally published|skip to|"
    r"media contact|press contact|contacts?:|about (?:us|the author):?$|\d+ (?:comments|shares)$)", re.IGNORECASE)
CAPTION = re.compile(r"\((?:L|R|C|left|right|centre|center|from left|file(?: photo)?)\)|^(?:photo|picture|caption):", re.IGNORECASE)
BULLET = re.compile(r"^(?:[-*•–—·▪◦]|\(?\d{1,2}[.)])\s+")
ENDS = re.compile(r"[.!?…][\"'”’)\]]*$|[:;,]$")
MARKDOWN_HEADING = re.compile(r"^#{1,6}\s")
SMALL_WORDS = frozenset("a an the and or but nor of in on at to for from by with as into over after under vs via is be".split())


def lay_out(text: str, marked: Sequence[Block] = ()) -> tuple[Block, ...]:
    """Give the blocks of a text in order, each with its kind; the white space between them belongs to none.

    `marked` are the blocks that the format itself shows (a page's headings): only those called "prose" are judged.
    """
    found = list(marked) or [Block(start=start, end=end, kind="prose") for start, end in _spans(text)]
    blocks: list[Block] = []
    opening, before = True, ""
    for block in found:
        words = text[block.start : block.end]
        kind = _kind(words, before, opening, bool(blocks)) if block.kind == "prose" else block.kind
        blocks.append(Block(start=block.start, end=block.end, kind=kind))
        opening, before = opening and kind != "prose", words
    return tuple(blocks)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of paragraphs: joined lines where the text is broken at a column, else single lines."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m[0].strip()]
    width = max((len(text[a:b].rstrip()) for a, b in lines), default=0)
    wrapped = width <= WIDEST_WRAP and _is_wrapped(text, lines, width)
    start = end = None
    for a, b in lines:
        if start is not None and end is not None and wrapped and text.count("\n", end, a) == 1 \
                and _continues(text[start:end], text[a:b], width):
            end = b
            continue
        if start is not None and end is not None:
            yield _trimmed(text, start, end)
        start, end = a, b
    if start is not None and end is not None:
        yield _trimmed(text, start, end)


def _is_wrapped(text: str, lines: Sequence[tuple[int, int]], width: int) -> bool:
    """Tell a text broken at a column: most lines that another follows directly could not have taken its first word."""
    pairs = [(text[a:b], text[c:d]) for (a, b), (c, d) in zip(lines, lines[1:], strict=False) if text.count("\n", b, c) == 1]
    full = sum(_full(one, other, width) for one, other in pairs)
    return len(pairs) >= 2 and width >= 40 and full >= len(pairs) * 0.5


def _full(line: str, after: str, width: int) -> bool:
    first = (after.split() or [""])[0]
    return len(line.rstrip()) + 1 + len(first) > width - 4


def _continues(block: str, line: str, width: int) -> bool:
    last = block.rsplit("\n", 1)[-1]
    return _full(last, line, width) and not BULLET.match(line.lstrip())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _kind(block: str, before: str, opening: bool, follows: bool) -> BlockKind:
    """Judge one block: `before` is the text of the one before it, `opening` tells that no prose came yet."""
    words = block.split()
    if MARKDOWN_HEADING.match(block):
        return "heading"
    if _is_dateline(block, words):
        return "dateline"
    if BYLINE.match(block) or (opening and follows and len(words) <= 14 and ROLE_LINE.match(block)):
        return "byline"
    if CREDIT.match(block) or (BOILERPLATE.match(block) and len(words) <= 40):
        return "boilerplate"
    if CAPTION.search(block) and len(words) <= 60:
        return "caption"
    if _is_link(block, words):
        return "list"
    if BULLET.match(block):
        return "prose" if len(words) > 7 else "list"
    if ROLE_LINE.match(block) and before.rstrip().endswith(("”", '"', "’", "'", "»")):
        return "prose"  # the speaker's name on a line of its own below a quotation
    return "heading" if _is_heading(block, words) else "prose"


def _is_dateline(block: str, words: Sequence[str]) -> bool:
    if len(words) > 16 or not (any(full_dates(block)) or DATE_LINE.match(block)):
        return False
    # "February 26, 2024 | Flash Brief": a date and a label; "The two met on 3 May 2025." is a sentence
    rest = block
    for start, end, _ in reversed(list(full_dates(block))):
        rest = rest[:start] + rest[end:]
    return bool(DATE_ONLY.fullmatch(block) or DATE_LINE.match(block)
                or (len(rest.split()) <= 6 and not ENDS.search(rest.strip()) and re.search(r"[|·•/–—-]", block)))


def _is_link(block: str, words: Sequence[str]) -> bool:
    """Tell a link's line: a headline closed by a comma inside a quotation mark, with author or series behind it."""
    if len(words) > 30 or re.search(r"[.!?]$", block):
        return False
    return bool(re.search(r",[”\"’'](?:\s+by\s+[A-Z]|\s+[A-Z])[^.!?]*$", block)) or block.startswith(("http://", "https://", "www."))


def _is_heading(block: str, words: Sequence[str]) -> bool:
    if "\n" in block or len(words) > LONGEST_HEADING or not any(c.isalpha() for c in block):
        return not any(c.isalpha() for c in block)
    if block[:1].islower() or block[:1] in "“\"‘'«":
        return False
    if not ENDS.search(block):
        return True
    lexical = [w for w in words if w[:1].isalpha() and w.casefold() not in SMALL_WORDS]
    title_case = len(lexical) > 1 and all(w[:1].isupper() for w in lexical)
    return title_case and block.endswith("?") or (block.endswith(":") and len(words) <= 5)
