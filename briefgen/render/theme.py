"""Load a theme: a folder with a template, CSS, Word styles and house words, which may extend another theme.

A theme that extends another holds only what it changes; every other file and label comes from the theme below.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefgen.errors import RenderError

DEFAULT = "plain"
TEMPLATE = "brief.html"
COMMENTS = "comments"
EVIDENCE = ("annex", "footnotes", "none")
PAPERS = ("A4", "Letter")
SETTINGS = {"paper": PAPERS, "evidence": EVIDENCE}
"""The settings of theme.toml that choose among values; the first is taken where none is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme: its name, its folders (its own first, then those it extends), house words and settings.

    `evidence` says where the passages stand; `comments` puts them into the DOCX as Word comments too.
    """

    name: str
    folders: tuple[Path, ...]
    labels: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))
    paper: str = "A4"
    evidence: str = "annex"
    comments: bool = False
    clean: bool = False

    def proving(self, evidence: str | None, *, clean: bool = False) -> Theme:
        """Give the theme with its passages where the user wants them: a word of EVIDENCE, or "comments" (Word's).

        `clean` makes a DOCX to hand out: without comments, content controls and the brief inside.
        """
        if clean:
            return replace(self, clean=True).proving(evidence)
        if evidence is None:
            return self
        return replace(self, comments=True) if evidence == COMMENTS else replace(self, evidence=evidence)

    def path(self, name: str) -> Path | None:
        """Give the file `name` of the theme, or of the nearest theme below that has it."""
        return next((folder / name for folder in self.folders if (folder / name).is_file()), None)

    def text(self, name: str) -> str:
        """Read a text file of the theme. Raises RenderError where there is none."""
        path = self.path(name)
        if path is None:
            raise RenderError(f"theme {self.name}: has no {name}")
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise RenderError(f"{path}: cannot be read ({error})") from None


def themes_folder() -> Path:
    """Give the folder of the themes that come with briefgen: inside the package, or beside it in a checkout."""
    inside = Path(str(files("briefgen"))) / "templates"
    return inside if inside.is_dir() else inside.parent.parent / "templates"


def theme_names() -> list[str]:
    """Name the themes that come with briefgen."""
    folder = themes_folder()
    return sorted(path.parent.name for path in folder.glob("*/theme.toml")) if folder.is_dir() else []


def describe(name: str) -> str:
    """Give what a theme of ours says of itself."""
    text: str = _settings(themes_folder() / name).get("description", "")
    return text


def load_theme(name: str) -> Theme:
    """Find a theme by name or folder, with the themes it extends. Raises RenderError that says what is wrong."""
    folders: list[Path] = []
    labels: dict[str, str] = {}
    chosen: dict[str, str] = {}
    wanted: str | None = name
    while wanted is not None:
        folder = _find(wanted, folders[-1] if folders else None)
        if folder in folders:
            raise RenderError(f"{folder / 'theme.toml'}: extends itself")
        folders.append(folder)
        raw = _settings(folder)
        labels = {**raw.get("labels", {}), **labels}
        chosen = {**{key: raw[key] for key in SETTINGS if key in raw}, **chosen}
        wanted = raw.get("extends", None if folder == themes_folder() / DEFAULT else DEFAULT)
    return Theme(
        name=folders[0].name,
        folders=tuple(folders),
        labels=MappingProxyType(labels),
        paper=chosen.get("paper", PAPERS[0]),
        evidence=chosen.get("evidence", EVIDENCE[0]),
    )


def _find(name: str, extending: Path | None) -> Path:
    """Find a theme's folder: a path (relative to the theme that extends it), else a name of ours."""
    near = (extending / name) if extending is not None else Path(name)
    for folder in (themes_folder() / name, near):
        if folder.is_dir() and ((folder / "theme.toml").is_file() or (folder / TEMPLATE).is_file()):
            return folder
    raise RenderError(
        f"{name}: no such theme (a theme is a folder with a theme.toml or a {TEMPLATE}). "
        f"Themes that come with briefgen: {', '.join(theme_names())}"
    )


def _settings(folder: Path) -> dict[str, Any]:
    """Read a theme.toml and refuse what it cannot say."""
    path = folder / "theme.toml"
    if not path.is_file():
        return {}
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RenderError(f"{path}: {error}") from None
    for key, value in raw.items():
        if key in SETTINGS and value not in SETTINGS[key]:
            raise RenderError(f"{path}: {key}: {value!r} is none of {', '.join(SETTINGS[key])}")
        if key not in (*SETTINGS, "labels", "extends", "description"):
            raise RenderError(f"{path}: {key}: unknown; known are extends, description, labels, {', '.join(SETTINGS)}")
    if not isinstance(raw.get("extends", ""), str):
        raise RenderError(f"{path}: extends: expected the name or folder of a theme")
    labels = raw.get("labels", {})
    if not isinstance(labels, dict) or not all(isinstance(word, str) for word in labels.values()):
        raise RenderError(f"{path}: labels: expected words in quotes")
    return raw
