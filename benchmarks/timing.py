"""Time commands in fresh processes: the least of several runs, wall clock, since the least has the least noise in it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence

RUNS = 5


def least(command: Sequence[str], runs: int = RUNS) -> float:
    """Give the least wall time of several runs of a command, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return min(times)


def python(code: str) -> list[str]:
    """Give the command that runs code in a fresh interpreter."""
    return [sys.executable, "-c", code]


def row(name: str, ours: float, theirs: float, most: float) -> str:
    """Give a line of the table: our time, the libraries' own, the ratio, and the most it should be."""
    return f"{name:44} {ours:7.2f} s {theirs:7.2f} s {ours / theirs:6.2f}  (at most {most})"
