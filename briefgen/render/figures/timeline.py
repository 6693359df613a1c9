"""Draw the timeline: a meeting a row, in order, its words on the left, its mark on the days on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefgen.model import Meeting, MeetingStatus
from briefgen.render.figures.drawing import WIDTH, Drawing, Role, fitted, width
from briefgen.render.figures.legend import Sign, legend
from briefgen.render.sheet import Figure, MeetingRow
from briefgen.wording import Words

FEWEST, MOST = 3, 20
"""Meetings that a timeline needs, and the most that it shows: the latest ones."""
WINDOW = timedelta(days=400)
"""How far back from the latest meeting the days are to scale; what lies further back stands in a band before them."""
MOST_EARLIER = 8
LEFT, RIGHT, TOP, ROW = 0.0, WIDTH - 6.0, 20.0, 17.0
LANE, BAND = 404.0, 34.0
"""Where the lane of the days begins, so that no line of it runs through words; and how wide its band of earlier ones is."""
MOST_DATE, GAP, SIGN = 128.0, 10.0, 13.0
"""The widest date, the white between columns, and the room of a sign behind a date."""
SMALL = 9.5


@dataclass(frozen=True, slots=True)
class Mark:
    """A meeting to be drawn: its days, status, and words (date, parties, and what follows them).

    `disputed` says that sources contradict each other on it.
    """

    start: date
    end: date
    status: MeetingStatus
    when: str
    parties: str
    more: str
    exact: bool
    disputed: str | None


def timeline(meetings: Sequence[Meeting], rows: Sequence[MeetingRow], prepared: date, words: Words) -> Figure | None:
    """Draw the dated meetings; None where there are too few to show."""
    marks = [_mark(m, r, words) for m, r in zip(meetings, rows, strict=True) if m.date.placed]
    marks.sort(key=lambda mark: (mark.start, mark.end))
    if len(marks) < FEWEST or marks[0].start == marks[-1].start:
        return None
    recent = _recent(marks)
    spare = min(MOST_EARLIER, MOST - len(recent))
    earlier = marks[: len(marks) - len(recent)][-spare:] if spare else []
    shown = [*earlier, *recent]
    some = "_some" if len(shown) < len(marks) else ""
    caption = [words.say(f"timeline_caption{some}", shown=len(shown), all=len(marks))]
    if earlier:
        caption.append(words.say("timeline_earlier"))
    if len(marks) < len(meetings):
        undated = words.count(len(meetings) - len(marks), "meeting")
        caption.append(words.say("timeline_undated", meetings=undated))
    told = "; ".join(map(_told, shown))
    return Figure(
        name="timeline",
        svg=_svg(earlier, recent, prepared, words),
        alt=words.say("timeline_alt", told=told),
        caption=" ".join(caption),
    )


def _told(mark: Mark) -> str:
    return f"{mark.when}: " + ", ".join(part for part in (mark.parties, mark.more, mark.disputed) if part)


def _mark(meeting: Meeting, row: MeetingRow, words: Words) -> Mark:
    assert meeting.date.start is not None
    assert meeting.date.end is not None
    status = None if meeting.status == "held" else words.of("status", meeting.status)
    return Mark(
        start=meeting.date.start,
        end=meeting.date.end,
        status=meeting.status,
        when=words.shortened(row.date),
        parties=row.parties or words.say("no_parties"),
        more=", ".join(part for part in (row.place, status) if part),
        exact=meeting.date.precision == "day",
        disputed=row.date_disputed or row.place_disputed,
    )


def _recent(marks: Sequence[Mark]) -> list[Mark]:
    """Choose the marks to stand on days to scale: all where they lie close together, else those of the last months."""
    latest = max(mark.start for mark in marks)
    if marks[0].start >= latest - 2 * WINDOW:
        return list(marks[-MOST:])
    near = [mark for mark in marks if mark.start >= latest - WINDOW]
    return list((near if len(near) >= FEWEST else marks)[-MOST:])


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a day stands: `left` to `right` in pixels for `low` to `high`."""

    low: date
    high: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Give the place of a day, within the scale."""
        share = (day - self.low).days / max(1, (self.high - self.low).days)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, share))


def _scale(recent: Sequence[Mark], left: float) -> Scale:
    """Fit the scale to the marks; a year's bar must not stretch it where others are more precise."""
    fine = [mark for mark in recent if (mark.end - mark.start).days < 200] or recent
    low, high = min(mark.start for mark in fine), max(mark.end for mark in fine)
    spare = timedelta(days=max(2, (high - low).days // 20))
    low = low - spare if low - date.min > spare else low
    high = high + spare if date.max - high > spare else high
    return Scale(low, high, left, RIGHT)


def _svg(earlier: Sequence[Mark], recent: Sequence[Mark], prepared: date, words: Words) -> str:
    drawing = Drawing()
    shown = [*earlier, *recent]
    scale = _scale(recent, LANE + BAND + 10 if earlier else LANE)
    axis = TOP + ROW * len(shown) + 2
    if earlier:
        drawing.box(LANE, TOP, BAND, axis - TOP, "tint", round=3)
        drawing.text(LANE + BAND / 2, axis + 14, words.say("earlier"), size=SMALL, role="soft", anchor="middle")
    for n in range(1, len(shown)):
        drawing.line(LEFT, TOP + ROW * n, WIDTH, TOP + ROW * n, "line", 0.6)
    _calendar(drawing, scale, axis, prepared, words)
    dates = _room_of_dates(shown)
    for n, mark in enumerate(shown):
        y = TOP + ROW * n + ROW / 2
        _words(drawing, mark, dates, y + 3.8)
        _placed(drawing, mark, None if n < len(earlier) else scale, y)
    return drawing.svg(legend(drawing, axis + 34, _key(shown, words)))


def _room_of_dates(shown: Sequence[Mark]) -> float:
    widest = max(width(mark.when, weight=600) + (SIGN if mark.disputed else 0) for mark in shown)
    return min(MOST_DATE, widest)


def _words(drawing: Drawing, mark: Mark, dates: float, y: float) -> None:
    """Write a meeting's words in their columns: date, parties, and what follows them where there is room."""
    across = drawing.text(LEFT, y, fitted(mark.when, dates - (SIGN if mark.disputed else 0), weight=600), weight=600)
    if mark.disputed:
        _not_alike(drawing, LEFT + across + 7, y - 3.8)
    x = LEFT + dates + GAP
    room = LANE - GAP - x
    rest = fitted(mark.more, max(room * 0.4, room - width(mark.parties) - 6), SMALL) if mark.more else ""
    x += drawing.text(x, y, fitted(mark.parties, room - (width(rest, SMALL) + 6 if rest else 0))) + 6
    if rest:
        drawing.text(x, y, rest, size=SMALL, role="soft")


def _calendar(drawing: Drawing, scale: Scale, axis: float, prepared: date, words: Words) -> None:
    """Draw the axis, and the day of the brief, which parts what was from what is to come."""
    free = 0.0
    for tick, label in _ticks(scale.low, scale.high, words):
        x, across = scale.x(tick), width(label, SMALL)
        drawing.line(x, TOP, x, axis + 4, "line", 0.8)
        left = _inside(x, across, scale) - across / 2
        if left >= free:
            free = left + drawing.text(left, axis + 14, label, size=SMALL, role="soft") + 6
    drawing.line(scale.left, axis, scale.right, axis, "soft")
    if scale.low <= prepared <= scale.high:
        x = scale.x(prepared)
        label = words.say("this_brief", date=words.shortened(words.day(prepared)))
        drawing.line(x, TOP - 3, x, axis, "soft", 1, "2 2")
        drawing.text(_inside(x, width(label, SMALL), scale), TOP - 7, label, size=SMALL, role="soft", anchor="middle")


def _inside(x: float, across: float, scale: Scale) -> float:
    """Move the middle of words so that they stay above or below the days."""
    return min(max(x, scale.left + across / 2), RIGHT - across / 2)


def _placed(drawing: Drawing, mark: Mark, scale: Scale | None, y: float) -> None:
    """Draw a mark on its days; without a scale it stands in the band of earlier ones."""
    if scale is None:
        half = 0 if mark.exact else 9
        _sign(drawing, mark, LANE + BAND / 2 - half, LANE + BAND / 2 + half, y)
    else:
        _sign(drawing, mark, scale.x(mark.start), scale.x(mark.end), y)


def _not_alike(drawing: Drawing, x: float, y: float) -> None:
    """Draw the sign that sources disagree: an equals sign struck out."""
    for high in (-1.8, 1.8):
        drawing.line(x - 4, y + high, x + 4, y + high, "ink", 1.3)
    drawing.line(x - 2.4, y + 4.6, x + 2.4, y - 4.6, "ink", 1.3)


def _sign(drawing: Drawing, mark: Mark, start: float, end: float, y: float) -> None:
    """Draw a dot for a day, a bar for a stretch; filled where held, hollow where not, dashed where only proposed."""
    fill, edge, dashes = LOOKS[mark.status]
    middle = (start + end) / 2
    if mark.exact and end - start < 10:
        drawing.dot(middle, y, 4.3, fill, edge, dashes)
    else:
        across = max(end - start, 10)
        drawing.box(middle - across / 2, y - 3.2, across, 6.4, fill, edge, round=3.2, dashes=dashes)
    if mark.status == "cancelled":
        drawing.line(middle - 3, y - 3, middle + 3, y + 3, "soft", 1.4)
        drawing.line(middle - 3, y + 3, middle + 3, y - 3, "soft", 1.4)


LOOKS: dict[MeetingStatus, tuple[Role, Role, str]] = {
    "held": ("accent", "accent", ""),
    "planned": ("paper", "accent", ""),
    "proposed": ("paper", "accent", "2.2 1.8"),
    "cancelled": ("paper", "soft", ""),
}
"""What a status looks like: fill, edge and dashes; told apart without colour too."""


def _key(shown: Sequence[Mark], words: Words) -> list[tuple[str, Sign]]:
    """Explain the signs that the figure has."""
    key: list[tuple[str, Sign]] = []
    for status in LOOKS:
        example = next((mark for mark in shown if mark.status == status), None)
        if example is not None:
            dot = replace(example, exact=True)
            key.append((words.of("status", status), lambda drawing, x, y, dot=dot: _sign(drawing, dot, x, x, y)))  # type: ignore[misc]
    if any(not mark.exact for mark in shown):
        bar = replace(shown[0], status="held", exact=False)
        key.append((words.say("day_not_known"), lambda drawing, x, y: _sign(drawing, bar, x - 8, x + 8, y)))
    if any(mark.disputed for mark in shown):
        key.append((words.say("sources_disagree"), _not_alike))
    return key


def _ticks(low: date, high: date, words: Words) -> list[tuple[date, str]]:
    """Give a few days within the scale, with their labels: days, first days of months, or of years."""
    span = (high - low).days
    if span <= 90:
        step = next(s for s in (1, 2, 3, 7, 14, 28) if span / s <= 5)
        first = low + timedelta(days=-low.weekday() % 7 if step >= 7 else 0)
        found = [first + timedelta(days=n) for n in range(0, span + 1, step) if first + timedelta(days=n) <= high]
        return [(tick, f"{tick.day} {words.month(tick.month)}") for tick in found]
    if span <= 4 * 365:
        firsts = [date(y, m, 1) for y in range(low.year, high.year + 1) for m in range(1, 13)]
        firsts = [tick for tick in firsts if low < tick < high]
        step = next((s for s in (1, 2, 3, 4, 6) if len(firsts) / s <= 5), 12)
        found = [tick for tick in firsts if (tick.month - 1) % step == 0]
        return [(tick, f"{words.month(tick.month)} {tick.year}") for tick in found]
    years = high.year - low.year
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000) if years / s <= 5)
    return [(date(y, 1, 1), str(y)) for y in range(low.year + 1, high.year + 1) if y % step == 0]
