"""Mark date expressions and place them on the calendar, against the document's date and the dates told before.

The rules (`date_rules`) are tried over each sentence in one sweep; of two matches that overlap, the earlier and then the
longer one stands. What is understood but cannot be placed ("last week" in an undated text) is marked with no date; what
lacks only the year keeps month and day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from briefgen.dates import MONTHS, WEEKDAYS, full_dates
from briefgen.model import Document, When
from briefgen.reading.date_rules import FIGURE, MONTH_DAY, RULES, YEAR_FIGURE
from briefgen.reading.deictic_rules import DEICTIC_RULES
from briefgen.reading.holiday_rules import FIRST_WORDS, HOLIDAY_RULES
from briefgen.reading.marks import Sentence, TimeMention
from briefgen.reading.pipeline import normalise
from briefgen.reading.placing import WEEKDAY, YEAR, Setting, place_days, place_full
from briefgen.reading.quarter_rules import QUARTER_RULES
from briefgen.reading.tense import on_a_verb, tense_at

DIGIT, YEARS, LETTERS = re.compile(r"\d"), re.compile(r"1[5-9]\d\d|20\d\d"), re.compile(r"[^\W\d_]+")
TRIGGERS = frozenset(
    """today tonight yesterday tomorrow day days week weeks weekend month months year years ago eve spring summer autumn
fall winter quarter decade morning afternoon evening night nineteen thousand twenties thirties forties fifties sixties
seventies eighties nineties""".split()
) | {
    FIGURE,
    *MONTHS,
    *(form for day in WEEKDAYS for form in (day, f"{day}s")),
    *FIRST_WORDS.split(),
}
"""Words of which every date that the rules read has one, where it has no figure; a holiday has its first word."""


OPEN = re.compile(
    r"\b(?:until|till|as (?:soon|early|late) as|no later than|payable|effective|of record|due|expires?|extended to|deadline of)"
    r"\s+(?:on\s+|the\s+|\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{3,4}\s+)?|noon\s+|midnight\s+)*$",
    re.IGNORECASE,
)
"""Words behind which a day lies ahead whatever the tense: "the deadline was moved to 9 May"."""


ALL_RULES = (*RULES, *QUARTER_RULES, *DEICTIC_RULES, *HOLIDAY_RULES)
WEEKDAY_ONLY = re.compile(WEEKDAY)
DATED = (place_days, place_full)


def mark_times(document: Document, sentences: Sequence[Sentence]) -> tuple[TimeMention, ...]:
    """Give a document's date expressions in text order, also those of titles, date lines and captions."""
    setting = Setting(published=document.source.published or reference_date(document.text))
    parsed = {s.start: s for s in sentences}
    stretches = [(s.start, s.end) for s in sentences]
    stretches += [(b.start, b.end) for b in document.blocks if b.kind in ("title", "heading", "dateline", "byline")]
    found: list[TimeMention] = []
    for start, end in sorted(stretches):
        text = document.text[start:end]
        sentence = parsed.get(start)
        for match, place in _matches(text):
            a, b = start + match.start(), start + match.end()
            if sentence is not None:
                # "Until Monday, they had ..." looks back, "... until Monday" ahead
                open_ended = match.start() > 10 and OPEN.search(text[: match.start()][-40:])
                setting.tense = (lambda: "planned") if open_ended else lambda s=sentence, a=a, b=b: tense_at(s, a, b)  # type: ignore[misc]
                setting.attached = lambda s=sentence, a=a, b=b: on_a_verb(s, a, b)  # type: ignore[misc]
            when = _safe(place, match, setting)
            found.append(TimeMention(start=a, end=b, when=when))
            if when is not None and when.start is not None and sentence is not None:
                _remember(setting, when, text[: match.start()][-12:])
        setting.tense, setting.attached = (lambda: "past"), (lambda: True)
    return tuple(found)


BOUNDARY = re.compile(r"\b(?:since|until|till)\s+$", re.IGNORECASE)
"""Words behind which a date bounds something and tells of nothing that happened then."""


def _remember(setting: Setting, when: When, before: str) -> None:
    """Keep a date that was told, for those told against it: "the following day" is not counted from "since 3 July"."""
    setting.anchor = when
    if when.precision == "day" and not BOUNDARY.search(before):
        setting.day = when


def reference_date(text: str) -> date | None:
    """Give the day to read an undated text against: its latest full date, if no later year is spoken of.

    >>> reference_date("Talks in Moscow, 03 March 2006. They met on October 26, 2023.")
    datetime.date(2023, 10, 26)
    """
    days = [day for _, _, day in full_dates(text)]
    years = [int(year) for year in re.findall(rf"\b{YEAR}\b", text)]
    latest = max(days, default=None)
    return latest if latest is not None and latest.year >= max(years, default=0) else None


def _safe(
    place: Callable[[re.Match[str], Setting], When | None], match: re.Match[str], setting: Setting
) -> When | None:
    try:
        return place(match, setting)
    except (OverflowError, ValueError):  # "in the year 9999" plus one, 31 June: no such day
        return None


def timely(text: str) -> set[str]:
    """Give the words of a text in lower case, and what stands for its figures, for asking what rules need.

    >>> sorted(timely("On 9 May 2023"))
    ['0', '0m', '0y', 'may', 'on']
    """
    said = set(LETTERS.findall(text.casefold()))
    if DIGIT.search(text):
        said.add(FIGURE)
        if YEARS.search(text):
            said.add(YEAR_FIGURE)
        if not MONTHS.keys().isdisjoint(said):
            said.add(MONTH_DAY)
    return said


def _matches(text: str) -> list[tuple[re.Match[str], Callable[[re.Match[str], Setting], When | None]]]:
    said = timely(text)
    if TRIGGERS.isdisjoint(said):
        return []
    text = normalise(text)
    hits = [
        (m.start(), -m.end(), number, m, place)
        for number, (pattern, place, needs) in enumerate(ALL_RULES)
        if not needs.isdisjoint(said)
        for m in pattern.finditer(text)
    ]
    hits.sort(key=lambda hit: hit[:3])
    kept: list[tuple[re.Match[str], Callable[[re.Match[str], Setting], When | None]]] = []
    done = -1
    for start, end, _, match, place in hits:
        if kept and WEEKDAY_ONLY.fullmatch(kept[-1][0][0]) and place in DATED and text[done:start] in (", ", " "):
            kept[-1] = match, place  # "Friday, 23 October" is one date
            done = -end
        elif start >= done:
            kept.append((match, place))
            done = -end
    return kept
