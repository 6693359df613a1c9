"""Merging names: each test's verdict on two names, and what a verdict does to a group."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefgen.merge import Wishes, merge
from briefgen.merge.alike import judge
from briefgen.model import Actor, ActorKind, Evidence, Facts, Post
from briefgen.names import slug


def actor(name: str, kind: ActorKind = "person", source: str = "a", *aliases: str, role: str | None = None) -> Actor:
    passage = Evidence(source=source, start=0, end=len(name), quote=name)
    posts = (Post(role=role, affiliation=None, evidence=passage),) if role else ()
    return Actor(
        id=slug(name), name=name, kind=kind, aliases=aliases, role=role, mentions=1, evidence=(passage,), posts=posts
    )


# two names of persons, the verdict, the test that gives it
PERSONS = [
    ("Ada Renn", "Ada Renn", "same", "same words"),
    ("Recep Erdoğan", "Recep Erdogan", "same", "same words"),
    ("Jean-Luc Renn", "Jean Luc Renn", "same", "same words"),
    ("Boris Kell", "Boris J. Kell", "same", "shared words"),
    ("B. Kell", "Boris Kell", "same", "shared words"),
    ("President Ada Renn", "Ada Renn", "same", "shared words"),
    ("William Orban", "Bill Orban", "same", "short form"),
    ("William T. Orban, Jr.", "Bill Orban", "same", "short form"),
    ("Omar Ag Renn", "Omar Agha Renn", "same", "shared words"),
    ("Ag Renn", "Omar Ag Renn", "same", "surname"),
    ("Soriz", "Ada Sereyes", None, None),
    ("Moussa Abu Marzouk", "Mousa Abu Marzook", "same", "transliteration"),
    ("Sergei Lavrin", "Sergey Lavrin", "same", "transliteration"),
    ("Mohammed al-Sadr", "Muhammad el-Sadr", "same", "transliteration"),
    ("Dmitry Kovalevsky", "Dmitriy Kovalevskiy", "same", "transliteration"),
    ("Mustafa Badr al-Din", "Mustafa Badreddine", "same", "shared words"),
    ("Ali Bagger Kani", "Ali Bagheri Kani", "same", "middle name"),
    ("Omar Ragger Vell", "Omar Ragheri Vell", "same", "middle name"),
    ("Aba Marzouk", "Moussa Abu Marzouk", "same", "first name left out"),
    ("Renn", "Ada Renn", "same", "surname"),
    ("Yerbol Dzhumaliev", "Yerbol Jumaliev", "same", "transliteration"),
    ("Sardor Hakimqulov", "Sardor Khakimkulov", "same", "transliteration"),
    ("Nabil Cheddad", "Nabil Shaddad", "same", "transliteration"),
    ("Hassan Renn", "Hussein Renn", None, None),
    ("Ada Mohammed", "Ada Mahmoud", None, None),
    ("Fuentes", "Elena Marta Fuentes Ocampo", "same", "first surname"),
    ("Elena Fuentes", "Elena Marta Fuentes Ocampo", "same", "shared words"),
    ("Marta Fuentes", "Elena Marta Fuentes", "same", "shared words"),
    ("Kang", "Kang Dae-sun", "same", "surname first"),
    ("Ada Renn", "Boris Renn", "different", "first names"),
    ("Ali Renn", "Anna Renn", "different", "first names"),
    ("Omar Hassan Vell", "Omar Yusuf Vell", None, None),
    ("Ada", "Ada Renn", None, None),
    ("Ada Renn", "Ada Kell", None, None),
]
BODIES = [
    ("Kenya", "Kenya Ports Agency", None, None),
    ("Halvane Shipping", "HALVANE", None, None),
    ("Reed Front", "The Reed Front", "same", "same words"),
    ("Hizballah", "Hezbollah", "same", "known names"),
    ("State Department", "U.S. Department of State", "same", "known names"),
    ("Hamas", "Fatah", "different", "known names"),
    ("FHS", "Foundation Harbour Studies", "same", "acronym"),
    ("al-Qa’ida", "al-Qaeda", "same", "known names"),
    ("MdC", "Movimento do Cais", "same", "acronym"),
    ("LNS", "Liwa Nur al-Sabil", "same", "acronym"),
    ("National Salt Council", "Northern Sugar Company", "different", "initials"),
    ("Allied Port Bureau", "Ally Ports Bureau", None, None),
    ("Marsku Lance", "Mersku Lance", "same", "spelling"),
    ("Austrian Salt Fund", "Australian Salt Fund", None, None),
    ("Northern Reed Front", "Southern Reed Front", None, None),
    ("Reed Front", "Reed Council", None, None),
]


@pytest.mark.parametrize(("one", "other", "verdict", "test"), PERSONS)
def test_persons(one: str, other: str, verdict: str | None, test: str | None) -> None:
    for found in (judge(actor(one), actor(other)), judge(actor(other), actor(one))):
        assert ((found.verdict, found.test) if found else (None, None)) == (verdict, test)


@pytest.mark.parametrize(("one", "other", "verdict", "test"), BODIES)
def test_bodies(one: str, other: str, verdict: str | None, test: str | None) -> None:
    found = judge(actor(one, "organization"), actor(other, "organization"))
    assert ((found.verdict, found.test) if found else (None, None)) == (verdict, test)


def names(parts: list[Actor], wishes: Wishes | None = None) -> list[set[str]]:
    merged = merge([Facts(actors=(part,)) for part in parts], wishes)
    return sorted(({a.name, *a.aliases} for a in merged.actors), key=sorted)


def test_a_name_that_is_a_title_or_no_word_is_merged_like_any_other() -> None:
    assert {"King", "Ada King"} in names([actor("King", source="a"), actor("Ada King", source="b")])
    assert {"—"} in names([actor("—", source="a"), actor("Ada Renn", source="b")])


def test_who_is_called_by_one_word_beside_the_full_name_is_one_everywhere() -> None:
    parts = [actor("Hirano Koichi", "person", "a", "Hirano"), actor("Hirano", "person", "b")]
    assert names(parts) == [{"Hirano Koichi", "Hirano"}]
    assert len(names([actor("Hirano Koichi", "person", "a"), actor("Hirano", "person", "b")])) == 2


def test_a_body_of_two_states_is_one_whichever_stands_first() -> None:
    parts = [actor(name, "organization") for name in ("Kenya-Norway Reed Council", "Norway-Kenya Reed Council")]
    assert names(parts) == [{"Kenya-Norway Reed Council", "Norway-Kenya Reed Council"}]


def test_a_lone_word_is_the_firm_whose_name_is_coined_with_it_and_no_persons() -> None:
    firm = actor("Tarnvik Semiconductor", "organization", "a")
    assert names([firm, actor("Tarnvik", "person", "b")]) == [{"Tarnvik Semiconductor", "Tarnvik"}]
    assert len(names([firm, actor("Tarnvik", "person", "b"), actor("Ada Tarnvik", "person", "b")])) == 2


def test_a_different_verdict_blocks_a_chain() -> None:
    # "A. Renn" may be either; joined with one, it must not pull in the other
    groups = names([actor("A. Renn", source="a"), actor("Ali Renn", source="b"), actor("Anna Renn", source="c")])
    assert not any({"Ali Renn", "Anna Renn"} <= group for group in groups)


def test_a_surname_of_two_bearers_joins_neither() -> None:
    groups = names([actor("Hassan", source="a"), actor("Farhan Hassan", source="b"), actor("Idris Hassan", source="c")])
    assert {"Hassan"} in groups


def test_of_two_bearers_the_one_with_the_same_office() -> None:
    parts = [
        actor("Hassan", source="a", role="Foreign Minister"),
        actor("Farhan Hassan", source="b", role="foreign minister"),
        actor("Idris Hassan", source="c", role="head of the port"),
    ]
    assert {"Hassan", "Farhan Hassan"} in names(parts)


def test_initials_of_two_bodies_join_neither() -> None:
    bodies = [("NSC", "a"), ("National Salt Council", "b"), ("Northern Sugar Company", "c")]
    parts = [actor(name, "organization", source) for name, source in bodies]
    assert names(parts) == [{name} for name, _ in sorted(bodies)]
    assert names(parts[:2]) == [{"NSC", "National Salt Council"}]


def test_two_bodies_of_the_same_initials_stay_two_where_each_brings_them_in() -> None:
    parts = [
        actor("National Salt Council", "organization", "a", "NSC"),
        actor("Northern Sugar Company", "organization", "b", "NSC"),
    ]
    assert len(names(parts)) == 2
    slip = [
        actor("Allied Port Bureau", "organization", "a", "APB"),
        actor("Ally Ports Bureau", "organization", "b", "APB"),
    ]
    assert len(names(slip)) == 1


def test_who_is_called_by_the_last_word_of_the_name_has_no_surname_before_it() -> None:
    groups = names([actor("Farid", source="a"), actor("Omar Farid Vell", "person", "b", "Vell")])
    assert {"Farid"} in groups
    assert len(names([actor("Fuentes", source="a"), actor("Elena Marta Fuentes Ocampo", source="b")])) == 1


def test_the_users_lists_beat_every_test() -> None:
    pair = [actor("Ada Renn", source="a"), actor("Boris Kell", source="b")]
    assert names(pair, Wishes(same=(("Ada Renn", "Boris Kell"),))) == [{"Ada Renn", "Boris Kell"}]
    known = [actor("Hizballah", "organization", "a"), actor("Hezbollah", "organization", "b")]
    assert len(names(known, Wishes(different=(("Hizballah", "Hezbollah"),)))) == 2


def test_each_joined_spelling_has_a_test_and_a_reason() -> None:
    (merged,) = merge(
        [Facts(actors=(actor("Sergei Lavrin", source="a"),)), Facts(actors=(actor("Sergey Lavrin", source="b"),))]
    ).actors
    assert merged.why_merged == ("transliteration: “Sergei Lavrin” and “Sergey Lavrin” are spellings of one name",)


def role_of(*posts: tuple[str, date | None]) -> str | None:
    parts = []
    for place, (role, day) in enumerate(posts):
        passage = Evidence(source=f"s{place}", start=0, end=4, quote="text")
        post = Post(role=role, affiliation="norland", evidence=passage, as_of=day)
        parts.append(Actor(id="ada", name="Ada Renn", kind="person", role=role, evidence=(passage,), posts=(post,)))
    (merged,) = merge([Facts(actors=(part,)) for part in parts]).actors
    return merged.role


@pytest.mark.parametrize(
    ("other", "shown"),
    [
        ("minister of ports", ("minister of ports", "norland")),
        ("envoy", ("minister", None)),
        (None, ("minister", "norland")),
    ],
)
def test_an_office_is_held_where_the_same_office_is_said_to_be(
    other: str | None, shown: tuple[str, str | None]
) -> None:
    parts = []
    for source, role, at in (("a", "minister", None), ("b", other, "norland")):
        part = actor("Ada Renn", "person", source, role=role)
        posts = tuple(replace(post, affiliation=at) for post in part.posts)
        parts.append(Facts(actors=(replace(part, affiliation=at, posts=posts),)))
    (merged,) = merge(parts).actors
    assert (merged.role, merged.affiliation) == shown


JANUARY, JUNE = date(2024, 1, 10), date(2024, 6, 10)


@pytest.mark.parametrize(
    ("posts", "role"),
    [
        ([("General", JUNE), ("chief of staff", JANUARY)], "chief of staff"),
        ([("minister", JANUARY), ("minister of transport", JANUARY)], "minister of transport"),
        ([("transport minister", JANUARY), ("special envoy", JUNE)], "special envoy"),
        ([("former transport minister", JUNE), ("special envoy", JANUARY)], "special envoy"),
        ([("chief", JANUARY), ("then-leader", JUNE)], "then-leader"),
        ([("leader of the party", JANUARY), ("then-leader", JUNE)], "leader of the party"),
        ([("counterpart", JUNE), ("foreign minister", JANUARY)], "foreign minister"),
        ([("foreign minister", None), ("top diplomat", None), ("foreign minister", None)], "foreign minister"),
    ],
)
def test_the_most_telling_role_wins(posts: list[tuple[str, date | None]], role: str) -> None:
    assert role_of(*posts) == role == role_of(*reversed(posts))
