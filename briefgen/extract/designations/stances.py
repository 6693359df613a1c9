"""Read what one that may list makes of a listing told before: sees no case for it, drops the idea, looks at the group."""

from __future__ import annotations

from briefgen.extract.designations.calls import NOT
from briefgen.extract.designations.cue import BE, Cue
from briefgen.extract.designations.ellipsis import ends_clause, when_behind
from briefgen.extract.designations.gapping import may_list
from briefgen.extract.designations.wording import adjectival, told_around, told_before
from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.verbforms import verb_forms

MODAL = frozenset({"may", "might", "should", "could", "would", "must", "can", "cannot"})
PRONOUNS = frozenset({"it", "they", "he", "she", "we"})
POINTERS = frozenset({"it", "this", "that", "them", "one", "these", "either", "both"})
HELPING = frozenset("has have had is are was were be been being do does did will shall to 's 're 've".split())
HELD = frozenset(
    {"still", "also", "too", "now", "so", "far", "since", "yet", "already", "itself", "themselves", "alone"}
)
AHEAD = frozenset({"will", "to", "shall", "'ll"})
BEFORE_NOUN = ("DET", "ADJ", "NUM", "ADV", "PROPN", "NOUN")
GROUP = 8
"""Words that a verb's auxiliaries and adverbs may take."""


def stance_cue(line: Line, i: int) -> Cue | None:
    """Read a verb by which one that lists refuses, drops or weighs what was told."""
    if i in line.inside:
        return None
    for key, read in STANCES:
        form = verb_forms("designation", key).get(line.low(i))
        if form is not None and (cue := read(line, i, form[1])) is not None:
            return cue
    return _undecided(line, i) if line.low(i) in words("designation", "undecided") else None


def _same(line: Line, i: int, status: DesignationStatus) -> Cue | None:
    """Give the cue of a verb that points back at the listing told last; only the deed of one that may list counts."""
    if not lister_acts(line, i) or MODAL & _group(line, i):
        return None
    return Cue(at=i, voice="active", status=status, left=i, right=None, same=True)


def _of_party(line: Line, i: int, first: int, status: DesignationStatus) -> Cue | None:
    """Give the cue of a verb whose party stands at `first`: a pronoun for the one told, a name, a description."""
    if line.low(first) in POINTERS:
        return _same(line, i, status)
    if not lister_acts(line, i) or MODAL & _group(line, i) or not told_before(line, here=True):
        return None
    items = read_items(line, first)[0]
    party = bool(items) and (items[0].named or line.low(items[0].head) in words("designation", "subjects"))
    if not party or (items[0].mention is not None and may_list(line, items[0].mention)):
        return None
    comma = next((k for k in range(first, line.stop) if line.doc[k].text in (",", ";")), line.stop)
    return Cue(at=i, voice="active", status=status, left=i, right=first, until=comma)


def _group(line: Line, i: int) -> set[str]:
    """Give the auxiliaries and adverbs of a verb."""
    return {line.low(k) for k in range(_opening(line, i) + 1, i)}


def _opening(line: Line, i: int) -> int:
    """Give the word before a verb's auxiliaries and adverbs."""
    k = i - 1
    while k > line.begin and i - k <= GROUP and k not in line.inside:
        if not (line.pos(k) in ("AUX", "ADV", "PART") or line.low(k) in HELPING | HELD | NOT | MODAL):
            break
        k -= 1
    return k


def lister_acts(line: Line, i: int) -> bool:
    """Tell whether a state, union or office, or a pronoun for it, is the subject right before a verb; asides are passed over."""
    k = _opening(line, i)
    if line.low(k) in ("and", "but", "or") and k > line.begin:
        return _verb_of_lister(line, k)
    if line.low(k) in (",", "—", "–", ")"):
        opened = next(
            (n for n in range(k - 1, max(line.begin, k - 16), -1) if line.low(n) in (",", "—", "–", "(")), None
        )
        k = opened - 1 if opened is not None else k
    if line.low(k) in PRONOUNS | {"which", "who"}:
        return True
    mention = line.inside.get(k)
    if mention is not None and may_list(line, mention):
        return True
    if line.low(k - 1) == "the" and adjectival(line, k):
        return True  # "the Swiss found no reason to"
    return line.low(k) in words("designation", "agencies", "short_bodies", "organs") or line.low(k) in ("bloc", "union")


def _verb_of_lister(line: Line, joint: int) -> bool:
    """Tell "Peru thought of it and shelved the plan": the subject of the verb before is one that lists."""
    verb = next((k for k in range(joint - 1, line.begin, -1) if _deed(line, k) and not line.in_relative(k)), None)
    return verb is not None and lister_acts(line, verb)


def _deed(line: Line, k: int) -> bool:
    return line.finite(k) or (line.pos(k) == "VERB" and line.doc[k].tag_ == "VBN" and k not in line.inside)


def _noun_behind(line: Line, first: int, *keys: str) -> int | None:
    """Give the noun of the lists that heads the phrase at `first`."""
    for k in range(first, min(line.stop, first + 6)):
        if line.low(k) in words("designation", *keys):
            return k
        if line.pos(k) not in BEFORE_NOUN and line.low(k) not in ("'s", "’s", "such", "its", "their"):
            return None
    return None


def _bare(line: Line, noun: int) -> bool:
    """Tell a noun of a listing that says not of whom: "a ban", "the idea in June"."""
    return line.low(noun + 1) not in ("on", "of", "against", "to", "for", "that")


def _points(line: Line, k: int) -> bool:
    """Tell "it", "that", "doing so", "a ban", "such a step" at a place."""
    if line.low(k) in POINTERS:
        return ends_clause(line, k + 1) or k + 1 in line.times or line.pos(k + 1) in ("ADP", "CCONJ", "ADV", "SCONJ")
    if line.low(k) in ("doing", "taking", "following", "joining"):
        return True
    noun = _noun_behind(line, k, "designation_nouns", "measures", "steps", "matters", "instruments")
    return noun is not None and _bare(line, noun)


def _no_ground(line: Line, i: int, form: str) -> Cue | None:
    """Read "sees no need for a ban", "has found no grounds for it", "sees little reason to follow"."""
    noun = _noun_behind(line, i + 1, "grounds")
    if noun is None or form == "ing":
        return None
    said = {line.low(k) for k in range(i + 1, noun)} | _group(line, i)
    if not (said & {"no", "little", "scant", "insufficient"} or said & NOT):
        return None
    behind = noun + 1
    points = line.low(behind) == "for" and _points(line, behind + 1)
    follows = line.low(behind) == "to" and line.low(behind + 1) in words("designation", "joining")
    if not (points or follows or (ends_clause(line, behind) and told_before(line, upto=None, here=True))):
        return None
    return _same(line, i, "not_designated")


def _drops(line: Line, i: int, form: str) -> Cue | None:
    """Read "buried the proposal", "shelved the plan", "ruled it out", "turned the request down"."""
    verb = line.low(i)
    out = verb_forms("designation", "ruling_out").get(verb)
    if form == "ing" or (_group(line, i) & (NOT | BE)):
        return None
    if out is not None:
        particle = ("out",) if out[0] in ("rule", "throw") else ("down",)
        ahead = next((k for k in range(i + 1, min(line.stop, i + 7)) if line.low(k) in particle), None)
        if ahead is None:
            return None
        first = i + 1 if ahead > i + 1 else ahead + 1
    else:
        first = i + 1
    matter = _noun_behind(line, first, "matters")
    kept = matter is not None and line.low(matter) in words("designation", "designation_nouns")
    if kept and out is None and verb not in verb_forms("designation", "rejecting"):
        return (
            _same(line, i, "delisted")
            if verb in verb_forms("designation", "lift") and _bare(line, matter or i)
            else None
        )
    it = line.low(first) in ("it", "that", "this") and out is not None
    if it and not told_before(line, here=True):
        return None
    return _same(line, i, "not_designated") if it or (matter is not None and _bare(line, matter)) else None


def _holds_off(line: Line, i: int, form: str) -> Cue | None:
    """Read "has held back", "holds out", "has done nothing", "balked", "stopped short of that"."""
    if form == "ing" and not _group(line, i) & BE:
        return None
    verb = verb_forms("designation", "holding")[line.low(i)][0]
    if verb in ("hold", "hang", "stand", "stay"):
        near = {line.low(i + 1)} & {"back", "off", "out", "aside", "apart"}
        return _same(line, i, "not_designated") if near and _rests(line, i + 2) else None
    if verb in ("do", "take", "undertake"):
        nothing = line.low(i + 1) == "nothing" and _rests(line, i + 2)
        none = line.low(i + 1) == "no" and line.low(i + 2) in words("designation", "steps") and _rests(line, i + 3)
        return _same(line, i, "not_designated") if nothing or none else None
    if verb == "say":
        return _same(line, i, "not_designated") if line.low(i + 1) == "no" and _rests(line, i + 2) else None
    if verb in ("stop", "fall"):
        short = line.low(i + 1) == "short" and line.low(i + 2) == "of" and _points(line, i + 3)
        return _same(line, i, "not_designated") if short else None
    if verb == "decide":
        against = line.low(i + 1) == "against" and _points(line, i + 2)
        return _same(line, i, "not_designated") if against else None
    return _same(line, i, "not_designated") if _rests(line, i + 1) and line.pos(i) == "VERB" else None


def _rests(line: Line, k: int) -> bool:
    """Tell whether the clause ends at a place, a date or "so far" passed over."""
    if line.low(k) in HELD or (line.low(k), line.low(k + 1)) in (("for", "now"), ("so", "far")):
        return True
    return ends_clause(line, k) or k in line.times or when_behind(line, k)


def _looks(line: Line, i: int, form: str) -> Cue | None:
    """Read "is examining the group", "is studying it", "is still weighing a ban", "has the Front under review"."""
    if form == "s" or not _under_way(line, i, form):
        return None  # "the law requires that it reviews its listings"
    first = i + 1
    if verb_forms("designation", "looking")[line.low(i)][0] in words("designation", "looking_into"):
        if line.low(i + 1) not in ("at", "into", "about", "over"):
            return None
        first = i + 2
    if line.low(first) in ("whether", "if"):
        return _of_party(line, i, first + 1, "under_review")  # "is studying whether the Front meets the test"
    status: DesignationStatus = "not_designated" if _group(line, i) & NOT else "under_review"
    noun = _noun_behind(line, first, "designation_nouns", "measures", "steps", "matters", "instruments")
    if noun is not None:
        return _of_noun(line, i, noun, status)
    return _of_party(line, i, first, status)


def _under_way(line: Line, i: int, form: str) -> bool:
    """Tell "is studying", "has studied", "will study" from what is done as a rule or was done once."""
    group = _group(line, i)
    return form == "ing" or bool(group & ({"has", "have"} if form == "past" else AHEAD))


def _of_noun(line: Line, i: int, noun: int, status: DesignationStatus) -> Cue | None:
    """Give the cue of a listing in prospect: "a ban", "an order against the Front", "the case of Kahl"."""
    if line.low(noun + 1) in ("on", "against", "of", "for", "over", "concerning"):
        if line.low(noun) in words("designation", "designation_nouns") and line.low(noun + 1) in ("of", "on"):
            return None  # "a ban on the Front" is told by the noun
        if line.low(noun + 1) in ("on", "for") and noun + 2 in line.times:
            return _same(line, i, status)
        return _of_party(line, i, noun + 2, status)
    if line.low(noun + 1) in ("to", "that", "whether"):
        return None
    return _same(line, i, status) if told_before(line, here=True) else None


def _drafts(line: Line, i: int, form: str) -> Cue | None:
    """Read "is drawing up a decree against it", "is preparing measures against the Front", "has tabled a bill on them"."""
    if form == "s" or _group(line, i) & NOT or not _under_way(line, i, form):
        return None
    first = i + 2 if line.low(i + 1) in ("up", "on") else i + 1
    noun = _noun_behind(line, first, "designation_nouns", "measures", "instruments")
    return _of_noun(line, i, noun, "under_review") if noun is not None else None


def _opens(line: Line, i: int, form: str) -> Cue | None:
    """Read "has begun an inquiry into it", "launched proceedings against the Front", "began a review of the case"."""
    noun = _noun_behind(line, i + 1, "inquiries")
    if noun is None or _group(line, i) & NOT or not told_before(line, here=True):
        return None
    if line.low(noun + 1) in ("on", "into", "against", "of", "about", "concerning"):
        return _of_party(line, i, noun + 2, "under_review")
    return _same(line, i, "under_review") if _rests(line, noun + 1) else None


def _settles_later(line: Line, i: int, form: str) -> Cue | None:
    """Read "will decide in May", "has yet to decide", "has not made up its mind", "is to rule on it"."""
    group = _group(line, i)
    if form == "ing" and line.low(i - 1) == "without" and _noun_behind(line, i + 1, "verdicts") is not None:
        deed = next((k for k in range(i - 2, line.begin, -1) if _deed(line, k)), None)
        return _same(line, deed, "under_review") if deed is not None and told_before(line, here=True) else None
    later = bool(group & {"will", "shall", "'ll"}) or ("to" in group and bool(group & BE | {"yet"} & group))
    yet = bool(group & NOT) and bool(group & {"has", "have", "had"})
    if not (later or yet) or (later and group & NOT):
        return None
    verb = verb_forms("designation", "settling")[line.low(i)][0]
    if verb in ("make", "take", "reach", "come"):
        noun = _noun_behind(line, i + 1, "verdicts")
        minds = (line.low(i + 1), line.low(i + 3)) == ("up", "mind") or line.low(i + 3) in ("mind", "minds")
        if noun is None and not minds:
            return None
        end = noun + 1 if noun is not None else i + 4
    else:
        end = i + 1
    if line.low(end) in ("on", "about") and _points(line, end + 1):
        return _same(line, i, "under_review")
    return _same(line, i, "under_review") if _rests(line, end) and told_before(line, here=True) else None


def _tolerates(line: Line, i: int, form: str) -> Cue | None:
    """Read "Norway tolerates it", "Peru has left the group alone"."""
    if form == "ing" or _group(line, i) & (NOT | BE):
        return None
    return _of_party(line, i, i + 1, "not_designated")


def _undecided(line: Line, i: int) -> Cue | None:
    """Read "Peru is undecided", "Norway remains unconvinced"."""
    if line.low(i - 1) not in BE | HELD | {"far", "from"} or not told_before(line, here=True):
        return None
    refused = line.low(i) in words("designation", "unmoved")
    return _same(line, i, "not_designated" if refused else "under_review") if _rests(line, i + 1) else None


def _owns(line: Line, i: int, form: str) -> Cue | None:
    return _on_its_desk(line, i, form) or _has_own(line, i, form)


def _on_its_desk(line: Line, i: int, form: str) -> Cue | None:
    """Read "has the dossier of the Front before it", "has a bill on them before it"."""
    if form == "ing" or _group(line, i) & NOT:
        return None
    behind = range(i + 2, min(line.stop - 1, i + 16))
    desk = (k for k in behind if line.low(k) == "on" and line.low(k + 2) in ("desk", "desks", "table", "agenda"))
    before = (k for k in behind if line.low(k) == "before" and line.low(k + 1) in ("it", "them"))
    end = next(desk, None) or next(before, None)
    if end is None or line.low(i + 1) in ("no", "not"):
        return None
    noun = _noun_behind(line, i + 1, "matters", "instruments", "inquiries")
    named = read_items(line, i + 1, end)[0]
    if not told_around(line):
        return None
    if (
        named
        and (named[0].named or line.low(named[0].head) in words("designation", "matters"))
        and named[0].first < named[0].last
    ):
        return Cue(at=i, voice="active", status="under_review", left=i, right=i + 1, until=end)
    return _same(line, i, "under_review") if noun is not None else None


def _has_own(line: Line, i: int, form: str) -> Cue | None:
    """Read "has its own listing for it", "keeps a ban of its own", "has no such measure against the Front"."""
    noun = _noun_behind(line, i + 1, "designation_nouns", "measures")
    if noun is None or form == "ing" or not told_before(line, here=True):
        return None
    said = {line.low(k) for k in range(i + 1, noun)}
    none = "no" in said or bool(_group(line, i) & NOT)
    behind = noun + 1
    own = line.low(behind) == "of" and line.low(behind + 2) == "own"
    if not (none or own or said & words("designation", "own")):
        return None
    status: DesignationStatus = "not_designated" if none else "designated"
    if own or _rests(line, behind):
        return _same(line, i, status)
    return _of_party(line, i, behind + 1, status) if line.low(behind) in ("for", "on", "against", "of") else None


def _lets_lapse(line: Line, i: int, form: str) -> Cue | None:
    """Read "let the entry lapse" of what was told before; `measures.let_lapse` reads those with a name."""
    if form == "ing" or _group(line, i) & NOT:
        return None
    end = next((k for k in range(i + 2, min(line.stop, i + 14)) if line.low(k) in ("lapse", "expire", "end")), None)
    noun = _noun_behind(line, i + 1, "designation_nouns", "measures")
    if noun is None and line.low(i + 2) in ("entry", "notification", "order", "decree"):
        noun = i + 2
    if end is None or noun is None or noun > end:
        return None
    return _same(line, i, "delisted")


STANCES = (
    ("seeing", _no_ground),
    ("dropping", _drops),
    ("holding", _holds_off),
    ("looking", _looks),
    ("drafting", _drafts),
    ("opening", _opens),
    ("settling", _settles_later),
    ("tolerating", _tolerates),
    ("owning", _owns),
    ("letting", _lets_lapse),
)
"""The lists of verbs with what reads each, in the order in which they are tried."""
