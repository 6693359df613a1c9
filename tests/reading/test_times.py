"""Dates: what an expression means against the day of publication. One row: text, expression, first day, last day, precision."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.contract import plain
from briefgen.model import Block, Document, Source
from briefgen.reading import read

PUBLISHED = date(2024, 3, 6)  # a Wednesday


def found(text: str, published: date | None = PUBLISHED) -> dict[str, tuple[str | None, str | None, str] | None]:
    document = Document(
        source=Source(id="a", path="a.txt", media_type="text/plain", text=text, published=published),
        blocks=(Block(start=0, end=len(text), kind="prose"),),
    )
    times = {}
    for time in read(document).times:
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
    ("They met in October 2023.", "October 2023", "2023-10-01", "2023-10-31", MONTH),
    ("They met in May 2021.", "May 2021", "2021-05-01", "2021-05-31", MONTH),
    ("They met in October of last year.", "October of last year", "2023-10-01", "2023-10-31", MONTH),
    ("They met in 2019.", "2019", "2019-01-01", "2019-12-31", YEAR),
    ("They met last year.", "last year", "2023-01-01", "2023-12-31", YEAR),
    ("They will meet next year.", "next year", "2025-01-01", "2025-12-31", YEAR),
    ("They met on 1 March 2024. The following day they left.", "The following day", "2024-03-02", "2024-03-02", DAY),
    ("They met on 1 March 2024. Two days later they left.", "Two days later", "2024-03-03", "2024-03-03", DAY),
    ("They met in 2019. That year the bridge was closed.", "That year", "2019-01-01", "2019-12-31", YEAR),
    ("They met at the weekend of 2 March 2024.", "2 March 2024", "2024-03-02", "2024-03-02", DAY),
    ("They met last weekend.", "last weekend", "2024-03-02", "2024-03-03", DAY),
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
    ],
)
def test_no_dates(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    "text", ["They met last week.", "They met on Tuesday.", "They met yesterday.", "They met two days ago."]
)
def test_an_undated_text_places_nothing_relative(text: str) -> None:
    times = found(text, None)
    assert times
    assert set(times.values()) == {None}


def test_a_day_without_a_year_in_an_undated_text_keeps_its_day() -> None:
    text = "They met on October 26."
    document = Document(
        source=Source(id="a", path="a", media_type="text/plain", text=text),
        blocks=(Block(start=0, end=len(text), kind="prose"),),
    )
    (time,) = read(document).times
    assert time.when is not None
    assert time.when.yearless
    assert time.when.start is not None
    assert (time.when.start.month, time.when.start.day) == (10, 26)
