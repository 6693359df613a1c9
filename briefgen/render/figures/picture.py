"""Turn a figure into pixels for Word, which cannot be trusted with SVG's fonts."""

from __future__ import annotations

ACROSS = 1680
"""Pixels: ten a millimetre in print."""


def png(svg: str, width: int = ACROSS) -> bytes:
    """Turn a figure into a PNG of that many pixels across, with the bundled fonts only, so that all machines draw it alike."""
    import resvg_py

    from briefgen.render.fonts import font_files

    files = [str(path) for path in font_files().values()]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, width=width, font_files=files, skip_system_fonts=True, background="#ffffff"
        )
    )
