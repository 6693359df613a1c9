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

from briefgen.knowledge.world import words
from briefgen.names import fold
from briefgen.reading.finding import Found, make
from briefgen.reading.marks import Words
from briefgen.reading.role_lists import listed_role
from briefgen.reading.role_phrases import bracketed_behind, in_capacity, led_body, presiding, role_from, skip_asides
from briefgen.reading.role_words import (
    FINITE,
    LONGEST,
    OPENERS,
    STARTERS,
    STOPS,
    Stated,
    is_head,
    is_mere_address,
    weight_of_role,
)
from briefgen.reading.roles_before import DASHES, rank_before, role_before

__all__ = ["Stated", "is_mere_address", "stated_roles", "weight_of_role"]

SERVING = frozenset("serves served works worked serving working".split())
ANYBODY = frozenset({"individual", "person", "people", "human"})
"""What everybody is, which tells no role: "four individuals", but "deceased individuals" does."""
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
        led_body(name, by_token),
        in_capacity(name, by_token),
        bracketed_behind(name, by_token),
        _named_to(name, by_token),
        listed_role(name, by_token, "person"),
        _of_body(name, by_token),
        _at_present(name, by_token),
        presiding(name, by_token),
    ]
    return sorted(
        (r for r in found if r is not None and r.role.casefold() not in ANYBODY), key=lambda r: is_mere_address(r.role)
    )


def _behind(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role behind a name: ", a senior official", "is a researcher", ", who serves as minister"."""
    doc, end = name.sentence.words, name.sentence.span.end
    index = skip_asides(name, by_token)
    if index + 1 >= end:
        return None
    comma = doc.forms[index] == "," or doc.forms[index] in DASHES
    index += comma
    aged = comma and index + 1 < end and doc[index].like_num and doc.forms[index + 1] == ","
    index += 2 * aged  # "Stanin, 55, was ..."
    relative = comma and index < end and doc.low[index] == "who"
    index += relative
    # behind a mere comma a verb has another subject: "the brother of the late commander, X, was one of ..."
    subject = comma and _is_one_of_them(doc, name.first - 1, name.sentence.span.start)
    verb = _verb_of_being(doc, index, end) if aged or relative or subject or not comma else None
    if verb is None and comma:
        verb = _verb_of_being(doc, _over_clause(doc, index - 1 - relative, end), end)
    if verb is None and (not comma or relative) and not _shares_verb(name, index):
        return None
    if verb is not None and not comma and _belongs_to_subject(name):
        return None
    index = index if verb is None else verb
    if index >= end or doc.low[index] in ("and", "or", "but", "as", "while"):
        return None
    if comma and doc.said(index, index + 3).casefold() == "in the chair":
        start, stop = name.sentence.span_of(doc[index], doc[index + 2])
        return Stated(role=doc.said(index, index + 3), affiliation=None, start=start, end=stop)
    role = role_from(name, index, by_token)
    bare = comma and verb is None and doc[index].is_lower and doc.low[index] not in STARTERS
    if role is not None and bare and _opens_clause(name, index, role):
        return None  # "According to Renn, insurers have begun ..."
    if role is not None and comma and verb is None and not relative and _is_inserted(name, role):
        return None  # "Renn, the judge believes, is ill"
    return _with_body(name, role, by_token) if role is not None and comma else role


def _is_one_of_them(doc: Words, comma: int, start: int) -> bool:
    """Tell a name between commas that only says which of several the subject is: "One of them, Ada Renn, was a pilot"."""
    several = doc.said(max(start, comma - 3), comma).casefold()
    return doc[comma].text == "," and several in ("one of them", "one of whom", "one of these", "one of those")


def _belongs_to_subject(name: Found) -> bool:
    """Tell a name that only narrows the subject of the verb behind it: "the widow of Ada Renn is a judge"."""
    doc, before = name.sentence.words, name.first - 1
    before -= before > name.sentence.span.start and doc.low[before] in OPENERS
    return before > name.sentence.span.start and doc.low[before] in ("of", "on", "in", "against")


def _with_body(name: Found, role: Stated, by_token: Mapping[int, Found]) -> Stated:
    """Give a title with the body on its other side: "Ada Renn, Senior Fellow, Harbour Institute"."""
    doc, index, end = name.sentence.words, name.last + 1, name.sentence.span.end
    while index < end and name.sentence.at(doc[index]) < role.end:
        index += 1
    titled = role.affiliation is None and role.role[:1].isupper() and index + 1 < end and doc.forms[index] == ","
    body = by_token.get(index + 1) if titled else None
    if body is None or body.kind != "organization" or (body.last + 1 < end and doc.forms[body.last + 1] not in STOPS):
        return role
    return replace(role, affiliation=body)


def _opens_clause(name: Found, first: int, role: Stated) -> bool:
    """Tell a bare plural, or a bare noun with a verb behind it, which is the subject of a clause and no role."""
    doc, index = name.sentence.words, first
    while index + 1 < name.sentence.span.end and name.sentence.at(doc[index + 1]) < role.end:
        index += 1
    head = next((i for i in range(first, index + 1) if is_head(doc[i])), first)
    behind = doc[index + 1] if index + 1 < name.sentence.span.end else None
    return doc.tags[head] == "NNS" or (behind is not None and behind.tag_ in FINITE and behind.lower_ != "think")


def _is_inserted(name: Found, role: Stated) -> bool:
    """Tell the subject of an inserted clause from a role: a verb and a comma stand right behind it."""
    doc, index, end = name.sentence.words, name.last + 1, name.sentence.span.end
    while index < end and name.sentence.at(doc[index]) < role.end:
        index += 1
    return index + 1 < end and doc.tags[index] in FINITE and doc.forms[index + 1] == ","


def _shares_verb(name: Found, index: int) -> bool:
    """Tell the second of "A is a senior researcher and B a research officer"."""
    doc, start = name.sentence.words, name.sentence.span.start
    linked = name.first - 1 > start and doc.low[name.first - 1] in ("and", ",", ";")
    return (
        linked
        and index < len(doc)
        and doc.low[index] in ("a", "an", "the", "its", "their")
        and any(doc.low[i] in ("is", "was") for i in range(start, name.first))
    )


def _verb_of_being(doc: Words, index: int, end: int) -> int | None:
    """Give the token behind "is a", "became the", "serves as", "has been a", or None where no such verb stands."""
    if index + 1 >= end:
        return None
    if doc.low[index] in SERVING and doc.low[index + 1] == "as":
        return index + 2
    if doc.low[index] in ("has", "had") and doc.low[index + 1] == "been":
        index += 1
    elif doc.low[index] not in ("is", "was", "became", "remains"):
        return None
    following = index + 1
    if following < end and doc.low[following] in ("now", "currently", "also"):
        following += 1
    if following >= end:
        return None
    if doc.low[following] in ("a", "an", "the", "one", "its", "their") or is_head(doc[following]):
        return following
    head = next((i for i in range(following, min(end, following + 4)) if is_head(doc[i])), None)
    narrowed = head is not None and all(
        doc.tags[i][:2] in ("NN", "JJ") or doc.low[i] in words("titles", "inside") for i in range(following, head)
    )
    return following if narrowed else None  # "is contributing editor", "is senior researcher"


def _named_to(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role somebody is put in: "designated X as its next chairman", "X was elected president"."""
    doc, end, start = name.sentence.words, name.sentence.span.end, name.sentence.span.start
    index = name.last + 1
    relative = index + 2 < end and doc.forms[index] == "," and doc.low[index + 1] == "who"
    passive = _put_in(doc, index + 2 * relative, end)
    passive = _put_in(doc, _over_clause(doc, index, end), end) if passive is None else passive
    if passive is None and not any(doc.low[i] in NAMING for i in range(max(start, name.first - 3), name.first)):
        return None
    index = index if passive is None else passive
    index += index < end and doc.low[index] in ("as", "to", "be")
    if index >= end or doc.forms[index] in STOPS:
        return None
    return role_from(name, index, by_token)


def _over_clause(doc: Words, index: int, end: int) -> int:
    """Give the verb behind a clause on a name: ", who took power in May, | was sworn in as"; the end where there is none."""
    if index + 1 >= end or doc.forms[index] != "," or doc.low[index + 1] not in ("who", "whom", "whose"):
        return end
    return next((i + 1 for i in range(index + 3, end - 1) if doc.forms[i] == "," and doc.tags[i + 1] in FINITE), end)


def _put_in(doc: Words, index: int, end: int) -> int | None:
    """Give the token behind "was elected", "has been sworn in", "took over", "took office", None where no such verb stands."""
    if index + 2 >= end:
        return None
    if doc.low[index] in ("took", "takes") and doc.low[index + 1] in ("office", "over"):
        return index + 2 if doc.low[index + 2] == "as" else None
    index += doc.low[index] in ("has", "had")
    if doc.low[index] not in ("was", "is", "been") or doc.low[index + 1] not in NAMING:
        return None
    return index + 2 + (doc.low[index + 2] == "in")


def _of_body(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the affiliation of "X of the Reed Council" and "X (Reed Council)"; whom a body of research names is an expert."""
    doc, end, index = name.sentence.words, name.sentence.span.end, name.last + 1
    owner = by_token.get(name.first - 2) if doc.forms[max(0, name.first - 1)] in ("'s", "'") else None
    if owner is not None and (
        owner.kind == "organization" or (owner.known is not None and owner.known.what == "state")
    ):
        return _belonging(owner)  # "Norland's Ada Renn"
    if index + 1 >= end or doc.low[index] not in ("of", "from", "at", "(", ","):
        return None
    index = _before_present_body(doc, index, end)
    index += doc.forms[index] == "," and doc.low[index + 1] in ("of", "from", "at")
    joint = doc.low[index]
    index += 1
    index += index < end and doc.low[index] == "the"
    body = by_token.get(index) or _bare_body(name, index)
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


def _bare_body(name: Found, index: int) -> Found | None:
    """Give the body that is called by its own noun alone: "X of the Treasury", "X of the Commission"."""
    doc, end = name.sentence.words, name.sentence.span.end
    if index >= end or doc.low[index - 1] != "the" or doc.low[index] not in words("bodies", "nouns"):
        return None
    alone = index + 1 >= end or not (doc.forms[index + 1][:1].isupper() or doc.low[index + 1] in ("of", "for", "'s"))
    return make(name.sentence, index, index, "organization") if doc[index].is_title and alone else None


def _before_present_body(doc: Words, index: int, end: int) -> int:
    """Give the "at" or "with" of ", now at" and ", who is now with" behind a name, else the token that was given."""
    now = index + 1
    now += 2 * (now + 2 < end and doc.low[now] == "who" and doc.low[now + 1] == "is")
    found = now + 2 < end and doc.low[now] in ("now", "currently") and doc.low[now + 1] in ("of", "at", "with")
    return now + 1 if doc.forms[index] == "," and found else index


def _at_present(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the body behind "now" in the apposition of a name: "X, a former judge who now counts ships for the Reed Forum"."""
    doc, end, index = name.sentence.words, name.sentence.span.end, name.last + 1
    stop = next((i for i in range(index + 1, end) if doc.forms[i] in STOPS), end)
    while stop + 1 < end and doc.low[stop + 1] in ("formerly", "now", "currently"):
        stop = next((i for i in range(stop + 1, end) if doc.forms[i] in STOPS), end)
    now = next((i for i in range(index + 2, min(stop, index + LONGEST)) if doc.low[i] in ("now", "currently")), None)
    if index >= end or doc.forms[index] != "," or now is None or now + 1 >= end:
        return None
    if doc.low[now + 1] in ("a", "an", "the"):
        return role_from(name, now + 1, by_token)
    inside = (by_token[i] for i in range(now + 2, stop) if i in by_token)
    body = next((b for b in inside if b.kind == "organization"), None)
    before = body.first - 1 - (doc.low[body.first - 1] == "the") if body is not None else 0
    return _belonging(body) if body is not None and doc.low[before] in ("at", "for", "with", "of") else None


def _of_research(body: Found) -> bool:
    return bool(set(fold(body.text).split()) & words("titles", "research"))


def _belonging(body: Found) -> Stated:
    """Give the mere affiliation to a body or state; whoever speaks for a body of research is an expert."""
    role = "expert" if body.kind == "organization" and _of_research(body) else ""
    return Stated(role=role, affiliation=body, start=body.start, end=body.end, inferred=True)
