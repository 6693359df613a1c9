"""Check: what stands where it is said to stand is proved, in each kind of file; what was changed is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from docx import Document as Word

from briefgen.brief import Framing, assemble
from briefgen.checking import check_files
from briefgen.contract import plain, to_json
from briefgen.errors import RequestError
from briefgen.model import Actor, Block, Brief, Digest, Document, Facts, Source

TEXT = "Ada Renn met Boris Kell in Geneva on 3 March 2024.\n"


@pytest.fixture
def brief() -> Brief:
    digest = sha256(TEXT.encode()).hexdigest()
    source = Source(id=digest, path="a.txt", media_type="text/plain", text=TEXT, sha256=digest, origin=digest)
    document = Document(source=source, blocks=(Block(start=0, end=len(TEXT), kind="prose"),))
    actor = Actor(id="ada-renn", name="Ada Renn", kind="person", evidence=(document.cite(0, 8),))
    digests = [Digest(document=document, facts=Facts(actors=(actor,)))]
    return assemble(Framing(prepared=date(2024, 3, 5)), digests, Facts(actors=(actor,)), (), ())


def misquoted(brief: Brief) -> Brief:
    (actor,) = brief.actors
    return replace(brief, actors=(replace(actor, evidence=(replace(actor.evidence[0], quote="Ada Wren"),)),))


def as_json(brief: Brief, folder: Path) -> Path:
    path = folder / "brief.json"
    path.write_text(to_json(brief), encoding="utf-8")
    return path


def as_pdf(brief: Brief, folder: Path, name: str = "brief.json") -> Path:
    path = folder / "brief.pdf"
    with pikepdf.new() as document:
        document.add_blank_page()
        document.attachments[name] = pikepdf.AttachedFileSpec(document, to_json(brief).encode(), filename=name)
        document.save(path)
    return path


def as_docx(brief: Brief, folder: Path) -> Path:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    path = folder / "brief.docx"
    document = Word()
    carried = json.dumps({"brief": plain(brief), "base": {}}).replace("&", "&amp;").replace("<", "&lt;")
    part = Part(
        PackURI("/customXml/item9.xml"),
        "application/xml",
        f'<brief xmlns="urn:briefgen:1">{carried}</brief>'.encode(),
        document.part.package,
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
    document.save(str(path))
    return path


KINDS = [as_json, as_pdf, as_docx]
Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_there_is_proved(
    brief: Brief, tmp_path: Path, kind: Callable[[Brief, Path], Path], capsys: Capture
) -> None:
    assert check_files([kind(brief, tmp_path)], pytest.fail) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert "proved: one passage of one fact in one source" in line


@pytest.mark.parametrize("kind", KINDS)
def test_what_does_not_is_named(
    brief: Brief, tmp_path: Path, kind: Callable[[Brief, Path], Path], capsys: Capture
) -> None:
    assert check_files([kind(misquoted(brief), tmp_path)], pytest.fail) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert "NOT proved: ada-renn: its passage is not in S1 at 0-8: 'Ada Wren'" in line


def test_a_document_that_was_saved_since_is_told(brief: Brief, tmp_path: Path, capsys: Capture) -> None:
    # the part carries no hash of the text that it was made with: to briefgen that is a document of somebody else's making
    check_files([as_docx(brief, tmp_path)], pytest.fail)
    assert "saved by somebody since" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no JSON"),
        (b"{}", "is no brief.json"),
        (b"[]", "is no brief.json"),
        (b"\xff\xfe{", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b'{"schema": "briefgen/brief/1"}', "Field required"),
        (b'{"schema": "briefgen/brief/1", "views": [3]}', "not a brief"),
        (b"%PDF-1.7 and nothing", "is no readable PDF"),
        (b"PK\x03\x04 and nothing", "is no Word document"),
        (b"<!DOCTYPE html><html>", "a page cannot be checked"),
    ],
)
def test_what_is_no_brief_is_refused(tmp_path: Path, data: bytes, told: str, capsys: Capture) -> None:
    path = tmp_path / "x"
    path.write_bytes(data)
    lines: list[str] = []
    assert check_files([path], lines.append) == 2
    (line,) = lines
    assert str(path) in line
    assert told in line
    assert capsys.readouterr().out == ""


def test_a_pdf_without_a_brief_is_refused(brief: Brief, tmp_path: Path) -> None:
    lines: list[str] = []
    assert check_files([as_pdf(brief, tmp_path, "other.json")], lines.append) == 2
    assert "carries no brief.json" in lines[0]


def test_one_that_fails_does_not_hide_the_others(brief: Brief, tmp_path: Path, capsys: Capture) -> None:
    lines: list[str] = []
    good = as_json(brief, tmp_path)
    assert check_files([tmp_path / "nowhere.json", good], lines.append) == 2
    assert "no such file" in lines[0]
    assert "proved" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "named", "code", "told"),
    [
        (TEXT, True, 0, "one source file unchanged"),
        (TEXT, False, 0, "one source file unchanged"),
        (TEXT + "x", True, 1, "changed since: a.txt"),
        (TEXT + "x", False, 0, "changed since: a.txt"),
        (None, True, 1, "no source file is in"),
        (None, False, 0, "files are not here"),
    ],
)
def test_the_sources_files_are_compared(
    brief: Brief, tmp_path: Path, text: str | None, named: bool, code: int, told: str, capsys: Capture
) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    (tmp_path / "out").mkdir()
    path = as_json(brief, tmp_path / "out")
    if text is not None:
        (folder / "a.txt").write_text(text, encoding="utf-8")
    assert check_files([path, *[folder] * named], pytest.fail) == code
    assert told in capsys.readouterr().out


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/hostname", ""])
def test_a_brief_from_elsewhere_makes_us_read_nothing_outside(
    brief: Brief, tmp_path: Path, path: str, capsys: Capture
) -> None:
    (tmp_path / "secret.txt").write_text(TEXT)
    (tmp_path / "in").mkdir()
    (source,) = brief.sources
    file = as_json(replace(brief, sources=(replace(source, path=path),)), tmp_path / "in")
    check_files([file, tmp_path / "in"], pytest.fail)
    assert "no source file is in" in capsys.readouterr().out


def test_hostile_names_reach_no_terminal(brief: Brief, tmp_path: Path, capsys: Capture) -> None:
    (actor,) = misquoted(brief).actors
    file = as_json(replace(brief, actors=(replace(actor, id="a\x1b[31m\u202eb"),)), tmp_path)
    assert check_files([file], pytest.fail) == 1
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_folders_alone_are_no_brief(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="no brief to check"):
        check_files([tmp_path], pytest.fail)


def test_a_sentence_that_was_changed_since_is_not_proved(brief: Brief, tmp_path: Path, capsys: Capture) -> None:
    path = as_json(brief, tmp_path)
    assert check_files([path], pytest.fail) == 0
    assert "every sentence is as briefgen made it" in capsys.readouterr().out
    path.write_text(path.read_text().replace('"title": "Ada Renn', '"title": "Boris Kell'))
    path.write_text(path.read_text().replace('"subtitle": "One source', '"subtitle": "Nine sources'))
    assert check_files([path], pytest.fail) == 1
    assert "CHANGED since briefgen made it" in capsys.readouterr().out


def test_a_brief_without_a_seal_says_what_is_not_checked(brief: Brief, tmp_path: Path, capsys: Capture) -> None:
    bare = replace(brief, method=replace(brief.method, options={}))
    assert check_files([as_json(bare, tmp_path)], pytest.fail) == 0
    assert "the sentences themselves are not checked" in capsys.readouterr().out


def test_a_source_that_is_missing_is_named_beside_one_that_changed(
    brief: Brief, tmp_path: Path, capsys: Capture
) -> None:
    (source,) = brief.sources
    more = [replace(source, id=f"S{n}", path=name) for n, name in ((2, "b.txt"), (3, "c.txt"), (4, "old.zip/d.txt"))]
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT + "x", encoding="utf-8")
    (folder / "b.txt").write_text(TEXT, encoding="utf-8")
    (folder / "old.zip").write_bytes(b"PK")
    path = as_json(replace(brief, sources=(source, *more)), tmp_path)
    assert check_files([path, folder], pytest.fail) == 1
    told = capsys.readouterr().out
    assert "changed since: a.txt" in told
    assert f"not found in {folder}: c.txt" in told
    assert "parts of other files: old.zip/d.txt" in told


def test_two_facts_of_one_id_are_refused(brief: Brief, tmp_path: Path, capsys: Capture) -> None:
    (actor,) = brief.actors
    assert check_files([as_json(replace(brief, actors=(actor, actor)), tmp_path)], pytest.fail) == 1
    assert "ada-renn: two facts have this id" in capsys.readouterr().out
