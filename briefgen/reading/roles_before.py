"""Read the role that stands before a person's name.

"Russian Deputy Foreign Minister X", "Assistant Secretary for Export Control X", "the group's spokesman, X", "(the minister)
X", "Moderator (Dr. X):", "a trader known as X". Forms of address and ranks may stand between: "the Commander of the Navy,
Rear Admiral X", "the Minister for Security, the Rt Hon. X".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.knowledge.world import is_person_noun, words
from briefgen.reading.finding import Found
from briefgen.reading.marks import Words
from briefgen.reading.role_lists import is_plural, singular
from briefgen.reading.role_words import (
    BREAKERS,
    FINITE,
    LONGEST,
    OPENERS,
    SENT,
    SMALL,
    STOPS,
    Stated,
    inside,
    is_attribute,
    is_head,
    is_mere_address,
    is_predicate,
    is_rank,
    is_time,
    so_called,
    state_role,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

DASHES = frozenset({"-", "–", "—"})
HONOURS = frozenset({"excellency", "highness", "majesty"})
"""Forms of address before an office, which says more: "Her Excellency Ambassador X"."""
LONGEST_LABEL = 3
"""Words of a label before a colon: "Rapporteur:", "Managing Editor:"."""
LINKING = frozenset({"of", "for", "to", "on"})
"""What joins an office to its field: "Secretary for", "Minister of", "Ambassador to"."""


def role_before(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role before a name, or its form of address where nothing tells more.

    `by_token` maps token indices to the sentence's names.
    """
    doc, floor = name.sentence.words, max(name.sentence.span.start, name.first - LONGEST)
    last = name.first - 1
    if last < floor or is_plural(doc[last], is_head):
        return None  # "officials X and Y": said of each name in the list
    if last == name.sentence.span.start and doc[last].is_title and is_person_noun(doc.forms[last]):
        return state_role(name, last, last, by_token)  # "Farmer Ada Renn": the tagger takes it for a name
    behind = _behind_home(doc, _behind_address(doc, last, floor), floor, by_token)
    if floor <= behind < last and doc.forms[last] == ")" and (is_head(doc[behind]) or doc.low[behind] == "large"):
        last = behind  # "Ambassador (ret.) X"
    if behind >= floor and doc.forms[behind] == ",":
        office = _comma_role(name, behind - 1, floor, by_token)
        return office or _address(name, behind + 1, last, by_token)
    if behind >= floor and doc.forms[behind] == "(":
        return _before_bracket(name, behind - 1, floor, by_token) or _address(name, behind + 1, last, by_token)
    if doc.forms[last] == ")" and behind == last:
        return _bracketed(name, by_token, floor)
    if doc.forms[behind] == ":" and behind > floor:
        return _labelled(name, behind - 1, by_token) or _address(name, behind + 1, last, by_token)
    if doc.low[last] in ("is", "was"):
        return _identified(name, last - 1, floor, by_token)
    first = _office_start(doc, last, floor, by_token, name.sentence.span.start)
    field = (
        inside(doc[last]) and doc.tags[last][:2] in ("JJ", "NN", "VB") and doc.low[last - 1] in ("of", "for")
    )  # "minister of interior X"
    closes = (
        field or doc.tags[last][:1] == "N" or is_head(doc[last]) or doc.low[last] in ("designate", "elect", "large")
    )
    if first is None or not (closes or is_rank(doc.forms[last])):
        return _so_called(name, floor, by_token) or _address(name, behind + 1, last, by_token)
    role = state_role(name, first, last, by_token)
    single = first == last or doc.low[last] == "large"
    if single and first - 2 > floor and doc.forms[first - 1] == "," and doc.forms[first][:1].isupper():
        # "the Chair of the Mills Board, Senator X": the office says more than the title
        role = _comma_role(name, first - 2, floor, by_token, asks_end=False) or role
    return replace(role, role="Professor") if role.role.casefold() in ("prof.", "prof", "prof. dr.") else role


def rank_before(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give a rank that stands between an office and the name: "his Norland counterpart, Brigadier X"."""
    doc, floor = name.sentence.words, max(name.sentence.span.start, name.first - LONGEST)
    behind = _behind_address(doc, name.first - 1, floor)
    role = _address(name, behind + 1, name.first - 1, by_token) if behind >= floor and doc.forms[behind] == "," else None
    return role if role is not None and not is_mere_address(role.role) else None


def _behind_address(doc: Words, last: int, floor: int) -> int:
    """Give the token before the ranks and forms of address that end at `last`: "H.E. Mr.", "the Rt Hon.", "Captain (ret.)"."""
    index = last
    while index >= floor:
        token = doc[index]
        retired = token.text == ")" and any(
            doc.low[i].strip(".") in ("ret", "retd", "retired") for i in (index - 1, index - 2)
        )
        if retired:
            index = next((i - 1 for i in range(index - 1, max(floor, index - 5), -1) if doc.forms[i] == "("), index - 1)
        elif (
            is_rank(token.text)
            or (token.text == "." and doc.low[index - 1] in ("hon", "rt", "excellency"))
            or (token.lower_ == "the" and index < last and doc.low[index + 1] in ("rt", "right", "hon"))
        ):
            index -= 1
        else:
            break
    return index


def _behind_home(doc: Words, last: int, floor: int, by_token: Mapping[int, Found]) -> int:
    """Give the comma before whose the person is: the one of "the bloc's envoy, Norland's X", else the token given."""
    home = by_token.get(last - 1) if last >= floor and doc.forms[last] in ("'s", "'") else None
    apart = home is not None and home.kind != "person" and home.first - 1 >= floor and doc.forms[home.first - 1] == ","
    return home.first - 1 if home is not None and apart else last


def _address(name: Found, first: int, last: int, by_token: Mapping[int, Found]) -> Stated | None:
    """Give ranks and forms of address as a role; any professor is one."""
    if first > last:
        return None
    doc = name.sentence.words
    while first < last and doc.low[first] in OPENERS:
        first += 1
    role = state_role(name, first, last, by_token)
    academic = any(doc.low[i].strip(".") in ("prof", "professor") for i in range(first, last + 1))
    return replace(role, role="Professor") if academic else role


def _identified(name: Found, last: int, floor: int, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role of "the alliance, whose chair is X" and "its leader was X"."""
    doc = name.sentence.words
    if last <= floor or not is_head(doc[last]) or doc.tags[last] == "NNS":
        return None
    first = _office_start(doc, last, floor, by_token, name.sentence.span.start)
    owned = first is not None and first > floor and doc.low[first - 1] in (*OPENERS, "whose", "'s", "'")
    return state_role(name, first, last, by_token) if owned and first is not None else None


def _before_bracket(name: Found, last: int, floor: int, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role of "Moderator (Dr. X)" and "the foreign minister (X)"."""
    doc, after = name.sentence.words, name.last + 1
    closed = after < name.sentence.span.end and doc.forms[after].startswith(")")
    first = _office_start(doc, last, floor, by_token, name.sentence.span.start) if closed and last >= floor else None
    return state_role(name, first, last, by_token) if first is not None and doc.tags[last] != "NNS" else None


def _bracketed(name: Found, by_token: Mapping[int, Found], floor: int) -> Stated | None:
    """Give a role that an editor put in before a name: "with (Norland Harbour Minister) Ada Renn"."""
    doc, last = name.sentence.words, name.first - 2
    opening = next((i for i in range(last, floor - 1, -1) if doc.forms[i] == "("), None)
    if opening is None or not is_head(doc[last]):
        return None
    return state_role(name, opening + 1, last, by_token)


def _labelled(name: Found, last: int, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role that a label at the start of a line tells of one person: "Editor: X", "Witness: Mr X"."""
    doc, start, after = name.sentence.words, name.sentence.span.start, name.last + 1
    words_of_label = [doc[i] for i in range(start, last + 1)]
    opened = words_of_label and words_of_label[0].text[:1].isupper() and len(words_of_label) <= LONGEST_LABEL
    plain = all(t.is_alpha and not t.is_upper and i not in by_token for i, t in enumerate(words_of_label, start))
    ends = after >= name.sentence.span.end or doc.forms[after] in (".", ",", ";", "(")
    head = singular(doc.low[last]) == doc.low[last] in words("titles", "heads", "capital_heads")
    return state_role(name, start, last, by_token) if opened and plain and ends and head else None


def _so_called(name: Found, floor: int, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role of "a trader known as X" and "a spokesman for the group, who uses the name X, said"."""
    last = so_called(name.sentence.words, name.first - 1, floor)
    return _comma_role(name, last, floor, by_token, asks_end=False) if last is not None else None


def _office_start(doc: Words, last: int, floor: int, by_token: Mapping[int, Found], start: int) -> int | None:
    """Give the first token of the office that ends at `last`, with its field: "Secretary for Export Control"."""
    first = _walk_left(doc, last, floor, by_token, start)
    if first is not None:
        return first
    head = _head_of_field(doc, last, floor, by_token)
    return None if head is None else _walk_left(doc, head, floor, by_token, start)


def _head_of_field(doc: Words, last: int, floor: int, by_token: Mapping[int, Found]) -> int | None:
    """Give the capitalised office that leads to a capitalised field: Minister in "Minister of Trade, Industry and Energy"."""
    joined = False
    for index in range(last, floor - 1, -1):
        token, other = doc[index], by_token.get(index)
        if (other is not None and other.kind == "person") or (index == last and not token.text[:1].isupper()):
            return None
        if token.lower_ in LINKING and index > floor and is_head(doc[index - 1]) and doc.forms[index - 1][:1].isupper():
            return index - 1
        joined = joined or token.lower_ in ("and", "&")
        listing = token.text == "," and joined and doc.forms[index - 1][:1].isupper()
        if not (token.text[:1].isupper() or listing or token.lower_ in (*LINKING, "and", "&", "the")) or is_head(token):
            return None
    return None


def _walk_left(doc: Words, last: int, floor: int, by_token: Mapping[int, Found], start: int) -> int | None:
    """Give the first token of the role that ends at `last`, None where no word there heads a role."""
    index, first, headed, joined = last, None, False, False
    while index >= floor:
        token, other = doc[index], by_token.get(index)
        if other is not None and other.kind == "person":
            break
        if token.text in DASHES and doc[index - 1].whitespace_:
            break  # a date line: "JEDDAH - Saudi Foreign Minister ..."
        if index < last and is_predicate(doc, index, start):
            break  # "will host Kenyan Prime Minister X", "heads the opposition"
        under = token.text == "Under" and doc.low[index + 1].startswith("secretar")
        narrows = headed and not joined and _qualifies(doc, index, start)
        if other is None and not under and not inside(token) and not narrows:
            break  # a strange capital belongs to a role only left of its head: "FDD Fellow X", not "officials Y and X"
        headed, joined = headed or is_head(token), joined or token.tag_ == "CC"
        first, index = index, index - 1
    if first is None or not headed:
        return None
    for place in range(first, last + 1):
        bare = doc.tags[place] in ("IN", "TO", "CC") and doc.forms[place] != "Under"
        another = bare and (doc[place - 1].is_lower or place - 1 == start)
        titled = another and any(_is_title(doc[i]) for i in range(place + 1, last + 1))
        if bare and (titled or not any(is_head(doc[i]) for i in range(first, place))):
            first = place + 1  # "the health of Kenyan President X", "critics of Mayor X": what stands before is another
    while first <= last and doc.low[first] in (SMALL - {"former", "then"}) | HONOURS:
        first += 1
    return first if any(is_head(doc[i]) for i in range(first, last + 1)) else None


def _is_title(token: Token) -> bool:
    return is_head(token) and token.text[:1].isupper()


def _qualifies(doc: Words, index: int, start: int) -> bool:
    """Tell a word that narrows the role to its right: "FDD Fellow", "harbour master", "world champion"."""
    token = doc[index]
    if not token.is_alpha or is_time(token):
        return False
    if token.text[:1].isupper() and (index > start or token.tag_ not in ("NN", "JJ")):
        return index > start
    return doc[index + 1].is_lower and (
        token.tag_ in ("NN", "JJ") or (token.is_lower and token.dep_ == "amod" and is_attribute(token))
    )


def _comma_role(
    name: Found, last: int, floor: int, by_token: Mapping[int, Found], *, asks_end: bool = True
) -> Stated | None:
    """Give the role of "the head of the ports authority, X" and "Iran's envoy, X"; a mere list gives none.

    It opens with an article or a possessor, holds no verb and no other person. `asks_end`: no verb may follow the name.
    """
    doc, after = name.sentence.words, name.last + 1
    if asks_end and after < name.sentence.span.end and doc.tags[after] in FINITE:
        return None  # the comma ends a clause: "in control of the talks, Renn hopes ..."
    index = last = _before_initials(doc, last, floor)
    while index >= floor:
        token, other = doc[index], by_token.get(index)
        possessor = token.text in ("'s", "'")
        if (
            other is not None
            and other.kind == "person"
            and not (index < last and doc.forms[other.last + 1] in ("'s", "'"))
        ) or (token.text in STOPS or _is_verb(doc, index) or token.lower_ in BREAKERS):
            break
        nested = index - 2 >= floor and doc.low[index - 1] == "of" and doc.low[index - 2] in SENT
        if nested and token.lower_ in ("the", "a", "an"):
            index -= 2  # "the envoy of the Secretary-General, X": the office is the envoy's
            continue
        if token.lower_ in OPENERS or (possessor and by_token.get(index - 1) is not None):
            first = index + 1
            head = next((i for i in range(first, last + 1) if is_head(doc[i]) and _ends_phrase(doc, i, last)), None)
            if head is not None and head - first <= 5:
                if doc.tags[head] == "NNS" and doc.said(max(floor, first - 3), first - 1).casefold() == "one of":
                    role = state_role(name, first, last, by_token)
                    return replace(role, role=role.role.replace(doc.forms[head], singular(doc.forms[head]), 1))
                if doc.tags[head] == "NNS" or (doc.low[first - 2] == "in" and doc.low[head] == "chair"):
                    return None  # "one of the captains, X"; "Y, in the chair, X"
                owner = by_token.get(index - 1) if possessor else None
                acting = owner is not None and (owner.kind == "organization" or owner.known is not None)
                return state_role(name, owner.first if owner is not None and acting else first, last, by_token)
            if token.lower_ in ("the", "a", "an") and head is not None:
                break
        index -= 1
    start = _office_start(doc, last, floor, by_token, name.sentence.span.start)
    field = start is not None and any(doc.low[i] in LINKING for i in range(start, last))
    if start is None or not (is_head(doc[last]) or field) or (doc.tags[last] == "NNS" and not field):
        return None
    others = by_token.get(start - 2) if start - 2 >= floor and doc.forms[start - 1] == "," else None
    if others is not None and others.kind == "person":
        return None  # "Ada Renn, Director of Research, X": the office is the first one's
    return state_role(name, start, last, by_token)


def _before_initials(doc: Words, last: int, floor: int) -> int:
    """Give the token before a body's initials in brackets: "a spokesman for the Reed Front | (RF), X"."""
    opening = last - 2
    bracketed = opening > floor and doc.forms[last] == ")" and doc.forms[opening] == "(" and doc[last - 1].is_upper
    return opening - 1 if bracketed else last


def _is_verb(doc: Words, index: int) -> bool:
    return doc.tags[index] in FINITE and doc.low[index] not in words("titles", "inside")


def _ends_phrase(doc: Words, head: int, last: int) -> bool:
    """Tell whether a noun phrase ends at its head: "secretary of", "head, X"; not "hostage negotiations"."""
    if doc.forms[head + 1] == "-" and head + 2 == last:
        return doc.low[last] in ("designate", "elect")
    return head == last or doc.low[head + 1] in (*LINKING, "at", "in", "and", "from", "with", "d'affaires")
