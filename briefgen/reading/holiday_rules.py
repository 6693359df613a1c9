"""The rule of holidays: "Thanksgiving Day", "last Easter Monday", "Christmas 2023", by the calendar of `knowledge/holidays.toml`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefgen.dates import month_end, on_day
from briefgen.knowledge import load
from briefgen.model import When
from briefgen.reading.date_rules import Rule, rule
from briefgen.reading.placing import TAIL, Setting, nearest_year, year_of


def holiday(name: str, year: int) -> date:
    """Give a holiday's day in a year. Raises KeyError for a name that is not known.

    >>> holiday("Thanksgiving", 2024), holiday("Good Friday", 2024), holiday("Memorial Day", 2024)
    (datetime.date(2024, 11, 28), datetime.date(2024, 3, 29), datetime.date(2024, 5, 27))
    """
    known = load("holidays")
    if name in known["fixed"]:
        month, day = map(int, known["fixed"][name].split("-"))
        return date(year, month, day)
    if name in known["weekday"]:
        month, weekday, nth = known["weekday"][name]
        if nth < 0:
            last = month_end(year, month)
            return last - timedelta(days=(last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    from dateutil.easter import easter

    return easter(year) + timedelta(days=known["easter"][name])


def _holiday(match: re.Match[str], setting: Setting) -> When | None:
    name, ref = match["name"], setting.published
    year, _ = year_of(match["tail"], setting)
    if year is None and not match["tail"] and ref is not None:
        day = holiday(name, ref.year)
        rel = (match["rel"] or "").casefold()
        if rel in ("last", "this past"):
            year = ref.year - (day >= ref)
        elif rel == "next":
            year = ref.year + (day <= ref)
        else:
            year = nearest_year(day.month, day.day, setting)
    return on_day(holiday(name, year), "holiday") if year is not None else None


def _names() -> str:
    names = sorted((name for part in load("holidays").values() for name in part), key=len, reverse=True)
    return "|".join(re.escape(name) for name in names)


HOLIDAYS = _names()
FIRST_WORDS = " ".join(re.findall(r"(?:^|\|)([^\W\d_]+)", HOLIDAYS.casefold()))
HOLIDAY_RULES: tuple[Rule, ...] = (
    rule(rf"\b(?:(?P<rel>last|next|this past|this)\s+)?(?P<name>{HOLIDAYS})\b(?!\s+(?:Island|tree|trees|market|markets|card|cards|shopping|sales|season|holidays?|break|week)\b){TAIL}", _holiday, 0, needs=FIRST_WORDS),
)  # fmt: skip
