"""Sentences of councils that sit and hear, of those who came, and of what was said or done there; with what tells none.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from .meetings import found

TOLD = [
    # a body sits, hears, is briefed
    (
        "The Harbour Committee heard a report on Tuesday from the envoy to Latvia, Ada Renn.",
        "held | 2024-03-05 | - | Ada Renn, Harbour Committee",
    ),
    (
        "The Harbour Committee was briefed on Monday by the director of the port, Ada Renn.",
        "held | 2024-03-04 | - | Ada Renn, Harbour Committee",
    ),
    # seen, and seen again
    (
        "President Ada Renn saw Foreign Minister Toma Vell on Monday and opposition leader Lio Marsh on Tuesday.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell; held | 2024-03-05 | - | Ada Renn, Lio Marsh",
    ),
    (
        "Ada Renn and Toma Vell plan to see one another in Riga on 12 March.",
        "planned | 2024-03-12 | Riga | Ada Renn, Toma Vell",
    ),
    (
        "The envoy, Ada Renn, was received by President Toma Vell on Monday and by Premier Lio Marsh on Tuesday.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell; held | 2024-03-05 | - | Ada Renn, Lio Marsh",
    ),
    # those who have no name, or a name behind a measure
    ("Labour Minister Ada Renn met the dockers in Bergen on Monday.", "held | 2024-03-04 | Bergen | Ada Renn"),
    (
        "Premier Ada Renn hosted a group of Danish lawmakers in Oslo on Monday.",
        "held | 2024-03-04 | Oslo | Ada Renn, Denmark",
    ),
    # where, with nothing but a clause to say so
    (
        "President Ada Renn flew to Riga on Monday, where she dined with Premier Toma Vell.",
        "held | 2024-03-04 | Riga | Ada Renn, Toma Vell",
    ),
    (
        "On the sidelines of a forum in Tallinn, Ada Renn held talks with Toma Vell.",
        "held | - | Tallinn | Ada Renn, Toma Vell",
    ),
    (
        "Minister Ada Renn told reporters in Riga that she had spoken with President Toma Vell of Norway by telephone on Monday.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    # told by what was said there, in private
    (
        "In Riga on Monday, Foreign Minister Ada Renn assured her Danish colleague, Toma Vell, that the ferry would sail.",
        "held | 2024-03-04 | Riga | Ada Renn, Toma Vell",
    ),
    # done together
    (
        "Envoys of Norway, Latvia and Chad are to review the fares in Oslo on 20 March.",
        "planned | 2024-03-20 | Oslo | Chad, Latvia, Norway",
    ),
    (
        "Foreign ministers Ada Renn and Toma Vell came together in Oslo on Friday.",
        "held | 2024-03-01 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn and Toma Vell failed to settle the fares at Danish-brokered talks in Oslo on Saturday.",
        "held | 2024-03-02 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Foreign ministers Ada Renn and Toma Vell agreed during a video call on Monday to lower the fares.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "The third round took place in Oslo on Saturday, led by Ministers Ada Renn and Toma Vell.",
        "held | 2024-03-02 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Premier Ada Renn hosted a lunch on Tuesday in honour of President Toma Vell.",
        "held | 2024-03-05 | - | Ada Renn, Toma Vell",
    ),
    # dates: set first, moved, ahead
    (
        "The summit of the Baltic Council, first scheduled for 20 February in Riga, was postponed to 20 March.",
        "planned | 2024-03-20 | Riga | Baltic Council",
    ),
    (
        "President Ada Renn travels to Riga on Sunday, her first visit since 2015, for talks with Premier Toma Vell.",
        "planned | 2024-03-10 | Riga | Ada Renn, Toma Vell",
    ),
    (
        "Norway called off Friday's video call between Minister Ada Renn and President Toma Vell.",
        "cancelled | 2024-03-08 | - | Ada Renn, Toma Vell",
    ),
    # who came, told by the sentences behind
    (
        "Foreign Minister Ada Renn met President Toma Vell in Oslo on Monday. Trade Minister Lio Marsh also attended.",
        "held | 2024-03-04 | Oslo | Ada Renn, Lio Marsh, Toma Vell",
    ),
    (
        "Norway and Latvia held talks in Oslo on Monday. Ada Renn led the Norwegian delegation.",
        "held | 2024-03-04 | Oslo | Ada Renn, Latvia, Norway",
    ),
    (
        "The Harbour Council convened in Riga on Monday. Officials from Interpol took part in the meeting.",
        "held | 2024-03-04 | Riga | Harbour Council, Interpol",
    ),
]
NONE = [
    "The High Court heard on Monday from the finance minister, Ada Renn.",
    "The committee heard on Monday that the envoy, Ada Renn, had not been told.",
    "In Riga on Monday, President Ada Renn told the nation that the war was over.",
    "Norway and Latvia reviewed their fares in February.",
    "President Ada Renn came to power in 2019.",
    "Coach Toma Vell met his players on Tuesday.",
    "The judge said she would see Colonel Ada Renn in court on Friday.",
    "A proposal that the presidents meet in Riga was turned down by Oslo.",
    "The High Court has been sitting without a president for a year.",
]
ASIDE = [
    "Minister Ada Renn met President Toma Vell in Oslo on Monday. General Lio Marsh led the army until 2019.",
    "Minister Ada Renn met President Toma Vell in Oslo on Monday. General Lio Marsh never attended.",
    "Minister Ada Renn met President Toma Vell in Oslo on Monday. General Lio Marsh refused to take part in the talks.",
    "Minister Ada Renn met President Toma Vell in Oslo on Monday. Nobody knows whether General Lio Marsh attended.",
    "Minister Ada Renn met President Toma Vell in Oslo on Monday. The school that Lio Marsh attended, a convent, burned.",
    "Minister Ada Renn met President Toma Vell in Oslo on Monday. Her deputy, Lio Marsh, opened the door to a deal.",
]


@pytest.mark.parametrize(("text", "facts"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_a_gathering_is_found(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NONE, ids=[text[:60] for text in NONE])
def test_no_gathering_is_made_up(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize("text", ASIDE, ids=[text[60:120] for text in ASIDE])
def test_who_did_something_else_did_not_come(text: str) -> None:
    assert found(text) == {"held | 2024-03-04 | Oslo | Ada Renn, Toma Vell"}
