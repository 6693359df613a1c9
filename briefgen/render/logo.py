"""Give a theme's logo to the outputs: as an address for the page, as pixels for Word."""

from __future__ import annotations

import base64
from pathlib import Path

from briefgen.errors import RenderError
from briefgen.render.figures.picture import png
from briefgen.render.theme import Theme

KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


def logo_uri(theme: Theme) -> str | None:
    """Give the logo as a data: address, None where the theme has none."""
    path = _path(theme)
    if path is None:
        return None
    return f"data:{KINDS[path.suffix.lower()]};base64,{base64.b64encode(path.read_bytes()).decode()}"


def logo_pixels(theme: Theme) -> bytes | None:
    """Give the logo as Word can show it: PNG or JPEG."""
    path = _path(theme)
    if path is None or path.suffix.lower() != ".svg":
        return None if path is None else path.read_bytes()
    if reach := svg_reach(path):
        raise RenderError(f"{path}: reaches out to {reach}; a logo must hold all that it shows")
    return png(path.read_text(encoding="utf-8"), width=1000)


def svg_reach(path: Path) -> str | None:
    """Give the first address outside itself that an SVG asks for, None where there is none or it is no SVG."""
    from lxml import etree

    try:
        root = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
    for node in root.iter():
        for name, value in node.attrib.items():
            if str(name).endswith("href") and not str(value).startswith(("#", "data:")):
                return str(value)
    return None


def _path(theme: Theme) -> Path | None:
    if theme.logo is None:
        return None
    path = theme.path(theme.logo.file)
    if path is None or path.suffix.lower() not in KINDS:
        raise RenderError(f"theme {theme.name}: logo: {theme.logo.file} is none of {', '.join(KINDS)}, or is not there")
    return path
