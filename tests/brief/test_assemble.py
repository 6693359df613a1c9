"""The brief composed from facts: numbering, order, key points, disagreements, changes, and the proof of it all."""

import json
from dataclasses import replace
from datetime import date

import pytest

from briefgen.brief import Framing, assemble
from briefgen.contract import check, from_json, passages, plain, schema, to_json
from briefgen.errors import CheckError, RequestError
from briefgen.model import Actor, Block, Designation, Digest, Document, Facts, Meeting, Source, View, When

FIRST = (
    "Orlania's foreign minister Ada Renn met Toma Vell in Port Sever on 3 May 2025 to discuss the ferry treaty. "
    "Orlania does not list the Tarn Front as a terrorist organisation."
)
SECOND = (
    "Ada Renn and Toma Wel held talks in Port Sever on 4 May 2025. “The treaty will not survive the winter, "
    "whatever they sign,” said Lio Marsh, a fellow at the Harbour Institute."
)


def document(path: str, text: str, published: date | None) -> Document:
    source = Source(
        id=f"key-{path}",
        path=path,
        media_type="text/plain",
        text=text,
        sha256=f"{len(text):064x}",
        published=published,
        published_from="text" if published else None,
    )
    return Document(source=source, blocks=(Block(start=0, end=len(text), kind="prose"),))


ONE, TWO = document("b.txt", FIRST, date(2025, 5, 5)), document("a.txt", SECOND, date(2025, 5, 6))


def cite(doc: Document, words: str):
    start = doc.text.index(words)
    return doc.cite(start, start + len(words))


def on(day: int) -> When:
    return When(start=date(2025, 5, day), end=date(2025, 5, day), precision="day")


def facts() -> Facts:
    met = cite(ONE, "Orlania's foreign minister Ada Renn met Toma Vell in Port Sever on 3 May 2025")
    talks = cite(TWO, "Ada Renn and Toma Wel held talks in Port Sever on 4 May 2025")
    listed = cite(ONE, "Orlania does not list the Tarn Front as a terrorist organisation.")
    said = cite(TWO, "“The treaty will not survive the winter, whatever they sign,” said Lio Marsh")
    told = Meeting(
        id="m",
        date=on(3),
        place="Port Sever",
        participants=("toma-vell", "ada-renn"),
        purpose="the ferry treaty",
        evidence=(met,),
    )
    other = replace(told, date=on(4), purpose=None, evidence=(talks,))
    return Facts(
        actors=(
            Actor(id="orlania", name="Orlania", kind="state", mentions=2, evidence=(met,)),
            Actor(
                id="ada-renn",
                name="Ada Renn",
                kind="person",
                role="foreign minister",
                affiliation="orlania",
                mentions=2,
                evidence=(met, talks),
            ),
            Actor(
                id="toma-vell",
                name="Toma Vell",
                kind="person",
                aliases=("Toma Wel",),
                mentions=2,
                evidence=(met, talks),
            ),
            Actor(id="tarn-front", name="Tarn Front", kind="organization", mentions=1, evidence=(listed,)),
            Actor(
                id="lio-marsh",
                name="Lio Marsh",
                kind="person",
                role="fellow",
                affiliation="Harbour Institute",
                mentions=1,
                evidence=(said,),
            ),
        ),
        meetings=(replace(told, evidence=(met, talks), reports=(told, other)),),
        designations=(
            Designation(
                id="d",
                authority="orlania",
                subject="tarn-front",
                status="not_designated",
                category="terrorist organisation",
                evidence=(listed,),
            ),
        ),
        views=(
            View(
                id="v",
                holder="lio-marsh",
                kind="expert",
                direct=True,
                evidence=(said,),
                text="The treaty will not survive the winter, whatever they sign",
            ),
        ),
    )


def brief(found: Facts | None = None, **framing):
    digests = [Digest(document=d, facts=Facts()) for d in (ONE, TWO)]
    return assemble(Framing(prepared=date(2025, 5, 7), **framing), digests, facts() if found is None else found)


def test_sources_are_numbered_by_path_and_every_passage_is_proved():
    made = brief()
    assert [(s.id, s.path, s.origin) for s in made.sources] == [("S1", "a.txt", "S1"), ("S2", "b.txt", "S2")]
    assert check(made) == len(list(passages(made))) > 10
    assert made.meetings[0].origins == 2


def test_key_points_say_only_what_the_facts_hold():
    texts = [point.text for point in brief().key_points]
    assert texts == [
        "Ada Renn (Orlania) and Toma Vell met in Port Sever, 4 May 2025 or 3 May 2025 (sources disagree). Orlania "
        "does not list the Tarn Front as a terrorist organisation.",
        "Ada Renn (Orlania) and Toma Vell met in Port Sever, 4 May 2025 or 3 May 2025 (sources disagree; reported by "
        "two independent sources). Stated purpose: the ferry treaty.",
        "Orlania does not list the Tarn Front as a terrorist organisation (reported by one source).",
        "Lio Marsh, Harbour Institute: “The treaty will not survive the winter, whatever they sign”",
        "Sources disagree: The meeting of Ada Renn and Toma Vell is dated differently: 4 May 2025 or 3 May 2025.",
    ]


def test_both_sides_of_a_disagreement_stand_with_their_passages():
    dated, spelled = brief().discrepancies
    assert (dated.kind, [side.text for side in dated.sides]) == ("contradiction", ["4 May 2025", "3 May 2025"])
    assert all(side.evidence for side in dated.sides)
    assert (spelled.kind, [side.text for side in spelled.sides]) == ("spelling", ["Toma Vell", "Toma Wel"])


def test_a_name_of_war_is_no_other_spelling():
    known = facts()
    cast = tuple(replace(a, aliases=("Ada Renn", *a.aliases)) if a.id == "toma-vell" else a for a in known.actors)
    spelled = brief(replace(known, actors=cast)).discrepancies[-1]
    assert [side.text for side in spelled.sides] == ["Toma Vell", "Toma Wel"]


@pytest.mark.parametrize(
    "piece", ["“not survive” the winter, whatever they sign", "the winter will not be survived by it"]
)
def test_a_piece_of_a_quotation_is_no_key_point(piece):
    known = facts()
    texts = [point.text for point in brief(replace(known, views=(replace(known.views[0], text=piece),))).key_points]
    assert not [text for text in texts if text.startswith("Lio Marsh")]


@pytest.mark.parametrize(
    ("category", "told"),
    [
        ("terrorist list", "on the terrorist list"),
        ("Specially Designated Global Terrorist", "as a Specially Designated Global Terrorist"),
    ],
)
def test_what_it_is_listed_as_or_on(category, told):
    known = facts()
    listed = replace(known.designations[0], status="designated", category=category)
    texts = [point.text for point in brief(replace(known, designations=(listed,))).key_points]
    assert f"Orlania lists the Tarn Front {told} (reported by one source)." in texts


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (
            When(start=date(2025, 5, 3), end=date(2025, 5, 3), precision="day"),
            When(start=date(2025, 5, 1), end=date(2025, 5, 31), precision="month"),
            "less_precise",
        ),
        (
            When(start=date(2025, 5, 3), end=date(2025, 5, 3), precision="day"),
            When(start=date(2025, 6, 1), end=date(2025, 6, 30), precision="month"),
            "contradiction",
        ),
    ],
)
def test_a_vaguer_date_is_no_contradiction(first: When, second: When, kind: str):
    meeting = facts().meetings[0]
    reports = tuple(replace(r, date=w) for r, w in zip(meeting.reports, (first, second), strict=True))
    found = replace(facts(), meetings=(replace(meeting, reports=reports),))
    assert [d.kind for d in brief(found).discrepancies if d.id.endswith("-date")] == [kind]


def test_a_plan_that_came_true_is_a_later_update():
    meeting = facts().meetings[0]
    reports = (replace(meeting.reports[0], status="planned", date=on(4)), meeting.reports[1])
    found = brief(replace(facts(), meetings=(replace(meeting, reports=reports),)))
    assert [d.kind for d in found.discrepancies if d.id.endswith("-status")] == ["later_update"]


def test_nothing_found_makes_no_point():
    made = brief(Facts())
    assert made.key_points == made.meetings == made.actors == ()
    assert made.title == "Brief"
    assert check(made) == 0


def test_the_order_of_the_arguments_does_not_matter():
    found = facts()
    turned = Facts(
        actors=found.actors[::-1],
        meetings=found.meetings[::-1],
        designations=found.designations[::-1],
        views=found.views[::-1],
    )
    digests = [Digest(document=d, facts=Facts()) for d in (TWO, ONE)]
    assert to_json(assemble(Framing(prepared=date(2025, 5, 7)), digests, turned)) == to_json(brief())


def test_json_goes_out_and_comes_back():
    text = to_json(brief())
    assert to_json(from_json(text)) == text
    assert text.endswith("}\n")
    assert list(json.loads(text)) == list(schema()["required"])


def test_a_changed_quotation_is_found_out():
    made = brief()
    broken = replace(made.views[0].evidence[0], quote="whatever")
    with pytest.raises(CheckError, match="v: its passage is not in S1"):
        check(replace(made, views=(replace(made.views[0], evidence=(broken,)),)))


def test_a_fact_without_a_passage_is_found_out():
    made = brief()
    with pytest.raises(CheckError, match="d: has no passage"):
        check(replace(made, designations=(replace(made.designations[0], evidence=()),)))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "briefgen/brief/2"}', '{"schema": "briefgen/brief/1"}'])
def test_what_is_no_brief_is_refused_with_its_path(text: str):
    with pytest.raises(RequestError, match=r"some\.json"):
        from_json(text, "some.json")


def test_changes_against_the_last_issue():
    before = from_json(to_json(brief(replace(facts(), views=(), designations=()))))
    planned = replace(before.meetings[0], status="planned")
    before = replace(before, meetings=(planned,))
    changes = brief(previous=before, previous_sha256="0" * 64).changes
    assert [(c.kind, c.fact) for c in changes] == [("changed", "m"), ("new", "d"), ("new", "v")]
    assert "status was planned, now held" in changes[0].summary


def test_a_fact_that_its_own_source_no_longer_yields_is_withdrawn():
    before = brief()
    changes = brief(replace(facts(), views=()), previous=before, previous_sha256="0" * 64).changes
    assert [(c.kind, c.fact) for c in changes] == [("withdrawn", "v")]


def test_internal_fields_stay_inside():
    raw = plain(brief())
    assert "reports" not in raw["meetings"][0]
    assert "posts" not in raw["actors"][0]
    assert "marking" not in raw["sources"][0]


def test_meetings_of_nobody_known_by_name_are_left_out() -> None:
    given = facts()
    met = given.meetings[0]
    unnamed = replace(met, id="unnamed", participants=(), named=("Delegates",))
    alone = replace(met, id="alone", participants=("ada-renn",), named=("Ada Renn",), place=None, date=When())
    vague = replace(alone, id="vague", named=("Ada Renn", "some priests"))
    brief = assemble(
        Framing(prepared=date(2025, 5, 7)),
        [Digest(document=ONE, facts=Facts()), Digest(document=TWO, facts=Facts())],
        replace(given, meetings=(met, unnamed, alone, vague)),
    )
    assert [m.id for m in brief.meetings] == [met.id]
