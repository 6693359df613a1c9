"""Themes: what they override, the logo, one page, the words of another language, the number of an issue."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from house import write
from lxml import html as lxml_html
from odd import empty_brief, odd_brief
from paper import pages

from briefgen.brief import Framing, assemble
from briefgen.contract import check
from briefgen.model import Brief, Facts
from briefgen.render.docx import docx
from briefgen.render.html import html, layout
from briefgen.render.linting import find_mistakes
from briefgen.render.page import page
from briefgen.render.pdf import pdf
from briefgen.render.theme import EVIDENCE, load_theme
from briefgen.render.view import sheet
from briefgen.sample import bare_brief, sample_brief

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001"
    "5a5d6f3b0000000049454e44ae426082"
)


def test_a_theme_overrides_blocks_styles_and_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "theme.toml": 'extends = "weekly"\nsections = ["meetings", "key_points"]\n',
            "body.html": '{% extends "plain/body.html" %}\n{% block masthead %}<h1>House head</h1>{% endblock %}',
            "brief.css": '@import "plain/brief.css";\nh1 { color: #800000 }\n',
        },
    )
    theme = load_theme(str(tmp_path))
    assert find_mistakes(str(tmp_path), (sample_brief(),))[0] == []
    body = lxml_html.document_fromstring(html(sheet(sample_brief()), theme)).body
    assert body.xpath("string(//h1)") == "House head"
    assert [s.get("data-section") for s in body.iter("section")] == ["meetings", "key_points", "passages"]
    style = theme.text("brief.css")
    assert style.index(".masthead") < style.index("#800000")
    assert "@import" not in style


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_the_logo_is_in_all_outputs_with_its_words(tmp_path: Path, kind: str) -> None:
    write(tmp_path, {"theme.toml": f'[logo]\nfile = "assets/logo.{kind}"\nalt = "Example House"\n', "assets/x": ""})
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10"><rect width="9" height="9"/></svg>'
    (tmp_path / "assets" / f"logo.{kind}").write_bytes(PNG if kind == "png" else svg)
    theme = load_theme(str(tmp_path))
    shown = lxml_html.document_fromstring(page(bare_brief(), theme)).xpath("//img[@class='logo']")
    assert [image.get("alt") for image in shown] == ["Example House"]
    assert shown[0].get("src").startswith("data:image/")
    from io import BytesIO

    from docx import Document

    shapes = Document(BytesIO(docx(bare_brief(), theme))).inline_shapes
    assert [s._inline.docPr.get("descr") for s in shapes] == ["Example House"]
    assert b"Example House" in _tagged(pdf(bare_brief(), theme))


def _tagged(data: bytes) -> bytes:
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as document:
        alts = [str(o.get("/Alt")) for o in document.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
    return "\n".join(alts).encode()


def crowded() -> Brief:
    """Give a brief with far more of everything than a page holds, in wide letters."""
    odd = odd_brief()
    source = replace(odd.sources[0], title="A long title of a source " * 5, publisher="Publisher " * 9)
    return replace(
        odd,
        title="WWW MMM " * 60,
        subtitle="Subtitle " * 12,
        sources=tuple(replace(source, id=f"S{n}", origin=f"S{n}") for n in range(1, 90)),
        key_points=tuple(replace(p, text="WIDE TEXT 會議 " * 60) for p in odd.key_points),
        changes=tuple(replace(odd.changes[0], id=f"c{n}", summary="a word or two " * n) for n in range(60)),
    )


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("made", [sample_brief, bare_brief, odd_brief, empty_brief, crowded])
def test_a_memo_is_one_page(made, paper: str) -> None:
    assert len(pages(pdf(made(), replace(load_theme("memo"), paper=paper)))) == 1


def test_a_memo_says_what_is_not_on_it() -> None:
    shown = lxml_html.document_fromstring(html(sheet(sample_brief()), load_theme("memo"))).body
    left = shown.xpath("string(//p[@class='not-on-page'])")
    assert "four meetings, four designations, four views and statements" in left
    assert "nine actors and one disagreement" in left or "nine actors" in left
    shown = lxml_html.document_fromstring(html(sheet(crowded()), load_theme("memo"))).body
    points = len(shown.xpath("//section[@id='key-points']//li"))
    assert 2 <= points < 15
    left = shown.xpath("string(//p[@class='not-on-page'])")
    assert f"{len(sheet(crowded()).points) - points} key points" in left


def test_a_memo_lists_every_source_that_it_cites(seeds_brief: Brief) -> None:
    sources = sheet(seeds_brief).sources
    many = tuple(replace(seeds_brief.sources[0], id=f"S{n}", origin=f"S{n}") for n in range(6, 60))
    for brief in (seeds_brief, sample_brief(), replace(seeds_brief, sources=(*seeds_brief.sources, *many))):
        shown = lxml_html.document_fromstring(html(sheet(brief), load_theme("memo"))).body
        listed = [p.get("id") for p in shown.find_class("source")]
        cited = {a.text.partition(".")[0] for a in shown.find_class("cite")}
        assert cited <= set(listed), "no number leads to a source that is left out"
        assert listed == sorted(listed, key=lambda source: int(source[1:]))
    assert len(listed) > len(sources), "what room is left goes to the other sources"


def test_actors_stand_by_kind_and_states_have_no_empty_columns(seeds_brief: Brief) -> None:
    shown = lxml_html.document_fromstring(html(sheet(seeds_brief), load_theme("plain"))).body
    tables = shown.find_class("actors")
    assert [table.xpath("string(caption)") for table in tables] == ["People", "Organisations", "States"]
    assert [len(table.xpath("thead//th")) for table in tables] == [5, 5, 3]
    rows = [row.get("data-id") for table in tables for row in table.xpath("tbody/tr")]
    assert rows == [actor.id for actor in sheet(seeds_brief).actors]
    roles = tuple(replace(a, role="island state") if a.kind == "state" else a for a in seeds_brief.actors)
    told = lxml_html.document_fromstring(html(sheet(replace(seeds_brief, actors=roles)), load_theme("plain"))).body
    assert "island state" in told.find_class("actors")[-1].text_content(), "a role is not lost with its column"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_marking_in_word_stands_at_the_right_edge(paper: str) -> None:
    document = Document(io.BytesIO(docx(sample_brief(), replace(load_theme("weekly"), paper=paper))))
    (section,) = document.sections
    edge = section.page_width - section.left_margin - section.right_margin
    for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
        (stop,) = part.paragraphs[0].paragraph_format.tab_stops
        assert abs(stop.position - edge) < 1000
    (stop,) = document.styles["toc 1"].paragraph_format.tab_stops
    assert abs(stop.position - edge) < 1000


@pytest.mark.parametrize("made", [sample_brief, crowded])
def test_the_page_of_a_memo_holds_what_the_memo_leaves_out(made) -> None:
    shown = lxml_html.document_fromstring(page(made(), load_theme("memo"))).body
    assert not shown.find_class("not-on-page")
    whole = sheet(made())
    listed = {row.get("data-id") for row in shown.iter() if row.get("data-id")}
    assert {row.id for row in (*whole.points, *whole.changes, *whole.designations, *whole.sources)} <= listed
    assert {row.id for group in whole.meetings.values() for row in group} <= listed
    assert all(gap.file in shown.text_content() for gap in whole.gaps)


@pytest.mark.parametrize("evidence", EVIDENCE)
@pytest.mark.parametrize("sections", [("key_points", "sources"), ("key_points", "passages", "sources", "method")])
@pytest.mark.parametrize("one_page", [False, True])
def test_the_numbers_of_passages_lead_somewhere(one_page: bool, sections: tuple[str, ...], evidence: str) -> None:
    """An annex is there also where a theme's order leaves it out; where there is none, the numbers lead to the sources."""
    theme = replace(load_theme("memo" if one_page else "plain"), sections=sections, evidence=evidence)
    shown = lxml_html.document_fromstring(layout(sheet(sample_brief()), theme)).body
    targets = {link.get("href") for link in shown.find_class("cite")}
    assert targets
    assert targets <= {f"#{node.get('id')}" for node in shown.iter() if node.get("id")}
    annex = [node.get("id") for node in shown.iter("section")].count("passages")
    assert annex == (evidence == "annex" and not one_page)


def test_the_annex_stands_before_the_last_words() -> None:
    assert replace(load_theme("plain"), sections=("sources", "method")).order() == ("sources", "passages", "method")
    assert replace(load_theme("plain"), sections=("sources",)).order() == ("sources", "passages")


def test_the_sample_is_proved_and_says_everything() -> None:
    brief = sample_brief()
    assert check(brief) > 20
    assert {m.status for m in brief.meetings} == {"held", "planned", "proposed", "cancelled"}
    assert len({d.status for d in brief.designations}) == len({v.kind for v in brief.views}) == 4
    assert {c.kind for c in brief.changes} >= {"new", "changed", "withdrawn"}
    assert brief.unread
    assert brief.left_out
    assert brief.discrepancies


def test_a_german_brief_speaks_german_and_quotes_in_english() -> None:
    brief, theme = sample_brief("de"), load_theme("plain-de")
    text = " ".join(lxml_html.document_fromstring(html(sheet(brief), theme, annex=True)).text_content().split())
    for words in (
        "Das Wichtigste",
        "26. Februar – 3. März 2024",
        "Stand 1. März 2024",
        "Woche vom 11. März 2024",
        "trafen sich",
        "(laut zwei unabhängigen Quellen)",
        "Ruritania listet Harbour Front als „terrorist organisation“",
        "„Neither side can afford to leave the table before summer“",
        "ohne Text: holds pictures",
        "Geändert: Treffen (stattgefunden) von Ada Renn und Boris Kell",
        "Status war geplant, jetzt stattgefunden",
        "wird verschieden datiert: 26. Februar 2024 oder 27. Februar 2024",
        "Drei Quellen, veröffentlicht 27.–28. Februar 2024, eine Quelle undatiert.",
    ):
        assert words in text, words
    english = ("sources", "Prepared", "Week", "reported by", "planned", "February", "Listed", "None found")
    house = lxml_html.document_fromstring(html(sheet(replace(brief, sources=())), theme)).text_content()
    assert not [word for word in english if f" {word} " in house]


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_brief_without_facts_is_told_in_its_language(language: str) -> None:
    brief = bare_brief(language)
    assert brief.subtitle == {"en": "One source", "de": "Eine Quelle"}[language]
    none = {"en": "None found in one source.", "de": "In einer Quelle nichts gefunden."}[language]
    assert sheet(brief).none_found == none


def test_issues_count_on() -> None:
    framing = Framing(prepared=date(2024, 3, 1), options={"issue": 12})
    first = assemble(framing, [], Facts())
    second = assemble(Framing(prepared=date(2024, 3, 8), previous=first), [], Facts())
    third = assemble(Framing(prepared=date(2024, 3, 8), previous=first, options={"issue": 20}), [], Facts())
    assert [sheet(b).issue for b in (first, second, third)] == ["No. 12", "No. 13", "No. 20"]
    unnumbered = Framing(prepared=date(2024, 3, 8))
    assert sheet(assemble(unnumbered, [], Facts())).issue is None
    weekly = html(sheet(assemble(unnumbered, [], Facts())), load_theme("weekly"))
    assert "Weekly brief · Week 10, 2024" in weekly
