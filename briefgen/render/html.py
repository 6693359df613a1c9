"""Make the semantic HTML of a brief with the theme's template: the one layout behind PDF, DOCX and page."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.errors import RenderError
from briefgen.render.fitting import fitted
from briefgen.render.sheet import Sheet
from briefgen.render.theme import Theme

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment


def html(sheet: Sheet, theme: Theme, template: str = "brief.html", **more: Any) -> str:
    """Fill a template of the theme. All values are escaped. Raises RenderError that names file and line."""
    from jinja2 import TemplateError

    try:
        return environment(theme).get_template(template).render({**values(sheet, theme), **more})
    except (TemplateError, *FAULTS) as error:
        raise failure(error, theme) from None


FAULTS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)
"""What the code of a template can raise, besides Jinja's own errors."""


def failure(error: Exception, theme: Theme) -> RenderError:
    """Say what went wrong in a template, and where."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return RenderError(f"{error.filename or error.name}, line {error.lineno}: {error.message}")
    if isinstance(error, TemplateNotFound):
        return RenderError(f"{_place(error, theme)}: theme {theme.name} has no template {error.name}")
    if isinstance(error, RecursionError):
        return RenderError(f"{_place(error, theme)}: a template includes or extends itself")
    return RenderError(f"{_place(error, theme)}: {error}")


def values(sheet: Sheet, theme: Theme) -> dict[str, Any]:
    """Give what every template sees."""
    return {
        "brief": fitted(sheet, theme),
        "labels": _Labels(theme),
        "sections": theme.sections,
        "paper": theme.paper,
        "annex": theme.evidence == "annex",
        "logo": theme.logo,
        "logo_src": f"brief-asset:{theme.logo.file}" if theme.logo else None,
        "one_page": theme.one_page,
        "drawn": {},
    }


def environment(theme: Theme) -> SandboxedEnvironment:
    """Make the sandbox that templates run in: they reach values and the theme's own files, nothing else."""
    from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Files(BaseLoader):
        def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
            path = theme.path(template)
            if path is None:
                raise TemplateNotFound(template)
            return theme.text(template), str(path), None

    return ImmutableSandboxedEnvironment(
        loader=Files(),
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
