"""What the eye is led to: who a point is about, what was called off, where sources disagree, and a grade said once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from cssselect2 import ElementWrapper
from lxml.html import document_fromstring
from odd import odd_brief

from briefgen.model import Brief, Discrepancy, KeyPoint
from briefgen.render.figures.timeline import LANE
from briefgen.render.html import html
from briefgen.render.theme import load_theme
from briefgen.render.view import led, sheet
from briefgen.wording import words


@pytest.mark.parametrize(
    ("text", "names", "lead"),
    [
        (
            "Ada Renn (Norland) and Toma Vell met in Oslo.",
            ("Ada Renn", "Toma Vell"),
            "Ada Renn (Norland) and Toma Vell",
        ),
        ("The Harbour League lists Sarn.", ("Harbour League", "Sarn"), "The Harbour League"),
        ("Two harbours reopened.", ("Sarn",), ""),
        ("Nobody, for all that was said of it, was asked to meet Sarn.", ("Sarn",), ""),
        ("Sarn, Norland and two other parties met.", ("Sarn", "Norland"), "Sarn, Norland"),
        ("Sarnia met Norland.", ("Sarn",), ""),
        ("Toma Vell, Ferry Watch: “Sarn may yet sign.”", ("Sarn",), "Toma Vell, Ferry Watch:"),
        ("Sources disagree: The meeting of Sarn is placed in Oslo or Bern.", ("Sarn",), "Sources disagree:"),
    ],
)
def test_a_point_is_led_by_those_whom_it_is_about(text: str, names: Sequence[str], lead: str) -> None:
    made = led(text, names, words("en"))
    assert made[0] == lead
    assert "".join(made) == text


def test_a_german_point_too() -> None:
    made = led("Treffen von Ada Renn und Sarn geplant.", ("Ada Renn", "Sarn"), words("de"))
    assert made[0] == "Treffen von Ada Renn und Sarn"


def told(*found: tuple[str, str]) -> Brief:
    """Give a brief in which sources do not agree on a meeting, in that field and manner."""
    brief = odd_brief()
    discrepancies = tuple(
        Discrepancy(id=f"meeting-1-{field}", kind=kind, summary="Two days", facts=("meeting-1",))  # type: ignore[arg-type]
        for field, kind in found
    )
    return replace(brief, discrepancies=discrepancies)


def test_a_contradiction_is_marked_where_its_value_stands() -> None:
    row = sheet(told(("date", "contradiction"))).meetings["ahead"][0]
    assert (row.date_disputed, row.place_disputed) == ("sources disagree", None)
    row = sheet(told(("place", "contradiction"))).meetings["ahead"][0]
    assert (row.date_disputed, row.place_disputed) == (None, "sources disagree")
    other = sheet(told(("place", "contradiction"))).meetings["held"][0]
    assert (other.date_disputed, other.place_disputed) == (None, None)


@pytest.mark.parametrize("style", ["brief.css", "page.css"])
def test_that_sources_disagree_looks_alike_below_every_status(style: str) -> None:
    theme, brief = load_theme("plain"), odd_brief()
    found = tuple(
        Discrepancy(id=f"{d.id}-status", kind="contradiction", summary="Two lists", facts=(d.id,))
        for d in brief.designations
    )
    page = document_fromstring(html(sheet(replace(brief, discrepancies=found)), theme))
    rules = [rule for rule in re.findall(r"(?m)(\.st[^{}]*) \{", theme.text(style)) if ".st." in rule]
    assert len(rules) >= 3
    root = ElementWrapper.from_html_root(page)
    styled = [node.etree_element for rule in rules for node in root.query_all(rule)]
    assert styled
    assert not [node for node in styled if "disputed" in node.classes]
    assert page.find_class("disputed")


@pytest.mark.parametrize("kind", ["less_precise", "later_update", "spelling"])
def test_what_is_no_contradiction_is_not_marked(kind: str) -> None:
    shown = sheet(told(("date", kind)))
    assert 'class="note disputed"' not in html(shown, load_theme("weekly"))
    assert "disagree" not in "".join(change.text for change in shown.changes)


def test_the_line_of_what_is_new_says_that_sources_disagree() -> None:
    (change,) = sheet(told(("place", "contradiction"))).changes
    assert change.text.endswith("(sources disagree)")
    (change,) = sheet(told()).changes
    assert "disagree" not in change.text


def test_the_timeline_says_where_sources_disagree(seeds_brief: Brief) -> None:
    meeting = next(m for m in seeds_brief.meetings if m.date.placed)
    found = Discrepancy(id=f"{meeting.id}-date", kind="contradiction", summary="Two days", facts=(meeting.id,))
    before = sheet(replace(seeds_brief, discrepancies=())).figures["timeline"]
    after = sheet(replace(seeds_brief, discrepancies=(found,))).figures["timeline"]
    assert "sources disagree" not in before.alt + before.svg
    assert after.alt.count("sources disagree") == 1
    assert after.svg.count("sources disagree") == 1, "in the key"


def test_no_line_of_the_days_runs_through_words(seeds_brief: Brief) -> None:
    svg = sheet(seeds_brief).figures["timeline"].svg
    upright = [float(x) for x, again in re.findall(r'<line x1="([\d.]+)" y1="[\d.]+" x2="([\d.]+)"', svg) if x == again]
    assert upright
    assert min(upright) >= LANE


def test_a_cancelled_meeting_says_so_below_its_date() -> None:
    page = html(sheet(odd_brief()), load_theme("plain"))
    row = re.search(r'<tr data-id="meeting-3">.*?</th>', page, re.DOTALL)
    assert row
    assert ">cancelled<" in row[0]


def test_a_grade_that_all_sources_have_is_said_once() -> None:
    brief = odd_brief()
    source = brief.sources[0]
    alike = replace(brief, sources=(source, replace(source, id="S2", origin="S2")))
    assert sheet(alike).one_grade == "F6"
    assert sheet(alike).sourcing.endswith("All are graded F6 (cannot be judged).")
    assert ">Grade<" not in html(sheet(alike), load_theme("plain"))
    apart = replace(brief, sources=(source, replace(source, id="S2", origin="S2", grade="B2")))
    assert sheet(apart).one_grade is None
    assert ">Grade<" in html(sheet(apart), load_theme("plain"))
    assert "graded" not in sheet(apart).sourcing
    assert sheet(brief).one_grade is None, "one source has a grade of its own"


def test_the_day_of_a_listing_has_a_column_of_its_own_where_one_is_known() -> None:
    brief = odd_brief()
    assert ">As of<" in html(sheet(brief), load_theme("plain"))
    undated = replace(brief, designations=tuple(replace(d, as_of=type(d.as_of)()) for d in brief.designations))
    assert ">As of<" not in html(sheet(undated), load_theme("plain"))


def test_a_point_without_a_party_has_no_bold_words() -> None:
    brief = replace(odd_brief(), key_points=(KeyPoint(id="point-1", text="Two harbours reopened."),))
    assert "<b></b>" not in html(sheet(brief), load_theme("plain"))
