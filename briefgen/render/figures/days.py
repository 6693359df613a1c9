"""Draw when the sources were published: a box a source, in columns of days, weeks, months or years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from briefgen.model import Source
from briefgen.render.figures.drawing import WIDTH, Drawing, Role, width
from briefgen.render.figures.legend import Sign, legend
from briefgen.render.sheet import Figure
from briefgen.wording import MONTHS, counted, day

FEWEST, FEWEST_COLUMNS, MOST_COLUMNS = 4, 2, 32
"""Dated sources that the figure needs, in how many different columns; and the most columns that there may be."""
LEFT, RIGHT, TOP, HIGH, SMALL = 8.0, WIDTH - 8.0, 14.0, 130.0, 9.5
UNITS = ("day", "week", "month", "year")
LOOKS: dict[str, tuple[Role, Role, str, str]] = {
    "dated": ("accent", "accent", "", "date given"),
    "inferred": ("paper", "accent", "", "date inferred"),
    "copy": ("tint", "soft", "2 1.6", "copy of another source"),
}
"""What a source looks like: fill, edge, dashes, and the words of the key."""


def days(sources: Sequence[Source]) -> Figure | None:
    """Draw the dated sources; None where there are too few to show."""
    dated = [source for source in sources if source.published]
    if len(dated) < FEWEST:
        return None
    first = min(source.published for source in dated if source.published)
    last = max(source.published for source in dated if source.published)
    unit = next((unit for unit in UNITS if _number(last, unit) - _number(first, unit) < MOST_COLUMNS), "year")
    columns: dict[int, list[Source]] = {}
    for source in sorted(dated, key=lambda source: (source.published or first, int(source.id[1:]))):
        columns.setdefault(_number(source.published or first, unit), []).append(source)
    if len(columns) < FEWEST_COLUMNS:
        return None
    kept = {number: stack for number, stack in sorted(columns.items()) if number > max(columns) - MOST_COLUMNS}
    caption = f"Sources by {unit} of publication."
    shown = sum(len(stack) for stack in kept.values())
    if shown < len(dated):
        caption = f"Sources by {unit} of publication, {shown} of {len(dated)} shown, the latest ones."
    if len(dated) < len(sources):
        caption += f" Not shown: {counted(len(sources) - len(dated), 'source')} without a date."
    told = "; ".join(f"{_named(number, unit)}: {_told(stack)}" for number, stack in kept.items())
    return Figure(name="days", svg=_svg(kept, unit), alt=f"Sources by {unit}. {told}.", caption=caption)


def _told(stack: Sequence[Source]) -> str:
    kinds = Counter(_kind(source) for source in stack)
    more = [
        f"{kinds[kind]} {words}"
        for kind, words in (("inferred", "with an inferred date"), ("copy", "a copy of another"))
        if kinds[kind]
    ]
    return counted(len(stack), "source") + (f" ({', '.join(more)})" if more else "")


def _kind(source: Source) -> str:
    if source.origin and source.origin != source.id:
        return "copy"
    return "inferred" if source.published_from == "inferred" else "dated"


def _number(when: date, unit: str) -> int:
    """Count days, weeks (from Mondays), months or years."""
    if unit == "day":
        return when.toordinal()
    if unit == "week":
        return (when.toordinal() - 1) // 7
    return when.year * 12 + when.month - 1 if unit == "month" else when.year


def _first_day(number: int, unit: str) -> date:
    if unit == "day":
        return date.fromordinal(number)
    if unit == "week":
        return date.fromordinal(number * 7 + 1)
    return date(number // 12, number % 12 + 1, 1) if unit == "month" else date(number, 1, 1)


def _named(number: int, unit: str) -> str:
    first = _first_day(number, unit)
    if unit == "day":
        return day(first)
    if unit == "week":
        return f"week of {day(first)}"
    return f"{MONTHS[first.month - 1]} {first.year}" if unit == "month" else str(first.year)


def _svg(columns: dict[int, list[Source]], unit: str) -> str:
    drawing = Drawing()
    first, last = min(columns), max(columns)
    step = min(56.0, (RIGHT - LEFT) / (last - first + 1))
    tallest = max(len(stack) for stack in columns.values())
    base = TOP + min(HIGH, 16.0 * tallest)
    for number, stack in columns.items():
        x = LEFT + step * (number - first)
        if tallest * 16.0 <= HIGH:
            _boxes(drawing, stack, x, step, base)
        else:
            _bar(drawing, stack, x, step, base, (base - TOP) / tallest)
    drawing.line(LEFT, base + 1, LEFT + step * (last - first + 1), base + 1, "soft")
    _dates(drawing, range(first, last + 1), unit, step, base + 15)
    kinds = {_kind(source) for stack in columns.values() for source in stack}
    return drawing.svg(legend(drawing, base + 36, [(LOOKS[kind][3], _swatch(kind)) for kind in LOOKS if kind in kinds]))


def _boxes(drawing: Drawing, stack: Sequence[Source], x: float, step: float, base: float) -> None:
    """Draw a box a source, with its number where there is room."""
    across = min(step - 2, 30.0)
    left = x + (step - across) / 2
    for n, source in enumerate(stack):
        kind = _kind(source)
        fill, edge, dashes, _ = LOOKS[kind]
        y = base - 16 * (n + 1)
        drawing.box(left, y + 1.5, across, 13, fill, edge, round=2, dashes=dashes)
        if width(source.id, 8.5, 600) <= across - 3:
            role: Role = "paper" if kind == "dated" else "ink"
            drawing.text(x + step / 2, y + 11, source.id, size=8.5, weight=600, role=role, anchor="middle")


def _bar(drawing: Drawing, stack: Sequence[Source], x: float, step: float, base: float, each: float) -> None:
    """Draw a bar of as many parts as there are kinds, its number above it."""
    y = base
    kinds = Counter(_kind(source) for source in stack)
    for kind, (fill, edge, dashes, _) in LOOKS.items():
        if kinds[kind]:
            y -= each * kinds[kind]
            drawing.box(x + 1.5, y, max(2.0, step - 3), each * kinds[kind], fill, edge, dashes=dashes)
    words = str(len(stack))
    if width(words, 8.5) <= step:
        drawing.text(x + step / 2, y - 3, words, size=8.5, role="soft", anchor="middle")


def _dates(drawing: Drawing, numbers: range, unit: str, step: float, y: float) -> None:
    """Write dates below the columns, as many as do not touch; a year where it is new."""
    every = int(-(-_ROOM // step))
    year = 0
    for number in numbers[::every]:
        first = _first_day(number, unit)
        words = f"{first.day} {MONTHS[first.month - 1][:3]}" if unit in ("day", "week") else MONTHS[first.month - 1][:3]
        if unit == "year":
            words = str(first.year)
        elif first.year != year:
            words, year = f"{words} {first.year}", first.year
        middle = LEFT + step * (number - numbers[0] + 0.5)
        middle = min(max(middle, LEFT + width(words, SMALL) / 2), RIGHT - width(words, SMALL) / 2)
        drawing.text(middle, y, words, size=SMALL, role="soft", anchor="middle")


_ROOM = 66.0
"""What a date below a column needs, in pixels."""


def _swatch(kind: str) -> Sign:
    fill, edge, dashes, _ = LOOKS[kind]
    return lambda drawing, x, y: drawing.box(x - 8, y - 5, 16, 10, fill, edge, round=2, dashes=dashes)
