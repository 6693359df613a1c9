"""Turn command-line words and a briefgen.toml into requests; all mistakes are told at once, with file and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from briefgen.build import Request
from briefgen.errors import RequestError
from briefgen.merge import Wishes
from briefgen.model import Limits, Period
from briefgen.sources import Selection

FORMATS = ("pdf", "docx", "html", "json")
MARKINGS = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")


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
    theme: str | None = None
    previous: Path | None = None
    jobs: int = 1
    strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A request and what is to become of it: where to, in which formats and theme, in how many processes."""

    request: Request
    name: str = "brief"
    output: Path = Path("out")
    formats: tuple[str, ...] = FORMATS
    theme: str = "plain"
    jobs: int = 1
    strict: bool = False


KEYS: dict[str, type | tuple[type, ...]] = {
    "name": str,
    "sources": list,
    "output": str,
    "format": (str, list),
    "title": str,
    "subtitle": str,
    "date": (str, date),
    "week": str,
    "period": str,
    "theme": str,
    "previous": str,
    "jobs": int,
    "strict": bool,
    "marking": str,
    "publisher": (str, list),
    "language": (str, list),
    "match": str,
    "include": list,
    "exclude": list,
    "undated": bool,
    "same": list,
    "different": list,
    "grades": dict,
    "limits": dict,
}


def one_request(asked: Asked, config: Path | None = None) -> Order:
    """Make the order of a `build` command; what is typed beats what the configuration says."""
    shared: dict[str, Any] = {}
    if config is not None:
        raw = read_toml(config)
        shared = {key: value for key, value in raw.items() if key != "brief"}
    typed: dict[str, Any] = {"sources": [str(path.absolute()) for path in asked.sources]}
    if asked.formats is not None:
        typed["format"] = asked.formats
    for key in ("title", "date", "week", "period"):
        if getattr(asked, key) is not None:
            typed[key] = getattr(asked, key)
    if asked.theme is not None:
        typed["theme"] = str(Path(asked.theme).absolute()) if Path(asked.theme).is_dir() else asked.theme
    if asked.output is not None:
        typed["output"] = str(asked.output.absolute())
    if asked.previous is not None:
        typed["previous"] = str(asked.previous.absolute())
    mistakes: list[str] = []
    order = _order({**shared, **typed}, config.parent if config else Path(), str(config or "command line"), mistakes)
    if mistakes or order is None:
        raise RequestError("\n  ".join(mistakes))
    return replace(order, jobs=asked.jobs if asked.jobs > 1 else order.jobs, strict=asked.strict or order.strict)


def orders(config: Path) -> list[Order]:
    """Make the orders of a briefgen.toml's `[[brief]]` tables; shared settings stand above them.

    Relative paths are relative to the file. Raises RequestError with every mistake, one a line.
    """
    raw = read_toml(config)
    tables = raw.pop("brief", None)
    mistakes: list[str] = []
    if not isinstance(tables, list) or not tables:
        raise RequestError(f"{config}: no [[brief]] table. Each brief needs one, with at least a name and sources")
    made, names = [], set()
    for number, table in enumerate(tables, 1):
        where = f"{config}: brief {number}" + (
            f" ({table['name']})" if isinstance(table, dict) and "name" in table else ""
        )
        if not isinstance(table, dict):
            mistakes.append(f"{where}: expected a table")
            continue
        if "name" not in table:
            mistakes.append(f"{where}: name: missing")
        if table.get("name") in names:
            mistakes.append(f"{where}: name: {table['name']!r} is used twice")
        names.add(table.get("name"))
        merged = {**raw, **table}
        merged.setdefault("output", str(Path("out", str(table.get("name", number)))))
        order = _order(merged, config.parent, where, mistakes)
        if order is not None:
            made.append(order)
    if mistakes:
        raise RequestError("\n  ".join(mistakes))
    return made


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file. Raises RequestError naming it."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RequestError(f"{path}: no such file. `briefgen init DIR` makes one to start from") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RequestError(f"{path}: {error}") from None


def _order(raw: Mapping[str, Any], base: Path, where: str, mistakes: list[str]) -> Order | None:
    """Make one order; mistakes are added to the list, all of them."""
    before = len(mistakes)

    def wrong(key: str, problem: str) -> None:
        mistakes.append(f"{where}: {key}: {problem}")

    for key, value in raw.items():
        if key not in KEYS:
            wrong(key, f"unknown; known keys are {', '.join(sorted(KEYS))}")
        elif not isinstance(value, KEYS[key]) or (isinstance(value, bool) and KEYS[key] is int):
            wrong(key, f"expected {_kind(KEYS[key])}, found {value!r}")
    if len(mistakes) > before:
        return None
    if not raw.get("sources"):
        wrong("sources", "missing; name the files and folders to read")
    formats = _formats(raw.get("format", list(FORMATS)), wrong)
    period = _period(raw, wrong)
    prepared = _day(raw["date"], "date", wrong) if "date" in raw else date.today()
    marking = raw.get("marking")
    if marking is not None and marking not in MARKINGS:
        wrong("marking", f"{marking!r} is none of {', '.join(MARKINGS)}")
    limits = _limits(raw.get("limits", {}), wrong)
    selection = Selection(
        include=tuple(raw.get("include", ())),
        exclude=tuple(raw.get("exclude", ())),
        period=period,
        undated=raw.get("undated", True),
        publishers=_texts(raw.get("publisher")),
        languages=tuple(code.lower() for code in _texts(raw.get("language"))),
        match=raw.get("match"),
    )
    if len(mistakes) > before:
        return None
    request = Request(
        sources=tuple(base / source for source in raw["sources"]),
        prepared=prepared or date.today(),
        selection=selection,
        limits=limits,
        wishes=Wishes(same=_groups(raw.get("same", [])), different=_groups(raw.get("different", []))),
        title=raw.get("title"),
        subtitle=raw.get("subtitle"),
        marking=marking,
        period=period,
        grades=raw.get("grades", {}),
        previous=base / raw["previous"] if "previous" in raw else None,
        options={key: str(raw[key]) for key in ("week", "period", "match", "publisher", "language") if key in raw},
    )
    return Order(
        request=request,
        name=str(raw.get("name", "brief")),
        output=base / raw.get("output", "out"),
        formats=formats,
        theme=_theme(raw.get("theme", "plain"), base),
        jobs=raw.get("jobs", 1),
        strict=raw.get("strict", False),
    )


def _theme(name: str, base: Path) -> str:
    """Give a theme's folder where there is one beside the configuration, else the name as it stands."""
    return str(base / name) if (base / name).is_dir() else name


def _kind(wanted: type | tuple[type, ...]) -> str:
    names = {
        str: "text in quotes",
        list: "a list",
        int: "a whole number",
        bool: "true or false",
        dict: "a table",
        date: "a day",
    }
    return " or ".join(names[kind] for kind in (wanted if isinstance(wanted, tuple) else (wanted,)))


def _texts(value: str | list[str] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def _groups(value: list[Any]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(str(name) for name in group) for group in value if isinstance(group, list))


def _formats(value: str | list[str], wrong: Any) -> tuple[str, ...]:
    asked = (
        [part.strip().lower() for part in value.split(",")]
        if isinstance(value, str)
        else [str(part).lower() for part in value]
    )
    unknown = [part for part in asked if part not in FORMATS]
    if unknown or not asked:
        wrong("format", f"{', '.join(unknown) or 'nothing'} is none of {', '.join(FORMATS)}")
    return tuple(f for f in FORMATS if f in asked)


def _limits(raw: Mapping[str, Any], wrong: Any) -> Limits:
    known = {f.name for f in fields(Limits)}
    good: dict[str, Any] = {}
    for key, value in raw.items():
        if key not in known:
            wrong(f"limits.{key}", f"unknown; known are {', '.join(sorted(known))}")
        elif isinstance(value, bool) or not isinstance(value, (int, float)) or value <= 0:
            wrong(f"limits.{key}", f"expected a number above 0, found {value!r}")
        else:
            good[key] = value
    return Limits(**good)


def _day(value: str | date, key: str, wrong: Any) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        wrong(key, f"{value!r} is no day; write it as 2023-10-29")
        return None


def _period(raw: Mapping[str, Any], wrong: Any) -> Period | None:
    """Read `week = "2023-W43"` or `period = "2023-10-01..2023-10-31"`."""
    if "week" in raw and "period" in raw:
        wrong("week", "give a week or a period, not both")
        return None
    if "week" in raw:
        match = re.fullmatch(r"(\d{4})-?W(\d{1,2})", raw["week"])
        try:
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
        except ValueError:
            monday = None
        if monday is None:
            wrong("week", f"{raw['week']!r} is no week; write it as 2023-W43")
            return None
        return Period(start=monday, end=monday + timedelta(days=6))
    if "period" in raw:
        first, dots, last = raw["period"].partition("..")
        start, end = (
            _day(first.strip(), "period", wrong) if dots else None,
            _day(last.strip(), "period", wrong) if dots else None,
        )
        if not dots:
            wrong("period", f"{raw['period']!r} is no period; write it as 2023-10-01..2023-10-31")
        elif start and end and end < start:
            wrong("period", "it ends before it starts")
        elif start and end:
            return Period(start=start, end=end)
    return None
