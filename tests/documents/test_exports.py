"""What word processors and converters write: rows of tables, marks of notes, several authors in one field, days of conversion."""

from __future__ import annotations

from datetime import date

import make
import pytest

from briefgen.errors import SourceError
from briefgen.model import Document, File, Limits
from briefgen.sources import load

TALKS = (
    "The envoys met in Vestby on 5 March 2024.{} They agreed on nothing but the day of the next round, which is to be "
    "held in the town hall of Osby before the summer."
)
CELLS = [["Party", "Wants"], ["Norland", "half the toll"], ["Sudland", "guarantees"]]
ROWS = [" | ".join(row) for row in CELLS]


def loaded(name: str, data: bytes) -> Document:
    (document,) = load(File(path=name, data=data), Limits()).documents
    return document


def prose(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == "prose"]


def listed(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == "list"]


def table(cell: str = "td") -> str:
    rows = "".join("<tr>" + "".join(f"<{cell}>{text}</{cell}>" for text in row) + "</tr>" for row in CELLS)
    return f"<table style='width:100%'>{rows}</table>"


def exported(generator: str, body: str, head: str = "") -> bytes:
    head = f'<title>Talks over the toll</title><meta name="generator" content="{generator}">{head}'
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def printed(parts: list[str]) -> bytes:
    from weasyprint import HTML

    sup = "<style>sup{font-size:60%;vertical-align:super;line-height:0}</style>"
    return bytes(HTML(string=sup + "".join(f"<div style='margin:1em'>{part}</div>" for part in parts)).write_pdf())


PLAIN_TABLES = [
    ("a.md", "\n".join(["| Party | Wants |", "|---|---|", "| Norland | half the toll |", "| Sudland | guarantees |"])),
    ("a.rtf", r"{\rtf1\ansi " + "".join(rf"\trowd {a}\cell {b}\cell\row " for a, b in CELLS) + "}"),
    ("a.rtf", r"{\rtf1\ansi " + "".join(rf"\trowd {{\pard\intbl {a}\par}}\cell{{\pard\intbl {b}\par}}\cell\row " for a, b in CELLS) + "}"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "rows"), PLAIN_TABLES)
def test_rows_of_a_table_are_no_headings(name: str, rows: str) -> None:
    document = loaded(name, rows.encode())
    assert [line.strip("| ") for line in listed(document)] == ROWS
    assert not [block for block in document.blocks if block.kind in ("heading", "title")]


def test_rows_of_a_table_in_a_pdf_stand_one_by_one() -> None:
    document = loaded("a.pdf", printed([TALKS.format(""), table(), "Nothing else was said in the town hall of Osby."]))
    assert listed(document) == ROWS
    assert prose(document) == [TALKS.format(""), "Nothing else was said in the town hall of Osby."]


MARKED = [
    '<sup><a href="#n1">1</a></sup>',
    '<a href="#n1"><sup>1</sup></a>',
    '<sup class="reference"><a href="#cite_note-1">[1]</a></sup>',
    '<a href="#n1" role="doc-noteref">1</a>',
    '<a href="notes.xhtml#n1" epub:type="noteref">1</a>',
]


@pytest.mark.parametrize("mark", MARKED)
def test_marks_of_notes_are_no_text(mark: str) -> None:
    back = 'The day was given by the ministry.<a href="#r1">↩︎</a>'
    kept = TALKS.format(" It has 10 km<sup>2</sup>.")
    body = f"<html><body><article><p>{TALKS.format(mark)}</p><p>{kept}</p><p>{back}</p></article></body></html>"
    head = "From: Ada Renn <ada@osby.example>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
    for name, page in (("a.html", body), ("a.eml", head + body)):
        text = loaded(name, page.encode()).text
        assert "5 March 2024. They" in text
        assert "by the ministry.\n" in text
        assert "10 km2. They" in text


def test_marks_of_notes_in_a_pdf_are_no_text() -> None:
    marked = [TALKS.format("<sup>1</sup>"), TALKS.format(" It has 10 km<sup>2</sup> of water.")]
    assert prose(loaded("a.pdf", printed(marked))) == [TALKS.format(""), TALKS.format(" It has 10 km2 of water.")]


def test_what_a_browser_prints_around_a_page_is_no_text() -> None:
    head = "11/2/26, 1:11 PM Talks over the toll | The Osby Courier"
    foot = "https://osby.example/news/2026/talks-over-the-toll"
    boxes = {"top-left": head, "bottom-left": foot, "bottom-right": "1/1"}
    edges = "".join(f'@{place}{{content:"{said}";white-space:nowrap}}' for place, said in boxes.items())
    css = f"@page{{margin:2cm;{edges}}}"
    assert loaded("a.pdf", make.pdf([("p", TALKS.format(""))], css)).text.strip() == TALKS.format("")


def test_a_page_that_is_a_document_loses_nothing() -> None:
    lists = "<h2>What they want</h2><ul><li>Norland wants half the toll.</li></ul>"
    body = f"<p>{TALKS.format('')}</p><p>{TALKS.format('')}</p>{lists}{table()}<p>{TALKS.format('')}</p>"
    document = loaded("a.html", exported("pandoc", body))
    assert document.source.title == "Talks over the toll"
    assert "What they want" in document.text
    assert "Norland wants half the toll." in document.text


def test_the_day_of_a_conversion_is_no_day_of_publication() -> None:
    created = '<meta name="created" content="2026-11-02T12:57:04">'
    body = f"<p>5 March 2024</p><p>{TALKS.format('')}</p><p>{TALKS.format('')}</p>"
    source = loaded("a.html", exported("LibreOffice 7.4 (Linux)", body, created)).source
    assert (source.published, source.published_from) == (date(2024, 3, 5), "text")


def test_an_rtf_keeps_its_footnotes_and_drops_deletions() -> None:
    for note in (r"{\footnote\pard {\super\chftn} It was cold.}", r"{\*\footnote\chftn\~\plain\pard {It was cold.}}"):
        rtf = rf"{{\rtf1\ansi\ansicpg1251{{\info{{\title \'cc\'ee\'f1\'f2}}}}\pard They met.{note} They {{\b\deleted never }}left.\par}}"
        document = loaded("a.rtf", rtf.encode())
        assert document.text.split("\n\n") == ["They met. They left.", "It was cold.\n"]
        assert document.source.title == "Мост"


def test_a_deleted_row_of_a_word_table_is_no_text() -> None:
    from io import BytesIO
    from zipfile import ZipFile

    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    rows = [
        f"<w:tr>{mark}{cell.format(text)}{cell.format('toll')}</w:tr>"
        for mark, text in (("<w:trPr><w:del/></w:trPr>", "Old"), ("", "New"))
    ]
    out = BytesIO()
    with ZipFile(out, "w") as box:
        box.writestr(
            "word/document.xml", f"<w:document {w}><w:body><w:tbl>{''.join(rows)}</w:tbl></w:body></w:document>"
        )
    assert loaded("a.docx", out.getvalue()).text == "New | toll\n"


def test_a_page_says_its_language_where_its_words_do_not_tell() -> None:
    polish = (
        "Minister spotkała się w Vestby ze swoim kolegą. Mówili o moście i opłatach, ale niczego nie ustalili. " * 4
    )
    for text, language in ((polish, "pl"), (TALKS.format("") * 4, "en")):
        page = f'<html lang="pl-PL"><head><title>x</title></head><body><article><p>{text}</p></article></body></html>'
        assert loaded("a.html", page.encode()).source.language == language


def test_several_authors_in_one_field() -> None:
    two = ("Ada Renn", "Jon Holt")
    said = "Ada Renn; Jon Holt"
    paragraphs = [("p", TALKS.format(""))]
    for name, data in (
        ("a.docx", make.docx(paragraphs, author=said)),
        ("a.odt", make.odt(paragraphs, author=said)),
        ("a.rtf", make.rtf(paragraphs, author=said)),
        ("a.epub", make.epub([paragraphs], author=said)),
        ("a.pdf", make.pdf(paragraphs, meta=f'<meta name="author" content="{said}">')),
    ):
        assert loaded(name, data).source.authors == two, name


def test_a_flat_office_document_is_no_page() -> None:
    cells = "<table:table><table:table-row/></table:table><text:p>Talks</text:p>" * 3
    data = f'<?xml version="1.0"?>\n<office:document>{cells}</office:document>'.encode()
    with pytest.raises(SourceError) as told:
        load(File(path="a.fodt", data=data), Limits())
    assert told.value.reason == "unsupported"
