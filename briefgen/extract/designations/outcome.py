"""Tell what became of a listing that a noun tells of: it ended, lapsed, was not renewed, or is under review."""

from __future__ import annotations

from briefgen.extract.designations.calls import pending
from briefgen.extract.designations.cue import BE, has_form
from briefgen.extract.designations.orders import let_go
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms


def outcome(line: Line, i: int, status: DesignationStatus | None) -> DesignationStatus | None:
    """Give what became of a listing that is told by a noun: it ended, or is under review."""
    verb = _renewal(line, i)
    if status == "not_designated" and verb is not None:
        return "delisted" if let_go(line, verb) else None  # "did not renew its listing of Kahl"
    if status == "designated" and (verb := _ends(line, i)) is not None:
        return "under_review" if line.low(verb) in verb_forms("designation", "pausing") else "delisted"
    if status == "designated" and (hold := pending(line, i)) is not None and hold - i < 16:
        return "under_review"
    return status


def _ends(line: Line, i: int) -> int | None:
    """Give the verb of "the listing of Kahl by Norway expired in March", "was annulled", "has not been renewed"."""
    for k in range(i + 1, min(line.stop, i + 26)):
        if line.doc[k].text == ";":
            return None
        left = line.low(k - 1) == "to" and line.low(k - 2) in verb_forms("designation", "letting")
        verbal = line.doc[k].tag_ in ("VBD", "VBN", "VBP", "VBZ")
        if line.low(k) in verb_forms("designation", "expire") and (verbal or left):
            if line.low(k).startswith("ceas") and line.low(k + 1) != "to":
                continue
            return k
        if line.low(k) in ("ran", "run") and line.low(k + 1) == "out":
            return k
        undone = line.low(k + 1) in ("down", "out", "aside")
        if line.low(k) in ("struck", "thrown", "set") and line.low(k - 1) in BE and undone:
            return k
        renewed = verb_forms("designation", "renewing").get(line.low(k), ("", ""))[1]
        if renewed == "past" and {line.low(k - 1), line.low(k - 2)} & {"not", "n't", "never"}:
            return k  # "has not been renewed"
        form = verb_forms("designation", "lift").get(line.low(k), ("", ""))[1]
        if form == "past" and line.low(k - 1) in BE and not {line.low(k - 2), line.low(k - 3)} & {"not", "never"}:
            return k
    return None


def _renewal(line: Line, i: int) -> int | None:
    """Give the verb of "will not prolong the ban on Kahl": a listing there was, that comes to its end."""
    return next((k for k in range(i - 1, max(line.start, i - 9), -1) if has_form(line, k, "renewing")), None)


def upheld(line: Line, i: int) -> bool:
    """Tell the noun of "confirmed the ban on Kahl": the listing of somebody told before."""
    return any(line.low(k) in verb_forms("designation", "upholding") for k in range(i - 4, i))


def short_of(line: Line, i: int) -> bool:
    """Tell "condemned Kahl, falling short of a listing of Renn": the one that acts in the sentence does not list."""
    before = range(i - 1, max(line.start, i - 6), -1)
    return any(line.low(k) == "of" and line.low(k - 1) in ("short", "clear") for k in before)
