"""Draw when the sources were published: a box a source, in columns of days, weeks, months or years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from briefgen.model import Source
from briefgen.render.figures.drawing import WIDTH, Drawing, Role, width
from briefgen.render.figures.legend import Sign, legend
from briefgen.render.sheet import Figure
from briefgen.wording import Words

FEWEST, FEWEST_COLUMNS, MOST_COLUMNS = 4, 2, 32
"""Dated sources that the figure needs, in how many different columns; and the most columns that there may be."""
LEFT, RIGHT, TOP, HIGH, SMALL = 0.0, WIDTH, 14.0, 130.0, 9.5
UNITS = ("day", "week", "month", "year")
LOOKS: dict[str, tuple[Role, Role, str]] = {
    "dated": ("accent", "accent", ""),
    "inferred": ("paper", "accent", ""),
    "copy": ("tint", "soft", "2 1.6"),
}
"""What a source looks like: fill, edge, dashes."""


def days(sources: Sequence[Source], words: Words) -> Figure | None:
    """Draw the dated sources; None where there are too few to show."""
    dated = [(source, source.published) for source in sources if source.published]
    if len(dated) < FEWEST:
        return None
    first, last = min(day for _, day in dated), max(day for _, day in dated)
    unit = next((unit for unit in UNITS if _number(last, unit) - _number(first, unit) < MOST_COLUMNS), UNITS[-1])
    columns: dict[int, list[Source]] = {}
    for source, day in sorted(dated, key=lambda pair: (pair[1], int(pair[0].id[1:]))):
        if _number(day, unit) > _number(last, unit) - MOST_COLUMNS:
            columns.setdefault(_number(day, unit), []).append(source)
    if len(columns) < FEWEST_COLUMNS:
        return None
    shown = sum(len(stack) for stack in columns.values())
    some = "_some" if shown < len(dated) else ""
    length = words.of("unit", unit)
    caption = words.say(f"days_caption{some}", unit=length, shown=shown, all=len(dated))
    if len(dated) < len(sources):
        caption += " " + words.say("days_undated", sources=words.count(len(sources) - len(dated), "source"))
    told = "; ".join(f"{_named(number, unit, words)}: {_told(stack, words)}" for number, stack in columns.items())
    return Figure(
        name="days", svg=_svg(columns, unit, words), alt=words.say("days_alt", unit=length, told=told), caption=caption
    )


def _told(stack: Sequence[Source], words: Words) -> str:
    kinds = Counter(_kind(source) for source in stack)
    phrases = (("inferred", "days_inferred"), ("copy", "days_copies"))
    more = [words.say(phrase, number=kinds[kind]) for kind, phrase in phrases if kinds[kind]]
    return words.count(len(stack), "source") + (f" ({', '.join(more)})" if more else "")


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


def _named(number: int, unit: str, words: Words) -> str:
    first = _first_day(number, unit)
    if unit == "day":
        return words.day(first)
    if unit == "week":
        return words.say("days_week", date=words.day(first))
    return f"{words.months[first.month - 1]} {first.year}" if unit == "month" else str(first.year)


def _svg(columns: dict[int, list[Source]], unit: str, words: Words) -> str:
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
    _dates(drawing, range(first, last + 1), unit, step, base + 15, words)
    kinds = {_kind(source) for stack in columns.values() for source in stack}
    return drawing.svg(
        legend(drawing, base + 36, [(words.say(kind), _swatch(kind)) for kind in LOOKS if kind in kinds])
    )


def _boxes(drawing: Drawing, stack: Sequence[Source], x: float, step: float, base: float) -> None:
    """Draw a box a source, with its number where there is room."""
    across = min(step - 2, 30.0)
    left = x + (step - across) / 2
    for n, source in enumerate(stack):
        kind = _kind(source)
        fill, edge, dashes = LOOKS[kind]
        y = base - 16 * (n + 1)
        drawing.box(left, y + 1.5, across, 13, fill, edge, round=2, dashes=dashes)
        if width(source.id, 8.5, 600) <= across - 3:
            role: Role = "paper" if kind == "dated" else "ink"
            drawing.text(x + step / 2, y + 11, source.id, size=8.5, weight=600, role=role, anchor="middle")


def _bar(drawing: Drawing, stack: Sequence[Source], x: float, step: float, base: float, each: float) -> None:
    """Draw a bar of as many parts as there are kinds, its number above it."""
    y = base
    kinds = Counter(_kind(source) for source in stack)
    for kind, (fill, edge, dashes) in LOOKS.items():
        if kinds[kind]:
            y -= each * kinds[kind]
            drawing.box(x + 1.5, y, max(2.0, step - 3), each * kinds[kind], fill, edge, dashes=dashes)
    number = str(len(stack))
    if width(number, 8.5) <= step:
        drawing.text(x + step / 2, y - 3, number, size=8.5, role="soft", anchor="middle")


def _dates(drawing: Drawing, numbers: range, unit: str, step: float, y: float, words: Words) -> None:
    """Write dates below the columns, as many as do not touch; a year where it is new."""
    every = int(-(-_ROOM // step))
    year = 0
    for number in numbers[::every]:
        first = _first_day(number, unit)
        label = str(first.year)
        if unit != "year":
            label = f"{first.day} {words.month(first.month)}" if unit in ("day", "week") else words.month(first.month)
            label, year = (label if first.year == year else f"{label} {first.year}"), first.year
        middle = LEFT + step * (number - numbers[0] + 0.5)
        across = width(label, SMALL)
        middle = min(max(middle, LEFT + across / 2), RIGHT - across / 2)
        drawing.text(middle, y, label, size=SMALL, role="soft", anchor="middle")


_ROOM = 66.0
"""What a date below a column needs, in pixels."""


def _swatch(kind: str) -> Sign:
    fill, edge, dashes = LOOKS[kind]
    return lambda drawing, x, y: drawing.box(x - 8, y - 5, 16, 10, fill, edge, round=2, dashes=dashes)
