"""What sources tell differently, of which kind it is, and which of it leads the brief."""

from dataclasses import replace
from datetime import date

import pytest

from briefgen.brief.discrepancies import find_discrepancies
from briefgen.brief.keypoints import compose_key_points
from briefgen.model import (
    UNDATED,
    Actor,
    Designation,
    DesignationStatus,
    Evidence,
    Facts,
    Meeting,
    MeetingStatus,
    Source,
    When,
)
from briefgen.wording import words

SOURCES = tuple(
    Source(id=f"S{n}", path=f"{n}.txt", media_type="text/plain", published=day)
    for n, day in enumerate((date(2025, 5, 1), date(2025, 5, 6), date(2025, 5, 20)), 1)
)


def said(source: int, start: int = 0) -> Evidence:
    return Evidence(source=f"S{source}", start=start, end=start + 9, quote="They met.")


def actor(name: str, kind: str = "person", *aliases: str, affiliation: str | None = None) -> Actor:
    quotes = tuple(
        Evidence(source="S1", start=9 * n, end=9 * n + len(spelled), quote=spelled)
        for n, spelled in enumerate((name, *aliases))
    )
    key = name.casefold().replace(" ", "-")
    return Actor(id=key, name=name, kind=kind, aliases=aliases, affiliation=affiliation, evidence=quotes)  # type: ignore[arg-type]


RENN, VELL = actor("Ada Renn"), actor("Toma Vell")
NORLAND, FRONT = actor("Norland", "state"), actor("Reed Front", "organization")
COUNCIL = actor("Salt Council", "organization", affiliation="norland")
ACTORS = (RENN, VELL, NORLAND, FRONT, COUNCIL)


def on(first: int, last: int | None = None) -> When:
    precision = "day" if last is None else "week"
    return When(start=date(2025, 5, first), end=date(2025, 5, last or first), precision=precision)  # type: ignore[arg-type]


def year(number: int) -> When:
    return When(start=date(number, 1, 1), end=date(number, 12, 31), precision="year")


def meeting(*reports: tuple[int, MeetingStatus, When, str | None]) -> Meeting:
    made = tuple(
        Meeting(id="m", status=status, date=when, place=place, participants=(RENN.id, VELL.id), evidence=(said(n),))
        for n, status, when, place in reports
    )
    best = min(made, key=lambda m: ("held", "cancelled", "planned", "proposed").index(m.status))
    latest = max((m for m in made if m.status == best.status), key=lambda m: m.evidence[0].source)
    return replace(latest, reports=made, evidence=tuple(said(n) for n, *_ in reports))


MEETINGS = {
    "a plan for another day": (
        meeting((1, "planned", on(4), "Oslo"), (2, "held", on(6), "Oslo")),
        [("later_update", "first planned for 4 May 2025; the later word is 6 May 2025")],
    ),
    "two plans, one after the other": (
        meeting((1, "planned", on(14), None), (2, "planned", on(16), None)),
        [("later_update", "first planned for 14 May 2025; the later word is 16 May 2025")],
    ),
    "a plan that came true": (
        meeting((1, "planned", on(4), None), (2, "held", on(4), None)),
        [("later_update", "reported as planned and held")],
    ),
    "an invitation taken up": (
        meeting((1, "proposed", on(4), None), (2, "held", on(4), None)),
        [],
    ),
    "a plan called off": (
        meeting((1, "planned", on(4), None), (2, "cancelled", UNDATED, None)),
        [("later_update", "reported as planned and cancelled")],
    ),
    "two days of a meeting held": (
        meeting((2, "held", on(4), "Oslo"), (3, "held", on(5), "Oslo")),
        [("contradiction", "dated differently: 4 May 2025 or 5 May 2025")],
    ),
    "a plan told after the holding": (
        meeting((3, "planned", on(9), None), (2, "held", on(4), None)),
        [("contradiction", "dated differently: 4 May 2025 or 9 May 2025"), ("later_update", "planned")],
    ),
    "a day and its week": (
        meeting((2, "held", on(6), None), (3, "held", on(5, 11), None)),
        [("less_precise", "more and less precisely")],
    ),
    "two towns": (
        meeting((2, "held", on(4), "Oslo"), (3, "held", on(4), "Bergen")),
        [("contradiction", "placed in Oslo or Bergen")],
    ),
    "a town planned and another town": (
        meeting((1, "planned", on(4), "Oslo"), (3, "held", on(4), "Bergen")),
        [("later_update", "placed in Oslo or Bergen"), ("later_update", "planned and held")],
    ),
    "a town and its country": (
        meeting((2, "held", on(4), "Oslo"), (3, "held", on(4), "Oslo, Norland")),
        [("less_precise", "placed in Oslo and Oslo, Norland")],
    ),
    "called off, and held after all": (
        meeting((1, "cancelled", UNDATED, None), (3, "held", on(4), None)),
        [("later_update", "cancelled and held")],
    ),
    "told as held, then said to have been off": (
        meeting((2, "held", on(4), None), (3, "cancelled", UNDATED, None)),
        [("contradiction", "held and cancelled")],
    ),
    "one source alone": (
        meeting((3, "held", on(4), None), (3, "cancelled", on(4), None)),
        [],
    ),
}


@pytest.mark.parametrize(("fact", "expected"), MEETINGS.values(), ids=MEETINGS)
def test_of_a_meeting(fact: Meeting, expected: list[tuple[str, str]]) -> None:
    found = find_discrepancies(Facts(actors=ACTORS, meetings=(fact,)), SOURCES, words("en"))
    assert [d.kind for d in found] == [kind for kind, _ in expected]
    assert all(text in d.summary for d, (_, text) in zip(found, expected, strict=True))
    assert all(len(d.sides) > 1 and all(side.evidence for side in d.sides) for d in found)


def denial(source: int, when: When = UNDATED, place: str | None = None, *parties: Actor) -> Meeting:
    keys = tuple(party.id for party in parties or (RENN, VELL))
    return Meeting(id="denied", date=when, place=place, participants=keys, evidence=(said(source, 60),))


OF_NORLAND = replace(VELL, affiliation="norland")
DENIALS = {
    "of the same day": ("held", denial(2, on(4)), True),
    "of the week": ("held", denial(2, on(1, 7)), True),
    "without a day, soon after": ("held", denial(3), True),
    "by the state of one who met": ("held", denial(3, UNDATED, None, RENN, NORLAND), True),
    "of another day": ("held", denial(3, on(5)), False),
    "of another town": ("held", denial(3, UNDATED, "Bergen"), False),
    "from before the meeting": ("held", denial(1), False),
    "of somebody else": ("held", denial(3, UNDATED, None, RENN, FRONT), False),
    "of what is only planned": ("planned", denial(2, on(4)), False),
}


@pytest.mark.parametrize(("status", "against", "told"), DENIALS.values(), ids=DENIALS)
def test_a_meeting_that_is_denied(status: MeetingStatus, against: Meeting, told: bool) -> None:
    fact = meeting((2, status, on(4), "Oslo"))
    facts = Facts(actors=(RENN, OF_NORLAND, NORLAND, FRONT), meetings=(fact,), denials=(against,))
    found = find_discrepancies(facts, SOURCES, words("en"))
    assert [(d.kind, [side.text for side in d.sides]) for d in found] == (
        [("contradiction", ["held", "denied"])] if told else []
    )
    assert all(side.evidence for d in found for side in d.sides)
    points = compose_key_points(facts, found, SOURCES, date(2025, 6, 1), words("en"))
    assert ("denied in another passage" in points[0].text) == told


def listing(
    source: int,
    status: DesignationStatus,
    when: When = UNDATED,
    *,
    authority: Actor = NORLAND,
    category: str | None = None,
    start: int = 0,
) -> Designation:
    fact = Designation(
        id=f"{authority.id}-{status}",
        authority=authority.id,
        subject=FRONT.id,
        status=status,
        category=category,
        as_of=when,
        evidence=(said(source, start),),
    )
    return replace(fact, reports=(fact,))


def both(one: Designation, other: Designation) -> Designation:
    return replace(one, reports=(one, other), evidence=(*one.evidence, *other.evidence), origins=2)


ORDER, DECREE = "Order of the Sea", "Decree on Reeds"
LISTINGS = {
    "not listed, then listed": ((listing(1, "not_designated"), listing(3, "designated")), ["later_update"]),
    "listed, then taken off": ((listing(1, "designated"), listing(1, "delisted")), ["later_update"]),
    "told both ways on one day": (
        (listing(2, "not_designated"), listing(2, "designated", start=40)),
        ["contradiction"],
    ),
    "one sentence that tells of two things": ((listing(2, "not_designated"), listing(2, "designated")), []),
    "off one list, on another, each with its title": (
        (listing(1, "designated", category=ORDER), listing(3, "delisted", category=DECREE)),
        [],
    ),
    "two years of one listing": (
        (both(listing(1, "designated", year(2016)), listing(2, "designated", year(2017))),),
        ["contradiction"],
    ),
    "the year and a day in it": (
        (both(listing(1, "designated", year(2025)), listing(2, "designated", on(2))),),
        [],
    ),
    "listed long ago, and anew": (
        (both(listing(1, "designated", year(2016)), listing(2, "designated", on(5))),),
        [],
    ),
    "two years of two lists": (
        (
            both(
                listing(1, "designated", year(2016), category=ORDER),
                listing(2, "designated", year(2017), category=DECREE),
            ),
        ),
        [],
    ),
}


@pytest.mark.parametrize(("facts", "kinds"), LISTINGS.values(), ids=LISTINGS)
def test_of_listings(facts: tuple[Designation, ...], kinds: list[str]) -> None:
    found = find_discrepancies(Facts(actors=ACTORS, designations=facts), SOURCES, words("en"))
    assert [d.kind for d in found] == kinds


def test_bodies_stand_with_their_articles_in_what_is_disputed() -> None:
    facts = (listing(1, "designated", authority=COUNCIL), listing(3, "not_designated", authority=COUNCIL))
    (found,) = find_discrepancies(Facts(actors=ACTORS, designations=facts), SOURCES, words("en"))
    assert found.summary == "The Reed Front is reported as not listed and listed by the Salt Council"
    fact = replace(
        meeting((2, "held", on(4), "Oslo"), (3, "held", on(4), "Bergen")), participants=(RENN.id, COUNCIL.id)
    )
    (found,) = find_discrepancies(Facts(actors=ACTORS, meetings=(fact,)), SOURCES, words("en"))
    assert found.summary == "The meeting of Ada Renn and the Salt Council is placed in Oslo or Bergen"


SPELLINGS = [
    (actor("Sergei Lavrin", "person", "Sergey Lavrin", "Lavrin"), 1),
    (actor("Renn Ada", "person", "Ada Renn"), 0),
    (actor("Ada Renn", "person", "Marta Kell"), 0),
    (actor("Hizballah", "organization", "Hezbollah"), 1),
    (actor("Marsku Lance", "organization", "Mersku Lance", "ML"), 1),
    (actor("Salt Council", "organization", "Norland's Salt Council", "SC"), 0),
    (actor("State Department", "organization", "Department of State"), 0),
    (actor("Czechia", "state", "Czech Republic"), 0),
]


@pytest.mark.parametrize(("one", "count"), SPELLINGS, ids=[a.name for a, _ in SPELLINGS])
def test_of_spelling(one: Actor, count: int) -> None:
    found = find_discrepancies(Facts(actors=(one,)), SOURCES, words("en"))
    assert [d.kind for d in found] == ["spelling"] * count


def points(facts: Facts) -> list[str]:
    return [p.text for p in compose_key_points(facts, (), SOURCES, date(2025, 6, 30), words("en"))]


def test_a_plan_that_has_gone_by_untold_does_not_lead() -> None:
    held = replace(meeting((2, "held", on(4), "Oslo")), id="held")
    gone = replace(meeting((1, "planned", on(12), "Bergen")), id="gone")
    ahead = replace(gone, id="ahead", date=on(29))
    assert "Bergen" not in points(Facts(actors=ACTORS, meetings=(held, gone)))[0]
    assert "Bergen was planned for 29 May" in points(Facts(actors=ACTORS, meetings=(held, ahead)))[0]


@pytest.mark.parametrize(
    ("when", "told"),
    [(on(12), "in Bergen planned for 12 May 2025 was cancelled"), (UNDATED, "in Bergen was cancelled")],
)
def test_a_meeting_is_cancelled_not_its_day(when: When, told: str) -> None:
    off = meeting((1, "cancelled", when, "Bergen"))
    assert told in points(Facts(actors=ACTORS, meetings=(off,)))[0]


def test_the_status_reached_last_leads_and_what_it_left_behind_is_no_point() -> None:
    told = (listing(1, "not_designated"), listing(3, "designated", on(18)))
    texts = points(Facts(actors=ACTORS, designations=told))
    assert texts[0] == "Norland lists the Reed Front."
    assert not any("not list" in text for text in texts)


def test_a_listing_of_these_weeks_comes_before_an_old_one() -> None:
    old = replace(listing(1, "designated", year(2016)), id="old", origins=2)
    other = replace(listing(2, "designated", on(18)), id="new", subject=COUNCIL.id, authority="the harbour")
    assert points(Facts(actors=ACTORS, designations=(old, other)))[0] == "The harbour lists the Salt Council."


def test_a_place_that_is_a_party_is_not_told_twice() -> None:
    fact = replace(meeting((2, "held", on(4), "Norland")), participants=(RENN.id, NORLAND.id))
    assert points(Facts(actors=ACTORS, meetings=(fact,)))[0] == "Ada Renn and Norland met on 4 May 2025."


LONG_AGO = (("decree", "the harbour"), ("order", "the port"))


def test_news_is_told_with_its_list_and_apart_from_who_listed_long_ago() -> None:
    new = replace(listing(3, "designated", on(18), category="terrorist organisation"), id="new")
    old = [replace(listing(1, "designated", category=c), id=f"old-{c}", authority=a) for c, a in LONG_AGO]
    texts = points(Facts(actors=ACTORS, designations=(*old, new)))
    assert texts[0] == "Norland lists the Reed Front as a terrorist organisation."
    assert texts[2] == "The harbour and the port list the Reed Front (reported by one source)."
