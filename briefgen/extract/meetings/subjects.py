"""Find whom a pronoun means that no name stands for: the office or body that the sentences before are about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.extract.meetings.described import offices
from briefgen.knowledge.world import words
from briefgen.reading.marks import Reading, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

BACK = 2
"""Sentences of the same paragraph that a pronoun may look back."""
LONGEST = 14
"""Words of a description."""
MANY = frozenset({"they", "them", "both"})
ONE = frozenset({"he", "she", "him", "her"})
BODY = frozenset({"it"})
NOMINATIVE = frozenset({"they", "both", "he", "she", "it"})
BODIES = frozenset({"delegation", "mission", "team", "group"})
ADDED = frozenset({"WDT", "WP", "VBG", "VBN", "CC"})
"""Tags of words at which a description has said who is meant."""
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def told_before(reading: Reading, sentence: Sentence, pronoun: Token) -> tuple[Sentence, int, int] | None:
    """Give the office or body that was told of last and that the pronoun agrees with: its sentence, first and last word.

    "Them" and "him" are told in the same sentence; farther back too many may be meant.
    """
    low = pronoun.lower_
    if low not in MANY | ONE | BODY:
        return None
    for said_in, subject in _subjects(reading, sentence, pronoun):
        if subject.pos_ in ("NOUN", "PROPN") and _agrees(subject, low):
            return (said_in, *_words(subject)) if said_in is sentence or low in NOMINATIVE else None
    return None


def _subjects(reading: Reading, sentence: Sentence, pronoun: Token) -> Iterator[tuple[Sentence, Token]]:
    """Give the subjects before a pronoun with their sentences, those of its own sentence first."""
    own = (t for t in sentence if t.i < pronoun.i and t.dep_ in SUBJECTS and t.head.i != pronoun.head.i)
    yield from ((sentence, t) for t in own)
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - BACK), -1):
        earlier = reading.sentences[index]
        if sentence.paragraph - earlier.paragraph > 1:
            return
        yield from ((earlier, t) for t in earlier if t.dep_ in SUBJECTS)


def _agrees(subject: Token, pronoun: str) -> bool:
    low = subject.lower_
    plural = subject.tag_ in ("NNS", "NNPS")
    body = low in words("meeting", "bodies", "office_bodies", "sitting") or low in BODIES
    if pronoun in BODY:
        return body and not plural
    if low not in offices():
        return False
    return plural if pronoun in MANY else not plural and not body


def _words(subject: Token) -> tuple[int, int]:
    """Give the words of a description up to what is only added to it: "a delegation of the port", "the chair"."""
    first, last = min(t.i for t in subject.subtree), subject.i
    for token in sorted(subject.subtree, key=lambda t: t.i):
        if token.i == last + 1 and (token.tag_ == "POS" or not (token.is_punct or token.tag_ in ADDED)):
            last = token.i
    return first, last if last - first <= LONGEST else subject.i
