"""Read meetings told by what several did together: "the Danish and Latvian premiers signed the pact in Riga", "they shared a car"."""

from __future__ import annotations

import re
from functools import cache

from briefgen.extract.meetings.company import KINDS, by_wire, face_to_face, shared
from briefgen.extract.meetings.journeys import in_person, official
from briefgen.extract.meetings.parties import Party, People
from briefgen.extract.meetings.sides import Sides, behind, passive, subject_parties
from briefgen.extract.meetings.where import placed_at
from briefgen.knowledge.world import gazetteer
from briefgen.names import fold
from briefgen.reading.line import Line
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

TALK = ("speak", "negotiate", "discuss")
"""Kinds of verbs of talk, whose own readers tell most of what they tell."""
TOWNS = re.compile(
    r" (of|from|for) (?:the )?[A-Z]\w+ and (?:\1 )?(?:the )?[A-Z]\w+$| (of|from|for) the [\w' ’-]+ and (?:\2 )?the \w+$"
)
"""How people of two towns or two groups are told: "of Kolm and Hart", "of the army and of the rebels"."""
COMING = frozenset("had are is due set expected scheduled were planned plan likely".split())


def joint(line: Line, i: int, people: People) -> list[Sides]:
    """Read what people of several homes did together: always, or where a day or a place is told that they shared."""
    low = line.low(i)
    if low not in opening() or line.pos(i) != "VERB":
        return []
    act = low in verb_forms("meeting", "joint_act")
    decided = low in verb_forms("meeting", "joint_decision")
    end = clause_end(line, i)
    placed = placed_at(line, range(line.start, line.stop - 1))
    talk = any(low in verb_forms("meeting", kind) for kind in TALK) and low not in verb_forms("meeting", "exchange")
    if talk or (decided and not act):  # what they discuss and decide they may discuss and decide apart
        there = (bool(line.times) and placed) or face_to_face(line, i, end)
        together = there or any(by_wire(line, k) for k in range(i + 1, end))
    else:
        together = shared(line, i, end) or (act and (bool(line.times) or placed))
    if not together or not _told(line, i) or (decided and _to_meet(line, i)):
        return []
    between = _between(line, i, end, people)
    first = between or subject_parties(line, i, people)
    if not several_homes(line, people, first) or not official(people, first):
        return []
    return [Sides(at=i, kind="meet", first=first, second=[], span=(line.start, end), plural=True)]


def _to_meet(line: Line, i: int) -> bool:
    """Tell "agreed to meet in Oslo in May", whose day and place are those of the meeting to come."""
    kinds = ("meet", "convene", "light", "resumed", "visit", "travel", "see")
    bidden = next((k for k in range(i + 2, i + 4) if line.low(i + 1) == "to" and line.tag(k) == "VB"), None)
    return bidden is not None and any(line.low(bidden) in verb_forms("meeting", kind) for kind in kinds)


def _between(line: Line, i: int, end: int, people: People) -> list[Party]:
    """Give who did what "was hammered out between the two ministers"."""
    if not passive(line, i):
        return []
    return people.parties(line, behind(line, i, end, objects=False, prepositions=("between",)))


@cache
def opening() -> frozenset[str]:
    """Give the verbs of what is done together."""
    return frozenset(form for kind in ("joint_act", "joint_decision", *KINDS) for form in verb_forms("meeting", kind))


def _told(line: Line, i: int) -> bool:
    """Tell what is said of one time from "they share views" and from what is bidden or passive."""
    tag = line.doc[i].tag_
    if tag == "VB" and line.low(i - 1) == "to" and line.low(i - 2) not in COMING:
        return False  # "had little to settle"
    if tag == "VBN" and line.low(i - 1) in ("is", "are"):
        return False
    return tag in ("VBD", "VBN") or bool(line.times)


def several_homes(line: Line, people: People, parties: list[Party]) -> bool:
    """Tell people of two states or bodies, or "the two" of two sides, from colleagues and from one party."""
    persons = [p for p in parties if in_person(people, p)]
    if not persons or len(persons) < len(parties):
        return False
    if any(p.pair for p in persons):
        return True
    homes = set[str]()
    for party in persons:
        entity = people.reading.entity(party.key)
        if entity is not None and entity.kind == "person":
            homes.add(entity.affiliation or entity.id)
        elif entity is not None:
            homes.add(entity.name)
        if entity is not None and entity.kind == "organization" and not party.many:
            continue  # "the Rights Commission of Norland" is one
        found = (gazetteer().get(fold(word.strip(",'’"))) for word in party.words.split() if word[:1].isupper())
        homes |= {known.state or known.name for known in found if known is not None}
        if TOWNS.search(party.words):
            homes |= {party.words, ""}  # "the mayors of Kolm and Hart", "envoys of the army and of the rebels"
        if entity is None and "two" in party.words.casefold().split():
            homes |= {party.words, ""}
    return len(homes) > 1 or (len(persons) > 1 and len({p.words for p in persons}) > 1 and not _one_cabinet(persons))


def _one_cabinet(persons: list[Party]) -> bool:
    """Tell "the president and the premier", who serve one state, as nothing says otherwise."""
    named = (p.words.casefold().replace("’", "'") for p in persons)
    return all(
        said.startswith("the ") and " of " not in said and "' " not in said and "'s " not in said for said in named
    )
