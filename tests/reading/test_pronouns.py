"""Whom "he" and "she" beside a verb of saying mean. One row: the text, and the holders of what is said in its order."""

from __future__ import annotations

import pytest

from tests.readings import reading_of

ROWS: list[tuple[str, list[str]]] = [
    (
        "“We have the money for the quay,” Harbour Minister Ada Renn told reporters, flanked by the engineer Otto Norling.\n\n"
        "Norling denied that the cranes were late. He said that the board had finished its review on Tuesday.",
        ["Ada Renn", "Otto Norling", "Otto Norling"],
    ),
    (
        "„For ten years Mr. Brill told me about a quay on which I was born,“ has said Renn. She denied that she had left early. "
        "Ada Renn and Ivo Brill run the port.",
        ["Ada Renn", "Ada Renn"],
    ),
    (
        "Our analyst Ada Tessin reads this as a retreat. “The Minister has decided that a photograph is worth nothing,” she says.",
        ["Ada Tessin"],
    ),
    (
        "Otto Brill came to Vestby. Krolević, the chief pilot, receives guests in a small room. He believes that the board wants "
        "to sell the quay before the autumn.",
        ["Krolević"],
    ),
]


@pytest.mark.parametrize(("text", "holders"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_whom_a_pronoun_means(text: str, holders: list[str]) -> None:
    assert [q.holder.name for q in reading_of(text).quotes if q.holder is not None] == holders


def test_a_newspaper_is_not_the_one_who_spoke_before() -> None:
    text = "“The quay is closed for good,” said Ivo Brill. The newspaper says that it will open again in May."
    assert [q.holder.name for q in reading_of(text).quotes if q.holder is not None] == ["Ivo Brill", "The newspaper"]


def test_who_is_reported_to_have_said_it_says_it_and_not_the_source() -> None:
    text = (
        "When trade minister Ivo Brill walked out, he turned to a clerk and said, according to two people in the room, "
        "“They want us to pay for the lock and the key.”"
    )
    assert [q.holder.name for q in reading_of(text).quotes if q.direct and q.holder is not None] == ["Ivo Brill"]
