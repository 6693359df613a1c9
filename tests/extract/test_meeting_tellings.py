"""Sentences that tell meetings apart, by what was said before, on invitation, in councils, and of time spent together.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from .meetings import found

TOLD = [
    # "separately" sets meetings apart, and so does a day of its own before "with"
    (
        "Ada Renn met on Tuesday with President Toma Vell and, separately, with the opposition's head, Kolm Hart.",
        {"held | 2024-03-05 | - | Ada Renn, Toma Vell", "held | 2024-03-05 | - | Ada Renn, Kolm Hart"},
    ),
    (
        "The envoy, Ada Renn, spoke by phone with Toma Vell and separately with Kolm Hart on Monday.",
        {"held | 2024-03-04 | - | Ada Renn, Toma Vell", "held | 2024-03-04 | - | Ada Renn, Kolm Hart"},
    ),
    (
        "Minister Ada Renn spoke on Monday with Toma Vell, and this morning with Foreign Minister Kolm Hart.",
        {"held | 2024-03-04 | - | Ada Renn, Toma Vell", "held | 2024-03-07 | - | Ada Renn, Kolm Hart"},
    ),
    (
        "Ada Renn held separate talks with Toma Vell and Kolm Hart on Monday.",
        {"held | 2024-03-04 | - | Ada Renn, Toma Vell", "held | 2024-03-04 | - | Ada Renn, Kolm Hart"},
    ),
    ("Ada Renn met Toma Vell and Kolm Hart on Monday.", {"held | 2024-03-04 | - | Ada Renn, Kolm Hart, Toma Vell"}),
    # who held the talks may stand behind "that"
    (
        "The order follows consultations that Minister Ada Renn held in Riga on 3 and 4 March with Toma Vell.",
        {"held | 2024-03-03 | Riga | Ada Renn, Toma Vell"},
    ),
    (
        "She recalled the talks that Ada Renn and her Latvian guest, Toma Vell, held in Oslo in early February.",
        {"held | 2024-02-01 | Oslo | Ada Renn, Toma Vell"},
    ),
    ("Ada Renn said the meeting that the minister had in mind was a bad idea.", set()),
    # those who meet again are those who met before
    (
        "The envoys of Norway and Latvia met on Monday. They were to reconvene in Riga on 20 March.",
        {"held | 2024-03-04 | - | Latvia, Norway", "planned | 2024-03-20 | Riga | Latvia, Norway"},
    ),
    (
        "The envoys of Norway and Latvia met on Monday. The envoys were to meet again in Riga on 20 March.",
        {"held | 2024-03-04 | - | Latvia, Norway", "planned | 2024-03-20 | Riga | Latvia, Norway"},
    ),
    # a meeting in somebody's programme
    (
        "Minister Ada Renn met President Toma Vell in Riga on Monday. A meeting with the speaker, Kolm Hart, which had "
        "been scheduled for Tuesday, was not held.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell", "cancelled | 2024-03-05 | - | Ada Renn, Kolm Hart"},
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
        "Minister Ada Renn was to travel to Riga in May. That trip was scrapped last week.",
        {"cancelled | 2024-05-01 | Riga | Ada Renn"},
    ),
    (
        "Norway and Latvia will hold talks in Riga in April. The talks were called off on Monday.",
        {"cancelled | 2024-04-01 | Riga | Latvia, Norway"},
    ),
    (
        "Minister Ada Renn met Toma Vell in Riga on Monday. A visit to Oslo planned for next week has been cancelled.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell", "cancelled | 2024-03-11 | Oslo | Ada Renn"},
    ),
    ("A visit to Oslo planned for next week has been cancelled.", set()),
    # councils that sit, parliaments that do so among themselves
    (
        "Monday's session of the Sand Coast Commission on the river lasted three hours.",
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
        "The visit to Riga on 4 March of the Norwegian president, Ada Renn, changed little.",
        {"held | 2024-03-04 | Riga | Ada Renn"},
    ),
    ("Norway will send a delegation to Riga on Monday.", {"planned | 2024-03-11 | Riga | Norway"}),
    (
        "Minister Ada Renn left for Riga on Monday for talks with Toma Vell.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell"},
    ),
    ("Minister Ada Renn left for Riga in 2022.", set()),
    ("Norway sent troops to Riga on Monday.", set()),
    # time that people of office gave each other
    (
        "Minister Ada Renn and Toma Vell, Latvia's envoy, spent six hours together in Riga on 4 March.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell"},
    ),
    ("Minister Ada Renn spent the evening in Riga with her family on Monday.", set()),
    (
        "Minister Ada Renn has been on the telephone to President Toma Vell twice, on Monday and on Wednesday.",
        {"held | 2024-03-04 | - | Ada Renn, Toma Vell", "held | 2024-03-06 | - | Ada Renn, Toma Vell"},
    ),
    (
        "On Tuesday, Norway's minister Ada Renn brought Toma Vell together with the navy chief, Kolm Hart.",
        {"held | 2024-03-05 | - | Ada Renn, Kolm Hart, Toma Vell"},
    ),
    (
        "Briefing the Harbour Council by video link on Wednesday, Minister Ada Renn told envoys that the strike must end.",
        {"held | 2024-03-06 | - | Ada Renn, Harbour Council"},
    ),
    (
        "The treaty was signed on Monday in Riga by minister Ada Renn and Latvia's minister, Toma Vell.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell"},
    ),
    # one of a series is no further meeting; a round table is one
    (
        "Ada Renn met Toma Vell in Riga, the first of a series of secret meetings hosted by King Kolm Hart.",
        {"held | - | Riga | Ada Renn, Toma Vell"},
    ),
    (
        "President Ada Renn will invite the Tarn Front to a round table in Oslo in April.",
        {"proposed | 2024-04-01 | Oslo | Ada Renn, Tarn Front"},
    ),
]


@pytest.mark.parametrize(("text", "facts"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_a_meeting_is_told(text: str, facts: set[str]) -> None:
    assert found(text) == facts
