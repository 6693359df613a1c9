"""Batch: shared settings, one failure stops nobody, all mistakes at once, the same bytes wherever the work is done."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.batch import run_batch
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


def test_strict_and_incomplete_is_told_by_the_code(folder: Path) -> None:
    (folder / "one" / "empty.txt").write_bytes(b"")
    lines: list[str] = []
    config = configured(folder, "strict = true\n" + TWO)
    assert run_batch(config, only=(), jobs=None, scheduler=None, say=lines.append) == 3
    assert lines[-1] == "two briefs made, 1 incomplete: first"
    assert len(outputs(folder)) == 2
    assert run_batch(config, only=("second",), jobs=None, scheduler=None, say=lines.append) == 0


def test_all_that_can_go_wrong_with_one_is_its_own_affair(folder: Path) -> None:
    (folder / "theme").mkdir()
    (folder / "theme" / "theme.toml").write_text("paper = 'A9'")
    (folder / "file").write_text("x")
    (folder / "brief.json").write_text("{}")
    config = configured(
        folder,
        TWO
        + "".join(
            f"[[brief]]\nname = '{name}'\nsources = ['{source}']\n{rest}\n"
            for name, source, rest in (
                ("nowhere", "nowhere", ""),
                ("theme", "one", "theme = 'theme'"),
                ("file", "one", "output = 'file'"),
                ("previous", "one", "previous = 'brief.json'"),
            )
        ),
    )
    lines: list[str] = []
    assert run_batch(config, only=(), jobs=None, scheduler=None, say=lines.append) == 3
    assert lines[-1] == "two briefs made, 4 failed: nowhere, theme, file, previous"
    failed = [line for line in lines if ": failed: " in line]
    for line, told in zip(failed, ("no such file", "'A9' is none of", "is a file", "is no brief.json"), strict=True):
        assert told in line
        assert "unexpected" not in line


def test_piped_it_says_a_line_for_each_and_prints_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines: list[str] = []
    run_batch(configured(folder, TWO), only=(), jobs=None, scheduler=None, say=lines.append)
    assert [line.split(":")[0] for line in lines] == ["[1/2] first", "[2/2] second", "two briefs made"]
    assert capsys.readouterr() == ("", "")


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
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster:
        assert run_batch(config, only=(), jobs=1, scheduler=cluster.scheduler_address, say=str) == 0
    assert outputs(folder) == here


@pytest.mark.slow
def test_a_scheduler_that_is_not_there_is_told(folder: Path) -> None:
    with pytest.raises(RequestError, match="no Dask scheduler answers"):
        run_batch(configured(folder, TWO), only=(), jobs=1, scheduler="tcp://127.0.0.1:9", say=str)


@pytest.mark.slow
def test_a_cluster_without_workers_is_told(folder: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="Dask is an extra")
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=":0") as cluster,
        pytest.raises(RequestError, match="has no workers"),
    ):
        run_batch(configured(folder, TWO), only=(), jobs=None, scheduler=cluster.scheduler_address, say=str)


@pytest.mark.slow
def test_a_file_that_ends_its_worker_is_unread_and_the_rest_is_made(folder: Path) -> None:
    # what a process killed for want of memory looks like from outside
    from briefgen.build import Outcome, lost
    from briefgen.model import File
    from briefgen.workers import Processes

    items = ["1 + 1", "__import__('os').abort()"]
    with Processes(1) as processes:
        found = list(processes.map(eval, items, lambda item: lost(File(path="big.txt", data=b""))))
    assert found[0] == 2
    assert isinstance(found[1], Outcome)
    assert (found[1].unread[0].path, found[1].unread[0].reason) == ("big.txt", "damaged")
