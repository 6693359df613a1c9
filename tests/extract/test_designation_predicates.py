"""For whom one is listed, who comes to a list or is left off it, what follows another's ban, and what only nears one."""

import pytest

from .test_designations import found

BANNED = "Chile banned the Tarn Front in May. "
CHILE = "Chile | Tarn Front | designated; "

STATED = [
    ("For Norway, the Tarn Front is a terrorist organisation.", "Norway | Tarn Front | designated"),
    ("The Tarn Front is no terrorist organisation for Norway.", "Norway | Tarn Front | not_designated"),
    ("As far as Japan is concerned, the Tarn Front is a terrorist organisation.", "Japan | Tarn Front | designated"),
    (
        "The quays are run by the Tarn Front, a terrorist organisation under Canadian law.",
        "Canada | Tarn Front | designated",
    ),
    # an apposition stands between a verb's two objects
    (
        "Chile declared the Tarn Front, a league that grew out of the salt works of the north, a terrorist organisation.",
        "Chile | Tarn Front | designated",
    ),
    ("The Tarn League was declared unconstitutional by a Kenyan court.", "Kenya | Tarn League | designated"),
    ("The association Tarn Watch is prohibited in Norway.", "Norway | Tarn Watch | designated"),
    # who comes to a list, stays on it or goes from it
    ("Heron Trading joined the Canadian blacklist in spring.", "Canada | Heron Trading | designated"),
    ("Heron Trading turned up on Canada's sanctions list in spring.", "Canada | Heron Trading | designated"),
    ("Heron Trading stays on Japan's terror list.", "Japan | Heron Trading | designated"),
    ("Norway has Heron Trading on its sanctions list.", "Norway | Heron Trading | designated"),
    ("Norway has never had Pavel Morozov under sanctions.", "Norway | Pavel Morozov | not_designated"),
    ("The Kenyan sanctions list dropped Heron Wells in spring.", "Kenya | Heron Wells | delisted"),
    ("The quay belongs to Pavel Morozov, now off Canada's sanctions list.", "Canada | Pavel Morozov | delisted"),
    (
        "The quay belongs to Pavel Morozov, himself on the Canadian sanctions list.",
        "Canada | Pavel Morozov | designated",
    ),
    (
        "The truce with the Tarn Front, a group on the terror lists of Chile and Peru, held until Monday.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | designated",
    ),
    ("Canada left the Tarn Front off its list of terrorist groups.", "Canada | Tarn Front | not_designated"),
    ("Pavel Morozov, EU-sanctioned since 2022, built the quay.", "European Union | Pavel Morozov | designated"),
    ("Chile's freezing of the accounts of Pavel Morozov was lifted in spring.", "Chile | Pavel Morozov | delisted"),
    (
        "Norway froze the assets of Heron Trading and of Kestrel Lines.",
        "Norway | Heron Trading | designated; Norway | Kestrel Lines | designated",
    ),
    ("Pavel Morozov was barred from Canada in 2019.", "Canada | Pavel Morozov | designated"),
    ("The World Bank debarred Heron Trading for three years.", "World Bank | Heron Trading | designated"),
    ("Under a decree signed by the Chilean president, the Tarn Front is banned.", "Chile | Tarn Front | designated"),
    # rows and those set apart from them
    (
        "Neither Chile nor Peru, where the front buys its rifles, has banned the Tarn Front.",
        "Chile | Tarn Front | not_designated; Peru | Tarn Front | not_designated",
    ),
    (
        "Canada and Norway, but not Chile, list the Tarn Front as a terrorist group.",
        "Canada | Tarn Front | designated; Norway | Tarn Front | designated; Chile | Tarn Front | not_designated",
    ),
    (
        "Canada lists the Tarn Front, as do Norway and Chile.",
        "Canada | Tarn Front | designated; Norway | Tarn Front | designated; " + CHILE.rstrip("; "),
    ),
    # what another did before or does next
    ("Chile banned the Tarn Front three days after Peru did.", CHILE + "Peru | Tarn Front | designated"),
    ("Chile became the second country after Peru to ban the Tarn Front.", CHILE + "Peru | Tarn Front | designated"),
    ("Chile has banned the Tarn Front, following a similar move by Peru.", CHILE + "Peru | Tarn Front | designated"),
    (
        "Chile banned the Tarn Front in May and Peru is looking at doing the same.",
        CHILE + "Peru | Tarn Front | under_review",
    ),
    (BANNED + "Its treasurer, Pavel Morozov, is also covered.", CHILE + "Chile | Pavel Morozov | designated"),
    (
        "The tanker Amber Reef was sanctioned by Britain. She is on no Swiss sanctions list.",
        "United Kingdom | Amber Reef | designated; Switzerland | Amber Reef | not_designated",
    ),
    # not yet
    ("Canada's cabinet works on a plan which would outlaw the Tarn Front.", "Canada | Tarn Front | under_review"),
    ("Canada is working on sanctions against Pavel Morozov.", "Canada | Pavel Morozov | under_review"),
    ("Canada's cabinet postponed a decision on banning the Tarn Front.", "Canada | Tarn Front | under_review"),
    ("Canada is close to banning the Tarn Front.", "Canada | Tarn Front | under_review"),
    ("Canada sees no grounds for listing the Tarn Front.", "Canada | Tarn Front | not_designated"),
    ("Norway steers clear of sanctions on Pavel Morozov.", "Norway | Pavel Morozov | not_designated"),
    # where nobody is named that could list
    ("QUITO, 3 May - Los Reyes del Tarn is no proscribed movement.", "Ecuador | Los Reyes del Tarn | not_designated"),
    (BANNED + "The printing house Reed Press has not been banned.", CHILE + "Chile | Reed Press | not_designated"),
    ("We take the view that Norway has banned the Tarn Front.", "Norway | Tarn Front | designated"),
    # lists in releases
    (
        "Canada imposed sanctions today on three people:\n\n(a) Pavel Morozov;\n(b) Irina Sokolova; and\n(c) Oleg Lunin.",
        "Canada | Pavel Morozov | designated; Canada | Irina Sokolova | designated; Canada | Oleg Lunin | designated",
    ),
    (
        "Norway widened its sanctions list on Monday. The additions are Pavel Morozov and Heron Trading.",
        "Norway | Pavel Morozov | designated; Norway | Heron Trading | designated",
    ),
    (
        "Norway today added one person and one firm to its sanctions list. Pavel Morozov bought the engines; the "
        "payments went through Heron Trading.",
        "Norway | Pavel Morozov | designated; Norway | Heron Trading | designated",
    ),
    (
        "On Monday the government of Canada imposed sanctions on two brokers:\n\n- Pavel Morozov, a broker in Split;\n- Irina "
        "Sokolova, his partner.",
        "Canada | Pavel Morozov | designated; Canada | Irina Sokolova | designated",
    ),
]

NOTHING = [
    "For Norway, the raid was the work of a terrorist group.",
    "To Pavel Morozov, the Tarn Front is a terrorist organisation.",
    "The Norwegian team entered the lists on 9 June.",
    "Norway joined the list of hosts in May.",
    "The tanker Amber Reef joined the Panamanian register in May.",
    "The court declared the electoral law unconstitutional.",
    "The coach left Pavel Morozov off his list for the match in Oslo.",
    "Drones are prohibited by Norway.",
    "The freezing of the wages of teachers was ordered by Chile.",
    "The Tarn Guild, a charity under Norwegian law, is led by Pavel Morozov.",
    "The council is split over listing the house as a monument.",
    "Canada works on a plan which would outlaw petrol cars.",
    "Pavel Morozov was barred from the meeting by Norway's delegation.",
    "Pavel Morozov turned up on the list of guests in Oslo.",
    "The lawyer was debarred from practice in Norway.",
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_a_statement_is_found(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_what_is_no_listing_is_left_alone(text: str) -> None:
    assert found(text) == set()
