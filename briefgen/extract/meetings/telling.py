"""Read single tellings of meetings from clauses: the word that tells it, its parties, status, place and date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.extract.meetings.status import status_of
from briefgen.extract.meetings.where import date_of, outcome_of, place_of, purpose_of, visits_of
from briefgen.knowledge.world import words
from briefgen.model import MeetingStatus, When
from briefgen.reading.clauses import mentions_under, phrase, subject_of, with_phrase
from briefgen.reading.marks import Mention, Reading, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

MANY = 24
"""Party mentions; a clause with more is a list of something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One telling: parties as entity ids, their words, the sentence's index and the passages (offsets)."""

    parties: tuple[str, ...]
    named: tuple[str, ...]
    status: MeetingStatus
    when: When
    place: str | None
    purpose: str | None
    outcome: str | None
    sentence: int
    passages: tuple[tuple[int, int], ...]


def tellings(reading: Reading) -> Iterator[Told]:
    """Give all tellings in text order; "the meeting" of an earlier sentence adds to that one and is no new one."""
    last: Told | None = None
    for sentence in reading.sentences:
        seen: set[int] = set()
        for token in sentence.span:
            sides = _sides(reading, sentence, token)
            if sides is None or token.i in seen:
                continue
            seen |= {token.i, *(c.i for c in token.children if c.lemma_.casefold() in words("meeting", "nouns"))}
            for told in _told(reading, sentence, token, sides, last):
                yield told
                last = told


def _lemma(token: Token) -> str:
    low, lemma = token.lower_, token.lemma_.casefold()
    if low in ("met", "meets", "meeting") and token.pos_ == "VERB":
        return "meet"
    return lemma


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties by side as mentions, described parties as words, and the kind of telling."""

    first: Sequence[Mention]
    second: Sequence[Mention]
    described: Sequence[str]
    kind: str


def _sides(reading: Reading, sentence: Sentence, token: Token) -> Sides | None:
    lemma = _lemma(token)
    if token.pos_ in ("VERB", "AUX"):
        return _verb_sides(reading, sentence, token, lemma)
    if token.pos_ in ("NOUN", "PROPN") and (
        lemma in words("meeting", "nouns") or token.lower_ in words("meeting", "nouns")
    ):
        return _noun_sides(reading, sentence, token)
    return None


def _parties(reading: Reading, sentence: Sentence, tokens: Sequence[Token]) -> list[Mention]:
    """Give the acting mentions in phrases: persons, bodies, states and their groups; no bare places."""
    found: list[Mention] = []
    for token in tokens:
        for mention in mentions_under(reading, sentence, token):
            entity = reading.entity(mention.entity)
            if (
                entity is not None
                and entity.kind is not None
                and mention not in found
                and not _is_place(sentence, mention, entity.kind)
            ):
                found.append(mention)
    return found[:MANY]


def _is_place(sentence: Sentence, mention: Mention, kind: str) -> bool:
    """Tell a state that is only where something happens ("in Qatar", "visits to Russia")."""
    if kind != "state" or mention.form != "name":
        return False
    tokens = sentence.tokens(mention.start, mention.end)
    before = tokens[0].nbor(-1).lower_ if len(tokens) and tokens[0].i > 0 else ""
    return before in ("in", "to", "from", "at", "near", "into") or (
        before == "the" and tokens[0].i > 1 and tokens[0].nbor(-2).lower_ in ("in", "to", "from", "at")
    )


def _described(reading: Reading, sentence: Sentence, tokens: Sequence[Token], known: Sequence[Mention]) -> list[str]:
    """Give the words of parties without a name: "two diplomats", "the foreign ministers of both sides"."""
    made = []
    for token in tokens:
        if token.lower_ not in words("meeting", "people"):
            continue
        if any(m.start <= sentence.at(token) < m.end for m in known):
            continue
        indices = sorted(phrase(token))
        doc = token.doc
        indices = [i for i in indices if doc[i].dep_ not in ("case", "punct") or i > indices[0] + 1]
        if not indices:
            continue
        start, end = sentence.span_of(doc[indices[0]], doc[indices[-1]])
        text = " ".join(reading.text[start:end].split())
        if 0 < len(text.split()) <= 12:
            made.append(text)
    return made


def _conjuncts(token: Token) -> list[Token]:
    return [token, *(c for c in token.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON"))]


def _verb_sides(reading: Reading, sentence: Sentence, verb: Token, lemma: str) -> Sides | None:
    kind = next(
        (
            k
            for k in ("meet", "host", "visit", "travel", "phone", "speak", "negotiate", "invite")
            if lemma in words("meeting", k)
        ),
        None,
    )
    if kind is None:
        return None
    subject = subject_of(verb)
    objects = [c for c in verb.children if c.dep_ in ("obj", "iobj")]
    withs = with_phrase(verb, "with", "alongside")
    agents = (
        [c for c in verb.children if c.dep_ == "obl:agent"]
        if any(c.dep_ == "nsubj:pass" for c in verb.children)
        else []
    )
    first = _parties(reading, sentence, [subject] if subject is not None else [])
    if kind == "meet":
        if any(
            o.lower_ in words("meeting", "not_met") or o.lemma_ in words("meeting", "not_met")
            for o in (*objects, *withs)
        ):
            return None
        others = (
            objects
            + withs
            + agents
            + [
                c
                for c in verb.children
                if c.dep_ == "obl"
                and c.i > verb.i
                and not any(g.dep_ == "case" for g in c.children)
                and c.ent_type_ in ("PER", "ORG")
            ]
        )
        second = _parties(reading, sentence, others)
        described = _described(reading, sentence, others, second) + _described(
            reading, sentence, _conjuncts(subject) if subject is not None else [], first
        )
        return Sides(first, second, described, kind) if _enough(first, second, described, others) else None
    if kind in ("host", "invite"):
        others = objects + agents + [c for c in verb.children if c.dep_ == "nsubj:pass"]
        if not others:  # "invited as many as 14 groups": the parser takes the object for an oblique
            others = [
                c for c in verb.children if c.dep_ == "obl" and c.i > verb.i and c.lower_ in words("meeting", "people")
            ]
        if kind == "host" and not any(_is_party(reading, sentence, o) for o in others):
            return None
        second = _parties(reading, sentence, others)
        described = _described(reading, sentence, others, second)
        return Sides(first, second, described, kind) if first and (second or described) else None
    if kind == "visit":
        return _visit_sides(reading, sentence, verb, first, objects, agents)
    if kind == "travel":
        return _travel_sides(reading, sentence, verb, subject, first)
    second = _parties(reading, sentence, withs + (objects if kind == "phone" else []))
    if kind == "speak":
        phoned = any(t.lower_ in words("meeting", "phone_words") for t in verb.subtree)
        second = second or (_parties(reading, sentence, with_phrase(verb, "to")) if phoned else [])
        if not phoned and not withs:
            return None
        # "spoke with reporters" is no meeting; talking with a named office holder is
        if not phoned and not any(m.kind == "person" for m in second):
            return None
    return (
        Sides(first, second, [], kind)
        if (first and second) or (len({m.entity for m in first}) > 1 and kind == "speak")
        else None
    )


def _enough(
    first: Sequence[Mention], second: Sequence[Mention], described: Sequence[str], others: Sequence[Token]
) -> bool:
    entities = {m.entity for m in (*first, *second)}
    if others:
        return bool(second or described) and bool(first or described)
    return len(entities) > 1 or (bool(first or described) and any(d for d in described))


def _is_party(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell a delegation, person or body from a thing that is hosted or welcomed ("welcomed the decision")."""
    heads = words("titles", "heads") | {
        "delegation",
        "delegations",
        "officials",
        "leaders",
        "representatives",
        "team",
        "envoys",
        "group",
        "groups",
        "factions",
        "ministers",
        "counterpart",
        "counterparts",
        "members",
    }
    if token.lower_ in heads or token.lemma_.casefold() in heads:
        return True
    for mention in reading.mentions_in(sentence.start, sentence.end):
        if mention.start <= sentence.at(token) < mention.end:
            entity = reading.entity(mention.entity)
            return mention.kind == "person" or (entity is not None and entity.kind == "organization")
    return False


def _visit_sides(
    reading: Reading, sentence: Sentence, verb: Token, first: list[Mention], objects: list[Token], agents: list[Token]
) -> Sides | None:
    """Read "visited Latvia": the visitor is a party, and the visited state where it is one."""
    visitors = [m for m in first if m.kind == "person" or m.form == "nominal"]
    second = [m for o in objects for m in mentions_under(reading, sentence, o) if m.entity]
    return Sides(visitors, second, [], "visit") if visitors and second else None


def _travel_sides(
    reading: Reading, sentence: Sentence, verb: Token, subject: Token | None, first: list[Mention]
) -> Sides | None:
    """Read "flew to Geneva for talks": officials who go somewhere, to meet or to talk."""
    people = [m for m in first if m.kind == "person" or m.form == "nominal"]
    goals = with_phrase(verb, "to", "in")
    if not people or not goals or subject is None:
        return None
    talk = any(
        t.lemma_.casefold() in words("meeting", "nouns") or t.lemma_ in ("meet", "discuss", "negotiate")
        for t in verb.subtree
    )
    official = any(m.form == "nominal" for m in people)
    if not (talk or (official and verb.lemma_ in ("travel", "fly") and verb.tag_ in ("VBD", "VBN"))):
        return None
    if any(t.lemma_ == "meet" and t.pos_ == "VERB" and t.i > verb.i for t in sentence.span):
        return None  # "arrived to meet with ...": told by its own verb
    withs = [
        t
        for n in verb.subtree
        if n.lemma_.casefold() in words("meeting", "nouns")
        for t in with_phrase(n, "with", "between")
    ]
    return Sides(people, _parties(reading, sentence, withs), [], "travel")


def _noun_sides(reading: Reading, sentence: Sentence, noun: Token) -> Sides | None:
    low = noun.lower_
    modifiers = {c.lower_ for c in noun.children if c.dep_ in ("amod", "compound", "nmod", "nmod:poss", "det")}
    if modifiers & words("meeting", "other") or noun.dep_ == "compound":
        return None
    head = noun.head
    light = (
        head.pos_ in ("VERB", "AUX")
        and head.lemma_.casefold() in words("meeting", "light")
        and noun.dep_ in ("obj", "obl", "conj", "nsubj:pass")
    )
    tied = with_phrase(noun, "between", "with", "of", "among") + [c for c in noun.children if c.dep_ == "nmod:poss"]
    if low in ("visit", "trip", "visits", "trips"):
        tied = with_phrase(noun, "of", "by", "from") + [
            c for c in noun.children if c.dep_ in ("nmod:poss", "compound", "amod")
        ]
    if light:
        tied += with_phrase(head, "with", "between")
    second = _parties(reading, sentence, tied)
    described = _described(
        reading, sentence, with_phrase(noun, "between", "with") + (with_phrase(head, "with") if light else []), second
    )
    if light and head.i != noun.i:
        subject = subject_of(head)
        first = _parties(reading, sentence, [subject]) if subject is not None and subject.i != noun.i else []
        agents = [c for c in head.children if c.dep_ == "obl:agent"]
        first += _parties(reading, sentence, agents)
        if low in words("meeting", "weak") and not second and len({m.entity for m in first}) < 2:
            return None
        if {m.entity for m in (*first, *second)} and (
            second
            or described
            or len({m.entity for m in first}) > 1
            or (first and first[0].form == "nominal" and low in ("talks", "consultations", "negotiations"))
        ):
            return Sides(first, second, described, "noun")
        return None
    entities = {m.entity for m in second}
    if low in words("meeting", "weak") and len(entities) < 2:
        return None
    if len(entities) > 1 or (entities and with_phrase(noun, "with", "between")):
        return Sides([], second, described, "noun")
    return None


PAIRS = frozenset({"two", "both", "they", "sides", "pair", "three"})


def _told(reading: Reading, sentence: Sentence, token: Token, sides: Sides, last: Told | None) -> Iterator[Told]:
    status = status_of(token, sides.kind, reading.document.source.published)
    if status is None:
        return
    mentions = [*sides.first, *sides.second]
    parties = tuple(dict.fromkeys(m.entity for m in mentions if m.entity))
    named = tuple(dict.fromkeys([*(_clean(m.text) for m in mentions), *sides.described]))
    if not parties and last is not None and any(w in PAIRS for d in sides.described for w in d.casefold().split()):
        parties, named = last.parties, (*named, *last.named)
    base = Told(
        parties=parties,
        named=named,
        status=status,
        when=date_of(reading, sentence, token),
        place=place_of(reading, sentence, token, mentions),
        purpose=purpose_of(reading, sentence, token),
        outcome=outcome_of(reading, sentence, token),
        sentence=sentence.index,
        passages=((sentence.start, sentence.end),),
    )
    stops = visits_of(reading, sentence, token) if sides.kind in ("travel", "visit") else ()
    if len(stops) > 1:
        for place, when in stops:
            yield replace(base, place=place or base.place, when=when)
    else:
        yield base


def _clean(text: str) -> str:
    return " ".join(text.split())
