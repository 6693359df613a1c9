"""Find bodies that are ended or made criminal by decree, law or court: dissolved, liquidated, illegal to support."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from briefgen.extract.designations.cue import BE, Cue, cue_of, is_passive, object_relative
from briefgen.extract.designations.status import status_of
from briefgen.extract.designations.wording import STYLES, adjectival, category, is_agency, is_lister, listable
from briefgen.knowledge.world import is_body_noun, words
from briefgen.model import DesignationStatus
from briefgen.names import fold
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import items_before

MADE = frozenset({"make", "makes", "made", "making"})
EYES = (
    ("in", "the", "eyes", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "sight", "of"),
    ("by", "the", "lights", "of"),
    ("as", "far", "as"),
    ("for",),
    ("to",),
)
"""How one tells for whom somebody is what he is called."""
REACH = 14
"""Words that may stand between "illegal" and "to belong to", or between "membership" and "an offence"."""


def dissolve(line: Line, i: int, form: str) -> Cue | None:
    """Read "dissolved the Tarn Front", "was liquidated by a court": a body that does not end itself, and no house or cabinet."""
    if is_passive(line, i, form):
        ended = items_before(line, i)
        return cue_of(line, i, form) if any(_can_be_outlawed(line, item) for item in ended) else None
    if object_relative(line, i):
        return cue_of(line, i, form)
    right = _past_membership(line, i + 1)
    items = read_items(line, right)[0]
    return cue_of(line, i, form, right) if items and _can_be_outlawed(line, items[0], right) else None


def unmade(line: Line, i: int, form: str) -> Cue | None:
    """Read "stripped the Tarn Guild of its legal status", "revoked the registration of the Front"."""
    noun = next((k for k in range(i + 1, min(line.stop, i + REACH)) if _legal_standing(line, k)), None)
    if noun is None:
        return None
    if is_passive(line, i, form):
        return cue_of(line, i, form) if line.low(i + 1) == "of" else None
    if line.low(noun + 1) == "of":
        return cue_of(line, i, form, noun + 2) if dissolution(line, noun + 2) else None
    of = next((k for k in range(i + 2, noun) if line.low(k) == "of"), None)
    return replace(cue_of(line, i, form), until=of) if of is not None and dissolution(line, i + 1) else None


def labelled(line: Line, i: int, form: str) -> Cue | None:
    """Read "gave the Reed Centre the status of a foreign agent", "slapped the terrorist label on the Front"."""
    ahead = range(i + 1, min(line.stop, i + REACH))
    noun = next((k for k in ahead if line.low(k) in words("designation", "stamps")), None)
    if noun is None or not any(category(line, k) for k in range(max(i + 1, noun - 3), min(line.stop, noun + 6))):
        return None
    on = next((k for k in range(noun + 1, min(line.stop, noun + 8)) if line.low(k) in ("on", "to")), None)
    if is_passive(line, i, form):
        return cue_of(line, i, form) if on is None else None
    if on is not None:
        return cue_of(line, i, form, on + 1)
    end = next((k for k in range(i + 2, noun) if line.low(k) in ("the", "a", "an")), None)
    return replace(cue_of(line, i, form), until=end) if end is not None else None


def _legal_standing(line: Line, k: int) -> bool:
    return line.low(k) in words("designation", "standing") and line.low(k - 1) in words("designation", "legal")


def dissolution(line: Line, right: int) -> bool:
    """Tell "the dissolution of the Tarn Front" from that of a parliament, by what stands behind "of"."""
    items = read_items(line, right)[0]
    return bool(items) and _can_be_outlawed(line, items[0], right)


def _can_be_outlawed(line: Line, item: Item, since: int | None = None) -> bool:
    """Tell a movement, a club, a firm from a house, a cabinet, a marriage, a salt or a march.

    `since`: from where on a noun, "the club, Reed Chase", says what a name is that is taken for a person's.
    """
    said = set(fold(item.text).split())
    public = is_agency(item.text) or bool(said & words("designation", "parliaments", "organs"))
    called = any(is_body_noun(line.low(k)) for k in range(since if since is not None else item.first, item.first))
    person = item.mention is not None and item.mention.kind in ("person", "place") and not called
    if public or person or line.low(item.first) in ("itself", "themselves"):
        return False
    return item.named or item.mention is not None or listable(line.low(item.head))


def _past_membership(line: Line, k: int) -> int:
    """Pass over "membership of" and "belonging to": what is forbidden of a body forbids the body."""
    if line.low(k) in words("designation", "memberships"):
        return k + 2 if line.low(k + 1) in ("of", "in", "to", "for") else k + 1
    return k


def offence_cue(line: Line, i: int) -> Cue | None:
    """Read "made it unlawful to join the Front", "it is illegal in Chile to fund it", "membership of it is an offence"."""
    if line.low(i) not in words("designation", "offences"):
        return None
    return _offence_to(line, i) or _offence_of(line, i)


def _offence_to(line: Line, i: int) -> Cue | None:
    """Read "made it a felony to fund X": who makes the law stands before the verb, or behind "in"."""
    it = next((k for k in range(i - 1, max(line.start, i - 6) - 1, -1) if line.low(k) == "it"), None)
    if it is None:
        return None
    to = next((k for k in range(i + 1, min(line.stop, i + REACH)) if line.low(k) == "to"), line.stop)
    if line.low(to + 1) not in words("designation", "belonging"):
        return None
    right = _party_of(line, to + 2)
    if right is None:
        return None
    if line.low(it - 1) in MADE:
        verb = it - 1
        form = "ing" if line.low(verb) == "making" else "base" if line.low(verb) == "make" else "past"
        status = status_of(line, verb, delisting=False, form=form)
        return Cue(at=verb, voice="active", status=status, left=verb, right=right) if status is not None else None
    being = next((k for k in range(it + 1, i) if line.low(k) in BE), None)
    status = status_of(line, i, delisting=False, form="past") if being is not None else None
    if being is None or status is None:
        return None
    return Cue(at=i, voice="passive", status=status, left=being, right=right)


def _party_of(line: Line, k: int) -> int | None:
    """Give where the one starts that "belong to", "be a member of", "give money to" is said of."""
    for n in range(k, min(line.stop, k + 6)):
        if line.low(n) in ("to", "for", "of", "in", "with"):
            k = n + 1
        elif line.finite(n):
            break
    items = read_items(line, k)[0]
    return k if items and _can_be_outlawed(line, items[0]) else None


def _offence_of(line: Line, i: int) -> Cue | None:
    """Read "membership of the Front was made an offence", "makes membership of it a crime"."""
    back = range(i - 1, max(line.start, i - REACH) - 1, -1)
    member = next((k for k in back if line.low(k) in words("designation", "memberships")), None)
    member = None if line.low(i + 1) in ("to", "for") else member
    right = _past_membership(line, member) if member is not None else None
    if member is None or right is None or right == member:
        return None
    being = next((k for k in range(right + 1, i) if line.low(k) in BE), i)
    items, end = read_items(line, right, being)
    if not items or not _can_be_outlawed(line, items[0]):
        return None
    made = line.low(member - 1) in MADE
    verb = member - 1 if made else being
    if verb == i:
        return None
    status = status_of(line, verb, delisting=False, form="past")
    if status is None:
        return None
    if made:
        return Cue(at=verb, voice="active", status=status, left=verb, right=right, until=end)
    return Cue(at=i, voice="passive", status=status, left=verb, right=right, until=end)


def viewed_cue(line: Line, i: int) -> Cue | None:
    """Read "is a banned sect in the eyes of Peru", "Kahl is no terrorist group for Peru"."""
    if not category(line, i) or not listable(line.low(i + 1)):
        return None
    article = i - 1
    while article > line.begin and line.low(article) in STYLES:
        article -= 1
    verb = article - 1 - (line.low(article - 1) in ("not", "n't", "still", "also", "now"))
    set_off = line.low(article - 1) in (",", "(") and line.low(article) != "no"
    if line.low(article) not in ("a", "an", "no") or not (line.low(verb) in BE or set_off):
        return None
    verb = article if set_off else verb
    negative = line.low(article) == "no" or line.low(article - 1) in ("not", "n't")
    told: DesignationStatus = "not_designated" if negative else "designated"
    for k in range(i + 2, min(line.stop, i + 4)):
        if (end := _viewer_end(line, k) or _law(line, k)) is not None:
            return Cue(at=i, voice="passive", status=told, left=verb, right=None, owner=end)
    end = _viewer_end(line, line.begin)
    if end is None or end >= verb or set_off:
        return None
    if (line.low(end), line.low(end + 1)) == ("is", "concerned"):
        end += 2
    left = end + (line.low(end) == ",")
    return Cue(at=i, voice="passive", status=told, left=verb, right=left, until=verb, owner=end)


def _law(line: Line, k: int) -> int | None:
    """Give the last word of "under Peruvian law", "under the laws of" a state's adjective."""
    law = k + 2 + (line.low(k + 1) == "the")
    lawful = line.low(k) == "under" and line.low(law) in ("law", "laws", "legislation")
    return law if lawful and adjectival(line, law - 1) else None


def _viewer_end(line: Line, k: int) -> int | None:
    """Give the word behind those in whose eyes, or for whom, one is what is said of it: states, unions or public bodies."""
    opened = next((eyes for eyes in EYES if all(line.low(k + n) == word for n, word in enumerate(eyes))), None)
    if opened is None:
        return None
    items, _ = read_items(line, k + len(opened))
    listers = list(takewhile(lambda item: item.mention is not None and is_lister(line, item.mention), items))
    return listers[-1].last + 1 if listers else None
