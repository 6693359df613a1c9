"""Read meetings told by what people did with each other: "went over the map with Y", "had coffee with Y", "sat with Y".

The reader hangs on "with" and on who stands behind it, so that any verb of a wide class will do; what no list holds
counts where the words around say that both were there: "over breakfast", "in person", "behind closed doors".
"""

from __future__ import annotations

from functools import cache

from briefgen.extract.meetings.journeys import in_person, official, person_like
from briefgen.extract.meetings.parties import Party, People
from briefgen.extract.meetings.sides import BE, Sides, behind, goes_on, subject_parties
from briefgen.extract.meetings.where import placed_at
from briefgen.knowledge.world import words
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

KINDS = ("company", "company_through", "share")
FARTHEST = 16
"""Words between a verb and its "with"."""
HAD = frozenset({"have", "has", "had", "having"})


def in_company(line: Line, k: int, people: People) -> list[Sides]:
    """Read what somebody did "with" a person of office, from the preposition on."""
    if line.low(k) != "with" or k + 2 >= line.stop or line.low(k + 1) in REFLEXIVE:
        return []
    verb = _verb_of(line, k)
    if verb is None or goes_on(line, verb) or not shared(line, verb, k if verb < k else clause_end(line, verb)):
        return []
    items = read_items(line, k + 1, None if verb < k else _comma(line, k, verb))[0]
    met = people.parties(line, items)
    if not met or not all(in_person(people, p) for p in met) or _own_people(line, items):
        return []
    if not people.parties(line, items[:1]) or any(line.finite(n) for n in range(k + 1, items[0].first)):
        return []  # "matches with points that are on the agenda of the council": a thing stands first
    if not (official(people, met) or line.times or placed_at(line, range(verb, line.stop - 1))):
        return []
    before = subject_parties(line, verb, people) if verb < k else people.parties(line, _behind_comma(line, k, verb))
    first = [p for p in before if p not in met]
    if not first or not official(people, [*first, *met]) or not _able(line, people, first):
        return []
    return [Sides(at=verb, kind="meet", first=first, second=met, span=(line.start, clause_end(line, verb)))]


REFLEXIVE = frozenset("itself himself herself themselves myself ourselves".split())


def _own_people(line: Line, items: list[Item]) -> bool:
    """Tell "sat with three members", people of one's own, from "sat with members of the council"."""
    head = items[0].head
    return line.low(head) in words("meeting", "own_people") and line.low(head + 1) not in ("of", "from")


def _able(line: Line, people: People, first: list[Party]) -> bool:
    return any(person_like(line, people, p) or people.kind(p.key) == "state" for p in first)


def _verb_of(line: Line, k: int) -> int | None:
    """Give the verb that "with" belongs to: the nearest before it in its clause; the first one where it opens a clause."""
    if k == line.begin or line.doc[k - 1].text in (";", "—", "–", ":"):
        return next((i for i in range(k + 1, line.stop) if line.finite(i) and not line.in_relative(i)), None)
    for i in range(k - 1, max(line.start - 1, k - FARTHEST), -1):
        if line.doc[i].text == ";" or line.low(i) in BREAKS:
            return None
        if i in line.inside or line.pos(i) not in ("VERB", "AUX"):
            continue
        if line.low(i) in HAD | BE or line.pos(i) == "VERB":
            return i
    return None


def _comma(line: Line, k: int, verb: int) -> int:
    """Give where the subject begins in "With Renn, the minister went", "with Renn she went"."""
    pronoun = next((i for i in range(k + 1, verb) if line.pos(i) == "PRON" and line.doc[i].tag_ == "PRP"), verb)
    return next((i for i in range(verb - 1, k, -1) if line.doc[i].text == ","), pronoun)


def _behind_comma(line: Line, k: int, verb: int) -> list[Item]:
    """Give the subject of "With Renn, the minister went": what stands between the comma and the verb."""
    first = _comma(line, k, verb)
    return read_items(line, first + (line.doc[first].text == ","), verb)[0] if first < verb else []


BREAKS = frozenset("that which who whom whose where when because while although though if than".split())


def shared(line: Line, verb: int, k: int) -> bool:
    """Tell words that say what one does only together: "sat", "had an hour", "went over the map", "was closeted"."""
    said = {line.low(n) for n in range(verb + 1, k)}
    if said & (words("meeting", "nouns") | words("meeting", "bonds")) - words("meeting", "shared_things"):
        return False  # told by the noun, or no meeting
    if said & {"no", "nothing", "little"}:
        return False  # "swapped no gifts with"
    low = line.low(verb)
    if low in verb_forms("meeting", "company"):
        return True
    if low in verb_forms("meeting", "company_through"):
        return bool(said & words("meeting", "company_particles"))
    if low in HAD or low in verb_forms("meeting", "share"):
        return bool(said & words("meeting", "shared_things"))
    end = clause_end(line, verb)
    return low not in BE and (face_to_face(line, verb, end) or any(by_wire(line, n) for n in range(verb + 1, end)))


def by_wire(line: Line, i: int) -> bool:
    """Tell "by telephone", "over a secure line", "on the phone" from "the phone rang"."""
    if line.low(i) not in words("meeting", "wires") or line.low(i + 1) == "number":
        return False
    k = i - 1
    while k > i - 4 and line.pos(k) in ("DET", "ADJ", "NOUN") and line.low(k) not in OVER:
        k -= 1
    return line.low(k) in OVER


OVER = frozenset("by over on via through".split())


@cache
def aims() -> frozenset[str]:
    """Give the verbs of what one goes somewhere to do with somebody there."""
    kinds = ("tell", "face", "see", "engage", "speak", "negotiate", "company", "company_through")
    return frozenset(form for kind in kinds for form, (verb, _) in verb_forms("meeting", kind).items() if form == verb)


def gone_to(line: Line, i: int, people: People) -> list[Sides]:
    """Read "flew to Oslo to ask Y", "drove up to talk to Y": who goes to tell somebody something sees him."""
    if line.low(i - 1) != "to" or line.pos(i) not in ("VERB", "NOUN"):
        return []
    going = next((k for k in range(i - 2, max(line.start, i - 16), -1) if _goes(line, k)), None)
    if going is None or any(line.finite(k) for k in range(going + 1, i)):
        return []
    end = clause_end(line, i)
    met = addressed(line, i, end, people)
    first = subject_parties(line, going, people)
    if not first or not met or not official(people, [*first, *met]):
        return []
    if len(met) == 1 and met[0].words.casefold().startswith(("a ", "an ")) and not official(people, met):
        return []  # "went to town to see a tailor"
    return [Sides(at=going, kind="meet", first=first, second=met, span=(line.start, end))]


def _goes(line: Line, k: int) -> bool:
    low = line.low(k)
    gone = low in verb_forms("meeting", "travel") or low in verb_forms("meeting", "sets_out")
    mistaken = line.tag(k) == "NNS" and line.low(k + 1) in ("to", "for") and line.pos(k - 1) in ("NOUN", "PROPN")
    return gone and k not in line.inside and (line.pos(k) == "VERB" or mistaken)


def addressed(line: Line, verb: int, stop: int, people: People) -> list[Party]:
    """Give whom a verb addresses: "told Renn", "explained it to Renn", "talked it over with Renn"."""
    items = read_items(line, verb + 1, stop)[0][:1]
    met = people.parties(line, items)
    if not met or not all(in_person(people, p) for p in met):
        items = behind(line, verb, stop, objects=False, prepositions=("to", "with"))
        met = people.parties(line, items)
    kin = any(line.low(item.head) in words("meeting", "not_met") for item in items)
    return met if not kin and all(in_person(people, p) for p in met) else []


SPOTS = frozenset("room table roof boat train plane car".split())
"""Where those are together who are in one of them: "in one room", "at the same table"."""


@cache
def presence() -> frozenset[str]:
    """Give the words that may say that both were there."""
    return words("meeting", "meals") | SPOTS | {"person", "private", "closed", "face", "faces"}


def in_presence(line: Line, k: int) -> bool:
    """Tell words that say that both were there: "in person", "over lunch", "behind closed doors", "to her face"."""
    low, before = line.low(k), line.low(k - 1)
    if low in ("person", "private"):
        return before == "in"
    if low == "closed":
        return before == "behind"
    if low in SPOTS:
        return before in ("one", "same") and any(
            line.low(n) in ("in", "at", "under", "aboard") for n in range(k - 3, k)
        )
    if low in ("face", "faces"):
        own = before in ("his", "her", "their") and line.low(k - 2) == "to"
        return own or (low == "face" and line.low(k + 1) in ("to", "-"))
    return low in words("meeting", "meals") and any(line.low(n) == "over" for n in range(k - 3, k))


def face_to_face(line: Line, verb: int, end: int) -> bool:
    """Tell whether a verb's own stretch says that both were there; "begged the envoy to apply in person" does not."""
    for k in range(verb, end):
        if line.low(k) in presence() and in_presence(line, k):
            return True
        if bidden(line, k):
            return False
    return False


def bidden(line: Line, k: int) -> bool:
    """Tell the "to" before a verb, which sets what follows apart from the verb before."""
    return line.low(k) == "to" and line.tag(k) == "TO" and line.tag(k + 1) == "VB"
