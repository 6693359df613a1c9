"""Every format gives the same paragraphs, kinds and origin for the same document."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import make
import pytest

from briefgen.model import Document, File, Limits
from briefgen.sources import LOADERS, load

HERE = Path(__file__).parent
FORMATS = ("txt", "md", "html", "mhtml", "pdf", "docx", "odt", "rtf", "epub", "eml", "mbox", "rss", "atom", "zip")


def documents(name: str) -> tuple[Document, ...]:
    loading = load(File(path=name, data=(HERE / name).read_bytes()), Limits())
    assert loading.unread == ()
    return loading.documents


def prose(document: Document) -> list[str]:
    return [" ".join(document.text[b.start : b.end].split()) for b in document.blocks if b.kind == "prose"]


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", ["bridge", "listing", "note"])
def test_same_prose_in_every_format(name: str, ending: str) -> None:
    paragraphs = {"bridge": make.BRIDGE, "listing": make.LISTING, "note": make.NOTE}[name]
    wanted = [text for kind, text in paragraphs if kind == "p" and len(text) > 30]
    found = [line for document in documents(f"{name}.{ending}") for line in prose(document)]
    assert [line for line in found if line in wanted][: len(wanted)] == wanted


@pytest.mark.parametrize("ending", FORMATS)
def test_headings_are_no_prose_and_blocks_fill_the_text(ending: str) -> None:
    for document in documents(f"bridge.{ending}"):
        kinds = {document.text[b.start : b.end].lstrip("# "): b.kind for b in document.blocks}
        for heading in ("Ministers meet over the Sele bridge", "A quarrel about tolls"):
            assert kinds.get(heading, "heading") in ("heading", "title")
        rest = list(document.text)
        for block in document.blocks:
            rest[block.start : block.end] = " " * (block.end - block.start)
        assert not "".join(rest).strip()


BRIDGE = "Ministers meet over the Sele bridge"
COAST = "Talks on the coast"
DAY = date(2024, 3, 6)
ORIGINS = [
    ("bridge.html", BRIDGE, "Harbour Gazette", ("Ada Lund",), DAY, "metadata"),
    ("bridge.mhtml", BRIDGE, "news.example", ("Ada Lund",), date(2024, 3, 5), "metadata"),
    ("bridge.md", BRIDGE, None, ("Ada Lund",), DAY, "metadata"),
    ("bridge.txt", BRIDGE, None, ("Ada Lund",), date(2024, 3, 5), "text"),
    ("bridge.pdf", COAST, None, ("Ada Lund",), date(2024, 3, 5), "text"),
    ("listing.docx", COAST, None, ("Ada Lund",), DAY, "metadata"),
    ("listing.odt", COAST, None, ("Ada Lund",), DAY, "metadata"),
    ("listing.rtf", COAST, None, ("Ada Lund",), DAY, "metadata"),
    ("bridge.epub", COAST, None, ("Ada Lund",), DAY, "metadata"),
    ("bridge.eml", BRIDGE, "desk.example", ("Ada Lund",), DAY, "metadata"),
    ("bridge.rss", BRIDGE, "Harbour Gazette", ("Ada Lund",), DAY, "metadata"),
    ("bridge.atom", BRIDGE, "Harbour Gazette", ("Ada Lund",), DAY, "metadata"),
]


@pytest.mark.parametrize(("name", "title", "publisher", "authors", "day", "where"), ORIGINS)
def test_origin(name: str, title: str, publisher: str | None, authors: tuple[str, ...], day: date, where: str) -> None:
    source = documents(name)[0].source
    assert (source.title, source.publisher, source.authors, source.published, source.published_from) == (
        title,
        publisher,
        authors,
        day,
        where,
    )


def test_parts_are_named_by_the_file_that_holds_them() -> None:
    assert [d.source.path for d in documents("bridge.eml")] == ["bridge.eml", "bridge.eml/copy.docx"]
    assert [d.source.path for d in documents("bridge.zip")] == ["bridge.zip/b.html", "bridge.zip/in/a.txt"]
    assert [d.source.path for d in documents("bridge.mbox")] == [
        "bridge.mbox/message 001.eml",
        "bridge.mbox/message 002.eml",
    ]
    assert [d.source.title for d in documents("bridge.rss")] == ["Ministers meet over the Sele bridge", "A note"]


@pytest.mark.parametrize("ending", FORMATS)
def test_the_content_tells_the_format_not_the_name(ending: str) -> None:
    data = (HERE / f"bridge.{ending}").read_bytes()
    for name in ("bridge.pdf", "bridge"):
        found = load(File(path=name, data=data), Limits()).documents
        assert [(d.text, d.source.media_type, d.source.title) for d in found] == [
            (d.text, d.source.media_type, d.source.title) for d in documents(f"bridge.{ending}")
        ]


def test_every_media_type_is_reached_by_an_example() -> None:
    seen = {d.source.media_type for path in HERE.glob("*.*") if path.suffix != ".py" for d in documents(path.name)}
    assert set(LOADERS) - {"application/zip", "application/mbox"} <= seen


def test_pdf_knows_its_pages_and_drops_what_repeats() -> None:
    css = (
        '@page{size:A6;@top-center{content:"The Sele Weekly"}@bottom-center{content:"page " counter(page)}}'
        "body{hyphens:auto;text-align:justify}"
    )
    paragraphs = [("h1", "Ministers meet over the Sele bridge")] + [
        (
            "p",
            f"In {year} the ministers of Norland and Sudland met in Vestby, where representatives of the "
            "neighbouring municipalities complained about transportation and administrative responsibilities. "
            "They returned with nothing but international recommendations.",
        )
        for year in range(2001, 2013)
    ]
    document = load(File(path="a.pdf", data=make.pdf(paragraphs, css)), Limits()).documents[0]
    assert len(document.pages) > 2
    assert prose(document) == [text for kind, text in paragraphs if kind == "p"]
    place = document.text.index("In 2012")
    cited = document.cite(place, place + 7)
    assert cited.page is not None
    assert cited.page >= len(document.pages) - 1
    assert document.cite(0, 5).page == 1


def test_pdf_in_two_columns_is_read_column_by_column() -> None:
    paragraphs = [
        (
            "p",
            f"Paragraph {n} tells that the delegation number {n} of the neighbouring country arrived "
            "in the harbour and left it again on the same evening without a word.",
        )
        for n in range(9)
    ]
    data = make.pdf(paragraphs, "body{columns:2;column-gap:1cm;font-size:8pt}")
    assert prose(load(File(path="a.pdf", data=data), Limits()).documents[0]) == [text for _, text in paragraphs]


def test_word_text_keeps_insertions_and_drops_deletions() -> None:
    import zipfile
    from io import BytesIO

    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = (
        f"<w:document {w}><w:body><w:p><w:r><w:t>The board </w:t></w:r><w:ins><w:r><w:t>gladly </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:sdt><w:sdtContent><w:r><w:t>met.</w:t></w:r>"
        "</w:sdtContent></w:sdt><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p></w:body></w:document>"
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        box.writestr("word/document.xml", xml)
    assert load(File(path="a.docx", data=out.getvalue()), Limits()).documents[0].text == "The board gladly met.\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Zażółć gęślą jaźń".encode(), "Zażółć gęślą jaźń"),
        (b"\xef\xbb\xbfone\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        (b"  two  spaces \t and a tail  \n\n\n", "  two  spaces \t and a tail  \n\n\n"),
        ("ﬁne \u00a0 „Gänse“ \u2028".encode(), "ﬁne \u00a0 „Gänse“ \u2028"),
        ("Zürich liegt am See.".encode("utf-16"), "Zürich liegt am See."),
        ("Zürich liegt am See.".encode("utf-16-be"), "Zürich liegt am See."),
        ("Zürich liegt am See.".encode("utf-16-le"), "Zürich liegt am See."),
        ("Мост через Селе закрыт.".encode("utf-16-le"), "Мост через Селе закрыт."),
        ("Мост через Селе закрыт.".encode("utf-16-be"), "Мост через Селе закрыт."),
        ("部长谈到了桥梁和通行费，没有协议。".encode("utf-16-le"), "部长谈到了桥梁和通行费，没有协议。"),
        ("橋の通行料について話し合った。".encode("iso-2022-jp"), "橋の通行料について話し合った。"),
        (
            "Le café où l’été s’achève à Orléans fut reçu.".encode("cp1252"),
            "Le café où l’été s’achève à Orléans fut reçu.",
        ),
        (
            b"A good text with one broken byte: \xff, and " + "ünïcödé.".encode(),
            "A good text with one broken byte: \ufffd, and ünïcödé.",
        ),
    ],
)
def test_plain_text_is_the_files_own_characters(data: bytes, text: str) -> None:
    assert load(File(path="a.txt", data=data), Limits()).documents[0].text == text


def test_front_matter_lists_authors_in_any_way() -> None:
    for front in (
        "authors: [Ada Lund, Jon Brandt]",
        "authors:\n  - Ada Lund\n  - 'Jon Brandt'\nlang: en",
        "author: Ada Lund and Jon Brandt",
        "authors:\n- name: Ada Lund\n  url: https://lund.example\n- name: Jon Brandt",
    ):
        data = f"---\ntitle: Talks\n{front}\n---\n\nThe board met in Vestby.\n".encode()
        assert load(File(path="a.md", data=data), Limits()).documents[0].source.authors == ("Ada Lund", "Jon Brandt")


FRONTS = [
    ("---\ntitle: >-\n  Talks over\n  the toll\npublishDate: 2024-03-05\n---", "Talks over the toll"),
    ("---\ntitle: 'The ''old'' toll'\ndate: 2024-03-05 10:00:00 +0100\n---", "The 'old' toll"),
    ('+++\ntitle = "The toll"\ndate = 2024-03-05T10:00:00+01:00\n+++', "The toll"),
]


@pytest.mark.parametrize(("front", "title"), FRONTS)
def test_front_matter_of_several_kinds(front: str, title: str) -> None:
    data = f"{front}\n\nThe board met in Vestby.\n".encode()
    source = load(File(path="a.md", data=data), Limits()).documents[0].source
    assert (source.title, source.published, source.published_from) == (title, date(2024, 3, 5), "metadata")


def test_feeds_write_titles_as_html_and_authors_once() -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">The &lt;b&gt;Osby&lt;/b&gt; Courier</title>'
        '<author><name>Ada Lund</name></author><entry><title type="html">Tolls &amp;amp; bridges</title>'
        "<summary>The board met in Vestby.</summary></entry><entry><title>Fares</title><author><name>Jon Brandt</name>"
        "</author><summary>The board left Vestby.</summary></entry></feed>"
    )
    first, second = (d.source for d in load(File(path="a.atom", data=atom.encode()), Limits()).documents)
    assert (first.title, first.publisher, first.authors) == ("Tolls & bridges", "The Osby Courier", ("Ada Lund",))
    assert second.authors == ("Jon Brandt",)
    rss = (
        "<rss><channel><title>Osby</title><item><title>Fares</title><author>Ada Lund, Jon Brandt</author>"
        "<description>The board met in Vestby.</description></item></channel></rss>"
    )
    (entry,) = load(File(path="a.rss", data=rss.encode()), Limits()).documents
    assert entry.source.authors == ("Ada Lund", "Jon Brandt")


def test_a_book_without_an_order_of_its_chapters_is_read() -> None:
    import zipfile
    from io import BytesIO

    out = BytesIO()
    with zipfile.ZipFile(BytesIO(make.epub([make.BRIDGE]))) as book, zipfile.ZipFile(out, "w") as box:
        for name in book.namelist():
            box.writestr(name, re.sub(rb"<itemref[^>]*>", b"", book.read(name)))
    (document,) = load(File(path="a.epub", data=out.getvalue()), Limits()).documents
    assert [text for kind, text in make.BRIDGE if kind == "p"][1] in document.text


def test_marking_in_the_head_of_the_pages_is_read() -> None:
    import io

    from docx import Document as Word

    word, out = Word(), io.BytesIO()
    word.sections[0].header.paragraphs[0].text = "TLP:AMBER"
    word.add_paragraph("The board met in Vestby.")
    word.save(out)
    assert load(File(path="a.docx", data=out.getvalue()), Limits()).documents[0].source.marking == "TLP:AMBER"
    css = '@page{size:A6;@top-center{content:"TLP:RED"}}'
    document = load(File(path="a.pdf", data=make.pdf(make.BRIDGE, css)), Limits()).documents[0]
    assert document.source.marking == "TLP:RED"
    assert "TLP" not in document.text
    page = make.html(make.BRIDGE).replace(b"<nav>", b"<div>TLP:GREEN</div><nav>")
    rtf = make.rtf(make.BRIDGE).replace(b"{\\rtf1", b"{\\rtf1{\\header\\pard\\qc {\\b NATO RESTRICTED}\\par}", 1)
    styles = (
        b'<a xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:'
        b'xmlns:text:1.0"><style:master-page><style:footer><text:p>SECRET</text:p></style:footer></style:master-page></a>'
    )
    odt = make.odt(make.BRIDGE, more=[("styles.xml", styles)])
    for name, data, mark in (
        ("a.html", page, "TLP:GREEN"),
        ("a.rtf", rtf, "NATO RESTRICTED"),
        ("a.odt", odt, "SECRET"),
    ):
        (document,) = load(File(path=name, data=data), Limits()).documents
        assert document.source.marking == mark
        assert mark not in document.text
