"""Statements of several documents become one entry; an agency stands for its state."""

import pytest

from briefgen.merge.designations import merge_designations, standing_of
from briefgen.model import Actor, Block, Designation, DesignationStatus, Document, Source

ACTORS = {
    "treasury": Actor(id="treasury", name="Treasury", kind="organization", affiliation="united-states"),
    "united-states": Actor(id="united-states", name="United States", kind="state"),
    "state-department": Actor(
        id="state-department", name="State Department", kind="organization", affiliation="united-states"
    ),
    "front": Actor(id="front", name="Tarn Front", kind="organization"),
}


def said(source: str, authority: str, subject: str, status: DesignationStatus = "designated") -> Designation:
    document = Document(
        source=Source(id=source, path=f"{source}.txt", media_type="text/plain", text="It is listed."),
        blocks=(Block(start=0, end=13, kind="prose"),),
    )
    return Designation(
        id=f"{authority}-{subject}",
        authority=authority,
        subject=subject,
        status=status,
        evidence=(document.cite(0, 13),),
    )


def test_one_entry_for_one_statement_told_twice() -> None:
    (merged,) = merge_designations([said("a", "united-states", "front"), said("b", "united-states", "front")], ACTORS)
    assert merged.origins == 2


def test_an_agency_stands_for_its_state_where_both_are_told() -> None:
    (merged,) = merge_designations([said("a", "treasury", "front"), said("b", "united-states", "front")], ACTORS)
    assert merged.authority == "united-states"
    assert len(merged.evidence) == 2


def test_a_registers_row_is_told_under_the_actor_it_names() -> None:
    renn = Actor(id="renn", name="Ada Renn", kind="person", aliases=("A. Renn",))
    actors = {**ACTORS, "renn": renn}
    told = [
        said("a", "united-states", "renn"),
        said("b", "united-states", "RENN, Ada"),
        said("c", "treasury", "ADA MARIA RENN"),
    ]
    (merged,) = merge_designations(told, actors)
    assert (merged.subject, merged.origins) == ("renn", 3)
    assert merge_designations([merged], actors) == (merged,)


@pytest.mark.parametrize(
    ("row", "one"),
    [
        ("Ali Musa Bakr", True),
        ("BAKR, Ali Musa", True),
        ("BAKR Ali Musa", True),
        ("Bakr Ali Musa", False),
        ("MUSA, Bakr Ali", False),
    ],
)
def test_a_shorter_name_is_the_longer_one_only_in_its_order(row: str, one: bool) -> None:
    bakr = Actor(id="bakr", name="Ali Bakr", kind="person")
    (merged,) = merge_designations([said("a", "united-states", row)], {**ACTORS, "bakr": bakr})
    assert (merged.subject == "bakr") is one


@pytest.mark.parametrize("words", ["United States", "united states", "US"])
def test_a_name_and_the_state_that_bears_it_are_one_authority(words: str) -> None:
    merged = merge_designations([said("a", "united-states", "front"), said("b", words, "front")], ACTORS)
    assert [(m.authority, m.origins) for m in merged] == [("united-states", 2)]


def test_an_authority_without_an_actor_is_told_by_its_full_name() -> None:
    merged = merge_designations([said("a", "EU", "front"), said("b", "Council of the EU", "front")], ACTORS)
    assert [m.authority for m in merged] == ["European Union"]


def test_a_name_that_two_actors_bear_is_left_as_it_is() -> None:
    others = {key: Actor(id=key, name="Ada Renn", kind="person") for key in ("one", "two")}
    (merged,) = merge_designations([said("a", "united-states", "RENN, Ada")], {**ACTORS, **others})
    assert merged.subject == "RENN, Ada"


@pytest.mark.parametrize("name", ["Ada Renn Foundation", "RENN ADA TRADING LLC", "Ada Renn Brigades"])
def test_a_body_that_bears_a_persons_name_is_not_the_person(name: str) -> None:
    renn = Actor(id="renn", name="Ada Renn", kind="person")
    (merged,) = merge_designations([said("a", "united-states", name)], {**ACTORS, "renn": renn})
    assert merged.subject == name


def test_contrary_statements_stay_apart() -> None:
    merged = merge_designations(
        [said("a", "united-states", "front"), said("b", "united-states", "front", "not_designated")], ACTORS
    )
    assert {m.status for m in merged} == {"designated", "not_designated"}


def test_merging_anew_changes_nothing() -> None:
    once = merge_designations([said("a", "treasury", "front"), said("b", "united-states", "front")], ACTORS)
    assert merge_designations(once, ACTORS) == once


def test_two_agencies_of_one_state_list_for_it() -> None:
    (merged,) = merge_designations([said("a", "treasury", "front"), said("b", "state-department", "front")], ACTORS)
    assert merged.authority == "united-states"
    assert {report.authority for report in merged.reports} == {"treasury", "state-department"}


def test_the_parts_may_come_one_after_the_other() -> None:
    reports = [
        said("a", "treasury", "front"),
        said("b", "state-department", "front"),
        said("c", "united-states", "front"),
    ]
    stepwise = merge_designations([*merge_designations(reports[:2], ACTORS), reports[2]], ACTORS)
    assert stepwise == merge_designations(reports[::-1], ACTORS)


def body(name: str, affiliation: str | None) -> Actor:
    return Actor(id="body", name=name, kind="organization", affiliation=affiliation)


@pytest.mark.parametrize(
    ("name", "affiliation", "authority"),
    [
        ("Ministry of Finance", "united-states", "united-states"),
        ("Ministry of Finance", "Norway", "Norway"),
        ("Office of Foreign Assets Control", "treasury", "united-states"),
        ("Foreign Affairs Council", "European Union", "European Union"),
        ("Norwegian Parliament", "Norway", "body"),
        ("House of Representatives", "united-states", "body"),
        ("Tarn Front", "Norway", "body"),
        ("Security Council", None, "body"),
        ("Security Council Committee pursuant to resolution 1591 (2005)", None, "UN Security Council"),
        ("Committee pursuant to resolution 1970 (2011)", None, "UN Security Council"),
        ("Central Committee", None, "body"),
        ("Ministry of Finance", "Tarn Front", "body"),
    ],
)
def test_whose_listing_it_is(name: str, affiliation: str | None, authority: str) -> None:
    assert standing_of("body", {**ACTORS, "body": body(name, affiliation)}).key == authority


def test_each_answer_has_its_reason() -> None:
    assert standing_of("treasury", ACTORS).reason == "a state's agency stands for its state"
    assert standing_of("united-states", ACTORS).reason == "told under its own name"
