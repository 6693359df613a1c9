"""Sentences that tell how people came to face each other: whom one went to see, called in, addressed over a meal, was offered.

Each row: `status | parties in their words`, read on Thursday, 7 March 2024.
"""

import pytest

from .meetings import in_words

TOLD = [
    # who goes somewhere to say something to somebody sees him
    (
        "The commissioner, Ada Renn, sailed to Kolding on Tuesday to see the head of the dockers' union.",
        {"held | Ada Renn, the head of the dockers' union"},
    ),
    (
        "Foreign minister Toma Vell flew home by way of Vienna to see the Austrian chancellor about the gas bill.",
        {"held | Toma Vell, the Austrian chancellor"},
    ),
    (
        "The mediator went up to the mountain camp to talk to the militia's leaders.",
        {"held | The mediator, the militia's leaders"},
    ),
    (
        "The bishop came to the palace on Monday to plead with President Ada Renn for the prisoners.",
        {"held | The bishop, Ada Renn"},
    ),
    (
        "The chairwoman rode the night train to Tbilisi to thank the Georgian premier.",
        {"held | The chairwoman, the Georgian premier"},
    ),
    # what one says or gives to another over a meal, in a call, in person
    (
        "State Secretary Ada Renn read the verdict to the Danish envoy in a telephone call on Monday.",
        {"held | Ada Renn, the Danish envoy"},
    ),
    ("Governor Toma Vell apologised in person to the Latvian consul.", {"held | Toma Vell, the Latvian consul"}),
    (
        "The chairman put the plan to the union's leaders over dinner on Friday.",
        {"held | The chairman, the union's leaders"},
    ),
    (
        "The fire chief showed the plans to the mayor at a farewell lunch.",
        {"held | The fire chief, the mayor"},
    ),
    # whom one calls to oneself
    (
        "The State Secretary had the consul of Peru come to her study on Sunday.",
        {"held | The State Secretary, the consul of Peru"},
    ),
    (
        "The foreign ministry called the Danish ambassador in on Tuesday over the flights.",
        {"held | The foreign ministry, the Danish ambassador"},
    ),
    ("The king sent for the leader of the opposition on Monday.", {"held | The king, the leader of the opposition"}),
    # talks by a passive, whose other side is who tells it
    ("Consultations were had on Tuesday with the Norwegian delegation.", {"held | the Norwegian delegation"}),
    ("Talks were likewise conducted with the Estonian side.", {"held | the Estonian side"}),
    ("A call with the Danish premier is planned for Monday.", {"planned | the Danish premier"}),
    # together, in one place
    (
        "Envoys of the army and of the rebels sat in one room in Oslo on Monday.",
        {"held | Envoys of the army and of the rebels"},
    ),
    (
        "Commanders of the army and of the rebels spoke face to face on Tuesday.",
        {"held | Commanders of the army and of the rebels"},
    ),
    (
        "The bishop and the dockers' leader were guests of Denmark on an island in August.",
        {"held | The bishop, the dockers' leader, Denmark"},
    ),
    # words between a verb and its subject
    (
        "The envoy had already on Monday been received by the Danish foreign minister.",
        {"held | The envoy, the Danish foreign minister"},
    ),
    (
        "The premier has, according to her office, met the union's leaders.",
        {"held | The premier, the union's leaders"},
    ),
    (
        "On Friday Minister Ada Renn called briefly on the trade ministers of Chile and Peru.",
        {"held | Ada Renn, Chile, Peru"},
    ),
    # whom one met, how often, and what they are called
    (
        "The Danish premier has met the rebels' leader three times since May.",
        {"held | The Danish premier, the rebels' leader"},
    ),
    ("The chancellor met the opposition leader on Friday.", {"held | The chancellor, the opposition leader"}),
    ("An emissary of the king met the rebels on Monday.", {"held | An emissary of the king, the rebels"}),
    # whose visit, whose call, between whom
    ("The strangest part was the Danish minister's visit to Minsk in January.", {"held | the Danish minister"}),
    (
        "A phone call from the Norwegian premier to the Danish president ended the row.",
        {"held | the Norwegian premier, the Danish president"},
    ),
    (
        "The text had been agreed between the envoys of Chile and Peru in Lima on Friday.",
        {"held | Chile, Peru"},
    ),
    (
        "The presidents of Chile and Peru have not spoken since their stormy meeting in Lima in May.",
        {"held | Chile, Peru"},
    ),
    ("Nothing came of the talks the Danish envoy had with the rebels.", {"held | the Danish envoy, the rebels"}),
    # what is brought to somebody
    (
        "Ambassador Ada Renn presented her credentials to President Toma Vell in Lima on 5 March.",
        {"held | Ada Renn, Toma Vell"},
    ),
    # whom an office holder receives
    (
        "The Governor, together with the mayor of Oslo, received a group of pilots at his residence.",
        {"held | The Governor, the mayor of Oslo, a group of pilots"},
    ),
    (
        "At the invitation of the Latvian president, President Ada Renn will pay a state visit to Riga in May.",
        {"planned | Ada Renn, the Latvian president"},
    ),
    # what is offered
    (
        "The director has offered the union's leaders a conversation on Friday.",
        {"proposed | The director, the union's leaders"},
    ),
]
NONE = [
    "Minister Ada Renn and Deputy Minister Toma Vell launched the Economic Dialogue of the Fjords.",
    "Latvia meet Estonia in the semi-final in Oslo on Sunday.",
    "The Latvian senate has halted visits to the Council of the Fjords.",
    "The governor turned down the miners' request to meet him on Monday.",
    "The palace played down word that its chamberlain had sailed to Riga to see the rebels' leader.",
    "The clerk handed the letter to the post office on Monday.",
    "The mayor welcomed a group of tourists to the castle.",
    "The plan met opposition from farmers on Monday.",
    "The border was agreed between Chile and Peru in 1929.",
    "The match was settled between the two teams on Monday.",
    "The parcels were received at the ministry on Monday.",
    "The premier went to the stadium on Monday to see the final.",
    "The minister drove to the coast to see the damage.",
    "The chairman went home to talk to his wife.",
    "The envoy flew to Riga to see an old friend.",
    "The ministry said the premier had never gone to Riga to see the Latvian president.",
    "The minister called the ambassador a liar in public.",
    "The minister called the ministers to account.",
    "The president brought the governors to heel.",
    "The committee asked the bank to step in.",
    "The general ordered the troops to the border on Monday.",
    "The king sent for his doctor.",
    "The premier told reporters over coffee that she would resign.",
    "The spokesman described the talks to journalists in a call on Tuesday.",
    "The minister explained the plan to voters at a meeting of his party.",
    "The bank offered its customers a conversation about fees.",
    "The two presidents accused each other of lying.",
    "A meeting with shareholders was held on Monday.",
    "The director was a guest of the hotel on Monday.",
]


@pytest.mark.parametrize(("text", "meetings"), TOLD, ids=[row[0][:60] for row in TOLD])
def test_an_encounter_is_a_meeting(text: str, meetings: set[str]) -> None:
    assert in_words(text) == meetings


@pytest.mark.parametrize("text", NONE, ids=[text[:60] for text in NONE])
def test_what_brings_nobody_together_is_no_meeting(text: str) -> None:
    assert in_words(text) == set()
