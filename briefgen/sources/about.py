"""Find a source's origin: title, publisher, authors and date, each from the surest place that has it.

The order is: sidecar, the format's metadata, date line or byline, file name. What nothing says stays unknown; a date
inferred from the text comes later, when all sources are read (`merge.undated`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefgen.dates import MONTH, full_dates, valid
from briefgen.model import Block, PublishedFrom, Sidecar, Source
from briefgen.sources.loaded import Loaded

HEAD_BLOCKS = 8
LONGEST_TITLE = 30
AGENCIES = {"REUTERS": "Reuters", "AP": "Associated Press", "AFP": "Agence France-Presse", "TASS": "TASS", "DPA": "dpa",
            "UPI": "United Press International", "ANSA": "ANSA", "EFE": "EFE", "XINHUA": "Xinhua", "KYODO": "Kyodo News",
            "INTERFAX": "Interfax", "IRNA": "IRNA", "WAFA": "WAFA", "SANA": "SANA", "KCNA": "KCNA"}
WIRE = re.compile(rf"^[A-Z][A-Z'’/. ,-]+(?:,\s*{MONTH}\s+\d{{1,2}})?\s*\((?P<agency>[A-Za-z]{{2,8}})\)\s*[-–—_]", re.IGNORECASE)
FILE_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
AUTHOR_NOTE = re.compile(r"^((?:[A-Z][\w’'-]+\.?\s+){1,3}[A-Z][\w’'-]+) (?:is|was) (?:a|an|the)\b")
PUBLISHER_LINE = re.compile(r"^(?:publisher|published by|source):\s*(.{2,80})$", re.IGNORECASE)


def about(source: Source, blocks: Sequence[Block], loaded: Loaded, sidecar: Sidecar | None) -> Source:
    """Give the source's record with all that is known of its origin."""
    side = sidecar or Sidecar()
    published, published_from = _published(source, blocks, loaded, side)
    title = side.title or loaded.title or _title(source.text, blocks)
    authors = side.authors if side.authors is not None else loaded.authors or _authors(source.text, blocks)
    return replace(
        source, title=title, authors=authors, published=published, published_from=published_from,
        publisher=side.publisher or loaded.publisher or _publisher(source.text, blocks),
        url=side.url or loaded.url, language=side.language or loaded.language or source.language,
        grade=side.grade or source.grade, marking=side.marking)


def _published(source: Source, blocks: Sequence[Block], loaded: Loaded,
               side: Sidecar) -> tuple[date | None, PublishedFrom | None]:
    if side.published:
        return side.published, "sidecar"
    if loaded.published:
        return loaded.published, "metadata"
    for block in blocks[:HEAD_BLOCKS]:
        if block.kind == "dateline":
            for _, _, day in full_dates(source.text[block.start : block.end]):
                return day, "text"
    name = FILE_DATE.search(source.path.rsplit("/", 1)[-1])
    if name and (day := valid(int(name[1]), int(name[2]), int(name[3]))):
        return day, "filename"
    return None, None


def _title(text: str, blocks: Sequence[Block]) -> str | None:
    """Give the first heading before any prose; without a blank line a title may end like a sentence ("Who won?")."""
    for block in blocks[:HEAD_BLOCKS]:
        line = " ".join(text[block.start : block.end].split()).lstrip("# ")
        if block.kind == "heading" and len(line.split()) <= LONGEST_TITLE:
            return line
        if block.kind == "prose":
            return None
    return None


def _authors(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    for block in blocks[:HEAD_BLOCKS]:
        line = text[block.start : block.end]
        if block.kind == "byline":
            named = re.sub(r"^(?:By|BY|Written by|Reported by|Story by|Authors?:|Text:)\s+", "", line)
            named = re.split(r",|\s+[-–—|]\s+|\s+in\s+[A-Z]", named)[0] if "," in named and " and " not in named else named
            return tuple(n.strip() for n in re.split(r"\s*,\s*|\s+and\s+|\s*&\s*", named) if n.strip())
    for block in blocks[-3:]:
        # "Jane Doe is a research fellow at ...": the note about the author under a signed piece
        note = AUTHOR_NOTE.match(text[block.start : block.end])
        if note and text.count(note[1]) == 1 and block.kind == "prose" and len(blocks) > 3:
            return (note[1],)
    return ()


def _publisher(text: str, blocks: Sequence[Block]) -> str | None:
    for block in blocks[:HEAD_BLOCKS]:
        line = text[block.start : block.end]
        wire = WIRE.match(line)
        if wire and wire["agency"].upper() in AGENCIES:
            return AGENCIES[wire["agency"].upper()]
    for block in (*blocks[:HEAD_BLOCKS], *blocks[-HEAD_BLOCKS:]):
        line = PUBLISHER_LINE.match(text[block.start : block.end])
        if line:
            return line[1].strip()
    return None
