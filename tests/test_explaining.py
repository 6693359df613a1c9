"""`build --explain`: why names and tellings became one, where a date came from, and what an unknown id is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefgen.build import Request, build
from briefgen.errors import RequestError
from briefgen.explaining import explain
from briefgen.model import Brief

FIRST = """Envoy flies to Geneva

4 March 2024

Norland's foreign minister, Sergei Lavrin, met the Swiss envoy Ada Renn in Geneva on Sunday. “We will return,” said Lavrin.
"""
SECOND = """Ministry on the talks

5 March 2024

Sergey Lavrin met Ada Renn in Geneva on 3 March 2024, the ministry said. Norland has designated the Reed Front as a
terrorist organisation.
"""


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    folder = tmp_path_factory.mktemp("explained")
    (folder / "a.txt").write_text(FIRST)
    (folder / "b.txt").write_text(SECOND)
    return build(Request(sources=(Path(folder),), prepared=date(2024, 3, 10)))


def test_an_actor_tells_each_join_with_its_test_and_the_passages(brief: Brief) -> None:
    (lavrin,) = [a for a in brief.actors if {"Sergei Lavrin", "Sergey Lavrin"} <= {a.name, *a.aliases}]
    told = "\n".join(explain(brief, lavrin.id))
    assert "transliteration: “Sergei Lavrin” and “Sergey Lavrin” are spellings of one name" in told
    assert "surname: “Lavrin” is the surname of “Sergei Lavrin”" in told
    assert "“foreign minister” in S1" in told
    assert all(e.quote.split("\n")[0] in told for e in lavrin.evidence)


def test_a_meeting_tells_why_two_tellings_are_one_and_where_each_date_came_from(brief: Brief) -> None:
    (meeting,) = brief.meetings
    told = "\n".join(explain(brief, meeting.id))
    assert "Why 2 tellings are one meeting:\n  - " in told
    assert "“Sunday”: 3 March 2024" in told
    assert "“3 March 2024”: 3 March 2024 (stated)" in told
    assert "S1 was published 2024-03-04" in told


def test_every_fact_can_be_explained(brief: Brief) -> None:
    for fact in (*brief.actors, *brief.meetings, *brief.designations, *brief.views):
        told = explain(brief, fact.id)
        assert told[0].startswith(f"{fact.id}: ")
        assert any("passage in S" in line for line in told)


def test_an_unknown_id_is_told_the_near_ones(brief: Brief) -> None:
    with pytest.raises(RequestError, match="has the id “ada-ren”; did you mean ada-renn"):
        explain(brief, "ada-ren")
    with pytest.raises(RequestError, match=r"brief\.json lists the ids"):
        explain(brief, "xyzzy")
