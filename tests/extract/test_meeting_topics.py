"""Sentences that only speak of talks, or deny them, and others that say whom one met in a roundabout way.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from .meetings import found

TOLD = [
    # who stands behind a colon, or instead of another
    (
        "Ada Renn met individually with: Premier Toma Vell of Latvia; and Minister Jon Kast of Norway.",
        "held | - | - | Ada Renn, Toma Vell; held | - | - | Ada Renn, Jon Kast",
    ),
    (
        "Minister Ada Renn met not with President Toma Vell but with Premier Jon Kast on Monday.",
        "held | 2024-03-04 | - | Ada Renn, Jon Kast",
    ),
    (
        "Minister Ada Renn met President Toma Vell in Riga on Monday and, afterwards, Premier Jon Kast.",
        "held | 2024-03-04 | Riga | Ada Renn, Toma Vell; held | 2024-03-04 | Riga | Ada Renn, Jon Kast",
    ),
    # calls, seats, visits owed
    (
        "Minister Ada Renn notified Minister Toma Vell by telephone on Monday.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Minister Ada Renn was warned by telephone on Monday by Minister Toma Vell.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Minister Ada Renn sat for two hours on Monday opposite President Toma Vell.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "A trip that President Ada Renn was to make to Latvia in April was called off.",
        "cancelled | 2024-04-01 | Latvia | Ada Renn, Latvia",
    ),
    (
        "Premier Jon Kast praised Toma Vell, with whom Minister Ada Renn had lunch on Monday.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    # what lies behind, whatever is to be made of it
    (
        "The fund will rest on the talks that Minister Ada Renn and President Toma Vell held in January.",
        "held | 2024-01-01 | - | Ada Renn, Toma Vell",
    ),
    (
        "The decree follows a visit of Minister Ada Renn to Riga in January, during which she saw President Toma Vell.",
        "held | 2024-01-01 | Riga | Ada Renn, Toma Vell",
    ),
    (
        "On the fringes of the congress, Minister Ada Renn and Premier Toma Vell agreed to reopen the ferry.",
        "held | - | - | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn met Toma Vell in Oslo on Monday. A lunch with Jon Kast was called off. The next round is due in Riga in May.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell; planned | 2024-05-01 | Riga | Ada Renn, Toma Vell",
    ),
    (
        "Envoy Ada Renn will visit Kenya from 11 March through 15 March.",
        "planned | 2024-03-11 | Kenya | Ada Renn, Kenya",
    ),
    (
        "Foreign Minister Ada Renn summoned Ambassador Toma Vell on Monday. Two days later she called in Envoy Jon Kast.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell; held | 2024-03-06 | - | Ada Renn, Jon Kast",
    ),
]
NOTHING = [
    # only spoken of
    "Minister Ada Renn stressed the value of the dialogue between Chad and Sudan.",
    "The ministers commended the Oman-led negotiations between Rwanda and Congo.",
    "Norway is ready to promote consultations between Egypt and Ethiopia.",
    "The Ports Dialogue is a sign of the deep trust between Norway and Latvia.",
    "Minister Ada Renn discussed cooperation with Norway.",
    "“What we talked about fits with the work of the African Union,” Minister Ada Renn said.",
    # denied
    "Ada Renn rejected as an insult a claim that she had dined with Toma Vell in Riga.",
    "It is untrue that Minister Ada Renn received Toma Vell on Monday, her office said.",
    "Gossip of an encounter between emissaries of Norway and Latvia was denied in both capitals.",
    "The embassy called the story of a meeting between Ada Renn and Toma Vell a fabrication.",
]


@pytest.mark.parametrize(("text", "facts"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_a_meeting_told_in_a_roundabout_way_is_found(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_talks_that_are_only_spoken_of_or_denied_are_left_alone(text: str) -> None:
    assert found(text) == set()
