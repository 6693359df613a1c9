"""Turn command-line words and a briefgen.toml into requests; all mistakes are told at once, with file and key."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from briefgen.brief import Option
from briefgen.brief.choosing import Room
from briefgen.build import Request
from briefgen.errors import RequestError
from briefgen.merge import Wishes
from briefgen.model import Limits
from briefgen.render.theme import DEFAULT
from briefgen.settings import FORMATS, read_settings
from briefgen.sources import Selection

RECORDED = ("week", "period", "match", "publisher", "language", "include", "exclude", "undated", "issue")
"""The settings that decide which sources are used, and the issue's number; the brief says what they were."""
OCR_SECONDS = 600.0
"""What reading a file's pictures of pages may take, unless `max_ocr_seconds` says otherwise."""
AS_TYPED = ("title", "date", "week", "period", "publisher", "language", "match", "theme", "evidence", "jobs")
"""The options that are written in a briefgen.toml just as they are typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The words of one command, as typed; None where an option was not given."""

    sources: tuple[Path, ...] = ()
    output: Path | None = None
    formats: str | None = None
    title: str | None = None
    date: str | None = None
    week: str | None = None
    period: str | None = None
    publisher: list[str] | None = None
    language: list[str] | None = None
    match: str | None = None
    theme: str | None = None
    evidence: str | None = None
    previous: Path | None = None
    jobs: int | None = None
    strict: bool = False
    clean: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A request and what is to become of it: where to, in which formats and theme, in how many processes."""

    request: Request
    name: str = "brief"
    output: Path = Path("out")
    formats: tuple[str, ...] = FORMATS
    theme: str = DEFAULT
    evidence: str | None = None
    jobs: int = 1
    strict: bool = False
    clean: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """Settings of one place: the words as written, and the values read from them."""

    words: Mapping[str, Any]
    values: Mapping[str, Any]


def one_request(asked: Asked, config: Path | None = None) -> Order:
    """Make the order of a `build` command; what is typed beats what the configuration says.

    Typed paths are relative to the current folder, those of the configuration to its file. Raises RequestError with
    every mistake, one a line.
    """
    mistakes: list[str] = []
    shared: dict[str, Any] = {}
    if config is not None:
        shared = {key: value for key, value in read_toml(config).items() if key != "brief"}
    typed = {
        "sources": [str(path) for path in asked.sources],
        "output": None if asked.output is None else str(asked.output),
        "previous": None if asked.previous is None else str(asked.previous),
        "format": asked.formats,
        "strict": asked.strict or None,
        "clean": asked.clean or None,
        **{key: getattr(asked, key) for key in AS_TYPED},
    }
    below = _layer(shared, config.parent if config else Path(), f"{config}: ", mistakes)
    above = _layer({key: word for key, word in typed.items() if word is not None}, Path(), "--", mistakes)
    if mistakes:
        raise RequestError("\n  ".join(mistakes))
    return _order(below, above, home=Path("out"))


def orders(config: Path) -> list[Order]:
    """Make the orders of a briefgen.toml's `[[brief]]` tables; shared settings stand above them.

    Relative paths are relative to the file. Raises RequestError with every mistake, one a line.
    """
    raw = read_toml(config)
    tables = raw.pop("brief", None)
    if not isinstance(tables, list) or not tables:
        raise RequestError(f"{config}: no [[brief]] table. Each brief needs one, with at least a name and sources")
    mistakes: list[str] = []
    shared = _layer(raw, config.parent, f"{config}: ", mistakes)
    made: list[Order] = []
    for number, table in enumerate(tables, 1):
        order = _of_table(table, number, config, shared, mistakes)
        if order is None:
            continue
        if twice := next((f"name: {order.name!r}" for other in made if other.name == order.name), None) or next(
            (f"output: {str(order.output)!r}" for other in made if _same_place(other.output, order.output)), None
        ):
            mistakes.append(f"{config}: brief {number} ({order.name}): {twice} is used twice; give each brief its own")
        made.append(order)
    if mistakes:
        raise RequestError("\n  ".join(mistakes))
    return made


def _same_place(one: Path, other: Path) -> bool:
    return os.path.abspath(one) == os.path.abspath(other)


def _of_table(table: object, number: int, config: Path, shared: Layer, mistakes: list[str]) -> Order | None:
    """Make the order of a [[brief]] table; None, with its mistakes added to the list, where it has any."""
    if not isinstance(table, dict):
        mistakes.append(f"{config}: brief {number}: expected a table")
        return None
    named = isinstance(table.get("name"), str)
    where = f"{config}: brief {number}" + (f" ({table['name']})" if named else "") + ": "
    before = len(mistakes)
    own = _layer(table, config.parent, where, mistakes)
    if "name" not in table:
        mistakes.append(f"{where}name: missing")
    if "sources" not in table and "sources" not in shared.words:
        mistakes.append(f"{where}sources: missing; name the files and folders to read")
    if len(mistakes) > before or "sources" not in {**shared.values, **own.values}:
        return None
    return _order(shared, own, home=config.parent / "out" / own.values["name"])


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file. Raises RequestError naming it."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RequestError(f"{path}: no such file. `briefgen init DIR` makes one to start from") from None
    except IsADirectoryError:
        raise RequestError(f"{path}: is a folder. Name the briefgen.toml in it") from None
    except OSError as error:
        raise RequestError(f"{path}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise RequestError(f"{path}: is not UTF-8 text. Save it as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise RequestError(f"{path}: not valid TOML: {error}") from None


def _layer(raw: Mapping[str, Any], base: Path, where: str, mistakes: list[str]) -> Layer:
    """Read the settings of one place; what is wrong with them is added to the list."""
    values = read_settings(raw, base, lambda key, problem: mistakes.append(f"{where}{key}: {problem}"))
    return Layer(words=raw, values=values)


def _order(below: Layer, above: Layer, home: Path) -> Order:
    """Make an order of settings that are right; those above beat those below, and `home` is the output of none."""
    values = {"output": home, **below.values, **above.values}
    # a week above beats a period below, and the other way round
    dropped = {"week", "period"} if {"week", "period"} & set(above.words) else set()
    words = {**{key: word for key, word in below.words.items() if key not in dropped}, **above.words}
    selection = Selection(
        include=values.get("include", ()),
        exclude=values.get("exclude", ()),
        period=values.get("period"),
        undated=values.get("undated", True),
        publishers=values.get("publisher", ()),
        languages=values.get("language", ()),
        match=values.get("match"),
    )
    request = Request(
        sources=values["sources"],
        prepared=values.get("date") or date.today(),
        selection=selection,
        limits=_limits(values),
        wishes=Wishes(same=values.get("same", ()), different=values.get("different", ())),
        title=values.get("title"),
        subtitle=values.get("subtitle"),
        marking=values.get("marking"),
        period=values.get("period"),
        grades=values.get("grades", {}),
        room=Room(**{field.name: values.get(f"most_{field.name}", field.default) for field in fields(Room)}),
        previous=values.get("previous"),
        options={key: _recorded(words[key]) for key in RECORDED if key in words},
    )
    kept = {
        key: values[key] for key in ("name", "output", "theme", "evidence", "clean", "jobs", "strict") if key in values
    }
    return Order(request=request, formats=values.get("format", FORMATS), **kept)


def _limits(values: Mapping[str, Any]) -> Limits:
    """Give the limits; `ocr` allows the seconds for it, if the limits do not say how many."""
    limits: Limits = values.get("limits", Limits())
    seconds = limits.max_ocr_seconds or OCR_SECONDS
    return replace(limits, max_ocr_seconds=seconds if values.get("ocr") else 0.0)


def _recorded(word: Any) -> Option:
    """Give a setting as the brief records it."""
    return tuple(map(str, word)) if isinstance(word, list) else word if isinstance(word, int) else str(word)
