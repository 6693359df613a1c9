"""Tell whether the clause around a place in a sentence speaks of the past or of what is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefgen.reading.marks import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "future", "present"]
AHEAD = frozenset({"will", "shall", "'ll", "would", "may", "might", "could", "should", "can", "must"})
PLANNING = frozenset(
    "plan schedule expect set due invite slate arrange intend agree aim hope prepare postpone delay announce "
    "propose".split()
)


def tense_at(sentence: Sentence, start: int, end: int) -> Tense:
    """Give the tense of the nearest verb above the words `start:end` in the parse."""
    tokens = sentence.tokens(start, end)
    if not len(tokens):
        return "past"
    token = tokens.root
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX"):
            return tense_of(token)
        if token.head.i == token.i:
            break
        token = token.head
    return tense_of(token)


def on_a_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether the words `start:end` hang on a finite past verb itself: "met on 9 May", not "a concert on 9 May"."""
    tokens = sentence.tokens(start, end)
    return bool(len(tokens)) and tokens.root.head.tag_ in ("VBD", "VBN")


def tense_of(verb: Token, depth: int = 0) -> Tense:
    """Give a verb's tense: its auxiliaries first, then what governs an infinitive, then its own form."""
    helpers = {child.lower_ for child in verb.children if child.dep_.startswith(("aux", "cop"))}
    if helpers & AHEAD:
        return "past" if "have" in helpers and verb.tag_ == "VBN" else "future"
    if verb.tag_ in ("VB", "VBG") or "to" in helpers:
        head = verb.head
        if verb.tag_ == "VB" and (head.lemma_ in PLANNING or head.tag_ in ("VBZ", "VBP") or "going" in helpers):
            return "future"
        if head.i != verb.i and head.pos_ in ("VERB", "AUX") and depth < 5:
            return tense_of(head, depth + 1)
        return "future" if "to" in helpers else "past"
    if verb.tag_ == "VBN" and helpers & {"is", "are", "'s", "'re"} and verb.lemma_ in PLANNING:
        return "future"
    if verb.tag_ in ("VBD", "VBN") or helpers & {"was", "were", "had", "did", "has", "have"}:
        return "past"
    return "present"
