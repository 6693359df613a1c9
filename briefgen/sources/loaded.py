"""What a loader gives: the text, and what the format itself says of its origin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from briefgen.model import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file inside a file: a member of an archive, an attachment of a message, a message of a mailbox.

    `name` is how it is called within the outer file; `loaded` is given where the outer format has read it already (an
    entry of a feed), `data` where it is a file of its own.
    """

    name: str
    data: bytes
    loaded: Loaded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A file's final text with the format's own metadata (None where it has none).

    `published` is a day of publication; `written` is when the file was made, which may be a conversion years later.

    `blocks` are the paragraphs as the format marks them, in order and without overlap: "prose" means that only layout
    can tell the kind; empty where the text's line ends are all there is. `pages` as in `Document`. `parts` are the
    files inside this one; a mere container has no text of its own. `lost` tells what of the file cannot be read.
    """

    text: str = ""
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    written: date | None = None
    url: str | None = None
    language: str | None = None
    marking: str | None = None
    blocks: tuple[Block, ...] = ()
    pages: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()
    lost: str | None = None
