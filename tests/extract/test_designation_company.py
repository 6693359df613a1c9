"""Who is set beside one that lists, who is meant by a group's pronoun, and what is only asked for or denied."""

import pytest

from .test_designations import found

STATED = [
    # set beside another
    (
        "Like Japan and Peru, Canada lists the Tarn Front as a terrorist entity.",
        "Canada | Tarn Front | designated; Japan | Tarn Front | designated; Peru | Tarn Front | designated",
    ),
    (
        "Chile, unlike Norway, has not banned the Tarn Front.",
        "Chile | Tarn Front | not_designated; Norway | Tarn Front | designated",
    ),
    (
        "Peru outlawed the Tarn Front on Monday, following Chile and Ecuador.",
        "Peru | Tarn Front | designated; Chile | Tarn Front | designated; Ecuador | Tarn Front | designated",
    ),
    (
        "The Tarn Front is on Washington's terrorist list, but not on Ottawa's.",
        "United States | Tarn Front | designated; Canada | Tarn Front | not_designated",
    ),
    (
        "Pavel Morozov has been under Swiss sanctions since March and under EU sanctions since May.",
        "Switzerland | Pavel Morozov | designated; EU | Pavel Morozov | designated",
    ),
    # groups and bodies told by a noun or a pronoun
    (
        "Canada lists the Tarn Front and the Reef Guard. Peru has not outlawed either of the two.",
        "Canada | Tarn Front | designated; Canada | Reef Guard | designated; "
        "Peru | Tarn Front | not_designated; Peru | Reef Guard | not_designated",
    ),
    (
        "Canada lists the Tarn Front and the Reef Guard. Norway lists neither of them.",
        "Canada | Tarn Front | designated; Canada | Reef Guard | designated; "
        "Norway | Tarn Front | not_designated; Norway | Reef Guard | not_designated",
    ),
    (
        "The Zemir Liberation Council runs two ports. Rabat outlawed it in May.",
        "Morocco | Zemir Liberation Council | designated",
    ),
    (
        "Bahrain designated 12 persons as terrorists, among them Harun Bashir and Idris Talib.",
        "Bahrain | Harun Bashir | designated; Bahrain | Idris Talib | designated",
    ),
    (
        "Kuwait banned seven smuggling networks, including the Tarn Cartel.",
        "Kuwait | Tarn Cartel | designated",
    ),
    (
        "Harun Bashir is among 30 officials whom the United States sanctioned in May.",
        "United States | Harun Bashir | designated",
    ),
    # the listed behind a date, an aside or their category
    (
        "Japan blacklisted Harun Bashir in March and, a month later, Idris Talib.",
        "Japan | Harun Bashir | designated; Japan | Idris Talib | designated",
    ),
    (
        "Norway has sanctioned, under its law of 2018, Harun Bashir for arming the Tarn Front; and Idris Talib for feeding it.",
        "Norway | Harun Bashir | designated; Norway | Idris Talib | designated",
    ),
    (
        "Belarus has declared as extremist groups the Tarn Institute and the Reef Guard.",
        "Belarus | Tarn Institute | designated; Belarus | Reef Guard | designated",
    ),
    ("Norway banned Tarn Front activities in 2020.", "Norway | Tarn Front | designated"),
    # the end of a listing is told of the one who listed
    (
        "Peru and Canada list the Tarn Front. Harun Bashir, sanctioned by Britain in 2019, has since been delisted.",
        "Peru | Tarn Front | designated; Canada | Tarn Front | designated; "
        "United Kingdom | Harun Bashir | designated; United Kingdom | Harun Bashir | delisted",
    ),
    (
        "Chile took the Tarn Front off its terrorist list in May, only to put it back in October.",
        "Chile | Tarn Front | delisted; Chile | Tarn Front | designated",
    ),
    (
        "The court in Oslo ordered that Harun Bashir be removed from the terrorist list.",
        "Norway | Harun Bashir | delisted",
    ),
    # refused, open, out of a list
    (
        "Chile outlawed the Tarn Front in 2013. Peru, asked to do the same, declined to.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | not_designated",
    ),
    (
        "The Reef Guard was banned by Canada in May. The Tarn Front has never been.",
        "Canada | Reef Guard | designated; Canada | Tarn Front | not_designated",
    ),
    (
        "Britain has laid an order in Parliament to proscribe the Tarn Front.",
        "United Kingdom | Tarn Front | under_review",
    ),
    ("Harun Bashir is barred from entering Japan.", "Japan | Harun Bashir | designated"),
    ("The Tarn Front is missing from the Canadian list of groups.", "Canada | Tarn Front | not_designated"),
    ("The Tarn Front, which Ankara lists as a terrorist organisation, denied it.", "Turkey | Tarn Front | designated"),
    ("Peru has entered the Tarn Front in its registry of terrorist organisations.", "Peru | Tarn Front | designated"),
    (
        "Turkey considers the Tarn Front a terrorist organisation, a view that it shares with the European Union.",
        "Turkey | Tarn Front | designated",
    ),
]

NOTHING = [
    "Two experts proposed that the Tarn Front be blacklisted by the UN.",
    "Greece proposed in June that Harun Bashir be sanctioned by the EU.",
    "Peru has asked again that the Tarn Front be designated a terrorist group by Chile.",
    "Chile denied on Sunday that Norway had listed the Tarn Front.",
    "The minister denied to reporters that Harun Bashir had been sanctioned by Peru.",
    '"Lima has branded me a terrorist," Harun Bashir said.',
    "The foreign minister of Chile called the Tarn Front a terrorist organisation in a speech.",
    "Deputies want the Tarn Front banned.",
    "Unlike Norway, Chile was slow to ban the Tarn Front.",
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_those_set_beside_one_that_lists_are_told(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_what_is_recommended_denied_or_said_by_one_person_is_no_listing(text: str) -> None:
    assert found(text) == set()
