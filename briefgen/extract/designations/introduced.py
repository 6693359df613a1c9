"""Find those whom a sentence behind an announcement introduces: "These include Kahl", "Among them are Renn and Vell"."""

from __future__ import annotations

from briefgen.extract.designations.announced import PERSONS, Announcement, Named
from briefgen.extract.designations.asides import without_asides
from briefgen.extract.designations.listed import bare_name, by_name
from briefgen.extract.designations.status import ORDINALS
from briefgen.extract.designations.wording import listable
from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.line import Line
from briefgen.reading.lists import Item, read_items
from briefgen.reading.marks import Reading

REACH = 10
"""Sentences that may stand between a count and those who are introduced."""
BEING = frozenset({"are", "is", "were", "include", "includes", "included"})
THESE = frozenset({"these", "they", "those", "them", "both"})
COUNTED = ORDINALS - {"latest", "only"}
ONES = frozenset({"one", "other", "another"})
OPENING = 9
"""Words that an introduction may take up to its verb."""


def introduced_behind(reading: Reading, told: Announcement, until: int) -> Named:
    """Give whom sentences behind a count introduce by name, up to the sentence of the next announcement."""
    named = Named()
    for sentence in reading.sentences[told.sentence.index + 1 : min(until, told.sentence.index + 1 + REACH)]:
        line = Line(reading, sentence)
        opened = sentence.index == told.sentence.index + 1 and _opens(reading, told)
        first = line.begin if opened else _told_one_by_one(line, told)
        verb = _introduces(line) if first is None else first - 1
        if verb is None:
            continue
        for item in _items(line, verb + 1):
            entity = reading.entity(item.mention.entity) if item.mention is not None else None
            if item.named and fold(item.text) not in gazetteer():
                plain = (bare_name(line, item) or item.text).strip("‘’“”\"'")
                key = entity.id if entity is not None and entity.kind is not None else plain
                named.add(key, entity.kind if entity is not None else None, sentence)
    return named


def _opens(reading: Reading, told: Announcement) -> bool:
    """Tell "sanctioned three of the bank's owners:", whose names were cut off as a sentence of their own."""
    return bool(told.counts) and reading.text[told.sentence.start : told.sentence.end].rstrip().endswith(":")


def _told_one_by_one(line: Line, told: Announcement) -> int | None:
    """Give where the name starts in "The first is Kahl", "The other, Renn, runs a bank", one of those that were counted."""
    k = line.begin + (line.low(line.begin) == "the")
    if (
        not told.counts
        or line.low(k) not in COUNTED | ONES
        or (k == line.begin and line.low(k) not in ("one", "another"))
    ):
        return None
    if line.low(k + 1) in words("designation", "subjects") | PERSONS:
        k += 1
    if line.low(k + 1) not in (",", "is", "was", ":", "-", "–", "—"):
        return None
    return k + 2


def _introduces(line: Line) -> int | None:
    """Give the verb of "Among them are ...", "The individuals are ...", "These include ...": no name stands before it."""
    for k in range(line.begin, min(line.stop, line.begin + OPENING)):
        if k in line.inside and line.inside[k].form == "name":
            return None
        if line.low(k) in BEING:
            before = [line.low(n) for n in range(line.begin, k)]
            plural = words("designation", "subjects") | PERSONS
            among = before[:2] == ["among", "the"]
            listed = any(
                (word in plural or (among and listable(word))) and word.endswith(("s", "men", "people"))
                for word in before
            )
            one = before[:1] == ["the"] and len(before) == 2 and before[1] in plural and line.low(k) in ("is", "was")
            return k if set(before) & THESE or one or (listed and (among or before[:1] == ["the"])) else None
    return None


def _items(line: Line, first: int) -> list[Item]:
    """Read the names behind the verb; where semicolons part them, the first of each part."""
    if line.doc[first - 1].text == ",":
        return read_items(line, first)[0][:1]  # "The first, Kahl, owns a bank"
    parts = [k for k in range(first, line.stop) if line.doc[k].text == ";"]
    if not parts:
        return [by_name(line, item) for item in without_asides(line, read_items(line, first)[0], first)]
    starts = [first, *(k + 1 for k in parts)]
    return [item for start in starts for item in read_items(line, start)[0][:1]]
