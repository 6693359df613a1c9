"""Whose list it is, what is frozen, who follows whom: words that say more than the verb."""

import pytest

from .test_designations import found

STATED = [
    ("Norway added Volkan Shipping to a new national list on Monday.", "Norway | Volkan Shipping | designated"),
    ("Peru entered Harun Bashir in the country's updated list of outlawed groups.", "Peru | Harun Bashir | designated"),
    ("Chile removed the Tarn Front from its much-criticised national list.", "Chile | Tarn Front | delisted"),
    ("Kenya's prosecutor struck Ada Renn off the country's list last week.", "Kenya | Ada Renn | delisted"),
    ("Japan deleted Pavel Morozov from the annex to its asset-freeze order.", "Japan | Pavel Morozov | delisted"),
    ("The Tarn Front was taken off Canada's list in 2018.", "Canada | Tarn Front | delisted"),
    ("Chile is weighing adding Pavel Morozov to its domestic list.", "Chile | Pavel Morozov | under_review"),
    ("Norway outlawed the Tarn Front. Residents insist that Chile follow suit.", "Norway | Tarn Front | designated"),
    ("Norway outlawed the Tarn Front. It is time for Chile to follow suit.", "Norway | Tarn Front | designated"),
    (
        "Norway outlawed the Tarn Front, and Chile followed suit in June.",
        "Norway | Tarn Front | designated; Chile | Tarn Front | designated",
    ),
    (
        "Norway outlawed the Tarn Front. Chile has followed Norway's example.",
        "Norway | Tarn Front | designated; Chile | Tarn Front | designated",
    ),
    (
        "Norway outlawed the Tarn Front. Chile refused to follow Norway's example.",
        "Norway | Tarn Front | designated; Chile | Tarn Front | not_designated",
    ),
    (
        "Norway outlawed the Tarn Front. Chile is expected to follow suit next month.",
        "Norway | Tarn Front | designated; Chile | Tarn Front | under_review",
    ),
    ("The listing of the Tarn Front is under review in Ottawa.", "Canada | Tarn Front | under_review"),
    (
        "Canada said that the designation of the Tarn Front, made in 2011, was under review.",
        "Canada | Tarn Front | under_review",
    ),
    ("Canada is reviewing the Tarn Front's listing.", "Canada | Tarn Front | under_review"),
    ("Norway's ban on the Tarn Front is being reviewed by a panel.", "Norway | Tarn Front | under_review"),
    ("Pavel Morozov's assets were frozen by Switzerland in 2020.", "Switzerland | Pavel Morozov | designated"),
    ("Japan ordered a freeze on the assets of Pavel Morozov.", "Japan | Pavel Morozov | designated"),
    ("All funds belonging to Kestrel Bank have been frozen by Norway.", "Norway | Kestrel Bank | designated"),
    (
        "Swiss authorities froze the accounts of Pavel Morozov and Oleg Lunin.",
        "Switzerland | Pavel Morozov | designated; Switzerland | Oleg Lunin | designated",
    ),
    ("Switzerland has unblocked the assets of Pavel Morozov.", "Switzerland | Pavel Morozov | delisted"),
    ("Kestrel Bank's funds in Norway remain frozen.", "Norway | Kestrel Bank | designated"),
    ("Only Chile and Peru list the Tarn Front.", "Chile | Tarn Front | designated; Peru | Tarn Front | designated"),
    (
        "Japan sanctioned Volkan Shipping on Friday. The list also includes Pavel Morozov.",
        "Japan | Volkan Shipping | designated; Japan | Pavel Morozov | designated",
    ),
    (
        "Britain has placed Pavel Morozov under an asset freeze and a travel ban.",
        "United Kingdom | Pavel Morozov | designated",
    ),
    ("Canada lifted sanctions on Kestrel Bank.", "Canada | Kestrel Bank | delisted"),
    ("Canada has eased the sanctions against Kestrel Bank.", "Canada | Kestrel Bank | delisted"),
    ("The Tarn Front is no longer on Canada's list.", "Canada | Tarn Front | delisted"),
    ("Chile has yet to list the Tarn Front.", "Chile | Tarn Front | not_designated"),
    ("Chile is weighing whether to list the Tarn Front.", "Chile | Tarn Front | under_review"),
    (
        "Chile does not have a terrorist list and so has not listed the Tarn Front.",
        "Chile | Tarn Front | not_designated",
    ),
    ("Norway has not put Volkan Shipping on any list.", "Norway | Volkan Shipping | not_designated"),
    (
        "Volkan Shipping is on neither the EU nor the U.S. list.",
        "EU | Volkan Shipping | not_designated; United States | Volkan Shipping | not_designated",
    ),
    ("Switzerland adopted the EU's sanctions against Pavel Morozov.", "Switzerland | Pavel Morozov | designated"),
    (
        "The port of Lamu turned away the Sea Lark, a tanker under British and EU sanctions.",
        "United Kingdom | Sea Lark | designated; EU | Sea Lark | designated",
    ),
    ("Kestrel Bank, already under Swiss sanctions, lost its licence.", "Switzerland | Kestrel Bank | designated"),
    ("Kestrel Bank has been on Canada's sanctions list since 2019.", "Canada | Kestrel Bank | designated"),
    ("Kestrel Bank does not figure on Canada's list of sanctioned banks.", "Canada | Kestrel Bank | not_designated"),
    ("Norway, following Canada, outlawed the Tarn Front.", "Norway | Tarn Front | designated"),
    ("Canada's sanctions on Kestrel Bank expired in March.", "Canada | Kestrel Bank | delisted"),
    ("Canada suspended its sanctions on Kestrel Bank.", "Canada | Kestrel Bank | under_review"),
    (
        "Canada took the Tarn Front, which had laid down its arms, off the list of terrorist entities.",
        "Canada | Tarn Front | delisted",
    ),
    ("The Tarn Front's removal from Canada's terrorist list was hailed.", "Canada | Tarn Front | delisted"),
    (
        "The Tarn Front, banned by Canada and under Norwegian sanctions, denied it.",
        "Canada | Tarn Front | designated; Norway | Tarn Front | designated",
    ),
    ("Ada Renn, 54, who is on the British sanctions list, lives in Lamu.", "United Kingdom | Ada Renn | designated"),
    ("Ada Renn has faced EU sanctions since 2020.", "EU | Ada Renn | designated"),
    ("Ada Renn was hit by EU sanctions in 2020.", "EU | Ada Renn | designated"),
    ("Canada imposed a travel ban and an asset freeze on Ada Renn.", "Canada | Ada Renn | designated"),
    (
        "Canada has imposed sanctions targeting Ada Renn and Kestrel Bank.",
        "Canada | Ada Renn | designated; Canada | Kestrel Bank | designated",
    ),
    (
        "New Canadian sanctions target Ada Renn and Kestrel Bank.",
        "Canada | Ada Renn | designated; Canada | Kestrel Bank | designated",
    ),
    ("Canada's new sanctions hit Kestrel Bank.", "Canada | Kestrel Bank | designated"),
    (
        "Norway adopted a trade embargo, an export ban and a freeze of assets against Kestrel Bank.",
        "Norway | Kestrel Bank | designated",
    ),
    (
        "Peru has not imposed a visa ban, an export ban, an asset freeze or a trade embargo on Kestrel Bank.",
        "Peru | Kestrel Bank | not_designated",
    ),
    ("Kestrel Bank was left off Canada's sanctions list.", "Canada | Kestrel Bank | not_designated"),
]

NOTHING = [
    "Denmark may put the Tarn Front on a list of its own.",
    "Norway put the Alder Bridge on its list of protected monuments.",
    "Chile added Ada Renn to its national team.",
    "The editors struck Harun Bashir from the guest list.",
    "Kenya dropped Oleg Lunin from the list of witnesses.",
    "Peru added Kestrel Bank to its list of approved lenders.",
    "Oleg Lunin wants the Tarn Front outlawed by Chile.",
    "Oleg Lunin would like to see the Tarn Front banned by Norway.",
    "Kenya supports the inclusion of Pavel Morozov in the EU list.",
    "Canada backs the listing of the Tarn Front by the European Union.",
    "Ada Renn accused the terrorist Tarn Front of burning the depot in Peru.",
    "The Tarn Front called the sanctions imposed by Canada an insult.",
    "Norway warned that it would ban the Tarn Front if the attacks went on.",
    "Kestrel Bank was cut off from SWIFT.",
    "The envoy asked Peru to adopt a trade embargo, an export ban and an asset freeze against Kestrel Bank.",
    "Kestrel Bank is on the list for",  # a text that breaks off
    "The Tarn Front is not listed anywhere.",
    "No government has listed the Tarn Front.",
    "The tanker, which is under Norwegian sanctions, docked at Lamu.",
    "The sanctioned Kestrel Bank lost its licence.",
    "Canada declined to comment on whether the Tarn Front would be listed.",
    "Asked whether Canada would list the Tarn Front, the minister declined to answer.",
    "Had Canada listed the Tarn Front, the money would have been frozen.",
    "Canada has the power to list the Tarn Front.",
    "Rights groups want Canada to lift its sanctions on Kestrel Bank.",
    "Kestrel Bank asked Canada to lift the sanctions against it.",
    "Two Peruvian diplomats were declared personae non gratae by Chile.",
    "The terrorist designation was made by Canada. The Tarn Front denied it.",
]


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_the_words_around_a_listing_are_read(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_wishes_demands_and_other_lists_state_nothing(text: str) -> None:
    assert found(text) == set()
