"""Say what a telling of a meeting is, and find who stands before and behind the word that tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.extract.meetings.parties import Party, People
from briefgen.reading.clauses import subject_of
from briefgen.reading.line import RELATIVE, Line
from briefgen.reading.lists import Item, read_items
from briefgen.reading.stretches import items_before

BE = frozenset({"is", "are", "was", "were", "been", "being", "be"})
PLANS = frozenset(
    {
        "plans",
        "hopes",
        "aims",
        "intends",
        "expects",
        "wants",
        "agreed",
        "offers",
        "needs",
        "likely",
        "due",
        "set",
        "expected",
        "scheduled",
    }
)
OPENED = frozenset(
    {
        "opened",
        "opens",
        "open",
        "hosted",
        "hosts",
        "host",
        "chaired",
        "chairs",
        "attended",
        "attends",
        "attend",
        "joined",
        "led",
        "mediated",
        "convened",
        "hosting",
        "attending",
    }
)
LOCAL = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "on",
        "during",
        "inside",
        "into",
        "to",
        "from",
        "this",
        "for",
        "earlier",
        "late",
        "early",
        "before",
        "after",
        "around",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The parties by side and the kind of telling.

    `at` is its word, `verb` the light verb of a noun, `span` where date and
    place are sought first (token indices, half-open), `words` what later cues must not tell again.
    """

    at: int
    kind: str
    first: Sequence[Party]
    second: Sequence[Party]
    span: tuple[int, int]
    words: frozenset[int] = frozenset()
    verb: int | None = None
    definite: bool = False
    plural: bool = False
    place: str | None = None
    future: bool = False
    leading: bool = False


def _kind(line: Line, i: int) -> tuple[str, str] | None:
    """Give the kind of telling and the verb a word is a form of."""
    low = line.low(i)
    for kind in KINDS:
        found = verb_forms("meeting", kind).get(low)
        if found is not None:
            return kind, found[0]
    return None


def verb_sides(line: Line, i: int, people: People) -> list[Sides]:
    """Read "X met Y", "X was received by Y", "X spoke by phone with Y"; several where one verb tells several meetings."""
    token = line.doc[i]
    known = _kind(line, i)
    if (
        known is None
        or not (token.pos_ == "VERB" or token.lower_ == "met")
        or (i in line.inside and line.inside[i].form == "name")
    ):
        return _due(line, i, people) if token.lower_ == "due" else _contact(line, i, people)
    kind, lemma = known
    first = subject_parties(line, i, people)
    if _passive(line, i) and (kind in ("host", "invite", "meet", "visit") or line.low(i - 1) in BE):
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
        good = kind == "invite" or any(_person_like(line, people, p) for p in second)
        return [Sides(at=i, kind=kind, first=first, second=second, span=span)] if first and second and good else []
    if kind == "convene":
        return _convene(line, i, first, people, end)
    if kind == "visit":
        return _visit(line, i, first, people, end)
    if kind == "travel":
        return _travel(line, i, first, people, end)
    withs = people.parties(line, behind(line, i, end, objects=kind in ("phone",), prepositions=("with",)))
    if kind == "negotiate" and not withs and (len(first) < 2 or any(c.dep_ == "obj" for c in token.children)):
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
            and not _official(people, [*first, *withs])
            and not any(_is_body(people, p) for p in (*first, *withs))
        ):
            return []
        if not withs and _is_person(people, first):
            withs = [
                p
                for p in people.parties(line, behind(line, i, end, objects=False, prepositions=("to",)))
                if _is_person(people, [p])
            ]
        if not phoned and not any(_person_like(line, people, p) for p in withs):
            withs = []
            if not (line.low(i).startswith("talk") and line.low(i + 1) == "for"):
                return []
    if kind == "phone" and not any(_person_like(line, people, p) for p in first):
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
    if kind == "discuss" and not any(_person_like(line, people, p) for p in (*withs, *first)):
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
    """Read "gave assurances by phone to Y", "is in touch with Y"."""
    low = line.low(i)
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


def _passive(line: Line, i: int) -> bool:
    if line.doc[i].tag_ not in ("VBN", "VBD"):
        return False
    k = i - 1
    while k > line.start and (line.doc[k].pos_ == "ADV" or line.low(k) in ("also", "not")):
        k -= 1
    return line.low(k) in BE or (line.low(i + 1) == "by" and line.low(k) not in ("has", "have", "had"))


def subject_parties(line: Line, i: int, people: People) -> list[Party]:
    """Give the parties before a verb; a verb without a subject of its own takes that of the verb that governs it."""
    verb, seen = i, 0
    while seen < 4:
        seen += 1
        items = items_before(line, verb) if not _elided(line, verb) else []
        found = people.parties(line, items)
        if found:
            return found
        head = _governor(line, verb)
        if head is None:
            break
        verb = head
    subject = subject_of(line.doc[i])
    if subject is not None and line.start <= subject.i < i:
        items, _ = read_items(
            line, min((t.i for t in subject.subtree if t.i >= line.start), default=subject.i), i, leading=True
        )
        return people.parties(line, items)
    return []


def _elided(line: Line, verb: int) -> bool:
    """Tell "to meet", "and met": no subject stands before the verb itself."""
    k = verb - 1
    while k > line.start and (
        line.doc[k].pos_ in ("AUX", "ADV") or k in line.times or line.low(k) in ("not", "also", "then")
    ):
        k -= 1
    return line.low(k) in ("to", "and", "or", "but", "before", "after", "by") or (
        line.doc[k].pos_ == "ADP" and k not in line.inside
    )


def _governor(line: Line, verb: int) -> int | None:
    if line.low(verb - 1) == "to" and verb - 2 > line.start and line.low(verb - 2) in PLANS:
        return verb - 2  # "plans to visit": a tagger takes it for a noun
    k = verb - 1
    while k > line.start and line.doc[k].pos_ in ("AUX", "ADV"):
        k -= 1
    if line.low(k) in ("and", "or", "but"):
        # "would travel to Oslo and would hold talks": the verb before has the subject
        earlier = next((n for n in range(k - 1, line.start, -1) if line.finite(n) and not line.in_relative(n)), None)
        if earlier is not None:
            return earlier
    head = line.doc[verb].head
    for _ in range(4):
        if head.i == verb or not line.start <= head.i < line.stop:
            break
        if head.pos_ in ("VERB", "AUX") and head.i < verb:
            return int(head.i)
        if head.i == head.head.i:
            break
        head = head.head
    return next(
        (
            k
            for k in range(verb - 1, line.start - 1, -1)
            if (line.finite(k) and line.doc[k].pos_ == "VERB") or line.low(k) in BE
        ),
        None,
    )


def behind(
    line: Line, i: int, end: int, *, objects: bool = True, prepositions: tuple[str, ...] = ("with", "alongside")
) -> list[Item]:
    """Read the parties behind a verb: "received in Riga the envoy", "met on Monday, in Oslo, with Y"."""
    k = i + 1
    while k < end:
        low, token = line.low(k), line.doc[k]
        if low in prepositions:
            k += 1
            while line.low(k) in ("both", "separately"):
                k += 1
            return read_items(line, k, end)[0]
        if (
            k in line.times
            or token.pos_ in ("ADV", "PART")
            or token.text == ","
            or low in ("up", "together", "behind", "closed", "doors", "separately")
        ):
            k += 1
            continue
        if low == "without":
            return []
        if token.pos_ in ("ADP", "SCONJ") or low in LOCAL:
            k = _past_phrase(line, k, end, prepositions)
            continue
        if token.pos_ in ("VERB", "AUX") or low in RELATIVE or low == "without":
            return []
        if objects:
            return read_items(line, k, end)[0]
        k += 1
    return []


def _past_phrase(line: Line, k: int, end: int, prepositions: tuple[str, ...]) -> int:
    """Give the place behind a prepositional phrase: its name or date, else up to the next preposition."""
    n = k + 1
    while n < end and (
        line.doc[n].pos_ in ("DET", "ADJ", "NUM", "ADV") and n not in line.inside and n not in line.times
    ):
        n += 1
    found = line.mention_at(n)
    if found is not None:
        return found[0] + 1
    if n in line.times:
        while n < end and n in line.times:
            n += 1
        return n
    while (
        n < end
        and line.low(n) not in prepositions
        and line.doc[n].pos_ not in ("ADP", "DET", "VERB")
        and line.doc[n].text != ","
    ):
        n += 1
    return max(n, k + 1)


def _meet(line: Line, i: int, first: list[Party], people: People) -> list[Sides]:
    """Read one meeting for each group behind the verb: "met Y in Oslo on Monday and Z in Bergen on Tuesday"."""
    end = clause_end(line, i)
    items = behind(line, i, end)
    if any(line.low(item.head) in words("meeting", "not_met") for item in items[:1]) or (
        _own(line, i) and not _official(people, people.parties(line, items))
    ):
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
        if line.low(k) in words("meeting", "nouns") and line.low(k - 1) in ("for", "of", "in", "bilateral")
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


def _person_like(line: Line, people: People, party: Party) -> bool:
    entity = people.reading.entity(party.key)
    if entity is not None and entity.kind == "person":
        return True
    tail = set(party.words.casefold().split())
    if party.key is None and party.words[:1].isupper() and " " not in party.words:
        return True  # a surname that was not known for a name
    official = bool(tail & (words("meeting", "official") | {"delegation", "counterpart", "team"})) and party.official
    return official or (entity is not None and entity.kind == "organization")


def _passive_sides(line: Line, i: int, kind: str, first: list[Party], people: People) -> list[Sides]:
    if kind not in ("host", "invite"):
        return []
    end = clause_end(line, i)
    second = people.parties(line, behind(line, i, end, objects=False, prepositions=("by",)))
    if not second or (not first and kind == "host"):
        return []
    if kind == "host" and not any(_person_like(line, people, p) for p in first):
        return []
    return [Sides(at=i, kind=kind, first=first, second=second, span=(line.start, end))]


def _visit(line: Line, i: int, first: list[Party], people: People, end: int) -> list[Sides]:
    """Read "visited Latvia": the visitor is a party, and the state visited; "visited the school" is none."""
    visitors = [p for p in first if _person_like(line, people, p)]
    place = next((line.inside[k] for k in range(i + 1, min(end, i + 5)) if k in line.inside), None)
    if not visitors or place is None or (place.kind != "place" and people.reading.entity(place.entity) is None):
        return []
    entity = people.reading.entity(place.entity)
    state = [people.known(Party(entity.id, entity.name))] if entity is not None and entity.kind == "state" else []
    if entity is not None and entity.kind in ("person", "organization"):
        return []
    if not state and not (_official(people, visitors) and line.times):
        return []
    return [
        Sides(
            at=i, kind="visit", first=visitors, second=state, span=(line.start, end), place=" ".join(place.text.split())
        )
    ]


def _official(people: People, parties: Sequence[Party]) -> bool:
    for key in keys_of(parties):
        entity = people.reading.entity(key)
        if (
            entity is not None
            and entity.kind == "person"
            and set((entity.role or "").casefold().split()) & words("meeting", "official")
        ):
            return True
    return any(set(p.words.casefold().split()) & words("meeting", "official") for p in parties)


def _travel(line: Line, i: int, first: list[Party], people: People, end: int) -> list[Sides]:
    """Read "flew to Geneva for talks with Y": people of office who go somewhere to meet or to talk."""
    travellers = [p for p in first if _person_like(line, people, p)]
    if not travellers or not any(line.low(k) in ("to", "in") for k in range(i + 1, min(end, i + 6))):
        return []
    event = next(
        (
            k
            for k in range(i + 1, line.stop)
            if (line.low(k) in words("meeting", "nouns") and line.doc[k].pos_ == "NOUN")
            or line.low(k) in ("discuss", "negotiate")
        ),
        None,
    )
    if any(
        line.low(k) in ("meet", "meets", "met", "meeting") and line.doc[k].pos_ == "VERB"
        for k in range(i + 1, line.stop)
    ):
        return []  # "arrived to meet with ...": told by its own verb
    if event is None and not (_official(people, travellers) and line.times):
        return []
    if (
        event is not None
        and line.low(event) in words("meeting", "weak") - {"session", "round"}
        and line.low(event + 1) != "with"
    ):
        event = None
    second = (
        people.parties(line, behind(line, event, line.stop, objects=False, prepositions=("with", "between")))
        if event is not None
        else []
    )
    if event is None:
        second = [
            people.known(Party(e.id, e.name))
            for k in range(i + 1, min(end, i + 8))
            if line.low(k) == "to"
            and (m := line.inside.get(k + 1)) is not None
            and (e := people.reading.entity(m.entity)) is not None
            and e.kind == "state"
        ]
    used = frozenset({event} if event is not None else ())
    coming = line.doc[i].tag_ == "VBG" and line.low(i - 1) in BE
    return [
        Sides(
            at=i,
            kind="travel",
            first=travellers,
            second=second,
            span=(line.start, line.stop),
            words=used,
            future=coming,
        )
    ]


def _due(line: Line, i: int, people: People) -> list[Sides]:
    """Read "is due in Oslo on Friday for talks with Y"."""
    if line.low(i + 1) not in ("in", "to", "at"):
        return []
    return [
        replace(s, future=True) for s in _travel(line, i, subject_parties(line, i, people), people, clause_end(line, i))
    ]


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
    ) and any(_person_like(line, people, p) and p.key for p in withs)


def noun_sides(line: Line, i: int, people: People) -> list[Sides]:
    """Read "talks between X and Y", "X held talks with Y", "X's meeting with Y", "after a meeting with Y", "the summit of Z"."""
    low, token = line.low(i), line.doc[i]
    lemma = low if low in words("meeting", "nouns") else token.lemma_.casefold()
    if (
        token.pos_ not in ("NOUN", "PROPN")
        or lemma not in words("meeting", "nouns")
        or (i in line.inside and line.inside[i].form == "name")
    ):
        return []
    modifiers = {line.low(k) for k in range(max(line.start, i - 3), i)} | {
        line.low(k) for k in range(i + 1, min(line.stop, i + 4)) if line.low(i + 1) == "of"
    }
    following = (
        i + 1 < line.stop
        and line.doc[i + 1].pos_ == "NOUN"
        and line.doc[i + 1].tag_ in ("NN", "NNS")
        and i + 1 not in line.times
    )
    aside = any(line.low(k) in ("sidelines", "margins", "fringes", "eve") for k in range(max(line.start, i - 5), i))
    if modifiers & words("meeting", "other") or following or aside:
        return []
    end = _noun_end(line, i)
    tied = _tied(line, i, end, people)
    owners = _owners(line, i, people)
    light = _light(line, i)
    first: list[Party] = owners
    verb = None
    if light is not None:
        verb = light
        first = (
            _agents(line, light, people) if _passive(line, light) else subject_parties(line, light, people)
        ) + owners
        if not tied:
            tied = people.parties(
                line, behind(line, i, clause_end(line, i), objects=False, prepositions=("with", "between"))
            )
    elif not owners and tied and _one_sided(line, i):
        first = _outer(line, i, people)
    tied = tied + _attended(line, i, people)
    if not first and not owners:
        first = _proposer(line, i, people)
    before = line.low(_phrase_start(line, i) - 1)
    if (
        not first
        and before in ("after", "during", "at", "in", "following", "before")
        and line.low(_phrase_start(line, i)) in ("the", "these")
    ):
        first = [p for p in _outer(line, i, people) if p.key] if tied else []
    if not tied and not first:
        definite = line.low(_phrase_start(line, i)) in ("the", "these", "this")
        return (
            [Sides(at=i, kind="noun", first=[], second=[], span=(line.start, line.stop), definite=True)]
            if definite and _told_more(line, i)
            else []
        )
    if lemma in words("meeting", "weak") and len(keys_of([*first, *tied])) < 2 and not (light is not None and tied):
        return []
    kind = "summit" if lemma == "summit" and not light else "noun"
    plural = any(line.low(k) in ("between", "among", "of") for k in range(i + 1, min(end, i + 3))) or (
        light is not None and lemma in ("talks", "negotiations", "consultations", "summit")
    )
    definite = line.low(_phrase_start(line, i)) in ("the", "these", "this")
    start = clause_span_start(line, i)
    told = next(
        (
            k
            for k in range(i + 1, line.stop)
            if (line.finite(k) or line.doc[k].tag_ == "VBN") and not line.in_relative(k)
        ),
        None,
    )
    subject = told is not None and not any(line.finite(k) for k in range(start, i))
    stop = clause_end(line, told) if subject and told is not None else clause_end(line, i)
    opened = (
        light is not None
        and line.low(light) in OPENED
        and lemma in ("talks", "summit", "negotiations", "consultations", "conference")
    )
    host = next(
        (
            m
            for k in range(i, line.stop)
            if line.in_relative(k) and line.low(k) == "host"
            for n in range(i, k)
            if (m := line.inside.get(n)) is not None and m.kind == "place"
        ),
        None,
    )
    return [
        Sides(
            at=i,
            kind=kind,
            first=first,
            second=tied,
            span=(start, stop),
            leading=opened,
            place=host.text if host is not None else None,
            verb=verb,
            plural=plural,
            definite=definite,
            words=frozenset(k for k in range(i + 1, end) if line.low(k) in words("meeting", "nouns")),
        )
    ]


def clause_span_start(line: Line, i: int) -> int:
    """Give where the clause of a noun starts: the sentence's start, or behind a semicolon."""
    return next((k + 1 for k in range(i, line.start - 1, -1) if line.doc[k].text == ";"), line.start)


def _noun_end(line: Line, i: int) -> int:
    return next((k for k in range(i + 1, line.stop) if line.finite(k) and not line.in_relative(k)), line.stop)


def _phrase_start(line: Line, i: int) -> int:
    k = i
    while k > line.start and (
        (line.doc[k - 1].pos_ in ("ADJ", "DET", "NUM", "NOUN", "PROPN") and k - 1 not in line.times)
        or line.low(k - 1) in ("'s", "-")
    ):
        k -= 1
    return k


def _tied(line: Line, i: int, end: int, people: People) -> list[Party]:
    """Give the parties that stand behind the noun: between, with, of, among."""
    for k in range(i + 1, min(end, i + 14)):
        low = line.low(k)
        if low in ("between", "among", "with") or (
            low == "of"
            and (k == i + 1 or k - 1 in line.times or (line.low(k - 1)[:1] != "" and k - 1 in line.inside))
            and line.low(i) not in ("talk", "talks", "round", "conversation", "call")
        ):
            return people.parties(line, read_items(line, k + 1, line.stop if low != "of" else end)[0])
        if line.doc[k].text == ";" or line.doc[k].pos_ == "VERB" or low in RELATIVE:
            break
    return []


def _owners(line: Line, i: int, people: People) -> list[Party]:
    """Give the parties before the noun: "Renn's talks", "his visit", "U.S.-China talks", "Saudi-Iranian negotiations"."""
    start = _phrase_start(line, i)
    found: list[str] = []
    for k in range(start, i):
        mention = line.inside.get(k)
        entity = people.reading.entity(mention.entity) if mention is not None else None
        joined = (
            line.low(k + 1) in ("-", "–", "'s", "'", "’s")
            or line.low(k - 1) in ("-", "–")
            or (mention is not None and mention.form == "pronoun")
        )
        if entity is not None and entity.kind is not None and (joined or (entity.kind == "state" and k == i - 1)):
            found.append(entity.id)
        elif mention is None and line.doc[k].text[:1].isupper():
            for part in line.doc[k].text.replace("–", "-").split("-"):
                known = gazetteer().get(fold(part))
                if known is not None and known.what in ("adjective", "state"):
                    found.extend(e.id for e in people.reading.entities if e.name == known.name and e.kind == "state")
    keys = list(dict.fromkeys(found))
    return [people.known(Party(k, _called(people, k))) for k in keys]


def _called(people: People, key: str) -> str:
    entity = people.reading.entity(key)
    return entity.name if entity is not None else key


def _light(line: Line, i: int) -> int | None:
    """Give the light verb of a noun: "held talks", "ended a day of talks", "talks were held", "took part in a meeting"."""
    k = i - 1
    passed = 0
    while k >= line.start and passed < 9:
        low = line.low(k)
        if (line.doc[k].pos_ in ("VERB", "AUX") and low not in BE | {"will", "would", "has", "have", "had"}) or (
            low in ("had", "have", "has") and passed < 4
        ):
            if low in verb_forms("meeting", "light") and not (
                line.doc[k].pos_ == "AUX" and low not in ("had", "have", "has")
            ):
                return k
            return None
        if line.doc[k].text in (",", ";") or low in (
            "with",
            "between",
            "after",
            "before",
            "during",
            "and",
            "for",
            "by",
        ):
            break
        k, passed = k - 1, passed + 1
    for k in range(i + 1, min(line.stop, i + 8)):
        if (
            line.doc[k].pos_ == "VERB"
            and _passive(line, k)
            and line.low(k) in ("held", "conducted", "hosted", "chaired", "convened")
        ):
            return k
        if line.doc[k].pos_ == "VERB":
            break
    return None


def _agents(line: Line, verb: int, people: People) -> list[Party]:
    return people.parties(line, behind(line, verb, clause_end(line, verb), objects=False, prepositions=("by",)))


def _one_sided(line: Line, i: int) -> bool:
    """Tell "after talks with Y", where the one who spoke was there, from "after talks between X and Y"."""
    low = next(
        (
            line.low(k)
            for k in range(i + 1, min(line.stop, i + 14))
            if line.low(k) in ("with", "between", "among", "of")
        ),
        "",
    )
    return low == "with"


def _outer(line: Line, i: int, people: People) -> list[Party]:
    """Give the subject of the clause that a phrase such as "after talks with Y" belongs to."""
    verb = next(
        (
            k
            for k in range(i - 1, line.start - 1, -1)
            if line.doc[k].pos_ == "VERB" and line.doc[k].tag_ in ("VBD", "VBZ", "VBP", "VBN") and k not in line.inside
        ),
        None,
    )
    if verb is None:
        verb = next((k for k in range(i + 1, line.stop) if line.finite(k) and line.doc[k].pos_ == "VERB"), None)
        if verb is None:
            return []
        comma = next((k for k in range(verb, i, -1) if line.doc[k].text == ","), None)
        if comma is None:
            return []
        return people.parties(line, read_items(line, comma + 1, verb)[0])[:4]
    return subject_parties(line, verb, people)[:4]


def _attended(line: Line, i: int, people: People) -> list[Party]:
    """Give who came to or led a meeting: "attended by", "chaired by", "hosted by", "which Y will host"."""
    found: list[Party] = []
    for k in range(i + 1, min(line.stop, i + 25)):
        if line.finite(k) and not line.in_relative(k) and not any(line.low(n) in RELATIVE for n in range(i + 1, k)):
            break
        lemma = verb_forms("meeting", "lead").get(line.low(k), ("", ""))[0]
        if line.doc[k].pos_ != "VERB" or not lemma:
            continue
        if line.low(k + 1) == "by":
            found.extend(people.parties(line, read_items(line, k + 2)[0]))
        elif lemma == "host" and line.in_relative(k):
            found.extend(p for p in people.parties(line, _between_relative(line, k)) if p.key)
    return found


def _proposer(line: Line, i: int, people: People) -> list[Party]:
    """Give who makes "a proposal by X for talks", "X's offer of talks"."""
    for k in range(i - 1, max(line.start, i - 14) - 1, -1):
        if line.low(k) in ("proposal", "offer", "invitation", "request"):
            for n in range(k + 1, i):
                if line.low(n) in ("by", "from", "of"):
                    return people.parties(line, read_items(line, n + 1, i)[0])
            return _owners(line, k, people)
        if line.finite(k):
            break
    return []


def _between_relative(line: Line, verb: int) -> list[Item]:
    k = next((n for n in range(verb - 1, max(line.start, verb - 9) - 1, -1) if line.low(n) in RELATIVE), None)
    return read_items(line, k + 1, verb)[0] if k is not None else []


def _told_more(line: Line, i: int) -> bool:
    """Tell whether a clause says of "the talks" when, where or with whom they were."""
    return bool(line.times) or bool(list(_places(line, i)))


def _places(line: Line, i: int) -> Iterator[int]:
    return (k for k in range(i, line.stop) if line.low(k) in ("in", "at") and k + 1 in line.inside)
