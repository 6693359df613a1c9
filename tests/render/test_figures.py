"""Figures: what is drawn, what is left out, words that never touch nor run off, the same every time."""

from __future__ import annotations

import io
import itertools
import random
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from lxml import html as lxml_html
from odd import HOSTILE, odd_brief

from briefgen.model import Actor, Brief, Designation, Meeting, Source, When
from briefgen.render.docx import docx
from briefgen.render.figures.days import days as days_with
from briefgen.render.figures.drawing import WIDTH, width
from briefgen.render.figures.picture import png
from briefgen.render.html import html
from briefgen.render.page import page
from briefgen.render.sheet import Figure
from briefgen.render.theme import load_theme
from briefgen.render.view import sheet
from briefgen.wording import words

NAMES = (
    "Ambassador Wilhelmina-Alexandrine van der Bergh-Papadopoulos of the Permanent Mission to the United Nations Office",
    "Маргарита Александровна Константинопольская",
    "موسى أبو مرزوق",
    "משה לוי",
    "Li",
    "w" * 300,
    *(f"Envoy {n}" for n in range(20)),
    *HOSTILE,
)
Box = tuple[float, float, float, float]


def days(sources: Sequence[Source]) -> Figure | None:
    return days_with(sources, words("en"))


def on(day: date, days: int = 0, precision: str = "day") -> When:
    return When(start=day, end=day + timedelta(days), precision=precision)  # type: ignore[arg-type]


def actors(names: Sequence[str] = NAMES) -> tuple[Actor, ...]:
    return tuple(
        replace(odd_brief().actors[0], id=f"a{n}", name=name, affiliation=None) for n, name in enumerate(names)
    )


def met(*dates: When, status: str = "held", parties: Sequence[str] = ("a6", "a7")) -> Brief:
    """Give a brief of meetings on those dates."""
    template = odd_brief().meetings[0]
    meetings = tuple(
        replace(template, id=f"m{n}", date=d, status=status, place=None, participants=tuple(parties))  # type: ignore[arg-type]
        for n, d in enumerate(dates)
    )
    return replace(odd_brief(), actors=actors(), meetings=meetings, designations=())


def many(number: int, seed: int) -> Brief:
    """Give a brief with so many meetings, designations and sources, made by chance of trying names."""
    dice = random.Random(seed)
    template: Meeting = odd_brief().meetings[0]
    listing: Designation = odd_brief().designations[0]
    source: Source = odd_brief().sources[0]
    lengths = [(0, "day")] * 6 + [(6, "week"), (29, "month"), (364, "year"), (2, "day")]
    meetings, designations, sources = [], [], []
    for n in range(number):
        long, precision = dice.choice(lengths)
        day = date(2024, 1, 1) + timedelta(days=dice.randrange(dice.choice((8, 200, 2000))))
        meetings.append(
            replace(
                template,
                id=f"m{n}",
                date=on(day, long, precision),
                status=dice.choice(["held", "planned", "proposed", "cancelled"]),
                place=dice.choice(
                    [None, "Moscow", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", HOSTILE[0]]
                ),
                participants=tuple(dice.sample([f"a{k}" for k in range(len(NAMES))], dice.randint(1, 5))),
            )
        )
        designations.append(
            replace(
                listing,
                id=f"d{n}",
                subject=dice.choice(NAMES),
                authority=dice.choice(NAMES[:12]),
                status=dice.choice(["designated", "not_designated", "delisted", "under_review"]),
            )
        )
        origin = f"S{dice.randint(1, n + 1)}"
        kind = dice.choice(["text", "inferred"])
        sources.append(replace(source, id=f"S{n + 1}", origin=origin, published=day, published_from=kind))
    return replace(
        odd_brief(),
        actors=actors(),
        meetings=tuple(meetings),
        designations=tuple(designations),
        sources=(*odd_brief().sources, *sources[1:]),
    )


def text_boxes(svg: str) -> list[tuple[str, Box]]:
    """Give the words of a figure and the room that they take: left, top, right, bottom."""
    found = []
    for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
        words = "".join(element.itertext())
        size, weight = float(element.get("font-size", "")), int(element.get("font-weight", "400"))
        x, y = float(element.get("x", "")), float(element.get("y", ""))
        found.append((words, (x, y - 0.75 * size, x + width(words, size, weight), y + 0.2 * size)))
    return found


def touching(figure: Figure) -> list[tuple[str, str]]:
    """Name the words of a figure that lie on each other."""
    boxes = text_boxes(figure.svg)
    return [
        (one, other)
        for (one, a), (other, b) in itertools.combinations(boxes, 2)
        if a[0] < b[2] - 0.3 and b[0] < a[2] - 0.3 and a[1] < b[3] and b[1] < a[3]
    ]


def running_off(figure: Figure) -> list[str]:
    """Name the words of a figure that do not lie wholly in it."""
    high = float(ElementTree.fromstring(figure.svg).get("height", ""))
    return [w for w, (x1, y1, x2, y2) in text_boxes(figure.svg) if x1 < 0 or y1 < 0 or x2 > WIDTH + 0.1 or y2 > high]


@pytest.mark.parametrize("number", [3, 8, 40, 300])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_words_neither_touch_nor_run_off(number: int, seed: int) -> None:
    figures = sheet(many(number, seed)).figures
    if number > 8:
        assert set(figures) == {"timeline", "network", "matrix", "days"}
    for figure in figures.values():
        assert touching(figure) == []
        assert running_off(figure) == []
        for element in ElementTree.fromstring(figure.svg).iter():
            for side in ("x", "x1", "x2", "cx"):
                assert -0.1 <= float(element.get(side, "0")) <= WIDTH + 0.1


def test_figures_of_hostile_names_are_text() -> None:
    for figure in sheet(odd_brief()).figures.values():
        names = {element.tag.rsplit("}", 1)[-1] for element in ElementTree.fromstring(figure.svg).iter()}
        assert names <= {"svg", "text", "tspan", "line", "rect", "circle", "path"}
        assert touching(figure) == []
        assert running_off(figure) == []


def test_what_is_left_out_is_said() -> None:
    figures = sheet(many(300, 1)).figures
    assert "20 of 300 shown" in figures["timeline"].caption
    assert f"16 of {len(NAMES)} parties" in figures["network"].caption
    assert "20 of" in figures["matrix"].caption
    undated = met(*(on(date(2024, 3, day)) for day in (1, 2, 3)), When(), When())
    assert "two meetings without a date" in sheet(undated).figures["timeline"].caption


def test_drawing_many_is_quick_enough_to_be_drawn() -> None:
    assert max(len(figure.svg) for figure in sheet(many(300, 1)).figures.values()) < 40_000


@pytest.mark.parametrize(
    "brief",
    [
        met(on(date(2024, 3, 1)), on(date(2024, 3, 2))),
        met(*(on(date(2024, 3, 1)) for _ in range(5))),
        met(When(), When(), When()),
        met(),
    ],
    ids=["two", "one day", "undated", "none"],
)
def test_too_few_meetings_make_no_timeline(brief: Brief) -> None:
    assert "timeline" not in sheet(brief).figures


def shapes(brief: Brief, name: str = "timeline") -> list[ElementTree.Element]:
    """Give the marks of a figure: what has an edge in the accent's colour."""
    svg = ElementTree.fromstring(sheet(brief).figures[name].svg)
    return [element for element in svg if "s-accent" in element.get("class", "")]


def test_a_day_is_a_dot_and_a_month_a_bar_as_long_as_it() -> None:
    brief = met(on(date(2024, 3, 1)), on(date(2024, 4, 1), 29, "month"), on(date(2024, 5, 30)))
    marks = shapes(brief)[:3]
    assert [mark.tag.rsplit("}", 1)[-1] for mark in marks] == ["circle", "rect", "circle"]
    whole = float(marks[2].get("cx", "")) - float(marks[0].get("cx", ""))
    assert float(marks[1].get("width", "")) / whole == pytest.approx(29 / 90, abs=0.01)


def test_each_status_has_a_look_of_its_own_in_grey() -> None:
    looks = set()
    for status in ("held", "planned", "proposed"):
        mark = shapes(met(*(on(date(2024, 3, day)) for day in (1, 2, 3)), status=status))[0]
        looks.add((mark.get("fill") == "#ffffff", mark.get("stroke-dasharray") is None))
    assert len(looks) == 3


def test_much_earlier_meetings_stand_apart() -> None:
    brief = met(on(date(1999, 3, 1)), *(on(date(2024, month, 1)) for month in (1, 2, 3)))
    figure = sheet(brief).figures["timeline"]
    assert "earlier" in [words for words, _ in text_boxes(figure.svg)]
    assert "not to scale" in figure.caption
    assert "1999" in figure.alt


@pytest.mark.parametrize("above", [None, "a1"])
def test_one_of_a_body_did_not_come_to_meet_its_body(above: str | None) -> None:
    bodies = {"a6": "a7", "a7": above, "a9": "a7"}
    people = tuple(replace(a, affiliation=bodies[a.id]) if a.id in bodies else a for a in actors())
    brief = met(*(on(date(2024, 3, day)) for day in (1, 2)), parties=("a6", "a7", "a8", "a9", "a10"))
    alt = sheet(replace(brief, actors=people)).figures["network"].alt
    assert "Envoy 0 and Envoy 2, two meetings" in alt
    assert "Envoy 0 and Envoy 1," not in alt
    assert "Envoy 0 and Envoy 3," not in alt


def test_cancelled_meetings_join_nobody() -> None:
    brief = met(*(on(date(2024, 3, day)) for day in (1, 2)), parties=("a6", "a7", "a8"), status="cancelled")
    assert "network" not in sheet(brief).figures
    planned = replace(brief, meetings=tuple(replace(m, status="planned") for m in brief.meetings))
    figure = sheet(planned).figures["network"]
    assert "not yet held" in figure.alt
    assert all(line.get("stroke-dasharray") for line in shapes(planned, "network") if line.tag.endswith("path"))


def listed(*statements: tuple[str, str, str]) -> Brief:
    template = odd_brief().designations[0]
    return replace(
        odd_brief(),
        actors=(),
        meetings=(),
        designations=tuple(
            replace(template, id=f"d{n}", subject=subject, authority=authority, status=status)  # type: ignore[arg-type]
            for n, (subject, authority, status) in enumerate(statements)
        ),
    )


def test_a_matrix_says_who_lists_whom_and_where_sources_disagree() -> None:
    brief = listed(
        ("The Brothers", "Ruritania", "designated"),
        ("The Brothers", "Freedonia", "not_designated"),
        ("The Brothers", "Ruritania", "delisted"),
        ("The Sisters", "Freedonia", "under_review"),
    )
    figure = sheet(brief).figures["matrix"]
    assert figure.alt == (
        "Designation matrix. The Brothers: listed by Ruritania, no longer listed by Ruritania, not listed by Freedonia; "
        "The Sisters: under review by Freedonia."
    )
    words = [words for words, _ in text_boxes(figure.svg)]
    assert {"listed", "not listed", "no longer listed", "under review"} <= set(words)


def test_the_heads_of_a_matrix_keep_their_words() -> None:
    heads = ("European Commission", "Ministry of Fisheries", "Parliament", "Harbour Tribunal")
    rows = [(f"The very long name of brotherhood number {n}", head, "designated") for n in range(4) for head in heads]
    rows += [("Band", f"Land {n}", "designated") for n in range(4) for _ in range(4)]
    drawn = [words for words, _ in text_boxes(sheet(listed(*rows)).figures["matrix"].svg)]
    for word in ("European", "Commission", "Fisheries", "Parliament", "Tribunal"):
        assert any(word in words.split() for words in drawn), (word, drawn)


@pytest.mark.parametrize(
    "statements",
    [
        [("The Brothers", "Ruritania", "designated")] * 4,
        [(f"Band {n}", "Ruritania", "designated") for n in range(9)],
        [("The Brothers", f"Land {n}", "designated") for n in range(9)],
    ],
)
def test_a_matrix_of_one_row_or_column_is_left_to_the_table(statements: list[tuple[str, str, str]]) -> None:
    assert "matrix" not in sheet(listed(*statements)).figures


def published(*dates: date | None, **more: object) -> tuple[Source, ...]:
    source = odd_brief().sources[0]
    return tuple(
        replace(source, id=f"S{n}", origin=f"S{n}", published=day, **{"published_from": "text", **more})  # type: ignore[arg-type]
        for n, day in enumerate(dates, 1)
    )


@pytest.mark.parametrize(("step", "unit"), [(1, "day"), (7, "week"), (31, "month"), (366, "year"), (4000, "year")])
def test_sources_stand_in_columns_of_a_fitting_length(step: int, unit: str) -> None:
    figure = days(published(*(date(1990, 1, 1) + timedelta(step * n) for n in range(30))))
    assert figure is not None
    assert figure.caption.startswith(f"Sources by {unit} of publication")
    assert touching(figure) == []


def test_copies_and_inferred_dates_look_different() -> None:
    sources = published(*(date(2024, 3, day) for day in (1, 2, 3, 4)))
    sources = (sources[0], replace(sources[1], origin="S1"), replace(sources[2], published_from="inferred"), sources[3])
    figure = days(sources)
    assert figure is not None
    assert "a copy of another" in figure.alt
    assert "with an inferred date" in figure.alt
    words = [words for words, _ in text_boxes(figure.svg)]
    assert words[-3:] == ["date given", "date inferred", "copy of another source"]


def test_few_sources_or_one_day_make_no_figure() -> None:
    assert days(published(date(2024, 3, 1), date(2024, 3, 2), None, None)) is None
    assert days(published(*[date(2024, 3, 1)] * 9)) is None


def test_words_say_what_the_seeds_figures_show(seeds_brief: Brief) -> None:
    figures = sheet(seeds_brief).figures
    assert re.search(r"26 Oct 2023: [^;]*Mikhail Bogdanov[^;]*, Moscow", figures["timeline"].alt)
    assert "planned" in figures["timeline"].alt
    assert re.search(r"Mikhail Bogdanov, (one|two|three) meetings?[;.]", figures["network"].alt)
    assert "matrix" not in figures, "the seeds speak of one authority"


def test_every_output_has_the_figures_with_their_words(seeds_brief: Brief) -> None:
    figures = sheet(seeds_brief).figures
    theme = load_theme("plain")
    printed = lxml_html.document_fromstring(html(sheet(seeds_brief), theme, annex=True))
    assert {image.get("src"): image.get("alt") for image in printed.iter("img")} == {
        f"brief-asset:figures/{name}.svg": figure.alt for name, figure in figures.items()
    }
    screen = lxml_html.document_fromstring(page(seeds_brief, theme))
    assert [e.get("aria-label") for e in screen.find_class("drawn")] == [
        image.get("alt") for image in printed.iter("img")
    ]
    with zipfile.ZipFile(io.BytesIO(docx(seeds_brief, theme))) as package:
        word = ElementTree.fromstring(package.read("word/document.xml"))
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    assert {p.get("name"): p.get("descr") for p in word.iter(f"{drawing}docPr")} == {
        n: f.alt[:2000] for n, f in figures.items()
    }
    # as wide as the text: no room beside them
    assert all(p.get("distL") == p.get("distR") == "0" for p in word.iter(f"{drawing}inline"))


def test_every_picture_is_the_same_every_time(seeds_brief: Brief) -> None:
    again = sheet(seeds_brief).figures
    for name, figure in sheet(seeds_brief).figures.items():
        assert figure == again[name]
        first = png(figure.svg, 600)
        assert first.startswith(b"\x89PNG")
        assert png(figure.svg, 600) == first


@pytest.mark.parametrize("number", [3, 8, 40, 300])
@pytest.mark.parametrize("seed", range(1, 9))
def test_no_line_runs_through_a_name(number: int, seed: int) -> None:
    figure = sheet(many(number, seed)).figures.get("network")
    if figure is None:
        assert number < 8
        return
    boxes = text_boxes(figure.svg)
    for path in ElementTree.fromstring(figure.svg).iter("{http://www.w3.org/2000/svg}path"):
        x1, y1, cx, cy, x2, y2 = map(float, re.findall(r"-?[\d.]+", path.get("d", "")))
        for step in range(1, 50):
            t = step / 50
            x = (1 - t) ** 2 * x1 + 2 * t * (1 - t) * cx + t * t * x2
            y = (1 - t) ** 2 * y1 + 2 * t * (1 - t) * cy + t * t * y2
            assert not [w for w, box in boxes if box[0] < x < box[2] and box[1] + 1 < y < box[3] - 1]
