"""Sources without a date: what their own words and the sources beside them tell of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefgen.build import Request, build
from briefgen.model import Brief

FIRST = "Talks on the bridge\n\n13 March 2024\n\nThe ministers of Norland and Sudland spoke of tolls and of the ferry."
TOLD = "Norland's transport minister, Marta Ek, met her Sudland counterpart, Jon Brandt, in Vestby on Wednesday."


def brief(folder: Path, *texts: str) -> Brief:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return build(Request(sources=(folder,), prepared=date(2024, 6, 1)))


@pytest.mark.parametrize(
    "opening", ["VESTBY, March 20 - ", "VESTBY, 20 March (Coast News) -- ", "Vestby, Norland, March 20 (CN) — "]
)
def test_wire_copy_takes_the_year_of_the_sources_beside_it(opening: str, tmp_path: Path) -> None:
    made = brief(tmp_path, FIRST, f"Ministers meet\n\n{opening}{TOLD}")
    wire = made.sources[1]
    assert (wire.published, wire.published_from) == (date(2024, 3, 20), "inferred")
    assert "in the year of the other sources" in (wire.published_why or "")
    (meeting,) = made.meetings
    assert (meeting.date.start, meeting.date.precision) == (date(2024, 3, 20), "day")


def test_days_of_the_week_are_read_once_the_day_of_wire_copy_is_known(tmp_path: Path) -> None:
    told = "Transport minister Marta Ek received Jon Brandt in Vestby last week and will see him again on Friday."
    made = brief(tmp_path, FIRST, f"Ministers meet\n\nVESTBY, March 20 - {told}")
    days = sorted((m.status, str(m.date.start), str(m.date.end)) for m in made.meetings)
    assert days == [("held", "2024-03-11", "2024-03-17"), ("planned", "2024-03-22", "2024-03-22")]


def test_the_year_before_is_taken_over_new_year(tmp_path: Path) -> None:
    made = brief(tmp_path, FIRST.replace("13 March", "4 January"), f"Ministers meet\n\nVESTBY, Dec 28 - {TOLD}")
    assert made.sources[1].published == date(2023, 12, 28)


@pytest.mark.parametrize(
    "texts",
    [
        (FIRST, f"Ministers meet\n\nVESTBY, September 20 - {TOLD}"),  # half a year away from all others
        (f"Ministers meet\n\nVESTBY, March 20 - {TOLD}",),  # nothing beside it
        (FIRST, f"Ministers meet\n\n{TOLD} It rained on March 20 - and snowed later."),
    ],
)
def test_a_day_that_nothing_places_stays_open(texts: tuple[str, ...], tmp_path: Path) -> None:
    assert brief(tmp_path, *texts).sources[-1].published is None


@pytest.mark.parametrize(("place", "known"), [("Vestby", True), ("Mysen", False)])
def test_a_meeting_told_for_the_day_after_brings_its_year_where_the_place_is_the_same(
    place: str, known: bool, tmp_path: Path
) -> None:
    first = (
        f"Bridge talks\n\n20 March 2024\n\nMarta Ek of Norland met Jon Brandt of Sudland in {place} on 14 March 2024."
    )
    made = brief(tmp_path, first, "Readout\n\nOn March 13, Minister Marta Ek met Minister Jon Brandt in Vestby.")
    assert (made.sources[1].published == date(2024, 3, 13)) is known
