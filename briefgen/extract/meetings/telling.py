"""Read single tellings of meetings: the word that tells it, its parties on both sides, status, place and date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from functools import cache

from briefgen.extract.meetings import event_words, verbs
from briefgen.extract.meetings.beside import with_company
from briefgen.extract.meetings.corrections import set_right, superseded
from briefgen.extract.meetings.described import offices
from briefgen.extract.meetings.earlier import (
    again,
    framed,
    joins,
    meant,
    over,
    session_before,
    those_before,
    timed,
    whose_day,
    yet_to_come,
)
from briefgen.extract.meetings.entries import COUNTED, ORDINALS, entry, nth
from briefgen.extract.meetings.hangs import PREPARING, opened_by
from briefgen.extract.meetings.headlines import headlines
from briefgen.extract.meetings.invitations import INVITATION, bidding
from briefgen.extract.meetings.nouns import noun_sides
from briefgen.extract.meetings.owners import own_verb
from briefgen.extract.meetings.pairs import with_pairs
from briefgen.extract.meetings.parties import People, keys_of
from briefgen.extract.meetings.purpose import outcome_of, purpose_of
from briefgen.extract.meetings.quorum import awaited, described, enough, inward
from briefgen.extract.meetings.roll import roll, roll_cues
from briefgen.extract.meetings.same_visit import with_their_talks
from briefgen.extract.meetings.sides import Sides, by_phone, passive
from briefgen.extract.meetings.spans import dates_apart
from briefgen.extract.meetings.status import never_held, present, status_of
from briefgen.extract.meetings.told import Told
from briefgen.extract.meetings.verbs import verb_sides
from briefgen.extract.meetings.when import ahead, behind, date_of, onward
from briefgen.extract.meetings.where import aside, place_of, visits_of
from briefgen.knowledge.world import gazetteer, words
from briefgen.model import UNDATED, MeetingStatus, When
from briefgen.names import fold
from briefgen.reading.line import LONGEST, Line
from briefgen.reading.marks import Reading

NTH = ORDINALS | COUNTED
REACH = 5
"""Sentences that "the two" and "the talks" may look back."""
FAR = 12
"""Sentences that "talks resume" and "the next meeting" may look back."""


Reader = Callable[[Line, int, People], list[Sides]]


@cache
def readers() -> dict[str, tuple[Reader, ...]]:
    """Give by each word, in order, who reads a meeting from it; the first to find one is believed."""
    table: tuple[tuple[Reader, Set[str]], ...] = (
        (verb_sides, verbs.opening()),
        (noun_sides, event_words.opening()),
        (bidding, INVITATION),
    )
    forms = frozenset[str]().union(*(opening for _, opening in table))
    return {form: tuple(reader for reader, opening in table if form in opening) for form in forms}


@cache
def opening() -> frozenset[str]:
    """Give the words one of which a sentence needs to tell of a meeting by itself."""
    return frozenset(readers())


def told_at(line: Line, i: int, people: People) -> list[Sides]:
    """Read what a word tells of meetings; nothing starts inside a name."""
    wanted = readers().get(line.low(i), ())
    if not wanted or (i in line.inside and line.inside[i].form == "name"):
        return []
    return next((sides for reader in wanted if (sides := reader(line, i, people))), [])


@cache
def _adding() -> frozenset[str]:
    return roll_cues() | NTH


def _adds(said: Set[str]) -> bool:
    """Tell a sentence that may add to the meeting told before: who came, who led it, "a second"."""
    return not said.isdisjoint(_adding())


def _labelled(said: Set[str]) -> bool:
    """Tell a sentence that may be an entry of a chronology, which needs no word of meeting."""
    return ":" in said and not (said.isdisjoint(offices()) and said.isdisjoint(words("meeting", "wires")))


def tellings(reading: Reading) -> Iterator[Told]:
    """Give all tellings in text order; "the meeting" of an earlier sentence adds to that one and is no new one."""
    last: list[Told] = []
    people = People(reading)
    titles = list(headlines(reading))
    for sentence in reading.sentences:
        while titles and titles[0].sentence < sentence.index:
            last = [titles.pop(0)]
            yield last[0]
        if len(sentence.span) > LONGEST:
            continue
        said = sentence.low
        near = bool(last) and sentence.index - last[-1].sentence <= FAR
        if said.isdisjoint(opening()) and not (near and _adds(said)) and not _labelled(said):
            continue
        for told in _in_sentence(Line(reading, sentence), people, last, said):
            yield told
            last.append(told)
            last[:] = [t for t in last[:-4] if t.journey or t.session][-2:] + last[-4:]
    yield from titles


def _in_sentence(line: Line, people: People, last: list[Told], said: Set[str]) -> Iterator[Told]:
    near = [t for t in last if line.sentence.index - t.sentence <= FAR]
    came = roll(line, people, near) if near and _adds(said) else None
    if came is not None:
        yield came
        if not timed(line):
            return  # what it names is the meeting told before
    if _labelled(said):
        for sides in entry(line, people):
            told = _told(line.reading, line, sides, people, last)
            if told is not None:
                yield told
                return
    yield from with_company(line, with_their_talks(list(_word_by_word(line, people, last)), people), people)


def _word_by_word(line: Line, people: People, last: list[Told]) -> Iterator[Told]:
    before, taken, verbs = list(last), set[int](), set[int]()
    for i in range(line.start, line.stop):
        if i in taken:
            continue
        seen = told_at(line, i, people) or (nth(line, i, people) if before and line.low(i) in NTH else [])
        anew = [sides for sides in seen if sides.at == i or sides.at not in verbs]
        for sides in anew:  # "spoke with Renn and with Vell" is told at its verb
            verbs.add(sides.at)
            taken.update(sides.words)
            told = _told(line.reading, line, sides, people, before)
            for leg in _legs(line, sides, told) if told is not None else ():
                yield leg
                before.append(leg)


def _told(reading: Reading, line: Line, sides: Sides, people: People, last: list[Told]) -> Told | None:
    status = _status(line, sides)
    if status is None or (sides.kind == "trip" and status == "held"):
        return None  # a journey that was made is told by whom it led to
    wrong = superseded(line, sides.at)
    right = set_right(reading, line) if wrong else None
    if wrong and right is None:
        return None
    reach = FAR if sides.resumed or aside(line) else REACH
    near = [t for t in last if line.sentence.index - t.sentence <= reach]
    # nameless ones without a day hand on nothing: what follows leans on the one before them
    before = next((t for t in reversed(near) if t.parties or t.when.placed), near[-1] if near else None)
    if sides.resumed or aside(line):
        before = session_before(last, near)
    if sides.resumed and before is not None and not before.parties:
        before = next((t for t in reversed(near) if t.parties), before)
    first, second = with_pairs(line, sides, people, near)
    parties = keys_of([*first, *second])
    named = list(dict.fromkeys(p.words for p in (*first, *second) if not p.pair))
    whole = enough(people, sides, first, second, parties)
    if (host := whose_day(line, sides, status, parties, last)) is not None:
        parties, named = [host, *parties], [people.name(host), *named]
    elif not (parties and whole) and sides.resumed and before is not None and (len(before.parties) != 1 or parties):
        parties, named = those_before(people, before, parties, named)
    elif not (whole or described(line, sides, [*first, *second]) or awaited(sides, status, second)):
        if not sides.definite or before is None or not meant(sides, before):
            return None
        if over(status, before):
            return replace(before, status="cancelled", passages=((line.sentence.start, line.sentence.end),), again=True)
        return again(line, before, reading, sides, parties, named) if before.status == status else None
    if inward(sides, parties):
        return None
    told_of = next((t for t in reversed(near) if t.status == status and joins(line, sides, parties, t)), None)
    if told_of is not None and sides.kind == "speak":
        return None  # "they also spoke about the ferry"
    if told_of is not None and (joined := again(line, told_of, reading, sides, parties, named)) is not None:
        return joined
    when = right or date_of(reading, line, sides.at, sides.span, before)
    if sides.resumed and before is not None and _long_before(when, before.when):
        return None  # "negotiations began as early as 2015": not those told before, which are later
    call = by_phone(line, sides)
    place = None if call else place_of(reading, line, sides.at, sides.span, parties, before)
    journey = framed(line, [t for t in last if t.journey and t.status == status], parties, place)
    if journey is not None and when.start is None:
        when = journey.when
        place = place or journey.place
    if sides.leading and len(parties) < 2 and not (place or timed(line)):
        return None
    status, when = _against_today(reading, line, sides, status, when)
    token = line.doc[sides.at]
    return Told(
        parties=tuple(parties),
        named=tuple(named),
        status=status,
        when=when,
        place=sides.place if _own_place(sides) else place or sides.place,
        purpose=purpose_of(reading, line.sentence, token),
        outcome=outcome_of(reading, line.sentence, token),
        sentence=line.sentence.index,
        passages=((line.sentence.start, line.sentence.end),),
        resumed=sides.resumed,
        session=sides.kind == "convene",
        call=call,
        onward=onward(line, sides.at) or aside(line),
        journey=sides.kind in ("visit", "visited", "travel", "trip"),
    )


def _own_place(sides: Sides) -> bool:
    """Tell the summit's place and the town visited, which no other place of the sentence outdoes, from a state visited."""
    known = gazetteer().get(fold(sides.place or ""))
    town = sides.kind == "visit" and (known is None or known.what != "state")
    return sides.place is not None and (sides.kind == "summit" or town)


def _long_before(when: When, other: When) -> bool:
    return when.placed and other.placed and when.end is not None and other.start is not None and when.end < other.start


def _status(line: Line, sides: Sides) -> MeetingStatus | None:
    noun = sides.kind in ("noun", "summit", "trip", "visited") or (sides.kind == "convene" and sides.verb is not None)
    status = status_of(line, sides.at, noun=noun and sides.verb is None, invited=sides.kind == "invite")
    if noun and sides.verb is not None and status is not None:
        status = status_of(line, sides.verb, noun=False)
        done = sides.verb > sides.at and line.doc[sides.verb].tag_ in ("VBD", "VBN") and not passive(line, sides.verb)
        if not (done and line.low(sides.at + 1) in ("that", "which")):  # "the talks that they held": whatever is said
            status = _both(status, status_of(line, sides.at, noun=True))
    ahead_of_it = sides.future or opened_by(line.doc[sides.at], PREPARING) is not None
    return "planned" if ahead_of_it and status == "held" else status


def _against_today(
    reading: Reading, line: Line, sides: Sides, status: MeetingStatus, when: When
) -> tuple[MeetingStatus, When]:
    """Set status and date against the day of publication: what lies behind it was held, what lies ahead is planned."""
    published = reading.document.source.published
    if status != "held":
        if published is None:
            return status, when
        over = status == "cancelled" and never_held(line)
        return status, (behind if over else ahead)(when, published)
    if published is not None and _agenda(line):
        coming = ahead(when, published)
        return ("planned", coming) if coming.start is not None and coming.start >= published else (status, when)
    told_by = sides.verb if sides.verb is not None else own_verb(line, sides.at) if sides.kind == "noun" else None
    verb = line.doc[told_by if told_by is not None else sides.at]
    announced = present(line, verb.i) and line.sentence.block.kind != "caption"
    if published is None or not when.placed or when.start is None:
        # "Renn meets Vell on Friday": the present tense with a day that cannot be placed announces
        announced &= verb.tag_ != "VBG"
        return ("planned" if announced and not when.placed and timed(line) else status), when
    if when.start <= published:
        coming = ahead(when, published) if announced else when  # "Renn receives Vell on Friday", told on Thursday
        return ("planned", coming) if coming != when else (status, when)
    # a verb of the past tense tells what is over: the coming day belongs to something else
    return (status, UNDATED) if _over(line, verb.i) else ("planned", ahead(when, published))


def _agenda(line: Line) -> bool:
    """Tell a line of a diary, "Tuesday: summit of the Baltic states, Riga", which has a day in front and no verb."""
    return line.start in line.times and not any(line.finite(k) for k in range(line.start, line.stop))


def _over(line: Line, at: int) -> bool:
    """Tell "met" and "had met" from "meets", "will meet" and from "talks", a noun without a tense."""
    tag = line.doc[at].tag_
    return line.doc[at].pos_ == "VERB" and (
        tag == "VBD" or (tag == "VBN" and line.low(at - 1) in ("was", "were", "had", "has", "have"))
    )


def _both(verb: MeetingStatus | None, noun: MeetingStatus | None) -> MeetingStatus | None:
    """Join what the verb and the noun state: "will hold talks" is planned though "talks" alone says nothing."""
    if verb is None or noun is None:
        return None
    return noun if verb == "held" else verb


def _legs(line: Line, sides: Sides, told: Told) -> Iterator[Told]:
    """Give one telling for each leg of a journey: "to Tromsdal in June 2021 and to Riga in May"."""
    until = line.sentence.at(line.doc[sides.span[1]]) if sides.span[1] < line.stop else line.sentence.end
    journey = sides.kind in ("travel", "visit")
    stops = visits_of(line.reading, line.sentence, line.doc[sides.at], until) if journey else ()
    if len(stops) < 2:
        yield told
        if sides.kind in ("meet", "noun", "phone", "speak", "host", "convene") and not told.again:
            for when, place in dates_apart(line, sides.at, sides.span[1], told.when):
                if not yet_to_come(line, told, when):
                    yield replace(told, when=when, place=place or told.place)
        return
    for place, when, state in stops:
        if yet_to_come(line, told, when):
            continue
        parties = told.parties
        if sides.kind == "visit" and state is not None:
            visited = {s for _, _, s in stops if s}
            parties = tuple(dict.fromkeys([*(p for p in told.parties if p not in visited), state]))
        yield replace(told, place=place or told.place, when=when, parties=parties)
