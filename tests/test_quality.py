"""The figures of annotated sets: read from what a scorer prints, and held above their floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import quality

FACTS = """463 texts, 67044 words in 43.4 s = 1546 words/s; unread 0, text altered at load 0
views all: P 85.5 R 61.5 F 71.6 | holder 91.8 | end-to-end P 78.6 R 56.5 F 65.7 | gold 1193
views direct: P 95.7 R 88.8 F 92.1 | end-to-end P 86.2 R 80.2 F 83.1 | gold 358
meetings: P 83.2 R 53.4 F 65.0 | participants P 83.7 R 69.4 F 75.9 | place 59.3 | status 82.3 | gold 148
designations: P 91.3 R 75.8 F 82.9 | authority 87.9 | gold 153
"""


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "floors.toml"
    path.write_text(f'"one" = 50.0\n"{quality.ALARMS}" = 3.0\n', encoding="utf-8")
    monkeypatch.setattr(quality, "FLOORS", path)
    return path


def test_each_figure_is_read_from_its_own_line() -> None:
    assert quality.read(FACTS, quality.PRINTED[("facts", "facts")]) == {
        "facts views direct end-to-end": 83.1,
        "facts views all end-to-end": 65.7,
        "facts meetings f1": 65.0,
        "facts meetings participants": 75.9,
        "facts designations f1": 82.9,
        "facts designations authority": 87.9,
    }


def test_a_figure_that_is_not_printed_is_an_error() -> None:
    with pytest.raises(SystemExit, match="no figure for 'facts"):
        quality.read("nothing", quality.PRINTED[("facts", "facts")])


@pytest.mark.parametrize(
    ("name", "figure", "floor", "sinks"),
    [
        ("one", 49.9, 50.0, True),
        ("one", 49.96, 50.0, False),
        ("one", 51.0, 50.0, False),
        ("one", 10.0, None, False),
        (quality.ALARMS, 3.1, 3.0, True),
        (quality.ALARMS, 2.0, 3.0, False),
    ],
)
def test_a_figure_sinks_below_its_floor(name: str, figure: float, floor: float | None, sinks: bool) -> None:
    assert quality.sunk(name, figure, floor) is sinks


def test_floors_rise_and_sink_only_when_told(floors: Path) -> None:
    quality.write_floors({"one": 40.0, quality.ALARMS: 5.0, "two": 7.0}, lower=False)
    assert quality.floors() == {"one": 50.0, quality.ALARMS: 3.0, "two": 7.0}
    quality.write_floors({"one": 60.0, quality.ALARMS: 1.0}, lower=False)
    assert quality.floors() == {"one": 60.0, quality.ALARMS: 1.0, "two": 7.0}
    quality.write_floors({"one": 40.0}, lower=True)
    assert quality.floors()["one"] == 40.0


def test_a_sunk_figure_fails_the_run(floors: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(quality.PARTS, "bench", lambda sets, command: iter([{"one": 49.0}]))  # type: ignore[attr-defined]
    assert quality.main([str(tmp_path), "--part", "bench"]) == 1
    assert quality.main([str(tmp_path), "--part", "bench", "--lower"]) == 0
    assert quality.main([str(tmp_path), "--part", "bench"]) == 0


def test_without_sets_it_says_where_to_name_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BRIEFGEN_SETS", raising=False)
    assert quality.main([]) == 0
    assert "BRIEFGEN_SETS" in capsys.readouterr().out
    assert quality.main([str(tmp_path), "--part", "bench"]) == 0
    assert "left out" in capsys.readouterr().out


def test_every_pinned_figure_is_one_that_is_measured() -> None:
    printed = {name for patterns in quality.PRINTED.values() for name in patterns}
    assert printed <= {*quality.WANTED, quality.ALARMS}
    assert set(quality.WANTED) <= set(quality.floors())
