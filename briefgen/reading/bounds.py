"""Mend where names begin and end: "ISIS-GS", "Special Tribunal for Lebanon", "Levant Forum | Senior Fellow".

A body's name goes on behind "for" and to the brackets that hold its acronym; a hyphened addition makes another body; an
office behind a body's name is no part of it; a word that any sentence may open with is no name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.finding import Found, make
from briefgen.reading.marks import Sentence, Words
from briefgen.reading.person_bounds import behind_given_name, whole_person
from briefgen.reading.role_words import is_head, is_rank, is_time

if TYPE_CHECKING:
    from spacy.tokens import Token

FARTHEST = 9
LINKS = frozenset({"of", "and", "the", "for", "in", "on", "de", "du", "des", "al", "wal", "-"})
FIELDED = frozenset(
    "minister secretary envoy commissioner representative coordinator adviser advisor director rapporteur".split()
)
"""Offices that are named with their field."""
FOREIGN = ("vis a vis ", "a propos ", "a la ", "per capita ", "inter alia ")
"""Phrases from other languages that may open a sentence and that the model takes for names."""
OPENERS = frozenset({'"', "“", "‘", "'", "(", "["})


def settle_bounds(sentence: Sentence, names: Sequence[Found]) -> list[Found]:
    """Give the names of a sentence with their ends mended; a name swallowed by another is left out."""
    settled: list[Found] = []
    for name in names:
        if settled and name.first <= settled[-1].last:
            continue
        if (
            f"{fold(name.text)} ".startswith(FOREIGN)
            or _is_opening_word(name)
            or _is_field(name)
            or _is_standing(name, names)
        ):
            continue
        cut = _behind_chamber(sentence, name) or _behind_office(sentence, name) or _cut_at_prose(sentence, name)
        if cut is None:
            continue
        whole = _over_and(sentence, _from_first_word(sentence, _extended(sentence, _trimmed(sentence, cut))))
        while settled and settled[-1].first >= whole.first:
            settled.pop()  # "Bayan Reza" in front of "Harbour Institute" was taken for a person
        settled.append(whole)
    return settled


def _is_opening_word(name: Found) -> bool:
    """Tell "Tomorrow" and "Let" at the start of a sentence or a quotation: capitals say nothing there."""
    doc, start = name.sentence.words, name.sentence.span.start
    opening = name.first == start or doc.forms[name.first - 1] in OPENERS
    if name.first != name.last or not opening or name.text.isupper():
        return False
    token = doc[name.first]
    return (token.is_stop or token.lower_ in words("titles", "times") or token.tag_ in ("VB", "VBG", "MD", "RB")) and (
        name.known is None or name.text != name.known.name
    )


def _behind_chamber(sentence: Sentence, name: Found) -> Found | None:
    """Give the person of "President of the Senate Ada Renn", which the model takes for a name of the Senate."""
    doc, first = sentence.words, name.first
    if name.kind != "organization" or name.known is not None or name.last - first not in (2, 3):
        return None
    office = first - 3 >= sentence.span.start and doc.said(first - 2, first) == "of the" and is_head(doc[first - 3])
    chamber = office and doc.low[first] in words("bodies", "chambers")
    if not chamber or not all(_is_person_word(doc[i]) for i in range(first + 1, name.last + 1)):
        return None
    return make(sentence, first + 1, name.last, "person", titled=True)


def _behind_office(sentence: Sentence, name: Found) -> Found | None:
    """Give the person of a body's name that is an office and a surname: "House Speaker Renn", "Special Adviser Vell"."""
    doc = sentence.words
    if name.kind != "organization" or name.known is not None or not _is_person_word(doc[name.last]):
        return None
    head = next((i for i in range(name.last - 1, name.first - 1, -1) if is_head(doc[i])), None)
    before = words("titles", "inside", "standing") | words("bodies", "chambers")
    office = head is not None and all(doc.low[i] in before or is_head(doc[i]) for i in range(name.first, head))
    if head is None or not office or not all(_is_person_word(doc[i]) for i in range(head + 1, name.last + 1)):
        return None
    return make(sentence, head + 1, name.last, "person", titled=True)


def _is_person_word(token: Token) -> bool:
    return (
        token.is_title
        and token.is_alpha
        and token.lower_ not in words("bodies", "nouns")
        and token.lower_ not in words("titles", "inside")
    )


def _is_standing(name: Found, names: Sequence[Found]) -> bool:
    """Tell an office behind a person's name from a body: "Ada Renn, Cargo Safety Lead, Reed Labs"."""
    doc = name.sentence.words
    if name.kind != "organization" or name.known is not None or doc.low[name.last] in words("bodies", "nouns"):
        return False
    office = doc.low[name.last] in words("titles", "capital_heads")
    behind = any(n.kind == "person" and n.last == name.first - 2 for n in names)
    return office and behind and doc.forms[name.first - 1] == ","


def _cut_at_prose(sentence: Sentence, name: Found) -> Found | None:
    """Give a body's name up to the first word that stands in none: "Guild | of the boats it hired", None where nothing is left.

    "Chiefs of Navy" are people, "Department on May 18" a common noun and a date.
    """
    doc = sentence.words
    if name.kind != "organization" or name.known is not None or name.titled:
        return name
    if doc.tags[name.first] in ("NNS", "NNPS") and is_head(doc[name.first]) and name.first < name.last:
        return None
    inner = next((i for i in range(name.first + 1, name.last) if doc.forms[i] == "the"), None)
    if inner is not None and doc.forms[inner - 1][:1].isupper():
        return make(
            sentence, inner + 1, name.last, name.kind, gazetteer().get(fold(doc.said(inner + 1, name.last + 1)))
        )
    last = next((i - 1 for i in range(name.first + 1, name.last + 1) if _is_prose(doc, i)), name.last)
    while last > name.first and (doc.low[last] in LINKS or _describes(doc[last])):
        last -= 1
    if last == name.last:
        return name
    if last == name.first and doc.low[last] in words("bodies", "nouns"):
        return None
    return make(sentence, name.first, last, name.kind, gazetteer().get(fold(doc.said(name.first, last + 1))))


def _is_prose(doc: Words, index: int) -> bool:
    """Tell a lower-case noun or verb inside a name, or a month before a number."""
    token = doc[index]
    dated = is_time(token) and index + 1 < len(doc) and doc[index + 1].like_num
    return dated or (
        token.is_lower
        and token.is_alpha
        and len(token) > 3
        and token.tag_[:2] in ("NN", "VB")
        and (token.lower_ not in LINKS and doc.low[index - 1] != "-" and doc.forms[index - 1] != "-")
    )


def _describes(token: Token) -> bool:
    return token.is_lower and token.is_alpha and token.tag_[:2] in ("JJ", "DT")


def _is_field(name: Found) -> bool:
    """Tell the field of an office from a person: "the Special Envoy for River Matters, Ada Renn"."""
    doc, before = name.sentence.words, name.first - 2
    if name.kind != "person" or name.titled or before < name.sentence.span.start:
        return False
    return doc.low[before + 1] == "for" and doc.low[before] in FIELDED and doc.forms[before][:1].isupper()


def _trimmed(sentence: Sentence, name: Found) -> Found:
    """Cut the office off a body's name: "Levant Forum Senior Fellow" -> "Levant Forum"."""
    doc, last = sentence.words, name.last
    if name.kind != "organization" or name.known is not None or doc.low[last] in words("bodies", "nouns"):
        return name
    office = doc.low[last] in words("titles", "heads") or (
        last + 1 < sentence.span.end and doc.low[last + 1] in words("titles", "heads")
    )
    while last > name.first and office and _is_office_word(doc, last):
        last -= 1
    if last == name.last or doc.low[last] in LINKS:
        return name
    text = doc.said(name.first, last + 1)
    return make(sentence, name.first, last, name.kind, gazetteer().get(fold(text)))


def _is_office_word(doc: Words, index: int) -> bool:
    low = doc.low[index]
    return (
        low in words("titles", "heads")
        or (low in words("titles", "inside") and low not in words("bodies", "nouns") and low not in LINKS)
        or low in ("-", "non", "resident", "adjunct", "vice")
    )


def _extended(sentence: Sentence, name: Found) -> Found:
    """Give a body's name with what belongs to it on the right, None known where that makes it another body."""
    doc, end = sentence.words, sentence.span.end
    if name.kind == "person":
        return whole_person(sentence, name)
    surname = behind_given_name(doc, name, end)
    if surname > name.last:
        return make(sentence, name.first, surname, "person")
    if name.kind != "organization":
        return name
    first = name.first - 2
    if first >= sentence.span.start and doc.forms[first + 1] == "-" and _is_prefix(doc, first, name):
        name = replace(make(sentence, first, name.last, "organization"), titled=name.titled)  # "End-User Committee"
    last = _over_hyphen(doc, name, end)
    if last == name.last:
        last = _to_acronym(doc, name, end) or _over_for(doc, name, end)
    if last == name.last:
        return name
    text = doc.said(name.first, last + 1)
    whole = make(sentence, name.first, last, "organization", gazetteer().get(fold(text)))
    return replace(whole, titled=True)


def _is_prefix(doc: Words, index: int, name: Found) -> bool:
    """Tell a capitalised word that a hyphen joins to what follows: "End" in "End-User Review Committee".

    Two states may share a body: "Norland-U.S. Trade Committee".
    """
    joined = not doc[index].whitespace_ and not doc[index + 1].whitespace_
    known = gazetteer().get(fold(doc.forms[index]))
    other = gazetteer().get(fold(doc.forms[name.first]))
    shared = known is not None and known.what != "body" and other is not None and name.first < name.last
    return joined and doc.forms[index][:1].isupper() and (known is None or shared)


def _over_and(sentence: Sentence, name: Found) -> Found:
    """Take in the first half of a name with "and": "the | Airports and Harbours Authority"."""
    doc, first = sentence.words, name.first - 2
    if name.kind != "organization" or name.known is not None or doc.low[name.last] not in words("bodies", "nouns"):
        return name
    if first - 1 < sentence.span.start or doc.forms[first + 1] != "and" or name.first == name.last:
        return name
    while first > sentence.span.start and _is_field_word(doc[first]) and _is_field_word(doc[first - 1]):
        first -= 1
    if not _is_field_word(doc[first]) or first == sentence.span.start or doc.low[first - 1] != "the":
        return name
    return replace(make(sentence, first, name.last, name.kind), titled=name.titled)


def _is_field_word(token: Token) -> bool:
    """Tell a capitalised word that may be half of a body's field: a thing or a region, no state, body, person or office."""
    known = gazetteer().get(fold(token.text))
    return (
        token.is_title
        and token.is_alpha
        and token.ent_type_ != "PER"
        and (known is None or known.what == "region")
        and token.lower_ not in words("bodies", "nouns")
        and not is_head(token)
        and not is_time(token)
    )


def _from_first_word(sentence: Sentence, name: Found) -> Found:
    """Take in the first words of a body's name that were tagged as none: "Mechanical | Harbour Factory"."""
    doc, first = sentence.words, name.first
    if name.kind != "organization" or name.known is not None or doc.low[name.last] not in words("bodies", "nouns"):
        return name
    while first - 1 > sentence.span.start and _opens_name(doc, first - 1, name):
        first -= 1
    return name if first == name.first else replace(make(sentence, first, name.last, name.kind), titled=name.titled)


def _opens_name(doc: Words, index: int, name: Found) -> bool:
    """Tell a capitalised word that the parser joins to the body's name behind it, and that is no name or office by itself."""
    token = doc[index]
    head = token.head if name.first <= token.head.i <= name.last else token.head.head
    return (
        token.is_alpha
        and token.text[:1].isupper()
        and token.dep_ in ("compound", "flat", "amod")
        and name.first <= head.i <= name.last
        and not (token.is_stop or token.text.isupper() or is_head(token) or is_rank(token.text) or is_time(token))
        and fold(token.text) not in gazetteer()
        and token.lower_ not in words("titles", "inside")
        and token.lower_ not in words("regions", "things")
        and doc.low[index - 1] not in words("titles", "heads", "honorifics")
    )


def _over_hyphen(doc: Words, name: Found, end: int) -> int:
    """Take in a hyphened addition to a known body: "ISIS-GS"; "Hamas-Fatah talks" names two."""
    after = name.last + 2
    if name.known is None or name.known.what != "body" or after >= end or doc.forms[name.last + 1] != "-":
        return name.last
    joined = not doc[name.last].whitespace_ and not doc[name.last + 1].whitespace_
    return (
        after
        if joined and re.fullmatch(r"[A-Z]{1,5}", doc.forms[after]) and fold(doc.forms[after]) not in gazetteer()
        else name.last
    )


def _to_acronym(doc: Words, name: Found, end: int) -> int | None:
    """Take in the words up to the brackets that hold the name's acronym: "Islamic State in the Greater Sahara (ISGS)"."""
    for opening in range(name.last + 2, min(end - 1, name.last + FARTHEST)):
        token = doc[opening]
        if token.text == "(":
            closing = next((i for i in range(opening + 1, min(end, opening + 5)) if doc.forms[i] == ")"), opening)
            short = doc.said(opening + 1, closing)
            initials = [t.text[0] for t in doc[name.first : opening] if t.text[:1].isupper()]
            told = re.sub(r"[^A-Z]", "", short)
            return opening - 1 if len(told) > 2 and told == "".join(initials) else None
        if not (token.text[:1].isupper() or token.lower_ in LINKS):
            return None
    return None


def _over_for(doc: Words, name: Found, end: int) -> int:
    """Take in "for Lebanon" behind a body's own noun: "Special Tribunal for Lebanon"."""
    after = name.last + 1
    if name.known is not None or name.first == name.last or doc.low[name.last] not in words("bodies", "nouns"):
        return name.last
    if after + 1 >= end or doc.low[after] not in ("for", "in") or doc.forms[after + 1] == "The":
        return name.last  # "the Reed Council in The Hague"
    last = first = after + 1 + (doc.low[after + 1] == "the")
    if doc.low[after] == "in" and last == after + 1:
        return name.last  # "the Reed Council in Vestby" is the council, there
    while last < end and (
        doc.tags[last] in ("NNP", "NNPS")
        or (last > first and doc.low[last] in ("of", "and") and last + 1 < end and doc.tags[last + 1] == "NNP")
    ):
        last += 1
    return last - 1 if last > first else name.last
