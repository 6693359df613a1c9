"""Find those whom a sentence behind an announcement introduces: "These include Kahl", "Among them are Renn and Vell"."""

from __future__ import annotations

from briefgen.extract.designations.announced import PERSONS, Announcement, Named
from briefgen.extract.designations.listed import by_name, without_asides
from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.line import Line
from briefgen.reading.lists import Item, read_items
from briefgen.reading.marks import Reading

REACH = 10
"""Sentences that may stand between a count and those who are introduced."""
BEING = frozenset({"are", "is", "were", "include", "includes", "included"})
THESE = frozenset({"these", "they", "those", "them", "both"})
OPENING = 9
"""Words that an introduction may take up to its verb."""


def introduced_behind(reading: Reading, told: Announcement, until: int) -> Named:
    """Give whom sentences behind a count introduce by name, up to the sentence of the next announcement."""
    named = Named()
    for sentence in reading.sentences[told.sentence.index + 1 : min(until, told.sentence.index + 1 + REACH)]:
        line = Line(reading, sentence)
        verb = _introduces(line)
        if verb is None:
            continue
        for item in _items(line, verb + 1):
            entity = reading.entity(item.mention.entity) if item.mention is not None else None
            if item.named and fold(item.text) not in gazetteer():
                plain = line.words(item.first, item.last).strip("‘’“”\"'")
                key = entity.id if entity is not None and entity.kind is not None else plain
                named.add(key, entity.kind if entity is not None else None, sentence)
    return named


def _introduces(line: Line) -> int | None:
    """Give the verb of "Among them are ...", "The individuals are ...", "These include ...": no name stands before it."""
    for k in range(line.begin, min(line.stop, line.begin + OPENING)):
        if k in line.inside and line.inside[k].form == "name":
            return None
        if line.low(k) in BEING:
            before = [line.low(n) for n in range(line.begin, k)]
            plural = words("designation", "subjects") | PERSONS
            listed = any(word in plural and word.endswith(("s", "men", "people")) for word in before)
            one = before[:1] == ["the"] and len(before) == 2 and before[1] in plural and line.low(k) in ("is", "was")
            return k if set(before) & THESE or one or (listed and before[:1] == ["the"]) else None
    return None


def _items(line: Line, first: int) -> list[Item]:
    """Read the names behind the verb; where semicolons part them, the first of each part."""
    parts = [k for k in range(first, line.stop) if line.doc[k].text == ";"]
    if not parts:
        return [by_name(line, item) for item in without_asides(line, read_items(line, first)[0], first)]
    starts = [first, *(k + 1 for k in parts)]
    return [item for start in starts for item in read_items(line, start)[0][:1]]
