"""Load RTF: striprtf takes the text out, the file's own record gives title, author and day."""

from __future__ import annotations

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
PICTURE = re.compile(r"(?:[0-9a-f]{2}\s*){200,}", re.IGNORECASE)


def load_rtf(data: bytes, limits: Limits) -> Loaded:
    """Give an RTF's paragraphs; pictures and formatting fall out. Raises SourceError for a damaged file."""
    from striprtf.striprtf import rtf_to_text

    # pictures and objects are written as digits: taken out first, as they can be most of the file
    source = PICTURE.sub("", data.decode("latin-1"))
    try:
        text = str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
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
    depth = 1
    for place, sign in enumerate(group):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if not depth:
            group = group[:place]
            break
    return [clean(CONTROL.sub("", line)) for line in re.split(r"\\par\b", group)]


def _said(source: str, name: str) -> str | None:
    match = re.search(FIELD.format(name=name), source)
    if not match:
        return None
    text = re.sub(r"\\'([0-9a-f]{2})", lambda code: bytes.fromhex(code[1]).decode("cp1252", "replace"), match[1])
    return clean(re.sub(r"\\u(-?\d{1,5}) ?\??", lambda code: chr(int(code[1]) % 65536), text)) or None


def _created(source: str) -> date | None:
    match = CREATED.search(source)
    return valid(int(match[1]), int(match[2]), int(match[3])) if match else None
