"""Read meetings told by whom somebody calls to himself: "called Y in", "ordered Y to the palace", "sent for Y"."""

from __future__ import annotations

from functools import cache

from briefgen.extract.meetings.journeys import in_person, official, person_like
from briefgen.extract.meetings.parties import Party, People
from briefgen.extract.meetings.sides import Sides, behind, passive, subject_parties
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

BEHIND_IN = frozenset("on for to over about and again this last yesterday today , . ; late early".split()) | {""}
"""What may follow "called Y in"; "saw Y in Oslo" calls nobody."""


@cache
def opening() -> frozenset[str]:
    """Give the verbs of calling somebody to oneself."""
    return frozenset(verb_forms("meeting", "summons")) | frozenset(verb_forms("meeting", "send"))


def summoned(line: Line, i: int, people: People) -> list[Sides]:
    """Read who called whom to himself; only people of office are so called that they meet who calls."""
    if line.pos(i) != "VERB" or i in line.inside:
        return []
    if passive(line, i):
        return called_to(line, i, subject_parties(line, i, people), people)
    end = clause_end(line, i)
    sends = line.low(i) in verb_forms("meeting", "send")
    if sends and line.low(i + 1) != "for":
        return []
    stop = end if sends else next((k for k in range(i + 2, end) if _to_oneself(line, k)), None)
    items = read_items(line, i + 1 + sends, stop)[0] if stop is not None else []
    called = people.parties(line, items)
    if not called or not official(people, called) or not all(_comes(people, p) for p in called):
        return []
    if not sends and stop is not None and any(k not in line.times for k in range(items[-1].last + 1, stop - 1)):
        return []  # "asked the commission to step in"
    first = [p for p in subject_parties(line, i, people) if p not in called]
    if not any(person_like(line, people, p) for p in first):
        return []
    return [Sides(at=i, kind="host", first=first, second=called, span=(line.start, end))]


def _comes(people: People, party: Party) -> bool:
    """Tell people, who come when they are called, from a body."""
    return in_person(people, party) and (party.many or people.kind(party.key) != "organization")


def _to_oneself(line: Line, k: int) -> bool:
    """Tell "in on Monday", "to the palace", "come to her office" from "in Oslo", "to account"."""
    if line.low(k) == "in":
        return line.low(k + 1) in BEHIND_IN
    k += line.low(k) == "to" and line.low(k + 1) == "come"
    k += line.low(k) == "come"
    return line.low(k) == "to" and _seat(line, k + 1)


def _seat(line: Line, k: int) -> bool:
    """Tell "the palace", "her office", "the Ministry of Trade": where one is received."""
    for n in range(k, min(line.stop, k + 5)):
        if line.low(n) in words("meeting", "seats"):
            return True
        if line.pos(n) not in ("DET", "PRON", "ADJ", "NOUN", "PROPN", "PART"):
            return False
    return False


def called_to(line: Line, i: int, first: list[Party], people: People) -> list[Sides]:
    """Read "the envoy was summoned to the ministry": a body calls whom it wants to see."""
    end = clause_end(line, i)
    to = people.parties(line, behind(line, i, end, objects=False, prepositions=("to",))[:1])
    bodies = [p for p in to if set(p.words.casefold().split()) & words("bodies", "nouns")]
    came = any(person_like(line, people, p) for p in first)
    return [Sides(at=i, kind="host", first=first, second=bodies, span=(line.start, end))] if bodies and came else []
