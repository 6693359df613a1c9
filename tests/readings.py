"""Make a reading from words: the shared start of the tables of sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefgen.model import Document, Source
from briefgen.reading import read
from briefgen.reading.marks import Reading
from briefgen.sources.layout import lay_out


def reading_of(
    text: str, published: date | None = date(2024, 3, 7), publisher: str | None = None, *, all_prose: bool = False
) -> Reading:
    """Read a text as a file of it would be read; `all_prose`: no line is taken for a heading or a list of links."""
    blocks = lay_out(text)
    if all_prose:
        blocks = tuple(replace(block, kind="prose") for block in blocks)
    source = Source(
        id="key",
        path="a.txt",
        media_type="text/plain",
        text=text,
        sha256="0" * 64,
        published=published,
        published_from="text" if published else None,
        publisher=publisher,
    )
    return read(Document(source=source, blocks=blocks))


def name(reading: Reading, key: str) -> str:
    """Give the name of an entity, or the words that stand for it."""
    entity = reading.entity(key)
    return entity.name if entity is not None else key
