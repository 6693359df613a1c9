"""Tell how wide letters run and how high lines are in the typefaces of Word documents.

Word's own typefaces may not be handed on, but free ones are made to their measures; `knowledge/typefaces.toml` holds what
those say of themselves: the advances of their characters, upright, regular and bold, and the height of their lines.
`python -m briefgen.render.typefaces FOLDER` prints it from the fonts in a folder. Of other typefaces it is estimated.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from briefgen.knowledge import load
from briefgen.render.figures.drawing import width

MEASURED: Mapping[str, tuple[tuple[str, ...], str]] = {
    "Carlito": (("Calibri", "Carlito"), "Debian fonts-crosextra-carlito 20220224"),
    "Caladea": (("Cambria", "Caladea"), "Debian fonts-crosextra-caladea 20200211"),
    "LiberationSans": (("Arial", "Helvetica", "Liberation Sans"), "Debian fonts-liberation 1.07.4"),
    "LiberationSerif": (("Times New Roman", "Liberation Serif"), "Debian fonts-liberation 1.07.4"),
    "LiberationMono": (("Courier New", "Liberation Mono"), "Debian fonts-liberation 1.07.4"),
}
"""The fonts that were measured, by the name of their files: the typefaces that share their measures, and their origin."""
ESTIMATED: Mapping[str, float] = {"Source Sans 3": 1.0, "Georgia": 1.1, "Verdana": 1.27}
"""How wide other typefaces run beside the bundled sans; those that are not named run as `OTHER` does."""
OTHER, OTHER_LINE = 1.03, 1.19
CHARACTERS = (
    *range(0x20, 0x250),
    *range(0x370, 0x530),
    *range(0x1E00, 0x1F00),
    *range(0x2010, 0x2045),
    0x20AC,
    0x2116,
    0x2122,
    *range(0x2190, 0x2194),
    0x2212,
)


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface's measures in ems: the advance of each character, regular and bold, and the height of a line."""

    regular: Mapping[str, float]
    bold: Mapping[str, float]
    line: float


@cache
def _measured() -> dict[str, Typeface]:
    """Give the typefaces that were measured, by each of their names."""
    return {
        name: Typeface(_widths(entry, "regular"), _widths(entry, "bold"), entry["line"] / entry["em"])
        for entry in load("typefaces")["typeface"]
        for name in entry["names"]
    }


def _widths(entry: Mapping[str, Any], weight: str) -> dict[str, float]:
    return {letter: advance / entry["em"] for advance, letters in entry[weight] for letter in letters}


@cache
def wide(words: str, face: str, bold: bool) -> float:
    """Give the width of words in ems: the advances of their characters, unkerned, as Word sets them."""
    measured = _measured().get(face)
    if measured is None:
        return width(words, 1.0, 600 if bold else 400) * ESTIMATED.get(face, OTHER)
    advances = measured.bold if bold else measured.regular
    return sum(found if (found := advances.get(c)) is not None else width(c, 1.0) for c in words)


def line_of(face: str) -> float:
    """Give the height of a typeface's line in ems."""
    measured = _measured().get(face)
    return measured.line if measured is not None else OTHER_LINE


def table_of(folder: Path) -> Iterator[str]:
    """Read the fonts in a folder; give the lines of `knowledge/typefaces.toml`."""
    from fontTools.ttLib import TTFont

    for file, (names, origin) in MEASURED.items():
        fonts = {weight.lower(): TTFont(folder / f"{file}-{weight}.ttf") for weight in ("Regular", "Bold")}
        heights = fonts["regular"]["hhea"]
        yield "\n[[typeface]]"
        yield f"names = {json.dumps(names)}"
        yield f'source = "{file}-Regular.ttf and -Bold.ttf of {origin}: tables hhea, hmtx and cmap"'
        yield f"em = {fonts['regular']['head'].unitsPerEm}"
        yield f"line = {heights.ascent - heights.descent + heights.lineGap}"
        for weight, font in fonts.items():
            yield f"{weight} = [{', '.join(_by_width(font))}]"


def _by_width(font: Any) -> Iterator[str]:
    """Give each advance with the characters that have it, as an array of TOML."""
    glyphs, advances = font.getBestCmap(), font["hmtx"].metrics
    letters: dict[int, str] = {}
    for code in CHARACTERS:
        # what has no width of its own, and turns lines of a file about, is left out
        if code in glyphs and unicodedata.category(chr(code)) not in ("Cc", "Cf", "Mn", "Zl", "Zp"):
            advance = advances[glyphs[code]][0]
            letters[advance] = letters.get(advance, "") + chr(code)
    for advance, found in sorted(letters.items()):
        yield f"[{advance}, {json.dumps(found, ensure_ascii=False)}]"


HEAD = """# How wide letters run and how high lines are in the typefaces of Word documents, read from the fonts' own tables by
# `python -m briefgen.render.typefaces FOLDER` (fontTools). `em`: units in an em; `line`: ascent, descent and gap;
# `regular`, `bold`: each advance width with the characters that have it. Advances are facts; no outline is in here.
# The fonts are free and made to the measures of the typefaces named with them: Carlito and Caladea (SIL OFL 1.1, Apache 2.0),
# Liberation (SIL OFL 1.1)."""

if __name__ == "__main__":
    print(HEAD, *table_of(Path(sys.argv[1])), sep="\n")
