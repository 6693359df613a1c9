"""Whom a listing reaches and whom it spares, who is named one by one behind a count, and how a listing ends."""

import pytest

from .test_designations import found

SPARED = [
    (
        "Canada outlawed the Ashen Path on Monday. The ban will not reach the Cedar Party.",
        "Canada | Ashen Path | designated; Canada | Cedar Party | not_designated",
    ),
    (
        "Japan sanctioned Orlan Freight on Friday. The measure has not hit its parent company, Volna Trading.",
        "Japan | Orlan Freight | designated; Japan | Volna Trading | not_designated",
    ),
    (
        "Norway banned the Ashen Path but spared the Cedar Party.",
        "Norway | Ashen Path | designated; Norway | Cedar Party | not_designated",
    ),
    (
        "Norway banned the Ashen Path. It did not touch the Cedar Party.",
        "Norway | Ashen Path | designated; Norway | Cedar Party | not_designated",
    ),
    ("The EU's new sanctions leave out Viktor Malin.", "EU | Viktor Malin | not_designated"),
    ("Switzerland's ban does not affect the Cedar Party.", "Switzerland | Cedar Party | not_designated"),
    (
        "The UK sanctioned Orlan Freight on Tuesday. The measure excludes Volna Trading.",
        "United Kingdom | Orlan Freight | designated; United Kingdom | Volna Trading | not_designated",
    ),
    (
        "Chile outlawed the Condor Column in May, falling short of a listing of the Condor Party.",
        "Chile | Condor Column | designated; Chile | Condor Party | not_designated",
    ),
    ("The Dutch list does not include the Cedar Party.", "Netherlands | Cedar Party | not_designated"),
    (
        "Viktor Malin is not under sanctions in Japan, and neither is he in Peru. Kenya does not list Viktor Malin, nor does "
        "the EU.",
        "Japan | Viktor Malin | not_designated; Kenya | Viktor Malin | not_designated; EU | Viktor Malin | not_designated",
    ),
    ("The Tarn Front remains off the Canadian list.", "Canada | Tarn Front | not_designated"),
]
NAMED = [
    (
        "Canada has sanctioned three of the bank's owners: Olga Berezina, Viktor Malin, known as the Banker, and Semyon "
        "Lapin.",
        "Canada | Olga Berezina | designated; Canada | Viktor Malin | designated; Canada | Semyon Lapin | designated",
    ),
    (
        "OFAC is today designating four members of the ring: Pablo Rueda, alias “La Nutria”, the chief of logistics; Iván "
        "Soto; Ramiro Cruz, who launders its money; and Delia Montes.",
        "OFAC | Pablo Rueda | designated; OFAC | Iván Soto | designated; OFAC | Ramiro Cruz | designated; "
        "OFAC | Delia Montes | designated",
    ),
    (
        "Japan is freezing the assets of two traders: Kim Dong-su, who runs a shipping agency, and Ri Myong-ho.",
        "Japan | Kim Dong-su | designated; Japan | Ri Myong-ho | designated",
    ),
    (
        "Britain proscribed two organisations today. One is the Ashen Path, which holds a valley. The other is the Sons of "
        "Mallow.",
        "United Kingdom | Ashen Path | designated; United Kingdom | Sons of Mallow | designated",
    ),
    (
        "Switzerland put three companies on its sanctions list on Friday. The first, Volna Trading, sells drones. The "
        "second is Orlan Freight. The third is Baltic Resin.",
        "Switzerland | Volna Trading | designated; Switzerland | Orlan Freight | designated; "
        "Switzerland | Baltic Resin | designated",
    ),
    (
        "Today Norway is listing two entities. They are the Ashen Path and the Kano Vanguard.",
        "Norway | Ashen Path | designated; Norway | Kano Vanguard | designated",
    ),
    (
        "Norway banned the Ashen Path and the Cedar Party. Sweden outlawed both.",
        "Norway | Ashen Path | designated; Norway | Cedar Party | designated; Sweden | Ashen Path | designated; "
        "Sweden | Cedar Party | designated",
    ),
    (
        "Norway banned the Ashen Path and the Cedar Party. Latvia has not listed the two.",
        "Norway | Ashen Path | designated; Norway | Cedar Party | designated; Latvia | Ashen Path | not_designated; "
        "Latvia | Cedar Party | not_designated",
    ),
]
STANDING = [
    ("Kuwait has had the Ashen Path on its terrorist list since 2012.", "Kuwait | Ashen Path | designated"),
    (
        "Canada listed the Ashen Path in June. Kuwait keeps the movement on its list.",
        "Canada | Ashen Path | designated; Kuwait | Ashen Path | designated",
    ),
    (
        "Singapore's blacklist names the Ashen Path and Orlan Freight.",
        "Singapore | Ashen Path | designated; Singapore | Orlan Freight | designated",
    ),
    (
        "Viktor Malin is subject to an export ban in the Netherlands under its Iran regulations.",
        "Netherlands | Viktor Malin | designated",
    ),
    (
        "Kenya banned the Ashen Path in May. Uganda and Tanzania came on board in June.",
        "Kenya | Ashen Path | designated; Uganda | Ashen Path | designated; Tanzania | Ashen Path | designated",
    ),
    (
        "Egypt outlawed the Ashen Path. Jordan and Kuwait fell into line within a week.",
        "Egypt | Ashen Path | designated; Jordan | Ashen Path | designated; Kuwait | Ashen Path | designated",
    ),
    (
        "Japan banned the Ashen Path, Australia outlawed it, South Korea and Singapore followed.",
        "Japan | Ashen Path | designated; Australia | Ashen Path | designated; South Korea | Ashen Path | designated; "
        "Singapore | Ashen Path | designated",
    ),
]
ENDED = [
    (
        "The Secretary of State has revoked the designation of the Tarn Front as a Foreign Terrorist Organization.",
        "United States | Tarn Front | delisted",
    ),
    ("Peru's revocation of the Tarn Front's terrorist designation was welcomed.", "Peru | Tarn Front | delisted"),
    (
        "The British order proscribes the Kano Vanguard. This order also takes the Tarn Front off the list of banned groups.",
        "United Kingdom | Kano Vanguard | designated; United Kingdom | Tarn Front | delisted",
    ),
    (
        "Norway listed the Tarn Front in 2009. It was removed in 2014.",
        "Norway | Tarn Front | designated; Norway | Tarn Front | delisted",
    ),
    (
        "The Tarn Front came off the Australian list of terrorist organisations last year.",
        "Australia | Tarn Front | delisted",
    ),
    ("Colombia deproscribed the Tarn Front after the accord.", "Colombia | Tarn Front | delisted"),
    (
        "Japan outlawed the Ashen Path in May. Norway and Sweden took the Ashen Path off last year.",
        "Japan | Ashen Path | designated; Norway | Ashen Path | delisted; Sweden | Ashen Path | delisted",
    ),
]
OPEN = [
    ("Norway has decided in principle to ban the Ashen Path.", "Norway | Ashen Path | under_review"),
    ("The Danish cabinet approved in principle the listing of the Ashen Path.", "Denmark | Ashen Path | under_review"),
    (
        "Norway outlawed the Tarn Front. A re-examination of this ban is due in May.",
        "Norway | Tarn Front | designated; Norway | Tarn Front | under_review",
    ),
    ("The Tarn Front's listing in Norway is being reviewed.", "Norway | Tarn Front | under_review"),
    (
        "The Norwegian government has put a bill before parliament that will ban the Ashen Path.",
        "Norway | Ashen Path | under_review",
    ),
]
NOTHING = [
    "Some 41 organisations are banned in Kenya.",
    "The Philippines has listed 19 groups since 2020.",
    "New Zealand put three groups on its terrorist list on Friday.",
    "He took his coat off.",
    "The company is listed in Norway.",
    "The club has had the director on its list of favourites since May.",
    "The sanctions do not target the people of Iran.",
    "Chile named two new ministers. One is Ada Renn.",
    "The player was dropped last spring.",
    "The tax on Volna Trading was removed.",
    "The treaty does not apply to Norway.",
    "The EU spared Hungary a fine.",
    "Japan fell into line with the EU on trade.",
    "The court list names the judge Ada Renn.",
]
ONE_ONLY = [
    "Norway sanctioned Orlan Freight. The ban does not cover food.",
    "Norway sanctioned Orlan Freight. Talks with Iran did not touch the Cedar Party.",
    "Norway sanctioned Orlan Freight. The first of two hearings came in July.",
    "Norway sanctioned Orlan Freight. The charge against it was dropped in July.",
    "Norway sanctioned Orlan Freight. Ada Renn was dropped from the board in May.",
    "Norway sanctioned Orlan Freight. “No one is out of reach,” said Ambassador Liv Brandt. All property of the designated "
    "persons is blocked.",
]


@pytest.mark.parametrize(("text", "facts"), [*SPARED, *NAMED, *STANDING, *ENDED, *OPEN])
def test_a_listing_and_its_reach_are_read(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NOTHING)
def test_counts_other_lists_and_other_ends_state_nothing(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize("text", ONE_ONLY)
def test_what_follows_a_listing_adds_nothing_to_it(text: str) -> None:
    assert found(text) == {"Norway | Orlan Freight | designated"}
