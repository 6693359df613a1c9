"""Whether a view is an expert's, an official's, the writer's or anybody's. One row: text, kind."""

from __future__ import annotations

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
