"""The rules of dates said from where a text stands: "by the end of the year", "over the weekend", "the week of 6 March".

Also years and decades in words, and what looks like one date and is many ("each Thursday"): that is placed nowhere.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefgen.dates import in_month, in_year, week_of
from briefgen.model import When
from briefgen.reading.date_rules import FIGURE, MONTH_DAY, M, Rule, rule
from briefgen.reading.placing import DAY, TAIL, WEEKDAY, Setting, place_days, place_nowhere

NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
DECADES = "twenties thirties forties fifties sixties seventies eighties nineties"
VALUES = (
    {word: value for value, word in enumerate(NUMBERS.split(), 1)}
    | {word: 10 * value for value, word in enumerate(TENS.split(), 2)}
    | {word: 10 * value for value, word in enumerate(DECADES.split(), 2)}
)


def _why(setting: Setting) -> str:
    return f"told against the date {setting.published}"


def _this_year(match: re.Match[str], setting: Setting) -> When | None:
    """Place "by year-end", "for the full year": the year of publication."""
    return in_year(setting.published.year, _why(setting)) if setting.published else None


def _this_month(match: re.Match[str], setting: Setting) -> When | None:
    """Place "by the end of the month": the month of publication."""
    ref = setting.published
    return in_month(ref.year, ref.month, _why(setting)) if ref else None


def _year_before(match: re.Match[str], setting: Setting) -> When | None:
    """Place "the year-earlier loss": the quarter told of, or else the year, before."""
    told = setting.quarter
    if told is not None and told.start is not None and told.end is not None:
        start, end = told.start, told.end
        return When(
            start=start.replace(year=start.year - 1),
            end=end.replace(year=end.year - 1, day=min(end.day, 28 if end.month == 2 else 31)),
            precision="month",
            why="the same quarter a year before",
        )
    return in_year(setting.published.year - 1, _why(setting)) if setting.published else None


def _weekend(match: re.Match[str], setting: Setting) -> When | None:
    """Place "over the weekend": the last one, or the coming one where the text looks ahead."""
    ref = setting.published
    if ref is None:
        return None
    saturday = ref - timedelta(days=(ref.weekday() + 2) % 7)
    if ref.weekday() < 5 and setting.tense() in ("future", "planned"):
        saturday += timedelta(days=7)
    return When(start=saturday, end=saturday + timedelta(days=1), precision="day", why=_why(setting))


def _week(match: re.Match[str], setting: Setting) -> When | None:
    """Place "the week of 6 March": the week from Monday to Sunday that holds the day."""
    day = place_days(match, setting)
    return week_of(day.start, f"the week of a day, {day.why}") if day and day.start and not day.yearless else None


def _spelled(match: re.Match[str], setting: Setting) -> When | None:
    """Place a year in words: "nineteen ninety-seven", "two thousand and five", "twenty twenty-four"."""
    words = re.findall(r"[a-z]+", match["words"].casefold())
    if "thousand" in words:
        return in_year(2000 + sum(VALUES.get(word, 0) for word in words[2:]), "stated")
    return in_year((1900 if words[0] == "nineteen" else 2000) + sum(VALUES[word] for word in words[1:]), "stated")


def _decade(match: re.Match[str], setting: Setting) -> When | None:
    """Place "the '80s", "the nineties": the last decade of that name."""
    tens = int(match["tens"]) if match["tens"] else VALUES[match["name"].casefold()]
    latest = setting.published.year if setting.published else 2000
    start = tens + (2000 if 2000 + tens <= latest else 1900)
    return When(
        start=date(start, 1, 1), end=date(start + 9, 12, 31), precision="year", why="the last decade of that name"
    )


TEN, ONE = "|".join(TENS.split()), "|".join(NUMBERS.split()[:9])
TEEN = "|".join(NUMBERS.split()[9:])
WEEK_OF = r"\b(?:the\s+)?week\s+(?:of|beginning|starting)\s+(?:on\s+)?"
DEICTIC_RULES: tuple[Rule, ...] = (
    rule(rf"{WEEK_OF}{M}\s+{DAY}\b{TAIL}", _week, needs=MONTH_DAY),
    rule(rf"{WEEK_OF}{DAY}\s+{M}\b{TAIL}", _week, needs=MONTH_DAY),
    rule(rf"\b(?:each|every)\s+(?:other\s+)?(?:{WEEKDAY}|January|February|March|April|May|June|July|August|September|October|November|December|day|week|month|year|spring|summer|autumn|fall|winter|weekend)\b", place_nowhere, needs="each every"),
    rule(rf"\b{WEEKDAY}(?:\s+and\s+{WEEKDAY})?\s+(?:mornings|afternoons|evenings|nights)\b", place_nowhere, 0, needs="mornings afternoons evenings nights"),
    rule(r"\b(?:(?:at|by|before|until|around|towards?|since)\s+)?(?:the\s+end\s+of\s+the\s+year|the\s+year's\s+end|year's\s+end|year[- ]end)\b", _this_year, needs="end"),
    rule(r"\b(?:earlier|later)\s+in\s+the\s+year\b|\b(?:the\s+)?(?:current|full|present)\s+(?:fiscal\s+|financial\s+|calendar\s+)?year\b", _this_year, needs="year"),
    rule(r"\b(?:at|by|before|until|around|towards?)\s+(?:the\s+)?end\s+of\s+the\s+month\b|\b(?:later|earlier)\s+in\s+the\s+month\b", _this_month, needs="month"),
    rule(r"\b(?:year-earlier|year-ago|year-before)\b(?!\s+(?:(?:first|second|third|fourth)\s+)?(?:quarter|period))", _year_before, needs="year"),
    rule(r"\b(?:over|during|at|on|throughout|through)\s+the\s+weekend\b", _weekend, needs="weekend"),
    rule(rf"\b(?P<words>(?:nineteen|twenty)\s+(?:(?:{TEN})(?:[\s-](?:{ONE}))?|{TEEN})|two\s+thousand(?:\s+and\s+(?:{ONE}|{TEEN}))?)\b(?=\s*(?:[,.;:!?)]|$|[a-z]*ed\b|and\b|to\b|when\b|in\b|on\b|the\b|has\b|had\b|is\b|was\b))", _spelled, needs="nineteen twenty thousand"),
    rule(rf"\bthe\s+(?:early\s+|late\s+|mid-?)?(?:'(?P<tens>[2-9]0)s|(?P<name>{DECADES.replace(' ', '|')}))\b", _decade, needs=f"{FIGURE} {DECADES}"),
)  # fmt: skip
