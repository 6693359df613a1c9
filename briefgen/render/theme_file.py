"""Read a theme.toml: what each key means, and every mistake at once with the line it stands in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from briefgen.wording import LANGUAGES

NAME = "theme.toml"
EVIDENCE = ("annex", "footnotes", "none")
PAPERS = ("A4", "Letter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """What is wrong in a theme, with its file and, where it has one, its line."""

    path: Path
    text: str
    line: int | None = None

    def __str__(self) -> str:
        where = f"{self.path}, line {self.line}" if self.line else str(self.path)
        return f"{where}: {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture for the head of the brief: a file below the theme's folder, and the words that stand for it."""

    file: str
    alt: str


def near(word: str, known: Mapping[str, Any] | tuple[str, ...]) -> str:
    """Say which known word was probably meant, else which there are.

    >>> near("papper", ("paper", "logo")), near("x", ("paper", "logo"))
    ('did you mean paper?', 'known are paper, logo')
    """
    match = get_close_matches(word, list(known), n=1)
    return f"did you mean {match[0]}?" if match else f"known are {', '.join(known)}"


def read_theme(folder: Path) -> tuple[dict[str, Any], list[Mistake]]:
    """Give the settings of a theme's folder that are right, and the mistakes in the others."""
    path = folder / NAME
    if not path.is_file():
        return {}, []
    try:
        text = path.read_text(encoding="utf-8")
        raw = tomllib.loads(text)
    except UnicodeDecodeError:
        return {}, [Mistake(path=path, text="is not UTF-8 text. Save it as UTF-8")]
    except OSError as error:
        return {}, [Mistake(path=path, text=f"cannot be read ({error.strerror})")]
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        told = f'is no valid TOML: {error}. Texts stand in quotes, as in paper = "A4"'
        return {}, [Mistake(path=path, line=int(line[1]) if line else text.count("\n") + 1, text=told)]
    values: dict[str, Any] = {}
    mistakes = []
    for key, value in raw.items():
        try:
            values[key] = _reader(key)(value)
        except ValueError as error:
            mistakes.append(Mistake(path=path, line=line_of(text, key), text=f"{key}: {error}"))
    return values, mistakes


def line_of(text: str, key: str, table: str | None = None) -> int | None:
    r"""Find the line of a key (of a `table`, or of the file), or of the table of that name.

    >>> line_of('[labels]\npaper = "x"', "paper"), line_of('[labels]\npaper = "x"', "paper", "labels")
    (None, 2)
    """
    inside: str | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[+\s*[\"']?([\w-]+)[\"']?\s*\]", line):
            inside = header[1]
            if table is None and inside == key:
                return number
        elif inside == table and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*(=|\.)", line):
            return number
    return None


def _reader(key: str) -> Callable[[object], Any]:
    if key not in READERS:
        raise ValueError(f"unknown; {near(key, READERS)}")
    return READERS[key]


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"expected words in quotes, found {value!r}")
    return value


def _choice(*known: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in known:
            raise ValueError(f"{value!r} is none of {', '.join(known)}")
        return str(value)

    return read


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"expected true or false, found {value!r}")
    return value


def _sections(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(name, str) for name in value):
        raise ValueError(f'expected a list of sections, such as ["key_points", "meetings"], found {value!r}')
    if twice := next((name for name in value if value.count(name) > 1), None):
        raise ValueError(f"{twice} stands there twice")
    if odd := next((name for name in value if not re.fullmatch(r"\w+", name)), None):
        raise ValueError(f"{odd!r} is no name of a section: letters, digits and _ only")
    return tuple(value)


def _logo(value: object) -> Logo:
    if not isinstance(value, dict) or not {"file", "alt"} >= set(value) or "file" not in value:
        raise ValueError(
            'expected a table with file = "assets/..." and alt = "what it shows, for those who cannot see it"'
        )
    if not isinstance(value.get("alt"), str) or not value["alt"].strip():
        raise ValueError('alt is missing: the words that stand for the logo, such as alt = "Example Institute"')
    return Logo(file=_text(value["file"]), alt=value["alt"])


def _labels(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("expected a table of words in quotes")
    wrong = [
        f"{key}: expected words in quotes, found {word!r}" for key, word in value.items() if not isinstance(word, str)
    ]
    if wrong:
        raise ValueError("; ".join(wrong))
    return value


READERS: dict[str, Callable[[object], Any]] = {
    "description": _text,
    "extends": _text,
    "language": _choice(*LANGUAGES),
    "paper": _choice(*PAPERS),
    "evidence": _choice(*EVIDENCE),
    "one_page": _flag,
    "sections": _sections,
    "logo": _logo,
    "labels": _labels,
}
"""Every key of a theme.toml."""


def sections_unknown(path: Path, sections: tuple[str, ...], known: tuple[str, ...]) -> Iterator[Mistake]:
    """Tell of sections that no theme of the chain has a template for."""
    text = path.read_text(encoding="utf-8")
    for name in sections:
        if name not in known:
            told = f"sections: {name} is unknown (there is no sections/{name}.html); {near(name, known)}"
            line = next((n for n, row in enumerate(text.splitlines(), 1) if re.search(rf"[\"']{name}[\"']", row)), None)
            yield Mistake(path=path, line=line or line_of(text, "sections"), text=told)
