"""Read back from PDF and DOCX, the facts, their order and their numbers are those of the brief, wherever the passages stand."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

import pypdfium2
import pytest
from lxml import etree

from briefgen.model import Brief
from briefgen.render.docx import docx
from briefgen.render.html import layout
from briefgen.render.pdf import pdf
from briefgen.render.sheet import Sheet
from briefgen.render.theme import EVIDENCE, load_theme, theme_names
from briefgen.render.view import sheet

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LABEL = re.compile(r"S\d+\.\d+")
FIRST = 24
"""Letters by which a line is looked for: so many surely stand on one line of the print."""


def squeezed(text: str) -> str:
    """Leave out spaces, and the hyphens that a line's end may have put in."""
    return re.sub(r"[\s\u00ad\u2010\ufffe\x02-]", "", text)


def told(shown: Sheet) -> Iterator[tuple[str, str]]:
    """Give the words by which each fact is known, in the brief's order, section by section."""
    for rows in shown.meetings.values():
        yield from (("meetings", row.parties) for row in rows)
    yield from (("designations", row.subject) for row in shown.designations)
    for group in shown.views.values():
        yield from (("views", row.text) for row in group)
    yield from (("actors", row.name) for row in shown.actors)
    yield from (("discrepancies", row.summary) for row in shown.disagreements)
    yield from (("sources", row.title) for row in shown.sources)


def of_pdf(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    text = "\n".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))
    document.close()
    return text


def of_docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p"))


def assert_in_order(shown: Sheet, text: str, headings: dict[str, str]) -> None:
    whole = squeezed(text)
    sections: dict[str, list[str]] = {}
    for section, words in told(shown):
        sections.setdefault(section, []).append(words)
    for section, lines in sections.items():
        place = whole.rindex(squeezed(headings[section])) if section == "actors" else 0
        for words in lines:
            place = whole.find(squeezed(words)[:FIRST], place)
            assert place >= 0, (section, words)


@pytest.mark.slow
@pytest.mark.parametrize("evidence", EVIDENCE)
@pytest.mark.parametrize("name", [name for name in theme_names() if not load_theme(name).one_page])
def test_facts_order_and_numbers(seeds_brief: Brief, name: str, evidence: str) -> None:
    theme = load_theme(name).proving(evidence)
    shown = sheet(seeds_brief)
    cited = re.findall(r'class="cite"[^>]*>(S\d+\.\d+)<', layout(shown, theme))
    passages = [p.label for source in shown.sources for p in source.passages]
    word, print_ = of_docx(docx(seeds_brief, theme)), of_pdf(pdf(seeds_brief, theme))
    for text in (word, print_):
        assert_in_order(shown, text, dict(theme.labels))
    assert LABEL.findall(word) == cited + (passages if evidence == "annex" else [])
    if evidence == "footnotes":
        # a page's notes stand between its lines and the next page's
        assert Counter(LABEL.findall(print_)) == Counter(cited + passages)
    else:
        assert LABEL.findall(print_) == cited + (passages if evidence == "annex" else [])
