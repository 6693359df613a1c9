"""Load Markdown: the text stays as written; YAML or TOML front matter gives title, date, authors and address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from briefgen.dates import full_dates
from briefgen.model import Block, BlockKind, Limits
from briefgen.sources.layout import spans_of
from briefgen.sources.loaded import Loaded
from briefgen.sources.text import load_text

FRONT = re.compile(r"\A(---|\+\+\+)\n(.*?)\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
UNDERLINE = re.compile(r"(?:={3,}|-{3,})[ \t]*")
LISTED = re.compile(r"^(\w+):[ \t]*\n((?:[ \t]*-[ \t]+[^\n]*\n)+)", re.MULTILINE)
ITEM = re.compile(r"^[ \t]*-[ \t]+[\"']?([^\n]*?)[\"']?[ \t]*$", re.MULTILINE)
FIELD = re.compile(r"^(\w+)[ \t]*[:=][ \t]*(.*?)[ \t]*$", re.MULTILINE)


def load_markdown(data: bytes, limits: Limits) -> Loaded:
    """Decode a Markdown file; only the plain `key: value` lines of its front matter are looked at."""
    text = load_text(data, limits).text
    front = FRONT.match(text)
    fields = (
        LISTED.sub(lambda found: f"{found[1]}: {', '.join(ITEM.findall(found[2]))}\n", front[2] + "\n") if front else ""
    )
    said = {key.lower(): value.strip("\"'") for key, value in FIELD.findall(fields)}
    authors = re.split(r"\s*(?:,|;|\band\b)\s*", said.get("authors", said.get("author", "")).strip("[]"))
    return Loaded(
        text=text,
        blocks=tuple(_blocks(text, front.end() if front else 0)),
        title=said.get("title") or None,
        publisher=said.get("publisher") or None,
        authors=tuple(author.strip("\"' ") for author in authors if author.strip("\"' ")),
        published=_day(said.get("date", said.get("published", ""))),
        url=said.get("url") or None,
        language=said.get("language", said.get("lang")) or None,
    )


def _blocks(text: str, start: int) -> Iterator[Block]:
    """Give the blocks behind the front matter; code and the lines under a heading are no prose."""
    if start:
        yield Block(start=0, end=len(text[:start].rstrip()), kind="boilerplate")
    spans = [(begin + start, end + start) for begin, end in spans_of(text[start:])]
    fenced = False
    for place, (begin, end) in enumerate(spans):
        block, after = text[begin:end], text[slice(*spans[place + 1])] if place + 1 < len(spans) else ""
        fence = block.lstrip().startswith(("```", "~~~"))
        fenced = fenced != fence
        kind: BlockKind = "prose"
        if fence or fenced or UNDERLINE.fullmatch(block):
            kind = "boilerplate"
        elif UNDERLINE.fullmatch(after) and text[end : spans[place + 1][0]].count("\n") == 1:
            kind = "heading"
        yield Block(start=begin, end=end, kind=kind)


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return next((day for _, _, day in full_dates(text)), None)
