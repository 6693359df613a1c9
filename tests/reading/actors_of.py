"""Find the actors of a few sentences: the shared start of the tables of names and roles."""

from __future__ import annotations

from briefgen.extract import extract
from briefgen.model import Actor, Document, Source
from briefgen.reading import read
from briefgen.reading.marks import Reading, Sentence
from briefgen.sources.layout import lay_out


def read_sentences(text: str) -> tuple[Sentence, ...]:
    """Give the sentences of a text."""
    return _read(text).sentences


def actors(text: str) -> tuple[Actor, ...]:
    """Give the actors of a text."""
    return extract(_read(text)).actors


def _read(text: str) -> Reading:
    source = Source(id="a", path="a", media_type="text/plain", text=text)
    return read(Document(source=source, blocks=lay_out(text)))
