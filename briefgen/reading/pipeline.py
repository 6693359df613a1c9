"""The bundled English pipeline: load it once, and parse texts so that offsets stay those of the text given.

The pipeline ships in `briefgen/language/en_briefgen` (how it is made: `training/`). It is trained on text in one
normal form, which `normalise` makes character for character; so curly and straight quotes parse alike, and an offset
in the parse is an offset in the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PIECE = 20_000
"""Longest run of characters that is parsed at once. A "paragraph" of 2 MB then takes no more memory than its pieces."""
ALIKE = {
    "“": '"',
    "”": '"',
    "„": '"',
    "‟": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
    "‚": "'",
    "‛": "'",
    "`": "'",
    "´": "'",
    "′": "'",
    "″": '"',
    "‐": "-",
    "‑": "-",
    "‒": "–",
    "―": "—",
    "−": "-",
}


class _Alike(dict[int, str]):
    """A table for str.translate that also turns every kind of space and control character into a plain space."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        odd = unicodedata.category(character) in ("Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn")
        self[code] = " " if odd else character
        return self[code]


_TABLE = _Alike({ord(key): value for key, value in ALIKE.items()})


def normalise(text: str) -> str:
    r"""Give the text in the form the pipeline knows, of the same length.

    >>> normalise("“It’s\u00a0true”")
    '"It\'s true"'
    """
    return text.translate(_TABLE)


@cache
def load() -> Language:
    """Load the bundled pipeline; the second call costs nothing. Needs no network.

    Its sums are made by NumPy's own BLAS, which reads 1.7 times as fast as the one that comes with spaCy, and in one
    thread: the work is spread over processes, and a sum made in one order is the same each time.
    """
    import spacy
    from thinc.api import use_ops
    from threadpoolctl import threadpool_limits

    from briefgen.reading import sentence_starts  # registers the component of this name

    assert sentence_starts
    threadpool_limits(1, user_api="blas")
    with as_file(files("briefgen.language") / "en_briefgen") as folder, use_ops("numpy", use_blis=False):
        nlp = spacy.load(folder)
    nlp.max_length = 10 * PIECE
    return nlp


@cache
def version() -> str:
    """Give name and version of the bundled pipeline, for the record in a brief."""
    import json

    meta = json.loads((files("briefgen.language") / "en_briefgen" / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parse texts, one Doc each, in order; `token.idx` is an offset in the text given.

    A text longer than `PIECE` is cut at white space, its pieces are parsed apart and joined again, so that time and
    memory stay linear in its length.
    """
    from spacy.tokens import Doc

    nlp = load()
    counts: list[int] = []

    def pieces() -> Iterator[str]:
        for text in texts:
            parts = list(cut(normalise(text)))
            counts.append(len(parts))
            yield from parts

    done: list[Doc] = []
    for doc in nlp.pipe(pieces(), batch_size=64):
        done.append(doc)
        while counts and len(done) >= counts[0]:
            count = counts.pop(0)
            mine, done = done[:count], done[count:]
            yield mine[0] if count == 1 else Doc.from_docs(mine, ensure_whitespace=False)


def cut(text: str) -> Iterator[str]:
    """Cut a text into pieces of at most `PIECE` characters, at the last white space where there is one."""
    start = 0
    while len(text) - start > PIECE:
        space = text.rfind(" ", start + PIECE // 2, start + PIECE)
        end = space + 1 if space > 0 else start + PIECE
        yield text[start:end]
        start = end
    yield text[start:]
