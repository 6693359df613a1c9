"""Sentences and the places of their meetings: where one meets, not what one speaks about.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from .meetings import found

TOLD = [
    # a capital told by its state, a town by what it is
    ("Ada Renn met Toma Vell in the Turkmen capital on Monday.", "held | 2024-03-04 | Ashgabat | Ada Renn, Toma Vell"),
    (
        "Ada Renn met Toma Vell on Monday in the capital of Norway, where they signed a pact.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    ("Norway and Latvia held talks in Latvia's capital on Monday.", "held | 2024-03-04 | Riga | Latvia, Norway"),
    (
        "Ada Renn met Toma Vell in the Norwegian capital, Oslo, on Monday.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "On Monday, after two rounds of talks in the Norwegian town of Mysen, Ada Renn and Toma Vell signed a truce.",
        "held | 2024-03-04 | Mysen | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn met Toma Vell on Monday and praised the capital of Norway.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    # the town rather than the building in it
    (
        "Ada Renn met Toma Vell at the Marble Hall of the Guilds in Oslo on Monday.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    # where the guest is
    (
        "On Monday, Ada Renn, the Minister of Defence of Finland, who is visiting Riga, met Toma Vell.",
        "held | 2024-03-04 | Riga | Ada Renn, Toma Vell",
    ),
    (
        "Toma Vell on Monday received Ada Renn, who is currently visiting Riga at the invitation of the speaker.",
        "held | 2024-03-04 | Riga | Ada Renn, Toma Vell",
    ),
    # each clause has its own place
    (
        "Minister Ada Renn will be in Riga and Oslo on Friday. In Riga she will open a fair, and in Oslo she will meet Toma Vell.",
        "planned | - | Oslo | Ada Renn, Toma Vell",
    ),
    # a stop of a journey is a meeting of its own
    (
        "Minister Ada Renn will travel to Riga and Oslo on March 11 and 12. In Riga, Renn will meet with senior officials. "
        "While in Oslo, Renn will meet Toma Vell.",
        "planned | 2024-03-11 | Riga | Ada Renn",
    ),
    # the day after, in the same place only where somebody stayed there
    (
        "On Monday, Ada Renn met Toma Vell in Oslo. The following day she received Olga Mend.",
        "held | 2024-03-05 | Oslo | Ada Renn, Olga Mend",
    ),
    (
        "On Monday, Ada Renn met Toma Vell in Oslo. The following day Kari Holm received Olga Mend.",
        "held | 2024-03-05 | - | Kari Holm, Olga Mend",
    ),
    (
        "Ada Renn met Toma Vell in Oslo on Monday and flew home. The next day she received Olga Mend.",
        "held | 2024-03-05 | - | Ada Renn, Olga Mend",
    ),
    # a place whose state or region stands behind it
    (
        "The envoys of Norway and Latvia met with the Secretary of Trade and the President of the Coast Bank in Lima, Peru, on 4 March.",
        "held | 2024-03-04 | Lima | Coast Bank, Latvia, Norway",
    ),
]


@pytest.mark.parametrize(("text", "facts"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_a_meeting_is_placed(text: str, facts: str) -> None:
    assert facts in found(text)
