"""Step 1, select: which files are read, in a fixed order, and why each is in or out."""

from __future__ import annotations

import fnmatch
import os
import stat
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from briefgen.errors import RequestError, SourceError
from briefgen.model import File, LeftOut, Limits, Period, Sidecar, Unread
from briefgen.sources.shown import printable

SIDECAR = ".meta.toml"
SETTINGS = "briefgen.toml"
TEXT_FIELDS = ("title", "publisher", "url", "language", "grade", "marking")


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What the user wants. `include`, `exclude`: glob patterns over the path shown; the rest is for `sift`.

    `languages` are ISO 639-1 codes; `match` is a query (see `query`); `undated` keeps documents without a date when a
    period is asked for.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    period: Period | None = None
    publishers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    match: str | None = None
    undated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """The files to read as (path shown, path on disk), in order, and those that are not, with the reason."""

    files: tuple[tuple[str, Path], ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unread: tuple[Unread, ...] = ()


def select(paths: Sequence[Path], selection: Selection | None = None) -> Selected:
    """List the files under `paths`: folders are walked in name order; hidden files, sidecars and settings are no sources.

    A file is shown by its path below the folder given. Raises RequestError where a path does not exist.
    """
    wanted = selection or Selection()
    files: dict[Path, str] = {}
    left_out: list[LeftOut] = []
    unread: list[Unread] = []
    folders: dict[Path, Path] = {}
    for given in paths:
        if not os.path.lexists(given):
            raise RequestError(f"{printable(str(given))}: no such file or folder")
        for name, path in _walk(given):
            shown = printable(name)
            why = _unusable(path, given)
            if not _wanted(name, wanted):
                left_out.append(
                    LeftOut(path=shown, reason="filtered", message="the include and exclude patterns leave it out")
                )
            elif why is not None:
                unread.append(Unread(path=shown, reason="unsupported", message=why))
            else:
                real = _real(path, folders)
                if files.setdefault(real, shown) != shown and path.is_symlink():
                    twin = f"a link to {files[real]}, which is read already"
                    left_out.append(LeftOut(path=shown, reason="duplicate", message=twin))
    return Selected(files=tuple(_distinct(files)), left_out=tuple(left_out), unread=tuple(unread))


def _walk(given: Path) -> Iterator[tuple[str, Path]]:
    """Give (name below `given`, path) of each file, and of each folder that cannot be entered."""
    if not given.is_dir():
        yield given.name, given
        return
    closed: list[str] = []
    for folder, subfolders, names in os.walk(given, onerror=lambda error: closed.append(str(error.filename))):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        links = [name for name in subfolders if os.path.islink(os.path.join(folder, name))]
        for name in sorted([*names, *links]):
            if not name.startswith(".") and not name.endswith(SIDECAR) and name != SETTINGS:
                path = Path(folder, name)
                yield path.relative_to(given).as_posix(), path
    for folder in sorted(closed):
        yield Path(folder).relative_to(given).as_posix(), Path(folder)


def _real(path: Path, folders: dict[Path, Path]) -> Path:
    """Give the place of a file, all links followed; a folder is looked up once for all of its files."""
    if path.is_symlink():
        return path.resolve()
    if path.parent not in folders:
        folders[path.parent] = path.parent.resolve()
    return folders[path.parent] / path.name


def _unusable(path: Path, given: Path) -> str | None:
    """Tell why a path is no file to read, or None."""
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            return _misled(path, given)
    except (OSError, RuntimeError):  # a link to itself
        return "a link that leads nowhere"
    if stat.S_ISDIR(mode):
        return "a folder that cannot be opened"
    if not stat.S_ISREG(mode):
        return "not a regular file"
    return "a record of another file's origin, not a source" if path.name.endswith(SIDECAR) else None


def _misled(link: Path, given: Path) -> str | None:
    """Tell why a link is not followed, or None. Raises OSError or RuntimeError for one that leads nowhere."""
    real = link.resolve()
    if given.is_dir() and not real.is_relative_to(given.resolve()):
        return "a link that leads out of the folder"
    if link.is_dir():
        return "a link to a folder is not followed"
    if not link.is_file():
        return "not a regular file" if link.exists() else "a broken link"
    return "a record of another file's origin, not a source" if link.name.endswith(SIDECAR) else None


def _wanted(shown: str, selection: Selection) -> bool:
    def hit(patterns: tuple[str, ...]) -> bool:
        return any(fnmatch.fnmatchcase(shown, pattern) for pattern in patterns)

    return (not selection.include or hit(selection.include)) and not hit(selection.exclude)


def _distinct(files: dict[Path, str]) -> Iterable[tuple[str, Path]]:
    """Show the folder's name too where two given folders hold files of one name."""
    seen: dict[str, int] = {}
    for shown in files.values():
        seen[shown] = seen.get(shown, 0) + 1
    for real, shown in files.items():
        depth = len(Path(shown).parts)
        yield (printable("/".join(real.parts[-depth - 1 :])) if seen[shown] > 1 else shown), real


def read_file(shown: str, path: Path, limits: Limits | None = None) -> File:
    """Read a file and the sidecar beside it.

    Raises RequestError for a broken sidecar, SourceError for a file that is too large or that the system does not let
    us read.
    """
    side = path.with_name(path.name + SIDECAR)
    sidecar = read_sidecar(side) if side.is_file() and not side.is_symlink() else None
    most = (limits or Limits()).max_bytes
    # a file may have been replaced by a pipe or a link since it was listed: opening must not wait, nor lead elsewhere
    flags = os.O_RDONLY | sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_BINARY", "O_NOFOLLOW"))
    try:
        with open(os.open(path, flags), "rb") as stream:
            status = os.fstat(stream.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise SourceError(shown, "unsupported", "not a regular file")
            data = stream.read(most + 1) if status.st_size <= most else b""
    except OSError as error:
        raise SourceError(shown, "damaged", f"cannot be read: {error.strerror or error}") from None
    if status.st_size > most or len(data) > most:
        raise SourceError(shown, "too_large", f"{max(status.st_size, len(data)):,} bytes; the limit is {most:,}")
    return File(path=shown, data=data, sidecar=sidecar)


def read_sidecar(path: Path) -> Sidecar:
    """Read `FILE.meta.toml`. Raises RequestError that names the file and the key."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RequestError(f"{path}: not valid TOML: {error}") from None
    unknown = sorted(set(raw) - {*TEXT_FIELDS, "authors", "published"})
    if unknown:
        raise RequestError(
            f"{path}: unknown key {unknown[0]!r}; known are title, publisher, authors, published, url, "
            "language, grade, marking"
        )
    for key in TEXT_FIELDS:
        if key in raw and not isinstance(raw[key], str):
            raise RequestError(f"{path}: {key}: expected text in quotes, found {raw[key]!r}")
    authors = raw.get("authors")
    if authors is not None and not (isinstance(authors, list) and all(isinstance(name, str) for name in authors)):
        raise RequestError(f'{path}: authors: expected a list of names, such as ["Jane Doe"]')
    return Sidecar(
        authors=None if authors is None else tuple(authors),
        published=_day(raw.get("published"), path),
        **{key: raw.get(key) for key in TEXT_FIELDS},
    )


def _day(value: object, path: Path) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise RequestError(f"{path}: published: expected a day such as 2023-10-29, found {value!r}") from None
