"""Walk the brief's HTML into Word: paragraphs and tables with the named styles of the theme's reference.docx.

`data-style` names a Word style; `data-fact` marks a value that an editor may change and that can be read back: it gets a
content control and a bookmark, since Word keeps the one and LibreOffice the other. The brief itself and the text of every
such value travel in a custom XML part (namespace `urn:briefgen:1`).
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from briefgen.errors import RenderError
from briefgen.model import Brief
from briefgen.render.carrying import carry
from briefgen.render.figures import png
from briefgen.render.html import html
from briefgen.render.sheet import Figure
from briefgen.render.theme import Theme
from briefgen.render.view import one_line, sheet

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from briefgen.render.word import Element

STYLE_OF = {
    "h1": "Title",
    "h2": "Heading 1",
    "h3": "Heading 2",
    "h4": "Heading 3",
    "p": "Body Text",
    "li": "List Bullet",
    "caption": "Caption",
    "figcaption": "Caption",
}
HOLDING = ("section", "header", "main", "div", "nav", "figure", "blockquote", "ul", "ol", "body", "article", "footer")
PAPER = {"A4": (21.0, 29.7), "Letter": (21.59, 27.94)}
TABLE_STYLE, SPACER = "Brief Table", "Brief Spacer"
CELL, CELL_LABEL, CELL_HEAD = "Brief Cell", "Brief Cell Label", "Brief Cell Head"
_TWIPS_PER_CM = 567
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff][\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\\s\\d.,:;'’-]*")


def docx(brief: Brief, theme: Theme) -> bytes:
    """Give the Word document of a brief. Raises RenderError where the theme's reference.docx cannot be used."""
    from lxml.html import document_fromstring

    from briefgen.render.word import clean, packed

    shown = sheet(brief)
    page = html(shown, theme, annex=theme.evidence == "annex")
    walk = Walk(document=_reference(theme), theme=theme, figures=shown.figures)
    walk.anchors = frozenset(re.findall(r'\bid="([^"]+)"', page))
    _fit_paper(walk.document, theme.paper)
    body = document_fromstring(clean(page).encode(), parser=_parser()).body
    for child in body if body is not None else ():
        walk.block(child)
    if walk.missing:
        raise RenderError(f"{theme.path('reference.docx')}: has no style {', '.join(sorted(walk.missing))}")
    _describe(walk.document, brief)
    carry(walk.document, brief, walk.base, theme)
    return packed(walk.document)


def _parser() -> Any:
    from lxml.html import HTMLParser

    return HTMLParser(encoding="utf-8", huge_tree=True)


def _reference(theme: Theme) -> Any:
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
    from docx.shared import Cm

    for section in document.sections:
        section.page_width, section.page_height = (Cm(side) for side in PAPER[paper])


@dataclass(slots=True)
class Format:
    """How the text at hand is set."""

    bold: bool = False
    italic: bool = False
    style: str | None = None
    lines: bool = False


@dataclass(slots=True)
class Walk:
    """The walk through one document: what was written, and what is known on the way."""

    document: Any
    theme: Theme
    figures: Mapping[str, Figure] = field(default_factory=dict)
    base: dict[str, str] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)
    anchors: frozenset[str] = frozenset()
    bookmarks: int = 0
    heading: str = ""
    _style_ids: dict[str, str | None] = field(default_factory=dict)

    def block(self, node: HtmlElement) -> None:
        """Write a block element at the end of the document."""
        tag = node.tag
        if not isinstance(tag, str):
            return
        if tag in HOLDING:
            for child in node:
                self.block(child)
        elif tag == "table":
            self.table(node)
        elif tag == "img":
            self.picture(node)
        elif tag != "colgroup":
            if tag in ("h2", "h3"):
                self.heading = _text(node)
            self.append(self.paragraph(node, node.get("data-style") or STYLE_OF.get(tag, "Body Text")))

    def picture(self, node: HtmlElement) -> None:
        """Write a figure as a picture with its words; Word gets pixels, as it cannot be trusted with SVG's fonts."""
        from docx.shared import Emu

        name = re.fullmatch(r"brief-asset:figures/([\w-]+)\.svg", node.get("src") or "")
        figure = self.figures.get(name[1]) if name is not None else None
        if figure is None:
            return
        section = self.document.sections[0]
        width = Emu(section.page_width - section.left_margin - section.right_margin)
        paragraph = self.document.add_paragraph(style="Brief Figure")
        shape = paragraph.add_run().add_picture(io.BytesIO(png(figure.svg)), width=width)
        shape._inline.docPr.set("descr", one_line(figure.alt)[:2000])
        shape._inline.docPr.set("name", figure.name)

    def append(self, made: Element) -> None:
        """Put an element at the end of the body, before its section properties."""
        self.document.element.body.sectPr.addprevious(made)

    def style_id(self, name: str) -> str | None:
        """Give the id of a named style; a style the reference lacks is noted."""
        if name not in self._style_ids:
            found = next((s.style_id for s in self.document.styles if s.name == name), None)
            if found is None:
                self.missing.add(name)
            self._style_ids[name] = found
        return self._style_ids[name]

    def paragraph(self, node: HtmlElement, style: str, anchor: str | None = None, keep: bool = False) -> Element:
        """Make a paragraph of an element's inline content."""
        from briefgen.render.word import bookmark, bookmark_name, element

        properties = element("pPr")
        style_id = self.style_id(style)
        if style_id is not None:
            properties.append(element("pStyle", val=style_id))
        if keep:
            properties.append(element("keepNext"))
        made = element("p", properties)
        anchor = anchor or node.get("id")
        if anchor:
            self.bookmarks += 1
            for piece in bookmark(self.bookmarks, bookmark_name(anchor)):
                made.append(piece)
        for piece in self.content(node, Format(lines="verbatim" in (node.get("class") or ""))):
            made.append(piece)
        _trim(made)
        return made

    def content(self, node: HtmlElement, form: Format) -> list[Element]:
        """Give an element's inline content; a fact's own in its content control."""
        path = node.get("data-fact")
        pieces = self.inline(node, form)
        if not path:
            return pieces
        from briefgen.render.word import bookmark, control, fact_name

        self.base[path] = _text(node)
        self.bookmarks += 1
        return bookmark(self.bookmarks, fact_name(path), [control(path, pieces)])

    def inline(self, node: HtmlElement, form: Format) -> list[Element]:
        """Give the runs, links and controls inside an element."""
        pieces = self.runs(node.text, form)
        for child in node:
            if isinstance(child.tag, str):
                pieces += self.child(child, form)
            pieces += self.runs(child.tail, form)
        return pieces

    def child(self, node: HtmlElement, form: Format) -> list[Element]:
        """Give the pieces of one inline element."""
        if node.tag == "a":
            return self.link(node, form)
        if node.tag == "br":
            from briefgen.render.word import element

            return [element("r", element("br"))]
        bold = form.bold or node.tag in ("b", "strong")
        italic = form.italic or node.tag in ("i", "em")
        return self.content(node, Format(bold=bold, italic=italic, style=form.style, lines=form.lines))

    def link(self, node: HtmlElement, form: Format) -> list[Element]:
        """Make a hyperlink: into the document where the target is there, else out of it."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml.ns import qn

        from briefgen.render.word import bookmark_name, clean, element

        target = node.get("href") or ""
        cite = "cite" in (node.get("class") or "").split()
        style = self.style_id("Brief Cite" if cite else "Hyperlink")
        pieces = self.inline(node, Format(bold=form.bold, italic=form.italic, style=style))
        if target.startswith("#"):
            if target[1:] not in self.anchors:
                return pieces
            made = element("hyperlink", *pieces, anchor=bookmark_name(target[1:]), history=1)
            if node.get("title"):
                made.set(qn("w:tooltip"), clean(node.get("title") or "")[:250])
            return [made]
        made = element("hyperlink", *pieces, history=1)
        made.set(qn("r:id"), self.document.part.relate_to(clean(target), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return [made]

    def runs(self, text: str | None, form: Format) -> list[Element]:
        """Make runs of text, white space folded, right-to-left stretches marked as such."""
        from briefgen.render.word import run

        if not text:
            return []
        text = re.sub(r"[ \t\r\f]*\n\s*", "\n", text) if form.lines else re.sub(r"\s+", " ", text)
        pieces, last = [], 0
        for match in _RTL.finditer(text):
            words = match[0].rstrip()
            pieces += [run(text[last : match.start()], bold=form.bold, italic=form.italic, style=form.style)] * (
                match.start() > last
            )
            pieces.append(run(words, bold=form.bold, italic=form.italic, style=form.style, rtl=True))
            last = match.start() + len(words)
        pieces += [run(text[last:], bold=form.bold, italic=form.italic, style=form.style)] * (last < len(text))
        return pieces

    def table(self, node: HtmlElement) -> None:
        """Write a table. Rows are built by hand: python-docx's `table.cell` is quadratic in the rows."""
        from briefgen.render.word import clean, element

        caption = node.find("caption")
        if caption is not None:
            self.append(self.paragraph(caption, "Caption", keep=True))
        rows = list(node.iter("tr"))
        if not rows:
            return
        section = self.document.sections[0]
        width = int((section.page_width - section.left_margin - section.right_margin) / 12700 * 20)
        widths = _widths(node, len(rows[0]), width)
        title = _text(caption) if caption is not None else self.heading
        look = element("tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=1, noVBand=1)
        properties = element(
            "tblPr",
            element("tblStyle", val=self.style_id(TABLE_STYLE) or ""),
            element("tblW", w=sum(widths), type="dxa"),
            element("tblLayout", type="fixed"),
            look,
            element("tblCaption", val=clean(title)[:250]),
        )
        made = element("tbl", properties, element("tblGrid", *(element("gridCol", w=w) for w in widths)))
        for row in rows:
            made.append(self.row(row, widths))
        self.append(made)
        self.append(element("p", element("pPr", element("pStyle", val=self.style_id(SPACER) or ""))))

    def row(self, node: HtmlElement, widths: list[int]) -> Element:
        """Make a table row that no page break tears; a head row is repeated on each page."""
        from briefgen.render.word import element

        parent = node.getparent()
        head = parent is not None and parent.tag == "thead"
        properties = element("trPr", element("cantSplit"), *([element("tblHeader")] if head else []))
        made = element("tr", properties)
        anchor = node.get("id")
        for cell, width in zip(node, widths, strict=False):
            made.append(self.cell(cell, width, head, anchor))
            anchor = None
        return made

    def cell(self, node: HtmlElement, width: int, head: bool, anchor: str | None) -> Element:
        """Make a cell: a paragraph for each `p` in it, or one for all its content."""
        from briefgen.render.word import element

        default = CELL_HEAD if head else CELL_LABEL if node.tag == "th" else CELL
        made = element("tc", element("tcPr", element("tcW", w=width, type="dxa")))
        for part in node.findall("p") or [node]:
            style = part.get("data-style") or node.get("data-style") or default
            made.append(self.paragraph(part, style, anchor=anchor))
            anchor = None
        return made


def _text(node: HtmlElement) -> str:
    return " ".join(node.text_content().split())


def _widths(node: HtmlElement, columns: int, whole: int) -> list[int]:
    """Give the columns' widths in twentieths of a point, from the classes `w12` (percent) of the col elements."""
    found = [re.search(r"\bw(\d+)\b", col.get("class") or "") for col in node.iter("col")]
    shares = (
        [float(match[1]) for match in found if match]
        if all(found) and len(found) == columns
        else [100 / columns] * columns
    )
    return [int(whole * share / 100) for share in shares]


def _trim(paragraph: Element) -> None:
    """Take away the white space at a paragraph's ends, and doubled spaces between its runs."""
    from docx.oxml.ns import qn

    space = True
    last = None
    for text in paragraph.iter(qn("w:t")):
        words = text.text or ""
        if space:
            words = words.lstrip(" ")
        text.text = words
        if words:
            space, last = words.endswith(" "), text
    if last is not None:
        last.text = last.text.rstrip(" ")


def _describe(document: Any, brief: Brief) -> None:
    """Fill the core properties and the places in header and footer."""
    title, subtitle = one_line(brief.title), one_line(brief.subtitle or "")
    core = document.core_properties
    core.title, core.subject, core.author, core.last_modified_by = title[:250], subtitle[:250], "briefgen", "briefgen"
    core.created = core.modified = datetime(brief.prepared.year, brief.prepared.month, brief.prepared.day)
    core.language, core.revision, core.comments, core.keywords, core.category = brief.language, 1, "", "", ""
    filled = {"{title}": title, "{subtitle}": subtitle, "{marking}": one_line(brief.marking or "")}
    for section in document.sections:
        for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            for paragraph in part.paragraphs:
                for piece in paragraph.runs:
                    for place, text in filled.items():
                        if place in piece.text:
                            piece.text = piece.text.replace(place, text)
