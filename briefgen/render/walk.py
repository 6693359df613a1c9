"""Walk the brief's HTML into Word: paragraphs and tables with the named styles of the theme's reference.docx.

`data-style` names a Word style; `data-fact` marks a value that an editor may change and that can be read back: it gets a
content control and a bookmark, since Word keeps the one and LibreOffice the other. `data-id` says which fact is told.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Emu, Length, Mm

from briefgen.render.figures.picture import png
from briefgen.render.glyphs import RTL, fit
from briefgen.render.logo import logo_pixels
from briefgen.render.notes import Comments, Footnotes
from briefgen.render.safe import one_line
from briefgen.render.sheet import Figure, Passage
from briefgen.render.theme import Theme
from briefgen.render.word import (
    Element,
    bookmark,
    bookmark_name,
    clean,
    control,
    element,
    fact_name,
    field_end,
    field_start,
    run,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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
TABLE_STYLE, SPACER, ENTRY, CITE, MARKING = "Brief Table", "Brief Spacer", "toc 1", "Brief Cite", "Brief Marking"
CELL, CELL_LABEL, CELL_HEAD = "Brief Cell", "Brief Cell Label", "Brief Cell Head"
CONTENTS = r'TOC \o "1-1" \h \z \u'
_LONG_WORD = re.compile(r"\S{80}")
"""LibreOffice 7.4 never comes to an end with a content control in which it must break a word; a bookmark marks such a fact."""
_SPACES = re.compile(r"[ \t\r\f\n]+")
"""What HTML folds; a no-break space stays."""
_TWIPS_PER_EMU = 20 / 12700


@dataclass(frozen=True, slots=True)
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
    passages: Mapping[str, Passage] = field(default_factory=dict)
    anchors: frozenset[str] = frozenset()
    notes: Footnotes | None = None
    comments: Comments | None = None
    marked_elsewhere: bool = False
    base: dict[str, str] = field(default_factory=dict)
    missing: set[str] = field(default_factory=set)
    bookmarks: int = 0
    heading: str = ""
    fact: str = ""
    _anchor: str | None = None
    _entries: list[tuple[str, Element]] = field(default_factory=list)
    _style_ids: dict[str, str] = field(default_factory=dict)

    def block(self, node: HtmlElement) -> None:
        """Write a block element at the end of the document."""
        tag = node.tag
        if not isinstance(tag, str):
            return
        self.fact = node.get("data-id") or self.fact
        if "contents" in _classes(node):
            self.contents(node)
        elif tag in HOLDING:
            # the first paragraph of a section carries its anchor
            self._anchor = node.get("id") or self._anchor
            for child in node:
                self.block(child)
        elif tag == "table":
            self.table(node)
        elif tag == "img":
            self.picture(node)
        elif tag != "colgroup" and not (self.marked_elsewhere and node.get("data-style") == MARKING):
            if tag in ("h2", "h3"):
                self.heading = _text(node)
            self.append(self.paragraph(node, node.get("data-style") or STYLE_OF.get(tag, "Body Text")))

    def contents(self, node: HtmlElement) -> None:
        """Write the list of contents as Word's own field, filled with links to the headings and with their pages.

        The pages are counted once all is written (`number_contents`). To mark the field as stale, or to ask for an update on
        opening, makes Word greet the reader with a question.
        """
        title = node.find("p")
        if title is not None:
            self.append(self.paragraph(title, title.get("data-style") or "Body Text"))
        entries = [self.entry(entry) for entry in node.iter("li")]
        if not entries:
            return
        first = entries[0].find(qn("w:pPr"))
        for piece in reversed(field_start(CONTENTS)):
            first.addnext(piece)
        entries[-1].append(field_end())
        for entry in entries:
            self.append(entry)

    def entry(self, node: HtmlElement) -> Element:
        """Make an entry of the contents: the words of a heading, and a field for its page, all one link."""
        made = self.paragraph(node, ENTRY)
        link = made.find(qn("w:hyperlink"))
        if link is not None:
            name = link.get(qn("w:anchor"))
            shown = run("")
            self._entries.append((name, shown))
            link.extend((element("r", element("tab")), *field_start(rf"PAGEREF {name} \h"), shown, field_end()))
        return made

    def number_contents(self) -> None:
        """Put the pages of the headings into the list of contents, where there is one."""
        if not self._entries:
            return
        from briefgen.render.paging import pages_of

        pages = pages_of(self.document, self.notes.by_id() if self.notes is not None else {})
        for name, shown in self._entries:
            shown.find(qn("w:t")).text = str(pages.get(name, ""))

    def picture(self, node: HtmlElement) -> None:
        """Write a figure as a picture with its words; Word gets pixels, as it cannot be trusted with SVG's fonts."""
        if "logo" in _classes(node):
            self.logo(node)
            return
        name = re.fullmatch(r"brief-asset:figures/([\w-]+)\.svg", node.get("src") or "")
        figure = self.figures.get(name[1]) if name is not None else None
        if figure is None:
            return
        drawn, _ = fit(figure.svg, self.theme)
        self._put_picture(png(drawn), figure.name, one_line(figure.alt)[:2000], width=Emu(self.measure()))

    def logo(self, node: HtmlElement) -> None:
        """Write the theme's logo, as high as in print."""
        if data := logo_pixels(self.theme):
            self._put_picture(data, "logo", one_line(node.get("alt") or ""), height=Mm(12))

    def _put_picture(self, data: bytes, name: str, told: str, **size: Length) -> None:
        """Add a picture with its words; LibreOffice shifts one aside that does not ask for no room around it."""
        paragraph = self.document.add_paragraph(style="Brief Figure")
        inline = paragraph.add_run().add_picture(io.BytesIO(data), **size)._inline
        inline.docPr.set("descr", told)
        inline.docPr.set("name", name)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")

    def measure(self) -> int:
        """Give the width of the text in EMU."""
        section = self.document.sections[0]
        return int(section.page_width - section.left_margin - section.right_margin)

    def append(self, made: Element) -> None:
        """Put an element at the end of the body, before its section properties."""
        self.document.element.body.sectPr.addprevious(made)

    def style_id(self, name: str) -> str | None:
        """Give the id of a named style; a style the reference lacks is noted."""
        if not self._style_ids:
            self._style_ids = {style.name: style.style_id for style in reversed(list(self.document.styles))}
        if name not in self._style_ids:
            self.missing.add(name)
        return self._style_ids.get(name)

    def paragraph(self, node: HtmlElement, style: str, anchor: str | None = None, keep: bool = False) -> Element:
        """Make a paragraph of an element's inline content."""
        properties = element("pPr")
        style_id = self.style_id(style)
        if style_id is not None:
            properties.append(element("pStyle", val=style_id))
        if keep:
            properties.append(element("keepNext"))
        if node.get("dir") == "rtl":
            properties.append(element("bidi"))
        made = element("p", properties)
        anchors = [name for name in (self._anchor, anchor or node.get("id")) if name]
        self._anchor = None
        for name in anchors:
            self.bookmarks += 1
            made.extend(bookmark(self.bookmarks, bookmark_name(name)))
        made.extend(self.content(node, Format(lines="verbatim" in _classes(node))))
        _trim(made)
        return made

    def content(self, node: HtmlElement, form: Format) -> list[Element]:
        """Give an element's inline content; a fact's own in its content control."""
        path = node.get("data-fact")
        pieces = self.inline(node, form)
        if not path or self.theme.clean:
            return pieces
        self.base[path] = _text(node)
        self.bookmarks += 1
        if not _LONG_WORD.search(self.base[path]):
            pieces = [control(path, pieces)]
        return bookmark(self.bookmarks, fact_name(path), pieces)

    def inline(self, node: HtmlElement, form: Format) -> list[Element]:
        """Give the runs, links and controls inside an element."""
        pieces = runs(node.text, form)
        for child in node:
            if isinstance(child.tag, str):
                pieces += self.child(child, form)
            pieces += runs(child.tail, form)
        return pieces

    def child(self, node: HtmlElement, form: Format) -> list[Element]:
        """Give the pieces of one inline element."""
        classes = _classes(node)
        if node.tag == "a":
            if "cite" in classes:
                return self.cite(node, form)
            # an entry of the contents looks like one, not like a link
            return self.link(node, form, None if node.get("href", "").startswith("#") else "Hyperlink")
        if node.tag == "br":
            return [element("r", element("br"))]
        if "footnote" in classes:
            return []  # the cite before it has taken it along
        bold = form.bold or node.tag in ("b", "strong")
        italic = form.italic or node.tag in ("i", "em")
        self.fact = node.get("data-id") or self.fact
        pieces = self.content(node, replace(form, bold=bold, italic=italic))
        if "cites" in classes and self.comments is not None:
            return self.comments.around(pieces, self.fact, self.cited(node))
        return pieces

    def cited(self, node: HtmlElement) -> list[str]:
        """Give the passages that a group of cites names, as lines, as footnotes have them: many are quotations themselves."""
        found = [self.passages.get(a.text or "") for a in node.iter("a")]
        return [f"{p.label} {one_line(p.quote)} ({p.where})" for p in found if p is not None]

    def cite(self, node: HtmlElement, form: Format) -> list[Element]:
        """Make a cite: a link to its passage, or with the footnote that stands behind it."""
        following = node.getnext()
        if self.notes is None or following is None or "footnote" not in _classes(following) or node.tail:
            return self.link(node, form, CITE)
        self.bookmarks += 1
        marks = self.notes.add(_text(node), self.inline(following, Format()))
        return bookmark(self.bookmarks, bookmark_name(following.get("id") or ""), marks)

    def link(self, node: HtmlElement, form: Format, style: str | None) -> list[Element]:
        """Make a hyperlink: into the document where the target is there, else out of it."""
        target = node.get("href") or ""
        pieces = self.inline(node, replace(form, style=self.style_id(style) if style else None))
        if target.startswith("#"):
            if target[1:] not in self.anchors:
                return pieces
            made = element("hyperlink", *pieces, anchor=bookmark_name(target[1:]), history=1)
            if node.get("title"):
                made.set(qn("w:tooltip"), _hint(node.get("title") or ""))
            return [made]
        made = element("hyperlink", *pieces, history=1)
        made.set(qn("r:id"), self.document.part.relate_to(clean(target), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return [made]

    def table(self, node: HtmlElement) -> None:
        """Write a table. Rows are built by hand: python-docx's `table.cell` is quadratic in the rows."""
        caption = node.find("caption")
        if caption is not None:
            self.append(self.paragraph(caption, "Caption", keep=True))
        rows = list(node.iter("tr"))
        if not rows:
            return
        widths = _widths(node, len(rows[0]), int(self.measure() * _TWIPS_PER_EMU))
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
        # no row stands alone at a page's end: the first stays with the second, the last but one with the last
        together = {1, len(rows) - 2} if len(rows) > 2 else set()
        made.extend(self.row(row, widths, keep=number in together) for number, row in enumerate(rows))
        self.append(made)
        self.append(element("p", element("pPr", element("pStyle", val=self.style_id(SPACER) or ""))))

    def row(self, node: HtmlElement, widths: Sequence[int], keep: bool) -> Element:
        """Make a table row that no page break tears, kept with the next if wanted; a head row is repeated on each page."""
        self.fact = node.get("data-id") or self.fact
        parent = node.getparent()
        head = parent is not None and parent.tag == "thead"
        properties = element("trPr", element("cantSplit"), *([element("tblHeader")] if head else []))
        made = element("tr", properties)
        anchor = node.get("id")
        for cell, width in zip(node, widths, strict=False):
            made.append(self.cell(cell, width, head, anchor, keep))
            anchor = None
        return made

    def cell(self, node: HtmlElement, width: int, head: bool, anchor: str | None, keep: bool) -> Element:
        """Make a cell: a paragraph for each `p` in it, or one for all its content."""
        default = CELL_HEAD if head else CELL_LABEL if node.tag == "th" else CELL
        made = element("tc", element("tcPr", element("tcW", w=width, type="dxa")))
        for part in node.findall("p") or [node]:
            style = part.get("data-style") or node.get("data-style") or default
            paragraph = self.paragraph(part, style, anchor=anchor, keep=keep)
            if "number" in _classes(node):
                paragraph.find(qn("w:pPr")).extend((element("ind", right=170), element("jc", val="right")))
            made.append(paragraph)
            anchor = None
        return made


def _hint(text: str) -> str:
    """Give the hint of a link without what LibreOffice takes for the end of it when it writes the link as a field."""
    return clean(text.replace('"', "\u2033").replace("\\", "/"))[:250]


def runs(text: str | None, form: Format) -> list[Element]:
    """Make runs of text, white space folded, right-to-left stretches marked as such."""
    if not text:
        return []
    text = re.sub(r"[ \t\r\f]*\n\s*", "\n", text) if form.lines else _SPACES.sub(" ", text)
    pieces, last = [], 0
    for match in RTL.finditer(text):
        if match.start() > last:
            pieces.append(_run(text[last : match.start()], form))
        pieces.append(_run(match[0], form, rtl=True))
        last = match.end()
    if last < len(text):
        pieces.append(_run(text[last:], form))
    return pieces


def _run(text: str, form: Format, rtl: bool = False) -> Element:
    return run(text, bold=form.bold, italic=form.italic, style=form.style, rtl=rtl)


def _classes(node: HtmlElement) -> list[str]:
    return (node.get("class") or "").split()


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
