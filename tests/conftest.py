"""What several tests share: the seeds' brief, made once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from command import STORY

from briefgen.build import Request, build
from briefgen.model import Brief

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="session")
def seeds() -> Path:
    return SEEDS


@pytest.fixture(scope="session")
def seeds_brief() -> Brief:
    return build(Request(sources=(SEEDS,), prepared=date(2024, 3, 1)))


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    return folder
