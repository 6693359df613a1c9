"""The flow: what the brief's own day means for its sources."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefgen.build import Request, build
from briefgen.contract import from_json, to_json

STORY = (
    "{}\n\nThe envoys of Norland and Sudland met in Vestby on Tuesday to talk about the closed bridge over the Sele.\n"
)


@pytest.mark.parametrize(("day", "published"), [("March 5, 2024", date(2024, 3, 5)), ("March 5, 2031", None)])
def test_a_day_after_the_briefs_own_is_refused(tmp_path: Path, day: str, published: date | None) -> None:
    (tmp_path / "a.txt").write_text(STORY.format(day))
    brief = build(Request(sources=(tmp_path,), prepared=date(2024, 3, 8)))
    assert brief.sources[0].published == published


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.txt", STORY.format("March 5, 2031"), "2031-03-05 (its date line)"),
        ("20310305.txt", STORY.format("Talks"), "2031-03-05 (its name)"),
        ("a.txt", STORY.format("Talks") + "They are to meet again by 5 March 2031.\n", "2031-03-05 (inferred)"),
    ],
)
def test_a_refused_day_is_told_of_in_brief_json(tmp_path: Path, name: str, text: str, told: str) -> None:
    (tmp_path / name).write_text(text)
    brief = build(Request(sources=(tmp_path,), prepared=date(2024, 3, 8)))
    why = f"{told} cannot be right: it lies after the day of the brief, 2024-03-08"
    assert brief.method.options["refused_dates"] == (f"S1: {why}",)
    read = from_json(to_json(brief))
    assert read.sources[0].refused_date == why
    assert read == brief


def test_a_sidecar_is_believed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY.format("Talks"))
    (tmp_path / "a.txt.meta.toml").write_text("published = 2031-03-05\n")
    brief = build(Request(sources=(tmp_path,), prepared=date(2024, 3, 8)))
    assert brief.sources[0].published == date(2031, 3, 5)
    assert brief.sources[0].published_from == "sidecar"
