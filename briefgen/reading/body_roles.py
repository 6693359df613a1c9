"""Read what the words around a body's name say it is: "the rebel group X", "X, a think tank in Y", "X is a charity"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.finding import Found
from briefgen.reading.roles import Stated

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 9
ENDS = frozenset({",", ".", ";", ":", "(", ")", '"', "–", "—", "-"})


def stated_body_role(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give what a body is said to be next to its name, or None. `by_token` as in `stated_role`."""
    return _before(name, by_token) or _behind(name, by_token)


def _is_sort(token: Token) -> bool:
    """Tell whether a word is a sort of body: group, militia, newspaper."""
    low = token.lower_
    sorts = words("bodies", "sorts")
    return token.is_lower and (low in sorts or (low.endswith("s") and low[:-1] in sorts))


def _describes(token: Token) -> bool:
    known = gazetteer().get(fold(token.text))
    of_a_state = known is not None and known.what in ("adjective", "state")
    plain = token.is_lower and token.pos_ in ("ADJ", "NOUN", "PROPN", "NUM") and token.is_alpha
    return of_a_state or plain or bool(re.fullmatch(r"[\w.]+-[a-z]+", token.text))


def _before(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    doc, floor = name.sentence.span.doc, max(name.sentence.span.start, name.first - LONGEST)
    last = name.first - 1
    if last < floor or not _is_sort(doc[last]):
        return None
    first = last
    while first - 1 >= floor and (_describes(doc[first - 1]) or doc[first - 1].text == "-"):
        first -= 1
    return _state(name, first, last, by_token)


def _behind(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    doc, end, index = name.sentence.span.doc, name.sentence.span.end, name.last + 1
    if index < end and doc[index].text == "(":
        index = next((i + 1 for i in range(index, min(end, index + 8)) if doc[i].text == ")"), end)
    if index + 1 >= end:
        return None
    copula = doc[index].lower_ in ("is", "was")
    if not (copula or doc[index].text == ",") or doc[index + 1].lower_ not in ("a", "an", "the", "one"):
        return None
    first = last = index + 2
    while last < end and last - first < LONGEST and doc[last].text not in ENDS - {"-"}:
        if _is_sort(doc[last]) and (last + 1 >= end or not doc[last + 1].is_lower or doc[last + 1].pos_ != "NOUN"):
            return _state(name, first, last, by_token)
        if not (_describes(doc[last]) or doc[last].text == "-" or last in by_token):
            return None
        last += 1
    return None


def _state(name: Found, first: int, last: int, by_token: Mapping[int, Found]) -> Stated:
    doc = name.sentence.span.doc
    start, end = name.sentence.span_of(doc[first], doc[last])
    states = [by_token[i] for i in range(first, last + 1) if i in by_token]
    state = next((f for f in states if f.known is not None and f.known.what in ("adjective", "state")), None)
    role = doc[first : last + 1].text
    return Stated(role=" ".join(role.split()), affiliation=state, start=start, end=end)
