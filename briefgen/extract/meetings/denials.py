"""Find meetings that are told only to be denied: "denied meeting Vell", "never met him", "no talks took place between".

They are no meetings; where another passage tells that one was held, the brief says so beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.meetings import event_words
from briefgen.extract.meetings.nouns import noun_sides
from briefgen.extract.meetings.parties import People, keys_of
from briefgen.extract.meetings.sides import Sides, subject_parties
from briefgen.extract.meetings.status import NOT, SUPPOSED, WILL, status_of
from briefgen.extract.meetings.telling import opening, told_at
from briefgen.extract.meetings.topics import denied, denied_noun
from briefgen.extract.meetings.when import date_of
from briefgen.extract.meetings.where import place_of
from briefgen.knowledge.world import words
from briefgen.model import UNDATED, Meeting
from briefgen.reading.attribution import lemma_of
from briefgen.reading.line import LONGEST, Line
from briefgen.reading.marks import Reading

DENYING = frozenset("deny denies denied denying denial denials refute refuted untrue false no never not n't".split())
OPEN = frozenset({"yet", "if", "whether", "unless", "but", "rather", "since", "?"})
"""Words that make more or less of a negation than a denial: "have not met yet", "did not meet there but here"."""
PAST = frozenset({"did", "had", "has", "have"})
HOLDING = frozenset({"hold", "have", "conduct", "stage"})
HELD = frozenset({"take", "hold", "happen", "occur", "be"})
DENY = frozenset({"deny", "denies", "denied", "denying", "refute", "refutes", "refuted"})
RUMOUR = frozenset(
    "report reports reported rumour rumours rumor rumors claim claims story stories allegation allegations question questions".split()
)
REACH = 3
"""Sentences between a meeting that is spoken of and "nothing of the kind was held"."""
LEFT = 7
"""Words between what denies and what is denied."""


def find_denials(reading: Reading) -> Iterator[Meeting]:
    """Give what a document says did not take place, with its parties, two at least, its date and place."""
    people: People | None = None
    spoken_of: tuple[int, tuple[str, ...]] = -1, ()
    for sentence in reading.sentences:
        if len(sentence.span) > LONGEST:
            continue
        said = sentence.low
        if said.isdisjoint(opening()) or said.isdisjoint(DENYING | RUMOUR):
            continue
        people = people or People(reading)
        line = Line(reading, sentence)
        told = list(_in_line(line, people))
        if not told and spoken_of[1] and sentence.index - spoken_of[0] <= REACH and _no_such_meeting(line):
            told = [_denial(line, None, spoken_of[1])]
        yield from told
        if parties := _rumoured(line, people):
            spoken_of = sentence.index, parties


def _in_line(line: Line, people: People) -> Iterator[Meeting]:
    for i in range(line.start, line.stop):
        for sides in told_at(line, i, people):
            noun = _is_noun(line, sides)
            denier = _denier(line, sides.at)
            parties = keys_of([*sides.first, *sides.second])
            if denier is not None and len(parties) == 1:
                parties = [*parties, *keys_of(subject_parties(line, denier, people))]
            if len(set(parties)) < 2 or status_of(line, sides.at, noun=noun) is not None:
                continue
            if denier is not None or _is_denied(line, sides.at, noun=noun):
                yield _denial(line, sides, tuple(dict.fromkeys(parties)))


def _rumoured(line: Line, people: People) -> tuple[str, ...]:
    """Give the parties of a meeting that is only spoken of: "asked about reports of talks between Norway and Latvia"."""
    for i in range(line.start, line.stop):
        for sides in noun_sides(line, i, people) if line.low(i) in event_words.opening() else ():
            comma = next((k for k in range(i, line.stop) if line.low(k) == ","), line.stop)
            within = line.words(line.start, comma - 1)  # behind it stands who was asked, or who asks
            parties = keys_of([p for p in (*sides.first, *sides.second) if p.words in within])
            if len(set(parties)) > 1 and status_of(line, sides.at, noun=True) is None:
                return tuple(dict.fromkeys(parties))
    return ()


def _no_such_meeting(line: Line) -> bool:
    """Read "No such meeting has taken place", "The meeting never happened", which deny the one that was spoken of."""
    nouns = [k for k in range(line.start, line.stop) if line.low(k) in words("meeting", "nouns")]
    said = line.sentence.low
    return not said & OPEN and any(_none_took_place(line, k) or _was_not(line, k) for k in nouns)


def _was_not(line: Line, at: int) -> bool:
    """Read "the meeting did not take place", "such talks never happened"."""
    if line.low(at - 1) not in ("the", "this", "that", "such", "any"):
        return False
    near = {line.low(k) for k in range(at + 1, min(line.stop, at + 5))}
    verb = next((k for k in range(at + 1, min(line.stop, at + 7)) if lemma_of(line.doc[k]) in HELD), None)
    return verb is not None and bool(near & NOT) and not near & (WILL | SUPPOSED)


def _is_noun(line: Line, sides: Sides) -> bool:
    return line.pos(sides.at) in ("NOUN", "PROPN") and line.doc[sides.at].tag_ != "VBG"


def _denial(line: Line, sides: Sides | None, parties: tuple[str, ...]) -> Meeting:
    reading, date, place = line.reading, UNDATED, None
    if sides is not None:
        if any(k > sides.at for k in line.times):  # a day before it is that of the denial or of the dispatch
            date = date_of(reading, line, sides.at, sides.span, None, strict=True)
        place = place_of(reading, line, sides.at, sides.span, parties, None)
    return Meeting(
        id="denied",
        date=date,
        place=place,
        participants=parties,
        evidence=(reading.document.cite(line.sentence.start, line.sentence.end),),
    )


def _is_denied(line: Line, at: int, *, noun: bool) -> bool:
    if denied(line, at) or denied_noun(line, at):
        return True
    said = line.sentence.low
    return not said & OPEN and (_never_did(line, at, noun=noun) or (noun and _none_took_place(line, at)))


def _denier(line: Line, at: int) -> int | None:
    """Give the verb of "denied meeting Vell", "denies having met", "denied that he had met", "denied any meeting with"."""
    for k in range(at - 1, max(line.start, at - LEFT) - 1, -1):
        if line.low(k) in DENY and line.pos(k) == "VERB":
            doubted = any(line.low(n) in NOT for n in range(max(line.start, k - 3), k))
            return None if doubted else k
        if line.doc[k].text in (",", ";", "”", '"'):
            return None
    return None


def _never_did(line: Line, at: int, *, noun: bool) -> bool:
    """Read "did not meet", "has never met", "did not hold talks" of what is past; who "did not attend the talks" denies none."""
    start = max(line.start, at - 5)
    near = {line.low(k) for k in range(start, at) if line.pos(k) in ("AUX", "PART", "ADV")}
    past = line.doc[at].tag_ in ("VBD", "VBN") or not near.isdisjoint(PAST)
    governing = {lemma_of(line.doc[k]) for k in range(start, at) if line.pos(k) == "VERB"}
    own = not noun or (bool(governing) and governing <= HOLDING)
    return bool(near & NOT) and past and own and not near & (WILL | SUPPOSED)


def _none_took_place(line: Line, at: int) -> bool:
    """Read "no meeting between X and Y took place", "there were no talks with Y"."""
    none = any(line.low(k) == "no" for k in range(max(line.start, at - 3), at))
    verbs = (k for k in range(line.start, min(line.stop, at + 14)) if lemma_of(line.doc[k]) in HELD)
    return none and any(line.doc[k].tag_ in ("VBD", "VBN") for k in verbs)
