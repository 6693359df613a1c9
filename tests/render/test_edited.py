"""Edits made in Word and LibreOffice are read back, told, and stand in the PDF; an untouched document holds none."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from editing import add_behind, add_row_behind, edited, paragraph_of, paths, retype, reword, run, take_out, tracked
from lxml import etree
from odd import empty_brief, odd_brief
from paper import words

from briefgen.errors import EditError
from briefgen.model import Brief
from briefgen.render.docx import docx
from briefgen.render.edited import Edits, read_edits
from briefgen.render.pdf import Revision, printed
from briefgen.render.revised import revise
from briefgen.render.theme import EVIDENCE, load_theme, theme_names
from briefgen.render.view import sheet


def pdf_text(edits: Edits) -> tuple[str, tuple[str, ...]]:
    lost: list[str] = []

    def with_edits(page: str) -> str:
        made, left = revise(page, edits, "changed by hand")
        lost.extend(left)
        return made

    made = printed(edits.brief, load_theme(edits.theme), Revision(with_edits, sheet(edits.brief).figures))
    return words(made.data), tuple(lost)


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
    said = edits.base[path][:60]
    assert text.count(said) == whole.count(said) - 1
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
