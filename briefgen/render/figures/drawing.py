"""What the figures are drawn with: words measured in the bundled typeface, colours by role, and a legend.

Every element names its colour's role in its class as well, so that a page can give the role another colour (in the dark).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal
from xml.sax.saxutils import escape

from briefgen.render.figures.script import joined

WIDTH = 640.0
"""The width of all figures, in pixels; their height follows from what they show."""
SIZE = 11.0
Role = Literal["ink", "soft", "line", "accent", "paper", "tint", "none"]
Anchor = Literal["start", "middle"]
COLOURS: dict[Role, str] = {
    "ink": "#161b20",
    "soft": "#55616d",
    "line": "#d5dbe1",
    "accent": "#0b5a8a",
    "paper": "#ffffff",
    "tint": "#e3ebf1",
    "none": "none",
}
_FAMILIES = (
    "'Brief Sans', 'Source Sans 3', sans-serif",
    "'Brief Arabic', 'Noto Sans Arabic', sans-serif",
    "'Brief Hebrew', 'Noto Sans Hebrew', sans-serif",
)
"""The faces as PDF and page name them, and as their files do, in the order in which characters are looked for."""
_FILES = {
    400: ("SourceSans3-Regular", "NotoSansArabic-Regular", "NotoSansHebrew-Regular"),
    600: ("SourceSans3-Semibold", "NotoSansArabic-Bold", "NotoSansHebrew-Bold"),
}


@cache
def _advances(weight: int) -> tuple[tuple[dict[int, str], dict[str, tuple[int, int]], int], ...]:
    """Read, for each face of a weight, the glyphs of its characters, their widths, and the units in an em."""
    from fontTools.ttLib import TTFont

    from briefgen.render.fonts import font_files

    files = font_files()
    found = []
    for name in _FILES[weight]:
        path = files.get(f"fonts/{name}.ttf")
        if path is not None:
            with TTFont(path, lazy=True) as font:
                found.append((dict(font.getBestCmap()), dict(font["hmtx"].metrics), int(font["head"].unitsPerEm)))
    return tuple(found)


@cache
def _measured(character: str, weight: int) -> tuple[int, float]:
    """Give the place of the first face that has a character, and how wide it is in ems."""
    for face, (glyphs, widths, em) in enumerate(_advances(weight)):
        glyph = glyphs.get(ord(character))
        if glyph is not None:
            return face, widths[glyph][0] / em
    # a sign that no face of ours has comes from another one; none is much wider than high
    return 0, 1.0


def _runs(words: str, weight: int) -> list[tuple[int, str]]:
    """Cut words where the face changes; signs between letters of one face stay with them.

    Each run names its own face, since drawing programs do not all look for letters in the faces further down a list.
    """
    runs: list[tuple[int, str]] = []
    for character in words:
        face = _measured(character, weight)[0]
        if runs and (face == runs[-1][0] or not character.isalnum()):
            runs[-1] = (runs[-1][0], runs[-1][1] + character)
        else:
            _give_up_signs(runs)
            runs.append((face, character))
    _give_up_signs(runs)
    return runs


def _give_up_signs(runs: list[tuple[int, str]]) -> None:
    """Take the spaces and stops at the end of an Arabic or Hebrew run out of it: they run with the whole line."""
    if runs and runs[-1][0]:
        face, words = runs[-1]
        letters = words.rstrip(" .,:;…–-()")
        runs[-1] = (face, letters)
        if letters != words:
            runs.append((0, words[len(letters) :]))


def width(words: str, size: float = SIZE, weight: int = 400) -> float:
    """Give the width of words in pixels: the advances of their characters, unkerned."""
    return sum(_measured(character, weight)[1] for character in joined(words)) * size


def fitted(words: str, room: float, size: float = SIZE, weight: int = 400) -> str:
    """Cut words to the room there is, at a word's end where that keeps half of it, with an ellipsis."""
    if width(words, size, weight) <= room:
        return words
    left = room - width("…", size, weight)
    kept = 0
    for character in words:
        left -= _measured(character, weight)[1] * size
        if left < 0:
            break
        kept += 1
    short = words[:kept]
    at_word = short.rsplit(" ", 1)[0]
    if words[kept : kept + 1] != " " and len(at_word) >= kept / 2:
        short = at_word
    return short.rstrip(" ,;:–-") + "…"


def folded(words: str, room: float, lines: int, size: float = SIZE, weight: int = 400) -> list[str]:
    """Fold words into so many lines of that width; what is left is cut."""
    made: list[str] = []
    rest = words.split()
    while rest and len(made) < lines - 1:
        taken = 1
        while taken < len(rest) and width(" ".join(rest[: taken + 1]), size, weight) <= room:
            taken += 1
        made.append(fitted(" ".join(rest[:taken]), room, size, weight))
        rest = rest[taken:]
    return [*made, fitted(" ".join(rest), room, size, weight)] if rest else made


@dataclass(slots=True)
class Drawing:
    """A figure in the making: elements are added in the order in which they cover each other."""

    parts: list[str] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = SIZE,
        weight: int = 400,
        role: Role = "ink",
        anchor: Anchor = "start",
    ) -> float:
        """Write words on the base line `y`; give their width."""
        heavy = f' font-weight="{weight}"' if weight != 400 else ""
        across = width(words, size, weight)
        x -= across / 2 if anchor == "middle" else 0
        runs = [
            f'<tspan font-family="{_FAMILIES[face]}">{escape(run)}</tspan>' if face else escape(run)
            for face, run in _runs(words, weight)
        ]
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}"{heavy} {_fill(role)}>{"".join(runs)}</text>'
        )
        return across

    def line(
        self, x1: float, y1: float, x2: float, y2: float, role: Role = "line", thick: float = 1, dashes: str = ""
    ) -> None:
        """Draw a line; `dashes` as in SVG, "4 3"."""
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" {_stroke(role, thick)}{dashed}/>'
        )

    def curve(self, points: Sequence[float], role: Role, thick: float, dashes: str = "") -> None:
        """Draw a curve from (x, y) by a control point to (x, y)."""
        x1, y1, cx, cy, x2, y2 = points
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.parts.append(
            f'<path d="M{x1:.1f} {y1:.1f}Q{cx:.1f} {cy:.1f} {x2:.1f} {y2:.1f}" {_colours("none", role)} '
            f'stroke-width="{thick:g}"{dashed}/>'
        )

    def box(
        self,
        x: float,
        y: float,
        across: float,
        high: float,
        fill: Role,
        edge: Role = "none",
        *,
        round: float = 0,
        dashes: str = "",
    ) -> None:
        """Draw a rectangle."""
        rounded = f' rx="{round:g}"' if round else ""
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{across:.1f}" height="{high:.1f}"{rounded} {_colours(fill, edge)} '
            f'stroke-width="1.3"{dashed}/>'
        )

    def dot(self, x: float, y: float, radius: float, fill: Role, edge: Role = "accent", dashes: str = "") -> None:
        """Draw a circle."""
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" {_colours(fill, edge)} stroke-width="1.5"{dashed}/>'
        )

    def svg(self, height: float) -> str:
        """Give the picture."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {height:g}" width="{WIDTH:g}" height="{height:g}" '
            f'font-family="{_FAMILIES[0]}">{"".join(self.parts)}</svg>'
        )


def _colours(fill: Role, edge: Role) -> str:
    return f'class="f-{fill} s-{edge}" fill="{COLOURS[fill]}" stroke="{COLOURS[edge]}"'


def _fill(role: Role) -> str:
    return f'class="f-{role}" fill="{COLOURS[role]}"'


def _stroke(role: Role, thick: float) -> str:
    return f'class="s-{role}" stroke="{COLOURS[role]}" stroke-width="{thick:g}"'
