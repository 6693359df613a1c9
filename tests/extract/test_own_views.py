"""What a text says in its own name: signed pieces, and statements for those who issue them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.extract import extract
from briefgen.model import File, Limits
from briefgen.reading import read
from briefgen.sources import load
from tests.readings import reading_of

OWN = [
    ("In my view, the board should have sealed the wells in May.", True),
    ("We recommend that the board open the wells to all.", True),
    ("I am not convinced that the board measured a single well.", True),
    ("The union ought to seal the wells at once.", True),
    ("First, the board should publish what it measured.", True),
    ("My own hunch is that the wells are full.", True),
    ("The survey should take place early in May.", False),
    ("Why should the board publish what it measured?", False),
    ("The board sealed the wells in May and left.", False),
]


@pytest.mark.parametrize(("sentence", "own"), OWN)
def test_a_signed_piece_speaks_for_its_writer(sentence: str, own: bool) -> None:
    reading = reading_of(f"The wells of Sorby lie open. {sentence}")
    source = replace(reading.document.source, authors=("Ada Renn",))
    views = extract(replace(reading, document=replace(reading.document, source=source))).views
    assert [(v.text in sentence, v.kind) for v in views] == ([(True, "author")] if own else [])


JOINT = """Joint Statement on the Orchard Fair

Finland, Chile and Peru issue the following joint statement.

We owe this fair to the people of the valley. Our growers will not send fruit to Vestby before that day.
"""
SIGNED = """Statement from President Ada Renn on the Orchard Fair

I am grateful to the growers for their patience this year.
"""


@pytest.mark.parametrize(
    ("text", "holder", "said"),
    [
        (
            JOINT,
            "finland",
            [
                "We owe this fair to the people of the valley.",
                "Our growers will not send fruit to Vestby before that day.",
            ],
        ),
        (SIGNED, "Ada Renn", ["I am grateful to the growers for their patience this year."]),
    ],
)
def test_a_statement_speaks_for_those_who_issue_it(text: str, holder: str, said: list[str]) -> None:
    found = extract(reading_of(text)).views
    assert [v.text for v in found] == said
    assert {(v.holder, v.kind) for v in found} == {(holder, "official")}


BRIEFING = """Daily Briefing

MR. BRILL: Good afternoon. The minister spoke with the harbour board this morning.

QUESTION: What is your assessment? I am sure that you have one on whether the bridge will last.

MR. BRILL: I would refer you to the board.
"""


def test_what_a_question_says_is_no_view_of_the_one_who_signs_the_transcript() -> None:
    reading = reading_of(BRIEFING)
    source = replace(reading.document.source, authors=("Otto Brill",))
    views = extract(replace(reading, document=replace(reading.document, source=source))).views
    assert [v.text for v in views if "assessment" in v.text or "I am sure" in v.text] == []


WRITTEN = [
    # a report, a declaration, a committee: who says "we"
    (
        "THE QUAY THAT SANK\n\nA report by the Harbour Watch Network\n\nThe Harbour Watch Network counted forty boats.\n\n"
        "We believe that the quay was never inspected in all those years.",
        "the quay was never inspected",
        "harbour-watch-network",
    ),
    (
        "We, the ministers of the Herring States, gathered at Vestby on 3 May to speak of nets.\n\n"
        "We deplore the taking of young herring by boats without a licence.",
        "deplore the taking",
        "ministers of the Herring States",
    ),
    (
        "Inland Waterways Committee\n\nSecond report\n\nThe locks were built before the war and have seldom been mended.\n\n"
        "We conclude that the locks have been neglected by every council since.",
        "the locks have been neglected",
        "Inland Waterways Committee",
    ),
    # a signed piece weighs something without saying "I"
    (
        "Open the sluice\n\nBy Ada Renn\n\nThe town voted on Monday, and few people came.\n\n"
        "What the harbour lacks is a pilot who can read a chart in the dark.",
        "What the harbour lacks",
        "Ada Renn",
    ),
    (
        "Open the sluice\n\nBy Ada Renn\n\nThe town voted on Monday, and few people came.\n\n"
        "No town should sell its only ferry to a bank on the coast.",
        "No town should sell",
        "Ada Renn",
    ),
]


@pytest.mark.parametrize(("text", "words", "holder"), WRITTEN, ids=[row[1] for row in WRITTEN])
def test_in_whose_name_a_text_speaks(text: str, words: str, holder: str) -> None:
    (document,) = load(File(path="a.txt", data=text.encode()), Limits()).documents
    assert [v.holder for v in extract(read(document)).views if words in v.text] == [holder]
