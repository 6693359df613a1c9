"""Say where sources disagree, both sides with their passages; no winner is picked.

Four kinds are told apart: `contradiction` (both cannot be right), `less_precise` (one says less), `later_update` (a
later source tells a newer state of things) and `spelling` (one name written in several ways).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import TypeVar

from briefgen.model import (
    Actor,
    Designation,
    Discrepancy,
    DiscrepancyKind,
    Evidence,
    Facts,
    Meeting,
    Side,
    Source,
    When,
)
from briefgen.names import fold
from briefgen.wording import Words

SIDE_PASSAGES = 3
ALIKE = 0.6
"""Share of letters in common, in order, of two spellings: Johansson and Yohanson have .82."""


def find_discrepancies(facts: Facts, sources: Sequence[Source], words: Words) -> tuple[Discrepancy, ...]:
    """Compare what single sources report of each merged fact; contradictions come first."""
    published = {source.id: source.published for source in sources}
    names = {actor.id: actor.name for actor in facts.actors}
    found: list[Discrepancy] = []
    for meeting in facts.meetings:
        found.extend(_of_meeting(meeting, names, published, words))
    found.extend(_of_designations(facts.designations, names, published, words))
    for actor in facts.actors:
        found.extend(_of_spelling(actor, words))
    order = ("contradiction", "later_update", "less_precise", "spelling")
    return tuple(sorted(found, key=lambda d: order.index(d.kind)))


def _grouped(reports: Iterable[Meeting], field: str, words: Words) -> dict[str, list[Meeting]]:
    """Group reports by the words of one field; reports that say nothing of it are left out."""
    groups: dict[str, list[Meeting]] = {}
    for report in reports:
        said = _said(report, field, words)
        if said is not None:
            groups.setdefault(said, []).append(report)
    return groups


def _said(report: Meeting, field: str, words: Words) -> str | None:
    if field == "date":
        return words.when(report.date) if report.date.placed else None
    if field == "place":
        return report.place
    return report.status


def _sides(groups: Mapping[str, Sequence[Meeting | Designation]]) -> tuple[Side, ...]:
    return tuple(
        Side(text=text, evidence=_passages(e for fact in group for e in fact.evidence))
        for text, group in groups.items()
    )


def _passages(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    once = {(e.source, e.start, e.end): e for e in evidence}
    return tuple(once[key] for key in sorted(once, key=lambda k: (int(k[0][1:]), k[1], k[2])))[:SIDE_PASSAGES]


def _of_meeting(
    meeting: Meeting, names: Mapping[str, str], published: Mapping[str, date | None], words: Words
) -> Iterator[Discrepancy]:
    reports = sorted(
        (m for m in meeting.reports if m.evidence), key=lambda m: (m.evidence[0].source, m.evidence[0].start)
    )
    if len({e.source for r in reports for e in r.evidence}) < 2:
        return
    what = _title(meeting, names, words)
    dates = _grouped(reports, "date", words)
    if len(dates) > 1:
        spans = [group[0].date for group in dates.values()]
        kind: DiscrepancyKind = "less_precise" if _compatible(spans) else "contradiction"
        summary = (
            words.say("dated_differently", what=what, dates=words.listed(list(dates), "or"))
            if kind == "contradiction"
            else words.say("dated_less_precisely", what=what, dates=words.listed(list(dates)))
        )
        yield Discrepancy(id=f"{meeting.id}-date", kind=kind, summary=summary, facts=(meeting.id,), sides=_sides(dates))
    places = _by_folded(_grouped(reports, "place", words))
    if len(places) > 1:
        within = _one_place(list(places))
        summary = words.say("placed", what=what, places=words.listed(list(places), "and" if within else "or"))
        yield Discrepancy(
            id=f"{meeting.id}-place",
            kind="less_precise" if within else "contradiction",
            summary=summary,
            facts=(meeting.id,),
            sides=_sides(places),
        )
    states = _grouped(reports, "status", words)
    if len(states) > 1:
        yield Discrepancy(
            id=f"{meeting.id}-status",
            kind=_status_kind(states, published),
            facts=(meeting.id,),
            summary=words.say(
                "reported_as", what=what, states=words.listed(list(told := _named(states, "status", words)))
            ),
            sides=_sides(told),
        )


_T = TypeVar("_T")


def _named(states: Mapping[str, _T], table: str, words: Words) -> dict[str, _T]:
    """Give what is grouped by status with the words for each status in place of its code."""
    return {words.of(table, status): group for status, group in states.items()}


def _title(meeting: Meeting, names: Mapping[str, str], words: Words) -> str:
    parties = [names.get(key, key) for key in meeting.participants[:3]]
    if not parties:
        return words.say("some_meeting")
    return words.say("the_meeting_of" if len(parties) > 1 else "the_meeting_with", parties=words.listed(parties))


def _compatible(spans: Sequence[When]) -> bool:
    """Tell whether all stretches share a day: then the longer ones are only less precise."""
    starts = [w.start for w in spans if w.start]
    ends = [w.end for w in spans if w.end]
    return max(starts) <= min(ends)


def _by_folded(groups: Mapping[str, list[Meeting]]) -> dict[str, list[Meeting]]:
    merged: dict[str, tuple[str, list[Meeting]]] = {}
    for text, group in groups.items():
        kept = merged.setdefault(fold(text), (text, []))
        kept[1].extend(group)
    return dict(merged.values())


def _one_place(places: Sequence[str]) -> bool:
    """Tell whether the places lie in one another ("Kazan", "Kazan, Tatarstan"), so that one is only less precise."""
    words = [set(fold(place).split()) for place in places]
    return all(a <= b or b <= a for i, a in enumerate(words) for b in words[i + 1 :])


def _latest(facts: Sequence[Meeting | Designation], published: Mapping[str, date | None]) -> date | None:
    dates = [day for fact in facts for e in fact.evidence if (day := published.get(e.source))]
    return max(dates, default=None)


def _status_kind(states: Mapping[str, Sequence[Meeting]], published: Mapping[str, date | None]) -> DiscrepancyKind:
    """Tell a plan that came true or was called off from two reports that cannot both be right."""
    before = [m for status in ("planned", "proposed") for m in states.get(status, ())]
    after = [m for status in ("held", "cancelled") for m in states.get(status, ())]
    if before and after and not ("held" in states and "cancelled" in states):
        return "later_update"
    if "held" in states and "cancelled" in states:
        first, last = _latest(states["held"], published), _latest(states["cancelled"], published)
        return "later_update" if first and last and first != last else "contradiction"
    return "less_precise"


def _of_designations(
    facts: Sequence[Designation], names: Mapping[str, str], published: Mapping[str, date | None], words: Words
) -> Iterator[Discrepancy]:
    pairs: dict[tuple[str, str], list[Designation]] = {}
    for fact in facts:
        pairs.setdefault((fact.authority, fact.subject), []).append(fact)
    for (authority, subject), group in pairs.items():
        states: dict[str, list[Designation]] = {}
        for fact in group:
            states.setdefault(fact.status, []).append(fact)
        if len(states) < 2:
            continue
        update = _dated_apart(states, published) or "delisted" in states
        yield Discrepancy(
            id=f"{group[0].id}-status",
            kind="later_update" if update else "contradiction",
            summary=words.say(
                "listed_as",
                subject=names.get(subject, subject),
                states=words.listed(list(told := _named(states, "listing", words))),
                authority=names.get(authority, authority),
            ),
            facts=tuple(f.id for f in group),
            sides=_sides(told),
        )


def _dated_apart(states: Mapping[str, Sequence[Designation]], published: Mapping[str, date | None]) -> bool:
    """Tell whether the statements are about, or were published on, different days: then one may update the other."""
    about = {fact.as_of.start for group in states.values() for fact in group if fact.as_of.placed}
    if len(about) > 1:
        return True
    told = [_latest(group, published) for group in states.values()]
    return None not in told and len(set(told)) > 1


def _of_spelling(actor: Actor, words: Words) -> Iterator[Discrepancy]:
    spellings = _full_spellings(actor)
    sides = []
    for spelling in spellings:
        passages = _passages(e for e in actor.evidence if spelling in e.quote)
        if passages:
            sides.append(Side(text=spelling, evidence=passages))
    if len(sides) > 1:
        yield Discrepancy(
            id=f"{actor.id}-spelling",
            kind="spelling",
            facts=(actor.id,),
            sides=tuple(sides),
            summary=words.say("spelled", names=words.listed([side.text for side in sides])),
        )


def _alike(name: str, other: str) -> bool:
    """Tell whether two names may be one name written in two ways, whatever the order of their words."""
    one, two = ("".join(sorted(fold(said).split())) for said in (name, other))
    return SequenceMatcher(None, one, two).ratio() >= ALIKE


def _word_by_word(name: str, other: str) -> bool:
    """Tell whether two names of a body are one with another spelling: word for word alike, and no initials."""
    if name.isupper() or other.isupper():
        return False
    one, two = fold(name).split(), fold(other).split()
    return len(one) == len(two) and all(_alike(x, y) for x, y in zip(one, two, strict=True))


def _full_spellings(actor: Actor) -> list[str]:
    """Give the spellings that differ in letters; a surname alone, a title in front or another order is no other spelling."""
    if actor.kind == "state":
        return []
    alike, least = (_alike, 2) if actor.kind == "person" else (_word_by_word, 1)
    kept: list[str] = []
    for name in (actor.name, *actor.aliases):
        words = fold(name).split()
        if kept and not alike(name, kept[0]):
            continue  # a name of war or a maiden name is another name, no other spelling
        if len(words) >= least and not any(set(words) <= set(fold(k).split()) for k in kept):
            kept.append(name)
    return kept
