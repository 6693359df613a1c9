"""Say when something was: a stretch of days of the calendar, and how precisely it is known."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

Precision = Literal["day", "week", "month", "year", "unknown"]

NO_YEAR = 4
"""The year that a `When` without a known year carries in `start` and `end` (a leap year, so 29 February fits)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A stretch of calendar days and how precisely the source gives it.

    `start` and `end` are the first and last day (both inclusive). `yearless`: month and day are known, the year is
    not; `start` and `end` then lie in year `NO_YEAR`, and `years` counts from the year of publication ("October of last
    year": -1). `why` says in a few words how the date was found ("stated",
    "weekday before publication on 2023-10-29", ...), and makes no two days differ. Internal: `yearless`, `years`, `why`.
    """

    start: date | None = None
    end: date | None = None
    precision: Precision = "unknown"
    yearless: bool = False
    years: int = 0
    why: str | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            raise ValueError("a When has both ends or none")
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"a When ends before it starts: {self.start}..{self.end}")

    @property
    def placed(self) -> bool:
        """Tell whether the stretch can be put on the calendar, year included."""
        return self.start is not None and not self.yearless

    def in_year(self, year: int, why: str | None = None) -> When:
        """Give the same days in `year`; only a yearless When changes. 29 February becomes 28 in a common year."""
        if not self.yearless or self.start is None or self.end is None:
            return self

        def moved(day: date, to: int) -> date:
            try:
                return day.replace(year=to)
            except ValueError:
                return day.replace(year=to, day=28)

        crosses = self.end.year - self.start.year
        return replace(
            self,
            start=moved(self.start, year),
            end=moved(self.end, year + crosses),
            yearless=False,
            why=why or self.why,
        )


UNDATED = When()
