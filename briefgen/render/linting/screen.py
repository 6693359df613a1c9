"""Try the style sheet of the page: names and values of properties, by what browsers know and what the printing knows of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from briefgen.render.linting.remarks import listening
from briefgen.render.theme import Theme
from briefgen.render.theme_file import Mistake

RULES = ("media", "supports", "layer", "container", "scope")
"""At-rules that hold rules."""
SAME = frozenset(
    "color background-color border-color border-style font-style font-weight text-align text-transform visibility "
    "border-collapse caption-side list-style-type margin padding line-height letter-spacing z-index opacity".split()
)
"""Properties whose values mean the same on screen and in print; of others, browsers take more."""


def check_page_style(path: Path, text: str, theme: Theme) -> Iterator[Mistake]:
    """Tell of properties that no browser knows, and of values that a property cannot have."""
    import tinycss2  # type: ignore[import-untyped]

    names = known()
    for name, value, line in _declared(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)):
        if name.startswith("-"):
            continue  # a variable of the theme's, or a vendor's own
        if name not in names:
            match = get_close_matches(name, sorted(names), n=1)
            meant = f"did you mean {match[0]}?" if match else "browsers know no such property"
            yield Mistake(path=path, line=line, text=f"{name} is an unknown property; {meant}")
        elif name in SAME and "(" not in value and _refused(name, value, theme):
            yield Mistake(path=path, line=line, text=f"{name}: {value}: invalid value")


@cache
def known() -> frozenset[str]:
    """Name the properties that a page may set."""
    from weasyprint.css.properties import KNOWN_PROPERTIES

    text = (files("briefgen.render.linting") / "properties.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset((*KNOWN_PROPERTIES, *(name for line in lines for name in line.split())))


def _declared(rules: Sequence[Any]) -> Iterator[tuple[str, str, int]]:
    """Give the declarations of rules, and of the rules in @media and its like: name, value and line."""
    import tinycss2

    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in RULES and rule.content is not None:
            yield from _declared(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
        elif rule.type == "qualified-rule":
            inside = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
            for part in inside:
                if part.type == "declaration":
                    yield part.lower_name, tinycss2.serialize(part.value).strip(), part.source_line
            yield from _declared([part for part in inside if part.type != "declaration"])


def _refused(name: str, value: str, theme: Theme) -> bool:
    from briefgen.render.pdf import style_sheet

    with listening() as remarks:
        style_sheet(f"p {{ {name}: {value} }}", theme)
    return any("invalid value" in remark for remark in remarks)
