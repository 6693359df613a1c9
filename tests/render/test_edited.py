"""Edits made in Word and LibreOffice are read back, told, and stand in the PDF; an untouched document holds none."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from itertools import product
from pathlib import Path

import pypdfium2
import pytest
from long import long_brief
from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from odd import empty_brief, odd_brief

from briefgen.errors import EditError
from briefgen.model import Brief
from briefgen.render.also import also_stated
from briefgen.render.docx import docx
from briefgen.render.edited import Edits, read_edits
from briefgen.render.html import layout
from briefgen.render.pdf import printed
from briefgen.render.revised import revise
from briefgen.render.theme import EVIDENCE, load_theme, theme_names
from briefgen.render.view import sheet
from briefgen.revising import report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Edit = Callable[[etree._Element], None]


def edited(data: bytes, *edits: Edit) -> bytes:
    """Give a document with its main part changed, as an editor's program would save it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                for edit in edits:
                    edit(root)
                content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            new.writestr(name, content)
    return made.getvalue()


def control(root: etree._Element, path: str) -> etree._Element:
    return next(s for s in root.iter(f"{W}sdt") if s.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == path)


def run(text: str) -> etree._Element:
    made = etree.Element(f"{W}r")
    etree.SubElement(made, f"{W}t").text = text
    return made


def retype(path: str, text: str) -> Edit:
    def edit(root: etree._Element) -> None:
        content = control(root, path).find(f"{W}sdtContent")
        for child in list(content):
            content.remove(child)
        if text:
            content.append(run(text))

    return edit


def tracked(path: str, text: str) -> Edit:
    """Replace a value with changes tracked: the old text struck out, the new one inserted."""

    def edit(root: etree._Element) -> None:
        content = control(root, path).find(f"{W}sdtContent")
        struck = etree.Element(f"{W}del", {f"{W}id": "901", f"{W}author": "A. Renn"})
        for child in list(content):
            for words in child.iter(f"{W}t"):
                words.tag = f"{W}delText"
            struck.append(child)
        inserted = etree.Element(f"{W}ins", {f"{W}id": "902", f"{W}author": "A. Renn"})
        inserted.append(run(text))
        content.extend([struck, inserted])

    return edit


def paragraph_of(root: etree._Element, path: str) -> etree._Element:
    return next(control(root, path).iterancestors(f"{W}p"))


def take_out(path: str) -> Edit:
    def edit(root: etree._Element) -> None:
        p = paragraph_of(root, path)
        p.getparent().remove(p)

    return edit


def add_behind(path: str, text: str) -> Edit:
    def edit(root: etree._Element) -> None:
        p = paragraph_of(root, path)
        made = etree.Element(f"{W}p")
        style = p.find(f"{W}pPr")
        made.append(deepcopy(style))
        made.append(run(text))
        p.addnext(made)

    return edit


def add_row_behind(path: str, *cells: str) -> Edit:
    def edit(root: etree._Element) -> None:
        row = next(control(root, path).iterancestors(f"{W}tr"))
        made = etree.Element(f"{W}tr")
        for text in cells:
            cell = etree.SubElement(made, f"{W}tc")
            etree.SubElement(cell, f"{W}p").append(run(text))
        row.addnext(made)

    return edit


def reword(before: str, after: str) -> Edit:
    def edit(root: etree._Element) -> None:
        found = (t for t in root.iter(f"{W}t") if before in (t.text or ""))
        words = next(t for t in found if next(t.iterancestors(f"{W}hyperlink"), None) is None)
        words.text = words.text.replace(before, after)

    return edit


def text_of_pdf(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text = " ".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))
    document.close()
    return " ".join(text.replace("\ufffe", "").split())


def pdf_text(edits: Edits) -> tuple[str, tuple[str, ...]]:
    lost: list[str] = []

    def with_edits(page: str) -> str:
        made, left = revise(page, edits, "changed by hand")
        lost.extend(left)
        return made

    return text_of_pdf(printed(edits.brief, load_theme(edits.theme), with_edits).data), tuple(lost)


@pytest.mark.parametrize("evidence", EVIDENCE)
@pytest.mark.parametrize("name", theme_names())
def test_an_untouched_document_holds_no_edits(seeds_brief: Brief, name: str, evidence: str) -> None:
    for brief in (seeds_brief, odd_brief(), empty_brief()):
        edits = read_edits(docx(brief, load_theme(name).proving(evidence)))
        assert not edits.any
        assert len(edits.brief.meetings) == len(brief.meetings)
        assert edits.taken_out == edits.unprinted == edits.remarks == ()


@pytest.fixture(scope="module")
def made(seeds_brief: Brief) -> bytes:
    return docx(seeds_brief, load_theme("plain"))


def paths(brief: Brief) -> dict[str, str]:
    meeting = next(m for m in brief.meetings if m.place)
    return {
        "place": f"meetings/{meeting.id}/place",
        "date": f"meetings/{meeting.id}/date",
        # the first of all has an id longer than a tag of Word's may be, and stands there shortened
        "point": f"key_points/{brief.key_points[2].id}/text",
        "other": f"key_points/{brief.key_points[3].id}/text",
        "view": f"views/{brief.views[0].id}/text",
    }


def test_a_retyped_value_is_told_and_printed(made: bytes, seeds_brief: Brief) -> None:
    path = paths(seeds_brief)["place"]
    edits = read_edits(edited(made, retype(path, "Port Saint Ada")))
    assert [(c.path, c.after) for c in edits.changed] == [(path, "Port Saint Ada")]
    assert not edits.reworded
    assert not edits.added
    text, lost = pdf_text(edits)
    assert "Port Saint Ada" in text
    assert "† changed by hand" in text
    assert lost == ()


def test_tracked_changes_count_as_accepted(made: bytes, seeds_brief: Brief) -> None:
    path = paths(seeds_brief)["place"]
    edits = read_edits(edited(made, tracked(path, "Port Saint Ada")))
    assert [(c.path, c.after) for c in edits.changed] == [(path, "Port Saint Ada")]
    assert edits.tracked == 2


def test_an_emptied_value_is_told(made: bytes, seeds_brief: Brief) -> None:
    path = paths(seeds_brief)["place"]
    edits = read_edits(edited(made, retype(path, "")))
    assert edits.emptied == (path,)


def test_a_key_point_taken_out_is_gone_from_the_pdf(made: bytes, seeds_brief: Brief) -> None:
    path = paths(seeds_brief)["point"]
    edits = read_edits(edited(made, take_out(path)))
    assert edits.taken_out == (path,)
    assert len(edits.gone) == 1
    whole, _ = pdf_text(read_edits(made))
    text, lost = pdf_text(edits)
    words = edits.base[path][:60]
    assert text.count(words) == whole.count(words) - 1
    assert lost == ()


def test_an_added_key_point_stands_behind_its_neighbour(made: bytes, seeds_brief: Brief) -> None:
    known = paths(seeds_brief)
    edits = read_edits(edited(made, add_behind(known["point"], "Nobody asked the harbour master.")))
    assert [a.words for a in edits.added] == ["Nobody asked the harbour master."]
    assert not edits.changed
    text, lost = pdf_text(edits)
    place = text.index("Nobody asked the harbour master.")
    assert edits.base[known["point"]][-30:] in text[place - 150 : place]
    assert edits.base[known["other"]][:40] in text[place : place + 150]
    assert lost == ()


def test_an_added_row_stands_behind_its_neighbour(made: bytes, seeds_brief: Brief) -> None:
    path = paths(seeds_brief)["place"]
    edits = read_edits(edited(made, add_row_behind(path, "9 May 2031", "Ada Renn and Norland", "Vienna", "-", "-")))
    assert [a.words for a in edits.added] == ["9 May 2031 | Ada Renn and Norland | Vienna | - | -"]
    text, lost = pdf_text(edits)
    assert "9 May 2031" in text
    assert "Ada Renn and Norland" in text
    assert lost == ()


def test_a_reworded_heading_is_printed(made: bytes) -> None:
    edits = read_edits(edited(made, reword("Key meetings", "Meetings that matter")))
    assert list(edits.reworded.values()) == ["Meetings that matter"]
    text, lost = pdf_text(edits)
    assert "Meetings that matter" in text
    assert lost == ()


def test_words_around_a_value_may_change_and_its_references_stay(made: bytes, seeds_brief: Brief) -> None:
    path = paths(seeds_brief)["view"]

    def edit(root: etree._Element) -> None:
        paragraph_of(root, path).append(run(" This was said in haste."))

    edits = read_edits(edited(made, edit))
    assert len(edits.reworded) == 1
    text, lost = pdf_text(edits)
    assert "This was said in haste." in text
    assert lost == ()


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
    (row,) = (row for row in page.iter("tr") if "edited" in (row.get("class") or ""))
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


def test_the_list_of_contents_follows_a_heading() -> None:
    made = docx(long_brief(60, 90, 5), load_theme("plain"))
    page, lost = page_of(read_edits(edited(made, reword("Key meetings", "Meetings that matter"))))
    assert lost == ()
    assert [n.tag for n in page.iter("a", "h2") if n.text_content() == "Meetings that matter"] == ["a", "h2"]


def test_a_point_retyped_keeps_its_first_words_bold(made: bytes, seeds_brief: Brief) -> None:
    path = paths(seeds_brief)["point"]
    page, _ = page_of(read_edits(edited(made, retype(path, "Nothing was agreed. They meet again."))))
    (point,) = (n for n in page.iter() if n.get("data-fact") == path)
    assert (point[0].tag, point[0].text, point[0].tail) == ("b", "Nothing was agreed.", " They meet again.")


def test_what_other_lines_still_say_is_told(made: bytes, seeds_brief: Brief) -> None:
    path = paths(seeds_brief)["place"]
    edits = read_edits(edited(made, retype(path, "Port Saint Ada")))
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


def test_no_hint_holds_what_ends_a_field(seeds_brief: Brief) -> None:
    root = etree.fromstring(
        zipfile.ZipFile(io.BytesIO(docx(odd_brief(), load_theme("plain")))).read("word/document.xml")
    )
    hints = [link.get(f"{W}tooltip") or "" for link in root.iter(f"{W}hyperlink")]
    assert any(hints)
    assert not [hint for hint in hints if '"' in hint or "\\" in hint]


def test_a_document_that_is_no_brief_is_refused(made: bytes, seeds_brief: Brief) -> None:
    from docx import Document

    other = io.BytesIO()
    Document().save(other)
    clean = docx(seeds_brief, replace(load_theme("plain"), clean=True))
    for data in (other.getvalue(), b"PK\x03\x04 broken", b"", made[: len(made) // 2], clean):
        with pytest.raises(EditError):
            read_edits(data, "x.docx")


def soffice() -> str:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    return program


@pytest.mark.slow
def test_libreoffice_keeps_what_is_needed(made: bytes, seeds_brief: Brief, tmp_path: Path) -> None:
    known = paths(seeds_brief)
    path = tmp_path / "in" / "brief.docx"
    path.parent.mkdir()
    path.write_bytes(
        edited(made, retype(known["place"], "Port Saint Ada"), add_behind(known["point"], "Nobody asked."))
    )
    subprocess.run(
        [soffice(), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML",
         "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    edits = read_edits((tmp_path / "brief.docx").read_bytes())
    assert [(c.path, c.after) for c in edits.changed] == [(known["place"], "Port Saint Ada")]
    assert [a.words for a in edits.added] == ["Nobody asked."]
    assert edits.taken_out == ()
    assert dict(edits.reworded) == {}
