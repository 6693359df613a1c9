"""Trackers and comparisons: several who list, several who are listed, never, no longer, not yet."""

import pytest

from .test_designations import found

STATED = [
    (
        "Canada proscribed the Tarn Front in 2019; Australia followed a year later and New Zealand not at all.",
        "Australia | Tarn Front | designated; "
        "Canada | Tarn Front | designated; New Zealand | Tarn Front | not_designated",
    ),
    ("Of the three neighbours only Peru treats the Tarn Front as a terrorist group.", "Peru | Tarn Front | designated"),
    (
        "Unlike Chile, Peru never outlawed the Tarn Front.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | not_designated",
    ),
    ("Chile outlawed the Tarn Front. Peru, by contrast, lets it run candidates.", "Chile | Tarn Front | designated"),
    (
        "Washington sanctioned Oleg Lunin. The Tarn Front stands on Chilean and Peruvian lists but not on that of Norway.",
        "Chile | Tarn Front | designated; Norway | Tarn Front | not_designated; "
        "Peru | Tarn Front | designated; United States | Oleg Lunin | designated",
    ),
    (
        "The Tarn Front appears on the American list but not on the British one.",
        "United Kingdom | Tarn Front | not_designated; United States | Tarn Front | designated",
    ),
    (
        "The Tarn Front is on the terror lists of Chile and Peru; it is on nobody else's.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | designated",
    ),
    (
        "Neither Oslo nor Stockholm has ever listed the Tarn Front.",
        "Norway | Tarn Front | not_designated; Sweden | Tarn Front | not_designated",
    ),
    (
        "The Tarn Front is listed by Chile, not by Peru.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | not_designated",
    ),
    (
        "In Chile the Tarn Front has been banned since 2012, in Peru since 2014.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | designated",
    ),
    ("In Chile the Tarn Front is banned; in Peru it sits in parliament.", "Chile | Tarn Front | designated"),
    (
        "What Chile calls a terrorist group, Peru calls a party. The Tarn Front was outlawed by Chile in May.",
        "Chile | Tarn Front | designated",
    ),
    ("Chile has banned the Tarn Front, Peru merely its youth wing.", "Chile | Tarn Front | designated"),
    (
        "Chile's list names the Tarn Front; Peru's does not.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | not_designated",
    ),
    (
        "Chile banned the Tarn Front; Peru has resisted calls to follow.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | not_designated",
    ),
    (
        "Chile banned the Tarn Front. Peru was asked to and said no.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | not_designated",
    ),
    (
        "Chile banned the Tarn Front. Peru has so far refused.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | not_designated",
    ),
    ("Chile banned the Tarn Front. Peru did the opposite and gave it an office.", "Chile | Tarn Front | designated"),
    (
        "Chile banned the Tarn Front. Peru's parliament voted against doing so.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | not_designated",
    ),
    (
        "Chile banned the Tarn Front. Peru says it is considering its options.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | under_review",
    ),
    (
        "Chile banned the Tarn Front. Peru's cabinet takes up the question on Monday.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | under_review",
    ),
    (
        "Chile banned the Tarn Front. Peru's cabinet discussed it on Monday without reaching a decision.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | under_review",
    ),
    ("Chile banned the Tarn Front. Whether Peru will do the same is unclear.", "Chile | Tarn Front | designated"),
    (
        "Chile banned the Tarn Front. Peru is expected to follow in May.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | under_review",
    ),
    (
        "Chile banned the Tarn Front. Peru plans to follow suit.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | under_review",
    ),
    (
        "Chile banned the Tarn Front. In Peru an application by the attorney general is pending.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | under_review",
    ),
    ("Oslo reviews the listing of the Tarn Front this autumn.", "Norway | Tarn Front | under_review"),
    ("The EU's listing of the Tarn Front is under review.", "EU | Tarn Front | under_review"),
    ("The EU is reviewing its listing of the Tarn Front.", "EU | Tarn Front | under_review"),
    (
        "The EU took Pavel Morozov off its sanctions list in 2021, the United Kingdom in 2022.",
        "EU | Pavel Morozov | delisted; United Kingdom | Pavel Morozov | delisted",
    ),
    (
        "The EU delisted Pavel Morozov in 2021; the United Kingdom did so a year later; Canada has not.",
        "Canada | Pavel Morozov | designated; EU | Pavel Morozov | delisted; United Kingdom | Pavel Morozov | delisted",
    ),
    (
        "Sanctioned by Canada in 2014, Pavel Morozov came off the list in 2020.",
        "Canada | Pavel Morozov | delisted; Canada | Pavel Morozov | designated",
    ),
    ("Canada's sanctions on Pavel Morozov ran out in May and were not renewed.", "Canada | Pavel Morozov | delisted"),
    ("Canada's sanctions on Pavel Morozov were allowed to lapse in May.", "Canada | Pavel Morozov | delisted"),
    ("Canada's ban on the Tarn Front was struck down by the supreme court.", "Canada | Tarn Front | delisted"),
    ("Canada suspended its ban on the Tarn Front for the talks.", "Canada | Tarn Front | under_review"),
    ("Pavel Morozov is no longer sanctioned by Canada.", "Canada | Pavel Morozov | delisted"),
    ("Pavel Morozov was once on the Canadian sanctions list.", "Canada | Pavel Morozov | delisted"),
    ("The Tarn Front used to be banned in Peru.", "Peru | Tarn Front | delisted"),
    ("Pavel Morozov is under no sanctions in Canada.", "Canada | Pavel Morozov | not_designated"),
    ("There is no Canadian ban on the Tarn Front.", "Canada | Tarn Front | not_designated"),
    ("Canada has no sanctions on Pavel Morozov.", "Canada | Pavel Morozov | not_designated"),
    (
        "Canada maintains no listing of the Tarn Front.",
        "Canada | Tarn Front | designated; Canada | Tarn Front | not_designated",
    ),
    ("The Canadian list does not mention the Tarn Front.", "Canada | Tarn Front | not_designated"),
    (
        "The Tarn Front does not figure in the Canadian list of terrorist entities.",
        "Canada | Tarn Front | not_designated",
    ),
    (
        "Canada banned the Tarn Front; its charity, Orchard Relief, remains untouched.",
        "Canada | Orchard Relief | not_designated; Canada | Tarn Front | designated",
    ),
    (
        "3 May: Norway lists the Tarn Front. 4 May: Sweden follows. 9 May: Denmark says it will not.",
        "Denmark | Tarn Front | not_designated; Norway | Tarn Front | designated; Sweden | Tarn Front | designated",
    ),
    (
        "2003: Canada outlaws the Tarn Front. 2010: Peru does the same. 2015: Canada lifts its ban.",
        "Canada | Tarn Front | delisted; Canada | Tarn Front | designated; Peru | Tarn Front | designated",
    ),
    (
        "May 2012. Chile declares the Tarn Front illegal. June. Peru refuses to go along.",
        "Chile | Tarn Front | designated; Peru | Tarn Front | not_designated",
    ),
    (
        "Of the four banks, two, Orchard Bank and Marsh Bank, are on the American list.",
        "United States | Marsh Bank | designated; United States | Orchard Bank | designated",
    ),
    (
        "Norway banned the Tarn Front in 2012. Chile banned its youth wing, Tarn Youth, in 2014. Peru has not followed.",
        "Chile | Tarn Youth | designated; Norway | Tarn Front | designated; Peru | Tarn Front | not_designated",
    ),
    (
        "The Reed Guard grew out of the Tarn Front, which Norway banned in 2012. It is listed itself.",
        "Norway | Reed Guard | designated; Norway | Tarn Front | designated",
    ),
    (
        "ECOWAS listed Pavel Morozov in 2012. The regional bloc took him off its list in 2014.",
        "ECOWAS | Pavel Morozov | delisted; ECOWAS | Pavel Morozov | designated",
    ),
    ("Norway sanctioned the league's nine members.", "Norway | the league's nine members | designated"),
    (
        "The EU listed Pavel Morozov in 2012. Brussels has since delisted him.",
        "EU | Pavel Morozov | delisted; EU | Pavel Morozov | designated",
    ),
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_a_comparison_is_read(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))
