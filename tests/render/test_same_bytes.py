"""The same brief gives the same bytes in another process, with other hash seeds, in another folder and time zone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
ROOT = SAMPLES.parent.parent
MAKE = """
import hashlib, json, sys
sys.path.insert(0, sys.argv[1])
from odd import odd_brief
from briefgen.render import RENDERERS
from briefgen.render.theme import load_theme
made = {}
for evidence in ("annex", "footnotes", "comments"):
    theme = load_theme("weekly").proving(evidence)
    for name in ("pdf", "docx", "html"):
        made[f"{evidence} {name}"] = hashlib.sha256(RENDERERS[name](odd_brief(), theme)).hexdigest()
print(json.dumps(made))
"""


def digests(folder: Path, seed: str, zone: str) -> dict[str, str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", MAKE, str(SAMPLES)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(ran.stdout)


@pytest.mark.slow
def test_same_bytes_in_any_process(tmp_path: Path) -> None:
    first = digests(ROOT, "1", "UTC")
    assert len(set(first.values())) == 6, "two PDFs, three Word documents and one page"
    assert digests(tmp_path, "2", "Pacific/Kiritimati") == first
