"""Tell from the words before a listing word whether it is done, refused, weighed, ended, or only demanded or supposed."""

from __future__ import annotations

from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.attribution import lemma_of
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

NOT = frozenset({"not", "n't", "never", "neither", "nor", "without"})
AHEAD = frozenset({"will", "'ll", "shall"})
EXPECTING = frozenset({"is", "are", "was", "were", "be", "been", "'s", "'re", "now", "widely", "also", "not"})
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only".split())
HEARD = frozenset("heeded answered followed granted met heard acted accepted approved adopted".split())
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
    refused: DesignationStatus = "designated" if delisting else "not_designated"
    infinitive = form == "base" and any(line.low(k) == "to" for k in range(max(line.start, at - 3), at))
    negative, i = False, at - 1
    if _supposed(line, at) or _wished(line, at, form):
        return None
    if (asked := asked_whether(line, at)) is not None:
        weighed: DesignationStatus | None = "under_review" if not delisting else None
        return weighed if _open_question(line, asked) else None
    while i >= line.start and at - i <= 16:
        low, lemma = line.low(i), _lemma(line, i)
        if low == "yet" and line.low(i + 1) == "to":
            return refused
        if low == "longer" and line.low(i - 1) == "no":
            return "delisted" if not delisting else None
        if low in NOT or (low == "no" and (form in ("noun", "base") or _opens_clause(line, i))):
            negative = True
        elif low in ("would", "could", "might", "may", "should", "can", "must", "cannot", "ca"):
            if low == "would" and line.low(i + 1) in KEPT:
                return done  # "said it would keep Kahl on its list"
            if low == "would" and (_instrument(line, i) or _said_ahead(line, i)):
                return refused if negative else ("under_review" if not delisting else None)
            return refused if negative and low in ("would", "ca", "cannot", "can") else None
        elif low in AHEAD and (line.low(i + 1) in KEPT or (form == "noun" and not _makes(line, i))):
            pass  # "will remain designated", "will brief officials on U.S. sanctions"
        elif low in AHEAD:
            return refused if negative else ("under_review" if not delisting else None)
        elif infinitive or form in ("noun", "ing", "base"):
            verdict = _governed(line, i, lemma, form, infinitive)
            if verdict == "demanding":
                verdict = _answered(line, i, at)
            if verdict == "refusing":
                return done if negative and lemma in ("stop", "hesitate") else refused
            if verdict in ("weighing", "ruling") and _demanded(line, i):
                return None
            if verdict in ("weighing", "ruling"):
                return (
                    refused
                    if negative or _negated_before(line, i) or line.low(i - 1) == "no"
                    else ("under_review" if not delisting else None)
                )
            if verdict == "demanding":
                return None
            if verdict == "deciding":
                return _finish(done, refused, negative or _negated_before(line, i))
            if _stops(line, i, form):
                break
        elif _stops(line, i, form):
            break
        i -= 1
    if infinitive and not negative and not _achieved(line, at):
        return None  # "the power to designate", "met to designate": no deed yet
    return _finish(done, refused, negative)


def _achieved(line: Line, at: int) -> bool:
    """Tell "became the third country to ban Kahl", "was the first to list Renn"."""
    return any(line.low(k) in ORDINALS for k in range(max(line.start, at - 6), at - 1))


def _finish(done: DesignationStatus, refused: DesignationStatus, negative: bool) -> DesignationStatus:
    return refused if negative else done


def _makes(line: Line, i: int) -> bool:
    """Tell whether the verb behind "will" makes a listing: "will announce", "will impose"."""
    return any(
        line.low(k) in verb_forms("designation", key)
        for k in range(i + 1, i + 4)
        for key in ("impose", "put", "direct")
    )


def asked_whether(line: Line, at: int) -> int | None:
    """Give the place of "whether" where the listing word stands in the question that it opens."""
    for k in range(at - 1, max(line.start, at - 25) - 1, -1):
        if line.low(k) == "whether":
            return k
        if line.doc[k].text in (";", ":") or line.low(k) in ("but", "because", "that", "which", "who"):
            return None
    return None


def _wished(line: Line, at: int, form: str) -> bool:
    """Tell "demanded that Peru ban Kahl" and "wants Kahl banned by Peru": what is to be done is not done yet."""
    if form == "past" and line.doc[at].tag_ == "VBN":
        for k in range(at - 1, max(line.start, at - 10), -1):
            if line.doc[k].pos_ == "AUX" or line.doc[k].text in (",", ";") or line.low(k) in ("who", "which", "that"):
                return False
            if k not in line.inside and line.doc[k].pos_ == "VERB":
                wished = _lemma(line, k) in words("designation", "wishing")
                return wished or (line.low(k) == "see" and line.low(k - 1) == "to")
    if form != "base":
        return False
    that = next((k for k in range(at - 1, max(line.start, at - 9), -1) if line.low(k) in ("that", "to", ",")), at)
    if line.low(that) != "that" or any(line.doc[k].pos_ == "AUX" for k in range(that, at)):
        return False
    subject = [line.doc[k].tag_ for k in range(that + 1, at)]
    single = "NNS" not in subject and "and" not in [line.low(k) for k in range(that + 1, at)]
    governing = range(that - 1, max(line.start, that - 5), -1)
    demanded = any(_is(line, k, "demanding") for k in governing if k not in line.inside)
    return demanded or (single and any(_lemma(line, k) == "insist" for k in governing))


def _open_question(line: Line, whether: int) -> bool:
    """Tell "is weighing whether to ban", "will decide next week whether to ban" from "asked whether Japan had banned"."""
    for k in range(whether - 1, max(line.start, whether - 12) - 1, -1):
        if k in line.inside or line.doc[k].pos_ not in ("VERB", "NOUN"):
            continue
        if any(_is(line, k, key) for key in ("weighing", "ruling", "deciding")):
            return not _demanded(line, k)
        if line.doc[k].pos_ == "VERB" and line.doc[k].tag_ != "VBN":
            return False
    return False


def _is(line: Line, k: int, key: str) -> bool:
    return _lemma(line, k) in words("designation", key) or line.low(k) in verb_forms("designation", key)


def _opens_clause(line: Line, i: int) -> bool:
    return i == line.start or line.low(i - 1) in (",", "and", "but", "that", "said")


def _said_ahead(line: Line, would: int) -> bool:
    """Tell "said it would ban Kahl", a plan, from "would ban Kahl if ...", a supposition."""
    if line.low(would - 1) not in ("it", "they", "he", "she") or any(
        line.low(k) in ("if", "unless") for k in range(line.start, line.stop)
    ):
        return False
    return any(line.low(k) in ("said", "says", "announced") for k in range(max(line.start, would - 6), would))


def _instrument(line: Line, would: int) -> bool:
    """Tell "an order that would ban Kahl": what would list is before those who can pass it."""
    if line.low(would - 1) not in ("that", "which"):
        return False
    before = range(would - 2, max(line.start, would - 14), -1)
    return any(line.low(k) in words("designation", "instruments") for k in before)


def _answered(line: Line, i: int, at: int) -> str:
    """Say what became of a call or a proposal to list: "rejected calls to ban", "is examining a request to list"."""
    if line.doc[i].pos_ != "NOUN":
        return "demanding"
    for k in range(i - 1, max(line.start, i - 7) - 1, -1):
        if k in line.inside or line.doc[k].pos_ not in ("VERB", "AUX"):
            continue
        lemma = _lemma(line, k)
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
        if line.low(k) in HEARD and any(line.low(n) in NOT for n in range(max(at, k - 4), k)):
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


def _demanded(line: Line, i: int) -> bool:
    """Tell "we ask Norland to weigh a ban": the weighing itself is only asked for."""
    if line.doc[i].tag_ not in ("VB", "VBP") and line.low(i - 1) not in ("to", "should", "must"):
        return False
    for k in range(i - 1, max(line.start, i - 12) - 1, -1):
        if line.doc[k].text in (";", ":"):
            return False
        if line.low(k) in ("should", "must") or (
            k not in line.inside
            and line.doc[k].pos_ in ("VERB", "NOUN")
            and (
                _lemma(line, k) in words("designation", "demanding") or line.low(k) in words("designation", "demanding")
            )
        ):
            return True
    return False


def _negated_before(line: Line, i: int) -> bool:
    return any(line.low(k) in NOT | {"no"} for k in range(max(line.start, i - 3), i))


def _governed(line: Line, i: int, lemma: str, form: str, infinitive: bool) -> str | None:
    token = line.doc[i]
    if token.pos_ not in ("VERB", "NOUN", "ADJ") or i in line.inside:
        return None
    low = token.lower_
    if low in ("looking", "looks", "looked", "look") and line.low(i + 1) in ("at", "into"):
        return "weighing"
    if lemma == "rule" and line.low(i + 1) == "out":
        return "refusing"
    if low in words("designation", "inclination") and line.low(i - 1) in ("no", "any", "little", "not"):
        return "refusing"
    if infinitive and low in words("designation", "expected") and line.low(i - 1) in EXPECTING:
        return "weighing"
    for kind in ("refusing", "weighing", "ruling", "demanding", "deciding"):
        if lemma in words("designation", kind) or token.lower_ in verb_forms("designation", kind):
            if kind == "deciding" and not infinitive:
                return None
            if kind == "ruling" and (form != "noun" or line.low(i + 1) not in ("on", "whether")):
                return None
            if kind == "weighing" and lemma in ("plan", "intend", "move") and not infinitive:
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
    """Tell "If Canada lists ...", "Had Canada outlawed ...", "denied that ..."; a comma before the verb ends the condition."""
    for k in range(at - 1, max(line.start, at - 14) - 1, -1):
        low = line.low(k)
        if low == "that" and line.low(k - 1) in (
            "denied",
            "denies",
            "deny",
            "disputed",
            "disputes",
            "doubts",
            "doubted",
        ):
            return True
        if line.doc[k].text in (",", ";"):
            return False
        if low in ("if", "unless", "until", "suppose", "imagine", "lest"):
            return True
        if k == line.start and low in ("had", "were", "should") and not (low == "had" and line.doc[at].tag_ == "VB"):
            return True
    return False
