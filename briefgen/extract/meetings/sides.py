"""Say what a telling of a meeting is, and find who stands before and behind the word that tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from briefgen.extract.meetings.described import are_people, first_of, of_office
from briefgen.extract.meetings.parties import Party, People
from briefgen.extract.meetings.passing import but_instead, face_to_face, lapse, past_phrase
from briefgen.extract.meetings.where import dated_at
from briefgen.reading.clauses import subject_of
from briefgen.reading.items import Item
from briefgen.reading.line import RELATIVE, Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end, items_before
from briefgen.reading.verbforms import verb_forms

BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
PLANS = frozenset(
    {
        "plans",
        "hopes",
        "aims",
        "intends",
        "expects",
        "wants",
        "agreed",
        "offers",
        "needs",
        "likely",
        "due",
        "set",
        "expected",
        "scheduled",
    }
)
CALLS = frozenset({"phone", "telephone", "videolink", "videoconference", "teleconference"})
LOCAL = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "on",
        "during",
        "inside",
        "into",
        "to",
        "from",
        "this",
        "for",
        "earlier",
        "late",
        "early",
        "before",
        "after",
        "around",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The parties by side and the kind of telling.

    `at` is its word, `verb` the light verb of a noun, `span` where date and place are sought first (token indices,
    half-open), `words` what later cues must not tell again; `leading`: one who opened, chaired or attended, where nobody
    else is named; `definite`: "the talks"; `resumed`: "talks resume in Oslo", of those who met before; `joined`: "the
    meeting was attended by", told of before; `plural`: its parties may stand on one side; `future`: "is due in".
    """

    at: int
    kind: str
    first: Sequence[Party]
    second: Sequence[Party]
    span: tuple[int, int]
    words: frozenset[int] = frozenset()
    verb: int | None = None
    definite: bool = False
    plural: bool = False
    place: str | None = None
    future: bool = False
    leading: bool = False
    resumed: bool = False
    joined: bool = False


def by_phone(line: Line, sides: Sides) -> bool:
    """Tell a call, which has no place: "in Oslo" is where one of them was, or part of what they spoke about."""
    if sides.kind == "phone":
        return True
    near = range(max(line.start, sides.at - 3), clause_end(line, sides.at))
    linked = any(line.low(k) == "video" and line.low(k - 1) in ("by", "via", "over") for k in near)
    return sides.kind in ("speak", "meet", "noun") and (linked or any(line.low(k) in CALLS for k in near))


def passive(line: Line, i: int) -> bool:
    """Tell "was received", "received by" from "received"."""
    if line.doc[i].tag_ not in ("VBN", "VBD"):
        return False
    k = i - 1
    while k > line.start and (line.doc[k].pos_ == "ADV" or line.low(k) in ("also", "not")):
        k -= 1
    return line.low(k) in BE or (line.low(i + 1) == "by" and line.low(k) not in ("has", "have", "had"))


def goes_on(line: Line, verb: int) -> bool:
    """Tell "continues to speak with", without a day: what goes on is no meeting of its own."""
    return line.low(verb - 1) == "to" and line.low(verb - 2) in verb_forms("meeting", "stay") and not line.times


def subject_parties(line: Line, i: int, people: People) -> list[Party]:
    """Give the parties before a verb; a verb without a subject of its own takes that of the verb that governs it."""
    bidden = _bidden(line, i, people)
    if bidden:
        return bidden
    verb, seen = i, 0
    if i == line.begin and line.doc[i].tag_ == "VBG":
        return people.parties(line, _behind_opening(line, i))
    while seen < 4:
        seen += 1
        items = items_before(line, verb) if not _elided(line, verb) else []
        items = [item for item in items if item.first >= line.begin]  # not the place of a dispatch
        found = people.parties(line, [*items, *(n for n in led(line, items) if n.first < verb)])
        if found:
            return _behind_lead(line, i, found, people) or found
        head = _governor(line, verb)
        if head is None:
            break
        verb = head
    subject = subject_of(line.doc[i])
    if subject is not None and line.begin <= subject.i < i:
        items, _ = read_items(
            line, min((t.i for t in subject.subtree if t.i >= line.begin), default=subject.i), i, leading=True
        )
        found = people.parties(line, items)
        if found:
            return found
    return _right_before(line, i, people)


def _right_before(line: Line, verb: int, people: People) -> list[Party]:
    """Give the person named right before a verb, whatever opened the sentence: "Speaking for the coast, Ada Renn met"."""
    k = verb - 1
    while k > line.begin and (line.pos(k) in ("AUX", "ADV") or k in line.times):
        k -= 1
    mention = line.inside.get(k)
    if mention is None or mention.kind != "person" or mention.form != "name" or _elided(line, verb):
        return []
    first = first_of(line, k)
    while first > line.begin and line.pos(first - 1) in ("PROPN", "NOUN", "ADJ", "DET"):
        first -= 1
    if line.pos(first - 1) == "ADP":
        return []  # "two ships of the owner Renn met a storm"
    return people.parties(line, read_items(line, first_of(line, k), k + 1)[0])


def _behind_lead(line: Line, verb: int, found: Sequence[Party], people: People) -> list[Party]:
    """Give the person who is the verb's subject where a long lead hid him: "From eleven, Renn, minister of Latvia, held"."""
    subject = subject_of(line.doc[verb])
    mention = line.inside.get(subject.i) if subject is not None and line.begin <= subject.i < verb else None
    if subject is None or mention is None or mention.kind != "person" or mention.form != "name":
        return []
    if any(p.key in (mention.entity, None) or people.kind(p.key) == "person" for p in found):
        return []
    return people.parties(line, read_items(line, first_of(line, subject.i), verb)[0])


def _behind_opening(line: Line, i: int) -> list[Item]:
    """Give the subject behind the clause that opens a sentence: "Meeting Vell in Oslo, Renn promised"."""
    verb = next((k for k in range(i + 1, line.stop) if line.finite(k) and not line.in_relative(k)), line.stop)
    comma = next((k for k in range(verb - 1, i, -1) if line.doc[k].text == "," and k + 1 < verb), None)
    return read_items(line, comma + 1, verb)[0] if comma is not None and verb < line.stop else []


def led(line: Line, items: Sequence[Item]) -> list[Item]:
    """Give who leads a delegation, "a delegation headed by its director, Paul Wenger", or is named behind what he is."""
    if not items:
        return []
    for k in range(items[0].first, min(line.stop - 1, items[-1].last + 6)):
        if line.low(k) in ("headed", "led") and line.low(k + 1) == "by":
            heads = read_items(line, k + 2)[0]
            return heads if heads[1:] and heads[-1].intro == "and" else heads[:1]
        mention = line.mention_at(k + 1) if line.low(k) == "named" and not items[-1].named else None
        if mention is not None and mention[1].kind == "person":
            return read_items(line, k + 1)[0][:1]
    return []


def _bidden(line: Line, i: int, people: People) -> list[Party]:
    """Give who "sent the envoy, Ada Renn, to meet Toma Vell": the object of the verb before is the subject."""
    mention = line.inside.get(i - 2) if line.low(i - 1) == "to" else None
    if mention is None or mention.kind == "place" or mention.form == "pronoun":
        return []
    first = i - 2
    while first > line.start and (
        line.inside.get(first - 1) is mention or line.doc[first - 1].pos_ in ("PROPN", "NOUN", "ADJ", "DET")
    ):
        first -= 1
    governs = line.doc[first - 1].pos_ == "VERB" and line.doc[first - 1].tag_ in ("VBD", "VBZ", "VBP", "VBN", "VB")
    return people.parties(line, read_items(line, first, i - 1)[0]) if governs and first > line.start else []


APART = frozenset({"separately", "individually"})
LATER = frozenset(
    {"later", "afterwards", "then", "the", "same", "that", "day", "evening", "night", "afternoon", "on", "in"}
)
"""Words of "and, later that day, Z", which set a further meeting behind the first."""


def groups(line: Line, items: Sequence[Item], end: int) -> list[tuple[Sequence[Item], tuple[int, int]]]:
    """Part what one verb tells into meetings: each group has a place or a date of its own behind it, or "separately" before it."""
    if not items:
        return []
    before = {line.low(k) for k in range(max(line.start, items[0].first - 5), items[0].first)}
    if before & APART:
        return [([item], (line.start, end)) for item in items] if len(items) > 1 else []
    found = [(group, group[0].first) for group in _set_apart(line, items)]
    k = items[-1].last + 1
    while k < end:
        more = _another_group(line, items[-1].last + 1, k, end)
        if more:
            found.append((more, k + 1))
            k = more[-1].last
        k += 1
    if len(found) < 2:
        return []
    starts = [start for _, start in found] + [end]
    return [(own, (starts[n] if n else line.start, starts[n + 1])) for n, (own, _) in enumerate(found)]


@cache
def _beside() -> frozenset[str]:
    """Give the participles behind which those stand who came too: "on Monday, flanked by Y and Z"."""
    return frozenset(verb_forms("meeting", "beside"))


def _set_apart(line: Line, items: Sequence[Item]) -> list[list[Item]]:
    """Part a list before "separately", and where each has its day: "saw the crew on Monday and the owners on Friday"."""
    made = [[items[0]]]
    for before, item in pairwise(items):
        between, after = range(before.last + 1, item.first), range(item.last + 1, item.last + 5)
        apart = any(line.low(k) in APART for k in between)
        apart |= not line.times.isdisjoint(between) and not line.times.isdisjoint(after)
        made.append([item]) if apart else made[-1].append(item)
    return made


def _another_group(line: Line, behind_first: int, k: int, end: int) -> list[Item]:
    """Read "Y on Monday and Z on Tuesday", "with Y and on Tuesday with Z", "with Y and, separately, with Z" behind "and"."""
    if line.low(k) != "and" or any(line.finite(n) or line.low(n) in _beside() for n in range(behind_first, k)):
        return []
    first = k + 1
    while first < end and (line.low(first) in (*APART, *LATER, ",") or dated_at(line, first)):
        first += 1
    led_in, lead = line.low(first) in ("by", "with"), {line.low(n) for n in range(k + 1, first)}
    items = read_items(line, first + led_in, end)[0]
    if items and items[-1].last + 1 < line.stop and line.finite(items[-1].last + 1):
        return []
    if lead & APART or lead & {"later", "afterwards"} or (led_in and first > k + 1):
        return items
    local = any(n in line.times or line.low(n) in ("in", "on") for n in range(behind_first, k))
    if (line.doc[k - 1].text == "," and k - 2 not in line.times) or not local or first > k + 1:
        return []
    person = bool(items) and items[0].mention is not None and items[0].mention.kind == "person"
    return items if person or (items and are_people(line, items[0]) and of_office(line, items[0])) else []


def _elided(line: Line, verb: int) -> bool:
    """Tell "to meet", "and met": no subject stands before the verb itself."""
    k = verb - 1
    while k > line.start and (
        line.doc[k].pos_ in ("AUX", "ADV")
        or k in line.times
        or line.low(k) in ("not", "also", "then")
        or (line.low(k) in ("on", "in") and k + 1 in line.times)
    ):
        k -= 1
    return line.low(k) in ("to", "and", "or", "but", "before", "after", "by") or (
        line.doc[k].pos_ == "ADP" and k not in line.inside
    )


def _governor(line: Line, verb: int) -> int | None:
    if line.low(verb - 1) == "to" and verb - 2 > line.start and line.low(verb - 2) in PLANS:
        return verb - 2  # "plans to visit": a tagger takes it for a noun
    k = verb - 1
    while k > line.start and line.doc[k].pos_ in ("AUX", "ADV"):
        k -= 1
    if line.low(k) in ("and", "or", "but"):
        # "would travel to Oslo and would hold talks": the verb before has the subject
        earlier = next((n for n in range(k - 1, line.start, -1) if line.finite(n) and not line.in_relative(n)), None)
        if earlier is not None:
            return earlier
    head = line.doc[verb].head
    for _ in range(4):
        if head.i == verb or not line.start <= head.i < line.stop:
            break
        if head.pos_ in ("VERB", "AUX") and head.i < verb:
            return int(head.i)
        if head.i == head.head.i:
            break
        head = head.head
    return next(
        (
            k
            for k in range(verb - 1, line.start - 1, -1)
            if (line.finite(k) and line.doc[k].pos_ == "VERB") or line.low(k) in BE
        ),
        None,
    )


def behind(
    line: Line, i: int, end: int, *, objects: bool = True, prepositions: tuple[str, ...] = ("with", "alongside")
) -> list[Item]:
    """Read the parties behind a verb: "received in Riga the envoy", "met on Monday, in Oslo, with Y"."""
    k = i + 1
    while k < end:
        low, token = line.low(k), line.doc[k]
        passed = face_to_face(line, k)
        if passed == k:
            passed = lapse(line, k)
        if passed > k:
            k = passed
            continue
        if low in prepositions:
            if line.low(k - 1) == "not" and (instead := but_instead(line, k, end)) is not None:
                k = instead
            k += 1
            while line.low(k) in ("both", "separately", "individually"):
                k += 1
            return read_items(line, k, line.stop if line.low(k) == ":" else end)[0]
        if (
            k in line.times
            or token.pos_ in ("ADV", "PART")
            or token.text == ","
            or low in ("up", "together", "behind", "closed", "doors", "separately")
        ):
            k += 1
            continue
        if low == "without":
            return []
        if low == "under" and line.tag(k + 1) == "PRP$":
            return []  # "met under its chair, Ada Renn": who is one of them
        if token.pos_ in ("ADP", "SCONJ") or low in LOCAL:
            k = past_phrase(line, k, end, prepositions)
            continue
        if (token.pos_ in ("VERB", "AUX") and line.low(k + 1) != "-") or low in RELATIVE:
            return []
        if objects:
            return read_items(line, k, end)[0]
        k += 1
    return []
