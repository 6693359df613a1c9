"""Statements with the speaker put into them or to their end, behind a colon, or told without a verb of saying."""

from __future__ import annotations

import pytest

from tests.readings import reading_of

PIECES = [
    # one row: text, the holder, the pieces of what is said
    (
        "The orchard, she added, had not been sprayed since March.",
        "she",
        ["The orchard", "had not been sprayed since March"],
    ),
    (
        "The orchard, says Ada Renn, a grower who keeps bees in Vestby, has lost half its trees.",
        "Ada Renn",
        ["The orchard", "has lost half its trees"],
    ),
    (
        "The orchard, according to Otto Brill, was sold for a song.",
        "Otto Brill",
        ["The orchard", "was sold for a song"],
    ),
    (
        "Few pickers, the growers’ union says, were paid in autumn.",
        "the growers’ union",
        ["Few pickers", "were paid in autumn"],
    ),
    ("In March, he wrote, the bees came back to the valley.", "he", ["In March", "the bees came back to the valley"]),
    ("The orchard had frost in May, conceded Otto Brill.", "Otto Brill", ["The orchard had frost in May"]),
    ("The frost will hardly matter, believes Ada Renn, who grows pears.", "Ada Renn", ["The frost will hardly matter"]),
    (
        "Growers in the valley, including two mayors, maintain that frost ruins the crop.",
        "Growers in the valley",
        ["frost ruins the crop"],
    ),
    ("Ada Renn, the head of the guild, considers that pears are cheap.", "Ada Renn", ["pears are cheap"]),
    (
        "Ada Renn put it bluntly: bees come before pears.",
        "Ada Renn",
        ["bees come before pears"],
    ),
    (
        "Otto Brill’s verdict was short: the pears should have been picked.",
        "Otto Brill",
        ["the pears should have been picked"],
    ),
    (
        "In the words of the head gardener, Ada Renn, “old trees need patience and a saw”.",
        "Ada Renn",
        ["old trees need patience and a saw"],
    ),
    (
        "Nobody bought them, as the pears were, in her words, “too sour even for the pigs”.",
        "her",
        ["too sour even for the pigs"],
    ),
    ("Ada Renn doubts whether the pears will ripen.", "Ada Renn", ["whether the pears will ripen"]),
    ("Ada Renn finds the new press too slow.", "Ada Renn", ["the new press too slow"]),
    ("Otto Brill credits the bees with saving the crop.", "Otto Brill", ["the bees with saving the crop"]),
    ("Otto Brill is convinced that the bees will come back.", "Otto Brill", ["the bees will come back"]),
    ("The guild let it be known on Monday that the market would open.", "The guild", ["the market would open"]),
    (
        "The growers wrote that the trials of both sprays were useful, stressing that nobody fell ill.",
        "The growers",
        ["nobody fell ill"],
    ),
]


@pytest.mark.parametrize(("text", "holder", "pieces"), PIECES, ids=lambda v: v if isinstance(v, str) else "")
def test_what_is_said_around_its_speaker(text: str, holder: str, pieces: list[str]) -> None:
    found = [
        (quote.holder.name if quote.holder else None, [text[start:end] for start, end in quote.spans])
        for quote in reading_of(text).quotes
    ]
    assert (holder, pieces) in found


NOTHING = [
    "The crew found the gate open.",
    "Otto Brill wants to leave the guild.",
    "The guild was not certain that the press was safe.",
    "We read the whole report so you do not have to.",
    "The guild added three names to the list: Ada Renn, Otto Brill and Karl Moss.",
    "A strike that the guild had called for Friday was cancelled.",
    "A grower who asked to remain anonymous left the room.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_said(text: str) -> None:
    assert not reading_of(text).quotes


PRONOUNS = [
    ("Otto Brill left in May. His successor is Margaret Moss. She said the press was broken.", "Margaret Moss"),
    ("Margaret Moss left in May. Her successor is Karl Brill. She said the press was broken.", "Margaret Moss"),
    ("Beside the gardener stood Karl Moss. Margaret Renn left early. He said the press was broken.", "Karl Moss"),
    ("Salma bint Omar Renn met the king, Faruk bin Omar. She said the press was broken.", "Salma bint Omar Renn"),
]


@pytest.mark.parametrize(("text", "holder"), PRONOUNS)
def test_a_given_name_tells_he_from_she(text: str, holder: str) -> None:
    assert [quote.holder.name for quote in reading_of(text).quotes if quote.holder] == [holder]


LED = """The guild recommends:

(a) that the council buy a second press before the harvest;

(b) that it pay the pickers by the hour; and

(c) that the growers meet the mayor.

Orchard Secretary Otto Brill said:

A press that stands still earns nothing for the valley.

We have waited three years, and we will not wait a fourth.

The press was built in 1987 and has stood idle since the flood.
"""


def test_a_colon_leads_to_items_and_to_words_without_marks() -> None:
    found = [
        (quote.holder.name if quote.holder else None, quote.direct, LED[quote.start : quote.end])
        for quote in reading_of(LED).quotes
    ]
    assert found == [
        ("The guild", False, "the council buy a second press before the harvest"),
        ("The guild", False, "it pay the pickers by the hour"),
        ("The guild", False, "the growers meet the mayor"),
        ("Otto Brill", True, "A press that stands still earns nothing for the valley."),
        ("Otto Brill", True, "We have waited three years, and we will not wait a fourth."),
    ]
