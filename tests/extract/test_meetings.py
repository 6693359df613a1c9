"""Sentences and the meetings they hold: `status | first day | place | participants`, read on Thursday, 7 March 2024."""

import pytest

from briefgen.extract.meetings import find_meetings
from briefgen.model import Block, Document, Source
from briefgen.reading import read
from briefgen.reading.marks import Reading

from .reading import name, reading_of

TOLD = [
    # what is over and what is to come
    ("Ada Renn invited Toma Vell to Oslo last Friday.", "proposed | 2024-03-01 | Oslo | Ada Renn, Toma Vell"),
    ("Ada Renn invited Toma Vell to Oslo on Friday.", "proposed | 2024-03-08 | Oslo | Ada Renn, Toma Vell"),
    ("Ada Renn met Toma Vell on 20 March 2024.", "held | - | - | Ada Renn, Toma Vell"),
    ("Ada Renn will meet Toma Vell on 20 March 2024.", "planned | 2024-03-20 | - | Ada Renn, Toma Vell"),
    (
        "Ada Renn was received in Oslo by Toma Vell. The discussion turned to the session that Riga will host in November.",
        "held | - | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "A meeting between Ada Renn and Toma Vell, scheduled for Wednesday morning, did not go ahead.",
        "cancelled | 2024-03-06 | - | Ada Renn, Toma Vell",
    ),
    (
        "A meeting between Ada Renn and Toma Vell, scheduled for Wednesday, was not held.",
        "cancelled | 2024-03-06 | - | Ada Renn, Toma Vell",
    ),
    (
        "A meeting between Ada Renn and Toma Vell, scheduled for Wednesday, has been cancelled.",
        "cancelled | 2024-03-13 | - | Ada Renn, Toma Vell",
    ),
    ("Latvia and Estonia agreed to meet again in Riga before Easter.", "planned | - | Riga | Estonia, Latvia"),
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
    # planned
    ("Ada Renn will meet Toma Vell in Oslo on Friday.", "planned | 2024-03-08 | Oslo | Ada Renn, Toma Vell"),
    (
        "The foreign ministers of Greece and Turkey are to meet in Geneva on 20 March.",
        "planned | 2024-03-20 | Geneva | Greece, Turkey",
    ),
    (
        "Ada Renn is due in Oslo on Friday for talks with Toma Vell.",
        "planned | 2024-03-08 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn will travel to Oslo on Friday for consultations with Toma Vell.",
        "planned | 2024-03-08 | Oslo | Ada Renn, Toma Vell",
    ),
    ("Ada Renn is expected to meet Toma Vell next week.", "planned | 2024-03-11 | - | Ada Renn, Toma Vell"),
    ("Ada Renn plans to visit Poland on 12 March.", "planned | 2024-03-12 | Poland | Ada Renn, Poland"),
    (
        "The meeting between Ada Renn and Toma Vell has been postponed to 15 March.",
        "planned | 2024-03-15 | - | Ada Renn, Toma Vell",
    ),
    # cancelled and proposed
    (
        "A meeting between Ada Renn and Toma Vell, due on 12 March, has been called off.",
        "cancelled | 2024-03-12 | - | Ada Renn, Toma Vell",
    ),
    ("Ada Renn cancelled a meeting with Toma Vell.", "cancelled | - | - | Ada Renn, Toma Vell"),
    ("Ada Renn invited Toma Vell to Oslo.", "proposed | - | Oslo | Ada Renn, Toma Vell"),
    ("Japan proposed a summit with China in April.", "proposed | 2024-04-01 | - | China, Japan"),
    ("Ada Renn gave a warning by phone to Toma Vell on Monday.", "held | 2024-03-04 | - | Ada Renn, Toma Vell"),
    ("Minister Ada Renn called President Toma Vell on Sunday.", "held | 2024-03-03 | - | Ada Renn, Toma Vell"),
    (
        "Ada Renn would travel to Oslo and would hold talks there with Toma Vell, her spokesman said on Monday.",
        "planned | - | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "The talks between Ada Renn and Toma Vell have been postponed from Thursday to 28 March.",
        "planned | 2024-03-28 | - | Ada Renn, Toma Vell",
    ),
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
    # the same people again, and who else came
    (
        "Ada Renn met Toma Vell in Oslo on Monday. Talks resume in Riga.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell; held | - | Riga | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn met Toma Vell in Oslo on Monday. The next meeting will be held in Riga.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell; planned | - | Riga | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn met Toma Vell in Oslo on Monday. Present were Lio Marsh and Rein Tamm.",
        "held | 2024-03-04 | Oslo | Ada Renn, Lio Marsh, Rein Tamm, Toma Vell",
    ),
    (
        "Ada Renn met Toma Vell in Oslo on Monday. Seated at the table were, among others, Lio Marsh and Rein Tamm.",
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
    # a place or date of another clause
    ("Since the war in Ukraine began, Norway has received a delegation of Latvia.", "held | - | - | Latvia, Norway"),
    (
        "The hearing is due at the end of March in Oslo. Ada Renn will meet Toma Vell in March.",
        "planned | 2024-03-01 | - | Ada Renn, Toma Vell",
    ),
    # talking, calling, briefing
    (
        "The presidents of Norway and Latvia discussed the ferry by telephone last week.",
        "held | 2024-02-26 | - | Latvia, Norway",
    ),
    ("EU foreign ministers discussed the ferry in Brussels on Monday.", "held | 2024-03-04 | Brussels | EU"),
    ("EU foreign ministers will discuss the ferry on 18 March in Brussels.", "planned | 2024-03-18 | Brussels | EU"),
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
        "Ada Renn and Toma Vell had last sat across a table from each other in February.",
        "held | 2024-02-01 | - | Ada Renn, Toma Vell",
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
        "Norway and Latvia held talks in Oslo on Monday. Ada Renn, who hosted the talks at a hotel, was silent.",
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
    # a body's own meeting, and the next one
    (
        "The Sand Coast Coordination Group held its third meeting in Oslo on 4-5 March.",
        "held | 2024-03-04 | Oslo | Sand Coast Coordination Group",
    ),
    (
        "Norway and Latvia met in Oslo on Monday. The two sides will reconvene in Riga on 12 March.",
        "held | 2024-03-04 | Oslo | Latvia, Norway; planned | 2024-03-12 | Riga | Latvia, Norway",
    ),
    # day and place of the meeting that another one stood beside
    (
        "Ada Renn met Toma Vell in Oslo on 3 March. On the margins of the meeting, Vell held talks with Lio Marsh.",
        "held | 2024-03-03 | Oslo | Ada Renn, Toma Vell; held | 2024-03-03 | Oslo | Lio Marsh, Toma Vell",
    ),
    (
        "Ada Renn met Toma Vell last week. The encounter, in a side room in Oslo on 2 March, lasted an hour.",
        "held | 2024-03-02 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn, meeting with Toma Vell in Oslo on Monday, said that it snowed.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
    ),
    ("A visit by Minister Ada Renn to Latvia ended on Monday.", "held | 2024-03-04 | Latvia | Ada Renn, Latvia"),
    (
        "The Sand Coast Coordination Group held its third meeting in Oslo on 4-5 March. The meeting was co-chaired by Ada "
        "Renn and was attended by delegations from Norway and Poland. The fourth meeting will be hosted by India in May.",
        "held | 2024-03-04 | Oslo | Ada Renn, Norway, Poland, Sand Coast Coordination Group; "
        "planned | 2024-05-01 | - | India, Sand Coast Coordination Group",
    ),
    (
        "Norway will host a summit in Oslo on 10 March, where the leaders of Chad and Niger will discuss the lake.",
        "planned | 2024-03-10 | Oslo | Chad, Niger, Norway",
    ),
    (
        "Norway and Latvia promised on Tuesday to clear the canal, the only result of a long meeting.",
        "held | 2024-03-05 | - | Latvia, Norway",
    ),
    (
        "The minister, Ada Renn, met Poland's transport minister in Oslo on Monday. Renn and the minister, Toma Vell, "
        "saw the port before talks that lasted two hours.",
        "held | 2024-03-04 | Oslo | Ada Renn, Toma Vell",
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
        "held | 2024-03-04 | Chad | Ada Renn, Chad; held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Under Secretary Ada Renn left today. On a stop in Riga, the Under Secretary will meet with generals of Latvia.",
        "planned | - | Riga | Ada Renn, Latvia",
    ),
    ("The ministers of Norway, Denmark plus Sweden met in Oslo.", "held | - | Oslo | Denmark, Norway, Sweden"),
    # a journey frames what was done on it
    (
        "Minister Ada Renn will travel to Riga and Oslo from 12 to 14 March. While in Oslo, she will meet Lio Marsh.",
        "planned | 2024-03-12 | Oslo | Ada Renn, Lio Marsh",
    ),
    (
        "Minister Ada Renn's trip to Latvia, which had been pencilled in for Tuesday, will now take place on 20 March.",
        "planned | 2024-03-20 | Latvia | Ada Renn, Latvia",
    ),
    # parties without a name: read, but no brief lists them
    ("Delegates will convene in Oslo in May.", "planned | 2024-05-01 | Oslo | -"),
    ("Regulators conferred in Oslo on Monday.", "held | 2024-03-04 | Oslo | -"),
    ("Union leaders met the mayors on Monday.", "held | 2024-03-04 | - | -"),
]

DATES = [
    ("Ada Renn met Toma Vell in late February.", "2024-02-21", "2024-02-29"),
    ("Ada Renn met Toma Vell late last month.", "2024-02-21", "2024-02-29"),
    ("Ada Renn met Toma Vell earlier this month.", "2024-03-01", "2024-03-31"),
    ("Ada Renn met Toma Vell in mid-May last year.", "2023-05-11", "2023-05-20"),
    ("Ada Renn will meet Toma Vell at the end of October.", "2024-10-24", "2024-10-31"),
    ("Ada Renn will meet Toma Vell at the end of the month.", "2024-03-24", "2024-03-31"),
    ("Ada Renn met Toma Vell in the first week of February.", "2024-02-01", "2024-02-07"),
    ("Ada Renn and Toma Vell held talks from Monday to Wednesday.", "2024-03-04", "2024-03-06"),
    ("Ada Renn and Toma Vell held talks in Oslo on Tuesday and Wednesday.", "2024-03-05", "2024-03-06"),
    ("A meeting between Ada Renn and Toma Vell was put off from Friday to Saturday.", "2024-03-09", "2024-03-09"),
    ("Ada Renn and Toma Vell opened a two-day summit in Oslo on Monday.", "2024-03-04", "2024-03-05"),
    ("Two days of negotiations between Norway and Latvia ended on Wednesday.", "2024-03-05", "2024-03-06"),
    ("Norway and Latvia held a meeting and in 2010, Ada Renn sang in Oslo.", None, None),
    ("Ada Renn recently met Toma Vell.", None, None),
]

NOTHING = [
    "Ada Renn refused to meet Toma Vell.",
    "Ada Renn will not meet Toma Vell.",
    "Ada Renn and Toma Vell have never met.",
    "Ada Renn called for a meeting with Toma Vell.",
    "Ada Renn denied that she had met Toma Vell.",
    "No meeting between Ada Renn and Toma Vell has taken place.",
    "Imagine a meeting between two chess players.",
    "If Ada Renn meets Toma Vell, the ferry will sail.",
    "The company met its profit target.",
    "A dog met the leading group on the back straight.",
    "The meeting point for guided tours remains the clock tower.",
    "Groups meet there every day at ten.",
    "The plan met resistance in parliament.",
    "Ada Renn won the race at the athletics meeting in Oslo on Sunday.",
    "The annual meeting of the shareholders of Fjordlink voted to drop the dividend.",
    "Ada Renn told a news conference in Oslo that she would resign.",
    "Persons who have lost luggage are received at Window 2.",
    "Ada Renn welcomed the decision of the court.",
    "Ada Renn spoke with reporters on Monday.",
    "Ada Renn should meet Toma Vell.",
    "Ada Renn called Toma Vell a liar on Sunday.",
    "Lio Marsh is the so-called chairman of the Tarn Council.",
    "Toma Vell met his wife in Bergen in 1999.",
    "In a reply to press reports of a meeting between Ada Renn and Toma Vell, the ministry was brief.",
    "They have a daughter called Ada Renn.",
    "Ada Renn ruled out talks with Toma Vell.",
    "Repairs to the roof have met with delays.",
    "Ada Renn vowed to raise the fees with Toma Vell.",
    "The ministers came on foot on Friday.",
    "Riga Rovers meet Oslo United in the cup on Friday.",
    "Ada Renn sang at a concert hosted by the Tarn Foundation.",
    "Ada Renn made a speech against a gathering of anglers led by Toma Vell.",
    "Ada Renn met criticism from Toma Vell.",
    "Ada Renn had no contact with Toma Vell before the gathering.",
    "Workers gathered the harvest in May.",
    "The negotiated settlement pleased Ada Renn and Toma Vell.",
    "Ada Renn met her husband, Toma Vell, in Bergen in 1999.",
    "When two ministers talk for an hour, Norway listens.",
    "Ada Renn telephoned the Oslo weekly Kolm to ask for a copy.",
    "The envoy, Ada Renn, sailed in from Riga on Friday to see the bridge gone.",
    "Ada Renn would rather negotiate with Toma Vell than with Lio Marsh.",
    "The cabinet of Norway met in Oslo on Monday.",
    "Members of the finance board of the Tarn Assembly will meet in Oslo in May.",
    "It is a great honour to welcome the minister, Ada Renn, here today.",
    "The Tarn Club meets its doctors oftener than its fans.",
    "Tarn Rovers lost at home and meet Kolm United on Sunday.",
    "Ada Renn called on President Toma Vell to resign.",
    "Ada Renn and Toma Vell spoke at a rally in Oslo on Monday.",
    "Ada Renn declined an invitation from Toma Vell to visit Denmark.",
    "Ada Renn took control of the peace negotiations.",
    "Ada Renn briefed reporters in Oslo on Monday.",
    "Ada Renn compared the harbour of Oslo with Toma Vell's.",
    "The Tarn Party held its second meeting in Oslo on Monday.",
]

HEADLINES = [
    ("Renn Meets Vell in Oslo", "Ada Renn was silent. Toma Vell was not.", "Renn, Vell"),
    ("Oslo-Riga Talks Open", "Norway and Latvia are neighbours.", "Oslo, Riga"),
    ("Renn and Vell After Their Summit", "Ada Renn and Toma Vell are home.", "Renn, Vell"),
    ("Norway and Latvia Hold Call With Vell", "Toma Vell is at home.", "Norway, Latvia Hold, Vell"),
    ("Renn Refuses to Meet Vell", "Ada Renn was silent. Toma Vell was not.", ""),
    ("Why Renn Should Meet Vell", "Ada Renn was silent. Toma Vell was not.", ""),
    ("Rovers Meet United", "It rained.", ""),
]


def found(text: str) -> set[str]:
    reading = reading_of(text)
    return {
        " | ".join(
            (
                m.status,
                m.date.start.isoformat() if m.date.start else "-",
                m.place or "-",
                ", ".join(sorted(name(reading, p) for p in m.participants)) or "-",
            )
        )
        for m in find_meetings(reading)
    }


@pytest.mark.parametrize(("text", "facts"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_a_meeting_is_found(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize(("text", "start", "end"), DATES, ids=[text[:60] for text, _, _ in DATES])
def test_a_meeting_takes_the_days_that_are_told(text: str, start: str | None, end: str | None) -> None:
    (meeting,) = find_meetings(reading_of(text))
    days = [day.isoformat() if day else None for day in (meeting.date.start, meeting.date.end)]
    assert days == [start, end]


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_what_is_refused_denied_or_no_meeting_is_left_alone(text: str) -> None:
    assert found(text) == set()


def titled(title: str, text: str) -> Reading:
    whole = f"{title}\n\n{text}"
    blocks = (
        Block(start=0, end=len(title), kind="title"),
        Block(start=len(title) + 2, end=len(whole), kind="prose"),
    )
    source = Source(id="key", path="a.txt", media_type="text/plain", text=whole)
    return read(Document(source=source, blocks=blocks))


@pytest.mark.parametrize(("title", "text", "parties"), HEADLINES, ids=[title for title, _, _ in HEADLINES])
def test_a_headline_tells_a_meeting_that_no_brief_lists(title: str, text: str, parties: str) -> None:
    found = list(find_meetings(titled(title, text)))
    assert [", ".join(m.named) for m in found] == ([parties] if parties else [])
    assert not any(m.participants for m in found)


def test_the_text_below_a_headline_tells_its_meeting() -> None:
    (meeting,) = find_meetings(titled("Renn Meets Vell", "Ada Renn met Toma Vell in Oslo. It was a long day."))
    assert [e.quote for e in meeting.evidence] == ["Ada Renn met Toma Vell in Oslo."]


def test_parties_without_a_name_are_told_in_their_words() -> None:
    (meeting,) = find_meetings(reading_of("Delegates will convene in Oslo in May."))
    assert meeting.participants == ()
    assert meeting.named == ("Delegates",)


def test_the_present_tense_with_a_day_announces() -> None:
    (meeting,) = find_meetings(reading_of("Ada Renn meets Toma Vell in Oslo on Friday.", published=None))
    assert meeting.status == "planned"
