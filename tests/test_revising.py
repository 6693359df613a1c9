"""`briefgen pdf`: what a user sees of it."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from paper import pages, words

from briefgen.model import Brief
from briefgen.render.docx import docx
from briefgen.render.theme import load_theme
from briefgen.sample import sample_brief


def pdf(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "briefgen.cli", "pdf", *words], capture_output=True, text=True, timeout=120
    )


def test_prints_and_reports(seeds_brief: Brief, tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(docx(seeds_brief, load_theme("plain")))
    before = path.read_bytes()
    done = pdf(str(path))
    assert done.returncode == 0, done.stderr
    assert "nothing" in done.stdout
    assert f"written: {tmp_path / 'brief.pdf'}" in done.stderr
    assert len(pages((tmp_path / "brief.pdf").read_bytes())) > 3
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("language", "theme", "note"),
    [
        ("en", "plain", "Changed, added or taken out by hand after the brief was made: one change."),
        (
            "de",
            "plain-de",
            "Von Hand geändert, ergänzt oder gestrichen, nachdem der Bericht erstellt war: eine Änderung.",
        ),
    ],
)
def test_an_edit_is_noted_in_the_language_of_the_brief(language: str, theme: str, note: str, tmp_path: Path) -> None:
    brief = sample_brief(language)
    path = tmp_path / "brief.docx"
    made = zipfile.ZipFile(io.BytesIO(docx(brief, load_theme(theme))))
    with zipfile.ZipFile(path, "w") as package:
        for name in made.namelist():
            content = made.read(name)
            if name == "word/document.xml":
                content = content.replace(brief.title.encode(), b"Another title")
            package.writestr(name, content)
    done = pdf(str(path))
    assert done.returncode == 0, done.stderr
    assert "edited: one change" in done.stdout
    assert note in words((tmp_path / "brief.pdf").read_bytes())


def names_of(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def part_of(data: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


def changed(data: bytes, part: str, before: bytes, after: bytes) -> bytes:
    """Give a document with words of a part replaced; an empty `after` for an empty `before` leaves the part out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
            elif before:
                assert before in old.read(name)
                new.writestr(name, old.read(name).replace(before, after))
    return made.getvalue()


def test_what_cannot_be_printed_is_told_and_the_code_says_so(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    made = docx(sample_brief(), load_theme("plain"))
    foot = next(n for n in names_of(made) if n.startswith("word/footer") and b"</w:p>" in part_of(made, n))
    path.write_bytes(changed(made, foot, b"</w:p>", b"<w:r><w:t>Not for the press</w:t></w:r></w:p>"))
    done = pdf(str(path))
    assert done.returncode == 3, done.stderr
    assert "NOT in the PDF" in done.stderr
    assert "Not for the press" in done.stderr
    assert (tmp_path / "brief.pdf").exists()


def test_the_pdf_of_an_edited_document_says_that_it_was_edited(tmp_path: Path) -> None:
    brief = sample_brief()
    path = tmp_path / "brief.docx"
    path.write_bytes(docx(brief, load_theme("plain")))
    for title, told in ((None, False), (b"Another title", True)):
        if title:
            path.write_bytes(changed(path.read_bytes(), "word/document.xml", brief.title.encode(), title))
        assert pdf(str(path)).returncode == 0
        done = subprocess.run(
            [sys.executable, "-m", "briefgen.cli", "check", str(tmp_path / "brief.pdf")], capture_output=True, text=True
        )
        assert ("the PDF carries edits by hand (one change" in done.stdout) is told, done.stdout


def test_why_a_document_cannot_be_printed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    theme = load_theme("plain")
    made = docx(sample_brief(), theme)
    item = next(n for n in names_of(made) if b"<brief xmlns" in part_of(made, n))
    for data, code, told in (
        (docx(sample_brief(), replace(theme, clean=True)), 1, "was made with --clean"),
        (changed(made, item, b"", b""), 1, "the brief inside is gone; it was probably saved through another format"),
    ):
        path.write_bytes(data)
        done = pdf(str(path))
        assert done.returncode == code
        assert told in done.stderr
    path = tmp_path / "brief.pdf"
    path.write_bytes(b"%PDF-1.7")
    done = pdf(str(path))
    assert done.returncode == 2
    assert "is a PDF; name the DOCX" in done.stderr


@pytest.mark.parametrize("content", [b"", b"no document", b"PK\x03\x04"])
def test_what_is_no_brief_gets_one_clear_line(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_bytes(content)
    done = pdf(str(path))
    assert done.returncode == 1
    assert done.stderr == f"briefgen: {path}: is no Word document\n"
    assert not (tmp_path / "notes.pdf").exists()


def test_the_document_is_not_printed_over_itself(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(b"x")
    done = pdf(str(path), "--output", str(path))
    assert done.returncode == 1
    assert "name another file" in done.stderr
    assert path.read_bytes() == b"x"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = pdf(str(tmp_path / "none.docx"))
    assert done.returncode == 1
    assert "none.docx" in done.stderr
    assert "Traceback" not in done.stderr
