"""Build a text from paragraphs, for the formats whose line ends mean nothing: the text and its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.model import Block, BlockKind

HIDDEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
"""Soft hyphens, zero-width characters and direction overrides: they change how a text looks, not what it says."""
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
SURROGATE = re.compile("[\ud800-\udfff]")
SPACE = re.compile(r"\s+")
LONGEST_ITEM = 7
"""Words; longer items and cells are judged as prose, since release writers put sentences into them."""
CELLS = " | "
"""What stands between the cells of a table's row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph. `kind` "prose" leaves the judgement to the layout; `page` counts from 0."""

    text: str
    kind: BlockKind = "prose"
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A text made from paragraphs: they stand one a line with an empty line between. `pages`: where each starts."""

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[int, ...]


def clean(text: str) -> str:
    """Give a paragraph's words with single spaces, without invisible and control characters."""
    words = " ".join(text.split())
    if words.isprintable():
        return words
    return SPACE.sub(" ", SURROGATE.sub("\ufffd", CONTROL.sub(" ", HIDDEN.sub("", text)))).strip()


def table_row(cells: Sequence[str], page: int = 0) -> Paragraph | None:
    """Give a table's row of short cells as one paragraph; None for other rows, whose cells are paragraphs each."""
    words = [clean(cell) for cell in cells]
    if len(words) < 2 or any(len(cell.split()) > LONGEST_ITEM for cell in words):
        return None
    return Paragraph(text=CELLS.join(cell for cell in words if cell), kind="list", page=page)


def build(paragraphs: Iterable[Paragraph], pages: int = 0) -> Built:
    """Set paragraphs into one text; empty ones fall out. `pages`: how many there are (0: the format has none)."""
    pieces: list[str] = []
    blocks: list[Block] = []
    starts: list[int] = []
    at = 0
    for paragraph in paragraphs:
        words = clean(paragraph.text)
        if not words:
            continue
        while pages and len(starts) <= paragraph.page:
            starts.append(at)
        blocks.append(Block(start=at, end=at + len(words), kind=paragraph.kind))
        pieces.append(words)
        at += len(words) + 2
    text = "\n\n".join(pieces)
    starts += [len(text)] * (pages - len(starts))
    return Built(text=text + "\n" if text else "", blocks=tuple(blocks), pages=tuple(starts))
