"""Find the words that list, ban or sanction in a sentence, left to right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefgen.extract.designations.added import added_cue
from briefgen.extract.designations.alike import alike_cue
from briefgen.extract.designations.answers import answer_cue
from briefgen.extract.designations.compared import compared_cue, over_since, set_apart
from briefgen.extract.designations.cue import Cue
from briefgen.extract.designations.deeds import deed_cue
from briefgen.extract.designations.ellipsis import same_cue
from briefgen.extract.designations.fronted import fronted_cue
from briefgen.extract.designations.gapping import gapped_cue
from briefgen.extract.designations.labels import label_cue
from briefgen.extract.designations.nouns import joined_cue, noun_cue, standing_cue
from briefgen.extract.designations.outlawing import offence_cue, viewed_cue
from briefgen.extract.designations.scope import scope_cue
from briefgen.extract.designations.stances import stance_cue
from briefgen.extract.designations.verbs import verb_cue
from briefgen.extract.designations.whereabouts import whereabouts_cue
from briefgen.reading.line import Line

READERS = (
    joined_cue,
    label_cue,
    fronted_cue,
    added_cue,
    scope_cue,
    alike_cue,
    offence_cue,
    viewed_cue,
    verb_cue,
    noun_cue,
    standing_cue,
    same_cue,
    stance_cue,
    deed_cue,
    whereabouts_cue,
    answer_cue,
    gapped_cue,
)

WITHIN_NAMES = (joined_cue,)
"""What starts inside a name: "the U.S.-sanctioned Kahl Company"."""
PLAIN = frozenset('the a an of by for as from with . " ( )'.split())
"""Words no cue starts at, a third of all words."""


def cues_in(line: Line) -> Iterator[Cue]:
    """Give the cues of a sentence, left to right."""
    asked = line.doc[line.stop - 1].text == "?" or (line.stop - line.start > 1 and line.doc[line.stop - 2].text == "?")
    for i in range(line.start, line.stop):
        if line.low(i) in PLAIN:
            continue
        cue = _cue_at(line, i)
        if cue is not None:
            cue = over_since(line, set_apart(line, cue))
            yield replace(cue, idle=True) if asked else cue
            if not asked and (beside := compared_cue(line, cue)) is not None:
                yield beside


def _cue_at(line: Line, i: int) -> Cue | None:
    named = i in line.inside and line.inside[i].form == "name"
    for read in WITHIN_NAMES if named else READERS:
        cue = read(line, i)
        if cue is not None:
            return cue
    return None
