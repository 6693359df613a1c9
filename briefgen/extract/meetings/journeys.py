"""Read meetings told by journeys: "visited Latvia", "flew to Geneva for talks with Y", "is due in Oslo"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.extract.meetings.described import offices
from briefgen.extract.meetings.owners import phrase_start
from briefgen.extract.meetings.parties import Party, People, keys_of
from briefgen.extract.meetings.sides import BE, Sides, behind, subject_parties
from briefgen.knowledge.world import gazetteer, is_person_noun, words
from briefgen.names import fold
from briefgen.reading.line import RELATIVE, Line
from briefgen.reading.lists import read_items
from briefgen.reading.marks import Entity
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms


def in_person(people: People, party: Party) -> bool:
    """Tell a person or people told by what they are, "two of her aides", from a state, a body or a thing."""
    kind = people.kind(party.key)
    if party.pair or kind == "person" or (kind == "state" and party.many and party.official):
        return True  # "Latvia" of "the premiers of Latvia and Denmark"
    said = [word.strip(",.'’") for word in party.words.casefold().replace("’", "'").replace("d'affaires", "").split()]
    heads = [word for n, word in enumerate(said) if n + 1 == len(said) or said[n + 1] in BEHIND_HEAD][:2]
    ranks = [
        head.removeprefix("vice-").removeprefix("deputy-").removeprefix("ex-").removesuffix("-elect") for head in heads
    ]
    return any(rank in offices() or rank in words("meeting", "people") or is_person_noun(rank) for rank in ranks)


BEHIND_HEAD = frozenset("of from for in at to on with by who whose and".split())


def person_like(line: Line, people: People, party: Party) -> bool:
    """Tell a party that can speak for itself, a person, a body or people of office, from a place or a thing."""
    entity = people.reading.entity(party.key)
    if entity is not None and entity.kind == "person":
        return True
    tail = set(party.words.casefold().split())
    if party.many and party.official:
        return True  # "the presidents of Norway and Latvia"
    if party.key is None and party.words[:1].isupper() and " " not in party.words:
        return True  # a surname that was not known for a name
    official = bool(tail & (offices() | {"delegation", "counterpart", "team"})) and party.official
    return (
        official
        or (entity is not None and entity.kind == "organization")
        or (in_person(people, party) and party.official)
    )


def official(people: People, parties: Sequence[Party]) -> bool:
    """Tell whether one of the parties holds an office."""
    for key in keys_of(parties):
        entity = people.reading.entity(key)
        if entity is not None and entity.kind == "person" and set((entity.role or "").casefold().split()) & offices():
            return True
    several = any(p.many and people.kind(p.key) == "state" for p in parties)  # "the premiers of Latvia and Denmark"
    return several or any(set(p.words.casefold().split()) & offices() for p in parties)


def visit(line: Line, i: int, first: list[Party], people: People, end: int) -> list[Sides]:
    """Read "visited Latvia": the visitor is a party, and the state visited; "visited the school" is none."""
    visitors, bidders = [p for p in first if person_like(line, people, p)], inviters(line, people)
    when = line.low(i + 1) in ("in", "on", "again", "twice", "last", "this") and i + 2 in line.times
    if visitors and (when or i + 1 in line.times) and official(people, visitors):
        return [Sides(at=i, kind="visit", first=visitors, second=bidders, span=(line.start, end))]
    place = next((line.inside[k] for k in range(i + 1, min(end, i + 5)) if k in line.inside), None)
    if not visitors or place is None or (place.kind != "place" and people.reading.entity(place.entity) is None):
        return []
    entity = people.reading.entity(place.entity)
    state = _state(people, entity)
    if entity is not None and entity.kind in ("person", "organization"):
        return []
    if not state and not (official(people, visitors) and line.times):
        return []
    return [
        Sides(
            at=i,
            kind="visit",
            first=visitors,
            second=bidders or state,
            span=(line.start, end),
            place=" ".join(place.text.split()),
        )
    ]


def visit_noun(line: Line, i: int, owners: list[Party], people: People) -> list[Sides]:
    """Read "Renn's trip to Latvia", "a visit by Renn to Latvia": the visitor and the state visited are its parties."""
    near = range(i + 1, min(line.stop, i + (16 if owners else 12)))
    to = next((k for k in near if line.low(k) == "to" and line.tag(k + 1) != "VB"), None)
    by = next(
        (k for k in range(i + 1, min(line.stop, i + 14)) if line.low(k) in ("by", "of") and _whose(line, i, k)), None
    )
    visitors = owners or (
        people.parties(line, read_items(line, by + 1, to if to and to > by else None)[0]) if by else []
    )
    visitors = [p for p in visitors if person_like(line, people, p)]
    anyone = by is not None and line.low(by + 1) in ("a", "an", "any")
    if not visitors and to == i + 1 and to + 1 in line.inside and line.inside[to + 1].kind == "place":
        return [_nobodys(line, i, to + 1, people)]
    if to is None and by == i + 1 and line.times and official(people, visitors) and not anyone:
        return [Sides(at=i, kind="visited", first=visitors, second=[], span=(line.start, line.stop))]
    if not visitors or to is None or (anyone and line.low(i - 1) in ("first", "last", "only")):
        return []  # "the last visit by a minister to Latvia": said of a visit told elsewhere
    bidders = inviters(line, people)
    called_on = people.parties(line, read_items(line, to + 1)[0][:1])
    if called_on and people.kind(called_on[0].key) == "person":
        return [Sides(at=i, kind="visited", first=visitors, second=called_on, span=(line.start, line.stop))]
    found = line.mention_at(to + 1)
    entity = people.reading.entity(found[1].entity) if found is not None else _state_of_capital(line, to + 1, people)
    placed = found is not None and found[1].kind == "place" and bool(line.times)
    state = _state(people, entity)
    if official(people, visitors) and (state or placed):
        place = " ".join(found[1].text.split()) if found is not None else None
        met = bidders or state
        return [Sides(at=i, kind="visited", first=visitors, second=met, span=(line.start, line.stop), place=place)]
    return [Sides(at=i, kind="trip", first=visitors, second=bidders, span=(line.start, line.stop))]


def visit_owed(line: Line, i: int, people: People) -> list[Sides]:
    """Read "a visit that Renn was to pay to Vell": the visitor is the subject of the clause behind the noun."""
    opening = i + 1 + (line.low(i + 1) == ",")
    if line.low(opening) not in ("that", "which"):
        return []
    verb = next((k for k in range(opening + 2, min(line.stop, opening + 14)) if line.low(k) in PAYING), None)
    if verb is None:
        return []
    visitors = people.parties(line, read_items(line, opening + 1, verb)[0])
    coming = any(line.low(k) in ("to", "will", "would") for k in range(opening + 1, verb))
    return [replace(told, future=coming) for told in visit_noun(line, i, visitors, people)] if visitors else []


PAYING = frozenset("pay pays paid make makes made undertake undertakes undertook".split())


def _nobodys(line: Line, i: int, to: int, people: People) -> Sides:
    """Give "a visit to Oslo", whose visitor the text tells elsewhere."""
    place = line.inside[to]
    return Sides(
        at=i,
        kind="visited",
        first=[],
        second=_state(people, people.reading.entity(place.entity)),
        span=(line.start, line.stop),
        place=" ".join(place.text.split()),
        definite=line.low(i - 1) in ("the", "that", "this"),
    )


def _state(people: People, entity: Entity | None) -> list[Party]:
    """Give a state as the party that is visited; no town and no body is one."""
    return [people.known(Party(entity.id, entity.name))] if entity is not None and entity.kind == "state" else []


def _whose(line: Line, i: int, by: int) -> bool:
    """Tell who made "a visit by Renn", "a visit to Riga last week of Renn"."""
    return by < i + 6 or by - 1 in line.times or by - 1 in line.inside


def _state_of_capital(line: Line, k: int, people: People) -> Entity | None:
    """Give the state of "the Latvian capital"."""
    if line.low(k) != "the" or line.low(k + 2) != "capital":
        return None
    known = gazetteer().get(fold(line.doc[k + 1].text))
    if known is None or known.what != "adjective":
        return None
    return next((e for e in people.reading.entities if e.name == known.name and e.kind == "state"), None)


def inviters(line: Line, people: People) -> list[Party]:
    """Give who asked a visitor to come: "at the invitation of President Vell"."""
    for k in range(line.start + 1, line.stop - 2):
        if line.low(k) == "invitation" and line.low(k + 1) == "of" and line.low(k - 2) in ("at", "on", "upon"):
            comma = next((n for n in range(k + 3, line.stop) if line.low(n) == "," and k - 2 == line.begin), None)
            return [p for p in people.parties(line, read_items(line, k + 2, comma)[0][:1]) if p.key]
    return []


def travel(line: Line, i: int, first: list[Party], people: People, end: int) -> list[Sides]:
    """Read "flew to Geneva for talks with Y": people of office who go somewhere to meet or to talk."""
    travellers = [p for p in first if person_like(line, people, p)]
    if (
        not travellers
        or not _goes_somewhere(line, i, end)
        or _to_meet(line, i, people)
        or line.low(i + 1) == "together"
    ):
        return []  # who "come together" meet
    opening = next((k for k in range(i + 1, line.stop) if line.low(k) in RELATIVE), line.stop)
    nouns, bidders = _events(line, i, opening), inviters(line, people)
    if not nouns and not bidders and not (official(people, travellers) and any(k < opening for k in line.times)):
        return []
    event = nouns[-1] if nouns and not _slight(line, nouns[-1]) else None
    if event is None and not _to_a_place(line, i, end):
        return []
    met = behind(line, event, line.stop, objects=False, prepositions=("with", "between")) if event is not None else []
    second = people.parties(line, met) if event is not None else _states_gone_to(line, i, end, people)
    second = bidders or second
    return [
        Sides(
            at=i,
            kind="travel",
            first=travellers,
            second=second,
            span=(line.start, line.stop),
            words=frozenset(nouns if event is not None else ()),
            future=line.doc[i].tag_ == "VBG" and line.low(i - 1) in BE,
        )
    ]


def _to_a_place(line: Line, i: int, end: int) -> bool:
    """Tell "came to Riga" from "came to power", "came from Riga"."""
    if any(line.low(k) == "from" and k + 1 not in line.times for k in range(i + 1, min(end, i + 4))):
        return False
    gone = range(i + 1, min(end, i + 9))
    return any(k in line.inside and line.inside[k].kind != "person" for k in gone) or any(
        line.low(k) in ("capital", "country", "region", "city", "town", "area") for k in gone
    )


def tells(line: Line, k: int) -> bool:
    """Tell "to" with what one says or does to somebody's face: "to ask", "to thank"."""
    if line.low(k - 1) != "to" or line.doc[k].tag_ != "VB":
        return False
    return any(line.low(k) in verb_forms("meeting", kind) for kind in ("tell", "face"))


def _to_meet(line: Line, i: int, people: People) -> bool:
    """Tell "arrived to meet with ...", "flew in to thank the mayor", which are told by their own verbs."""
    told = next((k for k in range(i + 1, line.stop) if tells(line, k)), None)
    if told is not None:
        addressed = people.parties(line, read_items(line, told + 1)[0][:1])
        if addressed and all(in_person(people, p) for p in addressed):
            return True
    met = ("meet", "meets", "met", "meeting")
    return any(line.low(k) in met and line.doc[k].pos_ == "VERB" for k in range(i + 1, line.stop))


def _events(line: Line, i: int, opening: int) -> list[int]:
    """Give the nouns of meeting up to the one that a journey is made "for", else the first one."""
    found = [
        k
        for k in range(i + 1, opening)
        if (line.low(k) in words("meeting", "nouns") and line.doc[k].pos_ == "NOUN")
        or line.low(k) in ("discuss", "negotiate")
    ]
    aim = next((n for n, k in enumerate(found) if line.low(phrase_start(line, k) - 1) == "for"), 0)
    return found[: aim + 1]


def _slight(line: Line, event: int) -> bool:
    """Tell "for a conference", which many attend, from "for a conference with Y"."""
    slight = words("meeting", "weak") - {"session", "round"}
    return line.low(event) in slight and line.low(event + 1) != "with"


def _states_gone_to(line: Line, i: int, end: int, people: People) -> list[Party]:
    """Give the state of "travelled to Latvia"."""
    behind_to = [k + 1 for k in range(i + 1, min(end, i + 8)) if line.low(k) == "to"]
    gone_to = (line.inside.get(k) for k in behind_to)
    entities = [people.reading.entity(m.entity) for m in gone_to if m is not None]
    entities += [_state_of_capital(line, k, people) for k in behind_to]
    return [party for entity in entities for party in _state(people, entity)]


def _goes_somewhere(line: Line, i: int, end: int) -> bool:
    """Tell "flew on Friday to Oslo" from "came on foot"."""
    for k in range(i + 1, min(end, i + 7)):
        if line.low(k) in ("to", "in", "into", "for", "from"):
            return True
        dated = line.low(k) in ("on", "at") and k + 1 in line.times
        if not (k in line.times or line.doc[k].pos_ == "ADV" or dated or line.low(k) in ("back", "home", "twice")):
            return False
    return False


def due(line: Line, i: int, people: People) -> list[Sides]:
    """Read "is due in Oslo on Friday for talks with Y"."""
    bidden = line.low(i + 1) == "to" and line.pos(i + 2) in ("VERB", "AUX")
    if line.low(i + 1) not in ("in", "to", "at") or bidden:
        return []  # "a round due to begin in Oslo"
    return [
        replace(s, future=True) for s in travel(line, i, subject_parties(line, i, people), people, clause_end(line, i))
    ]
