"""Mend where the names of persons begin and end: "Ada | Thorning", "Otto | ole Brill", "Adam R. Renn | , Jr."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.knowledge.world import gazetteer, is_given_name, is_person_noun, words
from briefgen.names import JUNIOR, PARTICLES, fold
from briefgen.reading.finding import Found, make
from briefgen.reading.marks import Sentence, Words
from briefgen.reading.role_words import is_head, is_rank, is_time

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_NAME = 7
"""Tokens of a person's name, hyphens included."""
VERBS = ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG", "MD")


def whole_person(sentence: Sentence, name: Found) -> Found:
    """Give a person's name with its first and last words, what tells a namesake, and the title of a peer: "Baroness Renn"."""
    doc, end = sentence.words, sentence.span.end
    first = _from_first_name(doc, name, sentence.span.start)
    joined = _over_particle(doc, name, end)
    last = _over_junior(doc, _over_surname(doc, name, joined, end), end)
    peer = first == last and first > sentence.span.start and doc.forms[first - 1][:1].isupper()
    peer = peer and doc.low[first - 1] in words("titles", "peerage")
    first -= peer
    if (first, last) == (name.first, name.last):
        return name
    return make(sentence, first, last, "person", titled=name.titled or peer or joined > name.last)


def behind_given_name(doc: Words, name: Found, end: int) -> int:
    """Give the last token of the surname behind one word that is a given name: "Ada | Thorning", typed as a body or a place."""
    if name.known is not None or name.titled or name.first != name.last or not is_given_name(doc.low[name.first]):
        return name.last
    last = _over_surname(doc, name, name.last, end)
    return last if not any(doc[i].ent_type_ for i in range(name.last + 1, last + 1)) else name.last


def _from_first_name(doc: Words, name: Found, start: int) -> int:
    """Give the first token of a person's name whose first words were tagged as none: "Wilmer | Emil Sarto Farley"."""
    first = name.first
    while (
        not name.titled
        and name.known is None
        and first > start
        and _is_name_word(doc[first - 1])
        and not (first - 1 == start and is_person_noun(doc.forms[start]))  # "Farmer Ada Renn"
        and not doc[first - 1].ent_type_
        and doc[first - 1].dep_ in ("compound", "flat")
        and name.first <= doc[first - 1].head.i <= name.last
    ):
        first -= 1
    while name.known is None and first - 1 > start and _is_link(doc[first - 1]) and _is_name_word(doc[first - 2]):
        first -= 2  # "Ada bint | Omar Renn"
    return first


def _over_particle(doc: Words, name: Found, end: int) -> int:
    """Take in what a particle joins: "Otto | ole Brill"."""
    after = name.last + 1
    joined = name.known is None and after + 1 < end and _is_link(doc[after]) and doc[after].is_lower
    return after + 1 if joined and doc.forms[after + 1][:1].isupper() else name.last


def _over_surname(doc: Words, name: Found, start: int, end: int) -> int:
    """Take in the rest of a person's name that was tagged as none, or as a place: "Sabo | Tanko Moss"."""
    last = start
    while last + 1 < end and last - name.first < LONGEST_NAME - 1:
        hyphen = doc.forms[last + 1] == "-" and not doc[last].whitespace_ and not doc[last + 1].whitespace_
        following = doc[min(last + 1 + hyphen, end - 1)]
        listed = following.is_upper and following.is_alpha and len(following) > 3 and doc[name.first].is_title
        if last + 1 + hyphen >= end or not (
            _is_name_word(following) or (listed and not hyphen and _is_listed(following))
        ):
            break
        last += 1 + hyphen
    after = doc[last + 1] if last + 1 < end else None
    closed = after is None or after.is_punct or after.tag_ in (*VERBS, "IN", "CC", "POS", "WP", "TO")
    return last if closed else start


def _over_junior(doc: Words, last: int, end: int) -> int:
    """Take in what tells a namesake, and its full stop: "Adam R. Renn | , Jr."."""
    after = last + 1 + (last + 1 < end and doc.forms[last + 1] == ",")
    if after < end and doc.low[after].rstrip(".") in JUNIOR and doc.forms[after][0].isupper():
        last = after
    short = doc.low[last] in JUNIOR and last + 1 < end and doc.forms[last + 1] == "." and not doc[last].whitespace_
    return last + (short and doc.low[last] in ("jr", "sr"))


def _is_link(token: Token) -> bool:
    """Tell a particle inside a name that is no word of the language: "bint", "ole", "van"."""
    return token.lower_ in PARTICLES and len(token.text) > 2 and token.is_alpha


def _is_listed(token: Token) -> bool:
    """Tell a surname in capitals, as lists of persons write it: "Ada Siri | RENN Moe"."""
    return fold(token.text) not in gazetteer() and not is_head(token) and token.lower_ not in words("bodies", "nouns")


def _is_name_word(token: Token) -> bool:
    """Tell a capitalised word that is no office, no rank, no word of a body or of time and no known name."""
    low = token.lower_
    return (
        token.tag_ in ("NNP", "NNPS")
        and token.is_alpha
        and token.text[:1].isupper()
        and not (token.text.isupper() and len(low) < 5)
        and token.ent_type_ != "ORG"
        and fold(token.text) not in gazetteer()
        and not is_head(token)
        and not is_rank(token.text)
        and not is_time(token)
        and low not in words("titles", "inside")
        and low not in words("bodies", "nouns")
        and low not in words("regions", "things")
    )
