"""Read measures told by what they forbid: "prohibited transactions with Kahl", "barred Renn from entry"."""

from __future__ import annotations

from briefgen.extract.designations.cue import Cue, cue_of, is_passive
from briefgen.extract.designations.ellipsis import ends_clause
from briefgen.extract.designations.wording import as_what, category, is_lister, told_before
from briefgen.knowledge.world import words
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end, items_before

FORBIDDEN = frozenset(
    "association organisation organization group movement party club society league network collective foundation".split()
)
"""Kinds of bodies that an interior ministry forbids."""


def prohibit(line: Line, i: int, form: str) -> Cue | None:
    """Read "prohibited any person from transactions with the Tarn Bank"; what follows from a listing is said in the passive."""
    if is_passive(line, i, form):
        told = [item for item in items_before(line, i) if item.named]
        return cue_of(line, i, form) if told and _of_kind(line, told[0]) and _ends(line, i + 1) else None
    if line.low(i)[:4] != "barr" and _association(line, i + 1):
        return cue_of(line, i, form)  # "prohibited the association Reef Youth"
    for k in range(i + 1, min(clause_end(line, i), i + 14)):
        if line.low(k) in ("activities", "activity") and line.low(k + 1) == "of":
            return cue_of(line, i, form)  # "prohibited the activities of the Tarn Front"
        if line.low(k) == "entry" and (whose := _entry_of(line, k)) is not None:
            return cue_of(line, i, form, whose, sanctions=True)
        if line.low(k) in words("designation", "dealings") and line.low(k + 1) in ("with", "involving", "to", "for"):
            return cue_of(line, i, form, k + 2, sanctions=True)
    return None


def _entry_of(line: Line, k: int) -> int | None:
    """Give where those start who may not enter: "prohibited entry to its territory for Kahl", "the entry of Kahl"."""
    for joint in range(k + 1, min(line.stop - 1, k + 8)):
        if line.low(joint) in ("for", "of", "by", "to"):
            items = read_items(line, joint + 1)[0]
            if items and items[0].named and not is_lister(line, items[0].mention):
                return joint + 1
    return None


def _of_kind(line: Line, item: Item) -> bool:
    """Tell a name that stands behind the kind of body that it is of, "the association Reef Youth"."""
    return any(line.low(k) in FORBIDDEN for k in range(max(line.start, item.first - 3), item.last + 1))


def _ends(line: Line, k: int) -> bool:
    return ends_clause(line, k) or line.low(k) in ("in", "by", "under", "and") or k in line.times


def _association(line: Line, first: int) -> bool:
    """Tell a body that is forbidden as such: its kind and its name stand behind the verb, and no deed that it may not do."""
    items, end = read_items(line, first)
    if not items or not items[0].named or line.low(end) in ("from", "to"):
        return False
    kinds = {line.low(k) for k in range(first, items[0].last + 1)}
    return bool(kinds & FORBIDDEN) and line.low(items[0].last + 1) not in ("from", "to")


def bar(line: Line, i: int, form: str) -> Cue | None:
    """Read "barred Kahl from entering the country" and "whom Canada has barred"; no other bar is a sanction."""
    what = as_what(line, i)
    if what is not None:
        return cue_of(line, i, form, sanctions=True) if any(category(line, k) for k in what) else None
    for k in range(i + 1, min(clause_end(line, i), i + 20)):
        if line.low(k) == "from":
            ahead = [line.low(n) for n in range(k + 1, min(line.stop, k + 4))]
            state = is_lister(line, line.inside.get(k + 1 + (line.low(k + 1) == "the")))
            entry = state or set(ahead) & words("designation", "entry")
            return cue_of(line, i, form, sanctions=True) if entry else None
    person = line.mention_at(i + 1)
    if person is not None and person[1].form == "name" and told_before(line) and not is_passive(line, i, form):
        return cue_of(line, i, form, sanctions=True)  # "announced entry bans. Chile had barred Kahl in 2021"
    return None
