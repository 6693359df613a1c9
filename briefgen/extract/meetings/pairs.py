"""Put names to "the two", "both sides": those of the meeting told before, else the two named last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.extract.meetings.earlier import timed
from briefgen.extract.meetings.parties import Party, People, keys_of
from briefgen.extract.meetings.sides import Sides
from briefgen.extract.meetings.told import Told
from briefgen.reading.line import Line

STATES = ("countries", "states", "nations", "governments")
PERSONS = ("men", "women", "ministers", "leaders", "two", "they", "officials", "presidents", "envoys", "diplomats")
CAMPS = ("sides", "parties", "delegations")
"""Words for two who are bodies or states, and persons only as those who spoke for them at the meeting told before."""
NEAR = 6
"""Words between two names of one pair: "the army and the paramilitary Shore Front"."""


def with_pairs(line: Line, sides: Sides, people: People, near: Sequence[Told]) -> tuple[list[Party], list[Party]]:
    """Give the parties with names for "the two", "both sides"; camps that nobody names stay in their words."""
    first, second = list(sides.first), list(sides.second)
    pairs = [p for p in (*first, *second) if p.pair]
    if not pairs:
        return first, second
    own = [p for p in first if not p.pair], [p for p in second if not p.pair]
    if len(keys_of([*own[0], *own[1]])) >= 2:
        return own
    said = {word for p in pairs for word in p.words.casefold().split()}
    if said & set(CAMPS):
        keys = _camps(line, sides, people, near)
        if not keys:
            return own[0] + [replace(p, pair=False, many=True) for p in pairs], own[1]
    else:
        keys = _those_two(line, sides, people, near, said)
    return own[0] + [people.known(Party(key, _name(people, key))) for key in keys], own[1]


def _those_two(line: Line, sides: Sides, people: People, near: Sequence[Told], said: set[str]) -> list[str]:
    """Give the parties of the meeting told before, their states for "the two countries", else the two named last."""
    met = [t.parties for t in reversed(near) if len(t.parties) > 1]
    if said & set(STATES):  # no person is one of "the two countries": a meeting before it tells them by name
        homes = [list(dict.fromkeys(_home(people, key) for key in parties)) for parties in met]
        met = [tuple(key for key in keys if key) for keys in homes if None not in keys and len(keys) > 1]
    before = next(iter(met), ())
    at, persons = line.sentence.at(line.doc[sides.at]), bool(said & set(PERSONS)) and not said & set(STATES)
    return list(before) or people.last_two(at, persons=persons) or people.last_two(at, persons=not persons)


def _camps(line: Line, sides: Sides, people: People, near: Sequence[Told]) -> list[str]:
    """Give the two camps of the meeting told before, else the last two bodies or states that the text names as a pair.

    Persons who met before are meant where the sentence goes on about their meeting; another day is another meeting.
    """
    for told in reversed(near):
        bodies = [key for key in told.parties if people.kind(key) != "person"]
        if len(bodies) > 1:
            return bodies[:2]
    goes_on = not timed(line) or any(line.low(k) == "again" for k in range(line.start, line.stop))
    if near and goes_on and len(near[-1].parties) > 1:
        return list(near[-1].parties)
    return _paired(line, people)


def _paired(line: Line, people: People) -> list[str]:
    """Give the last two bodies or states before a sentence that "and" joins."""
    reading = people.reading
    for sentence in reversed(reading.sentences[: line.sentence.index]):
        named = [m for m in reading.mentions_in(sentence.start, sentence.end) if m.form == "name"]
        for one, other in reversed(list(pairwise(named))):
            between = reading.text[one.end : other.start].casefold().split()
            keys = [m.entity for m in (one, other) if m.entity and people.kind(m.entity) in ("state", "organization")]
            if "and" in between and len(between) <= NEAR and len(set(keys)) == 2:
                return keys
    return []


def _home(people: People, key: str) -> str | None:
    """Give the state a party stands for, itself where it is one."""
    entity = people.reading.entity(key)
    if entity is None or entity.kind == "state":
        return key
    home = people.reading.entity(entity.affiliation)
    return home.id if home is not None and home.kind == "state" else None


def _name(people: People, key: str) -> str:
    entity = people.reading.entity(key)
    return entity.name if entity is not None else key
