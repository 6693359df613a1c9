"""Say who lists in a notice: the office that acts in the sentence before, or the one that tells of its own deed behind it."""

from __future__ import annotations

from briefgen.extract.designations.cue import Cue
from briefgen.extract.designations.institutions import Institutions
from briefgen.extract.designations.listers import Listers
from briefgen.extract.designations.wording import tells
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items


def told_behind(institutions: Institutions, line: Line, cue: Cue) -> list[str]:
    """Give who tells of its own deed behind it: "Kahl and Renn have been delisted, the Council decided on Monday"."""
    for k in range(line.stop - 1, cue.at, -1):
        if line.doc[k].text != ",":
            continue
        verb = next((n for n in range(k + 1, min(line.stop, k + 12)) if line.finite(n)), None)
        items = read_items(line, k + 1, verb)[0][:1] if verb is not None and tells(line.doc[verb]) else []
        return [key for item in items for key in institutions.of_item(line, item)]
    return []


def notice_acts(line: Line, cue: Cue) -> bool:
    """Tell "is declared unlawful", "are removed" in a notice from "was listed in 2009"."""
    return line.low(cue.at - 1) in ("is", "are") and cue.at + 1 not in line.times


def office_before(listers: Listers, line: Line) -> list[str]:
    """Give the office that the sentence before lets act: "The ministry met on Monday. Kahl is hereby banned."."""
    if not line.sentence.index:
        return []
    before = Line(line.reading, line.reading.sentences[line.sentence.index - 1])
    verb = next((k for k in range(before.begin, before.stop) if before.finite(k)), before.begin - 1)
    offices = [k for k in range(before.begin, verb + 1) if before.low(k) in words("designation", "agencies")]
    return listers.agency_by_word(before, offices[-1]) if offices else []


def performs(line: Line, cue: Cue) -> bool:
    """Tell the sentence by which one is listed: "is hereby declared", "The following are listed:"."""
    said = {line.low(k) for k in range(line.start, cue.at + 2)}
    return bool(said & {"hereby", "following", "accordingly", "consequence", "therefore"})
