"""The flow: what the brief's own day means for its sources."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefgen.build import Request, build

STORY = (
    "{}\n\nThe envoys of Norland and Sudland met in Vestby on Tuesday to talk about the closed bridge over the Sele.\n"
)


@pytest.mark.parametrize(("day", "published"), [("March 5, 2024", date(2024, 3, 5)), ("March 5, 2031", None)])
def test_a_day_after_the_briefs_own_is_refused(tmp_path: Path, day: str, published: date | None) -> None:
    (tmp_path / "a.txt").write_text(STORY.format(day))
    brief = build(Request(sources=(tmp_path,), prepared=date(2024, 3, 8)))
    assert brief.sources[0].published == published


def test_a_sidecar_is_believed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY.format("Talks"))
    (tmp_path / "a.txt.meta.toml").write_text("published = 2031-03-05\n")
    brief = build(Request(sources=(tmp_path,), prepared=date(2024, 3, 8)))
    assert brief.sources[0].published == date(2031, 3, 5)
    assert brief.sources[0].published_from == "sidecar"
