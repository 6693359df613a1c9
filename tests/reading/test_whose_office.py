"""Whose office a person holds: the body or state that the role belongs to, and not the one that it deals with."""

from __future__ import annotations

import pytest

from .actors_of import standings_of, words_outside_passages

# text, then the actor, the role and the affiliation
OFFICES = [
    # by the body they belong to: whom a body of research names is asked as an expert
    ("Ada Renn of the Harbour Institute calls it late.", "Ada Renn", "expert", "harbour-institute"),
    ("Prof. Dr. Ada Renn, University of Vestby: It is late.", "Ada Renn", "Professor", "university-of-vestby"),
    ("Ada Renn of the Harbour Committee calls it late.", "Ada Renn", None, "harbour-committee"),
    # the same office as another's, or that of a description before the name
    (
        "The Latvian foreign minister, Ada Renn, met her Estonian counterpart, Boris Kell.",
        "Boris Kell",
        "foreign minister",
        "estonia",
    ),
    (
        "The Foreign Secretary spoke to her Estonian and Latvian counterparts, Boris Kell and Lars Hult, about it.",
        "Boris Kell",
        "Foreign Secretary",
        "Estonia",
    ),
    (
        "The Foreign Secretary spoke to her Estonian and Latvian counterparts, Boris Kell and Lars Hult, about it.",
        "Lars Hult",
        "Foreign Secretary",
        "latvia",
    ),
    (
        "Estonia's health minister has put off a tour. Ada Renn was to have left on Sunday.",
        "Ada Renn",
        "health minister",
        "estonia",
    ),
    # an office of an office, and the state it deals with, which is not its own
    (
        "The Special Envoy of the Secretary-General for Lebanon, Ada Renn, left.",
        "Ada Renn",
        "Special Envoy of the Secretary-General for Lebanon",
        "United Nations",
    ),
    # another body's Secretary-General, or one that may be
    (
        "Arab League Secretary-General Omar Vell spoke. The Special Envoy of the Secretary-General for Lebanon, Ada Renn, left.",
        "Ada Renn",
        "Special Envoy of the Secretary-General for Lebanon",
        None,
    ),
    (
        "The Arab League will send help. The Special Envoy of the Secretary-General for Lebanon, Ada Renn, said so.",
        "Ada Renn",
        "Special Envoy of the Secretary-General for Lebanon",
        None,
    ),
    (
        "The Personal Representative of the Prime Minister for Libya, Ada Renn, agreed.",
        "Ada Renn",
        "Personal Representative of the Prime Minister for Libya",
        None,
    ),
    ("Boris Kell has been named ambassador to Kenya.", "Boris Kell", "ambassador to Kenya", None),
    ("Norway's ambassador to Kenya, Boris Kell, left.", "Boris Kell", "ambassador to Kenya", "norway"),
    (
        "The head of the Libya desk at the Italian ministry, Boris Kell, agreed.",
        "Boris Kell",
        "head of the Libya desk at the Italian ministry",
        "Italy",
    ),
    ("Boris Kell's successor as EU envoy for Georgia, Ada Renn, left.", "Ada Renn", "envoy for Georgia", "eu"),
    ("Her Excellency Ambassador Ada Renn left.", "Ada Renn", "Ambassador", None),
    # whose office it is, where the sentence or the one before says so
    ("The Reed Front denied it. Its spokesman, Boris Kell, said so.", "Boris Kell", "spokesman", "reed-front"),
    ("The WHO agreed. The agency's country director, Ada Renn, left.", "Ada Renn", "country director", "who"),
    ("The bank denied it. Its lawyer, Boris Kell, stayed.", "Boris Kell", "lawyer", None),
    ("Kenya and Norway spoke. Its minister, Ada Renn, left.", "Ada Renn", "minister", None),
    (
        "Norway listed Al-Bahr Lines LLC, a firm based in Kenya, and its owner, Omar Vell.",
        "Omar Vell",
        "owner",
        "al-bahr-lines-llc",
    ),
    ("Norway will not send ships, Defence Minister Ada Renn said.", "Ada Renn", "Defence Minister", "norway"),
    ("Crews from Norway have gone, Defence Minister Ada Renn said.", "Ada Renn", "Defence Minister", None),
    # where somebody is now says more than where the office was held
    (
        "Former Kenyan foreign minister Boris Kell, now at the Reed Institute, objected.",
        "Boris Kell",
        "Former Kenyan foreign minister",
        "reed-institute",
    ),
    (
        "Former Kenyan foreign minister Boris Kell spoke at the Reed Institute.",
        "Boris Kell",
        "Former Kenyan foreign minister",
        "kenya",
    ),
]


@pytest.mark.parametrize(("text", "name", "role", "affiliation"), OFFICES, ids=[f"{r[1]}: {r[0]}" for r in OFFICES])
def test_whose_office_it_is(text: str, name: str, role: str | None, affiliation: str | None) -> None:
    assert standings_of(text).get(name) == ("person", role, affiliation)


@pytest.mark.parametrize("text", [row[0] for row in OFFICES])
def test_the_words_of_an_office_stand_in_its_passage(text: str) -> None:
    assert words_outside_passages(text) == set()
