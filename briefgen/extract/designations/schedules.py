"""Find verbs that change a list as a whole, and who is put on it or taken off it by the change."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.designations.asides import past_aside
from briefgen.extract.designations.cue import Cue, cue_of, has_form, is_passive
from briefgen.extract.designations.ellipsis import ends_clause
from briefgen.extract.designations.wording import list_behind, list_of_that_kind, told_before
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms


def revise(line: Line, i: int, form: str) -> Cue | None:
    """Read "updated its sanctions list", "The list was amended by Japan": who changes a list; those on it are told elsewhere."""
    passive = is_passive(line, i, form)
    near = range(i - 1, max(line.start, i - 9), -1) if passive else range(i + 1, min(clause_end(line, i), i + 10))
    listed = next((k for k in near if line.low(k) in words("designation", "list_nouns")), None)
    if listed is None or not list_of_that_kind(line, listed):
        return None
    return replace(cue_of(line, i, form, owner=listed if passive else None), changes=True)


def omit(line: Line, i: int, form: str) -> Cue | None:
    """Read "left Kahl off its list of terrorists", "excluded Renn from the list"."""
    listed = list_behind(line, i, "off", "from", "of") if line.low(i + 1) not in ("off", "out", "from") else None
    if listed is None or is_passive(line, i, form) or form in ("ing", "base"):
        return None
    return cue_of(line, i, form, status="not_designated", owner=listed)


def amending(line: Line, i: int) -> Cue | None:
    """Read "The Schedule is amended by inserting, after item 9, Kahl", "amended the list by deleting Renn"."""
    by = i - 1 if line.low(i - 1) == "by" else i - 2 if line.low(i - 1) == "the" else i
    if line.low(by) != "by" or line.doc[i].tag_ != "VBG":
        return None
    before = range(by - 1, max(line.start, by - 16), -1)
    if not any(line.low(k) in verb_forms("designation", "revise") for k in before):
        return None
    listed = next((k for k in before if line.low(k) in words("designation", "list_nouns")), None)
    if listed is None or not (told_before(line, here=True) or list_of_that_kind(line, listed)):
        return None
    return Cue(at=i, voice="active", status="designated", left=i, right=past_aside(line, i + 1), owner=listed)


def shared_list(line: Line, i: int) -> int | None:
    """Give the list of "added Kahl and removed Renn from its list": told behind the second verb, it is that of the first."""
    joints = (k for k in range(i + 1, min(line.stop, i + 22)) if line.low(k) == "and")
    second = next((k + 1 for k in joints if has_form(line, k + 1, "remove", "put", "delist")), None)
    return list_behind(line, second, "from", "to", "on", "off", "in") if second is not None else None


def count_before(line: Line, i: int) -> bool:
    """Tell "Two persons and a firm were added": nothing but a count of those who can be listed."""
    before = [k for k in range(line.begin, i) if line.pos(k) not in ("AUX", "ADV", "CCONJ", "ADJ", "DET")]
    counted = any(line.doc[k].like_num for k in before) and ends_clause(line, i + 1)
    return counted and all(line.doc[k].like_num or line.low(k) in words("designation", "subjects") for k in before)
