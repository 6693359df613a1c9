"""Calendar arithmetic and the plain forms of full dates; the doctests are the specification.

Weeks run from Monday to Sunday (ISO 8601). All stretches are inclusive at both ends.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from briefgen.model import Precision, When

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tue", "tues"),
            ("wednesday", "wed"),
            ("thursday", "thu", "thur", "thurs"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sep(?:t?\.|tember|t)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
FULL = re.compile(
    # looked at only where a month or a number may begin, which is twice as fast
    r"\b(?=[JFMASOND\d])(?:"
    rf"(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>(?:19|20)\d\d)\b"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<m2>{MONTH})[,\s-]+(?P<y2>(?:19|20)\d\d)\b"
    r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)"
    r"|(?<![\d./])(?P<a>\d{1,2})(?P<sign>[./])(?P<b>\d{1,2})(?P=sign)(?P<y4>(?:19|20)\d\d)(?!\.?\d|/))",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d")
BEFORE_YEAR, BEHIND_YEAR = 48, 12
"""Characters before and behind its year that the rest of a full date and the signs around it take."""


def month_number(word: str) -> int:
    """Give a month's number from its name or abbreviation.

    >>> month_number("Sept.")
    9
    """
    return MONTHS[word.casefold().rstrip(".")]


def valid(year: int, month: int, day: int) -> date | None:
    """Give the day, or None where the calendar has none such.

    >>> valid(2023, 2, 29) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_dates(text: str) -> Iterator[tuple[int, int, date]]:
    """Give each full date of day, month and year with its place in the text.

    Days written in numbers alone are given where they can be read in one way: with full stops the day comes first, with
    strokes the number above twelve tells.

    >>> [d.isoformat() for _, _, d in full_dates("October 29, 2023 - 11:00am; 03 March 2006; 2024-02-30")]
    ['2023-10-29', '2006-03-03']
    >>> [d.isoformat() for _, _, d in full_dates("5.3.2024; 25/03/2024; 03/25/2024; 03/05/2024; 1.2.2024.7")]
    ['2024-03-05', '2024-03-25', '2024-03-25']
    """
    for match in _near_years(text):
        if match["y3"]:
            day = valid(int(match["y3"]), int(match["m3"]), int(match["d3"]))
        elif match["y4"]:
            day = _in_numbers(int(match["a"]), int(match["b"]), int(match["y4"]), match["sign"])
        elif match["y1"]:
            day = valid(int(match["y1"]), month_number(match["m1"]), int(match["d1"]))
        else:
            day = valid(int(match["y2"]), month_number(match["m2"]), int(match["d2"]))
        if day:
            yield match.start(), match.end(), day


def _near_years(text: str) -> Iterator[re.Match[str]]:
    """Match full dates around the years of a text: most of its words are near none, and looking for years is cheap."""
    start = end = 0
    for year in YEAR.finditer(text):
        if year.start() - BEFORE_YEAR > end:
            yield from FULL.finditer(text, start, end)
            start = year.start() - BEFORE_YEAR
        end = year.end() + BEHIND_YEAR
    yield from FULL.finditer(text, start, end)


def _in_numbers(one: int, other: int, year: int, sign: str) -> date | None:
    if sign == "." or one > 12 or one == other:
        return valid(year, other, one)
    return valid(year, one, other) if other > 12 else None


def month_end(year: int, month: int) -> date:
    """Give a month's last day.

    >>> month_end(2024, 2).isoformat(), month_end(9999, 12).isoformat()
    ('2024-02-29', '9999-12-31')
    """
    return date(year, month, monthrange(year, month)[1])


def on_day(day: date, why: str | None = None) -> When:
    """Give a single day as a When."""
    return When(start=day, end=day, precision="day", why=why)


def in_month(year: int, month: int, why: str | None = None) -> When:
    """Give a whole month as a When.

    >>> in_month(2023, 3).end.isoformat()
    '2023-03-31'
    """
    return When(start=date(year, month, 1), end=month_end(year, month), precision="month", why=why)


def in_year(year: int, why: str | None = None) -> When:
    """Give a whole year as a When."""
    return When(start=date(year, 1, 1), end=date(year, 12, 31), precision="year", why=why)


def week_of(day: date, why: str | None = None) -> When:
    """Give the week from Monday to Sunday that holds a day.

    >>> week_of(date(2023, 10, 29)).start.isoformat()
    '2023-10-23'
    """
    monday = day - timedelta(days=day.weekday())
    return When(start=monday, end=monday + timedelta(days=6), precision="week", why=why)


def months_away(day: date, months: int) -> date:
    """Give the first day of the month that lies `months` after (or, if negative, before) that of `day`.

    >>> months_away(date(2024, 1, 15), -1).isoformat()
    '2023-12-01'
    """
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def overlap(one: When, other: When, slack: int = 0) -> bool:
    """Tell whether two placed stretches share a day, or lie at most `slack` days apart; yearless ones never do.

    >>> overlap(on_day(date(2023, 10, 26)), in_month(2023, 10))
    True
    """
    if not (one.placed and other.placed and one.start and one.end and other.start and other.end):
        return False
    gap = timedelta(days=slack)
    return one.start <= other.end + gap and other.start <= one.end + gap


SHARPNESS: dict[Precision, int] = {"day": 0, "week": 1, "month": 2, "year": 3, "unknown": 4}


def sharper(one: When, other: When) -> When:
    """Give the more precise of two: placed before not placed, then by precision, then the shorter, then the earlier.

    >>> sharper(in_month(2023, 10), on_day(date(2023, 10, 26))).precision
    'day'
    """
    return min(one, other, key=_sharpness)


def _sharpness(when: When) -> tuple[bool, bool, int, int, date]:
    if when.start is None or when.end is None:
        return True, True, 9, 0, date.max
    return False, when.yearless, SHARPNESS[when.precision], (when.end - when.start).days, when.start
