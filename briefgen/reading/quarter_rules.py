"""The rules of quarters and halves: "the third quarter", "the year-ago period", "a year earlier" in a report of results.

A quarter without a year is the latest that had begun by the day of publication, or the coming one in the future tense;
what is said against it ("the year-ago quarter") leans on the quarter told last.
"""

from __future__ import annotations

import re
from datetime import date

from briefgen.dates import month_end
from briefgen.model import When
from briefgen.reading.date_rules import Rule, rule
from briefgen.reading.placing import Setting, divmod_month

ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_STATED = "the quarter nearest the date of publication"


def quarter(year: int, number: int, why: str) -> When:
    """Give a quarter of a calendar year.

    >>> quarter(2023, 3, "stated").start
    datetime.date(2023, 7, 1)
    """
    first = date(year, 3 * number - 2, 1)
    return When(start=first, end=month_end(*divmod_month(first, 2)), precision="month", why=why)


def _told(when: When, setting: Setting) -> When:
    setting.quarter = when
    return when


def _nth(match: re.Match[str], setting: Setting) -> When | None:
    """Place "the third quarter", "its fourth-quarter loss"."""
    ref, number = setting.published, ORDER[match["nth"].casefold()]
    if ref is None:
        return None
    now = (ref.month + 2) // 3
    back, ahead = number > now, number < now - 1
    # "expects to report a loss for the third quarter", in October: results of the one just ended are still to come
    year = ref.year + (ahead if setting.tense() == "future" else -back)
    return _told(quarter(year, number, _STATED), setting)


def _latest(match: re.Match[str], setting: Setting) -> When | None:
    """Place "the latest quarter": the one told of, else the last that was over on the day of publication."""
    told, ref = setting.quarter, setting.published
    if ref is None or (told is not None and told.end is not None and told.end < ref):
        return told
    year, number = ref.year, (ref.month + 2) // 3 - 1
    return _told(quarter(year, number, _STATED) if number else quarter(year - 1, 4, _STATED), setting)


def _same(match: re.Match[str], setting: Setting) -> When | None:
    """Place "the quarter", "the period" once one was told of."""
    return setting.quarter


def _year_ago(match: re.Match[str], setting: Setting) -> When | None:
    """Place "the year-ago quarter", "the 1988 quarter", and "a year earlier" where results of a quarter are told."""
    found, told = match.groupdict(), setting.quarter
    number = ORDER.get((found.get("nth") or "").casefold())
    if told is None or told.start is None:
        if number is None or setting.published is None:
            return None
        told = quarter(setting.published.year, number, _STATED)
    start = told.start
    assert start is not None
    year = int(found["year"]) if found.get("year") else start.year - 1
    return quarter(year, number or (start.month + 2) // 3, "the same quarter of another year")


NTH = r"(?P<nth>first|second|third|fourth|final)"
_PERIOD = r"(?:quarter|period)"
QUARTER = "quarter period"
QUARTER_RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?:(?:the|its|their|a|this year's)\s+)?(?:fiscal\s+)?{NTH}[\s-]quarter\b(?!\s+(?:of|in|last|this)\s)(?!\s+(?:19|20)\d\d)",
        _nth,
        needs=QUARTER,
    ),
    rule(rf"\b(?:the\s+)?(?:latest|most recent|just-ended|recent|past)\s+{_PERIOD}\b", _latest, needs=QUARTER),
    rule(rf"\bthe\s+{_PERIOD}\b(?!\s+(?:of|in|between|before|after|when|from)\b)", _same, needs=QUARTER),
    rule(
        rf"\b(?:the\s+)?(?:(?:comparable|same|like|corresponding)\s+)?(?:year-ago|year-earlier|year-before|prior-year|previous year's|last year's)\s+(?:{NTH}[\s-])?{_PERIOD}\b",
        _year_ago,
        needs=QUARTER,
    ),
    rule(rf"\b(?:the\s+)?(?P<year>(?:19|20)\d\d)\s+(?:{NTH}[\s-])?{_PERIOD}\b", _year_ago, needs=QUARTER),
    rule(
        rf"\b(?:the\s+)?(?:{NTH}\s+)?quarter\s+(?:a year (?:ago|earlier|before)|last year)\b", _year_ago, needs=QUARTER
    ),
)
"""Tried with the other rules; the words of a month behind ("quarter ended Sept. 30") are a date of their own."""
