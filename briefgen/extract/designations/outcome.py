"""Tell what became of a listing that a noun tells of: it ended, lapsed, was not renewed, or is under review."""

from __future__ import annotations

from briefgen.extract.designations.calls import pending
from briefgen.extract.designations.cue import BE, has_form
from briefgen.extract.designations.status import let_go
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

LETTING = frozenset("let lets letting allow allows allowed allowing permitted permits".split())


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
        if line.low(k) in verb_forms("designation", "expire") and line.doc[k].tag_ in ("VBD", "VBN", "VBP", "VBZ"):
            if line.low(k).startswith("ceas") and line.low(k + 1) != "to":
                continue
            return k
        renewed = verb_forms("designation", "renew").get(line.low(k), ("", ""))[1]
        if renewed == "past" and {line.low(k - 1), line.low(k - 2)} & {"not", "n't", "never"}:
            return k  # "has not been renewed"
        form = verb_forms("designation", "lift").get(line.low(k), ("", ""))[1]
        if form == "past" and line.low(k - 1) in BE and not {line.low(k - 2), line.low(k - 3)} & {"not", "never"}:
            return k
    return None


def left_to_lapse(line: Line, i: int) -> int | None:
    """Give where "lapse" or "to expire" stands in "let its sanctions on Kahl lapse"."""
    left = next((k for k in range(i - 1, max(line.start, i - 7), -1) if line.low(k) in LETTING), None)
    if left is None or {line.low(left - 1), line.low(left - 2)} & {"not", "n't", "never", "to", "would", "might"}:
        return None
    behind = range(i + 1, min(line.stop, i + 20))
    lapse = next(
        (k for k in behind if verb_forms("designation", "expire").get(line.low(k), ("", ""))[1] == "base"), None
    )
    return lapse if lapse is None else lapse - (line.low(lapse - 1) == "to")


def _renewal(line: Line, i: int) -> int | None:
    """Give the verb of "decided not to renew the listing of Kahl": a listing there was, that comes to its end."""
    return next((k for k in range(i - 1, max(line.start, i - 9), -1) if has_form(line, k, "renew")), None)
