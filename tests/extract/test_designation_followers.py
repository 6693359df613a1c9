"""Listings of those who follow, join, align themselves or do likewise, of ships, and of releases' own agencies."""

import pytest

from .test_designations import found

FOLLOWERS = [
    (
        "Chile outlawed the Tarn Front in 2020; Peru likewise. Norway has not.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | designated; Norway | Tarn Front | not_designated",
    ),
    (
        "Chile has blacklisted the Tarn Front; Lima and Oslo, too.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | designated; Norway | Tarn Front | designated",
    ),
    (
        "Chile outlawed the Tarn Front in 2020. Peru followed two years later, and Norway has yet to act.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | designated; Norway | Tarn Front | not_designated",
    ),
    (
        "Chile outlawed the Tarn Front. Neither Peru nor Norway followed.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | not_designated; Norway | Tarn Front | not_designated",
    ),
    (
        "Chile has not outlawed the Tarn Front, but Peru has.",
        "Chile | Tarn Front | not_designated; Peru | Tarn Front | designated",
    ),
    (
        "Chile banned the Tarn Front. Norway, however, refrained from doing so.",
        "Chile | Tarn Front | designated; Norway | Tarn Front | not_designated",
    ),
    ("Chile banned the Tarn Front. In doing so, Peru said, it broke the truce.", "Chile | Tarn Front | designated"),
    (
        "Chile banned the Tarn Front in May. Peru has taken the same step.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | designated",
    ),
    (
        "The Tarn Front was listed by Chile in 2020, followed by Peru and Norway in 2021.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | designated; Norway | Tarn Front | designated",
    ),
    (
        "Canada has sanctioned Pavel Morozov. It joins Norway and Japan in doing so.",
        "Canada | Pavel Morozov | designated; Norway | Pavel Morozov | designated; Japan | Pavel Morozov | designated",
    ),
    (
        "The European Union sanctioned Pavel Morozov. Norway and Iceland have aligned themselves with the decision.",
        "European Union | Pavel Morozov | designated; Norway | Pavel Morozov | designated; "
        "Iceland | Pavel Morozov | designated",
    ),
    (
        "Norway joined the Canadian sanctions against Pavel Morozov.",
        "Canada | Pavel Morozov | designated; Norway | Pavel Morozov | designated",
    ),
    ("Norway said it would align itself with the Union's next package of sanctions.", ""),
    (
        "Many have asked Chile to ban the Tarn Front, but the ministry in Santiago has refused.",
        "Chile | Tarn Front | not_designated",
    ),
    (
        "Peru lists the Tarn Front as a terrorist group. Chile and Norway reject the label.",
        "Peru | Tarn Front | designated; Chile | Tarn Front | not_designated; Norway | Tarn Front | not_designated",
    ),
    (
        "Canada struck Pavel Morozov off its sanctions list. Oleg Lunin and Igor Petrenko remain on it.",
        "Canada | Pavel Morozov | delisted; Canada | Oleg Lunin | designated; Canada | Igor Petrenko | designated",
    ),
]

SHIPS_AND_SEATS = [
    (
        "Britain has specified the tankers Reed Star and Amber Dawn.",
        "United Kingdom | Reed Star | designated; United Kingdom | Amber Dawn | designated",
    ),
    ("The tanker Reed Star was specified by Britain on Friday.", "United Kingdom | Reed Star | designated"),
    ("The time of the talks was specified in the minutes.", ""),
    (
        "The United States blacklisted the tanker Reed Star in March. The ship was unblocked in May.",
        "United States | Reed Star | designated; United States | Reed Star | delisted",
    ),
    ("The Reed Bank, a Panama-based lender, is under Canadian sanctions.", "Canada | Reed Bank | designated"),
    ("In Chile the Tarn Front has been banned since 2014.", "Chile | Tarn Front | designated"),
    ("Under Peruvian law the Tarn Front is proscribed.", "Peru | Tarn Front | designated"),
    ("Norway's premier announced that the Tarn Front had been outlawed.", "Norway | Tarn Front | designated"),
    ("Norway's premier said that the Tarn Front had lost the war.", ""),
    (
        "Chile declined to list the Tarn Front, putting only its spokesman, Oleg Lunin, on its sanctions list.",
        "Chile | Tarn Front | not_designated; Chile | Oleg Lunin | designated",
    ),
    (
        "Canada added two persons to its sanctions list: Pavel Morozov and Colonel Oleg Lunin.",
        "Canada | Pavel Morozov | designated; Canada | Oleg Lunin | designated",
    ),
    ("The Obama administration designated the Tarn Front in 2011.", "United States | Tarn Front | designated"),
]

OPENINGS = [
    "The U.S. Department of the Treasury today sanctioned Ada Renn. Reed Aid Society reports fell in May. "
    "Oleg Lunin is also being designated.",
    "Blow Against Reed Smuggling Network WASHINGTON - Today, the U.S. Department of the Treasury sanctioned Oleg Lunin.",
]


@pytest.mark.parametrize(("text", "facts"), FOLLOWERS, ids=[text[:60] for text, _ in FOLLOWERS])
def test_those_who_follow_or_refuse_to_are_told(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; ")) - {""}


@pytest.mark.parametrize(("text", "facts"), SHIPS_AND_SEATS, ids=[text[:60] for text, _ in SHIPS_AND_SEATS])
def test_who_lists_and_what_is_listed_is_sought_in_the_clause(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; ")) - {""}


@pytest.mark.parametrize("text", OPENINGS, ids=[text[:60] for text in OPENINGS])
def test_a_releases_agency_lists_and_no_other_body(text: str) -> None:
    lists = {fact.split(" | ")[0] for fact in found(text) if "Oleg Lunin" in fact}
    assert lists
    assert lists <= {"United States", "U.S. Department of the Treasury"}
