"""The pages in Word's list of contents: lines as words fit, rows and heads kept, and what an office program lays out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn
from long import long_brief

from briefgen.model import Brief
from briefgen.render.docx import docx
from briefgen.render.paging import Block, Look, _paged, lines_of, pages_of
from briefgen.render.theme import Theme, load_theme

LINE = [10.0]


@pytest.mark.parametrize(
    ("text", "across", "lines"),
    [
        ("", 100, 1),
        ("one", 100, 1),
        ("word " * 19 + "word", 260, 2),
        ("m" * 200, 100, 17),
        ("a " + "m" * 40, 100, 5),
    ],
)
def test_lines_are_counted_as_words_fit(text: str, across: float, lines: int) -> None:
    assert lines_of(text, Look(face="Calibri", size=10), across) == lines


def test_small_letters_fill_fewer_lines_than_capitals_and_narrow_faces_fewer_than_wide_ones() -> None:
    text = "the delegation left the harbour town before noon " * 9
    told = [
        lines_of(text, look, 300)
        for look in (Look(face="Calibri"), Look(face="Calibri", caps=True), Look(face="Verdana"))
    ]
    assert told[0] < told[1]
    assert told[0] < told[2]


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
        ([Block(LINE * 5, ["a"]), Block(LINE, ["b"])], {"a": 1, "b": 3}),
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
@pytest.mark.parametrize("theme", [load_theme("plain"), load_theme("weekly").proving("footnotes")])
def test_the_pages_are_those_of_an_office_program(tmp_path: Path, seeds_brief: Brief, theme: Theme) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(docx(seeds_brief, theme))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180, env={**os.environ, "HOME": str(tmp_path)})
    document = pypdfium2.PdfDocument(str(tmp_path / "brief.pdf"))
    pages = [document[n].get_textpage().get_text_bounded() for n in range(len(document))]
    document.close()
    entries = listed(path.read_bytes())
    assert len(entries) > 7
    for heading, told in entries:
        stands = [n for n, text in enumerate(pages, 1) if re.search(rf"^{heading}\s*$", text, re.MULTILINE)]
        assert stands, heading
        assert abs(stands[-1] - int(told)) <= 1, (heading, told, stands)
