"""Whether a view is an expert's, an official's, the writer's or anybody's. One row: text, kind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.extract import extract
from tests.readings import reading_of

KINDS = [
    ("Former envoy Ada Renn, today research fellow of the Lowland Institute, said the wells were sealed.", "expert"),
    ("Former envoy Ada Renn, now at the Lowland Institute, said that the wells were sealed.", "expert"),
    ("Former minister Ada Renn said that the wells were sealed.", "official"),
    ("Ada Renn, who teaches hydrology at Sorby, said that the wells were sealed.", "expert"),
    ("The think tank said that the wells were sealed.", "expert"),
    ("The rebels said that the wells had been sealed.", "official"),
    ("The junta said that the wells had been sealed.", "official"),
    ("The central bank said that the wells had been sold.", "official"),
    ("Otto Brill, chief executive of a pump maker, said that the wells were sealed.", "other"),
    ("Otto Brill, chief of the district police, said that the wells were sealed.", "official"),
    ("The miners said that the wells had been sealed.", "other"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_of_a_view(text: str, kind: str) -> None:
    assert [view.kind for view in extract(reading_of(text)).views] == [kind]


OWN = [
    ("In my view, the board should have sealed the wells in May.", True),
    ("We recommend that the board open the wells to all.", True),
    ("I am not convinced that the board measured a single well.", True),
    ("The union ought to seal the wells at once.", True),
    ("First, the board should publish what it measured.", True),
    ("My own hunch is that the wells are full.", True),
    ("The survey should take place early in May.", False),
    ("Why should the board publish what it measured?", False),
    ("The board sealed the wells in May and left.", False),
]


@pytest.mark.parametrize(("sentence", "own"), OWN)
def test_a_signed_piece_speaks_for_its_writer(sentence: str, own: bool) -> None:
    reading = reading_of(f"The wells of Sorby lie open. {sentence}")
    source = replace(reading.document.source, authors=("Ada Renn",))
    views = extract(replace(reading, document=replace(reading.document, source=source))).views
    assert [(v.text in sentence, v.kind) for v in views] == ([(True, "author")] if own else [])
