"""Listings told by notices: lists behind a heading, names told as names, releases of several bodies."""

import pytest

from .test_designations import found

STATED = [
    (
        "Chile declared the Tarn Front a terrorist organisation by decree. It also names Harun Bashir, its treasurer.",
        "Chile | Tarn Front | designated; Chile | Harun Bashir | designated",
    ),
    (
        "The U.S. Treasury added the crude tanker Sea Lark to its list of blocked property.",
        "U.S. Treasury | Sea Lark | designated",
    ),
    (
        "The Council of the European Union adopted restrictive measures against Pavel Morozov and Kestrel Bank.",
        "Council of the European Union | Pavel Morozov | designated; Council of the European Union | Kestrel Bank | "
        "designated",
    ),
    (
        "The Reef Guard, a wing of the Tarn Front, has been on the UK list since 2010.",
        "United Kingdom | Reef Guard | designated",
    ),
    (
        "The Council of the European Union today added two individuals and one entity to the list of those "
        "subject to restrictive measures. The individuals are Ada Renn, a broker, and Oleg Lunin, her "
        "driver. The entity is Kestrel Bank.",
        "Council of the European Union | Ada Renn | designated; Council of the European Union | Oleg Lunin | "
        "designated; Council of the European Union | Kestrel Bank | designated",
    ),
    (
        "The Council today decided to prolong the restrictive measures against Pavel Morozov until 15 March. "
        "The EU said so on Monday.",
        "EU | Pavel Morozov | designated",
    ),
    (
        "The Foreign Secretary of the United Kingdom has today sanctioned:\n\n- Ada Renn, a broker;\n- Oleg "
        "Lunin, her driver;\n- Kestrel Bank.",
        "United Kingdom | Ada Renn | designated; United Kingdom | Oleg Lunin | designated; United Kingdom | "
        "Kestrel Bank | designated",
    ),
    (
        "The UK today announced sanctions on five targets: Ada Renn; Oleg Lunin; Pavel Morozov; Kestrel "
        "Bank; and Volkan Shipping.",
        "United Kingdom | Ada Renn | designated; United Kingdom | Oleg Lunin | designated; United Kingdom | "
        "Pavel Morozov | designated; United Kingdom | Kestrel Bank | designated; United Kingdom | Volkan "
        "Shipping | designated",
    ),
    (
        "The following have been added to the UK sanctions list:\n\n• Ada Renn\n\n• Oleg Lunin\n\n• Kestrel Bank",
        "United Kingdom | Ada Renn | designated; United Kingdom | Oleg Lunin | designated; United Kingdom | "
        "Kestrel Bank | designated",
    ),
    (
        "Today, the Department of the Treasury's Office of Foreign Assets Control (OFAC) sanctioned Ada Renn "
        "and Kestrel Bank. Renn is being designated pursuant to E.O. 14024 for operating in the marine "
        "sector. Kestrel Bank is being designated pursuant to E.O. 14024 for being owned by Renn.",
        "Office of Foreign Assets Control | Ada Renn | designated; Office of Foreign Assets Control | "
        "Kestrel Bank | designated",
    ),
    (
        "OFAC also identified the tanker Sea Lark as property in which Volkan Shipping has an interest.",
        "OFAC | Sea Lark | designated",
    ),
    ("The name of Ada Renn was removed from the UN sanctions list.", "UN | Ada Renn | delisted"),
    (
        "The names of Ada Renn and Oleg Lunin have been deleted from the EU list.",
        "EU | Ada Renn | delisted; EU | Oleg Lunin | delisted",
    ),
    (
        "Two more names were added to the EU sanctions list on Monday: Ada Renn and Oleg Lunin.",
        "EU | Ada Renn | designated; EU | Oleg Lunin | designated",
    ),
    ("Canada removed the Tarn Front's name from its terrorist list.", "Canada | Tarn Front | delisted"),
    (
        "The Tarn Front runs schools. Canada, Chile and Peru list it as a terrorist organisation; Norway and "
        "Sweden do not.",
        "Canada | Tarn Front | designated; Chile | Tarn Front | designated; Peru | Tarn Front | designated; "
        "Norway | Tarn Front | not_designated; Sweden | Tarn Front | not_designated",
    ),
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_a_notice_names_those_it_lists(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))
