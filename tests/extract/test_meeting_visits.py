"""Sentences that tell a visit with its talks, who stands behind a form of address, and where somebody met.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from .meetings import found

TOLD = [
    # a visit and the talks its sentence tells are one meeting
    (
        "Ada Renn visited Vilnius on Monday and conferred with President Toma Vell.",
        {"held | 2024-03-04 | Vilnius | Ada Renn, Toma Vell"},
    ),
    (
        "Minister Ada Renn will visit Latvia on 14 March and hold talks with her counterpart, Toma Vell.",
        {"planned | 2024-03-14 | Latvia | Ada Renn, Toma Vell"},
    ),
    (
        "Minister Ada Renn visited Vilnius on Monday and met Toma Vell in Riga on Tuesday.",
        {"held | 2024-03-04 | Vilnius | Ada Renn, Lithuania", "held | 2024-03-05 | Riga | Ada Renn, Toma Vell"},
    ),
    # a form of address is the person it belongs to
    (
        "King Toma Vell opened the harbour. His Majesty received Minister Ada Renn on Tuesday.",
        {"held | 2024-03-05 | - | Ada Renn, Toma Vell"},
    ),
    (
        "Princess Ada Renn opened the harbour. Her Royal Highness held a meeting with Toma Vell on Tuesday.",
        {"held | 2024-03-05 | - | Ada Renn, Toma Vell"},
    ),
    ("King Toma Vell opened the harbour. His brother left early.", set()),
    # a town may have a state in its name
    ("Ada Renn received Toma Vell in Port Sudan on Monday.", {"held | 2024-03-04 | Port Sudan | Ada Renn, Toma Vell"}),
    (
        "Ada Renn and Toma Vell held talks at Lake Chad on Monday.",
        {"held | 2024-03-04 | Lake Chad | Ada Renn, Toma Vell"},
    ),
    ("Ada Renn received Toma Vell in Sudan on Monday.", {"held | 2024-03-04 | Sudan | Ada Renn, Toma Vell"}),
    # a place behind a day, and the place that was set at first
    (
        "Ada Renn and Toma Vell will confer on 14 March in Tromsdal.",
        {"planned | 2024-03-14 | Tromsdal | Ada Renn, Toma Vell"},
    ),
    (
        "The talks between Norway and Latvia, first scheduled for 11 March in Vilnius, will be held in Oslo on 14 March.",
        {"planned | 2024-03-14 | Oslo | Latvia, Norway"},
    ),
    (
        "The talks between Norway and Latvia, scheduled for 11 March in Vilnius, will last a day.",
        {"planned | 2024-03-11 | Vilnius | Latvia, Norway"},
    ),
    # who leaves to meet somebody has not met him yet
    (
        "Minister Ada Renn left the hall to meet Toma Vell in Riga.",
        {"planned | - | Riga | Ada Renn, Toma Vell"},
    ),
    ("Minister Ada Renn flew to Riga to meet Toma Vell.", {"held | - | Riga | Ada Renn, Toma Vell"}),
    # May is a month
    (
        "A meeting between Ada Renn and Toma Vell, planned for May in Oslo, was held in Riga on Monday.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell"},
    ),
    ("A meeting between Ada Renn and Toma Vell may be held in Riga in June.", set()),
]


@pytest.mark.parametrize(("text", "rows"), TOLD)
def test_a_visit_and_whom_it_led_to(text: str, rows: set[str]) -> None:
    assert found(text) == rows
