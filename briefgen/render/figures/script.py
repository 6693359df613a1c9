"""Set Arabic and Hebrew in figures for a program that draws letter by letter, from left to right, as WeasyPrint does in SVG.

Unicode's presentation forms (its chapter 9.2) say what a letter looks like where it is joined; our Arabic face has them all.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from xml.sax.saxutils import escape, unescape

_LAM, _ALEFS, _TATWEEL = "\u0644", "\u0622\u0623\u0625\u0627", "\u0640"
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_RUN = re.compile(r"(<tspan[^>]*>)([^<]*)(</tspan>)")


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Map each letter, and lam with an alef, to its forms: isolated, initial, medial, final."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        kind, *parts = unicodedata.decomposition(chr(code)).split() or ["none"]
        letters = "".join(chr(int(part, 16)) for part in parts)
        if len(letters) == 1 or (len(letters) == 2 and letters[0] == _LAM and letters[1] in _ALEFS):
            forms.setdefault(letters, {}).setdefault(kind.strip("<>"), chr(code))
    return forms


def joined(text: str) -> str:
    """Give a text with its Arabic letters in the form that each has beside its neighbours.

    >>> [f"{ord(letter):X}" for letter in joined("سلام")]
    ['FEB3', 'FEFC', 'FEE1']
    """
    if not re.search("[\u0600-\u06ff]", text):
        return text
    forms = _forms()
    bases = [n for n, letter in enumerate(text) if unicodedata.category(letter) != "Mn"]
    beside = dict(zip(bases, zip([None, *bases], [*bases[1:], None], strict=False), strict=True))
    made: list[str] = []
    skipped = -1
    for n, letter in enumerate(text):
        if n == skipped:
            continue
        if n not in beside or letter not in forms:
            made.append(letter)
            continue
        before, after = beside[n]
        key = letter
        if letter == _LAM and after == n + 1 and text[after] in _ALEFS:
            key, skipped, after = letter + text[after], after, None
        linked = before is not None and _joins(text[before], "initial") and _joins(letter, "final")
        links = after is not None and _joins(letter, "initial") and _joins(text[after], "final")
        kind = ("medial" if links else "final") if linked else ("initial" if links else "isolated")
        made.append(forms[key].get(kind, letter))
    return "".join(made)


def _joins(letter: str, form: str) -> bool:
    """Tell whether a letter reaches out to the next one ("initial") or to the one before ("final")."""
    return letter == _TATWEEL or form in _forms().get(letter, ())


def letter_by_letter(svg: str) -> str:
    """Give a figure whose runs of Arabic and Hebrew are joined and in the order in which they are drawn, without vowel signs."""

    def drawn(run: re.Match[str]) -> str:
        letters = [c for c in joined(unescape(run[2])) if unicodedata.category(c) != "Mn"]
        return run[1] + escape("".join(reversed(letters)).translate(_MIRRORED)) + run[3]

    return _RUN.sub(drawn, svg)
