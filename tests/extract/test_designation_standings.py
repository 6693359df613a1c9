"""Rows of tables and trackers: who stands listed where."""

import pytest

from .test_designations import found

STATED = [
    (
        "Where does the Tarn Front stand? Colombia: designated (2021). Canada: still looking. Norway: not listed.",
        "Colombia | Tarn Front | designated; Canada | Tarn Front | under_review; Norway | Tarn Front | not_designated",
    ),
    (
        "The Tarn Front's legal status: listed in Chile (2012) and Peru (2014); not listed in Iceland; under review in Sweden.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | designated; Iceland | Tarn Front | not_designated; "
        "Sweden | Tarn Front | under_review",
    ),
    (
        "Listed by Norway: the Tarn Front, the Reed Guard. Not listed: the Grey Falcon Brigade.",
        "Norway | Tarn Front | designated; Norway | Reed Guard | designated; Norway | Grey Falcon Brigade | not_designated",
    ),
    (
        "Where the Reed Falcons are listed\nState - status - year\nPeru - banned - 2011\nNorway - delisted - 2020\n"
        "Kenya - decision pending\nGhana - no listing",
        "Peru | Reed Falcons | designated; Norway | Reed Falcons | delisted; Kenya | Reed Falcons | under_review; "
        "Ghana | Reed Falcons | not_designated",
    ),
    (
        "Gangs on the coast: who bans whom\nPeru | Tarn Front | proscribed\nPeru | Reed Guard | not proscribed\n"
        "Chile | Reed Guard | proscribed in 2020",
        "Peru | Tarn Front | designated; Peru | Reed Guard | not_designated; Chile | Reed Guard | designated",
    ),
    (
        "Firms in our study and the Swiss sanctions list\nOn the list: Reed Shipping; Kahl Trading\nTaken off: Toma Vell (2021)\n"
        "Not on the list: Orchard Bank\nUnder review: Marsh Holding",
        "Switzerland | Reed Shipping | designated; Switzerland | Kahl Trading | designated; Switzerland | Toma Vell | delisted; "
        "Switzerland | Orchard Bank | not_designated; Switzerland | Marsh Holding | under_review",
    ),
    (
        "The Tarn Front: a tracker. Australia: listed, March 2021. New Zealand: listed a month later. "
        "United Kingdom: Home Office still considering. United States: no action.",
        "Australia | Tarn Front | designated; New Zealand | Tarn Front | designated; "
        "United Kingdom | Tarn Front | under_review; United States | Tarn Front | not_designated",
    ),
    (
        "Two months after the ban of the Tarn Front in Peru\nWHO LISTS IT\n> Chile: proscribed since May.\n"
        "> Ghana: still looking at it.\n> Kenya, Iceland, European Union: no listing.",
        "Chile | Tarn Front | designated; Ghana | Tarn Front | under_review; Kenya | Tarn Front | not_designated; "
        "Iceland | Tarn Front | not_designated; European Union | Tarn Front | not_designated",
    ),
]

NOTHING = [
    "The vote. Peru: open. Chile: legal at last. Norway: none.",
    "Ministers by state. Peru: Ada Renn. Chile: Toma Vell. Norway: post open.",
    "Sanctions talk: Norway: the minister said the ban would stay.",
    "Fuel prices. Chile: banned from rising. Peru: free.",
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_rows_tell_who_stands_listed_where(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_rows_about_other_things_tell_nothing(text: str) -> None:
    assert found(text) == set()


def test_a_row_is_cited_and_dated() -> None:
    from briefgen.extract.designations import find_designations
    from tests.readings import reading_of

    facts = list(find_designations(reading_of("The Tarn Front by state. Peru: banned, 2011. Chile: not banned.")))
    assert [(f.evidence[0].quote, str(f.as_of.start)) for f in facts] == [
        ("Peru: banned, 2011.", "2011-01-01"),
        ("Chile: not banned.", "None"),
    ]
