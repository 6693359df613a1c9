"""Draw the designation matrix: who (down) is listed by whom (across), by signs that need no colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefgen.model import DesignationStatus
from briefgen.render.figures.drawing import SIZE, WIDTH, Drawing, fitted, folded, width
from briefgen.render.figures.legend import Sign, legend
from briefgen.render.sheet import DesignationRow, Figure
from briefgen.wording import Words

FEWEST_ROWS, FEWEST_COLUMNS, FEWEST = 2, 2, 4
MOST_ROWS, MOST_COLUMNS = 20, 8
"""Subjects and authorities that the matrix needs, statements that it needs, and the most of each that it shows."""
ROW, LEFT, HEAD_SIZE, HEAD_LINE, HEAD_LINES = 22.0, 0.0, 10.0, 12.0, 3
STATUSES: tuple[DesignationStatus, ...] = ("designated", "not_designated", "delisted", "under_review")
Cells = dict[tuple[str, str], list[DesignationStatus]]


def matrix(rows: Sequence[DesignationRow], words: Words) -> Figure | None:
    """Draw the statements, subjects by authorities; None where a table says it better."""
    subjects, authorities = Counter(row.subject for row in rows), Counter(row.authority for row in rows)
    if len(subjects) < FEWEST_ROWS or len(authorities) < FEWEST_COLUMNS or len(rows) < FEWEST:
        return None
    across = _most(authorities, MOST_COLUMNS)
    down = _most(Counter(row.subject for row in rows if row.authority in across), MOST_ROWS)
    cells: Cells = {}
    for row in rows:
        found = cells.setdefault((row.subject, row.authority), [])
        if row.status not in found:
            found.append(row.status)  # type: ignore[arg-type]
    told = "; ".join(f"{subject}: {_told(subject, across, cells, words)}" for subject in down)
    caption = words.say("matrix_caption")
    if len(down) < len(subjects) or len(across) < len(authorities):
        caption += " " + words.say(
            "matrix_some",
            rows=len(down),
            all_rows=len(subjects),
            columns=len(across),
            all_columns=len(authorities),
        )
    return Figure(
        name="matrix", svg=_svg(down, across, cells, words), alt=words.say("matrix_alt", told=told), caption=caption
    )


def _told(subject: str, across: Sequence[str], cells: Cells, words: Words) -> str:
    """Say what a row shows: "listed by Ruritania, not listed by Freedonia"."""
    return ", ".join(
        words.say("matrix_cell", status=words.of("listing", status), authority=authority)
        for authority in across
        for status in cells.get((subject, authority), [])
    )


def _most(counts: Counter[str], most: int) -> list[str]:
    """Choose the names with the most statements, in the order in which the brief has them."""
    chosen = sorted(counts, key=lambda name: -counts[name])[:most]
    return [name for name in counts if name in set(chosen)]


def _svg(down: Sequence[str], across: Sequence[str], cells: Cells, words: Words) -> str:
    drawing = Drawing()
    right = WIDTH - LEFT
    # the heads' words are kept whole where the subjects' names, which the table below repeats, can be cut for it
    word = max(width(word, HEAD_SIZE, 600) for name in across for word in name.split()) + 5
    most = max(WIDTH * 0.2, min(WIDTH * 0.36, right - LEFT - word * len(across)))
    label = min(max(width(name, weight=600) for name in down) + 16, most)
    column = min(120.0, (right - LEFT - label) / len(across))
    right = LEFT + label + column * len(across)
    heads = [folded(name, column - 4, HEAD_LINES, HEAD_SIZE, 600) for name in across]
    top = 6 + HEAD_LINE * max(len(lines) for lines in heads) + 6
    for n, lines in enumerate(heads):
        middle = LEFT + label + column * (n + 0.5)
        for k, line in enumerate(reversed(lines)):
            drawing.text(
                middle, top - 8 - HEAD_LINE * k, line, size=HEAD_SIZE, weight=600, role="soft", anchor="middle"
            )
    drawing.line(LEFT, top, right, top, "soft", 1.2)
    for r, subject in enumerate(down):
        y = top + ROW * (r + 0.5)
        drawing.text(LEFT, y + 4, fitted(subject, label - 10, SIZE, 600), weight=600)
        drawing.line(LEFT, y + ROW / 2, right, y + ROW / 2, "line", 0.8)
        for n, authority in enumerate(across):
            found = cells.get((subject, authority), [])
            apart = min(20.0, (column - 3) / max(1, len(found)))
            for k, status in enumerate(found):
                _sign(drawing, status, LEFT + label + column * (n + 0.5) + apart * (k - (len(found) - 1) / 2), y)
    shown = {status for subject in down for authority in across for status in cells.get((subject, authority), [])}
    return drawing.svg(legend(drawing, top + ROW * len(down) + 22, _key(shown, words)))


def _sign(drawing: Drawing, status: DesignationStatus, x: float, y: float) -> None:
    """Draw a status: a full square, an empty one, one struck out, a dotted one with a question mark."""
    if status == "designated":
        drawing.box(x - 6, y - 6, 12, 12, "accent", "accent", round=2)
    elif status == "not_designated":
        drawing.box(x - 6, y - 6, 12, 12, "paper", "accent", round=2)
    elif status == "delisted":
        drawing.box(x - 6, y - 6, 12, 12, "tint", "accent", round=2)
        drawing.line(x - 6, y + 6, x + 6, y - 6, "accent", 1.8)
    else:
        drawing.box(x - 6, y - 6, 12, 12, "paper", "accent", round=2, dashes="1.6 1.6")
        drawing.text(x, y + 3.6, "?", size=10, weight=600, role="accent", anchor="middle")


def _key(shown: set[DesignationStatus], words: Words) -> list[tuple[str, Sign]]:
    def sign(status: DesignationStatus) -> Sign:
        return lambda drawing, x, y: _sign(drawing, status, x, y)

    return [(words.of("listing", status), sign(status)) for status in STATUSES if status in shown]
