"""Listings by other words: dissolved, made a crime, gone on a list, hit by, let lapse, by offices and of those described."""

import pytest

from .test_designations import found

STATED = [
    # a body ended by decree, by law or by a court
    ("Peru's cabinet dissolved the Tarn Front by decree on Monday.", "Peru | Tarn Front | designated"),
    ("The Tarn Front was dissolved by the government of Chile in 2021.", "Chile | Tarn Front | designated"),
    (
        "A court in Minsk has ordered the liquidation of the Reed Guard, a rights group.",
        "Belarus | Reed Guard | designated",
    ),
    ("Norway criminalised membership of the Reed Guard in March.", "Norway | Reed Guard | designated"),
    ("Peru has made it a crime to belong to the Tarn Front.", "Peru | Tarn Front | designated"),
    ("It is illegal in Chile to support the Tarn Front.", "Chile | Tarn Front | designated"),
    ("Membership in the Tarn Front was made a criminal offence by Chile in 2020.", "Chile | Tarn Front | designated"),
    ("Norway stripped the Tarn Foundation of its legal status.", "Norway | Tarn Foundation | designated"),
    ("Canada legalised the Tarn Front in 2021.", "Canada | Tarn Front | delisted"),
    # declared, in the eyes of
    ("Ada Renn was declared persona non grata by Norway in 2020.", "Norway | Ada Renn | designated"),
    (
        "The justice minister of Chile signed an order declaring the Tarn Front an unlawful association.",
        "Chile | Tarn Front | designated",
    ),
    (
        "A Nigerian court granted on Friday an order proscribing the Reed Vanguard.",
        "Nigeria | Reed Vanguard | designated",
    ),
    ("The Tarn Front is a terrorist group in the eyes of Norway.", "Norway | Tarn Front | designated"),
    ("In the view of Peru, the Tarn Front is a terrorist organisation.", "Peru | Tarn Front | designated"),
    (
        "Peru has banned the Tarn Front. Brazil treats the Tarn Front as an ordinary gang.",
        "Peru | Tarn Front | designated; Brazil | Tarn Front | not_designated",
    ),
    # on a list and off it
    (
        "Ada Renn and Boris Kell ended up on Canada's sanctions list.",
        "Canada | Ada Renn | designated; Canada | Boris Kell | designated",
    ),
    ("Ada Renn found herself on a U.S. sanctions list.", "United States | Ada Renn | designated"),
    ("Ada Renn landed on the EU's blacklist in 2019.", "EU | Ada Renn | designated"),
    ("Ada Renn dropped off the Canadian sanctions list last year.", "Canada | Ada Renn | delisted"),
    ("Ada Renn got struck off the EU's sanctions list in March.", "EU | Ada Renn | delisted"),
    (
        "Canada sanctioned Ada Renn in May, and her firm, Reed Shipping, went on the list with her.",
        "Canada | Ada Renn | designated; Canada | Reed Shipping | designated",
    ),
    (
        "Two Maltese lawyers and the trader Ada Renn are the latest additions to the EU's sanctions list.",
        "EU | Two Maltese lawyers | designated; EU | Ada Renn | designated",
    ),
    ("The latest addition to Canada's blacklist is the Reed Bank.", "Canada | Reed Bank | designated"),
    ("Norway's terror list took in the Tarn Front in 2020.", "Norway | Tarn Front | designated"),
    (
        "Ada Renn is on the blacklists of Canada and Norway but not on that of Japan.",
        "Canada | Ada Renn | designated; Norway | Ada Renn | designated; Japan | Ada Renn | not_designated",
    ),
    # prolonged and lapsed
    ("Peru on Tuesday extended by five years the ban on the Tarn Front.", "Peru | Tarn Front | designated"),
    ("Norway let the ban on the Tarn Front lapse in June.", "Norway | Tarn Front | delisted"),
    ("Norway did not renew its listing of Ada Renn.", "Norway | Ada Renn | delisted"),
    ("Canada has scrapped its sanctions against Ada Renn.", "Canada | Ada Renn | delisted"),
    # hit by, by offices, by a capital a day away
    (
        "Ada Renn, who denies dodging sanctions, was among five bankers hit by Washington last week.",
        "United States | Ada Renn | designated",
    ),
    (
        "The Sindh home department placed the cleric Abdul Wahid on the Fourth Schedule.",
        "Sindh home department | Abdul Wahid | designated",
    ),
    ("Washington on Friday unveiled sanctions against Reed Shipping.", "United States | Reed Shipping | designated"),
    (
        "The Tarn Front, which Peru, with the other Andean states, put on its terrorism list in 2016, denied it.",
        "Peru | Tarn Front | designated",
    ),
    # those described
    ("Peru on Tuesday lifted the ban on three exile societies.", "Peru | three exile societies | delisted"),
    ("Britain added a Dubai jeweller to its sanctions list.", "United Kingdom | a Dubai jeweller | designated"),
    (
        "Canada sanctioned Ada Renn. Her barber was sanctioned too.",
        "Canada | Ada Renn | designated; Canada | barber of Ada Renn | designated",
    ),
    (
        "Peru's ban, in force since May, covers the Tarn Front and its youth wing.",
        "Peru | Tarn Front | designated; Peru | its youth wing | designated",
    ),
    ("Nine other associations remain banned in Chile.", "Chile | Nine other associations | designated"),
    # who follows and who is spared
    (
        "Chile is not about to follow Peru in banning the Tarn Front, a minister said.",
        "Peru | Tarn Front | designated; Chile | Tarn Front | not_designated",
    ),
    (
        "Canada banned the Tarn Front. A sister body, the Reed Guild, escaped the same fate.",
        "Canada | Tarn Front | designated; Canada | Reed Guild | not_designated",
    ),
    (
        "Canada banned the Tarn Front. Two sister groups were spared by the minister.",
        "Canada | Tarn Front | designated; Canada | Two sister groups | not_designated",
    ),
    (
        "Canada sanctioned the trader Ada Renn on Monday. Her husband was listed on the same day.",
        "Canada | Ada Renn | designated; Canada | husband of Ada Renn | designated",
    ),
]
NOTHING = [
    "Parliament was dissolved by President Ada Renn on Friday.",
    "The coach disbanded the team after the defeat.",
    "Police dissolved the protest with tear gas.",
    "The Tarn Front dissolved itself in 2019.",
    "The regime liquidated Oleg Lunin in 1937.",
    "Opponents want Peru to make it a crime to belong to the Tarn Front.",
    "It is a crime in Chile to join two cables.",
    "Kenya banned plastic bags last year.",
    "Peru banned street protests in Lima.",
    "Norway banned two weightlifters for doping.",
    "Japan designated a nature reserve on the coast.",
    "Canada sanctioned the project of a regional prize.",
    "The bookshop was struck off the register of companies.",
    "The club put Ada Renn on the transfer list.",
    "The port of Chile was hit by Peru's tariffs.",
    "Her novel went on the list of the best books of the year.",
    "Budapest is refusing to extend measures against some Russian individuals.",
    "Ada Renn avoided the press on Monday.",
    "The course covers the Tarn Front and its history.",
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_a_listing_by_other_words_is_found(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_what_lists_nobody_is_left_alone(text: str) -> None:
    assert found(text) == set()
