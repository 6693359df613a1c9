"""Add to a meeting told before who came to it, where a sentence of its own says so: "Present were ...", "Renn chaired"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.extract.meetings.earlier import timed
from briefgen.extract.meetings.parties import Party, People, keys_of
from briefgen.extract.meetings.sides import behind, passive, subject_parties
from briefgen.extract.meetings.status import status_of
from briefgen.extract.meetings.told import Told
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.verbforms import verb_forms

OF_IT = frozenset({"it", "them", "this"})
OWN_SIDE = frozenset({"delegation", "side", "team"})
REACH = 5
CLOSE = 2
"""Sentences behind a meeting that may list who came, and that may tell who led it with no word for it."""


def roll(line: Line, people: People, near: Sequence[Told]) -> Told | None:
    """Give the meeting told before with those whom this sentence names as there, None where it names nobody."""
    if not near:
        return None
    came = _took_part(line, people) or (
        _listed(line, people) if line.sentence.index - near[-1].sentence <= REACH else []
    )
    if not came and line.sentence.index - near[-1].sentence <= CLOSE and not timed(line):
        came = _led(line, people)
    if not keys_of(came) or set(keys_of(came)) <= set(near[-1].parties):
        return None
    return replace(
        near[-1],
        parties=tuple(dict.fromkeys((*near[-1].parties, *keys_of(came)))),
        named=tuple(dict.fromkeys((*near[-1].named, *(p.words for p in came)))),
        passages=((line.sentence.start, line.sentence.end),),
        again=True,
    )


def _listed(line: Line, people: People) -> list[Party]:
    """Read "Present were Renn; Vell; and Marsh", "Participants included ..."."""
    cue = next(
        (k for k in range(line.start, min(line.stop, line.start + 4)) if line.low(k) in words("meeting", "roll")), None
    )
    if cue is not None and line.low(cue) == "table" and line.low(cue - 2) not in ("at", "around", "round"):
        return []
    if cue is None:
        return []
    verbs = ("were", "was", "are", "sat", "included", "include")
    verb = next((k for k in range(cue, min(line.stop, cue + 10)) if line.low(k) in verbs), None)
    if verb is None:
        return []
    first = verb + 1
    while line.low(first) in (",", "among", "others"):
        first += 1
    return people.parties(line, read_items(line, first)[0])


def _took_part(line: Line, people: People) -> list[Party]:
    """Read "Renn and the navy's envoys took part in the talks", "Vell participated in the parley"."""
    for k in range(line.start + 1, line.stop - 2):
        part = line.low(k) == "part" and line.low(k - 1) in verb_forms("meeting", "light")
        if not (part or line.low(k) in verb_forms("meeting", "participate")) or line.low(k + 1) != "in":
            continue
        verb = k - 1 if part else k
        if line.low(k + 2) in ("this", "the", "these") and line.low(k + 3) in words("meeting", "nouns"):
            if status_of(line, verb, noun=False) is None:
                return []
            beside = behind(line, k + 3, line.stop, objects=False, prepositions=("along", "alongside"))
            return [*subject_parties(line, verb, people), *people.parties(line, beside)]
    return []


def _led(line: Line, people: People) -> list[Party]:
    """Read "Renn chaired it", "Vell led the Danish delegation", "Marsh also attended": of the meeting told just before."""
    found: list[Party] = []
    for k in range(line.start + 1, line.stop):
        led = line.low(k) in verb_forms("meeting", "lead") and line.doc[k].tag_ in ("VBD", "VBN")
        if led and _of_it(line, k) and status_of(line, k, noun=False) == "held":
            if line.low(k + 1) == "by":
                found.extend(people.parties(line, read_items(line, k + 2)[0]))
            else:
                found.extend(subject_parties(line, k, people))
    return [p for p in found if p.key and people.kind(p.key) == "person"]


def _of_it(line: Line, k: int) -> bool:
    """Tell "chaired it", "chaired.", "was chaired by", "led the Danish side" from "led the army", "joined the party"."""
    low = line.low(k + 1)
    if any(c.dep_ == "obj" and c.i < k for c in line.doc[k].children):
        return False  # "the school that Vell attended"
    if low == "by":
        return line.low(line.start) == "it" and line.low(k - 1) in ("was", "co-", "-", "also")
    if low in OF_IT:
        return line.low(k + 2) in (".", ",", "and", "")
    if low in (".", "and", ",") or (low == "too" and line.low(k + 2) == "."):
        return not passive(line, k)
    head = next(
        (n for n in range(k + 1, min(line.stop, k + 8)) if line.pos(n) not in ("DET", "ADJ", "PROPN", "PART")), k
    )
    own = line.low(head) in OWN_SIDE or (line.low(head) in words("meeting", "nouns") and line.low(k + 1) == "the")
    return own and line.low(head + 1) in (".", ",", "and", "while", "", ";")
