"""Judge whether those told of make a meeting: parties enough, none of them only an own session."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.meetings.earlier import timed
from briefgen.extract.meetings.parties import Party, People
from briefgen.extract.meetings.sides import Sides
from briefgen.extract.meetings.where import place_of
from briefgen.knowledge.world import words
from briefgen.reading.line import Line


def enough(people: People, sides: Sides, first: list[Party], second: list[Party], parties: list[str]) -> bool:
    """Tell a meeting of parties from a thing that is met, visited or called."""
    if len(parties) > 1 or (parties and sides.kind == "speak" and len(first) > 1):
        return True
    if sides.kind in ("invite", "host", "phone", "speak"):
        return bool(first) and bool(second) and (bool(parties) or facing(first, second))
    if sides.kind in ("visit", "visited"):
        return bool(first)
    if sides.kind == "summit":
        return bool(parties)
    named = [p for p in (*first, *second) if p.key or (p.official and p.words[:1].isupper() and not p.pair)]
    if len(named) > 1 and (sides.plural or (first and second)):
        return True
    if first and second:
        return bool(parties) or bool(named) or facing(first, second)
    if sides.kind == "meet" and any(p.key for p in second):
        return True  # "they had met the minister": who they are is not known
    both = [p for p in (*first, *second) if not p.pair]
    if sides.plural and len(both) > 1 and any(p.official for p in both) and all(p.official or p.many for p in both):
        return not all(p.key is None and _bare(p) for p in both)
    alone = [p for p in (*first, *second) if p.official]
    if sides.kind == "convene":
        return any(people.kind(p) != "person" for p in parties)
    if sides.leading:
        return bool(parties)
    if sides.kind in ("travel", "trip"):
        return bool(parties)
    return sides.plural and any(p.many for p in alone) and (bool(parties) or sides.kind != "noun" or len(alone) > 1)


def facing(first: Sequence[Party], second: Sequence[Party]) -> bool:
    """Tell those who meet as office holders do though none has a name: "the minister" and "a group of farmers"."""
    of_office = [all(p.official for p in side) for side in (first, second)]
    return all(of_office) or (any(of_office) and all(p.official or p.many for p in (*first, *second)))


def _bare(party: Party) -> bool:
    """Tell "officials", whom anybody may mean, from "the officials", "Danish officials"."""
    return " " not in party.words and party.words[:1].islower()


def described(line: Line, sides: Sides, parties: list[Party]) -> bool:
    """Tell "delegates convene in Bergen in July": parties without a name, but the clause says when or where."""
    alone = [p for p in parties if not p.pair]
    if sides.kind not in ("noun", "meet", "convene", "summit") or not any(
        p.official or _titled(p) or _commission(p) for p in alone
    ):
        return False
    several = len(alone) > 1 or any(p.many for p in alone) or any(_commission(p) for p in alone)
    several = several or (sides.kind in ("convene", "meet") and any(_titled(p) for p in alone))
    return several and (timed(line) or place_of(line.reading, line, sides.at, sides.span, [], None) is not None)


def awaited(sides: Sides, status: str, second: Sequence[Party]) -> bool:
    """Tell "talks with the elders, set for Monday, were called off", "talks were held with the envoy": whose is not told."""
    one_sided = sides.kind == "noun" and not sides.first and any(p.official for p in second)
    held = sides.verb is not None and sides.verb > sides.at
    return one_sided and (held or (status in ("planned", "cancelled") and any(p.many or p.key for p in second)))


def _commission(party: Party) -> bool:
    return bool(set(party.words.casefold().split()) & (words("meeting", "sitting") - {"panel"}))


def _titled(party: Party) -> bool:
    """Tell a body by its capital, though its name is not known: "the Sand Coast Coordination Group"."""
    last = party.words.split()[-1] if party.words else ""
    return last[:1].isupper() and last.casefold() in words("bodies", "nouns")


def inward(sides: Sides, parties: list[str]) -> bool:
    """Tell what a parliament, a party or a board does among itself: "the cabinet met", "deputies of the senate confer"."""
    said = {w for p in (*sides.first, *sides.second) for w in p.words.casefold().split()}
    alone = len(parties) < 2 and len([*sides.first, *sides.second]) < 2
    nameless = not parties and "the" in said and bool(said & words("meeting", "sitting"))
    nameless = nameless and not said & words("meeting", "joint")
    own = nameless or bool(said & words("meeting", "inward"))
    return alone and sides.kind in ("meet", "convene", "noun") and own
