"""The wheel holds all it needs and works from any folder."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
STORY = "Ruritania's foreign minister, Ada Renn, met Boris Kell, the envoy of Borduria, in Geneva on 3 March 2024.\n"


@pytest.mark.slow
def test_the_wheel_works_in_a_clean_environment(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", tmp_path / "dist", ROOT],
        check=True,
        capture_output=True,
        text=True,
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as package:
        names = set(package.namelist())
    for wanted in (
        "briefgen/templates/plain/theme.toml",
        "briefgen/templates/plain/reference.docx",
        "briefgen/templates/fonts/SourceSerif4-Regular.ttf",
        "briefgen/templates/fonts/OFL.txt",
        "briefgen/knowledge/states.toml",
        "briefgen/language/en_briefgen/parser/model",
        "briefgen/language/LICENSE",
        "briefgen/language/ATTRIBUTION.md",
        "briefgen/language/MODEL_CARD.md",
    ):
        assert wanted in names
    assert not [name for name in names if name.startswith(("tests", "seeds", "training"))]
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel], check=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.txt").write_text(STORY)
    done = subprocess.run(
        [tmp_path / "venv" / "bin" / "briefgen", "build", "a.txt", "--output", "out"],
        cwd=tmp_path / "elsewhere",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    made = {p.name for p in (tmp_path / "elsewhere" / "out").iterdir()}
    assert made >= {"brief.docx", "brief.html", "brief.json"}
    assert "brief.pdf" in made or "apt install libpango" in done.stderr
