"""Find a meeting's place in its clause, then in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from briefgen.extract.meetings.hangs import ASIDES, MOVING, SETTLEMENTS, of_the_meeting, opened_by, strays
from briefgen.extract.meetings.spans import SINCE, of_one_stretch, said_once
from briefgen.knowledge.world import capitals, gazetteer, words
from briefgen.model import UNDATED, When
from briefgen.names import fold
from briefgen.reading.line import Line
from briefgen.reading.marks import Mention, Reading, Sentence, TimeMention, root_of
from briefgen.reading.placing import ANCHORED
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE_CASES = frozenset({"in", "at", "to", "near", "outside", "into"})
LONGEST = 220
CLOSED = frozenset({"since", "because", "although", "though", "if", "unless", "until"})
"""Words that open a clause whose places are not those of the clause behind it."""


class Earlier(Protocol):
    """The meeting told before: where it stands in the text and where it was."""

    @property
    def sentence(self) -> int:
        """Give the index of its sentence."""

    @property
    def parties(self) -> tuple[str, ...]:
        """Give who met, as entity ids."""

    @property
    def place(self) -> str | None:
        """Give its place."""

    @property
    def when(self) -> When:
        """Give its date."""


def clause_of(token: Token) -> Token:
    """Give the verb whose clause holds the telling word."""
    for _ in range(5):
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            return token
        token = token.head
    return token


def aside(line: Line) -> bool:
    """Tell "on the margins of the meeting", "on its sidelines", which was told before: its day and place are theirs."""
    return any(line.low(k) in ASIDES and _of_what_was_told(line, k) for k in range(line.start, line.stop))


def _of_what_was_told(line: Line, k: int) -> bool:
    """Tell "the margins of the meeting" and "the margins" alone from "the margins of the annual meeting of the fund"."""
    if line.low(k + 1) != "of":
        return line.low(k - 1) in ("the", "its", "their") and (line.low(k + 1) in (",", ".", "") or line.begin >= k - 2)
    return (
        line.low(k + 2) in ("the", "this", "these")
        and line.low(k + 3) in words("meeting", "nouns")
        and (line.low(k + 4) in (",", ".", "and", "the") or k + 4 in line.inside)
    )


def index_of(sentence: Sentence, mark: TimeMention | Mention) -> int:
    """Give the first token of a mention or a date, -1 where there is none."""
    tokens = sentence.tokens(mark.start, mark.end)
    return int(tokens[0].i) if len(tokens) else -1


def places_in(reading: Reading, sentence: Sentence) -> list[tuple[Mention, str]]:
    """Give the places of a sentence that stand behind a preposition of place, with that preposition."""
    found = []
    for mention in reading.mentions_in(sentence.start, sentence.end):
        entity = reading.entity(mention.entity)
        if mention.form != "name" or mention.kind == "person" or (entity is not None and entity.kind == "organization"):
            continue
        tokens = sentence.tokens(mention.start, mention.end)
        case = _case_before(sentence, tokens[0]) if len(tokens) else None
        if case is not None:
            found.append((mention, case))
    if "capital" in reading.text[sentence.start : sentence.end]:
        found.extend(_capitals_in(sentence))
    return sorted(found, key=lambda f: f[0].start)


def _case_before(sentence: Sentence, first: Token) -> str | None:
    """Give the preposition of place before a name: "in Riga", "in the Norwegian town of Riga", "in the capital, Riga"."""
    before = _left(sentence, first)
    if before is not None and before.lower_ == "the":
        before = _left(sentence, before)
    kind = _left(sentence, before) if before is not None and before.lower_ in ("of", ",") else None
    if kind is not None and kind.lower_ in SETTLEMENTS:
        before = _before_phrase(sentence, kind)
    return before.lower_ if before is not None and before.lower_ in PLACE_CASES else None


def _left(sentence: Sentence, token: Token) -> Token | None:
    return token.nbor(-1) if token.i > sentence.span.start else None


def _before_phrase(sentence: Sentence, noun: Token) -> Token | None:
    """Give the word before a noun with its article, owner and adjectives: the "in" of "in the old Norwegian town"."""
    before = _left(sentence, noun)
    while before is not None and (
        before.pos_ in ("ADJ", "DET", "PROPN") or before.tag_ in ("POS", "PRP$") or before.text == "-"
    ):
        before = _left(sentence, before)
    return before


def _capitals_in(sentence: Sentence) -> Iterator[tuple[Mention, str]]:
    """Give the towns meant by "in the Norwegian capital", "in Norway's capital", "in the capital of Norway"."""
    for token in sentence:
        if token.lower_ != "capital":
            continue
        before, behind = _before_phrase(sentence, token), sentence.words[token.i + 1 : sentence.span.end][:4]
        if len(behind) > 1 and behind[0].text == "," and behind[1].text[:1].isupper():
            continue  # "the Norwegian capital, Oslo": told by name
        owner = sentence.words[(before.i if before is not None else sentence.span.start) : token.i]
        states = [
            known.state or known.name
            for t in (behind[1:] if len(behind) and behind[0].lower_ == "of" else owner)
            if (known := gazetteer().get(fold(t.text))) is not None and known.what in ("adjective", "state")
        ]
        town = capitals().get(states[-1]) if states else None
        if town is not None and before is not None and before.lower_ in PLACE_CASES:
            start, end = sentence.span_of(token, token)
            yield (
                Mention(
                    start=start,
                    end=end,
                    form="nominal",
                    kind="place",
                    entity=None,
                    text=town,
                    full_start=start,
                    full_end=end,
                ),
                before.lower_,
            )


def place_of(
    reading: Reading, line: Line, at: int, span: tuple[int, int], parties: Sequence[str], before: Earlier | None
) -> str | None:
    """Give the place: one in the meeting's own stretch before one in the sentence, behind the word before in front of it."""
    if (there := _where(line, at)) is not None:
        return there
    ranked = _ranked(line, at, span, parties)
    own = any(not outside for _, outside, *_ in ranked)
    if line.low(line.start) == "there" and before is not None and before.place and not own:
        return before.place
    if ranked:
        return " ".join(min(ranked)[-1].split())
    return _visited(line, at) or _guest_at(line) or _place_before(line, parties, before)


def _ranked(
    line: Line, at: int, span: tuple[int, int], parties: Sequence[str]
) -> list[tuple[bool, bool, bool, bool, bool, bool, int, str]]:
    """Give the places that may be the meeting's, each behind what ranks it, the likeliest lowest."""
    ranked, opened = [], opened_by(line.doc[at])
    for mention, case in places_in(line.reading, line.sentence):
        entity = line.reading.entity(mention.entity)
        k = index_of(line.sentence, mention)
        state = entity is not None and entity.kind == "state"
        party = state and entity is not None and entity.id in parties and line.doc[at].lemma_ != "visit"
        before = opened is not None and k < opened
        if party or before or not _reached(line, k, case, at) or _elsewhere(line, mention, k, at):
            continue
        outside = not span[0] <= k < span[1]
        venue = case == "at" and fold(mention.text) not in gazetteer()  # "at the Old Hall in Riga"
        early = k < at and k != line.start + 1 and not _opens_clause(line, k)
        ranked.append((first_set(line, k), outside, early, venue, abs(k - at) > 8, state, abs(k - at), mention.text))
    return ranked


def _opens_clause(line: Line, k: int) -> bool:
    """Tell a place at the head of a later clause: "in Riga she will rest, and in Oslo she will meet the bishop"."""
    return line.low(k - 2) in ("and", "but", ";", "while") and any(line.finite(n) for n in range(line.start, k - 2))


ONCE = frozenset({"originally", "initially", "first", "previously", "earlier", ",", "("})


def first_set(line: Line, k: int) -> bool:
    """Tell the place or day of "talks, at first set for Monday in Oslo, were held on Friday", which is not theirs."""
    for n in range(k - 2, max(line.start, k - 8), -1):
        if line.finite(n) or line.doc[n].text == ",":
            return False
        if line.low(n) in verb_forms("meeting", "planned") and line.doc[n].tag_ == "VBN":
            return line.low(n - 1) in ONCE
    return False


def _reached(line: Line, k: int, case: str, at: int) -> bool:
    """Tell "flew to Riga and met", where one came to, from "talks on aid to Riga"."""
    token, verb = line.doc[at], clause_of(line.doc[at])
    moving = {verb.lemma_.casefold(), token.lemma_.casefold()} & MOVING or token.lower_ in ("trip", "visit")
    return case not in ("to", "into") or bool(moving) or _moved_there(line, k)


def _elsewhere(line: Line, place: Mention, k: int, at: int) -> bool:
    """Tell a place that hangs on something else than the meeting: a topic, a clause closed before, a relative clause."""
    token = line.doc[at]
    root = root_of(line.sentence.tokens(place.start, place.end))
    placed = _with_its_day(line, place, at) or _beside_event(line, place, at)
    if (strays(root, token, clause_of(token)) and not placed) or _in_clause_before(line, k, at):
        return True
    return k > at + 4 and any(
        line.finite(n) and line.in_relative(n) and not of_the_meeting(_clause_verb(line.doc[n]), token)
        for n in range(at + 1, k)
    )  # "who is in the city on a visit"


def _place_before(line: Line, parties: Sequence[str], before: Earlier | None) -> str | None:
    """Give the place of the meeting told before, where this sentence leans on it: "There, they ...", "the same day"."""
    if before is None:
        return None
    if aside(line):
        return before.place
    times = line.reading.times_in(line.sentence.start, line.sentence.end)
    there = line.low(line.start) == "there"
    leans = there or (
        any(t.when is not None and t.when.why == ANCHORED for t in times)
        and _of_one_side(line.reading, parties, before.parties)
        and not _went_on(line.reading, before.sentence, line.sentence.index)
    )
    return before.place if leans and line.sentence.index - before.sentence <= 2 else None


def _of_one_side(reading: Reading, parties: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether somebody met both times, by himself or through another of his state or body."""

    def sides(keys: Sequence[str]) -> set[str]:
        homes = (e.affiliation for key in keys if (e := reading.entity(key)) is not None)
        return {*keys, *(home for home in homes if home)}

    return bool(sides(parties) & sides(others))


def _went_on(reading: Reading, first: int, until: int) -> bool:
    """Tell whether a sentence says that one left: "met in Oslo and flew home", "then left for Riga"."""
    for sentence in reading.sentences[first:until]:
        for token in sentence:
            low, behind = token.lower_, token.i + 1 < sentence.span.end and token.nbor(1).lower_
            away = behind in ("home", "back", "on") and low in verb_forms("meeting", "travel")
            if away or low in verb_forms("meeting", "leave"):
                return True
    return False


def dated_at(line: Line, k: int) -> bool:
    """Tell a day, or the "on" before it."""
    return k in line.times or (line.low(k) == "on" and k + 1 in line.times)


def placed_at(line: Line, near: range) -> bool:
    """Tell words that say where: a name behind "in" or "at"."""
    return any(line.low(k) in ("in", "at") and k + 1 in line.inside for k in near)


def _visited(line: Line, at: int) -> str | None:
    """Give "Riga" of "visited Riga on Friday and met the bishop"; a state visited is a party."""
    verb = next((k for k in range(at - 1, line.start, -1) if line.finite(k) and line.doc[k].pos_ == "VERB"), None)
    if verb is None or line.low(at - 1) != "and" or line.low(verb) not in verb_forms("meeting", "visit"):
        return None
    found = line.mention_at(verb + 1)
    entity = line.reading.entity(found[1].entity) if found is not None else None
    if found is None or found[1].kind != "place" or (entity is not None and entity.kind == "state"):
        return None
    return " ".join(found[1].text.split())


def _guest_at(line: Line) -> str | None:
    """Give "Riga" of "met Ada Renn, who is visiting Riga": where a guest is while somebody meets her."""
    for k in range(line.start + 2, line.stop - 1):
        if line.low(k) != "visiting" or line.doc[k].tag_ != "VBG":
            continue
        opening = next((n for n in range(k - 1, max(line.start, k - 4), -1) if line.low(n) in ("who", "which")), None)
        found = line.mention_at(k + 1)
        if opening is not None and found is not None and found[1].kind == "place":
            return " ".join(found[1].text.split())
    return None


def _where(line: Line, at: int) -> str | None:
    """Give "Riga" of "flew to Riga, where she met", unless that clause names a place of its own."""
    opening = next((k for k in range(at - 1, line.start, -1) if line.low(k) == "where"), None)
    if opening is None:
        return None
    verbs = sum(line.finite(k) and line.doc[k].pos_ == "VERB" for k in range(opening, at))
    if verbs > (line.doc[at].pos_ == "NOUN"):  # "where she gave a dinner for"
        return None
    own = any(
        line.low(k) in ("in", "at") and k + 1 in line.inside and line.inside[k + 1].kind == "place"
        for k in range(at, clause_end(line, at))
    )
    k = opening - 1 - (line.low(opening - 1) == ",")
    while k > line.start and dated_at(line, k):
        k -= 1  # "to Riga on Monday, where"
    place = line.inside.get(k)
    return " ".join(place.text.split()) if place is not None and place.kind == "place" and not own else None


def _with_its_day(line: Line, place: Mention, at: int) -> bool:
    """Tell "met for talks on the ferry in Riga on 3 May": a capital and a day close the clause together, whatever is before."""
    known = gazetteer().get(fold(place.text))
    tokens = line.sentence.tokens(place.start, place.end)
    behind = tokens[-1].i + 1
    if line.low(behind) == "," and behind + 1 < line.stop and line.doc[behind + 1].text[:1].isupper():
        behind += 2 + (line.low(behind + 2) == ",")  # "in Springfield, Ohio, on 3 May"
    apart = line.low(tokens[0].i - 2) == ","  # "to go on with the talks, in Riga on 3 May"
    bidden = not apart and any(line.doc[n].tag_ == "TO" or line.finite(n) for n in range(at + 1, behind))
    dated = line.low(behind) == "on" and behind + 1 in line.times
    return dated and not bidden and known is not None and known.what == "capital"


def _beside_event(line: Line, place: Mention, at: int) -> bool:
    """Tell "On the sidelines of a forum in Riga, she met": where the event is that the sentence opens with."""
    behind = line.sentence.tokens(place.start, place.end)[-1].i + 1
    lead = range(line.begin, min(behind, line.begin + 3))
    return behind < at and line.low(behind) == "," and any(line.low(k) in ASIDES for k in lead)


def _clause_verb(token: Token) -> Token:
    return token.head if token.pos_ == "AUX" else token


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


def visits_of(
    reading: Reading, sentence: Sentence, token: Token, end: int
) -> tuple[tuple[str | None, When, str | None], ...]:
    """Give place, date and state of each leg: "to Tromsdal in June 2021 and to Riga in May and June this year"."""
    times = [
        t
        for t in reading.times_in(sentence.at(token), end)
        if t.when is not None
        and t.when.start is not None
        and not SINCE.search(reading.text[max(sentence.start, t.start - 8) : t.start])
        and not _said_between(sentence, token, t)
    ]
    places = [
        (m.start, " ".join(m.text.split()), _state(reading, m))
        for m in reading.mentions_in(sentence.at(token), end)
        if m.form == "name" and m.kind == "place"
    ]
    after_case = {m.start for m, _ in places_in(reading, sentence)}
    times = said_once(reading, times)
    if len(times) < 2 or len({t.when for t in times}) < 2 or of_one_stretch(reading, times):
        return ()
    legs = []
    for time in times:
        sure = [(name, state) for start, name, state in places if start < time.start and start in after_case]
        before = sure or [(name, state) for start, name, state in places if start < time.start]
        name, state = before[-1] if before else (None, None)
        legs.append((name, time.when or UNDATED, state))
    return tuple(legs)


def _said_between(sentence: Sentence, token: Token, time: TimeMention) -> bool:
    """Tell the day of "flew to Riga on Sunday, her office said on Monday", which is no second leg."""
    between = sentence.words[token.i + 1 : max(token.i + 1, index_of(sentence, time))]
    return any(t.tag_ in ("VBD", "VBZ", "VBP") and t.lemma_.casefold() in words("saying", "clause") for t in between)


def _state(reading: Reading, mention: Mention) -> str | None:
    entity = reading.entity(mention.entity)
    return entity.id if entity is not None and entity.kind == "state" else None
