"""What the keys of a briefgen.toml mean: each is read by a function that gives its value or says what is wrong with it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from briefgen.errors import RequestError
from briefgen.model import Limits, Period
from briefgen.render.theme import COMMENTS, theme_names
from briefgen.render.theme_file import EVIDENCE
from briefgen.sources.query import compiled

FORMATS = ("pdf", "docx", "html", "json")
MARKINGS = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
Tell = Callable[[str, str], None]
"""Told of each mistake: the key, and what is wrong with its value."""


def read_settings(raw: Mapping[str, Any], base: Path, tell: Tell) -> dict[str, Any]:
    """Give the values of the keys that are right, paths placed below `base`, and tell what is wrong with the others.

    `week` and `period` both give `period`, a `Period`.
    """
    values: dict[str, Any] = {}
    for key, value in raw.items():
        if key not in READERS:
            near = get_close_matches(key, READERS, n=1)
            tell(key, f"unknown; did you mean {near[0]}?" if near else f"unknown; known are {', '.join(READERS)}")
            continue
        try:
            values[key] = READERS[key](value)
        except ValueError as error:
            tell(key, str(error))
    if "week" in raw and "period" in raw:
        tell("week", "give a week or a period, not both")
    if "week" in values:
        values["period"] = values.pop("week")
    return _placed(values, base, tell)


def _placed(values: dict[str, Any], base: Path, tell: Tell) -> dict[str, Any]:
    """Make the paths among the values relative to `base`; a theme is a folder there or the name of one of ours."""
    if "sources" in values:
        values["sources"] = tuple(base / path for path in values["sources"])
    for key in ("output", "previous"):
        if key in values:
            values[key] = base / values[key]
    theme = values.get("theme")
    if theme is not None and (base / theme).is_dir():
        values["theme"] = str(base / theme)
    elif theme is not None and theme not in theme_names():
        tell("theme", f"{_found(theme)} is no such theme: no folder, and none of {', '.join(theme_names())}")
    return values


def _found(value: object) -> str:
    """Show a value in a message, at a length that fits a line."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"expected text in quotes, found {_found(value)}")
    if not value.strip():
        raise ValueError("is empty")
    return value


def _name(value: object) -> str:
    name = _text(value)
    # it also names the folder that the brief goes to
    if re.search(r"[/\\\x00-\x1f]", name) or name.startswith("."):
        raise ValueError(f"{_found(name)} cannot be the name of a folder; leave out slashes and a dot at the start")
    return name


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError(f'expected a list of texts, such as ["..."], found {_found(value)}')
    return tuple(value)


def _some_texts(value: object) -> tuple[str, ...]:
    texts = _texts(value)
    if not texts:
        raise ValueError("missing; the list is empty")
    return texts


def _one_or_more(value: object) -> tuple[str, ...]:
    return (_text(value),) if isinstance(value, str) else _texts(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"expected true or false, found {_found(value)}")
    return value


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"expected a whole number of 1 or more, found {_found(value)}")
    return value


def _most(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"expected a whole number, 0 for all, found {_found(value)}")
    return value


def _day(value: object) -> date:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(_text(value).strip())
    except ValueError:
        raise ValueError(f"{_found(value)} is no day; write it as 2023-10-29") from None


def _week(value: object) -> Period:
    match = re.fullmatch(r"(\d{4})-?W(\d{1,2})", _text(value).strip())
    try:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
        return Period(start=monday, end=monday + timedelta(days=6)) if monday else _no_week(value)
    except (ValueError, OverflowError):
        year, number = (int(match[1]), int(match[2])) if match else (0, 0)
        if year and number:
            # the last week of a year holds its 28 December (ISO 8601)
            weeks = date(year, 12, 28).isocalendar().week
            raise ValueError(f"{_found(value)} is no week: {year} has {weeks} weeks") from None
        return _no_week(value)


def _no_week(value: object) -> Period:
    raise ValueError(f"{_found(value)} is no week; write it as 2023-W43")


def _period(value: object) -> Period:
    first, dots, last = _text(value).partition("..")
    if not dots:
        raise ValueError(f"{_found(value)} is no period; write it as 2023-10-01..2023-10-31")
    start, end = _day(first), _day(last)
    if end < start:
        raise ValueError(f"{_found(value)} ends before it starts")
    return Period(start=start, end=end)


def _formats(value: object) -> tuple[str, ...]:
    words = value.split(",") if isinstance(value, str) else _texts(value)
    asked = [word.strip().lower() for word in words]
    unknown = [word for word in asked if word not in FORMATS]
    if unknown or not asked:
        raise ValueError(f"{', '.join(filter(None, unknown)) or 'nothing'} is none of {', '.join(FORMATS)}")
    return tuple(name for name in FORMATS if name in asked)


def _marking(value: object) -> str:
    if _text(value) not in MARKINGS:
        raise ValueError(f"{_found(value)} is none of {', '.join(MARKINGS)}")
    return str(value)


def _evidence(value: object) -> str:
    if _text(value) not in (*EVIDENCE, COMMENTS):
        raise ValueError(f"{_found(value)} is none of {', '.join((*EVIDENCE, COMMENTS))}")
    return str(value)


def _languages(value: object) -> tuple[str, ...]:
    codes = _one_or_more(value)
    for code in codes:
        if not re.fullmatch(r"[A-Za-z]{2,3}(-\w+)*", code):
            raise ValueError(f"{_found(code)} is no language code; write English as en")
    return tuple(code.split("-")[0].lower() for code in codes)


def _query(value: object) -> str:
    try:
        compiled(_text(value))
    except RequestError as error:
        raise ValueError(str(error)) from None
    return str(value)


def _groups(value: object) -> tuple[tuple[str, ...], ...]:
    groups: Sequence[object] = value if isinstance(value, list) else ()
    good = [group for group in groups if isinstance(group, list) and len(group) > 1]
    if not isinstance(value, list) or len(good) < len(groups):
        raise ValueError(f'expected groups of names, such as [["Ada Renn", "A. Ren"]], found {_found(value)}')
    return tuple(_texts(group) for group in good)


def _grades(value: object) -> dict[str, str]:
    grades = _table(value)
    for publisher, grade in grades.items():
        if not isinstance(grade, str) or not re.fullmatch(r"[A-F][1-6]", grade):
            raise ValueError(f"{publisher}: {_found(grade)} is no Admiralty code, such as B2 (A to F, then 1 to 6)")
    return grades


def _limits(value: object) -> Limits:
    given = _table(value)
    known = {field.name: field.type for field in fields(Limits)}
    wrong = []
    for key, limit in given.items():
        whole = known.get(key) == "int"
        if key not in known:
            wrong.append(f"{key} is unknown; known are {', '.join(known)}")
        elif (
            isinstance(limit, bool)
            or not isinstance(limit, int if whole else (int, float))
            or not math.isfinite(limit)
            or limit <= 0
        ):
            wrong.append(f"{key}: expected a {'whole ' if whole else ''}number above 0, found {_found(limit)}")
    if wrong:
        raise ValueError("; ".join(wrong))
    return Limits(**given)


def _table(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"expected a table, found {_found(value)}")
    return value


READERS: dict[str, Callable[[object], Any]] = {
    "name": _name,
    "sources": _some_texts,
    "output": _text,
    "format": _formats,
    "title": _text,
    "subtitle": _text,
    "issue": _count,
    "date": _day,
    "week": _week,
    "period": _period,
    "previous": _text,
    "theme": _text,
    "evidence": _evidence,
    "clean": _flag,
    "marking": _marking,
    "include": _texts,
    "exclude": _texts,
    "publisher": _one_or_more,
    "language": _languages,
    "match": _query,
    "undated": _flag,
    "ocr": _flag,
    "same": _groups,
    "different": _groups,
    "most_views": _most,
    "most_actors": _most,
    "grades": _grades,
    "limits": _limits,
    "jobs": _count,
    "strict": _flag,
}
"""Every key of a briefgen.toml, in the order in which a person would write them."""
