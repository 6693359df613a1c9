"""Stretch or narrow a meeting's date by the words around it: "late July", "from Monday to Wednesday", "a two-day summit"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from briefgen.dates import month_end
from briefgen.model import UNDATED, When
from briefgen.reading.line import Line
from briefgen.reading.marks import Reading, TimeMention
from briefgen.reading.placing import counted_from, number_of
from briefgen.reading.verbforms import verb_forms

PARTS = {
    "early": (1, 10), "mid": (11, 20), "middle": (11, 20), "late": (21, 31),
    "beginning": (1, 8), "start": (1, 8), "first days": (1, 7), "end": (24, 31), "close": (24, 31), "last days": (25, 31),
    "first week": (1, 7), "second week": (8, 14), "third week": (15, 21), "fourth week": (22, 28), "last week": (25, 31),
    "first half": (1, 15), "second half": (16, 31),
}  # fmt: skip
"""First and last day of a part of a month: thirds for early, mid and late, quarters for its beginning and end."""
PART = re.compile(
    r"\b(?:(early|mid|late)(?:\s+in|\s*-|\b)"
    r"|(beginning|start|first days|middle|end|close|last days|(?:first|second|third|fourth|last) week|(?:first|second) half)\s+(?:of|in))"
    r"(?:\s+the)?(?:\s+month\s+of)?(?=\s*(?:(?:this|last|next)\s+\w+|the\s+month|month|$))",
    re.IGNORECASE,
)
SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.IGNORECASE)
UP_TO = re.compile(
    r"\s*,?\s*(?:to|until|till|through|–|—|-)\s*(?:on\s+)?(?:(?:a|an|\w+) (?:day|week|month)s? from\s+)?"
)
AND = re.compile(r"\s+and\s+(?:on\s+)?", re.IGNORECASE)
UNITS = frozenset({"day", "week", "month", "year"})
COUNTS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten".split(), 1)}
LASTING = re.compile(rf"\b({'|'.join(COUNTS)}|\d\d?)(?:\s*-\s*|\s+)(?:day\b|days of\b|days' )", re.IGNORECASE)
OPENING = frozenset(
    "open opens opened opening begin begins began beginning start starts started starting kicked arrive "
    "arrives arrived embarked launched".split()
)
CLOSING = frozenset(
    "end ends ended conclude concludes concluded wrapped wraps closed closes finished finishes completed".split()
)


def stretched(reading: Reading, line: Line, at: int, time: TimeMention, times: Sequence[TimeMention]) -> When:
    """Give the days a meeting took by the date at its telling word and the words around that date."""
    when = time.when
    if when is None or when.start is None or when.end is None:
        return UNDATED
    if when.start != when.end and _moved_from(line, time):
        return replace(when, start=when.end)  # "moved from 3 to 5 May": the day behind "to" alone
    if SINCE.search(reading.text[max(line.sentence.start, time.start - 8) : time.start]):
        until = reading.document.source.published
        return replace(when, end=until) if when.placed and until is not None and until >= when.end else when
    narrow = _part(reading, line, time, when)
    if narrow is not None:
        return narrow
    longer = _range(reading, line, time, when, times)
    return longer if longer is not None else _lasting(reading, line, when)


APPOSED = re.compile(r"\s*,\s*")
NEAR_DAYS = re.compile(r"\b(?:today|yesterday|tomorrow|tonight)\b", re.IGNORECASE)


def said_once(reading: Reading, times: Sequence[TimeMention]) -> list[TimeMention]:
    """Leave out a day that only says again the one beside it: "24 July, yesterday,", "a week from today, 1 August"."""
    again = set()
    for one, other in pairwise(times):
        if APPOSED.fullmatch(reading.text[one.end : other.start]):
            near = [bool(NEAR_DAYS.search(reading.text[t.start : t.end])) for t in (one, other)]
            if near[0] != near[1]:
                again.add(id(one if near[0] else other))
    return [t for t in times if id(t) not in again]


def of_one_stretch(reading: Reading, times: Sequence[TimeMention]) -> bool:
    """Tell the days of "from 3 through 9 May" from those of two legs."""
    if len(times) != 2:
        return False
    lead = FROM.search(reading.text[max(0, times[0].start - 20) : times[0].start])
    return lead is not None and UP_TO.fullmatch(_between(reading, *times)) is not None


def _between(reading: Reading, one: TimeMention, other: TimeMention) -> str:
    """Give the words between two days, less a nearer word for one of them: "24 July, yesterday, to 3 August"."""
    text = reading.text[one.end : other.start]
    return re.sub(r"[\s,]+", " ", NEAR_DAYS.sub("", text)) if NEAR_DAYS.search(text) else text


def _moved_from(line: Line, time: TimeMention) -> bool:
    """Tell the two days of "moved from 3 to 5 May", "put back from 3 to 5 May" from those of a stretch."""
    tokens = line.sentence.tokens(time.start, time.end)
    first = tokens[0].i if len(tokens) else line.start
    first -= line.low(first) != "from"
    said = {line.low(k) for k in range(max(line.start, first - 4), first)}
    put = "put" in said and bool(said & {"off", "back", "forward"})
    return line.low(first) == "from" and (put or any(w in verb_forms("meeting", "postponed") for w in said))


def counted_off(line: Line, at: int, dated: int, when: When) -> When:
    """Give the day so long after or before what is dated: "closed the port on Friday, three days after a meeting".

    Also "met two days before the vote on 3 March"; where no number is told ("weeks after the talks"), none is known.
    """
    leading = next((k for k in range(at - 1, max(line.start, at - 6), -1) if line.low(k) in ("after", "before")), None)
    trailing = next((k for k in range(at + 1, dated) if line.low(k) in ("after", "before")), None)
    counted = (
        leading is not None
        and dated < leading
        and leading not in line.times
        and line.low(leading - 1).rstrip("s") in UNITS
    )
    own = not counted and (line.doc[at].is_ancestor(line.doc[dated]) or (leading is not None and leading < dated < at))
    joint = leading if leading is not None and not own else trailing
    unit = line.low(joint - 1).rstrip("s") if joint is not None else ""
    if joint is None or unit not in UNITS or (joint == leading and any(line.finite(k) for k in range(joint, at))):
        return when
    count = 1 if line.low(joint - 2) == "the" else number_of(line.low(joint - 2))
    if not count or when.precision != "day":
        return UNDATED
    later = (line.low(joint) == "after") == (joint == trailing)
    return counted_from(when, count if later else -count, unit, when.why or "") or UNDATED


def _part(reading: Reading, line: Line, time: TimeMention, when: When) -> When | None:
    """Narrow a month to the part of it that is told: "in late July" is the 21st to the 31st."""
    assert when.start is not None
    if when.precision != "month" or when.start.month != (when.end or when.start).month:
        return None
    lead = reading.text[max(line.sentence.start, time.start - 24) : time.start]
    found = PART.search(lead)
    if found is None or found.end() < len(lead.rstrip()):
        found = PART.search(reading.text[time.start : time.end])
    if found is None:
        return None
    first, last = PARTS[" ".join((found[1] or found[2]).casefold().split())]
    latest = month_end(when.start.year, when.start.month).day
    if found[2] and last == 31 and last - first < 10:
        first += latest - 31  # "the last week of February" ends with the month
    start, end = when.start.replace(day=first), when.start.replace(day=min(last, latest))
    return replace(when, start=start, end=end, precision="week")


def _range(reading: Reading, line: Line, time: TimeMention, when: When, times: Sequence[TimeMention]) -> When | None:
    """Join two dates to a stretch: "from Monday to Wednesday", "on Tuesday and Wednesday"."""
    if any(
        verb_forms("meeting", "postponed").get(line.low(k))
        or (line.low(k) == "put" and line.low(k + 1) in ("off", "back"))
        for k in range(line.start, line.stop)
    ):
        return None  # "put off from Thursday to Friday"
    for one, other in pairwise(times):
        if time not in (one, other) or one.when is None or other.when is None:
            continue
        a, b, between = one.when, other.when, _between(reading, one, other)
        if (
            a.start is None
            or b.start is None
            or b.end is None
            or a.precision != b.precision
            or a.yearless != b.yearless
        ):
            continue
        lead = FROM.search(reading.text[max(line.sentence.start, one.start - 20) : one.start])
        days = a.precision == "day"
        joined = UP_TO.fullmatch(between) and (lead or days)
        paired = AND.fullmatch(between) and (
            (lead and lead[0].casefold().startswith("between")) or (days and b.start - a.start == timedelta(days=1))
        )
        if (joined or paired) and days | (a.precision == "month") and a.start <= b.end:
            return replace(a, end=b.end)
    return None


APART = frozenset(
    {",", "and", "then", "again", "in", "on", "at", "also", "once", "more", "by", "video", "link", "(", ")"}
)


def dates_apart(line: Line, at: int, end: int, first: When) -> list[tuple[When, str | None]]:
    """Give the further dates of "met in March and again in June", each with the place told before it; else none."""
    times = [t for t in line.reading.times_in(line.sentence.at(line.doc[at]), line.sentence.end) if t.when is not None]
    found: list[tuple[When, str | None]] = []
    for one, other in pairwise(times):
        if one.when is None or other.when is None or (not found and one.when != first):
            continue
        tokens = [t.i for t in line.sentence.tokens(one.end, other.start)]
        if not tokens or tokens[-1] >= end or not all(_apart(line, k) for k in tokens):
            break
        said = {line.low(k) for k in tokens}
        if not said & {"and", ","} or ("again" not in said and _runs_on(line, one, other)):
            break
        place = next((line.inside[k].text for k in tokens if k in line.inside), None)
        found.append((other.when, place))
    return found


def _apart(line: Line, k: int) -> bool:
    return line.low(k) in APART or (k in line.inside and line.inside[k].kind == "place")


def _runs_on(line: Line, one: TimeMention, other: TimeMention) -> bool:
    """Tell two dates of one stretch, "between 3 and 5 May", "on Monday and Tuesday", from two dates."""
    a, b = one.when, other.when
    if a is None or b is None or a.start is None or a.end is None or b.start is None or a.precision != b.precision:
        return True
    lead = FROM.search(line.reading.text[max(line.sentence.start, one.start - 20) : one.start])
    return lead is not None or b.start <= a.end + timedelta(days=1 if a.precision == "day" else 0)


def _lasting(reading: Reading, line: Line, when: When) -> When:
    """Give all days of "opened a five-day parley on Friday", "signed it on Sunday after three days of talks"."""
    said = reading.text[line.sentence.start : line.sentence.end]
    found = LASTING.search(said)
    if found is None or when.precision != "day" or when.start != when.end or when.start is None:
        return when
    more = timedelta(days=(COUNTS.get(found[1].casefold()) or int(found[1])) - 1)
    verbs = line.sentence.low
    if verbs & CLOSING or said[: found.start()].casefold().endswith("after "):
        return replace(when, start=when.start - more)
    return replace(when, end=when.start + more) if verbs & OPENING else when
