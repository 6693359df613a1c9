"""Pairs of tellings, and whether they are one meeting."""

from dataclasses import replace
from datetime import date

import pytest

from briefgen.merge.meetings import compared, merge_meetings
from briefgen.model import UNDATED, Actor, Block, Document, Meeting, MeetingStatus, Source, When

ACTORS = {
    "japan": Actor(id="japan", name="Japan", kind="state"),
    "china": Actor(id="china", name="China", kind="state"),
    "renn": Actor(id="renn", name="Ada Renn", kind="person", affiliation="japan"),
    "vell": Actor(id="vell", name="Toma Vell", kind="person", affiliation="china"),
    "norway": Actor(id="norway", name="Norway", kind="state"),
    "chad": Actor(id="chad", name="Chad", kind="state"),
    "marsh": Actor(id="marsh", name="Lio Marsh", kind="person", affiliation="china"),
}


def on(day: int | None, last: int | None = None) -> When:
    if day is None:
        return UNDATED
    start, end = date(2024, 3, day), date(2024, 3, last or day)
    return When(start=start, end=end, precision="day" if last is None else "month")


def told(
    source: str, parties: str, when: When, status: MeetingStatus = "held", place: str | None = None, named: str = ""
) -> Meeting:
    document = Document(
        source=Source(id=source, path=f"{source}.txt", media_type="text/plain", text="They met."),
        blocks=(Block(start=0, end=9, kind="prose"),),
    )
    keys = tuple(parties.split())
    return Meeting(
        id="-".join(keys),
        date=when,
        status=status,
        place=place,
        participants=keys,
        named=tuple(named.split(";")) if named else (),
        evidence=(document.cite(0, 9),),
    )


ONE = [
    ("the same day and parties", told("a", "renn vell", on(4)), told("b", "renn vell", on(4))),
    ("persons and the states they speak for", told("a", "renn vell", on(4)), told("b", "japan china", on(4))),
    (
        "a day's delay in one place",
        told("a", "renn vell", on(4), place="Oslo"),
        told("b", "renn vell", on(5), place="Oslo"),
    ),
    ("an undated telling", told("a", "renn vell", on(4)), told("b", "renn vell", on(None))),
    ("planned, then held", told("a", "renn vell", on(4), "planned"), told("b", "renn vell", on(4))),
    (
        "planned, then cancelled",
        told("a", "renn vell", on(4), "planned", "Oslo"),
        told("b", "renn", on(None), "cancelled", "Oslo"),
    ),
]
TWO = [
    (
        "two delegates beside the conference that one source tells",
        told("a", "renn vell", on(4), place="Oslo"),
        told("a", "japan china norway chad", on(4), place="Oslo"),
    ),
    (
        "a partner told in words alone, some day of the month",
        told("a", "renn", on(1, 31), place="Oslo", named="Ada Renn;members of the front"),
        told("b", "renn vell", on(4), place="Oslo"),
    ),
    ("another day", told("a", "renn vell", on(4)), told("b", "renn vell", on(12))),
    ("another partner on the day", told("a", "renn vell", on(4)), told("b", "renn marsh", on(4))),
    ("another partner some day of the month", told("a", "renn vell", on(4)), told("b", "renn marsh", on(1, 31))),
    ("two places", told("a", "renn vell", on(4), place="Oslo"), told("b", "renn vell", on(None), place="Bergen")),
    (
        "a summit proposed afterwards",
        told("a", "japan china", on(4)),
        told("b", "japan china", on(None), "proposed", "Oslo"),
    ),
]


YEARLESS = When(start=date(4, 3, 4), end=date(4, 3, 4), precision="day", yearless=True)
ALL_YEAR = When(start=date(2024, 1, 1), end=date(2024, 12, 31), precision="year")
ONE.append(("a day without a year", told("a", "renn vell", on(4)), told("b", "renn vell", YEARLESS)))
ONE.append(
    (
        "one day found in two ways",
        told("a", "renn vell", replace(on(4), why="stated"), place="Oslo"),
        told("b", "renn vell", replace(on(4), why="weekday before publication"), place="Bergen"),
    )
)
TWO += [
    ("another day without a year", told("a", "renn vell", on(12)), told("b", "renn vell", YEARLESS)),
    (
        "a day without a year and some time of a year",
        told("a", "renn vell", ALL_YEAR),
        told("b", "renn vell", YEARLESS),
    ),
]


@pytest.mark.parametrize(("one", "other"), [t[1:] for t in ONE], ids=[t[0] for t in ONE])
def test_tellings_of_one_meeting_are_joined(one: Meeting, other: Meeting) -> None:
    (merged,) = merge_meetings([one, other], ACTORS)
    assert merged.origins == 2
    assert merged.why_merged


@pytest.mark.parametrize(("one", "other"), [t[1:] for t in TWO], ids=[t[0] for t in TWO])
def test_two_meetings_stay_two(one: Meeting, other: Meeting) -> None:
    assert len(merge_meetings([one, other], ACTORS)) == 2


def test_the_status_reached_last_counts() -> None:
    one, other = ONE[4][1:]
    assert [m.status for m in merge_meetings([one, other], ACTORS)] == ["held"]


def test_a_state_stands_back_behind_who_speaks_for_it() -> None:
    (merged,) = merge_meetings([told("a", "renn vell", on(4)), told("b", "japan china", on(4))], ACTORS)
    assert merged.participants == ("renn", "vell")
    assert {r.participants for r in merged.reports} == {("renn", "vell"), ("japan", "china")}


def test_every_verdict_can_be_told() -> None:
    told_ones = [told("a", "renn vell", on(4)), told("b", "renn vell", on(4)), told("c", "renn vell", on(12))]
    merged = merge_meetings(told_ones, ACTORS)
    verdicts = [(v.one.evidence[0].source, v.other.evidence[0].source, v.verdict) for v in compared(merged, ACTORS)]
    assert verdicts == [("a", "b", "same"), ("a", "c", "different"), ("b", "c", "different")]
    assert [v.reason for v in compared(merged[:1], ACTORS)] == list(merged[0].why_merged)


def test_a_different_verdict_blocks_a_chain() -> None:
    # the undated telling fits either day; it joins one of them and does not draw the two days together
    told_ones = [told("a", "renn vell", on(4)), told("b", "renn vell", on(None)), told("c", "renn vell", on(12))]
    assert sorted(m.origins for m in merge_meetings(told_ones, ACTORS)) == [1, 2]
