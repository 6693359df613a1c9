"""Read the role that a plural states for every name of a list.

"prominent fighters Samir X and Jihad Y", "leaders such as A and B", "two financiers operating in the port: A and B",
"Palestinian groups, including F, H and J". The role is said of one, hence in the singular: "leader".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal

from briefgen.knowledge.world import gazetteer, is_person_noun, words
from briefgen.names import fold
from briefgen.reading.finding import Found
from briefgen.reading.marks import Words
from briefgen.reading.role_words import FINITE, OPENERS, Stated, inside, is_head, is_rank, is_time, without

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH, FARTHEST = 9, 60
DASHES = frozenset({"-", "–", "—"})
INTRODUCING = frozenset({"including", "like", "namely", "notably", "especially"})
COUNTS = frozenset("other some several many various numerous these those certain both as least most such".split())


def listed_role(name: Found, by_token: Mapping[int, Found], kind: Literal["person", "organization"]) -> Stated | None:
    """Give the role that a plural before a list of names states for this one, or None."""
    heads = is_head if kind == "person" else is_sort
    place = _list_start(name, by_token, kind)
    if place is None:
        return None
    index, first = place
    doc, start = name.sentence.words, name.sentence.span.start
    if index < start:
        head = _attending(doc, index, doc[index].sent.start) if kind == "person" else None
        return _stated(name, head, head, by_token) if head is not None else None
    index -= doc[index].text in DASHES and index > start and is_plural(doc[index - 1], heads)
    if is_plural(doc[index], heads):
        if any(doc[i].lower_ in ("and", "or", "&") for i in range(index + 1, min(first, index + 3))):
            return None  # "with two captains, and Ada Renn": she is none
        return _stated(name, index, index, by_token)
    if doc[index].text == ":":
        head = _attending(doc, index, start) if kind == "person" else None
        if head is not None:
            return _stated(name, head, head, by_token)
        head = _plural_before(doc, index - 1, start, heads, 12)
        return _stated(name, head, index - 1, by_token) if head is not None else None
    introduced = doc[index].lower_ in INTRODUCING or (doc[index].lower_ == "as" and doc[index - 1].lower_ == "such")
    if not introduced or first <= start:
        return None
    before = index - 1 - (doc[index].lower_ == "as")
    head = _plural_before(doc, before - (doc[before].text == ","), start, heads, REACH)
    return _stated(name, head, head, by_token) if head is not None else None


def _attending(doc: Words, colon: int, start: int) -> int | None:
    """Give the plural of a label that lists who is there: "Members present:", "Speakers:", "Signatories:"."""
    index = colon - 1
    index -= doc[index].lower_ in ("present", "attending", "absent", "speaking", "heard", "listed", "designated")
    singly = singular(doc[index].lower_)
    lone = index == start and singly != doc[index].lower_
    return index if lone and (is_person_noun(singly) or singly in words("titles", "capital_heads")) else None


def is_sort(token: Token) -> bool:
    """Tell whether a word is a sort of body: group, militia, newspaper."""
    low, sorts = token.lower_, words("bodies", "sorts")
    return (token.is_lower and (low in sorts or singular(low) in sorts)) or token.text in ("NGO", "NGOs")


def singular(word: str) -> str:
    """Give the singular of a regular plural: "agencies" -> "agency", "groups" -> "group"."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _list_start(name: Found, by_token: Mapping[int, Found], kind: str) -> tuple[int, int] | None:
    """Go back over the names that are listed before this one: give the token before the list and its first token."""
    doc, start = name.sentence.words, name.sentence.span.start
    index, first = name.first - 1, name.first
    while index >= start and name.first - index < FARTHEST:
        token, other = doc[index], by_token.get(index)
        if other is not None and other.kind == kind:
            index = first = other.first
            index -= 1
        elif kind == "person" and other is not None and (bearer := _sent_by(other, by_token)) is not None:
            index = bearer.last  # "Ministers Ada Renn of Norland and Otto Brill of ..."
        elif token.text == ")" and (opening := _opening(doc, index, start)) is not None:
            index = opening - 1  # "Ada Renn (Chair), Otto Brill"
        elif token.lower_ == "chair" and doc.said(max(start, index - 2), index).casefold() == "in the":
            index -= 3  # "Ada Renn, in the Chair, Otto Brill"
        elif token.text in (",", "and", "or", "&", "(", ")") or is_rank(token.text) or token.lower_ == "the":
            index -= 1
        elif kind == "person" and index < name.first - 1 and _is_title(token):
            index -= 1  # "the negotiators, Deputy Minister Ada Renn for Norland and Otto Brill for ..."
        elif index == first - 1 and token.lower_ not in INTRODUCING and other is not None and _describing(token):
            index -= 1  # "including the Islamist Reed Brigade"
            first = index + 1
        else:
            break
    labelled = index == start - 1 and index > 0 and doc[index].text == ":"  # "Members present: | Mr Otto Brill"
    return (index, first) if index >= start or labelled else None


def _is_title(token: Token) -> bool:
    """Tell a word of one person's title, "Deputy Minister", from the plural that is said of a list."""
    return (
        token.text[:1].isupper()
        and token.tag_ not in ("NNS", "NNPS")
        and not is_plural(token, is_head)
        and inside(token)
    )


def _opening(doc: Words, closing: int, start: int) -> int | None:
    """Give the bracket that opens what a bracket closes, a few words before it."""
    return next((i for i in range(closing - 1, max(start, closing - REACH) - 1, -1) if doc[i].text == "("), None)


def _sent_by(home: Found, by_token: Mapping[int, Found]) -> Found | None:
    """Give the person whose state or body this is: "Ada Renn of Norland"."""
    doc, index = home.sentence.words, home.first - 1
    index -= doc[index].lower_ == "the"
    bearer = by_token.get(index - 1) if doc[index].lower_ in ("of", "from", "for") else None
    return bearer if bearer is not None and bearer.kind == "person" else None


def _describing(token: Token) -> bool:
    known = gazetteer().get(fold(token.text))
    return known is not None and known.what == "adjective"


def is_plural(token: Token, heads: Callable[[Token], bool]) -> bool:
    """Tell a plural that heads a role: "officials", "Ministers"."""
    return (token.tag_ in ("NNS", "NNPS") or (token.is_title and token.lower_.endswith("ers"))) and heads(token)


def _plural_before(doc: Words, index: int, start: int, heads: Callable[[Token], bool], reach: int) -> int | None:
    """Give the nearest plural head to the left in the same clause."""
    for place in range(index, max(start, index - reach) - 1, -1):
        if doc[place].text in (",", ";", ":", '"') or doc[place].tag_ in FINITE:
            return None
        if is_plural(doc[place], heads):
            return place
    return None


def _stated(name: Found, head: int, last: int, by_token: Mapping[int, Found]) -> Stated:
    doc, first = name.sentence.words, head
    while first - 1 >= name.sentence.span.start and _narrows(doc[first - 1], by_token.get(first - 1)):
        first -= 1
    while first < head and (doc[first].text in ("-", "'s", "'") or doc[first].lower_ in OPENERS | COUNTS):
        first += 1
    last = last if last - head <= 4 else head
    role = f"{doc.said(first, head)} {singular(doc[head].text)} {doc.said(head + 1, last + 1)}"
    owner = _owner(name, first, head, by_token)
    if owner is not None and owner.first < first:
        first = max(i for i in range(first, head) if i in by_token) + 1  # the nearest adjective is another's
    start, end = name.sentence.span_of(doc[first], doc[last])
    text = without(role, owner) if name.kind == "person" else " ".join(role.split())
    return Stated(role=text, affiliation=owner, start=start, end=end)


def _owner(name: Found, first: int, head: int, by_token: Mapping[int, Found]) -> Found | None:
    """Give whose plural it is; of "her Norland and Estonian counterparts, X and Y" the one in the name's place."""
    doc, start = name.sentence.words, name.sentence.span.start
    owners = list(dict.fromkeys(by_token[i] for i in range(first, head) if i in by_token))
    index = first - 2
    while owners and index >= start and doc[index + 1].lower_ in ("and", ",") and index in by_token:
        owners.insert(0, by_token[index])
        index = by_token[index].first - 2
    others = {by_token[i] for i in range(head, name.first) if i in by_token and by_token[i].kind == name.kind}
    return owners[min(len(others), len(owners) - 1)] if owners else None


def _narrows(token: Token, other: Found | None) -> bool:
    """Tell a word that narrows the plural to its right: "prominent", "Palestinian", "Hamas"."""
    if other is not None:
        return other.kind != "person"
    if token.lower_ in COUNTS or is_time(token) or token.like_num:
        return False
    participle = token.tag_ in ("VBN", "VBD") and token.text.endswith(("ed", "en"))
    return (
        token.tag_ in ("JJ", "NN", "NNP", "JJS")
        or participle
        or token.text == "-"
        or (inside(token) and token.tag_ not in ("IN", "TO", "CC", "DT"))
    )
