"""Find what is wrong in a theme: every mistake that can be found at once, with its file and line, in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefgen.errors import MissingLibraryError, RenderError
from briefgen.model import Brief
from briefgen.render.linting.pictures import check_assets
from briefgen.render.linting.styles import check_styles
from briefgen.render.linting.templates import check_templates
from briefgen.render.linting.word import check_reference
from briefgen.render.theme import DEFAULT, Theme, load_theme, themes_folder, try_theme
from briefgen.render.theme_file import NAME, Mistake, line_of, near, read_theme


def find_mistakes(name: str, briefs: Sequence[Brief]) -> tuple[list[Mistake], list[str]]:
    """Try a theme with some briefs; give its mistakes, and what could not be tried with what to do.

    Raises RenderError where there is no such theme.
    """
    theme, mistakes = try_theme(name)
    for folder in own_folders(theme):
        mistakes += _unknown_labels(folder)
        mistakes += _other_language(folder, theme)
        mistakes += _unused_files(folder, theme)
        mistakes += check_assets(folder)
    mistakes += check_templates(theme, own_folders(theme), briefs)
    mistakes += check_reference(theme, own_folders(theme))
    untried: list[str] = []
    try:
        mistakes += check_styles(theme, own_folders(theme))
        if not mistakes:
            mistakes += _printing(theme, briefs)
    except MissingLibraryError as error:
        untried.append(f"the PDF and its CSS were not tried: {error}")
    # what goes wrong in a theme below comes of what is wrong in this one
    own = [m for m in mistakes if any(m.path.is_relative_to(folder) for folder in own_folders(theme))]
    return sorted(set(own or mistakes), key=lambda m: (str(m.path), m.line or 0, m.text)), untried


def own_folders(theme: Theme) -> list[Path]:
    """Give the folders that are the user's, or the theme's own where it is one of ours."""
    ours = themes_folder()
    return [folder for folder in theme.folders if not folder.is_relative_to(ours)] or [theme.folders[0]]


def _printing(theme: Theme, briefs: Sequence[Brief]) -> Iterator[Mistake]:
    """Make all outputs, for what only shows then."""
    from briefgen.render import RENDERERS
    from briefgen.render.pdf import printed

    for brief in briefs:
        for name in ("docx", "html"):
            try:
                RENDERERS[name](brief, theme)
            except RenderError as error:
                yield Mistake(path=theme.folders[0], text=str(error))
        try:
            for url in printed(brief, theme).refused:
                yield _refused(url, theme)
        except RenderError as error:
            yield Mistake(path=theme.folders[0], text=str(error))


def _refused(url: str, theme: Theme) -> Mistake:
    for folder in theme.folders:
        for path in sorted((*folder.rglob("*.html"), *folder.rglob("*.css"))):
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                if url in line:
                    return Mistake(path=path, line=number, text=refusal(url))
    return Mistake(path=theme.folders[0], text=refusal(url))


def refusal(url: str) -> str:
    """Say why an address is not served, and what to do.

    >>> refusal("http://example.org/x.css")
    'http://example.org/x.css is refused: a theme reaches nothing but its own assets/. Put the file there'
    """
    shown = url if len(url) < 80 else f"{url[:77]}..."
    if url.startswith(("assets/", "brief-asset:")):
        return f"{shown} is not there: the theme has no such file in assets/"
    return f"{shown} is refused: a theme reaches nothing but its own assets/. Put the file there"


def _unknown_labels(folder: Path) -> Iterator[Mistake]:
    """Tell of labels that no template asks for: those of the themes below are known, and those of own templates."""
    labels = read_theme(folder)[0].get("labels", {})
    known = load_theme(DEFAULT).labels
    asked = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in folder.rglob("*.html"))
    text = (folder / NAME).read_text(encoding="utf-8") if labels else ""
    for key in labels:
        if key not in known and not re.search(rf"\b{re.escape(key)}\b", asked):
            told = f"labels: {key} is used by no template; {near(key, tuple(known))}"
            yield Mistake(path=folder / NAME, line=line_of(text, key, "labels"), text=_short(told))


def _other_language(folder: Path, theme: Theme) -> Iterator[Mistake]:
    """Tell of a theme whose sentences are in one language and whose headings are in another."""
    plain, language = load_theme(DEFAULT), read_theme(folder)[0].get("language")
    if language not in (None, plain.language) and theme.labels["key_points"] == plain.labels["key_points"]:
        told = f'language: {language}, but the labels are those of {DEFAULT}; say extends = "{DEFAULT}-{language}"'
        line = line_of((folder / NAME).read_text(encoding="utf-8"), "language")
        yield Mistake(path=folder / NAME, line=line, text=told)


def _short(text: str) -> str:
    return text if len(text) <= 240 else f"{text[:237].rsplit(',', 1)[0]} ..."


def _unused_files(folder: Path, theme: Theme) -> Iterator[Mistake]:
    """Tell of templates and style sheets that nothing uses: most are misspelt names."""
    used = {
        path.relative_to(below).as_posix()
        for below in theme.folders
        if below != folder
        for kind in ("*.html", "*.css", "*.js", "*.docx", "*.toml")
        for path in below.rglob(kind)
    } | {f"sections/{name}.html" for name in theme.sections}
    if folder == themes_folder() / DEFAULT:
        return
    told = "\n".join(
        p.read_text(encoding="utf-8", errors="replace") for p in (*folder.rglob("*.html"), *folder.rglob("*.css"))
    )
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix not in (".html", ".css", ".docx", ".htm", ".jinja", ".toml") or name in (*used, NAME):
            continue
        if not path.name.startswith((".", "~")) and name not in told and not name.startswith("assets/"):
            yield Mistake(path=path, text=f"nothing uses this file; {_short(near(name, tuple(sorted(used))))}")
