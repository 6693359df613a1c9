"""Read what is told of a listing whose party goes without saying: "Sweden's ban dates from 2016", "a decision is due in May"."""

from __future__ import annotations

from briefgen.extract.designations.calls import NOT
from briefgen.extract.designations.cue import BE, HAVE, Cue
from briefgen.extract.designations.ellipsis import ends_clause
from briefgen.extract.designations.gapping import may_list
from briefgen.extract.designations.wording import POSSESSIVE, adjectival, told_before
from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

NEAR = 2
"""Sentences that "a decision is due" may stand behind the listing that it speaks of."""
BEHIND = 14
"""Words between the noun and what is told of it: "Peru's, by contrast, has lapsed"."""
POSITIONS = frozenset({"with", "before", "at", "in", "on"})


def deed_cue(line: Line, i: int) -> Cue | None:
    """Read a noun of a listing, a draft or a decision without a party, by what is told of it."""
    if i in line.inside and line.inside[i].form == "name":
        return None
    left_out = line.low(i) in POSSESSIVE and _of_lister(line, i) and _noun_left_out(line, i)
    listing = left_out or line.low(i) in words("designation", "designation_nouns", "sanction_nouns")
    if not listing and line.low(i) not in words("designation", "matters", "verdicts", "instruments"):
        return None
    effect = [line.low(k) for k in (i + 1, i + 2, i + 3)] == ["to", "that", "effect"]
    if not left_out and not effect and (line.low(i + 1) in ("of", "against", "to", "for") or line.pos(i) != "NOUN"):
        return None
    if line.pos(i) != "NOUN" and not left_out:
        return None
    if line.low(i + 1) == "on" and i + 2 not in line.times:
        return None
    article = next((k for k in range(i - 1, max(line.begin, i - 4), -1) if line.pos(k) == "DET"), i)
    owner = _owner(line, i)
    if owner is None or line.pos(article - 1) == "ADP" or not told_before(line, here=True):
        return None
    status = _told(line, i, listing=listing)
    if status is None:
        return None
    at = i + 1 if left_out else i
    behind = owner if owner > i + 2 else None
    if behind is not None:  # "The file is with Peru's cabinet"
        return Cue(at=behind - 1, voice="active", status=status, left=behind - 1, right=None, same=True, behind=True)
    return Cue(at=at, voice="passive", status=status, left=at, right=None, same=True, owner=at)


def _of_lister(line: Line, i: int) -> bool:
    mention = line.inside.get(i - 1)
    return mention is not None and may_list(line, mention)


def _noun_left_out(line: Line, i: int) -> bool:
    """Tell "Peru's stands", "Oslo's, by contrast, has lapsed" from "Peru's coast"."""
    behind = line.low(i + 1)
    lasts = behind in verb_forms("designation", "lasting") or behind in BE | HAVE | {"does", "do", "did"}
    return behind == "," or (i + 1 < line.stop and (line.finite(i + 1) or lasts))


def _owner(line: Line, i: int) -> int | None:
    """Give where those stand whose deed it is: "Sweden's ban", "a Peruvian listing", "In Stockholm the ban", "the ban in Peru"."""
    for k in range(i - 1, max(line.begin - 1, i - 7), -1):
        if line.low(k) in POSSESSIVE and _of_lister(line, k):
            return k - 1
        if adjectival(line, k):
            return k
        if line.finite(k) or line.low(k) in (",", ";", ":"):
            break
    if line.low(i) in POSSESSIVE:
        return i - 1
    for k in (line.begin, *(n + 1 for n in range(line.begin, i) if line.low(n) in (",", ";", "and", "but", "while"))):
        mention = line.inside.get(k + 1)
        if line.low(k) == "in" and mention is not None and may_list(line, mention):
            return k + 1
    behind = range(i + 1, min(line.stop - 2, i + 9))  # "The file is with Peru's cabinet"
    place = next((k + 1 for k in behind if line.low(k) in ("with", "before") or line.low(k - 1) == "desk"), i + 2)
    place += line.low(place) == "the"
    mention = line.inside.get(place)
    if place > i + 2 and mention is not None and may_list(line, mention):
        return place
    mention = line.inside.get(i + 2)
    return i + 2 if line.low(i + 1) == "in" and mention is not None and may_list(line, mention) else None


def _told(line: Line, i: int, *, listing: bool) -> DesignationStatus | None:
    """Give the status that the first verb behind the noun tells."""
    verb = next((k for k in range(i + 1, min(line.stop, i + BEHIND)) if _tells(line, k)), None)
    if verb is None:
        return None
    end = clause_end(line, verb)
    low = line.low(verb)
    alone = line.low(verb + 1) in ("not", "n't", "too", "also") and ends_clause(line, verb + 2)
    if alone and low in ("does", "do", "did", "has", "is"):  # "Peru's does not"
        return "not_designated" if line.low(verb + 1) in NOT else "designated"
    if low in BE | HAVE or line.doc[verb].tag_ == "MD":
        return _predicated(line, verb, end, listing=listing)
    if listing and low in verb_forms("designation", "lasting"):
        return "designated"
    if listing and low in verb_forms("designation", "expire"):
        return "delisted"
    return "under_review" if low in verb_forms("designation", "waiting") else None


def _tells(line: Line, k: int) -> bool:
    noun = line.doc[k].tag_ == "NNS" and line.low(k - 1) not in ("the", "of", "its")
    mistaken = noun and line.low(k) in verb_forms("designation", "lasting")  # "the ban dates from"
    finite = line.finite(k) or line.low(k) in BE | HAVE | {"does", "do", "did"} or mistaken
    return k not in line.inside and finite and not line.in_relative(k)


def _predicated(line: Line, verb: int, end: int, *, listing: bool) -> DesignationStatus | None:
    """Judge what stands behind "is", "has" and "will": "is due in May", "was signed in June", "has been lifted"."""
    behind = range(verb + 1, min(end, verb + 7))
    said = [line.low(k) for k in behind]
    negative = bool(NOT & set(said))
    for k in behind:
        low = line.low(k)
        if low in words("designation", "standing_open") | {"due", "underway", "discussed", "imminent"} and not negative:
            return "under_review"
        if low in POSITIONS and not negative and line.low(verb) in BE and k == verb + 1:
            return "designated" if listing and line.low(k + 1) in ("force", "place", "effect") else "under_review"
        if low in verb_forms("designation", "rejecting") and not negative:
            return None if listing else "not_designated"
        ended = (verb_forms("designation", key).get(low, ("", ""))[1] for key in ("lift", "expire"))
        if "past" in ended:
            return ("designated" if negative else "delisted") if listing and low != "issued" else None
        if listing and low in verb_forms("designation", "enacting") and line.low(verb) not in ("will", "would"):
            return "designated"
    return None
