"""Find who a noun of meeting belongs to: before it, behind it, at its light verb, in the clause around it."""

from __future__ import annotations

import re
from itertools import pairwise

from briefgen.extract.meetings.described import offices
from briefgen.extract.meetings.parties import Party, People
from briefgen.extract.meetings.sides import BE, behind, passive, subject_parties
from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.line import RELATIVE, Line
from briefgen.reading.lists import read_items
from briefgen.reading.marks import Mention
from briefgen.reading.stretches import antecedent, clause_end
from briefgen.reading.verbforms import verb_forms

JOINED = re.compile(r"([A-Z]\w+)[-–]([A-Z]\w+)")
MEALS = frozenset({"dinner", "lunch", "breakfast", "luncheon", "banquet", "reception"})
MEASURES = frozenset("cycle cycles round rounds day days hours week weeks series set number".split())
"""Words that measure talks and are one phrase with them: "a third round of talks", "two days of talks"."""


def phrase_start(line: Line, i: int) -> int:
    """Give the first word of the noun phrase that ends in a noun of meeting."""
    k = i
    while (k > line.start and line.doc[k].pos_ != "DET") and (
        (line.low(k - 1) == "of" and line.low(k - 2) in MEASURES)
        or (line.doc[k - 1].pos_ in ("ADJ", "DET", "NUM", "NOUN", "PROPN") and k - 1 not in line.times)
        or line.low(k - 1) in ("'s", "-")
        or (line.doc[k - 1].tag_ in ("VBN", "VBG") and (line.doc[k - 1].dep_ == "amod" or line.low(k - 2) == "-"))
    ):
        k -= 1
    return k


def tied(line: Line, i: int, end: int, people: People) -> list[Party]:
    """Give the parties that stand behind the noun: between, with, of, among."""
    for k in range(i + 1, min(end, i + 14)):
        low = line.low(k)
        if low in ("between", "among", "with") or (
            low == "of"
            and (k == i + 1 or k - 1 in line.times or (line.low(k - 1)[:1] != "" and k - 1 in line.inside))
            and line.low(i) not in ("talk", "talks", "round", "conversation", "call")
        ):
            stop = next((n for n in range(k + 1, end) if low == "of" and line.low(n) in RELATIVE), end)
            if low == "with" and _absolute(line, k):
                break
            stop = next(
                (n for n in range(k + 2, min(end, k + 16)) if opens(line, n)), stop if low == "of" else line.stop
            )
            return people.parties(line, read_items(line, k + 1, stop)[0])
        if low == "for" and k == i + 1 and line.low(i) in MEALS:
            return people.parties(line, read_items(line, k + 1)[0])
        if low == "of" and line.low(k - 1) in ("honour", "honor") and line.low(k - 2) == "in":
            return people.parties(line, read_items(line, k + 1)[0])
        if (
            low == "on"
            and line.low(i) in ("call", "calls")
            and (_paid(line, i) if k == i + 1 else line.low(i + 1) == "by")
        ):
            return people.parties(line, read_items(line, k + 1)[0])
        if line.doc[k].text == ";" or (line.pos(k) == "VERB" and not _arranged(line, k)) or low in RELATIVE:
            break
        if line.doc[k].tag_ == "TO" or (low == "and" and line.low(k + 1) == "to"):
            break  # "to keep up a dialogue and to deepen trade with Norway"
    return []


def _arranged(line: Line, k: int) -> bool:
    """Tell "the meeting planned for Monday with Y", "talks held in Oslo with Y"."""
    set_for = any(line.low(k) in verb_forms("meeting", kind) for kind in ("planned", "light", "convene"))
    return line.doc[k].tag_ == "VBN" and set_for and line.low(k - 1) not in BE


def _absolute(line: Line, k: int) -> bool:
    """Tell "talks in Oslo, with delegates arriving all week" from "talks in Oslo, with delegates from Norway"."""
    doing = next((n for n in range(k + 1, min(line.stop, k + 6)) if line.doc[n].tag_ == "VBG"), None)
    bare = doing is not None and all(n not in line.inside for n in range(k + 1, doing))
    return line.low(k - 1) == "," and bare


def _paid(line: Line, i: int) -> bool:
    """Tell "paid a call on the bishop" from "a call on the parties to"."""
    return (
        line.low(i - 1) in ("courtesy", "farewell")
        or verb_forms("meeting", "light").get(line.low(phrase_start(line, i) - 1), ("",))[0] == "pay"
    )


def tied_behind(line: Line, i: int, people: People) -> list[Party]:
    """Give the parties behind the verb of a noun: "talks are under way in Oslo between X and Y"."""
    verb = next((k for k in range(i + 1, min(line.stop, i + 6)) if line.finite(k) or line.low(k) in ARRANGED), None)
    if verb is None or (line.in_relative(verb) and verb != i + 2):
        return []
    end = clause_end(line, verb)
    k = next((n for n in range(verb + 1, min(end, verb + 24)) if line.low(n) in ("between", "among")), None)
    found = people.parties(line, read_items(line, k + 1)[0]) if k is not None else []
    if line.low(verb) in BE and line.low(verb + 1) == "with":
        return people.parties(line, read_items(line, verb + 2)[0])  # "the only talk was with the mayor"
    if verb == own_verb(line, i):
        there = people.parties(line, behind(line, verb, end, objects=False, prepositions=("with",)))
        found = [p for p in there if p.key and people.kind(p.key) == "person"] + found
    return found


def owners(line: Line, i: int, people: People) -> list[Party]:
    """Give the parties before the noun: "Renn's talks", "his visit", "U.S.-China talks", "Saudi-Iranian negotiations"."""
    start = phrase_start(line, i)
    found: list[str] = []
    for k in range(start, i):
        mention = line.inside.get(k)
        entity = people.reading.entity(mention.entity) if mention is not None else None
        if line.low(k + 1) == "-" and line.low(k + 2).endswith("ed"):
            continue  # "Danish-brokered talks"
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


def of_office(line: Line, i: int, people: People) -> list[Party]:
    """Give whose meeting it is where they are told by office: "the foreign ministers' retreat", "the envoy's talk with".

    A donors' or bishops' conference is an event or a body.
    """
    mark = next((k for k in range(i - 1, max(line.start, i - 4), -1) if line.low(k) in ("'", "’", "'s", "’s")), None)
    if mark is None or mark <= line.start or mark - 1 in line.inside or line.doc[i].text[:1].isupper():
        return []
    several = line.low(mark - 1).endswith("s") and line.low(mark) in ("'", "’")
    if line.low(mark - 1) not in offices() or line.low(i) == "conference":
        return []
    first = phrase_start(line, mark - 1)
    if several:
        first += line.pos(first) == "DET"
        return [Party(None, line.words(first, mark - 1), many=True)]
    return people.parties(line, read_items(line, first, mark)[0][:1])


def _called(people: People, key: str) -> str:
    entity = people.reading.entity(key)
    return entity.name if entity is not None else key


def compound(line: Line, i: int, people: People) -> list[Party]:
    """Give the two parties of "Oslo-Riga talks" by the names joined."""
    start = phrase_start(line, i)
    names = [
        (k, found)
        for k in range(start, i)
        if (found := line.mention_at(k)) is not None and found[1].form == "name" and found[1].kind != "person"
    ]
    for (_, (last, one)), (first, (_, other)) in pairwise(names):
        if first == last + 2 and line.doc[last + 1].text in ("-", "–", "—", "/"):
            return [_named(people, one), _named(people, other)]
    parts = [line.doc[k].text for k in range(start, i)] + [found.text for _, (_, found) in names]
    joined = next((m for part in parts if (m := JOINED.fullmatch(part))), None)
    return [Party(None, part) for part in joined.groups()] if joined else []


def _named(people: People, mention: Mention) -> Party:
    """Give a name as a party: a capital stands for its state where the document speaks of that."""
    known = gazetteer().get(fold(mention.text))
    state = known.state if known is not None and known.what == "capital" else None
    entity = people.reading.entity(mention.entity)
    if entity is not None and entity.kind is None:
        entity = next((e for e in people.reading.entities if e.name == state and e.kind == "state"), None)
    return people.known(Party(entity.id if entity is not None else None, " ".join(mention.text.split())))


def light_verb(line: Line, i: int) -> int | None:
    """Give the light verb of a noun: "held talks", "ended a day of talks", "talks were held", "took part in a meeting"."""
    k = i - 1
    passed = 0
    while k >= line.start and passed < 9:
        low = line.low(k)
        if (
            (
                line.doc[k].pos_ in ("VERB", "AUX")
                and line.doc[k].tag_.startswith(("V", "M"))
                and low not in BE | {"will", "would", "has", "have", "had"}
            )
            or (low in ("had", "have", "has") and passed < 4)
            or low in ("convene", "convenes", "chaired")  # which a tagger takes for a noun, as in "and hold talks"
            or (low == "hold" and passed < 3 and line.low(k - 1) in ("and", "to", "will"))
        ):
            light = verb_forms("meeting", "light").get(low)
            if light is None or (line.doc[k].pos_ == "AUX" and low not in ("had", "have", "has")):
                return None
            programme = light[0] in ("launch", "inaugurate") and line.doc.forms[i][:1].isupper()
            if programme or (light[0] == "take" and line.low(k + 1) != "part"):
                return None  # "launched the Dialogue of the North"; "took control of the talks"
            return k
        presided = low == "over" and any(line.low(n).startswith("presid") for n in range(max(line.start, k - 7), k))
        if (line.doc[k].text in (",", ";") and not presided) or low in (
            "with",
            "between",
            "after",
            "before",
            "during",
            "and",
            "for",
            "by",
            "against",
            "about",
            "over",
            "from",
            "at",
        ):
            break
        k, passed = k - 1, passed + 1
    for k in range(i + 1, min(line.stop, i + 8)):
        if (
            line.doc[k].pos_ == "VERB"
            and passive(line, k)
            and line.low(k)
            in ("held", "had", "carried", "conducted", "hosted", "chaired", "convened", "given", "offered", "thrown")
        ):
            return k
        if line.doc[k].pos_ == "VERB":
            break
    return None


def relative_verb(line: Line, i: int) -> int | None:
    """Give the light verb of a clause that says who held the talks: "the talks that Renn held with Vell", "that both held"."""
    nobody = line.low(i + 1) in RELATIVE or line.low(i + 1) in ("you", "we", "i")
    bare = line.pos(i + 1) in ("DET", "PROPN", "PRON") and not nobody  # "the talks Renn had with Vell"
    if line.low(i + 1) not in ("that", "which") and not bare:
        return None
    joints = ("with",) if bare else ("and", "with")
    light = verb_forms("meeting", "light")
    for k in range(i + 3, min(line.stop, i + 24)):
        if line.low(k) in light and line.pos(k) in ("VERB", "AUX") and line.pos(k + 1) != "VERB":
            joint = any(line.low(n) in joints for n in range(i + 2, clause_end(line, k)))
            return k if joint and not passive(line, k) else None
        if line.finite(k) and line.pos(k) == "VERB":
            return None
    return None


def holders_of(line: Line, i: int, verb: int, people: People) -> list[Party]:
    """Give who "held" the talks in "the parley that Renn and Vell held"."""
    return people.parties(line, read_items(line, i + 1 + (line.low(i + 1) in RELATIVE), verb)[0])


def with_whom(line: Line, verb: int, people: People) -> tuple[list[Party], list[Party]]:
    """Give X and Y of "Y, with whom X had dinner"."""
    k = next((n for n in range(verb - 1, max(line.start + 1, verb - 9), -1) if line.low(n) == "whom"), None)
    if k is None or line.low(k - 1) != "with":
        return [], []
    first = people.parties(line, read_items(line, k + 1, verb)[0])
    return first, [p for p in people.parties(line, antecedent(line, k - 1)) if p.key and p not in first]


def unknown_body(line: Line, verb: int) -> list[Party]:
    """Give the subject of "began its tenth meeting" in its words, where its name is not known but looks like a body's."""
    first = verb
    while first > line.start and (
        line.doc[first - 1].text[:1].isupper() or line.low(first - 1) in ("of", "for", "the", "on")
    ):
        first -= 1
    if line.low(first) == "the":
        first += 1
    named = first < verb and line.low(verb - 1) in words("bodies", "nouns") and line.doc[verb - 1].text[:1].isupper()
    return [Party(None, line.words(first, verb - 1))] if named else []


def agents(line: Line, verb: int, people: People) -> list[Party]:
    """Give who "talks were held by"."""
    return people.parties(line, behind(line, verb, clause_end(line, verb), objects=False, prepositions=("by",)))


def one_sided(line: Line, i: int) -> bool:
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


def outer(line: Line, i: int, people: People) -> list[Party]:
    """Give the subject of the clause that a phrase such as "after talks with Y" belongs to."""
    verb = next(
        (
            k
            for k in range(i - 1, line.start - 1, -1)
            if line.doc[k].pos_ == "VERB" and line.doc[k].tag_ in ("VBD", "VBZ", "VBP", "VBN") and k not in line.inside
        ),
        None,
    )
    being = next((k for k in range(i - 1, line.start, -1) if line.low(k) in BE and k not in line.inside), None)
    if being is not None and (verb is None or verb < being):
        return subject_parties(line, being, people)[:4]  # "is in talks with", "will be in Riga for a meeting with"
    if verb is None:
        verb = next((k for k in range(i + 1, line.stop) if line.finite(k) and line.doc[k].pos_ == "VERB"), None)
        if verb is None:
            return []
        comma = next((k for k in range(verb, i, -1) if line.doc[k].text == ","), None)
        if comma is None:
            return []
        spoke = people.parties(line, read_items(line, comma + 1, verb)[0])
        return (spoke or subject_parties(line, verb, people))[:4]  # "Renn, in Riga for talks with Vell, said"
    if passive(line, verb) and (done := agents(line, verb, people)):
        return done[:4]  # "was announced by Renn after a meeting with Vell"
    found = subject_parties(line, verb, people)
    if verb_forms("meeting", "accompany").get(line.low(verb)):
        found += people.parties(line, read_items(line, verb + 1, i)[0])
    return found[:4]


def who_was_there(line: Line, i: int, people: People) -> list[Party]:
    """Give who did what there: "a summit in Oslo, where Renn and Vell agreed", "talks at which the envoys of X and Y signed"."""
    for k in range(i + 1, min(line.stop, i + 20)):
        if line.low(k) == "where" or (line.low(k) in ("at", "during") and line.low(k + 1) == "which"):
            found = people.parties(line, read_items(line, k + 1 if line.low(k) == "where" else k + 2)[0])
            return [p for p in found if p.key or (p.many and p.official)]
        if line.finite(k) or line.doc[k].text == ";":
            break
    return []


ARRANGED = frozenset({"held", "hosted", "convened", "conducted", "mediated", "brokered"})
HELD = frozenset(
    "took takes take opened opens open began begins begin resumed resumes resume closed ended concluded continued".split()
)


OPENS = frozenset("resume resumes begin begins open opens start starts restart continue due set scheduled".split())


def opens(line: Line, k: int) -> bool:
    """Tell the verb of "talks between X and Y resume in Oslo", "due on Monday", which a tagger takes for part of a name."""
    led_on = line.pos(k + 1) in ("ADP", "PUNCT", "PART") or k + 1 in line.times or line.low(k + 1) == "to"
    return line.low(k) in OPENS and k not in line.inside and k - 1 in line.inside and led_on


def own_verb(line: Line, i: int) -> int | None:
    """Give the verb by which a noun of meeting is told: "the round took place in Oslo, led by Renn", "was held"."""
    ahead = (k for k in range(i + 1, min(line.stop, i + 20)) if not line.in_relative(k))
    k = next((k for k in ahead if line.finite(k) or (opens(line, k) and line.low(k) in HELD)), None)
    if k is None or any(line.finite(n) and line.doc[n].pos_ == "VERB" for n in range(line.start, i)):
        return None
    return k if line.low(k) in HELD or (line.low(k) in BE and line.low(k + 1) == "held") else None


def offered(line: Line, i: int, people: People) -> tuple[list[Party], list[Party]]:
    """Give who offers and who is offered: "Norway offered Latvia a new round of talks"."""
    start = phrase_start(line, i)
    named = line.inside.get(start - 1)
    verb = start - 1
    while verb > line.start and (line.inside.get(verb) is named or line.doc[verb].pos_ in ("DET", "PROPN")):
        verb -= 1
    if named is None or named.form == "pronoun" or line.low(verb) not in verb_forms("meeting", "grant"):
        return [], []
    second = people.parties(line, read_items(line, verb + 1, start)[0]) or [_named(people, named)]
    return subject_parties(line, verb, people), second


def proposer(line: Line, i: int, people: People) -> list[Party]:
    """Give who makes "a proposal by X for talks", "X's offer of talks"."""
    for k in range(i - 1, max(line.start, i - 14) - 1, -1):
        if line.low(k) in ("proposal", "offer", "invitation", "request"):
            for n in range(k + 1, i):
                if line.low(n) in ("by", "from", "of"):
                    return people.parties(line, read_items(line, n + 1, i)[0])
            return owners(line, k, people)
        if line.finite(k):
            break
    return []
