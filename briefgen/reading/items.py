"""The parties of a list, and which of them stay: a name beats the description that it explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.marks import Mention

Intro = Literal["start", "comma", "and", "colon", "including"]
ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "one"})
COUNTS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One party: its words (token indices, both included), the mention it is, if any, and how it was introduced.

    `named` tells "Ada Renn" and "the minister Ada Renn" from "two envoys"; `head` is the last word of the noun phrase.
    """

    first: int
    last: int
    head: int
    text: str
    mention: Mention | None
    named: bool
    intro: Intro


def settle(items: Sequence[Item]) -> list[Item]:
    """Leave out appositions: a name beats the description it explains, and a description behind a name says nothing new."""
    kept: list[Item] = []
    closed, office = False, -1
    for n, item in enumerate(items):
        before = kept[-1] if kept else None
        if closed and item.intro == "comma" and not any(later.intro == "and" for later in items[n:]):
            continue  # "of Iran and Oman, the spokesman, X, said": the list ended before
        closed = closed or (item.intro == "and" and item.named)
        if before is not None and item.intro == "and" and item.named and _office(before):
            kept[-1] = item  # "Deputy Premier and Defence Minister Ada Renn"
        elif before is None or item.intro in ("start", "and", "including"):
            kept.append(item)
        elif (
            item.named
            and not before.named
            and item.mention is not None
            and item.mention.kind == "place"
            and item.intro == "comma"
        ):
            kept.append(item)  # "two firms based in Iran, Oman": a place explains no description
        elif item.named and not before.named and (before.mention is None or before.mention.form != "pronoun"):
            kept[-1] = item
        elif not item.named and before.named and item.intro == "comma":
            office = n
        elif item.named and before.named and office == n - 1 and item.intro == "comma" and _body(item):
            continue  # "Ada Renn, Commander, Northern Fleet": the body of the office
        else:
            kept.append(item)
    return kept


def _body(item: Item) -> bool:
    return item.mention is not None and item.mention.kind == "organization"


def _office(item: Item) -> bool:
    """Tell an office said as a title, "Deputy Premier", from "the ministers", those of some body."""
    said = item.text.split()
    bare = item.mention is None or item.mention.form == "nominal"
    return (
        bare
        and bool(said)
        and not item.named
        and said[0][:1].isupper()
        and said[0].casefold() not in ARTICLES
        and said[-1].casefold() in words("titles", "heads")
    )


def count_of(line: Line, item: Item) -> int:
    """Give the number a description states ("all five organisations", "both men"), else 0."""
    for i in range(item.first, item.last + 1):
        low = line.low(i)
        if low in ("both", "pair", "duo"):
            return 2
        if low in COUNTS or (low.isdigit() and len(low) < 3):
            return COUNTS.get(low) or int(low)
    return 0
