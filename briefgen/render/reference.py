"""Make a theme's reference.docx: the named Word styles that a brief uses. An organisation then restyles them in Word.

`python -m briefgen.render.reference FILE` writes the one that comes with briefgen.
"""

from __future__ import annotations

import sys
from math import ceil
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor, Twips

from briefgen.render.word import field, packed

SERIF, SANS = "Cambria", "Calibri"
INK, NAVY, BLUE, GREY = "161B20", "12304F", "0B5A8A", "55616D"

HIGH = {SERIF: 1.1725, SANS: 1.2207}
"""The height of a line of each, in ems, as Word sets it with its own; see `_paragraph_style`."""

# name: (base, font, size, bold, italic, colour, space before, after, line spacing, keep with next); points
PARAGRAPHS: dict[str, tuple[str | None, str, float, bool, bool, str, float, float, float, bool]] = {
    "Normal": (None, SERIF, 10.5, False, False, INK, 0, 4, 1.15, False),
    "Body Text": ("Normal", SERIF, 10.5, False, False, INK, 0, 5, 1.15, False),
    "Brief Marking": ("Normal", SANS, 12, True, False, INK, 0, 6, 1.0, False),
    "Brief Eyebrow": ("Normal", SANS, 9, True, False, BLUE, 0, 2, 1.0, True),
    "Title": ("Normal", SERIF, 26, True, False, NAVY, 0, 4, 1.0, True),
    "Subtitle": ("Normal", SANS, 11.5, False, False, INK, 0, 2, 1.0, False),
    "Brief Meta": ("Normal", SANS, 9.5, False, False, GREY, 0, 12, 1.0, False),
    "Heading 1": ("Normal", SANS, 14, True, False, NAVY, 16, 5, 1.0, True),
    "Heading 2": ("Normal", SANS, 11, True, False, BLUE, 10, 4, 1.0, True),
    "Heading 3": ("Normal", SANS, 10.5, True, False, GREY, 8, 3, 1.0, True),
    "Caption": ("Normal", SANS, 11, True, False, BLUE, 6, 3, 1.0, True),
    "List Bullet": ("Normal", SERIF, 10.5, False, False, INK, 0, 4, 1.15, False),
    "List Number": ("Normal", SERIF, 10.5, False, False, INK, 0, 4, 1.15, False),
    "Brief Bottom Line": ("Normal", SERIF, 12, False, False, INK, 0, 10, 1.15, False),
    "Brief Lead": ("Normal", SERIF, 10.5, False, False, INK, 4, 2, 1.15, True),
    "Quote": ("Normal", SERIF, 10.5, False, False, INK, 4, 0, 1.15, True),
    "Brief Attribution": ("Normal", SANS, 9, False, False, GREY, 0, 7, 1.0, False),
    "Brief Statement": ("Normal", SERIF, 10.5, False, False, INK, 0, 4, 1.15, False),
    "Brief Cell": ("Normal", SANS, 9, False, False, INK, 1, 1, 1.05, False),
    "Brief Cell Label": ("Brief Cell", SANS, 9, True, False, INK, 1, 1, 1.05, False),
    "Brief Cell Head": ("Normal", SANS, 8, True, False, GREY, 1, 1, 1.0, True),
    "Brief Note": ("Brief Cell", SANS, 8, False, False, GREY, 0, 1, 1.0, False),
    "Brief Verbatim": ("Brief Cell", SERIF, 9, False, False, INK, 1, 1, 1.1, False),
    "Brief Status Listed": ("Brief Cell", SANS, 9, True, False, "FFFFFF", 1, 1, 1.05, False),
    "Brief Status Not Listed": ("Brief Cell", SANS, 9, True, False, NAVY, 1, 1, 1.05, False),
    "Brief Status Delisted": ("Brief Cell", SANS, 9, True, True, GREY, 1, 1, 1.05, False),
    "Brief Status Under Review": ("Brief Cell", SANS, 9, False, True, NAVY, 1, 1, 1.05, False),
    "Brief Figure": ("Normal", SANS, 9, False, False, INK, 2, 2, 1.0, True),
    "Brief None": ("Normal", SANS, 10, False, True, GREY, 0, 4, 1.0, False),
    "Brief Spacer": ("Normal", SANS, 4, False, False, INK, 0, 0, 1.0, False),
    "TOC Heading": ("Normal", SANS, 9, True, False, BLUE, 10, 3, 1.0, True),
    "toc 1": ("Normal", SANS, 9.5, False, False, INK, 0, 2, 1.0, False),
    "footnote text": ("Normal", SERIF, 8, False, False, INK, 0, 1.5, 1.05, False),
    "annotation text": ("Normal", SANS, 9, False, False, INK, 0, 2, 1.0, False),
    "Header": ("Normal", SANS, 8.5, False, False, GREY, 0, 0, 1.0, False),
    "Footer": ("Normal", SANS, 8.5, False, False, GREY, 0, 0, 1.0, False),
}
CHARACTERS = {"Brief Cite": (SANS, 8, BLUE), "Hyperlink": (None, None, BLUE), "footnote reference": (SANS, 8, GREY)}
TABLE = "Brief Table"
WIDTH_CM = 16.8


def reference() -> bytes:
    """Give the reference.docx that comes with briefgen."""
    document = Document()
    for name in PARAGRAPHS:
        _paragraph_style(document, name)
    for name, (font, size, colour) in CHARACTERS.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        if font is not None and size is not None:
            _font(style, font, size, colour)
        else:
            style.font.color.rgb = RGBColor.from_string(colour)
    _boxes(document)
    document.styles.element.append(parse_xml(_TABLE_STYLE))
    _page(document)
    _language(document, "en-GB")
    return packed(document)


def _paragraph_style(document: Any, name: str) -> None:
    base, font, size, bold, italic, colour, before, after, line, keep = PARAGRAPHS[name]
    if name in document.styles:
        style = document.styles[name]
    else:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.quick_style = True
    if base is not None:
        style.base_style = document.styles[base]
    for spaced in style.element.get_or_add_rPr().findall(qn("w:spacing")):
        style.element.rPr.remove(spaced)
    _font(style, font, size, colour)
    style.font.bold, style.font.italic = bold, italic
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    # a height instead of a factor: lines stay as high where another typeface stands in for Word's, and pages break alike
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.AT_LEAST, Twips(ceil(20 * size * HIGH[font] * line))
    layout.keep_with_next, layout.widow_control = keep, True


def _font(style: Any, name: str, size: float, colour: str) -> None:
    style.font.name, style.font.size, style.font.color.rgb = name, Pt(size), RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), name)


_AFTER_BORDER = (
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:outlineLvl",
)


def _border(document: Any, name: str, side: str, size: int, space: int, colour: str, fill: str | None = None) -> None:
    properties = document.styles[name].element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"/></w:pBdr>'
    )
    properties.insert_element_before(border, *_AFTER_BORDER)
    if fill is not None:
        shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
        properties.insert_element_before(shade, *_AFTER_BORDER[1:])


def _boxes(document: Any) -> None:
    title = document.styles["Title"].element.get_or_add_pPr()
    for old in title.findall(qn("w:pBdr")):
        title.remove(old)
    _border(document, "Brief Meta", "bottom", 16, 6, NAVY)
    _border(document, "Brief Bottom Line", "left", 24, 8, BLUE, "EEF3F7")
    # a bar beside who said it too would join one quotation's to the next one's
    _border(document, "Quote", "left", 16, 8, BLUE)
    for name in ("Brief Bottom Line", "Quote", "Brief Attribution"):
        document.styles[name].paragraph_format.left_indent = Cm(0.35)
    for name, fill in (("Listed", NAVY), ("Delisted", "E4E9EE")):
        # behind the words alone, as a label; the whole cell would read as a bar
        shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>')
        document.styles[f"Brief Status {name}"].element.get_or_add_rPr().append(shade)
    document.styles["footnote reference"].font.superscript = True
    for name in ("Brief Eyebrow", "Brief Cell Head", "TOC Heading"):
        document.styles[name].font.all_caps = True
    for name in ("List Bullet", "List Number"):
        properties = document.styles[name].element.get_or_add_pPr()
        for close in properties.findall(qn("w:contextualSpacing")):
            properties.remove(close)
    note = document.styles["footnote text"].paragraph_format
    note.left_indent, note.first_line_indent = Cm(0.7), Cm(-0.7)
    document.styles["Brief Marking"].paragraph_format.alignment = 2
    entry = document.styles["toc 1"].paragraph_format
    entry.tab_stops.add_tab_stop(Cm(WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    statement = document.styles["Brief Statement"].paragraph_format
    statement.left_indent, statement.first_line_indent = Cm(0.35), Cm(-0.35)


_TABLE_STYLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="BriefTable">
<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/>
<w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="CFD6DC"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="CFD6DC"/></w:tblBorders>
<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>
<w:bottom w:w="40" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>
<w:bottom w:val="single" w:sz="10" w:space="0" w:color="{NAVY}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>"""


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.1)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.3)
    section.header_distance = section.footer_distance = Cm(1.1)
    section.different_first_page_header_footer = True
    for name in ("Header", "Footer"):
        # the built-in styles carry a centre tab that would put the page number in mid-line
        properties = document.styles[name].element.get_or_add_pPr()
        for tabs in properties.findall(qn("w:tabs")):
            properties.remove(tabs)
    # the places that a brief fills: {head}, {page}, {of} and {marking} are replaced, the page fields are Word's
    for part, left in ((section.header, "{head}"), (section.first_page_header, "")):
        paragraph = part.paragraphs[0]
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(f"{left}\t")
        _marking(paragraph, "{marking}")
    for part in (section.footer, section.first_page_footer):
        _footer(part.paragraphs[0])


def _footer(paragraph: Any) -> None:
    """Fill a footer: page x of y on the left, marking on the right."""
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run("{page} ")
    for piece in field("PAGE", "1"):
        paragraph._p.append(piece)
    paragraph.add_run(" {of} ")
    for piece in field("NUMPAGES", "1"):
        paragraph._p.append(piece)
    paragraph.add_run("\t")
    _marking(paragraph, "{marking}")


def _marking(paragraph: Any, text: str) -> None:
    """Add the handling marking: 12 points, right-justified (TLP 2.0, FIRST, August 2022)."""
    made = paragraph.add_run(text)
    made.font.size, made.font.bold, made.font.color.rgb = Pt(12), True, RGBColor.from_string(INK)


def _language(document: Any, code: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    defaults.find(qn("w:lang")).set(qn("w:val"), code)


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(reference())
