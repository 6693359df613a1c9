"""Read the labels of a list's parts and the counts that a colon spells out: "Additions: Kahl; Renn", "two new bans: Kahl and Vell"."""

from __future__ import annotations

from briefgen.extract.designations.cue import Cue, has_form
from briefgen.extract.designations.enumerated import colon_behind
from briefgen.extract.designations.wording import ends_in_colon, list_named_before, told_before
from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

NEAR = 8
"""Sentences that a label may stand behind the statement that a list was changed."""
LONGEST = 9
"""Words that a label may take up to its colon, brackets aside."""


def label_cue(line: Line) -> Cue | None:
    """Read "Additions: Kahl; Renn", "Struck off today: Vell", "Corrected (in force): Reed"."""
    i = _first(line)
    colon = _label_end(line, i)
    if colon is None:
        return None
    status = _status(line, i, colon)
    if status is None or not (told_before(line) or list_named_before(line)):
        return None
    return Cue(at=i, voice="noun", status=status, left=i, right=colon + 1, parts=True, again=NEAR)


def _first(line: Line) -> int:
    """Give the first word of a sentence behind a bullet and its like."""
    k = line.begin
    while k < line.stop - 1 and not any(c.isalpha() for c in line.doc[k].text):
        k += 1
    return k


def _label_end(line: Line, first: int) -> int | None:
    """Give the colon of a label: no verb of its own, no name and no comma stands before it, brackets aside."""
    k, said = first, 0
    while k < line.stop and said < LONGEST:
        if line.doc[k].text.endswith(":"):
            return k
        if line.doc[k].text == "(":  # "(in force):"
            k = next((n for n in range(k + 1, line.stop) if line.doc[n].text.startswith(")")), line.stop)
            k += line.low(k) == ")"
            continue
        named = k in line.inside and line.inside[k].form == "name"
        if line.doc[k].text in (",", ";", ".") or (named and line.inside[k].kind != "place") or _tells(line, k):
            return None
        k, said = k + 1, said + 1
    return None


def _tells(line: Line, k: int) -> bool:
    return line.finite(k) and line.low(k) not in _participles()


def _participles() -> frozenset[str]:
    keys = ("direct", "put", "delist", "remove", "freeze")
    return frozenset(
        form for key in keys for form, (_, kind) in verb_forms("designation", key).items() if kind == "past"
    )


def _status(line: Line, first: int, colon: int) -> DesignationStatus | None:
    """Say what a label tells of those behind it: the last word of it that lists or ends a listing decides."""
    found: DesignationStatus | None = None
    for k in range(first, colon):
        low, past = line.low(k), line.low(k) in _participles()
        if low in ("not", "no", "proposed", "possible", "pending"):
            return None
        if low in words("designation", "labels_off") or (past and has_form(line, k, "delist", "remove")):
            return "delisted"
        listing = low in words("designation", "labels_on") or (past and has_form(line, k, "direct", "put", "freeze"))
        if listing or (low == "listed" and past):
            found = "designated"
    return found


def spelled_out(line: Line, i: int) -> Cue | None:
    """Read "made two new designations: Kahl; Renn", where a count of deeds is spelled out behind a colon."""
    low = line.low(i)
    ending = low in words("designation", "end_nouns")
    listing = low in words("designation", "designation_nouns", "additions_plural")
    if not (ending or listing) or not low.endswith("s") or line.low(i + 1) in ("of", "against"):
        return None
    if not any(
        line.doc[k].like_num or line.low(k) in ("new", "further", "additional")
        for k in range(i - 4, i)
        if k >= line.start
    ):
        return None
    colon = colon_behind(line, i + 1)
    if colon is None and ends_in_colon(line):
        colon = line.stop - 1
    if colon is None or any(line.finite(k) for k in range(i + 1, colon)):
        return None
    status: DesignationStatus = "delisted" if ending else "designated"
    return Cue(at=i, voice="noun", status=status, left=i, right=colon + 1, parts=True)
