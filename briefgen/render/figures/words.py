"""The words that figures say, in one place: patterns, nouns and names of states."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefgen.wording import MONTHS, counted, day

PHRASES = {
    "timeline_alt": "Timeline of meetings. {told}.",
    "timeline_caption": "Meetings by date.",
    "timeline_caption_some": "Meetings by date, {shown} of {all} shown, the latest ones.",
    "timeline_earlier": "Those in the grey band are earlier, not to scale.",
    "timeline_undated": "Not shown: {meetings} without a date.",
    "earlier": "earlier",
    "this_brief": "this brief, {date}",
    "no_parties": "parties not named",
    "day_not_known": "bar: the day is not known",
    "network_alt": "Who met whom. {told}.",
    "network_pair": "{one} and {other}, {meetings}",
    "network_pair_ahead": "{one} and {other}, {meetings}, not yet held",
    "network_caption": "Who met whom: a line joins two parties of one meeting, thicker for more meetings; members of one body "
    "are not joined.",
    "network_some": "{parties} of {all} parties and their {lines} strongest lines shown.",
    "one_held": "one meeting held",
    "only_ahead": "only planned or proposed",
    "matrix_alt": "Designation matrix. {told}.",
    "matrix_cell": "{status} by {authority}",
    "matrix_caption": "Designation status, by authority; an empty field means that no source speaks of it.",
    "matrix_some": "{rows} of {all_rows} subjects and {columns} of {all_columns} authorities shown, those with the most statements.",
    "days_alt": "Sources by {unit}. {told}.",
    "days_caption": "Sources by {unit} of publication.",
    "days_caption_some": "Sources by {unit} of publication, {shown} of {all} shown, the latest ones.",
    "days_undated": "Not shown: {sources} without a date.",
    "days_week": "week of {date}",
    "days_inferred": "{number} with an inferred date",
    "days_copies": "{number} a copy of another",
    "dated": "date given",
    "inferred": "date inferred",
    "copy": "copy of another source",
}
NOUNS = {"meeting": "meeting", "source": "source"}
TABLES = {
    "status": {"held": "held", "planned": "planned", "proposed": "proposed", "cancelled": "cancelled"},
    "listing": {
        "designated": "listed",
        "not_designated": "not listed",
        "delisted": "no longer listed",
        "under_review": "under review",
    },
    "unit": {"day": "day", "week": "week", "month": "month", "year": "year"},
}


class Words:
    """The words of figures in English."""

    months: Sequence[str] = MONTHS

    def say(self, key: str, **parts: object) -> str:
        """Fill a pattern."""
        return PHRASES[key].format(**parts)

    def of(self, table: str, key: str) -> str:
        """Give a word of a table."""
        return TABLES[table][key]

    def count(self, number: int, noun: str) -> str:
        """Write a number with its noun."""
        return counted(number, NOUNS[noun])

    def day(self, value: date) -> str:
        """Write a day."""
        return day(value)

    def month(self, number: int) -> str:
        """Give a month's short name."""
        return self.months[number - 1][:3]

    def shortened(self, dates: str) -> str:
        """Shorten the months of a date: "26 October 2023" to "26 Oct 2023"."""
        for name in self.months:
            dates = dates.replace(name, name[:3])
        return dates
