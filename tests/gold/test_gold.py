"""Score annotated sets against floors that cannot sink silently.

The seeds and the hard cases were written and annotated for briefgen. `BRIEFGEN_RAISE_FLOORS=1` writes the floors anew from what
is measured, and only upwards; to lower one, edit floors.toml, where the change shows.
"""

from __future__ import annotations

import json
import os
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from score_brief import score

from briefgen.build import Request, build
from briefgen.contract import to_json

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
KEYS = (
    ("actors", "f1"),
    ("actors", "role_accuracy"),
    ("meetings", "f1"),
    ("meetings", "date_exact"),
    ("meetings", "participants_f1"),
    ("designations", "f1"),
    ("views", "f1"),
    ("views", "holder_accuracy"),
    ("evidence", "verbatim"),
)
SLACK = 0.005
"""Rounding of the floors file."""


def scored(path: Path) -> dict[str, float]:
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    folder = HERE.parent.parent / "seeds" if path.stem == "seeds" else path.with_suffix("")
    brief = build(Request(sources=(folder,), prepared=date(2026, 1, 1)))
    result: dict[str, Any] = score(gold, json.loads(to_json(brief)), False)
    return {
        f"{section}.{key}": round(result[section][key], 2)
        for section, key in KEYS
        if result[section].get(key) is not None
    }


def floors() -> dict[str, dict[str, float]]:
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}


def raise_floors(name: str, found: dict[str, float]) -> None:
    known = floors()
    known[name] = {key: max(value, known.get(name, {}).get(key, 0.0)) for key, value in found.items()}
    lines = ["# The least that each set must score; see test_gold.py. Raise with BRIEFGEN_RAISE_FLOORS=1."]
    for section in sorted(known):
        lines += ["", f"[{section}]", *(f'"{key}" = {value:.2f}' for key, value in sorted(known[section].items()))]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.mark.parametrize("path", [HERE / "seeds.yaml", *sorted((HERE / "cases").glob("*.yaml"))], ids=lambda p: p.stem)
def test_scores_stay_above_their_floors(path: Path) -> None:
    found = scored(path)
    if os.environ.get("BRIEFGEN_RAISE_FLOORS"):
        raise_floors(path.stem, found)
    print(path.stem, found)
    wanted = floors()[path.stem]
    assert wanted
    assert {key: found.get(key, 0.0) for key, floor in wanted.items() if found.get(key, 0.0) < floor - SLACK} == {}


def test_the_seeds_floors_are_those_promised() -> None:
    promised = {
        "actors.f1": 0.80,
        "meetings.f1": 0.70,
        "designations.f1": 1.00,
        "views.f1": 0.65,
        "evidence.verbatim": 1.00,
    }
    assert {key: value for key, value in promised.items() if floors()["seeds"][key] < value} == {}
