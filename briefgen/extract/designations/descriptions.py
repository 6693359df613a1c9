"""Tell descriptions that say whom they mean, "two Guinean financiers", "his barber", from those that do not, "three groups"."""

from __future__ import annotations

from briefgen.extract.designations.wording import listable
from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.items import COUNTS, Item
from briefgen.reading.line import Line

COUNTING = frozenset({"some", "more", "new", "other", "additional", "further", "such"})
VAGUE = frozenset({"that", "this", "such", "any", "other", "these", "those", "no"})
POSSESSIVE = frozenset({"its", "his", "her", "their"})
LISTED = frozenset("designated listed blacklisted named blocked entire whole wider same said".split())
SAYING = frozenset({"NOUN", "ADJ", "PROPN", "VERB"})
"""Parts of speech of words that say more of one than that he is one."""


def distinct(line: Line, item: Item) -> bool:
    """Tell a description that says whom ("two Guinean financiers", "the elite of Russia") from one that does not."""
    low = line.low(item.first)
    if low in VAGUE:
        return False
    span = range(item.first, item.last + 1)
    if low != "the" and any(_few(line.low(i)) for i in span) and not _bare_count(line, item):
        return True
    if low in ("a", "an", "another") or (low in POSSESSIVE and item.head - item.first > 1):
        return says_more(line, item)
    first = line.doc[item.first]
    bodies = (line.inside[k].form == "name" and line.inside[k].kind != "place" for k in span if k in line.inside)
    bare = first.pos_ != "DET" and low not in POSSESSIVE and line.doc[item.head].tag_ == "NNS"
    if bare and not any(bodies):
        return False  # "several firms", "traders in Peru", "417 persons"; "suppliers of the Front" says whose
    return any(
        (i in line.inside and line.inside[i].form == "name")
        or line.doc[i].pos_ == "PROPN"
        or ((known := gazetteer().get(fold(line.doc[i].text))) is not None and known.what == "adjective")
        for i in span
        if line.doc[i].text[:1].isupper()
    )


def says_more(line: Line, item: Item) -> bool:
    """Tell "a football agent", "an aide of the mayor" from "a person", "another group", "a terrorist organisation"."""
    plain = words("designation", "categories") | COUNTING | LISTED
    before = range(item.first + 1, item.head)
    return item.last > item.head or any(line.pos(k) in SAYING and line.low(k) not in plain for k in before)


def others(line: Line, item: Item) -> bool:
    """Tell "eleven other groups", "two more": set off from those who were told."""
    return any(line.low(k) in ("other", "more", "further") for k in range(item.first + 1, item.head))


def _bare_count(line: Line, item: Item) -> bool:
    """Tell "three groups", "about 30 proscribed entities": how many, and nothing of whom."""
    if others(line, item):
        return False
    span = [line.doc[i] for i in range(item.first, item.last + 1)]
    said = words("designation", "categories", "subjects") | COUNTING
    plain = (t.like_num or t.pos_ in ("ADV", "CCONJ", "ADP") or t.lower_ in said for t in span[:-1])
    return all(plain) and (span[-1].lower_ in said or listable(span[-1].lower_))


def _few(word: str) -> bool:
    """Tell a number that counts those listed, "eight" or "24", from a sum of years of listings, "417"."""
    return word in COUNTS or (word.isdigit() and len(word) < 3)


def of_a_state(line: Line, item: Item) -> bool:
    """Tell "Chilean group", where the adjective says of which state one is."""
    said = (gazetteer().get(fold(line.doc[k].text)) for k in range(item.first + 1, item.head))
    return any(known is not None and known.what == "adjective" for known in said)


def named_within(line: Line, item: Item) -> str:
    """Give "Reef" of "the Reef group": a name with an article and a common noun around it; no "the Chilean group"."""
    inner = [line.doc[k].text for k in range(item.first + 1, item.head)]
    names = bool(inner) and inner[0][:1].isupper() and all(w[:1].isupper() or "-" in w or w == "al" for w in inner)
    known = any(fold(word) in gazetteer() for word in inner)
    plain = line.low(item.first) == "the" and item.last == item.head and line.doc[item.head].text.islower()
    return (
        line.words(item.first + 1, item.head - 1)
        if names and plain and not known and listable(line.low(item.head))
        else ""
    )
