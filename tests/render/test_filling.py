"""Pages are filled: a figure that would leave a page half empty is made narrower or stands between tables."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any

import pytest

from briefgen.render.filling import TIGHT, arrangements, empty, filled, gaping

PICTURE = '<figure class="timeline"><img src="{}" alt=""><figcaption>Days</figcaption></figure>'
STYLE = """@page { size: 200px 300px; margin: 0 } html { font: 10px/20px sans-serif } p, h2, figure, table { margin: 0; font-size: 10px }
table { border-collapse: collapse } td { padding: 0 } figure { break-inside: avoid } img { width: 100%; display: inline-block }"""


def picture(high: int) -> str:
    svg = f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 {high}' width='200' height='{high}'/>"
    return PICTURE.format(svg)


def section(*parts: str) -> str:
    return f'<section id="meetings"><h2>Meetings</h2>{"".join(parts)}</section>'


def table(rows: int) -> str:
    return f"<table>{'<tr><td>A row</td></tr>' * rows}</table>"


def whole(lines: int, part: str) -> str:
    return f"<html><body><main><section id='points'>{'<p>A line</p>' * lines}</section>{part}</main></body></html>"


def layout(page: str) -> Sequence[Any]:
    weasyprint = pytest.importorskip("weasyprint")
    return weasyprint.HTML(string=page).render(stylesheets=[weasyprint.CSS(string=STYLE + TIGHT)]).pages  # type: ignore[no-any-return]


def mended(page: str) -> str:
    (figure,) = gaping(layout(page))
    return filled(page, figure, layout)


def test_no_word_is_lost_and_tables_keep_their_order() -> None:
    first, last = table(2), table(3)
    for stands in (section(first, last, picture(40), picture(50)), section(first, last, picture(50))):
        assert_same_parts(stands, first, last)


def assert_same_parts(stands: str, first: str, last: str) -> None:
    made = list(arrangements(stands))
    assert made[0] == stands
    assert len(made) == len(set(made))
    for arranged in made:
        assert sorted(arranged.replace(" tight", "")) == sorted(stands)
        assert arranged.index(first) < arranged.index(last)
        assert arranged.find("0 0 200 40") < arranged.index("0 0 200 50")


def test_a_figure_that_nearly_fits_is_made_narrower() -> None:
    page = whole(3, section(table(3), picture(150), "<p>After it</p>"))
    made = mended(page)
    assert made == page.replace('class="timeline"', 'class="timeline tight"')
    assert gaping(layout(made)) == []


def test_a_figure_that_does_not_fit_stands_where_a_table_fills_the_page() -> None:
    page = whole(2, section(table(2), picture(220), table(9)))
    made = mended(page)
    assert re.findall(r"<(table|figure)", made) == ["figure", "table", "table"]
    assert gaping(layout(made)) == []


@pytest.mark.parametrize(("lines", "high"), [*itertools.product((1, 4, 8, 11), (60, 130, 200, 260))])
def test_no_page_gets_emptier(lines: int, high: int) -> None:
    page = whole(lines, section(table(4), picture(high), table(5)))
    for figure in gaping(layout(page)):
        assert empty(layout(filled(page, figure, layout))) <= empty(layout(page))


def test_a_full_page_is_let_be() -> None:
    assert gaping(layout(whole(3, section(table(2), picture(120), table(30))))) == []
