"""Words made once for all outputs: dates, lists, numbers, plurals and the patterns of generated sentences.

Each language is a file beside this one (`en.toml`, `de.toml`) with the same keys, so that a third is one more file and
no code. What sources say (names, places, categories, quotations) is never translated.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from briefgen.model import When

LANGUAGES = ("en", "de")


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language."""

    language: str
    _file: Mapping[str, Any]

    @property
    def months(self) -> Sequence[str]:
        """Give the names of the months."""
        months: Sequence[str] = self._file["months"]
        return months

    @property
    def locale(self) -> str:
        """Give the language with its country, as Word wants it for spelling ("en-GB")."""
        return str(self._file["locale"])

    def say(self, key: str, **parts: object) -> str:
        """Fill a pattern of the language's file.

        >>> words("en").say("reported_by", sources="two independent sources")
        'reported by two independent sources'
        """
        return self.of("phrases", key).format(**parts)

    def of(self, table: str, key: str) -> str:
        """Give a word of one of the language's tables.

        >>> words("de").of("status", "planned")
        'geplant'
        """
        return str(self._file[table][key])

    def count(self, number: int, noun: str) -> str:
        """Write a number with a noun of the language's file; numbers up to ten in words.

        >>> words("de").count(1, "source"), words("de").count(3, "source"), words("en").count(12, "source")
        ('eine Quelle', 'drei Quellen', '12 sources')
        """
        one, many = self._file["nouns"][noun]
        numbers = self._file["numbers"]
        return str(one) if number == 1 else f"{numbers[number] if 0 <= number < len(numbers) else number} {many}"

    def listed(self, items: Sequence[str], joint: str = "and") -> str:
        """Write a list.

        >>> words("en").listed(["Fatah", "Hamas", "Palestinian Islamic Jihad"])
        'Fatah, Hamas and Palestinian Islamic Jihad'
        >>> words("de").listed(["Kairo", "Doha"], "or")
        'Kairo oder Doha'
        """
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self._file[joint]} {items[-1]}"

    def day(self, value: date) -> str:
        """Write a day.

        >>> words("en").day(date(2023, 10, 26)), words("de").day(date(2023, 10, 26))
        ('26 October 2023', '26. Oktober 2023')
        """
        return self._date("day", day=value.day, month=self.months[value.month - 1], year=value.year)

    def month(self, number: int) -> str:
        """Give a month's short name.

        >>> words("en").month(10), words("de").month(3)
        ('Oct', 'Mär')
        """
        return self.months[number - 1][:3]

    def unbroken(self, text: str) -> str:
        r"""Keep the days of a text with their months when its lines are broken: a no-break space stands between them.

        >>> words("en").unbroken("29 February – 2 March 2024"), words("de").unbroken("am 26. Oktober")
        ('29\xa0February – 2\xa0March 2024', 'am 26.\xa0Oktober')
        """
        return re.sub(rf"\b(\d{{1,2}}\.?) (?=(?:{'|'.join(self.months)})\b)", "\\1\N{NO-BREAK SPACE}", text)

    def shortened(self, dates: str) -> str:
        """Shorten the months of a date that is written out, for a label, which is never broken.

        >>> words("en").shortened("26 October 2023"), words("de").shortened("26. Oktober 2023")
        ('26 Oct 2023', '26. Okt 2023')
        """
        for name in self.months:
            dates = dates.replace(name, name[:3])
        return dates.replace("\N{NO-BREAK SPACE}", " ")

    def stretch(self, start: date, end: date) -> str:
        """Write a stretch of days, saying month and year once where they are the same.

        >>> words("en").stretch(date(2023, 10, 26), date(2023, 10, 27))
        '26–27 October 2023'
        >>> words("de").stretch(date(2023, 10, 26), date(2023, 10, 27))
        '26.–27. Oktober 2023'
        >>> words("en").stretch(date(2024, 2, 29), date(2024, 3, 2))
        '29 February – 2 March 2024'
        """
        if start == end:
            return self.day(start)
        same_month = (start.year, start.month) == (end.year, end.month)
        pattern = "days_of_month" if same_month else "days_of_year" if start.year == end.year else "days"
        return self._date(
            pattern,
            start=self.day(start),
            end=self.day(end),
            from_day=start.day,
            from_month=self.months[start.month - 1],
        )

    def stretch_of_months(self, start: date, end: date) -> str:
        """Write whole months.

        >>> words("en").stretch_of_months(date(2023, 3, 1), date(2023, 5, 31))
        'March – May 2023'
        """
        last = self._date("month", month=self.months[end.month - 1], year=end.year)
        if (start.year, start.month) == (end.year, end.month):
            return last
        month = self.months[start.month - 1]
        first = month if start.year == end.year else self._date("month", month=month, year=start.year)
        return self._date("months", start=first, end=last)

    def when(self, value: When) -> str:
        """Write a date with its precision.

        >>> week = When(start=date(2023, 10, 23), end=date(2023, 10, 29), precision="week")
        >>> words("en").when(week), words("de").when(week)
        ('week of 23 October 2023', 'Woche vom 23. Oktober 2023')
        >>> words("en").when(When(start=date(2010, 1, 1), end=date(2010, 12, 31), precision="year"))
        '2010'
        >>> words("en").when(When(start=date(4, 10, 26), end=date(4, 10, 26), precision="day", yearless=True))
        '26 October (year not stated)'
        """
        if value.start is None or value.end is None:
            return self._date("unknown")
        if value.yearless:
            told = self.when(When(start=value.start, end=value.end, precision=value.precision))
            told = told.replace(f" {value.end.year}", "").replace(f" {value.start.year}", "")
            return self._date("yearless", date=told)
        if value.precision == "year":
            years = (value.start.year, value.end.year)
            return str(years[0]) if years[0] == years[1] else self._date("years", start=years[0], end=years[1])
        if value.precision == "month":
            return self.stretch_of_months(value.start, value.end)
        if value.precision == "week" and (value.end - value.start).days <= 7:
            return self._date("week", start=self.day(value.start))
        if value.precision == "unknown":
            return self._date("between", start=self.day(value.start), end=self.day(value.end))
        return self.stretch(value.start, value.end)

    def iso_week(self, value: date) -> str:
        """Write the week of the calendar (ISO 8601) that a day lies in.

        >>> words("en").iso_week(date(2024, 3, 1)), words("de").iso_week(date(2024, 3, 1))
        ('Week 9, 2024', 'Woche 9/2024')
        """
        year, week, _ = value.isocalendar()
        return self._date("iso_week", week=week, year=year)

    def _date(self, pattern: str, **parts: object) -> str:
        return self.of("dates", pattern).format(**parts)


@cache
def words(language: str) -> Words:
    """Give the words of a language, English where there is no file for it."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    return Words(known, tomllib.loads((files("briefgen.wording") / f"{known}.toml").read_text(encoding="utf-8")))


def day(value: date) -> str:
    """Write a day in English, as messages to the user do."""
    return words("en").day(value)


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write a number with an English noun, as messages to the user do; numbers up to ten in words.

    >>> counted(1, "source"), counted(5, "source"), counted(12, "body", "bodies")
    ('one source', 'five sources', '12 bodies')
    """
    numbers = words("en")._file["numbers"]
    figure = numbers[number] if 0 <= number < len(numbers) else str(number)
    return f"{figure} {one if number == 1 else many or one + 's'}"


def clipped(text: str, longest: int) -> str:
    """Cut a text at a word's end, with an ellipsis; a text that is short enough stays as it is. A quotation stays closed.

    >>> clipped("the release of foreign hostages", 20), clipped("Renn: “The ferry may come back”", 20)
    ('the release of …', 'Renn: “The ferry …”')
    >>> clipped("Renn calls it “over”, Vell calls it “a start”", 30)
    'Renn calls it “over”, Vell …'
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    cut = text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-…") + " …"
    opening, closing = ("„", "“") if "„" in cut else ("“", "”")
    return cut + closing if cut.count(opening) > cut.count(closing) else cut


def unfinished(text: str) -> str:
    """Take away the comma that ends a quotation within its sentence, and signs like it: alone it ends in nothing.

    >>> unfinished("Nobody asked us,"), unfinished("Who asked us?")
    ('Nobody asked us', 'Who asked us?')
    """
    return text.rstrip(" ,;:–—-")


def visible(text: str) -> str:
    r"""Give a text as a terminal may show it: control and direction characters become a visible sign, lines stay lines.

    >>> visible("a\x1b[31mb\u202ec\u00a0d")
    'a�[31mb�c d'
    """
    return "".join(c if c.isprintable() or c in "\n\t" else " " if c.isspace() else "\ufffd" for c in text)
