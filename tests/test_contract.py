"""brief.json: its schema is a golden file, what is written can be read, and a passage that is not there is refused."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from odd import empty_brief, odd_brief

from briefgen.contract import check, from_json, plain, schema, to_json
from briefgen.errors import CheckError, RequestError
from briefgen.model import Brief

GOLDEN = Path(__file__).parent / "golden"


def golden(name: str, text: str) -> str:
    """Give a golden file's text; BRIEFGEN_WRITE_GOLDEN=1 writes it anew, to be reviewed as a diff."""
    path = GOLDEN / name
    if os.environ.get("BRIEFGEN_WRITE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")


def test_schema_is_the_golden_one() -> None:
    text = json.dumps(schema(), indent=2, sort_keys=True) + "\n"
    assert golden("brief.schema.json", text) == text


def test_the_seeds_brief_is_the_golden_one(seeds_brief: Brief) -> None:
    facts = plain(replace(seeds_brief, sources=(), method=replace(seeds_brief.method, briefgen="", pipeline="")))
    for group in facts.values():
        for fact in group if isinstance(group, list) else ():
            for evidence in fact.get("evidence", ()):
                evidence["quote"] = evidence["quote"][:40]
    text = json.dumps(facts, indent=1, ensure_ascii=False) + "\n"
    assert golden("seeds.json", text) == text


def test_what_is_written_can_be_read(seeds_brief: Brief) -> None:
    text = to_json(seeds_brief)
    assert to_json(from_json(text)) == text
    assert list(json.loads(text)) == list(plain(seeds_brief))
    assert text.endswith("}\n")


def test_all_passages_of_the_seeds_are_proved(seeds_brief: Brief) -> None:
    assert check(seeds_brief) > 100
    assert check(odd_brief()) > 50
    assert check(empty_brief()) == 0


def test_a_passage_that_is_not_there_is_refused(seeds_brief: Brief) -> None:
    view = seeds_brief.views[0]
    (first, *rest) = view.evidence
    for broken in (
        replace(first, quote="made up"),
        replace(first, start=first.start + 1),
        replace(first, source="S99"),
    ):
        with pytest.raises(CheckError, match=view.id):
            check(replace(seeds_brief, views=(replace(view, evidence=(broken, *rest)), *seeds_brief.views[1:])))
    with pytest.raises(CheckError, match="has no passage"):
        check(replace(seeds_brief, views=(replace(view, evidence=()), *seeds_brief.views[1:])))


def test_an_unknown_party_is_refused(seeds_brief: Brief) -> None:
    meeting = replace(seeds_brief.meetings[0], participants=("nobody",))
    with pytest.raises(CheckError, match="not among the actors"):
        check(replace(seeds_brief, meetings=(meeting,)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema": "briefgen/brief/0"}',
        '{"schema": "briefgen/brief/1"}',
        '{"schema": "briefgen/brief/1", "views": 3}',
    ],
)
def test_what_is_no_brief_is_refused(text: str) -> None:
    with pytest.raises(RequestError, match=r"x\.json"):
        from_json(text, "x.json")
