"""Find those that words add to a listing told before: "The decree also names Kahl", "Also listed was Renn", "but Renn is not"."""

from __future__ import annotations

import re

from briefgen.extract.designations.calls import NOT
from briefgen.extract.designations.cue import BE, HAVE, Cue, before_verb, has_form
from briefgen.extract.designations.ellipsis import ends_clause
from briefgen.extract.designations.status import status_of
from briefgen.extract.designations.wording import is_lister, list_of_that_kind, told_before
from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import clause_end, clause_start
from briefgen.reading.verbforms import verb_forms

NEAR = 3
"""Sentences that "the decree also names" may stand behind the listing that it goes on with."""
WORD = re.compile(r"[a-z]+")
NEARBY = 300
"""Characters in which "it" may mean a list."""
ALSO = frozenset({"also", "further", "additionally", "likewise"})
POINTING = frozenset({"the", "this", "that", "these", "those", "same", "its", "it", "they"})
LISTED = ("direct", "with_category", "put")


def covered_too(line: Line, i: int) -> Cue | None:
    """Read "The bank is also covered", "Renn was named too": listed by the one that lists the others."""
    found = (verb_forms("designation", key).get(line.low(i), ("", "")) for key in ("covering", "naming"))
    if i in line.inside or all(form != "past" for _, form in found):
        return None
    be = i - 1 - (line.low(i - 1) in ALSO)
    end = i + 1 + (line.low(i + 1) == "as")
    end += line.low(end) in ("too", "well")
    if (be == i - 1 and end == i + 1) or not ends_clause(line, end) or line.low(be) not in BE - {"be"}:
        return None
    if not told_before(line):
        return None
    first = clause_start(line, be - 1)
    return Cue(at=i, voice="passive", status="designated", left=be, right=first, until=be, again=1)


def spared(line: Line, i: int) -> Cue | None:
    """Read "Kahl is exempted", "but Renn was left out": not listed by the one that lists the others."""
    form = verb_forms("designation", "sparing").get(line.low(i))
    if form is None or form[1] != "past" or line.low(i - 1) not in BE or i in line.inside:
        return None
    if form[0] == "leave" and line.low(i + 1) not in ("out", "off", "alone", "aside", "untouched"):
        return None
    behind = i + 1 + (form[0] == "leave")
    if not (ends_clause(line, behind) or line.low(behind) in ("by", "for")) or not told_before(line, here=True):
        return None
    first = clause_start(line, i - 2)
    return Cue(at=i, voice="passive", status="not_designated", left=i - 1, right=first, until=i - 1, again=1)


def escaped(line: Line, i: int) -> Cue | None:
    """Read "Renn dodged the measures", "A sister club has avoided a ban": not listed by the one that lists the others."""
    form = verb_forms("designation", "escaping").get(line.low(i))
    if (
        form is None
        or form[1] == "ing"
        or i in line.inside
        or line.low(i - 1) == "to"
        or not told_before(line, here=True)
    ):
        return None
    ahead = range(i + 1, min(line.stop, i + 6))
    fate = next((k for k in ahead if line.low(k) in words("designation", "fates")), None)
    if fate is None or (form[0] != "escape" and line.low(fate) in ("sanctions", "measures", "punishment")):
        return None
    if status_of(line, i, delisting=False, form=form[1]) != "designated":
        return None
    return Cue(at=i, voice="passive", status="not_designated", left=i, right=None, again=NEAR)


def nor_has(line: Line, i: int) -> Cue | None:
    """Read "Kahl has not been put on the list, nor has Renn", where Renn is none that could list."""
    if line.low(i) not in HAVE or line.low(i - 1) not in ("nor", "neither") or "been" not in _lows_before(line, i):
        return None
    items, end = read_items(line, i + 1)
    if not items or not ends_clause(line, end) or any(is_lister(line, item.mention) for item in items):
        return None
    return Cue(at=i, voice="passive", status="not_designated", left=i, right=i + 1, until=end, again=0)


def _lows_before(line: Line, i: int) -> set[str]:
    return {line.low(k) for k in range(line.begin, i)}


def on_it(line: Line, i: int) -> Cue | None:
    """Read "Kahl and Renn remain on it": on the list told last."""
    if line.low(i) != "it" or line.low(i - 1) != "on" or not ends_clause(line, i + 1):
        return None
    if line.low(i - 2) not in BE | {"still"} and not has_form(line, i - 2, "kept"):
        return None
    before = line.reading.text[max(0, line.sentence.start - NEARBY) : line.sentence.at(line.doc[i])].casefold()
    if words("designation", "list_nouns").isdisjoint(WORD.findall(before)):
        return None
    status = status_of(line, i - 2, delisting=False, form="past")
    first = clause_start(line, i - 3)
    return Cue(at=i, voice="passive", status=status, left=i - 2, right=first, until=i - 2, again=1) if status else None


def instrument_names(line: Line, i: int) -> Cue | None:
    """Read "The decree also names Kahl", "It also covers Renn", "The new list includes Vell"."""
    found = verb_forms("designation", "naming").get(line.low(i))
    if found is None and (listed := _lists_name(line, i)) is not None:
        return listed
    if found is None or found[1] == "ing" or (i in line.inside and line.inside[i].form == "name"):
        return None
    if (listed := _lists_name(line, i)) is not None:
        return listed
    before = range(line.begin, i)
    if len(before) > 8 or any((k in line.inside and line.inside[k].form == "name") or line.finite(k) for k in before):
        return None
    said = {line.low(k) for k in before}
    also = bool(said & ALSO)
    told = said & words("designation", "instruments", "actions", "list_nouns")
    if not said & POINTING or not (told or (also and said & {"it", "they"})) or line.low(i - 1) == "not":
        return None
    first = i + 2 if line.low(i + 1) == "to" else i + 1
    items = read_items(line, first)[0]
    if not items or not items[0].named or (items[0].mention is not None and is_lister(line, items[0].mention)):
        return None
    return Cue(at=i, voice="active", status="designated", left=i, right=first, again=NEAR if also else 1)


def _lists_name(line: Line, i: int) -> Cue | None:
    """Read "Singapore's blacklist names Kahl", "the EU's list does not mention Renn": whose list it is lists."""
    noun = before_verb(line, i)
    listed = line.low(noun) in words("designation", "list_nouns") and list_of_that_kind(line, noun)
    found = verb_forms("designation", "listing_verbs").get(line.low(i)) if listed else None
    items = read_items(line, i + 1)[0] if found is not None else []
    if found is None or not items or not items[0].named:
        return None
    status = status_of(line, i, delisting=False, form=found[1])
    return Cue(at=i, voice="active", status=status, left=i, right=i + 1, owner=noun) if status is not None else None


def also_listed(line: Line, i: int) -> Cue | None:
    """Read "Also listed were Kahl and Renn"."""
    form = next((f[1] for key in LISTED if (f := verb_forms("designation", key).get(line.low(i)))), "")
    if form != "past" or line.low(i - 1) not in ALSO or i - 1 != line.begin:
        return None
    verb = next((k for k in range(i + 1, min(line.stop, i + 10)) if line.low(k) in BE), None)
    if verb is None:
        return None
    named = "by" in {line.low(k) for k in range(i, verb)}  # "Also designated today by Peru is Kahl"
    end, again = clause_end(line, verb), None if named else NEAR
    return Cue(at=i, voice="passive", status="designated", left=i, right=verb + 1, until=end, again=again)


def left_out(line: Line, i: int) -> Cue | None:
    """Read "Canada lists the Front, but Kahl is not" and "Norway banned the Front, as is Renn": what holds of another."""
    if line.low(i) not in BE:
        return None
    if line.low(i) == "been" and line.low(i - 1) in NOT and line.low(i - 2) in HAVE and ends_clause(line, i + 1):
        first = clause_start(line, i - 3)  # "Kahl has never been."
        return Cue(at=i, voice="passive", status="not_designated", left=i - 2, right=first, until=i - 2, again=1)
    if line.low(i + 1) in ("not", "n't") and ends_clause(line, i + 2):
        first = clause_start(line, i - 1)
        if is_lister(line, line.inside.get(i - 1)) and line.low(i - 1) not in ("it", "he", "she", "they"):
            return Cue(at=i, voice="active", status="not_designated", left=i, right=None, same=True)
        return Cue(at=i, voice="passive", status="not_designated", left=i, right=first, until=i, again=0)
    pronoun = line.low(i + 1) in ("it", "he", "she", "they")
    rest = read_items(line, i + 1) if line.low(i - 1) in ("so", "nor", "neither", "as") and not pronoun else ([], 0)
    if rest[0] and (line.low(i - 1) != "as" or ends_clause(line, rest[1])):
        status: DesignationStatus = "designated" if line.low(i - 1) in ("so", "as") else "not_designated"
        return Cue(at=i, voice="active", status=status, left=i, right=i + 1, again=1)
    return None
