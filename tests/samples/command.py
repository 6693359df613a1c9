"""Run the real command as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

STORY = "Ruritania's foreign minister, Ada Renn, met Boris Kell, the envoy of Borduria, in Geneva on 3 March 2024.\n"


def briefgen(*words: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "briefgen.cli", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **environment},
        timeout=120,
    )


def told(done: subprocess.CompletedProcess[str]) -> str:
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stdout + done.stderr, "no colour and no bars where output is piped"
    return done.stderr
