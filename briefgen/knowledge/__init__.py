"""Knowledge: data, no code. Each TOML file names the source of its entries; `load` reads one."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Give the content of `knowledge/NAME.toml`. The caller must not change it. Raises FileNotFoundError."""
    return tomllib.loads((files("briefgen.knowledge") / f"{name}.toml").read_text(encoding="utf-8"))
