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
COMMONEST = " \n。、"
"""What stands in every text of some length, and in hardly any other bytes read as UTF-16."""
JAPANESE = (b"\x1b$B", b"\x1b$@")
"""How ISO 2022-JP, the encoding of Japanese mail, announces its characters."""


def load_text(data: bytes, limits: Limits) -> Loaded:
    """Decode a text file: the file's own characters with line ends as newlines; a byte order mark is no text."""
    return Loaded(text=decode(data).replace("\r\n", "\n").replace("\r", "\n"))


def decode(data: bytes) -> str:
    """Decode bytes by their byte order mark, as UTF-8, or by the encoding that fits best. Raises SourceError."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if b"\x00" in data[:4096] and (unmarked := unmarked_utf16(data)):
        return data.decode(unmarked, errors="replace")
    if any(sign in data[:SAMPLE] for sign in JAPANESE):
        return data.decode("iso2022_jp", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        where = error.start
    if unmarked := unmarked_utf16(data):
        return data.decode(unmarked, errors="replace")
    if _nearly_utf8(data):
        return data.decode("utf-8", errors="replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise SourceError(
            "", "damaged", f"the text is in no known encoding (byte {where} is not UTF-8). Save it as UTF-8"
        )
    return data.decode(best.encoding, errors="replace")


def unmarked_utf16(data: bytes) -> str | None:
    """Tell UTF-16 without a byte order mark by its zeros: nearly every other byte of a Latin text, and no others.

    Of other scripts by what comes out: nothing but characters of a text, some of the commonest among them.
    """
    head = data[:4096]
    half = len(head) // 2
    if half < 8 or len(data) % 2:
        return None
    zeros = [head[start::2].count(0) for start in (0, 1)]
    if min(zeros) <= half * 0.02 and max(zeros) >= half * 0.7:
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    common = {encoding: _common_in(head, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(common, key=lambda encoding: common[encoding])
    return best if common[best] else None


def _common_in(head: bytes, encoding: str) -> int:
    """Count the commonest characters of a text in an encoding; 0 where it is none."""
    text = head.decode(encoding, errors="replace").removesuffix("\ufffd")  # the last character may be cut
    if not all(sign.isprintable() or sign.isspace() for sign in text) or "\ufffd" in text:
        return 0
    return sum(map(text.count, COMMONEST))


def _nearly_utf8(data: bytes) -> bool:
    """Tell UTF-8 with a few broken bytes (a cut-off download) from another encoding.

    In another encoding letters beyond ASCII come out broken almost always, in damaged UTF-8 hardly ever.
    """
    text = data.decode("utf-8", errors="replace")
    beyond = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") * 4 < beyond
