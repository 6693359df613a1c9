"""Print the brief's HTML as a PDF: PDF/A-3a and PDF/UA-1 in one file, brief.json attached, nothing fetched."""

from __future__ import annotations

import gc
import io
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.contract import to_json
from briefgen.errors import MissingLibraryError, RenderError
from briefgen.model import Brief
from briefgen.render.carrying import EDITS_NAME
from briefgen.render.defaults import html_of_few_styles, with_few_styles
from briefgen.render.figures.script import letter_by_letter
from briefgen.render.filling import without_holes
from briefgen.render.fonts import font_css, font_files, own_fonts
from briefgen.render.glyphs import fit, isolated, unbroken_days
from briefgen.render.html import layout
from briefgen.render.sheet import Figure, Sheet
from briefgen.render.theme import Theme
from briefgen.render.view import sheet
from briefgen.wording import words

if TYPE_CHECKING:
    from types import ModuleType

ASSET = "brief-asset:"
NOTES_STAY = "p, li, td, th { orphans: 1; widows: 1 }"
"""WeasyPrint loses the footnotes of lines that it takes back from a page to hold widows and orphans."""
KIND = {
    "ttf": "font/ttf",
    "otf": "font/otf",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
}
PANGO = (
    "WeasyPrint's system libraries (Pango) are missing. Debian and Ubuntu: "
    "`apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`; macOS: `brew install pango`; "
    "Windows: see `briefgen doctor`"
)
_UA = (
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>'
    b'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
    b'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    b"<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>PDF/UA version</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    b"</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)
"""PDF/UA's identification with its PDF/A extension schema (ISO 19005-3, 6.6.2.3.3): a PDF/A file must declare it."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, the addresses that were asked for and refused, and the characters that no typeface has.

    `without_notes` says that the passages were to be footnotes and are none.
    """

    data: bytes
    refused: tuple[str, ...]
    missing: tuple[str, ...]
    without_notes: bool = False


def pdf(brief: Brief, theme: Theme) -> bytes:
    """Give the PDF of a brief. Raises MissingLibraryError where Pango is missing, RenderError for a broken theme."""
    return printed(brief, theme).data


@dataclass(frozen=True, slots=True)
class Revision:
    """An editor's changes: what puts them into the HTML, the figures as they are drawn now, and a file that tells them."""

    revise: Callable[[str], str]
    figures: Mapping[str, Figure]
    told: str = ""


def printed(brief: Brief, theme: Theme, revision: Revision | None = None) -> Printed:
    """Print a brief, revised where an editor changed it; tell what was refused and what could not be shown on the way."""
    shown = sheet(brief)
    made = _print(shown, brief, theme, revision)
    if made is not None:
        return made
    # no proof may be lost: where the page breaks would still lose a footnote, the passages stand in the annex
    elsewhere = theme.proving("annex")
    if elsewhere.annex:
        told = words(brief.language)
        shown = replace(shown, made_by=f"{shown.made_by} {told.say('notes_in_annex')}")
    made = _print(shown, brief, elsewhere, revision)
    assert made is not None  # only footnotes can be lost
    return replace(made, without_notes=True)


def _print(shown: Sheet, brief: Brief, theme: Theme, revision: Revision | None) -> Printed | None:
    """Print what is shown of a brief; None where a footnote is lost on the way."""
    drawn = revision.figures if revision else shown.figures
    figures = {f"figures/{name}.svg": _drawn(figure.svg, theme) for name, figure in drawn.items()}
    page = layout(shown, theme)
    page, missing = fit(revision.revise(page) if revision else page, theme)
    data, refused = print_html(isolated(unbroken_days(page)), brief, theme, figures, revision.told if revision else "")
    if theme.evidence == "footnotes":
        data, notes = tag_notes(data)
        if notes < page.count('class="footnote"'):
            return None
    return Printed(data, refused, missing)


def _drawn(svg: str, theme: Theme) -> bytes:
    """Give a figure to print, with words that run right to left set as WeasyPrint can draw them."""
    fitted, _ = fit(svg, theme)
    return letter_by_letter(fitted).encode()


def tag_notes(data: bytes) -> tuple[bytes, int]:
    """Tag footnotes as notes, each with an id (ISO 14289-1, 7.9), and count them; WeasyPrint leaves them as spans at each page's end."""
    import pikepdf

    number = 0
    with pikepdf.open(io.BytesIO(data)) as document:
        top = document.Root.StructTreeRoot.K
        whole = top[0] if isinstance(top, pikepdf.Array) else top
        for area in whole.K:
            kids = list(area.K) if area.get("/S") == pikepdf.Name.NonStruct and "/K" in area else []
            if any(not isinstance(kid, pikepdf.Dictionary) or kid.get("/S") != pikepdf.Name.Span for kid in kids):
                continue
            for kid in kids:
                number += 1
                kid.S, kid.ID = pikepdf.Name.Note, pikepdf.String(f"note-{number}")
        made = io.BytesIO()
        document.save(made, deterministic_id=True)
    return made.getvalue(), number


def print_html(
    page: str, brief: Brief, theme: Theme, figures: Mapping[str, bytes] | None = None, edits: str = ""
) -> tuple[bytes, tuple[str, ...]]:
    """Print HTML; give the PDF and the addresses that were asked for and refused (none for the themes that come with us)."""
    weasyprint = _weasyprint()
    fetcher = _locked_fetcher({**_assets(theme), **(figures or {})})
    fonts = _fonts()
    own = theme.text("brief.css")
    styles = [
        weasyprint.CSS(string=text, base_url=ASSET, url_fetcher=fetcher, font_config=fonts)
        for text in (
            font_css(ASSET, own_fonts(theme)),
            own,
            theme.text("columns.css"),
            f"@page {{ size: {theme.paper} }}",
            NOTES_STAY if theme.evidence == "footnotes" else "",
        )
    ]
    files = [("brief.json", "Data", "The brief in machine-readable form", to_json(brief))]
    files += [(EDITS_NAME, "Supplement", "What was edited by hand", edits)] if edits else []
    attached = [_attachment(brief.prepared, *file) for file in files]
    with _identified(), _quiet(), _uncollected(), without_holes():
        kind = html_of_few_styles() if with_few_styles(own, page) else weasyprint.HTML
        data: bytes = kind(string=page, base_url=ASSET, url_fetcher=fetcher).write_pdf(
            stylesheets=styles,
            font_config=fonts,
            pdf_variant="pdf/a-3a",
            attachments=attached,
        )
    return data, tuple(dict.fromkeys(fetcher.refused))


def _attachment(prepared: date, name: str, relationship: str, description: str, text: str) -> Any:
    """Make a file to attach; it serves for one PDF only, and its times would else be the clock's."""
    noon = datetime(prepared.year, prepared.month, prepared.day)
    return _weasyprint().Attachment(
        string=text.encode("utf-8", "replace"),
        name=name,
        relationship=relationship,
        description=description,
        created=noon,
        modified=noon,
    )


def style_sheet(text: str, theme: Theme) -> Any:
    """Read a style sheet as printing does, to learn what WeasyPrint remarks on it."""
    weasyprint = _weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    fetcher = _locked_fetcher(_assets(theme))
    return weasyprint.CSS(string=text, base_url=ASSET, url_fetcher=fetcher, font_config=FontConfiguration())


@cache
def _weasyprint() -> ModuleType:
    try:
        with redirect_stdout(io.StringIO()):  # where Pango is missing it also prints a page of advice
            import weasyprint
            import weasyprint.pdf.metadata
    except OSError:
        # without Pango, importing WeasyPrint raises OSError, not ImportError
        raise MissingLibraryError(PANGO) from None
    module: ModuleType = weasyprint
    return module


@cache
def _fonts() -> Any:
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def _assets(theme: Theme) -> dict[str, Path]:
    """Name the files that a theme's HTML and CSS may use: the fonts, and what lies in the theme's folders' assets/."""
    found = {**font_files(), **own_fonts(theme)}
    for folder in reversed(theme.folders):
        for path in sorted((folder / "assets").glob("*")):
            if path.is_file() and not path.is_symlink():
                found[f"assets/{path.name}"] = path
    return found


def _locked_fetcher(assets: Mapping[str, Path | bytes]) -> Any:
    """Make a fetcher that serves these files from memory and reaches neither network nor disk; it notes what it refused."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Locked(URLFetcher):  # type: ignore[misc,unused-ignore]
        def __init__(self) -> None:
            super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=False)
            self.refused: list[str] = []

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            name = url.removeprefix(ASSET)
            if name in assets:
                data = asset if isinstance(asset := assets[name], bytes) else asset.read_bytes()
                suffix = "png" if data.startswith(b"\x89PNG") else name.rsplit(".", 1)[-1]
                return URLFetcherResponse(url, data, {"Content-Type": KIND.get(suffix, "text/css")})
            self.refused.append(url)
            raise ValueError(f"refused: {url}")

    return Locked()


@contextmanager
def _identified() -> Iterator[None]:
    """Put PDF/UA's identification into the metadata WeasyPrint writes for PDF/A.

    Its own option only appends a second rdf:RDF, which validators do not read.
    """
    from weasyprint.pdf.metadata import DocumentMetadata

    original = DocumentMetadata.generate_rdf_metadata

    def with_ua(self: Any, *args: Any) -> bytes:
        return bytes(original(self, *args).replace(b"</rdf:RDF>", _UA + b"</rdf:RDF>"))

    DocumentMetadata.generate_rdf_metadata = with_ua
    try:
        yield
    finally:
        DocumentMetadata.generate_rdf_metadata = original


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python search for no cycles meanwhile: what a page is made of lives to the end, and each search costs a tenth."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep WeasyPrint's remarks about CSS off the user's terminal; they are written for authors of themes."""
    logger = logging.getLogger("weasyprint")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    except RecursionError:
        raise RenderError("the theme's HTML is nested too deeply to print") from None
    finally:
        logger.setLevel(level)
