"""The figures of an edited brief say what its tables say now: drawn anew where that is certain, else left out and told."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest
from editing import Edit, W, add_row_behind, edited, paragraph_of, retype, row_of, run, take_out, take_out_row
from long import long_brief
from lxml import etree
from lxml.html import document_fromstring

from briefgen.model import Brief
from briefgen.render.docx import docx
from briefgen.render.edited import Edits, read_edits
from briefgen.render.html import layout
from briefgen.render.redrawn import _parties, _when, redrawn
from briefgen.render.revised import revise
from briefgen.render.sheet import Figure
from briefgen.render.theme import load_theme
from briefgen.render.view import sheet
from briefgen.wording import words

PLAIN = load_theme("plain")


@pytest.fixture(scope="module")
def brief() -> Brief:
    """Nine meetings, five designations, six sources of different days."""
    made = long_brief(meetings=9, actors=12, sources=6)
    days = [s.published.replace(day=1 + number) for number, s in enumerate(made.sources)]
    sources = tuple(replace(s, published=day) for s, day in zip(made.sources, days, strict=True))
    wanted = [(5, 1, "designated"), (5, 3, "not_designated"), (7, 1, "delisted"), (7, 3, "designated")]
    designations = tuple(
        replace(
            made.designations[0],
            id=f"d-{n}",
            subject=f"actor-{subject}",
            authority=f"actor-{authority}",
            status=status,
        )
        for n, (subject, authority, status) in enumerate(wanted)
    )
    return replace(made, sources=sources, designations=designations)


@pytest.fixture(scope="module")
def made(brief: Brief) -> bytes:
    return docx(brief, PLAIN)


def drawn(data: bytes, *edits: Edit) -> tuple[dict[str, Figure], list[str], Edits]:
    found = read_edits(edited(data, *edits))
    figures, told = redrawn(found, sheet(found.brief), PLAIN.labels)
    return figures, told, found


def test_untouched_figures_stay_as_made(made: bytes, brief: Brief) -> None:
    figures, told, _ = drawn(made)
    assert figures == sheet(brief).figures
    assert sorted(figures) == ["days", "matrix", "network", "timeline"]
    assert told == []


def test_a_row_taken_out_is_drawn_no_longer(made: bytes, brief: Brief) -> None:
    before = sheet(brief).figures
    assert "2 Jan 2023" in before["timeline"].alt
    figures, told, _ = drawn(made, take_out_row("meetings/meeting-1/date"))
    assert "2 Jan 2023" not in figures["timeline"].alt + figures["timeline"].svg
    assert "Delegation 1 and Delegation 8" in before["network"].alt
    assert "Delegation 1 and Delegation 8" not in figures["network"].alt
    assert figures["matrix"] == before["matrix"]
    assert [line.split(",")[0] for line in told] == [
        "redrawn  the figure timeline",
        "redrawn  the figure network",
    ]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("9 March 2023", "9 Mar 2023"),
        ("9–11 March 2023", "9–11 Mar 2023"),
        ("week of 6 March 2023", "week of 6 Mar 2023"),
        ("March 2023", "Mar 2023"),
        ("2022", "2022"),
        ("March 9, 2023", "Mar 9, 2023"),
    ],
)
def test_a_date_that_can_be_read_moves_its_mark(made: bytes, written: str, shown: str) -> None:
    figures, told, _ = drawn(made, retype("meetings/meeting-1/date", written))
    assert shown in figures["timeline"].alt
    assert "2 Jan 2023" not in figures["timeline"].alt
    assert len(told) == 1


@pytest.mark.parametrize("written", ["late spring", "after the 4th", "", "2 or 3 January 2023", "31 February 2023"])
def test_a_date_that_cannot_be_read_takes_the_timeline_out(made: bytes, written: str) -> None:
    figures, told, _ = drawn(made, retype("meetings/meeting-1/date", written))
    assert "timeline" not in figures
    assert "network" in figures
    assert told == [f"left out the figure timeline: {written!r} is no date that it can show"]


def test_the_last_days_that_there_are_can_be_read() -> None:
    assert _when("December 9999", words("en")) is not None
    assert _when("week of 29 December 9999", words("en")) is None


def test_a_list_that_could_be_parted_in_many_ways_is_read_at_once() -> None:
    known = {"Norland": "a", "Norland, Norland": "b"}
    assert _parties("Norland, Norland and Norland", known, words("en")) == ("b", "a")
    assert _parties("Norland, " * 90 + "who else", known, words("en")) is None


def test_a_date_that_is_withdrawn_takes_the_meeting_off_the_line(made: bytes) -> None:
    figures, _, _ = drawn(made, retype("meetings/meeting-1/date", "date not stated"))
    assert "2 Jan 2023" not in figures["timeline"].svg
    assert "one meeting without a date" in figures["timeline"].caption


def test_a_place_and_the_parties_are_drawn_as_retyped(made: bytes) -> None:
    figures, told, _ = drawn(
        made,
        retype("meetings/meeting-1/place", "Port Saint Ada"),
        retype("meetings/meeting-1/participants", "Delegation 2 and Delegation 11"),
    )
    assert "Delegation 2 and Delegation 11, Port Saint Ada" in figures["timeline"].alt
    assert "Delegation 11 and Delegation 2, one meeting" in figures["network"].alt
    assert len(told) == 2


def test_parties_that_nobody_knows_take_the_network_out(made: bytes) -> None:
    figures, told, _ = drawn(made, retype("meetings/meeting-1/participants", "Delegation 3 and someone else"))
    assert "Delegation 3 and someone else" in figures["timeline"].alt
    assert "network" not in figures
    assert "left out the figure network: 'Delegation 3 and someone else' names parties" in " ".join(told)


def test_a_status_is_drawn_as_retyped(made: bytes) -> None:
    before, _, _ = drawn(made)
    figures, _, _ = drawn(made, retype("meetings/meeting-3/status", "cancelled"))
    assert "planned" in before["timeline"].alt.split("; ")[3]
    assert "cancelled" in figures["timeline"].alt.split("; ")[3]
    figures, told, _ = drawn(made, retype("meetings/meeting-3/status", "hoped for"))
    assert "timeline" not in figures
    assert "network" not in figures
    assert len(told) == 2


def test_the_matrix_follows_its_table(made: bytes) -> None:
    figures, _, _ = drawn(
        made, retype("designations/d-0/status", "Delisted"), retype("designations/d-1/authority", "Norland")
    )
    assert "no longer listed by Delegation 1" in figures["matrix"].alt
    assert "not listed by Norland" in figures["matrix"].alt
    figures, told, _ = drawn(made, retype("designations/d-0/status", "probably listed"))
    assert "matrix" not in figures
    assert told == ["left out the figure matrix: 'probably listed' is no status that it knows"]
    figures, told, _ = drawn(made, take_out_row("designations/d-0/status"))
    assert "matrix" not in figures
    assert told == ["left out the figure matrix: too little is left for it"]


def test_words_beside_a_value_take_the_figure_out(made: bytes) -> None:
    def beside(root: etree._Element) -> None:
        paragraph_of(root, "meetings/meeting-1/date").append(run(" (postponed)"))

    figures, told, _ = drawn(made, beside)
    assert "timeline" not in figures
    assert "postponed" in told[0]

    def below(root: etree._Element) -> None:
        p = paragraph_of(root, "designations/d-0/status")
        p.addnext(deepcopy(p))
        p.getnext().clear()
        p.getnext().append(run("until May"))

    figures, told, _ = drawn(made, below)
    assert "matrix" not in figures
    assert told == ["left out the figure matrix: 'until May' was written beside what it shows"]


def test_a_row_put_among_those_of_another_status_takes_the_figures_out(made: bytes) -> None:
    def edit(root: etree._Element) -> None:
        row_of(root, "meetings/meeting-3/date").addnext(row_of(root, "meetings/meeting-1/date"))

    figures, told, _ = drawn(made, edit)
    assert not {"timeline", "network"} & figures.keys()
    assert "stands in another table" in told[0]


def test_a_row_moved_within_its_table_changes_no_figure(made: bytes, brief: Brief) -> None:
    def edit(root: etree._Element) -> None:
        row_of(root, "meetings/meeting-5/date").addnext(row_of(root, "meetings/meeting-1/date"))

    figures, told, found = drawn(made, edit)
    assert len(found.moved) == 1
    assert figures == sheet(brief).figures
    assert told == []


def test_the_title_moved_changes_no_figure(made: bytes, brief: Brief) -> None:
    def edit(root: etree._Element) -> None:
        paragraph_of(root, f"key_points/{brief.key_points[2].id}/text").addnext(paragraph_of(root, "title"))

    figures, told, found = drawn(made, edit)
    assert len(found.moved) == 1
    assert figures == sheet(brief).figures
    assert told == []


def test_a_row_added_is_told_in_the_captions(made: bytes) -> None:
    row = ("9 May 2031", "Ada Renn and Norland", "Vienna", "-", "-")
    figures, _, _ = drawn(made, add_row_behind("meetings/meeting-1/date", *row))
    for name in ("timeline", "network"):
        assert figures[name].caption.endswith("Without one row added by hand.")
    assert "by hand" not in figures["matrix"].caption


def test_an_actor_renamed_is_renamed_in_the_network(made: bytes) -> None:
    figures, _, _ = drawn(made, retype("actors/actor-1/name", "Ada Renn"))
    assert "Ada Renn" in figures["network"].alt
    assert "Delegation 1 and" not in figures["network"].alt


def test_a_source_taken_out_or_dated_anew_changes_the_figure_of_sources(made: bytes) -> None:
    def row(root: etree._Element) -> etree._Element:
        return next(
            r for r in root.iter(f"{W}tr") if "".join(t.text or "" for t in r.iter(f"{W}t")).startswith("S2Report")
        )

    def out(root: etree._Element) -> None:
        row(root).getparent().remove(row(root))

    def date(root: etree._Element) -> None:
        words = next(t for t in row(root).iter(f"{W}t") if "March" in (t.text or ""))
        words.text = "9 March 2024"

    before, _, _ = drawn(made)
    figures, _, _ = drawn(made, out)
    assert "2 March 2024" in before["days"].alt
    assert "2 March 2024" not in figures["days"].alt
    figures, told, _ = drawn(made, date)
    assert "days" not in figures
    assert "was changed" in told[0]


def page_of(edits: Edits) -> tuple[str, tuple[str, ...]]:
    shown = sheet(edits.brief)
    figures, _ = redrawn(edits, shown, PLAIN.labels)
    return revise(layout(shown, PLAIN), edits, "by hand", figures)


def test_the_page_shows_the_figures_that_are_left_with_their_words(made: bytes) -> None:
    found = read_edits(
        edited(made, take_out_row("meetings/meeting-1/date"), retype("designations/d-0/status", "maybe"))
    )
    page, lost = page_of(found)
    shown = document_fromstring(page)
    assert lost == ()
    assert [image.get("src") for image in shown.iter("img")] == [
        f"brief-asset:figures/{name}.svg" for name in ("timeline", "network", "days")
    ]
    assert all("2 Jan 2023" not in image.get("alt") for image in shown.iter("img"))
    assert not shown.find_class("matrix")


def test_words_given_to_a_caption_stay_or_are_told(made: bytes) -> None:
    def caption(root: etree._Element) -> None:
        words = next(t for t in root.iter(f"{W}t") if (t.text or "").startswith("Meetings by date"))
        words.text = "Meetings by date, as we know them."

    page, lost = page_of(read_edits(edited(made, caption, take_out_row("meetings/meeting-1/date"))))
    assert "Meetings by date, as we know them." in page
    assert lost == ()
    page, lost = page_of(read_edits(edited(made, caption, retype("meetings/meeting-1/date", "soon"))))
    assert lost == ("Meetings by date, as we know them.",)


def test_a_heading_tells_that_something_below_it_was_taken_out(made: bytes, brief: Brief) -> None:
    point = f"key_points/{brief.key_points[2].id}/text"
    page, _ = page_of(read_edits(edited(made, take_out_row("meetings/meeting-1/date"), take_out(point))))
    marked = [node.text_content() for node in document_fromstring(page).find_class("edited")]
    assert marked == ["Key points", "Held"]


def test_a_whole_table_taken_out_is_told_at_the_heading_of_its_section(made: bytes) -> None:
    def edit(root: etree._Element) -> None:
        table = next(row_of(root, "designations/d-0/status").iterancestors(f"{W}tbl"))
        table.getparent().remove(table)

    page, lost = page_of(read_edits(edited(made, edit)))
    assert lost == ()
    assert [node.text_content() for node in document_fromstring(page).find_class("edited")] == ["Designation status"]
