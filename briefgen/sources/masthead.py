"""Read the head of a text, the lines above its first sentence: the house, the kind of paper, the title.

Papers put their name on top, offices theirs and the kind of paper ("Press release"), institutes a series; the title
comes below. A line is the house's name if it is built like a name of a body ("Bureau of X and Y") or of a paper, and
the kind of paper if it says so; the title is the first line that is neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.knowledge.world import gazetteer, words
from briefgen.model import Block
from briefgen.names import fold
from briefgen.sources.dating import HEAD_BLOCKS
from briefgen.sources.layout import SMALL_WORDS, WIDEST_WRAP, is_date_only, wire_opening
from briefgen.sources.marking import marking_of

LONGEST_TITLE = 30
LONGEST_NAME = 9
"""Words of the name of a house."""
PAPER = re.compile(
    r"(?:[\w’'-]+ ){0,3}(?:press release|news release|media release|press statement|press briefing|statement|communiqu[ée]|"
    r"readout|summary|report|brief|briefing|briefing paper|commentary|analysis|fact ?sheet|opinion|op-ed|interview|"
    r"explainer|editorial|transcript|memo|memorandum|working paper|policy paper|policy note|bulletin|newsletter|"
    r"media note|edition)(?:,? no\.? ?\d+|,? \d+(?:/\d+)?| of session [\d–/-]+)?",
    re.IGNORECASE,
)
"""The kind of a paper, with its number in a series: "Policy brief No. 12"."""
EDITION = re.compile(
    r"(?:\s*[-–—,(]+\s*(?:\w+\s)?|\s+)(?:edition|online|digital|no\.? ?\d+|issue \d+|vol\.? .{1,20})\)?$", re.IGNORECASE
)
PARTS = re.compile(r"\s*[|•·]\s*")
UNFINISHED = frozenset("a an and by for from its of or the their with".split())
"""Words that end a line of a title only where the next line goes on with it."""
JOINTS = frozenset("of for on and in the to & at".split())
"""Words that go on with the name of a body after its noun: "Ministry of X and Y"."""


def title_of(text: str, blocks: Sequence[Block]) -> str | None:
    r"""Give the title: the first line of the head that names neither the house nor the kind of paper; else one that does.

    >>> paper = "THE COAST POST\nPolicy brief No. 4\n\nWho pays for the pier?\n"
    >>> from briefgen.sources.layout import lay_out
    >>> title_of(paper, lay_out(paper))
    'Who pays for the pier?'
    """
    lesser: list[str] = []
    for kind, line in _head(text, blocks):
        if kind == "title":
            return line
        if kind == "dateline" or not _is_title(line):
            if any(c.isalpha() for c in line) and not is_date_only(line) and not _is_place(line):
                lesser.append(line)
            continue
        return line
    # the kind of paper says more than the house
    return next((line for line in lesser if not is_house(line)), lesser[0] if lesser else None)


def publisher_of(text: str, blocks: Sequence[Block]) -> str | None:
    """Give the house that the head names, or the agency of a dateline that calls itself one: "(Coast News Agency) -"."""
    for _, line in _head(text, blocks):
        for part in PARTS.split(line):
            if is_house(part) and not _is_title(line):
                return _in_title_case(_name(part))
    for block in blocks[:HEAD_BLOCKS]:
        wire = wire_opening(text[block.start : block.end])
        if wire and (is_house(wire["agency"]) or wire["agency"].casefold() in words("publishers", "papers")):
            return wire["agency"].strip()
    return None


def is_house(line: str) -> bool:
    """Tell a line that is no more than the name of a body or a paper.

    >>> is_house("Office of Coastal and Inland Trade"), is_house("THE COAST POST — English edition")
    (True, True)
    >>> is_house("Security Council Meets on Coast"), is_house("Council lists two ports")
    (False, False)
    """
    name = re.sub(r"\s\([A-Z][\w. ]+\)$", "", _name(line))
    entry = gazetteer().get(fold(name))
    if entry is not None:
        return entry.what == "body"
    found = [word.strip(",") for word in name.split()]
    if not 1 < len(found) <= LONGEST_NAME or not name.replace(" ", "").strip("."):
        return False
    if any(word[:1].islower() and word.casefold() not in SMALL_WORDS for word in found):
        return False
    folded = [word.casefold() for word in found]
    if folded[-1] in words("publishers", "papers"):
        return True
    nouns = words("bodies", "nouns") | words("publishers", "houses")
    # what follows the noun of a body must go on with its name: "Council Meets" does not
    return any(
        word in nouns and (place + 1 == len(folded) or folded[place + 1] in JOINTS) for place, word in enumerate(folded)
    )


def _name(line: str) -> str:
    """Leave off what is no part of a house's name: its edition and its town."""
    return re.sub(r",\s[A-Z][\w. ]+$", "", EDITION.sub("", line.strip()))


def _head(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Give kind and words of each line above the first sentence; a line that breaks off goes on with the next."""
    before = ""
    for block in blocks[:HEAD_BLOCKS]:
        if block.kind in ("prose", "caption") and not (before and block.end - block.start < WIDEST_WRAP):
            break
        line = " ".join(text[block.start : block.end].split()).lstrip("# ").rstrip("# ")
        if not line or not (before or block.kind in ("heading", "title", "dateline")) or marking_of([line]):
            continue
        line = f"{before} {line}".strip()
        if line.rsplit(None, 1)[-1] in UNFINISHED and text[block.end : block.end + 2].count("\n") == 1:
            before = line
            continue
        before = ""
        yield block.kind, line


def _is_title(line: str) -> bool:
    if not any(c.isalpha() for c in line) or len(line.split()) > LONGEST_TITLE:
        return False
    if is_date_only(line) or _is_place(line):
        return False
    return not all(
        PAPER.fullmatch(part) or is_house(part) or is_date_only(part.replace(":", " "))
        for part in PARTS.split(line)
        if part
    )


def _is_place(line: str) -> bool:
    """Tell a line that is a place alone: "Vienna", "Vienna, Austria"."""
    first = gazetteer().get(fold(line.split(",")[0]))
    return len(line.split()) <= 4 and first is not None and first.what in ("capital", "region", "state")


def _in_title_case(name: str) -> str:
    """Write a shouted name as names are written."""
    if not name.isupper():
        return name
    return " ".join(
        word.lower() if word.casefold() in SMALL_WORDS and place else word.title()
        for place, word in enumerate(name.split())
    )
