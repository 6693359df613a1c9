"""The seeds give the same facts as web page, PDF, Word file, OpenDocument text, e-book and e-mail as they do as text."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from datetime import date
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from typing import Any

import make
import pytest

from briefgen.build import digest
from briefgen.model import Evidence, File, Limits, Sidecar
from briefgen.sources import load

pytestmark = pytest.mark.slow
FORMATS = ("html", "pdf", "docx", "odt", "epub", "eml")
SEEDS = {"000_f7b713716d918d43": date(2023, 10, 30), "001_de63d547dd8040ec": None, "003_9f48bea6cb7dc1da": None}
"""Three of the five; the first names no day, and gets one in its sidecar."""


def converted(text: str, ending: str, day: date) -> bytes:
    """Give a text in a format, headings as headings: what an office program or a browser would save."""
    from datetime import UTC, datetime, time

    from briefgen.sources.layout import lay_out

    marked = [
        ("h2" if block.kind in ("title", "heading") else "p", " ".join(text[block.start : block.end].split()))
        for block in lay_out(text)
    ]
    if ending == "eml":
        return make.mail(marked, "Press cutting", day=format_datetime(datetime.combine(day, time(9), UTC)))
    if ending == "epub":
        return make.epub([marked], "Press cutting", day=day.isoformat())
    return getattr(make, ending)(marked)


def comparable(value: Any) -> Any:
    """Give facts without the places at which they stand, which differ from format to format."""
    if isinstance(value, Evidence):
        return re.sub(r"\W+", " ", value.quote)
    if is_dataclass(value):
        return {field.name: comparable(getattr(value, field.name)) for field in fields(value)}
    return [comparable(item) for item in value] if isinstance(value, (tuple, list)) else value


def facts(data: bytes, name: str, day: date | None) -> tuple[Any, date | None]:
    loading = load(File(path=name, data=data, sidecar=Sidecar(published=day)), Limits())
    (document,) = loading.documents
    assert loading.unread == ()
    found = digest(document).facts
    return comparable(found), document.source.published


@cache
def as_text(seeds: Path, name: str) -> tuple[Any, date | None]:
    return facts((seeds / f"{name}.txt").read_bytes(), f"{name}.txt", SEEDS[name])


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", SEEDS)
def test_same_facts(name: str, ending: str, seeds: Path) -> None:
    wanted, published = as_text(seeds, name)
    assert published is not None
    text = (seeds / f"{name}.txt").read_text(encoding="utf-8")
    found, day = facts(converted(text, ending, published), f"{name}.{ending}", SEEDS[name])
    assert day == published
    assert wanted["meetings"]
    assert wanted["actors"]
    for kind in ("meetings", "designations", "views", "actors"):
        assert found[kind] == wanted[kind]
