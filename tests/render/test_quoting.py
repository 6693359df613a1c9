"""Quotations stand between marks once: marks inside become inner ones, a clause with marks of its own gets none around it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest

from briefgen.model import Document
from briefgen.render.docx import docx
from briefgen.render.html import layout
from briefgen.render.quoting import quotation
from briefgen.render.theme import load_theme
from briefgen.render.view import sheet
from briefgen.sample import sample_brief
from briefgen.wording import words

TABLE = [
    # what is said, in which passage, what is shown, whether marks belong around it
    ("The ferry is late.", "“The ferry is late.”", "The ferry is late.", True),
    ("The ferry is “late”.", '"The ferry is “late”."', "The ferry is ‘late’.", True),
    ('The "late" ferry came', '“The "late" ferry came”', "The ‘late’ ferry came", True),
    ("the ferry was “rather late”", "Renn said the ferry was “rather late”.", "the ferry was “rather late”", False),
    ("“rather late,”", "Renn called it “rather late,” as ever.", "“rather late,”", False),
    ("It came. … It was “late”.", "“It came.” Renn frowned. “It was “late”.”", "It came. … It was ‘late’.", True),
    ("It came. It was “late”.", "“It came,” said Renn. “It was “late”.”", "It came. It was ‘late’.", True),
    ("Sie kam »spät«", "„Sie kam »spät«“, sagte Kell.", "Sie kam ‘spät’", True),
]


@pytest.mark.parametrize(("text", "passage", "shown", "marks"), TABLE)
def test_marks_of_a_quotation(text: str, passage: str, shown: str, marks: bool) -> None:
    assert quotation(text, [passage], words("en")) == (shown, marks)


def test_inner_marks_are_those_of_the_language() -> None:
    said = ("Die »späte« Fähre", ["„Die »späte« Fähre“, sagte Kell."])
    assert quotation(*said, words("de")) == ("Die ‚späte‘ Fähre", True)


@pytest.mark.parametrize(("theme", "shown"), [("plain", "“The ‘late’ ferry”"), ("plain-de", "„The ‚late‘ ferry“")])
def test_page_and_word_show_the_same_marks_and_the_passage_its_own(theme: str, shown: str) -> None:
    house = load_theme(theme)
    brief = sample_brief(house.language)
    text = "“The “late” ferry” is what Renn saw."
    source = replace(brief.sources[0], text=text)
    view = replace(
        brief.views[0], text="The “late” ferry", direct=True, evidence=(Document(source=source).cite(0, len(text)),)
    )
    brief = replace(brief, sources=(source,), views=(view,), key_points=(), actors=(), meetings=(), designations=())
    brief = replace(brief, discrepancies=(), changes=())
    page = layout(sheet(brief), house)
    told = "".join(part.partition(">")[2] for part in page.split("<"))
    assert shown in told
    assert text in told, "the passage stays as its source has it"
    assert shown in _words(docx(brief, house))


def _words(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "".join(re.findall(r"<w:t[^>]*>([^<]*)", package.read("word/document.xml").decode()))
