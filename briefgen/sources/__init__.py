"""Steps 1 and 2: select which files are read, and load bytes into documents.

`LOADERS` names one loader for each media type. A loader takes bytes and limits and gives a `Loaded`; what it cannot
use it refuses with a SourceError.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256

from briefgen.errors import SourceError
from briefgen.model import Document, File, Limits, Source
from briefgen.sources.about import about
from briefgen.sources.detect import detect
from briefgen.sources.language import language_of
from briefgen.sources.layout import lay_out
from briefgen.sources.loaded import Loaded
from briefgen.sources.markdown import load_markdown
from briefgen.sources.select import Selected, Selection, read_file, select
from briefgen.sources.text import load_text

Loader = Callable[[bytes, Limits], Loaded]
LOADERS: dict[str, Loader] = {"text/plain": load_text, "text/markdown": load_markdown}

__all__ = ["LOADERS", "Selected", "Selection", "load", "read_file", "select"]


def load(file: File, limits: Limits) -> tuple[Document, ...]:
    """Turn one file into documents (one, as no format read today holds several). Raises SourceError."""
    try:
        if len(file.data) > limits.max_bytes:
            raise SourceError("", "too_large", f"{len(file.data):,} bytes; the limit is {limits.max_bytes:,}")
        media_type = detect(file.data, file.path)
        loaded = LOADERS[media_type](file.data, limits)
        if not loaded.text.strip():
            raise SourceError("", "no_text", "the file holds no text")
        if (words := len(loaded.text.split())) > limits.max_words:
            raise SourceError("", "too_long", f"{words:,} words; the limit is {limits.max_words:,}")
    except SourceError as error:
        raise SourceError(file.path, error.reason, error.message) from None
    blocks = lay_out(loaded.text)
    digest = sha256(file.data).hexdigest()
    source = Source(id=digest, path=file.path, media_type=media_type, sha256=digest, words=words, text=loaded.text,
                    origin=digest, language=language_of(loaded.text))
    source = about(source, blocks, loaded, file.sidecar)
    return (Document(source=source, blocks=_with_title(blocks, source)),)


def _with_title(blocks, source):  # type: ignore[no-untyped-def]
    return tuple(replace(b, kind="title") if b.kind == "heading" and source.text[b.start : b.end] == source.title else b
                 for b in blocks)
