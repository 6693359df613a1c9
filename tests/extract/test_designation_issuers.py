"""Listings that a government's own release tells without saying again who lists."""

import pytest

from briefgen.extract.designations import find_designations
from tests.readings import name, reading_of

RELEASES = [
    ("HM Treasury", "Kestrel Bank was sanctioned on Monday.", "United Kingdom | Kestrel Bank | designated"),
    (
        "Council of the EU",
        "The sanctions of March are widened from today. Also sanctioned were Ada Renn and Kestrel Bank.",
        "European Union | Ada Renn | designated; European Union | Kestrel Bank | designated",
    ),
    (
        "U.S. Department of the Treasury",
        "Japan sanctioned Oleg Lunin in March. Ada Renn is being designated for aiding Lunin.",
        "Japan | Oleg Lunin | designated; United States | Ada Renn | designated",
    ),
    (
        "Ministry of Trade, Republic of Peru",
        "The Tarn Front has never been outlawed.",
        "Peru | Tarn Front | not_designated",
    ),
    ("Council on Foreign Relations", "Ada Renn was designated in May.", ""),
    ("Norwegian Refugee Council", "Ada Renn was designated in May.", ""),
    (
        None,
        "Republic of Peru\n\nMinistry of Trade\n\nKestrel Bank was sanctioned in May.",
        "Peru | Kestrel Bank | designated",
    ),
    (None, "Peru Courier\n\nKestrel Bank was sanctioned in May.", ""),
    (
        None,
        "The Treasury of Chile today sanctioned Oleg Lunin. Norway also imposed sanctions on Lunin in 2021. "
        "Ada Renn is also being designated.",
        "Chile | Oleg Lunin | designated; Norway | Oleg Lunin | designated; Chile | Ada Renn | designated",
    ),
    (
        "U.S. Department of the Treasury",
        "Kestrel Bank was designated for being owned by Pavel Morozov of Chile.",
        "United States | Kestrel Bank | designated",
    ),
]

POINTING = [
    (
        "HM Treasury",
        "Reef Shipping was the third firm to be sanctioned. Oleg Lunin is the only broker to be sanctioned.",
        "United Kingdom | Reef Shipping | designated; United Kingdom | Oleg Lunin | designated",
    ),
    (
        "HM Treasury",
        "The new designations cover Kestrel Bank and two of its owners, Ada Renn and Oleg Lunin.",
        "United Kingdom | Kestrel Bank | designated; United Kingdom | Ada Renn | designated; United Kingdom | Oleg "
        "Lunin | designated",
    ),
    (
        "Ministry of Trade, Republic of Peru",
        "The minister declared the Tarn Front a specified entity on Monday.",
        "Peru | Tarn Front | designated",
    ),
    (
        None,
        "OFAC said today that the oil was sold by Ada Renn and Oleg Lunin. Both persons are being designated "
        "pursuant to E.O. 13224.",
        "United States | Ada Renn | designated; United States | Oleg Lunin | designated",
    ),
    (
        None,
        "Canada decided to strike from its sanctions list Kestrel Bank and Oleg Lunin.",
        "Canada | Kestrel Bank | delisted; Canada | Oleg Lunin | delisted",
    ),
    (
        None,
        "Oslo struck Ada Renn off its sanctions list in May. Brussels has not.",
        "Norway | Ada Renn | delisted; European Union | Ada Renn | designated",
    ),
    (
        None,
        "Oslo has listed the Tarn Front since 2019, and Brussels since 2021.",
        "Norway | Tarn Front | designated; European Union | Tarn Front | designated",
    ),
    (
        None,
        "Peru refused to ban the Tarn Front. So far, neither has Chile or Canada.",
        "Peru | Tarn Front | not_designated; Chile | Tarn Front | not_designated; Canada | Tarn Front | not_designated",
    ),
    (
        None,
        "Requests by the senate to put the Tarn Front on Canada's terrorist list were never granted.",
        "Canada | Tarn Front | not_designated",
    ),
    (None, "OFAC has designated rich traders in Chile and Peru.", ""),
    (None, "Japan has designated several firms and 417 persons.", ""),
    (
        None,
        "The entry for Oleg Lunin, a broker, was deleted from the UN list, as the designating state had wished.",
        "UN | Oleg Lunin | delisted",
    ),
    (
        None,
        "President Reed of the United States named Ada Renn for sanctions under E.O. 13553 by listing her in the annex.",
        "United States | Ada Renn | designated",
    ),
]
RELEASES += POINTING


@pytest.mark.parametrize(("publisher", "text", "facts"), RELEASES, ids=[text[:60] for _, text, _ in RELEASES])
def test_a_release_tells_its_issuers_listings(publisher: str | None, text: str, facts: str) -> None:
    reading = reading_of(text, publisher=publisher)
    told = (
        f"{name(reading, f.authority)} | {name(reading, f.subject)} | {f.status}" for f in find_designations(reading)
    )
    assert set(told) == set(filter(None, facts.split("; ")))
