"""Sentences and the meetings they tell, by verb and noun and by who was there.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from briefgen.extract.meetings import find_meetings
from tests.readings import reading_of

from .meetings import found

TOLD = [
    # verbs
    ("Ada Renn met Toma Vell in Oslo on 3 March 2024.", "held | 2024-03-03 | Oslo | Ada Renn, Toma Vell"),
    (
        "Norwegian Foreign Minister Ada Renn met with her Danish counterpart, Toma Vell, in Oslo on Monday.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    ("Ada Renn and Toma Vell met in Oslo in February.", "held | 2024-02-01 | Oslo | Ada Renn, Toma Vell"),
    (
        "On Tuesday, President Ada Renn received the Secretary General of NATO, Toma Vell.",
        "held | 2024-03-05 | - | Ada Renn, Toma Vell",
    ),
    (
        "The minister, Ada Renn, received in Riga the Deputy Secretary General of NATO, Toma Vell, on Tuesday.",
        "held | 2024-03-05 | Riga | Ada Renn, Toma Vell",
    ),
    ("Ada Renn was received by President Toma Vell on Wednesday.", "held | 2024-03-06 | - | Ada Renn, Toma Vell"),
    ("Ada Renn flew to Oslo. She met with Toma Vell on Monday.", "held | 2024-03-04 | - | Ada Renn, Toma Vell"),
    (
        "Foreign Minister Ada Renn arrived in Oslo on Monday to meet with Toma Vell.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    ("Ada Renn travelled to Oslo on Monday and met Toma Vell.", "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell"),
    ("Ada Renn, who met Toma Vell on Monday, spoke to reporters.", "held | 2024-03-04 | - | Ada Renn, Toma Vell"),
    (
        "Ada Renn, Toma Vell and Lio Marsh conferred by video link on Friday.",
        "held | 2024-03-01 | - | Ada Renn, Lio Marsh, Toma Vell",
    ),
    ("Ada Renn spoke by phone with Toma Vell on Sunday.", "held | 2024-03-03 | - | Ada Renn, Toma Vell"),
    (
        "Ada Renn met Toma Vell and mayors from NATO's northern flank on Monday.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    ("Ada Renn telephoned Toma Vell on Sunday.", "held | 2024-03-03 | - | Ada Renn, Toma Vell"),
    ("Ada Renn and Toma Vell spoke by phone on Sunday about the cable.", "held | 2024-03-03 | - | Ada Renn, Toma Vell"),
    (
        "The minister, Ada Renn, met the Minister of Defence, Toma Vell, the Permanent Secretary, Lio Marsh, and General Rein Tamm.",
        "held | - | - | Ada Renn, Lio Marsh, Rein Tamm, Toma Vell",
    ),
    ("Ada Renn negotiated with Toma Vell in Geneva in 2019.", "held | 2019-01-01 | Geneva | Ada Renn, Toma Vell"),
    # nouns
    ("Ada Renn held talks with Toma Vell in Oslo on Monday.", "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell"),
    (
        "Ada Renn held talks in Oslo on Monday with the head of the port, Toma Vell.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "A meeting between Ada Renn and Toma Vell took place in Oslo on Monday.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn said after talks with Toma Vell in Oslo on Monday that the ferry would sail.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "The foreign ministers of Armenia and Azerbaijan ended a day of talks in Almaty on Thursday.",
        "held | 2024-03-07 | Almaty | Armenia, Azerbaijan",
    ),
    (
        "Talks between Saudi Arabia and Iran resumed in Baghdad last week.",
        "held | 2024-02-26 | Baghdad | Iran, Saudi Arabia",
    ),
    (
        "The Minister, Ada Renn, received a delegation of the International Committee of the Red Cross headed by Toma Vell.",
        "held | - | - | Ada Renn, International Committee of the Red Cross, Toma Vell",
    ),
    (
        "Ada Renn and Toma Vell discussed the theft in a secure video call on 5 March.",
        "held | 2024-03-05 | - | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn's meeting with Toma Vell in Oslo on Monday lasted an hour.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    ("China and Japan concluded a summit in Tokyo on Tuesday.", "held | 2024-03-05 | Tokyo | China, Japan"),
    # who was there, told by the clause around the noun
    (
        "Greek and Turkish envoys signed the map during talks in Vienna. Greece and Turkey share a lake.",
        "held | - | Vienna | Greece, Turkey",
    ),
    (
        "At a meeting in Oslo on Monday, Ada Renn warned Toma Vell.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    ("Envoys of Chad and Niger concluded a week of negotiations on Tuesday.", "held | 2024-03-05 | - | Chad, Niger"),
    ("Chad and Niger opened a summit on Tuesday.", "held | 2024-03-05 | - | Chad, Niger"),
    (
        "The Oslo-Riga talks in Vilnius were short. Norway and Latvia are neighbours.",
        "held | - | Vilnius | Latvia, Norway",
    ),
    (
        "The king sent Minister Ada Renn to meet Toma Vell on Monday.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    ("Norway offered Latvia a round of negotiations.", "proposed | - | - | Latvia, Norway"),
    ("Ada Renn suggested a lunch with Toma Vell.", "proposed | - | - | Ada Renn, Toma Vell"),
    (
        "The fleet owners await a summit of the African Union in Vienna on Saturday.",
        "planned | 2024-03-09 | Vienna | African Union",
    ),
    # further verbs
    ("Ada Renn sat down on Monday with the envoy, Toma Vell.", "held | 2024-03-04 | - | Ada Renn, Toma Vell"),
    ("Ada Renn shook hands with Toma Vell in Oslo.", "held | - | Oslo | Ada Renn, Toma Vell"),
    ("Minister Ada Renn summoned the ambassador, Toma Vell, on Monday.", "held | 2024-03-04 | - | Ada Renn, Toma Vell"),
    ("Ada Renn raised the matter with Toma Vell in Oslo.", "held | - | Oslo | Ada Renn, Toma Vell"),
    ("Norway and Latvia have suspended talks about the cable.", "held | - | - | Latvia, Norway"),
    (
        "The minister, Ada Renn, added on Monday while she received Toma Vell in Oslo that snow was near.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    # talking, calling, briefing
    (
        "On Tuesday the premiers of Norway and Latvia discussed the tolls on the phone.",
        "held | 2024-03-05 | - | Latvia, Norway",
    ),
    ("EU trade ministers discussed the tolls in Riga on Monday.", "held | 2024-03-04 | Riga | EU"),
    ("The trade ministers of the EU will discuss tolls in Riga on 20 March.", "planned | 2024-03-20 | Riga | EU"),
    ("Minister Ada Renn briefed the president, Toma Vell, on Monday.", "held | 2024-03-04 | - | Ada Renn, Toma Vell"),
    ("Ada Renn exchanged views with Toma Vell in Oslo on Monday.", "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell"),
    ("Ada Renn dined with Toma Vell in Oslo on Monday.", "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell"),
    ("Minister Ada Renn consulted President Toma Vell on Monday.", "held | 2024-03-04 | - | Ada Renn, Toma Vell"),
    ("Ada Renn paid a courtesy call on Toma Vell on Monday.", "held | 2024-03-04 | - | Ada Renn, Toma Vell"),
    (
        "Ada Renn told Toma Vell in a phone call on Monday that it snowed.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "In a call on Monday, Ada Renn and Toma Vell agreed to share the lake.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn and Toma Vell sat opposite each other at dinner on Monday.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn and Toma Vell sat down across from each other in January.",
        "held | 2024-01-01 | - | Ada Renn, Toma Vell",
    ),
    ("Ada Renn rang her opposite number in Riga, an engineer named Toma Vell.", "held | - | - | Ada Renn"),
    # who was brought together, led, accompanied, hosted
    (
        "The talks, mediated by Qatar, brought together Norway and Latvia in Oslo on Monday.",
        "held | 2024-03-04 | Oslo | Latvia, Norway",
    ),
    (
        "A summit bringing together the leaders of Norway, Latvia and Poland opened in Oslo on Monday.",
        "held | 2024-03-04 | Oslo | Latvia, Norway, Poland",
    ),
    (
        "The conference in Oslo on Monday was attended by Ada Renn and Toma Vell.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    ("Ada Renn joined Toma Vell and Lio Marsh for talks in Oslo.", "held | - | Oslo | Ada Renn, Lio Marsh, Toma Vell"),
    (
        "Ada Renn accompanied Toma Vell during meetings with Lio Marsh in Oslo.",
        "held | - | Oslo | Ada Renn, Lio Marsh, Toma Vell",
    ),
    (
        "A Norwegian delegation led by Ada Renn arrived in Riga on Monday for talks with Toma Vell.",
        "held | 2024-03-04 | Riga | Ada Renn, Norway, Toma Vell",
    ),
    (
        "Norway and Latvia held talks in Oslo on Monday. Ada Renn, who chaired the talks on a ship, fell ill.",
        "held | 2024-03-04 | Oslo | Ada Renn, Latvia, Norway",
    ),
    ("Envoys from Norway and Latvia gathered in Oslo on Monday.", "held | 2024-03-04 | Oslo | Latvia, Norway"),
    # talks that are told by a verb behind them
    ("Talks are under way in Oslo between Norway and Latvia.", "held | - | Oslo | Latvia, Norway"),
    ("Norway is in talks with Latvia on a cable.", "held | - | - | Latvia, Norway"),
    (
        "Norway's foreign minister, Ada Renn, will be in Riga on 12 March for a meeting with Toma Vell.",
        "planned | 2024-03-12 | Riga | Ada Renn, Toma Vell",
    ),
    (
        "The foreign ministers of Norway and Latvia agreed at a meeting in Oslo on Monday to share the lake.",
        "held | 2024-03-04 | Oslo | Latvia, Norway",
    ),
    # face to face, on the margins, after meeting
    ("Ada Renn met one-on-one with Toma Vell.", "held | - | - | Ada Renn, Toma Vell"),
    ("Ada Renn met Toma Vell in Oslo on the margins of the Nordic summit.", "held | - | Oslo | Ada Renn, Toma Vell"),
    (
        "President Ada Renn and her Chinese counterpart Toma Vell met in Oslo on 2 March on the margins of the BRICS summit.",
        "held | 2024-03-02 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn told reporters after meeting Toma Vell in Oslo on Monday that it snowed.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "It had snowed, Ada Renn said after she and Toma Vell met in Oslo on Monday.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    ("Minister Ada Renn and Toma Vell spoke on Monday about the ferry.", "held | 2024-03-04 | - | Ada Renn, Toma Vell"),
    (
        "Ada Renn called on President Toma Vell at his residence on Monday.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    ("Ada Renn reached Toma Vell by phone on Monday.", "held | 2024-03-04 | - | Ada Renn, Toma Vell"),
    ("Ada Renn hosted a dinner for Toma Vell in Oslo.", "held | - | Oslo | Ada Renn, Toma Vell"),
    ("It was the first meeting between Ada Renn and Toma Vell since 2019.", "held | - | - | Ada Renn, Toma Vell"),
    (
        "At their meeting in Brussels on Thursday, EU foreign ministers agreed to share the costs.",
        "held | 2024-03-07 | Brussels | EU",
    ),
    (
        "The envoy, Ada Renn, concluded a visit to Chad on Monday, where she met President Toma Vell.",
        "held | 2024-03-04 | Chad | Ada Renn, Toma Vell",  # whom one talked to on a visit stands for the state
    ),
    (
        "Under Secretary Ada Renn left today. On a stop in Riga, the Under Secretary will meet with generals of Latvia.",
        "planned | - | Riga | Ada Renn, Latvia",
    ),
    ("The ministers of Norway, Denmark plus Sweden met in Oslo.", "held | - | Oslo | Denmark, Norway, Sweden"),
    # parties without a name: read, but no brief lists them
    ("Delegates will convene in Oslo in May.", "planned | 2024-05-01 | Oslo | -"),
    ("Regulators conferred in Oslo on Monday.", "held | 2024-03-04 | Oslo | -"),
    ("Union leaders met the mayors on Monday.", "held | 2024-03-04 | - | -"),
    # seeing, sitting down, and talks that somebody held
    ("Minister Ada Renn saw Toma Vell in Oslo on Monday.", "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell"),
    (
        "The presidents, Ada Renn and Toma Vell, sat down in Oslo on Monday to discuss the cable.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "The negotiations that Minister Ada Renn led on Tuesday with Toma Vell were short.",
        "held | 2024-03-05 | - | Ada Renn, Toma Vell",
    ),
    ("The talks which Norway began with Latvia on Monday were cold.", "held | 2024-03-04 | - | Latvia, Norway"),
    # who was not there
    ("The envoys of Latvia's rivals met in Oslo on Monday.", "held | 2024-03-04 | Oslo | -"),
    (
        "Commanders of both armies that burned half of Latvia conferred in Oslo on Monday.",
        "held | 2024-03-04 | Oslo | -",
    ),
    (
        "RIGA, Latvia, March 5, 2024 - Generals of both armies conferred on Monday.",
        "held | 2024-03-04 | - | -",
    ),
    ("The ministers of Norway and Latvia met on Monday in a friendly mood.", "held | 2024-03-04 | - | Latvia, Norway"),
    (
        "Ada Renn, in Riga for talks with Toma Vell, said on Monday that it snowed.",
        "held | 2024-03-04 | Riga | Ada Renn, Toma Vell",
    ),
]


@pytest.mark.parametrize(("text", "facts"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_a_meeting_is_found(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


def test_parties_without_a_name_are_told_in_their_words() -> None:
    (meeting,) = find_meetings(reading_of("Delegates will convene in Oslo in May."))
    assert meeting.participants == ()
    assert meeting.named == ("Delegates",)


def test_an_office_before_another_is_no_party_of_its_own() -> None:
    text = "Ada Renn met on Monday with Deputy Premier and Fisheries Minister Toma Vell of Norway."
    (meeting,) = find_meetings(reading_of(text))
    assert meeting.named == ("Ada Renn", "Toma Vell")


def test_a_text_cut_off_at_a_comma_is_read_to_its_end() -> None:
    text = "Ada Renn said that a summit of Norway and Poland, which Latvia has proposed for May,"
    (meeting,) = find_meetings(reading_of(text, all_prose=True))
    assert meeting.status == "proposed"
