"""Sentences that tell who was at a meeting beside its parties, and who led, headed or spoke for a side of it.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from .meetings import found

MET = "Minister Ada Renn met Governor Toma Vell on Monday. "
TALKS = "Latvia and Denmark held talks on fishing rights in Oslo on Monday. "
LATER = TALKS + "Nobody smiled. The room was cold. It rained outside. "
BOTH = {"held | 2024-03-04 | - | Ada Renn, Toma Vell"}
THREE = {"held | 2024-03-04 | - | Ada Renn, Lena Orme, Toma Vell"}
SIDES = {"held | 2024-03-04 | Oslo | Denmark, Latvia"}
LED = {"held | 2024-03-04 | Oslo | Ada Renn, Denmark, Latvia"}

TOLD = [
    # a phrase of the same sentence
    (
        "Minister Ada Renn received Governor Toma Vell on Monday in the presence of Ambassador Lena Orme.",
        THREE,
    ),
    ("Accompanied by Ambassador Lena Orme, Minister Ada Renn met Governor Toma Vell on Monday.", THREE),
    ("With Ambassador Lena Orme at her side, Minister Ada Renn met Governor Toma Vell on Monday.", THREE),
    ("Minister Ada Renn met Governor Toma Vell on Monday, with Ambassador Lena Orme in attendance.", THREE),
    ("Minister Ada Renn held talks with Governor Toma Vell on Monday while Ambassador Lena Orme looked on.", THREE),
    (
        "Minister Ada Renn met Governor Toma Vell on Monday, flanked by Ambassador Lena Orme and General Pavel Kos.",
        {"held | 2024-03-04 | - | Ada Renn, Lena Orme, Pavel Kos, Toma Vell"},
    ),
    # what is set beside something else, or those who were there for no talks
    (
        "Minister Ada Renn met Governor Toma Vell on Monday and praised the pact signed in the presence of King Olaf Berg.",
        BOTH,
    ),
    ("Minister Ada Renn met Governor Toma Vell on Monday as Ambassador Lena Orme flew home.", BOTH),
    ("Minister Ada Renn met Governor Toma Vell on Monday alongside the General Assembly.", BOTH),
    # a sentence of its own behind the meeting
    (MET + "Ambassador Lena Orme was also present.", THREE),
    (MET + "Ambassador Lena Orme sat in on the talks.", THREE),
    (MET + "She was accompanied by Ambassador Lena Orme.", THREE),
    (MET + "Ambassador Lena Orme joined them for part of the talks.", THREE),
    (MET + "The meeting took place with Ambassador Lena Orme in attendance.", THREE),
    (MET + "Ambassador Lena Orme was also present at the launch of a ship.", BOTH),
    (MET + "Ambassador Lena Orme was not present.", BOTH),
    (MET + "Ambassador Lena Orme sat in the garden.", BOTH),
    (MET + "The song was accompanied by General Pavel Kos.", BOTH),
    # who led a side
    (
        TALKS
        + "The Latvian delegation was led by Deputy Minister Ada Renn and the Danish side by Ambassador Lena Orme.",
        {"held | 2024-03-04 | Oslo | Ada Renn, Denmark, Latvia, Lena Orme"},
    ),
    (
        TALKS + "Latvia was represented by Deputy Minister Ada Renn and Denmark by Ambassador Lena Orme.",
        {"held | 2024-03-04 | Oslo | Ada Renn, Denmark, Latvia, Lena Orme"},
    ),
    (TALKS + "Deputy Minister Ada Renn represented Latvia.", LED),
    (LATER + "General Ada Renn, who led the Latvian team, went home by train.", LED),
    (LATER + "Leading the Latvian team was General Ada Renn.", LED),
    (LATER + "General Ada Renn, head of the Latvian delegation, spoke of progress.", LED),
    (LATER + "General Ada Renn led the Norwegian delegation.", SIDES),
    (LATER + "General Ada Renn led the Latvian army.", SIDES),
    (LATER + "The Latvian football team was led by Captain Ada Renn.", SIDES),
    (LATER + "General Ada Renn was also present.", SIDES),
    # several ways of coming in one sentence, and company on a journey whose programme was told behind it
    (
        "The Fisheries Forum met in Oslo on Monday. It was chaired by Admiral Ada Renn and attended by teams from "
        "Latvia and Denmark and by the European Union.",
        {"held | 2024-03-04 | Oslo | Ada Renn, Denmark, European Union, Fisheries Forum, Latvia"},
    ),
    (
        "Prime Minister Ada Renn will visit Latvia on Friday. She will meet with Governor Toma Vell. "
        "She will be accompanied by the mayor of Oslo, Lena Orme.",
        {
            "planned | 2024-03-08 | Latvia | Ada Renn, Latvia, Lena Orme",
            "planned | 2024-03-08 | Latvia | Ada Renn, Toma Vell",
        },
    ),
    # the subject behind what opens a sentence
    ("Speaking for the coast, Minister Ada Renn met Governor Toma Vell on Monday.", BOTH),
    ("RIGA: Home Minister Ada Renn on Monday received Governor Toma Vell.", BOTH),
    ("A barge of the grain dealer Toma Vell met with a pilot boat near Riga on Monday.", set()),
    (
        "Riga, 5 March – The secretary-general of the council, Ada Renn, met Governor Toma Vell on Monday.",
        BOTH,
    ),
]


@pytest.mark.parametrize(("text", "meetings"), TOLD, ids=[text[-60:] for text, _ in TOLD])
def test_tells_who_was_there(text: str, meetings: set[str]) -> None:
    assert found(text) == meetings
