"""Sentences of releases that tell one meeting or call and what it was about: places, days and parties stay apart.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024; `-` alone tells no meeting.
"""

import pytest

from .meetings import found

TOLD = [
    # a place hangs on the meeting, not on what was spoken about
    (
        "Ada Renn spoke on Monday with Prime Minister Toma Vell of Norway to review the fighting in Sudan.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn and Toma Vell spoke on Monday about the drought in Kenya.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn met with Toma Vell on Monday to praise him for the rescue carried out in Libya.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn held talks with Toma Vell on Monday about the ports in Libya.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    ("Ada Renn met on Monday with the commander of the mission in Libya.", "held | 2024-03-04 | - | Ada Renn"),
    (
        "Ada Renn met Toma Vell in Oslo on Monday to discuss the floods in Kenya.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn met Toma Vell on the sidelines of the fishing forum in Bergen on Monday.",
        "held | 2024-03-04 | Bergen | Ada Renn, Toma Vell",
    ),
    (
        "While visiting a mill in Bergen on Monday, Ada Renn met Toma Vell.",
        "held | 2024-03-04 | Bergen | Ada Renn, Toma Vell",
    ),
    (
        "A meeting of Ada Renn and Toma Vell, which was held in Bergen on Monday, lasted three hours.",
        "held | 2024-03-04 | Bergen | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn and Toma Vell met for talks on the catch of herring in Riga on 4 March.",
        "held | 2024-03-04 | Riga | Ada Renn, Toma Vell",
    ),
    ("Officers in Libya met Toma Vell on Monday.", "held | 2024-03-04 | - | Toma Vell"),
    # nor a month
    (
        "Ada Renn met with Toma Vell to thank him for the pilots lent in January.",
        "held | - | - | Ada Renn, Toma Vell",
    ),
    # who was there
    (
        "Ada Renn met on Monday with Trade Minister Toma Vell of Norway in Oxford, United Kingdom.",
        "held | 2024-03-04 | Oxford | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn met on Monday with Deputy Premier and Fisheries Minister Toma Vell of Norway.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn met on Monday with Acting Chancellor and Trade Minister Toma Vell of Norway.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn spoke on Monday with Prime Minister Toma Vell of Norway and President Lio Marsh of Latvia.",
        "held | 2024-03-04 | - | Ada Renn, Lio Marsh, Toma Vell",
    ),
    # one invitation is one meeting
    (
        "President Ada Renn invited Prime Minister Toma Vell to visit Norway in June.",
        "proposed | 2024-06-01 | Norway | Ada Renn, Toma Vell",
    ),
    # calls and calls paid
    (
        "Ada Renn received a call on Monday from President Toma Vell of Norway.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn called President Toma Vell of Norway on Monday to ask for two more tugs.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    ("On Tuesday Minister Ada Renn called upon the envoy of Latvia.", "held | 2024-03-05 | - | Ada Renn, Latvia"),
    (
        "Ada Renn and Toma Vell sat down together on Tuesday over the price of herring.",
        "held | 2024-03-05 | - | Ada Renn, Toma Vell",
    ),
    # held, though they vow to meet more
    (
        "Ms. Renn and Dr. Vell discussed the harbour dues and agreed to confer more often.",
        "held | - | - | Renn, Vell",
    ),
    # a visit's day is its own
    (
        "Ada Renn visited Latvia in May, but the harbour minister, Toma Vell, received her in June.",
        "held | 2023-05-01 | Latvia | Ada Renn, Latvia; held | 2023-06-01 | - | Ada Renn, Toma Vell",
    ),
    # no meetings
    ("President Ada Renn told her sons that she was looking forward to receiving Toma Vell.", "-"),
    ("Ada Renn and Toma Vell promised to remain in close dialogue.", "-"),
    ("Ada Renn said that the law was written in consultation with Latvia.", "-"),
    ("President Ada Renn thanked Toma Vell and welcomed the Oslo Accord as a step ahead.", "-"),
    ("President Ada Renn thanked Toma Vell and welcomed the Nordic Council in her speech.", "-"),
    ("Ada Renn said that rents had grown as Norway hosts the G-20 and the North Sea Conference.", "-"),
    ("Ada Renn promised Toma Vell to keep up a bilateral dialogue and to further deepen trade with Canada.", "-"),
    ("Ada Renn called upon the President of Latvia to resign on Tuesday.", "-"),
]


@pytest.mark.parametrize(("text", "facts"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_a_release_tells_a_meeting(text: str, facts: str) -> None:
    assert found(text) == (set() if facts == "-" else set(facts.split("; ")))
