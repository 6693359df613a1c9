"""Cut a text into blocks and tell prose from headings, date lines, bylines, link lists and boilerplate by layout.

Only prose and captions are parsed later, so a sentence taken for a heading loses its facts, and a heading taken for
prose makes false names ("Host Palestinian Unity Talks"). When in doubt, a block is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.dates import MONTH, WEEKDAYS, full_dates
from briefgen.knowledge.world import words as known_words
from briefgen.model import Block, BlockKind
from briefgen.sources.paragraphs import LONGEST_ITEM

WIDEST_WRAP = 110
"""Lines longer than this are paragraphs; shorter ones may be paragraphs broken at a column."""
LONGEST_HEADING = 16
"""Words; longer lines without a full stop are sentences that lost it."""
MOST_WORDS, LONGEST_LINE = 60, 500
"""Words and characters of which none of the rules for short blocks allows more: such a block is looked at no closer."""
NAME = r"[A-Z][\w.’'-]+(?:\s+(?:[A-Z][\w.’'-]*|al|de|van|von|bin|der|la))*"
DAY_WORD = re.compile(
    rf"{MONTH}|{'|'.join(WEEKDAYS)}|\d+(?:st|nd|rd|th)?|\d+(?:[.:/]\d+)+|at|on|of|am|pm|a\.m\.|p\.m\.|"
    rf"\d{{1,2}}(?:am|pm)|(?-i:[A-Z]{{2,4}})|published|updated|posted|issued|released?|publication|date|last|modified",
    re.IGNORECASE,
)
DATE_LINE = re.compile(
    r"^(?:published|posted|updated|issued|released?|date|publication date|release date|last (?:updated|modified))\b"
    r"(?:[^.!?]|(?<=\d)\.(?=\d)){0,80}$",
    re.IGNORECASE,
)
WIRE = re.compile(
    rf"^(?P<place>[A-Z][\w’'/. -]+(?:,\s*[A-Z][\w’'/. -]+)??)(?:,?\s*{MONTH}\s+\d{{1,2}})?"
    r"(?:,?\s*(?:19|20)\d\d)?\s*\((?P<agency>[A-Za-z][A-Za-z ]{1,24})\)\s*[-–—_]+"
)
"""The opening of wire copy: "ISTANBUL, March 3 (Reuters) -"."""
WROTE = r"(?:[Bb]y|BY|(?:Written|Reported|Reporting|Story|Text|Analysis|Opinion|Compiled) by|Authors?:|Text:)"
BYLINE = re.compile(rf"^{WROTE}\s+{NAME}[^.!?]{{0,120}}$")
CREDIT = re.compile(
    r"^\(?(?:additional )?(?:reporting|writing|written|editing|edited|compiled) by\b.{0,400}$", re.IGNORECASE
)
ROLE_LINE = re.compile(rf"^(?:[—–-]\s*)?{NAME}, [A-Z][^.!?:;“”\"]{{2,110}}$")
BOILERPLATE = re.compile(
    r"^(?:©|\(c\) (?=copyright|[^.;]{0,40}\b(?:19|20)\d\d\b)|copyright|"
    r"all rights reserved|subscribe|sign up|follow us|share (?:this|on)|advertisement|"
    r"click here|read more|read also|related(?: articles| stories| topics)?\b|see also|also read|more from|"
    r"recommended|tags?:|topics?:|issues?:|filed under|categories?:|keywords?:|photo(?: credit)?:|"
    r"image(?: credit)?:|source:|listen to|watch:|cookie|this article (?:was|is) (?:originally|first) published|"
    r"\(?archived content\)?$|print this|back to top|originally published|skip to|media contact|press contact|"
    r"\((?:eds|editors?|adds|recasts|updates|corrects|refiles|repeats)\b|"
    r"(?-i:CORRECTS|ADDS|RECASTS|UPDATES|REFILES|REPEATS)\b|"
    r"for (?:more|further|identifying) information\b.{0,120}(?:click|contact|please|visit|see)|contacts?:|"
    r"about (?:us|the author):?$|\d+ (?:comments|shares)$|(?:media note|press release|press statement|fact sheet|"
    r"for immediate release|news release|office of the spokesperson|readout|end(?:s)?|###?|\* \* \*)$)",
    re.IGNORECASE,
)
TAGS = re.compile(r"^(?:issues?|tags?|topics?|keywords?|categories|related topics):?$", re.IGNORECASE)
CAPTION = re.compile(
    r"(?<=\S\s)\((?:L|R|C|left|right|centre|center|from left|file(?: photo)?)\)|^(?:photo|picture|caption):",
    re.IGNORECASE,
)
BULLET = re.compile(r"^(?:[-*•–—·▪◦‣●]|\(?\d{1,2}[.)]|\((?:[a-z]|[ivx]{2,4})\))\s+")
LINK = re.compile(r"^[“\"]?[^“”\"]+,[”\"]\s+(?:by\s+[A-Z].*|[A-Z][^.!?“”\"]*)$")
"""A headline closed by a comma inside its quotation mark, with author or series behind it."""
ENDS = re.compile(r"[.!?…][\"'”’)\]]*$|[:;,]$")
MARKDOWN_HEADING = re.compile(r"^#{1,6}\s")
SMALL_WORDS = frozenset(
    "a an the and or but nor of in on at to for from by with as into over after under vs via is be".split()
)
QUOTE_MARKS = "“”\"‘’'«»"


def wire_opening(block: str) -> re.Match[str] | None:
    """Match the opening of wire copy; its groups are place and agency."""
    head = block[:200]
    return WIRE.match(head) if "(" in head else None


def lay_out(text: str, marked: Sequence[Block] = ()) -> tuple[Block, ...]:
    """Give the blocks of a text in order, each with its kind; the white space between them belongs to none.

    `marked` are the blocks that the format itself shows (a page's headings): only those called "prose" are judged.
    """
    found = list(marked) or [Block(start=start, end=end, kind="prose") for start, end in spans_of(text)]
    blocks: list[Block] = []
    opening, before, led = True, "", False
    for block in found:
        words = text[block.start : block.end]
        item = BULLET.match(words) is not None
        kind = _kind(words, before, opening, bool(blocks)) if block.kind == "prose" else block.kind
        if kind == "list" and item and led:
            kind = "prose"  # "... have been added to the list:" and whom, a line each
        blocks.append(Block(start=block.start, end=block.end, kind=kind))
        opening, before = opening and kind != "prose", words
        led = kind == "prose" and (words.endswith(":") or (led and item))
    return tuple(blocks)


def spans_of(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of paragraphs: joined lines where the text is broken at a column, else single lines."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m[0].strip()]
    width = max((len(text[a:b].rstrip()) for a, b in lines), default=0)
    wrapped = width <= WIDEST_WRAP and _is_wrapped(text, lines, width)
    if not lines:
        return
    start = lines[0][0]
    for (a, b), (c, d) in pairwise(lines):
        close = text.count("\n", b, c) == 1  # no blank line between
        if close and (
            (wrapped and _continues(text[a:b], text[c:d], width)) or (a == start and _is_bare_dateline(text[a:b]))
        ):
            continue
        yield _trimmed(text, start, b)
        start = c
    yield _trimmed(text, start, lines[-1][1])


def _is_bare_dateline(block: str) -> bool:
    """Tell "WARSAW, February 26 (Xinhua) --" on a line of its own: it opens the sentence on the next line."""
    match = wire_opening(block) if len(block) < 120 else None
    return match is not None and not block[match.end() :].strip()


def _is_wrapped(text: str, lines: Sequence[tuple[int, int]], width: int) -> bool:
    """Tell a text broken at a column: most lines that another follows could not have taken its first word."""
    pairs = [(text[a:b], text[c:d]) for (a, b), (c, d) in pairwise(lines) if text.count("\n", b, c) == 1]
    full = sum(_full(one, other, width) for one, other in pairs)
    return len(pairs) >= 2 and width >= 40 and full >= len(pairs) * 0.5


def _full(line: str, after: str, width: int) -> bool:
    first = (after.split(None, 1) or [""])[0]
    return len(line.rstrip()) + 1 + len(first) > width - 4


def _continues(last: str, line: str, width: int) -> bool:
    return _full(last, line, width) and not BULLET.match(line.lstrip())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _kind(block: str, before: str, opening: bool, follows: bool) -> BlockKind:
    """Judge one block: `before` is the text of the one before it, `opening` tells that no prose came yet."""
    if len(block) > 2000:
        return "prose"
    words = block.split()
    if MARKDOWN_HEADING.match(block):
        return "heading"
    if len(words) > MOST_WORDS and len(block) > LONGEST_LINE:
        return "list" if TAGS.match(before) and not ENDS.search(block) else "prose"
    if not any(character.isalnum() for character in block):
        return "boilerplate"  # a rule between sections: "* * *", "-----"
    if _is_bare_dateline(block):
        return "prose"  # its day is when the news happened, and a blank line parts it from the sentence it opens
    if _is_dateline(block, words) or (opening and _is_place_and_day(block, words)):
        return "dateline"
    if BYLINE.match(block) or (
        opening
        and follows
        and len(words) <= 14
        and not BULLET.match(block)
        and ROLE_LINE.match(block)
        and not re.search(r"\d", block)
    ):
        return "byline"
    if CREDIT.match(block) or (BOILERPLATE.match(block) and len(words) <= 40):
        return "boilerplate"
    if CAPTION.search(block) and len(words) <= 60:
        return "caption"
    if block.count("|") > 1 and (not opening or block[0] + block[-1] == "||") and _is_row(block):
        return "list"
    if _is_link(block, words) or (TAGS.match(before) and not ENDS.search(block)):
        return "list"
    if BULLET.match(block):
        return "prose" if len(words) > 7 or ENDS.search(block) else "list"
    if ROLE_LINE.match(block) and before.rstrip().endswith(tuple(QUOTE_MARKS)):
        return "prose"  # the speaker's name on a line of its own below a quotation
    if opening and _is_title(block, words):
        return "heading"
    return "heading" if _is_heading(block, words) else "prose"


def _is_dateline(block: str, words: Sequence[str]) -> bool:
    if len(words) > 16:
        return False
    dates = list(full_dates(block))
    if not dates and not DATE_LINE.match(block):
        return False
    # "February 26, 2024 | Flash Brief": a date and a label; "The two met on 3 May 2025." is a sentence
    rest = block
    for start, end, _ in reversed(dates):
        rest = rest[:start] + rest[end:]
    return bool(
        is_date_only(block)
        or DATE_LINE.match(block)
        or (len(rest.split()) <= 6 and not ENDS.search(rest.strip()) and re.search(r"[|·•/–—-]", block))
    )


def _is_place_and_day(block: str, words: Sequence[str]) -> bool:
    """Tell the line below a title: "Port Vestby, Friday 5 March 2024", "Press release | Date: 25/03/2024 | Harbour Office"."""
    dates = list(full_dates(block))
    if len(words) > 16 or len(dates) != 1 or ENDS.search(block):
        return False
    start, end, _ = dates[0]
    before, behind = re.split(r"[,|·•:]", block[:start]), re.split(r"[,|·•]", block[end:])
    names = [part for part in (*before, *behind) if part.strip() and not is_date_only(part)]
    return all(
        len(part.split()) <= 6 and not re.search(r"(?:^|\s)(?!(?:of|and|for|the)\b|date\b)[a-z]", part.strip())
        for part in names[1:]
    ) and (
        not names or (len(names[0].split()) <= 4 and names[0].strip()[:1].isupper() and len(before) + len(behind) > 2)
    )


def _is_title(block: str, words: Sequence[str]) -> bool:
    """Tell a title that is a question or stands in quotation marks; above the first sentence only."""
    if "\n" in block or len(words) > LONGEST_HEADING:
        return False
    quoted = block[0] in QUOTE_MARKS and block[-1] in QUOTE_MARKS and not re.search(r"[.!?,]", block[1:-1])
    return quoted or (block.endswith("?") and block[:1].isupper() and not re.match(r"Q(?:uestion|\.|:)", block))


def is_date_only(block: str) -> bool:
    """Tell a line of nothing but words of dates and hours."""
    return all(
        DAY_WORD.fullmatch(word) or DAY_WORD.fullmatch(word.rstrip(".")) for word in re.findall(r"[\w.]+", block)
    )


def _is_row(block: str) -> bool:
    """Tell a row of a table whose cells are parted by strokes."""
    return "\n" not in block and all(len(cell.split()) <= LONGEST_ITEM for cell in block.split("|"))


def _is_link(block: str, words: Sequence[str]) -> bool:
    """Tell a link's line: an address, or a headline with its author or series."""
    if block.startswith(("http://", "https://", "www.")) and len(words) == 1:
        return True
    return len(words) <= 30 and not ENDS.search(block) and LINK.search(block) is not None


def _is_heading(block: str, words: Sequence[str]) -> bool:
    if not any(character.isalpha() for character in block):
        return True
    if "\n" in block or len(words) > LONGEST_HEADING:
        return False
    if _is_shouted(block, words):
        return True
    if block[:1].islower() or block[:1] in QUOTE_MARKS:
        return False
    if not ENDS.search(block):
        return True
    lexical = [w for w in words if w[:1].isalpha() and w.casefold() not in SMALL_WORDS]
    title_case = len(lexical) > 1 and all(w[:1].isupper() for w in lexical)
    return (title_case and block.endswith("?")) or (block.endswith(":") and len(words) <= 5 and not _leads(words))


def _leads(words: Sequence[str]) -> bool:
    """Tell a line that says who speaks next, "Ada Renn said:", from a heading, "How it works:"."""
    return len(words) > 1 and words[-1].rstrip(":") in known_words("saying", "leading")


def _is_shouted(block: str, words: Sequence[str]) -> bool:
    """Tell a subheading in capitals: "SIGNAL OF DISPLEASURE?", "'UNKNOWN QUANTITY'"."""
    return block.isupper() and len(words) <= 8 and not re.search(r"[.:;,][\"'”’]?$", block)
