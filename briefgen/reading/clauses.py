"""Ask a parse simple questions about a clause, without hanging on one arc: who, to whom, negated, supposed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.reading.marks import Mention, Reading, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of a verb that a clause can hang on."""
NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without", "hardly"})


def subject_of(verb: Token) -> Token | None:
    """Give the subject of a verb, sought upward through what it is joined to or governed by ("plans to meet")."""
    seen = verb
    for _ in range(5):
        own = next((c for c in seen.children if c.dep_ in SUBJECTS), None)
        if own is not None and own.lower_ in ("who", "which", "that") and seen.dep_.startswith("acl"):
            return seen.head
        if own is not None:
            return own
        if (
            seen.dep_ in ("conj", "xcomp", "advcl", "ccomp", "parataxis", "acl", "acl:relcl", "advcl:relcl")
            and seen.head.i != seen.i
        ):
            infinitive = any(c.lower_ == "to" and c.dep_ == "mark" for c in seen.children)
            if seen.dep_.startswith("acl") and seen.head.pos_ in ("NOUN", "PROPN", "PRON") and not infinitive:
                return seen.head
            seen = seen.head
            continue
        if seen.pos_ not in ("VERB", "AUX") and seen.dep_ != "ROOT" and seen.i != verb.i:
            seen = seen.head  # "arrived at the end of the week to meet": the infinitive hangs on a noun
            continue
        return None
    return None


def mentions_under(
    reading: Reading, sentence: Sentence, token: Token, stop: frozenset[int] = frozenset()
) -> list[Mention]:
    """Give the mentions in a word's subtree, left to right, relative and content clauses left out."""
    indices = set(phrase(token)) - stop
    found = []
    for mention in reading.mentions_in(sentence.start, sentence.end):
        for t in sentence:
            if (t.i in indices and sentence.at(t) <= mention.start < sentence.at(t) + len(t.text)) or (
                t.i in indices and mention.start <= sentence.at(t) < mention.end
            ):
                found.append(mention)
                break
    return found


def is_bare_plural(verb: Token) -> bool:
    """Tell a present tense that looks like the bare form and was tagged as one: "critics, among them captains, maintain"."""
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "conj", "parataxis"):
        return False
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    helped = any(c.dep_ in ("aux", "aux:pass", "mark") for c in verb.children)
    return subject is not None and subject.i < verb.i and not helped


CLAUSES = ("acl", "advcl", "ccomp", "parataxis", "csubj")


def phrase(token: Token) -> Iterator[int]:
    """Give the token indices of a noun phrase: its subtree less the clauses in it."""
    stack = [token]
    while stack:
        current = stack.pop()
        yield current.i
        stack.extend(
            c
            for c in current.children
            if not c.dep_.startswith(CLAUSES) and not (c.dep_ == "conj" and c.pos_ == "VERB")
        )


def negated(token: Token) -> bool:
    """Tell whether a word carries a negation, itself or on its auxiliary ("did not meet", "no meeting")."""
    for child in token.children:
        if child.lower_ in NEGATIONS and child.dep_ in ("advmod", "det", "cc:preconj", "mark", "case", "aux"):
            return True
    return False


def own_subject(verb: Token) -> Token | None:
    """Give a verb's subject, of two the one nearer before it: "killing nine people, a medics' group said"."""
    found = [c for c in verb.children if c.dep_ in SUBJECTS]
    return next((c for c in reversed(found) if c.i < verb.i), next(iter(found), None))


def antecedent_of(relative: Token, head: Token) -> Token:
    """Give the noun that "which" or "who" means: the one right before it where the parse hangs the clause on a verb."""
    if head.pos_ in ("NOUN", "PROPN", "PRON"):
        return head
    first = relative.sent.start
    before = [t for t in relative.doc[first : relative.i] if t.pos_ in ("NOUN", "PROPN")]
    return before[-1] if before else head
