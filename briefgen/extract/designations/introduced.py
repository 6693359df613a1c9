"""Find those whom a sentence behind an announcement introduces: "These include Kahl", "Among them are Renn and Vell"."""

from __future__ import annotations

from briefgen.extract.designations.announced import PERSONS, Announcement, Named, named_in, named_of, row_behind
from briefgen.extract.designations.enumerated import enumerated
from briefgen.extract.designations.listed import by_name
from briefgen.extract.designations.status import ORDINALS
from briefgen.extract.designations.wording import listable
from briefgen.knowledge.world import words
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.marks import Reading

REACH = 10
"""Sentences that may stand between a count and those who are introduced."""
BEING = frozenset("are is was were include includes included comprise comprises comprised feature features".split())
THESE = frozenset({"these", "they", "those", "them", "both"})
NAMED = frozenset(
    "named identified listed given specified designated sanctioned banned added removed concerned affected targeted hit "
    "included delisted proscribed outlawed blacklisted entered among".split()
)
ENTRIES = frozenset(
    "names entries listings designations additions targets newcomers name entry target newcomer".split()
)
COUNTED = ORDINALS - {"latest", "only"}
ONES = frozenset({"one", "other", "another"})
OPENING = 9
"""Words that an introduction may take up to its verb."""


def introduced_behind(reading: Reading, told: Announcement, until: int) -> Named:
    """Give whom sentences behind a count introduce by name, up to the sentence of the next announcement."""
    named = Named()
    if told.counts and (row := row_behind(reading, told.sentence)) is not None:
        named.add_all(named_in(row, row.begin))
    for sentence in reading.sentences[told.sentence.index + 1 : min(until, told.sentence.index + 1 + REACH)]:
        line = Line(reading, sentence)
        one = _told_one_by_one(line, told)
        if one is not None:
            named.add_all(named_of(line, _one(line, one)))
        elif (some := _some_of_them(line)) is not None:
            named.add_all(named_of(line, read_items(line, some)[0]))
        elif (verb := _introduces(line)) is not None:
            named.add_all(named_of(line, _items(line, verb + 1)))
    return named


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
        if line.finite(k) and line.low(k) not in BEING:
            return None
        if line.low(k) in BEING:
            one = line.low(line.begin) == "the" and k == line.begin + 2 and line.low(k) in ("is", "was")
            one = one and line.low(k - 1) in words("designation", "subjects") | PERSONS | ENTRIES
            return _past_naming(line, k) if one or _plural_before(line, k) else None
    return None


def _past_naming(line: Line, k: int) -> int:
    """Pass over "named as" of "The four were named as Kahl and Renn", the colon of "They are:"."""
    if line.low(k + 1) in NAMED:
        k += 1 + (line.low(k + 2) == "as")
    return k + (line.low(k + 1) in (":", "as"))


def _some_of_them(line: Line) -> int | None:
    """Give where the names start in "Of these, two — Kahl and Renn — live in Osaka"."""
    if line.low(line.begin) not in ("of", "among") or line.low(line.begin + 1) not in THESE | {"the"}:
        return None
    comma = next((k for k in range(line.begin + 1, min(line.stop, line.begin + OPENING)) if line.low(k) == ","), None)
    if comma is None or not _plural_before(line, comma) or not line.doc[comma + 1].like_num:
        return None
    behind = comma + 2 + (line.low(comma + 2) in words("designation", "subjects"))
    return behind + 1 if line.dash(behind) or line.low(behind) in (",", ":", "(") else None


def _plural_before(line: Line, end: int) -> bool:
    """Tell "these", "them", "the companies" from a word that means one."""
    before = [line.low(n) for n in range(line.begin, end)]
    plural = words("designation", "subjects") | PERSONS | ENTRIES
    among = before[:2] == ["among", "the"]
    many = [word for word in before if word.endswith(("s", "men", "people"))]
    listed = any(word in plural or (among and listable(word)) for word in many)
    others = "those" in before and before[-1] != "those" and not set(before) & NAMED  # "Those present were"
    return (bool(set(before) & THESE) and not others) or (listed and "the" in before)


def _one(line: Line, first: int) -> list[Item]:
    items = read_items(line, first)[0]
    return items[:1] if line.doc[first - 1].text == "," else items  # "The first, Kahl, owns a bank"


def _items(line: Line, first: int) -> list[Item]:
    """Read the names behind the verb, part by part: "The persons are Kahl and Renn; the firm is Vell Lines"."""
    end = next((k for k in range(first, line.stop) if line.doc[k].text == ";"), line.stop)
    again = next((k for k in range(end + 1, min(line.stop, end + OPENING)) if line.low(k) in BEING), None)
    if again is None:
        return [by_name(line, item) for item in enumerated(line, first)]
    return [by_name(line, item) for item in [*enumerated(line, first, end), *enumerated(line, again + 1)]]
