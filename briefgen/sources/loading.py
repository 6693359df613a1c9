"""Step 2, load: bytes into documents, through the loader of the format that the content shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from briefgen.errors import SourceError
from briefgen.model import Block, Document, File, Limits, Source, Unread
from briefgen.sources.about import about
from briefgen.sources.archive import load_zip
from briefgen.sources.detect import DOCX, EPUB, ODT, detect
from briefgen.sources.docx import load_docx
from briefgen.sources.epub import load_epub
from briefgen.sources.feed import load_feed
from briefgen.sources.html import load_html, load_mhtml
from briefgen.sources.language import language_of
from briefgen.sources.layout import lay_out
from briefgen.sources.loaded import Loaded, Part
from briefgen.sources.mail import load_mail, load_mailbox
from briefgen.sources.markdown import load_markdown
from briefgen.sources.odt import load_odt
from briefgen.sources.pdf import load_pdf
from briefgen.sources.rtf import load_rtf
from briefgen.sources.text import load_text

Loader = Callable[[bytes, Limits], Loaded]
LOADERS: dict[str, Loader] = {
    "text/plain": load_text,
    "text/markdown": load_markdown,
    "text/html": load_html,
    "multipart/related": load_mhtml,
    "application/pdf": load_pdf,
    DOCX: load_docx,
    ODT: load_odt,
    "application/rtf": load_rtf,
    EPUB: load_epub,
    "message/rfc822": load_mail,
    "application/mbox": load_mailbox,
    "application/rss+xml": load_feed,
    "application/zip": load_zip,
}
PARSER_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What parsers are seen to raise on damaged files beside their own errors; memory and time are the fence's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loading:
    """What one file gave: documents, and the parts of it (members, attachments) that could not be used."""

    documents: tuple[Document, ...] = ()
    unread: tuple[Unread, ...] = ()


def load_here(file: File, limits: Limits) -> Loading:
    """Turn one file into documents, in this process. Raises SourceError where none comes out.

    A pure function of the file's bytes. `fence.load` does the same in a process that can be ended.
    """
    documents: list[Document] = []
    unread: list[Unread] = []
    for found in _unfold(file, limits, depth=0):
        (documents if isinstance(found, Document) else unread).append(found)  # type: ignore[arg-type]
    if not documents and len(unread) == 1:
        raise SourceError(file.path, unread[0].reason, unread[0].message)
    if not documents and not unread:
        raise SourceError(file.path, "no_text", "the file holds no text")
    return Loading(documents=tuple(documents), unread=tuple(unread))


def _unfold(file: File, limits: Limits, depth: int) -> Iterator[Document | Unread]:
    try:
        media_type, loaded = _loaded(file, limits)
        if depth >= limits.max_depth and loaded.parts:
            raise SourceError("", "too_large", f"files within files more than {limits.max_depth} deep")
        if loaded.text.strip() or not loaded.parts:
            yield _document(file, media_type, loaded, limits)
        if loaded.lost:
            yield Unread(path=file.path, reason="no_text", message=loaded.lost)
    except SourceError as error:
        yield Unread(path=file.path, reason=error.reason, message=error.message)
        return
    for part in loaded.parts:
        yield from _part(file, media_type, part, limits, depth)


def _part(file: File, media_type: str, part: Part, limits: Limits, depth: int) -> Iterator[Document | Unread]:
    side = file.sidecar and replace(file.sidecar, title=None, authors=None, published=None, url=None)
    inner = File(path=f"{file.path}/{part.name}", data=part.data, sidecar=side, latest=file.latest)
    if part.loaded is None:
        yield from _unfold(inner, limits, depth + 1)
        return
    try:
        yield _document(inner, media_type, part.loaded, limits)
    except SourceError as error:
        yield Unread(path=inner.path, reason=error.reason, message=error.message)


def _loaded(file: File, limits: Limits) -> tuple[str, Loaded]:
    if len(file.data) > limits.max_bytes:
        raise SourceError("", "too_large", f"{len(file.data):,} bytes; the limit is {limits.max_bytes:,}")
    media_type = detect(file.data, file.path)
    return media_type, load_as(media_type, file.data, limits)


def load_as(media_type: str, data: bytes, limits: Limits) -> Loaded:
    """Use the loader of a media type. Raises SourceError, whatever its parser raises on a damaged file."""
    try:
        return LOADERS[media_type](data, limits)
    except PARSER_FAULTS as error:
        raise SourceError("", "damaged", f"its parser cannot make sense of it ({type(error).__name__})") from None


def _document(file: File, media_type: str, loaded: Loaded, limits: Limits) -> Document:
    if not loaded.text.strip():
        raise SourceError("", "no_text", "the file holds no text")
    if (words := len(loaded.text.split())) > limits.max_words:
        raise SourceError("", "too_long", f"{words:,} words; the limit is {limits.max_words:,}")
    blocks = lay_out(loaded.text, loaded.blocks)
    digest = sha256(file.data).hexdigest()
    source = Source(
        id=digest,
        path=file.path,
        media_type=media_type,
        sha256=digest,
        words=words,
        text=loaded.text,
        origin=digest,
        language=language_of(loaded.text),
    )
    source = about(source, blocks, loaded, file.sidecar, file.latest)
    return Document(source=source, blocks=_titled(blocks, source), pages=loaded.pages)


def _titled(blocks: Sequence[Block], source: Source) -> tuple[Block, ...]:
    """Mark the headings that repeat the source's title."""
    return tuple(
        replace(block, kind="title") if block.kind == "heading" and _line(source, block) == source.title else block
        for block in blocks
    )


def _line(source: Source, block: Block) -> str:
    return " ".join(source.text[block.start : block.end].split()).lstrip("# ")
