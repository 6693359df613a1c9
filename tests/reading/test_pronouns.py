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
        "„Mr. Brill has never once asked me what the quay costs,“ has said Renn. She added that she kept the bills. "
        "Ada Renn and Ivo Brill run the port.",
        ["Ada Renn", "Ada Renn"],
    ),
    (
        "Our engineer Ada Tessin calls it a mistake. “The Captain believed that the older chart would be good enough,” she says.",
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
        "As harbour master Ivo Brill left the hall, he smiled at a guard and said, according to three guests, "
        "“Somebody will have to count the boats again.”"
    )
    assert [q.holder.name for q in reading_of(text).quotes if q.direct and q.holder is not None] == ["Ivo Brill"]
