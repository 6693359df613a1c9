"""Join those who are counted together, "eight individuals and two entities", and cut off what is told of the deed."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.designations.wording import category
from briefgen.knowledge.world import words
from briefgen.reading.items import Item
from briefgen.reading.line import Line

DEEDS = frozenset({"pursuant", "under", "for", "following"})


def together(line: Line, items: list[Item]) -> list[Item]:
    """Join "eight individuals and two entities": one count of many is one description."""
    joined: list[Item] = []
    for item in items:
        before = joined[-1] if joined else None
        item = _trimmed(line, item)
        if before is not None and line.low(item.first - 1) == "and" and _counted(line, before) and _counted(line, item):
            joined[-1] = replace(before, last=item.last, text=line.words(before.first, item.last))
        else:
            joined.append(item)
    return joined


def _trimmed(line: Line, item: Item) -> Item:
    """Cut off what is said of the deed: "eight individuals in response to the attack"."""
    cut = next((k for k in range(item.head + 1, item.last) if line.low(k) in DEEDS or _goes_elsewhere(line, k)), None)
    if not item.named and (called := _called(line, item)) is not None:
        return replace(item, head=called - 1, last=called - 1, text=line.words(item.first, called - 1))
    whole = cut is None or (item.named and item.mention is not None)
    return item if whole or cut is None else replace(item, last=cut - 1, text=line.words(item.first, cut - 1))


def _called(line: Line, item: Item) -> int | None:
    """Give where the category starts in "declared nine other gangs terrorist groups"."""
    nouns = words("designation", "subjects")
    behind = range(item.first + 1, item.head + 1)
    return next(
        (k for k in behind if category(line, k) and line.low(k - 1) in nouns and line.low(k + 1) in nouns), None
    )


def _goes_elsewhere(line: Line, k: int) -> bool:
    if line.low(k) == "and" and line.low(k + 1) in ("on", "against"):
        return True
    return line.low(k) == "in" and line.low(k + 1) in ("response", "connection", "coordination", "partnership")


def _counted(line: Line, item: Item) -> bool:
    return not item.named and bool(line.doc[item.first].like_num)
