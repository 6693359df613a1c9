"""Make a reading from words: the shared start of the tables in this folder."""

from datetime import date

from briefgen.model import Block, Document, Source
from briefgen.reading import read
from briefgen.reading.marks import Reading


def reading_of(text: str, published: date | None = date(2024, 3, 7), publisher: str | None = None) -> Reading:
    """Read a text whose paragraphs stand a line apart."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        start = text.index(paragraph, at)
        at = start + len(paragraph)
        blocks.append(Block(start=start, end=at, kind="prose"))
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
    return read(Document(source=source, blocks=tuple(blocks)))


def name(reading: Reading, key: str) -> str:
    """Give the name of an entity, or the words that stand for it."""
    entity = reading.entity(key)
    return entity.name if entity is not None else key
