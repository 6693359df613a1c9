"""Find the actors of a few sentences: the shared start of the tables of names and roles."""

from __future__ import annotations

from briefgen.extract import extract
from briefgen.model import Actor, Document, Source
from briefgen.reading import read
from briefgen.sources.layout import lay_out


def actors(text: str) -> tuple[Actor, ...]:
    """Give the actors of a text."""
    source = Source(id="a", path="a", media_type="text/plain", text=text)
    return extract(read(Document(source=source, blocks=lay_out(text)))).actors
