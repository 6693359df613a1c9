"""Statements of several documents become one entry; an agency stands for its state where both are told."""

from briefgen.merge.designations import merge_designations
from briefgen.model import Actor, Block, Designation, DesignationStatus, Document, Source

ACTORS = {
    "treasury": Actor(id="treasury", name="Treasury", kind="organization", affiliation="united-states"),
    "united-states": Actor(id="united-states", name="United States", kind="state"),
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


def test_an_agency_told_alone_keeps_its_name() -> None:
    (merged,) = merge_designations([said("a", "treasury", "front")], ACTORS)
    assert merged.authority == "treasury"


def test_contrary_statements_stay_apart() -> None:
    merged = merge_designations(
        [said("a", "united-states", "front"), said("b", "united-states", "front", "not_designated")], ACTORS
    )
    assert {m.status for m in merged} == {"designated", "not_designated"}


def test_merging_anew_changes_nothing() -> None:
    once = merge_designations([said("a", "treasury", "front"), said("b", "united-states", "front")], ACTORS)
    assert merge_designations(once, ACTORS) == once
