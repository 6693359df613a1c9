"""Look whether the pictures and fonts of a theme are what their names say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefgen.render.logo import KINDS, svg_reach
from briefgen.render.theme_file import NAME, Mistake, line_of, read_theme

SIGNATURES: dict[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".ttf": (b"\x00\x01\x00\x00", b"true"),
    ".otf": (b"OTTO",),
    ".woff2": (b"wOF2",),
    ".woff": (b"wOFF",),
}
"""How files of these kinds begin."""


def check_assets(folder: Path) -> Iterator[Mistake]:
    """Tell of a logo that is no picture, of files in assets/ that are not what they are called, and of links."""
    logo = read_theme(folder)[0].get("logo")
    if logo and (folder / logo.file).is_file():
        if told := _no_picture(folder / logo.file):
            text = (folder / NAME).read_text(encoding="utf-8")
            yield Mistake(path=folder / NAME, line=line_of(text, "logo"), text=f"logo: {logo.file} {told}")
        if not logo.file.startswith("assets/"):
            yield Mistake(path=folder / NAME, text=f"logo: {logo.file} must lie in assets/")
        if reach := svg_reach(folder / logo.file):
            yield Mistake(path=folder / logo.file, text=f"reaches out to {reach}; a logo must hold all that it shows")
    for path in sorted((folder / "assets").glob("*")):
        if path.is_symlink():
            yield Mistake(path=path, text="is a link; put the file itself here")
        elif path.suffix.lower() in SIGNATURES and not _begins(path) and not (logo and path == folder / logo.file):
            yield Mistake(path=path, text=f"is no {path.suffix[1:].upper()} file")


def _no_picture(path: Path) -> str | None:
    kind = path.suffix.lower()
    if kind not in KINDS:
        return f"is none of {', '.join(KINDS)}"
    return None if _begins(path) else "is no picture of the kind its name says"


def _begins(path: Path) -> bool:
    """Tell whether a file begins as its kind does; an SVG must be XML with an svg element."""
    kind = path.suffix.lower()
    data = path.read_bytes()
    if kind == ".svg":
        from lxml import etree

        try:
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError:
            return False
        return etree.QName(root).localname == "svg"
    return data.startswith(SIGNATURES[kind])
