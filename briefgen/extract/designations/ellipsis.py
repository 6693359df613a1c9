"""Find listings told by pointing back: "declined to do so", "has not acted", "neither Peru nor Chile has", "a step Oslo took"."""

from __future__ import annotations

from briefgen.extract.designations.calls import NOT, asked_whether
from briefgen.extract.designations.cue import BE, Cue
from briefgen.extract.designations.status import status_of
from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

HAVE = frozenset({"has", "have", "had", "did", "does", "do"})
STEPS = frozenset({"step", "steps", "move", "measure", "decision", "course", "action", "path"})
MATTERS = frozenset({"matter", "question", "issue", "proposal", "request", "case", "listing", "designation", "ban"})
ENDS = frozenset({".", ",", ";", ")", "—", "–", "-", "!", "”", '"'})
FOLLOW = {"follow": "base", "follows": "s", "followed": "past"}
EXAMPLES = frozenset("example examples lead suit footsteps decision decisions move step steps ban listing".split())
PUT_OFF = frozenset({"postponed", "delayed", "deferred", "adjourned", "shelved", "tabled"})


def same_cue(line: Line, i: int) -> Cue | None:
    """Read words that say of another party what was told of one: the listed are those told last."""
    low = line.low(i)
    if low in ("that", "those", "one") and line.low(i + 1) == "by" and _names_listing(line, i):
        return Cue(at=i, voice="passive", status="designated", left=i, right=None, same=True)
    status = _so(line, i) or _bare(line, i) or _acted(line, i) or _open_matter(line, i) or _took_over(line, i)
    if status is not None:
        return Cue(at=i, voice="active", status=status, left=i, right=None, same=True)
    return _step(line, i) or _inverted(line, i) or _not_by(line, i)


def _not_by(line: Line, i: int) -> Cue | None:
    """Read "listed by Japan, but not by Norway"."""
    if line.low(i) != "not" or line.low(i + 1) != "by" or i + 2 >= line.stop:
        return None
    return Cue(at=i, voice="passive", status="not_designated", left=i, right=None, same=True)


def _names_listing(line: Line, i: int) -> bool:
    return any(line.low(k) in words("designation", "designation_nouns") for k in range(max(line.start, i - 9), i))


def _so(line: Line, i: int) -> DesignationStatus | None:
    """Read "declined to do so", "whether to follow", "followed suit", "declined to follow Canada"."""
    low = line.low(i)
    so = low in ("do", "done", "doing", "did") and line.low(i + 1) in ("so", "likewise", "the") and _same(line, i + 1)
    follow = _follows(line, i)
    if not (so or follow) or (follow and line.low(i - 1) in ("as", "that", "to") and not _infinitive(line, i)):
        return None
    return status_of(line, i, delisting=False, form="base" if low in ("do", "follow", "did") else "past")


def _follows(line: Line, i: int) -> bool:
    """Tell "follow", "followed suit", "follows Norway's example" from "talks followed"."""
    form = FOLLOW.get(line.low(i))
    if form is None:
        return False
    first = i + 1
    if first >= line.stop or line.doc[first].pos_ == "PUNCT" or line.low(first) in ("suit", "his", "its", "their"):
        return True
    if line.low(first) == "the":
        first += 1
    found = line.mention_at(first) or line.mention_at(i + 1)
    if found is None:
        return first > i + 1 and line.low(first) in EXAMPLES
    owned = line.low(found[0] + 1) in ("'s", "’s", "'", "’")
    example = any(line.low(k) in EXAMPLES for k in range(found[0] + 2, found[0] + 5))
    return example if owned else form == "base" or ends_clause(line, found[0] + 1)


def ends_clause(line: Line, k: int) -> bool:
    """Tell whether nothing of the clause stands at a token."""
    return k >= line.stop or line.doc[k].text in ENDS or line.doc[k].is_space


def _same(line: Line, k: int) -> bool:
    return line.low(k) != "the" or line.low(k + 1) == "same"


def _infinitive(line: Line, i: int) -> bool:
    return line.low(i - 1) == "to" and line.low(i - 2) not in ("likely", "have", "has", "is", "are")


def _bare(line: Line, i: int) -> DesignationStatus | None:
    """Read an auxiliary that stands for the verb told before: "Sweden has not.", "but neither Chile nor Peru has"."""
    if line.low(i) not in HAVE or i == line.start:
        return None
    k = i + 1
    negative = any(line.low(n) in ("neither", "nor", "none") for n in range(max(line.start, i - 9), i))
    while line.low(k) in NOT | {"yet", "also", "so", "either"}:
        negative = negative or line.low(k) in NOT
        k += 1
    if not ends_clause(line, k):
        return None
    return "not_designated" if negative else None


def _acted(line: Line, i: int) -> DesignationStatus | None:
    """Read "has not acted", "has taken no such step": only what is left undone is told so."""
    low = line.low(i)
    before = {line.low(k) for k in range(max(line.start, i - 4), i)}
    if low in ("acted", "moved", "budged") and before & NOT and before & HAVE:
        return "not_designated"
    if low in ("taken", "took") and line.low(i + 1) == "no":
        return "not_designated" if {line.low(i + 2), line.low(i + 3)} & STEPS else None
    return None


def _open_matter(line: Line, i: int) -> DesignationStatus | None:
    """Read "deferred the matter", "took up the question", "is still discussing the matter"."""
    low = line.low(i)
    if low not in MATTERS or line.low(i - 1) not in ("the", "that", "this") or line.low(i + 1) == "of":
        return None
    before = range(max(line.start, i - 7), i - 1)
    if asked_whether(line, i) is not None:
        return None
    put_off = any(line.low(k) in PUT_OFF for k in before)
    open_ = any(verb_forms("designation", "weighing").get(line.low(k), ("", "past"))[1] in ("ing", "s") for k in before)
    taken_up = any(line.low(k) in ("took", "taken", "take", "taking") and line.low(k + 1) == "up" for k in before)
    return "under_review" if put_off or open_ or taken_up else None


def _took_over(line: Line, i: int) -> DesignationStatus | None:
    """Read "will not adopt the Peruvian list", "did not match the British sanctions": another's list, none of its own."""
    low = line.low(i)
    noun = low in words("designation", "designation_nouns") | {"listings", "list", "lists", "designations", "sanctions"}
    if not noun or line.low(i + 1) in ("of", "on", "against"):
        return None
    before = range(max(line.start, i - 8), i)
    verb = next((k for k in before if line.low(k) in verb_forms("designation", "take_over")), None)
    if verb is None or (line.low(verb) in ("take", "taken", "took") and line.low(verb + 1) != "over"):
        return None
    return status_of(line, verb, delisting=False, form=verb_forms("designation", "take_over")[line.low(verb)][1])


def _step(line: Line, i: int) -> Cue | None:
    """Read "the same course Chile took": those between the noun and the verb list too."""
    if line.low(i) not in ("took", "taken", "made") or line.low(i + 1) in ("up", "off", "over"):
        return None
    for k in range(i - 1, max(line.start, i - 12) - 1, -1):
        if line.low(k) in STEPS and line.low(k - 1) in ("a", "the", "same"):
            negative = any(line.low(n) in NOT for n in range(k, i))
            status: DesignationStatus = "not_designated" if negative else "designated"
            return Cue(at=i, voice="active", status=status, left=i, right=None, same=True)
        if line.doc[k].text in (",", ";") or line.low(k) in BE:
            return None
    return None


def _inverted(line: Line, i: int) -> Cue | None:
    """Read "and so does Denmark", "as has Japan", "nor has Peru": who lists stands behind the auxiliary."""
    if line.low(i) not in HAVE or line.low(i - 1) not in ("so", "as", "nor", "neither") or i + 1 not in line.inside:
        return None
    found = line.mention_at(i + 1)
    stop = found[0] + 1 if found is not None else i + 2
    if stop < line.stop and line.doc[stop].text not in ENDS | {"and", "or", "in"}:
        return None
    status: DesignationStatus = "not_designated" if line.low(i - 1) in ("nor", "neither") else "designated"
    return Cue(at=i, voice="active", status=status, left=i, right=None, same=True, behind=True)
