"""Mark who and what a document speaks of: names, descriptions and pronouns, grouped into entities."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from briefgen.knowledge.world import is_given_name, sort_of_body, words
from briefgen.model import Document
from briefgen.names import fold, short_forms
from briefgen.reading.body_roles import stated_body_roles
from briefgen.reading.bounds import settle_bounds
from briefgen.reading.cast import Cast, Member
from briefgen.reading.coreference import mark_others
from briefgen.reading.finding import Found, find_names
from briefgen.reading.kinds import type_names
from briefgen.reading.marks import Entity, Mention, Sentence
from briefgen.reading.passed_roles import Line, pass_roles
from briefgen.reading.quotemarks import marked_stretches
from briefgen.reading.roles import Stated, stated_roles
from briefgen.reading.scene import Scene
from briefgen.reading.settled_kinds import settle_kinds
from briefgen.reading.whose_office import place_offices

LOCATIVE = frozenset(
    {"in", "at", "near", "outside", "inside", "from", "to", "into", "around", "across", "through", "via", "of"}
)


def mark_mentions(document: Document, sentences: Sequence[Sentence]) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Give a document's entities and all mentions of them, in text order.

    A name's kind and entity are settled over the whole document: a surname alone belongs to the full name, an acronym to
    the name it stands behind, a capital that acts to its state.
    """
    by_sentence = type_names(sentences, [settle_bounds(sentence, find_names(sentence)) for sentence in sentences])
    settled = iter(settle_kinds([name for names in by_sentence for name in names]))
    by_sentence = [[next(settled) for _ in names] for names in by_sentence]
    cast = Cast(document.source.publisher)
    cast.add_persons(n for names in by_sentence for n in names if n.kind == "person")
    members = [
        [_member(cast, name, sentence) for name in names]
        for sentence, names in zip(sentences, by_sentence, strict=True)
    ]
    roles: dict[int, Stated] = {}
    whole_names = _whole_names(by_sentence, members)
    for names, owners in zip(by_sentence, members, strict=True):
        _acronyms(cast, names, owners)
        _short_forms(cast, names, owners, whole_names)
        _other_names(cast, names, owners)
        by_token = {i: n for n in names for i in range(n.first, n.last + 1)}
        for name, owner in zip(names, owners, strict=True):
            stated = _stated(name, owner, by_token)
            owner.roles.extend(stated)
            if stated:
                roles[name.start] = stated[0]
    lines = [
        Line(sentence=sentence, names=names, owners=owners)
        for sentence, names, owners in zip(sentences, by_sentence, members, strict=True)
    ]
    roles.update(pass_roles(lines, roles))
    place_offices(lines, roles)
    members = [[owner.joined or owner for owner in owners] for owners in members]
    entities = cast.finish()
    scene, marks = Scene(entities), []
    quoted = [(m.outer_start, m.outer_end) for m in marked_stretches(document.text, document.blocks)]
    for sentence, names, owners in zip(sentences, by_sentence, members, strict=True):
        # an adjective ("Russian") is no mention of the state by itself; with a noun of people behind it, it is
        own = [
            _mention(name, owner, roles.get(name.start))
            for name, owner in zip(names, owners, strict=True)
            if name.known is None or name.known.what != "adjective" or _people(name)
        ]
        near = _window(quoted, sentence)
        others = mark_others(
            sentence, [(n, o.id or None) for n, o in zip(names, owners, strict=True)], scene, own, near
        )
        marks.extend([*own, *others])
    marks.sort(key=lambda m: (m.start, -m.end, m.form))
    return tuple(_called(entities, marks)), tuple(marks)


def _called(entities: Sequence[Entity], marks: Sequence[Mention]) -> Iterator[Entity]:
    """Give the entities; a body that the text says nothing of is what it goes on to call it: "The charity".

    Only where no other body was named since it could be meant.
    """
    bodies = {entity.id for entity in entities if entity.kind == "organization"}
    sorts: dict[str, Mention] = {}
    named: list[Mention] = []
    for mark in marks:
        if mark.form == "name" and mark.entity in bodies:
            named.append(mark)
        elif mark.form == "nominal" and mark.entity in bodies and mark.text[4:] in _telling_sorts():
            near = {m.entity for m in named[-6:] if mark.start - m.end <= NEAR}
            if near <= {mark.entity}:
                sorts.setdefault(mark.entity or "", mark)
    for entity in entities:
        told = sorts.get(entity.id) if entity.role is None else None
        yield entity if told is None else replace(entity, role=told.text[4:], inferred_at=told.start)


@cache
def _telling_sorts() -> frozenset[str]:
    """Give the sorts that may stand for a body's name, less those that say little beyond it."""
    return words("bodies", "closing") - frozenset("group network organisation organization brigade".split())


NEAR = 500
"""Characters before "the charity" in which no other body may be named."""


def _stated(name: Found, owner: Member, by_token: Mapping[int, Found]) -> list[Stated]:
    """Give the roles that the words around a name state; a state has none."""
    if name.kind == "person":
        return stated_roles(name, by_token)
    return stated_body_roles(name, by_token) if owner.kind == "organization" else []


def _window(spans: Sequence[tuple[int, int]], sentence: Sentence) -> list[tuple[int, int]]:
    first = bisect_left(spans, sentence.start, key=lambda s: s[1])
    found = []
    for start, end in spans[first:]:
        if start >= sentence.end:
            break
        found.append((start, end))
    return found


def _member(cast: Cast, name: Found, sentence: Sentence) -> Member:
    return cast.person(name) if name.kind == "person" else cast.add_other(name, acts=_acts(name, sentence))


def _acts(name: Found, sentence: Sentence) -> bool:
    """Tell a capital that acts ("Moscow said") from the city ("in Moscow")."""
    doc = sentence.words
    token = doc[name.last]
    before = doc[name.first - 1] if name.first > sentence.span.start else None
    if before is not None and before.lower_ in LOCATIVE and token.dep_ not in ("nsubj", "nsubj:pass"):
        # "with Moscow", "by Moscow" act; "of Moscow" may be either and is taken for the place
        return False
    after = doc[name.last + 1] if name.last + 1 < sentence.span.end else None
    if after is not None and after.text in ("'s", "'"):
        return True
    return (
        token.dep_ in ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "conj")
        and (before is None or before.lower_ not in (",",))
        and (after is None or after.text != "-")
    )


def _people(name: Found) -> bool:
    """Tell "the Russians" (who act for their state) from the adjective."""
    doc, after = name.sentence.words, name.last + 1
    if name.text.endswith(("an", "i")):
        return False  # "the Norwegian" is one of them, "the Norwegians" are the state
    noun = after < name.sentence.span.end and (doc[after].pos_ in ("NOUN", "PROPN", "ADJ") or doc[after].text == "-")
    return (
        not noun
        and name.first > name.sentence.span.start
        and doc[name.first - 1].lower_ == "the"
        and doc[name.first].tag_ in ("NNPS", "NNP", "NNS")
    )


ALSO = re.compile(
    r"(?:\s*\([^()]{1,20}\))?[\s,()–—\"'-]*(?:(?:who|which) (?:is|was) |is |was )?(?:(?:also|better|formerly|previously|widely|commonly) )"
    r"(?:known|referred to|called)(?: simply)?(?: as| by)?(?: the (?:alias|name|acronym|nom de guerre))?[\s,(\"']*(?:the ?)?"
    r"|[\s,(–—-]*whose (?:real|full|birth|given) name (?:is|was)\s*"
    r"|[\s,(–—-]*(?:a\.?k\.?a\.?|alias|nom de guerre|née|born)[\s,(\"']*(?:the ?)?",
    re.IGNORECASE,
)
"""What stands between two names of one: "X, also known as Y", "X (a.k.a. Y)", "X, formerly called Y"."""
CALLED = re.compile(
    r"\s*,? (?:an? |the )?[^,.;:()]{0,60}\b(?:that|which|whom) [^,.;:()]{0,30}\balso (?:calls?|called|dub|name) ?(?:the ?)?"
)
"""The same with a clause: "X, a hacking unit that researchers also call Y"."""


def _other_names(cast: Cast, names: Sequence[Found], owners: list[Member]) -> None:
    """Join "Omar Vell, also known as Abu Sabri": the second name is the first one's."""
    for place, other in enumerate(names):
        for before in range(place - 1, max(-1, place - 4), -1):
            whole = names[before]
            alike = whole.kind == other.kind or "place" not in (whole.kind, other.kind)
            if owners[place] is owners[before] or not alike or whole.kind == "place":
                continue
            between = whole.sentence.words.said(whole.last + 1, other.first)
            if ALSO.fullmatch(between) or CALLED.fullmatch(between):
                full = max(owners[before].whole.spellings, key=lambda s: (len(s), s))
                cast.same(other, owners[before], f"also known as: the text calls “{full}” also “{other.text}”")
                owners[place] = owners[before]
                break


def _acronyms(cast: Cast, names: Sequence[Found], owners: list[Member]) -> None:
    """Join "Foundation for Defense of Democracies (FDD)": the letters in brackets are those of the name's words."""
    for place in range(1, len(names)):
        whole, short = names[place - 1], names[place]
        if whole.kind != "organization" or owners[place] is owners[place - 1]:
            continue
        doc = whole.sentence.words
        between = doc.said(whole.last + 1, short.first).strip() if short.sentence is whole.sentence else ""
        opens = fold(whole.text).startswith(f"{fold(short.text)} ")  # "Harbour Ship Management FZE (Harbour Ship)"
        closes = short.last + 1 < short.sentence.span.end and doc[short.last + 1].text == ")"
        # an acronym of the name in another language: "State Security Committee (KGB)"; "(AFP)" is whose news it is
        foreign = short.kind == "organization" and closes and sort_of_body(short.text) != "news agency"
        fits = short.text.isupper() and (stands_for(short.text, whole.text) or (foreign and whole.known is None))
        if between == "(" and (opens or fits):
            cast.same(short, owners[place - 1])
            owners[place] = owners[place - 1]


def _whole_names(by_sentence: Sequence[Sequence[Found]], members: Sequence[list[Member]]) -> dict[str, Member | None]:
    """Give the document's bodies by the short forms of their names, None where two bodies share one."""
    whole: dict[str, Member | None] = {}
    flat = zip((n for names in by_sentence for n in names), (o for owners in members for o in owners), strict=True)
    for name, owner in flat:
        for short in _shortened(name.text) if name.kind == "organization" and name.known is None else ():
            whole[short] = owner if short not in whole or whole[short] is owner else None
    return whole


def _short_forms(cast: Cast, names: Sequence[Found], owners: list[Member], whole: dict[str, Member | None]) -> None:
    """Join "Harbour Institute" with "Harbour Institute for Peace", and "Korvane" with "Korvane Trading"."""
    for place, name in enumerate(names):
        if name.known is not None or (name.kind == "person" and (name.titled or _has_full_name(owners[place]))):
            continue
        full = whole.get(fold(name.text))
        ship = len(name.text) > 4 and name.text.isupper()  # "the HALVANE", owned by "Halvane Shipping"
        if ship and full is not None and not any(s.isupper() for s in full.whole.spellings):
            full = None
        if full is not None and full.whole is not owners[place].whole and owners[place].known is None:
            longest = max(full.whole.spellings, key=lambda s: (len(s), s), default=name.text)
            cast.same(name, full, f"short form: “{longest}” is called “{name.text}”")
            owners[place] = full


def _shortened(name: str) -> list[str]:
    """Give what a body may be called for short, by its first words, the end of its name or its own noun.

    >>> _shortened("Harbour Rescue Brigades"), _shortened("Korvane Crane Holding Ltd")
    (['rescue brigades', 'brigades'], ['korvane', 'korvane crane'])
    """
    told, nouns = fold(name).split(), words("bodies", "nouns")
    if len(told) < 2:
        return []
    tails = [" ".join(told[place:]) for place in range(1, len(told))] if told[-1] in nouns else []
    closing = words("bodies", "firms", "legal_forms")
    firm = next((place for place in range(len(told), 0, -1) if told[place - 1] not in closing), 0)
    coined = [" ".join(told[:firm])] if 1 < firm < len(told) else []
    return [*short_forms(name), *coined, *tails, *(told[:1] if told[0] in nouns else ())]


def _has_full_name(person: Member) -> bool:
    """Tell a person named in full, with a given name that many bear or with a role."""
    full = [fold(spelling).split() for spelling in person.spellings if " " in spelling]
    return bool(full) and (bool(person.roles) or any(is_given_name(told[0]) for told in full))


def stands_for(acronym: str, name: str) -> bool:
    """Tell whether an acronym may stand for a name: its letters are initials of the name's words, in order.

    >>> stands_for("FDD", "Foundation for Defense of Democracies")
    True
    """
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name)).casefold()
    letters = iter(initials)
    return all(letter in letters for letter in re.sub(r"\W", "", acronym).casefold())


def _mention(name: Found, owner: Member, role: Stated | None) -> Mention:
    full_start = min(name.start, role.start) if role else name.start
    full_end = max(name.end, role.end) if role else name.end
    kind = name.kind
    if owner.kind == "organization":
        kind = "organization"
    return Mention(
        start=name.start,
        end=name.end,
        form="name",
        kind=kind,
        entity=owner.id or None,
        text=name.text,
        full_start=full_start,
        full_end=full_end,
        role=role.role if role else None,
    )
