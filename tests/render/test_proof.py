"""Where the passages stand: in an annex, in footnotes, nowhere, or in comments; the same numbers wherever it is."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pikepdf
import pytest
from lxml import etree
from odd import HOSTILE, empty_brief, odd_brief
from paper import pages

from briefgen.model import Brief
from briefgen.render import pdf as printing
from briefgen.render.carrying import carried, is_as_made
from briefgen.render.docx import docx
from briefgen.render.html import layout
from briefgen.render.pdf import pdf, printed
from briefgen.render.safe import one_line
from briefgen.render.sheet import Sheet
from briefgen.render.theme import EVIDENCE, load_theme
from briefgen.render.view import sheet
from briefgen.terminal import _rendered

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLAIN = load_theme("plain")
CITED = re.compile(r'class="cite"[^>]*>(S\d+\.\d+)<')


def part(data: bytes, name: str):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name)) if name in package.namelist() else None


def words(node) -> str:
    return "".join(text.text or "" for text in node.iter(f"{W}t"))


def labels(shown: Sheet) -> list[str]:
    return [p.label for source in shown.sources for p in source.passages]


def quotes(shown: Sheet) -> list[str]:
    return [" ".join(p.quote.split()) for source in shown.sources for p in source.passages]


def structure(data: bytes) -> list[str]:
    """Give the kinds of all structure elements of a PDF, and the ids of its notes."""
    found: list[str] = []
    with pikepdf.open(io.BytesIO(data)) as document:

        def walk(node) -> None:
            if isinstance(node, pikepdf.Array):
                for kid in node:
                    walk(kid)
            elif isinstance(node, pikepdf.Dictionary):
                if "/S" in node:
                    found.append(f"{node.S} {node.get('/ID')}" if pikepdf.Name.Note == node.S else str(node.S))
                if "/K" in node and node.get("/Type") != pikepdf.Name.OBJR:
                    walk(node.K)

        walk(document.Root.StructTreeRoot.K)
    return found


@pytest.mark.parametrize("evidence", EVIDENCE)
def test_cites_are_the_same_in_all_modes(seeds_brief: Brief, evidence: str) -> None:
    shown = sheet(seeds_brief)
    cited = CITED.findall(layout(shown, PLAIN.proving(evidence)))
    assert cited == CITED.findall(layout(shown, PLAIN))
    assert set(cited) == set(labels(shown))


def test_footnotes_hold_each_passage_once(seeds_brief: Brief) -> None:
    shown = sheet(seeds_brief)
    page = layout(shown, PLAIN.proving("footnotes"))
    noted = re.findall(r'class="footnote" id="(p-S\d+-\d+)"', page)
    assert sorted(noted) == sorted(p.anchor for s in shown.sources for p in s.passages)
    cited = re.findall(r'class="cite" href="#(p-S\d+-\d+)"', page)
    assert noted == list(dict.fromkeys(cited)), "a passage stands where it is first cited"
    assert 'data-section="passages"' not in page


def test_footnotes_of_the_pdf_are_notes(seeds_brief: Brief) -> None:
    theme = PLAIN.proving("footnotes")
    notes = [kind for kind in structure(pdf(seeds_brief, theme)) if kind.startswith("/Note")]
    assert len(notes) == len(set(notes)) == len(labels(sheet(seeds_brief)))


def notes(brief: Brief) -> int:
    return sum(kind.startswith("/Note") for kind in structure(pdf(brief, PLAIN.proving("footnotes"))))


def test_no_footnote_is_lost_where_a_page_ends(seeds_brief: Brief) -> None:
    # with these roles a paragraph of names ends a page, and WeasyPrint lost two notes to widows and orphans
    roles = {
        "human-rights-watch": "NGO",
        "carnegie-endowment-for-international-peace": "think tank",
        "fdd": "think tank",
        "memri": "media monitor",
        "quartet": "Middle East mediation group",
        "rossiyskaya-gazeta": "state newspaper",
        "united-nations": "intergovernmental organisation",
    }
    brief = replace(seeds_brief, actors=tuple(replace(a, role=roles.get(a.id, a.role)) for a in seeds_brief.actors))
    assert notes(brief) == len(labels(sheet(brief)))


def test_where_a_footnote_would_be_lost_the_annex_holds_all(
    seeds_brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not printed(seeds_brief, PLAIN.proving("footnotes")).without_notes
    monkeypatch.setattr(printing, "tag_notes", lambda data: (data, 0))
    made = printed(seeds_brief, PLAIN.proving("footnotes"))
    assert made.without_notes
    text = "\n".join(pages(made.data))
    annex = text[text.rindex("Passages\n") :]
    assert [label for label in labels(sheet(seeds_brief)) if label not in annex] == []
    said = " ".join(text[text.rindex("How this brief was made") :].split())
    assert "were to be footnotes" in said, "who reads the PDF is told"
    assert "all stand in an annex" in said
    _, notes = _rendered("pdf", seeds_brief, PLAIN.proving("footnotes"))
    assert any("footnotes would be lost" in note and "annex" in note for note in notes), "who made it is told"
    _, notes = _rendered("pdf", seeds_brief, load_theme("memo").proving("footnotes"))
    assert any("brief.html and brief.json hold them" in note for note in notes), "a memo has no annex"


@pytest.mark.parametrize("made", [odd_brief, empty_brief])
def test_footnotes_of_word_are_real(made) -> None:
    brief = made()
    shown = sheet(brief)
    data = docx(brief, PLAIN.proving("footnotes"))
    footnotes, body = part(data, "word/footnotes.xml"), part(data, "word/document.xml")
    if not labels(shown):
        assert footnotes is None
        return
    found = {n.get(f"{W}id"): words(n) for n in footnotes.iter(f"{W}footnote") if n.get(f"{W}type") is None}
    references = list(body.iter(f"{W}footnoteReference"))
    assert [r.get(f"{W}id") for r in references] == list(found)
    assert {r.get(f"{W}customMarkFollows") for r in references} == {"1"}, "the passage's number is the one mark"
    marks = [words(r.getparent().getnext()) for r in references]
    assert marks == [text.split()[0] for text in found.values()]
    passages = {p.label: " ".join(p.quote.split()) for source in shown.sources for p in source.passages}
    told = [text.split()[0] for text in found.values()]
    assert sorted(told) == sorted(passages)
    for label, text in zip(told, found.values(), strict=True):
        assert " ".join(text.split()).startswith(f"{label} {passages[label]}")


def test_no_passages_where_none_are_wanted(seeds_brief: Brief) -> None:
    page = layout(sheet(seeds_brief), PLAIN.proving("none"))
    assert "footnote" not in page
    assert 'id="passages"' not in page
    targets = set(re.findall(r'class="cite" href="#([^"]+)"', page))
    assert targets == {s.id for s in seeds_brief.sources} & targets
    assert all(f'id="{target}"' in page for target in targets), "a cite leads to its source"


def test_comments_speak_the_language_of_the_brief(seeds_brief: Brief) -> None:
    comments = part(docx(replace(seeds_brief, language="de"), PLAIN.proving("comments")), "word/comments.xml")
    told = [words(p) for p in comments.iter(f"{W}p")]
    assert "Beruht auf einer einzigen Quelle." in told
    assert any(line.startswith("Quellen widersprechen sich: ") for line in told)


def test_comments_hold_the_passages_and_what_an_editor_should_know(seeds_brief: Brief) -> None:
    data = docx(seeds_brief, PLAIN.proving("comments"))
    comments, body = part(data, "word/comments.xml"), part(data, "word/document.xml")
    told = [[words(p) for p in c.iter(f"{W}p")] for c in comments.iter(f"{W}comment")]
    ids = [c.get(f"{W}id") for c in comments.iter(f"{W}comment")]
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [c.get(f"{W}id") for c in body.iter(f"{W}{tag}")] == ids
    single = [f for f in (*seeds_brief.meetings, *seeds_brief.designations) if f.origins <= 1]
    assert sum("Rests on one source." in lines for lines in told) == len(single) > 0
    assert any(line.startswith("Sources disagree: ") for lines in told for line in lines)
    said = "\n".join(line for lines in told for line in lines)
    for source in sheet(seeds_brief).sources:
        for passage in source.passages:
            assert f"{passage.label} {one_line(passage.quote)} (" in said
    assert {c.get(f"{W}date") for c in comments.iter(f"{W}comment")} == {"2024-03-01T00:00:00Z"}


def test_a_clean_document_is_for_handing_out(seeds_brief: Brief) -> None:
    data = docx(seeds_brief, PLAIN.proving("comments", clean=True))
    body = part(data, "word/document.xml")
    assert part(data, "word/comments.xml") is None
    assert not list(body.iter(f"{W}sdt", f"{W}commentReference"))
    assert not [b for b in body.iter(f"{W}bookmarkStart") if b.get(f"{W}name").startswith("bg_")]
    assert "brief" not in (carried(data) or {})
    assert is_as_made(data), "so that the next run may overwrite it"
    assert words(body) == words(part(docx(seeds_brief, PLAIN), "word/document.xml"))


@pytest.mark.parametrize(("marking", "colour"), [("TLP:RED", "FF2B2B"), ("TLP:AMBER+STRICT", "FFC000")])
def test_the_marking_stands_in_head_and_foot_of_word(marking: str, colour: str) -> None:
    data = docx(replace(empty_brief(), marking=marking), PLAIN)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        heads = [n for n in package.namelist() if re.match(r"word/(header|footer)\d*\.xml", n)]
    runs = [r for name in heads for r in part(data, name).iter(f"{W}r") if words(r) == marking]
    assert len(runs) == len(heads) == 4
    for run in runs:
        assert run.find(f"{W}rPr/{W}color").get(f"{W}val") == colour
        assert run.find(f"{W}rPr/{W}sz").get(f"{W}val") == "24"
    assert marking not in words(part(data, "word/document.xml")), "the head of the first page has it"


def test_hostile_text_in_notes_and_comments_is_text() -> None:
    brief = odd_brief()
    for evidence, name in (("footnotes", "word/footnotes.xml"), ("comments", "word/comments.xml")):
        tree = part(docx(brief, PLAIN.proving(evidence)), name)
        said = words(tree)
        for text in HOSTILE:
            assert " ".join(one_line(text).split()) in " ".join(said.split())
        assert not list(tree.iter(f"{W}instrText", f"{W}fldSimple")), "no field code is made of a source's words"
