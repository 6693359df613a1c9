"""Merging is closed: it may be done again, in any order, and it loses and invents no passage."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.merge import Wishes, merge
from briefgen.model import Actor, Block, Designation, Document, Evidence, Facts, Meeting, Post, Source, View, When
from briefgen.names import slug

NAMES = [
    "Ada Renn",
    "Adah Renn",
    "Renn",
    "Boris Kell",
    "B. Kell",
    "Boris al-Kell",
    "Boris el-Kell",
    "Mohammed Sadr",
    "Muhammad al-Sadr",
    "Clara Renn",
]
BODIES = ["Reed Front", "The Reed Front", "Harbour Council", "RF", "Reed Salt Council", "Royal Sea Club", "RSC"]
STATES = ["Russia", "Iran", "Moscow"]
TEXT = "One. Two. Three. Four. Five. Six. Seven. Eight. Nine. Ten. The talks were put off. They met again. No round."
CAME_OUT = {f"doc{n}": day for n, day in enumerate((date(2024, 3, 2), None, date(2024, 3, 6), date(2024, 3, 20)))}


def passage(source: int, place: int) -> Evidence:
    return Document(
        source=Source(id=f"doc{source}", path=f"{source}.txt", media_type="text/plain", text=TEXT),
        blocks=(Block(start=0, end=len(TEXT), kind="prose"),),
    ).cite(place, place + (4 if place < 50 else 22))


def person(draw: st.DrawFn, name: str, evidence: tuple[Evidence, ...]) -> Actor:
    """Draw a person whose role, if any, mostly stands in a passage, as it does in what is extracted."""
    role = draw(st.sampled_from([None, "minister", "envoy", "former envoy"]))
    day = draw(st.sampled_from([None, date(2024, 1, 1), date(2024, 6, 1)]))
    posts = (Post(role=role, affiliation=None, evidence=evidence[0], as_of=day),) if role else ()
    return Actor(
        id=slug(name),
        name=name,
        kind="person",
        mentions=draw(st.integers(1, 5)),
        role=role,
        evidence=evidence,
        posts=draw(st.sampled_from([posts, posts, ()])),
    )


@st.composite
def document_facts(draw: st.DrawFn, source: int) -> Facts:
    """Draw what one document might say: actors and facts that name them."""

    def cited() -> tuple[Evidence, ...]:
        return (passage(source, draw(st.one_of(st.integers(0, 40), st.just(58), st.just(82)))),)

    people = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique_by=slug))
    others = draw(st.lists(st.sampled_from(BODIES + STATES), max_size=2, unique_by=slug))
    actors = [person(draw, n, cited()) for n in people]
    actors += [
        Actor(id=slug(n), name=n, kind="state" if n in STATES else "organization", mentions=1, evidence=cited())
        for n in others
    ]
    keys = [a.id for a in actors]

    def when() -> When:
        if draw(st.booleans()):
            return When()
        start = date(2024, 3, 1) + timedelta(draw(st.integers(0, 12)))
        days = draw(st.sampled_from([0, 0, 6]))
        return When(start=start, end=start + timedelta(days), precision="day" if not days else "week")

    meetings = [
        Meeting(
            id=f"m{n}",
            date=when(),
            status=draw(st.sampled_from(["held", "planned", "proposed", "cancelled"])),
            place=draw(st.sampled_from([None, "Geneva", "Vienna"])),
            purpose=draw(st.sampled_from([None, "to share salt and water", "to share salt"])),
            participants=tuple(draw(st.lists(st.sampled_from(keys), min_size=1, max_size=3, unique=True))),
            evidence=cited(),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    designations = [
        Designation(
            id=f"d{n}",
            authority=draw(st.sampled_from([*keys, "the council"])),
            subject=draw(st.sampled_from([*keys, "a group"])),
            status=draw(st.sampled_from(["designated", "not_designated", "delisted"])),
            evidence=cited(),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    views = [
        View(
            id=f"v{n}",
            holder=draw(st.sampled_from([*keys, None, "a guest at the inn"])),
            kind="other",
            text=draw(st.sampled_from(["one two three four", LONG, f"{LONG} nine ten", "seven"])),
            direct=True,
            evidence=cited(),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    return Facts(actors=tuple(actors), meetings=tuple(meetings), designations=tuple(designations), views=tuple(views))


LONG = "one two three four five six seven eight"
PARTS = st.integers(1, 4).flatmap(lambda n: st.tuples(*(document_facts(source) for source in range(n))))


def evidence_of(parts: Sequence[Facts]) -> set[tuple[str, int, int]]:
    facts = [
        f for part in parts for group in (part.actors, part.meetings, part.designations, part.views) for f in group
    ]
    return {(e.source, e.start, e.end) for f in facts for e in f.evidence}


@settings(max_examples=100, deadline=None)
@given(PARTS, st.randoms())
def test_order_does_not_matter(parts: tuple[Facts, ...], chance) -> None:
    shuffled = list(parts)
    chance.shuffle(shuffled)
    assert merge(shuffled, published=CAME_OUT) == merge(parts, published=CAME_OUT)


@settings(max_examples=100, deadline=None)
@given(PARTS)
def test_merging_again_changes_nothing(parts: tuple[Facts, ...]) -> None:
    once = merge(parts, published=CAME_OUT)
    assert merge([once], published=CAME_OUT) == once


@settings(max_examples=100, deadline=None)
@given(PARTS)
def test_no_passage_is_lost_or_invented(parts: tuple[Facts, ...]) -> None:
    assert evidence_of([merge(parts, published=CAME_OUT)]) == evidence_of(parts)


@settings(max_examples=100, deadline=None)
@given(PARTS)
def test_no_meeting_held_is_dated_after_its_source_came_out(parts: tuple[Facts, ...]) -> None:
    for meeting in merge(parts, published=CAME_OUT).meetings:
        for report in meeting.reports:
            told = CAME_OUT[report.evidence[0].source]
            if report.status == "held" and told and not report.date.placed and meeting.date.placed:
                assert meeting.date.start <= told


@settings(max_examples=100, deadline=None)
@given(PARTS)
def test_ids_are_unique_and_parties_are_known(parts: tuple[Facts, ...]) -> None:
    merged = merge(parts)
    for group in (merged.actors, merged.meetings, merged.designations, merged.views):
        assert len({fact.id for fact in group}) == len(group)
    known = {actor.id for actor in merged.actors}
    assert all(key in known for meeting in merged.meetings for key in meeting.participants)


@settings(max_examples=60, deadline=None)
@given(PARTS)
def test_the_users_word_beats_every_test(parts: tuple[Facts, ...]) -> None:
    joined = merge(parts, Wishes(same=(("Ada Renn", "Boris Kell"),)))
    holders = [a.id for a in joined.actors if {"Ada Renn", "Boris Kell"} & {a.name, *a.aliases}]
    assert len(holders) <= 1
    apart = merge(parts, Wishes(different=(("Boris al-Kell", "Boris el-Kell"),)))
    assert not [a for a in apart.actors if {"Boris al-Kell", "Boris el-Kell"} <= {a.name, *a.aliases}]
