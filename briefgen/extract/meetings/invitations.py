"""Read meetings told by the noun of invitation: "conveyed an invitation from X for Y to visit Z", "X's invitation to Y"."""

from __future__ import annotations

from briefgen.extract.meetings.journeys import official, person_like
from briefgen.extract.meetings.owners import owners, phrase_start
from briefgen.extract.meetings.parties import Party, People
from briefgen.extract.meetings.sides import Sides, behind, passive, subject_parties
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

NEAR = 16
"""Words behind an invitation within which stands what somebody is invited to."""
INVITATION = frozenset({"invitation", "invitations"})


def bidding(line: Line, i: int, people: People) -> list[Sides]:
    """Read who is invited by whom, where a noun tells it; what was declined is none."""
    if line.low(i) not in INVITATION or line.low(phrase_start(line, i) - 1) in ("at", "on", "upon"):
        return []  # "at the invitation of Y" tells with the visit who bade
    verb = _verb(line, i)
    if verb is not None and verb_forms("meeting", "refused").get(line.low(verb)):
        return []
    subject = subject_parties(line, verb, people) if verb is not None and verb < i else []
    host, guest = _host(line, i, people), _guest(line, i, people)
    if verb is not None and verb_forms("meeting", "take_up").get(line.low(verb)):
        guest = guest or subject
    elif verb is not None and passive(line, verb):
        host = host or _to(line, verb, people, "by")
        guest = guest or _to(line, verb, people, "to")
    elif verb is not None:
        host, guest = host or subject, guest or _given_to(line, verb, i, people)
    if not host or not guest or not all(person_like(line, people, p) for p in guest):
        return []
    end = clause_end(line, i)
    told = frozenset(k for k in range(i + 1, min(end, i + NEAR)) if _comes(line, k))
    return [
        Sides(
            at=i, kind="invite", first=host, second=guest, span=(line.start, end), words=told, place=_where(line, told)
        )
    ]


def _verb(line: Line, i: int) -> int | None:
    """Give the verb of which the invitation is the object or, behind it, the subject."""
    before = next((k for k in range(i - 1, max(line.start, i - 9) - 1, -1) if line.pos(k) == "VERB"), None)
    if before is not None:
        return before
    return next((k for k in range(i + 1, line.stop) if line.pos(k) == "VERB" and passive(line, k)), None)


def _host(line: Line, i: int, people: People) -> list[Party]:
    for k in range(i + 1, min(line.stop, i + 14)):
        if line.low(k) in ("from", "of", "by"):
            stop = next((n for n in range(k + 1, line.stop) if line.low(n) in ("for", "to")), line.stop)
            return people.parties(line, read_items(line, k + 1, stop)[0][:1])
        if line.finite(k):
            break
    return owners(line, i, people)


def _guest(line: Line, i: int, people: People) -> list[Party]:
    """Give who is invited: "for the chair to visit", "to the chair to visit"."""
    for k in range(i + 1, min(line.stop, i + 16)):
        if line.low(k) in ("for", "to") and line.pos(k + 1) not in ("VERB", "AUX"):
            stop = next(
                (n for n in range(k + 2, line.stop) if line.low(n) in ("to", "for", "by", "on", "in")), line.stop
            )
            return people.parties(line, read_items(line, k + 1, stop)[0][:1])
        if line.finite(k):
            break
    return []


def _to(line: Line, verb: int, people: People, preposition: str) -> list[Party]:
    end = clause_end(line, verb)
    return people.parties(line, behind(line, verb, end, objects=False, prepositions=(preposition,))[:1])


def _given_to(line: Line, verb: int, i: int, people: People) -> list[Party]:
    """Give who was "handed" the invitation, or to whom it was."""
    if line.tag(verb + 1) == "PRP$":
        return []  # "renewed his invitation"
    return people.parties(line, read_items(line, verb + 1, phrase_start(line, i))[0][:1])


def _comes(line: Line, k: int) -> bool:
    forms = any(verb_forms("meeting", kind).get(line.low(k)) for kind in ("visit", "travel", "meet", "join"))
    return forms or line.low(k) in words("meeting", "nouns")


def _where(line: Line, told: frozenset[int]) -> str | None:
    near = (line.inside[n] for k in sorted(told) for n in range(k + 1, min(line.stop, k + 5)) if n in line.inside)
    place = next((m for m in near if m.form == "name" and m.kind != "person"), None)
    return " ".join(place.text.split()) if place is not None else None


def talks_offered(line: Line, i: int, people: People) -> list[Sides]:
    """Read "offered the miners' leaders a conversation on Friday": what somebody offers another is not yet held."""
    end = clause_end(line, i)
    event = next((k for k in range(i + 2, min(end, i + NEAR)) if line.low(k) in words("meeting", "nouns")), None)
    if event is None or line.pos(i) != "VERB" or passive(line, i) or line.low(event) in words("meeting", "given"):
        return []
    start = phrase_start(line, event)
    start = event if start == i + 1 else start  # "offered the miners talks"
    met = people.parties(line, read_items(line, i + 1, start)[0])
    if not met or not all(person_like(line, people, p) or p.many for p in met):
        return []
    first = [p for p in subject_parties(line, i, people) if p not in met]
    if not first or line.pos(start - 1) in ("ADP", "PUNCT", "CCONJ", "VERB") or not official(people, [*first, *met]):
        return []
    return [Sides(at=i, kind="invite", first=first, second=met, span=(line.start, end), words=frozenset({event}))]
