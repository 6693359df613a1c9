"""Say what a meeting was for and what came of it, in the text's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefgen.extract.meetings.where import LONGEST, clause_of
from briefgen.knowledge.world import words
from briefgen.reading.clauses import NEGATIONS
from briefgen.reading.marks import Reading, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


def _words_of(reading: Reading, sentence: Sentence, tokens: Sequence[int]) -> str | None:
    doc = sentence.words
    indices = sorted(i for i in tokens if sentence.span.start <= i < sentence.span.end)
    while indices and (doc[indices[-1]].is_punct or doc[indices[-1]].is_space):
        indices.pop()
    while indices and doc[indices[0]].text in (",", ";", ":", "-", "–", "—"):
        indices.pop(0)
    if not indices:
        return None
    start, end = sentence.span_of(doc[indices[0]], doc[indices[-1]])
    text = " ".join(reading.text[start:end].split())
    return text if 2 < len(text) <= LONGEST else None


def purpose_of(reading: Reading, sentence: Sentence, token: Token) -> str | None:
    """Give what a meeting was for, in the text's words: "to discuss ...", "talks on ..."."""
    verb = clause_of(token)
    for word in (*verb.children, *token.children):
        if (
            word.dep_ in ("advcl", "xcomp", "acl")
            and word.tag_ in ("VB", "VBG")  # "talks, planned for May," and "in which they discussed" tell no purpose
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
                and not (case.lower_ == "on" and _is_visit(noun))
                and case.lower_ in ("on", "about", "over", "regarding", "concerning")
                and child.i > noun.i
                and not any(t.start == sentence.at(child) for t in reading.times_in(sentence.start, sentence.end))
                and child.ent_type_ not in ("PER",)
                and child.lower_ not in ("sidelines", "margins", "eve", "monday")
            ):
                return _words_of(reading, sentence, [t.i for t in child.subtree if t.i != case.i])
    return None


def _is_visit(noun: Token) -> bool:
    """Tell "a call on the bishop", which names whom one saw, from "a telephone call on trade"."""
    by_wire = ("phone", "telephone", "video", "conference")
    return noun.lemma_ == "call" and not any(child.lower_ in by_wire for child in noun.children)


def _undone(verb: Token) -> bool:
    """Tell "they did not agree" and "the date was announced", said of something else, from what the parties did."""
    said = {child.lower_ for child in verb.children}
    return bool(said & NEGATIONS) or any(child.dep_ in ("nsubj:pass", "aux:pass") for child in verb.children)


def outcome_of(reading: Reading, sentence: Sentence, token: Token) -> str | None:
    """Give what came of a meeting where its own sentence says so: "... and agreed to ...", "where the two called for ..."."""
    verb = clause_of(token)
    for word in verb.subtree:
        if (
            word.i > token.i
            and word.pos_ == "VERB"
            and word.dep_ in ("conj", "advcl", "acl:relcl", "advcl:relcl", "parataxis")
            and word.lemma_.casefold() in words("meeting", "outcome")
            and word.tag_ in ("VBD", "VBN")
            and not _undone(word)
        ):
            own = [t.i for t in word.subtree if t.i >= word.i]
            return _words_of(reading, sentence, own)
    return None
