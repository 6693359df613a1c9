"""The outputs: the same facts, order and numbers in all; hostile text stays text; nothing is fetched."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from lxml import html as lxml_html
from odd import HOSTILE, empty_brief, odd_brief
from paper import pages

from briefgen.contract import check, from_json, to_json
from briefgen.errors import RenderError
from briefgen.model import Brief
from briefgen.render import RENDERERS
from briefgen.render.carrying import carried
from briefgen.render.docx import docx
from briefgen.render.fitting import fitted
from briefgen.render.html import html
from briefgen.render.page import page, pieces
from briefgen.render.pdf import pdf, print_html, printed
from briefgen.render.safe import shown
from briefgen.render.sheet import Passage
from briefgen.render.theme import load_theme, theme_names
from briefgen.render.view import sheet

LABEL = re.compile(r"S\d+\.\d+")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(params=theme_names())
def theme(request: pytest.FixtureRequest):
    return load_theme(request.param)


@pytest.fixture(params=["seeds", "odd", "empty"])
def brief(request: pytest.FixtureRequest, seeds_brief: Brief) -> Brief:
    return {"seeds": seeds_brief, "odd": odd_brief(), "empty": empty_brief()}[request.param]


def of_html(text: str) -> list[str]:
    body = lxml_html.document_fromstring(text.encode("utf-8", "replace")).body
    return [a.text_content() for a in body.iter("a") if "cite" in (a.get("class") or "").split()]


def of_pdf(data: bytes) -> str:
    text = "\n".join(pages(data))
    # PDFium gives a line that begins with Arabic or Hebrew back to front
    return re.sub(r"\b(\d+\.\d+)S\b", r"S\1", text)


def word_body(data: bytes):
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def of_docx(data: bytes) -> str:
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in word_body(data).iter(f"{W}p"))


def facts_in_order(brief: Brief, theme=None) -> list[str]:
    """Give all ids that outputs show, in the order in which the page shows them."""
    rows = fitted(sheet(brief), theme) if theme else sheet(brief)
    groups = {
        "bottom_line": [rows.bottom_line] if rows.bottom_line else [],
        "key_points": rows.points,
        "changes": rows.changes,
        "meetings": [m for g in rows.meetings.values() for m in g],
        "designations": rows.designations,
        "views": [v for g in rows.views.values() for v in g],
        "actors": [*rows.actors, *(a for g in rows.also_named.values() for a in g)],
        "discrepancies": rows.disagreements,
        "sources": rows.sources,
    }
    order = theme.sections if theme else groups
    return [row.id for section in order for row in groups.get(section, ())]


def test_all_facts_are_shown_once(brief: Brief) -> None:
    wanted = [
        fact.id
        for facts in (
            brief.key_points,
            brief.changes,
            brief.meetings,
            brief.designations,
            brief.views,
            brief.actors,
            brief.discrepancies,
            brief.sources,
        )
        for fact in facts
    ]
    assert sorted(facts_in_order(brief)) == sorted(wanted)


def test_same_facts_order_and_numbers_in_all(brief: Brief, theme) -> None:
    screen = lxml_html.document_fromstring(page(brief, theme)).body
    whole = theme.whole()
    assert [e.get("data-id") for e in screen.iter() if e.get("data-id")] == facts_in_order(brief, whole)
    assert of_html(page(brief, theme).decode()) == of_html(html(sheet(brief), whole))
    numbers = of_html(html(sheet(brief), theme, annex=True))
    annex = [p.label for s in sheet(brief).sources for p in s.passages] if "passages" in theme.sections else []
    assert sorted(set(numbers)) == sorted(annex) or not annex, "each number has its passage, and each passage is cited"
    assert LABEL.findall(of_docx(docx(brief, theme))) == numbers + annex
    printed = LABEL.findall(of_pdf(pdf(brief, theme)))
    assert printed == numbers + annex


def test_a_refused_day_is_told_of_where_the_day_is(seeds_brief: Brief) -> None:
    theme = load_theme("plain")
    why = "2031-03-05 (its metadata) cannot be right: it lies after the day of the brief, 2024-03-01"
    first, *others = seeds_brief.sources
    dated = replace(first, published_from="text", published_why=None, refused_date=why)
    brief = replace(seeds_brief, sources=(dated, *others))
    word = " ".join(of_docx(docx(brief, theme)).split())
    told = [page(brief, theme).decode(), html(sheet(brief), theme), word]
    assert all(f"from the text; {why}" in text for text in told)
    assert "cannot be right" not in page(seeds_brief, theme).decode()
    undated = replace(dated, published=None, published_from=None)
    assert sheet(replace(brief, sources=(undated, *others))).sources[0].date_known == why


def test_passages_are_numbered_along_each_source(seeds_brief: Brief) -> None:
    for source in sheet(seeds_brief).sources:
        assert [p.label for p in source.passages] == [f"{source.id}.{n}" for n in range(1, len(source.passages) + 1)]
        assert [(p.start, p.end) for p in source.passages] == sorted((p.start, p.end) for p in source.passages)


def test_sentences_of_the_brief_are_in_the_pdf_and_the_docx(seeds_brief: Brief, theme) -> None:
    def squeezed(text: str) -> str:
        # a line end of the print may fall anywhere, and a hyphen with it
        return re.sub(r"[\s\u00ad\u2010\ufffe\x02-]", "", text)

    printed, word = squeezed(of_pdf(pdf(seeds_brief, theme))), squeezed(of_docx(docx(seeds_brief, theme)))
    rows = fitted(sheet(seeds_brief), theme)
    for text in (
        *(p.lead + p.rest for p in rows.points),
        *(v.text for group in rows.views.values() for v in group if "views" in theme.sections),
        *(d.summary for d in rows.disagreements if "discrepancies" in theme.sections),
    ):
        assert squeezed(text) in word
        assert squeezed(text) in printed


@pytest.mark.parametrize("made", [odd_brief, empty_brief])
def test_outputs_carry_the_brief(made) -> None:
    brief = made()
    theme = load_theme("plain")
    with pikepdf.open(io.BytesIO(pdf(brief, theme))) as document:
        attached = document.attachments["brief.json"].get_file().read_bytes()
    assert json.loads(attached)["title"] == json.loads(to_json(brief).encode("utf-8", "replace"))["title"]
    inside = carried(docx(brief, theme))
    assert inside is not None
    assert [f["id"] for f in inside["brief"]["meetings"]] == [m.id for m in brief.meetings]


def test_attached_brief_is_proved(seeds_brief: Brief) -> None:
    with pikepdf.open(io.BytesIO(pdf(seeds_brief, load_theme("plain")))) as document:
        assert check(from_json(document.attachments["brief.json"].get_file().read_bytes())) > 100


def test_hostile_text_stays_text() -> None:
    theme = load_theme("plain")
    brief = odd_brief()
    for text in (html(sheet(brief), theme, annex=True), page(brief, theme).decode()):
        body = lxml_html.document_fromstring(text.encode("utf-8", "replace"))
        scripts = [s for s in body.iter("script") if "alert" in (s.text or "")]
        assert scripts == []
        assert not [
            e for e in body.iter() if isinstance(e.tag, str) and any(name.startswith("on") for name in e.attrib)
        ]
        assert not [e for e in body.iter("a") if not re.match(r"#|https?:|mailto:", e.get("href") or "#")]
        assert "49" not in lxml_html.document_fromstring(text.encode("utf-8", "replace")).xpath("string(//title)")
    word = of_docx(docx(brief, theme))
    for name in HOSTILE:
        assert " ".join(shown(name).split()) in " ".join(word.split())


def test_nothing_is_fetched(brief: Brief, theme) -> None:
    assert printed(brief, theme).refused == ()


@pytest.mark.parametrize(
    "code",
    [
        '<img src="http://127.0.0.1:9/x.png" alt="x">',
        '<img src="file:///etc/hostname" alt="x">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<style>@import url("http://127.0.0.1:9/x.css"); p { background: url(file:///etc/hostname) }</style>',
        '<object data="file:///etc/hostname"></object>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:9/a.svg"/></svg>',
    ],
)
def test_what_a_theme_asks_for_is_refused(code: str) -> None:
    brief = empty_brief()
    data, refused = print_html(
        f"<!DOCTYPE html><html lang='en'><head><title>x</title></head><body>{code}<p>x</p></body></html>",
        brief,
        load_theme("plain"),
    )
    assert len(refused) >= 1
    with pikepdf.open(io.BytesIO(data)) as document:
        assert list(document.attachments) == ["brief.json"]


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ brief.titel }}", "line 1"),
        ("a\n{% if %}", "line 2"),
        ("\n\n{{ labels.nothing }}", "no label 'nothing'"),
        ("{% include 'missing.html' %}", "missing.html"),
        ("{{ ''.__class__.__mro__ }}", "line 1"),
        ("\n{{ 1 / 0 }}", "line 2"),
        ("{% include '../plain/theme.toml' %}", "has no template"),
        ("{{ brief.meetings.held.append(1) }}", "line 1"),
    ],
)
def test_template_errors_name_their_place(tmp_path: Path, template: str, told: str) -> None:
    (tmp_path / "theme.toml").write_text('extends = "plain"\n')
    (tmp_path / "brief.html").write_text(template)
    with pytest.raises(RenderError, match=re.escape(told)):
        html(sheet(empty_brief()), load_theme(str(tmp_path)), annex=True)


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ('paper = "A5"', "A5"),
        ("x = 1", "x: unknown"),
        ('extends = "nowhere"', "no such theme"),
        ("[labels]\na = 1", "labels"),
        ("paper = ", "theme.toml"),
        ("extends = 3", "extends"),
    ],
)
def test_theme_mistakes_are_told(tmp_path: Path, toml: str, told: str) -> None:
    (tmp_path / "theme.toml").write_text(toml)
    with pytest.raises(RenderError, match=re.escape(told)):
        load_theme(str(tmp_path))


def test_a_theme_overrides_what_it_wants(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text('paper = "Letter"\n[labels]\nactors = "Who is who"\n')
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "method.html").write_text('<section id="method"><h2>House rules</h2></section>')
    theme = load_theme(str(tmp_path))
    text = html(sheet(empty_brief()), theme, annex=True)
    assert "<h2>Who is who</h2>" in text
    assert "House rules" in text
    with pikepdf.open(io.BytesIO(pdf(empty_brief(), theme))) as document:
        assert [float(x) for x in document.pages[0].mediabox] == [0, 0, 612, 792]


def test_a_reference_without_a_style_is_told(tmp_path: Path) -> None:
    from docx import Document

    (tmp_path / "theme.toml").write_text("")
    Document().save(str(tmp_path / "reference.docx"))
    with pytest.raises(RenderError, match="Brief Cell"):
        docx(empty_brief(), load_theme(str(tmp_path)))
    (tmp_path / "reference.docx").write_bytes(b"no zip")
    with pytest.raises(RenderError, match="is no Word document"):
        docx(empty_brief(), load_theme(str(tmp_path)))


def test_rendering_twice_gives_the_same_bytes(brief: Brief, theme) -> None:
    for name, render in RENDERERS.items():
        if name != "json" or brief.title != odd_brief().title:
            assert render(brief, theme) == render(brief, theme), name


def test_pieces_joined_are_the_text() -> None:
    passages = [
        Passage(label=f"S1.{n}", anchor=f"p-S1-{n}", quote="", where="", start=a, end=b)
        for n, (a, b) in enumerate([(0, 5), (3, 9), (3, 4)])
    ]
    cut = pieces("0123456789", passages)
    assert "".join(p.text for p in cut) == "0123456789"
    assert [(p.text, p.passages) for p in cut] == [
        ("012", ("p-S1-0",)),
        ("3", ("p-S1-0", "p-S1-1", "p-S1-2")),
        ("4", ("p-S1-0", "p-S1-1")),
        ("5678", ("p-S1-1",)),
        ("9", ()),
    ]


def test_page_runs_nothing_but_its_own(seeds_brief: Brief) -> None:
    text = page(seeds_brief, load_theme("plain")).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert "unsafe" not in policy[1]
    assert "default-src &#39;none&#39;" in policy[1]
    assert not re.search(r'\sstyle="', text), "the policy would block it"
    assert not re.search(r'(?:src|href)="(?!#|https?:|data:image/svg)', text)


def test_word_document_is_native(seeds_brief: Brief) -> None:
    body = word_body(docx(seeds_brief, load_theme("plain")))
    tables = list(body.iter(f"{W}tbl"))
    assert len(tables) >= 5
    for table in tables:
        rows = list(table.iter(f"{W}tr"))
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")
    names = [b.get(f"{W}name") for b in body.iter(f"{W}bookmarkStart")]
    assert len(names) == len(set(names))
    assert {h.get(f"{W}anchor") for h in body.iter(f"{W}hyperlink")} - {None} <= set(names)
    ids = [i.get(f"{W}val") for i in body.iter(f"{W}id")]
    assert len(ids) == len(set(ids))
    assert all(p.find(f"{W}pPr/{W}pStyle") is not None for p in body.iter(f"{W}p"))


def test_facts_of_the_word_document_can_be_read_back(seeds_brief: Brief) -> None:
    data = docx(seeds_brief, load_theme("plain"))
    inside = carried(data)
    assert inside is not None
    controls = {
        c.find(f"{W}sdtPr/{W}tag").get(f"{W}val"): "".join(t.text or "" for t in c.iter(f"{W}t"))
        for c in word_body(data).iter(f"{W}sdt")
    }
    assert len(controls) == len(inside["base"])
    short = {path: text for path, text in inside["base"].items() if len(path) <= 64}
    assert {path: " ".join(controls[path].split()) for path in short} == short
