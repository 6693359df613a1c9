"""Tell what was planned and did not come about: "had planned to meet, but", "collapsed before they began", "came to nothing"."""

from __future__ import annotations

from briefgen.knowledge.world import words
from briefgen.reading.attribution import lemma_of
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

HAD = frozenset({"had", "'d", "’d", "been"})
WISHES = frozenset("plan hope intend want mean expect schedule due".split())
"""What one "had planned" or "had hoped" to do, and then "but" follows, was not done; what one "had agreed" to do may be."""
WAS = frozenset({"was", "were", "been"})
COULD = frozenset("did was were could would had do does".split())
SHORT_OF_IT = frozenset("never instead unable short".split())
"""Words of a clause behind "but" that say of a plan that nothing came of it."""


def let_down(line: Line, at: int) -> bool:
    """Tell "had planned to meet him, but her flight was grounded", "was due to receive him but cut the trip short"."""
    but = next((k for k in range(at, line.stop) if line.low(k) == "but"), None)
    if but is None:
        return False
    first = max(line.start, at - 8) if but != at else line.start
    plans = [k for k in range(first, but) if line.low(k) in verb_forms("meeting", "planned") or _due(line, k)]
    if any(lemma_of(line.doc[k]) in WISHES and line.low(k - 1) in HAD for k in plans):
        return True
    was = any(line.low(n) in WAS for k in plans for n in range(max(line.start, k - 2), k + 1))
    return was and any(_fails(line, but, k) for k in range(but + 1, line.stop))


def _due(line: Line, k: int) -> bool:
    """Tell "due to", "hoped to", "was to", "wanted to", which plan as the verbs of planning do."""
    return line.low(k + 1) == "to" and line.low(k) in ("due", "hoped", "wanted", "was", "were")


def _fails(line: Line, but: int, k: int) -> bool:
    """Tell a word behind "but" by which who was to come stayed away; "but the agenda was not printed" says no such thing."""
    low = line.low(k)
    nouns = words("meeting", "nouns")
    gone = low in verb_forms("meeting", "cancelled") or low in verb_forms("meeting", "withdrawn")
    others = any(line.pos(n) in ("NOUN", "PROPN") and line.low(n) not in nouns for n in range(but + 1, k))
    undone = low in ("not", "n't") and line.low(k - 1) in COULD and not others
    return undone or low in SHORT_OF_IT or (gone and line.pos(k) in ("VERB", "ADJ")) or came_to_nothing(line, k)


def came_to_nothing(line: Line, k: int) -> bool:
    """Tell "came to nothing", "never got under way", "never took place"."""
    low = line.low(k)
    if low in ("came", "come") and line.low(k + 1) == "to":
        return line.low(k + 2) in ("nothing", "naught", "nought")
    under_way = low == "got" and line.low(k + 1) in ("under", "underway", "off", "going")
    return under_way and line.low(k - 1) == "never"


def before_it_began(line: Line, k: int) -> bool:
    """Tell "collapsed before they began"."""
    if line.low(k) not in verb_forms("meeting", "collapsed"):
        return False
    before = next((n for n in range(k + 1, min(line.stop, k + 9)) if line.low(n) == "before"), None)
    if before is None:
        return False
    begins = verb_forms("meeting", "resumed")
    return any(
        line.low(n) in begins and lemma_of(line.doc[n]) not in words("saying", "clause")
        for n in range(before + 1, min(line.stop, before + 7))
    )


def causative(line: Line, at: int, k: int) -> bool:
    """Tell "had their meeting scrapped" from "talks scrapped the plan"."""
    if line.doc[k].tag_ not in ("VBN", "VBD") or any(line.finite(n) for n in range(at + 1, k)):
        return False
    had = next((n for n in range(at - 1, max(line.start, at - 7), -1) if line.pos(n) in ("VERB", "AUX")), None)
    return (
        had is not None
        and line.low(had) in ("had", "have", "has")
        and line.low(had + 1) in ("its", "their", "his", "her", "a", "the")
    )
