"""Find who came to a meeting or led it, by a participle or a clause behind its noun."""

from __future__ import annotations

from briefgen.extract.meetings.owners import own_verb
from briefgen.extract.meetings.parties import Party, People
from briefgen.extract.meetings.sides import BE
from briefgen.reading.items import Item
from briefgen.reading.line import RELATIVE, Line
from briefgen.reading.lists import read_items
from briefgen.reading.verbforms import verb_forms


def attended(line: Line, i: int, people: People) -> list[Party]:
    """Give who came to or led a meeting: "attended by", "chaired by", "hosted by", "which Y will host"."""
    found: list[Party] = []
    held = own_verb(line, i)
    for k in range(i + 1, min(line.stop, i + 60)):
        if line.finite(k) and not line.in_relative(k) and not any(line.low(n) in RELATIVE for n in range(i + 1, k)):
            if k == held or (line.low(k) in BE and _done_by(line, k)):
                continue
            break
        lemma = verb_forms("meeting", "lead").get(line.low(k), ("", ""))[0]
        bid = line.low(k) in verb_forms("meeting", "bid")
        if line.doc[k].pos_ != "VERB" or not (lemma or bid):
            continue
        if line.low(k + 1) == "by":
            found.extend(people.parties(line, read_items(line, k + 2)[0]))
        elif bid and line.in_relative(k):
            found.extend(p for p in people.parties(line, _between_relative(line, k)) if p.key)
    return found


def _done_by(line: Line, being: int) -> bool:
    """Tell "was attended by", "was co-chaired by"."""
    verb = next((k for k in range(being + 1, min(line.stop, being + 5)) if line.low(k + 1) == "by"), None)
    return verb is not None and line.low(verb) in verb_forms("meeting", "lead")


def _between_relative(line: Line, verb: int) -> list[Item]:
    k = next((n for n in range(verb - 1, max(line.start, verb - 9) - 1, -1) if line.low(n) in RELATIVE), None)
    return read_items(line, k + 1, verb)[0] if k is not None else []
