"""The pages in Word's list of contents: lines as words fit, rows and heads kept, and what an office program lays out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from long import long_brief
from paper import pages

from briefgen.model import Brief
from briefgen.render.docx import docx
from briefgen.render.paging import _paged, pages_of
from briefgen.render.theme import Theme, load_theme
from briefgen.render.typefaces import wide
from briefgen.render.typeset import Block, Look, lines_of

LINE = [10.0]
CALIBRI = Look(face="Calibri", size=10)


@pytest.mark.parametrize(
    ("text", "across", "lines"),
    [
        ("", 100, 1),
        ("one", 100, 1),
        ("word " * 19 + "word", 260, 2),
        ("m" * 200, 100, 16),
        ("a " + "m" * 40, 100, 5),
        ("one\ntwo", 100, 2),
        # a line may end behind a hyphen, which stays on it, not at a no-break space
        ("well-" * 10 + "known", 100, 3),
        ("well\u00a0" * 10 + "known", 100, 3),
    ],
)
def test_lines_are_counted_as_words_fit(text: str, across: float, lines: int) -> None:
    assert len(lines_of([(text, CALIBRI)], CALIBRI, across)) == lines


def test_small_letters_fill_fewer_lines_than_capitals_and_narrow_faces_fewer_than_wide_ones() -> None:
    text = "the delegation left the harbour town before noon " * 9
    plain, caps, verdana = (
        len(lines_of([(text, look)], look, 300))
        for look in (CALIBRI, replace(CALIBRI, caps=True), replace(CALIBRI, face="Verdana"))
    )
    assert plain < caps
    assert plain < verdana


def test_runs_of_one_paragraph_are_measured_each_and_a_word_may_go_through_several() -> None:
    small, bold = replace(CALIBRI, size=5), replace(CALIBRI, bold=True)
    text = "word " * 11
    assert len(lines_of([(text, CALIBRI)], CALIBRI, 130)) == 3
    assert len(lines_of([(text, small)], CALIBRI, 130)) == 1
    assert len(lines_of([("mmmm", CALIBRI), ("mmmm", bold)], CALIBRI, 40)) == 2
    # the highest run makes the line
    heights = lines_of([("one ", small), ("two", replace(CALIBRI, size=20))], CALIBRI, 300)
    assert heights == [pytest.approx(20 * 2500 / 2048)]


def test_an_indent_takes_room_and_hangs_from_the_first_line() -> None:
    text = "word " * 11
    hanging = replace(CALIBRI, indent=30, first=-30)
    assert [len(lines_of([(text, look)], look, 257)) for look in (CALIBRI, replace(CALIBRI, indent=60))] == [1, 2]
    assert len(lines_of([(text, hanging)], hanging, 257)) == 1


@pytest.mark.parametrize(
    ("look", "height"),
    [
        (CALIBRI, 12.207),
        (replace(CALIBRI, line=1.5), 18.311),
        (replace(CALIBRI, least=14.0), 14.0),
        (replace(CALIBRI, least=11.0), 12.207),
        (replace(CALIBRI, exact=11.0), 11.0),
        (replace(CALIBRI, face="Courier New"), 11.328),
    ],
)
def test_a_line_is_as_high_as_its_typeface_and_its_style_make_it(look: Look, height: float) -> None:
    assert look.height == pytest.approx(height, abs=0.001)


def test_measured_typefaces_have_the_letters_of_european_scripts_and_others_are_estimated() -> None:
    assert wide("mm", "Calibri", False) == 2 * wide("m", "Carlito", False)
    assert wide("m", "Calibri", True) != wide("m", "Calibri", False)
    assert wide("iii", "Courier New", False) == pytest.approx(wide("mmm", "Courier New", False))
    for face in ("Calibri", "Arial", "Times New Roman"):
        assert 0.5 < wide("жЖλΩ", face, False) / 4 < 1
    # what a face lacks, and a face that nobody measured
    assert wide("م", "Cambria", False) > 0
    assert wide("word", "No Such Face", False) > 0


@pytest.mark.parametrize(
    ("blocks", "pages"),
    [
        ([Block(LINE, ["a"]), Block(LINE, ["b"]), Block(LINE, ["c"])], {"a": 1, "b": 1, "c": 2}),
        # a heading goes with the first line of what it heads
        ([Block(LINE, ["a"]), Block(LINE, ["b"], keep=True), Block(LINE, ["c"])], {"a": 1, "b": 2, "c": 2}),
        # space before a paragraph is none at the head of a page
        ([Block([20.0], ["a"]), Block([19.0], ["b"], before=9), Block(LINE, ["c"])], {"a": 1, "b": 2, "c": 3}),
        # a footnote takes room from the page on which it is called
        ([Block(LINE, ["a"], notes=5.0), Block(LINE, ["b"])], {"a": 1, "b": 2}),
        # a table's head stands again above the row that begins a page
        ([Block([15.0], ["a"]), Block(LINE, ["b"], head=8.0), Block(LINE, ["c"])], {"a": 1, "b": 2, "c": 3}),
        # lines of a paragraph flow on
        ([Block(LINE * 4, ["a"]), Block(LINE, ["b"])], {"a": 1, "b": 3}),
        # but its last one takes another along to the next page
        ([Block([5.0] * 5, ["a"]), Block([13.0], ["b"])], {"a": 1, "b": 3}),
        # of the spaces that meet the larger one counts
        ([Block([8.0], ["a"], after=4), Block([8.0], ["b"], before=6)], {"a": 1, "b": 1}),
        ([Block([8.0], ["a"], after=4), Block([8.0], ["b"], before=7)], {"a": 1, "b": 2}),
    ],
)
def test_pages_are_filled(blocks: list[Block], pages: dict[str, int]) -> None:
    assert _paged(blocks, 22.0) == pages


def listed(data: bytes) -> list[tuple[str, str]]:
    """Give heading and page of each entry of a document's list of contents."""
    import io

    document = Document(io.BytesIO(data))
    entries = [p._p for p in document.paragraphs if p.style.name == "toc 1"]
    texts = [[t.text or "" for t in entry.iter(qn("w:t"))] for entry in entries]
    return [("".join(words[:-1]), words[-1]) for words in texts]


@pytest.mark.parametrize("evidence", ["annex", "footnotes"])
def test_every_entry_of_words_contents_has_its_page(evidence: str) -> None:
    entries = listed(docx(long_brief(meetings=60, actors=60, sources=3), load_theme("plain").proving(evidence)))
    numbers = [int(page) for _, page in entries]
    assert entries[0] == ("Key points", "1")
    assert numbers == sorted(numbers)
    assert numbers[-1] > 5


def test_a_reference_of_other_fonts_and_sizes_moves_the_pages(tmp_path: Path) -> None:
    theme = load_theme("plain")
    larger = Document(str(theme.path("reference.docx")))
    for style in larger.styles:
        if getattr(style, "font", None) is not None and style.font.size is not None:
            style.font.size = int(style.font.size * 1.3)
    (tmp_path / "theme.toml").write_text('extends = "plain"')
    larger.save(str(tmp_path / "reference.docx"))
    brief = long_brief(meetings=60, actors=60, sources=3)
    last = [int(listed(docx(brief, house))[-1][1]) for house in (theme, load_theme(str(tmp_path)))]
    assert last[1] > last[0] * 1.2


def test_an_empty_document_has_no_pages() -> None:
    assert pages_of(Document(), {}) == {}


def _installed(*fonts: str) -> bool:
    found = (
        subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True).stdout
        if shutil.which("fc-list")
        else ""
    )
    return all(font in found for font in fonts)


@pytest.mark.slow
@pytest.mark.skipif(
    not shutil.which("soffice") or not _installed("Carlito", "Caladea"),
    reason="needs LibreOffice and fonts of the measures of Word's: apt install fonts-crosextra-carlito fonts-crosextra-caladea",
)
@pytest.mark.parametrize(
    ("meetings", "theme", "least"),
    [
        (0, load_theme("plain"), 10),
        (0, load_theme("weekly").proving("footnotes"), 8),
        (120, load_theme("weekly"), 20),
        (600, load_theme("plain"), 90),
    ],
)
def test_the_pages_are_those_of_an_office_program(
    tmp_path: Path, seeds_brief: Brief, meetings: int, theme: Theme, least: int
) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(docx(long_brief(meetings, 4 * meetings // 3, 20) if meetings else seeds_brief, theme))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300, env={**os.environ, "HOME": str(tmp_path)})
    laid = pages((tmp_path / "brief.pdf").read_bytes())
    entries = listed(path.read_bytes())
    assert len(laid) >= least
    assert len(entries) >= 7
    stand = {
        heading: [n for n, text in enumerate(laid, 1) if re.search(rf"^{heading}\s*$", text, re.MULTILINE)]
        for heading, _ in entries
    }
    off = [(heading, told, stand[heading]) for heading, told in entries if int(told) not in stand[heading][-1:]]
    assert len(off) <= 1, off
    assert all(abs(stands[-1] - int(told)) == 1 for _, told, stands in off), off
