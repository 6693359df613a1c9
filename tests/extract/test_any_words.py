"""Whatever the words around a telling word, nothing raises: the finders look at neighbours that may not be there."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from briefgen.extract import extract
from tests.readings import reading_of

SEEDS = Path(__file__).parents[2] / "seeds"
WORDS = (
    "said Said according to met banned argues finding reported called that Renn “ ” , . : ; ( ) - Norland was is expected "
    "talks designated by list on the Committee Council and both of from removed Mr. Jr. Baroness minister President will "
    "host hosts with who whose not nor A a) 1: 2: Name: Monday today 2023 — sanctions doubts whether ship GULF STAR call"
).split()
BREAKS = ("recommends:\n\n", "Minister said:\n\n", "\n\n ")


@pytest.mark.parametrize("seed", range(8))
def test_words_in_any_order(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        text = " ".join(chance.choice((*WORDS, *BREAKS)) for _ in range(chance.randint(1, 14)))
        extract(reading_of(text, all_prose=True))


@pytest.mark.parametrize(
    "text",
    [
        "banned",
        "They met Ada Renn, of",
        "President whose Said said:\n\n hosts Ada Renn",
        "recommends:\n\n and and a) Norland Said reported whether talks sanctions",
        "whether was Baroness . GULF designated reported sanctions finding host recommends:\n\n 2023",
    ],
)
def test_short_texts(text: str) -> None:
    extract(reading_of(text, all_prose=True))


@pytest.mark.parametrize("seed", range(4))
def test_texts_that_are_cut_off(seed: int) -> None:
    chance = random.Random(seed)
    lines = [
        line for path in sorted(SEEDS.glob("*.txt")) for line in path.read_text().splitlines() if line.count(" ") > 5
    ]
    for _ in range(30):
        words = chance.choice(lines).split()
        extract(reading_of(" ".join(words[: chance.randint(1, len(words))]), all_prose=True))
