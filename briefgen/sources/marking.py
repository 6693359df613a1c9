"""Read the handling mark that a document bears in its first or last lines, or in head and foot of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 80
MARKING = re.compile(
    r"^\W*(TLP:\s?(?:RED|AMBER\+STRICT|AMBER|GREEN|CLEAR|WHITE)"
    r"|(?:(?:UK|EU|EU[-/ ]?EEAS|NATO|COSMIC|US|\w+ UE/EU) )?"
    r"(?:TOP[- ]SECRET|SECRET|CONFIDENTIAL|RESTRICTED|OFFICIAL(?:-SENSITIVE)?|UNCLASSIFIED|FOR OFFICIAL USE ONLY|LIMITE)"
    r"(?:\s?//?[A-Z][A-Z/ ,-]*)?)\W*$"
)
"""FIRST's traffic light protocol (versions 1 and 2), and the levels of classification of the UK, the US, NATO and the EU."""

SIGNS = ("TLP:", "SECRET", "CONFIDENTIAL", "RESTRICTED", "OFFICIAL", "UNCLASSIFIED", "LIMITE")


def may_be_marked(text: str) -> bool:
    """Tell whether a search for a mark is worth its cost."""
    return any(sign in text for sign in SIGNS)


def marking_of(lines: Iterable[str]) -> str | None:
    """Give the mark of the first line that is one and nothing else.

    >>> marking_of(["TLP: AMBER", "Talks in Vestby"])
    'TLP:AMBER'
    >>> marking_of(["Confidential talks in Vestby"]) is None
    True
    """
    for line in lines:
        found = MARKING.match(line) if len(line) < LONGEST else None
        if found:
            return re.sub(r"TLP:\s?", "TLP:", found[1]).strip()
    return None
