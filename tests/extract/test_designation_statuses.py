"""Listings refused, weighed and ended, and what states no listing at all."""

import pytest

from .test_designations import found

STATED = [
    ("Norway denied that it had sanctioned Pavel Morozov.", "Norway | Pavel Morozov | not_designated"),
    ("Chile denied reports that it had outlawed the Tarn Front.", "Chile | Tarn Front | not_designated"),
    ("Peru denied having delisted the Tarn Front.", "Peru | Tarn Front | designated"),
    (
        "The Tarn Front was banned neither by Chile nor by Peru.",
        "Chile | Tarn Front | not_designated; Peru | Tarn Front | not_designated",
    ),
    (
        "Norway lists neither the Tarn Front nor the Grey Falcon Brigade.",
        "Norway | Tarn Front | not_designated; Norway | Grey Falcon Brigade | not_designated",
    ),
    (
        "Neither Pavel Morozov nor Oleg Lunin, his partner, is listed by Norway.",
        "Norway | Pavel Morozov | not_designated; Norway | Oleg Lunin | not_designated",
    ),
    ("No state other than Peru has outlawed the Tarn Front.", "Peru | Tarn Front | designated"),
    (
        "Whether Norway will list the Tarn Front is still being discussed in parliament.",
        "Norway | Tarn Front | under_review",
    ),
    (
        "Pavel Morozov appears on neither the Swiss nor the Canadian sanctions list.",
        "Switzerland | Pavel Morozov | not_designated; Canada | Pavel Morozov | not_designated",
    ),
    (
        "Pavel Morozov, whom Canada sanctioned in May, is not on the Norwegian list.",
        "Canada | Pavel Morozov | designated; Norway | Pavel Morozov | not_designated",
    ),
    (
        "Chile put the Tarn Front on its list of terrorist groups, from which Pavel Morozov was removed in May.",
        "Chile | Tarn Front | designated; Chile | Pavel Morozov | delisted",
    ),
    (
        "Peru's federal government struck the Tarn Front off its register of proscribed groups.",
        "Peru | Tarn Front | delisted",
    ),
    (
        "The listing of Pavel Morozov by the EU was annulled by the General Court in September.",
        "EU | Pavel Morozov | delisted",
    ),
    ("The General Court annulled the EU's listing of Pavel Morozov.", "EU | Pavel Morozov | delisted"),
    ("The sanctions against Pavel Morozov were lifted by Japan in May.", "Japan | Pavel Morozov | delisted"),
    (
        "Pavel Morozov was struck from the British sanctions list on Friday.",
        "United Kingdom | Pavel Morozov | delisted",
    ),
    ("Pavel Morozov was removed from the EU list after a court ruling.", "EU | Pavel Morozov | delisted"),
    ("Japan unfroze the assets of Pavel Morozov.", "Japan | Pavel Morozov | delisted"),
    ("The EU dropped Pavel Morozov from its blacklist.", "EU | Pavel Morozov | delisted"),
    (
        "Norway has proscribed the Tarn Front, but neither Chile nor Peru has.",
        "Norway | Tarn Front | designated; Chile | Tarn Front | not_designated; Peru | Tarn Front | not_designated",
    ),
    (
        "Neither Chile nor Peru has banned the Tarn Front.",
        "Chile | Tarn Front | not_designated; Peru | Tarn Front | not_designated",
    ),
    (
        "Norway has banned the Tarn Front; Sweden has not.",
        "Norway | Tarn Front | designated; Sweden | Tarn Front | not_designated",
    ),
    (
        "Unlike Norway, Sweden has not banned the Tarn Front.",
        "Sweden | Tarn Front | not_designated; Norway | Tarn Front | designated",
    ),
    ("Volkan Shipping Company is not subject to EU sanctions.", "EU | Volkan Shipping Company | not_designated"),
    (
        "The Tarn Front is not designated as a terrorist organisation by the United Nations.",
        "United Nations | Tarn Front | not_designated",
    ),
    ("The Tarn Front does not appear on the EU list of terrorist organisations.", "EU | Tarn Front | not_designated"),
    ("Peru stopped short of banning the Tarn Front.", "Peru | Tarn Front | not_designated"),
    ("Peru ruled out sanctions on Pavel Morozov.", "Peru | Pavel Morozov | not_designated"),
    ("Peru rejected calls to ban the Tarn Front.", "Peru | Tarn Front | not_designated"),
    (
        "Peru has resisted pressure to designate the Tarn Front as a terrorist organisation.",
        "Peru | Tarn Front | not_designated",
    ),
    ("The EU is preparing sanctions against Pavel Morozov.", "EU | Pavel Morozov | under_review"),
    ("The EU's listing of the Tarn Front is under review.", "EU | Tarn Front | under_review"),
    ("Canada is examining a request to list the Tarn Front.", "Canada | Tarn Front | under_review"),
    ("Norway is reviewing whether the Tarn Front should be banned.", "Norway | Tarn Front | under_review"),
    ("Norway plans to ban the Tarn Front.", "Norway | Tarn Front | under_review"),
    (
        "Norway is considering whether to add Pavel Morozov to its sanctions list.",
        "Norway | Pavel Morozov | under_review",
    ),
    (
        "Berlin has classified the Tarn Front as a terrorist organisation, Paris has not.",
        "Germany | Tarn Front | designated; France | Tarn Front | not_designated",
    ),
    (
        "The United States and the European Union have designated the Tarn Front a terrorist organization; "
        "Peru has declined to do so.",
        "United States | Tarn Front | designated; European Union | Tarn Front | designated; Peru | Tarn "
        "Front | not_designated",
    ),
    ("The Security Council lifted its sanctions on the Tarn Front.", "Security Council | Tarn Front | delisted"),
    ("Canada took the Tarn Front off its terrorist list in 2022.", "Canada | Tarn Front | delisted"),
    ("The Tarn Front was delisted by Canada.", "Canada | Tarn Front | delisted"),
    ("Canada has revoked its designation of the Tarn Front.", "Canada | Tarn Front | delisted"),
    ("The removal of the Tarn Front from Canada's terrorist list angered many.", "Canada | Tarn Front | delisted"),
    ("The Tarn Front is no longer listed as a terrorist organisation by Canada.", "Canada | Tarn Front | delisted"),
    ("Canada's decision to delist the Tarn Front angered many.", "Canada | Tarn Front | delisted"),
    ("A Canadian court struck down the ban on the Tarn Front.", "Canada | Tarn Front | delisted"),
    ("Pavel Morozov won his appeal and was removed from the EU sanctions list.", "EU | Pavel Morozov | delisted"),
    ("Peru does not consider the Tarn Front a terrorist group.", "Peru | Tarn Front | not_designated"),
    ("Peru has refrained from listing the Tarn Front.", "Peru | Tarn Front | not_designated"),
    ("Peru is not planning to ban the Tarn Front.", "Peru | Tarn Front | not_designated"),
    ("The Tarn Front has not been designated by Peru.", "Peru | Tarn Front | not_designated"),
    (
        "Unlike Canada, Peru does not list the Tarn Front as a terrorist organisation.",
        "Peru | Tarn Front | not_designated; Canada | Tarn Front | designated",
    ),
    ("The UN has not listed the Tarn Front.", "UN | Tarn Front | not_designated"),
    ("The government of Norway is debating a ban on the Tarn Front.", "Norway | Tarn Front | under_review"),
    ("A ban on the Tarn Front is being considered by Norway.", "Norway | Tarn Front | under_review"),
    (
        "Norway's parliament will vote next week on whether to proscribe the Tarn Front.",
        "Norway | Tarn Front | under_review",
    ),
    ("Norway said it was looking at listing the Tarn Front.", "Norway | Tarn Front | under_review"),
    ("Canada is set to designate the Tarn Front as a terrorist entity.", "Canada | Tarn Front | under_review"),
    ("Canada is moving to designate the Tarn Front as a terrorist entity.", "Canada | Tarn Front | under_review"),
    ("The Alder League robs trains. Norway has not proscribed it.", "Norway | Alder League | not_designated"),
    (
        "Volkan Shipping Company denies it. The company is not for now sanctioned by Japan.",
        "Japan | Volkan Shipping Company | not_designated",
    ),
    (
        "Pavel Morozov lives in Vienna. Canada, which blacklisted the trader in 2021, removed him from its "
        "list in May.",
        "Canada | Pavel Morozov | designated; Canada | Pavel Morozov | delisted",
    ),
    ("Norway had no intention to ban the Tarn Front.", "Norway | Tarn Front | not_designated"),
    (
        "Norway banned the Tarn Front in May. Chile studied the matter at length and refused to follow Norway.",
        "Norway | Tarn Front | designated; Chile | Tarn Front | not_designated",
    ),
    (
        "Norway has sanctioned Pavel Morozov. Iceland did not copy the Norwegian sanctions.",
        "Norway | Pavel Morozov | designated; Iceland | Pavel Morozov | not_designated",
    ),
    (
        "Japan did not include Volkan Shipping Company in its new round of sanctions.",
        "Japan | Volkan Shipping Company | not_designated",
    ),
    ("The Tarn Front is absent from the Danish terror list.", "Denmark | Tarn Front | not_designated"),
    ("Australia will decide in May whether to ban the Tarn Front.", "Australia | Tarn Front | under_review"),
    ("Denmark is due to table a bill that would outlaw the Tarn Front.", "Denmark | Tarn Front | under_review"),
    (
        "A request to list the Tarn Front is under review by the Security Council.",
        "Security Council | Tarn Front | under_review",
    ),
    (
        "Norway's cabinet debated on Friday whether to add the Tarn Front to its terror list.",
        "Norway | Tarn Front | under_review",
    ),
    (
        "Peru banned the Tarn Front. Chile's Senate has delayed a decision on the question.",
        "Peru | Tarn Front | designated; Chile | Tarn Front | under_review",
    ),
    (
        "Norway's listing of Pavel Morozov, which was quashed by a court in May, still stands in the files.",
        "Norway | Pavel Morozov | delisted",
    ),
    (
        "Opposition members want Canada to ban the Tarn Front. Canada has not acted.",
        "Canada | Tarn Front | not_designated",
    ),
    (
        "Norway has listed the Tarn Front. The African Union has not acted.",
        "Norway | Tarn Front | designated; African Union | Tarn Front | not_designated",
    ),
    (
        "Norway has listed the Tarn Front. The African Union has not followed.",
        "Norway | Tarn Front | designated; African Union | Tarn Front | not_designated",
    ),
    (
        "Norway has listed the Tarn Front. Chile has yet to do so.",
        "Norway | Tarn Front | designated; Chile | Tarn Front | not_designated",
    ),
]

NOTHING = [
    "Persons listed by the Security Council may request an exemption.",
    "Any person who assists the Tarn Front may be sanctioned by Canada.",
    "Volkan Shipping Company, listed in New York since 1999, fell two percent.",
    "Volkan Shipping Company is listed on the London Stock Exchange.",
    "Japan listed three demands for the Tarn Front.",
    "Norway designated 2024 the year of the sea.",
    "The park was designated a world heritage site by the United Nations.",
    "Opposition lawmakers called for Canada to sanction Pavel Morozov.",
    "Canada urged Norway to ban the Tarn Front.",
    "Canada's minister asked whether the Tarn Front was a terrorist group.",
    "Boris Kell asked twice. What would happen if Canada sanctioned Pavel Morozov?",
    "The League banned Harun Bashir for three matches.",
    "Norway added three ports to its list of ports of refuge.",
    "Canada designated Ada Renn as its special envoy.",
    "Harun Bashir, sanctioned or not, will speak in Norway.",
    "Norway is under pressure to ban the Tarn Front.",
    "Senators introduced a bill to designate the Tarn Front.",
    "Canada declared the ambassador, Pavel Morozov, persona non grata.",
    "Harun Bashir is wanted by Kenya.",
    "The port was designated a special economic zone by Kenya.",
    "Kenya has listed Lamu as a protected site.",
    "Ada Renn was named the designated successor by Kenya.",
    "Under the law, a group listed by Kenya loses its assets.",
    "Volkan Shipping Company listed its shares in Oslo.",
    "Kenya banned plastic bags.",
    "The minister of Norway would not say whether Canada had listed the Tarn Front.",
    "Norway denied that Peru had sanctioned Pavel Morozov.",
    "The Senate of Chile asked for nothing. In Oslo the Security Commission took up the question of the Tarn Front.",
    "The panel recommends that the cabinet of Canada consider blacklisting Pavel Morozov.",
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_a_listing_refused_weighed_or_ended_is_told_so(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_criteria_calls_questions_and_other_lists_state_nothing(text: str) -> None:
    assert found(text) == set()
