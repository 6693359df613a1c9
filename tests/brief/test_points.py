"""Key points: what is news stands first, and together; what is background does not lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefgen.brief.keypoints import compose_key_points
from briefgen.model import (
    UNDATED,
    Actor,
    ActorKind,
    Designation,
    DesignationStatus,
    Evidence,
    Facts,
    Meeting,
    Source,
    When,
)
from briefgen.wording import words

SOURCE = Source(id="S1", path="a.txt", media_type="text/plain", sha256="0" * 64, published=date(2025, 5, 20))
SAID = Evidence(source="S1", start=0, end=9, quote="They met.")


def actor(key: str, name: str, kind: ActorKind) -> Actor:
    return Actor(id=key, name=name, kind=kind, mentions=9 if key == "front" else 1, evidence=(SAID,))


ACTORS = (
    actor("norland", "Norland", "state"),
    actor("sarn", "Sarn", "state"),
    actor("front", "Reed Front", "organization"),
    actor("ferry", "Vell Ferries", "organization"),
    actor("port", "Tarn Docks", "organization"),
)


def on(when: date) -> When:
    return When(start=when, end=when, precision="day")


def lists(
    authority: str, subject: str, status: DesignationStatus, when: When = UNDATED, category: str | None = None
) -> Designation:
    key = f"{authority}-{subject}-{status}"
    return Designation(
        id=key, authority=authority, subject=subject, status=status, as_of=when, category=category, evidence=(SAID,)
    )


def points(facts: Facts) -> list[str]:
    return [point.text for point in compose_key_points(facts, (), (SOURCE,), date(2025, 5, 21), words("en"))]


def test_a_listing_of_this_week_stands_before_what_has_stood_for_long() -> None:
    old = lists("sarn", "front", "not_designated", category="terrorist organisation")
    new = [lists("norland", subject, "designated", on(date(2025, 5, 18)), "sanctions") for subject in ("ferry", "port")]
    told = points(Facts(actors=ACTORS, designations=(old, *new)))
    assert told[1:] == [
        "Norland sanctions Vell Ferries and Tarn Docks (reported by one source).",
        "Sarn does not list the Reed Front as a terrorist organisation (reported by one source).",
    ]


def test_what_is_no_noun_of_a_listed_thing_is_left_out_of_the_sentence() -> None:
    fact = lists("sarn", "front", "designated", category="terrorism")
    assert points(Facts(actors=ACTORS, designations=(fact,)))[0] == "Sarn lists the Reed Front."
    fact = replace(fact, category="terrorist entities")
    assert points(Facts(actors=ACTORS, designations=(fact,)))[0] == "Sarn lists the Reed Front as a terrorist entity."


def test_old_background_does_not_lead() -> None:
    def met(when: date, place: str) -> Meeting:
        return Meeting(
            id=str(when),
            date=on(when),
            place=place,
            participants=("norland", "sarn"),
            purpose="ferries",
            evidence=(SAID,),
        )

    now = replace(met(date(2025, 5, 18), "Oslo"), purpose=None)
    told = points(Facts(actors=ACTORS, meetings=(replace(met(date(2024, 9, 2), "Bergen"), origins=2), now)))
    assert told[0].startswith("Norland and Sarn met in Oslo on 18 May 2025")
