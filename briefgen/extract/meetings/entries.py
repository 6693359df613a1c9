"""Read meetings told without a verb or without a noun: a chronology's entries, and "a second, in Oslo in May, ended"."""

from __future__ import annotations

from briefgen.extract.meetings.journeys import in_person, official, person_like
from briefgen.extract.meetings.parties import People
from briefgen.extract.meetings.sides import Sides
from briefgen.extract.meetings.where import placed_at
from briefgen.knowledge.world import words
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items

LABEL = 9
"""Words that the day or the label of an entry may take."""
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth next latest another".split())
COUNTED = frozenset({"round", "rounds", "session", "sessions", "meeting", "sitting"})
COMING = frozenset("will due pencilled penciled scheduled planned set slated expected booked foreseen fixed".split())
HAPPENS = COMING | frozenset(
    """is was were had took takes takes ended ends came comes follows followed begins began opens opened broke went lasted
yielded brought closed dealt would""".split()
)


def entry(line: Line, people: People) -> list[Sides]:
    """Read "12 May: the Danish and Latvian premiers in Oslo", "Call: Premier Ada Renn – Toma Vell": no verb tells it."""
    colon = next((k for k in range(line.start, min(line.stop, line.start + LABEL)) if line.doc[k].text == ":"), None)
    if colon is None or any(line.pos(k) == "VERB" or line.finite(k) for k in range(colon, line.stop)):
        return []
    label = range(line.start, colon)
    wire = any(line.low(k) in words("meeting", "wires") for k in label)
    dated = any(k in line.times or line.doc[k].like_num for k in label)
    if not (wire or dated):
        return []
    items = _across(line, colon) if wire else read_items(line, colon + 1)[0]
    if items and line.low(items[-1].last + 1) == "with":
        items += read_items(line, items[-1].last + 2)[0]
    met = people.parties(line, items)
    able = [p for p in met if in_person(people, p) or person_like(line, people, p)]
    if not met or len(able) < len(met) or not official(people, met):
        return []
    sat = any(line.low(k) in words("meeting", "nouns") for k in range(colon, line.stop))
    there = placed_at(line, range(colon, line.stop - 1)) or sat
    several = len(met) > 1 or (met[0].many and (sat or there))
    if not several or not (wire or there):
        return []
    kind = "phone" if wire else "meet"
    return [
        Sides(at=items[0].head, kind=kind, first=met[:1], second=met[1:], span=(line.start, line.stop), plural=True)
    ]


def _across(line: Line, colon: int) -> list[Item]:
    """Give those on both ends of the line: "Premier Ada Renn – Toma Vell", "Ada Renn and Toma Vell"."""
    dash = next((k for k in range(line.stop - 1, colon, -1) if line.dash(k)), None)
    if dash is None:
        return read_items(line, colon + 1)[0]
    return [*read_items(line, colon + 1, dash)[0], *read_items(line, dash + 1)[0]]


def nth(line: Line, i: int, people: People) -> list[Sides]:
    """Read "a second, in Oslo in May, ended", "the next is due in Riga", "round three, with Norway, was fixed for Friday"."""
    if not (_ordinal(line, i) or (line.low(i) in COUNTED and line.pos(i + 1) == "NUM")):
        return []
    behind = range(i + 1, min(line.stop, i + 16))
    told = next((k for k in behind if line.low(k) in HAPPENS), None)
    joint = i + 1 + (line.doc[i + 1].text == ",")
    met = people.parties(line, read_items(line, joint + 1)[0]) if line.low(joint) == "with" else []
    if told is None or not (any(k >= i for k in line.times) or met):
        return []
    future = any(line.low(k) in COMING for k in range(i + 1, min(line.stop, told + 6)))
    return [
        Sides(
            at=i,
            kind="noun",
            first=[],
            second=met,
            span=(i, line.stop),
            definite=True,
            resumed=True,
            future=future,
        )
    ]


def _ordinal(line: Line, i: int) -> bool:
    """Tell "a second," and "the next is", which stand for the meeting, from "a second bus" and "a second later"."""
    if line.low(i) not in ORDINALS or not (line.low(i - 1) in ("a", "the", "yet") or line.low(i) == "another"):
        return False
    after = line.low(i + 1)
    leads = (
        after in (",", "in", "on", "at", "with") or after in HAPPENS or (after == "of" and line.low(i + 2) == "them")
    )
    return leads and i + 2 < line.stop and i not in line.times
