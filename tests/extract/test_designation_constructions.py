"""Designation statements by kinds of construction: `authority | subject | status`."""

import pytest

from .test_designations import found

STATED = [
    ("The Tarn Front burned two villages in May. Japan outlawed the group in 2021.", "Japan | Tarn Front | designated"),
    (
        "Norway regards the Tarn Front as a terrorist organisation, and so does Denmark.",
        "Norway | Tarn Front | designated; Denmark | Tarn Front | designated",
    ),
    (
        "The Tarn Front, which the EU lists as a terrorist organisation, holds the valley.",
        "EU | Tarn Front | designated",
    ),
    (
        "The Tarn Front, listed as a terrorist organisation by the UN, the US and Australia, holds the valley.",
        "UN | Tarn Front | designated; United States | Tarn Front | designated; Australia | Tarn Front | designated",
    ),
    (
        "The Tarn Front, considered a terrorist organisation by Turkey and the European Union, holds the valley.",
        "Turkey | Tarn Front | designated; European Union | Tarn Front | designated",
    ),
    (
        "The Tarn Front, which Japan and Canada consider a terrorist organisation, holds the valley.",
        "Japan | Tarn Front | designated; Canada | Tarn Front | designated",
    ),
    (
        "The Tarn Front - designated a terrorist organisation by Canada - holds the valley.",
        "Canada | Tarn Front | designated",
    ),
    ("Talks with the EU-listed Tarn Front broke down.", "European Union | Tarn Front | designated"),
    (
        "The Tarn Front has been listed by the UN, the US and Australia.",
        "UN | Tarn Front | designated; United States | Tarn Front | designated; Australia | Tarn Front | designated",
    ),
    (
        "The European Union met on Monday. The bloc sanctioned Pavel Morozov.",
        "European Union | Pavel Morozov | designated",
    ),
    (
        "The government in Lima put the Tarn Front on its list of terrorist organisations.",
        "Peru | Tarn Front | designated",
    ),
    ("Norway's foreign minister has announced sanctions on Pavel Morozov.", "Norway | Pavel Morozov | designated"),
    ("The Norwegian parliament voted on Thursday to ban the Tarn Front.", "Norway | Tarn Front | designated"),
    ("The Tarn Front was proscribed by an order of the High Court in Lima.", "Peru | Tarn Front | designated"),
    (
        "Japan’s cabinet approved asset freezes against Pavel Morozov and Oleg Lunin.",
        "Japan | Pavel Morozov | designated; Japan | Oleg Lunin | designated",
    ),
    ("The Tarn Front is a proscribed organisation in the United Kingdom.", "United Kingdom | Tarn Front | designated"),
    (
        "The Tarn Front is a designated terrorist organisation in Canada and Australia.",
        "Canada | Tarn Front | designated; Australia | Tarn Front | designated",
    ),
    ("The Tarn Front is banned in Peru.", "Peru | Tarn Front | designated"),
    ("Pavel Morozov is subject to an EU asset freeze.", "EU | Pavel Morozov | designated"),
    ("Pavel Morozov is subject to UN sanctions.", "UN | Pavel Morozov | designated"),
    ("Pavel Morozov has been on the EU sanctions list since 2021.", "EU | Pavel Morozov | designated"),
    ("Washington's listing of the Tarn Front angered Lima.", "United States | Tarn Front | designated"),
    ("British sanctions on Pavel Morozov took effect on Monday.", "United Kingdom | Pavel Morozov | designated"),
    (
        "The decision by Norway to blacklist Volkan Shipping Company came into force.",
        "Norway | Volkan Shipping Company | designated",
    ),
    ("Norway's decision to ban the Tarn Front surprised many.", "Norway | Tarn Front | designated"),
    ("Norway's ban on the Tarn Front took effect.", "Norway | Tarn Front | designated"),
    ("The Tarn Front's designation by Canada came after the raid.", "Canada | Tarn Front | designated"),
    ("Since its designation by Canada in 2019, the Tarn Front has lost ground.", "Canada | Tarn Front | designated"),
    ("Sanctions were imposed on Pavel Morozov by Japan in May.", "Japan | Pavel Morozov | designated"),
    ("Pavel Morozov was put on the U.S. blacklist two weeks ago.", "United States | Pavel Morozov | designated"),
    ("Pavel Morozov was included in Annex I of the EU sanctions regulation.", "EU | Pavel Morozov | designated"),
    ("Japan added Volkan Shipping Company to its Entity List.", "Japan | Volkan Shipping Company | designated"),
    (
        "Volkan Shipping Company was placed on the U.S. Entity List in 2020.",
        "United States | Volkan Shipping Company | designated",
    ),
    (
        "The Tarn Front was entered in the register of extremist organisations by Kazakhstan.",
        "Kazakhstan | Tarn Front | designated",
    ),
    ("The Tarn Front remains on the EU terror list.", "EU | Tarn Front | designated"),
    ("The Tarn Front remains banned in Germany.", "Germany | Tarn Front | designated"),
    ("Sanctions on Pavel Morozov were renewed by the EU in March.", "EU | Pavel Morozov | designated"),
    ("The EU extended its sanctions on Pavel Morozov until September.", "EU | Pavel Morozov | designated"),
    ("Canada named Harun Bashir a listed terrorist.", "Canada | Harun Bashir | designated"),
    ("Japan hit Pavel Morozov with an asset freeze and a travel ban.", "Japan | Pavel Morozov | designated"),
    ("Pavel Morozov was hit with sanctions by Japan.", "Japan | Pavel Morozov | designated"),
    ("Japan slapped sanctions on Pavel Morozov.", "Japan | Pavel Morozov | designated"),
    (
        "Australia declared the Tarn Front a listed terrorist organisation under its criminal code.",
        "Australia | Tarn Front | designated",
    ),
    ("Canada brands the Tarn Front a terrorist group.", "Canada | Tarn Front | designated"),
    ("Egypt deems the Tarn Front to be a terrorist organisation.", "Egypt | Tarn Front | designated"),
    ("Canada classes the Tarn Front as a terrorist entity.", "Canada | Tarn Front | designated"),
    (
        "Peru does not consider the Tarn Front to be anything other than a terrorist organisation.",
        "Peru | Tarn Front | designated",
    ),
    (
        "OFAC is designating Harun Bashir pursuant to E.O. 13224, as amended, for having materially assisted "
        "the Tarn Front.",
        "OFAC | Harun Bashir | designated",
    ),
    (
        "On Tuesday Japan placed the Tarn Front and its leader, Harun Bashir, on its list of terrorists.",
        "Japan | Tarn Front | designated; Japan | Harun Bashir | designated",
    ),
    (
        "The Tarn Front and the Reef Union have both been outlawed by Peru.",
        "Peru | Tarn Front | designated; Peru | Reef Union | designated",
    ),
    (
        "Both Canada and Australia list the Tarn Front as a terrorist organisation.",
        "Canada | Tarn Front | designated; Australia | Tarn Front | designated",
    ),
    (
        "Only Norway and Denmark have banned the Tarn Front.",
        "Norway | Tarn Front | designated; Denmark | Tarn Front | designated",
    ),
    (
        "The Tarn Front, a group designated as terrorist by Canada, the UK and Norway, denied it.",
        "Canada | Tarn Front | designated; United Kingdom | Tarn Front | designated; Norway | Tarn Front | designated",
    ),
    ("The Tarn Front (banned in Canada) denied it.", "Canada | Tarn Front | designated"),
    (
        "Kenya, which has designated the Tarn Front as a terrorist group, sent no one.",
        "Kenya | Tarn Front | designated",
    ),
    (
        "The group's military wing, the Reef Guard, was proscribed by Britain in 2012.",
        "United Kingdom | Reef Guard | designated",
    ),
    (
        "Sanctions against Volkan Shipping Company were imposed by the Treasury Department last year.",
        "Treasury Department | Volkan Shipping Company | designated",
    ),
    (
        "The Treasury Department announced on Monday that it had imposed sanctions on Pavel Morozov.",
        "Treasury Department | Pavel Morozov | designated",
    ),
    (
        "Pavel Morozov, who was blacklisted by Washington in 2020, sold the ship.",
        "United States | Pavel Morozov | designated",
    ),
    ("Pavel Morozov, under EU sanctions since 2020, sold the ship.", "EU | Pavel Morozov | designated"),
    ("Pavel Morozov, whom the EU sanctioned in 2020, sold the ship.", "EU | Pavel Morozov | designated"),
    ("The U.S.-blacklisted businessman Pavel Morozov sold the ship.", "United States | Pavel Morozov | designated"),
    ("The European Union has agreed to sanction Pavel Morozov.", "European Union | Pavel Morozov | designated"),
    (
        "EU foreign ministers agreed on Monday to add Pavel Morozov to the bloc's sanctions list.",
        "EU | Pavel Morozov | designated",
    ),
    ("Germany's interior ministry banned the Tarn Front on Friday.", "Germany | Tarn Front | designated"),
    ("Interior Minister Ada Renn of Norway banned the Tarn Front.", "Norway | Tarn Front | designated"),
    ("Norwegian Interior Minister Ada Renn has banned the Tarn Front.", "Norway | Tarn Front | designated"),
    ("A Kenyan court declared the Tarn Front a terrorist group.", "Kenya | Tarn Front | designated"),
    ("By decree, the president of Peru declared the Tarn Front a terrorist group.", "Peru | Tarn Front | designated"),
    (
        "The ambassador called on Norway to follow Canada, which banned the Tarn Front in May.",
        "Canada | Tarn Front | designated",
    ),
    ("Canada imposed an asset freeze and travel ban on Pavel Morozov.", "Canada | Pavel Morozov | designated"),
    (
        "Canada imposed visa bans on Pavel Morozov and Oleg Lunin.",
        "Canada | Pavel Morozov | designated; Canada | Oleg Lunin | designated",
    ),
    ("Canada announced a travel ban against Pavel Morozov.", "Canada | Pavel Morozov | designated"),
    (
        "Japan included Volkan Shipping Company in its latest round of sanctions.",
        "Japan | Volkan Shipping Company | designated",
    ),
    (
        "Volkan Shipping Company was among twelve firms sanctioned by Japan in May.",
        "Japan | Volkan Shipping Company | designated",
    ),
    (
        "Volkan Shipping Company is one of twelve firms on Japan's sanctions list.",
        "Japan | Volkan Shipping Company | designated",
    ),
    ("Among those sanctioned by Japan is Pavel Morozov.", "Japan | Pavel Morozov | designated"),
    (
        "Those listed by Japan include Pavel Morozov and Oleg Lunin.",
        "Japan | Pavel Morozov | designated; Japan | Oleg Lunin | designated",
    ),
    (
        "The sanctions, announced by Japan on Monday, target Pavel Morozov and Volkan Shipping Company.",
        "Japan | Pavel Morozov | designated; Japan | Volkan Shipping Company | designated",
    ),
    ("New sanctions by Japan against Pavel Morozov took effect.", "Japan | Pavel Morozov | designated"),
    ("Japan's sanctions list now includes Pavel Morozov.", "Japan | Pavel Morozov | designated"),
    ("Harun Bashir is a Specially Designated Global Terrorist.", "United States | Harun Bashir | designated"),
    ("Harun Bashir was branded a terrorist by Kenya in 2020.", "Kenya | Harun Bashir | designated"),
    ("Kenya treats the Tarn Front as a terrorist organisation.", "Kenya | Tarn Front | designated"),
    (
        "The Tarn Front is led by Harun Bashir. Denmark entered him and his movement in its register of "
        "terrorist groups.",
        "Denmark | Harun Bashir | designated; Denmark | Tarn Front | designated",
    ),
    (
        "The Tarn Front holds the valley. Norway repeated that it regards the movement as a terrorist group.",
        "Norway | Tarn Front | designated",
    ),
    ("The Alder League robs trains, and Ottawa has outlawed it.", "Canada | Alder League | designated"),
    (
        "Japan put the minister's landlord, the shipping house Volkan Export, on its sanctions list.",
        "Japan | Volkan Export | designated",
    ),
    ("The Front's mountain arm, called the Reef Guard, was banned by Canada.", "Canada | Reef Guard | designated"),
    (
        "The foreign ministry of Japan said that it had listed the group behind the bombs, the Tarn Front "
        "(TF), as a terrorist organisation.",
        "Japan | Tarn Front | designated",
    ),
    (
        "Its treasurer, Harun Bashir - once known as Abu Tarn - was designated by Canada.",
        "Canada | Harun Bashir | designated",
    ),
    (
        "Peru outlawed the Tarn Front, a move Japan made a year ago.",
        "Peru | Tarn Front | designated; Japan | Tarn Front | designated",
    ),
    (
        "Sanctions work. The measures adopted by Japan in May against Pavel Morozov were welcomed.",
        "Japan | Pavel Morozov | designated",
    ),
    (
        "Japan on Monday sanctioned two traders and one bank. These include the lender known as ‘Grey Fox’. "
        "The traders are Ada Renn, who kept the books, and Boris Kell, who wrote them.",
        "Japan | Grey Fox | designated; Japan | Ada Renn | designated; Japan | Boris Kell | designated",
    ),
    (
        "The ministry of Canada added three firms to its export blacklist. Among them are Volkan Export, of "
        "Oslo; Reed Optics, of Lima; and Kahl Trading, of Cairo.",
        "Canada | Volkan Export | designated; Canada | Reed Optics | designated; Canada | Kahl Trading | designated",
    ),
    (
        "Sanctions Notice\n\nThe following persons have been added to the list:\n\nRENN, Ada Maria\n\nDOB: 3 "
        "May 1980. Nationality: Serbia.\n\nKELL, Boris\n\nDOB: 4 May 1981.",
        "Sanctions Notice | RENN, Ada Maria | designated; Sanctions Notice | KELL, Boris | designated",
    ),
    (
        "Japan sanctioned ten firms, among them Volkan Shipping Company.",
        "Japan | Volkan Shipping Company | designated",
    ),
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_a_construction_is_read(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))
