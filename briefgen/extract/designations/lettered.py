"""Read deeds that a decision tells part by part: "decides to: (a) impose a travel ban on Kahl; (b) lift the sanctions on Renn"."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.designations.calls import of_class
from briefgen.reading.line import Line

BACK = 12
"""Sentences that the parts of a decision may take."""
OPENER = 14
"""Words before the colon in which the deciding verb stands."""
JOINTS = frozenset({"to", "and", "hereby", "also", "further", "that", "shall"})


def opened_by(line: Line, at: int) -> tuple[Line, int] | None:
    """Give the line and the colon that open the decision of which the verb at `at` starts a part; None where it starts none."""
    if not _starts_part(line, at):
        return None
    for k in range(at - 1, line.start, -1):
        if line.doc[k].text == ":":
            return line, k
    for before in _parts_before(line):
        if before.doc[before.stop - 1].text == ":":
            return before, before.stop - 1
    return None


def _parts_before(line: Line) -> Iterator[Line]:
    """Give the sentences before, as long as they are parts of the same decision, and the one that opens it."""
    for sentence in reversed(line.reading.sentences[max(0, line.sentence.index - BACK) : line.sentence.index]):
        before = Line(line.reading, sentence)
        yield before
        if before.doc[before.stop - 1].text != ";" and not _marked(before, before.start):
            return


def _starts_part(line: Line, at: int) -> bool:
    """Tell a verb right behind "(b)", "2.", a bullet, or the semicolon and colon between the parts."""
    k = at - 1
    while k >= line.start and line.low(k) in JOINTS:
        k -= 1
    if k < line.start:
        return line.sentence.index > 0 and line.reading.text[: line.sentence.start].rstrip().endswith(
            (":", ";", "; and")
        )
    token = line.doc[k]
    return token.text in (")", ";", ":", "•", "-", "–") or (token.text in (".", "./") and line.doc[k - 1].like_num)


def _marked(line: Line, k: int) -> bool:
    """Tell a sentence that starts with "(a)", "a)", "1." or a bullet."""
    first = line.doc[k]
    return first.text in ("(", "•", "-", "–", "*") or first.like_num or line.low(k + 1) == ")"


def bidden(opener: tuple[Line, int]) -> str:
    """Say what the words before the colon make of the parts: "demanding", "weighing", "refusing", "" where they decide."""
    line, colon = opener
    for k in range(colon - 1, max(line.start, colon - OPENER) - 1, -1):
        for kind in ("demanding", "weighing", "refusing"):
            if k not in line.inside and line.doc[k].pos_ in ("VERB", "NOUN") and of_class(line, k, kind):
                return kind
        if line.low(k) in ("should", "could", "may", "might", "must"):
            return "demanding"
        if line.finite(k):
            return ""
    return ""
