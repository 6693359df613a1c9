"""Find bodies whose names go on behind their own noun, with the place or the field that they are of.

"the National University of Norland", "the Harbour Council on Foreign Trade", "the United Nations Office on Drugs and
Crime", "the Committee on the Prevention of Floods". What is known of their parts says nothing of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.knowledge.world import gazetteer, longest_from, words
from briefgen.names import fold
from briefgen.reading.marks import Sentence, Words

if TYPE_CHECKING:
    from spacy.tokens import Token

FIELD_JOINTS = frozenset({"on", "for"})
SERVING_IN = frozenset({"mission", "force", "operation"})
"""Bodies that are sent to a state and named after it: "the United Nations Interim Force in Norland"."""
IN_NAMES = frozenset({"general", "justice", "press"})
"""Words that head an office and open the name of a body too: "General Council", "Justice Committee"."""


def long_names(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give the first and last tokens of bodies named with "of" and a place, "on" or "for" and a field."""
    doc, end = sentence.words, sentence.span.end
    for head in range(sentence.span.start, end - 2):
        if not _is_body_noun(doc[head]) or doc.low[head + 1] not in ("of", "in", *FIELD_JOINTS):
            continue
        first = _first_word(doc, head, sentence.span.start)
        last = _last_word(doc, first, head, end)
        if doc.low[head + 1] == "for" and first == head and _is_field_of_office(doc, head):
            continue  # "Under Secretary of the Treasury for Reed Affairs": the field is the office's
        if last is not None:
            yield first, last


def _is_field_of_office(doc: Words, index: int) -> bool:
    return index > 2 and _is_office(doc[index - 3]) and doc.said(index - 2, index) == "of the"


def _is_body_noun(token: Token) -> bool:
    return token.text[:1].isupper() and not token.text.isupper() and token.lower_ in words("bodies", "nouns")


def _first_word(doc: Words, head: int, start: int) -> int:
    """Give the first of the words with a capital that stand before a body's own noun; no office is one."""
    first = head
    while first > start and _is_capitalised(doc[first - 1]) and not _is_office(doc[first - 1]):
        first -= 1
    opening = first == start and first < head and doc[first].is_stop
    return first + opening


def _is_office(token: Token) -> bool:
    office = words("titles", "heads", "honorifics")
    return token.lower_ in office and token.lower_ not in IN_NAMES


def _is_capitalised(token: Token) -> bool:
    joined = "-" in token.text and token.text.endswith("ed")  # "the U.N.-backed Court"
    return token.text[:1].isupper() and token.text[-1:].isalnum() and not joined


def _last_word(doc: Words, first: int, head: int, end: int) -> int | None:
    """Give the last token of what the name of a body goes on with, None where it ends with the body's own noun."""
    joint, noun = doc[head + 1], doc.low[head]
    field = head + 2 + (doc.low[head + 2] == "the")
    if field >= end or doc.forms[field - 1] == "The":
        return None
    if joint.lower_ == "of":
        bare = first == head and noun not in words("bodies", "of_places")
        return None if bare or noun not in words("bodies", "institutions") else _place_end(doc, field, end)
    if joint.lower_ == "in":
        sent = first < head and noun in SERVING_IN
        return _place_end(doc, field, end) if sent else None
    return _field_end(doc, joint, field, end) if joint.lower_ in FIELD_JOINTS else None


def _place_end(doc: Words, index: int, end: int) -> int | None:
    """Give the last token of the longest known state, city or region that starts here, and nothing of a name behind it."""
    most = longest_from().get(fold(doc.forms[index]).partition(" ")[0], 0)
    for last in range(min(index + most + 1, end) - 1, index - 1, -1) if most else ():
        known = gazetteer().get(fold(doc.said(index, last + 1))) if doc.forms[last][-1:].isalnum() else None
        named = last + 1 < end and _is_capitalised(doc[last + 1])
        if known is not None and known.what in ("state", "capital", "region") and doc.low[last] != "'s":
            return None if named else last
    return None


def _field_end(doc: Words, joint: Token, index: int, end: int) -> int | None:
    """Give the last token of a field in capitals: "Foreign Relations", "the Prevention of Floods"; a day or a person is none."""
    inside = joint.ent_type_ == "ORG" and joint.ent_iob_ == "I"
    if not (_is_field_word(doc[index]) and (inside or _is_common(doc[index]))):
        return None
    last = index
    while last + 1 < end:
        step = 1 + (doc.low[last + 1] in ("of", "and"))
        step += step == 2 and last + 2 < end and doc.low[last + 2] == "the"
        step += doc.forms[last + 1] == "-" and not doc[last].whitespace_
        behind = last + step
        if behind >= end or not _is_field_word(doc[behind]) or (step > 1 and not (inside or _is_common(doc[behind]))):
            break
        last = behind
    placed = last == index and fold(doc.forms[index]) in gazetteer()
    return None if placed else last  # "put the Reed Front on Norland's list"


def _is_field_word(token: Token) -> bool:
    return (
        token.is_alpha
        and _is_capitalised(token)
        and token.ent_type_ != "PER"
        and token.lower_ not in words("titles", "times")
        and not _is_office(token)
    )


def _is_common(token: Token) -> bool:
    """Tell a word that would stand in lower case outside a name: "Foreign", "Floods"."""
    plain = token.tag_ in ("NN", "NNS", "JJ", "VBG") or token.ent_type_ in ("", "ORG")
    return plain and token.ent_type_ != "LOC" and fold(token.text) not in gazetteer()
