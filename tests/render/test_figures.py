"""Figures: what is drawn, what is left out, the same every time, and words that say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from odd import odd_brief

from briefgen.model import Brief, Meeting, When
from briefgen.render.figures import png, timeline
from briefgen.render.view import sheet
from briefgen.wording import words


def on(day: date, days: int = 0, precision: str = "day") -> When:
    return When(start=day, end=day + timedelta(days), precision=precision)  # type: ignore[arg-type]


def brief_of(*dates: When) -> Brief:
    brief = odd_brief()
    template: Meeting = brief.meetings[0]
    return replace(brief, meetings=tuple(replace(template, id=f"m{n}", date=d) for n, d in enumerate(dates)))


def test_too_few_meetings_make_no_timeline() -> None:
    assert sheet(brief_of(on(date(2024, 3, 1)), on(date(2024, 3, 2)))).figures == {}
    assert sheet(brief_of(When(), When(), When())).figures == {}


def test_a_day_is_a_dot_and_a_month_a_bar() -> None:
    brief = brief_of(on(date(2024, 3, 1)), on(date(2024, 4, 1), 29, "month"), on(date(2024, 6, 1)))
    svg = ElementTree.fromstring(sheet(brief).figures["timeline"].svg)
    names = [element.tag.rsplit("}", 1)[-1] for element in svg]
    assert names.count("circle") == 2
    assert len([e for e in svg if e.get("rx")]) == 1


def test_words_say_what_it_shows(seeds_brief: Brief) -> None:
    figure = sheet(seeds_brief).figures["timeline"]
    assert figure.alt.startswith("Timeline. ")
    assert "26 October 2023" in figure.alt
    assert "(held)" in figure.alt
    assert "(planned)" in figure.alt


@pytest.mark.parametrize("many", [3, 24, 300])
def test_any_number_can_be_drawn(many: int) -> None:
    start = date(2024, 1, 1)
    figure = sheet(brief_of(*(on(start + timedelta(days=n % 200)) for n in range(many)))).figures["timeline"]
    svg = ElementTree.fromstring(figure.svg)
    assert len([e for e in svg if e.tag.endswith("circle")]) == min(many, 24)
    for element in svg:
        for side in ("x", "x1", "x2", "cx"):
            assert -1 <= float(element.get(side, "0")) <= 680


def test_the_picture_for_word_is_the_same_every_time(seeds_brief: Brief) -> None:
    figure = sheet(seeds_brief).figures["timeline"]
    first = png(figure.svg, 600)
    assert first.startswith(b"\x89PNG")
    assert png(figure.svg, 600) == first


def test_a_figure_is_none_where_rows_and_meetings_are_none() -> None:
    assert timeline((), (), words("en")) is None
