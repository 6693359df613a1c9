"""Find the subject that "he" beside a verb of saying means where it was named later than the person taken for it.

"Renn, for his part, is at ease. He told the house ..." is about Renn, even where the name was not seen as a person's and
the last person known is somebody else. Left alone: subjects that nothing shows to be a person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.knowledge.world import gazetteer, is_body_noun, is_given_name, is_person_noun, words
from briefgen.names import fold
from briefgen.reading.marks import Entity, Holder, Mention, Reading, Sentence
from briefgen.reading.role_words import heads_role
from briefgen.reading.scene import HE, HE_OR_SHE, SHE, gender_of
from briefgen.reading.verbforms import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH = 2
"""Sentences before its own in which the subject of a pronoun is looked for."""
TOPIC = ("For", "To")
"""What opens a sentence with whom it is about: "For Ada Renn of the Harbour Institute, the answer is plain"."""


def nearer_subject(reading: Reading, pronoun: Holder, said: str, quoted: Callable[[int], bool]) -> Holder | None:
    """Give the person who was the subject since the one a pronoun was taken for was named; None where there is none.

    `quoted` tells the offsets inside quotations, whose subjects nobody else's "he" means.
    """
    own = reading.sentence_at(pronoun.start)
    if own is None:
        return None
    gender = "she" if said in SHE else "he"
    for sentence in reversed(reading.sentences[max(0, own.index - REACH) : own.index + 1]):
        if sentence.paragraph != own.paragraph:
            return None
        subject = _subject(reading, sentence, min(pronoun.start, sentence.end), quoted)
        if (
            subject is not None
            and sentence is own
            and not _stands_apart(reading, sentence, _head(*subject), pronoun.start)
        ):
            continue
        if subject is not None and not _named_since(reading, pronoun, sentence.start):
            return _holder(reading, pronoun, sentence, subject, gender)
        if subject is not None:
            return None
    return None


def _stands_apart(reading: Reading, sentence: Sentence, subject: Token, pronoun: int) -> bool:
    """Tell a subject that is no part of what the pronoun says: a name in apposition, or one before a semicolon or colon."""
    between = reading.text[sentence.at(subject) : pronoun]
    return subject.dep_ == "appos" or ";" in between or ":" in between


def _named_since(reading: Reading, pronoun: Holder, start: int) -> bool:
    """Tell whether the one whom a pronoun was taken for was named or described from an offset on."""
    since = reading.mentions_in(start, pronoun.start)
    return pronoun.entity is not None and any(m.entity == pronoun.entity and m.form != "pronoun" for m in since)


def _subject(
    reading: Reading, sentence: Sentence, stop: int, quoted: Callable[[int], bool]
) -> tuple[Token, Token] | None:
    """Give the first and last word of the first name that is a subject before an offset, or stands in apposition to one.

    A name that opens a sentence is one whatever the parse makes of it; so is whom "For ..." opens it with.
    """
    span = sentence.span
    for token in span:
        if sentence.at(token) >= stop:
            return None
        if not (_is_name(token) or _is_unseen_name(reading, token)) or quoted(sentence.at(token)):
            continue
        first, last = _run(sentence, token)
        head = _head(first, last)
        head = head.head if head.dep_ == "appos" else head
        opens = first.i == span.start and last.i + 1 < span.end and (last.i > first.i or last.nbor().text == ",")
        told_of = head.dep_ == "ROOT" and any(c.dep_ == "cop" for c in head.children)  # "The fourth was Otto Brill"
        if opens or told_of or head.dep_ in ("nsubj", "nsubj:pass") or _is_topic(sentence, first):
            return first, last
    return None


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.tag_ in ("NNP", "NNPS", "FW")


def _is_unseen_name(reading: Reading, token: Token) -> bool:
    """Tell a name that was taken for a common word: the surname of a person of the text, or one with an office behind it.

    "Norling denied it. She said ...", "Norling, the chief engineer, has no doubt. He ..."
    """
    capital = token.text[:1].isupper() and token.tag_ in ("NN", "NNS", "JJ", "VB", "VBG", "RB")
    if not capital or token.dep_ not in ("nsubj", "nsubj:pass"):
        return False
    office = any(c.dep_ == "appos" and c.i > token.i and heads_role(c.lower_) for c in token.children)
    apposed = office and token.nbor().text == "," and not is_person_noun(token.lower_)
    return (apposed and token.tag_ != "NNS") or of_surname(reading, token.text) is not None


def of_surname(reading: Reading, last: str) -> Entity | None:
    """Give the one person of the text who bears a surname; of several the one whom it names in full."""
    owners = [e for e in reading.entities if e.kind == "person" and any(n.split()[-1] == last for n in e.names)]
    full = [e for e in owners if any(" " in n for n in e.names)]
    found = full if len(full) == 1 else owners if len(owners) == 1 else []
    return found[0] if found else None


def _run(sentence: Sentence, token: Token) -> tuple[Token, Token]:
    """Give the first and the last of the capitalised words around a word of a name."""
    doc, first, last = sentence.words, token.i, token.i
    start = sentence.span.start + (sentence.span[0].text in TOPIC)
    while first > start and doc.forms[first - 1][:1].isupper() and doc.tags[first - 1][:2] == "NN":
        first -= 1
    while last + 1 < sentence.span.end and _is_name(doc[last + 1]):
        last += 1
    return doc[first], doc[last]


def _head(first: Token, last: Token) -> Token:
    """Give the word of a name that the others of it hang on."""
    return next((t for t in first.doc[first.i : last.i + 1] if not first.i <= t.head.i <= last.i), last)


def _holder(
    reading: Reading, pronoun: Holder, sentence: Sentence, name: tuple[Token, Token], gender: str
) -> Holder | None:
    start, end = sentence.span_of(*name)
    head = _head(*name)
    whole = head.head if head.dep_ == "appos" else head
    if any(t.lower_ in (SHE if gender == "she" else HE) for t in whole.children if t.i < name[0].i):
        return None  # "Her nephew, Ivo Renn, was taken": "she" is still the aunt
    known = [m for m in reading.mentions_in(sentence.start, end) if m.form == "name" and m.end > start and m.entity]
    for mention in known:
        entity = reading.entity(mention.entity)
        if entity is not None and entity.kind == "person":
            fits = gender_of(entity.names) in ("", gender)
            return replace(pronoun, name=entity.name, entity=entity.id) if fits else None
    text = reading.text[start:end]
    owner = of_surname(reading, text) if not known else None
    if owner is not None:
        fits = gender_of(owner.names) in ("", gender)
        return replace(pronoun, name=owner.name, entity=owner.id, of=None) if fits else None
    if not _is_person(sentence, name, known):
        return None
    entity = next(
        (e for m in known if (e := reading.entity(m.entity)) is not None and fold(e.name) == fold(text)), None
    )
    return replace(pronoun, name=text, entity=entity.id if entity is not None else None, of=None)


def _is_person(sentence: Sentence, name: tuple[Token, Token], known: list[Mention]) -> bool:
    """Tell whether a name that was not taken for a person's is one by what stands beside it."""
    doc, (first, last) = sentence.words, name
    text = doc.said(first.i, last.i + 1)
    parts = text.split()
    place = gazetteer().get(fold(text))
    article = first.i > sentence.span.start and doc.low[first.i - 1] in ("the", "a", "an")
    if (
        place is not None
        or parts[-1].casefold() in words("titles", "heads")
        or any(is_body_noun(word.casefold()) for word in parts)
    ):
        return False
    if len(parts) > 1 and is_given_name(fold(parts[0])):
        return True
    head = _head(*name)
    apposed = [t for t in (head.head, *head.children) if "appos" in (t.dep_, head.dep_)]
    if any(heads_role(t.lower_) or is_person_noun(t.lower_) for t in apposed):
        return True
    behind = doc.said(last.i + 1, last.i + 3)
    organization = any(m.kind == "organization" and m.form == "name" for m in known)
    if article or organization:
        return behind == ", who"
    told = head.head.lower_ in verb_forms("saying", "clause") or behind == ", who"
    clause = [t.lower_ for t in sentence if t.i > last.i and t.pos_ == "PRON"]
    return told or any(word in HE_OR_SHE for word in clause) or _is_topic(sentence, first)


def _is_topic(sentence: Sentence, first: Token) -> bool:
    return first.i == sentence.span.start + 1 and sentence.span[0].text in TOPIC
