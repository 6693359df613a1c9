"""Find statements told by a noun: "her claim that", "the pledge by the union that", "gave notice that", "the line that".

Whose a noun of saying is stands before it ("the board's warning that"), behind it ("a promise from the mayor that"), or is
the subject of the verb that takes it for an object ("issued a warning that", "takes the view that").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from briefgen.knowledge.world import singulars, words
from briefgen.reading.clauses import FINITE, SUBJECTS
from briefgen.reading.cues import Cue
from briefgen.reading.holder_words import is_paper, is_somebody, named_as, words_holder
from briefgen.reading.marks import Holder, Reading, Sentence
from briefgen.reading.speakers import noun_holder

if TYPE_CHECKING:
    from spacy.tokens import Token

FEWEST = 3
"""Tokens of what is said."""
OWN = frozenset("his her their its".split())
BEHIND = frozenset("by from of among".split())
SPEAKING = frozenset({"he", "she", "they", "we", "i"})
PARTING = BEHIND | {"in", "on", "at", "this", "last", "to"}
THROUGH = 8
"""Words between a noun and the "that" of its clause: "the pilot's boast, often heard at the quay, that"."""


@cache
def _nouns() -> frozenset[str]:
    return words("saying", "utterances", "tenets", "outlook", "assertions") - words("saying", "vague")


def nominal(sentence: Sentence, reading: Reading, quoted: Callable[[int], bool]) -> Iterator[Cue]:
    """Give the cues of a sentence that are nouns with a clause of their own, outside quotation marks."""
    doc = sentence.words
    if _nouns().isdisjoint(form for token in sentence for form in singulars(token.lower_)):
        return
    for that in sentence:
        if that.text == ":":
            yield from _before_colon(sentence, reading, that, quoted)
        if that.lower_ != "that" or that.tag_ not in ("IN", "DT", "WDT") or quoted(sentence.at(that)):
            continue
        noun = _noun_before(sentence, that)
        if noun is None or quoted(sentence.at(noun)):
            continue
        holder = _owner(sentence, reading, noun, that)
        content = _clause(sentence, that, noun) if holder is not None else None
        if holder is not None and content is not None:
            start, end = sentence.span_of(doc[noun.i], doc[noun.i])
            yield Cue(start=start, end=end, kind="according", lemma="claim", holder=holder, content=content)


def _before_colon(sentence: Sentence, reading: Reading, colon: Token, quoted: Callable[[int], bool]) -> Iterator[Cue]:
    """Read "The survey comes with a warning: the dam leaks", "the mayor had a simple answer: sell it"."""
    doc = sentence.words
    noun = doc[colon.i - 1] if colon.i > sentence.span.start + 2 else colon
    if noun.pos_ != "NOUN" or _nouns().isdisjoint(singulars(noun.lower_)) or quoted(sentence.at(noun)):
        return
    holder = _giver(sentence, reading, noun)
    start = colon.i + 1
    last = max((i for i in range(start, sentence.span.end) if not (doc[i].is_punct or doc[i].is_space)), default=0)
    if (
        holder is not None
        and last - start >= FEWEST
        and any(doc.pos[i] in ("VERB", "AUX") for i in range(start, last))
    ):
        at = sentence.span_of(noun, colon)
        content = sentence.span_of(doc[start], doc[last])
        yield Cue(start=at[0], end=at[1], kind="according", lemma="view", holder=holder, content=content)


def _noun_before(sentence: Sentence, that: Token) -> Token | None:
    """Give the noun of saying that a clause hangs on: right before "that", or parted from it by whose it is or by commas."""
    doc, first = sentence.words, max(sentence.span.start, that.i - THROUGH)
    for place in range(that.i - 1, first - 1, -1):
        token = doc[place]
        known = token.pos_ == "NOUN" and not _nouns().isdisjoint(singulars(token.lower_))
        if known:
            between = [doc[i] for i in range(place + 1, that.i)]
            return token if _may_part(between, that) else None
        if token.text in (";", ":", "("):
            return None
    return None


def _may_part(between: list[Token], that: Token) -> bool:
    if that.tag_ == "WDT" and (between or that.dep_ in SUBJECTS):
        return False
    if not between:
        return True
    commas = len(between) > 2 and between[0].text == "," and between[-1].text == ","
    return commas or (between[0].lower_ in PARTING and not any(t.text == "," or t.tag_ in FINITE for t in between))


def _owner(sentence: Sentence, reading: Reading, noun: Token, that: Token) -> Holder | None:
    """Give whose a noun of saying is."""
    doc, text = sentence.words, reading.text
    owner = next((c for c in noun.children if c.dep_ == "nmod:poss" and c.i < noun.i), None)
    if owner is not None and owner.lower_ in OWN:
        return _giver(sentence, reading, noun) or _pronoun(sentence, reading, owner)
    if owner is not None and owner.pos_ != "PRON":
        holder = noun_holder(sentence, reading, owner)
        if holder is not None:
            bare = re.sub(r"[’']s?$", "", text[holder.start : holder.end])
            holder = words_holder(reading, holder.start, holder.start + len(bare))
        return holder if is_somebody(holder) else None
    behind = doc[noun.i + 1]
    if behind.lower_ in BEHIND and behind.i + 1 < that.i:
        start, end = sentence.span_of(doc[behind.i + 1], doc[that.i - 1])
        holder = words_holder(reading, start, end)
        return holder if is_somebody(holder) else None
    return _giver(sentence, reading, noun)


def _pronoun(sentence: Sentence, reading: Reading, owner: Token) -> Holder:
    start, end = sentence.span_of(owner, owner)
    mention = next((m for m in reading.mentions_in(start, end) if m.entity), None)
    return named_as(reading, mention) if mention is not None else Holder(start=start, end=end, name=owner.text)


def _giver(sentence: Sentence, reading: Reading, noun: Token) -> Holder | None:
    """Give the subject of the verb that takes a noun of saying: "the mill gave notice that"; "rejects the claim that" has none."""
    verb = noun.head
    taken = noun.dep_ in ("obj", "xcomp") or (verb.lemma_ == "come" and noun.dep_.startswith("obl"))
    if not taken or verb.lemma_ not in words("saying", "giving"):
        return None
    if any(c.dep_ == "nsubj:pass" or c.lower_ in ("not", "n't", "never") for c in verb.children):
        return None
    for _ in range(3):
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
        if subject is not None:
            holder = noun_holder(sentence, reading, subject)
            spoken = is_somebody(holder) or (holder is not None and is_paper(holder.name))
            return holder if spoken or subject.lower_ in SPEAKING else None
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.i >= verb.i:
            return None
        verb = verb.head
    return None


def _comma(sentence: Sentence, first: int) -> int:
    """Give the next comma or semicolon behind a word, else the end of its sentence."""
    doc = sentence.words
    return next((i for i in range(first + 1, sentence.span.end) if doc.forms[i] in (",", ";")), sentence.span.end)


def _clause(sentence: Sentence, that: Token, noun: Token) -> tuple[int, int] | None:
    """Give the clause behind "that": what hangs on its verb, else the words up to a comma or the end."""
    doc = sentence.words
    head = that.head if that.head.i > that.i else None
    if head is not None:
        inside = [t.i for t in head.subtree if that.i < t.i < sentence.span.end]
        last = max(inside, default=that.i)
        behind = doc[last + 1] if last + 1 < sentence.span.end else None
        ended = behind is None or behind.tag_ in FINITE or (behind.is_punct and not behind.is_quote)
        if not ended and not noun.dep_.startswith("nsubj"):
            last = _comma(sentence, last) - 1  # the parse hung the rest elsewhere
    else:
        last = _comma(sentence, that.i) - 1
    while last > that.i and (doc[last].is_punct or doc[last].is_space) and doc.forms[last] not in ("”", '"', "’", ")"):
        last -= 1
    told = head is not None or any(doc.pos[i] in ("VERB", "AUX") for i in range(that.i, last + 1))
    if last - that.i < FEWEST or doc.low[that.i + 1] == "to" or not told:
        return None
    return sentence.span_of(doc[that.i + 1], doc[last])
