"""The typefaces that come with briefgen: full OFL fonts, so that a brief looks the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefgen.render.theme import Theme, themes_folder

FACES: dict[str, tuple[tuple[str, int, str], ...]] = {
    "Brief Serif": (
        ("SourceSerif4-Regular", 400, "normal"),
        ("SourceSerif4-It", 400, "italic"),
        ("SourceSerif4-Bold", 700, "normal"),
        ("SourceSerif4-BoldIt", 700, "italic"),
    ),
    "Brief Sans": (
        ("SourceSans3-Regular", 400, "normal"),
        ("SourceSans3-It", 400, "italic"),
        ("SourceSans3-Semibold", 600, "normal"),
        ("SourceSans3-Bold", 700, "normal"),
    ),
    "Brief Arabic": (("NotoSansArabic-Regular", 400, "normal"), ("NotoSansArabic-Bold", 700, "normal")),
    "Brief Hebrew": (("NotoSansHebrew-Regular", 400, "normal"), ("NotoSansHebrew-Bold", 700, "normal")),
}
"""Font families as the themes name them: file, weight, style."""


def font_files() -> dict[str, Path]:
    """Map `fonts/NAME.ttf` to each font file that is there."""
    folder = themes_folder() / "fonts"
    found = {f"fonts/{name}.ttf": folder / f"{name}.ttf" for faces in FACES.values() for name, _, _ in faces}
    return {key: path for key, path in found.items() if path.is_file()}


def own_fonts(theme: Theme) -> dict[str, Path]:
    """Map `fonts/NAME` to each font file in the fonts/ of the theme's folders: for scripts that ours lack."""
    found: dict[str, Path] = {}
    for folder in reversed(theme.folders):
        for path in sorted((folder / "fonts").glob("*.[ot]tf")):
            if path.is_file() and not path.is_symlink():
                found[f"fonts/{path.name}"] = path
    return found


def font_css(address: str, own: Iterable[str] = ()) -> str:
    """Give the @font-face rules, with `address` before each file's name, and the lists of families as --serif and --sans.

    Fonts of a theme's own follow ours in both lists; a list ends with the other kind, since each lacks signs that the other has.
    """
    rules = [
        _face(family, weight, style, f"{address}fonts/{name}.ttf")
        for family, faces in FACES.items()
        for name, weight, style in faces
    ]
    own_families = []
    for number, name in enumerate(own, 1):
        own_families.append(f"Theme {number}")
        rules.append(_face(own_families[-1], 400, "normal", f"{address}{name}"))
    for name, first, last in (("serif", "Brief Serif", "Brief Sans"), ("sans", "Brief Sans", "Brief Serif")):
        families = ", ".join(f'"{family}"' for family in (first, "Brief Arabic", "Brief Hebrew", last, *own_families))
        rules.append(f":root {{ --{name}: {families} }}")
    return "\n".join(rules)


def _face(family: str, weight: int, style: str, address: str) -> str:
    return (
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; src: url("{address}") }}'
    )
