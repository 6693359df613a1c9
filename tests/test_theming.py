"""Themes: listed, copied, checked; a mistake is told with file and line."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefgen.cli import app
from briefgen.errors import RequestError
from briefgen.render.theme import theme_names
from briefgen.theming import check_theme, copy_theme, show_theme


def test_they_are_listed() -> None:
    shown = CliRunner().invoke(app, ["themes"])
    assert shown.exit_code == 0
    assert [line.split()[0] for line in shown.output.splitlines()] == theme_names()
    assert all(len(line.split()) > 3 for line in shown.output.splitlines()), "each says what it is for"


@pytest.mark.parametrize("command", ["show", "copy", "check"])
def test_help_ends_with_an_example(command: str) -> None:
    shown = CliRunner().invoke(app, ["themes", command, "--help"])
    assert shown.output.strip().splitlines()[-1].strip().startswith(f"Example:  briefgen themes {command} ")


@pytest.mark.parametrize("name", theme_names())
def test_ours_are_in_order(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_theme(name, print) == 0
    assert "makes PDF, DOCX and page" in capsys.readouterr().out


def test_a_copy_is_a_theme_and_overwrites_nothing(tmp_path: Path) -> None:
    copy_theme("plain", tmp_path / "house", str)
    assert check_theme(str(tmp_path / "house"), print) == 0
    with pytest.raises(RequestError, match="is there already"):
        copy_theme("plain", tmp_path / "house", str)
    with pytest.raises(RequestError, match="no such theme"):
        copy_theme("fancy", tmp_path / "x", str)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("body.html", "<p>\n{{ brief.meeting }}", "body.html, line 2"),
        ("body.html", "{{ labels.nothing }}", "labels.nothing is unknown"),
        ("body.html", '<p data-style="Nice">x</p>', "Word style 'Nice'"),
        ("theme.toml", "paper = 'A3'", "A3"),
        ("reference.docx", "no zip", "is no Word document"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, told: str) -> None:
    (tmp_path / "theme.toml").write_text("")
    (tmp_path / name).write_text(text)
    assert check_theme(str(tmp_path), print) == 1
    assert told in capsys.readouterr().out


def test_show_writes_a_picture_of_the_first_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show_theme("weekly", tmp_path / "weekly.png") == 0
    out = capsys.readouterr().out
    assert "extends" in out
    assert "bottom_line, changes, key_points" in out
    data = (tmp_path / "weekly.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", data[16:24])
    assert (width, round(height / width, 2)) == (900, 1.41)
    with pytest.raises(RequestError, match=r"ends in \.png"):
        show_theme("weekly", tmp_path / "weekly.jpg")
