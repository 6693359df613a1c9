"""Tell whether a meeting was held, is planned, proposed or cancelled, or did not happen as told (then None)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from briefgen.knowledge.world import words
from briefgen.model import MeetingStatus
from briefgen.reading.clauses import governors, negated
from briefgen.reading.tense import tense_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def status_of(token: Token, kind: str, published: date | None) -> MeetingStatus | None:
    """Give the status the clause states; None for what is negated, refused, denied, demanded or supposed."""
    if kind == "invite":
        return None if negated(token) else "proposed"
    verb = token if token.pos_ in ("VERB", "AUX") else token.head
    if negated(token) or (verb.pos_ in ("VERB", "AUX") and negated(verb)):
        return None
    chain = (
        [verb, *governors(verb)] if token.i != verb.i or token.pos_ in ("VERB", "AUX") else [token, *governors(token)]
    )
    if token.pos_ not in ("VERB", "AUX"):
        own = _noun_status(token, verb)
        if own != "open":
            return own
    for place, word in enumerate(chain[:4]):
        lemma = word.lemma_.casefold()
        helpers = {c.lower_ for c in word.children if c.dep_.startswith(("aux", "mark", "advmod"))}
        if helpers & words("meeting", "hypothetical") and not (place > 1):
            return None
        if (
            place
            and _below(chain[place - 1], word)
            and lemma in words("meeting", "refused")
            and not (lemma in ("deny", "call") and negated(word))
        ):
            return None
        if place and negated(word) and _below(chain[place - 1], word) and lemma not in ("say",):
            return None
        if place and lemma in words("meeting", "proposed") and _below(chain[place - 1], word):
            return "proposed"
        if (
            place
            and lemma in words("meeting", "planned")
            and chain[place - 1].dep_ in ("xcomp", "advcl", "obl", "acl")
            and chain[place - 1].tag_ == "VB"
        ):
            return "planned"
    if verb.pos_ not in ("VERB", "AUX"):
        return "held"
    tense = tense_of(verb)
    return "planned" if tense == "future" else "held"


def _below(inner: Token, outer: Token) -> bool:
    return inner.head.i == outer.i and inner.dep_ in (
        "xcomp",
        "ccomp",
        "obj",
        "obl",
        "advcl",
        "acl",
        "nsubj:pass",
        "nmod",
        "csubj",
    )


def _noun_status(noun: Token, verb: Token) -> MeetingStatus | Literal["open"] | None:
    """Give the status that the verb of "the meeting was called off", "denied a meeting" states; "open" where it is silent."""
    lemma = verb.lemma_.casefold()
    if lemma in words("meeting", "cancelled") or (lemma == "call" and any(c.lower_ == "off" for c in verb.children)):
        return "cancelled"
    if lemma in words("meeting", "postponed") or (
        lemma == "put" and any(c.lower_ in ("back", "off") for c in verb.children)
    ):
        return "planned"
    if noun.dep_ in ("obj", "obl", "xcomp", "nmod") and lemma in words("meeting", "refused"):
        return None
    if lemma in words("meeting", "proposed") and noun.dep_ in ("obj", "nsubj:pass"):
        return "proposed"
    if lemma in words("meeting", "planned") and noun.dep_ in ("nsubj:pass", "obj", "nsubj"):
        return "planned"
    if any(
        c.lower_
        in ("planned", "scheduled", "upcoming", "forthcoming", "expected", "possible", "proposed", "future", "next")
        for c in noun.children
    ):
        return "planned"
    return "open"
