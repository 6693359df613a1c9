"""Copies: the same text under two names, wire copy under other headlines, a page and its print version."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from briefgen.model import Document, File, Limits, Sidecar
from briefgen.sources import Copies, cluster, load

WORDS = (
    "minister bridge harbour delegation ferry toll river treaty border council winter region commission report meeting "
    "vote budget road valley island railway engineer court lawyer market coast storm school village senator"
).split()


def prose(seed: int, sentences: int = 14) -> list[str]:
    """Give sentences that no other seed gives."""
    chance = random.Random(seed)
    return [f"The {' '.join(chance.choices(WORDS, k=14))} of {seed} was told." for _ in range(sentences)]


def document(path: str, *paragraphs: str, day: int = 5) -> Document:
    data = ("\n\n".join(paragraphs) + "\n").encode()
    side = Sidecar(published=date(2024, 3, 1) + timedelta(days=day))
    return load(File(path=path, data=data, sidecar=side), Limits()).documents[0]


def text_of(seed: int, sentences: int = 14) -> str:
    return " ".join(prose(seed, sentences))


def fates(*documents: Document) -> dict[str, str]:
    """Say of each document that it is an origin ("origin"), copies another (its path) or is left out ("out")."""
    found: Copies = cluster(documents)
    out = {entry.path for entry in found.left_out}
    paths = {d.source.id: d.source.path for d in documents if d.source.path not in out}
    origins = dict(found.origins)
    told = {}
    for d in documents:
        first = origins[d.source.id]
        told[d.source.path] = "out" if d.source.path in out else "origin" if first == d.source.id else paths[first]
    return told


def test_the_same_text_under_two_names_is_used_once() -> None:
    assert fates(document("b.txt", text_of(1)), document("a.txt", text_of(1))) == {"a.txt": "origin", "b.txt": "out"}


def test_another_headline_makes_no_other_text() -> None:
    told = fates(
        document("a.txt", "Ministers meet", text_of(1), day=1),
        document("b.txt", "Talks on the coast", text_of(1), day=2),
    )
    assert told == {"a.txt": "origin", "b.txt": "out"}


def test_a_page_and_its_print_version_have_one_origin() -> None:
    around = "\n\n".join(f"Read more: {' '.join(prose(n, 1))}" for n in range(50, 56))
    told = fates(document("page.txt", text_of(1), around, day=2), document("print.txt", text_of(1), day=1))
    assert told == {"print.txt": "origin", "page.txt": "print.txt"}


def test_a_short_excerpt_of_a_long_text_is_its_copy() -> None:
    told = fates(document("long.txt", text_of(1, 60), day=1), document("short.txt", " ".join(prose(1, 60)[:8]), day=2))
    assert told == {"long.txt": "origin", "short.txt": "long.txt"}


def test_copies_that_are_the_same_are_used_once() -> None:
    more = [document(f"c{n}.txt", text_of(1), text_of(2, 6), day=2) for n in range(3)]
    told = fates(document("a.txt", text_of(1), day=1), *more)
    assert told == {"a.txt": "origin", "c0.txt": "a.txt", "c1.txt": "out", "c2.txt": "out"}


def test_two_reports_of_one_event_are_two_origins() -> None:
    quote = "“We will open the bridge before the summer if the two governments agree on the tolls,” said the minister."
    told = fates(document("a.txt", text_of(1), quote), document("b.txt", text_of(2), quote))
    assert set(told.values()) == {"origin"}


def test_rewritten_copy_of_one_agency_has_one_origin() -> None:
    shared = prose(1, 20)
    one = document("a.txt", "VESTBY, March 5 (Reuters) - " + " ".join(shared), day=1)
    cut = " ".join(shared[:9] + prose(2, 14))
    assert fates(one, document("b.txt", "VESTBY (Reuters) - " + cut, day=2))["b.txt"] == "a.txt"
    assert fates(one, document("b.txt", "VESTBY (AFP) - " + cut, day=2))["b.txt"] == "origin"


def test_what_stands_on_every_page_makes_no_copies() -> None:
    notice = text_of(99, 3)
    told = fates(*(document(f"{n:02d}.txt", text_of(n, 4), notice) for n in range(60)))
    assert set(told.values()) == {"origin"}


def test_the_order_of_the_files_does_not_matter() -> None:
    documents = [document(f"{n}.txt", text_of(n % 4), text_of(n + 10, n), day=n) for n in range(12)]
    shuffled = random.Random(3).sample(documents, len(documents))
    assert cluster(documents) == cluster(shuffled)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("VESTBY, March 5 (Reuters) - Talks went on for two hours and ended without a word.", "Reuters"),
        (
            "Talks go on\n\nBy The Associated Press\n\nTalks went on for two hours and ended without a word.",
            "Associated Press",
        ),
        ("Talks go on\n\nTalks went on for two hours and ended without a word.\n\nSource: AFP", "Agence France-Presse"),
        ("Talks go on\n\nTalks went on for two hours and ended.\n\n(With inputs from PTI)", "Press Trust of India"),
        (
            "Talks go on\n\nTalks went on for two hours and ended.\n\n© 2024 Agence France-Presse",
            "Agence France-Presse",
        ),
        ("Talks go on\n\nReuters reporters were let in, and talks went on for two hours.", None),
        ("AP style is a matter of taste, she said.", None),
    ],
)
def test_agency_credit(text: str, agency: str | None) -> None:
    from briefgen.sources.agencies import agency_of

    (found,) = load(File(path="a.txt", data=text.encode()), Limits()).documents
    assert agency_of(found.text, found.blocks) == agency
