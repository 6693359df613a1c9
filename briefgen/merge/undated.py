"""Date undated documents by what they say, and give their dates the year that follows from it.

From the document's own words first: the latest full date in it, when no later year is spoken of. Else from others: the
day that wire copy opens with takes the year of the sources beside it; a meeting it tells of with day or month but no
year, of parties whose meeting another source dates, brings its year. What is found from meetings is the latest day the
document reports, hence a day before which it cannot have been written; it says so in `published_why`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from briefgen.dates import MONTH, month_number, overlap, valid
from briefgen.merge.alike import judge
from briefgen.model import Actor, Designation, Digest, Document, Facts, Meeting, View, When
from briefgen.names import fold
from briefgen.reading.times import reference_date
from briefgen.wording import day

NEAR = 92
"""Days between wire copy and the nearest other source, to take its year: a quarter."""
OPENING = re.compile(
    rf"^[A-Z][\w’'./ -]+(?:, [A-Z][\w’'./ -]+)?,? (?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{MONTH}))"
    r",?(?: \([^()]{2,40}\))?\s*[-–—]"
)
"""The opening of wire copy with a day and no year: "VESTBY, March 5 (Coast News) -"."""


ReadAgain = Callable[[Document], Digest | None]
"""Reads a document once more, now that its day is known; None where that fails."""


def place_in_time(digests: Sequence[Digest], read_again: ReadAgain) -> tuple[Digest, ...]:
    """Give the digests with inferred dates filled in; those with a stated date stay as they are. Order-free."""
    stated = sorted({d.document.source.published for d in digests if d.document.source.published is not None})
    settled = [_by_own_words(_by_opening(digest, stated, read_again)) for digest in digests]
    dated = [d for d in settled if d.document.source.published is not None]
    return tuple(d if d.document.source.published is not None else _by_others(d, dated) for d in settled)


def _by_opening(digest: Digest, stated: Sequence[date], read_again: ReadAgain) -> Digest:
    """Date wire copy that opens with a day without its year ("VESTBY, March 5 -") in the year of what it lies beside.

    That is its day of publication, against which "on Tuesday" and "last week" can be read: so it is read again.
    """
    source = digest.document.source
    if source.published is not None or not stated or reference_date(source.text) is not None:
        return digest
    named = _opening_day(digest)
    years = {other.year + n for other in stated for n in (-1, 0, 1)}
    days = [found for year in years if named and (found := valid(year, *named))]
    gap, opened = min(
        ((abs((found - other).days), found) for found in days for other in stated), default=(NEAR + 1, None)
    )
    if opened is None or gap > NEAR:
        return digest
    dated = _dated(digest, opened, f"{day(opened)}: the day it opens with, in the year of the other sources")
    return read_again(dated.document) or replace(dated, facts=_in_year(dated.facts, opened.year))


def _opening_day(digest: Digest) -> tuple[int, int] | None:
    """Give month and day of a dateline without a year, before the first sentence."""
    text = digest.document.source.text
    first = next((block for block in digest.document.blocks if block.kind == "prose"), None)
    found = OPENING.match(text[first.start : first.end][:120]) if first else None
    if found is None:
        return None
    return month_number(found["month"] or found["month2"]), int(found["day"] or found["day2"])


def _by_own_words(digest: Digest) -> Digest:
    source = digest.document.source
    if source.published is not None:
        return digest
    latest = reference_date(source.text)
    if latest is None:
        return digest
    return _dated(digest, latest, f"the latest date in the text is {day(latest)}")


def _dated(digest: Digest, published: date, why: str) -> Digest:
    source = replace(digest.document.source, published=published, published_from="inferred", published_why=why)
    return replace(digest, document=replace(digest.document, source=source))


def _by_others(digest: Digest, dated: Sequence[Digest]) -> Digest:
    votes: Counter[int] = Counter()
    whys: dict[int, str] = {}
    for mine in digest.facts.meetings:
        if not mine.date.yearless:
            continue
        for other in dated:
            for theirs in other.facts.meetings:
                year = _year_by(mine, theirs, digest.facts, other.facts)
                if year is not None and theirs.date.start is not None:
                    votes[year] += 1
                    whys.setdefault(
                        year, f"it tells of a meeting that {other.document.source.path} dates {day(theirs.date.start)}"
                    )
    if not votes:
        return digest
    year = min(votes, key=lambda y: (-votes[y], y))
    facts = _in_year(digest.facts, year)
    latest = max((d for d in _days(facts)), default=None)
    placed = replace(digest, facts=facts)
    if latest is None:
        return placed
    return _dated(placed, latest, f"not before {day(latest)}, the latest day it reports; the year because {whys[year]}")


def _year_by(mine: Meeting, theirs: Meeting, own: Facts, other: Facts) -> int | None:
    """Give the publication year that follows if the two meetings are one: same day or month, two parties in common."""
    a, b = mine.date, theirs.date
    if (
        not b.placed
        or a.start is None
        or a.end is None
        or b.start is None
        or b.end is None
        or b.precision not in ("day", "week", "month")
    ):
        return None
    placed = mine.place and theirs.place and fold(mine.place) == fold(theirs.place)
    # a despatch may give the day on which it was sent: that is another one, but not another year
    if not overlap(a.in_year(b.start.year), b, slack=1 if placed and b.precision == "day" else 0):
        return None
    if len(_common(mine, theirs, own, other)) < 2:
        return None
    return b.start.year - a.years


def _common(mine: Meeting, theirs: Meeting, own: Facts, other: Facts) -> set[str]:
    left, right = {a.id: a for a in own.actors}, {a.id: a for a in other.actors}
    found = set()
    for key in mine.participants:
        for their_key in theirs.participants:
            a, b = left.get(key), right.get(their_key)
            if a is not None and b is not None and (_one(a, b) or _speaks_for(a, b, right) or _speaks_for(b, a, left)):
                found.add(key)
    return found


def _speaks_for(body: Actor, person: Actor, actors: Mapping[str, Actor]) -> bool:
    """Tell whether one document names the person who, in the other, is only the state: "Russia" and its envoy."""
    home = actors.get(person.affiliation or "")
    return body.kind == "state" and person.kind == "person" and home is not None and _one(body, home)


def _one(a: Actor, b: Actor) -> bool:
    verdict = judge(a, b)
    return verdict is not None and verdict.verdict == "same"


def _days(facts: Facts) -> Iterator[date]:
    for when in (
        *(m.date for m in facts.meetings if m.status == "held"),
        *(v.date for v in facts.views),
        *(d.as_of for d in facts.designations),
    ):
        if when.placed and when.end is not None:
            yield when.end


def _in_year(facts: Facts, year: int) -> Facts:
    def when(value: When) -> When:
        return (
            value.in_year(year + value.years, f"year {year + value.years} follows from another source")
            if value.yearless
            else value
        )

    def meeting(fact: Meeting) -> Meeting:
        return replace(fact, date=when(fact.date))

    def designation(fact: Designation) -> Designation:
        return replace(fact, as_of=when(fact.as_of))

    def view(fact: View) -> View:
        return replace(fact, date=when(fact.date))

    return replace(
        facts,
        meetings=tuple(map(meeting, facts.meetings)),
        designations=tuple(map(designation, facts.designations)),
        views=tuple(map(view, facts.views)),
    )
