"""Recognise the credit of a news agency: many papers print one agency's report, each under a headline of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefgen.knowledge import load
from briefgen.model import Block
from briefgen.sources.dating import HEAD_BLOCKS
from briefgen.sources.layout import WROTE, wire_opening

FOOT_BLOCKS = 3
LONGEST = 120
"""Characters of a line that credits somebody; longer ones tell a story."""
CREDIT = (
    rf"(?:{WROTE}|©|\(c\)|copyright|source:?|from|via|credit:?|agenc(?:y|ies):?|"
    r"\(?with (?:agency )?(?:files|reporting|inputs?|material) (?:from|by))"
)


def agency_of(text: str, blocks: Sequence[Block]) -> str | None:
    """Give the full name of the agency in a dateline ("(Reuters) -"), a byline or a credit at the end; None without.

    >>> agency_of("VIENNA (AP) — Talks went on.", [Block(start=0, end=28, kind="prose")])
    'Associated Press'
    """
    for block in blocks[:HEAD_BLOCKS]:
        wire = wire_opening(text[block.start : block.end])
        if wire and (name := _agencies().get(wire["agency"].casefold())):
            return name
    for block in (*blocks[:HEAD_BLOCKS], *blocks[-FOOT_BLOCKS:]):
        if block.end - block.start <= LONGEST and (found := _credit().match(text[block.start : block.end])):
            return _agencies()[found["agency"].casefold()]
    return None


@cache
def _agencies() -> dict[str, str]:
    names = {str(short): str(name) for short, name in load("publishers")["agencies"].items()}
    return names | {name.casefold(): name for name in names.values()}


@cache
def _credit() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_agencies(), key=len, reverse=True))
    return re.compile(
        rf"^[\s(—–-]*(?:{CREDIT}\s*)?(?:(?:19|20)\d\d,?\s+)?(?:the )?(?P<agency>{names})(?![\w’'])"
        r"(?:\s*[,/|–—-].*|\s*\d.*|[\s).]*|,? in [A-Z].*|\. All rights.*)$",
        re.IGNORECASE,
    )
