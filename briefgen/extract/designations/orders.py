"""Find the verb that governs a listing word: of an order that lists, of one that sides with another, of what is not renewed."""

from __future__ import annotations

from briefgen.extract.designations.calls import NOT
from briefgen.extract.designations.cue import before_verb
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

DRAFTS = frozenset("orders decrees laws proposal proposals plan plans".split())


def enacting(line: Line, at: int) -> int | None:
    """Give the verb of whose order it is in "has put a bill before parliament that will ban Kahl", "signed an order banning Kahl"."""
    k = before_verb(line, at)
    if line.low(k) not in ("which", "that") and not line.low(at).endswith("ing"):
        return None
    order = next((n for n in range(k, max(line.start, k - 9), -1) if _order(line, n)), None)
    if order is None or (order < k and line.low(at).endswith("ing") and not _when_between(line, order, k)):
        return None
    verbs = (n for n in range(order - 1, max(line.start, order - 9), -1) if line.pos(n) == "VERB")
    return next((n for n in verbs if n not in line.inside), None)


def siding(line: Line, at: int) -> int | None:
    """Give "follow" of "will not follow Peru in banning Kahl": its subject bans, or does not."""
    if line.low(at - 1) != "in" or not line.low(at).endswith("ing"):
        return None
    back = range(at - 2, max(line.start, at - 16), -1)
    return next((k for k in back if line.low(k) in verb_forms("designation", "side_with")), None)


def weighed(line: Line, at: int) -> int | None:
    """Give "looking" of "is looking at doing the same": its subject thinks of it."""
    if line.low(at - 1) not in ("at", "into", "on", "of", "about") or not line.low(at).endswith("ing"):
        return None
    verb = at - 2
    return verb if line.low(verb) in ("looking", "thinking", "working", "deciding") else None


def let_go(line: Line, at: int) -> bool:
    """Tell "did not renew", "decided not to extend" from a threat, "refused to extend"."""
    return any(line.low(k) in NOT for k in range(max(line.start, at - 3), at))


def _order(line: Line, n: int) -> bool:
    low = line.low(n)
    return n not in line.inside and (low in words("designation", "instruments") or low in DRAFTS)


def _when_between(line: Line, order: int, k: int) -> bool:
    """Tell "signed an order on Thursday banning Kahl": a day alone parts the order from what it does."""
    return all(n in line.times or line.low(n) in ("on", "last", "in") for n in range(order + 1, k + 1))
