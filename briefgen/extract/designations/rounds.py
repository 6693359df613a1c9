"""Read who acts where nobody is named yet: "announced new sanctions over the raid". Whom they hit is told behind it.

The sentences behind say "Kahl and Renn face an asset freeze", "The measures target Vell", "They are Kahl and Renn".
"""

from __future__ import annotations

from briefgen.extract.designations.cue import Cue, has_form, is_passive, verb_form
from briefgen.extract.designations.status import status_of
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

REACH = 9
"""Words between the verb and its noun: "announced, with its partners, a further package of sanctions"."""
ROUNDS = frozenset({"measures", "listings", "designations"})
ACTING = ("impose", "agreeing")
AGAINST = frozenset({"on", "against", "upon", "for", "of"})


def round_cue(line: Line, i: int) -> Cue | None:
    """Read the noun of measures that a verb of acting brings, and that no target stands behind."""
    low = line.low(i)
    if low not in ROUNDS and low not in words("designation", "sanction_nouns", "packages"):
        return None
    if (i in line.inside and line.inside[i].form == "name") or line.pos(i) not in ("NOUN", "PROPN"):
        return None
    if line.pos(i + 1) in ("NOUN", "PROPN") or (low in words("designation", "packages") and not _of_measures(line, i)):
        return None  # "sanctions list", "a round of talks"
    behind = i + 1 if low not in words("designation", "packages") else i + 3
    if (line.low(behind) in AGAINST and behind + 1 not in line.times) or line.low(behind) in ("to", ":"):
        return None  # whom they hit is told here; "measures to help farmers"
    verb = _verb(line, i)
    form = verb_form(line, verb, _kind(line, verb)) if verb is not None else None
    if verb is None or form not in ("past", "s", "ing") or is_passive(line, verb, form):
        return None
    if status_of(line, verb, delisting=False, form=form) != "designated":
        return None
    return Cue(at=verb, voice="active", status="designated", left=verb, right=None, sanctions=True, changes=True)


def _of_measures(line: Line, i: int) -> bool:
    nouns = words("designation", "sanction_nouns") | ROUNDS
    return line.low(i + 1) == "of" and any(line.low(k) in nouns for k in (i + 2, i + 3))


def _verb(line: Line, i: int) -> int | None:
    """Give the verb that the noun is the object of, with nothing but its own describers between."""
    for k in range(i - 1, max(line.start - 1, i - REACH), -1):
        if has_form(line, k, *ACTING) and k not in line.inside:
            return k
        if line.pos(k) == "VERB" or line.low(k) in AGAINST - {"of"} or line.low(k) in (";", ":", "to"):
            return None
    return None


def _kind(line: Line, verb: int) -> str:
    return next(key for key in ACTING if line.low(verb) in verb_forms("designation", key))
