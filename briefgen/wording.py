"""Words made once for all outputs: dates, lists, numbers and plurals in the house style (British, day first)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefgen.model import When

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def day(value: date) -> str:
    """Write a day.

    >>> day(date(2023, 10, 26))
    '26 October 2023'
    """
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def stretch(start: date, end: date) -> str:
    """Write a stretch of days, saying month and year once where they are the same.

    >>> stretch(date(2023, 10, 26), date(2023, 10, 27))
    '26–27 October 2023'
    >>> stretch(date(2024, 2, 29), date(2024, 3, 2))
    '29 February – 2 March 2024'
    """
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def months(start: date, end: date) -> str:
    """Write whole months.

    >>> months(date(2023, 3, 1), date(2023, 5, 31))
    'March – May 2023'
    """
    last = f"{MONTHS[end.month - 1]} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return last
    first = MONTHS[start.month - 1] if start.year == end.year else f"{MONTHS[start.month - 1]} {start.year}"
    return f"{first} – {last}"


def when(value: When, *, unknown: str = "date not stated") -> str:
    """Write a date with its precision.

    >>> when(When(start=date(2023, 10, 23), end=date(2023, 10, 29), precision="week"))
    'week of 23 October 2023'
    >>> when(When(start=date(2010, 1, 1), end=date(2010, 12, 31), precision="year"))
    '2010'
    >>> when(When(start=date(4, 10, 26), end=date(4, 10, 26), precision="day", yearless=True))
    '26 October (year not stated)'
    """
    if value.start is None or value.end is None:
        return unknown
    if value.yearless:
        words = when(When(start=value.start, end=value.end, precision=value.precision))
        return words.replace(f" {value.end.year}", "").replace(f" {value.start.year}", "") + " (year not stated)"
    if value.precision == "year":
        years = (value.start.year, value.end.year)
        return str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
    if value.precision == "month":
        return months(value.start, value.end)
    if value.precision == "week" and (value.end - value.start).days <= 7:
        return f"week of {day(value.start)}"
    if value.precision == "unknown":
        return f"between {day(value.start)} and {day(value.end)}"
    return stretch(value.start, value.end)


def listed(words: Sequence[str], joint: str = "and") -> str:
    """Write a list.

    >>> listed(["Fatah", "Hamas", "Palestinian Islamic Jihad"])
    'Fatah, Hamas and Palestinian Islamic Jihad'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun; numbers up to ten in words.

    >>> counted(1, "source"), counted(5, "source"), counted(12, "body", "bodies")
    ('one source', 'five sources', '12 bodies')
    """
    figure = NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)
    return f"{figure} {one if number == 1 else many or one + 's'}"


def clipped(text: str, longest: int) -> str:
    """Cut a text at a word's end, with an ellipsis; a text that is short enough stays as it is.

    >>> clipped("the release of foreign hostages", 20)
    'the release of …'
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def visible(text: str) -> str:
    r"""Give a text as a terminal may show it: control and direction characters become a visible sign, lines stay lines.

    >>> visible("a\x1b[31mb\u202ec\u00a0d")
    'a�[31mb�c d'
    """
    return "".join(c if c.isprintable() or c in "\n\t" else " " if c.isspace() else "\ufffd" for c in text)
