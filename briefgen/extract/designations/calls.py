"""Tell what became of a call, a proposal or a question to list: asked for only, open, or turned down."""

from __future__ import annotations

from briefgen.knowledge.world import words
from briefgen.reading.attribution import lemma_of
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

NOT = frozenset({"not", "n't", "never", "neither", "nor", "without"})


def of_class(line: Line, k: int, key: str) -> bool:
    """Tell a word of a list of `designation.toml`, in any form."""
    return lemma_of(line.doc[k]) in words("designation", key) or line.low(k) in verb_forms("designation", key)


def asked_whether(line: Line, at: int) -> int | None:
    """Give the place of "whether" where the listing word stands in the question that it opens."""
    for k in range(at - 1, max(line.start, at - 25) - 1, -1):
        if line.low(k) == "whether":
            return k
        if line.low(k) in words("designation", "decisions") and line.low(k - 1) in ("'s", "’s"):
            return None  # "whether Peru's move to ban Kahl was wise"
        if line.doc[k].text in (";", ":") or line.low(k) in ("but", "because", "that", "which", "who"):
            return None
    return None


def open_question(line: Line, whether: int) -> bool:
    """Tell "is weighing whether to ban", "whether to ban is being studied" from "asked whether Japan had banned"."""
    for k in range(whether - 1, max(line.start, whether - 12) - 1, -1):
        if line.low(k) in ("split", "divided", "deadlocked"):
            return True
        if k in line.inside or line.doc[k].pos_ not in ("VERB", "NOUN"):
            continue
        if any(of_class(line, k, key) for key in ("weighing", "ruling", "deciding")):
            return not asked_for(line, k)
        if line.doc[k].pos_ == "VERB" and line.doc[k].tag_ != "VBN":
            return False
    return whether == line.begin and pending(line, whether) is not None


def answered(line: Line, i: int, at: int) -> str:
    """Say what became of a call or a proposal to list: "rejected calls to ban", "is examining a request to list"."""
    if line.doc[i].pos_ != "NOUN":
        return "demanding"
    for k in range(i - 1, max(line.start, i - 7) - 1, -1):
        if k in line.inside or line.doc[k].pos_ not in ("VERB", "AUX"):
            continue
        lemma = lemma_of(line.doc[k])
        if lemma in words("designation", "rejecting") or line.low(k + 1) == "down":
            return "refusing"  # "voted down a bill to ban Kahl"
        if lemma in words("designation", "weighing"):
            return "weighing"
    if unheard(line, at) is not None:
        return "refusing"
    return "weighing" if pending(line, at) is not None else "demanding"


def unheard(line: Line, at: int) -> int | None:
    """Give the verb of "the request to list Kahl was never granted", "... was rejected": what was asked for is not done."""
    for k in range(at + 1, min(line.stop, at + 30)):
        form = verb_forms("designation", "rejecting").get(line.low(k), ("", ""))[1]
        if line.low(k) in words("designation", "heeded") and any(line.low(n) in NOT for n in range(max(at, k - 4), k)):
            return k
        if form == "past" and any(line.low(n) in ("was", "were", "been") for n in (k - 1, k - 2)):
            return k
        if line.doc[k].text == ";":
            break
    return None


def pending(line: Line, at: int) -> int | None:
    """Give the place of "under consideration", "pending" or "before" behind a listing word: what was put forward is open."""
    for k in range(at + 1, min(line.stop, at + 30)):
        if line.low(k) == "under" and line.low(k + 1) in words("designation", "considering"):
            return k
        if line.low(k) == "being" and line.low(k + 1) in verb_forms("designation", "weighing"):
            return k
        if line.low(k) == "on" and line.low(k + 1) in ("hold", "ice"):
            return k
        if line.low(k) == "pending" or (line.low(k) == "before" and line.low(k - 1) in ("is", "remains", "goes")):
            return k
    return None


def asked_for(line: Line, i: int) -> bool:
    """Tell "we ask Norland to weigh a ban": the weighing itself is only asked for."""
    if line.doc[i].tag_ not in ("VB", "VBP") and line.low(i - 1) not in ("to", "should", "must"):
        return False
    for k in range(i - 1, max(line.start, i - 12) - 1, -1):
        if line.doc[k].text in (";", ":"):
            return False
        asking = words("designation", "demanding")
        says = k not in line.inside and line.doc[k].pos_ in ("VERB", "NOUN")
        if line.low(k) in ("should", "must") or (says and {lemma_of(line.doc[k]), line.low(k)} & asking):
            return True
    return False
