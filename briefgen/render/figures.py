"""Draw figures as SVG, from the brief's facts alone: the same brief gives the same picture, and words say what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from xml.sax.saxutils import escape

from briefgen.model import Meeting
from briefgen.render.sheet import Figure, MeetingRow
from briefgen.wording import Words, clipped

WIDTH, LEFT, RIGHT, ROW, TOP = 680, 14, 666, 15, 16
LETTER = 5.0
"""About how wide a letter of the labels is, in pixels; labels that would touch go to another line."""
FEWEST, MOST = 3, 24
"""Meetings that a timeline needs, and the most that it can show."""
WINDOW = timedelta(days=400)
INK, SOFT, BLUE = "#161b20", "#55616d", "#0b5a8a"


@dataclass(frozen=True, slots=True)
class Mark:
    """A meeting on the line: its stretch in pixels, its label and whether it was held."""

    start: float
    end: float
    label: str
    held: bool


def timeline(meetings: Sequence[Meeting], rows: Sequence[MeetingRow], words: Words) -> Figure | None:
    """Draw the dated meetings of the year up to the latest one; None where there are too few to show.

    Held meetings are filled, others hollow; a week or month is a bar as long as that.
    """
    dated = [
        (m, r)
        for m, r in zip(meetings, rows, strict=True)
        if m.date.placed and m.date.precision in ("day", "week", "month")
    ]
    latest = max((m.date.start for m, _ in dated if m.date.start), default=None)
    if latest is None:
        return None
    shown = [(m, r) for m, r in dated if m.date.start and m.date.start >= latest - WINDOW and m.status != "cancelled"][
        -MOST:
    ]
    if len(shown) < FEWEST:
        return None
    first = min(m.date.start for m, _ in shown if m.date.start)
    last = max(m.date.end for m, _ in shown if m.date.end)
    days = max(14, (last - first).days)
    low = first - timedelta(days=max(2, days // 18))
    high = last + timedelta(days=max(2, days // 18))

    def x(day: date) -> float:
        return round(LEFT + (RIGHT - LEFT) * (day - low).days / (high - low).days, 1)

    marks = [
        Mark(x(m.date.start), x(m.date.end), clipped(f"{_short(r.date, words)}: {r.parties}", 46), m.status == "held")
        for m, r in shown
        if m.date.start and m.date.end
    ]
    told = "; ".join(
        f"{r.date}: {r.parties}{f', {r.place}' if r.place else ''} ({words.of('status', r.status)})" for _, r in shown
    )
    older = len(dated) - len(shown)
    caption = words.say("timeline_caption")
    if older:
        left = words.say("timeline_older", meetings=words.count(older, "earlier_meeting"))
        caption += f" {left[:1].upper()}{left[1:]}"
    drawn = _svg(marks, low, high, x, words)
    return Figure(name="timeline", svg=drawn, alt=words.say("timeline_alt", told=told), caption=caption)


def _short(date: str, words: Words) -> str:
    """Shorten the months of a date: "26 October 2023" to "26 Oct 2023"."""
    for month in words.months:
        date = date.replace(month, month[:3])
    return date


def _svg(marks: Sequence[Mark], low: date, high: date, x, words: Words) -> str:  # type: ignore[no-untyped-def]
    levels, placed = _levels(marks)
    axis = TOP + levels * ROW + 8
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {axis + 26}" width="{WIDTH}" height="{axis + 26}" '
        f"font-family=\"'Brief Sans', 'Source Sans 3', sans-serif\" font-size=\"10.5\">",
        f'<line x1="{LEFT}" x2="{RIGHT}" y1="{axis}" y2="{axis}" stroke="{SOFT}" stroke-width="1"/>',
    ]
    for day, label in _ticks(low, high, words):
        parts.append(
            f'<line x1="{x(day)}" x2="{x(day)}" y1="{axis - 3}" y2="{axis + 4}" stroke="{SOFT}" stroke-width="0.8"/>'
        )
        parts.append(
            f'<text x="{x(day)}" y="{axis + 17}" text-anchor="middle" fill="{SOFT}" font-size="9">{label}</text>'
        )
    texts = []
    for mark, (level, at, anchor) in zip(marks, placed, strict=True):
        middle, y = (mark.start + mark.end) / 2, TOP + (levels - 1 - level) * ROW
        parts.append(_line(middle, axis, y + 3, BLUE, 0.6))
        parts.append(_dot(mark, middle, axis))
        width = len(mark.label) * LETTER + 4
        left = {"start": at - 2, "middle": at - width / 2, "end": at - width + 2}[anchor]
        # a leader of a label above must not run through the words below
        texts.append(f'<rect x="{left:.1f}" y="{y - 10}" width="{width:.1f}" height="13" fill="#ffffff"/>')
        texts.append(f'<text x="{at:.1f}" y="{y}" text-anchor="{anchor}" fill="{INK}">{escape(mark.label)}</text>')
    parts += texts
    return "".join([*parts, "</svg>"])


def _line(x: float, y1: float, y2: float, colour: str, width: float) -> str:
    return f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{y1}" y2="{y2}" stroke="{colour}" stroke-width="{width}"/>'


def _dot(mark: Mark, middle: float, axis: float) -> str:
    look = f'fill="{BLUE if mark.held else "#ffffff"}" stroke="{BLUE}" stroke-width="1.5"'
    if mark.end - mark.start > 3:
        width = max(8.0, mark.end - mark.start)
        return f'<rect x="{mark.start}" y="{axis - 4}" width="{width:.1f}" height="8" rx="4" {look}/>'
    return f'<circle cx="{middle:.1f}" cy="{axis}" r="4.6" {look}/>'


def _levels(marks: Sequence[Mark]) -> tuple[int, list[tuple[int, float, str]]]:
    """Put each label on the lowest line where it touches none; give the number of lines and line, place and anchor of each."""
    ends: list[list[tuple[float, float]]] = []
    placed = []
    for mark in marks:
        middle, width = (mark.start + mark.end) / 2, len(mark.label) * LETTER
        anchor, begin = "middle", middle - width / 2
        if begin < LEFT:
            anchor, begin = "start", middle
        if begin + width > RIGHT:
            anchor, begin = "end", middle - width
        level = next(
            (n for n, used in enumerate(ends) if all(begin > b + 8 or begin + width < a - 8 for a, b in used)),
            len(ends),
        )
        if level == len(ends):
            ends.append([])
        ends[level].append((begin, begin + width))
        placed.append((level, middle, anchor))
    return max(1, len(ends)), placed


def _ticks(low: date, high: date, words: Words) -> list[tuple[date, str]]:
    """Give the first days of months within the line, as many as it can carry, with their labels."""
    months = [(y, m) for y in range(low.year, high.year + 1) for m in range(1, 13) if low < date(y, m, 1) < high]
    step = next((s for s in (1, 2, 3, 6, 12) if len(months) / s <= 9), 12)
    return [(date(y, m, 1), f"{words.months[m - 1][:3]} {y}") for y, m in months if (m - 1) % step == 0]


def png(svg: str, width: int = 2000) -> bytes:
    """Turn a figure into a PNG of that many pixels across, with the bundled fonts only, so that all machines draw it alike."""
    import resvg_py

    from briefgen.render.fonts import font_files

    files = [str(path) for path in font_files().values()]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg, width=width, font_files=files, skip_system_fonts=True, background="#ffffff"
        )
    )
