"""`briefgen init`: a folder to start from, whose configuration names every setting and is accepted as it stands and in full."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest

from briefgen.config import orders
from briefgen.errors import RequestError
from briefgen.model import Limits
from briefgen.render.theme import load_theme
from briefgen.settings import READERS
from briefgen.starting import CONFIGURATION, start_folder


def test_the_folder_has_all_and_says_what_comes_next(tmp_path: Path) -> None:
    said: list[str] = []
    start_folder(tmp_path / "new" / "weekly", said.append)
    folder = tmp_path / "new" / "weekly"
    assert sorted(path.name for path in folder.iterdir()) == ["briefgen.toml", "sources", "theme"]
    assert list((folder / "sources").iterdir()) == []
    assert load_theme(str(folder / "theme")).text("brief.html")
    (order,) = orders(folder / "briefgen.toml")
    assert (order.name, order.theme, order.request.sources) == ("weekly", str(folder / "theme"), (folder / "sources",))
    assert said[-1].endswith(f"briefgen batch {folder / 'briefgen.toml'}")


def test_the_configuration_names_every_setting() -> None:
    named = set(re.findall(r"^(?:# )?(\w+) = ", CONFIGURATION, re.MULTILINE)) | {
        *re.findall(r"^# \[(\w+)\]", CONFIGURATION, re.MULTILINE),
        *re.findall(r"or (\w+) = ", CONFIGURATION),
    }
    assert named >= set(READERS)
    assert named >= {field.name for field in fields(Limits)}
    assert named <= set(READERS) | {field.name for field in fields(Limits)}


def test_every_setting_it_shows_is_accepted(tmp_path: Path) -> None:
    start_folder(tmp_path / "weekly", str)
    path = tmp_path / "weekly" / "briefgen.toml"
    full = re.sub(r'^# (?=\w+ = |\[\w+\]|")', "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert full != path.read_text(encoding="utf-8")
    path.write_text(full, encoding="utf-8")
    (order,) = orders(path)
    assert order.request.grades == {"Example Times": "B3"}
    assert replace(order.request.limits, max_ocr_seconds=0.0) == Limits(), "the limits it shows are those that hold"
    assert order.request.period is not None


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("x")
    (tmp_path / "file").write_text("x")
    for path, told in (("full", "is not empty"), ("file", "is a file"), ("file/below", "cannot be made")):
        with pytest.raises(RequestError, match=told):
            start_folder(tmp_path / path, pytest.fail)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "full", "mine"]


def test_an_empty_folder_is_good_to_use(tmp_path: Path) -> None:
    start_folder(tmp_path, str)
    assert (tmp_path / "briefgen.toml").is_file()
