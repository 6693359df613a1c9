"""Try a theme's style sheets: what the printing cannot use, fonts that are not there, addresses that are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from briefgen.render.fonts import FACES
from briefgen.render.linting.remarks import listening
from briefgen.render.linting.screen import check_page_style
from briefgen.render.theme import IMPORT, Theme
from briefgen.render.theme_file import Mistake, near

GENERIC = ("serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui", "inherit", "initial", "unset")
_REMARK = re.compile(r"Ignored `(?P<what>.*?)` at (?P<line>\d+):\d+, (?P<why>.*)", re.DOTALL)
_PLACE = re.compile(r"at (?:line )?(\d+):\d+")


def check_styles(theme: Theme, folders: Sequence[Path]) -> list[Mistake]:
    """Give the mistakes in the style sheets of the folders. Raises MissingLibraryError without WeasyPrint's libraries."""
    found: list[Mistake] = []
    families = declared(theme)
    for path in (path for folder in folders for path in sorted(folder.glob("*.css"))):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            found.append(Mistake(path=path, text="is not UTF-8 text. Save it as UTF-8"))
            continue
        found += _imports(path, text, theme)
        found += _syntax(path, text)
        if path.name == "page.css":
            found += check_page_style(path, text, theme)
        else:
            found += _remarks(path, text, theme)
            found += _fonts(path, text, families)
    return found


def declared(theme: Theme) -> tuple[str, ...]:
    """Name the font families that a theme may use: those that come with briefgen, and its @font-face rules'."""
    texts = [
        path.read_text(encoding="utf-8", errors="replace") for folder in theme.folders for path in folder.glob("*.css")
    ]
    faces = (face for text in texts for face in re.findall(r"@font-face\s*\{(.*?)\}", text, re.DOTALL))
    own = [match[1] for face in faces if (match := re.search(r"font-family\s*:\s*[\"']?([^;\"']+)", face))]
    return tuple(dict.fromkeys((*FACES, *(name.strip() for name in own))))


def _imports(path: Path, text: str, theme: Theme) -> Iterator[Mistake]:
    from briefgen.render.linting import refusal

    for match in re.finditer(r"@import\s+(?:url\()?[\"']?([^\"')\s;]+)", text):
        line = text.count("\n", 0, match.start()) + 1
        if not IMPORT.match(text, match.start()) or theme.path(match[1]) is None:
            names = ", ".join(f'"{folder.name}/{path.name}"' for folder in theme.folders if folder != path.parent)
            told = f"{refusal(match[1])}; of style sheets, only a theme below can be imported: {names}"
            yield Mistake(path=path, line=line, text=f"@import: {told}")


def _syntax(path: Path, text: str) -> Iterator[Mistake]:
    """Tell of what is no CSS at all, and of braces that do not match."""
    import tinycss2  # type: ignore[import-untyped]

    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if rule.type == "error":
            yield Mistake(path=path, line=rule.source_line, text=f"is no CSS: {rule.message}")
    bare = re.sub(r"/\*.*?\*/|\"[^\"\n]*\"|'[^'\n]*'", lambda m: "\n" * m[0].count("\n"), text, flags=re.DOTALL)
    depth = 0
    for number, line in enumerate(bare.splitlines(), 1):
        depth += line.count("{") - line.count("}")
        if depth < 0:
            yield Mistake(path=path, line=number, text="a } without its {")
            return
    if depth:
        yield Mistake(
            path=path, line=len(bare.splitlines()), text=f"{depth} {{ without its }}: from there on the rules are lost"
        )


def _remarks(path: Path, text: str, theme: Theme) -> Iterator[Mistake]:
    """Give what WeasyPrint says of a style sheet, and the addresses in it that are refused."""
    from briefgen.render.linting import refusal
    from briefgen.render.pdf import style_sheet

    with listening() as remarks:
        style_sheet(IMPORT.sub("", text), theme)
    for remark in remarks:
        if "cannot be loaded" in remark:
            continue  # its address is told below
        match, place = _REMARK.match(remark), _PLACE.search(remark)
        if match:
            yield Mistake(path=path, line=int(match["line"]), text=_told(match["what"], match["why"].strip(" .")))
        elif "Failed to load stylesheet" not in remark:
            yield Mistake(path=path, line=int(place[1]) if place else None, text=remark)
    for match in re.finditer(r"url\(\s*[\"']?([^\"')]+)", text):
        line = text.count("\n", 0, match.start()) + 1
        name = match[1].strip().removeprefix("brief-asset:")
        inside = name.startswith(("assets/", "fonts/")) and theme.path(name)
        if (
            not inside
            and not name.startswith(("data:", "#"))
            and not text[: match.start()].rstrip().endswith("@import")
        ):
            yield Mistake(path=path, line=line, text=refusal(match[1].strip()))


def _told(what: str, why: str) -> str:
    from weasyprint.css.properties import KNOWN_PROPERTIES

    what = " ".join(what.split())
    name = what.split(":", 1)[0].strip()
    if why == "unknown property":
        match = get_close_matches(name, sorted(KNOWN_PROPERTIES), n=1)
        meant = f"did you mean {match[0]}?" if match else "the printing knows no such property"
        return f"{name} is an unknown property; {meant}"
    return f"{what}: {why}"


def _fonts(path: Path, text: str, families: tuple[str, ...]) -> Iterator[Mistake]:
    """Tell of font families that are neither the theme's nor briefgen's: what stands there would differ from machine to machine."""
    import tinycss2

    for name, line in _named(tinycss2.parse_component_value_list(text)):
        if name not in families and name.casefold() not in GENERIC:
            told = f"the font {name} does not come with the theme; {near(name, families)}, or put the file into assets/ with an @font-face"
            yield Mistake(path=path, line=line, text=told)


def _named(tokens: Sequence[Any]) -> Iterator[tuple[str, int]]:
    """Give the families that declarations of `font` and `font-family` name, in blocks within blocks."""
    for place, token in enumerate(tokens):
        if token.type == "{} block":
            yield from _named(token.content)
        elif token.type == "ident" and token.lower_value in ("font", "font-family") and _colon(tokens, place):
            value = []
            for part in tokens[place + 2 :]:
                if part == ";":
                    break
                value.append(part)
            yield from _families(value, whole=token.lower_value == "font-family")


def _colon(tokens: Sequence[Any], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1] == ":"


def _families(value: Sequence[Any], *, whole: bool) -> Iterator[tuple[str, int]]:
    """Give the families of one declaration; those of `font` stand after its size."""
    if not whole:
        sizes = [n for n, part in enumerate(value) if part.type in ("dimension", "percentage", "number")]
        if not sizes:
            return
        value = value[sizes[-1] + 1 :]
    words: list[Any] = []
    for part in (*value, None):
        if part is None or part == ",":
            names = [word for word in words if word.type in ("string", "ident")]
            if names and names[0].value != "var":
                yield " ".join(word.value for word in names), names[0].source_line
            words = []
        else:
            words.append(part)
