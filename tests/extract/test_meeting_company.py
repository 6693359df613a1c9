"""Sentences that tell a meeting by what people did with each other: work, food, time given, a call, a joint act.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from .meetings import found

TOLD = [
    # any verb of talk or company with "with", in any order
    (
        "Minister Ada Renn pored over the harbour plans with the Latvian envoy on Monday.",
        {"held | 2024-03-04 | - | Ada Renn, Latvia"},
    ),
    (
        "Minister Ada Renn was huddled in a hangar with two generals of the junta.",
        {"held | - | - | Ada Renn"},
    ),
    (
        "Minister Ada Renn was closeted on Monday with the Danish envoy.",
        {"held | 2024-03-04 | - | Ada Renn, Denmark"},
    ),
    ("President Ada Renn had tea with the Norwegian ambassador.", {"held | - | - | Ada Renn, Norway"}),
    ("With the Latvian envoy, Minister Ada Renn ran through the wish list.", {"held | - | - | Ada Renn"}),
    (
        "Ada Renn, the foreign minister, will bring up the cable with the Danish envoy.",
        {"planned | - | - | Ada Renn, Denmark"},
    ),
    # what is done face to face
    ("Minister Ada Renn asked the Danish envoy over lunch for a loan.", {"held | - | - | Ada Renn, Denmark"}),
    (
        "Minister Ada Renn accosted the Danish envoy at a reception in Riga on Monday.",
        {"held | 2024-03-04 | Riga | Ada Renn, Denmark"},
    ),
    # time and food that one gives another
    (
        "President Ada Renn granted the Danish envoy twenty minutes on Monday.",
        {"held | 2024-03-04 | - | Ada Renn, Denmark"},
    ),
    ("Minister Ada Renn set aside an afternoon for the Danish envoy.", {"held | - | - | Ada Renn, Denmark"}),
    (
        "Minister Ada Renn was served tea by the Danish envoy on Monday.",
        {"held | 2024-03-04 | - | Ada Renn, Denmark"},
    ),
    (
        "President Ada Renn had the Danish envoy round for drinks on Monday.",
        {"held | 2024-03-04 | - | Ada Renn, Denmark"},
    ),
    (
        "President Ada Renn drove the Danish envoy round the new port on Monday.",
        {"held | 2024-03-04 | - | Ada Renn, Denmark"},
    ),
    (
        "On Tuesday Minister Ada Renn was a guest of Governor Toma Vell.",
        {"held | 2024-03-05 | - | Ada Renn, Toma Vell"},
    ),
    # what several of different homes do together
    (
        "The Latvian and Danish foreign ministers initialled the cable pact in Oslo on Monday.",
        {"held | 2024-03-04 | Oslo | Denmark, Latvia"},
    ),
    ("Minister Ada Renn and the Danish envoy shared a bench in Oslo.", {"held | - | Oslo | Ada Renn, Denmark"}),
    (
        "Ministers Ada Renn and Toma Vell met twice in the course of 2023.",
        {"held | 2023-01-01 | - | Ada Renn, Toma Vell"},
    ),
    # by any wire
    (
        "Minister Ada Renn put the idea to the Danish envoy over a secure line on Monday.",
        {"held | 2024-03-04 | - | Ada Renn, Denmark"},
    ),
    (
        "Minister Ada Renn and Governor Toma Vell went through the figures by video link on Monday.",
        {"held | 2024-03-04 | - | Ada Renn, Toma Vell"},
    ),
    # nouns whose parties are told by office
    (
        "The parley between the army's chief of staff and the rebels' envoy lasted an hour on Monday.",
        {"held | 2024-03-04 | - | -"},
    ),
    (
        "A farewell call by the Danish envoy on Governor Toma Vell is planned for Friday.",
        {"planned | 2024-03-08 | - | Denmark, Toma Vell"},
    ),
    (
        "The third sitting of the Shore Border Commission was held in Oslo on Monday.",
        {"held | 2024-03-04 | Oslo | Shore Border Commission"},
    ),
    # who goes to say something to somebody sees him; "there" is where one went
    (
        "President Ada Renn flew to Oslo on Monday to thank Premier Toma Vell.",
        {"held | 2024-03-04 | Oslo | Ada Renn, Toma Vell"},
    ),
    ("Minister Ada Renn saw the Danish envoy there.", {"held | - | - | Ada Renn, Denmark"}),
    ("Ada Renn vowed to see the Danish envoy on Friday.", {"planned | 2024-03-08 | - | Ada Renn, Denmark"}),
    # a chronology's entries have no verb
    (
        "4 March: Ada Renn with the Danish envoy in Oslo.",
        {"held | 2024-03-04 | Oslo | Ada Renn, Denmark"},
    ),
    # an ordinal without its noun is one more meeting of those who met before
    (
        "Envoys Ada Renn and Toma Vell met in Riga in January. A second, in Oslo in February, broke no ground.",
        {"held | 2024-01-01 | Riga | Ada Renn, Toma Vell", "held | 2024-02-01 | Oslo | Ada Renn, Toma Vell"},
    ),
    (
        "Envoys Ada Renn and Toma Vell held talks in Riga in January. The next is due in Oslo on 12 March.",
        {"held | 2024-01-01 | Riga | Ada Renn, Toma Vell", "planned | 2024-03-12 | Oslo | Ada Renn, Toma Vell"},
    ),
    (
        "Envoys Ada Renn and Toma Vell held talks in Riga on Monday. Round three is pencilled in for 20 March in Oslo.",
        {"held | 2024-03-04 | Riga | Ada Renn, Toma Vell", "planned | 2024-03-20 | Oslo | Ada Renn, Toma Vell"},
    ),
    (
        "Envoys Ada Renn and Toma Vell met in Riga in January. A bus burned; a second, in Oslo, was saved.",
        {"held | 2024-01-01 | Riga | Ada Renn, Toma Vell"},
    ),
    (
        "The get-together of the premiers of Latvia and Denmark in Oslo on Monday broke no ground.",
        {"held | 2024-03-04 | Oslo | Denmark, Latvia"},
    ),
    ("A visit by the Danish premier is planned for May.", {"planned | 2024-05-01 | - | Denmark"}),
    (
        "On Monday Minister Ada Renn met a Danish team of lawyers.",
        {"held | 2024-03-04 | - | Ada Renn, Denmark"},
    ),
]

NONE = [
    "12 May 2023: a fire in Oslo.",
    "12 May 2023: Ada Renn, minister, sworn in in Oslo.",
    "President Ada Renn travelled to Oslo to ask for a loan.",
    "President Ada Renn went on television to tell voters the truth.",
    "The national hockey team meets Latvia in Oslo on Friday.",
    "Minister Ada Renn was called a traitor by the premier.",
    "Minister Ada Renn swapped no gifts with the Danish envoy.",
    "Minister Ada Renn was in Oslo on Monday to see a tailor.",
    "Minister Ada Renn lives with two officials of the bank.",
    "Minister Ada Renn agreed with her counterpart that the cable was cut.",
    "The court sat with five members on Monday.",
    "Minister Ada Renn begged the governor to vote in person.",
    "Minister Ada Renn shares a border with the Danish premier.",
    "Ministers Ada Renn of Norway and Toma Vell of Latvia announced a fund for the port earlier this year.",
    "Minister Ada Renn of Norway and Premier Toma Vell of Latvia launched a school fund on Monday.",
    "Minister Ada Renn discussed a plan that overlaps with points which are on the agenda of Norway, Latvia and others.",
    "Minister Ada Renn continues to discuss the ferry with her Latvian partners.",
    "Minister Ada Renn gave the Danish envoy an hour to leave.",
    "President Ada Renn took the Danish envoy to court over the cable.",
    "The ministers of trade and of finance signed the bill in Oslo on Monday.",
    "Ada Renn and Toma Vell stand for different things.",
]


@pytest.mark.parametrize(("text", "meetings"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_company_tells_a_meeting(text: str, meetings: set[str]) -> None:
    assert found(text) == meetings


@pytest.mark.parametrize("text", NONE, ids=[text[:60] for text in NONE])
def test_no_company_is_made_up(text: str) -> None:
    assert found(text) == set()
