"""Sentences and the designation statements they hold: `authority | subject | status`."""

import pytest

from briefgen.extract.designations import find_designations

from .reading import name, reading_of

STATED = [
    # one authority, one subject, active
    (
        "Japan has designated the Grey Falcon Brigade as a terrorist organisation.",
        "Japan | Grey Falcon Brigade | designated",
    ),
    (
        "Canada listed the Grey Falcon Brigade as a terrorist entity on 4 March.",
        "Canada | Grey Falcon Brigade | designated",
    ),
    ("The European Union sanctioned Pavel Morozov on Monday.", "European Union | Pavel Morozov | designated"),
    ("Britain banned the Grey Falcon Brigade in 2021.", "United Kingdom | Grey Falcon Brigade | designated"),
    (
        "Washington blacklisted Volkan Shipping Company last year.",
        "United States | Volkan Shipping Company | designated",
    ),
    (
        "Ukraine imposed sanctions on Pavel Morozov and Irina Sokolova.",
        "Ukraine | Pavel Morozov | designated; Ukraine | Irina Sokolova | designated",
    ),
    (
        "Norway has placed the Grey Falcon Brigade, a militia active in the north, on its list of terrorist groups.",
        "Norway | Grey Falcon Brigade | designated",
    ),
    (
        "The Department of State is today designating Harun Bashir and Idris Talib as Specially Designated Global Terrorists.",
        "Department of State | Harun Bashir | designated; Department of State | Idris Talib | designated",
    ),
    (
        "Australia added Harun Bashir, Idris Talib and Musa Qadir to its sanctions list.",
        "Australia | Harun Bashir | designated; Australia | Idris Talib | designated; Australia | Musa Qadir | designated",
    ),
    ("France froze the assets of Pavel Morozov.", "France | Pavel Morozov | designated"),
    ("Turkey considers the Grey Falcon Brigade a terrorist group.", "Turkey | Grey Falcon Brigade | designated"),
    ("Egypt regards the Grey Falcon Brigade as a terrorist organisation.", "Egypt | Grey Falcon Brigade | designated"),
    # lists of names
    (
        "The United States is designating two financiers: Harun Bashir and Idris Talib.",
        "United States | Harun Bashir | designated; United States | Idris Talib | designated",
    ),
    (
        "Canada imposed sanctions on three businessmen, Pavel Morozov, Oleg Lunin and Igor Petrenko, on Friday.",
        "Canada | Pavel Morozov | designated; Canada | Oleg Lunin | designated; Canada | Igor Petrenko | designated",
    ),
    (
        "Switzerland has sanctioned Pavel Morozov, who owns a bank in Cyprus, and Oleg Lunin.",
        "Switzerland | Pavel Morozov | designated; Switzerland | Oleg Lunin | designated",
    ),
    (
        "Australia designated five members of the militia, including Harun Bashir.",
        "Australia | five members of the militia | designated; Australia | Harun Bashir | designated",
    ),
    # passive
    (
        "The Grey Falcon Brigade was designated as a terrorist organisation by Canada in 2019.",
        "Canada | Grey Falcon Brigade | designated",
    ),
    (
        "The Department of State acted on Monday. Harun Bashir is being designated as well.",
        "Department of State | Harun Bashir | designated",
    ),
    (
        "Harun Bashir was added to the sanctions list of the United Nations Security Council in 2022.",
        "United Nations Security Council | Harun Bashir | designated",
    ),
    ("Harun Bashir was designated pursuant to Executive Order 13224.", "United States | Harun Bashir | designated"),
    (
        "Harun Bashir, Idris Talib and Musa Qadir were sanctioned by Japan.",
        "Japan | Harun Bashir | designated; Japan | Idris Talib | designated; Japan | Musa Qadir | designated",
    ),
    (
        "Pavel Morozov, placed under sanctions by the European Union in 2022, lives in Vienna.",
        "European Union | Pavel Morozov | designated",
    ),
    (
        "The Grey Falcon Brigade, which Canada listed in 2019, holds the valley.",
        "Canada | Grey Falcon Brigade | designated",
    ),
    ("The Grey Falcon Brigade is deemed a terrorist group by Egypt.", "Egypt | Grey Falcon Brigade | designated"),
    (
        "The Grey Falcon Brigade is on the terror list of the European Union.",
        "European Union | Grey Falcon Brigade | designated",
    ),
    ("The Grey Falcon Brigade has been banned in Germany since 2020.", "Germany | Grey Falcon Brigade | designated"),
    # nouns
    (
        "Canada's designation of the Grey Falcon Brigade took effect on Monday.",
        "Canada | Grey Falcon Brigade | designated",
    ),
    (
        "The designation of the Grey Falcon Brigade by Canada in 2019 still stands.",
        "Canada | Grey Falcon Brigade | designated",
    ),
    (
        "Japan announced the designation of Harun Bashir and Idris Talib.",
        "Japan | Harun Bashir | designated; Japan | Idris Talib | designated",
    ),
    (
        "U.S. and EU sanctions against Volkan Shipping Company have bitten.",
        "United States | Volkan Shipping Company | designated; EU | Volkan Shipping Company | designated",
    ),
    (
        "The bank served the U.S.-sanctioned Volkan Shipping Company for years.",
        "United States | Volkan Shipping Company | designated",
    ),
    ("Pavel Morozov has been under British sanctions since 2022.", "United Kingdom | Pavel Morozov | designated"),
    (
        "Today the Department of State is announcing the revocation of two designations (INA): Tarn Front and Kahl Group. "
        "Both groups will remain designated as Specially Designated Global Terrorists.",
        "Department of State | Tarn Front | delisted; Department of State | Kahl Group | delisted; "
        "Department of State | Tarn Front | designated; Department of State | Kahl Group | designated",
    ),
    ("Harun Bashir is a trader in Dubai and was sanctioned by Japan in 2022.", "Japan | Harun Bashir | designated"),
    # delisted
    (
        "Canada has removed the Grey Falcon Brigade from its list of terrorist entities.",
        "Canada | Grey Falcon Brigade | delisted",
    ),
    ("Harun Bashir was removed from the EU's sanctions list in May.", "EU | Harun Bashir | delisted"),
    ("Japan delisted the Grey Falcon Brigade in 2021.", "Japan | Grey Falcon Brigade | delisted"),
    (
        "The Department of State announced the revocation of the designation of the Grey Falcon Brigade.",
        "Department of State | Grey Falcon Brigade | delisted",
    ),
    ("Ukraine lifted sanctions on Pavel Morozov.", "Ukraine | Pavel Morozov | delisted"),
    ("France took Pavel Morozov off its sanctions list.", "France | Pavel Morozov | delisted"),
    ("Egypt no longer considers the Grey Falcon Brigade a terrorist group.", "Egypt | Grey Falcon Brigade | delisted"),
    # not designated
    (
        "Brazil does not list the Grey Falcon Brigade as a terrorist organisation.",
        "Brazil | Grey Falcon Brigade | not_designated",
    ),
    ("Brazil has never designated the Grey Falcon Brigade.", "Brazil | Grey Falcon Brigade | not_designated"),
    ("Brazil declined to ban the Grey Falcon Brigade.", "Brazil | Grey Falcon Brigade | not_designated"),
    (
        "Brazil, which has not listed the Grey Falcon Brigade, said it would study the matter.",
        "Brazil | Grey Falcon Brigade | not_designated",
    ),
    (
        "Canada has listed the Grey Falcon Brigade, but Brazil declined to do so.",
        "Canada | Grey Falcon Brigade | designated; Brazil | Grey Falcon Brigade | not_designated",
    ),
    # under review
    (
        "Norway is considering sanctions against Volkan Shipping Company.",
        "Norway | Volkan Shipping Company | under_review",
    ),
    ("Denmark is weighing whether to list the Grey Falcon Brigade.", "Denmark | Grey Falcon Brigade | under_review"),
    (
        "Canada has listed the Grey Falcon Brigade. The European Union is weighing whether to follow.",
        "Canada | Grey Falcon Brigade | designated; European Union | Grey Falcon Brigade | under_review",
    ),
    ("Australia will designate the Grey Falcon Brigade on 15 May.", "Australia | Grey Falcon Brigade | under_review"),
]

NOTHING = [
    "The terrorist group Grey Falcon Brigade attacked a village in Niger.",
    "A group of senators urged Canada to proscribe the Grey Falcon Brigade.",
    "Israel called on the European Union to list the Grey Falcon Brigade.",
    "If Canada lists the Grey Falcon Brigade again, the talks will fail.",
    "Had Canada outlawed the Grey Falcon Brigade, would the boys have stayed at home?",
    "Canada would act only if the European Union moved first.",
    "The board designated Lars Tveit as its next chairman.",
    "Fjordlink is a ferry operator listed in Oslo.",
    "The designated smoking area is behind the harbour.",
    "The president placed a wreath at the memorial and listed the names of the dead.",
    "Critics called the minister a terrorist.",
    "Russia threatened to impose sanctions on Volkan Shipping Company.",
    "The law allows Canada to designate any group that supports terrorism.",
    "Norway banned smoking in restaurants.",
    "The mayor put the matter on the list of topics for Monday.",
    "Lawmakers want the Grey Falcon Brigade back on the list.",
    "Canada should sanction Pavel Morozov, the analyst argued.",
]


def found(text: str) -> set[str]:
    reading = reading_of(text)
    return {
        f"{name(reading, d.authority)} | {name(reading, d.subject)} | {d.status}" for d in find_designations(reading)
    }


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_a_statement_is_found(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_a_label_a_call_or_a_threat_is_no_statement(text: str) -> None:
    assert found(text) == set()


def test_the_passage_is_the_sentence() -> None:
    reading = reading_of("Rain fell. Canada listed the Grey Falcon Brigade as a terrorist entity. Nobody spoke.")
    (made,) = find_designations(reading)
    assert made.evidence[0].quote == "Canada listed the Grey Falcon Brigade as a terrorist entity."
    assert made.category == "terrorist entity"
