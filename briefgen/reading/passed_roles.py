"""Read roles that one person has from another, from a description before the name, or from a sentence on "he" or "she".

"Norland's health minister has put off a tour. Ada Renn was to see her Estonian counterpart, Boris Kell": the
description is Renn's role, and Kell holds the same office. Only the office passes, never the state or body it is held in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefgen.knowledge.world import words
from briefgen.reading.cast import Member
from briefgen.reading.finding import Found, make
from briefgen.reading.marks import Sentence, Words, root_of
from briefgen.reading.role_lists import singular
from briefgen.reading.role_words import (
    Stated,
    heads_role,
    is_head,
    is_mere_address,
    is_rank,
    offices_of,
    state_role,
    weight_of_role,
)
from briefgen.reading.roles import stated_roles
from briefgen.reading.verbforms import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

BEFORE, BEHIND = frozenset({"predecessor"}), frozenset({"successor"})
SAME = frozenset({"counterpart", "counterparts", "colleague", "colleagues", "number", "numbers"}) | BEFORE | BEHIND
FIELDS = frozenset({"of", "for", "and"})
ADVISING = frozenset({"adviser", "advisor"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
OPENING = 3
"""Words that may narrow the many whom a sentence opens with: "Human rights lawyers question the order"."""
TRADES = frozenset({"diplomat", "lawmaker"})
"""Offices that many hold."""
REACH = 3
"""Sentences that a counterpart's fellow may be looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence with its names and whom they mean."""

    sentence: Sentence
    names: Sequence[Found]
    owners: Sequence[Member]


def pass_roles(lines: Sequence[Line], stated: Mapping[int, Stated]) -> dict[int, Stated]:
    """Add passed roles to the members of a document; give them by where the name stands. `stated`: the roles already found."""
    passed: dict[int, Stated] = {}
    met: set[int] = set()
    for place, line in enumerate(lines):
        for name, owner in zip(line.names, line.owners, strict=True):
            if name.kind == "person" and place and not _has_office(owner):
                told = _described(lines[place - 1], line, name)
                if told is not None:
                    owner.whole.roles.append(told)
                    passed[name.start] = told
                elif id(owner.whole) not in met:
                    owner.whole.roles[:0] = _one_of_many(lines[place - 1], line, name)
            met.add(id(owner.whole))
    _tell_of_pronouns(lines)
    for place, line in enumerate(lines):
        for name, owner in zip(line.names, line.owners, strict=True):
            own = stated.get(name.start)
            if own is not None and own.role.casefold().split()[-1:] and own.role.casefold().split()[-1] in SAME:
                office = _fellow_office(lines[max(0, place - REACH) : place + 1], name, owner)
                if office is not None:
                    # its passage is the fellow's, which has the words; the actor cites its own mention besides
                    _hold_in_turn(owner.whole, office, own)
    return passed


def _hold_in_turn(owner: Member, office: Stated, own: Stated) -> None:
    """Give a fellow's office to one of the same rank elsewhere, or to who holds it before or behind the fellow."""
    relation = own.role.casefold().split()[-1]
    if relation in BEFORE and own in owner.roles:
        affiliation = own.affiliation or office.affiliation
        told = replace(own, role=f"former {office.role}", affiliation=affiliation, inferred=True)
        owner.roles[owner.roles.index(own)] = told
    else:
        affiliation = own.affiliation or (office.affiliation if relation in BEHIND else None)
        owner.roles.append(replace(office, affiliation=affiliation))


def _tell_of_pronouns(lines: Sequence[Line]) -> None:
    """Give the one person of a sentence the roles that the next tells of "he" or "she": "She heads the Reed Council."."""
    meant: Member | None = None
    for before, line in pairwise(lines):
        persons = {id(o.whole): o.whole for n, o in zip(before.names, before.owners, strict=True) if n.kind == "person"}
        span = line.sentence.span
        opens = span[0].lower_ in ("he", "she")
        if persons or before.sentence.span[0].lower_ not in ("he", "she"):
            meant = next(iter(persons.values())) if len(persons) == 1 else None
        if meant is None or not opens or line.sentence.block is not before.sentence.block:
            continue
        pronoun = make(line.sentence, span.start, span.start, "person")
        by_token = {i: n for n in line.names for i in range(n.first, n.last + 1)}
        meant.roles.extend(r for r in stated_roles(pronoun, by_token) if r.role and not r.inferred)


def _offices() -> frozenset[str]:
    return words("titles", "official") | ADVISING


def _has_office(owner: Member) -> bool:
    return any(not r.inferred and not is_mere_address(r.role) and not is_rank(r.role) for r in owner.whole.roles)


def _one_of_many(before: Line, line: Line, name: Found) -> Iterator[Stated]:
    """Give what the first to speak behind a sentence on many is: "Analysts doubt it. Ada Renn says ..." is of an analyst.

    Left alone: many who hold an office, or do something else than hold a view ("Protesters gathered").
    """
    persons = [n for n in (*before.names, *line.names) if n.kind == "person" and n.start != name.start]
    many = before.sentence.span.root
    many = next((c for c in many.children if c.dep_ in SUBJECTS and c.i < many.i), many)
    if persons or many.tag_[:2] != "NN" or many.i - before.sentence.span.start > OPENING:
        return
    alone = all(t.tag_[:2] in ("NN", "JJ") for t in many.doc[before.sentence.span.start : many.i])
    kind = f"{many.lower_[:-3]}man" if many.lower_.endswith("men") else singular(many.lower_)
    calling = kind != many.lower_ and heads_role(kind) and kind not in words("titles", "official") - TRADES
    if alone and calling and _holds_view(many.head) and _speaks(name):
        start, end = before.sentence.span_of(many, many)
        yield Stated(role=kind, affiliation=None, start=start, end=end, inferred=True)


def _holds_view(verb: Token) -> bool:
    """Tell what many hold or feel from what they do: "Residents fear a flood", "Traders are angry"."""
    felt = verb.pos_ == "ADJ" or (verb.tag_ == "VBN" and any(c.lemma_ == "be" for c in verb.children))
    return felt or verb.lemma_ in _views()


def _speaks(name: Found) -> bool:
    """Tell whether a name is the subject of a verb of saying."""
    head = root_of(name.sentence.words[name.first : name.last + 1])
    return head.dep_ in SUBJECTS and (
        head.head.lemma_ in _views() or head.head.lower_ in verb_forms("saying", "clause")
    )


@cache
def _views() -> frozenset[str]:
    return words("saying", "clause") | words("saying", "thought") | words("saying", "stance") | {"put", "see", "tell"}


def _described(before: Line, line: Line, name: Found) -> Stated | None:
    """Give the role of the unnamed subject of the sentence before, where this one opens with a full name."""
    doc, start = before.sentence.words, before.sentence.span.start
    opening = name.first == line.sentence.span.start and name.first < name.last
    if not opening or any(n.kind == "person" for n in before.names):
        return None
    by_token = {i: n for n in before.names for i in range(n.first, n.last + 1)}
    first = start + (doc.low[start] in ("the", "a", "an"))
    head = next((i for i in range(first, min(first + 7, before.sentence.span.end)) if _subject(doc, i)), None)
    if head is None or doc.tags[head] in ("NNS", "NNPS"):
        return None
    if not all(
        i in by_token or doc.tags[i][:2] in ("NN", "JJ", "PO", "HY") or doc.forms[i] == "-" for i in range(first, head)
    ):
        return None
    owned = by_token.get(first)
    if owned is None and doc.low[start] not in ("a", "an"):
        return None
    of_whom = next((i for i in range(first, head) if doc.forms[i] in ("'s", "'")), None)
    first = first if owned is not None and owned.known is not None else (of_whom or first - 1) + 1
    return state_role(owned or make(before.sentence, head, head, name.kind), first, head, by_token)


def _subject(doc: Words, index: int) -> bool:
    """Tell an office that a verb follows: "Norland's foreign minister has cancelled"."""
    return is_head(doc[index]) and index + 1 < len(doc) and doc.tags[index + 1] in ("VBD", "VBZ", "MD")


def _fellow_office(lines: Sequence[Line], name: Found, owner: Member) -> Stated | None:
    """Give the office of the person spoken of last before a counterpart, without its state."""
    for line in reversed(lines):
        pairs = [
            (n, o.whole)
            for n, o in zip(line.names, line.owners, strict=True)
            if n.kind == "person" and n.start < name.start
        ]
        for _, other in reversed(pairs):
            office = _office_of(other) if other is not owner.whole else None
            if office is not None:
                return office
        if line is lines[-1] and pairs:
            continue
        described = _described_office(line, name) if line is lines[-1] else None
        if described is not None:
            return described
    return None


def _described_office(line: Line, name: Found) -> Stated | None:
    """Give the office of an unnamed subject: "The Foreign Secretary spoke to her Estonian counterpart"."""
    doc, start = line.sentence.words, line.sentence.span.start
    head = next((i for i in range(start, min(name.first, start + 6)) if _subject(doc, i)), None)
    if head is None or not {doc.low[head]} & _offices():
        return None
    first = head
    while first > start and doc.low[first - 1] in words("titles", "inside") - FIELDS - {"the"}:
        first -= 1
    begin, end = line.sentence.span_of(doc[first], doc[head])
    return Stated(role=doc.said(first, head + 1), affiliation=None, start=begin, end=end)


def _office_of(member: Member) -> Stated | None:
    """Give a public office without the state or body it is held in: "Minister of Foreign Affairs | of Norland"."""
    told = sorted(
        (r for r in member.roles if offices_of(r.role) & _offices() and not is_rank(r.role)),
        key=lambda r: (weight_of_role(r.role), r.start),
    )
    for role in told:
        found = role.role.split()
        if role.affiliation is not None and role.affiliation.text in role.role:
            before = role.role[: role.role.index(role.affiliation.text)].split()
            while before and before[-1].casefold() in (*FIELDS, "the", "republic", "kingdom"):
                before.pop()
            found = before
        kept = [w for w in found if w.casefold() not in ("former", "acting", "new", "outgoing")]
        if kept and offices_of(" ".join(kept)) - {"head", "deputy"} and kept[-1].casefold() not in SAME:
            return replace(role, role=" ".join(kept))
    return None
