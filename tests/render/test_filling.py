"""Pages are filled: a figure that would leave a page half empty is made narrower or stands between tables."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

import pytest

from briefgen.render.filling import HOLE, without_holes

PICTURE = '<figure class="timeline"><img src="{}" alt=""><figcaption>Days</figcaption></figure>'
STYLE = """@page { size: 200px 300px; margin: 0 } body, p, h2, figure, table { margin: 0; font-size: 10px }
html { font: 10px/20px sans-serif } table { border-collapse: collapse } td { padding: 0 } img { width: 100%; display: inline-block }
h2 { break-after: avoid } tr, figure { break-inside: avoid } .called { float: footnote }"""


def picture(high: int) -> str:
    svg = f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 {high}' width='200' height='{high}'/>"
    return PICTURE.format(svg)


def section(*parts: str) -> str:
    return f'<section id="meetings"><h2>Meetings</h2>{"".join(parts)}</section>'


def table(rows: int, cell: str = "A row") -> str:
    return f"<table>{f'<tr><td>{cell}</td></tr>' * rows}</table>"


def whole(lines: int, part: str) -> str:
    return f"<html><body><main><section id='points'>{'<p>A line</p>' * lines}</section>{part}</main></body></html>"


def pages_of(page: str, *, filled: bool = True, made: list[int] | None = None) -> Sequence[Any]:
    """Lay a page out; `made` will hold the number of each page that was."""
    weasyprint = pytest.importorskip("weasyprint")
    from weasyprint.layout import page as layout

    counted, original = [] if made is None else made, layout.make_page

    def counting(*told: Any) -> Any:
        counted.append(told[4])
        return original(*told)

    layout.make_page = counting
    try:
        with without_holes() if filled else nullcontext():
            return weasyprint.HTML(string=page).render(stylesheets=[weasyprint.CSS(string=STYLE)]).pages  # type: ignore[no-any-return]
    finally:
        layout.make_page = original


def said(page: Any) -> str:
    """Give what a page shows, a letter each: h, p, t for headings, lines and rows, F for a figure, f for a narrow one."""
    found = []
    for box in page._page_box.descendants():
        kind = type(box).__name__
        if box.element_tag == "img" and kind == "InlineReplacedBox":
            found.append((box.position_y, "F" if box.width == 200 else "f"))
        elif kind == "LineBox" and box.element_tag in ("h2", "td", "p"):
            found.append((box.position_y, box.element_tag[0]))
    return "".join(letter for _, letter in sorted(found))


def shown(page: str) -> list[str]:
    return [re.sub(r"(.)\1+", r"\1", said(made)) for made in pages_of(page)]


def holes(pages: Sequence[Any]) -> float:
    """Sum what stays empty at the ends of all pages but the last, as shares of a page, small rests left aside."""
    ends = [
        max(b.position_y + b.height for b in p._page_box.descendants() if b.element_tag in ("td", "p", "img", "h2"))
        for p in pages
    ]
    return sum(room for room in (1 - end / 300 for end in ends[:-1]) if room > HOLE)


@pytest.mark.parametrize(
    ("page", "pages"),
    [
        # it would fit but for a line
        (whole(4, section(table(3), picture(130), "<p>After it</p>")), ["phtf", "p"]),
        # too high for what is left: the next table fills the page, or it stands before the table
        (whole(2, section(table(2), picture(220), table(12))), ["pht", "tF"]),
        (whole(2, section(table(9), picture(150), "<p>After it</p>")), ["phFt", "tp"]),
        # its section begins on the next page with it
        (whole(9, section(picture(150), table(10))), ["pht", "tF"]),
        # behind the table it would leave the next page as empty
        (whole(9, section(picture(220), table(12))), ["p", "hFt", "t"]),
        # nothing can stand before it
        (whole(9, section(picture(220))), ["p", "hF"]),
        # a full page is let be
        (whole(3, section(table(2), picture(120), table(30))), ["phtFt", "t", "t"]),
    ],
)
def test_a_figure_stands_where_it_leaves_no_page_half_empty(page: str, pages: list[str]) -> None:
    assert shown(page) == pages


@pytest.mark.parametrize(("lines", "high", "behind"), [*itertools.product((1, 4, 8, 11), (60, 130, 200, 260), (0, 5))])
def test_no_page_gets_emptier_and_nothing_is_lost(lines: int, high: int, behind: int) -> None:
    page = whole(lines, section(table(4), picture(high), picture(90), *[table(behind)] * bool(behind), "<p>Last</p>"))
    filled, plain = pages_of(page), pages_of(page, filled=False)
    assert holes(filled) <= holes(plain) + 0.01
    letters = ["".join(sorted("".join(map(said, pages)).replace("f", "F"))) for pages in (filled, plain)]
    assert letters[0] == letters[1]


def test_only_the_page_that_a_figure_left_empty_is_laid_out_again() -> None:
    made: list[int] = []
    pages_of(whole(30, section(table(2), picture(220), table(40))), made=made)
    assert {number for number in made if made.count(number) > 1} == {3}


def test_no_footnote_is_lost_or_said_twice() -> None:
    called = 'A row<span class="called">Passage</span>'
    page = whole(2, section(table(3, called), picture(150), table(4, called)))
    for pages in (pages_of(page), pages_of(page, filled=False)):
        boxes = [box for made in pages for box in made._page_box.descendants() if type(box).__name__ == "TextBox"]
        assert sum(box.text.count("Passage") for box in boxes) == 7
