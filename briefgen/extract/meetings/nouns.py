"""Read meetings told by nouns: "talks between X and Y", "X held talks with Y", "after a meeting with Y", "the summit of Z"."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.meetings.parties import Party, People, keys_of
from briefgen.extract.meetings.sides import BE, Sides, behind, passive, subject_parties
from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.line import RELATIVE, Line
from briefgen.reading.lists import Item, read_items
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

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
            _agents(line, light, people) if passive(line, light) else subject_parties(line, light, people)
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
    if lemma in ("trip", "visit") and owners and not tied:
        told_of = [Sides(at=i, kind="trip", first=owners, second=[], span=(line.start, line.stop))]
        return told_of if line.low(i + 1) == "to" else []
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
    of_body = not first and len(keys_of(tied)) == 1 and any(line.low(k) == "of" for k in range(i + 1, min(end, i + 12)))
    opened = (of_body and lemma in ("meeting", "summit", "conference")) or (
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
            and passive(line, k)
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
