"""Listings told once and meant twice, added to one told before, and coordinated every way."""

import pytest

from .test_designations import found

STATED = [
    ("Beijing, which does not list the Tarn Front, sent an envoy.", "China | Tarn Front | not_designated"),
    (
        "Canada's and Norway's terrorist lists include the Tarn Front.",
        "Canada | Tarn Front | designated; Norway | Tarn Front | designated",
    ),
    (
        "The Tarn Front, declared an unlawful association by Myanmar in 2020, denied it.",
        "Myanmar | Tarn Front | designated",
    ),
    ("Norway outlawed the Tarn Front. Two deputies asked Chile to do the same.", "Norway | Tarn Front | designated"),
    (
        "Norway outlawed the Tarn Front. The opposition said Chile should do likewise.",
        "Norway | Tarn Front | designated",
    ),
    (
        "The envoy of Chile welcomed the decision of Norway to outlaw the Tarn Front.",
        "Norway | Tarn Front | designated",
    ),
    (
        "The Tarn Front was banned by Chile in 2011 and by Japan in 2014.",
        "Chile | Tarn Front | designated; Japan | Tarn Front | designated",
    ),
    (
        "Canada listed the Tarn Front in 2009 and the Reef Guard in 2012.",
        "Canada | Tarn Front | designated; Canada | Reef Guard | designated",
    ),
    (
        "Canada listed the Tarn Front in 2009 and its treasurer, Harun Bashir, a year later.",
        "Canada | Tarn Front | designated; Canada | Harun Bashir | designated",
    ),
    (
        "Canada listed the Tarn Front in 2009, Australia in 2012 and Japan in 2015.",
        "Canada | Tarn Front | designated; Australia | Tarn Front | designated; Japan | Tarn Front | designated",
    ),
    (
        "The proscription of the Tarn Front by Britain in 2003 and by Australia two years later cut its funds.",
        "United Kingdom | Tarn Front | designated; Australia | Tarn Front | designated",
    ),
    (
        "The Tarn Front has been outlawed in Peru since 2001 and in Chile since 2010.",
        "Peru | Tarn Front | designated; Chile | Tarn Front | designated",
    ),
    (
        "The Tarn Front was proscribed first by Chile, then by Peru, and last month by Norway.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | designated; Norway | Tarn Front | designated",
    ),
    (
        "Neither Norway nor Sweden lists the Tarn Front.",
        "Norway | Tarn Front | not_designated; Sweden | Tarn Front | not_designated",
    ),
    (
        "Neither the Tarn Front nor the Reef Guard is listed by Norway.",
        "Norway | Tarn Front | not_designated; Norway | Reef Guard | not_designated",
    ),
    ("Alone among Nordic states, Denmark has banned the Tarn Front.", "Denmark | Tarn Front | designated"),
    (
        "Chile banned the Tarn Front but not the Reef Guard.",
        "Chile | Tarn Front | designated; Chile | Reef Guard | not_designated",
    ),
    (
        "Chile, Peru and Norway have all outlawed the Tarn Front.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | designated; Norway | Tarn Front | designated",
    ),
    (
        "The Tarn Front and its armed wing, the Reef Guard, were proscribed by Britain.",
        "United Kingdom | Tarn Front | designated; United Kingdom | Reef Guard | designated",
    ),
    (
        "Britain lists only the Reef Guard, the armed wing of the Tarn Front.",
        "United Kingdom | Reef Guard | designated",
    ),
    (
        "The Tarn Front (TF), also known as the Sons of the Tarn, was designated by Canada.",
        "Canada | Sons of the Tarn | designated",
    ),
    (
        "Chile declared the Tarn Front a terrorist organisation. The decree also lists Harun Bashir.",
        "Chile | Tarn Front | designated; Chile | Harun Bashir | designated",
    ),
    (
        "Japan sanctioned Volkan Shipping on Friday. The order also covers Pavel Morozov and Kestrel Bank.",
        "Japan | Volkan Shipping | designated; Japan | Pavel Morozov | designated; Japan | Kestrel Bank | designated",
    ),
    (
        "Japan sanctioned Volkan Shipping on Friday. The measures also target Pavel Morozov.",
        "Japan | Volkan Shipping | designated; Japan | Pavel Morozov | designated",
    ),
    (
        "Japan sanctioned Volkan Shipping on Friday. Also listed were Pavel Morozov and Kestrel Bank.",
        "Japan | Volkan Shipping | designated; Japan | Pavel Morozov | designated; Japan | Kestrel Bank | designated",
    ),
    ("Australia blacklisted Kestrel Bank.", "Australia | Kestrel Bank | designated"),
    ("Britain proscribed the Tarn Front under the Terrorism Act 2000.", "United Kingdom | Tarn Front | designated"),
    ("The tanker Sea Lark was sanctioned by Britain in October.", "United Kingdom | Sea Lark | designated"),
    (
        "Britain sanctioned the tanker Sea Lark and its owner, Volkan Shipping.",
        "United Kingdom | Sea Lark | designated; United Kingdom | Volkan Shipping | designated",
    ),
    ("Canada has barred Pavel Morozov from entering the country.", "Canada | Pavel Morozov | designated"),
    ("Sanctions on Kestrel Bank have been lifted by Canada.", "Canada | Kestrel Bank | delisted"),
    ("Canada revoked Kestrel Bank's designation in March.", "Canada | Kestrel Bank | delisted"),
    ("Canada's revocation of the Tarn Front's designation took effect.", "Canada | Tarn Front | delisted"),
    ("The Tarn Front is no longer banned in Peru.", "Peru | Tarn Front | delisted"),
    ("Chile no longer considers the Tarn Front a terrorist group.", "Chile | Tarn Front | delisted"),
    ("Chile stopped short of listing the Tarn Front as a terrorist group.", "Chile | Tarn Front | not_designated"),
    ("Chile is weighing a ban on the Tarn Front.", "Chile | Tarn Front | under_review"),
    (
        "Unlike the EU, Switzerland has not sanctioned Pavel Morozov.",
        "Switzerland | Pavel Morozov | not_designated; EU | Pavel Morozov | designated",
    ),
    ("The Tarn Front, which Norway has never listed, runs a school.", "Norway | Tarn Front | not_designated"),
    ("The Tarn Front, unlike the Reef Guard, has not been listed by Norway.", "Norway | Tarn Front | not_designated"),
    (
        "Harun Bashir leads the Tarn Front. The group is listed by Canada but he is not.",
        "Canada | Tarn Front | designated; Canada | Harun Bashir | not_designated",
    ),
    ("Harun Bashir leads the Tarn Front. It was banned by Chile in 2019.", "Chile | Tarn Front | designated"),
    ("The Tarn Front said it regretted being designated by Canada.", "Canada | Tarn Front | designated"),
    ("Having been sanctioned by Norway, Pavel Morozov moved to Dubai.", "Norway | Pavel Morozov | designated"),
    ("Sanctioned by Norway in 2020, Pavel Morozov moved to Dubai.", "Norway | Pavel Morozov | designated"),
    (
        "A designated terrorist organisation in Canada, the Tarn Front runs two ports.",
        "Canada | Tarn Front | designated",
    ),
    ("Canada renewed the listing of the Tarn Front.", "Canada | Tarn Front | designated"),
    ("Canada maintained its designation of the Tarn Front.", "Canada | Tarn Front | designated"),
    ("Canada confirmed the designation of the Tarn Front.", "Canada | Tarn Front | designated"),
    ("Canada upheld its ban on the Tarn Front.", "Canada | Tarn Front | designated"),
    ("Canada extended the ban on the Tarn Front for two years.", "Canada | Tarn Front | designated"),
    ("Chile refuses to call the Tarn Front a terrorist organisation.", "Chile | Tarn Front | not_designated"),
    (
        "The ships Sea Lark, Sea Wren and Sea Tern were blacklisted by Norway.",
        "Norway | Sea Lark | designated; Norway | Sea Wren | designated; Norway | Sea Tern | designated",
    ),
    ("The Sea Lark, a tanker blacklisted by Norway in 2022, docked at Lamu.", "Norway | Sea Lark | designated"),
    ("Canada, which lists the Tarn Front as a terrorist entity, sent no envoy.", "Canada | Tarn Front | designated"),
    ("The Tarn Front has been a listed terrorist entity in Canada since 2011.", "Canada | Tarn Front | designated"),
    (
        "The Tarn Front has been designated a terrorist group by several states, including Canada, Chile and Norway.",
        "Canada | Tarn Front | designated; Chile | Tarn Front | designated; Norway | Tarn Front | designated",
    ),
    (
        "The Tarn Front is considered a terrorist group by Canada and Chile, but not by Norway.",
        "Canada | Tarn Front | designated; Chile | Tarn Front | designated; Norway | Tarn Front | not_designated",
    ),
    (
        "The Tarn Front is considered a terrorist organization in Canada and Chile.",
        "Canada | Tarn Front | designated; Chile | Tarn Front | designated",
    ),
    ("Norway is one of four states that have banned the Tarn Front.", "Norway | Tarn Front | designated"),
    ("Norway became the third country to outlaw the Tarn Front.", "Norway | Tarn Front | designated"),
    ("Following Canada's lead, Norway outlawed the Tarn Front.", "Norway | Tarn Front | designated"),
    ("Like Canada, Norway lists the Tarn Front.", "Norway | Tarn Front | designated; Canada | Tarn Front | designated"),
    ("Alongside Canada, Norway sanctioned Pavel Morozov.", "Norway | Pavel Morozov | designated"),
    ("In coordination with Canada, Norway sanctioned Pavel Morozov.", "Norway | Pavel Morozov | designated"),
    (
        "Norway sanctioned Pavel Morozov, as did Canada.",
        "Norway | Pavel Morozov | designated; Canada | Pavel Morozov | designated",
    ),
    (
        "Norway banned the Tarn Front in 2011, Canada in 2013.",
        "Norway | Tarn Front | designated; Canada | Tarn Front | designated",
    ),
    ("Norway has been weighing for months whether it should ban the Tarn Front.", "Norway | Tarn Front | under_review"),
    ("Norway is examining the possibility of banning the Tarn Front.", "Norway | Tarn Front | under_review"),
    ("The Norwegian government is drafting a law to ban the Tarn Front.", "Norway | Tarn Front | under_review"),
    ("The Danish parliament debated a motion to proscribe the Tarn Front.", "Denmark | Tarn Front | under_review"),
    ("The Danish parliament voted down a motion to proscribe the Tarn Front.", "Denmark | Tarn Front | not_designated"),
    ("The Danish parliament rejected a bill to proscribe the Tarn Front.", "Denmark | Tarn Front | not_designated"),
    ("A court in Oslo overturned the ban on the Tarn Front.", "Norway | Tarn Front | delisted"),
    ("The terrorist designation of the Tarn Front by Canada was lifted in 2020.", "Canada | Tarn Front | delisted"),
    ("The delisting of the Tarn Front by Canada was hailed.", "Canada | Tarn Front | delisted"),
    ("A Canadian decree outlawing the Tarn Front took effect.", "Canada | Tarn Front | designated"),
    ("The Canadian ban on the Tarn Front took effect.", "Canada | Tarn Front | designated"),
    ("The ban on the Tarn Front imposed by Canada took effect.", "Canada | Tarn Front | designated"),
    ("The Tarn Front runs schools. Canada designated it in 2011.", "Canada | Tarn Front | designated"),
    ("The Tarn Front runs schools. It has been designated by Canada since 2011.", "Canada | Tarn Front | designated"),
    (
        "Oleg Lunin runs Kestrel Bank. Canada sanctioned him in May and his bank in June.",
        "Canada | Oleg Lunin | designated; Canada | Kestrel Bank | designated",
    ),
    (
        "Ada Renn, 54, sanctioned by Britain and the EU, lives in Lamu.",
        "United Kingdom | Ada Renn | designated; EU | Ada Renn | designated",
    ),
    (
        "The EU has sanctioned Ada Renn (Kestrel Bank), Oleg Lunin (Volkan Shipping) and Pavel Morozov.",
        "EU | Ada Renn | designated; EU | Oleg Lunin | designated; EU | Pavel Morozov | designated",
    ),
    ("Ada Renn is sanctioned in Canada.", "Canada | Ada Renn | designated"),
    ("Canada blamed Kestrel Bank, but did not sanction it.", "Canada | Kestrel Bank | not_designated"),
    ("Chile declared the Tarn Front illegal.", "Chile | Tarn Front | designated"),
    ("Chile's Supreme Court banned the Tarn Front.", "Chile | Tarn Front | designated"),
    ("Chile has labelled the Tarn Front a terrorist organisation.", "Chile | Tarn Front | designated"),
    ("Chile classified the Tarn Front as an extremist organisation in 2018.", "Chile | Tarn Front | designated"),
    (
        "Chilean authorities have formally recognised the Tarn Front as a terrorist group.",
        "Chile | Tarn Front | designated",
    ),
    (
        "The Tarn Front's designation as a terrorist organisation by Canada and Chile cut its funds.",
        "Canada | Tarn Front | designated; Chile | Tarn Front | designated",
    ),
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_what_is_told_once_and_meant_twice_is_read(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))
