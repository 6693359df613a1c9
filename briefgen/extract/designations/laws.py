"""Find who lists by the order, the law or the border that a ban is told with: "barred from Chile", "under Peruvian law"."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.designations.agents import Agents
from briefgen.extract.designations.cue import Cue
from briefgen.extract.designations.institutions import Institutions
from briefgen.extract.designations.listers import Listers
from briefgen.extract.designations.wording import adjectival, is_lister
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items

LAWS = frozenset({"act", "code", "law", "laws", "statute", "constitution"})


def by_order(institutions: Institutions, line: Line, cue: Cue) -> list[str]:
    """Give whose order it is in "Under a decree signed by the Chilean president, the Front is banned"."""
    if line.low(line.begin) not in ("under", "by", "with", "through"):
        return []
    comma = next((k for k in range(line.begin, cue.left) if line.low(k) == ","), line.begin)
    order = next((k for k in range(line.begin, comma) if line.low(k) in words("designation", "instruments")), comma)
    return institutions.by(line, order, comma) or institutions.listers.owners_before(line, order)


def barred_from(institutions: Institutions, line: Line, cue: Cue) -> list[str]:
    """Give the states of "is barred from entering Peru and Chile"."""
    if line.low(cue.at + 1) != "from":
        return []
    items, _ = read_items(line, cue.at + 2 + (line.low(cue.at + 2) in words("designation", "entry")))
    listers = (item for item in items if item.mention is not None and is_lister(line, item.mention))
    return [key for item in listers for key in institutions.of_item(line, item)]


def banned_in(listers: Listers, line: Line, cue: Cue) -> list[str]:
    """Give the state of "In Peru the Front is banned", "proscribed under Peruvian law"."""
    if line.low(cue.at) not in ("banned", "outlawed", "proscribed", "illegal", "listed", "designated"):
        return []
    for k in range(max(line.start, cue.at - 15), min(line.stop, cue.at + 10)):
        if line.low(k) in ("law", "laws", "legislation") and line.low(k - 2) == "under" and adjectival(line, k - 1):
            return listers.state_at(line, k - 1)
        if line.low(k) in LAWS and line.low(k + 1) == "of":
            return listers.state_at(line, k + 2 + (line.low(k + 2) == "the"))
        if line.low(k) in LAWS and (whose := listers.owners_before(line, k)):
            return whose  # "under Peru's Penal Code"
    return []


def by_act(agents: Agents, line: Line, cue: Cue, acting: list[str]) -> list[str]:
    """Give whose act it is in "The Council adopted a decision by which Kahl was listed", "issued an order whereby"."""
    back = range(cue.left - 1, line.begin + 1, -1)
    by = next((k for k in back if line.low(k) == "whereby" or _by_which(line, k)), None)
    verb = next((k for k in range(by - 1, line.begin, -1) if line.finite(k)), None) if by is not None else None
    if verb is None:
        return []
    return agents.of(line, replace(cue, at=verb, left=verb, right=None, voice="active"), acting)


def _by_which(line: Line, k: int) -> bool:
    return line.low(k) == "which" and line.low(k - 1) in ("by", "under", "through", "with", "in")
