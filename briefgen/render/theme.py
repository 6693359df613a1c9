"""Load a theme: a folder with template, CSS, Word styles and fonts, by name or path."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from briefgen.errors import RenderError

DEFAULT = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme's folder, and its name."""

    name: str
    folder: Path


def themes_folder() -> Path:
    """Give the folder of the themes that come with briefgen: inside the package, or beside it in a checkout."""
    inside = Path(str(files("briefgen"))) / "templates"
    return inside if inside.is_dir() else inside.parent.parent / "templates"


def load_theme(name: str) -> Theme:
    """Find a theme by name or folder. Raises RenderError that lists the names there are."""
    folder = Path(name) if "/" in name or Path(name).is_dir() else themes_folder() / name
    if not (folder / "brief.html").is_file():
        known = sorted(path.name for path in themes_folder().iterdir() if (path / "brief.html").is_file()) if themes_folder().is_dir() else []
        raise RenderError(f"{name}: no such theme (a theme is a folder with a brief.html). Themes that come with briefgen: {', '.join(known)}")
    return Theme(name=folder.name, folder=folder)
