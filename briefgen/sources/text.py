"""Load plain text: find the encoding, make line ends alike, change nothing else."""

from __future__ import annotations

import codecs

from briefgen.errors import SourceError
from briefgen.model import Limits
from briefgen.sources.loaded import Loaded

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 100_000


def load_text(data: bytes, limits: Limits) -> Loaded:
    """Decode a text file: the file's own characters with line ends as newlines; a byte order mark is no text."""
    return Loaded(text=decode(data).replace("\r\n", "\n").replace("\r", "\n"))


def decode(data: bytes) -> str:
    """Decode bytes by their byte order mark, as UTF-8, or by the encoding that fits best. Raises SourceError."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = error.start
    if _nearly_utf8(data):
        return data.decode("utf-8", errors="replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise SourceError(
            "", "damaged", f"the text is in no known encoding (byte {where} is not UTF-8). Save it as UTF-8"
        )
    return data.decode(best.encoding, errors="replace")


def _nearly_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few broken bytes (a cut-off download) from another encoding.

    In another encoding letters beyond ASCII come out broken almost always, in damaged UTF-8 hardly ever.
    """
    text = data.decode("utf-8", errors="replace")
    beyond = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") * 4 < beyond
