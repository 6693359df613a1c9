"""Sentences and who came: delegations with those who led them, officials of several states, long titles before names.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from .meetings import found

TOLD = [
    # the people of each state
    ("Norwegian and Latvian officials met in Oslo on Monday.", "held | 2024-03-04 | Oslo | Latvia, Norway"),
    (
        "Senior Norwegian, Latvian and Polish diplomats held talks in Oslo on Monday.",
        "held | 2024-03-04 | Oslo | Latvia, Norway, Poland",
    ),
    (
        "Ada Renn met the Norwegian and Latvian ministers in Oslo on Monday.",
        "held | 2024-03-04 | Oslo | Ada Renn, Latvia, Norway",
    ),
    # an office with its field in front of a name
    ("Minister of Foreign Affairs Ada Renn met Toma Vell on Monday.", "held | 2024-03-04 | - | Ada Renn, Toma Vell"),
    (
        "On Monday, Ada Renn and Deputy Minister for Polar and Baltic Affairs Toma Vell met officials of Japan.",
        "held | 2024-03-04 | - | Ada Renn, Japan, Toma Vell",
    ),
    (
        "On Monday, Ada Renn met Navy Adm. Toma Vell, Commander, Northern Fleet, and officials of Japan.",
        "held | 2024-03-04 | - | Ada Renn, Japan, Toma Vell",
    ),
    # who led a delegation came with it
    (
        "On Monday Ada Renn received a delegation of the Shore Front headed by its regional director, Toma Vell.",
        "held | 2024-03-04 | - | Ada Renn, Shore Front, Toma Vell",
    ),
    (
        "On Monday a Norwegian delegation – led by Ada Renn, Deputy Commander Olga Mend, and Kari Holm – met Toma Vell.",
        "held | 2024-03-04 | - | Ada Renn, Kari Holm, Norway, Olga Mend, Toma Vell",
    ),
    (
        "On Monday Ada Renn met a Latvian team headed by Toma Vell and including Olga Mend.",
        "held | 2024-03-04 | - | Ada Renn, Latvia, Olga Mend, Toma Vell",
    ),
]


@pytest.mark.parametrize(("text", "facts"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_all_who_came_are_told(text: str, facts: str) -> None:
    assert facts in found(text)
