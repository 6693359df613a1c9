"""Read the role and affiliation that the words around a person's name state.

Before the name ("Russian Deputy Foreign Minister Mikhail Bogdanov", "Hamas' chief, Khaled Meshaal"), behind it ("Moussa
Abu Marzouk, a senior Hamas official", "Jane Doe is a researcher at ...", "Riad Hijab, who heads ...") or for a whole list
("leaders such as Joe Biden and Rishi Sunak"). Spans are found by the words themselves, not by the parser's appositions,
which come out right in less than half of the cases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.knowledge.world import words
from briefgen.names import fold
from briefgen.reading.finding import Found
from briefgen.reading.role_lists import is_sort, listed_role
from briefgen.reading.role_words import (
    BREAKERS,
    FINITE,
    LEADING,
    LED,
    LONGEST,
    OPENERS,
    SMALL,
    STARTERS,
    STOPS,
    WORKING,
    Stated,
    is_head,
    is_mere_address,
    is_time,
    state_role,
    weight_of_role,
)
from briefgen.reading.roles_before import DASHES, rank_before, role_before

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Stated", "is_mere_address", "stated_roles", "weight_of_role"]

SERVING = frozenset("serves served works worked serving working".split())
ALSO_CALLED = re.compile(r"\balso (?:calls?|called|known as|named|dubbed|tracks?|tracked)(?: as)?(?: the)?$")
NAMING = frozenset(
    """name names named appoint appoints appointed designate designates designated elect elects elected nominate nominates
nominated choose chooses chose chosen pick picks picked install installs installed
sworn reappointed re-elected reelected confirmed promoted""".split()
)


def stated_roles(name: Found, by_token: Mapping[int, Found]) -> list[Stated]:
    """Give the roles stated for a person next to the name, the telling ones first.

    `by_token` maps token indices to the sentence's names.
    """
    found = [
        role_before(name, by_token),
        rank_before(name, by_token),
        _behind(name, by_token),
        _led_body(name, by_token),
        _named_to(name, by_token),
        listed_role(name, by_token, "person"),
        _of_body(name, by_token),
    ]
    return sorted((role for role in found if role is not None), key=lambda r: is_mere_address(r.role))


def _skip_asides(name: Found, by_token: Mapping[int, Found]) -> int:
    """Give the token behind a name and its asides: "(R)", an age, "of Maryland"."""
    doc, end, index = name.sentence.span.doc, name.sentence.span.end, name.last + 1
    while index < end:
        closing = next((i for i in range(index, min(end, index + 6)) if doc[i].text == ")"), None)
        other = by_token.get(index + 1)
        if doc[index].text == "(" and closing is not None:
            index = closing + 1
        elif doc[index].text == '"' or (doc[index].like_num and doc[index].text != "one"):
            index += 1
        elif doc[index].lower_ == "of" and other is not None and other.kind != "person":
            index = other.last + 1
        else:
            break
    return index


def _behind(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role behind a name: ", a senior official", "is a researcher", ", who serves as minister"."""
    doc, end = name.sentence.span.doc, name.sentence.span.end
    index = _skip_asides(name, by_token)
    if index + 1 >= end:
        return None
    comma = doc[index].text == "," or doc[index].text in DASHES
    index += comma
    aged = comma and index + 1 < end and doc[index].like_num and doc[index + 1].text == ","
    index += 2 * aged  # "Stanin, 55, was ..."
    relative = comma and index < end and doc[index].lower_ == "who"
    index += relative
    # behind a mere comma a verb has another subject: "the brother of the late commander, X, was one of ..."
    verb = _verb_of_being(doc, index, end) if aged or relative or not comma else None
    if verb is None and (not comma or relative) and not _shares_verb(name, index):
        return None
    index = index if verb is None else verb
    if index >= end or doc[index].lower_ in ("and", "or", "but", "as", "while"):
        return None
    if comma and doc[index : index + 3].text.casefold() == "in the chair":
        start, stop = name.sentence.span_of(doc[index], doc[index + 2])
        return Stated(role=doc[index : index + 3].text, affiliation=None, start=start, end=stop)
    role = _role_from(name, index, by_token)
    bare = comma and verb is None and doc[index].is_lower and doc[index].lower_ not in STARTERS
    if role is not None and bare and _opens_clause(name, index, role):
        return None  # "According to Renn, insurers have begun ..."
    return _with_body(name, role, by_token) if role is not None and comma else role


def _with_body(name: Found, role: Stated, by_token: Mapping[int, Found]) -> Stated:
    """Give a title with the body on its other side: "Ada Renn, Senior Fellow, Harbour Institute"."""
    doc, index, end = name.sentence.span.doc, name.last + 1, name.sentence.span.end
    while index < end and name.sentence.at(doc[index]) < role.end:
        index += 1
    titled = role.affiliation is None and role.role[:1].isupper() and index + 1 < end and doc[index].text == ","
    body = by_token.get(index + 1) if titled else None
    if body is None or body.kind != "organization" or (body.last + 1 < end and doc[body.last + 1].text not in STOPS):
        return role
    return replace(role, affiliation=body)


def _opens_clause(name: Found, first: int, role: Stated) -> bool:
    """Tell a bare plural, or a bare noun with a verb behind it, which is the subject of a clause and no role."""
    doc, index = name.sentence.span.doc, first
    while index + 1 < name.sentence.span.end and name.sentence.at(doc[index + 1]) < role.end:
        index += 1
    head = next((i for i in range(first, index + 1) if is_head(doc[i])), first)
    behind = doc[index + 1] if index + 1 < name.sentence.span.end else None
    return doc[head].tag_ == "NNS" or (behind is not None and behind.tag_ in FINITE and behind.lower_ != "think")


def _shares_verb(name: Found, index: int) -> bool:
    """Tell the second of "A is a senior researcher and B a research officer"."""
    doc, start = name.sentence.span.doc, name.sentence.span.start
    linked = name.first - 1 > start and doc[name.first - 1].lower_ in ("and", ",", ";")
    return (
        linked
        and doc[index].lower_ in ("a", "an", "the", "its", "their")
        and any(doc[i].lower_ in ("is", "was") for i in range(start, name.first))
    )


def _verb_of_being(doc: Doc, index: int, end: int) -> int | None:
    """Give the token behind "is a", "became the", "serves as", "has been a", or None where no such verb stands."""
    if index + 1 >= end:
        return None
    if doc[index].lower_ in SERVING and doc[index + 1].lower_ == "as":
        return index + 2
    if doc[index].lower_ in ("has", "had") and doc[index + 1].lower_ == "been":
        index += 1
    elif doc[index].lower_ not in ("is", "was", "became", "remains"):
        return None
    following = index + 1
    if following < end and doc[following].lower_ in ("now", "currently", "also"):
        following += 1
    if following >= end:
        return None
    if doc[following].lower_ in ("a", "an", "the", "one", "its", "their") or is_head(doc[following]):
        return following
    head = next((i for i in range(following, min(end, following + 4)) if is_head(doc[i])), None)
    narrowed = head is not None and all(
        doc[i].tag_[:2] in ("NN", "JJ") or doc[i].lower_ in words("titles", "inside") for i in range(following, head)
    )
    return following if narrowed else None  # "is contributing editor", "is senior researcher"


def _role_from(name: Found, index: int, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role that starts at or soon behind a token and goes to the end of its phrase."""
    doc, end = name.sentence.span.doc, name.sentence.span.end
    first = index
    while first < end and doc[first].lower_ in STARTERS:
        first += 1
    first -= first > index and doc[first - 1].lower_ in ("former", "then")
    last, head = first, None
    while last < end and last - first < LONGEST:
        token, other = doc[last], by_token.get(last)
        if token.text == "(" and last + 3 < end and doc[last + 2].text == ")" and head is None:
            last += 3  # "is a Reed Front (RF) commander"
            continue
        if token.text in STOPS or token.lower_ in BREAKERS or (other is not None and other.kind == "person"):
            break
        if head is not None and (token.tag_ in FINITE or _tells_when(doc, last, end)):
            break
        if head is None and is_head(token):
            head = last
        last += 1
    another = last < end and last in by_token and by_token[last].kind == "person" and doc[last - 1].lower_ != "and"
    if head is None or head - first > 7 or another:
        return None  # "Ada Renn, Secretary of State John Kell and others": the office is the next one's
    # "a senior Hamas official", "the Russian deputy foreign minister", "Acting Under Secretary for ..."
    if any(
        doc[i].tag_ in (*FINITE, "IN", "CC") and doc[i].lower_ not in ("of", "and", "for", "until") and doc[i].is_lower
        for i in range(first, head)
    ):
        return None
    while doc[last - 1].lower_ in SMALL and last - 1 > head:
        last -= 1
    return state_role(name, first, last - 1, by_token)


def _tells_when(doc: Doc, index: int, end: int) -> bool:
    """Tell "in 2021", "from March", "since last year" behind an office: no part of it."""
    if doc[index].lower_ not in ("in", "from", "since", "until", "between", "on", "during") or index + 1 >= end:
        return False
    return is_time(doc[index + 1]) or bool(re.fullmatch(r"(?:19|20)\d\d", doc[index + 1].text))


def _led_body(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role that a verb of leading tells: "X, who heads the council", "X serves on the Reed Council"."""
    doc, end = name.sentence.span.doc, name.sentence.span.end
    index = _skip_asides(name, by_token)
    relative = index + 1 < end and doc[index].text == "," and doc[index + 1].lower_ == "who"
    first = index + 2 if relative else index
    if first + 2 >= end:
        return None
    word, board = doc[first].lower_, doc[first].lower_ in ("serves", "sits") and doc[first + 1].lower_ == "on"
    working = relative and word in WORKING
    if not board and not working and word not in (LEADING | LED if relative else LEADING):
        return None
    if not working and doc[first + 1 + board].lower_ not in OPENERS and first + 1 + board not in by_token:
        return None
    last = first + 1 + board
    while last + 1 < end and last - first < LONGEST and _goes_on(doc, last + 1, by_token, at=relative):
        last += 1
    apposed = by_token.get(last + 3)
    if board and apposed is not None and doc[last + 1].text == "," and doc[last + 2].lower_ == "the":
        last = apposed.last  # "serves on the group's highest body, the Reed Council"
    of_body = any(
        is_sort(doc[i]) or (i in by_token and by_token[i].kind == "organization") for i in range(first, last + 1)
    )
    if not of_body and not working and (word in LED or not relative):
        return None  # "leads the race", "who led the talks": no office
    return state_role(name, first, last, by_token)


def _goes_on(doc: Doc, index: int, by_token: Mapping[int, Found], *, at: bool = False) -> bool:
    """Tell whether a token still belongs to the object of a verb of leading; `at`: so does the place of work."""
    token = doc[index]
    return index in by_token or (
        token.text not in STOPS
        and (token.tag_ not in (*FINITE, "CC", "VBG", "RB") or doc[index - 1].lower_ == "of")
        and (token.tag_ != "IN" or token.lower_ in ("of", "for") or (at and token.lower_ in ("at", "in")))
        and token.lower_ not in BREAKERS
        and not is_time(token)
    )


def _named_to(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role somebody is put in: "designated X as its next chairman", "X was elected president"."""
    doc, end, start = name.sentence.span.doc, name.sentence.span.end, name.sentence.span.start
    index = name.last + 1
    relative = index + 2 < end and doc[index].text == "," and doc[index + 1].lower_ == "who"
    passive = _put_in(doc, index + 2 * relative, end)
    if passive is None and not any(doc[i].lower_ in NAMING for i in range(max(start, name.first - 3), name.first)):
        return None
    index = index if passive is None else passive
    index += index < end and doc[index].lower_ in ("as", "to", "be")
    if index >= end or doc[index].text in STOPS:
        return None
    return _role_from(name, index, by_token)


def _put_in(doc: Doc, index: int, end: int) -> int | None:
    """Give the token behind "was elected", "has been sworn in", "took over", "took office", None where no such verb stands."""
    if index + 2 >= end:
        return None
    if doc[index].lower_ in ("took", "takes") and doc[index + 1].lower_ in ("office", "over"):
        return index + 2 if doc[index + 2].lower_ == "as" else None
    index += doc[index].lower_ in ("has", "had")
    if doc[index].lower_ not in ("was", "is", "been") or doc[index + 1].lower_ not in NAMING:
        return None
    return index + 2 + (doc[index + 2].lower_ == "in")


def _of_body(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the affiliation of "X of the Reed Council" and "X (Reed Council)"; whom a body of research names is an expert."""
    doc, end, index = name.sentence.span.doc, name.sentence.span.end, name.last + 1
    owner = by_token.get(name.first - 2) if doc[max(0, name.first - 1)].text in ("'s", "'") else None
    if owner is not None and (
        owner.kind == "organization" or (owner.known is not None and owner.known.what == "state")
    ):
        return _belonging(owner)  # "Norland's Ada Renn"
    if index + 1 >= end or doc[index].lower_ not in ("of", "from", "at", "(", ","):
        return None
    joint = doc[index].lower_
    index += 1 + (doc[index + 1].lower_ == "the")
    body = by_token.get(index)
    if body is not None and joint == "of" and body.known is not None and body.known.what == "state":
        return _belonging(body)
    if body is None or body.kind != "organization" or body.first != index:
        return None
    after = doc[body.last + 1] if body.last + 1 < end else None
    if joint in ("(", ",") and after is not None and after.text not in STOPS:
        return None  # "with Ada Renn, the Reed Council said"
    if joint == "," and not _of_research(body):
        return None  # a list: "Ada Renn, Hamas, and others"
    return _belonging(body)


def _of_research(body: Found) -> bool:
    return bool(set(fold(body.text).split()) & words("titles", "research"))


def _belonging(body: Found) -> Stated:
    """Give the mere affiliation to a body or state; whoever speaks for a body of research is an expert."""
    role = "expert" if body.kind == "organization" and _of_research(body) else ""
    return Stated(role=role, affiliation=body, start=body.start, end=body.end, inferred=True)
