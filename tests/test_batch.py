"""Batch: shared settings, one failure stops nobody, all mistakes at once, the same bytes wherever the work is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.batch import run_batch
from briefgen.config import orders
from briefgen.errors import RequestError

STORY = "Ruritania's foreign minister, Ada Renn, met Boris Kell, the envoy of Borduria, in Geneva on {} March 2024.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        for number in range(1, 4):
            (tmp_path / name / f"{number}.txt").write_text(
                STORY.format(number) + f"It was call {number} of {name}.\n" * number
            )
    (tmp_path / "empty").mkdir()
    return tmp_path


def configured(folder: Path, text: str) -> Path:
    path = folder / "briefgen.toml"
    path.write_text(text)
    return path


TWO = """
format = "json"
date = "2024-03-05"
[[brief]]
name = "first"
sources = ["one"]
[[brief]]
name = "second"
title = "Second"
sources = ["two"]
"""


def test_makes_all_with_shared_settings(folder: Path) -> None:
    lines: list[str] = []
    assert run_batch(configured(folder, TWO), only=(), jobs=1, scheduler=None, say=lines.append) == 0
    assert sorted(p.relative_to(folder).as_posix() for p in folder.rglob("brief.*")) == [
        "out/first/brief.json",
        "out/second/brief.json",
    ]
    assert lines[-1] == "two briefs made"
    assert '"title": "Second"' in (folder / "out" / "second" / "brief.json").read_text()


def test_one_that_fails_stops_nobody(folder: Path) -> None:
    lines: list[str] = []
    config = configured(folder, TWO.replace('sources = ["one"]', 'sources = ["empty"]'))
    assert run_batch(config, only=(), jobs=1, scheduler=None, say=lines.append) == 3
    assert (folder / "out" / "second" / "brief.json").is_file()
    assert lines[-1] == "one brief made, 1 failed: first"
    assert run_batch(config, only=("first",), jobs=1, scheduler=None, say=lines.append) == 1


def test_only_the_named_is_made(folder: Path) -> None:
    assert run_batch(configured(folder, TWO), only=("second",), jobs=1, scheduler=None, say=str) == 0
    assert [p.parent.name for p in folder.rglob("brief.json")] == ["second"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = 'x'", "no [[brief]] table"),
        ("[[brief]]\nsources = ['one']", "name: missing"),
        ("[[brief]]\nname = 'a'", "sources: missing"),
        ("[[brief]]\nname = 'a'\nsources = 'one'", "sources: expected a list"),
        ("[[brief]]\nname = 'a'\nsources = ['one']\ntitel = 'x'", "titel: unknown"),
        ("[[brief]]\nname = 'a'\nsources = ['one']\nformat = 'xls'", "format: xls"),
        ("[[brief]]\nname = 'a'\nsources = ['one']\njobs = true", "jobs"),
        ("[[brief]]\nname = 'a'\nsources = ['one']\nmarking = 'SECRET'", "marking"),
        ("[[brief]]\nname = 'a'\nsources = ['one']\n[brief.limits]\nmax_words = 0", "max_words"),
        ("[[brief]]\nname = 'a'\nsources = ['one']\n[[brief]]\nname = 'a'\nsources = ['two']", "used twice"),
        ("[[brief]]\nname = 'a'\nsources = ['one']\nweek = '2023-W43'\nperiod = '2023-10-01..2023-10-02'", "not both"),
    ],
)
def test_mistakes_name_file_and_key(folder: Path, text: str, told: str) -> None:
    config = configured(folder, text)
    with pytest.raises(RequestError) as caught:
        orders(config)
    assert str(config) in str(caught.value)
    assert told in str(caught.value)


def test_all_mistakes_are_told_at_once(folder: Path) -> None:
    with pytest.raises(RequestError) as caught:
        orders(
            configured(
                folder, "[[brief]]\nname = 'a'\nsources = ['one']\ndate = 'x'\nformat = 'y'\n[[brief]]\nsources = 3\n"
            )
        )
    assert all(word in str(caught.value) for word in ("date", "format", "brief 2", "name: missing", "sources"))


def outputs(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("brief.json"))}


@pytest.mark.slow
def test_same_bytes_here_in_processes_and_on_a_cluster(folder: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is an extra")
    config = configured(folder, TWO)
    assert run_batch(config, only=(), jobs=1, scheduler=None, say=str) == 0
    here = outputs(folder)
    assert run_batch(config, only=(), jobs=2, scheduler=None, say=str) == 0
    assert outputs(folder) == here
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        assert run_batch(config, only=(), jobs=1, scheduler=cluster.scheduler_address, say=str) == 0
    assert outputs(folder) == here


@pytest.mark.slow
def test_a_scheduler_that_is_not_there_is_told(folder: Path) -> None:
    with pytest.raises(RequestError, match="no Dask scheduler answers"):
        run_batch(configured(folder, TWO), only=(), jobs=1, scheduler="tcp://127.0.0.1:9", say=str)
