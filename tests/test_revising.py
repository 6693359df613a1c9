"""`briefgen pdf`: what a user sees of it."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdfium2
import pytest

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
    assert len(pypdfium2.PdfDocument((tmp_path / "brief.pdf").read_bytes())) > 3
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("language", "theme", "note"),
    [
        ("en", "plain", "Changed or added by hand after the brief was made: one change."),
        ("de", "plain-de", "Von Hand geändert oder ergänzt, nachdem der Bericht erstellt war: eine Änderung."),
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
    pages = pypdfium2.PdfDocument((tmp_path / "brief.pdf").read_bytes())
    told = " ".join(" ".join(page.get_textpage().get_text_bounded() for page in pages).split())
    assert note in told


@pytest.mark.parametrize("content", [b"", b"no document", b"PK\x03\x04"])
def test_what_is_no_brief_gets_one_clear_line(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "notes.docx"
    path.write_bytes(content)
    done = pdf(str(path))
    assert done.returncode == 1
    assert done.stderr == f"briefgen: {path}: is no Word document that briefgen made; its brief is not in it\n"
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
