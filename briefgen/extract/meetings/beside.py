"""Find who was there beside the parties of a meeting: "accompanied by", "in the presence of", "with Renn at her side"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.extract.meetings.parties import Party, People, keys_of
from briefgen.extract.meetings.told import Told
from briefgen.extract.meetings.verbs import KINDS
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.verbforms import verb_forms

BESIDE = (
    ("in", "the", "presence", "of"),
    ("in", "the", "company", "of"),
    ("together", "with"),
    ("along", "with"),
    ("alongside",),
)
"""Phrases behind which those stand who were there too."""
HERE = frozenset("present attendance side tow".split())
"""How "with Renn at her side", "with Renn in attendance" end."""


def with_company(line: Line, tellings: Sequence[Told], people: People) -> list[Told]:
    """Give the one telling of a sentence with those who were there beside its parties: "accompanied by", "with Renn at her side"."""
    if len(tellings) != 1 or tellings[0].again or not tellings[0].parties:
        return list(tellings)
    told = tellings[0]
    came = [p for p in beside(line, people) if p.official and not p.pair and p.key not in told.parties]
    known = {w for words_ in told.named for w in words_.split()}
    came = [p for p in came if p.key or not set(p.words.split()) <= known]
    if not came:
        return [told]
    parties = tuple(dict.fromkeys((*told.parties, *keys_of(came))))
    return [replace(told, parties=parties, named=tuple(dict.fromkeys((*told.named, *(p.words for p in came)))))]


def beside(line: Line, people: People) -> Iterator[Party]:
    """Give those whom a phrase or a clause of the sentence sets beside the parties."""
    for k in range(line.start, line.stop - 1):
        low = line.low(k)
        behind = 0 if _of_other_act(line, k) else _company(line, k)
        if behind:
            items = read_items(line, behind)[0]
        elif low == "with":
            items = _by_their_side(line, k)
        elif low in ("as", "while"):
            items = _watching(line, k)
        else:
            continue
        yield from (p for p in people.parties(line, items) if was_there(p, people))


def was_there(party: Party, people: People) -> bool:
    """Tell a person, or somebody told by office, from a body or state that something was done "together with"."""
    if party.key is None:
        return " " in party.words  # a word that nothing is known of may be half a name
    return people.kind(party.key) == "person" or party.words != people.name(party.key)


def _company(line: Line, k: int) -> int:
    """Give the place behind "accompanied by", "in the presence of", 0 where no such words stand."""
    low = line.low(k)
    if low in verb_forms("meeting", "beside"):
        return k + 2 if line.low(k + 1) == "by" else 0
    for phrase in BESIDE if low in ("in", "together", "along", "alongside") else ():
        if all(line.low(k + n) == word for n, word in enumerate(phrase)):
            return k + len(phrase)
    return 0


def _by_their_side(line: Line, k: int) -> list[Item]:
    """Read "with Renn at her side", "with the envoys of Latvia also present", "with Renn in attendance"."""
    items, end = read_items(line, k + 1)
    first = items[-1].last + 1 if items else end
    here = next((n for n in range(first, min(line.stop, first + 4)) if line.low(n) in HERE), None)
    led_in = here is not None and all(
        line.low(n) in ("at", "by", "in", "also", "his", "her", "their", "its") for n in range(first, here)
    )
    return items if led_in and here is not None and line.low(here + 1) in (",", ".", ";", "") else []


def _watching(line: Line, k: int) -> list[Item]:
    """Read "as Renn looked on", "while Renn sat beside them"."""
    verb = next((n for n in range(k + 1, min(line.stop, k + 16)) if line.finite(n) or n in line.times), None)
    if verb is None or verb_forms("meeting", "watching").get(line.low(verb)) is None:
        return []
    return read_items(line, k + 1, verb)[0] if line.low(verb + 1) in ("on", "in", "beside", "next", "nearby") else []


def _of_other_act(line: Line, k: int) -> bool:
    """Tell "the pact signed in the presence of the king" from "met in the presence of the king"."""
    verb = next((n for n in range(k - 1, line.start, -1) if line.pos(n) == "VERB" or line.low(n) == ","), None)
    if verb is None or line.low(verb) == "," or line.low(verb) in verb_forms("meeting", "light"):
        return False
    of_noun = line.tag(verb) == "VBN" and line.pos(verb - 1) == "NOUN"
    return of_noun or not any(line.low(verb) in verb_forms("meeting", kind) for kind in KINDS)
