"""Add to a meeting told before who came to it, where a sentence of its own says so: "Present were ...", "Renn chaired"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from briefgen.extract.meetings.beside import beside, was_there
from briefgen.extract.meetings.earlier import timed
from briefgen.extract.meetings.parties import Party, People, keys_of
from briefgen.extract.meetings.sides import BE, behind, passive, subject_parties
from briefgen.extract.meetings.status import status_of
from briefgen.extract.meetings.told import Told
from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.verbforms import verb_forms

OF_IT = frozenset({"it", "them", "this"})
OWN_SIDE = frozenset({"delegation", "side", "team"})
HEADS = frozenset({"head", "leader", "chief", "chair"})
REACH = 5
CLOSE = 2
FARTHER = 8
"""Sentences behind a meeting that may list who came, that may tell who led it with no word for it, and with a party's name."""


@cache
def roll_cues() -> frozenset[str]:
    """Give the words one of which a sentence right behind a meeting needs to tell who came to it."""
    forms = (form for kind in ("lead", "beside", "represent", "participate") for form in verb_forms("meeting", kind))
    return words("meeting", "roll") | {"part", "sat", "there", "leader", "chief"} | frozenset(forms)


def roll(line: Line, people: People, near: Sequence[Told]) -> Told | None:
    """Give the meeting told before with those whom this sentence names as there, None where it names nobody."""
    if not near:
        return None
    before = _accompanied(line, near) or near[-1]
    behind_it = line.sentence.index - before.sentence
    came = _took_part(line, people) or (_listed(line, people) if behind_it <= REACH else [])
    if not came and behind_it <= FARTHER and not timed(line):
        came = list(_came(line, people, before, close=behind_it <= CLOSE))
    came = [p for p in came if (p.key or p.official) and not p.pair]
    if all(p.key in before.parties or p.words in before.named for p in came):
        return None
    return replace(
        before,
        parties=tuple(dict.fromkeys((*before.parties, *keys_of(came)))),
        named=tuple(dict.fromkeys((*before.named, *(p.words for p in came)))),
        passages=((line.sentence.start, line.sentence.end),),
        again=True,
    )


def _accompanied(line: Line, near: Sequence[Told]) -> Told | None:
    """Give the journey on which somebody "will be accompanied by" others, though whom he will meet was told behind it."""
    if not any(
        line.low(k) in verb_forms("meeting", "beside") and line.low(k + 1) == "by" for k in range(line.start, line.stop)
    ):
        return None
    return next((t for t in reversed(near) if t.journey and t.status == near[-1].status), None)


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
            along = behind(line, k + 3, line.stop, objects=False, prepositions=("along", "alongside"))
            return [*subject_parties(line, verb, people), *people.parties(line, along)]
    return []


def _came(line: Line, people: People, before: Told, *, close: bool) -> Iterator[Party]:
    """Read "Renn chaired it", "The Danish side was led by Vell", "Marsh was also present": of the meeting told before.

    Far behind it (not `close`) only a party's own side says which meeting is meant.
    """
    if close and _the_meeting(line, line.begin):
        yield from beside(line, people)
    if line.tag(line.begin) == "VBG" and _sides_of(line, line.begin, people, before):
        being = next((k for k in range(line.begin, line.stop) if line.low(k) in BE), line.stop)
        yield from _persons(people.parties(line, read_items(line, being + 1)[0]), people)
    for k in range(line.start + 1, line.stop):
        yield from _persons(_head_of(line, k, people, before), people)
        low = line.low(k)
        led = low in verb_forms("meeting", "lead") and line.doc[k].tag_ in ("VBD", "VBN", "VB", "VBG")
        there = _there(line, k)
        if not (there or led or low in verb_forms("meeting", "beside") or low in verb_forms("meeting", "represent")):
            continue
        ours = close or _sides_of(line, k, people, before)
        if not ours or status_of(line, k, noun=False) != before.status:
            continue
        by = _by_whom(line, k, people, before)
        if by:
            attended = low in verb_forms("meeting", "attend")
            yield from (p for p in people.parties(line, by) if attended or was_there(p, people))
        elif there or (led and _of_it(line, k)) or _for_party(line, k, people, before):
            yield from _persons(subject_parties(line, k, people), people)


def _persons(parties: Sequence[Party], people: People) -> list[Party]:
    return [p for p in parties if p.key and people.kind(p.key) == "person"]


def _sides_of(line: Line, verb: int, people: People, before: Told) -> bool:
    """Tell "led the Danish delegation", "the Latvian side was headed by" where the one or the other met."""
    near = range(max(line.begin + 1, verb - 5), min(line.stop, verb + 6))
    head = next((n for n in near if line.low(n) in OWN_SIDE), None)
    if head is None:
        return False
    owner = head - 2 if line.low(head - 1) in ("'s", "’s") else head - 1
    word = fold(line.doc[owner].text)
    known = gazetteer().get(word)
    met = {fold(people.name(key)) for key in before.parties}
    return word in met or (known is not None and fold(known.name) in met)


def _head_of(line: Line, k: int, people: People, before: Told) -> Sequence[Party]:
    """Read "Renn, head of the Danish delegation," and "the leader of the Latvian side, Vell"."""
    if line.low(k) not in HEADS or line.low(k + 1) != "of" or not _sides_of(line, k, people, before):
        return []
    if line.low(k - 1) == "," and (mention := line.inside.get(k - 2)) is not None and mention.kind == "person":
        return people.parties(line, read_items(line, line.begin, k - 1)[0][-1:])
    comma = next((n for n in range(k + 3, min(line.stop, k + 8)) if line.low(n) == ","), None)
    return people.parties(line, read_items(line, comma + 1)[0][:1]) if comma is not None else []


def _there(line: Line, k: int) -> bool:
    """Tell "was also present", "also took part", "sat in on the talks" where the words end the clause or go on about the meeting."""
    low = line.low(k)
    before = {line.low(n) for n in range(max(line.start, k - 3), k)}
    if (low in ("present", "there") and before & BE) or (low == "part" and line.low(k - 1) in ("took", "take")):
        behind_it = k + 1
    elif low in ("sat", "sit") and line.low(k + 1) == "in":
        behind_it = k + 2
    else:
        return False
    return line.low(behind_it) in (".", ",", ";", "") or (
        line.low(behind_it) in ("at", "on", "in", "during") and _the_meeting(line, behind_it + 1)
    )


def _the_meeting(line: Line, k: int) -> bool:
    """Tell "the talks", "this meeting", that were told of before."""
    return line.low(k) in ("the", "this", "these") and line.low(k + 1) in words("meeting", "nouns")


def _by_whom(line: Line, k: int, people: People, before: Told) -> list[Item]:
    """Give those behind "it was chaired by", "the Danish side was led by", "she was accompanied by", and behind "and Z by"."""
    if line.low(k + 1) != "by" or not passive(line, k):
        return []
    being = next((n for n in range(k - 1, line.start, -1) if line.low(n) in BE), line.start)
    if line.low(being) in ("is", "are"):
        return []  # "the navy is led by": whatever was said at the talks
    low = {line.low(n) for n in range(line.start, being)}
    ours = bool(low & (OWN_SIDE | OF_IT)) or any(
        line.low(n) in words("meeting", "nouns") for n in range(line.start, being)
    )
    if not ours and not {p.key for p in subject_parties(line, k, people)} & set(before.parties):
        return []
    items = read_items(line, k + 2)[0]
    last = items[0].last if items else k + 1
    for n in range(last + 1, line.stop):
        if line.finite(n) or line.doc[n].text == ";":
            break
        if line.low(n) == "by" and line.pos(n - 1) != "VERB":
            items.extend(read_items(line, n + 1)[0])
    return items


def _for_party(line: Line, k: int, people: People, before: Told) -> bool:
    """Tell "represented Latvia", "represented her country", where Latvia met, from "represented the firm in court"."""
    if line.low(k) not in verb_forms("meeting", "represent") or passive(line, k):
        return False
    items = read_items(line, k + 1)[0][:1]
    return bool({p.key for p in people.parties(line, items)} & set(before.parties))


def _of_it(line: Line, k: int) -> bool:
    """Tell "chaired it", "chaired.", "led the Danish side" from "led the army", "joined the party"."""
    low = line.low(k + 1)
    if any(c.dep_ == "obj" and c.i < k for c in line.doc[k].children):
        return False  # "the school that Vell attended"
    if low in OF_IT:
        return line.low(k + 2) in (".", ",", "and", "", "for", "at", "in", "during")
    if low in (".", "and", ",") or (low == "too" and line.low(k + 2) == "."):
        return not passive(line, k)
    head = next((n for n in range(k + 1, min(line.stop, k + 8)) if _own_side(line, n)), None)
    if head is None or any(line.pos(n) in ("ADP", "VERB", "PUNCT") for n in range(k + 1, head)):
        return False
    return line.low(head + 1) in (".", ",", "and", "while", "", ";") or _the_meeting(line, head + 2)


def _own_side(line: Line, n: int) -> bool:
    """Tell the last word of "the Danish side", "the Danes", "the talks"."""
    if line.low(n) in OWN_SIDE or (line.low(n) in words("meeting", "nouns") and line.low(n - 1) == "the"):
        return True
    people_of = gazetteer().get(fold(line.doc[n].text)) if line.doc[n].text[:1].isupper() else None
    return people_of is not None and people_of.what == "adjective" and line.pos(n + 1) not in ("NOUN", "PROPN")
