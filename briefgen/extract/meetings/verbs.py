"""Read meetings told by verbs: "X met Y", "X was received by Y", "X spoke by phone with Y", "X flew to Oslo for talks"."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.meetings.journeys import due, official, person_like, travel, visit
from briefgen.extract.meetings.parties import Party, People, keys_of
from briefgen.extract.meetings.sides import BE, Sides, behind, passive, subject_parties
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.lists import Item, read_items
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

KINDS = ("meet", "convene", "host", "visit", "travel", "phone", "speak", "negotiate", "invite", "discuss")


def _kind(line: Line, i: int) -> tuple[str, str] | None:
    """Give the kind of telling and the verb a word is a form of."""
    low = line.low(i)
    for kind in KINDS:
        found = verb_forms("meeting", kind).get(low)
        if found is not None:
            return kind, found[0]
    return None


def _only_verb(line: Line, i: int, known: tuple[str, str]) -> bool:
    """Tell a form that is no noun whatever a tagger says: "delegates convene", "an offer to negotiate", "Renn meets Vell"."""
    if line.low(i) in ("meets", "receives", "welcomes", "greets"):
        return i + 1 in line.inside or line.low(i + 1) == "with"
    sure = known[1] in ("convene", "negotiate", "confer")
    return sure and not line.low(i).endswith("ing") and not _adjective(line, i)


def _adjective(line: Line, i: int) -> bool:
    """Tell "a negotiated deal" from "they negotiated"."""
    return line.low(i).endswith("ed") and i + 1 < line.stop and line.doc[i + 1].pos_ in ("NOUN", "ADJ", "PROPN")


def verb_sides(line: Line, i: int, people: People) -> list[Sides]:
    """Read "X met Y", "X was received by Y", "X spoke by phone with Y"; several where one verb tells several meetings."""
    token = line.doc[i]
    known = _kind(line, i)
    if (
        known is None
        or not (token.pos_ == "VERB" or token.lower_ == "met" or _only_verb(line, i, known))
        or (i in line.inside and line.inside[i].form == "name")
        or (token.lower_.endswith("ing") and line.doc[i - 1].pos_ == "DET" and i > line.start)
    ):
        return due(line, i, people) if token.lower_ == "due" else _contact(line, i, people)
    kind, lemma = known
    first = subject_parties(line, i, people)
    if passive(line, i) and (kind in ("host", "invite", "meet", "visit") or line.low(i - 1) in BE):
        return _passive_sides(line, i, kind, first, people)
    if kind == "meet":
        return _meet(line, i, first, people)
    end = clause_end(line, i)
    span = (line.start, end)
    if kind in ("host", "invite"):
        items = behind(line, i, end)
        second = (
            [p for p in people.parties(line, [*items, *_led(line, items)]) if p.official]
            if people.parties(line, items[:1])
            else []
        )
        good = kind == "invite" or any(person_like(line, people, p) for p in second)
        told = Sides(at=i, kind=kind, first=first, second=second, span=span, words=_nouns_behind(line, i, end))
        return [told] if first and second and good else []
    if kind == "convene":
        return _convene(line, i, first, people, end)
    if kind == "visit":
        return visit(line, i, first, people, end)
    if kind == "travel":
        return travel(line, i, first, people, end)
    withs = people.parties(line, behind(line, i, end, objects=kind in ("phone",), prepositions=("with",)))
    if kind == "negotiate" and not withs and any(person_like(line, people, p) for p in first):
        withs = _whose(line, i, people)
    if kind == "negotiate" and not withs:
        several = len(first) > 1 or any(p.many for p in first)
        if not several or any(c.dep_ == "obj" for c in token.children):
            return []
    phoned = any(
        line.low(k) in words("meeting", "phone_words") or line.low(k) in ("call", "calls") for k in range(i, end)
    )
    if kind == "speak":
        withs = withs or (
            people.parties(line, behind(line, i, end, objects=False, prepositions=("to",))) if phoned else []
        )
        if (
            not phoned
            and not official(people, [*first, *withs])
            and not any(_is_body(people, p) for p in (*first, *withs))
        ):
            return []
        if not withs and _is_person(people, first):
            withs = [
                p
                for p in people.parties(line, behind(line, i, end, objects=False, prepositions=("to",)))
                if _is_person(people, [p])
            ]
        if not phoned and not any(person_like(line, people, p) for p in withs):
            withs = []
            if not (line.low(i).startswith("talk") and line.low(i + 1) == "for"):
                return []
    if kind == "phone" and not any(person_like(line, people, p) for p in first):
        return []
    if kind == "phone" and lemma == "call" and not _call_of(line, i, withs, people):
        return []
    if kind == "discuss" and not withs:
        call = next(
            (
                k
                for k in range(i, end)
                if line.low(k) in ("call", "meeting", "talks", "videoconference", "conversation", "summit")
            ),
            None,
        )
        if call is None or line.low(call - 1) == "the":
            return []
    if lemma == "raise" and line.doc[i].tag_ == "VB":
        return []  # who "promised to raise it with" somebody has not met him yet
    if kind == "discuss" and not any(person_like(line, people, p) for p in (*withs, *first)):
        return []
    used = frozenset(k for k in range(i, end) if line.low(k) in words("meeting", "nouns"))
    return [
        Sides(
            at=i,
            kind="meet" if kind in ("negotiate", "discuss") else kind,
            first=first,
            second=withs,
            span=span,
            words=used,
            plural=True,
        )
    ]


def _whose(line: Line, i: int, people: People) -> list[Party]:
    """Give whose affair is negotiated: "the union's leaders negotiate Norway's exit" do so with Norway."""
    for k in range(i + 1, min(line.stop, i + 6)):
        mention = line.inside.get(k)
        if mention is not None and mention.form == "name" and line.low(k + 1) in ("'s", "’s"):
            entity = people.reading.entity(mention.entity)
            body = entity is not None and entity.kind in ("state", "organization")
            return people.parties(line, read_items(line, k, k + 1)[0]) if body else []
    return []


def _is_person(people: People, parties: Sequence[Party]) -> bool:
    return any((e := people.reading.entity(k)) is not None and e.kind == "person" for k in keys_of(parties))


def _is_body(people: People, party: Party) -> bool:
    entity = people.reading.entity(party.key)
    return entity is not None and entity.kind in ("state", "organization")


def _convene(line: Line, i: int, first: list[Party], people: People, end: int) -> list[Sides]:
    """Read "the group convened in Oslo for its ninth meeting"; what somebody convenes is told by its noun."""
    items = behind(line, i, end, prepositions=())
    second = people.parties(line, items)
    if (items and not second) or not (first or second):
        return []
    used = frozenset(k for k in range(i, end) if line.low(k) in words("meeting", "nouns"))
    return [Sides(at=i, kind="convene", first=first, second=second, span=(line.start, end), plural=True, words=used)]


def _contact(line: Line, i: int, people: People) -> list[Sides]:
    """Read "gave assurances by phone to Y", "is in touch with Y", "shook hands with Y", "sat down on Monday with Y"."""
    low = line.low(i)
    if (low in ("hands", "hand") and line.low(i - 1) in verb_forms("meeting", "shake")) or (
        low == "down" and line.low(i - 1) in verb_forms("meeting", "sit")
    ):
        return _together(line, i, people)
    phone = low in ("phone", "telephone", "videolink") and line.low(i - 1) == "by"
    touch = low in ("touch", "contact") and line.low(i - 1) == "in" and line.low(i + 1) == "with"
    if not (phone or touch):
        return []
    verb = next(
        (k for k in range(i - 1, line.start - 1, -1) if line.doc[k].pos_ in ("VERB", "AUX") and k not in line.inside),
        None,
    )
    if (
        verb is None
        or verb_forms("meeting", "speak").get(line.low(verb))
        or verb_forms("meeting", "phone").get(line.low(verb))
    ):
        return []
    end = clause_end(line, i)
    first = subject_parties(line, verb, people)
    second = people.parties(line, behind(line, i, end, objects=False, prepositions=("with", "to")))
    return (
        [Sides(at=verb, kind="phone", first=first, second=second, span=(line.start, end))] if first and second else []
    )


def _together(line: Line, i: int, people: People) -> list[Sides]:
    end = clause_end(line, i)
    first = subject_parties(line, i - 1, people)
    second = people.parties(line, behind(line, i, end, objects=False, prepositions=("with",)))
    told = Sides(at=i - 1, kind="meet", first=first, second=second, span=(line.start, end))
    return [told] if first and second and any(person_like(line, people, p) for p in second) else []


def _meet(line: Line, i: int, first: list[Party], people: People) -> list[Sides]:
    """Read one meeting for each group behind the verb: "met Y in Oslo on Monday and Z in Bergen on Tuesday"."""
    end = clause_end(line, i)
    items = behind(line, i, end)
    if any(
        line.doc[k].text in words("meeting", "sports") and k not in line.inside for k in range(line.start, line.stop)
    ):
        return []
    heads = {line.low(item.head) for item in items[:1]} | {line.low(k) for k in range(i + 1, min(end, i + 4))}
    if heads & words("meeting", "not_met") or (_own(line, i) and not official(people, people.parties(line, items))):
        return []
    second = people.parties(line, [*items, *_led(line, items)])
    if items and not second:
        return []
    groups = _groups(line, items, end)
    if len(groups) > 1 and first:
        made = []
        for own, (start, stop) in groups:
            made.append(Sides(at=i, kind="meet", first=first, second=people.parties(line, own), span=(start, stop)))
        return made
    return [
        Sides(
            at=i,
            kind="meet",
            first=first,
            second=second,
            span=(line.start, end),
            plural=True,
            words=_nouns_behind(line, i, end),
        )
    ]


def _led(line: Line, items: list[Item]) -> list[Item]:
    """Give who leads a delegation: "a delegation of the Red Cross headed by its director, Paul Wenger"."""
    if not items:
        return []
    for k in range(items[0].first, min(line.stop - 1, items[-1].last + 6)):
        if line.low(k) in ("headed", "led") and line.low(k + 1) == "by":
            return read_items(line, k + 2)[0][:1]
    return []


def _own(line: Line, i: int) -> bool:
    """Tell "I met one father", a writer's or speaker's own encounter."""
    return any(line.low(k) in ("i", "we") for k in range(max(line.start, i - 3), i))


def _nouns_behind(line: Line, i: int, end: int) -> frozenset[int]:
    """Give the event nouns right behind the verb that tell the same: "meet for talks"."""
    return frozenset(
        k
        for k in range(i + 1, min(end, i + 25))
        if line.low(k) in words("meeting", "nouns") and any(line.low(n) == "for" for n in range(max(i, k - 9), k))
    )


def _groups(line: Line, items: list[Item], end: int) -> list[tuple[list[Item], tuple[int, int]]]:
    """Part what one verb tells into meetings: each group has a place or a date of its own behind it."""
    if not items:
        return []
    found = [(items, items[0].first)]
    k = items[-1].last + 1
    while k < end:
        if (line.low(k) == "and" and line.doc[k - 1].text != ",") or (line.low(k) == "and" and (k - 1 in line.times)):
            mention = line.mention_at(k + 1) or line.mention_at(k + 2)
            local = any(n in line.times or line.low(n) in ("in", "on") for n in range(items[-1].last + 1, k))
            if (
                mention is not None
                and mention[1].kind == "person"
                and local
                and not (mention[0] + 1 < line.stop and line.finite(mention[0] + 1))
            ):
                more, _ = read_items(line, k + 1, end)
                if more:
                    found.append((more, k + 1))
                    k = more[-1].last
        k += 1
    if len(found) < 2:
        return []
    starts = [start for _, start in found] + [end]
    return [(own, (starts[n] if n else line.start, starts[n + 1])) for n, (own, _) in enumerate(found)]


def _passive_sides(line: Line, i: int, kind: str, first: list[Party], people: People) -> list[Sides]:
    if kind not in ("host", "invite"):
        return []
    if (
        line.low(i - 1) not in BE
        and line.doc[i - 1].pos_ == "NOUN"
        and line.low(i - 1) not in words("meeting", "people")
    ):
        return []  # "a concert hosted by": nobody was received
    end = clause_end(line, i)
    second = people.parties(line, behind(line, i, end, objects=False, prepositions=("by",)))
    if not second or (not first and kind == "host"):
        return []
    if kind == "host" and not any(person_like(line, people, p) for p in first):
        return []
    return [Sides(at=i, kind=kind, first=first, second=second, span=(line.start, end))]


def _call_of(line: Line, i: int, withs: list[Party], people: People) -> bool:
    """Tell "called Toma Vell on Sunday" from "called Toma Vell a liar"."""
    items = behind(line, i, clause_end(line, i))
    noun_before = line.doc[i - 1].pos_ in ("NOUN", "PUNCT", "DET", "ADV") if i > line.start else True
    if (
        len(items) != 1
        or not withs
        or line.low(i + 1) in ("on", "for", "it")
        or line.doc[i].tag_ not in ("VBD", "VB", "VBZ", "VBP")
        or noun_before
    ):
        return False
    after = items[0].last + 1
    return (
        after in line.times or line.low(after) == "to" or (line.low(after) == "on" and after + 1 in line.times)
    ) and any(person_like(line, people, p) and p.key for p in withs)
