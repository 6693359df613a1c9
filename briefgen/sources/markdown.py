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
BELOW = re.compile(r"^([\w-]+):[ \t]*([>|]?)[+-]?[ \t]*\n((?:[ \t]+[^\n]*\n|-[ \t][^\n]*\n)+)", re.MULTILINE)
"""A value that stands below its key: a list, a mapping, or lines of one text."""
NAME = re.compile(r"^[ \t-]*name:[ \t]*[\"']?([^\n]*?)[\"']?[ \t]*$", re.MULTILINE)
ITEM = re.compile(r"^[ \t]*-[ \t]+[\"']?([^\n]*?)[\"']?[ \t]*$", re.MULTILINE)
FIELD = re.compile(r"^([\w-]+)[ \t]*[:=][ \t]*(.*?)[ \t]*$", re.MULTILINE)


def load_markdown(data: bytes, limits: Limits) -> Loaded:
    """Decode a Markdown file; only the plain `key: value` lines of its front matter are looked at."""
    text = load_text(data, limits).text
    front = FRONT.match(text)
    fields = BELOW.sub(_in_line, front[2] + "\n") if front else ""
    said = {key.lower().replace("-", "_"): _unquoted(value) for key, value in FIELD.findall(fields)}

    def one_of(*keys: str) -> str:
        return next((said[key] for key in keys if said.get(key)), "")

    authors = re.split(r"\s*(?:,|;|\band\b)\s*", one_of("authors", "author").strip("[]"))
    return Loaded(
        text=text,
        blocks=tuple(_blocks(text, front.end() if front else 0)),
        title=one_of("title") or None,
        publisher=one_of("publisher", "source") or None,
        authors=tuple(author.strip("\"' ") for author in authors if author.strip("\"' ")),
        published=_day(one_of("date", "published", "publishdate", "publish_date", "pubdate")),
        url=one_of("url", "canonical_url") or None,
        language=one_of("language", "lang")[:2].lower() or None,
    )


def _in_line(found: re.Match[str]) -> str:
    """Write what stands below a key behind it: the items of a list, the names in it, or its lines as one."""
    key, folded, below = found.groups()
    several = NAME.findall(below) or ITEM.findall(below)
    value = " ".join(below.split()) if folded else ", ".join(several)
    return f"{key}: {value}\n"


def _unquoted(value: str) -> str:
    """Take off the quotation marks of YAML and TOML; within single ones a doubled one means one."""
    bare = value.strip("\"'")
    return bare.replace("''", "'") if value.startswith("'") else bare


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
