"""Read what councils and their committees do when they meet: they sit, and hear whom they have asked to come."""

from __future__ import annotations

from briefgen.extract.meetings.journeys import official, person_like
from briefgen.extract.meetings.parties import Party, People
from briefgen.extract.meetings.sides import behind
from briefgen.extract.meetings.where import placed_at
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.stretches import clause_end


def heard(line: Line, i: int, lemma: str, first: list[Party], withs: list[Party], people: People) -> list[Party] | None:
    """Read "the committee heard the envoy", "heard a report from the envoy"; a court hears cases."""
    if not any(_sits(people, p) for p in first):
        return None
    end = clause_end(line, i)
    if any(line.low(k) in ("that", "how") for k in range(i + 1, min(end, i + 5))):
        return None
    came = people.parties(line, behind(line, i, end, objects=False, prepositions=("from", "by")))
    came = came or people.parties(line, behind(line, i, end, prepositions=()))
    return came if any(person_like(line, people, p) for p in came) else None


def _sits(people: People, party: Party) -> bool:
    """Tell a body that sits and hears, a council or its committee, from a court and from those who only listen."""
    said = set(party.words.casefold().split())
    body = people.kind(party.key) == "organization" or (party.key is None and not party.many)
    return body and bool(said & words("meeting", "sitting")) and not said & words("meeting", "inward")


def sat(line: Line, i: int, lemma: str, first: list[Party], withs: list[Party], people: People) -> list[Party] | None:
    """Tell "the committee sat in Oslo on Monday", "Renn sat with the bishop on Friday", from "sat until dawn", "sits in Oslo"."""
    if line.low(i + 1) in ("down", "across", "opposite", "together") or line.low(i) in ("sits", "sitting"):
        return None
    if withs:
        known = any(p.key for p in withs) and official(people, [*first, *withs])
        return withs if known and line.times else None
    placed = placed_at(line, range(i + 1, min(line.stop - 1, i + 5)))  # not "sat until dawn"
    among = any((placed and _sits(people, p)) or (p.many and _for_talks(line, i)) for p in first)
    return [] if among and line.times else None


def _for_talks(line: Line, i: int) -> bool:
    return any(line.low(k) in words("meeting", "nouns") for k in range(i + 1, clause_end(line, i)))
