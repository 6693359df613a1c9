"""Leave out names that an aside only tells of, and pass over an aside that parts a verb from the listed."""

from __future__ import annotations

from briefgen.extract.designations.wording import is_lister
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items

ASIDE = 14
"""Words that an aside between a verb and the listed may take."""
TERMS = frozenset("day days week weeks month months year years".split())
CLAUSES = frozenset({"who", "which", "whose"})
TAKEN_UP = frozenset({"its", "his", "her", "their", "the", "a", "an"})
"""Words that open a description behind which a name stands."""


def without_asides(line: Line, items: list[Item], start: int) -> list[Item]:
    """Leave out a name that belongs to a relative clause ("Ada Renn, who aids the chief, Toma Vell") or only says where one is."""
    kept: list[Item] = []
    inside = False
    for n, item in enumerate(items):
        if item.named and line.low(item.last + 1) == "," and _based(line, item.last + 2):
            continue  # "Nairobi, Kenya-based Kahl Company"
        inside = inside or (n > 0 and any(line.low(k) in CLAUSES for k in range(items[n - 1].last + 1, item.first)))
        later = any(_goes_on(line, other) for other in items[n + 1 :])
        if inside and not (_goes_on(line, item) or (item.named and item.intro == "comma" and later)):
            continue
        inside = False
        if item.mention is not None and item.mention.kind == "place" and _located(line, start, item):
            continue  # "four firms based in Iran, Turkey and Oman"
        kept.append(item)
    return kept


def _located(line: Line, start: int, item: Item) -> bool:
    """Tell "in Iran, Turkey and Oman" from those named behind a colon, "two financiers in Guinea: Kahl and Renn"."""
    between = range(start, item.first)
    if colon_between(line, start, item.first):
        return False
    return any(line.low(k) in ("in", "from") and k + 1 not in line.times for k in between)


def _based(line: Line, first: int) -> bool:
    return line.low(first) not in ("a", "an", "the", "based") and any(
        line.low(k) == "based" for k in range(first, first + 4)
    )


def _goes_on(line: Line, item: Item) -> bool:
    """Tell ", and Kahl" behind a relative clause from "a bank and a firm" in it."""
    if item.intro in ("colon", "including"):
        return True
    joint = item.first - 1
    if item.named and line.doc[joint].text == ",":  # ", and its owner, Kahl"
        joint = next((k for k in range(joint - 1, max(line.start, joint - 6), -1) if line.low(k) == "and"), joint)
        return line.low(joint) == "and" and line.low(joint + 1) in TAKEN_UP and line.doc[joint - 1].text == ","
    return item.intro == "and" and line.doc[joint - 1].text == ","


def colon_between(line: Line, first: int, end: int) -> bool:
    """Tell whether a colon stands between two places."""
    return any(line.doc[k].text.endswith(":") for k in range(first, end))


def past_aside(line: Line, comma: int) -> int:
    """Pass over ", as of today," right behind a verb: give the word behind it, or the place itself without one."""
    if line.low(comma) != "," or line.pos(comma + 1) not in ("ADP", "ADV", "SCONJ"):
        return comma
    end = next((k for k in range(comma + 2, min(line.stop - 1, comma + ASIDE)) if line.doc[k].text == ","), None)
    return comma if end is None or any(line.finite(k) for k in range(comma, end)) else end + 1


def past_term(line: Line, k: int) -> int:
    """Pass over the term in "renewed for another six months its sanctions": give the word behind it, or the place itself."""
    if line.low(k) not in ("for", "until", "till", "by", "through"):
        return k
    end = next((n for n in range(k + 1, min(line.stop, k + 6)) if line.low(n) in TERMS or n in line.times), None)
    while end is not None and end + 1 < line.stop and end + 1 in line.times:
        end += 1
    return end + 1 if end is not None else k


def behind_aside(line: Line, comma: int) -> int | None:
    """Give where the listed stand in "is designating, under its law of 2018, Kahl and Renn"."""
    first = past_aside(line, comma)
    if first == comma:
        return None
    items = read_items(line, first)[0]
    return first if items and items[0].named else None


def other_lister(line: Line, first: Item, item: Item) -> bool:
    """Tell "banned the Front, Peru merely its youth wing": a state behind a comma has a clause of its own."""
    alone = item.intro == "comma" and item.mention is not None and item.mention.kind == "place"
    return alone and is_lister(line, item.mention) and not is_lister(line, first.mention)
