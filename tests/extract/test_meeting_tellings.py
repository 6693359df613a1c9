"""Sentences that tell meetings apart, by what was said before, on invitation, in councils, and of time spent together.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from .meetings import found

TOLD = [
    # "separately" sets meetings apart, and so does a day of its own before "with"
    (
        "Ada Renn conferred on Tuesday with King Toma Vell and, separately, with a rebel, Kolm Hart.",
        {"held | 2024-03-05 | - | Ada Renn, Toma Vell", "held | 2024-03-05 | - | Ada Renn, Kolm Hart"},
    ),
    (
        "Premier Ada Renn dined with Toma Vell and separately with Kolm Hart on Monday.",
        {"held | 2024-03-04 | - | Ada Renn, Toma Vell", "held | 2024-03-04 | - | Ada Renn, Kolm Hart"},
    ),
    (
        "Premier Ada Renn conferred on Monday with Toma Vell and on Thursday with King Kolm Hart.",
        {"held | 2024-03-04 | - | Ada Renn, Toma Vell", "held | 2024-03-07 | - | Ada Renn, Kolm Hart"},
    ),
    (
        "Ada Renn held separate talks with Toma Vell and Kolm Hart on Monday.",
        {"held | 2024-03-04 | - | Ada Renn, Toma Vell", "held | 2024-03-04 | - | Ada Renn, Kolm Hart"},
    ),
    ("Ada Renn met Toma Vell and Kolm Hart on Monday.", {"held | 2024-03-04 | - | Ada Renn, Kolm Hart, Toma Vell"}),
    # who held the talks may stand behind "that"
    (
        "Riga still laughs about negotiations which Premier Ada Renn had in Riga on 3 and 4 March with Toma Vell.",
        {"held | 2024-03-03 | Riga | Ada Renn, Toma Vell"},
    ),
    (
        "Few remember the parley that Ada Renn and a bishop, Toma Vell, had in Oslo in early February.",
        {"held | 2024-02-01 | Oslo | Ada Renn, Toma Vell"},
    ),
    ("Ada Renn said the meeting that the minister had in mind was a bad idea.", set()),
    # those who meet again are those who met before
    (
        "The envoys of Norway and Latvia met on Monday. They will reconvene in Riga on 20 March.",
        {"held | 2024-03-04 | - | Latvia, Norway", "planned | 2024-03-20 | Riga | Latvia, Norway"},
    ),
    (
        "The envoys of Norway and Latvia met on Monday. The envoys were to meet again in Riga on 20 March.",
        {"held | 2024-03-04 | - | Latvia, Norway", "planned | 2024-03-20 | Riga | Latvia, Norway"},
    ),
    # a meeting in somebody's programme
    (
        "Minister Ada Renn met President Toma Vell in Riga on Monday. Talks with her rival, Kolm Hart, will "
        "follow on Friday.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell", "planned | 2024-03-08 | - | Ada Renn, Kolm Hart"},
    ),
    (
        "Ada Renn met Toma Vell in Riga on Monday. A meeting with Kolm Hart is not on the agenda.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell"},
    ),
    # what is not intended or would be a mistake is no plan; a proposal to meet is one
    ("Latvia's minister did not intend to meet President Ada Renn on Monday.", set()),
    ("President Ada Renn has no plans to meet Toma Vell.", set()),
    ("Norway is not planning to hold talks with Latvia in May.", set()),
    ("Talks with Kolm Hart, Ada Renn said, would be a mistake.", set()),
    ("I'd meet President Toma Vell on Monday.", set()),
    (
        "President Ada Renn suggested holding talks with Toma Vell in Riga in May.",
        {"proposed | 2024-05-01 | Riga | Ada Renn, Toma Vell"},
    ),
    # plans that came to nothing
    (
        "Premier Ada Renn will fly to Riga in May. The trip was later dropped.",
        {"cancelled | 2024-05-01 | Riga | Ada Renn"},
    ),
    (
        "Norway and Latvia will hold talks in Riga in April. The talks were called off on Monday.",
        {"cancelled | 2024-04-01 | Riga | Latvia, Norway"},
    ),
    (
        "Minister Ada Renn met Toma Vell in Riga on Monday. A visit to Oslo in May was scrapped.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell", "cancelled | 2024-05-01 | Oslo | Ada Renn"},
    ),
    ("A visit to Oslo in May was scrapped.", set()),
    # councils that sit, parliaments that do so among themselves
    (
        "The Sand Coast Commission's plenary on Monday was short.",
        {"held | 2024-03-04 | - | Sand Coast Commission"},
    ),
    (
        "The 14th session of the Harbour Council opened in Riga on Monday.",
        {"held | 2024-03-04 | Riga | Harbour Council"},
    ),
    ("A session of the Latvian parliament was held on Monday.", set()),
    # visits on invitation and of somebody; who is sent goes there
    (
        "President Ada Renn arrived in Riga on Monday at the invitation of President Toma Vell.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell"},
    ),
    (
        "At the invitation of President Toma Vell, Minister Ada Renn paid a visit to Riga on 4 March.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell"},
    ),
    (
        "A visit to Riga last Monday of Norway's premier, Ada Renn, went unseen.",
        {"held | 2024-03-04 | Riga | Ada Renn"},
    ),
    ("Norway will send a delegation to Riga on Monday.", {"planned | 2024-03-11 | Riga | Norway"}),
    (
        "Minister Ada Renn left for Riga on Monday for talks with Toma Vell.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell"},
    ),
    ("Minister Ada Renn left for Norway as a child in 1999.", set()),
    ("Norway sent troops to Riga on Monday.", set()),
    # time that people of office gave each other
    (
        "Premier Ada Renn and King Toma Vell spent Monday morning together in Riga.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell"},
    ),
    ("Minister Ada Renn spent the evening in Riga with her family on Monday.", set()),
    (
        "King Toma Vell was on the phone to Premier Ada Renn on Monday and again on Wednesday.",
        {"held | 2024-03-04 | - | Ada Renn, Toma Vell", "held | 2024-03-06 | - | Ada Renn, Toma Vell"},
    ),
    (
        "Premier Ada Renn brought King Toma Vell together with his rival, Kolm Hart, on Tuesday.",
        {"held | 2024-03-05 | - | Ada Renn, Kolm Hart, Toma Vell"},
    ),
    (
        "Meeting King Toma Vell in Riga on Wednesday, Premier Ada Renn promised two ferries.",
        {"held | 2024-03-06 | Riga | Ada Renn, Toma Vell"},
    ),
    (
        "In Riga the ferry pact was signed on Monday by King Toma Vell and Premier Ada Renn.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell"},
    ),
    # one of a series is no further meeting; a round table is one
    (
        "Ada Renn met Toma Vell in Riga, the latest of several talks hosted by King Kolm Hart.",
        {"held | - | Riga | Ada Renn, Toma Vell"},
    ),
    (
        "Premier Ada Renn will hold a round table with the Tarn Front in Oslo in April.",
        {"planned | 2024-04-01 | Oslo | Ada Renn, Tarn Front"},
    ),
]


@pytest.mark.parametrize(("text", "facts"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_a_meeting_is_told(text: str, facts: set[str]) -> None:
    assert found(text) == facts
