"""What sources that came out on different days tell of plans and of what became of them: one meeting or two."""

from dataclasses import replace
from datetime import date

import pytest

from briefgen.merge.meetings import merge_meetings
from briefgen.model import UNDATED, Actor, Block, Document, Meeting, MeetingStatus, Source, When

ACTORS = {
    "japan": Actor(id="japan", name="Japan", kind="state"),
    "china": Actor(id="china", name="China", kind="state"),
    "renn": Actor(id="renn", name="Ada Renn", kind="person", role="Fisheries Minister", affiliation="japan"),
    "vell": Actor(id="vell", name="Toma Vell", kind="person", role="Minister of Fisheries", affiliation="china"),
}
CAME_OUT = {
    "first": date(2024, 3, 1),
    "second": date(2024, 3, 8),
    "third": date(2024, 3, 25),
    "last": date(2024, 4, 30),
}
PURPOSE = "to share the mackerel catch of the coming season"


def on(day: int, month: int = 3) -> When:
    return When(start=date(2024, month, day), end=date(2024, month, day), precision="day")


def told(
    source: str,
    when: When,
    status: MeetingStatus = "held",
    *,
    text: str = "They met.",
    parties: str = "renn vell",
    place: str | None = "Oslo",
    purpose: str | None = None,
) -> Meeting:
    document = Document(
        source=Source(id=source, path=f"{source}.txt", media_type="text/plain", text=text),
        blocks=(Block(start=0, end=len(text), kind="prose"),),
    )
    return Meeting(
        id="m",
        date=when,
        status=status,
        place=place,
        purpose=purpose,
        participants=tuple(parties.split()),
        evidence=(document.cite(0, len(text)),),
    )


PUT_OFF = "The talks, which were put off, began on Friday."
ONE = {
    "put off, as the later text says": (told("first", on(4), "planned"), told("third", on(22), text=PUT_OFF)),
    "put off, as the text of a new plan says": (
        told("first", on(4), "planned"),
        told("second", on(22), "planned", text="Their meeting has been postponed to 22 March.", place=None),
    ),
    "held a few days later in the same place": (told("first", on(4), "planned"), told("second", on(7))),
    "planned for persons, held by their states": (
        told("first", on(4), "planned"),
        told("second", on(7), parties="japan china"),
    ),
    "planned, then told as held without a day": (told("first", on(20), "planned"), told("third", UNDATED)),
    "the same purpose on days close by": (
        told("second", on(4), purpose=PURPOSE),
        told("third", on(6), purpose="share this season's mackerel catch"),
    ),
    "two places on one day for two ministers by name and by office": (
        told("second", on(4)),
        told("third", on(4), parties="japan china", place="Bergen", text="The fisheries ministers met in Bergen."),
    ),
}
TWO = {
    "a plan and a later meeting far off, of which no text says that it was moved": (
        told("first", on(4), "planned"),
        told("third", on(22)),
    ),
    "a plan and a second round": (
        told("first", on(4), "planned"),
        told("second", on(7), text="Their second round ended at dusk."),
    ),
    "a plan and a meeting that took place again": (
        told("first", on(4), "planned"),
        told("second", on(7), text="They met again."),
    ),
    "a plan for another place": (
        told("first", on(4), "planned"),
        told("third", on(22), text=PUT_OFF, place="Bergen"),
    ),
    "an envoy's journey and talks of her state that were put off": (
        told("first", on(20), "planned", parties="renn", place="Bergen"),
        told("second", on(24), "planned", parties="japan china", text="The talks were postponed.", place=None),
    ),
    "a day that its source could not have known": (told("first", UNDATED), told("third", on(22))),
    "two meetings held in one week for nothing in common": (
        told("second", on(4), purpose=PURPOSE),
        told("third", on(6), purpose="to open a bridge"),
    ),
    "two rounds of one purpose": (
        told("second", on(4), purpose=PURPOSE, text="They met for a first round."),
        told("third", on(6), purpose=PURPOSE, text="They met for a second round."),
    ),
    "held as planned, told without a day two months later": (told("first", on(4), "planned"), told("last", UNDATED)),
    "two places on one day for other offices": (
        told("second", on(4)),
        told("third", on(4), parties="japan china", place="Bergen", text="The police chiefs met in Bergen."),
    ),
}


@pytest.mark.parametrize("pair", ONE.values(), ids=ONE)
def test_one_meeting(pair: tuple[Meeting, Meeting]) -> None:
    (merged,) = merge_meetings(pair, ACTORS, CAME_OUT)
    assert merged.why_merged
    assert merged == merge_meetings(pair[::-1], ACTORS, CAME_OUT)[0]
    assert (merged,) == merge_meetings([merged], ACTORS, CAME_OUT)


@pytest.mark.parametrize("pair", TWO.values(), ids=TWO)
def test_two_meetings(pair: tuple[Meeting, Meeting]) -> None:
    assert len(merge_meetings(pair, ACTORS, CAME_OUT)) == 2


NEXT = "They agreed to meet again in Riga."


@pytest.mark.parametrize("status", ["planned", "proposed"])
def test_the_next_meeting_of_one_source_is_not_the_one_it_tells_as_held(status: MeetingStatus) -> None:
    text = f"They met. {NEXT}"
    document = Document(
        source=Source(id="second", path="second.txt", media_type="text/plain", text=text),
        blocks=(Block(start=0, end=len(text), kind="prose"),),
    )
    held = replace(told("second", on(4)), evidence=(document.cite(0, 9),))
    plan = replace(told("second", UNDATED, status, place=None), evidence=(document.cite(10, len(text)),))
    assert len(merge_meetings([held, plan], ACTORS, CAME_OUT)) == 2
    assert len(merge_meetings([held, replace(plan, status="held")], ACTORS, CAME_OUT)) == 1


def test_the_day_that_counts_is_that_of_the_holding_or_of_the_last_plan() -> None:
    held, plan = ONE["put off, as the later text says"], ONE["put off, as the text of a new plan says"]
    assert merge_meetings(held, ACTORS, CAME_OUT)[0].date == on(22)
    assert merge_meetings(plan, ACTORS, CAME_OUT)[0].date == on(22)


def test_a_plan_is_joined_with_the_nearest_of_two_meetings_held() -> None:
    plan, near, far = told("first", on(4), "planned"), told("second", on(6)), told("third", on(11))
    merged = merge_meetings([plan, near, far], ACTORS, CAME_OUT)
    assert sorted((m.date.start, m.origins) for m in merged) == [(date(2024, 3, 6), 2), (date(2024, 3, 11), 1)]


def test_without_days_of_publication_no_plan_is_moved() -> None:
    assert len(merge_meetings(ONE["put off, as the later text says"], ACTORS)) == 2
