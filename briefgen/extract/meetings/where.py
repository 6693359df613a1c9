"""Find a meeting's place, date, purpose and outcome in its clause, then in its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefgen.knowledge.world import words
from briefgen.model import UNDATED, When
from briefgen.reading.attribution import lemma_of
from briefgen.reading.clauses import phrase
from briefgen.reading.marks import Mention, Reading, Sentence, TimeMention

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE_CASES = frozenset({"in", "at", "to", "near", "outside", "into"})
MOVING = frozenset("visit travel fly go come arrive invite welcome host return head trip sojourn summon".split())
LONGEST = 220


def _clause_of(token: Token) -> Token:
    """Give the verb whose clause holds the telling word."""
    for _ in range(5):
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            return token
        token = token.head
    return token


def date_of(reading: Reading, sentence: Sentence, token: Token) -> When:
    """Give the date of the clause; a date that belongs to the verb of saying around it is not the meeting's."""
    times = [
        t for t in reading.times_in(sentence.start, sentence.end) if t.when is not None and t.when.start is not None
    ]
    verb = _clause_of(token)
    inside = {t.i for t in verb.subtree} | {t.i for t in token.subtree}
    own = [t for t in times if _index(sentence, t) in inside and not _said_then(sentence, t, verb)]
    rest = [t for t in times if not _said_then(sentence, t, verb)]
    at = sentence.at(token)
    best = min(own or rest, key=lambda t: abs(t.start - at), default=None)
    return best.when if best is not None and best.when is not None else UNDATED


def _index(sentence: Sentence, mark: TimeMention | Mention) -> int:
    tokens = sentence.tokens(mark.start, mark.end)
    return int(tokens[0].i) if len(tokens) else -1


def _said_then(sentence: Sentence, time: TimeMention, verb: Token) -> bool:
    """Tell "he said on Tuesday" from "met on Tuesday": the nearest verb above the date is one of saying, and not ours."""
    tokens = sentence.tokens(time.start, time.end)
    if not len(tokens):
        return False
    token = tokens.root
    for _ in range(6):
        if token.pos_ in ("VERB", "AUX"):
            return token.i != verb.i and lemma_of(token) in words("saying", "clause")
        if token.head.i == token.i:
            return False
        token = token.head
    return False


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
        if before.lower_ in PLACE_CASES:
            found.append((mention, before.lower_))
    return found


def place_of(reading: Reading, sentence: Sentence, token: Token, parties: Sequence[Mention]) -> str | None:
    """Give the place: one in the clause before one in the sentence, a city before a state, the nearest."""
    verb = _clause_of(token)
    inside = set(phrase(verb)) | set(phrase(token))
    moving = {verb.lemma_.casefold(), token.lemma_.casefold()} & MOVING
    at = sentence.at(token)
    ranked: list[tuple[bool, bool, bool, int, str]] = []
    for mention, case in places_in(reading, sentence):
        if any(p.start <= mention.start < p.end for p in parties):
            continue
        entity = reading.entity(mention.entity)
        state = entity is not None and entity.kind == "state"
        outside = _index(sentence, mention) not in inside
        if outside and _of_another(sentence, mention, verb):
            continue
        if case in ("to", "into") and not moving:
            continue
        ranked.append(
            (outside, state and len(ranked) > 0, case not in ("in", "at"), abs(mention.start - at), mention.text)
        )
    best = min(ranked, default=None)
    if best is None and token.lemma_.casefold() == "visit" and token.pos_ == "VERB":
        seen = [m for m in reading.mentions_in(at, sentence.end) if m.kind == "place" and m.form == "name"]
        return seen[0].text if seen else None
    return " ".join(best[4].split()) if best else None


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


def visits_of(reading: Reading, sentence: Sentence, token: Token) -> tuple[tuple[str | None, When], ...]:
    """Give place and date of each leg: "to Kazan in September 2022 and to Moscow in March and September this year"."""
    times = [
        t for t in reading.times_in(sentence.at(token), sentence.end) if t.when is not None and t.when.start is not None
    ]
    places = [
        (m.start, " ".join(m.text.split())) for m, _ in places_in(reading, sentence) if m.start > sentence.at(token)
    ]
    if len(times) < 2 or len({t.when for t in times}) < 2:
        return ()
    legs = []
    for time in times:
        before = [name for start, name in places if start < time.start]
        legs.append((before[-1] if before else None, time.when or UNDATED))
    return tuple(legs)


def _words_of(reading: Reading, sentence: Sentence, tokens: Sequence[int]) -> str | None:
    doc = sentence.span.doc
    indices = sorted(i for i in tokens if sentence.span.start <= i < sentence.span.end)
    while indices and (doc[indices[-1]].is_punct or doc[indices[-1]].is_space):
        indices.pop()
    if not indices:
        return None
    start, end = sentence.span_of(doc[indices[0]], doc[indices[-1]])
    text = " ".join(reading.text[start:end].split())
    return text if 2 < len(text) <= LONGEST else None


def purpose_of(reading: Reading, sentence: Sentence, token: Token) -> str | None:
    """Give what a meeting was for, in the text's words: "to discuss ...", "talks on ..."."""
    verb = _clause_of(token)
    for word in (*verb.children, *token.children):
        if (
            word.dep_ in ("advcl", "xcomp", "acl")
            and word.pos_ == "VERB"
            and word.lemma_.casefold() in words("meeting", "purpose")
            and word.i > token.i
        ):
            return _words_of(reading, sentence, [t.i for t in word.subtree])
    nouns = (
        [token]
        if token.pos_ == "NOUN"
        else [t for t in verb.subtree if t.lemma_.casefold() in words("meeting", "nouns")]
    )
    for noun in nouns:
        for child in noun.children:
            case = next((c for c in child.children if c.dep_ in ("case", "mark")), None)
            if (
                case is not None
                and case.lower_ in ("on", "about", "over", "regarding", "concerning")
                and child.i > noun.i
                and not any(t.start == sentence.at(child) for t in reading.times_in(sentence.start, sentence.end))
                and child.ent_type_ not in ("PER",)
                and child.lower_ not in ("sidelines", "margins", "eve", "monday")
            ):
                return _words_of(reading, sentence, [t.i for t in child.subtree if t.i != case.i])
    return None


def outcome_of(reading: Reading, sentence: Sentence, token: Token) -> str | None:
    """Give what came of a meeting where its own sentence says so: "... and agreed to ...", "where the two called for ..."."""
    verb = _clause_of(token)
    for word in verb.subtree:
        if (
            word.i > token.i
            and word.pos_ == "VERB"
            and word.dep_ in ("conj", "advcl", "acl:relcl", "advcl:relcl", "parataxis")
            and word.lemma_.casefold() in words("meeting", "outcome")
            and word.tag_ in ("VBD", "VBN")
        ):
            own = [t.i for t in word.subtree if t.i >= word.i]
            return _words_of(reading, sentence, own)
    return None
