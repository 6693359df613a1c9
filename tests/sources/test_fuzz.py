"""Fuzzing: whatever a file holds, a loader gives a text or a SourceError, in time.

Real files of each format are changed by hypothesis and given to the format's own loader, inside one loading process.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.errors import SourceError
from briefgen.model import File, Limits
from briefgen.sources import LOADERS, Loading
from briefgen.sources.detect import detect
from briefgen.sources.fence import Fence

RUNS = int(os.environ.get("BRIEFGEN_FUZZ_RUNS", "2000"))
"""Broken files a loader in the slow tests; `.ci/run` takes fewer, to be done in time."""
HERE = Path(__file__).parent.parent / "documents"
LIMITS = Limits(max_seconds=30, max_unpacked=20_000_000, max_memory=1_000_000_000)
PROGRAM = """
import traceback
import briefgen.sources.fence as fence
from briefgen.errors import SourceError
from briefgen.sources import loading
find = loading.detect
def by_name(data, path):
    # the file's name says which loader it is for; files within it are told by their content
    return path.replace(" ", "/") if path.replace(" ", "/") in loading.LOADERS else find(data, path)
def load_here(file, limits):
    try:
        return real(file, limits)
    except (SourceError, MemoryError):
        raise
    except BaseException:
        raise SourceError("ESCAPED", "damaged", traceback.format_exc())
real, loading.detect, fence.load_here = fence.load_here, by_name, load_here
fence.serve()
"""
SPLINTERS = (
    b"", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"<", b">", b"<!--", b"]]>", b"&#0;", b"&x;", b"{", b"}", b"\\u-1?", b"\\'zz",
    b"\r\n\r\n", b"--b1", b"=?x?q?a?=", b"Content-Type: message/rfc822\r\n\r\n", b"From a\nB: c\n", b"PK\x03\x04", b"%PDF-",
    b"endstream", b"0 R", b"/Kids[2 0 R]", b"<<", b"999999999999", b"-1", b"1e309", b"---\n", b"<table><tr><td>", b"<![CDATA[",
    b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', "\u202e".encode(), "٣".encode(), b"9999-99-99", b"2024-02-30",
)  # fmt: skip


def examples() -> dict[str, list[bytes]]:
    """Give the sound files of each media type."""
    found: dict[str, list[bytes]] = {}
    for path in sorted(HERE.glob("*.*")):
        if path.suffix != ".py":
            data = path.read_bytes()
            found.setdefault(detect(data, path.name), []).append(data)
    return found


EXAMPLES = examples()


@st.composite
def broken(draw: st.DrawFn, media_type: str) -> bytes:
    """Change a sound file in up to six places: cut, repeat, overwrite, put in a splinter of any format; or make bytes up."""
    if draw(st.integers(0, 19)) == 0:
        return draw(st.binary(max_size=300))
    data = draw(st.sampled_from(EXAMPLES[media_type]))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(data)))
        end = min(len(data), at + draw(st.sampled_from((0, 1, 2, 8, 64, 1000))))
        way = draw(st.integers(0, 3))
        if way == 0:
            data = data[:at] + draw(st.sampled_from(SPLINTERS)) + data[end:]
        elif way == 1:
            data = data[:at] + draw(st.binary(max_size=8)) + data[end:]
        elif way == 2:
            data = data[:at] + data[at:end] * draw(st.integers(0, 20)) + data[end:]
        else:
            data = data[: max(at, 1)] if draw(st.booleans()) else data[at:]
    return data


@pytest.fixture(scope="module")
def fence() -> Iterator[Fence]:
    worker = Fence(("-c", PROGRAM))
    yield worker
    worker.close()


def outcome(fence: Fence, media_type: str, data: bytes) -> Loading | SourceError:
    try:
        return fence.load(File(path=media_type.replace("/", " "), data=data), LIMITS)
    except SourceError as error:
        return error


def try_out(fence: Fence, media_type: str, data: bytes) -> None:
    """Load a broken file; only a SourceError may come out, and what loads is sound text."""
    found = outcome(fence, media_type, data)
    if isinstance(found, SourceError):
        assert found.path != "ESCAPED", found.message
        assert found.reason != "too_slow"
        assert "crash" not in found.message
        return
    for document in found.documents:
        document.text.encode()
        assert all(document.text[b.start : b.end].strip() for b in document.blocks)
        assert document.source.path.isprintable()


def fuzzed(media_type: str, runs: int, fence: Fence) -> None:
    @settings(
        max_examples=runs, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    @given(broken(media_type))
    def run(data: bytes) -> None:
        try_out(fence, media_type, data)

    run()


@pytest.mark.parametrize("media_type", sorted(LOADERS))
def test_a_few_broken_files(media_type: str, fence: Fence) -> None:
    fuzzed(media_type, 15, fence)


@pytest.mark.slow
@pytest.mark.parametrize("media_type", sorted(LOADERS))
def test_two_thousand_broken_files(media_type: str, fence: Fence) -> None:
    fuzzed(media_type, RUNS, fence)
