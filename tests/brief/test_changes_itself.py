"""A brief compared with itself has no news, though brief.json holds less than what made it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from briefgen.build import Request, build
from briefgen.contract import to_json
from briefgen.model import Brief


def test_nothing_is_new_against_itself(tmp_path: Path, seeds: Path, seeds_brief: Brief) -> None:
    (tmp_path / "last.json").write_text(to_json(seeds_brief), encoding="utf-8")
    again = build(Request(sources=(seeds,), prepared=date(2024, 3, 8), previous=tmp_path / "last.json"))
    assert again.previous is not None
    assert [c for c in again.changes if c.kind != "confirmed"] == []
