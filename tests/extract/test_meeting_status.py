"""Sentences that tell of what is planned, called off, proposed, or no meeting.

Each row: `status | first day | place | participants`, read on Thursday, 7 March 2024.
"""

import pytest

from briefgen.extract.meetings import find_meetings
from tests.readings import reading_of

from .meetings import found

TOLD = [
    # plans that came to nothing, and plans that "but" takes nothing from
    (
        "Talks between Latvia and Denmark set for Monday in Oslo fell apart before anyone could open them.",
        "cancelled | 2024-03-04 | Oslo | Denmark, Latvia",
    ),
    (
        "Latvia and Denmark had their Monday talks in Oslo abandoned minutes before they could start.",
        "cancelled | 2024-03-04 | Oslo | Denmark, Latvia",
    ),
    (
        "Minister Ada Renn was scheduled to meet Governor Toma Vell on Monday but did not turn up.",
        "cancelled | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "Minister Ada Renn had hoped to see Governor Toma Vell on Monday, but the airport was closed.",
        "cancelled | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "A planned meeting between Minister Ada Renn and Governor Toma Vell on Monday came to nothing.",
        "cancelled | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "The talks between Latvia and Denmark due on Monday never got under way.",
        "cancelled | 2024-03-04 | - | Denmark, Latvia",
    ),
    (
        "Minister Ada Renn is expected to meet Governor Toma Vell on Friday, but gave no details.",
        "planned | 2024-03-08 | - | Ada Renn, Toma Vell",
    ),
    (
        "Minister Ada Renn was to meet Governor Toma Vell on Friday, but the agenda was not published.",
        "planned | 2024-03-08 | - | Ada Renn, Toma Vell",
    ),
    (
        "The talks between Ada Renn, the minister, and Governor Toma Vell on Monday broke down before lunch.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    # the present tense with a day that is still to come
    (
        "Minister Ada Renn is also meeting Governor Toma Vell on Friday.",
        "planned | 2024-03-08 | - | Ada Renn, Toma Vell",
    ),
    (
        "Talks between Latvia and Denmark resume in Oslo on Tuesday.",
        "planned | 2024-03-12 | Oslo | Denmark, Latvia",
    ),
    (
        "Talks between Latvia and Denmark opened in Oslo on Tuesday.",
        "held | 2024-03-05 | Oslo | Denmark, Latvia",
    ),
    (
        "Minister Ada Renn has been meeting Governor Toma Vell since Tuesday.",
        "held | 2024-03-05 | - | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn and Toma Vell, the premiers, agreed to hold talks in Oslo on 20 March.",
        "planned | 2024-03-20 | Oslo | Ada Renn, Toma Vell",
    ),
    # what is over and what is to come
    ("Ada Renn has had several calls with Toma Vell to continue this work.", "held | - | - | Ada Renn, Toma Vell"),
    (
        "Talks between Ada Renn and Toma Vell are to continue on Friday.",
        "planned | 2024-03-08 | - | Ada Renn, Toma Vell",
    ),
    ("Ada Renn invited Toma Vell to Oslo last Friday.", "proposed | 2024-03-01 | Oslo | Ada Renn, Toma Vell"),
    ("Ada Renn invited Toma Vell to Oslo on Friday.", "proposed | 2024-03-08 | Oslo | Ada Renn, Toma Vell"),
    ("Ada Renn met Toma Vell on 20 March 2024.", "held | - | - | Ada Renn, Toma Vell"),
    ("Ada Renn will meet Toma Vell on 20 March 2024.", "planned | 2024-03-20 | - | Ada Renn, Toma Vell"),
    (
        "Ada Renn was received in Oslo by Toma Vell. They spoke of the conference that Riga is to host in May.",
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
    # what was to be, and how it ended
    (
        "Minister Ada Renn was to have dined with Toma Vell on Friday.",
        "cancelled | 2024-03-08 | - | Ada Renn, Toma Vell",
    ),
    (
        "Minister Ada Renn returned to Oslo, where she was to begin negotiations with Toma Vell on Friday.",
        "planned | 2024-03-08 | Oslo | Ada Renn, Toma Vell",
    ),
    (
        "Ada Renn's talks with Toma Vell, scheduled for 12 March, fell through.",
        "cancelled | 2024-03-12 | - | Ada Renn, Toma Vell",
    ),
    (
        "A visit by Minister Ada Renn to President Toma Vell, due on 12 March, was shelved.",
        "cancelled | 2024-03-12 | - | Ada Renn, Toma Vell",
    ),
    (
        "Talks between Norway and Latvia suggested by Chad for May came up again.",
        "proposed | 2024-05-01 | - | Latvia, Norway",
    ),
    (
        "The cook proposed a toast during a meeting of Ada Renn and Toma Vell on Monday.",
        "held | 2024-03-04 | - | Ada Renn, Toma Vell",
    ),
    (
        "President Ada Renn hosts President Toma Vell at the palace on Tuesday.",
        "planned | 2024-03-12 | - | Ada Renn, Toma Vell",
    ),
    (
        "Minister Ada Renn is to see President Toma Vell in Oslo on 12 March.",
        "planned | 2024-03-12 | Oslo | Ada Renn, Toma Vell",
    ),
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
    "Ada Renn mocked the so-called premier Toma Vell on Sunday.",
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
    "When ministers meet Toma Vell, the cooks rest.",
    "When Ada Renn meets Toma Vell, the cooks rest.",
    "Ada Renn telephoned the Oslo weekly Kolm to ask for a copy.",
    "The envoy, Ada Renn, sailed in from Riga on Friday to see the bridge gone.",
    "Ada Renn would rather negotiate with Toma Vell than with Lio Marsh.",
    "The cabinet of Norway met in Oslo on Monday.",
    "The deputies of the harbour commission of the Tarn Senate confer in Bergen in May.",
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
    "Oslo laughed at rumours of a dinner between Ada Renn and Toma Vell.",
    "No envoy of Norway has yet received Toma Vell.",
    "The board advised that the envoy, Ada Renn, receive Toma Vell.",
    "Ada Renn turned down an invitation to meet Toma Vell.",
    "There is no pressure on Ada Renn to negotiate with Toma Vell.",
    "The Nordic Council negotiated with itself for a year, joked Toma Vell.",
    "Norway meet Latvia in a qualifier on Sunday.",
    "The last visit by a Norwegian minister to Latvia ended in a storm.",
    "Minister Ada Renn saw Toma Vell fall in the polls on Monday.",
    "Minister Ada Renn saw the vote on Monday as a defeat for Toma Vell.",
    "Ada Renn and Toma Vell sat down to loud applause on Monday.",
    "A meeting between Ada Renn and Toma Vell could take place in May.",
]


@pytest.mark.parametrize(("text", "facts"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_a_meeting_has_the_status_that_is_told(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_what_is_refused_denied_or_no_meeting_is_left_alone(text: str) -> None:
    assert found(text) == set()


def test_the_present_tense_with_a_day_announces() -> None:
    (meeting,) = find_meetings(reading_of("Ada Renn meets Toma Vell in Oslo on Friday.", published=None))
    assert meeting.status == "planned"
