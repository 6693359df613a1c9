"""Load a theme: a folder with templates, CSS, Word styles and house words, which may extend another theme.

A theme that extends another holds only what it changes; every other file, label and setting comes from the theme below.
A template or style sheet can build on the one below it: `{% extends "plain/body.html" %}`, `@import "plain/brief.css";`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefgen.errors import RenderError
from briefgen.render.theme_file import EVIDENCE, NAME, Logo, Mistake, read_theme, sections_unknown

DEFAULT = "plain"
TEMPLATE = "brief.html"
COMMENTS = "comments"
NO_SECTIONS = ("masthead",)
"""Templates below sections/ that a theme does not put in order."""
IMPORT = re.compile(r"""^@import\s+["']([\w.-]+/[\w./-]+)["']\s*;""", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A theme: its name, its folders (its own first, then those it extends), house words and settings.

    `evidence` says where the passages stand; `comments` puts them into the DOCX as Word comments too. `language` is the
    one a brief's sentences are made in. `one_page` cuts a brief to what a page holds.
    """

    name: str
    folders: tuple[Path, ...]
    sections: tuple[str, ...]
    labels: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))
    description: str = ""
    language: str = "en"
    paper: str = "A4"
    evidence: str = EVIDENCE[0]
    comments: bool = False
    one_page: bool = False
    logo: Logo | None = None
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

    def whole(self) -> Theme:
        """Give the theme with room for all of a brief: what a single sheet of paper leaves out stands elsewhere."""
        return replace(self, one_page=False, sections=_sections(DEFAULT)) if self.one_page else self

    @property
    def annex(self) -> bool:
        """Say whether the passages stand in an annex; a single sheet has no room for one."""
        return self.evidence == "annex" and not self.one_page

    def order(self) -> tuple[str, ...]:
        """Give the sections in their order; an annex is never left out, since the numbers of passages lead to it."""
        if not self.annex or "passages" in self.sections:
            return self.sections
        last = len(self.sections) - (self.sections[-1:] == ("method",))
        return (*self.sections[:last], "passages", *self.sections[last:])

    def path(self, name: str) -> Path | None:
        """Give the file `name` of the theme, or of the nearest theme below that has it; "plain/NAME" means that theme's.

        A file outside the theme's folder, also behind a link, is none of the theme's.
        """
        for folder in self.folders:
            if path := _inside(folder, name):
                return path
        first, _, rest = name.partition("/")
        named = [folder for folder in self.folders if folder.name == first]
        # the lowest: a theme that bears the name of the one that it extends means that one
        return _inside(named[-1], rest) if named and rest else None

    def text(self, name: str) -> str:
        """Read a text file of the theme, a style sheet with what it imports. Raises RenderError where there is none."""
        path = self.path(name)
        if path is None:
            raise RenderError(f"theme {self.name}: has no {name}")
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise RenderError(f"{path}: cannot be read ({error})") from None
        if not name.endswith(".css"):
            return text
        return IMPORT.sub(lambda match: match[0] if self.path(match[1]) in (None, path) else self.text(match[1]), text)


def _inside(folder: Path, name: str) -> Path | None:
    path = folder / name
    if ".." in path.parts[len(folder.parts) :]:
        return None
    return path if path.is_file() and path.resolve().is_relative_to(folder.resolve()) else None


def themes_folder() -> Path:
    """Give the folder of the themes that come with briefgen: inside the package, or beside it in a checkout."""
    inside = Path(str(files("briefgen"))) / "templates"
    return inside if inside.is_dir() else inside.parent.parent / "templates"


def theme_names() -> list[str]:
    """Name the themes that come with briefgen."""
    folder = themes_folder()
    return sorted(path.parent.name for path in folder.glob(f"*/{NAME}")) if folder.is_dir() else []


def load_theme(name: str) -> Theme:
    """Find a theme by name or folder, with the themes it extends. Raises RenderError with every mistake, one a line."""
    theme, mistakes = try_theme(name)
    if mistakes:
        raise RenderError("\n  ".join(map(str, mistakes)))
    return theme


def try_theme(name: str) -> tuple[Theme, list[Mistake]]:
    """Load a theme as far as it can be, and give the mistakes in its settings. Raises RenderError where there is none."""
    folders: list[Path] = []
    settings: dict[str, Any] = {}
    labels: dict[str, str] = {}
    mistakes: list[Mistake] = []
    wanted: str | None = name
    while wanted is not None:
        folder = _find(wanted, folders[-1] if folders else None)
        if folder in folders:
            raise RenderError(f"{folder / NAME}: extends itself")
        folders.append(folder)
        raw, wrong = read_theme(folder)
        mistakes += wrong
        labels = {**raw.pop("labels", {}), **labels}
        wanted = raw.pop("extends", None if folder == themes_folder() / DEFAULT else DEFAULT)
        settings = {**raw, **settings}
    theme = Theme(name=folders[0].name, folders=tuple(folders), labels=MappingProxyType(labels), **settings)
    return theme, [*mistakes, *_missing(theme)]


def section_names(theme: Theme) -> tuple[str, ...]:
    """Name the sections that a theme can show."""
    found = {path.stem for folder in theme.folders for path in (folder / "sections").glob("*.html")}
    return tuple(sorted(found.difference(NO_SECTIONS)))


def _sections(name: str) -> tuple[str, ...]:
    sections: tuple[str, ...] = read_theme(themes_folder() / name)[0]["sections"]
    return sections


def _missing(theme: Theme) -> Iterator[Mistake]:
    """Tell of sections and a logo that the settings name and the folders lack."""
    for folder in theme.folders:
        sections = read_theme(folder)[0].get("sections")
        if sections:
            yield from sections_unknown(folder / NAME, sections, section_names(theme))
    if theme.logo and theme.path(theme.logo.file) is None:
        folder = next(f for f in theme.folders if "logo" in read_theme(f)[0])
        yield Mistake(
            path=folder / NAME, text=f"logo: {theme.logo.file} is not there, or lies outside the theme's folder"
        )


def _find(name: str, extending: Path | None) -> Path:
    """Find a theme's folder: a path (relative to the theme that extends it), else a name of ours."""
    near = (extending / name) if extending is not None else Path(name)
    for folder in (themes_folder() / name, near):
        if folder.is_dir() and ((folder / NAME).is_file() or (folder / TEMPLATE).is_file()):
            return folder
    raise RenderError(
        f"{name}: no such theme (a theme is a folder with a {NAME} or a {TEMPLATE}). "
        f"Themes that come with briefgen: {', '.join(theme_names())}"
    )
