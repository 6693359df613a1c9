"""Tell from the words before a listing word whether it is done, refused, weighed, ended, or only demanded or supposed."""

from __future__ import annotations

from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.attribution import lemma_of
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

NOT = frozenset({"not", "n't", "never", "neither", "nor", "without"})
AHEAD = frozenset({"will", "'ll", "shall"})
KEPT = frozenset({"remain", "continue", "stay", "keep", "retain", "maintain"})
PASSED = frozenset(
    {
        "to",
        "also",
        "being",
        "be",
        "been",
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "yet",
        "formally",
        "so",
        "far",
        "and",
        "today",
        "itself",
        "the",
        "a",
        "an",
        "new",
        "now",
        "does",
        "did",
        "do",
        "further",
        "again",
        "any",
        "its",
        "more",
        "additional",
        "ever",
        "officially",
        "immediately",
        "already",
    }
)


def _lemma(line: Line, i: int) -> str:
    return lemma_of(line.doc[i])


def status_of(line: Line, at: int, *, delisting: bool, form: str) -> DesignationStatus | None:
    """Give the status a listing word states, None for what is demanded, threatened, allowed or supposed."""
    done: DesignationStatus = "delisted" if delisting else "designated"
    refused: DesignationStatus | None = None if delisting else "not_designated"
    infinitive = form == "base" and any(line.low(k) == "to" for k in range(max(line.start, at - 3), at))
    negative, i = False, at - 1
    if _supposed(line, at):
        return None
    while i >= line.start and at - i <= 14:
        low, lemma = line.low(i), _lemma(line, i)
        if low == "longer" and line.low(i - 1) == "no":
            return "delisted" if not delisting else None
        if low in NOT or (low == "no" and form in ("noun", "base")):
            negative = True
        elif low in ("would", "could", "might", "may", "should", "can", "must", "cannot", "ca"):
            return refused if negative and low in ("would", "ca", "cannot", "can") else None
        elif low in AHEAD and (line.low(i + 1) in KEPT or (form == "noun" and not _makes(line, i))):
            pass  # "will remain designated", "will brief officials on U.S. sanctions"
        elif low in AHEAD:
            return refused if negative else ("under_review" if not delisting else None)
        elif low == "whether":
            pass
        elif infinitive or form in ("noun", "ing", "base"):
            verdict = _governed(line, i, lemma, form, infinitive)
            if verdict == "refusing":
                return done if negative and lemma in ("stop", "hesitate") else refused
            if verdict in ("weighing", "ruling"):
                return refused if negative or line.low(i - 1) == "no" else ("under_review" if not delisting else None)
            if verdict == "demanding":
                return None
            if verdict == "deciding":
                return _finish(done, refused, negative or _negated_before(line, i))
            if _stops(line, i, form):
                break
        elif _stops(line, i, form):
            break
        i -= 1
    if infinitive and not negative:
        return None  # "the power to designate", "met to designate": no deed yet
    return _finish(done, refused, negative)


def _finish(done: DesignationStatus, refused: DesignationStatus | None, negative: bool) -> DesignationStatus | None:
    return refused if negative else done


def _makes(line: Line, i: int) -> bool:
    """Tell whether the verb behind "will" makes a listing: "will announce", "will impose"."""
    return any(
        line.low(k) in verb_forms("designation", key)
        for k in range(i + 1, i + 4)
        for key in ("impose", "put", "direct")
    )


def _negated_before(line: Line, i: int) -> bool:
    return any(line.low(k) in NOT for k in range(max(line.start, i - 3), i))


def _governed(line: Line, i: int, lemma: str, form: str, infinitive: bool) -> str | None:
    token = line.doc[i]
    if token.pos_ not in ("VERB", "NOUN", "ADJ") or i in line.inside:
        return None
    for kind in ("refusing", "weighing", "ruling", "demanding", "deciding"):
        if lemma in words("designation", kind) or token.lower_ in verb_forms("designation", kind):
            if kind == "deciding" and not infinitive:
                return None
            if kind == "ruling" and (form != "noun" or line.low(i + 1) not in ("on", "whether")):
                return None
            if kind == "weighing" and lemma in ("plan", "intend", "prepare", "move") and not infinitive:
                return None
            return kind
    if infinitive and lemma in (
        "allow",
        "permit",
        "enable",
        "authorise",
        "authorize",
        "empower",
        "power",
        "authority",
        "ability",
        "help",
        "appeal",
        "pressure",
        "demand",
        "request",
        "proposal",
        "bid",
        "effort",
    ):
        return "demanding"
    return None


def _stops(line: Line, i: int, form: str) -> bool:
    """Tell whether the words that bear on a verb end here: another clause begins."""
    token, low = line.doc[i], line.low(i)
    if token.text in (";", ":") or low in (
        "who",
        "which",
        "that",
        "because",
        "after",
        "when",
        "while",
        "but",
        "said",
        "says",
    ):
        return True
    if form not in ("noun", "base") and token.text == ",":
        return True
    return bool(
        token.pos_ == "VERB" and low not in PASSED and token.tag_ in ("VBD", "VBZ", "VBP") and i not in line.inside
    )


def _supposed(line: Line, at: int) -> bool:
    """Tell "If Canada lists ...", "Had Canada outlawed ..."; a comma before the verb ends the condition."""
    for k in range(at - 1, max(line.start, at - 14) - 1, -1):
        low = line.low(k)
        if line.doc[k].text in (",", ";"):
            return False
        if low in ("if", "unless", "until", "suppose", "imagine", "lest"):
            return True
        if k == line.start and low in ("had", "were", "should") and not (low == "had" and line.doc[at].tag_ == "VB"):
            return True
    return False
