"""Say whom "Both are being listed" and "All three were banned" mean: as many as were told, or named, last."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefgen.extract.designations.announced import PERSONS
from briefgen.extract.designations.cue import Cue
from briefgen.extract.designations.referents import FAR, Referents
from briefgen.knowledge.world import words
from briefgen.reading.items import COUNTS
from briefgen.reading.line import Line
from briefgen.reading.marks import Sentence


def numbered(referents: Referents, line: Line, cue: Cue, barred: Collection[str]) -> list[str]:
    """Give those whom a subject that is only a number means; empty where it is no such subject, or their number does not fit."""
    number = _number(line, cue) if cue.voice == "passive" else 0
    told = referents.told(line, FAR) if number else []
    if not number or len(told) == number:
        return [key for key in told if key not in barred]
    found: list[str] = []
    for sentence in referents.reading.sentences[max(0, line.sentence.index - FAR) : line.sentence.index][::-1]:
        found = list(dict.fromkeys([*_parties_in(referents, sentence, barred), *found]))
        if len(found) >= number:
            break
    return found if len(found) == number else []


def _number(line: Line, cue: Cue) -> int:
    """Give how many "Both are being listed", "All three were banned" speaks of; 0 for any other subject."""
    said = [line.low(k) for k in range(line.begin, cue.left) if k == line.begin or line.pos(k) not in ("AUX", "ADV")]
    if said[:1] in (["both"], ["neither"]):
        said = ["all", "two", *said[1:]]
    if len(said) not in (2, 3) or said[0] not in ("all", "the", "these", "those"):
        return 0
    whole = len(said) == 2 or said[2] in words("designation", "subjects") | PERSONS
    return COUNTS.get(said[1], 0) if whole else 0


def _parties_in(referents: Referents, sentence: Sentence, barred: Collection[str]) -> Iterator[str]:
    """Give the persons and bodies that a sentence names and that may be listed."""
    for mention in referents.reading.mentions_in(sentence.start, sentence.end):
        entity = referents.reading.entity(mention.entity)
        if entity is None or mention.form != "name" or entity.kind not in ("person", "organization"):
            continue
        if entity.id not in barred and entity.id not in referents.acted and not referents.official(entity):
            yield entity.id
