"""Tell a file's format by its content; the name only tells plain text from Markdown."""

from __future__ import annotations

from briefgen.errors import SourceError

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a ZIP archive, Word or OpenDocument file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"), (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"), (b"7z\xbc\xaf", "a 7z archive"), (b"BZh", "a bzip2 archive"), (b"\x7fELF", "a program"),
    (b"MZ", "a program"), (b"ID3", "a sound file"), (b"SQLite format 3", "a database"))
MARKUP = (b"<!doctype html", b"<html", b"<?xml")
BOMS = (b"\xff\xfe", b"\xfe\xff")
SAMPLE = 65_536


def detect(data: bytes, path: str) -> str:
    """Give the media type. Raises SourceError (path left empty) for an empty file and for what no loader reads."""
    if not data.strip():
        raise SourceError("", "no_text", "the file is empty")
    for start, what in SIGNATURES:
        if data.startswith(start):
            raise SourceError("", "unsupported", f"the content is {what}; briefgen reads plain text and Markdown. "
                                                 "Save it as text and give that file")
    if data[:512].lstrip().lower().startswith(MARKUP):
        raise SourceError("", "unsupported", "the content is HTML or XML; briefgen reads plain text and Markdown. "
                                             "Save the page as text and give that file")
    sample = data[:SAMPLE]
    if not data.startswith(BOMS):
        odd = sum(byte < 9 or 13 < byte < 32 for byte in sample)
        if b"\x00" in sample or odd > len(sample) * 0.02:
            raise SourceError("", "unsupported", "the content is binary, not text")
    return "text/markdown" if path.lower().endswith((".md", ".markdown")) else "text/plain"
