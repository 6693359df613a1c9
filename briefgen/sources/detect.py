"""Tell a file's format by its content; the name only tells plain text from Markdown without front matter."""

from __future__ import annotations

import re

from briefgen.errors import SourceError
from briefgen.sources.text import unmarked_utf16

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"BM", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"RIFF", "a sound or video file"),
    (b"SQLite format 3", "a database"),
    (b"\xca\xfe\xba\xbe", "a program"),
)
UNLIKELY_IN_TEXT = frozenset({b"BM", b"MZ", b"ID3", b"BZh", b"RIFF", b"Rar!", b"GIF8", b"OggS"})
"""Signatures made of letters: a text may start so ("BMW said ..."), hence they count only where bytes are binary."""
BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODD = bytes(byte for byte in range(32) if byte < 9 or 13 < byte < 27 or byte > 27)
SAMPLE = 65_536
HEADER = re.compile(rb"(?:[!-9;-~]+:[ \t][^\n]*\n(?:[ \t]+[^\n]*\n)*)+")
MAIL_FIELD = re.compile(
    rb"^(?:from|to|cc|date|subject|received|return-path|delivered-to|mime-version|message-id|"
    rb"content-type|reply-to|sender|x-mailer|dkim-signature|snapshot-content-location):",
    re.IGNORECASE | re.MULTILINE,
)
MAIL_MARK = re.compile(rb"^(?:received|return-path|mime-version|message-id):", re.IGNORECASE | re.MULTILINE)
FRONT_MATTER = re.compile(
    rb"---[ \t]*\r?\n(?:[A-Za-z][\w-]*:[^\n]*\n|[ \t]+[^\n]*\n|-[ \t][^\n]*\n){1,60}---[ \t]*\r?(?:\n|$)"
)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP_KINDS = (
    (b"word/document.xml", DOCX),
    (b"xl/workbook.xml", "a spreadsheet"),
    (b"ppt/presentation.xml", "a presentation"),
)
ODT = "application/vnd.oasis.opendocument.text"
EPUB = "application/epub+zip"
HTML_TAG = re.compile(rb"<(?:html|head|body|article|main|div|p|h1|meta|title|section|table)\b[^>]*>", re.IGNORECASE)


def detect(data: bytes, path: str) -> str:
    """Give the media type. Raises SourceError (path left empty) for an empty file and for what no loader reads."""
    if not data.strip(b" \t\r\n\x0b\x0c\x00"):
        raise SourceError("", "no_text", "the file is empty")
    head = data[:SAMPLE]
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(data)
    if head.startswith(OLE):
        raise _old_office(data)
    if head.startswith(b"{\\rtf"):
        return "application/rtf"
    binary = _is_binary(head) and not unmarked_utf16(data)
    for start, what in SIGNATURES:
        if head.startswith(start) and (binary or start not in UNLIKELY_IN_TEXT):
            raise SourceError("", "unsupported", f"the content is {what}, not a document. Save it as PDF or text")
    if binary and not head.startswith((b"\xff\xfe", b"\xfe\xff")) and not _is_page(head):
        raise SourceError("", "unsupported", "the content is binary, not text")
    return _text_kind(data, head, path)


def _text_kind(data: bytes, head: bytes, path: str) -> str:
    start = _ascii(head).lstrip()
    lower = start[:2048].lower()
    if lower.startswith(b"from ") and HEADER.match(start.split(b"\n", 1)[-1]):
        return "application/mbox"
    header = HEADER.match(start.replace(b"\r\n", b"\n"))
    if (
        header
        and len(MAIL_FIELD.findall(header[0])) >= 2
        and (MAIL_MARK.search(header[0]) or path.lower().endswith((".eml", ".mht", ".mhtml")))
    ):
        saved = re.search(rb"^content-type:\s*multipart/related", header[0], re.IGNORECASE | re.MULTILINE)
        pages = re.search(rb"snapshot-content-location:|^from:\s*<saved by", header[0], re.IGNORECASE | re.MULTILINE)
        return (
            "multipart/related" if saved and (pages or path.lower().endswith((".mht", ".mhtml"))) else "message/rfc822"
        )
    if lower.startswith(b"<") and (kind := _markup_kind(lower, start)):
        return kind
    if path.lower().endswith((".md", ".markdown")) or FRONT_MATTER.match(start):
        return "text/markdown"
    return "text/plain"


def _markup_kind(lower: bytes, start: bytes) -> str | None:
    opening = re.sub(rb"<!--.*?-->|<\?.*?\?>", b"", start[:16_384], flags=re.DOTALL).lstrip()
    root = re.match(rb"(?:<!doctype[^>\[]*(?:\[.*?\]\s*)?>\s*)?<([\w:.-]+)", opening, re.IGNORECASE | re.DOTALL)
    space, _, name = root[1].lower().rpartition(b":") if root else (b"", b"", b"")
    if name in (b"rss", b"rdf", b"feed"):
        return "application/rss+xml"
    page = name == b"html" or lower.startswith((b"<!doctype html", b"<html"))
    if page or (not space and len(HTML_TAG.findall(start)) >= 3):  # "office:document" with "table:table" in it is none
        return "text/html"
    if lower.startswith((b"<?xml", b"<!doctype", b"<!entity")):
        raise SourceError("", "unsupported", "the content is XML of an unknown kind. Save it as text")
    return None


def _zip_kind(data: bytes) -> str:
    """Tell what a ZIP holds by the names in its directory (at the end) and its first member."""
    first = data[:200]
    if b"mimetype" + ODT.encode() in first:
        return ODT
    if b"mimetype" + EPUB.encode() in first:
        return EPUB
    directory = data[-1_000_000:]
    for name, kind in ZIP_KINDS:
        if name in directory:
            if "/" not in kind:
                raise SourceError("", "unsupported", f"the content is {kind}. Save it as PDF or text")
            return kind
    if b"META-INF/container.xml" in directory:
        return EPUB
    if b"content.xml" in directory and b"META-INF/manifest.xml" in directory:
        return ODT
    return "application/zip"


def _old_office(data: bytes) -> SourceError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return SourceError("", "encrypted", "the document is protected with a password. Save it without one")
    return SourceError("", "unsupported", "the content is an old Office file. Save it as DOCX or PDF")


def _is_binary(head: bytes) -> bool:
    return b"\x00" in head or _odd(head[:8192]) > len(head[:8192]) * 0.02


def _odd(head: bytes) -> int:
    """Count the control characters that no text holds."""
    return len(head) - len(head.translate(None, ODD))


def _is_page(head: bytes) -> bool:
    """Tell a page into which its server has let a few control characters slip."""
    return head.lstrip().startswith(b"<") and len(HTML_TAG.findall(head)) >= 3 and _odd(head) * 1000 < len(head)


def _ascii(head: bytes) -> bytes:
    """Give the start of a text in one byte a character, so that UTF-16 pages are known as pages too."""
    if head.startswith(b"\xff\xfe"):
        return head.decode("utf-16-le", "replace").encode("ascii", "replace").lstrip(b"?")
    if head.startswith(b"\xfe\xff"):
        return head.decode("utf-16-be", "replace").encode("ascii", "replace").lstrip(b"?")
    return head.removeprefix(b"\xef\xbb\xbf")
