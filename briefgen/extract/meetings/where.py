"""Find a meeting's place, date, purpose and outcome in its clause, then in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from briefgen.knowledge.world import place_within, words
from briefgen.model import UNDATED, When
from briefgen.names import fold
from briefgen.reading.attribution import lemma_of
from briefgen.reading.line import Line
from briefgen.reading.marks import Mention, Reading, Sentence, TimeMention
from briefgen.reading.verbforms import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE_CASES = frozenset({"in", "at", "to", "near", "outside", "into"})
SETTLEMENTS = frozenset(
    {"village", "city", "town", "port", "capital", "resort", "suburb", "province", "island", "region"}
)
MOVING = frozenset("visit travel fly go come arrive invite welcome host return head trip sojourn summon".split())
LONGEST = 220
CLOSED = frozenset({"since", "because", "although", "though", "if", "unless", "until"})
"""Words that open a clause whose places are not those of the clause behind it."""


class Earlier(Protocol):
    """The meeting told before: where it stands in the text and where it was."""

    @property
    def sentence(self) -> int:
        """Give the index of its sentence."""

    @property
    def place(self) -> str | None:
        """Give its place."""


def clause_of(token: Token) -> Token:
    """Give the verb whose clause holds the telling word."""
    for _ in range(5):
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            return token
        token = token.head
    return token


def date_of(
    reading: Reading, line: Line, at: int, span: tuple[int, int], before: Earlier | None, *, strict: bool = False
) -> When:
    """Give a meeting's date: of its own stretch, then (unless `strict`) of the sentence, then of the ones before it.

    A date that belongs to the verb of saying around it is not the meeting's.
    """
    sentence, doc = line.sentence, line.doc
    times = [
        t for t in reading.times_in(sentence.start, sentence.end) if t.when is not None and t.when.start is not None
    ]
    verb = clause_of(doc[at])
    said = sentence.at(doc[at])
    times = [
        t
        for t in times
        if not any(a <= t.start < b and not a <= said < b for q in reading.quotes if q.direct for a, b in q.spans)
    ]
    place = {id(t): _index(sentence, t) for t in times}
    rest = [t for t in times if not _said_then(sentence, t, verb)]
    own = [t for t in rest if span[0] <= place[id(t)] < span[1] and not _of_other_verb(line, place[id(t)], at)]
    best = min(
        own or ([] if strict else rest), key=lambda t: (_far(line, at, place[id(t)]), place[id(t)]), default=None
    )
    if best is not None and best.when is not None:
        return best.when
    if times and not strict and line.doc[at].pos_ == "NOUN" and _beside(line, at):
        # "they agreed on Saturday, the agency said after a meeting": what is done after talks is done that day
        nearest = min(times, key=lambda t: abs(place[id(t)] - at))
        return nearest.when or UNDATED
    if times or strict:
        return UNDATED
    return _leaning(reading, line, before) if before is not None else _before_it(reading, line, at)


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


def ahead(when: When, published: date) -> When:
    """Give the coming day for a plan where the text gives only day and month, or a weekday, and the past one was taken."""
    if when.start is None or when.end is None or not when.placed or when.why is None:
        return when
    if when.end >= published:
        return _this_month(when, published)
    if when.why.startswith("year from") and (published - when.start).days > 120:
        return replace(when, start=_later(when.start), end=_later(when.end), why=f"the coming one after {published}")
    if when.why.startswith("weekday next") and (published - when.end).days < 7:
        week = timedelta(days=7)
        return replace(when, start=when.start + week, end=when.end + week, why=f"the coming weekday after {published}")
    return when


def _this_month(when: When, published: date) -> When:
    """Give this year's month for one that is not over yet: "at the end of July", told on 14 July."""
    if when.start is None or when.precision != "month" or not (when.why or "").startswith("year from"):
        return when
    running = when.start.month == published.month and when.start.year == published.year + 1
    return (
        replace(when, start=published.replace(day=1), end=_last_day(published), why=f"the month of {published}")
        if running
        else when
    )


def _last_day(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _later(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def _far(line: Line, at: int, k: int) -> int:
    """Give how far a date is from the telling word: the one behind it is nearer; "postponed from Thursday to" is the far one."""
    if line.low(k - 1) == "from" or line.low(k - 1) in ("until", "since"):
        return 60 + abs(k - at)
    return k - at if k >= at else 2 + (at - k)


def _of_other_verb(line: Line, k: int, at: int) -> bool:
    """Tell whether another finite verb stands between the telling word and a date, the date being closer to it."""
    low, high = min(k, at), max(k, at)
    return (
        any(
            line.finite(n)
            and line.doc[n].pos_ == "VERB"
            and n != at
            and not line.doc[at].is_ancestor(line.doc[n])
            and line.in_relative(n)
            for n in range(low + 1, high)
        )
        and high - low > 3
    )


LEANS = frozenset(
    {
        "there",
        "later",
        "then",
        "also",
        "earlier",
        "in",
        "during",
        "at",
        "afterwards",
        "he",
        "she",
        "they",
        "the",
        "while",
        "on",
    }
)


def _leaning(reading: Reading, line: Line, before: Earlier | None) -> When:
    """Give the date of the sentence before where this one goes on with it: "In Tallinn, he held talks ..."."""
    index, first = line.sentence.index, line.low(line.start)
    if index == 0 or first not in LEANS:
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
                if behind and behind[0].when is not None:
                    return behind[0].when
        return UNDATED
    told_before = before is not None and before.sentence == index - 1
    if (
        first in ("there", "later", "then", "afterwards", "during")
        and len({t.when for t in times}) == 1
        and told_before
    ):
        return times[0].when or UNDATED
    return UNDATED


def _index(sentence: Sentence, mark: TimeMention | Mention) -> int:
    tokens = sentence.tokens(mark.start, mark.end)
    return int(tokens[0].i) if len(tokens) else -1


def _said_then(sentence: Sentence, time: TimeMention, verb: Token) -> bool:
    """Tell "he said on Tuesday" from "met on Tuesday": the nearest verb above the date is one of saying, and not ours.

    "He said on Monday as he opened the talks" was said while they met: the day is theirs too.
    """
    if _meanwhile(sentence, verb):
        return False
    tokens = sentence.tokens(time.start, time.end)
    if not len(tokens):
        return False
    if tokens[0].i > sentence.span.start and tokens[0].nbor(-1).lower_ == "for":
        return False  # "which Norway has proposed for May": the day of what is proposed
    token = tokens.root
    for _ in range(6):
        if token.pos_ in ("VERB", "AUX"):
            return token.i != verb.i and lemma_of(token) in words("saying", "clause")
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def _meanwhile(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a clause opens with "as" or "while" behind a verb of saying."""
    opening = next(
        (t for t in sentence.span.doc[max(sentence.span.start, verb.i - 5) : verb.i] if t.lower_ in ("as", "while")),
        None,
    )
    if opening is None or opening.i - 1 < sentence.span.start:
        return False
    before = sentence.span.doc[max(sentence.span.start, opening.i - 6) : opening.i]
    return any(lemma_of(t) in words("saying", "clause") for t in before)


def places_in(reading: Reading, sentence: Sentence) -> list[tuple[Mention, str]]:
    """Give the places of a sentence that stand behind a preposition of place, with that preposition."""
    found = []
    for mention in reading.mentions_in(sentence.start, sentence.end):
        entity = reading.entity(mention.entity)
        if mention.form != "name" or mention.kind == "person" or (entity is not None and entity.kind == "organization"):
            continue
        tokens = sentence.tokens(mention.start, mention.end)
        if not len(tokens) or tokens[0].i == sentence.span.start:
            continue
        before = tokens[0].nbor(-1)
        if before.lower_ == "the" and before.i > sentence.span.start:
            before = before.nbor(-1)
        if before.lower_ == "of" and before.i - 2 > sentence.span.start and before.nbor(-1).lower_ in SETTLEMENTS:
            before = (
                before.nbor(-2) if before.nbor(-2).lower_ in PLACE_CASES else before.nbor(-3)
            )  # "in the village of Kirants"
        if before.lower_ in PLACE_CASES:
            found.append((mention, before.lower_))
    return found


def place_of(
    reading: Reading, line: Line, at: int, span: tuple[int, int], parties: Sequence[str], before: Earlier | None
) -> str | None:
    """Give the place: one in the meeting's own stretch before one in the sentence, behind the word before in front of it."""
    token, sentence = line.doc[at], line.sentence
    verb = clause_of(token)
    moving = {verb.lemma_.casefold(), token.lemma_.casefold()} & MOVING or token.lower_ in ("trip", "visit")
    ranked = []
    for mention, case in places_in(reading, sentence):
        entity = reading.entity(mention.entity)
        k = _index(sentence, mention)
        state = entity is not None and entity.kind == "state"
        outside = not span[0] <= k < span[1]
        if (case in ("to", "into") and not (moving or _moved_there(line, k))) or (
            state and entity is not None and entity.id in parties and token.lemma_ != "visit"
        ):
            continue
        if (outside and _of_another(sentence, mention, verb)) or _in_clause_before(line, k, at):
            continue
        if k > at + 4 and any(line.finite(n) and line.in_relative(n) for n in range(at + 1, k)):
            continue  # "who is in the city on a visit"
        ranked.append((outside, k < at and k != line.start + 1, abs(k - at) > 8, state, abs(k - at), mention.text))
    if line.low(line.start) == "there" and before is not None and before.place and not any(not r[0] for r in ranked):
        return before.place
    best = min(ranked, default=None)
    if best is not None:
        return " ".join(best[5].split())
    leans = line.low(line.start) == "there" or any(
        t.when is not None and (t.when.why or "").startswith("told against the date before")
        for t in reading.times_in(sentence.start, sentence.end)
    )
    if leans and before is not None and line.sentence.index - before.sentence <= 2:
        return before.place
    return None


def _in_clause_before(line: Line, k: int, at: int) -> bool:
    """Tell "Since the war in Ukraine began, the Kremlin has received ...": the place is that of a clause closed before."""
    comma = next((n for n in range(k + 1, at) if line.doc[n].text == ","), None)
    opening = next((n for n in range(k, line.start - 1, -1) if line.low(n) in CLOSED or line.doc[n].text == ","), None)
    if comma is None or opening is None or line.low(opening) not in CLOSED:
        return False
    return any(line.finite(n) for n in range(opening, comma))


def _moved_there(line: Line, k: int) -> bool:
    """Tell whether the verb before a place is one of going: "travelled to Oslo and met"."""
    verb = next((n for n in range(k - 1, max(line.start, k - 6) - 1, -1) if line.doc[n].pos_ == "VERB"), None)
    return verb is not None and line.low(verb) in verb_forms("meeting", "travel")


def _of_another(sentence: Sentence, mention: Mention, verb: Token) -> bool:
    """Tell whether a place belongs to another verb's clause in the sentence."""
    tokens = sentence.tokens(mention.start, mention.end)
    token = tokens.root if len(tokens) else None
    for _ in range(6):
        if token is None or token.head.i == token.i:
            return False
        token = token.head
        if token.pos_ == "VERB":
            return bool(token.i != verb.i and token.i not in {a.i for a in verb.ancestors})
    return False


def visits_of(reading: Reading, sentence: Sentence, token: Token) -> tuple[tuple[str | None, When, str | None], ...]:
    """Give place, date and state of each leg: "to Kazan in September 2022 and to Moscow in March and September this year"."""
    times = [
        t for t in reading.times_in(sentence.at(token), sentence.end) if t.when is not None and t.when.start is not None
    ]
    places = [
        (m.start, " ".join(m.text.split()), _state(reading, m))
        for m in reading.mentions_in(sentence.at(token), sentence.end)
        if m.form == "name" and m.kind == "place"
    ]
    after_case = {m.start for m, _ in places_in(reading, sentence)}
    if len(times) < 2 or len({t.when for t in times}) < 2:
        return ()
    legs = []
    for time in times:
        sure = [(name, state) for start, name, state in places if start < time.start and start in after_case]
        before = sure or [(name, state) for start, name, state in places if start < time.start]
        name, state = before[-1] if before else (None, None)
        legs.append((name, time.when or UNDATED, state))
    return tuple(legs)


def _state(reading: Reading, mention: Mention) -> str | None:
    entity = reading.entity(mention.entity)
    return entity.id if entity is not None and entity.kind == "state" else None
