"""Interviews, briefings and debates: who says what by the label. One row: the text, and the turns with their speakers."""

from __future__ import annotations

import pytest

from tests.readings import reading_of

Turns = list[tuple[str | None, str]]


def turns(text: str) -> Turns:
    reading = reading_of(text)
    return [(q.holder.name if q.holder else None, text[q.start : q.end]) for q in reading.quotes if q.direct]


BRIEFING = """Daily Briefing

MR. BRILL: Good afternoon, everyone. The minister spoke with the harbour board this morning.

QUESTION: Thank you. Was the bridge discussed?

MR. BRILL: I have seen the reports about the bridge.

The board will publish its own report, and we will read it.

QUESTION: And the ferry?

MR. BRILL: I would refer you to the board.
"""
ASKED_AT_LENGTH = """Daily Briefing

MR. BRILL: Good afternoon, everyone. The minister spoke with the harbour board this morning.

QUESTION: I remember when you were slow to call it a bridge. But having said that, there was traffic on it. Will it last?

MR. BRILL: I have seen the reports about the bridge.

QUESTION: When you keep saying that the board wants it, I am sure that you have a letter from them. Do you?

MR. BRILL: I would refer you to the board, which said that the bridge was too narrow.
"""
INTERVIEW = """“Nobody Kept the Keys”

The Harbour Review spoke to Ada Renn, who left the ministry in May.

Q: Your letter was printed by the “Friend of the Harbour”. Did you send it?

A: No. Nor did I burn a page of it.

Q: And the board?

A: The board knew all along what was in it.

Q: Would you do it again?

A: Would you not do it again?
"""
DEBATE = """The meeting was called to order at ten.

Mrs. Renn (Norland): We thank the chair for a brief report.

Mr. Brill (Estland) (spoke in Estlandic): The chair has found a new word for an old delay.

The President: The floor is now with the board.

Mr. Halden (Sudland): The board has asked me to read its statement.
"""
CONFERENCE = """Foreign Ministry Spokesperson Lena Halden’s Regular Press Conference on May 5

Minister Otto Brill will visit Norland next week.

Q: The Norland side says a ship was rammed. Do you have a comment?

A: That story leaves out the weather, and we regret it.

Q: Will the minister speak of it?

A: I have nothing to add on what the minister will speak of.
"""
MEMO = """To: All members of the harbour board

From: The office of the harbour master

Subject: The bridge will be closed for a year

Date: The third of May of this year
"""
EXPLAINER = """The gate was shut on Monday. It has never been shut before.

Q. Why was the gate shut?

A. Nobody knows who gave the order to shut it.

Q. Will it open?

A. The board meets on Friday to talk about it.
"""


TURNS: list[tuple[str, Turns]] = [
    (
        BRIEFING,
        [
            ("MR. BRILL", "The minister spoke with the harbour board this morning."),
            ("MR. BRILL", "I have seen the reports about the bridge."),
            ("MR. BRILL", "The board will publish its own report, and we will read it."),
            ("MR. BRILL", "I would refer you to the board."),
        ],
    ),
    (
        INTERVIEW,
        [
            ("Ada Renn", "No. Nor did I burn a page of it."),
            ("Ada Renn", "The board knew all along what was in it."),
        ],
    ),
    (
        DEBATE,
        [
            ("Renn", "We thank the chair for a brief report."),
            ("Brill", "The chair has found a new word for an old delay."),
            ("The President", "The floor is now with the board."),
            ("Halden", "The board has asked me to read its statement."),
        ],
    ),
    (
        CONFERENCE,
        [
            ("Lena Halden", "That story leaves out the weather, and we regret it."),
            ("Lena Halden", "I have nothing to add on what the minister will speak of."),
        ],
    ),
    (MEMO, []),
    (EXPLAINER, []),
]


@pytest.mark.parametrize(
    ("text", "wanted"), TURNS, ids=["briefing", "interview", "debate", "conference", "memo", "explainer"]
)
def test_the_turns_of_a_transcript(text: str, wanted: Turns) -> None:
    assert turns(text) == wanted


def test_what_a_speaker_reports_of_others_stays() -> None:
    text = BRIEFING.replace("about the bridge.", "about the bridge. Norland said the bridge would never open again.")
    text = text.replace("And the ferry?", "A statement said the ferry was late. You say it is gone for good?")
    reading = reading_of(text)
    reported = [(q.holder.name if q.holder else None, text[q.start : q.end]) for q in reading.quotes if not q.direct]
    assert reported == [("Norland", "the bridge would never open again"), ("A statement", "the ferry was late")]


def test_what_a_question_says_is_put_into_no_mouth() -> None:
    reading = reading_of(ASKED_AT_LENGTH)
    assert [reading.text[q.start : q.end] for q in reading.quotes if not q.direct] == ["the bridge was too narrow"]


UNLABELLED = (
    "Five questions on tolls\n\n3 May 2023\n\nAfter a week of strikes we asked Otto Brill, who teaches law in Vestby, to explain.\n\n"
    "Why do harbours fall out over tolls?\n\nThey do not sell the same thing. The mayor, Ada Renn, called it “a war of two ledgers”.\n\n"
    "Will the strike end soon?\n\nNot before the herring comes.\n"
)


def test_answers_without_labels_are_the_words_of_the_one_who_is_asked() -> None:
    said = [(q.holder.name if q.holder else None, q.direct) for q in reading_of(UNLABELLED).quotes]
    assert said.count(("Otto Brill", True)) == 2
    assert ("Ada Renn", True) in said


def test_questions_of_an_essay_make_no_interview() -> None:
    essay = UNLABELLED.replace("we asked Otto Brill, who teaches law in Vestby, to explain", "the port lay still")
    assert all(q.holder is not None and q.holder.name == "Ada Renn" for q in reading_of(essay).quotes)


def test_who_asks_in_an_interview_is_not_the_one_who_answers() -> None:
    text = UNLABELLED.replace(
        "After a week of strikes we asked Otto Brill, who teaches law in Vestby, to explain.",
        "Otto Brill, a lawyer, teaches in Vestby. He talked to Louise Kell of the Vestby Courier.",
    )
    said = {q.holder.name for q in reading_of(text).quotes if q.holder is not None and q.direct}
    assert said == {"Otto Brill", "Ada Renn"}


MINUTES = """Minutes of the Tolls Committee

Members present: Ms Ada Renn (Chair), Mr Ivo Brill, Mr Otto Norling.
Witness: Mr P. Halden, Minister for Harbours.

The Chair: Good morning. We hear the minister first, and then his engineers.

Mr Halden: Thank you, Chair. We have closed the eastern quay because it is not safe.

(Laughter.)

Our engineers will open it again when they can.

Mr Norling: My group has said for years that the quay ought to be sold. Nobody wants to buy it.

Mr Brill: The newspaper says that the quay was sold in March.

The Chair: The session is closed.
"""


def test_the_chair_is_who_holds_it_and_a_speaker_goes_on_behind_an_aside() -> None:
    assert turns(MINUTES) == [
        ("Ada Renn", "We hear the minister first, and then his engineers."),
        ("P. Halden", "We have closed the eastern quay because it is not safe."),
        ("P. Halden", "Our engineers will open it again when they can."),
        ("Otto Norling", "My group has said for years that the quay ought to be sold. Nobody wants to buy it."),
        ("Ivo Brill", "The newspaper says that the quay was sold in March."),
    ]


def test_nobody_but_the_speaker_is_meant_by_my_group() -> None:
    reported = [q.holder.name for q in reading_of(MINUTES).quotes if not q.direct and q.holder is not None]
    assert reported == ["The newspaper"]


def test_labels_may_tell_what_the_speaker_is() -> None:
    text = (
        "Quay Roundtable\n\nDr Ada Renn, Senior Fellow, Harbour Institute: The tolls cannot last another year.\n\n"
        "Ivo Brill, the Vestby Chamber of Trade: We think that they can, and that they must.\n\n"
        "Otto Norling (Minister for Harbours): The state will not pay, and it never has.\n"
    )
    assert [name for name, _ in turns(text)] == ["Ada Renn", "Ivo Brill", "Otto Norling"]


def test_speakers_in_capitals_may_take_several_paragraphs_each() -> None:
    text = (
        "Secretary Ada Renn and Norland President Ivo Brill Before Their Meeting\n\nVESTBY\n\n"
        "SECRETARY RENN: We are glad to have the president here in Vestby.\n\nSo there is a lot that we will talk about.\n\n"
        "PRESIDENT BRILL: We will continue to need our friends on the coast.\n\nOur people stand with you in this.\n\n"
        "PRIME MINISTER HALDEN: We look forward to a good talk.\n"
    )
    said = [(name or "").split()[-1] for name, _ in turns(text)]
    assert [name.casefold() for name in said] == ["renn", "renn", "brill", "brill", "halden"]
