"""Tell the meetings of a text as a line each: the shared end of the tables of meetings."""

from briefgen.extract.meetings import find_meetings
from tests.readings import name, reading_of


def found(text: str) -> set[str]:
    """Give each meeting as `status | first day | place | participants`."""
    reading = reading_of(text)
    return {
        " | ".join(
            (
                m.status,
                m.date.start.isoformat() if m.date.start else "-",
                m.place or "-",
                ", ".join(sorted(name(reading, p) for p in m.participants)) or "-",
            )
        )
        for m in find_meetings(reading)
    }


def in_words(text: str) -> set[str]:
    """Give each meeting as `status | parties in their words`."""
    return {f"{m.status} | {', '.join(m.named)}" for m in find_meetings(reading_of(text))}
