"""The doctor: it looks for what pyproject.toml asks for, and names one command for all that is missing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefgen import doctor

ROOT = Path(__file__).parent.parent


def test_it_looks_for_what_the_package_asks_for() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert sorted(doctor.REQUIREMENTS) == sorted(asked)


def test_all_is_found_here_or_said_to_be_missing(capsys: pytest.CaptureFixture[str]) -> None:
    code = doctor.report()
    shown = capsys.readouterr().out
    assert code == (1 if "MISSING" in shown else 0)
    assert ("to mend it:" in shown) == bool(code)
    for name in (
        "Python",
        "spacy",
        "weasyprint",
        "python-docx",
        "trafilatura",
        "language pipeline",
        "pango",
        "typefaces",
    ):
        assert name in shown


@pytest.mark.parametrize(
    ("requirement", "found", "told"),
    [
        ("spacy>=3", True, ""),
        ("spacy>=99.1", False, "is too old, 99.1 is needed"),
        ("no-such-package>=1", False, "not installed"),
    ],
)
def test_a_package_is_found_in_a_version_that_is_new_enough(requirement: str, found: bool, told: str) -> None:
    finding = doctor._package(requirement)
    assert (finding.found, finding.package) == (found, requirement)
    assert told in finding.told


def test_a_package_that_does_not_load_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken_module.py").write_text("print('advice')\nimport no_such_module")
    monkeypatch.syspath_prepend(tmp_path)
    assert "no_such_module" in str(doctor._wrong("broken_module"))
    assert doctor._wrong("json") is None


def test_a_library_is_opened_by_any_of_its_names() -> None:
    assert doctor._opened(("libnosuch.so", "nosuch")) is None
    assert doctor._opened(("libnosuch.so", "libc.so.6", "libc.dylib", "msvcrt")) is not None


@pytest.mark.parametrize(
    ("system", "managers", "command"),
    [
        ("Linux", ("apt-get",), "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("Linux", ("dnf",), "dnf install pango"),
        ("Linux", ("pacman",), "pacman -S pango"),
        ("Linux", (), "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("Darwin", (), "brew install pango"),
        ("Windows", (), "pacman -S mingw-w64-ucrt-x86_64-pango"),
    ],
)
def test_the_command_is_that_of_the_system(
    system: str, managers: tuple[str, ...], command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platform.system", lambda: system)
    monkeypatch.setattr("shutil.which", lambda name: name if name in managers else None)
    assert command in doctor._system_command()
