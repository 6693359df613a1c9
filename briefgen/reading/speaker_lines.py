"""Find the lines of their own that name who speaks in the paragraph below or above: a name, and what the person is.

    Colonel (ret.) Ada Renn
    Senior Adviser, Harbour Institute

    “It will not last.”

Both lines are read as one, a comma for the line end, as "Ada Renn, Senior Adviser" is. Left alone: headings that no quotation
and no mention of the name bears out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.knowledge.world import words
from briefgen.model import Block, Document
from briefgen.reading.role_words import heads_role, is_rank

QUOTES = ("“", '"', "‘", "«", "„")
CLOSING = ("”", '"', "’", "»")
NAME = re.compile(
    r"(?P<titles>(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|[A-Z][a-z]+)\.? (?:\((?:ret|retd)\.?\) )?)*?)"
    r"(?P<name>[^\W\d_a-z][\w’'-]+(?: (?:[^\W\d_a-z][\w.’'-]*|al|de|der|van|von|bin|ní|ó|ten|da|di|du|el)){1,4})"
)
LONGEST = 14


def speaker_lines(document: Document) -> Iterator[tuple[int, str]]:
    """Give the place of each speaker's block and the text to parse for it, as long as the lines it covers."""
    blocks = document.blocks
    for place, block in enumerate(blocks):
        if block.kind not in ("heading", "byline", "list"):
            continue
        text = document.text[block.start : block.end]
        name, _, standing = text.partition(", ")
        match = NAME.fullmatch(name)
        if match is None or len(text.split()) > LONGEST:
            continue
        titled = any(is_rank(word) for word in match["titles"].split())
        below = _line_below(document, place) if not standing else None
        if not (titled or tells_standing(standing) or (below is not None and tells_standing(below))):
            continue
        after = place + 1 + (below is not None)
        if _bears_out(document, place, after, match["name"].split()[-1]):
            yield place, text if below is None else f"{text},{below}"


def _line_below(document: Document, place: int) -> str | None:
    """Give the next line where it stands directly below and is no running text."""
    blocks = document.blocks
    if place + 1 >= len(blocks) or document.text[blocks[place].end : blocks[place + 1].start] != "\n":
        return None
    below: Block = blocks[place + 1]
    text = document.text[below.start : below.end]
    running = "\n" in text or len(text.split()) > LONGEST or text.endswith((".", "?", "!", *CLOSING))
    return None if running else text


def tells_standing(line: str) -> bool:
    """Tell an office or a body of research: "Senior Adviser, Harbour Group", "University of Vestby"."""
    found = re.findall(r"[\w’'-]+", line)
    return any(heads_role(word) or word.casefold() in words("titles", "research") for word in found[:6])


def _bears_out(document: Document, place: int, after: int, surname: str) -> bool:
    """Tell whether a quotation stands next to the lines, or the paragraph below speaks of the person."""
    blocks = document.blocks
    before = document.text[blocks[place - 1].start : blocks[place - 1].end].rstrip() if place else ""
    below = document.text[blocks[after].start : blocks[after].end] if after < len(blocks) else ""
    return before.endswith(CLOSING) or below.startswith(QUOTES) or surname in below
