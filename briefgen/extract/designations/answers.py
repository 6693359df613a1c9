"""Read answers, turns and exceptions of few words: "By Norway.", "No.", "In Peru, yes", "Not so Chile", "Iceland never"."""

from __future__ import annotations

from briefgen.extract.designations.cue import BE, Cue
from briefgen.extract.designations.ellipsis import ends_clause, when_behind
from briefgen.extract.designations.gapping import may_list
from briefgen.extract.designations.wording import LISTING, told_before
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items

YES = frozenset({"yes", "indeed", "certainly"})
NO = frozenset({"no", "not", "never", "nowhere", "hardly"})
NEXT = frozenset({"next", "first", "second", "third", "fourth", "fifth", "last", "later", "earlier", "too", "then"})
CAME = frozenset({"came", "come", "comes", "was", "were", "went", "arrived", "is", "are"})
OPENS = frozenset({",", ";", "but", "and", "while", "whereas", "—", "–", "-", ":"})
EXCEPTIONS = frozenset({"exception", "outlier", "holdout", "laggard", "exceptions", "outliers", "holdouts", "laggards"})


def answer_cue(line: Line, i: int) -> Cue | None:
    """Read a turn of few words that says of another party, or of the one asked about, what was told."""
    low = line.low(i)
    if i == _first(line) and _asked_before(line) and (cue := _answer(line, i)) is not None:
        return cue
    if low in YES | NO and (cue := _in_place(line, i)) is not None:
        return cue
    for read in (_not_so, _never, _next, _exception):
        if (cue := read(line, i)) is not None:
            return cue
    return None


def _first(line: Line) -> int:
    """Give the first word of an answer, behind "A:"."""
    at = line.begin
    if line.low(at) in ("a", "answer") and line.low(at + 1) in (":", "."):
        return at + 2
    return at + 1 if line.low(at) in ("a:", "“", '"') else at


def _asked_before(line: Line) -> bool:
    """Tell whether the sentence before asks whether one is listed."""
    if not line.sentence.index:
        return False
    before = line.reading.sentences[line.sentence.index - 1]
    text = line.reading.text[before.start : before.end].rstrip("”\"’' ")
    return text.endswith("?") and LISTING.search(text) is not None


def _answer(line: Line, i: int) -> Cue | None:
    """Read "Yes, since 2016.", "Not yet.", "By Norway and Peru.", "Only in Chile."."""
    low = line.low(i)
    if low in ("by", "in", "only") and (by := i + (low == "only")) and line.low(by) in ("by", "in"):
        listers = _listers(line, by + 1)
        return _behind(by, by, "designated") if listers else None
    if low not in YES | NO or not (ends_clause(line, i + 1) or line.low(i + 1) in ("yet", "so", "at", "for")):
        return None
    status: DesignationStatus = "designated" if low in YES else "not_designated"
    return Cue(at=i, voice="active", status=status, left=i, right=None, same=True, again=1)


def _behind(at: int, left: int, status: DesignationStatus) -> Cue:
    """Give the cue of those behind `left`, of whom holds what was told."""
    return Cue(at=at, voice="active", status=status, left=left, right=None, same=True, behind=True)


def _listers(line: Line, first: int, stop: int | None = None) -> bool:
    """Tell whether nothing but parties that may list stands at a place."""
    items = read_items(line, first, stop)[0]
    return bool(items) and all(item.mention is not None and may_list(line, item.mention) for item in items)


def _in_place(line: Line, i: int) -> Cue | None:
    """Read "In Norway, yes; in Sweden, no."."""
    if line.low(i - 1) not in (",", ":", "—", "–") or not (ends_clause(line, i + 1) or line.low(i + 1) == "yet"):
        return None
    place = next((k for k in range(i - 2, max(line.begin - 1, i - 7), -1) if line.low(k) == "in"), None)
    if place is None or not _listers(line, place + 1, i - 1) or not told_before(line, here=True):
        return None
    return _behind(i, place, "designated" if line.low(i) in YES else "not_designated")


def _not_so(line: Line, i: int) -> Cue | None:
    """Read "Not so Norway", "but not Peru": of those who list, not of whom they list."""
    if line.low(i) != "not" or not (i == line.begin or line.low(i - 1) in OPENS):
        return None
    first = i + 1 + (line.low(i + 1) == "so") + (line.low(i + 1) == "so" and line.low(i + 2) in ("in", ","))
    items, end = read_items(line, first)
    if not items or not ends_clause(line, end) or not _listers(line, first, end) or not told_before(line, here=True):
        return None
    return _behind(i, first - 1, "not_designated")


def _never(line: Line, i: int) -> Cue | None:
    """Read "Chile banned it in 2012, Iceland never"."""
    never = line.low(i) == "never" and ends_clause(line, i + 1)
    not_at_all = line.low(i) == "not" and (
        ends_clause(line, i + 1) or (line.low(i + 1), line.low(i + 2)) == ("at", "all")
    )
    mention = line.inside.get(i - 1)
    if not (never or not_at_all) or mention is None or not may_list(line, mention):
        return None
    first = line.sentence.tokens(mention.start, mention.end)[0].i
    return _behind(i, first - 1, "not_designated") if line.low(first - 1) in OPENS else None


def _next(line: Line, i: int) -> Cue | None:
    """Read "Sweden came next", "then came Sweden and Iceland", "Next was Peru": a row of those that did the same."""
    if line.low(i) not in CAME or not told_before(line, here=True):
        return None
    if line.low(i - 1) in ("then", "next", "later", "afterwards") and _listers(line, i + 1):
        end = read_items(line, i + 1)[1]
        return _behind(i, i, "designated") if _closed(line, end) else None
    mention = line.inside.get(i - 1)
    if mention is None or not may_list(line, mention) or line.low(i + 1) not in NEXT - {"too", "then"}:
        return None
    return (
        Cue(at=i, voice="active", status="designated", left=i, right=None, same=True)
        if _closed(line, i + 2) and not (line.low(i) in BE and line.low(i + 1) in ("later", "earlier"))
        else None
    )


def _closed(line: Line, k: int) -> bool:
    return ends_clause(line, k) or when_behind(line, k)


def _exception(line: Line, i: int) -> Cue | None:
    """Read "Norway is the exception", "Peru remains the only holdout"."""
    if line.low(i) not in EXCEPTIONS or not ends_clause(line, i + 1) or not told_before(line, here=True):
        return None
    verb = next((k for k in range(i - 1, max(line.begin, i - 6), -1) if line.low(k) in BE), None)
    if verb is None or not {line.low(k) for k in range(verb + 1, i)} & {"the", "an"}:
        return None
    mention = line.inside.get(verb - 1)
    if mention is None or not may_list(line, mention):
        return None
    return Cue(at=verb, voice="active", status="not_designated", left=verb, right=None, same=True)
