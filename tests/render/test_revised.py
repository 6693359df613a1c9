"""What was edited in Word stands in the page that is printed: each row, paragraph and reference in its place."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from dataclasses import replace
from itertools import product

import pytest
from editing import W, edited, paragraph_of, paths, retype, reword, run
from long import long_brief
from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from odd import odd_brief

from briefgen.errors import EditError
from briefgen.model import Brief
from briefgen.render.also import also_stated
from briefgen.render.docx import docx
from briefgen.render.edited import Changed, Edits, read_edits
from briefgen.render.html import layout
from briefgen.render.revised import revise
from briefgen.render.theme import load_theme, theme_names
from briefgen.render.view import sheet
from briefgen.revising import report


@pytest.fixture(scope="module")
def made(seeds_brief: Brief) -> bytes:
    return docx(seeds_brief, load_theme("plain"))


def rows_of(root: etree._Element, count: int) -> list[etree._Element]:
    """Give the rows behind the head of the first table that has so many."""
    return next(rows for t in root.iter(f"{W}tbl") if len(rows := t.findall(f"{W}tr")[1:]) >= count)


def words_of(node: etree._Element) -> str:
    return "".join(t.text or "" for t in node.iter(f"{W}t"))


def page_of(edits: Edits) -> tuple[HtmlElement, tuple[str, ...]]:
    """Give the page with the edits in it, before it is printed, and what found no place."""
    theme = load_theme(edits.theme)
    made, lost = revise(layout(sheet(edits.brief), theme), edits, "changed by hand")
    return document_fromstring(made), lost


def test_every_paragraph_has_its_element(seeds_brief: Brief) -> None:
    for brief, name in product((seeds_brief, odd_brief(), long_brief(40, 90, 5)), theme_names()):
        theme = load_theme(name)
        edits = read_edits(docx(brief, theme))
        gone = replace(edits, gone=tuple((n,) for n, text in enumerate(edits.paragraphs) if text))
        _, lost = revise(layout(sheet(brief), theme), gone, "")
        assert not [words for words in lost if words != brief.marking], name


def test_a_row_taken_out_takes_nothing_of_its_neighbours(made: bytes) -> None:
    """Rows say much the same; a paragraph put in elsewhere at the same time makes none of them slip."""
    rows: list[str] = []

    def edit(root: etree._Element) -> None:
        table = rows_of(root, 3)
        rows.extend(words_of(row) for row in table)
        cell = table[1].findall(f"{W}tc")[-1]
        cell.getparent().replace(cell, deepcopy(table[0].findall(f"{W}tc")[-1]))
        table[1].getparent().remove(table[1])
        paragraph = next(
            p for p in root.iter(f"{W}p") if words_of(p) and not any(True for _ in p.iterancestors(f"{W}tc"))
        )
        added = etree.Element(f"{W}p")
        added.append(run("The harbour was shut."))
        paragraph.addnext(added)

    edits = read_edits(edited(made, edit))
    assert len(edits.gone) == 1
    assert not edits.reworded
    page, lost = page_of(edits)
    assert lost == ()
    shown = ["".join(row.text_content().split()) for row in page.iter("tr")]
    for number, row in enumerate(rows):
        assert ("".join(row.split()) in shown) is (number != 1)
    assert list(report(edits))[1].startswith("  removed  the row")


def test_a_row_that_moved_stands_where_it_was_put(made: bytes) -> None:
    def edit(root: etree._Element) -> None:
        table = rows_of(root, 3)
        table[2].addnext(table[0])

    edits = read_edits(edited(made, edit))
    assert len(edits.moved) == 1
    assert not edits.gone
    assert not edits.added
    page, lost = page_of(edits)
    assert lost == ()
    (row,) = (row for row in page.iter("tr") if row.find_class("edited"))
    assert edits.words_as_made(edits.moved[0].places).split(" | ")[0] in " ".join(row.text_content().split())
    assert len(row.xpath("preceding-sibling::tr")) == 2


def test_a_table_put_in_is_printed_whole(made: bytes, seeds_brief: Brief) -> None:
    def edit(root: etree._Element) -> None:
        table = etree.Element(f"{W}tbl")
        for line in ("ab", "cd"):
            row = etree.SubElement(table, f"{W}tr")
            for letter in line:
                etree.SubElement(etree.SubElement(row, f"{W}tc"), f"{W}p").append(run(f"cell {letter}"))
        paragraph_of(root, paths(seeds_brief)["point"]).addnext(table)

    page, lost = page_of(read_edits(edited(made, edit)))
    assert lost == ()
    assert [[cell.text for cell in row] for row in page.iter("tr") if "cell" in row.text_content()] == [
        ["cell a", "cell b"],
        ["cell c", "cell d"],
    ]


def test_a_row_struck_out_by_tracked_changes_is_gone(made: bytes) -> None:
    def edit(root: etree._Element) -> None:
        row = rows_of(root, 2)[0]
        etree.SubElement(row.find(f"{W}trPr"), f"{W}del")
        for piece in list(row.iter(f"{W}r")):
            struck = etree.Element(f"{W}del")
            piece.addprevious(struck)
            struck.append(piece)

    edits = read_edits(edited(made, edit))
    assert len(edits.gone) == 1
    assert edits.emptied == ()


def test_references_go_and_come_as_in_the_document(made: bytes, seeds_brief: Brief) -> None:
    known = paths(seeds_brief)

    def edit(root: etree._Element) -> None:
        cite = next(paragraph_of(root, known["point"]).iter(f"{W}hyperlink"))
        paragraph_of(root, known["view"]).append(cite)

    before, _ = page_of(read_edits(made))
    page, lost = page_of(read_edits(edited(made, edit)))
    assert lost == ()
    counts = [
        [
            len(list(next(n for n in p.iter() if n.get("data-fact") == known[key]).getparent().iter("a")))
            for p in (before, page)
        ]
        for key in ("point", "view")
    ]
    assert [after - was for was, after in counts] == [-1, 1]


def test_a_footnote_goes_with_its_reference(seeds_brief: Brief) -> None:
    known, theme = paths(seeds_brief), load_theme("plain").proving("footnotes")

    def edit(root: etree._Element) -> None:
        reference = next(paragraph_of(root, known["point"]).iter(f"{W}footnoteReference")).getparent()
        label = reference.getnext()
        paragraph_of(root, known["other"]).extend([reference, label])

    shown = layout(sheet(seeds_brief), theme)
    before = document_fromstring(shown)
    made, lost = revise(shown, read_edits(edited(docx(seeds_brief, theme), edit)), "")
    assert lost == ()

    def held(page: HtmlElement, key: str) -> list[tuple[str, bool]]:
        point = next(n for n in page.iter() if n.get("data-fact") == known[key]).getparent()
        notes = [note.get("id") for note in point.find_class("footnote")]
        return [(cite.get("href")[1:], cite.get("href")[1:] in notes) for cite in point.iter("a")]

    first, *rest = held(before, "point")
    assert first[1]
    after = document_fromstring(made)
    assert held(after, "point") == rest
    assert held(after, "other") == [*held(before, "other"), first]


def test_the_list_of_contents_follows_a_heading() -> None:
    made = docx(long_brief(60, 90, 5), load_theme("plain"))
    page, lost = page_of(read_edits(edited(made, reword("Key meetings", "Meetings that matter"))))
    assert lost == ()
    assert [n.tag for n in page.iter("a", "h2") if n.text_content() == "Meetings that matter"] == ["a", "h2"]


def test_a_point_retyped_keeps_its_first_words_bold(made: bytes, seeds_brief: Brief) -> None:
    path = paths(seeds_brief)["point"]
    lead = next(p.lead for p in sheet(seeds_brief).points if p.id == path.split("/")[1])
    assert lead
    page, _ = page_of(read_edits(edited(made, retype(path, f"{lead} meet again."))))
    (point,) = (n for n in page.iter() if n.get("data-fact") == path)
    assert (point[0].tag, point[0].text, point[0].tail) == ("b", lead, " meet again.")
    page, _ = page_of(read_edits(edited(made, retype(path, "Nothing was agreed."))))
    (point,) = (n for n in page.iter() if n.get("data-fact") == path)
    assert (len(point), point.text) == (0, "Nothing was agreed.")


def test_what_other_lines_still_say_is_told(made: bytes, seeds_brief: Brief) -> None:
    told = {fact for point in seeds_brief.key_points for fact in point.facts}
    path = next(f"meetings/{m.id}/date" for m in seeds_brief.meetings if m.id in told)
    edits = read_edits(edited(made, retype(path, "5 May 2031")))
    (line,) = also_stated(edits, sheet(seeds_brief))
    assert repr(edits.base[path]) in line
    assert list(also_stated(read_edits(made), sheet(seeds_brief))) == []


def test_a_text_box_is_told_as_not_printed(made: bytes, seeds_brief: Brief) -> None:
    def edit(root: etree._Element) -> None:
        box = etree.Element(f"{W}pict")
        etree.SubElement(etree.SubElement(box, f"{W}txbxContent"), f"{W}p").append(run("Read this first"))
        etree.SubElement(paragraph_of(root, paths(seeds_brief)["point"]), f"{W}r").append(box)

    edits = read_edits(edited(made, edit))
    assert edits.unprinted == ("Read this first",)
    assert page_of(edits)[1] == ("Read this first",)


def test_a_picture_put_in_is_told_as_not_printed(made: bytes, seeds_brief: Brief) -> None:
    def edit(root: etree._Element) -> None:
        etree.SubElement(etree.SubElement(paragraph_of(root, paths(seeds_brief)["point"]), f"{W}r"), f"{W}drawing")

    _, lost = page_of(read_edits(edited(made, edit)))
    assert len(lost) == 1
    assert lost[0].startswith("a picture put in at")


def test_a_reference_that_a_program_wrote_as_a_field_is_one(made: bytes) -> None:
    def edit(root: etree._Element) -> None:
        for link in [n for n in root.iter(f"{W}hyperlink") if (n.get(f"{W}anchor") or "").startswith("p_")]:
            told = f' HYPERLINK "../out/A hint." \\l "{link.get(f"{W}anchor")}" \\n "And more'
            before = [etree.Element(f"{W}r") for _ in range(3)]
            etree.SubElement(before[0], f"{W}fldChar").set(f"{W}fldCharType", "begin")
            etree.SubElement(before[1], f"{W}instrText").text = told
            etree.SubElement(before[2], f"{W}fldChar").set(f"{W}fldCharType", "separate")
            end = etree.Element(f"{W}r")
            etree.SubElement(end, f"{W}fldChar").set(f"{W}fldCharType", "end")
            for piece in (*before, *link, end):
                link.addprevious(piece)
            link.getparent().remove(link)

    assert not read_edits(edited(made, edit)).any


def test_no_hint_holds_what_ends_a_field() -> None:
    root = etree.fromstring(
        zipfile.ZipFile(io.BytesIO(docx(odd_brief(), load_theme("plain")))).read("word/document.xml")
    )
    hints = [link.get(f"{W}tooltip") or "" for link in root.iter(f"{W}hyperlink")]
    assert any(hints)
    assert not [hint for hint in hints if '"' in hint or "\\" in hint]


def test_a_damaged_part_is_told_and_a_picture_is_not_read(made: bytes) -> None:
    for part, told in (("word/footer1.xml", True), ("docProps/thumbnail.jpeg", False)):
        with zipfile.ZipFile(io.BytesIO(made)) as package:
            content = package.read(part)
        data = bytearray(edited(made))  # its parts are stored as they are
        data[data.index(content) + len(content) // 2] ^= 1
        if told:
            with pytest.raises(EditError, match="is damaged"):
                read_edits(bytes(data))
        else:
            assert not read_edits(bytes(data)).any


def test_what_a_neighbour_of_a_row_taken_out_says_is_not_told(made: bytes, seeds_brief: Brief) -> None:
    """The id of one row may begin with that of another."""
    drawn = next(iter(sheet(seeds_brief).figures.values()))
    edits = replace(
        read_edits(made),
        base={"actors/a-1/name": "Ada Renn", "actors/a-12/name": "Boris Kell"},
        paragraphs=("\ue000actors/a-1/name\ue002",),
        gone=((0,),),
        changed=(Changed("actors/a-12/name", "Boris Kell", "Boris Kohl"),),
    )
    shown = replace(sheet(seeds_brief), figures={"map": replace(drawn, svg="<text>Ada Renn</text>")})
    assert list(also_stated(edits, shown)) == ["'Ada Renn' is also stated, as made, in the figure map"]
