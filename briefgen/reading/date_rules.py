"""The rules of dates: each a pattern and a function that places what it matched on the calendar.

A function gives None for what is understood but cannot be placed, and a When without a year where only that is lacking.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefgen.dates import (
    FULL,
    MONTH,
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
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
UNIT = r"(?:day|week|month|year|decade)s?"
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}


@dataclass(slots=True)
class Setting:
    """What places a date: the document's date, the date told last, and the tense of the clause (asked for when needed).

    `quarter` is the quarter told last; `attached` tells whether
    the date hangs on a past verb itself.
    """

    published: date | None
    anchor: When | None = None
    tense: Callable[[], Tense] = lambda: "past"
    quarter: When | None = None
    attached: Callable[[], bool] = lambda: True


SOON, LONG_AGO = timedelta(days=60), timedelta(days=240)
Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Setting], When | None]]


def _nearest_year(month: int, day: int, setting: Setting) -> int | None:
    """Give the year of a month and day: the last one for the past, the coming one for the future, three days' grace."""
    ref = setting.published
    if ref is None:
        return None
    tense = setting.tense()
    fits = [
        (year, found) for year in (ref.year - 1, ref.year, ref.year + 1) if (found := valid(year, month, min(day, 28)))
    ]
    if tense == "future":
        ahead = [year for year, found in fits if found >= ref - timedelta(days=3)]
        return ahead[0]
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


def _numeric(match: re.Match[str], setting: Setting) -> When | None:
    year = int(match["y"]) + (0 if len(match["y"]) == 4 else 1900 if int(match["y"]) > 50 else 2000)
    day = valid(year, int(match["a"]), int(match["b"])) or valid(year, int(match["b"]), int(match["a"]))
    return on_day(day, "stated in figures, read month first where both fit") if day else None


def _year_of(words: str | None, setting: Setting) -> tuple[int | None, int]:
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
    year, back = _year_of(found.get("tail"), setting)
    stated = year is not None
    if year is None and not found.get("tail"):
        year = _nearest_year(month, first, setting)
    start = valid(year or NO_YEAR, month, first)
    end = valid((year or NO_YEAR) + (month2 < month), month2, last)
    if start is None or end is None or end < start:
        return None
    why = "stated" if stated else f"year from the date {setting.published}" if year else "the year is not stated"
    return When(start=start, end=end, precision="day", yearless=year is None, years=back, why=why)


def _month(match: re.Match[str], setting: Setting) -> When | None:
    month = month_number(match["month"])
    year, back = _year_of(match.groupdict().get("tail"), setting)
    before = (match.groupdict().get("rel") or "").casefold()
    if year is None and not match.groupdict().get("tail"):
        ref = setting.published
        if ref is not None and before == "last":
            year = ref.year if month < ref.month else ref.year - 1
        elif ref is not None and before == "next":
            year = ref.year if month > ref.month else ref.year + 1
        elif ref is not None and before == "this":
            year = ref.year
        else:
            year = _nearest_year(month, 1, setting)
    if year is not None:
        return in_month(
            year, month, "stated" if match.groupdict().get("tail") else f"year from the date {setting.published}"
        )
    return replace(in_month(NO_YEAR, month, "the year is not stated"), yearless=True, years=back)


def _bare_year(match: re.Match[str], setting: Setting) -> When | None:
    return in_year(int(match["year"]), "stated")


def _decade(match: re.Match[str], setting: Setting) -> When | None:
    start = int(match["decade"])
    return When(start=date(start, 1, 1), end=date(start + 9, 12, 31), precision="year", why="stated")


def _weekday(match: re.Match[str], setting: Setting) -> When | None:
    ref = setting.published
    if ref is None:
        return None
    number, before = WEEKDAYS[match["weekday"].casefold()], (match.groupdict().get("rel") or "").casefold()
    behind = (ref.weekday() - number) % 7
    ahead = (number - ref.weekday()) % 7
    if before in ("last", "this past", "past"):
        day = ref - timedelta(days=behind or 7)
    elif before in ("next", "this coming", "coming"):
        day = ref + timedelta(days=ahead or 7)
    elif before == "this" or setting.tense() == "future":
        day = ref + timedelta(days=ahead)
    else:
        day = ref - timedelta(days=behind)
    return on_day(day, f"weekday next to the date {ref}")


def _relative_day(match: re.Match[str], setting: Setting) -> When | None:
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


def _relative_unit(match: re.Match[str], setting: Setting) -> When | None:
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


def _shifted(base: date, count: int, unit: str, why: str) -> When | None:
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


def _count(words: str) -> int:
    return int(words) if words.isdigit() else NUMBERS.get(words.casefold(), 0)


def _ago(match: re.Match[str], setting: Setting) -> When | None:
    count = _count(match["count"])
    ref = setting.published
    if count == 1 and match["unit"].casefold() == "year" and setting.quarter is not None:
        return _year_before(setting.quarter)
    return _shifted(ref, -count, match["unit"], f"counted back from the date {ref}") if ref and count else None


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


def _later(match: re.Match[str], setting: Setting) -> When | None:
    """Place "two days later", "a week earlier" against the date told before."""
    count, anchor = _count(match["count"]), setting.anchor
    if count == 1 and match["unit"].casefold() == "year" and match["way"] == "earlier" and setting.quarter is not None:
        return _year_before(setting.quarter)
    if (
        anchor is None
        or anchor.start is None
        or anchor.end is None
        or not count
        or anchor.precision not in ("day", "month", "year")
    ):
        return None
    if match["way"].casefold() in ("earlier", "before"):
        count = -count
    when = _shifted(
        anchor.start if count < 0 else anchor.end, count, match["unit"], "counted from the date told before"
    )
    return replace(when, yearless=anchor.yearless, years=anchor.years) if when else None


def _anchored(match: re.Match[str], setting: Setting) -> When | None:
    """Place "the following day", "the same day", "that month" against the date told before."""
    anchor, rel, unit = setting.anchor, match["rel"].casefold(), match["unit"].casefold()
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    if unit == "day" and anchor.precision != "day":
        return None
    shift = 1 if rel in ("following", "next") else -1 if rel in ("previous", "preceding") else 0
    when = _shifted(anchor.end if shift > 0 else anchor.start, shift, unit, "told against the date before it")
    return replace(when, yearless=anchor.yearless, years=anchor.years) if when else None


def _season(match: re.Match[str], setting: Setting) -> When | None:
    first, last = SEASONS[match["season"].casefold()]
    year, _ = _year_of(match.groupdict().get("tail"), setting)
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


def _part_of_year(match: re.Match[str], setting: Setting) -> When | None:
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
    year, _ = _year_of(match.groupdict().get("tail"), setting)
    if year is None:
        return None
    months = 6 if (match.groupdict().get("unit") or "quarter").casefold() == "half" else 3
    first = date(year, min(1 + months * (order - 1), 13 - months), 1)
    return When(start=first, end=month_end(*divmod_month(first, months - 1)), precision="month", why="stated")


def _vague(match: re.Match[str], setting: Setting) -> When | None:
    return None


def rule(pattern: str, place: Callable[[re.Match[str], Setting], When | None], flags: int = re.IGNORECASE) -> Rule:
    """Make a rule of a pattern and the function that places what it matches."""
    return re.compile(pattern, flags), place


M = rf"(?P<month>{MONTH})"
TO = r"\s*(?:-|–|—|to|through|until|till|and|&)\s*"
RULES: tuple[Rule, ...] = (
    rule(rf"\b{M}\s+{DAY}{TO}(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b{TAIL}", place_days),
    rule(rf"\b{M}\s+{DAY}{TO}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s+(?:{MONTH})\b){TAIL}", place_days),
    rule(rf"\b{DAY}{TO}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{M}\b{TAIL}", place_days),
    rule(rf"\b{DAY}\s+{M}{TO}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH})\b{TAIL}", place_days),
    rule(FULL.pattern, place_full),
    rule(rf"\b{M}\s+{DAY}\b(?!\s*(?:percent|per cent|%|,\d|\.\d)){TAIL}", place_days),
    rule(rf"\b{DAY}(?:\s+of)?\s+{M}\b{TAIL}", place_days),
    rule(r"(?<![\d/])(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:19|20)\d\d|\d\d)(?![\d/])", _numeric),
    # "May" and "March" are months only in capitals, and with a word of time around them
    rule(
        rf"\b(?:(?P<rel>last|next|this)\s+)?(?P<month>(?!May\b|Mar\b|March\b|Sun\b|Sat\b){MONTH}),?\s+(?:of\s+)?(?P<tail>{YEAR}|(?:this|last|next|that|the same|the previous) year)\b",
        _month,
        0,
    ),
    rule(
        rf"\b(?P<month>May|March),?\s+(?:of\s+)?(?P<tail>{YEAR}|(?:this|last|next|that|the same|the previous) year)\b",
        _month,
        0,
    ),
    rule(
        rf"\b(?:(?P<rel>last|next|this|Last|Next|This)\s+)?(?P<month>January|February|April|June|July|August|September|October|November|December|Jan\.|Feb\.|Apr\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)(?=\W|$)(?:\s+and\s+(?:{MONTH})\s+(?P<tail>{YEAR}|(?:this|last|next|that) year)(?=\W|$)|)(?<!\byear)",
        _month,
        0,
    ),
    rule(
        r"\b(?:(?P<rel>last|next|this|Last|Next)\s+|(?<=in\s)|(?<=In\s)|(?<=since\s)|(?<=Since\s)|(?<=by\s)|(?<=until\s)|(?<=of\s)|(?<=during\s)|(?<=early\s)|(?<=late\s)|(?<=mid-)|(?<=from\s)|(?<=for\s)|(?<=the\s)|(?<=and\s))(?P<month>May|March)\b(?!\s+[a-z]*(?:ed|on)\b)",
        _month,
        0,
    ),
    rule(
        rf"\b(?:(?P<rel>last|next|this past|this coming|this|past|coming)\s+)?(?P<weekday>{WEEKDAY})(?:s\b)?(?:\s+(?:morning|afternoon|evening|night))?\b",
        _weekday,
        0,
    ),
    rule(rf"\b(?:Last|Next|This)\s+(?P<weekday>{WEEKDAY})\b", _weekday, 0),
    rule(
        r"\b(?:the day (?:before|after) (?:yesterday|tomorrow)|today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))\b",
        _relative_day,
    ),
    rule(
        r"\b(?:(?:earlier|later|early|late|at the end of|the end of|the beginning of|the start of)\s+)?(?P<rel>this past|this|last|next|past|coming|the previous|the coming)\s+(?P<unit>weekend|week|month|quarter|year)\b(?!\s*-?\s*(?:old|long))",
        _relative_unit,
    ),
    rule(
        rf"\b(?:(?:about|nearly|almost|some|more than|over|around)\s+)?(?P<count>{COUNT})\s+(?P<unit>{UNIT})\s+ago\b",
        _ago,
    ),
    rule(
        rf"\b(?P<count>{COUNT})\s+(?P<unit>{UNIT})\s+(?P<way>later|earlier|after that|before that|before)\b(?!\s+(?:the|a|an|his|her|its|their)\b)",
        _later,
    ),
    rule(
        r"\b(?:on\s+)?(?:the|that)\s+(?P<rel>following|next|previous|preceding|same|very same)\s+(?P<unit>day|week|month|year)\b",
        _anchored,
    ),
    rule(r"\b(?P<rel>that)\s+(?P<unit>day|week|month|year)\b", _anchored),
    rule(r"\b(?:(?P<rel>last|next|this)\s+)(?P<season>spring|summer|autumn|fall|winter)\b", _season),
    rule(
        rf"\b(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<tail>{YEAR}|(?:this|last|next) year)\b",
        _season,
    ),
    rule(
        rf"\b(?:the\s+)?(?P<nth>first|second|third|fourth|last|final)[\s-](?P<unit>quarter|half)(?:\s+of)?\s+(?P<tail>{YEAR}|(?:this|last|next) year)\b",
        _part_of_year,
    ),
    rule(rf"\b(?P<nth>Q[1-4])\s+(?P<tail>{YEAR})\b", _part_of_year),
    rule(r"\b(?:the\s+)?(?:early |late |mid-)?(?P<decade>(?:19|20)\d0)s\b", _decade),
    rule(
        rf"(?<![\d$€£,.:/#-])\b(?P<year>{YEAR})\b(?![\d,]*\d)(?!\s*(?:percent|per cent|%|people|troops|soldiers|miles|km|dollars|euros|meters|metres|tons|members|jobs|points|shares|civilians|men|women|children))(?!-\d)",
        _bare_year,
    ),
    rule(
        r"\b(?:in|over|for|during)\s+(?:the\s+)?(?:recent|past|last|coming|next)\s+(?:few\s+|several\s+)?(?:days|weeks|months|years|decades)\b",
        _vague,
    ),
)
