"""Tell a report of a plain event from an opinion: "officials said the ministers met in Vestby" repeats a meeting."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefgen.knowledge.world import words
from briefgen.reading.clauses import FINITE, SUBJECTS
from briefgen.reading.marks import Quote, Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

FUTURE = frozenset({"will", "shall"})
DENIED = frozenset({"not", "n't", "never"})


def is_event(reading: Reading, quote: Quote) -> bool:
    """Tell a reported clause that says who meets or lists whom, or what becomes of talks, and nothing of it is quoted.

    A denial, a duty and a wish are positions: "did not meet", "should meet", "refused to meet"; so is what one announces of
    oneself: "the ministry said it had listed the group".
    """
    start, end = quote.spans[-1]
    sentence = reading.sentence_at(start)
    if quote.direct or quote.stance or sentence is None or any(mark in reading.text[start:end] for mark in '“”"'):
        return False
    tokens = sentence.tokens(start, end)
    own = {t.i for t in tokens}
    verb = next((t for t in tokens if t.pos_ in ("VERB", "AUX", "NOUN") and t.head.i not in own), None)
    verb = verb if verb is not None or sentence.span.root.i not in own else sentence.span.root
    return verb is not None and _affirmed(verb) and (verb.lemma_.casefold() in _deeds() or _of_talks(verb))


def _affirmed(verb: Token) -> bool:
    children = list(verb.children)
    finite = verb.tag_ in FINITE or any(c.tag_ in (*FINITE, "MD") for c in children)
    modal = any(c.tag_ == "MD" and c.lower_ not in FUTURE for c in children)
    subjects = [c for c in children if c.dep_ in SUBJECTS]
    none = any(t.lower_ in ("no", "neither", "none") for c in subjects for t in c.subtree)
    own = not subjects or any(c.pos_ == "PRON" for c in subjects)
    return finite and not modal and not none and not own and not any(c.lower_ in DENIED for c in children)


def _of_talks(verb: Token) -> bool:
    """Tell what becomes of a meeting or who has one: "the talks will open in May", "the sides held talks"."""
    subjects = [c.lower_ for c in verb.children if c.dep_ in SUBJECTS]
    objects = [c.lower_ for c in verb.children if c.dep_ == "obj"]
    fates = words("meeting", "cancelled", "postponed", "planned") | {"take", "call"}
    lemma, nouns = verb.lemma_.casefold(), words("meeting", "nouns")
    if lemma in words("meeting", "light"):
        return not nouns.isdisjoint((*subjects, *objects))
    return lemma in fates and not nouns.isdisjoint(subjects)


@cache
def _deeds() -> frozenset[str]:
    """Give the verbs that tell who met whom or who listed whom."""
    meeting = ("meet", "convene", "host", "discuss", "phone", "visit")
    listing = ("direct", "with_category", "put", "delist", "remove", "impose", "lift", "freeze")
    return frozenset().union(
        *(words("meeting", key) for key in meeting), *(words("designation", key) for key in listing)
    )
