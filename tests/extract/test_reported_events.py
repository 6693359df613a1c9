"""What merely reports a meeting is no view; a denial of one, and a call for one, are."""

from __future__ import annotations

import pytest

from briefgen.extract import extract
from tests.readings import reading_of

# text, holder and words
POSITIONS = [
    (
        "Norland's minister Ada Renn did not meet Ola Berg in Vestby on 9 May, the ministry said.",
        "the ministry",
        "Norland's minister Ada Renn did not meet Ola Berg in Vestby on 9 May",
    ),
    (
        "Ola Berg said that Norland's minister Ada Renn should meet Captain Nils Dahl in Vestby.",
        "ola-berg",
        "Norland's minister Ada Renn should meet Captain Nils Dahl in Vestby",
    ),
]
REPEATED = [
    "Envoys of Norland and Sorland met in Vestby on 4 May, officials from both sides said.",
    "The talks between Norland and Sorland in Vestby have been put off to 9 May, a diplomat said.",
    "Norland's minister Ada Renn will meet Sorland's minister Ola Berg in Vestby on 9 May, the ministry said.",
    "Norland's minister Ada Renn held talks with Ola Berg in Vestby on 4 May, officials said.",
]


@pytest.mark.parametrize(("text", "holder", "words"), POSITIONS)
def test_a_denial_and_a_call_are_views(text: str, holder: str, words: str) -> None:
    assert [(v.holder, v.text) for v in extract(reading_of(text)).views] == [(holder, words)]


@pytest.mark.parametrize("text", REPEATED)
def test_a_report_of_a_meeting_is_none(text: str) -> None:
    facts = extract(reading_of(text))
    assert facts.meetings
    assert facts.views == ()
