"""Make the Word document of a brief: its HTML walked into the theme's reference.docx, heads and feet filled, the brief inside.

The brief itself and the text of every editable value travel in a custom XML part (namespace `urn:briefgen:1`), except in a
clean document, which is for handing out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from briefgen.errors import RenderError
from briefgen.model import Brief
from briefgen.render.carrying import carry
from briefgen.render.html import layout, running_head
from briefgen.render.safe import one_line
from briefgen.render.sheet import Sheet
from briefgen.render.theme import Theme
from briefgen.render.view import sheet
from briefgen.wording import words

if TYPE_CHECKING:
    from briefgen.render.walk import Walk

PAPER = {"A4": (21.0, 29.7), "Letter": (21.59, 27.94)}
TLP = {"RED": "FF2B2B", "AMBER": "FFC000", "AMBER+STRICT": "FFC000", "GREEN": "33FF00", "CLEAR": "FFFFFF"}
"""The colours of the Traffic Light Protocol's labels, on black (TLP 2.0, FIRST, August 2022)."""


def docx(brief: Brief, theme: Theme) -> bytes:
    """Give the Word document of a brief. Raises RenderError where the theme's reference.docx cannot be used."""
    from lxml.html import document_fromstring

    from briefgen.render.word import clean, packed

    shown = sheet(brief)
    page = layout(shown, theme)
    document = open_reference(theme)
    _fit_paper(document, theme.paper)
    _describe(document, brief)
    marked = _fill_heads(document, _places(shown, theme), shown.marking)
    walk = _walk(document, shown, brief, theme, page)
    walk.marked_elsewhere = marked
    body = document_fromstring(clean(page).encode(), parser=_parser()).body
    for child in body if body is not None else ():
        walk.block(child)
    walk.number_contents()
    for hanging in (walk.notes, walk.comments):
        if hanging is not None:
            hanging.save(document)
    if walk.missing:
        raise RenderError(f"{theme.path('reference.docx')}: has no style {', '.join(sorted(walk.missing))}")
    carry(document, None if theme.clean else brief, walk.base, theme)
    return packed(document)


def _walk(document: Any, shown: Sheet, brief: Brief, theme: Theme, page: str) -> Walk:
    """Begin the walk: what it may link to, and the footnotes and comments that the theme wants."""
    from briefgen.render.notes import COMMENT_TEXT, NOTE_TEXT, Comments, Footnotes, for_the_editor
    from briefgen.render.walk import CITE, Walk

    walk = Walk(
        document=document,
        theme=theme,
        figures=shown.figures,
        passages={p.label: p for source in shown.sources for p in source.passages},
        anchors=frozenset(re.findall(r'\bid="([^"]+)"', page)),
    )
    if theme.evidence == "footnotes":
        walk.notes = Footnotes(style=walk.style_id(NOTE_TEXT), mark_style=walk.style_id(CITE))
    if theme.comments and not theme.clean:
        walk.comments = Comments(day=brief.prepared, style=walk.style_id(COMMENT_TEXT), facts=for_the_editor(brief))
    return walk


def _parser() -> Any:
    from lxml.html import HTMLParser

    return HTMLParser(encoding="utf-8", huge_tree=True)


def open_reference(theme: Theme) -> Any:
    """Open the theme's reference.docx, emptied of what its body shows."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    path = theme.path("reference.docx")
    if path is None:
        raise RenderError(f"theme {theme.name}: has no reference.docx")
    try:
        document = Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise RenderError(f"{path}: is no Word document ({error})") from None
    body = document.element.body
    for child in list(body):
        if not child.tag.endswith("}sectPr"):
            body.remove(child)
    return document


def _fit_paper(document: Any, paper: str) -> None:
    """Give the pages the theme's size; a tab stop at the text's right edge goes with the edge."""
    from docx.shared import Cm

    for section in document.sections:
        before = section.page_width - section.left_margin - section.right_margin
        section.page_width, section.page_height = (Cm(side) for side in PAPER[paper])
        after = section.page_width - section.left_margin - section.right_margin
        for form in _tabbed(document, section):
            for stop in form.tab_stops:
                if abs(stop.position - before) < _NEAR:
                    stop.position = after


_NEAR = 36_000
"""A millimetre in EMU."""


def _tabbed(document: Any, section: Any) -> Iterator[Any]:
    """Give what may have tab stops at the right edge of the text: heads, feet and the contents' entries."""
    for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
        if not part.is_linked_to_previous:  # to look into one that is not there would make it
            yield from (paragraph.paragraph_format for paragraph in part.paragraphs)
    yield from (s.paragraph_format for s in document.styles if s.name in ("Header", "Footer", "toc 1"))


def _spell(document: Any, language: str) -> None:
    """Tell Word the language it is to check; a reference.docx of the same language keeps its own country."""
    from docx.oxml.ns import qn

    for tag in document.styles.element.iter(qn("w:lang")):
        if not (tag.get(qn("w:val")) or "").startswith(language):
            tag.set(qn("w:val"), words(language).locale)


def _describe(document: Any, brief: Brief) -> None:
    """Fill the core properties and the language."""
    core = document.core_properties
    core.title, core.subject = one_line(brief.title)[:250], one_line(brief.subtitle or "")[:250]
    core.author = core.last_modified_by = "briefgen"
    core.created = core.modified = datetime(brief.prepared.year, brief.prepared.month, brief.prepared.day)
    core.language, core.revision, core.comments, core.keywords, core.category = brief.language, 1, "", "", ""
    _spell(document, brief.language)


def _places(shown: Sheet, theme: Theme) -> dict[str, str]:
    """Give the places that a reference.docx may name in its heads and feet, and what stands there."""
    return {
        "{head}": running_head(shown),
        "{title}": shown.title,
        "{subtitle}": shown.subtitle or "",
        "{marking}": shown.marking or "",
        "{page}": theme.labels.get("page", ""),
        "{of}": theme.labels.get("of", ""),
    }


def _fill_heads(document: Any, places: Mapping[str, str], marking: str | None) -> bool:
    """Fill the places in heads and feet; tell whether the handling marking stands there."""
    from docx.shared import RGBColor

    from briefgen.render.word import element

    marked = False
    for piece in _head_runs(document):
        text = piece.text
        for place, said in places.items():
            text = text.replace(place, said)
        if text == piece.text:
            continue
        if "{marking}" in piece.text:
            marked = True
            if marking and (colour := TLP.get(marking.removeprefix("TLP:"))):
                piece.font.color.rgb = RGBColor.from_string(colour)
                piece._r.rPr.append(element("shd", val="clear", color="auto", fill="000000"))
        piece.text = text
    return marked


def _head_runs(document: Any) -> Iterator[Any]:
    for section in document.sections:
        for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            for paragraph in part.paragraphs:
                yield from paragraph.runs
