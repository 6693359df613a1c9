"""Read meetings told by set phrases: "is in touch with Y", "shook hands with Y", "came together with Y", "brought together X and Y"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from briefgen.extract.meetings.company import addressed, by_wire
from briefgen.extract.meetings.joint import several_homes
from briefgen.extract.meetings.journeys import official, person_like
from briefgen.extract.meetings.parties import Party, People, keys_of
from briefgen.extract.meetings.sides import Sides, behind, groups, passive, subject_parties
from briefgen.knowledge.world import words
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

BRING = frozenset({"bring", "brings", "brought", "bringing"})
HANDS = frozenset({"hand", "hands"})
FACING = frozenset({"down", "across", "opposite"})


@cache
def opening() -> frozenset[str]:
    """Give the words at which set phrases are read."""
    return words("meeting", "wires") | HANDS | FACING | {"face", "together", "touch", "contact"}


def in_touch(line: Line, i: int, people: People) -> list[Sides]:
    """Read "gave a warning by phone to Y", "is in touch with Y", "shook hands with Y", "sat down on Monday with Y"."""
    low = line.low(i)
    if low in HANDS or low in FACING:
        before = verb_forms("meeting", "shake" if low in HANDS else "sit")
        sat = _past_its_time(line, i - 1)
        return _together(line, i, people, sat) if line.low(sat) in before else []
    if low == "face" and line.low(i + 1) == "to" and line.low(i - 1) in verb_forms("meeting", "gather"):
        return _together(line, i, people, i - 1)
    if low == "together":
        came = line.low(i - 1) in verb_forms("meeting", "gather")
        return _together(line, i, people, i - 1) if came else _brought(line, i, people)
    phone = by_wire(line, i)
    touch = low in ("touch", "contact") and line.low(i - 1) in ("in", "into") and _with(line, i + 1)
    if not (phone or touch):
        return []
    verb = next(
        (k for k in range(i - 1, line.start - 1, -1) if line.doc[k].pos_ in ("VERB", "AUX") and k not in line.inside),
        None,
    )
    if verb is None or any(verb_forms("meeting", kind).get(line.low(verb)) for kind in ("speak", "phone", "discuss")):
        return []
    end = clause_end(line, i)
    first = subject_parties(line, verb, people)
    items = behind(line, i, end, objects=False, prepositions=("with", "to", "between"))
    second = people.parties(line, items)
    if phone and not second:
        second = _reached(line, i, verb, people)
    told = Sides(at=verb, kind="phone", first=first, second=second, span=(line.start, end), plural=True)
    between = line.low(i + 1) == "between" and several_homes(line, people, second)
    together = phone and not second and several_homes(line, people, first) and official(people, first)
    return _by_group(line, told, items, end, people) if (first and second) or between or together else []


def _reached(line: Line, i: int, verb: int, people: People) -> list[Party]:
    """Give whom "told Renn by phone", "explained it to Renn on the line", "was told by Renn on the phone" mean."""
    if passive(line, verb):
        end = clause_end(line, i)
        return people.parties(line, behind(line, i, end, objects=False, prepositions=("by",))) or people.parties(
            line, behind(line, verb, i, objects=False, prepositions=("by",))
        )
    named = people.parties(line, read_items(line, verb + 1, i - 1)[0][:1])
    return named if named and all(p.key for p in named) else addressed(line, verb, i - 1, people)


def _with(line: Line, k: int) -> bool:
    """Tell "with" behind "in contact", with nothing but a time between: "in contact, on Monday, with"."""
    while k < line.stop and (
        k in line.times
        or line.low(k) in (",", "again", "repeatedly", "daily")
        or (line.low(k) in ("on", "over", "at", "during", "since", "in") and {k + 1, k + 2} & line.times)
        or (line.pos(k) == "DET" and k + 1 in line.times)
    ):
        k += 1
    return line.low(k) == "with"


def _past_its_time(line: Line, k: int) -> int:
    """Give the verb of "sat for two hours opposite", "sat on Monday across from"."""
    while k > line.start and (
        k in line.times
        or line.pos(k) in ("NUM", "DET", "ADV")
        or line.low(k) in ("for", "on")
        or line.low(k).rstrip("s") in ("hour", "minute")
    ):
        k -= 1
    return k


def _together(line: Line, i: int, people: People, verb: int) -> list[Sides]:
    end = clause_end(line, i)
    first = subject_parties(line, verb, people)
    facing_whom = line.low(i) == "opposite"
    items = behind(line, i, end, objects=facing_whom, prepositions=("with", "from"))
    second = people.parties(line, items)
    told = Sides(at=verb, kind="meet", first=first, second=second, span=(line.start, end), plural=True)
    both = len(keys_of(first)) > 1 or any(p.pair or (p.many and p.official) for p in first)
    talk = words("meeting", "nouns", "purpose")
    facing = line.low(i) != "down" or line.low(i + 1) in ("together", "across", "opposite")
    facing = facing and (line.low(i) != "together" or bool(line.times))
    alone = not second and both and (facing or any(line.low(k) in talk for k in range(i, end)))
    with_them = first and second and any(person_like(line, people, p) for p in second)
    return _by_group(line, told, items, end, people) if alone or with_them else []


def _by_group(line: Line, told: Sides, items: list[Item], end: int, people: People) -> list[Sides]:
    """Give one telling for each group: "sat down with Y and, at noon, with Z"."""
    parted = groups(line, items, end)
    return [replace(told, second=people.parties(line, own), span=span) for own, span in parted] or [told]


def _brought(line: Line, i: int, people: People) -> list[Sides]:
    """Read "talks that brought together X and Y", "brought X and Y together"."""
    verb = next((k for k in range(i - 1, max(line.start, i - 12), -1) if line.low(k) in BRING), None)
    if verb is None:
        return []
    items = read_items(line, verb + 1, i)[0] if verb < i - 1 else read_items(line, i + 1)[0]
    first: list[Party] = []
    if verb < i - 1:
        items += behind(line, i, clause_end(line, i), objects=False, prepositions=("with",))
        first = [p for p in subject_parties(line, verb, people) if people.kind(p.key) == "person"]
    parties = people.parties(line, items)
    if len(keys_of(parties)) < 2 and not any(p.many and p.official for p in parties):
        return []
    nouns = frozenset(
        k
        for k in range(line.start, line.stop)
        if line.low(k) in words("meeting", "nouns") and (k < verb or abs(k - i) < 12)
    )
    if not nouns and sum(people.kind(p.key) == "person" for p in parties) < 2:
        return []
    span = (line.start, line.stop)
    return [Sides(at=verb, kind="meet", first=first, second=parties, span=span, plural=True, words=nouns)]
