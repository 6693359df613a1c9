"""Say where sources tell differently who lists whom: whether, and since when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from briefgen.brief.articles import articled
from briefgen.brief.sides import RECENT, latest, named, sides, sources_of
from briefgen.dates import overlap
from briefgen.merge.published import Published
from briefgen.model import Actor, Designation, Discrepancy
from briefgen.names import fold
from briefgen.wording import Words

COURSE = ("not_designated", "under_review", "designated", "delisted")
"""The order in which one status follows another."""


def disagreements_on_listings(
    facts: Sequence[Designation], actors: Mapping[str, Actor], published: Published, words: Words
) -> Iterator[Discrepancy]:
    """Give what sources do not tell alike of one authority and one subject."""
    pairs: dict[tuple[str, str], list[Designation]] = {}
    for fact in facts:
        pairs.setdefault((fact.authority, fact.subject), []).append(fact)
    for (authority, subject), group in pairs.items():
        listed, by = (articled(_name(key, actors), words) for key in (subject, authority))
        whose = (listed[:1].upper() + listed[1:], by)
        yield from _of_status(group, whose, published, words)
        for fact in group:
            yield from _of_years(fact, whose, published, words)


def _name(key: str, actors: Mapping[str, Actor]) -> str:
    return actors[key].name if key in actors else key


def _of_status(
    group: Sequence[Designation], whose: tuple[str, str], published: Published, words: Words
) -> Iterator[Discrepancy]:
    states: dict[str, list[Designation]] = {}
    for fact in sorted(group, key=lambda fact: COURSE.index(fact.status)):
        states.setdefault(fact.status, []).append(fact)
    if len(states) < 2 or not _one_matter(states):
        return
    update = _dated_apart(states, published) or "delisted" in states
    if not update and _in_one_passage(states):
        return  # one sentence tells of two lists, or was misread: it does not disagree with itself
    listed = words.listed(list(told := named(states, "listing", words)))
    yield Discrepancy(
        id=f"{group[0].id}-status",
        kind="later_update" if update else "contradiction",
        summary=words.say("listed_as", subject=whose[0], states=listed, authority=whose[1]),
        facts=tuple(f.id for f in group),
        sides=sides(told),
    )


def _one_matter(states: Mapping[str, Sequence[Designation]]) -> bool:
    """Tell whether any two statuses may be about one list: two lists named by their titles are two matters."""
    return any(
        _one_list(a.category, b.category)
        for one, other in combinations(states.values(), 2)
        for first in one
        for second in other
        for a in first.reports or (first,)
        for b in second.reports or (second,)
    )


def _one_list(one: str | None, other: str | None) -> bool:
    titles = [re.findall(r"\b[A-Z]\w+", category or "") for category in (one, other)]
    return not all(titles) or fold(one or "") == fold(other or "")


def _in_one_passage(states: Mapping[str, Sequence[Designation]]) -> bool:
    told = [{(e.source, e.start, e.end) for fact in group for e in fact.evidence} for group in states.values()]
    return any(one & other for one, other in combinations(told, 2))


def _of_years(fact: Designation, whose: tuple[str, str], published: Published, words: Words) -> Iterator[Discrepancy]:
    """Give two years told for one listing by two sources that both look back on it."""
    past = [r for r in fact.reports if fact.status == "designated" and _looks_back(r, published)]
    for one, other in combinations(past, 2):
        alike = _one_list(one.category, other.category)
        if alike and sources_of([one]) != sources_of([other]) and not overlap(one.as_of, other.as_of):
            dates = {words.when(r.as_of): [r] for r in sorted((one, other), key=lambda r: str(r.as_of.start))}
            told = words.listed(list(dates), "or")
            yield Discrepancy(
                id=f"{fact.id}-date",
                kind="contradiction",
                summary=words.say("listed_since", subject=whose[0], authority=whose[1], dates=told),
                facts=(fact.id,),
                sides=sides(dates),
            )
            return


def _looks_back(report: Designation, published: Published) -> bool:
    """Tell whether a source tells of one listing, and of one that is past: it may also tell of two, of different days."""
    told, end = latest([report], published), report.as_of.end
    return (
        len(report.evidence) == 1
        and report.as_of.placed
        and told is not None
        and end is not None
        and told - end > RECENT
    )


def _dated_apart(states: Mapping[str, Sequence[Designation]], published: Published) -> bool:
    """Tell whether the statements are about, or were published on, different days: then one may update the other."""
    about = {fact.as_of.start for group in states.values() for fact in group if fact.as_of.placed}
    if len(about) > 1:
        return True
    told = [latest(group, published) for group in states.values()]
    return None not in told and len(set(told)) > 1
