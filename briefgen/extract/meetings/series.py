"""Tell one more meeting of a series, "the next round", "talks resume", and one that was called off."""

from __future__ import annotations

import re

from briefgen.extract.meetings.owners import phrase_start
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

SERIES = frozenset(
    {"talks", "summit", "negotiations", "consultations", "conference", "dialogue", "ministerial", "forum"}
)
ANOTHER = frozenset(
    """next another further new fresh follow-on follow-up second third fourth fifth sixth seventh eighth ninth tenth
eleventh twelfth""".split()
)
NTH = re.compile(r"\d+(?:nd|rd|th)")


def one_more(line: Line, i: int, lemma: str) -> bool:
    """Tell "talks resume in Oslo", "a further round is set for Oslo": one more of those who met before."""
    if lemma not in SERIES and lemma not in ("meeting", "round", "cycle"):
        return False
    if another(line, i):
        return True
    bare = phrase_start(line, i) == i or line.low(i - 1) == "the"
    if not bare:
        return False
    for k in range(i + 1, min(line.stop, i + 8)):
        if line.low(k) in verb_forms("meeting", "resumed"):
            return True
        if line.finite(k) and line.doc[k].pos_ == "VERB":
            return False  # "the talks settled when the survey would begin"
    return False


def another(line: Line, i: int) -> bool:
    """Tell "the next round", "a further meeting", "the 12th session"."""
    start = phrase_start(line, i)
    return line.low(start - 1) == "follow" or any(
        line.low(k) in ANOTHER or NTH.fullmatch(line.low(k)) for k in range(start, i)
    )


def called_off(line: Line, i: int) -> bool:
    """Tell "that trip was scrapped", "the talks were called off"."""
    verb = next((k for k in range(i + 1, min(line.stop, i + 6)) if line.doc[k].tag_ == "VBN"), None)
    if verb is None or any(line.pos(k) not in ("AUX", "ADV") for k in range(i + 1, verb)):
        return False
    return line.low(verb) in verb_forms("meeting", "cancelled") or (line.low(verb), line.low(verb + 1)) == (
        "called",
        "off",
    )
