"""What a loader gives: the text, and what the format itself says of its origin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A file's final text with the format's own metadata (None where it has none)."""

    text: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    url: str | None = None
    language: str | None = None
