"""Who is not listed beside another, what is no listing at all, and whose deed the words behind a colon tell."""

import pytest

from .test_designations import found

TWO = "Chile banned the Tarn Front and the Reed Guard in May. "
BOTH = "Chile | Tarn Front | designated; Chile | Reed Guard | designated; "
DENIED = "Norway | Tarn Front | not_designated; Norway | Reed Guard | not_designated"

STATED = [
    (TWO + "Norway has refused to ban either group.", BOTH + DENIED),
    (TWO + "Norway has banned neither.", BOTH + DENIED),
    (TWO + "Neither group is listed by Norway.", BOTH + DENIED),
    (
        "Norway has not blacklisted Kestrel Bank, nor Heron Trading.",
        "Norway | Kestrel Bank | not_designated; Norway | Heron Trading | not_designated",
    ),
    (
        "Norway has not sanctioned Kestrel Bank, let alone Heron Trading.",
        "Norway | Kestrel Bank | not_designated; Norway | Heron Trading | not_designated",
    ),
    (
        "Kestrel Bank has not been put on any Norwegian list, nor has Heron Trading.",
        "Norway | Kestrel Bank | not_designated; Norway | Heron Trading | not_designated",
    ),
    (
        TWO + "Norway went half as far: the Tarn Front was outlawed in July, while the Reed Guard was left alone.",
        BOTH + "Norway | Tarn Front | designated; Norway | Reed Guard | not_designated",
    ),
    (
        TWO + "Norway did less: the Tarn Front was put on its blacklist; the Reed Guard was exempted.",
        BOTH + "Norway | Tarn Front | designated; Norway | Reed Guard | not_designated",
    ),
    (
        "Chile designated the Tarn Front as a terrorist group. Norway has never treated the movement as such.",
        "Chile | Tarn Front | designated; Norway | Tarn Front | not_designated",
    ),
    (
        "Chile banned the Tarn Front in May. The laws of Norway do not permit this, Norway replied.",
        "Chile | Tarn Front | designated; Norway | Tarn Front | not_designated",
    ),
    (
        "Chile banned the Tarn Front in May. Norway never entered the group in a register of its own.",
        "Chile | Tarn Front | designated; Norway | Tarn Front | not_designated",
    ),
    (
        "The Tarn Front is not, for the time being, a proscribed organisation in Norway.",
        "Norway | Tarn Front | not_designated",
    ),
    (
        "Kestrel Bank is not subject to sanctions of the European Union.",
        "European Union | Kestrel Bank | not_designated",
    ),
    (
        "In June Tokyo added Kestrel Bank to Japan's Dual Use List, but not Heron Trading.",
        "Japan | Kestrel Bank | designated; Japan | Heron Trading | not_designated",
    ),
    ("Britain has put sanctions on Pavel Morozov, a broker.", "United Kingdom | Pavel Morozov | designated"),
    (
        "Critics blame Oleg Lunin, whose Bureau of Maritime Trade has blacklisted Kestrel Bank.",
        "Bureau of Maritime Trade | Kestrel Bank | designated",
    ),
    (
        "Kestrel Bank wrote to the Ministry of Trade (MOT). The company was added to Chile's sanctions list in May.",
        "Chile | Kestrel Bank | designated",
    ),
    (
        "OSLO, March 3 (Fjord Press) - Chile banned the Tarn Front on Monday. Norway has outlawed the group since.",
        "Chile | Tarn Front | designated; Norway | Tarn Front | designated",
    ),
]
NOTHING = [
    "By now 45 Chilean banks are listed by Norway.",
    "Any listing of Kestrel Bank by Norway is unlikely before May.",
    "Ada Renn said that a ban on the Tarn Front by Norway would be premature.",
    "Norway is considering sanctions on commanders of the Tarn Front.",
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_each_of_two_gets_what_is_said_of_it(text: str, expected: str) -> None:
    assert sorted(found(text)) == sorted(expected.split("; "))


@pytest.mark.parametrize("text", NOTHING)
def test_a_count_a_thought_and_the_unnamed_are_no_listing(text: str) -> None:
    assert found(text) == set()
