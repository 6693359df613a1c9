"""Read meetings told by verbs: "X met Y", "X was received by Y", "X spoke by phone with Y", "X flew to Oslo for talks"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from briefgen.extract.meetings import calls, contacts, hospitality, joint, spoke_there, summons, touch
from briefgen.extract.meetings.company import aims, gone_to, in_company, presence
from briefgen.extract.meetings.contacts import contact_sides, how_often
from briefgen.extract.meetings.hosts import at_body
from briefgen.extract.meetings.invitations import talks_offered
from briefgen.extract.meetings.journeys import due, in_person, official, person_like, travel, visit
from briefgen.extract.meetings.parties import Party, People, keys_of
from briefgen.extract.meetings.play import at_play, at_sport, teams
from briefgen.extract.meetings.sides import BE, Sides, behind, groups, led, passive, subject_parties
from briefgen.extract.meetings.summons import called_to, summoned
from briefgen.knowledge.world import is_person_noun, words
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

Reader = Callable[[Line, int, People], list[Sides]]
"""Reads what a word of a sentence tells: several sides where it tells several meetings."""
KINDS = ("meet", "convene", "host", "visit", "travel", "invite", "join", "leave", "send", *contacts.KINDS)


BEFORE_GERUND = frozenset("after before while when since by denied denies deny denying".split())
CAME = frozenset({"call", "visit"})
HONOURS = frozenset("honor honour honored honoured pleasure privilege pleased delighted proud happy glad".split())


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    """Give the kind of telling and the verb by every form; what stands in two lists is of the kind named first."""
    return {form: (kind, verb) for kind in reversed(KINDS) for form, (verb, _) in verb_forms("meeting", kind).items()}


def _only_verb(line: Line, i: int, known: tuple[str, str]) -> bool:
    """Tell a form that is no noun whatever a tagger says: "delegates convene", "an offer to negotiate", "Renn meets Vell"."""
    if line.low(i) in ("meets", "receives", "welcomes", "greets"):
        return i + 1 in line.inside or line.low(i + 1) == "with"
    if line.low(i) == "meeting" and line.low(i - 1) in BEFORE_GERUND:
        return i + 1 in line.inside or line.low(i + 1) == "with" or line.pos(i + 1) == "DET"
    if line.low(i) == "calls" and line.low(i + 1) in ("on", "upon"):
        return line.pos(i - 1) not in ("DET", "ADJ", "PRON") and line.low(i - 1) not in ("'s", "’s")
    sure = known[1] in ("convene", "reconvene", "negotiate", "confer")
    return sure and not line.low(i).endswith("ing") and not _adjective(line, i)


def _adjective(line: Line, i: int) -> bool:
    """Tell "a negotiated deal" from "they negotiated"."""
    return line.low(i).endswith("ed") and line.pos(i + 1) in ("NOUN", "ADJ", "PROPN")


def _several(line: Line, i: int) -> bool:
    """Tell the plural of a noun that the tagger took for a verb: "other Norwegian visits to Riga followed"."""
    k = i - 1
    while k > line.start and k in line.inside:
        k -= 1
    return line.low(k) in SEVERAL


SEVERAL = frozenset("other further several many more earlier previous recent various numerous repeated such".split())


def verb_sides(line: Line, i: int, people: People) -> list[Sides]:
    """Read "X met Y", "X was received by Y", "X spoke by phone with Y"; several where one verb tells several meetings."""
    known = _kinds().get(line.low(i))
    found = _by_kind(line, i, known, people) if known is not None and _is_verb(line, i, known) else []
    return found or next((s for reader in _phrases().get(line.low(i), ()) if (s := reader(line, i, people))), [])


def _is_verb(line: Line, i: int, known: tuple[str, str]) -> bool:
    """Tell a verb that tells a meeting from a noun and an adjective of its form."""
    token = line.doc[i]
    if not (token.pos_ == "VERB" or line.low(i) == "met" or _only_verb(line, i, known)):
        return False
    meets = line.low(i) == "meeting" and line.low(i - 1) in BE  # "has been meeting bishops", whatever a parser says
    return not (
        (i in line.inside and line.inside[i].form == "name")
        or (token.tag_ == "VBG" and token.dep_ == "amod" and not meets)  # "told the visiting premier"
        or (token.tag_ == "VBZ" and _several(line, i))
        or contacts.otherwise(line, i, known[1])
        or (line.low(i).endswith("ing") and line.pos(i - 1) == "DET")
    )


@cache
def _phrases() -> dict[str, tuple[Reader, ...]]:
    """Give by each word, in order, who reads a set phrase, or what was done together, from it."""
    readers: tuple[tuple[Reader, frozenset[str]], ...] = (
        (due, frozenset({"due", "expected"})),
        (touch.in_touch, touch.opening()),
        (spoke_there.spoke_there, spoke_there.opening()),
        (spoke_there.handed, frozenset(verb_forms("meeting", "bring_to"))),
        (calls.calls, calls.opening()),
        (gone_to, aims()),
        (in_company, frozenset({"with"})),
        (summoned, summons.opening()),
        (talks_offered, frozenset(verb_forms("meeting", "proposed"))),
        (hospitality.hospitality, hospitality.opening()),
        (hospitality.to_their_face, presence()),
        (joint.joint, joint.opening()),
    )
    forms = frozenset[str]().union(*(opening for _, opening in readers))
    return {form: tuple(reader for reader, opening in readers if form in opening) for form in forms}


@cache
def opening() -> frozenset[str]:
    """Give the words at which a meeting may be told by a verb or by a set phrase."""
    return frozenset(_kinds()) | frozenset(_phrases())


def _by_kind(line: Line, i: int, known: tuple[str, str], people: People) -> list[Sides]:
    """Read a verb that tells a meeting, by its kind."""
    kind = known[0]
    first = subject_parties(line, i, people)
    if passive(line, i) and (kind in ("host", "invite", "meet", "visit", "join") or line.low(i - 1) in BE):
        return _passive_sides(line, i, known, first, people)
    if kind == "meet":
        return _meet(line, i, first, people)
    end = clause_end(line, i)
    if kind in ("host", "invite", "join"):
        return _host(line, i, kind, first, people)
    if kind == "convene":
        return _convene(line, i, known[1], first, people, end)
    if kind == "visit":
        return visit(line, i, first, people, end)
    if kind == "leave":
        return _left_for(line, i, first, people, end)
    if kind == "send":
        return _sent(line, i, first, people, end)
    if kind == "travel":
        return travel(line, i, first, people, end)
    return contact_sides(line, i, known, first, people)


def _left_for(line: Line, i: int, first: list[Party], people: People, end: int) -> list[Sides]:
    """Read "leaves for Oslo on Monday", "left for talks with Y in Oslo"; who "left for Oslo in 2022" moved there."""
    gone_to = line.mention_at(i + 2) if line.low(i + 1) == "for" else None
    if gone_to is None:
        return []
    told, place = travel(line, i, first, people, end), " ".join(gone_to[1].text.split())
    gone = line.doc[i].tag_ in ("VBD", "VBN")
    return [replace(each, place=place) for each in told if each.second or each.words or not gone]


def _sent(line: Line, i: int, first: list[Party], people: People, end: int) -> list[Sides]:
    """Read "sent a delegation to Oslo in May": who was sent goes there, for whoever sent them."""
    items = behind(line, i, end, prepositions=())
    going = [p for p in people.parties(line, items[:1]) if p.official and person_like(line, people, p)]
    if not going:
        return []
    senders = [] if keys_of(going) else first
    told = travel(line, items[0].head, going, people, end)
    return [replace(each, at=i, first=[*senders, *going]) for each in told]


def _host(line: Line, i: int, kind: str, first: list[Party], people: People) -> list[Sides]:
    """Read "received Y in Oslo", "invited Y to Oslo", "joined Y for talks", "received a call from Y"."""
    end = clause_end(line, i)
    event = _event_had(line, i)
    if event is not None:
        return _from_whom(line, i, event, first, people)
    items, nouns = behind(line, i, end), _nouns_behind(line, i, end)
    bidden = kind == "invite" and any(line.low(k) in words("meeting", "nouns") for k in range(i + 2, end))
    bidden |= line.low(i) in verb_forms("meeting", "receive")
    second = (
        [p for p in people.parties(line, [*items, *led(line, items)]) if p.official or (bidden and p.many)]
        if people.parties(line, items[:1])
        else []
    )
    good = kind == "invite" or any(person_like(line, people, p) or (bidden and in_person(people, p)) for p in second)
    if line.low(i + 1) in ("who", "whom", "what") or _honoured(line, i):
        return []
    if not (first and second and good) or (kind == "join" and not nouns) or _applauded(line, i, second, people):
        return []
    told = "meet" if kind == "join" else kind
    visit, place = _bidden_where(line, i, end) if kind == "invite" else (frozenset(), None)
    return [
        Sides(at=i, kind=told, first=first, second=second, span=(line.start, end), words=nouns | visit, place=place)
    ]


def _event_had(line: Line, i: int) -> int | None:
    """Give the meeting that is a verb's object: "hosted the North Sea conference", "received a call"."""
    had = next((c for c in line.doc[i].children if c.dep_ == "obj" and c.i > i), None)
    if had is None or had.ent_type_ == "PER":
        return None
    nouns = words("meeting", "nouns")
    listed = (had, *(c for c in had.children if c.dep_ == "conj"))
    return next((t.i for t in listed if {t.lower_, t.lemma_.casefold()} & nouns), None)


def _from_whom(line: Line, i: int, event: int, first: list[Party], people: People) -> list[Sides]:
    """Read "received a call on Monday from Y"; what else somebody hosts or receives is told by its noun."""
    if line.low(event) not in CAME:
        return []
    end = clause_end(line, i)
    second = people.parties(line, behind(line, event, end, objects=False, prepositions=("from",)))
    if not first or not any(person_like(line, people, p) for p in second):
        return []
    told = "phone" if line.low(event) == "call" else "host"
    return [Sides(at=i, kind=told, first=first, second=second, span=(line.start, end), words=frozenset({event}))]


def _applauded(line: Line, i: int, second: list[Party], people: People) -> bool:
    """Tell "welcomed the Shore Accord", praise for a thing with a name, from "welcomed the envoy"."""
    known = all(p.key is not None and not p.many and people.kind(p.key) != "person" for p in second)
    things = known and not any(people.kind(p.key) == "state" and in_person(people, p) for p in second)
    return line.low(i) in verb_forms("meeting", "applaud") and things


def _bidden_where(line: Line, i: int, end: int) -> tuple[frozenset[int], str | None]:
    """Give the visit that somebody is invited "to" make, which is told with the invitation, and its place."""
    for k in range(i + 2, end):
        if line.low(k - 1) == "to" and any(
            verb_forms("meeting", kind).get(line.low(k)) for kind in ("visit", "travel")
        ):
            seen = (line.inside[n] for n in range(k + 1, min(end, k + 5)) if n in line.inside)
            place = next((m for m in seen if m.form == "name" and m.kind != "person"), None)
            return frozenset({k}), " ".join(place.text.split()) if place is not None else None
    return frozenset(), None


def _honoured(line: Line, i: int) -> bool:
    """Tell a speaker's greeting, "it is an honour to welcome Renn here", from what is told of him."""
    return line.low(i - 1) == "to" and any(line.low(k) in HONOURS for k in range(max(line.start, i - 5), i))


def _convene(line: Line, i: int, known: str, first: list[Party], people: People, end: int) -> list[Sides]:
    """Read "the council convened in Oslo on Friday"; what somebody convenes is told by its noun."""
    items = behind(line, i, end, prepositions=())
    second = people.parties(line, items)
    if (items and not second) or not (first or second):
        return []
    used = frozenset(k for k in range(i, end) if line.low(k) in words("meeting", "nouns"))
    again = not second and _once_more(line, i, known, first)
    told = Sides(at=i, kind="convene", first=first, second=second, span=(line.start, end), plural=True, words=used)
    return [replace(told, resumed=True) if again else told]


def _once_more(line: Line, i: int, verb: str, first: list[Party]) -> bool:
    """Tell "the envoys are to meet again", "the officials reconvened": those who met before."""
    again = verb.startswith("re") or "again" in (line.low(i + 1), line.low(i + 2))
    definite = any(p.words.casefold().startswith(("the ", "they", "both")) for p in first)
    return again and definite and not keys_of(first)


def _meet(line: Line, i: int, first: list[Party], people: People) -> list[Sides]:
    """Read one meeting for each group behind the verb: "met Y in Oslo on Monday and Z in Bergen on Tuesday"."""
    end = clause_end(line, i)
    items = behind(line, i, how_often(line, i, end))
    if at_sport(line):
        return []
    if any(line.low(k) == "by" and line.low(k + 1) == "chance" for k in range(i + 1, min(line.stop, i + 12))):
        return []
    if _no_party(line, i, items, end) or (_own(line, i) and not official(people, people.parties(line, items))):
        return []
    second = people.parties(line, [*items, *led(line, items)])
    if (items and not second) or _own_people(line, items) or teams(line, people, [*first, *second]):
        return []
    parted = groups(line, items, end)
    if parted and first:
        made = []
        for own, (start, stop) in parted:
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
            resumed=not items and _once_more(line, i, "meet", first),
        )
    ]


def _no_party(line: Line, i: int, items: list[Item], end: int) -> bool:
    """Tell "met the needs of the port", "met stiff opposition", from "met the opposition leader", "met the opposition"."""
    heads = {item.head for item in items[:1]}
    heads |= {k for k in range(i + 1, min(end, i + 4)) if line.pos(k + 1) not in ("NOUN", "PROPN")}
    found = [k for k in heads if line.low(k) in words("meeting", "not_met")]
    return any(line.low(k) != "opposition" or line.low(k - 1) != "the" for k in found)


def _own_people(line: Line, items: list[Item]) -> bool:
    """Tell "meets its doctors oftener than its fans": whom a party meets among itself."""
    if len(items) != 1 or line.low(items[0].first) not in ("its", "their", "his", "her"):
        return False
    head = line.low(items[0].head)
    strangers = words("meeting", "people", "official") | words("titles", "heads")
    return head in words("meeting", "own_people") or (is_person_noun(head) and head not in strangers)


def _own(line: Line, i: int) -> bool:
    """Tell "I met one father", a writer's or speaker's own encounter."""
    return any(line.low(k) in ("i", "we") for k in range(max(line.start, i - 3), i))


def _nouns_behind(line: Line, i: int, end: int) -> frozenset[int]:
    """Give the event nouns right behind the verb that tell the same: "meet for talks"."""
    return frozenset(
        k for k in range(i + 1, min(end, i + 25)) if line.low(k) in words("meeting", "nouns") and _aim(line, i, k)
    )


def _aim(line: Line, i: int, noun: int) -> bool:
    """Tell "for talks" from "for Lima, where her lunch with Vell"."""
    leading = range(max(i, noun - 9), noun)
    return any(line.low(n) == "for" and not any(line.finite(m) for m in range(n + 1, noun)) for n in leading)


def _passive_sides(line: Line, i: int, known: tuple[str, str], first: list[Party], people: People) -> list[Sides]:
    kind, lemma = known
    if lemma == "sign":
        return contacts.signed_by(line, i, people)
    if lemma in ("summon", "call"):
        called = called_to(line, i, first, people)
        if called:
            return called
    if lemma in ("call", "ring") and not (
        line.low(i + 1) in ("by", "on", "late", "early", "again") or i + 1 in line.times
    ):
        return []  # "was called a coward by the minister"
    end = clause_end(line, i)
    if kind == "join" and not _nouns_behind(line, i, end) | _meal(line, i, end):
        return []
    if kind == "phone" and line.low(i + 1) != "by" and i + 1 not in line.times:
        return []  # "was called a liar by"
    if kind not in ("host", "invite", "brief", "see", "join", "phone", "engage", "meet") or (
        kind == "see" and not line.times
    ):
        return hospitality.hospitality(line, i, people)
    if (
        line.low(i - 1) not in BE
        and line.doc[i - 1].pos_ == "NOUN"
        and line.low(i - 1) not in words("meeting", "people")
    ):
        return []  # "a concert hosted by": nobody was received
    items = behind(line, i, end, objects=False, prepositions=("by",))
    second = people.parties(line, items) or (at_body(line, i, people) if kind == "host" else [])
    if not second or (not first and kind == "host"):
        return []
    if kind in ("host", "see", "meet") and not any(person_like(line, people, p) or p.many for p in first):
        return []
    if kind in ("see", "phone", "meet") and not all(person_like(line, people, p) for p in second):
        return []
    if kind == "meet" and (not official(people, second) or teams(line, people, [*first, *second]) or at_play(line)):
        return []  # "was met by her uncle", "were met by a faster crew"
    parted = groups(line, items, end)
    told = {"see": "host", "join": "meet"}.get(kind, kind)
    nouns = _nouns_behind(line, i, end) | _meal(line, i, end) if kind == "join" else frozenset()
    whole = Sides(at=i, kind=told, first=first, second=second, span=(line.start, end), words=nouns)
    return [replace(whole, second=people.parties(line, own), span=span) for own, span in parted] or [whole]


def _meal(line: Line, i: int, end: int) -> frozenset[int]:
    """Give the meal or session of "were joined at lunch by Y", "over dinner"."""
    near = range(i + 2, min(end, i + 6))
    return frozenset(k for k in near if line.low(k) in words("meeting", "nouns") and line.low(k - 1) in ("at", "over"))
