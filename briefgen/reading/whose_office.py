"""Find the body or state that an office stands in where the sentence says so apart from the role.

"The Reed Council denied it. Its spokesman, Boris Kell, ...", "the agency's director, X", "Reed Lines and its owner, X",
"Norland will not sign, Defence Minister X said".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.knowledge.world import is_group_noun
from briefgen.names import fold
from briefgen.reading.finding import Found
from briefgen.reading.passed_roles import Line
from briefgen.reading.role_words import SENT, Stated, is_past

SUBJECTS = ("nsubj", "nsubj:pass")
OF_STATE = frozenset("president premier minister secretary chancellor".split())
"""Offices that every state has one of, and that are told without the state where it is plain."""


def place_offices(lines: Sequence[Line], stated: Mapping[int, Stated]) -> None:
    """Give the roles of a document's members their body or state where the words around state it."""
    for place, line in enumerate(lines):
        for name, owner in zip(line.names, line.owners, strict=True):
            role, roles = stated.get(name.start), owner.whole.roles
            if name.kind != "person" or role is None or role.affiliation is not None or role not in roles:
                continue
            body = _meant(lines[max(0, place - 1) : place + 1], name, role)
            if body is not None:
                roles[roles.index(role)] = replace(role, affiliation=body)


def _meant(lines: Sequence[Line], name: Found, role: Stated) -> Found | None:
    """Give the body or state of an office; `lines`: the sentence before and the name's own."""
    line, doc = lines[-1], name.sentence.words
    first = next((t.i for t in name.sentence.span if line.sentence.at(t) >= role.start), name.first)
    start = name.sentence.span.start
    if first > start and doc.low[first - 1] == "its":
        return _spoken_of(lines, first - 1, None)
    owner = next((i - 1 for i in range(first + 1, min(name.first, first + 4)) if doc.forms[i] in ("'s", "'")), first)
    if owner > start and owner < name.first - 1 and doc.forms[owner + 1] in ("'s", "'") and doc[owner].is_lower:
        return _spoken_of(lines, owner, doc.low[owner]) if is_group_noun(doc.forms[owner]) else None
    return _state_of_clause(line, name, first, role)


def _spoken_of(lines: Sequence[Line], index: int, noun: str | None) -> Found | None:
    """Give the body that "its" or "the agency's" at a token means: one joined to it, else the subject spoken of last."""
    line = lines[-1]
    doc = line.sentence.words
    before = [n for n in line.names if n.last < index and _is_body(n, states=noun is None)]
    if before and doc.low[index - 1] in ("and", "or"):  # "listed Reed Lines, a firm in Norland, and its owner, X"
        beside = [n for n in before if doc[n.last].dep_ not in SUBJECTS or n.last == index - 2] or before
        return max(beside, key=lambda n: (n.kind == "organization", n.last))
    if before:
        return before[0]
    found = [n for n in lines[0].names if len(lines) > 1 and _is_body(n, states=noun is None)]
    called = [n for n in found if noun is not None and noun in fold(n.text).split()]
    subjects = [n for n in found if _is_sole_subject(n)]
    return next(iter(called or subjects or (found if len(found) == 1 else [])), None)


def _is_sole_subject(name: Found) -> bool:
    doc = name.sentence.words
    return doc[name.last].dep_ in SUBJECTS and not any(t.dep_ == "conj" for t in doc[name.last].children)


def _is_body(name: Found, *, states: bool) -> bool:
    state = name.known is not None and name.known.what in ("state", "seat")
    return (name.kind == "organization" and not state) or (states and state)


def _state_of_clause(line: Line, name: Found, first: int, role: Stated) -> Found | None:
    """Give the state that a sentence is about for the minister who says it: "Norland will not sign, Defence Minister X said"."""
    doc, start = name.sentence.words, name.sentence.span.start
    office = set(role.role.casefold().split())
    reports = first > start and doc.forms[first - 1] in (",", '"') and name.last + 1 < name.sentence.span.end
    if not reports or not office & OF_STATE or office & SENT or is_past(role.role):
        return None
    after = doc[name.last + 1]
    if after.tag_[:2] != "VB":
        return None
    opening = line.names[0]
    about = opening.known is not None and opening.known.what == "state" and opening.first <= start + 1
    return opening if about and doc[opening.last].dep_ in SUBJECTS else None
