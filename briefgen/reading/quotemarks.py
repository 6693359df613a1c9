"""Find what stands between quotation marks, of any style, over paragraphs, with apostrophes left alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefgen.model import Block

DOUBLE = re.compile(r"[“”\"„«»]|``|''")
SINGLE = re.compile(
    # the mark first, as a search for one of three characters is far faster than a look behind at each
    r"[‘’'](?:(?<=[‘'])(?<!\w.)(?=[\w“\"])(?!\d\ds\b)|(?<=[’'])(?<=[\w.,!?…”\"].)(?!\w))"
)
OPENING = frozenset({"“", "„", "«", "``"})
CLOSERS = {"“": '”“"', "„": '“”"', "«": "»", "``": "''", "''": "''", '"': '"”', "”": "”"}
"""The marks that may end what a mark opens; "”" and "“" stand in each other's place in carelessly typed texts."""
EITHER = frozenset({'"', "''"})
"""Marks that open and close alike; "''" only in texts without "``"."""
ENDED = frozenset(".,!?…")
LONGEST = 6_000
"""Characters; an opening mark without a partner within this reach is no quotation."""
REACH = 20
"""Single marks that are looked at for a better closing one."""
LONGEST_BARE = 6
"""Words in single marks that may end in an "s" without a stop before the closing mark."""
FEWEST_OPEN = 4
"""Words behind an opening mark that nothing closes in its paragraph."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The stretch `start:end` between quotation marks; `outer_start:outer_end` includes the marks; `block` is its place."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: int


def is_marked(stretches: Sequence[Marked], offset: int) -> bool:
    """Tell whether an offset lies in one of the quoted stretches, which are in text order."""
    place = bisect_right(stretches, offset, key=lambda m: m.outer_start) - 1
    return place >= 0 and offset < stretches[place].outer_end


@lru_cache(maxsize=1)
def marked_stretches(text: str, blocks: tuple[Block, ...]) -> tuple[Marked, ...]:
    """Give the quoted stretches in order; one that runs over paragraphs gives a stretch for each paragraph.

    The last text's are kept: mentions and quotations both ask for them.
    """
    found: list[Marked] = []
    alike = EITHER - {"''"} if "``" in text else EITHER
    for place, block in enumerate(blocks):
        next_start = blocks[place + 1].start if place + 1 < len(blocks) else len(text)
        found.extend(_in_block(text, block, place, text[next_start : next_start + 2], alike))
    return tuple(found)


def _in_block(text: str, block: Block, place: int, following: str, alike: frozenset[str]) -> Iterator[Marked]:
    """Pair the marks of a block; `following` are the first characters of the next one, `alike` open and close.

    What nothing closes is quoted to the end where the paragraph starts with its mark or the next one opens with it again.
    """
    marks = list(DOUBLE.finditer(text, block.start, block.end))
    singles = list(SINGLE.finditer(text, block.start, block.end))
    if not marks or _single_outside(text, marks, singles):
        pairs, opened = _pair_single(text, singles), None
    else:
        pairs, opened = _pair_double(text, block, marks, alike)
    for first, last in pairs:
        if 0 < last.start() - first.end() <= LONGEST:
            yield Marked(first.end(), last.start(), first.start(), last.end(), place)
    if opened is None or block.end - opened.end() > LONGEST:
        return
    goes_on = following.startswith(opened[0])
    if (opened.start() == block.start or goes_on) and len(text[opened.end() : block.end].split()) >= FEWEST_OPEN:
        yield Marked(opened.end(), block.end, opened.start(), block.end, place)


Pairs = list[tuple[re.Match[str], re.Match[str]]]


def _pair_double(
    text: str, block: Block, marks: Sequence[re.Match[str]], alike: frozenset[str]
) -> tuple[Pairs, re.Match[str] | None]:
    """Give the outermost pairs of double marks, and the opening mark that nothing closes."""
    pairs: Pairs = []
    opened: re.Match[str] | None = None
    counts = {mark: sum(m[0] == mark for m in marks) for mark in '“”"'}
    nests, inner = counts["“"] == counts["”"], 0
    for match in marks:
        mark = match[0]
        if opened is None:
            opened = match if _opens(text, match, block, alike) else None
            continue
        if mark == "“" and not _at_end(text, match, block) and opened[0] != "„":
            inner += nests
        elif inner and mark == "”":
            inner -= 1
        elif mark not in CLOSERS[opened[0]]:
            continue
        elif mark == '"' and opened[0] == '"' and counts[mark] % 2 and _at_start(text, match, block):
            opened = match  # the one before had no partner: "a 12" pipe, he said, "is enough""
        elif not (mark == '"' and opened[0] == "“" and counts["”"] >= counts["“"]):
            pairs.append((opened, match))
            opened, inner = None, 0
    return pairs, opened


def _single_outside(text: str, marks: Sequence[re.Match[str]], singles: Sequence[re.Match[str]]) -> bool:
    """Tell a paragraph that quotes in single marks and keeps the double ones for what is quoted inside of them."""
    first = next((m for m in singles if _opens_single(text, m)), None)
    return (
        first is not None
        and first.start() < marks[0].start()
        and any(m.start() > marks[-1].start() and text[m.start() - 1] in ENDED | {"”", '"'} for m in singles)
    )


def _pair_single(text: str, singles: Sequence[re.Match[str]]) -> Pairs:
    """Give the pairs of single marks; one that another opening mark follows was an apostrophe ("'Aho ... 'Ana said")."""
    pairs: Pairs = []
    opened: re.Match[str] | None = None
    for place, match in enumerate(singles):
        if _opens_single(text, match):
            opened = match
        elif opened is not None and not _possessive(text, opened, match, singles[place + 1 : place + REACH]):
            pairs.append((opened, match))
            opened = None
    return pairs


def _opens_single(text: str, match: re.Match[str]) -> bool:
    return match[0] == "‘" or not (match.start() and not text[match.start() - 1].isspace())


def _possessive(text: str, opened: re.Match[str], match: re.Match[str], later: Sequence[re.Match[str]]) -> bool:
    """Tell "the farmers' harvest" from a closing mark: much stands before it, or a better one comes before the next opening."""
    if text[match.start() - 1] != "s" or not re.match(r"\s[a-z]", text[match.end() : match.end() + 2]):
        return False
    if words_in(text[opened.end() : match.start()]) > LONGEST_BARE:
        return True
    following = next((m for m in later if _opens_single(text, m) or text[m.start() - 1] in ENDED), None)
    return following is not None and not _opens_single(text, following)


def _opens(text: str, match: re.Match[str], block: Block, alike: frozenset[str]) -> bool:
    """Tell whether a mark opens a quotation where none is open."""
    mark = match[0]
    if mark in OPENING:
        return not (mark == "“" and _at_end(text, match, block))
    if mark in alike:
        return _at_start(text, match, block) or match.start() == block.start
    return mark == "”" and _at_start(text, match, block) and text[match.end()].isalnum()


def _at_start(text: str, match: re.Match[str], block: Block) -> bool:
    """Tell whether a mark stands where an opening one does: behind a blank, bracket or dash, right before a word."""
    before = text[match.start() - 1] if match.start() > block.start else " "
    after = text[match.end()] if match.end() < block.end else " "
    return (before.isspace() or before in "([—–-/") and not after.isspace()


def _at_end(text: str, match: re.Match[str], block: Block) -> bool:
    """Tell whether a mark stands where a closing one does: right behind a word or stop, before a blank or the end."""
    before = text[match.start() - 1] if match.start() > block.start else " "
    after = text[match.end()] if match.end() < block.end else " "
    return not before.isspace() and before not in "([—–" and (after.isspace() or after in ".,;:!?)")


def words_in(text: str) -> int:
    """Count the words of a stretch.

    >>> words_in("a friendly country,")
    3
    """
    return sum(word[0].isalnum() or any(c.isalnum() for c in word) for word in text.split())
