"""Read the role and affiliation that the words around a person's name state.

Before the name ("Russian Deputy Foreign Minister Mikhail Bogdanov", "Hamas' chief, Khaled Meshaal"), behind it ("Moussa
Abu Marzouk, a senior Hamas official", "Jane Doe is a researcher at ...", "Riad Hijab, who heads ...") or for a whole list
("leaders such as Joe Biden and Rishi Sunak"). Spans are found by the words themselves, not by the parser's appositions,
which come out right in less than half of the cases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefgen.reading.finding import Found
from briefgen.reading.role_lists import is_sort, listed_role
from briefgen.reading.role_words import (
    FINITE,
    LONGEST,
    OPENERS,
    SMALL,
    STARTERS,
    Stated,
    inside,
    is_head,
    is_mere_address,
    is_rank,
    is_time,
    state_role,
    weight_of_role,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Stated", "is_mere_address", "stated_roles", "weight_of_role"]

DASHES = frozenset({"-", "–", "—"})
STOPS = frozenset({",", ".", ";", ":", "(", ")", '"', "–", "—"})
BREAKERS = frozenset({"who", "which", "said", "that", "told", "whose", "where", "when", "while", "but"})
LEADING = frozenset("heads leads chairs commands directs runs governs rules oversees presides".split())
LED = frozenset("headed led chaired commanded directed ran governed ruled oversaw".split())
SERVING = frozenset("serves served works worked serving working".split())
ALSO_CALLED = re.compile(r"\balso (?:calls?|called|known as|named|dubbed|tracks?|tracked)(?: as)?(?: the)?$")
NAMING = frozenset(
    """name names named appoint appoints appointed designate designates designated elect elects elected nominate nominates
nominated choose chooses chose chosen pick picks picked install installs installed""".split()
)


def stated_roles(name: Found, by_token: Mapping[int, Found]) -> list[Stated]:
    """Give the roles stated for a person next to the name, the telling ones first.

    `by_token` maps token indices to the sentence's names.
    """
    found = [
        _before(name, by_token),
        _behind(name, by_token),
        _led_body(name, by_token),
        _named_to(name, by_token),
        listed_role(name, by_token, "person"),
    ]
    return sorted((role for role in found if role is not None), key=lambda r: is_mere_address(r.role))


def _before(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role before a name: "Foreign Minister X", "the group's spokesman, X", "(the minister) X"."""
    doc, floor = name.sentence.span.doc, max(name.sentence.span.start, name.first - LONGEST)
    last = name.first - 1
    if last < floor:
        return None
    if doc[last].tag_ == "NNS" and doc[last].is_lower:
        return None  # "officials X and Y": said of each name in the list
    if doc[last].text == ")":
        return _bracketed(name, by_token, floor)
    if doc[last].text == ",":
        return _comma_role(name, last - 1, floor, by_token)
    first = _walk_left(doc, last, floor, by_token, name.sentence.span.start)
    if first is None or not (doc[last].tag_[:1] == "N" or is_head(doc[last]) or is_rank(doc[last].text)):
        return None
    role = state_role(name, first, last, by_token)
    if is_rank(role.role) and first - 1 > floor and doc[first - 1].text == ",":
        # "the Commander of the Defence Forces, General Rein Tamm": the office tells more than the rank
        return _comma_role(name, first - 2, floor, by_token) or role
    return role


def _bracketed(name: Found, by_token: Mapping[int, Found], floor: int) -> Stated | None:
    """Give a role that an editor put in before a name: "with (Russian Foreign Minister) Sergei Lavrov"."""
    doc, last = name.sentence.span.doc, name.first - 2
    opening = next((i for i in range(last, floor - 1, -1) if doc[i].text == "("), None)
    if opening is None or not is_head(doc[last]):
        return None
    return state_role(name, opening + 1, last, by_token)


def _walk_left(doc: Doc, last: int, floor: int, by_token: Mapping[int, Found], start: int) -> int | None:
    """Give the first token of the role that ends at `last`, None where no word there heads a role."""
    index, first, headed = last, None, False
    while index >= floor:
        token, other = doc[index], by_token.get(index)
        if other is not None and other.kind == "person":
            break
        if token.text in DASHES and doc[index - 1].whitespace_:
            break  # a date line: "JEDDAH - Saudi Foreign Minister ..."
        if other is None and not inside(token) and not (headed and _qualifies(doc, index, start)):
            break  # a strange capital belongs to a role only left of its head: "FDD Fellow X", not "officials Y and X"
        headed = headed or is_head(token)
        first, index = index, index - 1
    if first is None or not headed:
        return None
    for place in range(first, last + 1):
        if doc[place].tag_ in ("IN", "TO", "CC") and not any(is_head(doc[i]) for i in range(first, place)):
            first = place + 1  # "the future of Syrian President X": what stands before "of" heads no role
    while first <= last and doc[first].lower_ in SMALL - {"former", "then"}:
        first += 1
    return first if any(is_head(doc[i]) for i in range(first, last + 1)) else None


def _qualifies(doc: Doc, index: int, start: int) -> bool:
    """Tell a word that narrows the role to its right: "FDD Fellow", "harbour master", "world champion"."""
    token = doc[index]
    if not token.is_alpha or is_time(token):
        return False
    if token.text[:1].isupper() and (index > start or token.tag_ not in ("NN", "JJ")):
        return index > start
    return doc[index + 1].is_lower and token.tag_ in ("NN", "JJ")


def _comma_role(name: Found, last: int, floor: int, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role of "the head of the ports authority, X" and "Iran's envoy, X"; a mere list gives none.

    It opens with an article or a possessor, holds no verb and no other person.
    """
    doc, after = name.sentence.span.doc, name.last + 1
    if after < name.sentence.span.end and doc[after].tag_ in FINITE:
        return None  # the comma ends a clause: "in control of the talks, Renn hopes ..."
    index = last
    while index >= floor:
        token, other = doc[index], by_token.get(index)
        possessor = token.text in ("'s", "'")
        if (
            other is not None
            and other.kind == "person"
            and not (index < last and doc[other.last + 1].text in ("'s", "'"))
        ) or (token.text in STOPS or token.tag_ in FINITE or token.lower_ in BREAKERS):
            break
        if token.lower_ in OPENERS or (possessor and by_token.get(index - 1) is not None):
            first = index + 1
            head = next((i for i in range(first, last + 1) if is_head(doc[i]) and _ends_phrase(doc, i, last)), None)
            if head is not None and head - first <= 5:
                owner = by_token.get(index - 1) if possessor else None
                acting = owner is not None and (owner.kind == "organization" or owner.known is not None)
                return state_role(name, owner.first if owner is not None and acting else first, last, by_token)
            if token.lower_ in ("the", "a", "an") and head is not None:
                break
        index -= 1
    start = _walk_left(doc, last, floor, by_token, name.sentence.span.start)
    if start is None or not is_head(doc[last]) or (doc[last].tag_ == "NNS" and doc[last].text.endswith("s")):
        return None
    return state_role(name, start, last, by_token)


def _ends_phrase(doc: Doc, head: int, last: int) -> bool:
    """Tell whether a noun phrase ends at its head: "secretary of", "head, X"; not "hostage negotiations"."""
    return head == last or doc[head + 1].lower_ in ("of", "for", "to", "at", "in", "on", "and", "from", "with")


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
    if verb is None and (not comma or relative):
        return None
    index = index if verb is None else verb
    if index >= end or doc[index].lower_ in ("and", "or", "but", "as", "while"):
        return None
    return _role_from(name, index, by_token)


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
    if following < end and (
        doc[following].lower_ in ("a", "an", "the", "one", "its", "their") or is_head(doc[following])
    ):
        return following
    return None


def _role_from(name: Found, index: int, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role that starts at or soon behind a token and goes to the end of its phrase."""
    doc, end = name.sentence.span.doc, name.sentence.span.end
    first = index
    while first < end and doc[first].lower_ in STARTERS:
        first += 1
    last, head = first, None
    while last < end and last - first < LONGEST:
        token, other = doc[last], by_token.get(last)
        if token.text == "(" and last + 3 < end and doc[last + 2].text == ")" and head is None:
            last += 3  # "is a Reed Front (RF) commander"
            continue
        if token.text in STOPS or token.lower_ in BREAKERS or (other is not None and other.kind == "person"):
            break
        if token.tag_ in FINITE and head is not None:
            break
        if head is None and is_head(token):
            head = last
        last += 1
    if head is None or head - first > 7 or (last < end and last in by_token and by_token[last].kind == "person"):
        return None  # "Ada Renn, Secretary of State John Kell and others": the office is the next one's
    # "a senior Hamas official", "the Russian deputy foreign minister", "Acting Under Secretary for ..."
    if any(
        doc[i].tag_ in (*FINITE, "IN", "CC") and doc[i].lower_ not in ("of", "and", "for") and doc[i].is_lower
        for i in range(first, head)
    ):
        return None
    while doc[last - 1].lower_ in SMALL and last - 1 > head:
        last -= 1
    return state_role(name, first, last - 1, by_token)


def _led_body(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role that a verb of leading tells: "X, who heads the council", "X serves on the Reed Council"."""
    doc, end = name.sentence.span.doc, name.sentence.span.end
    index = _skip_asides(name, by_token)
    relative = index + 1 < end and doc[index].text == "," and doc[index + 1].lower_ == "who"
    first = index + 2 if relative else index
    if first + 2 >= end:
        return None
    word, board = doc[first].lower_, doc[first].lower_ in ("serves", "sits") and doc[first + 1].lower_ == "on"
    if not board and word not in (LEADING | LED if relative else LEADING):
        return None
    if doc[first + 1 + board].lower_ not in OPENERS and first + 1 + board not in by_token:
        return None
    last = first + 1 + board
    while last + 1 < end and last - first < LONGEST and _goes_on(doc, last + 1, by_token):
        last += 1
    apposed = by_token.get(last + 3)
    if board and apposed is not None and doc[last + 1].text == "," and doc[last + 2].lower_ == "the":
        last = apposed.last  # "serves on the group's highest body, the Reed Council"
    of_body = any(
        is_sort(doc[i]) or (i in by_token and by_token[i].kind == "organization") for i in range(first, last + 1)
    )
    if not of_body and (word in LED or not relative):
        return None  # "leads the race", "who led the talks": no office
    return state_role(name, first, last, by_token)


def _goes_on(doc: Doc, index: int, by_token: Mapping[int, Found]) -> bool:
    """Tell whether a token still belongs to the object of a verb of leading."""
    token = doc[index]
    return index in by_token or (
        token.text not in STOPS
        and token.tag_ not in (*FINITE, "CC", "VBG", "RB")
        and (token.tag_ != "IN" or token.lower_ in ("of", "for"))
        and token.lower_ not in BREAKERS
        and not is_time(token)
    )


def _named_to(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role somebody is put in: "designated X as its next chairman", "X was elected president"."""
    doc, end, start = name.sentence.span.doc, name.sentence.span.end, name.sentence.span.start
    index = name.last + 1
    passive = index + 2 < end and doc[index].lower_ in ("was", "is", "been") and doc[index + 1].lower_ in NAMING
    index += 2 if passive else 0
    if not passive and not any(doc[i].lower_ in NAMING for i in range(max(start, name.first - 3), name.first)):
        return None
    index += index < end and doc[index].lower_ in ("as", "to", "be")
    if index >= end or doc[index].text in STOPS:
        return None
    return _role_from(name, index, by_token)
