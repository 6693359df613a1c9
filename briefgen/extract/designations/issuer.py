"""Find whose own release a document is: its publisher, the head above its first sentence, or the one its opening lets act.

A ministry tells its own listings without naming itself again: "Kahl is being designated", "Also listed are Renn and Vell".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.extract.designations.cue import LISTING_BODIES
from briefgen.knowledge.world import Known, gazetteer, is_organ, words
from briefgen.names import fold
from briefgen.reading.marks import Reading

HEAD_LINES = 10
HEADING = 200
"""Characters in which a heading ends."""
HEAD_END = re.compile(r" ?[—–:] | - |(?<=[a-z]{3})\. ")
LONGEST_NAME = 18
"""Words of a line that names an office or two; longer ones tell something."""
OFFICES = frozenset(
    "ministry department treasury office government bureau cabinet secretariat agency authority".split()
)
"""Nouns of offices that no society or firm bears together with a state's name."""
JOINTS = frozenset("of for on and in the to &".split())


def issuer_of(reading: Reading) -> str | None:
    """Give the state or union whose office published the document, or whose name stands alone above its text."""
    head = list(_head(reading))
    own = next((home for line in head if (home := _home(line)) is not None), None)
    if own is None and any(_is_office(line) for line in head):  # "REPUBLIC OF PERU", "Ministry of Trade", "Lima, 3 May"
        own = next((known.state for line in head for known in _states(line, ("state", "capital"))), None)
    return own


def _head(reading: Reading) -> Iterator[str]:
    """Give the publisher, then the lines above the text that are no sentences."""
    source = reading.document.source
    if source.publisher:
        yield source.publisher
    for line in reading.text.splitlines()[:HEAD_LINES]:
        told = line.removeprefix("From:").strip()
        if told.endswith((".", "!", "?", ":")) or len(told.split()) > LONGEST_NAME:
            break
        if told:
            yield told


def heading_office(reading: Reading) -> str | None:
    """Give the office that heads a notice, whosever it is: "Government of Norland — Gazette", "Security Council Committee ..."."""
    row = reading.text.lstrip()[:HEADING].split("\n")[0]
    head = HEAD_END.split(row, maxsplit=1)[0].strip()
    said, last = head.split(), 0
    while last < len(said) and (said[last][:1].isupper() or (last and said[last] in JOINTS)):
        last += 1
    while last and said[last - 1] in JOINTS:
        last -= 1
    named = [fold(word.strip("(),.")) for word in said[:last]]
    closed = last == len(said) or said[last].endswith(("ed", "ing"))  # "Committee established pursuant to"
    office = not words("designation", "agencies", "short_bodies").isdisjoint(named) and 1 < last <= LONGEST_NAME
    whole = head != row or "\n" in reading.text.strip()
    return " ".join(said[:last]) if office and closed and whole else None


def _home(line: str) -> str | None:
    """Give the state or union of an office by its full name, or by the state that the line names beside the office."""
    for part in (line, *line.replace(";", ",").split(",")):
        known = gazetteer().get(fold(part.strip()))
        if known is not None and known.what == "seat":
            return known.state  # "The White House"
        if known is not None and known.what == "body":
            return _union(known) or (known.state if is_organ(known.name) else None)
    return next((known.state for known in _states(line, ("state", "adjective"))), None) if _is_office(line) else None


def _union(known: Known) -> str | None:
    """Give the union of states that a body is, or is an organ of; its parliament speaks for itself."""
    if set(fold(known.name).split()) & words("bodies", "own_voices"):
        return None
    return next((name for name in (known.state, known.name) if name and name.casefold() in LISTING_BODIES()), None)


def _is_office(line: str) -> bool:
    """Tell a line that is no more than an office's name: no headline, and what follows its noun goes on with it."""
    said = line.split()
    folded = [fold(word.strip("(),.")) for word in said]
    if not is_organ(line) or any(w[:1].islower() and w not in JOINTS for w in said):
        return False
    last = len(said) - 1
    return any(
        word in OFFICES and (n == last or said[n][-1] == "," or folded[n + 1] in JOINTS)
        for n, word in enumerate(folded)
    )


def _states(line: str, kinds: tuple[str, ...]) -> Iterator[Known]:
    """Give the states that stand in a line by name, adjective or capital: "Republic of Peru", "Kenyan Ministry of Trade"."""
    said = [word.strip("(),.").removesuffix("'s").removesuffix("’s") for word in line.split()]
    for size in (3, 2, 1):
        for first in range(len(said) - size + 1):
            part = " ".join(said[first : first + size])
            known = gazetteer().get(fold(part)) if part[:1].isupper() else None
            if known is not None and known.what in kinds and known.state is not None:
                yield known
