"""The named tests of two tellings: are they one meeting? Each says its verdict and its reason, or nothing.

Two tellings that are surely one may still disagree on day or place, which the brief then says; two rounds of the same
parties stay two. So a differing day joins only where parties and place are the same and the texts themselves do not
count meetings, and no telling of a meeting held can be joined with a day that its source could not yet know of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from briefgen.dates import overlap
from briefgen.merge.alike import Judgement
from briefgen.merge.published import Published, came_out
from briefgen.model import Actor, Meeting, When
from briefgen.names import fold
from briefgen.reading.role_words import heads_role
from briefgen.reading.verbforms import verb_forms

NEAR = 1
"""Days that two reports of one meeting may lie apart: time zones and the day of a despatch."""
MOVED_WITHIN = timedelta(92)
SOON = timedelta(7)
"""How far a meeting's first day and the day of its holding may lie apart: where a text says that it was moved, and else."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings; for each, the parties with the bodies and states they stand for, and those of every single party.

    `actors` are all actors by id, `published` the days on which the sources came out.
    """

    one: Meeting
    other: Meeting
    first: frozenset[str]
    second: frozenset[str]
    stands: Mapping[str, frozenset[str]]
    actors: Mapping[str, Actor] = field(default_factory=dict)
    published: Published = field(default_factory=dict)

    @property
    def shared(self) -> set[str]:
        """Give the parties named by both."""
        return set(self.one.participants) & set(self.other.participants)

    @property
    def one_source(self) -> bool:
        """Tell whether one source tells both."""
        return bool({e.source for e in self.one.evidence} & {e.source for e in self.other.evidence})

    @property
    def same_sides(self) -> bool:
        """Tell whether the parties are the same, or stand for each other."""
        return len(self.shared) > 1 or _stand_for(self)

    @property
    def same_place(self) -> bool:
        """Tell whether both name one place."""
        return bool(self.one.place and self.other.place and fold(self.one.place) == fold(self.other.place))

    def told_on(self, meeting: Meeting) -> date | None:
        """Give the day on which a telling came out, as far as it is known."""
        return came_out(meeting.evidence, self.published)


def apart_in_time(pair: Pair) -> Judgement | None:
    """Keep apart what happened on different days; two placed dates that do not touch are two meetings.

    A plan's day says nothing against another day told later: whether it is the same meeting, others must tell.
    """
    if plan_before(pair):
        return None
    a, b = pair.one.date, pair.other.date
    slack = NEAR if pair.one.place and pair.one.place == pair.other.place else 0
    if a.placed and b.placed and not overlap(a, b, slack=slack):
        return Judgement("different", "their dates do not touch")
    if a.yearless and b.yearless and a.start and b.start and (a.start != b.start):
        return Judgement("different", "their days differ")
    if a.yearless != b.yearless and not _in_one_year(a, b):
        return Judgement("different", "their days differ, whatever the year")
    return None


def _in_one_year(a: When, b: When) -> bool:
    """Tell whether a date without a year falls on a dated one: "in January" on 4 January 2024, not on all of 2010."""
    bare, full = (a, b) if a.yearless else (b, a)
    if full.start is None or bare.start is None:
        return True
    return full.precision != "year" and overlap(bare.in_year(full.start.year), full, slack=NEAR)


def other_day(pair: Pair) -> Judgement | None:
    """Keep two days apart that one source tells apart: the same pair may meet on two days running."""
    a, b = pair.one.date, pair.other.date
    if pair.one_source and a.placed and b.placed and a != b and a.precision == b.precision:
        return Judgement("different", "one source tells both, on different dates")
    return None


def still_to_come(pair: Pair) -> Judgement | None:
    """Keep apart what one source tells as held and, behind that or as a next one, as still to come: "agreed to meet again"."""
    for held, plan in ((pair.one, pair.other), (pair.other, pair.one)):
        if held.status != "held" or plan.status not in ("planned", "proposed") or not pair.one_source:
            continue
        if held.date.placed and plan.date.placed and overlap(held.date, plan.date):
            continue
        behind = {e.source: e.start for e in reversed(plan.evidence)}
        if any(e.start < behind.get(e.source, -1) for e in held.evidence) or not _counts_alike(pair):
            return Judgement("different", "one source tells one as held and another as still to come")
    return None


def other_place(pair: Pair) -> Judgement | None:
    """Keep apart what happened in two places, unless day and parties leave no doubt."""
    a, b = pair.one.place, pair.other.place
    if not a or not b or fold(a) in fold(b) or fold(b) in fold(a):
        return None
    same_day = pair.one.date == pair.other.date and pair.one.date.precision == "day"
    sure = (same_day and len(pair.shared) > 1) or ((same_day or plan_before(pair)) and _same_offices(pair))
    return None if sure else Judgement("different", f"one is in {a}, the other in {b}")


def _same_offices(pair: Pair) -> bool:
    """Tell whether two persons by name hold the office that the other telling gives the envoys of their two states."""
    named, bare = sorted((pair.one, pair.other), key=lambda m: -sum(_is_person(pair, p) for p in m.participants))
    holders = [p for p in named.participants if any(p != q and _counterpart(pair, p, q) for q in bare.participants)]
    met = {q for p in holders for q in bare.participants if _counterpart(pair, p, q)}
    roles = [set(fold(pair.actors[p].role or "").split()) for p in holders if _is_person(pair, p)]
    offices = [office for e in bare.evidence for office in offices_in(e.quote)]
    return len(met) > 1 and any(sum(office <= role for role in roles) > 1 for office in offices)


SEVERAL = re.compile(r"(?:\b([a-z]+)\s+)?\b([a-z]{4,})s\b(?:\s+(?:of|for)\s+(\w+))?")


def offices_in(text: str) -> list[set[str]]:
    """Give the offices of several persons that a text names, each as its words.

    >>> [sorted(office) for office in offices_in("Where the salt ministers of both states met the ministers of Fisheries")]
    [['minister', 'salt'], ['fisheries', 'minister']]
    """
    found = ((before, head, behind) for before, head, behind in SEVERAL.findall(text) if heads_role(head))
    return [{head, fold(behind) if before in ("", "the", "two", "both") else before} for before, head, behind in found]


def _is_person(pair: Pair, key: str) -> bool:
    actor = pair.actors.get(key)
    return actor is not None and actor.kind == "person"


def other_party(pair: Pair) -> Judgement | None:
    """Keep apart meetings whose only common party met somebody else: each has a side that the other lacks."""
    mine, theirs = pair.first - pair.second, pair.second - pair.first
    own = {p for p in pair.one.participants if p in mine}
    others = {p for p in pair.other.participants if p in theirs}
    if own and others and len(pair.shared) < 2 and not (pair.first & pair.second - pair.shared):
        return Judgement("different", "each has a party that the other lacks")
    return None


def same_day_same_parties(pair: Pair) -> Judgement | None:
    """Join tellings whose dates agree and whose parties are the same or stand for each other."""
    if not overlap(pair.one.date, pair.other.date, slack=NEAR):
        return None
    if _beside(pair):
        return Judgement("different", "one source tells both, one of fewer and other parties")
    if pair.same_sides:
        return Judgement("same", "the dates agree and the parties are the same")
    return None


def _beside(pair: Pair) -> bool:
    """Tell talks of two delegates from the conference beside which one source tells them."""
    few, many = sorted((pair.one, pair.other), key=lambda m: len(m.participants))
    return pair.one_source and not pair.shared and len(many.participants) > len(few.participants) + 1


def undated_same_parties(pair: Pair) -> Judgement | None:
    """Join an undated telling with a dated one of the same parties, where place or status do not speak against it."""
    if pair.one.date.placed and pair.other.date.placed:
        return None
    statuses = {pair.one.status, pair.other.status}
    if "proposed" in statuses and len(statuses) > 1 and pair.one.place != pair.other.place:
        return None  # a summit proposed is not the meeting held before it
    if _long_after(pair):
        return None
    both = set(pair.one.participants) == set(pair.other.participants) and len(pair.shared) > 1
    one_life = len(statuses) == 1 or statuses == {"planned", "cancelled"}
    if both or (pair.same_place and pair.same_sides and one_life):
        return Judgement("same", "the parties are the same, and one telling gives no date")
    return None


def _long_after(pair: Pair) -> bool:
    """Tell whether a holding without a date is told so long after the day of a plan that it may be of another meeting."""
    for plan, held in ((pair.one, pair.other), (pair.other, pair.one)):
        told, day = pair.told_on(held), plan.date.end
        if (plan.status, held.status) == ("planned", "held") and plan.date.placed and told and day:
            return told - day > MOVED_WITHIN / 2
    return False


def _stand_for(pair: Pair) -> bool:
    """Tell whether each side of one telling is met in the other, a person by his body or state."""
    small, large = sorted((pair.one, pair.other), key=lambda m: len(m.participants))
    if (
        _with_somebody_else(small, large)
        or not small.participants
        or not all(any(_counterpart(pair, p, q) for q in large.participants) for p in small.participants)
    ):
        return False
    return len(small.participants) > 1 or pair.same_place or small.date.precision == large.date.precision == "day"


def _with_somebody_else(small: Meeting, large: Meeting) -> bool:
    """Tell "Renn met members of the front in Oslo in May", told by words alone, from what is dated otherwise to the day."""
    same_day = small.date.precision == "day" and small.date == large.date
    dated = small.date.placed and large.date.placed and not same_day
    return dated and len(small.participants) == 1 and len(small.named) > 1


def _counterpart(pair: Pair, p: str, q: str) -> bool:
    """Tell whether two parties may be one in two tellings: the same, or one speaks for the other."""
    return p == q or q in pair.stands[p] or p in pair.stands[q]


def not_yet_known(pair: Pair) -> Judgement | None:
    """Keep a meeting that a source tells as held from a day after that source came out, but for time zones."""
    slack = timedelta(NEAR if pair.same_place else 0)
    for held, other in ((pair.one, pair.other), (pair.other, pair.one)):
        told = pair.told_on(held)
        if (
            held.status == "held"
            and told
            and other.date.placed
            and other.date.start
            and other.date.start > told + slack
        ):
            return Judgement("different", "one source tells it as held before the day that the other gives")
    return None


COUNTED = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|another|again|further|next|previous|earlier|last"
    r"|\d+(?:st|nd|rd|th))\s(?:\w+\s){0,2}(?:round|meeting|session|talks|summit|visit|trip|call|conference|day|time)s?\b"
    r"|\b(again)\b"
)
"""Words by which a text tells one of several meetings of the same parties: "a second round", "met again"."""


def _counts_alike(pair: Pair) -> bool:
    one, other = (
        {word for e in m.evidence for found in COUNTED.finditer(e.quote.casefold()) for word in found.groups() if word}
        for m in (pair.one, pair.other)
    )
    return one == other


def _gap(a: When, b: When) -> timedelta | None:
    """Give the time between two days or weeks that do not touch; None where they do or are told less precisely."""
    if {a.precision, b.precision} - {"day", "week"} or not (a.placed and b.placed):
        return None
    if a.start is None or a.end is None or b.start is None or b.end is None or overlap(a, b):
        return None
    return max(a.start, b.start) - min(a.end, b.end)


def plan_before(pair: Pair) -> bool:
    """Tell whether one telling is a plan and the other a later source's word of the same parties for another day."""
    days = pair.told_on(pair.one), pair.told_on(pair.other)
    if days[0] is None or days[1] is None or days[0] == days[1] or pair.one_source:
        return False
    plan, later = (pair.one, pair.other) if days[0] < days[1] else (pair.other, pair.one)
    gap = _gap(plan.date, later.date)
    foreseen = plan.date.start is not None and plan.date.start >= min(days[0], days[1])
    live = plan.status in ("planned", "proposed") and later.status != "proposed"
    alone = min(len(plan.participants), len(later.participants)) < 2 and not pair.same_place
    if alone:
        return False  # that an envoy travels on one day moves no talks that his body holds on another
    return live and foreseen and gap is not None and gap <= MOVED_WITHIN and pair.same_sides and _counts_alike(pair)


def moved(pair: Pair) -> Judgement | None:
    """Join a plan with what a later source tells of it for another day: it was put off or brought forward."""
    if not plan_before(pair) or (pair.one.place and pair.other.place and not pair.same_place):
        return None
    if _is_moved(pair):
        return Judgement("same", "a plan of the same parties, which a text says was moved")
    gap = _gap(pair.one.date, pair.other.date)
    if pair.same_place and gap is not None and gap <= SOON:
        return Judgement("same", "a plan of the same parties for the same place, told later for a day close by")
    return None


def _is_moved(pair: Pair) -> bool:
    """Tell whether a passage says that a meeting was moved: "postponed", "put off"."""
    text = " ".join(e.quote for m in (pair.one, pair.other) for e in m.evidence).casefold()
    loose = {"move", "push", "bring"}
    strong = {form for form, (verb, _) in verb_forms("meeting", "postponed").items() if verb not in loose}
    told = set(re.findall(r"\w+", text))
    return (
        bool(told & strong)
        or re.search(r"\b(?:put (?:off|back)|pushed back|brought forward|moved (?:\w+ ){0,4}to)\b", text) is not None
    )


def came_true(pair: Pair) -> Judgement | None:
    """Join a plan with an undated telling of its holding that came out within two weeks of the day planned."""
    for plan, held in ((pair.one, pair.other), (pair.other, pair.one)):
        told, day = pair.told_on(held), plan.date.start
        if (plan.status, held.status) != ("planned", "held") or not plan.date.placed or held.date.placed:
            continue
        alike = set(plan.participants) == set(held.participants) or pair.same_sides
        soon = told is not None and day is not None and timedelta(0) <= told - day <= timedelta(14)
        if alike and soon and pair.same_place and _counts_alike(pair):
            return Judgement("same", "what was planned there for a day shortly before is told as held")
    return None


def other_day_told(pair: Pair) -> Judgement | None:
    """Join two tellings that disagree on the day alone: the same parties, place and purpose, days apart, no rounds told."""
    gap = _gap(pair.one.date, pair.other.date)
    if gap is None or gap > timedelta(3) or pair.one_source or pair.one.status != pair.other.status:
        return None
    if pair.same_place and pair.same_sides and _one_purpose(pair) and _counts_alike(pair):
        return Judgement("same", "parties, place and purpose are the same, and the days lie close together")
    return None


def _one_purpose(pair: Pair) -> bool:
    """Tell whether both say in the same words what it was for."""
    a, b = ({w for w in fold(m.purpose or "").split() if len(w) > 3} for m in (pair.one, pair.other))
    return bool(a and b) and len(a & b) >= 2 and 2 * len(a & b) >= min(len(a), len(b))


TESTS: tuple[Callable[[Pair], Judgement | None], ...] = (
    other_day,
    still_to_come,
    not_yet_known,
    moved,
    other_day_told,
    came_true,
    apart_in_time,
    other_place,
    other_party,
    same_day_same_parties,
    undated_same_parties,
)
