"""Lists of the listed: labels, counts that are spelled out, parts of a decision, and those named one sentence on."""

import pytest

from .test_designations import found

STATED = [
    # a count of deeds spelled out behind a colon
    (
        "The Council of the European Union approved two additional designations: the banker Ada Renn and the firm "
        "Kestrel Trading.",
        "Council of the European Union | Ada Renn | designated; "
        "Council of the European Union | Kestrel Trading | designated",
    ),
    (
        "Norway announced four new entries on its sanctions list: Ada Renn, Oleg Lunin, Kestrel Bank and the tanker "
        "Sea Lark.",
        "Norway | Ada Renn | designated; Norway | Oleg Lunin | designated; "
        "Norway | Kestrel Bank | designated; Norway | Sea Lark | designated",
    ),
    (
        "New Zealand made two further designations: Ada Renn, a broker; Kestrel Bank, based in Minsk.",
        "New Zealand | Ada Renn | designated; New Zealand | Kestrel Bank | designated",
    ),
    (
        "Peru banned three groups: they are the Tarn Front, the Reef Guard and the Kestrel Brigade.",
        "Peru | Tarn Front | designated; Peru | Reef Guard | designated; Peru | Kestrel Brigade | designated",
    ),
    # labels over the parts of a notice
    (
        "Canada amended its sanctions list today. Added: Ada Renn; Kestrel Bank. Removed: Oleg Lunin.",
        "Canada | Ada Renn | designated; Canada | Kestrel Bank | designated; Canada | Oleg Lunin | delisted",
    ),
    (
        "The UK revised its sanctions list on Tuesday. New listings: Ada Renn and Kestrel Bank. Delisted: the tanker "
        "Sea Lark.",
        "United Kingdom | Ada Renn | designated; United Kingdom | Kestrel Bank | designated; "
        "United Kingdom | Sea Lark | delisted",
    ),
    (
        "Swiss sanctions against the ring were modified. Canada changed its sanctions list as well. Deletions: MOROZ, "
        "Pavel; VOLKAN LINES LTD, Limassol.",
        "Canada | MOROZ, Pavel | delisted; Canada | VOLKAN LINES LTD | delisted",
    ),
    # those named one sentence on
    (
        "Canada imposed sanctions on two persons and one bank. The persons are Ada Renn and Oleg Lunin; the bank is "
        "Kestrel Bank.",
        "Canada | Ada Renn | designated; Canada | Oleg Lunin | designated; Canada | Kestrel Bank | designated",
    ),
    (
        "Norway added five firms to its sanctions list on Monday. They include Kestrel Bank and Volkan Shipping.",
        "Norway | Kestrel Bank | designated; Norway | Volkan Shipping | designated",
    ),
    (
        "Japan froze the assets of nineteen brokers. Of these, two — Ada Renn and Oleg Lunin — live in Osaka.",
        "Japan | Ada Renn | designated; Japan | Oleg Lunin | designated",
    ),
    (
        "Chile outlawed the Tarn Front and, for the first time, its youth club, the Reef Guard.",
        "Chile | Tarn Front | designated; Chile | Reef Guard | designated",
    ),
    # a decision in parts
    (
        "The Cabinet of Fiji resolved: 1. to proscribe the Tarn Front; 2. to freeze the assets of Ada Renn.",
        "Fiji | Tarn Front | designated; Fiji | Ada Renn | designated",
    ),
    # renewed, not renewed, lapsed
    (
        "Canada has chosen not to extend its sanctions on Kestrel Bank.",
        "Canada | Kestrel Bank | delisted",
    ),
    ("Peru's ban on the Tarn Front was not renewed.", "Peru | Tarn Front | delisted"),
    ("The EU let its sanctions on Ada Renn lapse.", "EU | Ada Renn | delisted"),
    ("The UK allowed the designation of Kestrel Bank to expire.", "United Kingdom | Kestrel Bank | delisted"),
    ("Norway renewed for six months its restrictive measures against Ada Renn.", "Norway | Ada Renn | designated"),
    (
        "The High Court of Kenya set aside the proscription of the Reef Guard.",
        "High Court of Kenya | Reef Guard | delisted",
    ),
    (
        "Canada removed Ada Renn from its sanctions list. Kestrel Bank stays on the list.",
        "Canada | Ada Renn | delisted; Canada | Kestrel Bank | designated",
    ),
    # instruments that change a schedule, and lists told once for two deeds
    (
        "The Schedule to the Terrorism Act of Ghana is amended by inserting, after item 12, the Tarn Front and the "
        "Reef Guard.",
        "Ghana | Tarn Front | designated; Ghana | Reef Guard | designated",
    ),
    (
        "The UN Security Council on 4 May added Ada Renn (entry CDi.944) and removed Oleg Lunin (entry CDi.912) from "
        "its sanctions list.",
        "UN Security Council | Ada Renn | designated; UN Security Council | Oleg Lunin | delisted",
    ),
    (
        "The State Treasury of Fiji draws attention to the inclusion of Ada Renn in the sanctions list of the UN "
        "Security Council.",
        "UN Security Council | Ada Renn | designated",
    ),
    # identifiers and names in quotation marks
    (
        "OFAC added the following individual to its SDN List: RENN, Ada (a.k.a. RENN, Adela), Minsk, Belarus; DOB 3 "
        "May 1970; nationality Belarus.",
        "OFAC | RENN, Ada | designated",
    ),
    (
        "The Norwegian government has entered Ada Renn, also known as “Mother”, and Oleg Lunin, alias the Fox, on the "
        "sanctions list.",
        "Norway | Ada Renn | designated; Norway | Oleg Lunin | designated",
    ),
    (
        "The Federal Ministry of the Interior of Germany today banned the association “Reef Youth” and ordered it "
        "dissolved.",
        "Germany | Reef Youth | designated",
    ),
    # the listed behind what is said of them
    (
        "Those sanctioned today by Canada are: Ada Renn; Oleg Lunin; Kestrel Bank.",
        "Canada | Ada Renn | designated; Canada | Oleg Lunin | designated; Canada | Kestrel Bank | designated",
    ),
    (
        "Delisted today by OFAC were the tankers Sea Lark and Reef Star.",
        "OFAC | Sea Lark | delisted; OFAC | Reef Star | delisted",
    ),
    (
        "The targets of today's Canadian sanctions are Ada Renn, Oleg Lunin and Kestrel Bank.",
        "Canada | Ada Renn | designated; Canada | Oleg Lunin | designated; Canada | Kestrel Bank | designated",
    ),
    (
        "Sanctions against Ada Renn were imposed by Japan on 3 May and by Canada a day later.",
        "Japan | Ada Renn | designated; Canada | Ada Renn | designated",
    ),
    (
        "The delisting concerns Ada Renn and Kestrel Bank, Switzerland announced.",
        "Switzerland | Ada Renn | delisted; Switzerland | Kestrel Bank | delisted",
    ),
    (
        "The Republic of Moldova has imposed restrictive measures on the party “Reef Accord” and Ada Renn.",
        "Moldova | Reef Accord | designated; Moldova | Ada Renn | designated",
    ),
    # who lists: the office that heads a notice, a seat in the dateline, an office before an aside
    (
        "OTTAWA — The government has sanctioned Ada Renn.",
        "Canada | Ada Renn | designated",
    ),
    (
        "Government of Norland — Official Gazette. The organisation known as the Tarn Front is hereby declared an "
        "unlawful association.",
        "Government of Norland | Tarn Front | designated",
    ),
]
NOTHING = [
    "Mr Renn's name was put forward by France for inclusion in the UN sanctions list, but nothing came of it.",
    "Canada lists two banks. Those present were Ada Renn and Oleg Lunin.",
    "The targets of the Canadian tax plan are Ada Renn and Kestrel Bank.",
    "The African Union urges its members to: (a) impose travel bans on Ada Renn; (b) freeze the assets of Kestrel Bank.",
    "The library updated its list of new books. Additions: Ada Renn; Oleg Lunin.",
    "The bank announced three new listings on the exchange: Kestrel Foods, Volkan Lines and Reef Hotels.",
    "Oslo will not prolong the lease of Ada Renn.",
    "Canada sanctioned two firms. The individuals who spoke to reporters are Ada Renn and Oleg Lunin.",
    "The following are invited to the sanctions seminar: Ada Renn; Oleg Lunin.",
    "Canada updated its terrorist list on Monday. Contact: Ada Renn.",
    "The Crimes Act (Proscribed Entities) Order was printed in May.",
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_those_in_a_list_are_found(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_a_list_of_others_is_no_statement(text: str) -> None:
    assert found(text) == set()
