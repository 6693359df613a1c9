"""Set a quotation between the marks of a brief's language: once, with marks inside it as inner ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.wording import Words

_MARKS = re.compile('[“”„‟«»"]')
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
"""Behind it a quotation may stand elsewhere in its passage, as the name of the speaker may come between."""
_GAP = " … "
"""What stands between the pieces of an interrupted quotation."""


def quotation(text: str, passages: Iterable[str], told: Words) -> tuple[str, bool]:
    """Give the words to show of a quotation, and whether marks belong around them.

    A clause that brings marks of its own says by them which of its words are verbatim: it gets none around it. Where the
    whole is quoted in its source, marks inside become inner ones.

    >>> from briefgen.wording import words
    >>> quotation("a “quiet” week", ["Renn spoke of a “quiet” week."], words("en"))
    ('a “quiet” week', False)
    >>> quotation("They call it “quiet”.", ["“They call it “quiet”.” Renn laughed."], words("en"))
    ('They call it ‘quiet’.', True)
    """
    if not _MARKS.search(text):
        return text, True
    if not any(_between_marks(text.partition(_GAP)[0], passage) for passage in passages):
        return text, False
    return _inner(text, told), True


def _between_marks(piece: str, passage: str) -> bool:
    """Say whether a piece of a quotation begins behind a mark in its passage."""
    before, found, _ = " ".join(passage.split()).partition(_SENTENCE_END.split(piece)[0])
    return bool(found) and _MARKS.match(before[-1:]) is not None


def _inner(text: str, told: Words) -> str:
    """Turn the double marks of a text into its language's single ones; where a mark stands tells whether it opens."""
    opening, closing = told.say("quoted_inside", text="\n").split("\n")

    def single(mark: re.Match[str]) -> str:
        before = text[max(0, mark.start() - 1) : mark.start()]
        return opening if before in ("", *" \u00a0([—–") else closing

    return _MARKS.sub(single, text)
