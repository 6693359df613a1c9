"""Listings told over two sentences: who acts stands in the first, whom it hits in the next; and acts by which one is listed."""

import pytest

from .test_designations import found

STATED = [
    # measures are announced, whom they hit is told behind
    (
        "Peru's trade minister unveiled new sanctions over the raid on Oslo. Ada Renn, who commands the coast guard, and her "
        "brother Oleg Lunin will be subject to an asset freeze and an entry ban.",
        "Peru | Ada Renn | designated; Peru | Oleg Lunin | designated",
    ),
    (
        "Canada announced fresh sanctions over the shelling on Thursday. Ada Renn and Kestrel Bank now face an asset freeze.",
        "Canada | Ada Renn | designated; Canada | Kestrel Bank | designated",
    ),
    (
        "Japan adopted a further round of sanctions over the coup. The measures target the broker Ada Renn and Kestrel Bank.",
        "Japan | Ada Renn | designated; Japan | Kestrel Bank | designated",
    ),
    (
        "Norway has imposed new sanctions over the coup. The decision concerns Ada Renn and the editor Oleg Lunin.",
        "Norway | Ada Renn | designated; Norway | Oleg Lunin | designated",
    ),
    # who is meant by their number
    (
        "Canada announced sanctions over the coup on Monday. Ada Renn runs the junta's bank. Her firm, Kestrel Lines, sells "
        "its oil. Both are being sanctioned under the Magnitsky Act.",
        "Canada | Ada Renn | designated; Canada | Kestrel Lines | designated",
    ),
    (
        "Canada has listed the Tarn Front and the Reef Guard. Neither was listed by Peru.",
        "Canada | Tarn Front | designated; Canada | Reef Guard | designated; "
        "Peru | Tarn Front | not_designated; Peru | Reef Guard | not_designated",
    ),
    # the act by which one is listed
    (
        "The Council of the European Union adopted a decision by which Ada Renn and the firm Kestrel Mining were added to the "
        "list of persons subject to restrictive measures.",
        "Council of the European Union | Ada Renn | designated; "
        "Council of the European Union | Kestrel Mining | designated",
    ),
    (
        "The Security Council adopted a resolution under which Ada Renn was placed on the sanctions list.",
        "Security Council | Ada Renn | designated",
    ),
    (
        "The interior ministry of Chad issued an order whereby the Tarn Front was dissolved.",
        "Chad | Tarn Front | designated",
    ),
    # names behind a count
    (
        "Three more traders and two banks are now subject to trade sanctions in Switzerland: Captain Ada Renn, the smelter "
        "owner Oleg Lunin, and Kestrel Holding.",
        "Switzerland | Ada Renn | designated; Switzerland | Oleg Lunin | designated; "
        "Switzerland | Kestrel Holding | designated",
    ),
    (
        "Kenya banned two charities (Tarn Relief and Kestrel Aid) on Monday.",
        "Kenya | Tarn Relief | designated; Kenya | Kestrel Aid | designated",
    ),
    # who may not enter
    (
        "Estonia prohibited entry to its territory for the broker Ada Renn and the editor Oleg Lunin.",
        "Estonia | Ada Renn | designated; Estonia | Oleg Lunin | designated",
    ),
    ("Latvia announced entry bans. It had barred Ada Renn as early as 2021.", "Latvia | Ada Renn | designated"),
]
SILENT = [
    "The pier of the Kestrel Company was designated unsafe by the city.",
    "News of Canada's sanctions policy was out on the site of the bank.",
    "Japan announced measures to help farmers. They concern Ada Renn and her neighbours.",
    "Germany said that it would table a list of measures. The measures target exports of steel.",
    "Peru announced a round of talks. Ada Renn and Oleg Lunin will be subject to questions.",
    "The bill would let Peru impose sanctions over the coup. The bill concerns Ada Renn and Oleg Lunin.",
    "Peru's judges met Ada Renn and Oleg Lunin. Both were heard under oath.",
    "The club announced a decision by which Ada Renn was added to the team.",
    "Latvia opened a pub. It had barred Ada Renn as early as 2021.",
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_a_listing_is_read_over_its_sentences(text: str, expected: str) -> None:
    assert found(text) == set(expected.split("; "))


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_listed(text: str) -> None:
    assert found(text) == set()
