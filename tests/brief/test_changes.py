"""What is new against the previous issue: facts are found again under other names, and as what became of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from odd import empty_brief

from briefgen.brief.changes import changes_since
from briefgen.merge.actors import Wishes
from briefgen.model import (
    UNDATED,
    Actor,
    Brief,
    Designation,
    DesignationStatus,
    Evidence,
    Facts,
    Meeting,
    MeetingStatus,
    Source,
    View,
    When,
)
from briefgen.wording import words

OLD = Source(id="S1", path="old.txt", media_type="text/plain", sha256="0" * 64, published=date(2025, 5, 1))
NEW = replace(OLD, path="new.txt", sha256="1" * 64, published=date(2025, 5, 20))


def said(start: int = 0) -> Evidence:
    return Evidence(source="S1", start=start, end=start + 9, quote="They met.")


def person(name: str, *aliases: str, affiliation: str | None = None) -> Actor:
    key = name.casefold().replace(" ", "-")
    return Actor(id=key, name=name, kind="person", aliases=aliases, affiliation=affiliation, evidence=(said(),))


NORLAND = Actor(id="norland", name="Norland", kind="state", evidence=(said(),))
SARN = Actor(id="sarn", name="Sarn", kind="state", evidence=(said(),))
BUREAU = Actor(id="bureau-of-salt", name="Bureau of Salt", kind="organization", evidence=(said(),))
FRONT = Actor(id="reed-front", name="Reed Front", kind="organization", evidence=(said(),))
RENN, VELL = person("Ada Renn", affiliation="norland"), person("Toma Vell", affiliation="sarn")
OTHER_RENN = person("Adah Renn", "Ada Renn", affiliation="norland")


def on(day: int, last: int | None = None) -> When:
    return When(start=date(2025, 5, day), end=date(2025, 5, last or day), precision="day" if last is None else "month")


def met(status: MeetingStatus, when: When, *parties: Actor, place: str | None = "Oslo") -> Meeting:
    keys = tuple(sorted(p.id for p in parties))
    key = "-".join([str(when.start), *keys])
    return Meeting(id=key, date=when, status=status, place=place, participants=keys, evidence=(said(),))


def lists(authority: Actor, subject: Actor, status: DesignationStatus) -> Designation:
    key = f"{authority.id}-{subject.id}-{status}"
    return Designation(id=key, authority=authority.id, subject=subject.id, status=status, evidence=(said(20),))


def issue(actors: tuple[Actor, ...], fact: Meeting | Designation, source: Source) -> Brief:
    return replace(
        empty_brief(),
        sources=(source,),
        actors=actors,
        meetings=(fact,) if isinstance(fact, Meeting) else (),
        designations=(fact,) if isinstance(fact, Designation) else (),
    )


ALL = (RENN, VELL, NORLAND, SARN, FRONT, BUREAU)
CASES: dict[str, tuple[Meeting | Designation, Meeting | Designation, str, str]] = {
    "held as planned": (met("planned", on(6), RENN, VELL), met("held", on(6), RENN, VELL), "changed", "status was"),
    "planned for states, held by those who speak for them": (
        met("planned", on(6), NORLAND, SARN),
        met("held", on(6), RENN, VELL),
        "changed",
        "status was planned, now held",
    ),
    "put off by a few days": (
        met("planned", on(6), RENN, VELL),
        met("held", on(9), RENN, VELL),
        "changed",
        "date was 6 May 2025, now 9 May 2025",
    ),
    "told again with less": (met("held", on(6), RENN, VELL), met("held", on(1, 31), RENN, VELL), "confirmed", "held"),
    "told again without a day": (met("held", on(6), RENN, VELL), met("held", UNDATED, RENN, VELL), "confirmed", "held"),
    "told with the day": (
        met("planned", on(1, 31), RENN, VELL),
        met("held", on(6), RENN, VELL),
        "changed",
        "now 6 May 2025",
    ),
    "two delegations, told as the ministers who lead them": (
        met("planned", on(6), NORLAND, SARN),
        met("planned", on(13), RENN, VELL),
        "changed",
        "date was 6 May 2025, now 13 May 2025",
    ),
    "told with the first day": (
        met("planned", UNDATED, RENN, VELL),
        met("held", on(6), RENN, VELL),
        "changed",
        "Meeting (held) of Ada Renn and Toma Vell in Oslo, 6 May 2025: date now 6 May 2025; status was planned, now held",
    ),
    "another meeting": (met("held", on(6), RENN, VELL), met("held", on(16), RENN, VELL), "new", "16 May 2025"),
    "told of a body with its article": (
        lists(NORLAND, FRONT, "designated"),
        lists(BUREAU, FRONT, "under_review"),
        "new",
        "Reed Front: under review by the Bureau of Salt",
    ),
    "listed since": (lists(NORLAND, FRONT, "not_designated"), lists(NORLAND, FRONT, "designated"), "changed", "now"),
}


@pytest.mark.parametrize(("before", "now", "kind", "text"), CASES.values(), ids=CASES)
def test_against_the_issue_before(
    before: Meeting | Designation, now: Meeting | Designation, kind: str, text: str
) -> None:
    made = issue(ALL, now, NEW)
    facts = Facts(actors=ALL, meetings=made.meetings, designations=made.designations)
    (change,) = changes_since(issue(ALL, before, OLD), facts, (NEW,), words("en"))
    assert change.kind == kind
    assert text in change.summary


def test_a_name_that_is_spelled_otherwise_by_now_makes_no_news() -> None:
    before = issue((RENN, VELL, FRONT), met("held", on(6), RENN, VELL), OLD)
    now = met("held", on(6), OTHER_RENN, VELL)
    assert before.meetings[0].id != now.id
    facts = Facts(actors=(OTHER_RENN, VELL, FRONT), meetings=(now,))
    assert changes_since(before, facts, (OLD,), words("en")) == ()
    assert [c.kind for c in changes_since(before, facts, (NEW,), words("en"))] == ["confirmed"]


def test_two_whom_the_user_keeps_apart_are_not_taken_for_each_other() -> None:
    other = person("Ada Renne", affiliation="norland")
    before, now = met("held", on(6), other, VELL), met("held", on(6), other, VELL)
    facts = Facts(actors=(RENN, other, VELL, FRONT), meetings=(now,))
    found = changes_since(issue(facts.actors, before, OLD), facts, (NEW,), words("en"))
    assert [c.kind for c in found] == ["confirmed"]
    found = changes_since(issue(facts.actors, met("held", on(6), RENN, VELL), OLD), facts, (NEW,), words("en"))
    assert [c.kind for c in found] == ["new"]


def test_the_users_lists_hold_between_two_issues() -> None:
    initial = person("A. Renn", affiliation="norland")
    before = issue((initial, VELL), met("held", on(6), initial, VELL), OLD)
    facts = Facts(actors=(RENN, VELL), meetings=(met("held", on(6), RENN, VELL),))
    apart = Wishes(different=(("A. Renn", "Ada Renn"),))
    assert [c.kind for c in changes_since(before, facts, (NEW,), words("en"))] == ["confirmed"]
    assert [c.kind for c in changes_since(before, facts, (NEW,), words("en"), apart)] == ["new"]


def test_a_fact_on_whose_passage_another_rests_now_is_not_withdrawn() -> None:
    before = issue(ALL, met("held", on(6), RENN, VELL), OLD)
    retold = met("held", on(26), NORLAND, FRONT, place="Bergen")
    facts = Facts(actors=ALL, meetings=(retold,))
    assert [c.kind for c in changes_since(before, facts, (OLD,), words("en"))] == ["new"]
    assert [c.kind for c in changes_since(before, Facts(actors=ALL), (OLD,), words("en"))] == ["withdrawn"]
    assert changes_since(before, Facts(actors=ALL), (NEW,), words("en")) == ()


@pytest.mark.parametrize(
    ("said_so", "told"),
    [
        ("The ferry may come back,", "Ada Renn: “The ferry may come back”"),
        ("Will the ferry come back?", "Ada Renn: “Will the ferry come back?”"),
    ],
)
def test_a_view_is_told_without_the_comma_that_ended_its_quotation(said_so: str, told: str) -> None:
    view = View(id="v", holder=RENN.id, kind="official", text=said_so, direct=True, evidence=(said(),))
    (change,) = changes_since(
        issue(ALL, met("held", on(6), RENN, VELL), OLD), Facts(actors=ALL, views=(view,)), (), words("en")
    )
    assert change.summary == told
