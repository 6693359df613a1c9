"""Sentences and the days of their meetings.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from briefgen.extract.meetings import find_meetings
from tests.readings import reading_of

from .meetings import found

TOLD = [
    # the day of what was told before: on its margins, that evening, then
    (
        "Minister Ada Renn attended the Nordic summit in Oslo on Monday. On the margins she spoke with Ambassador Lena Orme.",
        "held | 2024-03-04 | Oslo | Ada Renn; held | 2024-03-04 | Oslo | Ada Renn, Lena Orme",
    ),
    (
        "The Nordic summit opened in Oslo on Monday. On its sidelines, the Latvian and Danish ministers met.",
        "held | 2024-03-04 | - | Denmark, Latvia",
    ),
    (
        "Minister Ada Renn met Governor Toma Vell on Monday. The same evening she saw Ambassador Lena Orme.",
        "held | 2024-03-04 | - | Ada Renn, Lena Orme; held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Minister Ada Renn met Governor Toma Vell in Riga on Monday. The two then had dinner with Ambassador Lena Orme.",
        "held | 2024-03-04 | Riga | Ada Renn, Toma Vell; held | 2024-03-04 | - | Ada Renn, Lena Orme, Toma Vell",
    ),
    (
        "Minister Ada Renn met Governor Toma Vell in Oslo in January. She then met Ambassador Lena Orme.",
        "held | - | - | Ada Renn, Lena Orme; held | 2024-01-01 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Minister Ada Renn, who was then mayor, met Governor Toma Vell in Oslo.",
        "held | - | Oslo | Ada Renn, Toma Vell",
    ),
    # a place or date of another clause
    ("Since the war in Ukraine began, Norway has received a delegation of Latvia.", "held | - | - | Latvia, Norway"),
    # a journey made to prepare another meeting, and the day on which it was told
    (
        "Ada Renn will fly to Riga on Sunday for two days of talks to prepare a summit between President Toma Vell and Kari Holm.",
        "planned | 2024-03-10 | Riga | Ada Renn; planned | - | - | Kari Holm, Toma Vell",
    ),
    (
        "Minister Ada Renn will fly to Riga on Sunday for talks with Toma Vell, two officials said on Wednesday.",
        "planned | 2024-03-10 | Riga | Ada Renn, Toma Vell",
    ),
    # the next meeting is a session's, not that of a call told in between
    (
        "The Harbour Group held its third meeting in Riga on Monday. On the margins of the meeting, Ada Renn had talks with "
        "Toma Vell. The fourth meeting will be hosted by Norway in Oslo in May.",
        "held | 2024-03-04 | Riga | Harbour Group; held | 2024-03-04 | Riga | Ada Renn, Toma Vell; "
        "planned | 2024-05-01 | Oslo | Harbour Group, Norway",
    ),
    (
        "The ministers of Norway and Latvia met in Riga on Monday. Ada Renn and Toma Vell spoke by telephone on Tuesday. "
        "The next meeting will be held in Oslo on 20 March.",
        "held | 2024-03-04 | Riga | Latvia, Norway; held | 2024-03-05 | - | Ada Renn, Toma Vell; "
        "planned | 2024-03-20 | Oslo | Latvia, Norway",
    ),
    (
        "The hearing is due at the end of March in Oslo. Ada Renn will meet Toma Vell in March.",
        "planned | 2024-03-01 | - | Ada Renn, Toma Vell",
    ),
]


DATES = [
    ("Ada Renn met Toma Vell in late February.", "2024-02-21", "2024-02-29"),
    ("Ada Renn met Toma Vell late last month.", "2024-02-21", "2024-02-29"),
    ("Ada Renn met Toma Vell earlier this month.", "2024-03-01", "2024-03-31"),
    ("Ada Renn met Toma Vell in mid-May last year.", "2023-05-11", "2023-05-20"),
    ("Ada Renn will meet Toma Vell at the end of October.", "2024-10-24", "2024-10-31"),
    ("Ada Renn will meet Toma Vell at the end of the month.", "2024-03-24", "2024-03-31"),
    ("Ada Renn met Toma Vell in the first week of February.", "2024-02-01", "2024-02-07"),
    ("Ada Renn and Toma Vell held talks from Monday to Wednesday.", "2024-03-04", "2024-03-06"),
    ("Ada Renn and Toma Vell held talks in Oslo on Tuesday and Wednesday.", "2024-03-05", "2024-03-06"),
    ("A meeting between Ada Renn and Toma Vell was put off from Friday to Saturday.", "2024-03-09", "2024-03-09"),
    ("Ada Renn and Toma Vell opened a two-day summit in Oslo on Monday.", "2024-03-04", "2024-03-05"),
    ("Ada Renn and Toma Vell wrapped up two days of talks on Wednesday.", "2024-03-05", "2024-03-06"),
    ("Norway and Latvia held a meeting and in 2010, Ada Renn sang in Oslo.", None, None),
    ("Ada Renn recently met Toma Vell.", None, None),
    ("Ada Renn received Toma Vell in the last days of February.", "2024-02-23", "2024-02-29"),
    ("Ada Renn has met Toma Vell four times since January.", "2024-01-01", "2024-03-07"),
    (
        "Chad closed the port on Friday, three days after a meeting with Niger.",
        "2024-02-27",
        "2024-02-27",
    ),
    ("Chad closed the port on Friday, two months after a meeting with Niger.", "2024-01-01", "2024-01-31"),
    ("Chad closed the port on Friday, 10 days after a meeting with Niger.", "2024-02-20", "2024-02-20"),
    ("Chad closed the port on Friday, weeks after a meeting with Niger.", None, None),
    ("On Monday, the day before a meeting with Toma Vell, Ada Renn fell ill.", "2024-03-05", "2024-03-05"),
    ("Ada Renn met Toma Vell three days before the vote on 3 March.", "2024-02-29", "2024-02-29"),
    (
        "Ada Renn fell ill on Monday and met Toma Vell in the great hall of the old castle on Tuesday.",
        "2024-03-05",
        "2024-03-05",
    ),
    ("Ada Renn, who left office in 2019, met Toma Vell.", None, None),
    ("Ada Renn met Toma Vell, who was elected in 2019.", None, None),
    ("Ada Renn met Toma Vell, who chairs the board, on Monday.", "2024-03-04", "2024-03-04"),
    ("OSLO, March 6 - Ada Renn met Toma Vell on Monday, a spokesman said.", "2024-03-04", "2024-03-04"),
    ("OSLO, March 6 - Ada Renn met Toma Vell for the first time, a spokesman said.", "2024-03-06", "2024-03-06"),
    ("Ada Renn will dine with Toma Vell on Tuesday of next week.", "2024-03-12", "2024-03-12"),
    ("Ada Renn went home on Friday after two days of talks with Toma Vell.", "2024-02-29", "2024-03-01"),
    ("Ada Renn met Toma Vell; on Monday she flew home.", None, None),
    ("The port was closed on 4 March 2024, three days before Ada Renn met Toma Vell.", "2024-03-07", "2024-03-07"),
    ("The port was closed on 4 March 2024. Two days before, Ada Renn met Toma Vell.", "2024-03-02", "2024-03-02"),
]


@pytest.mark.parametrize(("text", "facts"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_a_date_of_another_clause_is_left_alone(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize(("text", "start", "end"), DATES, ids=[text[:60] for text, _, _ in DATES])
def test_a_meeting_takes_the_days_that_are_told(text: str, start: str | None, end: str | None) -> None:
    (meeting,) = find_meetings(reading_of(text))
    days = [day.isoformat() if day else None for day in (meeting.date.start, meeting.date.end)]
    assert days == [start, end]
