"""Find who meets where an agreement, a programme or the seat of a body tells it: "they agreed that the next round ..."."""

from __future__ import annotations

from briefgen.extract.meetings.owners import owners
from briefgen.extract.meetings.parties import Party, People
from briefgen.extract.meetings.sides import subject_parties
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.verbforms import verb_forms

PROGRAMME = frozenset("programme program schedule agenda itinerary visit trip stay day tour diary calendar".split())
HOLDS = frozenset("included includes include comprised comprises featured features provided provides foresaw".split())
AGREED = frozenset("agree decide".split())


def at_body(line: Line, i: int, people: People) -> list[Party]:
    """Give the body at whose seat talks are held: "negotiations at the Ministry of Energy"."""
    if line.low(i + 1) != "at":
        return []
    items = read_items(line, i + 2)[0][:1]
    bodies = words("bodies", "nouns") | words("meeting", "bodies", "office_bodies")
    if not items or not {line.low(k) for k in range(items[0].first, items[0].last + 1)} & bodies:
        return []
    return [p for p in people.parties(line, items) if p.key] or [Party(None, items[0].text)]


def agreed_on(line: Line, i: int, people: People) -> list[Party]:
    """Give who "agreed that the next round would be held in Oslo", which is theirs."""
    that = next((k for k in range(i - 1, max(line.start, i - 8), -1) if line.low(k) == "that"), None)
    verb = that - 1 if that is not None else i
    agreed = verb_forms("meeting", "outcome").get(line.low(verb), ("",))[0] if verb < i else ""
    if agreed not in AGREED or not any(line.low(k) in ("would", "will", "shall") for k in range(i + 1, i + 9)):
        return []
    found = subject_parties(line, verb, people)
    return found if len(found) > 1 or any(p.many or p.pair for p in found) else []


def whose_programme(line: Line, i: int, people: People) -> list[Party]:
    """Give whose "tour also featured talks in Oslo"."""
    verb = next((k for k in range(i - 1, max(line.start, i - 6), -1) if line.low(k) in HOLDS), None)
    if verb is None:
        return []
    what = next((k for k in range(verb - 1, max(line.start, verb - 9), -1) if line.low(k) in PROGRAMME), None)
    if what is None:
        return []
    behind = people.parties(line, read_items(line, what + 2, verb)[0][:1]) if line.low(what + 1) == "of" else []
    mine = next((k for k in range(what - 1, line.start, -1) if line.low(k) in ("'s", "’s")), None)
    first = people.parties(line, read_items(line, line.begin, mine)[0][-1:]) if mine is not None else []
    return behind or first or owners(line, what, people)
