"""Put names to "the two", "both sides": those of the meeting told before, else the two named last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from briefgen.extract.meetings.described import offices
from briefgen.extract.meetings.earlier import timed
from briefgen.extract.meetings.parties import Party, People, keys_of
from briefgen.extract.meetings.sides import Sides
from briefgen.extract.meetings.told import Told
from briefgen.reading.line import Line

STATES = frozenset("countries states nations governments".split())
PERSONS = frozenset("men women ministers leaders two they officials presidents envoys diplomats".split())
OWNED = re.compile(r"['’]s?\b|(?<=s)['’]")
CAMPS = frozenset("sides parties delegations".split())
"""Words for two who are bodies or states, and persons only as those who spoke for them at the meeting told before."""


def with_pairs(line: Line, sides: Sides, people: People, near: Sequence[Told]) -> tuple[list[Party], list[Party]]:
    """Give the parties with names for "the two", "both sides"; camps and states that nobody names stay in their words."""
    first, second = list(sides.first), list(sides.second)
    pairs = [p for p in (*first, *second) if p.pair]
    if not pairs:
        return first, second
    own = [p for p in first if not p.pair], [p for p in second if not p.pair]
    if len(keys_of([*own[0], *own[1]])) >= 2:
        return own
    said = {word for p in pairs for word in OWNED.sub("", p.words.casefold()).split()}
    keys = _camps(line, people, near) if said & CAMPS else _those_two(line, sides, people, near, said)
    if not keys and (meant := _they(line, sides, people, said)):
        return [*own[0], *meant], own[1]
    if not keys and said & (CAMPS | STATES | offices()):
        return [_in_words(p) for p in first], [_in_words(p) for p in second]
    return own[0] + [people.known(Party(key, people.name(key))) for key in keys], own[1]


def _in_words(party: Party) -> Party:
    return replace(party, pair=False, many=True) if party.pair else party


def _they(line: Line, sides: Sides, people: People, said: set[str]) -> list[Party]:
    """Give the office holders without names that "they" means."""
    if not said & {"they", "them"}:
        return []
    at = next((k for k in range(sides.at, line.start - 1, -1) if line.low(k) == "they"), None)
    return people.meant(line, at) if at is not None else []


def _those_two(line: Line, sides: Sides, people: People, near: Sequence[Told], said: set[str]) -> list[str]:
    """Give the parties of the meeting told before, their states for "the two countries", else the two named last."""
    met = [t.parties for t in reversed(near) if len(t.parties) > 1]
    if said & STATES:  # no person is one of "the two countries": a meeting before it tells them by name
        homes = [list(dict.fromkeys(_home(people, key) for key in parties)) for parties in met]
        met = [tuple(key for key in keys if key) for keys in homes if None not in keys and len(keys) > 1]
    before = next(iter(met), ())
    at, persons = line.sentence.at(line.doc[sides.at]), bool(said & PERSONS)
    if before or said & STATES:
        return list(before) or people.last_two(at, states=True)
    return people.last_two(at, persons=persons) or people.last_two(at, persons=not persons)


def _camps(line: Line, people: People, near: Sequence[Told]) -> list[str]:
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
    before = bisect_left(people.joined_bodies, line.sentence.index, key=itemgetter(0))
    return people.joined_bodies[before - 1][1] if before else []


def _home(people: People, key: str) -> str | None:
    """Give the state a party stands for, itself where it is one."""
    entity = people.reading.entity(key)
    if entity is None or entity.kind == "state":
        return key
    home = people.reading.entity(entity.affiliation)
    return home.id if home is not None and home.kind == "state" else None
