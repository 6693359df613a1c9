"""Try a theme's templates with sample briefs and note every unknown name, instead of stopping at the first."""

from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.model import Brief
from briefgen.render.html import FAULTS, environment, failure, too_wide, values
from briefgen.render.sheet import Sheet
from briefgen.render.theme import Theme
from briefgen.render.theme_file import Mistake, near
from briefgen.render.view import sheet

if TYPE_CHECKING:
    from jinja2 import Template
    from jinja2.sandbox import SandboxedEnvironment

_FORGIVEN = re.compile(r"\bis\s+(not\s+)?defined\b|\bdefault\b|\|\s*d\(")
WHOLE = ("brief.html", "page.html")


def check_templates(theme: Theme, folders: Sequence[Path], briefs: Sequence[Brief]) -> list[Mistake]:
    """Give the mistakes in the templates of the folders."""
    found: dict[Mistake, None] = {}
    own = [path for folder in folders for path in sorted(folder.rglob("*.html"))]
    try_environment = noting(theme, found)
    broken = {path for path in own if _misspelt(path, try_environment, found)}
    found.update(dict.fromkeys(mistake for path in own if path not in broken for mistake in _too_wide(path)))
    names = {path: path.relative_to(next(f for f in folders if path.is_relative_to(f))).as_posix() for path in own}
    for brief in briefs:
        seen = _seen(sheet(brief), theme)
        for name in (*WHOLE, *(names[path] for path in own if "sections/" in names[path] and path not in broken)):
            mistake = _tried(name, seen, try_environment, theme)
            if mistake and mistake.path not in broken:
                found[mistake] = None
    return list(found)


def _seen(shown: Sheet, theme: Theme) -> dict[str, Any]:
    """Give what templates see, with labels as a plain mapping: an unknown one is then noted, not refused."""
    texts = {source.id: () for source in shown.sources}
    uses = {passage.anchor: () for source in shown.sources for passage in source.passages}
    page = {"annex": True, "body": "", "headings": (), "texts": texts, "uses": uses}
    page |= dict.fromkeys(("policy", "style", "script"), "")
    return {**values(shown, theme), **page, "labels": dict(theme.labels)}


def _misspelt(path: Path, env: SandboxedEnvironment, found: dict[Mistake, None]) -> bool:
    """Note what cannot be read as a template: code that is no Jinja, an unknown filter, text that is no UTF-8."""
    from jinja2 import TemplateSyntaxError

    try:
        env.compile(path.read_text(encoding="utf-8"), path.name, str(path))
    except TemplateSyntaxError as error:
        found[Mistake(path=path, line=error.lineno, text=str(error.message))] = None
    except UnicodeDecodeError:
        found[Mistake(path=path, text="is not UTF-8 text. Save it as UTF-8")] = None
    else:
        return False
    return True


def _too_wide(path: Path) -> Iterator[Mistake]:
    text = path.read_text(encoding="utf-8")
    for place, wrong in too_wide(text):
        yield Mistake(path=path, line=text.count("\n", 0, place) + 1, text=wrong)


def _tried(name: str, seen: dict[str, Any], env: SandboxedEnvironment, theme: Theme) -> Mistake | None:
    """Fill one template, a section within the macros it expects; give what stopped it."""
    from jinja2 import TemplateError

    try:
        if name in WHOLE:
            env.get_template(name).render(seen)
        else:
            env.from_string(f'{{% import "macros.html" as show with context %}}{{% include "{name}" %}}').render(seen)
    except (TemplateError, *FAULTS) as error:
        told = str(failure(error, theme))
        match = re.match(r"(?P<path>.+?), line (?P<line>\d+): (?P<text>.*)", told, re.DOTALL)
        if match:
            return Mistake(path=Path(match["path"]), line=int(match["line"]), text=match["text"])
        return Mistake(path=theme.folders[0], text=told)
    return None


def noting(theme: Theme, found: dict[Mistake, None]) -> SandboxedEnvironment:
    """Make the templates' sandbox with unknown names noted, and empty."""
    from jinja2 import ChainableUndefined, nodes
    from jinja2.exceptions import SecurityError, UndefinedError
    from jinja2.utils import missing

    env = environment(theme)

    class Noted(ChainableUndefined):
        def __init__(
            self, hint: str | None = None, obj: Any = missing, name: str | None = None, exc: Any = UndefinedError
        ) -> None:
            super().__init__(hint, obj, name)
            place = _place()
            if place is None:
                raise nodes.Impossible  # a constant, seen while the template is read: it comes again when it is filled
            if isinstance(obj, Noted):
                return
            path, line = place
            if hint is None and _FORGIVEN.search(_line(path, line)):
                return
            told = hint or _unknown(str(name), obj, missing, theme)
            if exc is SecurityError and hint:
                told = f"{name} is out of reach: templates run in a sandbox"
            found[Mistake(path=path, line=line, text=told)] = None

    env.undefined = Noted
    return env


def _line(path: Path, number: int) -> str:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _place() -> tuple[Path, int] | None:
    """Find the template and line that is being filled: the nearest frame that runs a template of a file.

    None while a template is read, which happens within the filling of the one that takes it in.
    """
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_globals.get("__name__") == "jinja2.compiler":
            return None
        template: Template | None = frame.f_globals.get("__jinja_template__")
        if template is not None and template.filename and Path(template.filename).is_file():
            return Path(template.filename), template.get_corresponding_lineno(frame.f_lineno)
        frame = frame.f_back  # type: ignore[assignment]
    return None


def _unknown(name: str, owner: Any, missing: Any, theme: Theme) -> str:
    """Say what is not known, and which name was probably meant."""
    if owner is missing:
        known = ("brief", "labels", "sections", "paper", "logo", "logo_src", "drawn", "annex", "one_page")
        return f"{name!r} is unknown; {near(name, known)}"
    if isinstance(owner, Mapping):
        if set(owner) == set(theme.labels):
            return f"labels.{name} is unknown: add it to [labels] in theme.toml, or {near(name, tuple(owner))[:200]}"
        return f"{name} is unknown here; {near(name, tuple(map(str, owner)))[:200]}"
    if dataclasses.is_dataclass(owner):
        fields = tuple(field.name for field in dataclasses.fields(owner))
        return f"a {type(owner).__name__} has no {name}; {near(name, fields)}"
    return f"{type(owner).__name__} has no {name}"


def styles_asked(theme: Theme) -> Iterator[tuple[Path, int, str]]:
    """Give each Word style that a template of the theme names, with file and line."""
    for folder in theme.folders:
        for path in sorted(folder.rglob("*.html")):
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
                for style in re.findall(r'data-style="([^"{}]+)"', line):
                    yield path, number, style
