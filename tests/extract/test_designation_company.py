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
    ("Unlike Norway, Chile was slow to ban the Tarn Front.", None),
    (
        "Peru outlawed the Tarn Front on Monday, following Chile and Ecuador.",
        "Peru | Tarn Front | designated; Chile | Tarn Front | designated; Ecuador | Tarn Front | designated",
    ),
    (
        "The Tarn Front is on Washington's terrorist list, but not on Ottawa's.",
        "United States | Tarn Front | designated; Canada | Tarn Front | not_designated",
    ),
    (
        "Pavel Morozov is under American sanctions and under those of Japan.",
        "United States | Pavel Morozov | designated",
    ),
    # groups and bodies told by a noun or a pronoun
    (
        "Canada lists the Tarn Front and the Reef Guard. Lima has never banned either of them.",
        "Canada | Tarn Front | designated; Canada | Reef Guard | designated; "
        "Peru | Tarn Front | not_designated; Peru | Reef Guard | not_designated",
    ),
    (
        "Canada lists the Tarn Front and the Reef Guard. Norway lists neither of them.",
        "Canada | Tarn Front | designated; Canada | Reef Guard | designated; "
        "Norway | Tarn Front | not_designated; Norway | Reef Guard | not_designated",
    ),
    (
        "The Zemir Liberation Council seized the port in May. Rabat considers it a terrorist organisation.",
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
        "The Treasury is sanctioning, under an order of 2018, Harun Bashir for arming the Tarn Front; "
        "and Idris Talib for hiding its money.",
        "Treasury | Harun Bashir | designated; Treasury | Idris Talib | designated",
    ),
    (
        'We regret the decision by a Minsk court to designate as "extremist" the Tarn Institute.',
        "Belarus | Tarn Institute | designated",
    ),
    ("Norway banned Tarn Front activities in 2020.", "Norway | Tarn Front | designated"),
    # the end of a listing is told of the one who listed
    (
        "Peru and Canada list the Tarn Front. Harun Bashir, sanctioned by Britain in 2019, has since been delisted.",
        "Peru | Tarn Front | designated; Canada | Tarn Front | designated; "
        "United Kingdom | Harun Bashir | designated; United Kingdom | Harun Bashir | delisted",
    ),
    (
        "Chile struck the Tarn Front off its terrorist list in 2016, only to put it back two years later.",
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
        "The Reef Guard has been on Canada's terrorist list since 2014. The Tarn Front has never been.",
        "Canada | Reef Guard | designated; Canada | Tarn Front | not_designated",
    ),
    (
        "Britain has laid an order in Parliament to proscribe the Tarn Front.",
        "United Kingdom | Tarn Front | under_review",
    ),
    ("Harun Bashir is barred from entering Japan.", "Japan | Harun Bashir | designated"),
    ("The Tarn Front does not appear on the EU list of groups and entities.", "EU | Tarn Front | not_designated"),
    ("The Tarn Front, which Ankara lists as a terrorist organisation, denied it.", "Turkey | Tarn Front | designated"),
    ("Peru has entered the Tarn Front in its registry of terrorist organisations.", "Peru | Tarn Front | designated"),
    (
        "Turkey considers the Tarn Front a terrorist organisation, a view that it shares with the European Union.",
        "Turkey | Tarn Front | designated",
    ),
]

NOTHING = [
    "The panel recommended that the Tarn Front be added to the UN sanctions list.",
    "Greece proposed in June that Harun Bashir be entered on the EU list.",
    "We urge the ministry to reject the plea of Peru, made in May, that the Tarn Front be listed as a terrorist group.",
    "Chile denied on Sunday that Norway had listed the Tarn Front.",
    "The minister denied to reporters that Harun Bashir had been sanctioned by Peru.",
    '"I have been called a terrorist in Lima," Harun Bashir said.',
    "The foreign minister of Chile called the Tarn Front a terrorist organisation in a speech.",
    "Deputies want the Tarn Front banned.",
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_those_set_beside_one_that_lists_are_told(text: str, facts: str | None) -> None:
    assert found(text) == set(facts.split("; ")) if facts else "Norway" not in str(found(text))


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_what_is_recommended_denied_or_said_by_one_person_is_no_listing(text: str) -> None:
    assert found(text) == set()
