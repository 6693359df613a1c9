"""Names: who is who within one document."""

from __future__ import annotations

import pytest

from briefgen.extract import extract
from briefgen.model import Document, Source
from briefgen.reading import read
from briefgen.sources.layout import lay_out

# text, and for each actor: name, kind, role, affiliation
ACTORS = [
    (
        "Russian Deputy Foreign Minister Oleg Stanin met them.",
        ("Oleg Stanin", "person", "Deputy Foreign Minister", "Russia"),
    ),
    (
        "Oleg Stanin, a senior official of the Reed Front, left.",
        ("Oleg Stanin", "person", "senior official of the Reed Front", "reed-front"),
    ),
    ("The runner Naomi Chell won the race.", ("Naomi Chell", "person", "runner", None)),
    ("The rebel group Reed Front denied it.", ("Reed Front", "organization", "rebel group", None)),
    (
        "The Harbour Institute, a think tank in Vestby, published it.",
        ("Harbour Institute", "organization", "think tank", None),
    ),
    ("Mr. Stanin spoke.", ("Stanin", "person", None, None)),
    ("U.S. President Ada Renn urged restraint.", ("Ada Renn", "person", "President", "united-states")),
    ("Iran's envoy, Ali Rostani, said so.", ("Ali Rostani", "person", "envoy", "iran")),
]
JOINED = [
    ("Omar Vell, also known as Abu Sabri, led it. Abu Sabri was seen in Vestby.", {"Omar Vell", "Abu Sabri"}),
    ("Norland sanctioned Omar Vell (a.k.a. Abu Sabri) on Monday.", {"Omar Vell", "Abu Sabri"}),
    (
        "The Reed Front (also known as the Harbour Brigade) was listed. The Harbour Brigade denied it.",
        {"Reed Front", "Harbour Brigade"},
    ),
    ("The Foundation for Harbour Studies (FHS) spoke. FHS said so.", {"Foundation for Harbour Studies", "FHS"}),
    ("Oleg Stanin spoke. Stanin left.", {"Oleg Stanin", "Stanin"}),
]


def actors(text: str):
    return extract(
        read(Document(source=Source(id="a", path="a", media_type="text/plain", text=text), blocks=lay_out(text)))
    ).actors


@pytest.mark.parametrize(("text", "wanted"), ACTORS, ids=[row[0] for row in ACTORS])
def test_actor(text: str, wanted: tuple[str, str, str | None, str | None]) -> None:
    found = {a.name: (a.name, a.kind, a.role, a.affiliation) for a in actors(text)}
    assert found.get(wanted[0]) == wanted


@pytest.mark.parametrize(("text", "names"), JOINED, ids=[row[0] for row in JOINED])
def test_joined(text: str, names: set[str]) -> None:
    groups = [{a.name, *a.aliases} for a in actors(text)]
    assert any(names <= group for group in groups) or any(
        names <= {a.name, *a.aliases, *(n for n in names if n in " ".join(a.why_merged))} for a in actors(text)
    ), groups


@pytest.mark.parametrize(
    "text",
    ["The Deputy Foreign Minister left.", "The Prime Minister and the Foreign Minister met.", "However, nobody came."],
)
def test_no_actor(text: str) -> None:
    assert [a.name for a in actors(text) if a.kind == "person"] == []
