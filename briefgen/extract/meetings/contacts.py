"""Read meetings told by verbs of talking: "X spoke by phone with Y", "X negotiated with Y", "X briefed Y", "X shook hands with Y"."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.meetings.hangs import ASIDES
from briefgen.extract.meetings.journeys import in_person, official, person_like
from briefgen.extract.meetings.parties import Party, People, keys_of
from briefgen.extract.meetings.sides import BE, Sides, behind, goes_on, groups
from briefgen.extract.meetings.sittings import heard, sat
from briefgen.extract.meetings.where import dated_at, placed_at, places_in
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

KINDS = ("see", "phone", "speak", "negotiate", "discuss", "brief", "exchange", "hear", "sit", "spend", "engage")
TOLD_AS = {"see": "host", "phone": "phone", "speak": "speak", "brief": "brief", "hear": "brief"}
"""The kind of telling a kind of verb makes; the rest tell that they met."""
EXCHANGED = frozenset({"views", "words", "opinions", "notes", "ideas", "assessments"})
REFLEXIVE = frozenset("itself himself herself themselves myself ourselves".split())
BEHIND_SEEN = frozenset('about over within in at on for before beforehand again . , " “'.split())
"""What may follow whom somebody saw; "saw the president fall" tells no meeting."""
PASSED = frozenset({"approve", "adopt", "endorse"})
HOURS = frozenset("minute hour morning afternoon evening night day".split())
OUT = frozenset({"seek", "sound"})
"""Verbs that mean whom one meets with "out" alone."""
OCCASIONS = frozenset({"call", "meeting", "talks", "videoconference", "conversation", "summit"})


def otherwise(line: Line, i: int, lemma: str) -> bool:
    """Tell "sought a loan" from "sought out the envoy" by the word behind the verb alone."""
    return lemma in OUT and line.low(i + 1) != "out"


def contact_sides(line: Line, i: int, known: tuple[str, str], first: list[Party], people: People) -> list[Sides]:
    """Read who spoke with whom, by the kind of the verb."""
    kind, lemma = known
    end = clause_end(line, i)
    if any(line.low(k) == "with" and line.low(k + 1) in REFLEXIVE for k in range(i + 1, end)):
        return []  # "the alliance consults with itself"
    if goes_on(line, i):
        return []
    items = behind(line, i, end, objects=kind == "phone", prepositions=("with",))
    withs = people.parties(line, items)
    read = READ.get(kind, _had)
    second = read(line, i, lemma, first, withs, people)
    if second is None:
        return []
    used = frozenset(k for k in range(i, end) if line.low(k) in words("meeting", "nouns"))
    one_another = kind == "see" and line.low(i + 1) in ("each", "one")
    told = "meet" if one_another else TOLD_AS.get(kind, "meet")
    parted = groups(line, behind(line, i, end, prepositions=()) if kind == "see" else items, end)
    if parted and second:
        return [
            Sides(at=i, kind=told, first=first, second=people.parties(line, own), span=span, words=used)
            for own, span in parted
        ]
    return [
        Sides(at=i, kind=told, first=first, second=second, span=(line.start, end), words=used, plural=kind != "brief")
    ]


def _saw(line: Line, i: int, lemma: str, first: list[Party], withs: list[Party], people: People) -> list[Party] | None:
    """Tell "saw the president in Oslo on Monday", a meeting, from "saw the president fall", "sees Renn as a rival"."""
    if line.low(i + 1) in ("each", "one") and line.low(i + 2) in ("other", "another"):
        several = len(keys_of(first)) > 1 or any(p.many or p.pair for p in first)
        return withs if several and (line.times or placed_at(line, range(i, clause_end(line, i)))) else None
    end = how_often(line, i, clause_end(line, i))
    items = behind(line, i, end, prepositions=())
    seen = people.parties(line, items)
    after = items[-1].last + 1 if items else i
    if not (after == end or after in line.times or line.low(after) in BEHIND_SEEN or line.pos(after) == "ADV"):
        return None
    if any(line.low(k) in words("meeting", "not_treated") for k in range(after, min(line.stop, after + 4))):
        return None  # "will see him in court"
    coming = line.doc[i].tag_ == "VB"  # "will see the bishop"
    in_court = line.low(after) == "in" and line.low(after + 1) in ("court", "hospital", "prison")
    if not seen or in_court or not (line.times or coming or any(line.low(k) == "there" for k in range(i, i + 9))):
        return None
    if not official(people, [*first, *seen]):
        return None
    if all(p.words.casefold().startswith(("a ", "an ")) for p in seen) and not official(people, seen):
        return None  # "to see a tailor"
    return seen if all(in_person(people, p) for p in (*first, *seen)) else None


def how_often(line: Line, i: int, end: int) -> int:
    """Give where "three times", "several times", "twice" begin behind a verb, its end where they do not."""
    often = next((k for k in range(i + 2, end) if line.low(k) == "times" and line.pos(k - 1) in ("NUM", "ADJ")), None)
    return often - 1 if often is not None else end


def _by_phone(line: Line, i: int) -> bool:
    return any(
        line.low(k) in words("meeting", "phone_words") or line.low(k) in ("call", "calls")
        for k in range(i, clause_end(line, i))
    )


def _to(line: Line, i: int, people: People) -> list[Party]:
    return people.parties(line, behind(line, i, clause_end(line, i), objects=False, prepositions=("to",)))


def _phoned(
    line: Line, i: int, lemma: str, first: list[Party], withs: list[Party], people: People
) -> list[Party] | None:
    if not any(person_like(line, people, p) for p in first):
        return None
    if lemma == "call" and (on := _on(line, i)) is not None:
        return _called_on(line, on, first, people)
    if lemma == "call" and line.low(i + 1) == "in":
        called = [p for p in people.parties(line, read_items(line, i + 2)[0]) if person_like(line, people, p)]
        return called if official(people, called) else None
    return withs if lemma != "call" or _call_of(line, i, withs, people) else None


def _on(line: Line, i: int) -> int | None:
    """Give the "on" of "called on Y", "called in turn on Y", "called briefly on Y"."""
    k = i + 1
    while line.pos(k) == "ADV" or line.low(k) == "turn" or (line.low(k) == "in" and line.low(k + 1) == "turn"):
        k += 1
    return k if line.low(k) in ("on", "upon") else None


def _called_on(line: Line, on: int, first: list[Party], people: People) -> list[Party] | None:
    """Tell "called on the president at his residence", a visit, from "called on the president to resign"."""
    items = read_items(line, on + 1)[0]
    if not items or any(
        line.low(k) == "to" and line.low(k - 1) != "order" for k in range(on + 1, min(line.stop, items[-1].last + 8))
    ):
        return None
    seen = [p for p in people.parties(line, items) if person_like(line, people, p)]
    known = any(in_person(people, p) for p in seen) or (bool(seen) and _dated_behind(line, items[-1].last + 1))
    return seen if (len(items) == 1 or len(seen) > 1) and known and official(people, [*first, *seen]) else None


def _dated_behind(line: Line, k: int) -> bool:
    """Tell whether nothing but a day follows: "called on the envoy of Norway on Monday"."""
    return dated_at(line, k) or (line.low(k) == "." and bool(line.times))


def _spoke(
    line: Line, i: int, lemma: str, first: list[Party], withs: list[Party], people: People
) -> list[Party] | None:
    if any(line.low(k) in words("meeting", "hosts_of_shows") for k in range(max(line.start, i - 5), i)):
        return None  # "host Ada Renn talks to Toma Vell"
    if _by_phone(line, i):
        return withs or _to(line, i, people)
    if _stranded(line, i):
        withs = []
    several = len(keys_of(first)) > 1 or (any(p.pair for p in first) and _for_hours(line, i))
    if not withs and several and _among_themselves(line, i):
        return []
    bodies = any(people.kind(p.key) in ("state", "organization") for p in (*first, *withs))
    if not bodies and not official(people, [*first, *withs]):
        return None
    if not withs and _any_person(people, first):
        withs = [p for p in _to(line, i, people) if people.kind(p.key) == "person"]
    if any(person_like(line, people, p) for p in withs):
        return withs
    return [] if line.low(i).startswith("talk") and line.low(i + 1) == "for" else None


def _stranded(line: Line, i: int) -> bool:
    """Tell "what we talked about overlaps with the work of the council", whose "with" is another verb's."""
    asked = any(line.low(k) in ("that", "which", "what") for k in range(max(line.start, i - 4), i))
    return asked and line.low(i + 1) in ("about", "of", "on") and line.pos(i + 2) in ("VERB", "AUX", "NOUN", "ADV")


def _among_themselves(line: Line, i: int) -> bool:
    """Tell "Renn and Vell spoke on Monday about the ferry" from "Renn and Vell spoke at a rally"."""
    k = i + 1
    while k < line.stop and (
        k in line.times or line.doc[k].pos_ == "ADV" or (line.low(k) in ("on", "in") and k + 1 in line.times)
    ):
        k += 1
    return line.low(k) in ("about", ".", "for") or (line.low(k) == "," and k > i + 1)


def _for_hours(line: Line, i: int) -> bool:
    """Tell "they talked for two hours last Friday" from "they talked about ships"."""
    lasted = any(line.low(k).rstrip("s") in HOURS for k in range(i + 2, i + 5))
    return line.low(i + 1) == "for" and lasted and bool(line.times)


def _negotiated(
    line: Line, i: int, lemma: str, first: list[Party], withs: list[Party], people: People
) -> list[Party] | None:
    if _vowed(line, i):
        return None
    if not withs and lemma == "consult":
        asked = people.parties(line, behind(line, i, clause_end(line, i), prepositions=("with",)))
        withs = [p for p in asked if person_like(line, people, p)] if official(people, [*first, *asked]) else []
    if not withs and any(person_like(line, people, p) for p in first):
        withs = _whose(line, i, people)
    if not withs and (not _several(first) or any(c.dep_ == "obj" for c in line.doc[i].children)):
        return None
    return withs


def _vowed(line: Line, i: int) -> bool:
    """Tell "agreed to consult often", a vow, from "agreed to consult in Oslo on Friday", a plan."""
    if line.low(i - 1) != "to" or line.times:
        return False
    governor = next((t.i for t in line.doc[i].ancestors if t.pos_ == "VERB"), i)
    return governor < i and line.low(governor) in verb_forms("meeting", "outcome")


def _discussed(
    line: Line, i: int, lemma: str, first: list[Party], withs: list[Party], people: People
) -> list[Party] | None:
    withs = _spoken_with(line, i, withs, people)
    ahead = lemma == "agree" and line.low(i + 1) == "to" and not any(k < i for k in line.times)
    if ahead and any(p.pair or p.key is None for p in first):
        return None  # "the sides agreed to swap maps by Friday": the day is that of the deed
    if lemma == "agree" and line.low(i + 1) == "to" and _to_come_together(line, i + 2):
        return None
    envoys = bool(first) and (first[0].many or first[0].pair) and first[0].official
    persons = envoys or all(people.kind(p.key) == "person" for p in first)
    if lemma not in ("discuss", "raise", "agree", *PASSED) and len(keys_of(first)) < 2:
        return None
    if lemma in PASSED and not (envoys and keys_of(first)):
        return None  # a council adopts what it will, wherever it sits; ministers come together
    if lemma not in ("discuss", "raise") and (withs or not persons or not _together_there(line, i, first)):
        return None  # one's own review
    if lemma == "raise" and line.doc[i].tag_ == "VB":
        return None  # who "vowed to raise it with" somebody has not met him yet
    if not any(person_like(line, people, p) for p in (*withs, *first)):
        return None
    if withs or (lemma != "raise" and (_together_there(line, i, first) or _agreed_there(line, i, first, people))):
        return withs
    occasion = next((k for k in range(i, clause_end(line, i)) if line.low(k) in OCCASIONS), None)
    if occasion is None or line.low(occasion - 1) == "the":
        return None
    lead = (line.low(k) for k in range(occasion - 1, max(i, occasion - 5), -1))
    return withs if any(low in ("at", "during", "in", "on", "over", "by", "via") for low in lead) else None


def _to_come_together(line: Line, k: int) -> bool:
    """Tell "agreed to meet again", "agreed to hold talks", told by its own word."""
    forms = ("meet", "convene", "light", "speak", "negotiate")
    return any(line.low(n) in verb_forms("meeting", kind) for kind in forms for n in range(k, k + 2))


def _spoken_with(line: Line, i: int, withs: list[Party], people: People) -> list[Party]:
    """Leave out states and bodies of "discussed trade with Norway", "what we discussed will be shared with Norway"."""
    joint = next((k for k in range(i + 1, line.stop) if line.low(k) == "with"), i)
    bond = {line.low(joint - 1), line.doc[joint - 1].lemma_.casefold()} & words("meeting", "bonds")
    if not (bond or line.in_relative(i)):
        return withs
    return [p for p in withs if people.kind(p.key) == "person"]


def signed_by(line: Line, i: int, people: People) -> list[Sides]:
    """Read "the treaty was signed in Oslo on Monday by Renn and Vell", who came together to do so."""
    end = clause_end(line, i)
    by = people.parties(line, behind(line, i, end, objects=False, prepositions=("by",)))
    persons = [p for p in by if people.kind(p.key) == "person"]
    there = bool(line.times) and placed_at(line, range(line.start, line.stop - 1))
    told = Sides(at=i, kind="meet", first=persons, second=[], span=(line.start, end), plural=True)
    return [told] if len(persons) > 1 and there and official(people, persons) else []


def _agreed_there(line: Line, i: int, first: Sequence[Party], people: People) -> bool:
    """Tell "Renn and Vell discussed the ferry and agreed to lower its fare", which they did together."""
    persons = len(keys_of(first)) > 1 and all(people.kind(p.key) == "person" for p in first if p.key)
    joint = (c for c in line.doc[i].children if c.dep_ == "conj" and c.tag_ == "VBD")
    return persons and any(verb_forms("meeting", "outcome").get(c.lower_, ("",))[0] == "agree" for c in joint)


def _together_there(line: Line, i: int, first: Sequence[Party]) -> bool:
    """Tell "the ministers of the council discussed the ferry in Oslo", "the presidents discussed it by telephone"."""
    if line.low(i - 1) == "to" and line.low(i - 2) not in (*BE, "due", "expected", "scheduled", "set"):
        return False  # "met in Oslo to discuss": told by its own verb
    several = len(keys_of(first)) > 1 or any((p.many or p.pair) and p.official for p in first)
    if several and any(line.low(k) in ASIDES for k in range(line.begin, min(i, line.begin + 4))):
        return True  # "On the sidelines, Renn and Vell agreed to"
    said = line.sentence.at(line.doc[i])
    opening = line.sentence.at(line.doc[min(line.start + 2, i)])
    placed = any(
        case in ("in", "at") and (m.start > said or m.start <= opening)
        for m, case in places_in(line.reading, line.sentence)
    )
    return several and (_by_phone(line, i) or (placed and bool(line.times)))


def _had(line: Line, i: int, lemma: str, first: list[Party], withs: list[Party], people: People) -> list[Party] | None:
    """Read "briefed Y on the cable", "exchanged views with Y"."""
    if lemma in words("meeting", "exchange"):
        exchanged = any(line.low(k) in EXCHANGED for k in range(i + 1, i + 4)) and line.low(i + 1) != "no"
        spoke = any(person_like(line, people, p) for p in (*first, *withs))
        there = _by_phone(line, i) or (bool(line.times) and placed_at(line, range(i, clause_end(line, i))))
        return withs if exchanged and spoke and (withs or (_several(first) and there)) else None
    told = people.parties(line, behind(line, i, clause_end(line, i), prepositions=()))
    if all(_sits(p) for p in told):
        return None  # "will brief the council", at its own sitting
    able = [p for p in told if person_like(line, people, p)]
    return able if able and len(able) == len(told) and official(people, [*first, *able]) else None


def _engaged(
    line: Line, i: int, lemma: str, first: list[Party], withs: list[Party], people: People
) -> list[Party] | None:
    """Read "accosted Y at the opera", "sought out Y", "engaged with Y"; "engaged a lawyer" hires him."""
    out = i + (line.low(i + 1) == "out")
    met = withs or people.parties(line, behind(line, out, clause_end(line, i), prepositions=()))
    both = bool(first and met) and official(people, first) and all(in_person(people, p) for p in (*first, *met))
    return met if both and official(people, met) else None


def _sits(party: Party) -> bool:
    return not party.many and bool(set(party.words.casefold().split()) & words("meeting", "sitting", "councils"))


def _whose(line: Line, i: int, people: People) -> list[Party]:
    """Give whose affair is negotiated: "envoys of the bank negotiate Norway's debts" do so with Norway."""
    for k in range(i + 1, min(line.stop, i + 6)):
        mention = line.inside.get(k)
        if mention is not None and mention.form == "name" and line.low(k + 1) in ("'s", "’s"):
            body = people.kind(mention.entity) in ("state", "organization")
            return people.parties(line, read_items(line, k, k + 1)[0]) if body else []
    return []


def _spent(
    line: Line, i: int, lemma: str, first: list[Party], withs: list[Party], people: People
) -> list[Party] | None:
    """Read "spent the morning together", "spent an evening with Y": time that people of office gave each other."""
    behind_it = [line.low(k) for k in range(i + 1, min(clause_end(line, i), i + 9))]
    if not any(low.rstrip("s") in HOURS for low in behind_it) or not official(people, [*first, *withs]):
        return None
    if "together" in behind_it:
        return withs if withs or len(keys_of(first)) > 1 or any(p.pair for p in first) else None
    able = [p for p in withs if p.key and person_like(line, people, p)]
    return able if able and any(person_like(line, people, p) for p in first) else None


def _several(parties: Sequence[Party]) -> bool:
    """Tell those who can meet by themselves."""
    return len(parties) > 1 or any(p.many or p.pair for p in parties)


def _any_person(people: People, parties: Sequence[Party]) -> bool:
    return any(people.kind(p.key) == "person" for p in parties)


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
    of = line.mention_at(after + 1) or line.mention_at(after + 2) if line.low(after) == "of" else None
    if of is not None:
        after = of[0] + 1  # "called President Toma Vell of Norway on Sunday"
    addressed = any(person_like(line, people, p) and (p.key or p.official) for p in withs)
    return addressed and (line.low(after) == "to" or dated_at(line, after))


READ = {
    "see": _saw,
    "phone": _phoned,
    "speak": _spoke,
    "negotiate": _negotiated,
    "discuss": _discussed,
    "hear": heard,
    "sit": sat,
    "spend": _spent,
    "engage": _engaged,
}
