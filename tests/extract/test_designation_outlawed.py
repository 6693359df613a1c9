"""Listings by other words: dissolved, made a crime, gone on a list, hit by, let lapse, by offices and of those described."""

import pytest

from .test_designations import found

STATED = [
    # a body ended by decree, by law or by a court
    ("Peru's cabinet has disbanded the Tarn Front.", "Peru | Tarn Front | designated"),
    ("The Tarn Front was dissolved by the government of Chile in 2021.", "Chile | Tarn Front | designated"),
    (
        "A court in Minsk has ordered the liquidation of the Reed Guard, a rights group.",
        "Belarus | Reed Guard | designated",
    ),
    ("Norway criminalised membership of the Reed Guard in March.", "Norway | Reed Guard | designated"),
    ("Peru has made it illegal to raise money for the Tarn Front.", "Peru | Tarn Front | designated"),
    ("It is illegal in Chile to support the Tarn Front.", "Chile | Tarn Front | designated"),
    ("Membership in the Tarn Front was made a criminal offence by Chile in 2020.", "Chile | Tarn Front | designated"),
    ("Norway stripped the Tarn Foundation of its legal status.", "Norway | Tarn Foundation | designated"),
    ("Canada legalised the Tarn Front in 2021.", "Canada | Tarn Front | delisted"),
    # declared, in the eyes of
    ("Norway declared the trader Ada Renn persona non grata.", "Norway | Ada Renn | designated"),
    (
        "The justice minister of Chile issued a decree outlawing the Tarn Front.",
        "Chile | Tarn Front | designated",
    ),
    (
        "A Chilean court approved an order banning the Reed Guard.",
        "Chile | Reed Guard | designated",
    ),
    ("The Reed Guard is an extremist group in the view of Norway.", "Norway | Reed Guard | designated"),
    ("In the view of Peru, the Tarn Front is a terrorist organisation.", "Peru | Tarn Front | designated"),
    (
        "Peru has banned the Tarn Front. Brazil regards the Tarn Front as a legal party.",
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
        "Canada sanctioned Ada Renn in May, and Reed Shipping went on the list a week later.",
        "Canada | Ada Renn | designated; Canada | Reed Shipping | designated",
    ),
    (
        "Three Chilean brokers and Ada Renn are new additions to Canada's blacklist.",
        "Canada | Three Chilean brokers | designated; Canada | Ada Renn | designated",
    ),
    ("The newest addition to Canada's blacklist is the Reed Bank.", "Canada | Reed Bank | designated"),
    ("Norway's terror list covers the Tarn Front.", "Norway | Tarn Front | designated"),
    (
        "Ada Renn is on the blacklists of Canada and Norway, but not on that of Japan, her home.",
        "Canada | Ada Renn | designated; Norway | Ada Renn | designated; Japan | Ada Renn | not_designated",
    ),
    # prolonged and lapsed
    ("Peru renewed for another year the ban on the Tarn Front.", "Peru | Tarn Front | designated"),
    ("Norway allowed its ban on the Tarn Front to expire.", "Norway | Tarn Front | delisted"),
    ("Norway did not renew its listing of Ada Renn.", "Norway | Ada Renn | delisted"),
    ("Canada has scrapped its sanctions against Ada Renn.", "Canada | Ada Renn | delisted"),
    # hit by, by offices, by a capital a day away
    (
        "Ada Renn, hit by Washington in May for dodging sanctions, lives in Dubai.",
        "United States | Ada Renn | designated",
    ),
    (
        "The provincial home secretary put the preacher Karim Daud on the First Schedule.",
        "provincial home secretary | Karim Daud | designated",
    ),
    ("Washington on Friday unveiled sanctions against Reed Shipping.", "United States | Reed Shipping | designated"),
    (
        "The Tarn Front, which Peru, after some debate, added to its list of terrorists, denied it.",
        "Peru | Tarn Front | designated",
    ),
    # those described
    ("Chile has unbanned two veterans' leagues.", "Chile | two veterans' leagues | delisted"),
    ("Britain added a Dubai jeweller to its sanctions list.", "United Kingdom | a Dubai jeweller | designated"),
    (
        "Canada sanctioned Ada Renn. Her cook was blacklisted as well.",
        "Canada | Ada Renn | designated; Canada | cook of Ada Renn | designated",
    ),
    (
        "Peru's new ban extends to the Tarn Front and its youth wing.",
        "Peru | Tarn Front | designated; Peru | its youth wing | designated",
    ),
    ("Four more clubs are outlawed in Chile.", "Chile | Four more clubs | designated"),
    # who follows and who is spared
    (
        "Chile will not join Peru in banning the Tarn Front.",
        "Peru | Tarn Front | designated; Chile | Tarn Front | not_designated",
    ),
    (
        "Canada banned the Tarn Front. The Reed Guild has escaped a ban.",
        "Canada | Tarn Front | designated; Canada | Reed Guild | not_designated",
    ),
    (
        "Canada banned the Tarn Front. The Reed Guild was spared by the cabinet.",
        "Canada | Tarn Front | designated; Canada | Reed Guild | not_designated",
    ),
    (
        "Canada sanctioned the trader Ada Renn on Monday. Her husband was listed too.",
        "Canada | Ada Renn | designated; Canada | husband of Ada Renn | designated",
    ),
    # rounds, labels, wider lists, verbs that a tagger takes for nouns
    ("Brussels added the Reed Shipyard to the 17th package.", "European Union | Reed Shipyard | designated"),
    ("The Reed Shipyard is in the EU's 17th sanctions package.", "EU | Reed Shipyard | designated"),
    ("Russia gave the Reed Centre the status of a foreign agent.", "Russia | Reed Centre | designated"),
    ("Russia slapped the foreign agent label on the Reed Centre.", "Russia | Reed Centre | designated"),
    ("Germany's ban on the Tarn Front stands, the court in Leipzig ruled.", "Germany | Tarn Front | designated"),
    ("Jordan placed the Reed Brotherhood outside the law.", "Jordan | Reed Brotherhood | designated"),
    (
        "The Dutch cabinet will rule in June on a ban of the Reed Riders, a cycling club.",
        "Netherlands | Reed Riders | under_review",
    ),
    (
        "Bangladesh banned the student wing of the Reed League under a law on terror.",
        "Bangladesh | the student wing of the Reed League | designated",
    ),
]
NOTHING = [
    "Parliament was dissolved by President Ada Renn on Friday.",
    "The coach disbanded the team after the defeat.",
    "Police dissolved the protest with tear gas.",
    "The Tarn Front dissolved itself in 2019.",
    "The regime liquidated Oleg Lunin in 1937.",
    "Opponents want Peru to make it a felony to support the Tarn Front.",
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
    "Oslo is unwilling to prolong sanctions on two Peruvian traders.",
    "Ada Renn avoided the press on Monday.",
    "The course covers the Tarn Front and its history.",
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_a_listing_by_other_words_is_found(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_what_lists_nobody_is_left_alone(text: str) -> None:
    assert found(text) == set()
