"""What a brief shows where its sources say more than anybody reads: fair to the sources, deterministic, nothing lost in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.brief import Framing, Room, assemble
from briefgen.brief.choosing import choose
from briefgen.model import Actor, Block, Digest, Document, Evidence, Facts, Meeting, Source, View

TOPICS = "ferry harbour treaty winter bridge signal cable election border drought quota sanction".split()


def view(source: int, place: int, text: str, holder: str | None = None) -> View:
    cited = Evidence(source=f"S{source}", start=place, end=place + 1, quote="x")
    return View(id=f"v{source}-{place}", holder=holder, kind="official", text=text, direct=True, evidence=(cited,))


def said(source: int, count: int) -> list[View]:
    """Give statements of one source, each on a topic of its own."""
    return [
        view(source, n, f"The {TOPICS[n % len(TOPICS)]} of the northern ministry number {n} remains very much open")
        for n in range(count)
    ]


def per_source(views: tuple[View, ...]) -> list[int]:
    sources = [v.evidence[0].source for v in views]
    return [sources.count(source) for source in sorted(set(sources))]


@pytest.mark.parametrize(
    ("counts", "most", "shown"),
    [
        ((3, 4), 10, [3, 4]),  # room for all
        ((3, 4), 0, [3, 4]),  # 0: all
        ((3, 100), 10, [3, 7]),  # a transcript does not crowd out a short source
        ((100, 100, 2), 12, [5, 5, 2]),
        ((100, 100), 1, [1]),
    ],
)
def test_sources_get_equal_shares(counts: tuple[int, ...], most: int, shown: list[int]) -> None:
    views = tuple(v for number, count in enumerate(counts, 1) for v in said(number, count))
    chosen = choose(Facts(views=views), Room(views=most)).views
    assert per_source(chosen) == shown
    assert [v.id for v in chosen] == [v.id for v in views if v in chosen]  # the order stays


def test_what_is_said_often_comes_before_asides_and_a_second_time_after_what_is_new() -> None:
    views = (
        view(1, 0, "The ferry treaty between the two ministries will be signed before the winter comes, we hope"),
        view(1, 1, "The ferry treaty between the two ministries will be signed before the winter, as we hoped"),
        view(1, 2, "The harbour quota of the northern ministries stays open until the ferry treaty has been signed"),
        view(1, 3, "My cousin keeps purple umbrellas, as everybody knows"),
        view(1, 4, "— to the ferry treaty a moment ago, but —"),
    )
    assert [v.id for v in choose(Facts(views=views), Room(views=2)).views] == ["v1-0", "v1-2"]


def test_a_statement_of_several_sources_stays() -> None:
    echoed = view(1, 9, "Purple umbrellas are kept upstairs by cousins of mine, as everybody in this street knows")
    echoed = replace(echoed, evidence=(*echoed.evidence, Evidence(source="S2", start=0, end=1, quote="x")))
    assert echoed in choose(Facts(views=(*said(1, 9), echoed)), Room(views=1)).views


def actor(key: str, mentions: int, affiliation: str | None = None) -> Actor:
    return Actor(id=key, name=key, kind="organization", mentions=mentions, affiliation=affiliation)


def test_parties_to_facts_and_whom_they_belong_to_stay_and_of_others_the_weightiest() -> None:
    actors = (actor("envoy", 1, "mission"), actor("mission", 1, "state"), actor("state", 1), actor("often", 9))
    others = (actor("once", 1), actor("twice", 2), actor("disputed", 1))
    facts = Facts(actors=(*actors, *others), meetings=(Meeting(id="m", participants=("envoy",)),))
    chosen = choose(facts, Room(actors=3), {"disputed", "no actor"}).actors
    assert [a.id for a in chosen] == ["envoy", "mission", "state", "often", "disputed"]
    assert choose(facts, Room(actors=0)).actors == facts.actors


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(TOPICS)), max_size=40), st.integers(1, 40))
def test_as_many_as_there_is_room_for_whatever_is_said(told: list[tuple[int, str]], most: int) -> None:
    views = tuple(view(source, place, f"{word} again") for place, (source, word) in enumerate(told))
    chosen = choose(Facts(views=views), Room(views=most))
    assert len(chosen.views) == min(most, len(views))
    assert choose(chosen, Room(views=most)) == chosen


def test_a_brief_counts_what_it_does_not_show_and_tells_no_change_of_it() -> None:
    text = " ".join(f"The {topic} of the ministry stays open." for topic in TOPICS)
    source = Source(id="key", path="a.txt", media_type="text/plain", text=text, sha256="0" * 64)
    document = Document(source=source, blocks=(Block(start=0, end=len(text), kind="prose"),))
    starts = [text.index(f"The {topic}") for topic in TOPICS]
    cited = [document.cite(start, text.index(".", start)) for start in starts]
    views = tuple(
        View(id=f"v{n}", holder=None, kind="official", text=e.quote, direct=True, evidence=(e,))
        for n, e in enumerate(cited)
    )
    named = tuple(replace(actor(f"a{n}", 1), evidence=(e,)) for n, e in enumerate(cited))
    digest = Digest(document=document, facts=Facts(views=views, actors=named))
    framing = Framing(prepared=date(2025, 5, 6), room=Room(views=4, actors=5))
    brief = assemble(framing, [digest], digest.facts)
    assert (len(brief.views), len(brief.actors)) == (4, 5)
    assert brief.method.options["views_not_shown"] == len(TOPICS) - 4
    assert brief.method.options["actors_not_shown"] == len(TOPICS) - 5
    wider = assemble(replace(framing, room=Room(), previous=brief), [digest], digest.facts)
    assert not {"views_not_shown", "actors_not_shown"} & wider.method.options.keys()
    assert not wider.changes  # the source is the one of last time: nothing in it is new
