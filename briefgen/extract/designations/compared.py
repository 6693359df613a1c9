"""Find those that a comparison sets beside one that lists: "Like Japan, Canada lists Kahl", "Peru, unlike Chile, has not"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefgen.extract.designations.cue import Cue
from briefgen.extract.designations.wording import is_lister
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items

OPPOSITE: Mapping[DesignationStatus, DesignationStatus] = {
    "designated": "not_designated",
    "not_designated": "designated",
}
UNTIL = 14
"""Words behind a listing word in which "until 2019" may stand."""
ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth latest next only first".split())
REACH = 16
"""Words that those who are set beside may take."""


def compared_cue(line: Line, cue: Cue) -> Cue | None:
    """Read of those beside "like" or "unlike" what a verb says of its subject, or the opposite of it."""
    if cue.voice != "active" or cue.same or cue.idle or cue.judged:
        return None
    if (bare := left_out(line, cue.at)) is not None and (status := OPPOSITE.get(cue.status)) is not None:
        return Cue(at=bare.stop, voice="active", status=status, left=bare.start, right=None, same=True, behind=True)
    if (before := _gone_before(line, cue)) is not None:
        return before
    for k in range(line.begin, cue.at):
        if line.low(k) in ("like", "unlike") and (k == line.begin or line.doc[k - 1].text == ","):
            end = _end(line, k)
            if end is None or _verb_between(line, end, cue.at):
                continue
            status = OPPOSITE.get(cue.status) if line.low(k) == "unlike" else cue.status
            if status is not None:
                return Cue(at=end, voice="active", status=status, left=k, right=None, same=True, behind=True)
    return None


def _gone_before(line: Line, cue: Cue) -> Cue | None:
    """Read of those behind "after" what is told of one that comes next: "the second state after Peru to ban", "After Peru, Chile too"."""
    if cue.status != "designated":
        return None
    for k in range(line.begin, cue.at):
        if line.low(k) != "after":
            continue
        comma = next((n for n in range(k, cue.at) if line.low(n) == ","), cue.at) if k == line.begin else cue.at
        items, end = read_items(line, k + 1, comma)
        listers = bool(items) and all(item.mention is not None and is_lister(line, item.mention) for item in items)
        nth = any(line.low(n) in ORDINALS for n in range(max(line.begin, k - 5), k)) and line.low(end) in ("to", ",")
        too = k == line.begin and any(line.low(n) in ("too", "also") for n in range(end, cue.at))
        if listers and (nth or too):
            return Cue(at=end, voice="active", status="designated", left=k, right=None, same=True, behind=True)
    return None


def left_out(line: Line, at: int) -> range | None:
    """Give from "not" to the comma of "Canada and Norway, but not Chile, have banned": of whom the verb does not hold."""
    for k in range(line.begin + 2, at):
        joint = k - 1 - (line.low(k - 1) in ("but", "though", "and"))
        if line.low(k) == "not" and line.low(joint) == ",":
            end = _end(line, k)
            return range(k, end) if end is not None and end < at and not _verb_between(line, end, at) else None
    return None


def set_beside(line: Line) -> int:
    """Give where the subject starts behind "Like Japan and Peru,"; the sentence's first word where nothing is set beside."""
    end = _end(line, line.begin) if line.low(line.begin) in ("like", "unlike") else None
    return end + 1 if end is not None else line.begin


def _end(line: Line, like: int) -> int | None:
    """Give the comma behind states and unions that are set beside another."""
    stop = min(line.stop, like + REACH)
    for comma in range(like + 1, stop):
        if line.doc[comma].text != "," or line.low(comma + 1) == "and":
            continue
        items = read_items(line, like + 1, comma)[0]
        if not items or not all(item.mention is not None and is_lister(line, item.mention) for item in items):
            return None
        return comma
    return None


def _verb_between(line: Line, first: int, at: int) -> bool:
    """Tell a verb of another deed before the listing word: "Unlike Peru, Chile was quick to list"."""
    return any(line.pos(k) in ("VERB", "ADJ") and k not in line.inside for k in range(first + 1, at))


EXCEPT = frozenset({"but", "except", "save", "bar", "barring", "excepting"})
WHOLE = frozenset({"all", "every", "each", "most", "none", "nobody"})
PAST = frozenset({"was", "were", "had", "been"})


def set_apart(line: Line, cue: Cue) -> Cue:
    """Turn the status of those whom "all but", "every state except" sets apart: "All members but Peru list Kahl"."""
    if cue.voice != "active" or cue.same or cue.status not in OPPOSITE:
        return cue
    whole = next((k for k in range(line.begin, cue.at) if line.low(k) in WHOLE), None)
    if whole is None:
        return cue
    apart = next((k for k in range(whole + 1, cue.at) if line.low(k) in EXCEPT or _other_than(line, k)), None)
    if apart is None or _verb_between(line, apart, cue.at):
        return cue
    return replace(cue, status=OPPOSITE[cue.status]) if line.low(whole) in ("all", "every", "each", "most") else cue


def _other_than(line: Line, k: int) -> bool:
    return line.low(k) in ("than", "from", "of") and line.low(k - 1) in ("other", "apart", "exception")


def over_since(line: Line, cue: Cue) -> Cue:
    """Turn "was listed until 2019", "had Kahl on its list from 2012 to 2019" into the end that it tells."""
    if cue.status != "designated" or cue.voice == "joined" or cue.same:
        return cue
    before = [line.low(k) for k in range(max(line.begin, cue.left - 5), cue.at)]
    if "used" in before and "to" in before and "be" in before:
        return replace(cue, status="delisted")  # "used to be banned in Peru"
    if {"once", "formerly"} & set(before) and {"was", "were"} & set(before) and cue.voice == "passive":
        return replace(cue, status="delisted")
    if not any(line.low(k) in PAST for k in range(max(line.begin, cue.left - 3), cue.at + 1)):
        return cue
    for k in range(cue.at + 1, min(line.stop - 1, cue.at + UNTIL)):
        if line.low(k) in ("until", "till") and k + 1 in line.times:
            return replace(cue, status="delisted")
        if line.low(k) == "to" and k + 1 in line.times and k - 1 in line.times and _from(line, cue.at, k):
            return replace(cue, status="delisted")
    return cue


def _from(line: Line, at: int, k: int) -> bool:
    return any(line.low(n) in ("from", "between") and n + 1 in line.times for n in range(at + 1, k))
