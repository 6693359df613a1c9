"""Tell from the words before a listing word whether it is done, refused, weighed, ended, or only demanded or supposed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from briefgen.extract.designations.calls import NOT, answered, asked_for, asked_whether, of_class, open_question
from briefgen.extract.designations.compared import left_out
from briefgen.extract.designations.cue import has_form, wanted_so
from briefgen.extract.designations.lettered import bidden, opened_by
from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.attribution import lemma_of
from briefgen.reading.line import Line
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

AHEAD = frozenset({"will", "'ll", "shall"})
MODAL = frozenset({"would", "could", "might", "may", "should", "can", "must", "cannot", "ca"})
REFUSING = frozenset({"would", "ca", "cannot", "can"})
"""Modal verbs that refuse with "not"; "should not" and "may not" say what another ought to do."""
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only".split())
BACK = 16
"""Words before a listing word that bear on it."""

SYMBOLIC = re.compile(
    r"\b(?:non ?- ?binding|nonbinding|symbolic|advisory) (?:\w+ )?(?:resolution|motion|vote|text|declaration|opinion)",
    re.IGNORECASE,
)
"""Acts of a house that bind nobody."""

Verdict = Literal["done", "refused", "open", "over", "nothing"]
"""`over`: "no longer"; `nothing`: demanded, threatened, allowed or supposed."""
STATUSES: Mapping[Verdict, DesignationStatus | None] = {
    "done": "designated",
    "refused": "not_designated",
    "open": "under_review",
    "over": "delisted",
    "nothing": None,
}
ENDED: Mapping[Verdict, DesignationStatus | None] = {"done": "delisted", "refused": "designated"}
"""What a word that ends a listing says: an end that is refused leaves one listed, one that is weighed tells nothing new."""


BEHIND_WEIGHING = {
    **dict.fromkeys(("look", "looks", "looked", "looking"), ("at", "into")),
    **dict.fromkeys(("split", "divided", "deadlocked"), ("over", "on", "about")),
    **dict.fromkeys(("close", "closer", "near", "nearer"), ("to",)),
    **dict.fromkeys(("work", "works", "worked", "working"), ("on", "towards", "toward")),
}
"""Verbs that tell of weighing only with one of these words behind them."""


PUT_OFF = frozenset({"postponed", "delayed", "deferred", "adjourned", "shelved", "tabled", "postpones", "delays"})


def status_of(line: Line, at: int, *, delisting: bool, form: str) -> DesignationStatus | None:
    """Give the status a listing word states, None for what is demanded, threatened, allowed or supposed."""
    verdict = _asked(line, at, form) or _bidden(line, at, form) or _told(line, at, form)
    return ENDED.get(verdict) if delisting else STATUSES[verdict]


def _bidden(line: Line, at: int, form: str) -> Verdict | None:
    """Judge a part of a decision, "(b) delist Kahl", by the words that open it: "resolved:", "urges members to:"."""
    opener = opened_by(line, at) if form == "base" else None
    if opener is None:
        return None
    kinds: Mapping[str, Verdict] = {"demanding": "nothing", "weighing": "open", "refusing": "refused"}
    return kinds.get(bidden(opener), "done")


def _asked(line: Line, at: int, form: str) -> Verdict | None:
    """Judge what is denied, supposed, wished for or asked."""
    if _denied(line, at, form):
        return "refused"
    if _supposed(line, at) or _wished(line, at, form) or _symbolic(line, at):
        return "nothing"
    asked = asked_whether(line, at)
    if asked is None:
        return None
    return "open" if open_question(line, asked) else "nothing"


def _symbolic(line: Line, at: int) -> bool:
    """Tell "passed a non-binding resolution declaring Kahl a terrorist group": what binds nobody lists nobody."""
    clause = line.words(line.start, min(line.stop - 1, clause_end(line, at)))
    return SYMBOLIC.search(clause) is not None


def _told(line: Line, at: int, form: str) -> Verdict:
    """Judge by the words before, read backwards up to where another clause starts."""
    infinitive = form == "base" and any(line.low(k) == "to" for k in range(max(line.start, at - 3), at))
    negative = _neither(line, at, form)
    apart = left_out(line, at) or range(0)
    for i in range(at - 1, max(line.start, at - BACK) - 1, -1):
        low = line.low(i)
        if low == "yet" and line.low(i + 1) == "to":
            return "refused"
        if low == "longer" and line.low(i - 1) == "no":
            return "over"
        if low == "of" and line.low(i - 1) == "short" and _in_phrase(line, i, at):
            return "refused"  # "fell short of listing Kahl"
        if low == "against" and of_class(line, i - 1, "deciding") and _in_phrase(line, i, at):
            return "refused"  # "decided against a listing of Kahl"
        if i not in apart and _negates(line, i, form):
            negative = not _excepted(line, i, at)
        elif low in MODAL and i not in line.times and line.doc[i].tag_ != "NNP":
            return _modal(line, i, negative=negative)
        elif low in AHEAD:
            if line.low(i + 1) not in words("designation", "kept") and (form != "noun" or _makes(line, i)):
                return "refused" if negative else "open"
            # "will remain designated", "will brief officials on U.S. sanctions"
        elif (verdict := _governor(line, i, at, form, infinitive=infinitive, negative=negative)) is not None:
            return verdict
        elif _stops(line, i, form):
            break
    if not negative and _in_principle(line, at, form):
        return "open"
    if infinitive and not negative and not _achieved(line, at):
        return "nothing"  # "the power to designate", "met to designate": no deed yet
    return "refused" if negative else "done"


def _in_phrase(line: Line, i: int, at: int) -> bool:
    """Tell whether only words of its own phrase stand before a listing word behind `i`."""
    return all(line.pos(k) in ("DET", "ADJ", "ADV", "NOUN", "PROPN") for k in range(i + 1, at))


def _negates(line: Line, i: int, form: str) -> bool:
    return line.low(i) in NOT or (line.low(i) == "no" and (form in ("noun", "base") or _opens_clause(line, i)))


def _excepted(line: Line, no: int, at: int) -> bool:
    """Tell "No state other than Peru has listed Kahl": the one that is excepted has."""
    return any(
        line.low(k) in ("except", "besides", "but")
        or (line.low(k) in ("other", "apart") and line.low(k + 1) in ("than", "from"))
        for k in range(no + 1, at)
    )


def _neither(line: Line, at: int, form: str) -> bool:
    """Tell "Neither Kahl nor Renn, his aide, is listed", "was listed neither by Peru nor ...", "lists neither Kahl nor ..."."""
    if form == "noun":
        return False
    if "neither" in (line.low(at + 1), line.low(at - 1)) or (
        line.low(at + 1) == "by" and line.low(at + 2) == "neither"
    ):
        return True
    k = at - 1
    while line.pos(k) in ("AUX", "ADV", "PART"):
        k -= 1
    joined = False
    for n in range(k, max(line.start, at - 2 * BACK) - 1, -1):
        if line.low(n) == "neither":
            return joined or line.low(n + 1) in words("designation", "subjects") | {"of"}  # "Neither group is listed"
        joined = joined or line.low(n) == "nor"
        if line.finite(n) and not line.in_relative(n):
            return False
    return False


def _modal(line: Line, i: int, *, negative: bool) -> Verdict:
    """Judge "would" and its like: what another could do is nothing yet, what one would not do is refused."""
    if line.low(i) == "would":
        if line.low(i + 1) in words("designation", "kept"):
            return "done"  # "said it would keep Kahl on its list"
        if _instrument(line, i) or _said_ahead(line, i):
            return "refused" if negative else "open"
    return "refused" if negative and line.low(i) in REFUSING else "nothing"


def _governor(line: Line, i: int, at: int, form: str, *, infinitive: bool, negative: bool) -> Verdict | None:
    """Judge a verb or noun that governs the listing word: "declined to list", "a proposal to ban", "voted to ban"."""
    if not (infinitive or form in ("noun", "ing", "base")):
        return None
    if infinitive and not negative and _order_laid(line, i):
        return "open"
    kind = _governed(line, i, form, infinitive=infinitive)
    if kind == "demanding":
        kind = answered(line, i, at)
    if kind == "refusing":
        return "done" if negative and lemma_of(line.doc[i]) in ("stop", "hesitate") else "refused"
    if kind in ("weighing", "ruling"):
        if asked_for(line, i):
            return "nothing"
        if line.low(i) in words("designation", "verdicts"):
            return "open"  # "reached no verdict on a ban of Kahl"
        return "refused" if negative or _negated_before(line, i) or line.low(i - 1) == "no" else "open"
    if kind == "deciding" and not negative and _in_principle(line, at, form):
        return "open"
    if kind is None and form == "noun" and _to_decide_on(line, i):
        return "open"
    if kind == "deciding":
        return "refused" if negative or _negated_before(line, i) else "done"
    return "nothing" if kind == "demanding" else None


def _to_decide_on(line: Line, i: int) -> bool:
    """Tell "is to rule in May on a ban", "will vote on the listing of Kahl"."""
    if lemma_of(line.doc[i]) not in ("decide", "vote", "rule", "deliberate") or i in line.inside:
        return False
    on = any(
        line.low(k) == "on" and all(n in line.times or line.pos(n) in ("ADJ", "ADP") for n in range(i + 1, k))
        for k in range(i + 1, i + 6)
    )
    return on and (
        line.low(i - 1) in AHEAD or (line.low(i - 1) == "to" and line.doc[i - 2].pos_ in ("AUX", "ADJ", "VERB"))
    )


def _order_laid(line: Line, i: int) -> bool:
    """Tell "has tabled an order to ban Kahl", which is not in force yet."""
    if line.low(i) not in words("designation", "instruments", "inquiries") | {"regulations"} or i in line.inside:
        return False
    keys = ("laying", "drafting") if line.low(i) in words("designation", "instruments") else ("opening", "drafting")
    laying = {form for key in keys for form in verb_forms("designation", key)}
    near = [*range(i - 1, max(line.start, i - 5), -1), *range(i + 1, min(line.stop, i + 6))]
    return any(line.low(k) in laying for k in near)


def _in_principle(line: Line, at: int, form: str) -> bool:
    """Tell "has decided in principle to ban Kahl", "approved in principle a ban", which is no deed yet."""
    told = form in ("base", "noun") or line.low(at + 1) == "in"
    near = range(max(line.start, at - 10), min(line.stop, at + 3))
    return told and any(line.low(k) == "principle" and line.low(k - 1) == "in" for k in near)


def _achieved(line: Line, at: int) -> bool:
    """Tell "became the third country to ban Kahl", "was the first to list Renn"."""
    outcome = line.low(at - 1) == "to" and line.low(at - 2) == "only"  # "struck it off, only to list it again"
    return outcome or any(line.low(k) in ORDINALS for k in range(max(line.start, at - 6), at - 1))


def _makes(line: Line, i: int) -> bool:
    """Tell whether the verb behind "will" makes a listing: "will announce", "will impose"."""
    return any(has_form(line, k, "impose", "put", "direct") for k in range(i + 1, i + 4))


def _wished(line: Line, at: int, form: str) -> bool:
    """Tell "demanded that Peru ban Kahl" and "wants Kahl banned by Peru": what is to be done is not done yet."""
    if form == "past" and wanted_so(line, at):
        return True
    if form == "past" and line.doc[at].tag_ == "VBN":
        return _wanted(line, at) or _that_it_be_listed(line, at)
    return form == "base" and _that_it_list(line, at)


def _that_it_be_listed(line: Line, at: int) -> bool:
    """Tell the bare "be" of "recommended that Kahl be listed"; what a court ordered or a state decided is done."""
    k = _past_adverbs(line, at - 1)
    before = _past_adverbs(line, k - 1)
    if line.low(k) != "be" or line.low(before) == "to" or before < line.start or line.pos(before) in ("AUX", "VERB"):
        return False
    back = range(before, max(line.start, at - 2 * BACK) - 1, -1)
    verb = next((n for n in back if line.pos(n) == "VERB" and n not in line.inside), None)
    return verb is None or not (of_class(line, verb, "deciding") or of_class(line, verb, "ordering"))


def _past_adverbs(line: Line, k: int) -> int:
    """Give the first word at or before `k` that is neither an adverb nor a negation."""
    while line.pos(k) == "ADV" or line.low(k) in NOT:
        k -= 1
    return k


def _wanted(line: Line, at: int) -> bool:
    for k in range(at - 1, max(line.start, at - 10), -1):
        if line.doc[k].pos_ == "AUX" or line.doc[k].text in (",", ";") or line.low(k) in ("who", "which", "that"):
            return False
        if k not in line.inside and line.doc[k].pos_ == "VERB":
            wished = lemma_of(line.doc[k]) in words("designation", "wishing")
            return wished or (line.low(k) == "see" and line.low(k - 1) == "to")
    return False


def _that_it_list(line: Line, at: int) -> bool:
    """Tell the bare verb of "demanded that Peru ban Kahl"."""
    that = next((k for k in range(at - 1, max(line.start, at - 9), -1) if line.low(k) in ("that", "to", ",")), at)
    if line.low(that) != "that" or any(line.doc[k].pos_ == "AUX" for k in range(that, at)):
        return False
    subject = [line.doc[k].tag_ for k in range(that + 1, at)]
    single = "NNS" not in subject and "and" not in [line.low(k) for k in range(that + 1, at)]
    governing = [k for k in range(that - 1, max(line.start, that - 5), -1) if k not in line.inside]
    demanded = any(of_class(line, k, "demanding") for k in governing)
    return demanded or (single and any(lemma_of(line.doc[k]) == "insist" for k in governing))


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
    return any(line.low(k) in words("designation", "instruments", "matters") for k in before)


def _negated_before(line: Line, i: int) -> bool:
    return any(line.low(k) in NOT | {"no"} for k in range(max(line.start, i - 3), i))


def _governed(line: Line, i: int, form: str, *, infinitive: bool) -> str | None:
    """Give the class of a word that governs a listing word: refusing, weighing, ruling, demanding or deciding."""
    token, low, lemma = line.doc[i], line.low(i), lemma_of(line.doc[i])
    if token.pos_ not in ("VERB", "NOUN", "ADJ") or i in line.inside:
        return None
    if line.low(i + 1) in BEHIND_WEIGHING.get(low, ()):
        return "weighing"
    if lemma == "rule" and line.low(i + 1) == "out":
        return "refusing"
    if low in words("designation", "inclination") and line.low(i - 1) in ("no", "any", "little", "not"):
        return "refusing"
    if (
        infinitive
        and low in words("designation", "expected")
        and line.low(i - 1) in words("designation", "before_expected")
    ):
        return "weighing"
    due = any(line.low(k) in words("designation", "standing_open") | {"due"} for k in range(i + 2, line.stop))
    if low in words("designation", "verdicts") and line.low(i + 1) in ("on", "about"):
        if due or any(line.low(k) in PUT_OFF | {"no"} for k in range(max(line.start, i - 4), i)):
            return "weighing"  # "a decision on the listing of Kahl is due", "put off the vote on a ban"
        if form == "ing":
            return "demanding"
    for kind in ("refusing", "weighing", "ruling", "demanding", "deciding"):
        if of_class(line, i, kind):
            return kind if _bears(line, i, kind, form, infinitive=infinitive) else None
    return "demanding" if infinitive and lemma in words("designation", "enabling") else None


def _bears(line: Line, i: int, kind: str, form: str, *, infinitive: bool) -> bool:
    """Tell whether a word of a class bears on the listing word: "decided to ban", not "the decision on grain and the ban"."""
    if kind == "deciding":
        return infinitive
    if kind == "ruling":
        return form == "noun" and line.low(i + 1) in ("on", "whether")
    return infinitive or kind != "weighing" or lemma_of(line.doc[i]) not in ("plan", "intend", "move")


def _stops(line: Line, i: int, form: str) -> bool:
    """Tell whether the words that bear on a verb end here: another clause begins."""
    token, low = line.doc[i], line.low(i)
    if token.text in (";", ":") or low in words("designation", "clause_openers"):
        return True
    if form not in ("noun", "base") and token.text == ",":
        return True
    finite = token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP") and i not in line.inside
    return finite and low not in words("designation", "passed_over")


def _denied(line: Line, at: int, form: str) -> bool:
    """Tell "denied that it had listed Kahl", "denied reports that it has banned Kahl", "denied listing Kahl": of one's own deed."""
    denying = words("designation", "denying")
    if form == "ing":
        return line.low(at - 1) in denying or (line.low(at - 1) == "having" and line.low(at - 2) in denying)
    for k in range(at - 1, max(line.start, at - 8), -1):
        if line.low(k) in ("it", "they", "he", "she") and line.low(k - 1) == "that":
            return any(line.low(n) in denying for n in range(max(line.start, k - 5), k - 1))
        if line.pos(k) not in ("AUX", "ADV", "PART"):
            break
    return form == "past" and line.low(at - 1) == "having" and line.low(at - 2) in denying


def _denies(line: Line, that: int) -> bool:
    """Tell "denied that", "denied on Sunday that", "denied to reporters that"."""
    back = range(that - 1, max(line.start, that - 7) - 1, -1)
    verb = next((k for k in back if line.pos(k) == "VERB" and k not in line.times), that)
    return line.low(verb) in words("designation", "denying")


def _supposed(line: Line, at: int) -> bool:
    """Tell "If Canada lists ...", "Had Canada outlawed ...", "denied that ..."; a comma before the verb ends the condition."""
    for k in range(at - 1, max(line.start, at - 14) - 1, -1):
        low = line.low(k)
        if low == "that" and _denies(line, k):
            return True
        if line.doc[k].text in (",", ";"):
            return False
        if low in ("if", "unless", "until", "suppose", "imagine", "lest"):
            return True
        if k == line.start and low in ("had", "were", "should") and not (low == "had" and line.doc[at].tag_ == "VB"):
            return True
    return False
