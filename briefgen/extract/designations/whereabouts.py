"""Read what a party is somewhere: "legal in Norway", "under review in Peru", "banned in Chile but not in Iceland"."""

from __future__ import annotations

from briefgen.extract.designations.calls import NOT
from briefgen.extract.designations.cue import BE, HAVE, Cue
from briefgen.extract.designations.ellipsis import ends_clause
from briefgen.extract.designations.gapping import may_list
from briefgen.extract.designations.wording import told_before
from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.stretches import clause_start
from briefgen.reading.verbforms import verb_forms

STAYING = BE | {"stays", "stay", "stayed", "keeps", "goes", "seems"}
PASSED = frozenset(
    {
        "still",
        "perfectly",
        "entirely",
        "now",
        "also",
        "quite",
        "once",
        "more",
        "again",
        "fully",
        "technically",
        "formally",
        "both",
        "itself",
    }
)


def whereabouts_cue(line: Line, i: int) -> Cue | None:
    """Read a predicate of a party that says how it stands with one that lists."""
    low = line.low(i)
    if low in words("designation", "untouched") and (cue := _untouched(line, i)) is not None:
        return cue
    if low in words("designation", "free"):
        return _free(line, i)
    if low == "under" and line.low(i + 1) in words("designation", "considering"):
        return _considered(line, i)
    if low == "not" and line.low(i + 1) in ("in", "under"):
        return _not_there(line, i)
    if low == "not" and line.low(i + 1) == "on":
        return _not_on(line, i)
    if low == "in" and line.low(i - 1) in (",", "and") and _since(line, i):
        return Cue(at=i, voice="active", status="designated", left=i, right=None, same=True, behind=True)
    if low in ("entry", "entries", "listing", "place") and line.low(i - 1) == "no":
        return _no_entry(line, i)
    return None


def _verb(line: Line, i: int) -> int | None:
    """Give the "is" or "remains" of a predicate at a place."""
    k = i - 1
    while k > line.begin and (line.low(k) in PASSED or line.pos(k) == "ADV") and k not in line.inside:
        k -= 1
    return k if line.low(k) in STAYING else None


def _free(line: Line, i: int) -> Cue | None:
    """Read "remains legal in Norway", "is free to operate there", "banned in Chile but tolerated in Norway"."""
    if not told_before(line, here=True) or (line.low(i) == "free" and line.low(i + 1) != "to"):
        return None
    again = "again" in (line.low(i + 1), line.low(i - 1), line.low(i + 2), line.low(i + 3))
    status: DesignationStatus = "delisted" if again else "not_designated"
    if line.low(i - 1) in NOT:
        return None
    if line.low(i - 1) in ("but", "and", "though", "yet") and line.low(i + 1) in ("in", "by", "under"):
        return Cue(at=i, voice="passive", status=status, left=i, right=None, same=True)
    verb = _verb(line, i)
    if verb is None or not _somewhere(line, verb, i):
        return None
    return Cue(at=i, voice="passive", status=status, left=verb, right=None)


def _somewhere(line: Line, verb: int, i: int) -> bool:
    """Tell whether the clause says where: "in Norway", "In Oslo it", "there", "under Peruvian law"."""
    start = clause_start(line, verb)
    for k in (*range(start, verb), *range(i + 1, min(line.stop, i + 8))):
        mention = line.inside.get(k + 1 + (line.low(k + 1) == "the"))
        if line.low(k) in ("in", "by", "under") and mention is not None and may_list(line, mention):
            return True
        if line.low(k) == "under" and line.low(k + 2) in ("law", "legislation"):
            return True
    return False


def _considered(line: Line, i: int) -> Cue | None:
    """Read "is under review in Norway", "is under study by Peru's cabinet", "has the Front under review"."""
    if not told_before(line, here=True):
        return None
    back = range(i - 1, max(line.begin, i - 9), -1)
    have = next((k for k in back if line.low(k) in HAVE | {"keeps", "kept", "put", "placed"}), None)
    verb = _verb(line, i)
    if verb is not None and _somewhere(line, verb, i + 1):
        return Cue(at=i, voice="passive", status="under_review", left=verb, right=None)
    if have is None or verb is not None or any(line.finite(k) for k in range(have + 1, i)):
        return None
    matter = any(line.low(k) in words("designation", "matters") for k in range(have + 1, i))
    pointing = matter or line.low(have + 1) in ("it", "this", "that", "them")
    first = None if pointing else have + 1
    return Cue(at=have, voice="active", status="under_review", left=have, right=first, same=pointing, until=None)


def _not_there(line: Line, i: int) -> Cue | None:
    """Read "banned in Chile, but not in Iceland": of those told last."""
    mention = line.inside.get(i + 2 + (line.low(i + 2) == "the"))
    if mention is None or not may_list(line, mention) or line.low(i - 1) not in ("but", ",", "and", "though", "—", "–"):
        return None
    verbs = ("direct", "with_category", "judge", "put")
    back = range(i - 1, max(line.begin, i - 25), -1)
    if not any(line.low(k) in verb_forms("designation", key) for k in back for key in verbs):
        return None
    return Cue(at=i, voice="passive", status="not_designated", left=i, right=None, same=True)


def _no_entry(line: Line, i: int) -> Cue | None:
    """Read "has never been on the Norwegian list": whose list it is stands behind."""
    have = i - 2
    if line.low(have) not in HAVE or line.low(i + 1) not in ("on", "in"):
        return None
    listed = next(
        (k for k in range(i + 2, min(line.stop, i + 9)) if line.low(k) in words("designation", "list_nouns")), None
    )
    if listed is None:
        return None
    return Cue(at=i, voice="passive", status="not_designated", left=i - 1, right=None, owner=listed)


def _not_on(line: Line, i: int) -> Cue | None:
    """Read "is on Chile's list and Peru's but not on that of Norway", "but not on the British one"."""
    if line.low(i - 1) not in ("but", ",", "and", "though", "—", "–"):
        return None
    nouns = words("designation", "list_nouns") | {"one", "ones", "that", "those"}
    noun = next((k for k in range(i + 2, min(line.stop, i + 8)) if line.low(k) in nouns), None)
    listed = any(line.low(k) in words("designation", "list_nouns") for k in range(line.begin, i))
    if noun is None or not listed:
        return None
    return Cue(at=i, voice="passive", status="not_designated", left=i, right=None, same=True, owner=noun)


def _since(line: Line, i: int) -> bool:
    """Tell the second place of "In Chile it has been banned since 2012, in Peru since 2014"."""
    mention = line.inside.get(i + 1 + (line.low(i + 1) == "the"))
    if mention is None or not may_list(line, mention):
        return False
    last = line.sentence.tokens(mention.start, mention.end)[-1].i
    dated = line.low(last + 1) in ("since", "from", "in") and last + 2 in line.times
    led = any(line.low(k) == "in" and k < i - 1 for k in range(line.begin, line.begin + 2))
    verbs = ("direct", "with_category", "judge")
    return (
        dated
        and led
        and any(line.low(k) in verb_forms("designation", key) for k in range(line.begin, i) for key in verbs)
    )


def _untouched(line: Line, i: int) -> Cue | None:
    """Read "; its charity, Orchard, remains untouched": not listed by the one told last."""
    verb = _verb(line, i)
    if verb is None or not ends_clause(line, i + 1) or not told_before(line, here=True):
        return None
    first = clause_start(line, verb - 1)
    return Cue(at=i, voice="passive", status="not_designated", left=verb, right=first, until=verb, again=1)
