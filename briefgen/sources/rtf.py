"""Load RTF: striprtf takes the text out, the file's own record gives title, author and day."""

from __future__ import annotations

import codecs
import re
from datetime import date

from briefgen.dates import valid
from briefgen.errors import SourceError
from briefgen.model import Limits
from briefgen.sources.bylines import on_record
from briefgen.sources.loaded import Loaded
from briefgen.sources.marking import marking_of
from briefgen.sources.paragraphs import CELLS, Paragraph, build, clean, table_row

FIELD = r"\{{\\{name}[ ]([^{{}}]{{0,300}})\}}"
CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
HEAD_OR_FOOT = re.compile(r"\{\\(?:header|footer)[lrf]?(?![a-z])(.{0,4000})", re.DOTALL)
CONTROL = re.compile(r"\\'[0-9a-f]{2}|\\[a-z]+-?\d* ?|[{}]")
FOOTNOTE = re.compile(r"\{(?:\\\*)?\\footnote(?![a-z])")
DELETED = re.compile(r"\{(?:\\[a-z]+-?\d* ?)*\\deleted(?![a-z\d])")
"""Tracked deletions: a group that begins with formatting, this word in it."""
BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
PICTURE = re.compile(r"(?:[0-9a-f]{2}\s*){200,}", re.IGNORECASE)


def load_rtf(data: bytes, limits: Limits) -> Loaded:
    """Give an RTF's paragraphs; pictures and formatting fall out. Raises SourceError for a damaged file."""
    from striprtf.striprtf import rtf_to_text

    # pictures and objects are written as digits: taken out first, as they can be most of the file
    source, _ = _without(PICTURE.sub("", data.decode("latin-1")), DELETED)
    body, notes = _without(source, FOOTNOTE)
    end = body.rfind("}")
    whole = r"\par ".join([body[:end], *notes, body[end:]]) if notes else body
    try:
        text = str(rtf_to_text(whole, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, IndexError, KeyError, LookupError, UnicodeError, OverflowError, RecursionError) as error:
        raise SourceError("", "damaged", f"the RTF cannot be read: {clean(str(error))[:100]}") from None
    # a cell that ends with a paragraph of its own breaks its row
    built = build(_paragraph(line) for line in re.sub(r"\n(?=\|)", "", text).split("\n"))
    return Loaded(
        text=built.text,
        blocks=built.blocks,
        title=_said(source, "title"),
        authors=on_record(_said(source, "author")),
        written=_created(source),
        marking=marking_of(line for edge in HEAD_OR_FOOT.finditer(source) for line in _lines(edge[1])),
    )


def _paragraph(line: str) -> Paragraph:
    """Give a line's paragraph; striprtf writes a table's row as a line with a stroke behind each cell."""
    cells = line.split("|")[:-1] if line.endswith("|") else []
    return table_row(cells) or Paragraph(text=CELLS.join(cells) or line)


def _lines(group: str) -> list[str]:
    """Give the lines of a page's head or foot: what stands up to the brace that closes it, its control words left off."""
    end = _closed(group, 0)
    return [clean(CONTROL.sub("", line)) for line in re.split(r"\\par\b", group[: end - 1] if end else group)]


def _without(source: str, opening: re.Pattern[str]) -> tuple[str, list[str]]:
    """Take the groups that open so out of a file; give what is left, and what stood in them."""
    kept: list[str] = []
    groups: list[str] = []
    at = 0
    while (found := opening.search(source, at)) and (end := _closed(source, found.end())):
        kept.append(source[at : found.start()])
        groups.append(source[found.end() : end - 1])
        at = end
    return "".join([*kept, source[at:]]), groups


def _closed(source: str, start: int) -> int | None:
    """Give the place behind the brace that closes the group open at `start`; None where none does."""
    depth = 1
    for sign in BRACE.finditer(source, start):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if not depth:
            return sign.end()
    return None


def _said(source: str, name: str) -> str | None:
    match = re.search(FIELD.format(name=name), source)
    if not match:
        return None
    page = CODE_PAGE.search(source)
    codec = f"cp{page[1]}" if page and _is_known(f"cp{page[1]}") else "cp1252"
    text = re.sub(
        r"(?:\\'[0-9a-f]{2})+",
        lambda codes: bytes.fromhex(codes[0].replace("\\'", "")).decode(codec, "replace"),
        match[1],
    )
    return clean(re.sub(r"\\u(-?\d{1,5}) ?\??", lambda code: chr(int(code[1]) % 65536), text)) or None


def _is_known(codec: str) -> bool:
    try:
        return bool(codecs.lookup(codec))
    except LookupError:
        return False


def _created(source: str) -> date | None:
    match = CREATED.search(source)
    return valid(int(match[1]), int(match[2]), int(match[3])) if match else None
