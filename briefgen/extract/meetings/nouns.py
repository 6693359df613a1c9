"""Read meetings told by nouns: "talks between X and Y", "X held talks with Y", "after a meeting with Y", "the summit of Z"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefgen.extract.meetings.attendance import attended
from briefgen.extract.meetings.company import addressed
from briefgen.extract.meetings.event_words import SITTINGS, event_word
from briefgen.extract.meetings.hosts import agreed_on, at_body, whose_programme
from briefgen.extract.meetings.journeys import in_person, official, visit_noun, visit_owed
from briefgen.extract.meetings.owners import (
    agents,
    compound,
    holders_of,
    light_verb,
    of_office,
    offered,
    one_sided,
    outer,
    owners,
    phrase_start,
    proposer,
    relative_verb,
    tied,
    tied_behind,
    unknown_body,
    who_was_there,
    with_whom,
)
from briefgen.extract.meetings.parties import Party, People, keys_of
from briefgen.extract.meetings.series import SERIES, another, called_off, one_more
from briefgen.extract.meetings.sides import Sides, behind, passive, subject_parties
from briefgen.extract.meetings.where import placed_at
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

DEFINITE = frozenset({"the", "these", "this", "that"})
AT = frozenset({"after", "during", "at", "in", "following", "before"})
UPSHOT = frozenset({"result", "outcome", "end", "close", "conclusion", "fruit", "upshot"})
WITHIN = frozenset({"during", "at", "in", "over"})
"""Words before a noun of meeting that put what a verb tells inside it."""
OVER = frozenset({"over", "on"})
"""Words before "the talks" whose clause tells what those did who were there."""
OPENED = frozenset(
    """opened opens open hosted hosts host chaired chairs attended attends attend joined led mediated convened hosting
attending""".split()
)
OWN = frozenset({"its", "their"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of meeting: its lemma, the end of its phrase, its light verb, and who stands before and behind it."""

    at: int
    lemma: str
    end: int
    light: int | None
    owners: list[Party]
    first: list[Party]
    tied: list[Party]
    definite: bool
    joined: bool


def noun_sides(line: Line, i: int, people: People) -> list[Sides]:
    """Read "talks between X and Y", "X held talks with Y", "X's meeting with Y", "after a meeting with Y", "the summit of Z"."""
    lemma = event_word(line, i)
    if lemma is None or _keeps_on(line, i) or (lemma in ("trip", "visit") and _halted(line, i)):
        return []
    noun = _noun(line, i, lemma, people)
    if lemma in ("trip", "visit") and not noun.first and (owed := visit_owed(line, i, people)):
        return owed
    if not noun.tied and not noun.first and not (lemma == "visit" and line.low(i + 1) in ("by", "to")):
        resumed = one_more(line, i, lemma)
        told = Sides(
            at=i,
            kind="visited" if lemma in ("visit", "trip") else "noun",
            first=[],
            second=[],
            span=(line.start, line.stop),
            definite=True,
            resumed=resumed,
        )
        another = line.low(i + 1) in ("of", "between", "among") and i + 2 not in line.times
        more = _told_more(line, i) or called_off(line, i)
        return [told] if ((noun.definite and not another) or resumed) and more else []
    if lemma in ("trip", "visit") and (noun.owners or noun.first or line.low(i + 1) in ("by", "of", "to")):
        visited = visit_noun(line, i, noun.owners or noun.first, people)
        if noun.light is None or any(v.kind == "visited" for v in visited):
            return visited
    if (
        lemma in words("meeting", "weak")
        and len({p.key or p.words for p in (*noun.first, *noun.tied) if p.key or p.words[:1].isupper()}) < 2
        and not (noun.light is not None and noun.tied)
        and not _gathered(line, noun)
        and not _of_office(people, noun)
        and not _set_for(line, noun)
        and not _of_a_body(line, noun, people)
        and not (any(p.many and p.official for p in noun.tied) and _told_more(line, line.start))
    ):
        return []
    return _each_alone(line, noun, _sides(line, noun))


def _halted(line: Line, i: int) -> bool:
    """Tell "suspended visits to the camp": journeys that are not made any more."""
    halting = verb_forms("meeting", "halting")
    return any(line.low(k) in halting for k in range(max(line.start, i - 3), i))


def _each_alone(line: Line, noun: Noun, told: Sides) -> list[Sides]:
    """Give a meeting with each of those whom somebody saw in "separate talks with Renn and Vell"."""
    separate = any(line.low(k) == "separate" for k in range(phrase_start(line, noun.at), noun.at))
    if not separate or len(noun.tied) < 2 or not keys_of(noun.first):
        return [told]
    return [replace(told, second=[party]) for party in noun.tied]


def _of_office(people: People, noun: Noun) -> bool:
    """Tell "a conversation between the envoy and the rebels' leader" from "a conference on fish": people on both sides."""
    met = [*noun.first, *noun.tied]
    sided = len(noun.tied) > 1 or (bool(noun.tied) and bool(noun.first))
    able = all(in_person(people, p) or p.many or (p.official and p.key) for p in met)
    return sided and able and official(people, met)


def _set_for(line: Line, noun: Noun) -> bool:
    """Tell "a call with the Danish premier has been arranged for Monday" from "a conference with many guests"."""
    verb = next((k for k in range(noun.at + 1, min(line.stop, noun.at + 14)) if line.pos(k) == "VERB"), None)
    fixed = verb is not None and passive(line, verb) and line.low(verb) in verb_forms("meeting", "planned")
    return fixed and line.low(noun.at + 1) == "with" and any(p.official and p.key for p in noun.tied)


def _of_a_body(line: Line, noun: Noun, people: People) -> bool:
    """Tell "the commission's session in Oslo": a body that sits, and when or where."""
    bodies = [p for p in (*noun.first, *noun.tied) if people.kind(p.key) in ("organization", None)]
    said = {w for p in bodies for w in p.words.casefold().split()}
    sat = noun.lemma in SITTINGS and len(bodies) == 1 and bool(said & words("meeting", "sitting"))
    return sat and not said & words("meeting", "inward") and _told_more(line, line.start)


def _gathered(line: Line, noun: Noun) -> bool:
    """Tell "premiers of the Baltic states began a symposium" from "guests attending a symposium"."""
    own = noun.light is not None and line.doc[noun.light].tag_ != "VBG"
    owned = noun.light is None and noun.owners == noun.first and bool(line.times)  # "the premiers' retreat in May"
    return (own or owned) and any(p.many and p.official for p in noun.first)


def _keeps_on(line: Line, i: int) -> bool:
    """Tell "in consultation with", "will stay in close dialogue", a state of things, from "in talks with", "at a meeting"."""
    start = phrase_start(line, i)
    if line.low(start - 1) != "in" or line.doc[start].pos_ in ("DET", "NUM"):
        return False
    lasting = any(verb_forms("meeting", "stay").get(line.low(k)) for k in range(max(line.start, start - 4), start))
    return lasting or line.doc[i].tag_ == "NN"


def _noun(line: Line, i: int, lemma: str, people: People) -> Noun:
    end = next((k for k in range(i + 1, line.stop) if line.finite(k) and not line.in_relative(k)), line.stop)
    behind_it = tied(line, i, end, people) or tied_behind(line, i, people)
    own = owners(line, i, people) or compound(line, i, people) or of_office(line, i, people)
    own = _as_described(line, i, own, people)
    light = light_verb(line, i)
    if light is None and (light := relative_verb(line, i)) is not None:
        own, end = own + holders_of(line, i, light, people), clause_end(line, light)
    start = phrase_start(line, i)
    start -= line.low(start - 1) in OWN
    definite = line.low(start) in DEFINITE
    first = own
    if light is not None and (light < i or passive(line, light)):
        first = (agents(line, light, people) if passive(line, light) else subject_parties(line, light, people)) + own
    if light is not None:
        if not keys_of(behind_it):
            said, until = (light, clause_end(line, light)) if light > i else (i, clause_end(line, i))
            behind_it = behind_it + people.parties(
                line, behind(line, said, until, objects=False, prepositions=("with", "between"))
            )
    elif not own and behind_it and one_sided(line, i):
        first = outer(line, i, people)
    if not keys_of(behind_it) and lemma in (*SERIES, "meeting"):
        behind_it = behind_it + who_was_there(line, i, people)
    if not first and line.low(i + 1) == "by" and i + 2 not in line.times:
        first = people.parties(line, read_items(line, i + 2, end)[0][:1])  # "a call by the envoy on the mayor"
    if lemma == "call" and not first and not behind_it:
        first, behind_it = _from_to(line, i, end, people)
    came = attended(line, i, people)
    joined = definite and bool(came) and not behind_it and i <= line.begin + 2
    behind_it = behind_it + came
    if not first and lemma in ("trip", "visit") and line.low(start - 1) == "on":
        first = outer(line, i, people)
    if not first and not own:
        first = proposer(line, i, people)
    if not first and not own:
        first = whose_programme(line, i, people) or ([] if behind_it else agreed_on(line, i, people))
    if not behind_it and any(p.key or p.official for p in first) and lemma not in ("visit", "trip"):
        behind_it = at_body(line, i, people)
    if not keys_of(behind_it) and light is not None:
        whose, met = with_whom(line, light, people)
        first, behind_it = whose or first, behind_it + [p for p in met if p.key not in keys_of(whose or first)]
    if not first and light is not None and any(line.low(k) in OWN for k in range(light + 1, i)):
        first = unknown_body(line, light)
    if not first and not behind_it:
        first, behind_it = offered(line, i, people)
    if not first and not behind_it and line.low(start - 1) in (*AT, *OVER):
        first, behind_it = _spoke_there(line, i, start, people)
    if not first and not behind_it and line.low(start) == "their" and (line.tag(i) == "NN" or lemma in SERIES):
        theirs = outer(line, i, people)
        first = theirs if len(keys_of(theirs)) > 1 or any(p.many and p.official for p in theirs) else []
    if not first and (line.low(start - 1) in AT or (line.low(start - 1) == "of" and line.low(start - 2) in UPSHOT)):
        first = _those_there(line, i, lemma, behind_it, people, definite=definite)
    return Noun(i, lemma, end, light, own, first, behind_it, definite, joined)


def _as_described(line: Line, i: int, own: list[Party], people: People) -> list[Party]:
    """Give the parties before a noun as "the Danish minister's visit" describes them, not as the state of which they are."""
    start = phrase_start(line, i)
    mine = next((k for k in range(i - 1, start, -1) if line.tag(k) == "POS"), None)
    said = people.parties(line, read_items(line, start, mine)[0]) if mine is not None and own else []
    return [next((q for q in said if q.key == p.key), p) if people.kind(p.key) == "state" else p for p in own]


def _from_to(line: Line, i: int, end: int, people: People) -> tuple[list[Party], list[Party]]:
    """Give the ends of "a call from the Danish premier to the Latvian president"."""
    to = next((k for k in range(i + 3, min(end, i + 14)) if line.low(k) == "to" and line.tag(k + 1) != "VB"), None)
    if line.low(i + 1) != "from" or to is None:
        return [], []
    first = people.parties(line, read_items(line, i + 2, to)[0])
    second = people.parties(line, read_items(line, to + 1)[0][:1])
    return (first, second) if first and second else ([], [])


def _spoke_there(line: Line, i: int, start: int, people: People) -> tuple[list[Party], list[Party]]:
    """Give who spoke and to whom: "At a meeting in Oslo on Monday, Renn told Vell that ...", "told Vell in a call"."""
    if start - 1 > line.begin + 1:
        return _told_there(line, start, people)
    comma = next((k for k in range(i + 1, min(line.stop, i + 14)) if line.doc[k].text == ","), None)
    verb = next((k for k in range(i + 1, line.stop) if line.finite(k) and line.doc[k].pos_ == "VERB"), None)
    if verb is None:
        return [], []
    if comma is None or verb < comma:
        first = subject_parties(line, verb, people)
    else:
        first = people.parties(line, read_items(line, comma + 1, verb)[0])
    second = people.parties(line, read_items(line, verb + 1, clause_end(line, verb))[0][:1])
    done = any(line.low(verb) in verb_forms("meeting", kind) for kind in ("outcome", "discuss"))
    jointly = done and (len(keys_of(first)) > 1 or any(p.many and p.key for p in first))
    told = line.low(verb) in verb_forms("meeting", "tell") and official(people, first) and official(people, second)
    if told and all(in_person(people, p) for p in (*first, *second)):
        return first, second
    if not jointly and not (keys_of(first) and keys_of(second)):
        return [], []
    return [p for p in first if p.key], [p for p in second if p.key and not jointly]


def _told_there(line: Line, start: int, people: People) -> tuple[list[Party], list[Party]]:
    """Give who told whom in a call or at a lunch, who "showed the plans to the mayor at a lunch"."""
    verb = next(
        (k for k in range(start - 2, line.start, -1) if line.doc[k].pos_ == "VERB" and k not in line.inside), None
    )
    if verb is None or passive(line, verb):
        return [], []
    first, second = subject_parties(line, verb, people), addressed(line, verb, start - 1, people)
    if line.low(verb) in verb_forms("meeting", "tell") and keys_of(first) and keys_of(second):
        return first, second
    there = (
        line.low(start - 1) in WITHIN and line.low(start) not in DEFINITE | OWN and official(people, [*first, *second])
    )
    return (first, second) if there and all(in_person(people, p) for p in first) else ([], [])


def _those_there(
    line: Line, i: int, lemma: str, behind_it: list[Party], people: People, *, definite: bool
) -> list[Party]:
    """Give who "signed the map during talks in Oslo": those the clause is about, where it needs two."""
    found = outer(line, i, people)
    if definite:
        return [p for p in found if p.key] if behind_it else []
    many = [p for p in found if p.official and (p.key or p.many)]
    agreed = line.low(phrase_start(line, i) - 2) in UPSHOT or any(
        line.low(k) in verb_forms("meeting", "outcome") for k in range(line.start, i)
    )
    return (
        many
        if not behind_it and (lemma in SERIES or agreed) and (len(keys_of(many)) > 1 or any(p.many for p in many))
        else []
    )


def _sides(line: Line, noun: Noun) -> Sides:
    i, light, lemma = noun.at, noun.light, noun.lemma
    plural = any(line.low(k) in ("between", "among", "of") for k in range(i + 1, min(noun.end, i + 3))) or (
        lemma in ("talks", "negotiations", "consultations", "summit") and (light is not None or not noun.tied)
    )
    of_body = (
        not noun.first
        and len(keys_of(noun.tied)) == 1
        and any(line.low(k) == "of" for k in range(i + 1, min(noun.end, i + 12)))
    )
    opened = (
        (of_body and lemma in ("meeting", "summit", "conference", *SITTINGS))
        or (lemma in SITTINGS and not noun.tied and len(noun.owners) == 1 and noun.first == noun.owners)
        or (light is not None and line.low(light) in OPENED and lemma in SERIES)
    )
    return Sides(
        at=i,
        kind="convene" if _own_session(line, noun) else "summit" if lemma == "summit" and not light else "noun",
        first=noun.first,
        second=noun.tied,
        span=(i, noun.end) if light is not None and light > i and not passive(line, light) else _span(line, i),
        leading=opened,
        place=_hosting_place(line, i),
        verb=light,
        plural=plural,
        definite=noun.definite,
        joined=noun.joined,
        resumed=light is not None and not noun.tied and another(line, i),
        words=frozenset(
            k
            for k in range(i + 1, noun.end)
            if line.low(k) in words("meeting", "nouns") and line.doc[k].pos_ in ("NOUN", "PROPN")
        ),
    )


def _own_session(line: Line, noun: Noun) -> bool:
    """Tell "the harbour group began its tenth meeting" from what a party, a bank or a parliament does among itself."""
    own = any(line.low(k) in OWN for k in range(phrase_start(line, noun.at) - 1, noun.at))
    said = {w for p in noun.first for w in p.words.casefold().split()}
    return noun.light is not None and own and not noun.tied and not said & words("meeting", "inward")


def _span(line: Line, i: int) -> tuple[int, int]:
    """Give where date and place of a noun are sought first: its clause, and that of the verb it is the subject of."""
    start = next((k + 1 for k in range(i, line.start - 1, -1) if line.doc[k].text == ";"), line.start)
    own = [k for k in range(i + 1, line.stop) if not line.in_relative(k)]
    told = next((k for k in own if line.finite(k)), None) or next((k for k in own if line.doc[k].tag_ == "VBN"), None)
    subject = told is not None and not any(line.finite(k) for k in range(start, i))
    return start, clause_end(line, told) if subject and told is not None else clause_end(line, i)


def _hosting_place(line: Line, i: int) -> str | None:
    """Give "Vilnius" of "the summit, which Vilnius will host"."""
    for k in range(i, line.stop):
        if line.in_relative(k) and line.low(k) == "host":
            for n in range(i, k):
                mention = line.inside.get(n)
                if mention is not None and mention.kind == "place":
                    return mention.text
    return None


def _told_more(line: Line, i: int) -> bool:
    """Tell whether a clause says of "the talks" when, where or with whom they were."""
    near = range(i, line.stop)
    placed = placed_at(line, near) or any(
        line.low(k) in ("in", "at") and line.low(k + 1) == "the" and k + 2 in line.inside for k in near
    )
    return bool(line.times) or placed
