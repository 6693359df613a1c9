"""Look into a theme's reference.docx for the named styles that a brief uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from briefgen.errors import RenderError
from briefgen.render.linting.templates import styles_asked
from briefgen.render.theme import Theme
from briefgen.render.theme_file import Mistake, near

FILE = "reference.docx"


def check_reference(theme: Theme, folders: Sequence[Path]) -> Iterator[Mistake]:
    """Tell of styles that are missing: of those every brief uses, and of those that the theme's templates name."""
    from briefgen.render.docx import open_reference
    from briefgen.render.reference import CHARACTERS, PARAGRAPHS, TABLE

    path = theme.path(FILE)
    try:
        there = tuple(str(style.name) for style in open_reference(theme).styles)
    except RenderError as error:
        yield Mistake(path=path or theme.folders[0], text=str(error).removeprefix(f"{path}: "))
        return
    needed = [style for style in (*PARAGRAPHS, *CHARACTERS, TABLE) if style not in there]
    if path is not None and path.parent in folders and needed:
        told = f"lacks the Word style{'s' if len(needed) > 1 else ''} {', '.join(needed)}; make the file from a copy of plain's"
        yield Mistake(path=path, text=told)
    for file, line, style in styles_asked(theme):
        if style not in there and style not in needed and any(file.is_relative_to(folder) for folder in folders):
            yield Mistake(
                path=file, line=line, text=f"Word style {style!r} is not in {path}; {near(style, there)[:200]}"
            )
