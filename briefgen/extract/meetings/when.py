"""Find a meeting's date in its clause, then in its sentence and the ones before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from briefgen.extract.meetings.hangs import ASIDES, of_the_meeting, opened_by, strays
from briefgen.extract.meetings.sides import BE
from briefgen.extract.meetings.spans import counted_off, said_once, stretched
from briefgen.extract.meetings.where import Earlier, aside, clause_of, first_set, index_of, places_in
from briefgen.knowledge.world import place_within, words
from briefgen.model import UNDATED, When
from briefgen.names import fold
from briefgen.reading.attribution import lemma_of
from briefgen.reading.line import Line
from briefgen.reading.marks import Reading, Sentence, TimeMention, root_of
from briefgen.reading.verbforms import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token


def date_of(
    reading: Reading, line: Line, at: int, span: tuple[int, int], before: Earlier | None, *, strict: bool = False
) -> When:
    """Give a meeting's date: of its own stretch, then (unless `strict`) of the sentence, then of the ones before it.

    A date that belongs to the verb of saying around it is not the meeting's.
    """
    times = _told(reading, line, at)
    best = _of_its_antecedent(line, at, times) or _nearest(line, at, span, times, strict=strict)
    if best is not None:
        return counted_off(line, at, index_of(line.sentence, best), stretched(reading, line, at, best, times))
    if times and not strict and line.doc[at].pos_ == "NOUN" and _beside(line, at):
        # "they agreed on Saturday, the agency said after a meeting": what is done after talks is done that day
        nearest = min(times, key=lambda t: abs(index_of(line.sentence, t) - at))
        return nearest.when or UNDATED
    if times or strict:
        return UNDATED
    if before is None:
        return _only_day(reading, line) if aside(line) else _before_it(reading, line, at)
    return before.when if aside(line) else _leaning(reading, line, at, before)


def _of_its_antecedent(line: Line, at: int, times: Sequence[TimeMention]) -> TimeMention | None:
    """Give the day of "the visit of 3 May, during which she met": that of what the clause is said of."""
    which = next((k for k in range(at - 1, max(line.start, at - 8), -1) if line.low(k) == "which"), None)
    if which is None or line.low(which - 1) != "during" or any(index_of(line.sentence, t) > which for t in times):
        return None
    before = [t for t in times if 0 < which - index_of(line.sentence, t) < 9]
    return before[-1] if before else None


def _told(reading: Reading, line: Line, at: int) -> list[TimeMention]:
    """Give the placed dates of a sentence, less those of "the first since 2019" and of quotations the telling is not in."""
    sentence, said = line.sentence, line.sentence.at(line.doc[at])
    told = [
        t
        for t in reading.times_in(sentence.start, sentence.end)
        if t.when is not None
        and t.when.start is not None
        and not _since(line, index_of(sentence, t), at)
        and not any(a <= t.start < b and not a <= said < b for q in reading.quotes if q.direct for a, b in q.spans)
    ]
    return said_once(reading, told)


def _nearest(
    line: Line, at: int, span: tuple[int, int], times: Sequence[TimeMention], *, strict: bool
) -> TimeMention | None:
    """Give the date nearest to the telling word that belongs to no other verb or event, its own clause's first."""
    sentence, token = line.sentence, line.doc[at]
    verb = clause_of(token)
    place = {id(t): index_of(sentence, t) for t in times}
    opened = opened_by(token)
    lead = [t for t in times if place[id(t)] >= line.begin]
    rest = [
        t
        for t in lead or times  # the day of a dispatch only where nothing else is told
        if line.low(place[id(t)] - 1) != "before"
        and (opened is None or place[id(t)] > opened)
        and not _past_semicolon(line, at, place[id(t)])
        and not _said_then(sentence, t, verb)
        and not _opens_another(line, place[id(t)], at)
        and not _of_other_event(sentence, t, token)
        and not _of_what_was_said(sentence, t, token, verb)
    ]
    own = [t for t in rest if span[0] <= place[id(t)] < span[1] and not _of_other_verb(line, place[id(t)], at)]
    return min(
        own or ([] if strict else rest),
        key=lambda t: (_far(line, at, place[id(t)]) + _astray(sentence, t, verb), place[id(t)]),
        default=None,
    )


def _past_semicolon(line: Line, at: int, k: int) -> bool:
    """Tell a date of the next clause, "dined with Vell; on Monday she flew home", from "to Oslo; and to Riga on Monday"."""
    parted = next((n for n in range(k, at, -1) if line.doc[n].text == ";"), None)
    until = next((n for n in range(k, line.stop) if line.doc[n].text == ";"), line.stop)
    return parted is not None and any(line.finite(n) for n in range(parted, until))


def _of_what_was_said(sentence: Sentence, time: TimeMention, at: Token, verb: Token) -> bool:
    """Tell "to thank him for his visit in January", whose month is not the meeting's; a day may stand behind any purpose."""
    tokens = sentence.tokens(time.start, time.end)
    coarse = time.when is not None and time.when.precision in ("month", "year")
    return coarse and len(tokens) > 0 and tokens[0].i > at.i and strays(root_of(tokens), at, verb)


def _beside(line: Line, at: int) -> bool:
    return any(line.low(k) in ("after", "following", "during", "at", "in") for k in range(max(line.start, at - 4), at))


def _before_it(reading: Reading, line: Line, at: int) -> When:
    """Give the date of the sentences before for "after the talks", told of for the first time: the news of the day."""
    if not any(line.low(k) in ("the", "these") for k in range(max(line.start, at - 3), at)) or not _beside(line, at):
        return UNDATED
    for index in range(line.sentence.index - 1, max(-1, line.sentence.index - 3), -1):
        sentence = reading.sentences[index]
        days = [
            t.when
            for t in reading.times_in(sentence.start, sentence.end)
            if t.when is not None and t.when.precision == "day" and t.when.placed
        ]
        if days:
            return days[0]
    return UNDATED


def _only_day(reading: Reading, line: Line) -> When:
    """Give the one day of the sentence before, for "on its sidelines" where no meeting was told of."""
    if line.sentence.index == 0:
        return UNDATED
    sentence = reading.sentences[line.sentence.index - 1]
    days = {t.when for t in reading.times_in(sentence.start, sentence.end) if t.when is not None and t.when.placed}
    return next(iter(days), None) or UNDATED if len(days) == 1 else UNDATED


def ahead(when: When, published: date) -> When:
    """Give the coming day for a plan where the text gives only day and month, or a weekday, and the past one was taken."""
    if when.start is None or when.end is None or not when.placed or when.why is None:
        return when
    if when.end >= published:
        return when
    if when.why.startswith("year from") and (published - when.start).days > 120:
        return replace(when, start=_later(when.start), end=_later(when.end), why=f"the coming one after {published}")
    if when.why.startswith("weekday next") and (published - when.end).days < 7:
        week = timedelta(days=7)
        return replace(when, start=when.start + week, end=when.end + week, why=f"the coming weekday after {published}")
    return when


def behind(when: When, published: date) -> When:
    """Give the weekday that is over for what did not take place, where the coming one was taken: "set for Monday, was not held"."""
    if (
        when.start is None
        or when.end is None
        or when.start <= published
        or not (when.why or "").startswith("weekday next")
    ):
        return when
    week = timedelta(days=7)
    return replace(when, start=when.start - week, end=when.end - week, why=f"the past weekday before {published}")


def _later(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def _far(line: Line, at: int, k: int) -> int:
    """Give how far a date is from the telling word: the one behind it is nearer; "postponed from Thursday to" is the far one."""
    put_off = any(verb_forms("meeting", "postponed").get(line.low(n)) for n in range(max(line.start, k - 4), k - 1))
    if line.low(k - 1) in ("until", "till", "to") and put_off:
        return 0
    if line.low(k - 1) in ("for", "on") and first_set(line, k):
        return 60 + abs(k - at)
    if line.low(k - 1) == "from" or line.low(k - 1) in ("until", "since"):
        return 60 + abs(k - at)
    return k - at if k >= at else 2 + (at - k)


def _astray(sentence: Sentence, time: TimeMention, verb: Token) -> int:
    """Give how much farther a date is for hanging on a verb told before ours: "met Renn on Monday and Vell a day later"."""
    tokens = sentence.tokens(time.start, time.end)
    above = next((t for t in root_of(tokens).ancestors if t.pos_ in ("VERB", "AUX")), None) if len(tokens) else None
    return 30 if above is not None and above.i < tokens[0].i < verb.i and above.i != verb.i else 0


def _of_other_event(sentence: Sentence, time: TimeMention, at: Token) -> bool:
    """Tell "prepared the summit set for May", whose date hangs on another noun of meeting or on what is said of that."""
    tokens = sentence.tokens(time.start, time.end)
    token = root_of(tokens) if len(tokens) else at
    for _ in range(6):
        if token.i == at.i or token.head.i == token.i or token.is_ancestor(at):
            return False
        token = token.head
        related = token.i == at.i or token.is_ancestor(at)
        if token.pos_ in ("NOUN", "PROPN") and token.lower_ in words("meeting", "nouns"):
            return not related and not at.is_ancestor(token) and token.head.lower_ not in ASIDES
        if (
            token.dep_ == "acl:relcl"
            and not related
            and not of_the_meeting(token, at)
            and not _closed(token, tokens[0])
        ):
            return True  # "Renn, who left office in 2019, met Vell"
    return False


def _closed(verb: Token, time: Token) -> bool:
    """Tell whether a comma closes a relative clause before a date, or it tells what was done "where" they met."""
    between = verb.doc[min(verb.i, time.i) : max(verb.i, time.i)]
    return any(t.text in (",", ":", ";", "–", "—") for t in between) or any(c.lower_ == "where" for c in verb.children)


def _since(line: Line, k: int, at: int) -> bool:
    """Tell "the first meeting since 2019", which was not held in 2019, from "has been meeting since Monday"."""
    first = any(line.low(n) in ("first", "last") for n in range(max(line.start, at - 4), at))
    return line.low(k - 1) == "since" and first


def _opens_another(line: Line, k: int, at: int) -> bool:
    """Tell a date that opens a later clause: "they met and in 2010, Renn sang"."""
    first, behind = k - 1, k
    while first > at and line.low(first) in ("in", "on", "at"):
        first -= 1
    while behind in line.times:
        behind += 1
    return first > at and line.low(first) in ("and", "but") and line.low(behind) == ","


def _of_other_verb(line: Line, k: int, at: int) -> bool:
    """Tell whether another finite verb stands between the telling word and a date, the date being closer to it."""
    low, high = min(k, at), max(k, at)
    if high - low <= 3:
        return False
    for n in range(low + 1, high):
        verb = line.doc[n].pos_ == "VERB" and (line.finite(n) or line.low(n - 1) in BE)
        closed = k > at and any(line.doc[b].text == "," for b in range(n + 1, k))
        inside = line.doc[at].is_ancestor(line.doc[n]) and line.finite(n)
        if verb and n != at and not inside and not closed and line.in_relative(n):
            return True  # "their talks, which had been set for Monday, will be held on Friday"
    return False


PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night"})
SAME_DAY = 8
"""Sentences that "in the afternoon" may look back for its day."""


def _that_day(reading: Reading, line: Line) -> When:
    """Give the day that "in the afternoon" is part of: the last one told in the sentences before."""
    first = reading.sentences[max(0, line.sentence.index - SAME_DAY)]
    days = [
        t.when
        for t in reading.times_in(first.start, line.sentence.start)
        if t.when is not None and t.when.precision == "day" and t.when.start == t.when.end
    ]
    return days[-1] if days else UNDATED


LEANS = frozenset("there later then also earlier in during at afterwards he she they the while on".split())


def onward(line: Line, at: int) -> bool:
    """Tell "the two then dined with the mayor", done on the day of what they had done before."""
    return any(line.low(k) in ("then", "afterwards") and line.pos(k) == "ADV" for k in range(line.start, at))


def _leaning(reading: Reading, line: Line, at: int, before: Earlier | None) -> When:
    """Give the date of the sentence before where this one goes on with it: "In Tallinn, he held talks ..."."""
    index, first = line.sentence.index, line.low(line.start)
    if index == 0:
        return UNDATED
    if any(line.low(k) in PARTS_OF_DAY and line.low(k - 1) in ("that", "same") for k in range(line.start, line.stop)):
        return _that_day(reading, line)
    if before is not None and before.sentence == index - 1 and onward(line, at) and before.when.precision == "day":
        return before.when
    if first not in LEANS:
        return UNDATED
    previous = reading.sentences[index - 1]
    if previous.paragraph not in (line.sentence.paragraph, line.sentence.paragraph - 1):
        return UNDATED
    here = [m for m, case in places_in(reading, line.sentence) if case in ("in", "at")]
    times = [
        t for t in reading.times_in(previous.start, previous.end) if t.when is not None and t.when.start is not None
    ]
    if here:
        for mention in reading.mentions_in(previous.start, previous.end):
            if mention.form == "name" and (
                place_within(here[0].text, mention.text) or fold(here[0].text) == fold(mention.text)
            ):
                behind = [t for t in times if t.start > mention.start]
                only = times if len({t.when for t in times}) == 1 else []
                if behind or only:
                    return (behind or only)[0].when or UNDATED
        return UNDATED
    if any(line.low(k) in PARTS_OF_DAY and line.low(k - 1) == "the" for k in range(line.start, line.stop)):
        return _that_day(reading, line)
    told_before = before is not None and before.sentence == index - 1
    if (
        first in ("there", "later", "then", "afterwards", "during")
        and len({t.when for t in times}) == 1
        and told_before
    ):
        return times[0].when or UNDATED
    return UNDATED


def _said_then(sentence: Sentence, time: TimeMention, verb: Token) -> bool:
    """Tell "he said on Tuesday" from "met on Tuesday": the nearest verb above the date is one of saying, and not ours.

    "She added on Friday while she received the envoys" was said while they met: the day is theirs too.
    """
    tokens = sentence.tokens(time.start, time.end)
    if not len(tokens) or _meanwhile(sentence, verb) or _right_behind(verb, tokens[0]):
        return False
    if tokens[0].i > sentence.span.start and tokens[0].nbor(-1).lower_ == "for":
        return False  # "which Norway has proposed for May": the day of what is proposed
    token = root_of(tokens)
    for _ in range(6):
        if token.pos_ in ("VERB", "AUX"):
            if any(c.dep_ == "obj" and c.pos_ == "NOUN" for c in token.children):
                return False  # "concluded a visit on Monday" says nothing
            return token.i != verb.i and lemma_of(token) in words("saying", "clause")
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def _right_behind(verb: Token, token: Token) -> bool:
    """Tell "Renn, meeting Vell in Oslo on Monday, said": no comma parts the date from the verb of meeting."""
    between = verb.doc[verb.i + 1 : token.i]
    return verb.i < token.i and not any(t.text in (",", ";", '"') or t.pos_ in ("VERB", "AUX") for t in between)


def _meanwhile(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a clause opens with "as" or "while" behind a verb of saying."""
    opening = next(
        (t for t in sentence.words[max(sentence.span.start, verb.i - 5) : verb.i] if t.lower_ in ("as", "while")),
        None,
    )
    if opening is None or opening.i - 1 < sentence.span.start:
        return False
    before = sentence.words[max(sentence.span.start, opening.i - 6) : opening.i]
    return any(lemma_of(t) in words("saying", "clause") for t in before)
