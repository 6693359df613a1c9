"""Place date expressions on the calendar: the functions that the rules of dates call with what their patterns matched.

A function gives None for what is understood but cannot be placed, and a When without a year where only that is lacking.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefgen.dates import (
    WEEKDAYS,
    full_dates,
    in_month,
    in_year,
    month_end,
    month_number,
    months_away,
    on_day,
    valid,
    week_of,
)
from briefgen.model import NO_YEAR, When
from briefgen.reading.tense import Tense

NUMBERS = {
    word: value
    for value, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1, "several": 0, "few": 0, "couple": 2, "a couple of": 2, "fifteen": 15, "twenty": 20, "thirty": 30}
COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|a couple of|\d{1,3})"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"
FROM_TO = r"\s*(?:-|–|—|to|through|until|till)\s*"
TO = r"\s*(?:-|–|—|to|through|until|till|and|&)\s*"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
UNIT = r"(?:day|week|month|year|decade)s?"
ANCHORED = "told against the date before it"
"""Why a date is what it is, where the text tells it against the one before: "the following day"."""
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}


@dataclass(slots=True)
class Setting:
    """What places a date: the document's date, the date told last, and the tense of the clause (asked for when needed).

    `quarter` is the quarter told last, `day` the day; `attached` tells whether the date hangs on a past verb itself.
    """

    published: date | None
    anchor: When | None = None
    tense: Callable[[], Tense] = lambda: "past"
    quarter: When | None = None
    day: When | None = None
    attached: Callable[[], bool] = lambda: True


SOON, LONG_AGO = timedelta(days=60), timedelta(days=240)


def nearest_year(month: int, day: int, setting: Setting) -> int | None:
    """Give the year of a month and day: the last one for the past, the coming one for the future, three days' grace."""
    ref = setting.published
    if ref is None:
        return None
    tense = setting.tense()
    fits = [
        (year, found) for year in (ref.year - 1, ref.year, ref.year + 1) if (found := valid(year, month, min(day, 28)))
    ]
    if tense == "future":
        return next(year for year, found in fits if found >= ref - timedelta(days=3))
    if tense == "planned":
        # "set for 9 May" may be told the week after, or months before
        return next(year for year, found in fits if found >= ref - SOON)
    if tense == "past":
        behind = [(year, found) for year, found in fits if found <= ref + timedelta(days=3)]
        soon = [year for year, found in fits if timedelta() < found - ref <= SOON]
        # "a concert on 9 May" in a text of April is no year old, unless somebody held it then
        if soon and ref - behind[-1][1] >= LONG_AGO and not setting.attached():
            return soon[0]
        return behind[-1][0]
    # with no tense to go by ("a ticket for 9 May" has none), news tells of the past unless the day is close ahead
    return min(fits, key=lambda fit: (ref - fit[1]).days if fit[1] <= ref else 4 * (fit[1] - ref).days)[0]


def place_full(match: re.Match[str], setting: Setting) -> When | None:
    """Place a full date."""
    day = next((day for _, _, day in full_dates(match[0])), None)
    return on_day(day, "stated") if day else None


def place_numeric(match: re.Match[str], setting: Setting) -> When | None:
    """Place "3/4/2024": month first where both ways fit."""
    year = int(match["y"]) + (0 if len(match["y"]) == 4 else 1900 if int(match["y"]) > 50 else 2000)
    day = valid(year, int(match["a"]), int(match["b"])) or valid(year, int(match["b"]), int(match["a"]))
    return on_day(day, "stated in figures, read month first where both fit") if day else None


def year_of(words: str | None, setting: Setting) -> tuple[int | None, int]:
    """Read "2023", "this year", "last year", "that year": the year, and how many years it is from publication."""
    if not words:
        return None, 0
    low = words.casefold()
    number = re.search(YEAR, low)
    if number:
        return int(number[0]), 0
    if "that" in low or "same" in low:
        return (
            setting.anchor.start.year if setting.anchor and setting.anchor.placed and setting.anchor.start else None
        ), 0
    back = -1 if re.search(r"last|previous|past", low) else 1 if "next" in low else 0
    return (setting.published.year + back if setting.published else None), back


TAIL = rf"(?:,?\s+(?:of\s+)?(?P<tail>{YEAR}|(?:this|last|next|that|the same|the previous) year))?"


def place_days(match: re.Match[str], setting: Setting) -> When | None:
    """Place one day or a range of days whose month stands before or behind."""
    found = match.groupdict()
    month = month_number(found["month"])
    first, last = int(found["day"]), int(found.get("day2") or found["day"])
    month2 = month_number(found["month2"]) if found.get("month2") else month
    year, back = year_of(found.get("tail"), setting)
    stated = year is not None
    if year is None and not found.get("tail"):
        year = nearest_year(month, first, setting)
    start = valid(year or NO_YEAR, month, first)
    end = valid((year or NO_YEAR) + (month2 < month), month2, last)
    if start is None or end is None or end < start:
        return None
    why = "stated" if stated else f"year from the date {setting.published}" if year else "the year is not stated"
    return When(start=start, end=end, precision="day", yearless=year is None, years=back, why=why)


def place_month(match: re.Match[str], setting: Setting) -> When | None:
    """Place "March 2024", "last March", "March"."""
    month = month_number(match["month"])
    year, back = year_of(match.groupdict().get("tail"), setting)
    before = (match.groupdict().get("rel") or "").casefold()
    if year is None and not match.groupdict().get("tail"):
        ref = setting.published
        if ref is not None and before == "last":
            year = ref.year if month < ref.month else ref.year - 1
        elif ref is not None and before == "next":
            year = ref.year if month > ref.month else ref.year + 1
        elif ref is not None and (before == "this" or month == ref.month):
            year = ref.year  # "in August", told on the 9th, is the month that is not over yet
        else:
            year = nearest_year(month, 1, setting)
    if year is not None:
        return in_month(
            year, month, "stated" if match.groupdict().get("tail") else f"year from the date {setting.published}"
        )
    return replace(in_month(NO_YEAR, month, "the year is not stated"), yearless=True, years=back)


def place_year(match: re.Match[str], setting: Setting) -> When | None:
    """Place a year in figures."""
    return in_year(int(match["year"]), "stated")


def place_decade(match: re.Match[str], setting: Setting) -> When | None:
    """Place "the 1990s"."""
    start = int(match["decade"])
    return When(start=date(start, 1, 1), end=date(start + 9, 12, 31), precision="year", why="stated")


def place_weekday(match: re.Match[str], setting: Setting) -> When | None:
    """Place a weekday: the last one, or the coming one where the text looks ahead; several Mondays are no day."""
    ref = setting.published
    if ref is None or match.groupdict().get("plural"):
        return None
    number, before = WEEKDAYS[match["weekday"].casefold()], (match.groupdict().get("rel") or "").casefold()
    behind = (ref.weekday() - number) % 7
    ahead = (number - ref.weekday()) % 7
    if before in ("last", "this past", "past"):
        day = ref - timedelta(days=behind or 7)
    elif before in ("next", "this coming", "coming"):
        day = ref + timedelta(days=ahead or 7)
    elif before == "this" or setting.tense() in ("future", "planned"):
        day = ref + timedelta(days=ahead)
    else:
        day = ref - timedelta(days=behind)
    past = "past " if before in ("last", "this past", "past") else ""
    return on_day(day, f"{past}weekday next to the date {ref}")


def place_relative_day(match: re.Match[str], setting: Setting) -> When | None:
    """Place "today", "last night", "the day after tomorrow"."""
    low = match[0].casefold()
    shift = -1 if "yesterday" in low or "last night" in low else 1 if "tomorrow" in low else 0
    if low.startswith("the day before"):
        shift -= 1
    elif low.startswith("the day after"):
        shift += 1
    return (
        on_day(setting.published + timedelta(days=shift), f"told against the date {setting.published}")
        if setting.published
        else None
    )


def place_relative_unit(match: re.Match[str], setting: Setting) -> When | None:
    """Place "last week", "this month", "next year", "this past weekend"."""
    ref = setting.published
    if ref is None:
        return None
    before, unit = match["rel"].casefold(), match["unit"].casefold()
    shift = (
        -1
        if before in ("last", "past", "previous", "this past", "the previous")
        else 1
        if before in ("next", "coming", "the coming")
        else 0
    )
    why = f"told against the date {ref}"
    if unit == "week":
        return week_of(ref + timedelta(days=7 * shift), why)
    if unit == "weekend":
        saturday = ref - timedelta(days=ref.weekday()) + timedelta(days=5)
        if (
            before == "this past"
            or (shift == -1)
            or (before == "this" and setting.tense() == "past" and ref.weekday() < 5)
        ):
            saturday -= timedelta(days=7)
        elif shift == 1:
            saturday += timedelta(days=7)
        return When(start=saturday, end=saturday + timedelta(days=1), precision="day", why=why)
    if unit == "month":
        first = months_away(ref, shift)
        return in_month(first.year, first.month, why)
    if unit == "quarter":
        first = months_away(date(ref.year, 3 * ((ref.month - 1) // 3) + 1, 1), 3 * shift)
        return When(start=first, end=month_end(*divmod_month(first, 2)), precision="month", why=why)
    return in_year(ref.year + shift, why) if unit == "year" else None


def divmod_month(first: date, more: int) -> tuple[int, int]:
    """Give year and month that lie `more` months after that of `first`."""
    later = months_away(first, more)
    return later.year, later.month


def shifted(base: date, count: int, unit: str, why: str) -> When | None:
    """Place a day, week, month or year so many units from a day; the unit says how precise that is."""
    unit = unit.casefold().rstrip("s")
    if unit == "day":
        return on_day(base + timedelta(days=count), why)
    if unit == "week":
        return week_of(base + timedelta(days=7 * count), why)
    if unit == "month":
        first = months_away(base, count)
        return in_month(first.year, first.month, why)
    return in_year(base.year + count * (10 if unit == "decade" else 1), why)


def number_of(words: str) -> int:
    """Give the number that "three", "a", "12" say, 0 where none is said."""
    return int(words) if words.isdigit() else NUMBERS.get(words.casefold(), 0)


def place_ago(match: re.Match[str], setting: Setting) -> When | None:
    """Place "two weeks ago" against the date of publication."""
    count = number_of(match["count"])
    ref = setting.published
    if count == 1 and match["unit"].casefold() == "year" and setting.quarter is not None:
        return _year_before(setting.quarter)
    return shifted(ref, -count, match["unit"], f"counted back from the date {ref}") if ref and count else None


def _year_before(told: When) -> When | None:
    """Give the same quarter a year before: where results are told, "from $2 million a year ago" means that."""
    if told.start is None:
        return None
    year, month = told.start.year - 1, told.start.month
    return When(
        start=date(year, month, 1),
        end=month_end(year, month + 2),
        precision="month",
        why="the same quarter a year before",
    )


def place_later(match: re.Match[str], setting: Setting) -> When | None:
    """Place "two days later", "a week earlier" against the date told before."""
    count, anchor = number_of(match["count"]), setting.anchor
    if count == 1 and match["unit"].casefold() == "year" and match["way"] == "earlier" and setting.quarter is not None:
        return _year_before(setting.quarter)
    if anchor is None or not count or anchor.precision not in ("day", "month", "year"):
        return None
    if match["way"].casefold() in ("earlier", "before"):
        count = -count
    return counted_from(anchor, count, match["unit"], "counted from the date told before")


def counted_from(anchor: When, count: int, unit: str, why: str) -> When | None:
    """Place what is so many units from a date told before: behind its last day, else before its first.

    The year is as well known as that date's: the day before a 1 January is one of the year before.
    """
    day = anchor.end if count > 0 else anchor.start
    when = shifted(day, count, unit, why) if day is not None else None
    if day is None or when is None or when.start is None:
        return None
    turned = when.start.year - day.year if anchor.yearless else 0
    return replace(when, yearless=anchor.yearless, years=anchor.years + turned)


def place_anchored(match: re.Match[str], setting: Setting) -> When | None:
    """Place "the following day", "the same days", "that month" against the date told before."""
    rel, unit = match["rel"].casefold(), match["unit"].casefold()
    unit = unit if unit in ("week", "month", "year") else "day"
    anchor = setting.day if unit == "day" else setting.anchor
    if anchor is None:
        return None
    shift = 1 if rel in ("following", "next", "after") else -1 if rel in ("previous", "preceding", "before") else 0
    if unit == "day" and not shift:
        return replace(anchor, why=ANCHORED)
    return counted_from(anchor, shift, unit, ANCHORED)


def place_eve(match: re.Match[str], setting: Setting) -> When | None:
    """Place "on the eve of the talks": the day before the one told before."""
    return counted_from(setting.day, -1, "day", ANCHORED) if setting.day is not None else None


def place_weekday_of_week(match: re.Match[str], setting: Setting) -> When | None:
    """Place "Thursday of next week"."""
    if setting.published is None:
        return None
    weeks = {"last": -1, "this": 0, "next": 1}[match["rel"].casefold()]
    days = 7 * weeks + WEEKDAYS[match["weekday"].casefold()] - setting.published.weekday()
    return on_day(setting.published + timedelta(days=days), f"told against the date {setting.published}")


def place_season(match: re.Match[str], setting: Setting) -> When | None:
    """Place "last summer", "the summer of 2023"."""
    first, last = SEASONS[match["season"].casefold()]
    year, _ = year_of(match.groupdict().get("tail"), setting)
    if year is None:
        if setting.published is None:
            return None
        rel = (match.groupdict().get("rel") or "").casefold()
        year = (
            setting.published.year
            - (1 if rel == "last" and setting.published.month <= last else 0)
            + (1 if rel == "next" else 0)
        )
    end_year, end_month = (year, last) if last <= 12 else (year + 1, last - 12)
    return When(start=date(year, first, 1), end=month_end(end_year, end_month), precision="month", why="season")


def place_part_of_year(match: re.Match[str], setting: Setting) -> When | None:
    """Place "the second half of 2023", "Q3 2023"."""
    order = {
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "last": 4,
        "q1": 1,
        "q2": 2,
        "q3": 3,
        "q4": 4,
        "final": 4,
    }[match["nth"].casefold()]
    year, _ = year_of(match.groupdict().get("tail"), setting)
    if year is None:
        return None
    months = 6 if (match.groupdict().get("unit") or "quarter").casefold() == "half" else 3
    first = date(year, min(1 + months * (order - 1), 13 - months), 1)
    return When(start=first, end=month_end(*divmod_month(first, months - 1)), precision="month", why="stated")


def place_nowhere(match: re.Match[str], setting: Setting) -> When | None:
    """Understand what has no place on the calendar."""
    return None
