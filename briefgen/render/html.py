"""Make the semantic HTML of a brief with the theme's template: the one layout behind PDF, DOCX and page.

A theme's files mark places: `new_note` gives a passage the first time it is cited, where the theme wants footnotes, and an
empty `nav` with `data-contents` is filled with the sections that come, where the brief is long.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.errors import RenderError
from briefgen.render.fitting import fitted
from briefgen.render.sheet import Passage, Sheet
from briefgen.render.theme import Theme

if TYPE_CHECKING:
    from briefgen.render.sandbox import Sandbox


LONG = 120
"""Rows from which on a brief gets a list of contents: about ten pages."""
_CONTENTS = re.compile(r'<nav class="contents" data-contents="([^"]*)"></nav>')
_SECTION = re.compile(r'<section id="([\w-]+)"[^>]*>\s*(?:<div[^>]*>\s*)?<h2>(.*?)</h2>', re.DOTALL)


def layout(sheet: Sheet, theme: Theme) -> str:
    """Make the HTML behind PDF and DOCX, with passages where the theme wants them and the contents of a long brief."""
    notes = {p.anchor: p for source in sheet.sources for p in source.passages} if theme.evidence == "footnotes" else {}

    def new_note(anchor: str) -> Passage | None:
        return notes.pop(anchor, None)

    long = not theme.one_page and _rows(sheet, theme) >= LONG
    made = html(sheet, theme, new_note=new_note, contents=long)
    return _CONTENTS.sub(lambda place: _contents(place[1], _SECTION.findall(made)), made)


def running_head(sheet: Sheet) -> str:
    """Give what stands at the head of each page: the title and the period."""
    from briefgen.wording import clipped

    return clipped(sheet.title, 80) + (f" · {sheet.period}" if sheet.period else "")


def _rows(sheet: Sheet, theme: Theme) -> int:
    """Count the rows that a brief fills: its length, told without setting it."""
    grouped = (sheet.meetings, sheet.views)
    rows = sum(len(rows) for groups in grouped for rows in groups.values())
    rows += len(sheet.actors) + len(sheet.designations) + len(sheet.changes) + len(sheet.points) + len(sheet.sources)
    return rows + (0 if theme.evidence == "none" else sum(len(s.passages) for s in sheet.sources))


def _contents(title: str, sections: Sequence[tuple[str, str]]) -> str:
    entries = "".join(f'<li><a href="#{anchor}">{heading}</a></li>' for anchor, heading in sections)
    return (
        f'<nav class="contents"><p class="contents-title" data-style="TOC Heading">{title}</p><ul>{entries}</ul></nav>'
    )


def direction(text: str) -> str:
    """Say which way a text runs: "rtl" where most of its letters are of a script that does, else "ltr".

    >>> direction("موسى met"), direction("Mousa (موسى) met the envoy")
    ('rtl', 'ltr')
    """
    from unicodedata import bidirectional

    kinds = [bidirectional(letter) for letter in text]
    return "rtl" if kinds.count("R") + kinds.count("AL") > kinds.count("L") else "ltr"


def html(sheet: Sheet, theme: Theme, template: str = "brief.html", **more: Any) -> str:
    """Fill a template of the theme. All values are escaped. Raises RenderError that names file and line."""
    from jinja2 import TemplateError

    try:
        made = environment(theme).get_template(template).render({**values(sheet, theme), **more})
    except (TemplateError, *FAULTS) as error:
        raise failure(error, theme) from None
    for _, wrong in too_wide(made):
        raise RenderError(f"theme {theme.name}: {wrong}")
    return made


MOST_SPANNED = {"colspan": 100, "span": 100, "rowspan": 65_534}
"""What a cell spans at most: rows as in browsers (HTML Standard, 4.9.11), columns as paper has room for; each costs the printing."""
_CELL = re.compile(r"""<(?:td|th|col|colgroup)\b((?:[^>"']|"[^"]*"|'[^']*')*)>""", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")


def too_wide(page: str) -> Iterator[tuple[int, str]]:
    """Give the table cells that span more than can be printed: where in the text, and what is wrong.

    >>> list(too_wide('<td title="colspan=700" COLSPAN=200>colspan=900</td><col span="3">'))
    [(0, 'colspan=200: a cell spans at most 100')]
    """
    for cell in _CELL.finditer(page):
        for attribute, value in _ATTRIBUTE.findall(cell[1]):
            name, number = attribute.lower(), unescape(value.strip("\"'")).strip()
            most = MOST_SPANNED.get(name)
            if most is not None and number.isdecimal() and (len(number) > 9 or int(number) > most):
                yield cell.start(), f"{name}={number[:20]}: a cell spans at most {most}"


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
        "sections": theme.order(),
        "paper": theme.paper,
        "annex": theme.annex,
        "logo": theme.logo,
        "logo_src": f"brief-asset:{theme.logo.file}" if theme.logo else None,
        "one_page": theme.one_page,
        "drawn": {},
        "evidence": "none" if theme.one_page and theme.evidence == "annex" else theme.evidence,
        "contents": False,
        "head": running_head(sheet),
        "new_note": lambda anchor: None,
    }


def environment(theme: Theme) -> Sandbox:
    """Make the sandbox that templates run in: they reach values and the theme's own files, nothing else."""
    from briefgen.render.sandbox import Sandbox

    made = Sandbox(theme)
    made.filters["direction"] = direction
    return made


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
