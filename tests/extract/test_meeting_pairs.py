"""Sentences with "the two sides", "the parties" and "the two", and whom they mean.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from .meetings import found

MEANT = [
    # camps are bodies or states, never the two persons who happen to stand nearest
    (
        "Ada Renn phoned Toma Vell on Friday. The two sides held talks in Riga on 4 March, and the fishermen stayed away.",
        "held | 2024-03-04 | Riga | -",
    ),
    (
        "Ada Renn blamed the fog. Toma Vell blamed the pilots. Both sides will hold talks in Riga on 12 March.",
        "planned | 2024-03-12 | Riga | -",
    ),
    (
        "Norway and Latvia share a cable. Ada Renn wrote to Toma Vell. The two parties met in Oslo on 4 March.",
        "held | 2024-03-04 | Oslo | Latvia, Norway",
    ),
    (
        "Norway and Latvia held talks in Vilnius on Monday. Ada Renn chaired the session. "
        "The two delegations will meet in Oslo on 14 March.",
        "planned | 2024-03-14 | Oslo | Latvia, Norway",
    ),
    # persons who met go on as "the two sides", and meet again as them
    (
        "Ada Renn received Toma Vell on Monday. Both sides plan to meet again on 14 March in Oslo.",
        "planned | 2024-03-14 | Oslo | Ada Renn, Toma Vell",
    ),
    # no person is one of "the two countries"
    (
        "The harbour masters of Norway and Latvia met in Riga on Monday. Ada Renn and Toma Vell talked there for an hour. "
        "The foreign ministers of the two countries will meet in Oslo on 14 March.",
        "planned | 2024-03-14 | Oslo | Latvia, Norway",
    ),
    (
        "Ada Renn wrote to Toma Vell. The two countries will hold talks in Oslo on 14 March.",
        "planned | 2024-03-14 | Oslo | -",
    ),
    (
        "Ada Renn wrote to Toma Vell. The two nations' leaders met in Oslo on 4 March.",
        "held | 2024-03-04 | Oslo | -",
    ),
    # "the two" and "the ministers" may be persons
    (
        "Ada Renn met Toma Vell on Monday. The two ministers will meet in Oslo on 14 March.",
        "planned | 2024-03-14 | Oslo | Ada Renn, Toma Vell",
    ),
]


@pytest.mark.parametrize(("text", "row"), MEANT)
def test_the_two_mean_those_of_their_kind(text: str, row: str) -> None:
    assert row in found(text)


SPOKEN = [
    # "I" and "me" are whoever speaks
    (
        "Ada Renn, the trade minister, is back. “I met the envoy Toma Vell in Oslo on Monday,” she told reporters.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Otto Brill was in town. “Ada Renn called me on Monday,” said Lena Halden, a baker.",
        "held | 2024-03-04 | - | Ada Renn, Lena Halden",
    ),
    (
        "MR. BRILL: Good morning. Minister Ada Renn and I will hold talks in Riga on 12 March.\n\n"
        "QUESTION: About the bridge?\n\nMR. BRILL: I would refer you to the board, Otto Brill's office.",
        "planned | 2024-03-12 | Riga | Ada Renn, Otto Brill",
    ),
]


@pytest.mark.parametrize(("text", "row"), SPOKEN)
def test_i_is_who_speaks(text: str, row: str) -> None:
    assert row in found(text)


def test_who_speaks_without_a_name_stays_unknown() -> None:
    text = "Toma Vell, the trade minister, is back. A baker said: “I met the envoy Ada Renn in Oslo on Monday.”"
    assert found(text) <= {"held | 2024-03-04 | Oslo | Ada Renn"}
