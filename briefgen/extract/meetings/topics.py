"""Tell meetings that are only spoken of: valued, discussed as a topic, or known from their denial alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.extract.meetings.sides import BE
from briefgen.knowledge.world import words
from briefgen.reading.attribution import lemma_of
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

HIGHEST = 8
"""Heads that are climbed from a word."""
TOPICAL = frozenset({"about", "on", "of", "regarding", "concerning", "over", "to", "for"})
FALSE = frozenset("untrue false wrong incorrect baseless unfounded fictitious groundless".split())
TAKEN_BACK = frozenset("fabrication invention lie fiction hoax falsehood nonsense fake myth".split())
"""What a telling is called by who denies it."""


COUNTED = frozenset("first second third fourth fifth last since due set scheduled".split())


def topic(line: Line, at: int) -> bool:
    """Tell "discussed the importance of the dialogue between X and Y", a course of talks spoken of, from talks that were held."""
    noun = line.doc[at]
    if not {noun.lower_, noun.lemma_.casefold()} & words("meeting", "course") or _told_more(line, at):
        return False
    if _said_what_it_is(noun):
        return True
    word = noun
    for head in _heads(noun):
        if head.pos_ in ("VERB", "AUX"):
            case = next((c.lower_ for c in word.children if c.dep_ == "case"), "")
            low, willed = line.low(head.i), head.tag_ in ("VB", "VBG")
            spoken = low in verb_forms("meeting", "voiced") or (willed and low in verb_forms("meeting", "furthered"))
            return spoken and head.i < at and (word.dep_ == "obj" or case in TOPICAL)
        word = head
    return False


def _said_what_it_is(noun: Token) -> bool:
    """Tell "the dialogue between X and Y is a sign of trust" from "the talks are the first since 2019"."""
    predicate = noun.head
    being = any(c.dep_ == "cop" and c.tag_ in ("VBZ", "VBP") for c in predicate.children)
    being &= not any(c.dep_ == "case" for c in predicate.children)  # "are under way"
    counted = any(c.tag_ == "JJS" or c.lower_ in COUNTED for c in predicate.subtree if c.i > noun.i)
    return noun.dep_ == "nsubj" and being and predicate.pos_ in ("NOUN", "ADJ") and not counted


def _heads(token: Token) -> Iterator[Token]:
    for _ in range(HIGHEST):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def _told_more(line: Line, at: int) -> bool:
    """Tell talks whose own phrase says when or where they are, or which are "his", "with Y", not only "between X and Y"."""
    for k in range(at + 1, min(line.stop, at + 14)):
        if k in line.times or (line.low(k) in ("in", "at") and k + 1 in line.inside):
            return True
        if line.low(k) == "with":
            return True
        if line.finite(k) or line.low(k) in (",", ";"):
            break
    return any(line.doc[k].tag_ == "PRP$" for k in range(max(line.start, at - 4), at))


MADE_LIGHT = frozenset(
    {("play", "down"), ("shrug", "off"), ("laugh", "off"), ("brush", "off"), ("brush", "aside"), ("wave", "away")}
)
"""Verbs with their particles that say of a story that it is none."""


def denied(line: Line, at: int) -> bool:
    """Tell what is said only to be denied: "dismissed a story that he had met her", "it is untrue that they met"."""
    clause = line.doc[at]
    for head in _heads(line.doc[at]):
        opened = clause.dep_ in ("acl", "ccomp", "csubj", "advcl", "acl:relcl") and clause.pos_ in ("VERB", "AUX")
        if opened and head.i < clause.i and _that(line, head.i, clause.i) and _rejected(line, head):
            return True
        clause = head
    return False


def denied_noun(line: Line, at: int) -> bool:
    """Tell "a report of talks ... was denied", "called the story of a meeting an invention"."""
    for head in _heads(line.doc[at]):
        if head.pos_ not in ("NOUN", "PROPN"):
            return False
        if {head.lower_, head.lemma_.casefold()} & words("meeting", "rumoured"):
            return _rejected(line, head)
    return False


def _that(line: Line, first: int, last: int) -> bool:
    return any(line.low(k) == "that" for k in range(first + 1, last))


def _rejected(line: Line, word: Token) -> bool:
    """Tell a verb of denying, "untrue", and a noun that one of these is said of."""
    if _denies(line, word) or word.lower_ in FALSE:
        return True
    if word.pos_ != "NOUN":
        return False
    head = word.head
    called = any(c.lower_ in TAKEN_BACK | FALSE for c in head.subtree) and (lemma_of(head) in ("call", "brand", "term"))
    said = head.lower_ in TAKEN_BACK | FALSE and any(c.lower_ in BE for c in head.children)
    return (head.i != word.i and _denies(line, head)) or called or said


def _denies(line: Line, word: Token) -> bool:
    played_down = (lemma_of(word), line.low(word.i + 1)) in MADE_LIGHT
    return word.pos_ == "VERB" and (played_down or lemma_of(word) in words("meeting", "denying"))
