"""Tell whether a meeting was held, is planned, proposed or cancelled, or did not happen as told (then None)."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.extract.meetings.let_down import before_it_began, came_to_nothing, causative, let_down
from briefgen.extract.meetings.topics import denied, denied_noun, topic
from briefgen.knowledge.world import words
from briefgen.model import MeetingStatus
from briefgen.reading.attribution import lemma_of
from briefgen.reading.line import RELATIVE, Line
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

NOT = frozenset({"not", "n't", "never", "neither", "nor", "without", "nobody", "hardly"})
DOUBT = frozenset({"could", "might", "may", "should", "must", "can", "cannot", "ca"})
SUPPOSED = frozenset({"would", "could", "might", "may"})
WILL = frozenset({"will", "'ll", "shall"})
HAVE_DO = frozenset({"has", "have", "had", "having", "does", "did", "do"})
OPENERS = frozenset(
    {"who", "whom", "whose", "which", "that", "where", "when", "because", "after", "while", "but", ";", ":"}
)
BE = frozenset({"is", "are", "was", "were", "'s", "'re", "be", "been", "being"})
SAYING = frozenset("say tell add announce confirm report note state explain write disclose reveal".split())


LEAVING = frozenset("leaving emerging exiting departing attending closing concluding chairing".split())
"""What one does at a meeting that is held: "said so on leaving a meeting"."""
BESIDE = frozenset({"during", "after", "following", "since"})
"""Words that set a meeting beside what a verb tells, which then says nothing of the meeting but when it is."""


def status_of(line: Line, at: int, *, noun: bool, invited: bool = False) -> MeetingStatus | None:
    """Give the status the words around a telling word state; None for what is negated, refused, denied, demanded or supposed."""
    if _supposed(line, at) or (_looked_for(line, at) and not line.times) or denied(line, at):
        return None
    if noun and (topic(line, at) or denied_noun(line, at)):
        return None
    if noun:
        own = _of_noun(line, at)
        if own != "open":
            return own  # type: ignore[return-value]
    found = "held" if noun and _upshot(line, at) else _before(line, at, noun=noun)
    if found == "held" and _looked_for(line, at):
        found = "planned"
    relative = any(line.low(n) in RELATIVE for n in range(max(line.start, at - 6), at))
    if found == "planned" and relative and _verb_behind(line, at) == "cancelled":
        return "cancelled"
    if found in ("planned", None) and not noun and let_down(line, at):
        return "cancelled"
    if invited:
        return "proposed" if found in ("held", "planned", "proposed") else None
    return found


def never_held(line: Line) -> bool:
    """Tell "did not go ahead", "was not held": the day set for it is over."""
    return any(_over_with(line, k) for k in range(line.start, line.stop))


def _over_with(line: Line, k: int) -> bool:
    """Tell where a sentence says that a day went by without what was set for it."""
    low = line.low(k)
    if low in ("did", "was", "were", "had") and line.low(k + 1) in NOT:
        return True
    never = low == "never" and line.tag(k + 1) == "VBD"
    return never or came_to_nothing(line, k) or (low == "but" and let_down(line, k)) or before_it_began(line, k)


def _upshot(line: Line, at: int) -> bool:
    """Tell "the only result of a long meeting", which was held whatever is promised around it."""
    of = next((k for k in range(at - 1, max(line.start, at - 7), -1) if line.low(k) == "of"), None)
    return of is not None and line.low(of - 1) in ("result", "outcome", "fruit", "upshot")


def _looked_for(line: Line, at: int) -> bool:
    """Tell "looked forward to receiving Renn", which says of no visit that it was or will be."""
    return any(
        line.low(k) == "forward" and line.low(k + 1) == "to" and lemma_of(line.doc[k - 1]) == "look"
        for k in range(max(line.start + 1, at - 6), at)
    )


def _supposed(line: Line, at: int) -> bool:
    if line.low(line.start) in ("when", "whenever") and present(line, at) and not line.times:
        return True  # "When premiers confer, ..."
    if line.doc[line.stop - 1].text == "?":
        return True
    for k in range(at - 1, max(line.start, at - 16) - 1, -1):
        low = line.low(k)
        if low in ("if", "unless", "imagine", "suppose", "whether", "lest"):
            return not any(line.doc[n].text == "," for n in range(k, at))
        if line.doc[k].text == ";":
            return False
    return line.low(line.start) in ("imagine", "suppose")


@dataclass(slots=True)
class Left:
    """What was seen left of a telling word: "to", a negation, a future, and "during", behind which a verb rules no meeting."""

    infinitive: bool = False
    negative: bool = False
    future: bool = False
    beside: bool = False


def _before(line: Line, at: int, *, noun: bool) -> MeetingStatus | None:
    """Walk left from the telling word through auxiliaries and what governs it."""
    governed = not noun and line.doc[at].tag_ == "VBG" and line.pos(at - 1) == "VERB"
    seen, i = Left(infinitive=governed), at - 1
    while i >= line.start and at - i <= 18:
        opening = None if noun else _apposition(line, i)
        if opening is not None:
            i = opening - 1
            continue
        named = i in line.inside and line.inside[i].form == "name" and line.doc[i].pos_ == "PROPN"
        found = "go on" if named else _read(line, i, at, seen, noun=noun)
        if found == "stop":
            break
        if found != "go on":
            return None if found == "none" else found  # type: ignore[return-value]
        i -= 1
    if seen.negative:
        return None
    if seen.future:
        return "planned"
    bare = line.doc[at].tag_ in ("VB", "VBP", "VBZ") and not noun and seen.infinitive
    return "planned" if bare and present(line, i) else "held"


def _apposition(line: Line, i: int) -> int | None:
    """Give the comma that opens what the comma at `i` closes: "the minister, Ada Renn, met"."""
    if line.doc[i].text != ",":
        return None
    for k in range(i - 1, max(line.start, i - 9), -1):
        if line.doc[k].text == ",":
            return k if i - k > 1 else None
        if line.doc[k].pos_ in ("VERB", "AUX") or line.low(k) in OPENERS:
            return None
    return None


def _read(line: Line, i: int, at: int, seen: Left, *, noun: bool) -> MeetingStatus | str:
    """Read one word left of the telling word: a status, "none", or whether to go on."""
    token, low = line.doc[i], line.low(i)
    if noun and low in LEAVING and token.tag_ == "VBG":
        return "stop"
    seen.beside |= noun and low in BESIDE
    if low in NOT or (low == "no" and not noun and token.pos_ == "DET"):
        seen.negative |= not seen.beside
    elif low in WILL:
        seen.future = True
    elif low in ("would", "'d", "’d") and (low == "would" or token.tag_ == "MD"):
        if line.low(i + 1) in ("rather", "prefer", "like", "love") or not _reported(line, i):
            return "none"
        seen.future = True
    elif low in DOUBT and not seen.beside and i not in line.times:
        return "none"
    elif low == "to" and (token.tag_ == "TO" or i == at - 1) and not noun and at - i <= 3:
        if line.low(i + 1) == "have" and line.low(i - 1) in ("was", "were"):
            return "cancelled"  # "was to have met": and did not
        seen.infinitive = True
        seen.future |= line.low(i - 1) in BE or line.low(i - 1) == "due"
    elif token.pos_ in ("VERB", "NOUN", "ADJ", "AUX") and low not in BE and low not in HAVE_DO:
        ruled = _ruled(line, i, seen, noun=noun)
        if ruled != "go on":
            return ruled
    return _edge(line, i, at, seen, noun=noun)


def _ruled(line: Line, i: int, seen: Left, *, noun: bool) -> MeetingStatus | str:
    """Give what a content word left of the telling word makes of it: a status, "none", "stop" or "go on"."""
    verdict = _governed(line, i, lemma_of(line.doc[i]), infinitive=seen.infinitive, noun=noun)
    if verdict == "tense":
        seen.infinitive = False
        return "go on"
    if verdict in ("go on", "stop"):
        return verdict
    if seen.beside and verdict != "planned":
        return "stop"
    if verdict in ("planned", "proposed") and _negated(line, i):
        return "none"
    turned = verdict == "proposed" and any(_turned_down(line, k) for k in range(max(line.start, i - 7), i))
    return "none" if seen.negative or turned or verdict is None else verdict


def _negated(line: Line, i: int) -> bool:
    """Tell "did not intend to", "has no plans to", "is not planning" from "intends to"."""
    k = i - 1
    while k >= line.start and (line.pos(k) in ("AUX", "ADV", "ADJ") or line.low(k) in HAVE_DO):
        if line.low(k) in NOT:
            return True
        k -= 1
    return line.low(k) in NOT or line.low(k) == "no"


def _edge(line: Line, i: int, at: int, seen: Left, *, noun: bool) -> str:
    """Tell whether a clause begins here: "stop", or "none" where it is denied, as in "denied that she had met him"."""
    low = line.low(i)
    if low == "that" and (_denied(line, i) or (not noun and _bidden(line, i, at))):
        return "none"
    if low in OPENERS or (line.doc[i].text == "," and not seen.infinitive and not noun):
        return "stop"
    return "go on"


NOW = frozenset("meets receives calls resume resumes begin begins open opens start starts".split())


def present(line: Line, i: int) -> bool:
    """Tell a verb of the present tense, "is meeting" too; "meets" and "receives" are one whatever a tagger says."""
    if i < line.start:
        return False
    now = line.doc[i].tag_ == "VBG" and {line.low(i - 1), line.low(i - 2)} & {"is", "are"}
    return bool(now) or line.doc[i].tag_ in ("VBZ", "VBP") or line.low(i) in NOW


def _reported(line: Line, i: int) -> bool:
    """Tell "said that he would go" from "would go if"."""
    for k in range(i - 1, max(line.start, i - 22) - 1, -1):
        if lemma_of(line.doc[k]) in SAYING and line.doc[k].pos_ == "VERB":
            return True
    rest = {lemma_of(line.doc[k]) for k in range(i + 1, line.stop) if line.doc[k].pos_ == "VERB"}
    return bool(rest & SAYING) and "if" not in line.sentence.low


def _denied(line: Line, i: int) -> bool:
    return any(
        lemma_of(line.doc[k]) in ("deny", "dismiss", "reject", "doubt", "refute")
        for k in range(max(line.start, i - 4), i)
    )


def _bidden(line: Line, that: int, at: int) -> bool:
    """Tell "advised that she receive him", which says nothing of what was done."""
    bare = line.doc[at].tag_ in ("VB", "VBP") and line.low(at) == lemma_of(line.doc[at])
    return bare and any(
        _is(line, k, "refused") or _is(line, k, "proposed") or line.low(k) in words("meeting", "offers")
        for k in range(max(line.start, that - 3), that)
    )


def _turned_down(line: Line, i: int) -> bool:
    return _is(line, i, "refused") or (lemma_of(line.doc[i]) == "turn" and line.low(i + 1) == "down")


def _is(line: Line, i: int, key: str) -> bool:
    """Tell whether a word is a form of a verb of the list, or its noun of the same form."""
    low = line.low(i)
    return low in verb_forms("meeting", key) or line.doc[i].lemma_.casefold() in words("meeting", key)


def _governed(line: Line, i: int, lemma: str, *, infinitive: bool, noun: bool) -> MeetingStatus | str | None:
    """Give what a word left of the telling word makes of it: a status, None, or how to read on."""
    low = line.low(i)
    governing = infinitive or noun
    if (lemma, line.low(i + 1)) in FAILED:
        return "cancelled" if governing else "stop"
    if noun and lemma == "fail" and _done_at(line, i):
        return "stop"  # "failed to agree at talks in Oslo": which were held
    ruling = verb_forms("meeting", "refused").get(low, ("",))[0] == "rule" and line.low(i + 1) != "out"
    if _is(line, i, "refused") and not ruling:
        return None if governing or lemma in ("deny", "rule") else "stop"
    bidden = low == "invitation" and {line.low(i - 1), line.low(i - 2)} & {"at", "on", "upon"}
    if (
        governing
        and not bidden
        and (_is(line, i, "proposed") or line.doc[i].lemma_.casefold() in words("meeting", "offers"))
    ):
        return "proposed"
    if governing and (_is(line, i, "cancelled") and line.doc[i].pos_ == "VERB"):
        return "cancelled"
    if governing and _is(line, i, "postponed") and line.doc[i].pos_ == "VERB":
        return "planned"
    if infinitive and (
        _is(line, i, "planned")
        or low
        in ("due", "scheduled", "expected", "set", "slated", "plans", "plan", "ready", "likely", "meant", "supposed")
    ):
        return "planned"
    if noun and (lemma in ("wait", "await") or (low == "ahead" and line.low(i + 1) == "of")):
        return "planned"
    if noun and lemma in ("plan", "schedule", "arrange", "prepare", "announce", "agree") and line.doc[i].pos_ == "VERB":
        return "go on" if _occasion(line, i) else "planned"
    if infinitive and low in verb_forms("meeting", "leave") and line.low(i + 1) != "for":
        return "planned"  # "left early to meet Vell": whether they met is not told
    if line.doc[i].pos_ == "VERB" and line.doc[i].tag_ in ("VBD", "VBZ", "VBP"):
        return "tense" if infinitive else "stop"
    return "go on"


def _occasion(line: Line, i: int) -> bool:
    """Tell "agreed on Monday at talks in Oslo", done there, from "agreed talks in Oslo"."""
    k = i + 1
    while k < line.stop and (k in line.times or line.low(k) in ("on", "in")):
        k += 1
    near = (n for n in range(k, min(line.stop, k + 5)) if line.low(n) in ("at", "during", "after", "following"))
    return any(_meets(line, n) for n in near)


def _meets(line: Line, preposition: int) -> bool:
    """Tell a preposition before a noun of meeting: "at a meeting", "during talks"."""
    for k in range(preposition + 1, min(line.stop, preposition + 7)):
        if line.low(k) in words("meeting", "nouns"):
            return True
        if line.pos(k) in ("ADP", "CCONJ") or line.low(k) in (",", ".", ";") or line.finite(k):
            return False
    return False


FAILED = (("call", "off"), ("fall", "through"))
"""Verbs with their particles that say of a meeting that it was not held."""
ATTENDING = frozenset("appear arrive attend be come meet show turn".split())


def _done_at(line: Line, i: int) -> bool:
    """Tell "to reach a deal at talks" behind a verb from "to turn up at the talks"."""
    bidden = next((k for k in range(i + 1, min(line.stop, i + 5)) if line.doc[k].tag_ == "VB"), None)
    if bidden is None or lemma_of(line.doc[bidden]) in ATTENDING:
        return False
    return any(
        line.low(k) in ("at", "in", "during") and _meets(line, k) for k in range(bidden + 1, min(line.stop, bidden + 9))
    )


AHEAD = frozenset(
    {"planned", "scheduled", "upcoming", "forthcoming", "expected", "possible", "proposed", "future", "next", "coming"}
)


def _of_noun(line: Line, at: int) -> MeetingStatus | str | None:
    """Give the status a noun's own words state: "no meeting", "a planned meeting", "the talks were called off"."""
    near = [k for k in range(max(line.start, at - 5), at) if line.doc[k].pos_ != "VERB" and line.doc[k].text != ","]
    before = {line.low(k) for k in near}
    if before & {"no", "any"} or "without" in [line.low(k) for k in range(max(line.start, at - 3), at)]:
        return None
    spoken = _spoken_of(line, at)
    if spoken != "open":
        return spoken
    if "for" in before and {"proposal", "offer"} & {line.low(k) for k in range(max(line.start, at - 10), at)}:
        return "proposed"
    after = _verb_behind(line, at)
    if after is not None and after != "open":
        return None if after == "none" else after
    return "planned" if AHEAD & before else "open"


def _spoken_of(line: Line, at: int) -> MeetingStatus | str | None:
    """Give what a word that the noun hangs on makes of it: "a call for talks", "reports of a meeting", "an offer of talks"."""
    for k in range(max(line.start + 1, at - 4), at):
        joint, head = line.low(k), line.doc[k - 1]
        lemma = lemma_of(head) if head.pos_ == "VERB" else head.lemma_.casefold()
        if joint == "for" and lemma in words("meeting", "wished_for"):
            return "proposed" if lemma == "ask" else None
        if joint in ("of", "about") and lemma in words("meeting", "rumoured"):
            return None
        if joint in ("for", "of", "to") and lemma in words("meeting", "offers"):
            return "proposed"
    return "open"


def _verb_behind(line: Line, at: int) -> MeetingStatus | str | None:
    """Read the verb that a meeting noun is the subject of: "has been postponed", "did not take place"."""
    for k in range(at + 1, min(line.stop, at + 40)):
        token = line.doc[k]
        if token.text == ";":
            break
        if line.low(k) == "be" and line.low(k - 1) in SUPPOSED and line.pos(k + 1) in ("DET", "ADJ", "NOUN"):
            return "none"  # "talks would be a mistake"
        if token.pos_ != "VERB" or k in line.inside or (line.in_relative(k) and not _is(line, k, "proposed")):
            continue
        left = {line.low(n) for n in range(max(at + 1, k - 5), k) if n not in line.times}  # May is a month
        lemma = lemma_of(token)
        passive = bool(left & BE)
        if (_is(line, k, "cancelled") and (passive or causative(line, at, k))) or (lemma, line.low(k + 1)) in FAILED:
            return "cancelled"
        if came_to_nothing(line, k) or before_it_began(line, k):
            return "cancelled"
        if passive and (_is(line, k, "postponed") or (lemma == "put" and line.low(k + 1) in ("off", "back"))):
            return "planned"
        if lemma in ("take", "happen", "occur", "materialise", "materialize", "go", "hold") and (left & NOT):
            foreseen = any(line.low(n) == "due" or _is(line, n, "planned") or _is(line, n, "bid") for n in range(at, k))
            return "cancelled" if foreseen else "none"
        if _is(line, k, "proposed") and (passive or line.in_relative(k) or line.low(k + 1) == "by"):
            return "proposed"
        if lemma in ("plan", "schedule", "expect", "set", "slate") and passive:
            return "planned"
        if lemma in ("take", "hold", "begin", "start", "resume") and left & DOUBT:
            return "none"
        held = passive and (lemma in ("hold", "host", "chair") or line.low(k) in verb_forms("meeting", "convene"))
        opens = held or lemma in ("take", "begin", "start", "resume", "open", "be", "continue")
        ahead = left & {"will", "would"} or ("to" in left and not any(c.dep_ == "obj" for c in token.children))
        if opens and ahead:  # "talks are to resume", but not "calls to continue this work"
            return "planned"
        if line.finite(k) and k < clause_end(line, at):
            return "open"
    return None
