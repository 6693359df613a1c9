"""Step 7, render: a brief becomes bytes, in four formats.

HTML is made once by the theme's template; the PDF is that HTML printed, the DOCX is that HTML walked into Word.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefgen.model import Brief

if TYPE_CHECKING:
    from briefgen.render.theme import Theme


def render_json(brief: Brief, theme: Theme) -> bytes:
    """Give brief.json."""
    from briefgen.contract import to_json

    return to_json(brief).encode("utf-8", "surrogatepass")


def render_html(brief: Brief, theme: Theme) -> bytes:
    """Give the page that shows the brief beside its sources."""
    from briefgen.render.page import page

    return page(brief, theme)


def render_pdf(brief: Brief, theme: Theme) -> bytes:
    """Give the PDF. Raises MissingLibraryError where Pango is missing."""
    from briefgen.render.pdf import pdf

    return pdf(brief, theme)


def render_docx(brief: Brief, theme: Theme) -> bytes:
    """Give the Word document."""
    from briefgen.render.docx import docx

    return docx(brief, theme)


RENDERERS: dict[str, Callable[[Brief, Theme], bytes]] = {
    "pdf": render_pdf,
    "docx": render_docx,
    "html": render_html,
    "json": render_json,
}
