"""Passages that tell several meetings, or one more than once.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from .meetings import found

TOLD = [
    # several meetings
    (
        "Ada Renn met Toma Vell in Oslo on Monday and Lio Marsh in Bergen on Tuesday.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell; held | 2024-03-05 | Bergen | Ada Renn, Lio Marsh",
    ),
    (
        "Ada Renn met Toma Vell in January. The two met again on Monday.",
        "held | 2024-01-01 | - | Ada Renn, Toma Vell; held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn met Toma Vell on Monday. The following day she met Lio Marsh.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell; held | 2024-03-05 | - | Ada Renn, Lio Marsh",
    ),
    (
        "Ada Renn met Toma Vell in Oslo on Monday. The meeting lasted an hour.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn visited Latvia on 4 March and Estonia on 5 March. In Tallinn, she met Toma Vell.",
        "held | 2024-03-04 | Latvia | Ada Renn, Latvia; held | 2024-03-05 | Estonia | Ada Renn, Estonia; "
        "held | 2024-03-05 | Tallinn | Ada Renn, Toma Vell",
    ),
    # the same people again, and who else came
    (
        "Ada Renn met Toma Vell in Oslo on Monday. Talks resume in Riga.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell; held | - | Riga | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn met Toma Vell in Oslo on Monday. A further meeting will take place in Riga.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell; planned | - | Riga | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn met Toma Vell in Oslo on Monday. Present were Lio Marsh and Rein Tamm.",
        "held | 2024-03-04 | Oslo | Ada Renn, Lio Marsh, Rein Tamm, Toma Vell",
    ),
    (
        "Ada Renn met Toma Vell in Oslo on Monday. The sixth round will be held in Riga.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell; planned | - | Riga | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn met Toma Vell in Oslo on Monday. Participants included, among others, Lio Marsh and Rein Tamm.",
        "held | 2024-03-04 | Oslo | Ada Renn, Lio Marsh, Rein Tamm, Toma Vell",
    ),
    ("The quartet of Norway, Denmark and Sweden convened in Oslo.", "held | - | Oslo | Denmark, Norway, Sweden"),
    (
        "A meeting of the Nordic Council will be held in Oslo next week. Ada Renn will attend the meeting.",
        "planned | 2024-03-11 | Oslo | Ada Renn, Nordic Council",
    ),
    (
        "A meeting of Ada Renn and Toma Vell in Oslo has been postponed to 15 March. Poland proposed a summit of the two.",
        "planned | 2024-03-15 | Oslo | Ada Renn, Toma Vell; proposed | - | - | Ada Renn, Toma Vell",
    ),
    ("Poland proposed a summit with Norway for May.", "proposed | 2024-05-01 | - | Norway, Poland"),
    (
        "Ada Renn said that a summit of Norway and Poland, which Latvia has proposed for May, looked unlikely.",
        "proposed | 2024-05-01 | - | Norway, Poland",
    ),
    # a body's own meeting, and the next one
    (
        "The North Fjord Harbour Group began its tenth meeting in Bergen on Tuesday.",
        "held | 2024-03-05 | Bergen | North Fjord Harbour Group",
    ),
    (
        "Norway and Latvia met in Oslo on Monday. The two sides will reconvene in Riga on 12 March.",
        "held | 2024-03-04 | Oslo | Latvia, Norway; planned | 2024-03-12 | Riga | Latvia, Norway",
    ),
    # day and place of the meeting that another one stood beside
    (
        "Ada Renn met Toma Vell in Oslo on 3 March. On the fringes of the meeting, Vell conferred with Lio Marsh.",
        "held | 2024-03-03 | Oslo | Ada Renn, Toma Vell; held | 2024-03-03 | Oslo | Lio Marsh, Toma Vell",
    ),
    (
        "Ada Renn met Toma Vell last week. The talks, on a ship in Oslo on 2 March, were brief.",
        "held | 2024-03-02 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn, meeting with Toma Vell in Oslo on Monday, said that it snowed.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    ("A visit by Minister Ada Renn to Latvia ended on Monday.", "held | 2024-03-04 | Latvia | Ada Renn, Latvia"),
    (
        "The North Fjord Harbour Group concluded its tenth meeting in Bergen on Tuesday. Ada Renn chaired the meeting. "
        "Envoys of Norway and Poland attended the meeting. Japan will host the eleventh meeting in June.",
        "held | 2024-03-05 | Bergen | Ada Renn, North Fjord Harbour Group, Norway, Poland; "
        "planned | 2024-06-01 | - | Japan, North Fjord Harbour Group",
    ),
    (
        "Norway will host a summit in Oslo on 10 March, where the leaders of Chad and Niger will discuss the lake.",
        "planned | 2024-03-10 | Oslo | Chad, Niger, Norway",
    ),
    (
        "Norway and Latvia pledged on Tuesday that they will dredge the canal, the only fruit of a long meeting.",
        "held | 2024-03-05 | - | Latvia, Norway",
    ),
    (
        "The minister, Ada Renn, met Poland's transport minister in Oslo on Monday. Renn and the minister, Toma Vell, "
        "fed the gulls before talks that dragged on until dusk.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    # a journey frames what was done on it
    (
        "Minister Ada Renn will travel to Riga and Oslo from 12 to 14 March. While in Oslo, she will meet Lio Marsh.",
        "planned | 2024-03-12 | Oslo | Ada Renn, Lio Marsh",
    ),
    (
        "Minister Ada Renn's visit to Latvia, which had been announced for Tuesday, will begin on 20 March.",
        "planned | 2024-03-20 | Latvia | Ada Renn, Latvia",
    ),
    (  # the visits are not one meeting, and were not to come
        "Since then, other Latvian visits to Norway followed and in 2010, Ada Renn met with then-president Toma Vell.",
        "held | 2010-01-01 | - | Ada Renn, Toma Vell",
    ),
    # several dates at one verb
    (
        "Ada Renn met Toma Vell in Oslo in January and again in Riga in February.",
        "held | 2024-01-01 | Oslo | Ada Renn, Toma Vell; held | 2024-02-01 | Riga | Ada Renn, Toma Vell",
    ),
    (
        "Norway and Latvia held rounds of talks in January and in February.",
        "held | 2024-01-01 | - | Latvia, Norway; held | 2024-02-01 | - | Latvia, Norway",
    ),
    (
        "Ada Renn met Toma Vell in Oslo on Monday and again in Riga on Tuesday.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell; held | 2024-03-05 | Riga | Ada Renn, Toma Vell",
    ),
    ("Ada Renn met Toma Vell on Monday, Tuesday and Wednesday.", "held | 2024-03-04 | - | Ada Renn, Toma Vell"),
    (
        "Ada Renn met Toma Vell in Oslo on Monday and again in Riga on 20 March 2024.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn spoke by phone with Toma Vell on 3 January and 5 February.",
        "held | 2024-01-03 | - | Ada Renn, Toma Vell; held | 2024-02-05 | - | Ada Renn, Toma Vell",
    ),
    # the day told against the meeting before
    (
        "Ada Renn held talks with Toma Vell in Oslo on Monday. She had dined with Lio Marsh on the eve of the talks.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell; held | 2024-03-03 | Oslo | Ada Renn, Lio Marsh",
    ),
    (
        "Toma Vell met Ada Renn in Oslo on 20 February and hosted Lio Marsh a week later.",
        "held | 2024-02-20 | Oslo | Ada Renn, Toma Vell; held | 2024-02-26 | Oslo | Lio Marsh, Toma Vell",
    ),
    (
        "This morning Minister Ada Renn received Toma Vell. During the evening she conferred with Lio Marsh.",
        "held | 2024-03-07 | - | Ada Renn, Toma Vell; held | 2024-03-07 | - | Ada Renn, Lio Marsh",
    ),
    (
        "On 4 March Minister Ada Renn arrived in Latvia. In Riga she held talks with President Toma Vell.",
        "held | 2024-03-04 | Riga | Ada Renn, Toma Vell",
    ),
    # the programme of a visit
    (
        "Minister Ada Renn will pay a visit to Latvia from 14 to 16 March. Minister Renn will hold talks with President Toma Vell.",
        "planned | 2024-03-14 | Latvia | Ada Renn, Latvia; planned | 2024-03-14 | Latvia | Ada Renn, Toma Vell",
    ),
    (
        "The minister, Ada Renn, paid a visit to Latvia on 3 and 4 March. During the visit Lio Marsh conferred with Rein Tamm.",
        "held | 2024-03-03 | Latvia | Ada Renn, Latvia; held | 2024-03-03 | - | Lio Marsh, Rein Tamm",
    ),
    (
        "Ada Renn will visit Latvia on 14 March. In Oslo, Ada Renn will meet Toma Vell.",
        "planned | 2024-03-14 | Latvia | Ada Renn, Latvia; planned | - | Oslo | Ada Renn, Toma Vell",
    ),
    # not the meeting told before
    (
        "Ada Renn met Toma Vell in Riga on Monday. Negotiations began as early as 2015.",
        "held | 2024-03-04 | Riga | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn spoke by phone with Toma Vell. The two prepared the summit of Latvia's rivals, planned for Oslo in late March.",
        "held | - | - | Ada Renn, Toma Vell",
    ),
]


@pytest.mark.parametrize(("text", "facts"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_meetings_are_told_apart_and_joined(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))
