"""The flow. Read this first: a brief is made in eight steps, and `build` is these steps, one line each.

1 select, 2 load, 3 read, 4 extract, 5 merge, 6 assemble, 7 render (`briefgen.render`), 8 revise (an edited DOCX).
"""

from __future__ import annotations

from briefgen.extract import extract
from briefgen.model import Digest, File, Limits
from briefgen.reading import read
from briefgen.sources import load


def digest(file: File, limits: Limits) -> tuple[Digest, ...]:
    """Load, read and extract one file: the unit of work, of caching and of failure; a pure function of its bytes.

    A file gives one digest; an archive or a mail with attachments gives one for each document in it.
    Raises SourceError where the file cannot be used.
    """
    return tuple(Digest(document=document, facts=extract(read(document))) for document in load(file, limits).documents)
