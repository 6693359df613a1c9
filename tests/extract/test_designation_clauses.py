"""Who only tells of a listing, whom a committee is about, and of which day a listing is told."""

import pytest

from briefgen.extract.designations import find_designations
from tests.readings import reading_of

from .test_designations import found

TOLD = [
    (
        "Norway declined to list the Tarn Front, Justice Minister Ada Renn confirmed.",
        "Norway | Tarn Front | not_designated",
    ),
    (
        "Chile lists the Tarn Front. Norway has declined to ban the group, Justice Minister Ada Renn confirmed.",
        "Chile | Tarn Front | designated; Norway | Tarn Front | not_designated",
    ),
    (
        "Chile lists the Tarn Front. Norway will not sanction the movement, Ada Renn and Oleg Lunin said.",
        "Chile | Tarn Front | designated; Norway | Tarn Front | not_designated",
    ),
    ("Norway has sanctioned the trader, Pavel Morozov, on Monday.", "Norway | Pavel Morozov | designated"),
    ("Japan did not sanction Pavel Morozov, spokesman Oleg Lunin said.", "Japan | Pavel Morozov | not_designated"),
    ("Peru has banned the Tarn Front, Interior Minister Ada Renn told reporters.", "Peru | Tarn Front | designated"),
    (
        "Canada has listed Pavel Morozov and Oleg Lunin, Ada Renn announced.",
        "Canada | Pavel Morozov | designated; Canada | Oleg Lunin | designated",
    ),
    (
        "Chile blacklisted Pavel Morozov, Oleg Lunin and Ada Renn on Monday.",
        "Chile | Pavel Morozov | designated; Chile | Oleg Lunin | designated; Chile | Ada Renn | designated",
    ),
    (
        "Secretary of Commerce Ada Renn announced today that Norway has designated the Tarn Front as a terrorist group.",
        "Norway | Tarn Front | designated",
    ),
    (
        "Justice Minister Oleg Lunin confirmed on Monday that Canada had proscribed the Grey Falcon Brigade.",
        "Canada | Grey Falcon Brigade | designated",
    ),
    ("The decision of Chile to ban the Tarn Front was welcomed.", "Chile | Tarn Front | designated"),
    ("Canada has banned the Tarn Front, Ada Renn and Oleg Lunin said.", "Canada | Tarn Front | designated"),
    (
        "Canada listed Ada Renn and Oleg Lunin, officials said.",
        "Canada | Ada Renn | designated; Canada | Oleg Lunin | designated",
    ),
    (
        "The European Commission met in May. The Council today sanctioned Kestrel Bank.",
        "European Union | Kestrel Bank | designated",
    ),
    ("Chile lists the Noor al-Sahil group as a terrorist organisation.", "Chile | Noor al-Sahil | designated"),
    (
        "The Security Council Committee established pursuant to resolution 1518 (2003) concerning Iraq listed two traders on "
        "9 May: Pavel Morozov and Oleg Lunin.",
        "Security Council Committee established pursuant to resolution 1518 (2003) | Pavel Morozov | designated; "
        "Security Council Committee established pursuant to resolution 1518 (2003) | Oleg Lunin | designated",
    ),
    (
        "The Security Council Committee established pursuant to resolution 2048 (2012) concerning Guinea-Bissau struck Pavel "
        "Morozov from its sanctions list.",
        "Security Council Committee established pursuant to resolution 2048 (2012) | Pavel Morozov | delisted",
    ),
]


@pytest.mark.parametrize(("text", "facts"), TOLD, ids=[text[:60] for text, _ in TOLD])
def test_who_tells_neither_lists_nor_is_listed(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


DATED = [
    ("Canada delisted the Tarn Front on 3 May 2021.", "2021-05-03"),
    ("Canada deleted the Tarn Front from its terror list, where it had appeared in 2011.", None),
    ("Chile banned the Tarn Front, which was founded in 1998.", None),
    ("Peru outlawed the Tarn Front after it had burned a bridge in June 2019.", None),
    ("Peru outlawed the Tarn Front in July 2019 after it had burned a bridge in June.", "2019-07-01"),
    ("Pavel Morozov, who was born in 1960, was sanctioned by Japan.", None),
    ("The Tarn Front, outlawed by Chile in 2014, runs a radio station.", "2014-01-01"),
    ("The Tarn Front is banned, Peru's interior ministry said on 4 March 2024; Peru banned it.", "2024-03-04"),
    (
        "The committee under resolution 1518 (2003) of the Security Council listed Pavel Morozov on 9 May 2022.",
        "2022-05-09",
    ),
    ("Canada intends to designate the Tarn Front as a terrorist entity, effective 20 May 2024.", None),
    ("Canada designated the Tarn Front as a terrorist entity, effective 20 May 2024.", "2024-05-20"),
]


@pytest.mark.parametrize(("text", "day"), DATED, ids=[text[:60] for text, _ in DATED])
def test_a_listing_is_of_the_day_of_its_own_clause(text: str, day: str | None) -> None:
    made = next(iter(find_designations(reading_of(text))))
    assert (made.as_of.start.isoformat() if made.as_of.start else None) == day


SCOPED = [
    (
        "The United States, which sanctioned the Tarn Front in March 2022, is considering a similar step against the Grey "
        "Falcon Brigade.",
        "United States | Tarn Front | designated; United States | Grey Falcon Brigade | under_review",
    ),
    (
        "Norway outlawed the Tarn Front and is weighing the same measure against the Grey Falcon Brigade.",
        "Norway | Tarn Front | designated; Norway | Grey Falcon Brigade | under_review",
    ),
    (
        "Peru outlawed the Tarn Front and may take a comparable step against the Grey Falcon Brigade.",
        "Peru | Tarn Front | designated",
    ),
    ("Norway and Chile took similar measures against floods.", ""),
    ("Peru has paused the designation of the Tarn Front as a terrorist group.", "Peru | Tarn Front | under_review"),
    ("The listing of Pavel Morozov by Norway was suspended in May.", "Norway | Pavel Morozov | under_review"),
    ("Peru revoked the designation of the Tarn Front.", "Peru | Tarn Front | delisted"),
    ("Norway outlawed the Tarn Front, but only its armed wing.", "Norway | armed wing of Tarn Front | designated"),
    (
        "The Tarn Front is listed by Canada, though only its naval branch.",
        "Canada | naval branch of Tarn Front | designated",
    ),
    ("Norway outlawed the Tarn Front, but only after a long debate.", "Norway | Tarn Front | designated"),
    ("The Chilean parliament passed a non-binding resolution declaring the Tarn Front a terrorist organisation.", ""),
    ("The European Parliament declared the Tarn Front a terrorist organisation in a symbolic vote.", ""),
    (
        "A tribunal quashed the listing of Pavel Morozov by the European Union.",
        "European Union | Pavel Morozov | delisted",
    ),
    ("The court annulled Swiss sanctions on Pavel Morozov.", "Switzerland | Pavel Morozov | delisted"),
    ("Norway has proscribed no Chilean group.", "Norway | Chilean group | not_designated"),
    ("Norway has proscribed no group.", ""),
]


@pytest.mark.parametrize(("text", "facts"), SCOPED, ids=[text[:60] for text, _ in SCOPED])
def test_how_far_a_listing_goes(text: str, facts: str) -> None:
    assert found(text) == ({*facts.split("; ")} if facts else set())


MEANT = [
    ("The Tarn Front took three towns. An armed group from the hills burned a bridge. Peru has banned it.", ""),
    ("Kestrel Bank closed. A militia in the north burned a bridge, and Peru has banned it.", ""),
    (
        "An armed group from the hills, the Tarn Front, burned a bridge. Peru has banned it.",
        "Peru | Tarn Front | designated",
    ),
    ("The Tarn Front is an armed group from the hills. Peru has banned it.", "Peru | Tarn Front | designated"),
]


@pytest.mark.parametrize(("text", "facts"), MEANT, ids=[text[:60] for text, _ in MEANT])
def test_it_is_no_body_named_before_another_came_up(text: str, facts: str) -> None:
    assert found(text) == ({*facts.split("; ")} if facts else set())


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Iran lists the Tarn Front as terrorist entities.", "terrorist entity"),
        ("Peru put the Tarn Front on its list of terrorist organisations.", "terrorist organisation"),
        ("OFAC has listed Kestrel Bank under Executive Order 14114.", "sanctions"),
        ("The Treasury designated Kestrel Bank under E.O. 14024.", "sanctions"),
        ("Peru banned the Tarn Front by executive order.", None),
    ],
)
def test_what_one_is_listed_as(text: str, category: str | None) -> None:
    (made,) = find_designations(reading_of(text))
    assert made.category == category


def test_each_of_two_listings_in_a_sentence_has_its_own_date() -> None:
    text = "Norway listed Kestrel Bank in 2019 and Pavel Morozov in 2021; Chile banned Oleg Lunin."
    days = [made.as_of.start for made in find_designations(reading_of(text))]
    assert [day.year if day else None for day in days] == [2019, 2021, None]
