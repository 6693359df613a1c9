"""Writing: a killed run leaves the old file or none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.errors import RenderError, RequestError
from briefgen.render.write import alone_in, prepare_folder, write

KILLED = """
import os, signal, sys
from pathlib import Path
from briefgen.render.write import write
real = os.fsync
def killed(fd):
    os.kill(os.getpid(), signal.SIGKILL)
os.fsync = killed
write(Path(sys.argv[1]), b"new" * 1000)
"""


def test_writes_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "brief.json"
    write(path, b"one")
    write(path, b"two")
    assert path.read_bytes() == b"two"
    assert [p.name for p in tmp_path.iterdir()] == ["brief.json"]


@pytest.mark.parametrize("old", [b"old", None])
def test_a_killed_run_leaves_the_old_file_or_none(tmp_path: Path, old: bytes | None) -> None:
    path = tmp_path / "brief.json"
    if old is not None:
        path.write_bytes(old)
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False, capture_output=True)
    assert done.returncode < 0
    assert (path.read_bytes() if path.exists() else None) == old


def test_an_unwritable_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(RequestError, match="is a file, not a folder"):
        prepare_folder(tmp_path / "file")
    with pytest.raises(RequestError, match="is a file, not a folder"):
        prepare_folder(tmp_path / "file" / "below")
    (tmp_path / "brief.pdf").mkdir()
    with pytest.raises(RenderError, match="cannot be written"):
        write(tmp_path / "brief.pdf", b"x")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["brief.pdf", "file"]


def test_two_runs_do_not_write_into_one_folder_at_once(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    with alone_in(tmp_path), pytest.raises(RenderError, match="another briefgen is writing there"), alone_in(tmp_path):
        pass
    with alone_in(tmp_path):
        assert list(tmp_path.iterdir()) == []
