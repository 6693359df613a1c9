"""Find who answers in an interview whose questions stand in paragraphs of their own, without a label for either speaker.

    We asked Ada Renn of the Harbour Institute about the tolls.

    Will the port be sold?

    It will not. Nobody has the money.

The paragraphs behind a question are the answer. Left alone: texts that do not say whom they ask, and single questions of an essay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.reading.holder_words import named_as
from briefgen.reading.marks import Holder, Reading
from briefgen.reading.name_lines import answering
from briefgen.reading.quotemarks import words_in

FEWEST = 2
"""Questions that make an interview."""
LONGEST = 40
"""Words of a question."""
ASKED = re.compile(
    r"\b(?:(?:[Ww]e|I|[Oo]ur (?:\w+ ){1,3}|[Tt]his (?:news)?paper)\s?(?:\w+ly )?(?:asked|interviewed|met|sat down with|"
    r"(?:talked|spoke) (?:to|with)|put \w+ questions to)|(?:interview|conversation|Q ?& ?A) with|questions (?:to|for))\b"
)
"""What leads to the name of the one who is asked."""
ANSWERED = re.compile(r"\b(?:He|She) (?:\w+ly )?(?:(?:talked|spoke) (?:to|with)|sat down with|answered|met)\b")
"""What tells who asks: "She talked to Otto Brill" of the one whom the introduction is about."""


def answers(reading: Reading) -> tuple[Holder, list[int], list[int]] | None:
    """Give who is interviewed, and the places of the blocks that are questions and answers; None for any other text."""
    asked = list(_questions(reading))
    questions = set(asked)
    if len(asked) < FEWEST:
        return None
    blocks = reading.document.blocks
    first = blocks[asked[0]].start
    speaker = _interviewed(reading, first)
    if speaker is None:
        return None
    told = [
        place
        for place in range(asked[0] + 1, len(blocks))
        if place not in questions
        and blocks[place].kind == "prose"
        and not reading.text.startswith(MARKS, blocks[place].start)
    ]
    return (speaker, asked, told) if len(told) >= len(asked) else None


LABELLED = re.compile(r"[A-Z][^:?]{0,40}:\s")
"""A question with who asks it before it ("Q: Why?") is left to those who read transcripts."""
MARKS = ("“", '"', "[", "(", "*")


def _questions(reading: Reading) -> Iterator[int]:
    blocks = reading.document.blocks
    for place, block in enumerate(blocks[:-1]):
        text = reading.text[block.start : block.end].strip()
        labelled = LABELLED.match(text) is not None
        alone = text.endswith("?") and words_in(text) <= LONGEST and text[:1].isupper() and not labelled
        behind = blocks[place + 1]
        if alone and place and behind.kind == "prose" and reading.text[behind.end - 1] != "?":
            yield place


def _interviewed(reading: Reading, before: int) -> Holder | None:
    """Give the person whom the headline or the introduction says was asked; the writer is not that one."""
    headed = answering(reading, before)
    if headed is not None:
        return headed
    authors = {author.casefold() for author in reading.document.source.authors}
    for sentence in reading.sentences:
        if sentence.start >= before:
            return None
        asked = ASKED.search(reading.text, sentence.start, sentence.end)
        told = ANSWERED.search(reading.text, sentence.start, sentence.end)
        span = (asked.end(), sentence.end) if asked is not None else told.span() if told is not None else (0, 0)
        for mention in reading.mentions_in(*span):
            entity = reading.entity(mention.entity)
            if mention.form != "nominal" and entity is not None and entity.kind == "person":
                return None if authors & {name.casefold() for name in entity.names} else named_as(reading, mention)
    return None
