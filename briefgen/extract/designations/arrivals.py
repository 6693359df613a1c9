"""Find those that come to stand on a list, or leave it: "went on the list", "is a new addition to", "named in an order"."""

from __future__ import annotations

from briefgen.extract.designations.cue import BE, Cue, has_form, is_passive
from briefgen.extract.designations.status import status_of
from briefgen.extract.designations.wording import adjectival, category, is_lister, list_of_that_kind, measure_noun
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

OFF = frozenset({"missing", "absent", "left", "omitted", "excluded", "kept"})
ONTO = frozenset({"on", "in", "onto", "into"})
CROSSING = frozenset("left leaves entered enters joined joins".split())
"""Verbs of coming to a list or going from it that take it as their object."""
PARTICLES = frozenset("up back down straight again also too back right".split())
UP = frozenset({"up"})
SELF = frozenset({"himself", "herself", "itself", "themselves"})
NAMED = frozenset({"named", "listed", "mentioned", "included", "entered", "cited", "designated", "identified"})
PAPERS = frozenset({"notice", "regime", "designation", "annex", "schedule", "gazette", "notification"})
"""Papers and orders of states, other than lists, in which those that are listed are named."""
RUN = 10
"""Words that "to the European Union's human rights sanctions list" may take."""


def arrival_cue(line: Line, i: int) -> Cue | None:
    """Read who comes on a list, stands on it or leaves it, at the noun of the list, of an addition or of an order."""
    if line.low(i) in words("designation", "list_nouns"):
        return shown(line, i) or _named_in(line, i)
    if line.low(i) in words("designation", "additions", "additions_plural", "newcomers"):
        return _newly(line, i)
    if line.low(i) in words("designation", "instruments") | PAPERS:
        return _named_in(line, i)
    return None


def shown(line: Line, i: int) -> Cue | None:
    """Read "does not appear on the EU list", "went on the list", "is missing from the list": a verb of being there, or not."""
    if not list_of_that_kind(line, i):
        return None
    back = range(i - 1, max(line.start, i - RUN), -1)
    k = next((k for k in back if line.low(k) in ONTO or line.low(k) in ("from", "off")), None)
    if k is None:
        return _left(line, i)
    if line.low(k - 1) in OFF and line.low(k) in ("from", "on", "in", "off"):
        return Cue(at=i, voice="passive", status="not_designated", left=k - 1, right=None, owner=i)
    if line.low(k) == "off" and line.low(k - 1) in (",", "now", "since"):
        return Cue(at=i, voice="passive", status="delisted", left=k, right=None, owner=i)
    if line.low(k) == "off" and (line.low(k - 1) in BE or has_form(line, k - 1, "kept")):
        return Cue(at=i, voice="passive", status="not_designated", left=k - 1, right=None, owner=i)
    verb = _verb(line, k)
    if line.low(k) in ("from", "off"):
        form = verb_forms("designation", "depart").get(line.low(verb))
        return _told(line, i, verb, form[1], delisting=True) if form is not None else None
    form = verb_forms("designation", "appear").get(line.low(verb)) or _arrives(line, verb, k)
    if form is None:
        return None
    cue = _told(line, i, verb, form[1], delisting=False)
    neither = cue is not None and line.low(k + 1) == "neither"
    return Cue(at=i, voice="passive", status="not_designated", left=verb, right=None, owner=i) if neither else cue


def _verb(line: Line, k: int) -> int:
    """Give the verb before a preposition, "up", "back" and "herself" passed over."""
    verb = k - 1
    while verb > line.start and (line.low(verb) in PARTICLES or line.low(verb) in SELF):
        verb -= 1
    return verb


def _arrives(line: Line, verb: int, k: int) -> tuple[str, str] | None:
    """Give the form of "went", "ended up", "found herself" before "on": a verb of coming to stand somewhere."""
    form = verb_forms("designation", "arrive").get(line.low(verb))
    if form is None or verb in line.inside or line.low(verb - 1) in BE:
        return None
    wants = {"find": SELF, "end": PARTICLES, "wind": PARTICLES, "turn": UP, "show": UP, "crop": UP}.get(form[0])
    return form if wants is None or line.low(k - 1) in wants else None


def _told(line: Line, i: int, verb: int, form: str, *, delisting: bool) -> Cue | None:
    status = status_of(line, verb, delisting=delisting, form=form)
    return Cue(at=i, voice="passive", status=status, left=verb, right=None, owner=i) if status is not None else None


def _left(line: Line, i: int) -> Cue | None:
    """Read "Kahl has left the EU's sanctions list", "Renn joined Peru's blacklist" without a preposition."""
    back = range(i - 1, max(line.start, i - RUN), -1)
    verb = next((k for k in back if line.low(k) in CROSSING and k not in line.inside), None)
    if verb is None or line.low(verb - 1) in BE or line.low(verb + 1) in ("out", "off", "from"):
        return None
    of_ships = line.low(i) in ("register", "registry") and not any(category(line, k) for k in range(i + 1, i + 5))
    if of_ships or any(line.pos(k) == "VERB" for k in range(verb + 1, i)):
        return None
    return _told(line, i, verb, "past", delisting=line.low(verb) in ("left", "leaves"))


def _newly(line: Line, i: int) -> Cue | None:
    """Read "Kahl is a new addition to the EU's list", "The newest additions to the list are its brokers"."""
    if line.low(i + 1) not in ("to", "on"):
        return None
    ahead = range(i + 2, min(line.stop, i + 2 + RUN))
    noun = next((k for k in ahead if _a_list(line, k)), None)
    if noun is None or not (_of_a_state(line, i + 2, noun) or list_of_that_kind(line, noun)):
        return None
    back = range(i - 1, max(line.start, i - 6), -1)
    verb = next((k for k in back if line.low(k) in BE), None)
    if verb is not None:
        return _told(line, noun, verb, "past", delisting=False)
    verb = next((k for k in range(noun + 1, min(line.stop, noun + 8)) if line.low(k) in BE), None)
    if verb is None or line.low(verb + 1) in ("not", "n't"):
        return None
    return Cue(at=i, voice="noun", status="designated", left=i, right=verb + 1, owner=noun)


def _a_list(line: Line, k: int) -> bool:
    return line.low(k) in words("designation", "list_nouns") | {"regime"} or measure_noun(line, k)


def _of_a_state(line: Line, first: int, noun: int) -> bool:
    """Tell a list or an order whose owner stands in its own phrase: "a Canadian travel order"."""
    return any(adjectival(line, k) or is_lister(line, line.inside.get(k)) for k in range(first, noun))


def _named_in(line: Line, i: int) -> Cue | None:
    """Read "Renn, named in a Canadian asset freeze": a paper of a state, of measures by its name or its kind."""
    back = range(i - 1, max(line.start, i - RUN), -1)
    k = next((k for k in back if line.low(k) in ("in", "on", "under", "by")), None)
    if k is None or line.low(k - 1) not in NAMED or not is_passive(line, k - 1, "past"):
        return None
    kinds = words("designation", "list_kinds", "banned", "frozen", "measures", "categories")
    of_measures = any(line.low(n) in kinds for n in range(k + 1, i))
    if not (of_measures and (_of_a_state(line, k + 1, i) or line.low(k + 1) == "the")):
        return None
    return _told(line, i, k - 1, "past", delisting=False)
