"""What a block keeps of its parse is what spaCy tells, token by token."""

from __future__ import annotations

import pytest

from briefgen.reading.marks import Words
from briefgen.reading.pipeline import PIECE, parse

TEXTS = [
    "Ada Renn, the port's head, met two envoys of Norland in Vestby on 9 May.",
    "  She said:  “It’s late …” — and\tleft.\n\nNobody (of the Reed Front) followed 🙂 him.",
    "",
    " ",
    "İstanbul’da 10\u00a0km, naïve cafe\u0301, ﬁn",
    "The barge was towed to Vestby. " * (PIECE // 25),  # parsed in two pieces
]


@pytest.mark.parametrize("text", TEXTS)
def test_the_columns_of_a_block_are_what_its_tokens_say(text: str) -> None:
    (doc,) = parse([text])
    words = Words(doc)
    assert words.text == doc.text
    assert words.forms == [t.text for t in doc]
    assert words.low == [t.lower_ for t in doc]
    assert words.tags == [t.tag_ for t in doc]
    assert words.pos == [t.pos_ for t in doc]
    assert words.starts == [t.idx for t in doc]
    assert words.ends == [t.idx + len(t) for t in doc]
    assert words.names == [(e.start, e.end, e.label_) for e in doc.ents]
