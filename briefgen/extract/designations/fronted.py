"""Read sentences that name the listed behind what is said of them: "Newly listed are Kahl and Renn", "The targets are Vell and Reed"."""

from __future__ import annotations

from briefgen.extract.designations.cue import BE, Cue
from briefgen.extract.designations.wording import is_lister, listable, told_before
from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.verbforms import verb_forms

NEAR = 3
"""Sentences that "Those listed are" may stand behind the listing that it goes on with."""
ON = ("direct", "with_category", "put", "impose")
OFF = ("delist", "remove")
BEFORE = frozenset(
    "also newly now further additionally likewise those these today's the persons individuals entities".split()
)
"""Words before a participle that opens a sentence."""
NAMING = frozenset("include includes included comprise comprises comprised".split())
DEEDS = ("designation_nouns", "targets", "actions", "additions_plural", "newcomers")
REACH = 14
"""Words from the opening up to the verb behind which the names stand."""
STANDING = BE - {"'s", "'re", "been", "being", "remain", "remains", "remained", "stay", "stays", "stayed"}


def participle_first(line: Line, i: int) -> Cue | None:
    """Read "Those sanctioned today by Peru are: Kahl; Renn", "Delisted by Peru were two tankers, Vell and Reed"."""
    if i - line.begin > 2 or any(line.low(k) not in BEFORE for k in range(line.begin, i)):
        return None
    status = _status_of(line, i)
    verb = _verb_behind(line, i, STANDING | NAMING) if status is not None else None
    if status is None or verb is None or not _names_behind(line, verb):
        return None
    named = any(line.low(k) in ("by", "'s", "’s") for k in range(i, verb))
    if not named and not told_before(line):
        return None
    again = None if named else NEAR
    return Cue(at=i, voice="passive", status=status, left=i, right=verb + 1, parts=True, again=again)


def _status_of(line: Line, i: int) -> DesignationStatus | None:
    def past(key: str) -> bool:
        return verb_forms("designation", key).get(line.low(i), ("", ""))[1] == "past"

    if any(past(key) for key in OFF):
        return "delisted"
    return "designated" if any(past(key) for key in ON) and line.low(i) not in ("included", "announced") else None


def _verb_behind(line: Line, i: int, verbs: frozenset[str]) -> int | None:
    """Give the first verb behind a word, where it is one of these."""
    for k in range(i + 1, min(line.stop - 1, i + REACH)):
        if line.low(k) in verbs and k not in line.inside:
            return k
        if line.finite(k) or line.doc[k].text in (";", ":"):
            return None
    return None


def _names_behind(line: Line, verb: int) -> bool:
    """Tell "are Kahl and Renn", "are: Kahl; Renn" from "are in Lima", "are under review"."""
    first = verb + 1 + (line.low(verb + 1) == ":")
    items = read_items(line, first)[0]
    if not items or line.pos(first) in ("ADP", "VERB", "ADV") or not any(item.named for item in items):
        return False
    one = items[0]
    plain = [k for k in range(one.first, one.last) if line.pos(k) == "NOUN" and k not in line.inside]
    return not one.named or (all(listable(line.low(k)) for k in plain[-1:]) and not is_lister(line, one.mention))


def deed_first(line: Line, i: int) -> Cue | None:
    """Read "Today's listings comprise: Kahl; Renn", "The targets of the Peruvian sanctions are Vell and Reed"."""
    low = line.low(i)
    ending = low in words("designation", "end_nouns")
    deed = ending or low in words("designation", *DEEDS)
    if not deed or i - line.begin > 6 or (i in line.inside and line.inside[i].form == "name"):
        return None
    if line.low(line.begin) in ("such", "any", "no", "these") or any(line.finite(k) for k in range(line.begin, i)):
        return None
    verbs = NAMING | frozenset(verb_forms("designation", "comprise"))
    added = low in words("designation", "additions_plural", "newcomers")
    if added and not (told_before(line) and line.low(i + 1) in STANDING | NAMING):
        return None
    if added or low in words("designation", "targets"):
        verbs = verbs | STANDING
    verb = _verb_behind(line, i, verbs)
    if verb is None or not _names_behind(line, verb):
        return None
    if any(
        k in line.inside and line.inside[k].form == "name" and line.low(k - 1) in ("on", "against")
        for k in range(i, verb)
    ):
        return None  # "the sanctions on Kahl concern Vell"
    owner = next((k for k in range(verb - 1, i, -1) if line.low(k) in words("designation", "actions")), i)
    return Cue(
        at=i,
        voice="noun",
        status="delisted" if ending else "designated",
        left=i,
        right=verb + 1,
        parts=True,
        owner=owner,
        again=NEAR if added else None,
    )
