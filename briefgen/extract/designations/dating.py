"""Say of which day a listing is told: by a date of its own clause, not one of a resolution's number or of another deed."""

from __future__ import annotations

from briefgen.extract.designations.cue import Cue
from briefgen.extract.designations.wording import tells
from briefgen.model import UNDATED, When
from briefgen.reading.line import Line
from briefgen.reading.marks import TimeMention

OPENERS = frozenset({"WDT", "WP", "WRB", "WP$"})
"""Tags of words at which a relative clause opens."""
SUBORDINATING = frozenset({"after", "before", "because", "since", "when", "while", "as", "although", "though", "until"})
AHEAD = frozenset({"until", "till", "effective", "from", "by", "starting", "beginning"})
"""Words before a day to which something runs, or from which it will hold."""


def as_of(line: Line, cue: Cue, subject: str) -> When:
    """Give the date nearest to a listing word in its own clause; a plan is not of the day that it is made for."""
    sentence, at = line.sentence, line.sentence.at(line.doc[cue.at])
    times = [t for t in line.reading.times_in(sentence.start, sentence.end) if _placed(t) and _its_own(line, cue, t)]
    behind = [t for t in times if t.start > at]
    named = next((m for m in line.reading.mentions_in(at, sentence.end) if m.entity == subject), None)
    if len(behind) > 1 and named is not None:  # "listed Kahl in 2019 and Renn in 2021"
        times = [t for t in behind if t.start > named.end][:1] or times
    best = min(times, key=lambda t: abs(t.start - at), default=None)
    return (best.when if best is not None else None) or UNDATED


def _placed(time: TimeMention) -> bool:
    return time.when is not None and time.when.start is not None


def _its_own(line: Line, cue: Cue, time: TimeMention) -> bool:
    tokens = line.sentence.tokens(time.start, time.end)
    if not len(tokens):
        return False
    first, last = tokens[0].i, tokens[-1].i
    if line.low(first - 1) == "(" and line.doc[first - 2].like_num:
        return False  # "resolution 1518 (2003)"
    if line.low(first - 1) in AHEAD and (cue.status == "under_review" or line.low(first - 1) in ("until", "till")):
        return False
    return not (
        _elsewhere(line, cue.at, first)
        if first > cue.at
        else _in_aside(line, last, cue.at) or _in_another(line, first, cue.at)
    )


def _elsewhere(line: Line, at: int, first: int) -> bool:
    """Tell a date behind the verb of another deed: "banned the Front, which was founded in 1998"; who tells it may be dated."""
    opened = False
    for k in range(at + 1, first):
        opened = opened or line.doc[k].tag_ in OPENERS or line.low(k) in SUBORDINATING
        deed = line.finite(k) or (opened and line.doc[k].tag_ == "VBN")
        if deed and line.pos(k) == "VERB" and not tells(line.doc[k]):
            return True
        if deed and opened and line.pos(k) == "AUX":
            return True
    return False


def _in_aside(line: Line, last: int, at: int) -> bool:
    """Tell a date of an aside before the verb: "Kahl, who was born in 1960, is on the list"."""
    if not any(line.doc[k].text in (",", ")", "—", "–") for k in range(last + 1, at)):
        return False
    verb = False
    for k in range(last - 1, line.start - 1, -1):
        verb = verb or line.pos(k) in ("VERB", "AUX")
        if line.doc[k].text in (",", "(", "—", "–"):
            opener = line.tag(k + 1) in OPENERS or line.doc[min(k + 2, line.stop - 1)].tag_ in OPENERS
            return verb and opener
    return False


def _in_another(line: Line, first: int, at: int) -> bool:
    """Tell a date of the clause before: "Peru banned Kahl in 2016, and Chile lifted its ban"."""
    joints = (k for k in range(first + 1, at) if line.low(k) in ("and", "but", "while", "whereas", ";"))
    another = any(k + 1 in line.inside or line.low(k + 1) in ("the", "a", "its") for k in joints)
    deeds = (k for k in range(line.start, first) if line.finite(k) and line.pos(k) == "VERB")
    return another and any(not tells(line.doc[k]) for k in deeds)
