"""Read the phrases that roles are told in: to the right of a place, behind a verb of leading, behind "as", in brackets.

"a senior Hamas official who ...", ", who heads the council", "As mayor of Vestby, X", "X, speaking as chair", "X (head of the
mission)".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from briefgen.knowledge.world import is_group_noun, words
from briefgen.reading.finding import Found
from briefgen.reading.marks import Words
from briefgen.reading.role_lists import is_sort, singular
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
    inside,
    is_head,
    is_time,
    state_role,
)

CAPACITY = frozenset("speaking acting writing serving capacity role position function quality job office".split())
"""Words before "as" that lead to an office: "speaking as chair", "in his capacity as rapporteur"."""

BIRTH = frozenset({"dob", "born", "b", "née", "aged", "age"})
LONGEST_BIRTH = 9
"""Tokens of when and where somebody was born: ", born in Vestby in 1979,"."""
QUOTES = frozenset({'"', "“", "”"})


def skip_asides(name: Found, by_token: Mapping[int, Found]) -> int:
    """Give the token behind a name and its asides: "(R)", an age, "of Maryland"."""
    doc, end, index = name.sentence.words, name.sentence.span.end, name.last + 1
    while index < end:
        closing = next((i for i in range(index, min(end, index + 6)) if doc.forms[i] == ")"), None)
        other = by_token.get(index + 1)
        if doc.forms[index] == "(" and closing is not None:
            index = closing + 1
        elif (born := _over_birth(name, index)) is not None:
            index = born
        elif doc.forms[index] == '"' or (doc[index].like_num and doc.forms[index] != "one"):
            index += 1
        elif doc.low[index] == "of" and other is not None and other.kind != "person":
            index = other.last + 1
        else:
            break
    return index


def _over_birth(name: Found, index: int) -> int | None:
    """Give the comma behind a date of birth: ", DOB 5 June 1960 |,", ", born in 1962 |,"; None where none stands."""
    doc, end = name.sentence.words, name.sentence.span.end
    if index + 2 >= end or doc.forms[index] != "," or doc.low[index + 1].strip(".") not in BIRTH:
        return None
    closing = next((i for i in range(index + 2, min(end, index + LONGEST_BIRTH)) if doc.forms[i] == ","), None)
    return closing if closing is not None and any(t.like_num for t in doc[index + 2 : closing]) else None


def role_from(name: Found, index: int, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role that starts at or soon behind a token and goes to the end of its phrase."""
    doc, end = name.sentence.words, name.sentence.span.end
    quoted = _quoted_office(name, index, by_token)
    if quoted is not None:
        return quoted
    first = index
    while first < end and doc.low[first] in STARTERS:
        first += 1
    first -= first > index and doc.low[first - 1] in ("former", "then")
    one_of = first > index and first + 1 < end and doc.low[first - 1] == "one" and doc.low[first] == "of"
    first += one_of + (one_of and doc.low[first + 1] in OPENERS)
    if first < end and doc.low[first] in ("of", "from", "at"):
        return None  # "Ada Renn, of the Colegio Mayor": a body is no office
    if first < end and doc.tags[first] == "VBG" and doc[first].dep_ in ("acl", "advcl") and not inside(doc[first]):
        return None  # "Ada Renn, quoting General Vell"
    head, last = _head_and_end(name, first, by_token)
    another = last < end and last in by_token and by_token[last].kind == "person" and doc.low[last - 1] != "and"
    if head is None or head - first > 7 or another:
        return None  # "Ada Renn, Secretary of State John Kell and others": the office is the next one's
    # "a senior Hamas official", "the Russian deputy foreign minister", "Acting Under Secretary for ..."
    if any(
        doc.tags[i] in (*FINITE, "IN", "CC")
        and doc.low[i] not in ("of", "and", "for", "until")
        and doc[i].is_lower
        and doc.forms[i + 1] != "-"  # "under-secretary"
        for i in range(first, head)
    ):
        return None
    while doc.low[last - 1] in SMALL and last - 1 > head:
        last -= 1
    role = state_role(name, first, last - 1, by_token)
    return replace(role, role=role.role.replace(doc.forms[head], singular(doc.forms[head]), 1)) if one_of else role


def _head_and_end(name: Found, first: int, by_token: Mapping[int, Found]) -> tuple[int | None, int]:
    """Give the first word from a token on that heads a role, if any, and the token behind its phrase."""
    doc, end = name.sentence.words, name.sentence.span.end
    last, head = first, None
    while last < end and last - first < LONGEST:
        token, other = doc[last], by_token.get(last)
        if token.text == "(" and last + 3 < end and doc.forms[last + 2] == ")" and head is None:
            last += 3  # "is a Reed Front (RF) commander"
            continue
        if token.text in STOPS or token.lower_ in BREAKERS or (other is not None and other.kind == "person"):
            break
        if head is not None and (token.tag_ in FINITE or _tells_when(doc, last, end) or _opens_another(doc, last, end)):
            break
        if head is None and is_head(token):
            head = last
        last += 1
    return head, last


def _opens_another(doc: Words, index: int, end: int) -> bool:
    """Tell "and a former mayor", "and now" behind an office: another one, said of the same person."""
    return (
        doc.low[index] == "and"
        and index + 1 < end
        and doc.low[index + 1] in ("a", "an", "former", "formerly", "now", "one")
    )


def _quoted_office(name: Found, index: int, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the office that a writer puts in quotation marks: 'the so-called Reed "Minister of Ports," has'."""
    doc, end = name.sentence.words, name.sentence.span.end
    opening = index
    while (
        opening < end
        and opening - index < 6
        and doc.forms[opening] not in STOPS
        and doc.tags[opening] not in (*FINITE, "IN")
    ):
        opening += 1
    if opening >= end or doc.forms[opening] not in QUOTES:
        return None
    closing = next((i for i in range(opening + 2, min(end, opening + 9)) if doc.forms[i] in QUOTES), None)
    if closing is None or not any(is_head(doc[i]) for i in range(opening + 1, closing)):
        return None
    last = closing - 1 - (doc.forms[closing - 1] == ",")
    if any(doc.forms[i] in STOPS or doc.tags[i] in FINITE for i in range(opening + 1, last + 1)):
        return None
    return state_role(name, opening + 1, last, by_token)


def _tells_when(doc: Words, index: int, end: int) -> bool:
    """Tell "in 2021", "from March", "since last year" behind an office: no part of it."""
    if doc.low[index] not in ("in", "from", "since", "until", "between", "on", "during") or index + 1 >= end:
        return False
    return is_time(doc[index + 1]) or bool(re.fullmatch(r"(?:19|20)\d\d", doc.forms[index + 1]))


def led_body(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role that a verb of leading tells: "X, who heads the council", "who has led it since 2014", "X serves on it"."""
    doc, end = name.sentence.words, name.sentence.span.end
    index = skip_asides(name, by_token)
    relative = index + 1 < end and doc.forms[index] == "," and doc.low[index + 1] == "who"
    opening = index + 2 if relative else index
    first = _over_auxiliaries(doc, opening, end) if relative else opening
    if first + 2 >= end:
        return None
    word, board = doc.low[first], doc.low[first] in ("serves", "sits") and doc.low[first + 1] == "on"
    working = relative and (word in WORKING or (first > opening and word in WORKED))
    working = working or (relative and _works_at(doc, first, by_token))
    led = word in LED or (first > opening and word in PARTICIPLES)
    if not board and not working and word not in LEADING and not (relative and led):
        return None
    if not working and doc.low[first + 1 + board] not in OPENERS and first + 1 + board not in by_token:
        return None
    last = first + 1 + board
    while last + 1 < end and last - first < LONGEST and _goes_on(doc, last + 1, by_token, at=relative):
        last += 1
    while last > first and doc.low[last] in SMALL:
        last -= 1
    apposed = by_token.get(last + 3)
    if board and apposed is not None and doc.forms[last + 1] == "," and doc.low[last + 2] == "the":
        last = apposed.last  # "serves on the group's highest body, the Reed Council"
    of_body = any(
        is_sort(doc[i]) or is_group_noun(doc.forms[i]) or (i in by_token and by_token[i].kind == "organization")
        for i in range(first, last + 1)
    )
    if not of_body and not working and (led or not relative):
        return None  # "leads the race", "who led the talks": no office
    return state_role(name, opening, last, by_token)


def _works_at(doc: Words, verb: int, by_token: Mapping[int, Found]) -> bool:
    """Tell a clause on what somebody does at a body: "who counts ships for the Reed Institute"; "who says" tells none."""
    spoken = doc[verb].lemma_ in words("saying", "clause", "thought", "stance")
    if doc.tags[verb] != "VBZ" or spoken or doc[verb].lemma_ in IDLE:
        return False
    last = verb
    while last + 1 < len(doc) and last - verb < LONGEST and _goes_on(doc, last + 1, by_token, at=True):
        last += 1
        body, before = by_token.get(last), last - 1 - (doc.low[last - 1] == "the")
        if body is not None and body.kind == "organization" and body.first == last:
            return doc.low[before] in ("at", "for")
    return False


IDLE = frozenset("be have do want vote run look wait call push press hope".split())
"""Verbs that tell no work, whatever body stands behind "for" or "at"."""
PARTICIPLES = frozenset(
    "led headed chaired commanded directed run governed ruled overseen lead head chair command".split()
)
"""Verbs of leading behind "has", "had" and "used to"."""
WORKED = frozenset({"studied", "researched"})
"""What somebody has done for long is a calling; "studied" alone tells where somebody went to school."""


def _over_auxiliaries(doc: Words, index: int, end: int) -> int:
    """Give the verb behind "has", "had", "once", "long", "used to"."""
    while index < end and doc.low[index] in AUXILIARIES:
        index += 1
    return index


AUXILIARIES = frozenset("has have had once long now then currently also still used to".split())


def _goes_on(doc: Words, index: int, by_token: Mapping[int, Found], *, at: bool = False) -> bool:
    """Tell whether a token still belongs to the object of a verb of leading; `at`: so does the place of work."""
    token = doc[index]
    return index in by_token or (
        token.text not in STOPS
        and (token.tag_ not in (*FINITE, "CC", "VBG", "RB") or doc.low[index - 1] == "of")
        and (token.tag_ != "IN" or token.lower_ in ("of", "for") or (at and token.lower_ in ("at", "in")))
        and token.lower_ not in BREAKERS
        and not is_time(token)
        and not (token.tag_ == "CD" and index + 1 < len(doc) and is_time(doc[index + 1]))
    )


def in_capacity(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role behind "as": "As mayor of Vestby, X", "X, in her role as rapporteur,", "X, speaking as chair"."""
    doc, floor, end = name.sentence.words, name.sentence.span.start, name.sentence.span.end
    before = name.first - 1
    if before > floor and doc.forms[before] == ",":
        for index in range(before - 1, max(floor, before - LONGEST) - 1, -1):
            if doc.forms[index] in STOPS or doc.tags[index] in FINITE:
                break
            if doc.low[index] == "as" and (index == floor or doc.low[index - 1] in CAPACITY):
                role = _one_office(name, index + 1, by_token)
                return (
                    role
                    if role is not None and role.end == name.sentence.span_of(doc[before - 1], doc[before - 1])[1]
                    else None
                )
    index = name.last + 1
    if index + 2 < end and doc.forms[index] == ",":
        as_ = next((i for i in range(index + 1, min(end - 1, index + 6)) if doc.low[i] == "as"), None)
        led = as_ is not None and (as_ == index + 1 or doc.low[as_ - 1] in CAPACITY)
        if as_ is not None and led and not any(doc.tags[i] in FINITE for i in range(index, as_)):
            return _one_office(name, as_ + 1, by_token)
    return None


def bracketed_behind(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role in brackets behind a name: "X (head of the mission)"; "X (Reed Council)" names a body."""
    doc, index = name.sentence.words, name.last + 1
    if index + 1 >= name.sentence.span.end or doc.forms[index] != "(" or index + 1 in by_token:
        return None
    return _one_office(name, index + 1, by_token)


def _one_office(name: Found, first: int, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role that starts at a token, None for a plural: "as ministers, X and Y"."""
    role = role_from(name, first, by_token)
    if role is None:
        return None
    doc, index = name.sentence.words, first
    while not is_head(doc[index]) and name.sentence.at(doc[index]) < role.end:
        index += 1
    return None if doc.tags[index] == "NNS" else role
