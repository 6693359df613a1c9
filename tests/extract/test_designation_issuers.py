"""Listings that a government's own release tells without saying again who lists."""

import pytest

from briefgen.extract.designations import find_designations

from .reading import name, reading_of

RELEASES = [
    ("HM Treasury", "Kestrel Bank has been hit with an asset freeze.", "United Kingdom | Kestrel Bank | designated"),
    (
        "Council of the EU",
        "The sanctions of March are widened from today. Also listed are Ada Renn and Kestrel Bank.",
        "European Union | Ada Renn | designated; European Union | Kestrel Bank | designated",
    ),
    (
        "U.S. Department of the Treasury",
        "Japan sanctioned Oleg Lunin in March. Ada Renn is being designated for aiding Lunin.",
        "Japan | Oleg Lunin | designated; United States | Ada Renn | designated",
    ),
    (
        "Ministry of Trade, Republic of Peru",
        "The Tarn Front is not proscribed under the act.",
        "Peru | Tarn Front | not_designated",
    ),
    ("Council on Foreign Relations", "Ada Renn was designated in May.", ""),
    ("Norwegian Refugee Council", "Ada Renn was designated in May.", ""),
    (None, "Republic of Peru\n\nMinistry of Trade\n\nKestrel Bank was sanctioned in May.", "Peru | Kestrel Bank | designated"),
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


@pytest.mark.parametrize(("publisher", "text", "facts"), RELEASES, ids=[text[:60] for _, text, _ in RELEASES])
def test_a_release_tells_its_issuers_listings(publisher: str | None, text: str, facts: str) -> None:
    reading = reading_of(text, publisher=publisher)
    told = (f"{name(reading, f.authority)} | {name(reading, f.subject)} | {f.status}" for f in find_designations(reading))
    assert set(told) == set(filter(None, facts.split("; ")))
