"""Draw the key below a figure: only what the figure shows, each sign with its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefgen.render.figures.drawing import WIDTH, Drawing, width

Sign = Callable[[Drawing, float, float], None]
"""Draws a sign of at most 18 pixels across around a middle point."""
_SIZE, _ROW, _SIGN = 10.0, 17.0, 25.0


def legend(drawing: Drawing, y: float, signs: Sequence[tuple[str, Sign]]) -> float:
    """Draw signs and words from left to right, in as many lines as they need; give the height reached."""
    x = 0.0
    for words, sign in signs:
        across = _SIGN + width(words, _SIZE) + 18
        if x > 0.0 and x + across > WIDTH:
            x, y = 0.0, y + _ROW
        sign(drawing, x + _SIGN / 2 - 3, y - 3.2)
        drawing.text(x + _SIGN, y, words, size=_SIZE, role="ink")
        x += across
    return y + 8
