"""Dates: what an expression means against the day of publication. One row: text, expression, first day, last day, precision."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.contract import plain
from briefgen.model import Block, Document, Source
from briefgen.reading import read
from briefgen.reading.marks import TimeMention
from briefgen.reading.times import ALL_RULES, timely

PUBLISHED = date(2024, 3, 6)  # a Wednesday


def times_of(text: str, published: date | None) -> tuple[TimeMention, ...]:
    document = Document(
        source=Source(id="a", path="a.txt", media_type="text/plain", text=text, published=published),
        blocks=(Block(start=0, end=len(text), kind="prose"),),
    )
    return read(document).times


def found(text: str, published: date | None = PUBLISHED) -> dict[str, tuple[str | None, str | None, str] | None]:
    times = {}
    for time in times_of(text, published):
        when = plain(time.when) if time.when is not None else None
        times[text[time.start : time.end]] = (
            (when["start"], when["end"], when["precision"]) if when and when["start"] else None
        )
    return times


DAY, WEEK, MONTH, YEAR = "day", "week", "month", "year"
PLACED = [
    ("They met on 3 March 2024 in Vienna.", "3 March 2024", "2024-03-03", "2024-03-03", DAY),
    ("They met on March 3, 2024.", "March 3, 2024", "2024-03-03", "2024-03-03", DAY),
    ("They met on the 3rd of March 2024.", "3rd of March 2024", "2024-03-03", "2024-03-03", DAY),
    ("They met on 2024-03-03.", "2024-03-03", "2024-03-03", "2024-03-03", DAY),
    ("They met on March 3.", "March 3", "2024-03-03", "2024-03-03", DAY),
    ("They met on December 12.", "December 12", "2023-12-12", "2023-12-12", DAY),
    ("They will meet on December 12.", "December 12", "2024-12-12", "2024-12-12", DAY),
    ("They met on March 3-5, 2024.", "March 3-5, 2024", "2024-03-03", "2024-03-05", DAY),
    ("They met on 3-5 March 2024.", "3-5 March 2024", "2024-03-03", "2024-03-05", DAY),
    ("The talks ran from February 29 through March 2.", "February 29 through March 2", "2024-02-29", "2024-03-02", DAY),
    ("They met on Tuesday.", "Tuesday", "2024-03-05", "2024-03-05", DAY),
    ("They will meet on Friday.", "Friday", "2024-03-08", "2024-03-08", DAY),
    ("They met last Friday.", "last Friday", "2024-03-01", "2024-03-01", DAY),
    ("They meet next Monday.", "next Monday", "2024-03-11", "2024-03-11", DAY),
    ("They met yesterday.", "yesterday", "2024-03-05", "2024-03-05", DAY),
    ("They meet today.", "today", "2024-03-06", "2024-03-06", DAY),
    ("They will meet tomorrow.", "tomorrow", "2024-03-07", "2024-03-07", DAY),
    ("They met the day before yesterday.", "the day before yesterday", "2024-03-04", "2024-03-04", DAY),
    ("They met two days ago.", "two days ago", "2024-03-04", "2024-03-04", DAY),
    ("They met last week.", "last week", "2024-02-26", "2024-03-03", WEEK),
    ("They meet this week.", "this week", "2024-03-04", "2024-03-10", WEEK),
    ("They will meet next week.", "next week", "2024-03-11", "2024-03-17", WEEK),
    ("They met last month.", "last month", "2024-02-01", "2024-02-29", MONTH),
    ("They will meet next month.", "next month", "2024-04-01", "2024-04-30", MONTH),
    ("They met in February.", "February", "2024-02-01", "2024-02-29", MONTH),
    ("They met in November.", "November", "2023-11-01", "2023-11-30", MONTH),
    ("They will meet in March.", "March", "2024-03-01", "2024-03-31", MONTH),
    ("They met in October 2023.", "October 2023", "2023-10-01", "2023-10-31", MONTH),
    ("They met in May 2021.", "May 2021", "2021-05-01", "2021-05-31", MONTH),
    ("They met in October of last year.", "October of last year", "2023-10-01", "2023-10-31", MONTH),
    ("They met in 2019.", "2019", "2019-01-01", "2019-12-31", YEAR),
    ("They met last year.", "last year", "2023-01-01", "2023-12-31", YEAR),
    ("They will meet next year.", "next year", "2025-01-01", "2025-12-31", YEAR),
    ("They met on 1 March 2024. The following day they left.", "The following day", "2024-03-02", "2024-03-02", DAY),
    (
        "They met on 1 and 2 March 2024. It hailed on the same days.",
        "on the same days",
        "2024-03-01",
        "2024-03-02",
        DAY,
    ),
    (
        "They met on 5 March 2024. On the eve of their conference it snowed.",
        "On the eve of",
        "2024-03-04",
        "2024-03-04",
        DAY,
    ),
    ("It snowed on 1 March 2024 and rained the day after.", "the day after", "2024-03-02", "2024-03-02", DAY),
    (
        "The ship, idle since 3 January 2024, met them on 1 March 2024. It left the same day.",
        "the same day",
        "2024-03-01",
        "2024-03-01",
        DAY,
    ),
    ("The strike begins on Tuesday of next week.", "Tuesday of next week", "2024-03-12", "2024-03-12", DAY),
    ("Last Tuesday they met in Oslo.", "Last Tuesday", "2024-03-05", "2024-03-05", DAY),
    ("They met on 3 January and 5 February.", "5 February", "2024-02-05", "2024-02-05", DAY),
    ("They met on 1 March 2024. Two days later they left.", "Two days later", "2024-03-03", "2024-03-03", DAY),
    ("They met in 2019. That year the bridge was closed.", "That year", "2019-01-01", "2019-12-31", YEAR),
    ("They met at the weekend of 2 March 2024.", "2 March 2024", "2024-03-02", "2024-03-02", DAY),
    ("They met last weekend.", "last weekend", "2024-03-02", "2024-03-03", DAY),
    ("They met over the weekend.", "over the weekend", "2024-03-02", "2024-03-03", DAY),
    ("They will meet over the weekend.", "over the weekend", "2024-03-09", "2024-03-10", DAY),
    ("They met in the week of 12 February.", "the week of 12 February", "2024-02-12", "2024-02-18", WEEK),
    ("The work is to be finished by the end of the year.", "by the end of the year", "2024-01-01", "2024-12-31", YEAR),
    ("It forecast a loss for the full year.", "the full year", "2024-01-01", "2024-12-31", YEAR),
    ("The reply is due at the end of the month.", "at the end of the month", "2024-03-01", "2024-03-31", MONTH),
    ("The bridge was opened in 1887.", "1887", "1887-01-01", "1887-12-31", YEAR),
    ("The treaty dates from post-1989 talks.", "post-1989", "1989-01-01", "1989-12-31", YEAR),
    ("The wall fell in nineteen eighty-nine.", "nineteen eighty-nine", "1989-01-01", "1989-12-31", YEAR),
    ("It was founded in two thousand and five.", "two thousand and five", "2005-01-01", "2005-12-31", YEAR),
    ("The border was open in the nineties.", "the nineties", "1990-01-01", "1999-12-31", YEAR),
    ("The border was shut in the '80s.", "the '80s", "1980-01-01", "1989-12-31", YEAR),
    ("They met on Christmas Eve.", "Christmas Eve", "2023-12-24", "2023-12-24", DAY),
    ("They met last Thanksgiving.", "last Thanksgiving", "2023-11-23", "2023-11-23", DAY),
    ("They will meet on Easter Monday.", "Easter Monday", "2024-04-01", "2024-04-01", DAY),
    ("They met on Good Friday 2022.", "Good Friday 2022", "2022-04-15", "2022-04-15", DAY),
    ("They met on 1 March 2024. The next morning they left.", "The next morning", "2024-03-02", "2024-03-02", DAY),
    ("The court postponed the hearing until Friday.", "Friday", "2024-03-08", "2024-03-08", DAY),
    ("The ministry scheduled a briefing for Monday.", "Monday", "2024-03-11", "2024-03-11", DAY),
    ("Unions planned a march on Saturday.", "Saturday", "2024-03-09", "2024-03-09", DAY),
    ("She invited them on Saturday.", "Saturday", "2024-03-02", "2024-03-02", DAY),
    ("The envoy could not be reached on Sunday.", "Sunday", "2024-03-03", "2024-03-03", DAY),
    ("Until Sunday, they had said nothing.", "Sunday", "2024-03-03", "2024-03-03", DAY),
    ("The sale is expected to be completed by 15 May.", "15 May", "2024-05-15", "2024-05-15", DAY),
    ("The appeal is heard in April.", "April", "2024-04-01", "2024-04-30", MONTH),
    ("The vote was set for 20 February.", "20 February", "2024-02-20", "2024-02-20", DAY),
]


@pytest.mark.parametrize(
    ("text", "words", "start", "end", "precision"), PLACED, ids=[row[1] + " | " + row[0] for row in PLACED]
)
def test_placed(text: str, words: str, start: str, end: str, precision: str) -> None:
    times = {key.casefold(): value for key, value in found(text).items()}
    assert words.casefold() in times, times
    assert times[words.casefold()] == (start, end, precision)


@pytest.mark.parametrize(
    "text",
    [
        "They may meet.",
        "The march through May Street went on.",
        "It cost 2,019 dollars.",
        "Some 1990 people came.",
        "He read 5/7 of the book.",
        "The second half of the match was dull.",
        "Room 2024b is closed.",
        "The index closed at 2014.6.",
    ],
)
def test_no_dates(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize("text", ["Buses run each Monday.", "They meet on Fridays.", "They meet every month."])
def test_what_recurs_is_no_day(text: str) -> None:
    times = found(text)
    assert times
    assert set(times.values()) == {None}


@pytest.mark.parametrize(
    "text", ["They met last week.", "They met on Tuesday.", "They met yesterday.", "They met two days ago."]
)
def test_an_undated_text_places_nothing_relative(text: str) -> None:
    times = found(text, None)
    assert times
    assert set(times.values()) == {None}


def test_a_day_without_a_year_in_an_undated_text_keeps_its_day() -> None:
    (time,) = times_of("They met on October 26.", None)
    assert time.when is not None
    assert time.when.yearless
    assert time.when.start is not None
    assert (time.when.start.month, time.when.start.day) == (10, 26)


@pytest.mark.parametrize(
    "text", ["They met on 1 January. It snowed the day before.", "They met on January 1. The previous day it snowed."]
)
def test_the_day_before_new_year_is_one_of_the_year_before(text: str) -> None:
    when = times_of(text, None)[1].when
    assert when is not None
    assert when.yearless
    assert when.in_year(2024 + when.years).start == date(2023, 12, 31)


TIMELY = sorted(
    {word for rule in ALL_RULES for word in rule.needs}
    | {"7", "2024", "1848", "9/4/2024", "the", "of", "in", "a", "first", "last"}
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.lists(st.sampled_from(TIMELY), max_size=8))
def test_the_words_a_rule_needs_keep_nothing_from_it(said: list[str]) -> None:
    for text in (" ".join(said), " ".join(said).title()):
        known = timely(text)
        for rule in ALL_RULES:
            if rule.pattern.search(text):
                assert known & rule.needs, rule.pattern.pattern
