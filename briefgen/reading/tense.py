"""Tell whether the clause around a place in a sentence speaks of the past or of what is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefgen.reading.marks import Sentence, root_of

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "planned", "present", "future"]
"""`planned`: set for a day that lay ahead when it was set ("scheduled a hearing for Friday"), and may be over by now."""
AHEAD = frozenset({"will", "shall", "'ll", "would", "may", "might", "could", "should", "can", "must"})
PLANNING = frozenset(
    "plan schedule expect set due invite slate arrange intend agree aim hope prepare postpone delay announce "
    "propose".split()
)
SCHEDULING = frozenset("plan schedule slate set due postpone delay adjourn reschedule invite bill fix".split())
"""Verbs whose dates are those of what is planned, unless the date hangs on them bare ("invited them on Friday")."""
PLANS = frozenset("plan schedule slate bill".split())
FOR = frozenset(("for", "until", "till", "to", "by"))
PASSED = frozenset({"was", "were", "had", "did", "has", "have"})


def tense_at(sentence: Sentence, start: int, end: int) -> Tense:
    """Give the tense of the nearest verb above the words `start:end` in the parse."""
    tokens = sentence.tokens(start, end)
    if not len(tokens):
        return "past"
    token = root_of(tokens)
    said = {child.lower_ for child in token.children if child.dep_ == "case"}
    for depth in range(8):
        if token.pos_ in ("VERB", "AUX"):
            tense = tense_of(token)
            planned = token.lemma_ in SCHEDULING and (
                depth > 1 or said & FOR or (token.lemma_ in PLANS and "on" in said)
            )
            return "planned" if planned and tense == "past" else tense
        if token.head.i == token.i:
            break
        token = token.head
    return tense_of(token)


def on_a_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether the words `start:end` hang on a finite past verb itself: "met on 9 May", not "a concert on 9 May"."""
    tokens = sentence.tokens(start, end)
    if not len(tokens):
        return False
    verb = root_of(tokens).head
    return verb.tag_ in ("VBD", "VBN") and verb.lemma_ not in SCHEDULING and not _infinitive(verb)


def _negated(verb: Token) -> bool:
    near = (child for word in (verb, *verb.lefts) for child in (word, *word.lefts))
    return any(word.lower_ in ("not", "n't", "neither", "never", "nor", "no") for word in near)


def _infinitive(verb: Token) -> bool:
    """Tell an infinitive, "to be completed" too."""
    return verb.tag_ == "VB" or (verb.tag_ == "VBN" and any(child.lower_ == "to" for child in verb.children))


def tense_of(verb: Token, depth: int = 0) -> Tense:
    """Give a verb's tense: its auxiliaries first, then what governs an infinitive, then its own form."""
    helpers = {child.lower_ for child in verb.children if child.dep_.startswith(("aux", "cop"))}
    if helpers & AHEAD:
        # "could not be reached on Monday" tells of the past, "could be announced on Monday" does not
        done = ("have" in helpers and verb.tag_ == "VBN") or ("could" in helpers and _negated(verb))
        return "past" if done else "future"
    bare = _infinitive(verb)
    if bare or verb.tag_ == "VBG":
        head = verb.head
        if bare and (head.lemma_ in PLANNING or head.tag_ in ("VBZ", "VBP") or "going" in helpers):
            return "future"
        if head.i != verb.i and head.pos_ in ("VERB", "AUX") and depth < 5:
            return tense_of(head, depth + 1)
        return "future" if bare and verb.tag_ == "VBN" else "past"
    if verb.tag_ == "VBN" and helpers & {"is", "are", "'s", "'re"} and verb.lemma_ in PLANNING:
        return "future"
    if verb.tag_ == "VBN" and helpers & {"is", "are", "'s", "'re"} and not helpers & PASSED:
        return "present"
    if verb.tag_ in ("VBD", "VBN") or helpers & PASSED:
        return "past"
    return "present"
