"""Find listings whose verb is told once and meant twice: "listed Kahl in 2009 and Renn in 2012", "but not Renn"."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.designations.cue import Cue
from briefgen.extract.designations.ellipsis import ends_clause
from briefgen.extract.designations.status import status_of
from briefgen.extract.designations.wording import is_lister, list_of_that_kind, measure_noun, union_seats
from briefgen.knowledge.world import gazetteer, words
from briefgen.model import DesignationStatus
from briefgen.names import fold
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.marks import Mention
from briefgen.reading.verbforms import verb_forms

LISTED = ("direct", "with_category", "judge", "put", "impose", "freeze")
ENDED = ("delist", "remove", "lift")
SPANS = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades"})
AFTER = frozenset({"later", "earlier", "before", "after", "ago"})
LIKEWISE = frozenset({"likewise", "too", "also", "similarly", "ditto", "well"})
WITHIN = frozenset({"in", "on", "since", "from", "last", "this", "only", "both", "himself", "herself", "itself"})


def gapped_cue(line: Line, i: int) -> Cue | None:
    """Read what stands behind "and", "but" or a comma where the verb before is meant again."""
    if line.low(i) in LIKEWISE:
        return _likewise(line, i)
    if line.low(i) == "nor" or (line.low(i), line.low(i + 1)) == ("let", "alone"):
        return _nor(line, i)
    if line.low(i) not in ("and", "but", ",", ";") or i + 2 >= line.stop or i == line.start:
        return None
    first = i + 2 if line.low(i) == "," and line.low(i + 1) in ("and", "but") else i + 1
    if line.low(first - 1) == "but" and line.low(first) == "not":
        return _but_not(line, first)
    dated = _behind_date(line, first) if line.low(i) == "and" else None
    if not (dated or i - 1 in line.times or line.low(i - 1) in AFTER or _ends_phrase(line, i - 1)):
        return None
    items, end = read_items(line, dated or first)
    if not items or not all(item.named for item in items) or _verb_in(line, first, end):
        return None
    status = _meant(line, i)
    if status is None:
        return None
    if line.low(end) == "by":
        return Cue(at=first, voice="passive", status=status, left=first, right=first, until=end)
    whole = dated and (ends_clause(line, end) or line.low(end) == "as")
    if not (whole or _rest(line, end)):
        return None
    first = dated or first
    if items[0].mention is not None and may_list(line, items[0].mention):
        return Cue(at=first - 1, voice="active", status=status, left=first - 1, right=None, same=True, behind=True)
    return Cue(at=first, voice="active", status=status, left=i, right=first, until=end, again=0)


def _behind_date(line: Line, first: int) -> int | None:
    """Give where the name stands in "and, five years later, Kahl", "and in 2018 Renn": behind a date of its own."""
    k = first + (line.low(first) == ",")
    k += line.low(k) in ("in", "on", "since")
    start = k
    while k in line.times or line.low(k) in AFTER | SPANS | {"a"} or line.pos(k) == "NUM":
        k += 1
    said = any(n in line.times or line.low(n) in AFTER for n in range(start, k))
    return k + (line.low(k) == ",") if said and k < line.stop else None


def _likewise(line: Line, i: int) -> Cue | None:
    """Read "; Austria likewise", "Poland and Latvia, too.": states alone, of which the verb before holds as well."""
    last = i - 2 if line.low(i) == "well" and line.low(i - 1) == "as" else i - 1
    last = last - 1 if line.doc[last].text == "," else last
    if not ends_clause(line, i + 1):
        return None
    first = last + 1
    while first > line.begin and (first - 1 in line.inside or line.low(first - 1) in ("and", "the", "both")):
        first -= 1
    items, _ = read_items(line, first, last + 1)
    if not items or (first > line.begin and line.low(first - 1) not in (",", ";", "but", "while", "—", "–", "-")):
        return None
    if not all(item.mention is not None and may_list(line, item.mention) for item in items):
        return None
    verbs = any(line.pos(k) == "VERB" and k not in line.inside for k in range(line.begin, first))
    status = _meant(line, first) if verbs else "designated"
    cue = Cue(at=i, voice="active", status="designated", left=first - 1, right=None, same=True, behind=True)
    return replace(cue, status=status) if status else None


def may_list(line: Line, mention: Mention) -> bool:
    """Tell a state, a union, a public body, or a town that may stand for those who sit there."""
    return is_lister(line, mention) or _seat(line, mention)


def _seat(line: Line, mention: Mention) -> bool:
    """Tell a capital, or the town of a union, that may stand for those who sit there."""
    known = gazetteer().get(fold(mention.text))
    return (known is not None and known.what == "capital") or fold(mention.text) in union_seats()


def _but_not(line: Line, at: int) -> Cue | None:
    """Read "banned Kahl but not Renn"."""
    items, end = read_items(line, at + 1)
    itself = line.low(end) in ("itself", "themselves", "as")
    if not items or not (items[0].named or itself) or _verb_in(line, at + 1, end) or _meant(line, at) != "designated":
        return None
    if items[0].mention is not None and is_lister(line, items[0].mention):
        return None
    return Cue(at=at, voice="active", status="not_designated", left=at, right=at + 1, until=end, again=0)


def _nor(line: Line, at: int) -> Cue | None:
    """Read "has not put Kahl on any list, nor Renn", "does not list Kahl, let alone Renn"."""
    first = at + 1 + (line.low(at) == "let")
    comma = next((k for k in range(first, line.stop) if line.doc[k].text in (",", ";")), line.stop)
    items, end = read_items(line, first, comma)
    alone = bool(items) and items[0].named and not is_lister(line, items[0].mention)
    if not alone or _verb_in(line, first, end) or _meant(line, at) != "not_designated":
        return None
    return Cue(at=first, voice="active", status="not_designated", left=first - 1, right=first, until=end, again=0)


def _verb_in(line: Line, first: int, end: int) -> bool:
    """Tell whether a verb of its own stands with what follows: then nothing is left out."""
    stop = next((k for k in range(end, line.stop) if line.doc[k].text in (",", ";", ".") or line.low(k) == "and"), end)
    return any(line.finite(k) for k in range(first, stop + 1 if stop < line.stop else stop))


def _meant(line: Line, i: int) -> DesignationStatus | None:
    """Give what the last verb before says, where it lists or ends a listing."""
    back = range(i - 1, line.start - 1, -1)
    verb = next((k for k in back if line.doc[k].pos_ == "VERB" and k not in line.inside), None)
    if verb is None:
        return None
    for key in (*LISTED, *ENDED):
        found = verb_forms("designation", key).get(line.low(verb))
        if found is not None:
            return status_of(line, verb, delisting=key in ENDED, form=found[1])
    return None


def _ends_phrase(line: Line, k: int) -> bool:
    """Tell the end of "on its list", "under sanctions"."""
    listed = line.low(k) in words("designation", "list_nouns") and list_of_that_kind(line, k)
    return listed or measure_noun(line, k)


def _rest(line: Line, k: int) -> bool:
    """Tell "in 2012", "a year later", "under sanctions", which stand in a second half for the one in the first."""
    if line.low(k) in LIKEWISE and (k + 1 >= line.stop or line.doc[k + 1].is_punct or line.low(k + 1) == "and"):
        return True
    while line.low(k) in WITHIN:
        k += 1
    if k in line.times:
        return True
    ahead = range(k, min(line.stop, k + 8))
    if line.low(k) in ("under", "on", "to"):
        return any(_ends_phrase(line, n) for n in ahead)
    return any(line.low(n) in SPANS and line.low(n + 1) in AFTER for n in list(ahead)[:4])
