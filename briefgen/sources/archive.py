"""Load ZIP archives, and open the ZIP-made formats safely: nothing is unpacked to disk, nothing beyond the limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from briefgen.errors import SourceError
from briefgen.model import Limits
from briefgen.sources.loaded import Loaded, Part
from briefgen.sources.shown import member_name, printable

MOST_MEMBERS = 20_000
CHUNK = 1 << 20


def load_zip(data: bytes, limits: Limits) -> Loaded:
    """Give the members of an archive as parts; hidden files and sidecars are no sources."""
    box = open_zip(data)
    parts: list[Part] = []
    left = limits.max_unpacked
    for member in _members(box):
        name = member_name(member.filename)
        if name.rsplit("/", 1)[-1].startswith(".") or name.startswith("__MACOSX/") or name.endswith(".meta.toml"):
            continue
        content = read_member(box, member, left)
        left -= len(content)
        parts.append(Part(name=name, data=content))
    if not parts:
        raise SourceError("", "no_text", "the archive holds no files")
    return Loaded(parts=tuple(parts))


def open_zip(data: bytes) -> zipfile.ZipFile:
    """Open a ZIP. Raises SourceError for a damaged, encrypted or overfull one."""
    try:
        box = zipfile.ZipFile(io.BytesIO(data))
    except (
        zipfile.BadZipFile,
        ValueError,
        OSError,
        NotImplementedError,
        EOFError,
        RuntimeError,
        OverflowError,
        UnicodeError,
    ) as error:
        raise SourceError("", "damaged", f"the archive cannot be opened: {printable(str(error))}") from None
    if len(box.infolist()) > MOST_MEMBERS:
        raise SourceError("", "too_large", f"the archive holds more than {MOST_MEMBERS:,} files")
    return box


def read_member(box: zipfile.ZipFile, member: zipfile.ZipInfo | str, most: int) -> bytes:
    """Read one member, at most `most` bytes whatever size it claims. Raises SourceError."""
    try:
        with box.open(member) as stream:
            pieces: list[bytes] = []
            size = 0
            while piece := stream.read(CHUNK):
                size += len(piece)
                if size > most:
                    raise SourceError("", "too_large", "the unpacked content is larger than the limit allows")
                pieces.append(piece)
            return b"".join(pieces)
    except RuntimeError as error:  # zipfile says so of members with a password
        raise SourceError(
            "",
            "encrypted" if "password" in str(error) or "encrypt" in str(error) else "damaged",
            f"a member of the archive cannot be read: {printable(str(error))}",
        ) from None
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        EOFError,
        OSError,
        ValueError,
        KeyError,
        OverflowError,
        UnicodeError,
    ) as error:
        raise SourceError("", "damaged", f"a member of the archive cannot be read: {printable(str(error))}") from None


def _members(box: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    for member in sorted(box.infolist(), key=lambda item: item.filename):
        if not member.is_dir():
            yield member
