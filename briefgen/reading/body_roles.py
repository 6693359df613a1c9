"""Read what the words around a body's name say it is.

"the rebel group X", "X, a think tank in Y", "X is a charity", "the KGB — the Soviet security agency —", "the group's highest
body, the X", "the Kurdish X militia", "groups, including X and Y".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.finding import Found
from briefgen.reading.role_lists import is_sort, listed_role
from briefgen.reading.role_words import FINITE, Stated, so_called

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 9
ENDS = frozenset({",", ".", ";", ":", "(", ")", '"', "–", "—", "-"})
OPENING = frozenset({",", "-", "–", "—", "("})
ARTICLES = frozenset({"a", "an", "the", "one", "its"})
RELATION = frozenset({"affiliated", "linked", "allied", "based", "headquartered", "aligned"})


def stated_body_roles(name: Found, by_token: Mapping[int, Found]) -> list[Stated]:
    """Give what a body is said to be next to its name, the surest first. `by_token` as in `stated_roles`."""
    found = [
        _before(name, by_token),
        apposed_sort(name, by_token),
        _apposed(name, by_token),
        _around(name, by_token),
        listed_role(name, by_token, "organization"),
        _related(name, by_token),
        _agency(name),
        _armed(name),
        _flagged(name),
    ]
    return [role for role in found if role is not None]


def _describes(token: Token) -> bool:
    known = gazetteer().get(fold(token.text))
    of_a_state = known is not None and known.what in ("adjective", "state", "region")
    of_a_people = token.text[:1].isupper() and token.lower_ in words("regions", "adjectives")
    short = token.text.isupper() and len(token.text) == 2  # "TV station"
    plain = token.is_lower and token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM") and token.is_alpha
    return (
        of_a_state
        or of_a_people
        or short
        or plain
        or _is_half(token)
        or bool(re.fullmatch(r"[\w.]+-[a-z]+", token.text))
    )


def _is_half(token: Token) -> bool:
    """Tell a half of a hyphened adjective: "family-owned", "well-known"."""
    doc, index = token.doc, token.i
    behind = index > 0 and doc[index - 1].text == "-" and not doc[index - 1].whitespace_
    ahead = index + 1 < len(doc) and doc[index + 1].text == "-" and not token.whitespace_
    return token.is_lower and token.is_alpha and (behind or ahead)


def _first_word(name: Found, last: int, floor: int) -> int:
    """Give the first token of the description that ends at `last`."""
    doc, first = name.sentence.words, last
    while first - 1 >= floor and (_describes(doc[first - 1]) or doc.forms[first - 1] == "-"):
        first -= 1
    while first < last and doc.forms[first] == "-":
        first += 1
    return first


def _before(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give "rebel group" of "the rebel group X" and of "the rebel group, X,"."""
    doc, floor = name.sentence.words, max(name.sentence.span.start, name.first - LONGEST)
    last = name.first - 1
    called = so_called(doc, last, floor)
    last = last if called is None else called
    comma = called is None and last > floor and doc.forms[last] == ","
    last -= comma
    if last < floor or not is_sort(doc[last]) or doc.tags[last] == "NNS":
        return None
    first = _first_word(name, last, floor)
    if comma:
        behind = doc[name.last + 1] if name.last + 1 < name.sentence.span.end else None
        opened = first > name.sentence.span.start and doc.low[first - 1] in ("the", "a", "an", "its", "'s", "'")
        if not opened or behind is None or behind.tag_ in FINITE:
            return None  # "in Syria, the Lebanese group said", "according to the group, Norland wants ..."
    return _state(name, first, last, by_token)


def _apposed(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give "highest military body" of "the group's highest military body, the Reed Council"."""
    doc, floor = name.sentence.words, max(name.sentence.span.start, name.first - LONGEST - 2)
    last = name.first - 3
    if last < floor or doc.low[name.first - 1] != "the" or doc.forms[name.first - 2] != "," or not is_sort(doc[last]):
        return None
    first = _first_word(name, last, floor)
    before = doc[first - 1] if first > name.sentence.span.start else None
    if before is None or before.lower_ not in ("'s", "'", "the", "a", "an", "its") or doc.tags[last] == "NNS":
        return None
    role = _state(name, first, last, by_token)
    owner = by_token.get(first - 2) if before.text in ("'s", "'") else None
    return role if owner is None or owner.kind == "person" else replace(role, affiliation=owner)


def apposed_sort(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give "think tank" of "X, a think tank", "X is a think tank", "X (a think tank)" and "X, which is a think tank"."""
    doc, end, index = name.sentence.words, name.sentence.span.end, name.last + 1
    if index + 1 < end and doc.forms[index] == "(" and doc.low[index + 1] not in ARTICLES:
        index = next((i + 1 for i in range(index, min(end, index + 8)) if doc.forms[i] == ")"), end)
    if index + 2 < end and doc.forms[index] == "," and doc.low[index + 1] == "which":
        index += 2
    if index + 1 >= end:
        return None
    copula = doc.low[index] in ("is", "was", "remains")
    if not (copula or doc.forms[index] in OPENING) or doc.low[index + 1] not in ARTICLES:
        return None
    first = last = index + 2
    while last < end and last - first < LONGEST and doc.forms[last] not in ENDS - {"-", ","}:
        behind = doc[last + 1] if last + 1 < end else None
        if is_sort(doc[last]) and last + 1 in by_token and doc.tags[last] == "NN":
            return None  # "at the Reed Forum, the news agency QPN said": the agency is another
        if is_sort(doc[last]) and (
            behind is None or not (behind.text == "-" or (behind.is_lower and behind.pos_ == "NOUN"))
        ):
            return _state(name, first, last, by_token) if not _subject_of_speech(doc, last + 1, end) else None
        joined = doc.forms[last] == "," and _describes(doc[last - 1]) and last + 1 < end and _describes(doc[last + 1])
        if not (_describes(doc[last]) or joined or doc.forms[last] == "-" or last in by_token):
            return None
        last += 1
    return None


def _subject_of_speech(doc, index: int, end: int) -> bool:  # type: ignore[no-untyped-def]
    """Tell "killed in Syria, the Lebanese group said": the description starts a clause of its own."""
    return index < end and doc.tags[index] in FINITE


def _around(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give "Kurdish militia" of "the Kurdish X militia" and "think tank" of "the X think tank"."""
    doc, end, index = name.sentence.words, name.sentence.span.end, name.last + 1
    last = index
    while (
        last < end
        and last - index < 3
        and not _closing(doc[last])
        and doc[last].is_lower
        and doc.tags[last] in ("NN", "JJ", "NNP")
    ):
        last += 1
    if last >= end or not _closing(doc[last]) or (last + 1 < end and doc.tags[last + 1] in ("NN", "NNS", "NNP")):
        return None
    first = _first_word(name, name.first, max(name.sentence.span.start, name.first - LONGEST))
    if first > name.sentence.span.start and doc.forms[first - 1] in ("'s", "'"):
        first = name.first
    start, stop = name.sentence.span_of(doc[first], doc[last])
    role = f"{doc.said(first, name.first)} {doc.said(index, last + 1)}"
    return Stated(
        role=" ".join(role.split()), affiliation=_state_in(first, name.first, by_token), start=start, end=stop
    )


def _closing(token: Token) -> bool:
    """Tell a sort that may follow a body's own name: "the X militia", but not "the X government"."""
    return token.is_lower and token.tag_ in ("NN", "NNP") and token.lower_ in words("bodies", "closing")


def _related(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give "Affiliated with the Reed Front" of "Affiliated with the Reed Front, X operates ..."."""
    doc, first = name.sentence.words, name.sentence.span.start
    comma = name.first - 1 - (doc.low[name.first - 1] == "the")
    last = comma - 1
    if not first < last < first + LONGEST or doc.forms[comma] != "," or doc.low[first] not in RELATION:
        return None
    if any(doc.forms[i] in ENDS - {"-"} for i in range(first, last + 1)):
        return None
    return _state(name, first, last, by_token)


def _agency(name: Found) -> Stated | None:
    if not in_dateline(name):
        return None
    return Stated(role="news agency", affiliation=None, start=name.start, end=name.end, inferred=True)


def _armed(name: Found) -> Stated | None:
    """Tell an armed group by whom it has: "Reed Front gunmen", "militants from the Reed Front"."""
    doc, start, after = name.sentence.words, name.sentence.span.start, name.last + 1
    if name.kind != "organization" or (name.known is not None and name.known.what != "body"):
        return None
    fighting = words("bodies", "fighting")
    article = name.first - 1 - (doc.low[name.first - 1] == "the")
    if after < name.sentence.span.end and doc.low[after] in fighting and doc[after].is_lower:
        end = name.sentence.span_of(doc[after], doc[after])[1]
        return Stated(role="armed group", affiliation=None, start=name.start, end=end, inferred=True)
    if article > start and doc.low[article] in ("of", "from") and doc.low[article - 1] in fighting:
        first = name.sentence.at(doc[article - 1])
        return Stated(role="armed group", affiliation=None, start=first, end=name.end, inferred=True)
    return None


def _flagged(name: Found) -> Stated | None:
    """Tell a ship by its flag: "the Norland-flagged HARBOUR FORTUNE"."""
    doc, before = name.sentence.words, name.first - 1
    if before < name.sentence.span.start or not doc.low[before].endswith("flagged"):
        return None
    return Stated(role="vessel", affiliation=None, start=name.sentence.at(doc[before]), end=name.end, inferred=True)


def in_dateline(name: Found) -> bool:
    """Tell a news agency by its place in a date line: "VESTBY, May 3 (Harbour Wire) - The port ..."."""
    doc, start, after = name.sentence.words, name.sentence.span.start, name.last + 1
    opening = name.sentence.start == name.sentence.block.start and name.first < name.last
    if not opening or not 0 < name.first - start <= LONGEST:
        return False
    dashed = after + 1 < name.sentence.span.end and doc.forms[after] == ")" and doc.forms[after + 1] in ("-", "–", "—")
    return dashed and doc.forms[name.first - 1] == "(" and doc.forms[start].isupper()


def _state_in(first: int, stop: int, by_token: Mapping[int, Found]) -> Found | None:
    inside = (by_token[i] for i in range(first, stop) if i in by_token)
    return next((f for f in inside if f.known is not None and f.known.what in ("adjective", "state")), None)


def _state(name: Found, first: int, last: int, by_token: Mapping[int, Found]) -> Stated:
    doc = name.sentence.words
    start, end = name.sentence.span_of(doc[first], doc[last])
    role = " ".join(doc.said(first, last + 1).split())
    return Stated(role=role, affiliation=_state_in(first, last + 1, by_token), start=start, end=end)
