"""What editors do to a document's paragraphs as wholes: split, struck out, moved with changes tracked, headed anew."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest
from editing import Edit, W, add_row_behind, control, edited, paragraph_of, run
from long import long_brief
from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from briefgen.contract import from_json, to_json
from briefgen.model import Brief, When
from briefgen.render.docx import docx
from briefgen.render.edited import Edits, read_edits
from briefgen.render.html import layout
from briefgen.render.revised import revise
from briefgen.render.theme import load_theme
from briefgen.render.view import sheet
from briefgen.revising import report

PLAIN = load_theme("plain")
POINT, NEXT = "key_points/point-2/text", "key_points/point-3/text"


@pytest.fixture(scope="module")
def brief() -> Brief:
    return long_brief(meetings=40, actors=60, sources=5)


@pytest.fixture(scope="module")
def made(brief: Brief) -> bytes:
    return docx(brief, PLAIN)


def page_of(edits: Edits) -> HtmlElement:
    page, lost = revise(layout(sheet(edits.brief), PLAIN), edits, "by hand")
    assert lost == ()
    return document_fromstring(page)


def strike(p: etree._Element, change: str) -> None:
    """Strike out a paragraph with its end, as tracked changes do."""
    for piece in list(p.iter(f"{W}r")):
        struck = etree.Element(f"{W}{change}", {f"{W}id": "901", f"{W}author": "A. Renn"})
        piece.addprevious(struck)
        struck.append(piece)
        for words in piece.iter(f"{W}t") if change == "del" else ():
            words.tag = f"{W}delText"
    etree.SubElement(etree.SubElement(p.find(f"{W}pPr"), f"{W}rPr"), f"{W}{change}", {f"{W}id": "902"})


def headed(text: str, level: int) -> etree._Element:
    made = etree.Element(f"{W}p")
    etree.SubElement(etree.SubElement(made, f"{W}pPr"), f"{W}pStyle", {f"{W}val": f"Heading{level}"})
    made.append(run(text))
    return made


def heading(root: etree._Element, text: str) -> etree._Element:
    words = (t for t in root.iter(f"{W}t") if t.text == text and next(t.iterancestors(f"{W}hyperlink"), None) is None)
    return next(next(words).iterancestors(f"{W}p"))


def before(text: str, *made: etree._Element) -> Edit:
    def edit(root: etree._Element) -> None:
        for paragraph in made:
            heading(root, text).addprevious(deepcopy(paragraph))

    return edit


def test_a_split_paragraph_takes_nothing_of_the_others_along(made: bytes) -> None:
    """The bookmark around its value goes over to the second half, or loses its end on the way through a program."""

    def edit(root: etree._Element) -> None:
        p, value = paragraph_of(root, POINT), control(root, POINT)
        rest = etree.Element(f"{W}p")
        rest.append(deepcopy(p.find(f"{W}pPr")))
        rest.append(run("They will meet again."))
        for piece in list(value.itersiblings()):
            if piece.tag == f"{W}bookmarkEnd":
                piece.getparent().remove(piece)
            else:
                rest.append(piece)
        p.addnext(rest)

    edits = read_edits(edited(made, edit))
    assert edits.gone == edits.changed == ()
    assert [addition.words.split(" S")[0] for addition in edits.added] == ["They will meet again."]


def test_a_paragraph_struck_out_whole_is_removed_and_another_in_its_place_is_new(made: bytes) -> None:
    def edit(root: etree._Element) -> None:
        p = paragraph_of(root, POINT)
        new = etree.Element(f"{W}p")
        new.append(deepcopy(p.find(f"{W}pPr")))
        inserted = etree.SubElement(new, f"{W}ins", {f"{W}id": "903"})
        inserted.append(run("Nobody asked the harbour master."))
        strike(p, "del")
        p.addnext(new)

    edits = read_edits(edited(made, edit))
    assert edits.taken_out == (POINT,)
    assert edits.emptied == ()
    assert [addition.words for addition in edits.added] == ["Nobody asked the harbour master."]


def test_a_tracked_move_is_a_move(made: bytes) -> None:
    def edit(root: etree._Element) -> None:
        p = paragraph_of(root, POINT)
        there = deepcopy(p)
        strike(p, "moveFrom")
        paragraph_of(root, NEXT).addnext(there)

    edits = read_edits(edited(made, edit))
    assert len(edits.moved) == 1
    assert not edits.changed
    assert not edits.emptied
    assert not edits.reworded
    assert edits.gone == edits.added == ()
    points = [
        node.get("data-fact") for node in page_of(edits).iter() if (node.get("data-fact") or "").startswith("key_")
    ]
    assert points.index(POINT) == points.index(NEXT) + 1


def test_a_new_section_has_its_heading_and_stands_in_the_contents(made: bytes) -> None:
    quiet = etree.Element(f"{W}p")
    quiet.append(run("We expect a quiet week."))
    edits = read_edits(edited(made, before("Actors", headed("Outlook", 1), headed("By place", 2), quiet)))
    page = page_of(edits)
    (outlook,) = (node for node in page.iter("h2") if node.text == "Outlook")
    assert [node.tag for node in outlook.itersiblings()][:2] == ["h3", "p"]
    (contents,) = page.find_class("contents")
    entries = [(link.text, link.get("href")) for link in contents.iter("a")]
    place = [text for text, _ in entries].index("Outlook")
    assert entries[place][1] == f"#{outlook.get('id')}"
    assert entries[place + 1][0] == "Actors"


def test_a_heading_named_anew_is_the_same_heading(made: bytes) -> None:
    def edit(root: etree._Element) -> None:
        next(t for t in heading(root, "Actors").iter(f"{W}t")).text = "Who is who"

    edits = read_edits(edited(made, edit))
    assert list(edits.reworded.values()) == ["Who is who"]
    assert edits.gone == edits.added == ()
    assert [node.tag for node in page_of(edits).iter("a", "h2") if node.text_content() == "Who is who"] == ["a", "h2"]


def test_a_row_added_has_a_cell_for_each_of_its_cells_and_one_mark(made: bytes) -> None:
    def more(root: etree._Element) -> None:
        words = next(t for t in root.iter(f"{W}t") if t.text == "Ada Renn and Norland")
        p = next(words.iterancestors(f"{W}p"))
        p.addnext(deepcopy(p))

    path = next(f"meetings/{m.id}/place" for m in long_brief(40, 60, 5).meetings)
    row = add_row_behind(path, "9 May 2031", "Ada Renn and Norland", "Vienna", "-", "-")
    page = page_of(read_edits(edited(made, row, more)))
    (shown,) = (tr for tr in page.iter("tr") if "9 May 2031" in tr.text_content())
    assert [len(cell.findall("p")) for cell in shown] == [0, 2, 0, 0, 0]
    assert [node.text_content() for node in shown.find_class("added")] == ["9 May 2031"]


def test_what_stands_outside_the_text_is_told_as_such(made: bytes) -> None:
    edits = replace(read_edits(made), unprinted=("Not for the press",))
    assert list(report(edits)) == [
        "edited: only what stands outside the text, which the PDF does not show",
        "  outside  'Not for the press'",
    ]


def test_the_days_of_a_statement_read_the_same_in_word_and_in_the_pdf_of_it(brief: Brief) -> None:
    """The PDF of an edited document is printed from the brief inside, which says a stretch by its ends alone."""
    stretches = [
        When(start=date(2023, 10, 28), end=date(2023, 10, day), precision=precision)
        for day, precision in ((29, "day"), (30, "unknown"))
    ]
    views = tuple(replace(view, date=when) for view, when in zip(brief.views, stretches, strict=False))
    dated = replace(brief, views=views)
    assert sheet(from_json(to_json(dated))).views == sheet(dated).views
    edits = read_edits(docx(dated, PLAIN))
    everything = replace(edits, gone=tuple((n,) for n, text in enumerate(edits.paragraphs) if text))
    _, lost = revise(layout(sheet(edits.brief), PLAIN), everything, "")
    assert not [words for words in lost if words != dated.marking]
