"""Find those whom a listing told before leaves out: "The ban does not cover Kahl", "spared the party"."""

from __future__ import annotations

from briefgen.extract.designations.calls import NOT
from briefgen.extract.designations.cue import BE, HAVE, Cue, before_verb
from briefgen.extract.designations.status import status_of
from briefgen.extract.designations.wording import POSSESSIVE, adjectival, is_lister, listable, told_before
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.verbforms import verb_forms

NEAR = 3
"""Sentences that "the ban does not cover" may stand behind the ban that it speaks of."""
SUBJECT = 14
"""Words that the subject of "does not cover" may take: "The bill that the cabinet tabled on Monday"."""
AUXILIARIES = frozenset("do does did will would has have had can could is are was were 'll".split())
HOLLOW = frozenset({"none", "neither", "nor", "nobody"})
"""Words that say "not" as a subject: "none of the three has touched Kahl"."""
DECIDED = frozenset("decision order decree act resolution regulation notice".split())
"""What lists as soon as it is told; a bill or a motion only wants to."""
PASSED = frozenset({"so", "far", "yet", "also", "ever", "at", "all", "extend", "been"})


def scope_cue(line: Line, i: int) -> Cue | None:
    """Read whom a listing leaves out, by a verb of reach with "not" before it, or a verb of sparing."""
    if (covered := _covering(line, i)) is not None:
        return covered
    right = _not_reaching(line, i) or _sparing(line, i)
    if right is None or not _leaves_a_party(line, right):
        return None
    if (deed := _deed(line, i)) is not None and line.low(deed) == "decision":
        return None  # "The decision does not concern Kahl": which of several told before is not said
    if deed is not None:
        again = NEAR if _pointed_at(line, deed) else None
        return Cue(at=i, voice="noun", status="not_designated", left=i, right=right, owner=deed, again=again)
    if not told_before(line, here=True) or not (
        _acts(line, i) or verb_forms("designation", "sparing").get(line.low(i))
    ):
        return None
    return Cue(at=i, voice="active", status="not_designated", left=i, right=right)


def _not_reaching(line: Line, i: int) -> int | None:
    """Give where those stand that "does not cover", "will not extend to", "has never touched" speaks of."""
    form = verb_forms("designation", "reaching").get(line.low(i))
    if form is None or i in line.inside or not _denied(line, i):
        return None
    return i + 2 if line.low(i + 1) == "to" else i + 1


def _covering(line: Line, i: int) -> Cue | None:
    """Read "Peru's ban covers the Front and its youth wing", "Norway's list took in Kahl": whom a listing reaches."""
    form = verb_forms("designation", "covering").get(line.low(i))
    if form is None or form[1] == "ing" or i in line.inside or line.low(i - 1) in BE or _denied(line, i):
        return None
    behind = {"take": "in", "extend": "to", "apply": "to"}.get(form[0])
    if behind is not None and line.low(i + 1) != behind:
        return None
    if line.doc[i].tag_ == "VBN" and line.low(before_verb(line, i) + 1) not in HAVE:
        return None  # "eased the measures applied to Kahl"
    right = i + 1 + (behind is not None)
    deed = _deed(line, i)
    order = deed is not None and line.low(deed) in words("designation", "instruments") | {"decision"}
    if deed is None or (order and not (_pointed_at(line, deed) and _in_force(line, i, deed))):
        return None
    items = read_items(line, right)[0]
    if not items or not (items[0].named or listable(line.low(items[0].head))):
        return None
    status = status_of(line, i, delisting=False, form=form[1])
    if status is None:
        return None
    again = NEAR if _pointed_at(line, deed) else None
    return Cue(at=i, voice="noun", status=status, left=i, right=right, owner=deed, again=again)


def _in_force(line: Line, i: int, deed: int) -> bool:
    """Tell "The decision concerns Kahl" behind a listing, and "also covers", from what a bill would do."""
    return line.low(i - 1) == "also" or (line.low(deed) in DECIDED and told_before(line))


def _denied(line: Line, i: int) -> bool:
    """Tell "does not", "will not", "has never", "none of them has" right before a verb."""
    k, helped, negative = i - 1, False, False
    while k >= line.start and (line.pos(k) in ("AUX", "ADV", "PART") or line.low(k) in AUXILIARIES | NOT | PASSED):
        helped, negative = helped or line.low(k) in AUXILIARIES, negative or line.low(k) in NOT
        k -= 1
    hollow = any(line.low(n) in HOLLOW for n in range(max(line.begin, k - SUBJECT), k + 1))
    one = line.low(line.begin) == "not" and line.low(line.begin + 1) in ("one", "a")
    return helped and (negative or hollow or one)


def _sparing(line: Line, i: int) -> int | None:
    """Give where those stand that "spares Kahl", "leaves out Renn" speaks of; what should or might be spared is not."""
    form = verb_forms("designation", "sparing").get(line.low(i))
    if form is None or i in line.inside or line.low(i - 1) in BE:
        return None
    leaving = form[0] in words("designation", "leaving")
    if leaving != (line.low(i + 1) in ("out", "off", "aside", "untouched")):
        return None
    said = line.low(i - 1)
    held = said in ("to", "not", "n't", "would", "should", "could", "may", "might")
    noun = line.pos(i) == "NOUN" and said not in _deeds()
    if held or noun or (form[1] == "base" and line.doc[i].tag_ != "VBP"):
        return None
    return i + 2 if leaving else i + 1


def _pointed_at(line: Line, deed: int) -> bool:
    """Tell "these designations", "the new ban", whose lister was told before, from "the British ban", "the EU's list"."""
    for k in range(deed - 1, max(line.begin - 1, deed - 8), -1):
        if line.low(k) in ("the", "this", "that", "these", "those"):
            return True
        if adjectival(line, k) or k in line.inside or line.low(k) in POSSESSIVE:
            return False
    return True


def _deeds() -> frozenset[str]:
    keys = ("designation_nouns", "measures", "list_nouns", "instruments")
    return frozenset({"measure", "decision"}).union(*(words("designation", key) for key in keys))


def _deed(line: Line, i: int) -> int | None:
    """Give the noun of a listing that is the subject: "These designations", "The British order", "the EU's new sanctions"."""
    for k in range(i - 1, max(line.begin - 1, i - SUBJECT), -1):
        if line.low(k) in _deeds() and k not in line.inside and line.pos(k) in ("NOUN", "PROPN", "VERB"):
            return k if told_before(line, here=True) else None
        if line.doc[k].text in (";", ":") or (line.finite(k) and line.low(k) not in AUXILIARIES):
            return None
    return None


def _leaves_a_party(line: Line, first: int) -> bool:
    """Tell a party behind the verb from a thing: "does not cover travel costs"."""
    items = read_items(line, first)[0]
    own = bool(items) and line.low(items[0].first) in ("its", "their", "his", "her")
    return bool(items) and (items[0].named or items[0].mention is not None or own)


def _acts(line: Line, i: int) -> bool:
    """Tell one that lists right before the verb from "the talks with Iran did not touch Kahl"."""
    k = before_verb(line, i)
    mention = line.inside.get(k)
    if line.low(k) in ("it", "they"):
        return True
    first = line.sentence.tokens(mention.start, mention.end)[0].i if mention is not None else k
    joint = first - 2 if line.low(first - 1) == "the" else first - 1
    return is_lister(line, mention) and line.pos(joint) != "ADP"
