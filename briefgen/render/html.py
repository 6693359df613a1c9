"""Make the semantic HTML of a brief with the theme's template: the one layout behind PDF, DOCX and page."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.errors import RenderError
from briefgen.render.sheet import Sheet
from briefgen.render.theme import Theme

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment


def html(sheet: Sheet, theme: Theme, template: str = "brief.html", **more: Any) -> str:
    """Fill a template of the theme. All values are escaped. Raises RenderError that names file and line."""
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    values: dict[str, Any] = {"drawn": {}, **more}
    try:
        filled = environment(theme).get_template(template)
        return filled.render(brief=sheet, labels=_Labels(theme), paper=theme.paper, **values)
    except TemplateSyntaxError as error:
        raise RenderError(f"{error.filename or error.name}, line {error.lineno}: {error.message}") from None
    except TemplateNotFound as error:
        raise RenderError(f"theme {theme.name}: has no template {error.name}") from None
    except (
        TemplateError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        AttributeError,
        RecursionError,
    ) as error:
        raise RenderError(f"{_place(error, theme)}: {error}") from None


def environment(theme: Theme) -> SandboxedEnvironment:
    """Make the sandbox that templates run in: they reach values and the theme's own files, nothing else."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in theme.folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class _Labels(Mapping[str, str]):
    """House words; a word the theme lacks is told with the theme's name, since a blank heading helps nobody."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def __getitem__(self, key: str) -> str:
        if key not in self._theme.labels:
            raise ValueError(f"theme {self._theme.name}: theme.toml has no label {key!r}")
        return self._theme.labels[key]

    def __iter__(self) -> Any:
        return iter(self._theme.labels)

    def __len__(self) -> int:
        return len(self._theme.labels)


def _place(error: BaseException, theme: Theme) -> str:
    """Find the template's file and line in a traceback: its last frame that lies in one of the theme's folders."""
    folders = [str(folder) for folder in theme.folders]
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if any(Path(frame.filename).is_relative_to(folder) for folder in folders):
            return f"{frame.filename}, line {frame.lineno}"
    return f"theme {theme.name}"
