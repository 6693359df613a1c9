"""Sentences that set right or move what was told: the last word counts, and nothing is made up from the rest.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from briefgen.extract.meetings import find_meetings
from tests.readings import reading_of

from .meetings import found

CORRECTED = [
    (
        "A previous version of this report stated that Ada Renn received Toma Vell on 4 March. "
        "The audience was on 5 March.",
        {"held | 2024-03-05 | - | Ada Renn, Toma Vell"},
    ),
    (
        "We wrongly reported that Ada Renn received Toma Vell on 4 March. It was on 5 March.",
        {"held | 2024-03-05 | - | Ada Renn, Toma Vell"},
    ),
    ("An initial draft of this story said that Ada Renn had met Toma Vell in Oslo on Monday. She had not.", set()),
    ("The agency mistakenly said that Ada Renn received Toma Vell in Oslo on 4 March.", set()),
    # what a text says of itself or of another version of something is no correction
    (
        "Ada Renn said that she met Toma Vell on 4 March. The audience lasted an hour.",
        {"held | 2024-03-04 | - | Ada Renn, Toma Vell"},
    ),
    (
        "The first report of the panel said that Ada Renn met Toma Vell on 4 March.",
        {"held | 2024-03-04 | - | Ada Renn, Toma Vell"},
    ),
    (
        "Ada Renn met Toma Vell on 4 March and handed him an earlier version of the treaty.",
        {"held | 2024-03-04 | - | Ada Renn, Toma Vell"},
    ),
]


@pytest.mark.parametrize(("text", "rows"), CORRECTED)
def test_what_an_earlier_version_said_is_no_fact(text: str, rows: set[str]) -> None:
    assert found(text) == rows


MOVED = [
    ("Talks between Norway and Latvia were moved from 12 to 14 March.", ("2024-03-14", "2024-03-14")),
    ("Talks between Norway and Latvia have been put back from 12 to 14 March.", ("2024-03-14", "2024-03-14")),
    ("Talks between Norway and Latvia will run from 12 to 14 March.", ("2024-03-12", "2024-03-14")),
]


@pytest.mark.parametrize(("text", "days"), MOVED)
def test_a_move_is_no_stretch(text: str, days: tuple[str, str]) -> None:
    (meeting,) = find_meetings(reading_of(text))
    assert (str(meeting.date.start), str(meeting.date.end)) == days


SAID = [
    ("Ada Renn met Toma Vell on Monday to discuss the ferry.", "to discuss the ferry", None),
    ("Ada Renn met Toma Vell on Monday, when they examined the ferry.", None, None),
    ("A meeting between Ada Renn and Toma Vell, planned for May in Oslo, was held in Riga.", None, None),
    ("Ada Renn met Toma Vell on Monday and agreed to lower the tolls.", None, "agreed to lower the tolls"),
    ("Ada Renn will receive Toma Vell in Riga; the hour was not announced.", None, None),
    ("Ada Renn met Toma Vell on Monday; the winner of the prize was announced there.", None, None),
    ("Ada Renn and Toma Vell met on Monday but did not sign the lease.", None, None),
]


@pytest.mark.parametrize(("text", "purpose", "outcome"), SAID)
def test_purpose_and_outcome_are_of_those_who_met(text: str, purpose: str | None, outcome: str | None) -> None:
    (meeting,) = find_meetings(reading_of(text))
    assert (meeting.purpose, meeting.outcome) == (purpose, outcome)
