"""Prove every passage of a brief.json, or of the one that a PDF or DOCX carries, against its sources."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from briefgen.contract import check, from_json
from briefgen.errors import CheckError, RequestError
from briefgen.model import Brief, Source
from briefgen.terminal import result
from briefgen.wording import counted

DONE, NOTHING, USAGE = 0, 1, 2
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fates:
    """The paths of a brief's sources by what became of their files since: the same bytes, others, or not found."""

    same: tuple[str, ...]
    changed: tuple[str, ...]
    absent: tuple[str, ...]

    @property
    def told(self) -> str:
        """Say it in a few words."""
        if self.changed:
            return f"changed since: {', '.join(self.changed)}"
        if not self.same:
            return "the sources' own files are not here; name their folder too, to compare them"
        absent = f", {len(self.absent)} not found" if self.absent else ""
        return f"{counted(len(self.same), 'source file')} unchanged{absent}"


def check_files(files: Sequence[Path], say: Say) -> int:
    """Check files and print a line for each; folders among them are where the sources' files are looked for.

    Gives the exit code: 0 all is proved; 1 a passage does not stand in its source's text, or a source's file is not
    the one that was read; 2 a file is no brief.
    """
    folders = [path for path in files if path.is_dir()]
    briefs = [path for path in files if not path.is_dir()]
    if not briefs:
        raise RequestError("no brief to check: name a brief.json, or a PDF or DOCX that briefgen made")
    return max(_check_one(path, folders, say) for path in briefs)


def _check_one(path: Path, folders: Sequence[Path], say: Say) -> int:
    try:
        brief = read_brief(path)
        proved = check(brief)
    except RequestError as error:
        say(f"briefgen: {error}")
        return USAGE
    except CheckError as error:
        result(f"{path}: NOT proved: {error}")
        return NOTHING
    near = [place for base in (path.parent, path.parent.parent, Path()) for place in (base, base / "sources")]
    fates = compare(brief, folders or near)
    told = (
        f"{counted(proved, 'passage')} of {counted(_facts(brief), 'fact')} "
        f"in {counted(len(brief.sources), 'source')}; {fates.told}"
    )
    if edited(path):
        told += "; the document was saved by somebody since it was made, and what they wrote is not proved"
    # a file that merely lies beside the brief may be another of the same name: then it is told, but proves nothing
    refuted = bool(folders and fates.changed)
    result(f"{path}: {'NOT proved' if refuted else 'proved'}: {told}")
    return NOTHING if refuted else DONE


def _facts(brief: Brief) -> int:
    facts = (brief.key_points, brief.actors, brief.meetings, brief.designations, brief.views, brief.discrepancies)
    return sum(map(len, facts))


def compare(brief: Brief, folders: Sequence[Path]) -> Fates:
    """Compare the sources' files, looked for below the folders, with the SHA-256 that the brief has of their bytes."""
    fates: dict[bool | None, list[str]] = {True: [], False: [], None: []}
    for source in brief.sources:
        found = [same for folder in folders if (same := _same(source, folder)) is not None]
        fates[any(found) if found else None].append(source.path)
    return Fates(same=tuple(fates[True]), changed=tuple(fates[False]), absent=tuple(fates[None]))


def _same(source: Source, folder: Path) -> bool | None:
    """Tell whether a source's file below the folder has the bytes that were read; None where there is none.

    A source within another file (an archive's member, a message of a mailbox) has bytes of its own: its file is not
    compared.
    """
    shown = PurePosixPath(source.path)
    if (
        not shown.parts or shown.is_absolute() or ".." in shown.parts
    ):  # a brief from elsewhere must not make us read any file it likes
        return None
    # where two folders hold files of one name, a source is shown with the name of its folder
    for path in (folder / shown, *([folder.parent / shown] if folder.name == shown.parts[0] else [])):
        if path.is_file():
            try:
                with path.open("rb") as stream:
                    return file_digest(stream, "sha256").hexdigest() == source.sha256
            except OSError:
                return None
    return None


def read_brief(path: Path) -> Brief:
    """Read the brief in a brief.json, PDF or DOCX. Raises RequestError where there is none."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise RequestError(f"{path}: no such file") from None
    except OSError as error:
        raise RequestError(f"{path}: cannot be read ({error.strerror})") from None
    if data.startswith(b"%PDF"):
        return from_json(_of_pdf(data, path), f"{path}: brief.json")
    if data.startswith(b"PK"):
        return from_json(_of_docx(data, path), f"{path}: brief.json")
    return from_json(data, str(path))


def edited(path: Path) -> bool:
    """Tell whether a file is a DOCX of briefgen's that somebody has saved since."""
    from briefgen.render.carrying import carried, is_as_made

    data = path.read_bytes()
    return data.startswith(b"PK") and carried(data) is not None and not is_as_made(data)


def _of_pdf(data: bytes, path: Path) -> bytes:
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            if "brief.json" in document.attachments:
                return document.attachments["brief.json"].get_file().read_bytes()
    except pikepdf.PasswordError:
        raise RequestError(f"{path}: is protected with a password") from None
    except (pikepdf.PdfError, ValueError, RuntimeError, KeyError) as error:
        raise RequestError(f"{path}: is no readable PDF ({error})") from None
    raise RequestError(f"{path}: carries no brief.json. Only PDFs made by briefgen can be checked")


def _of_docx(data: bytes, path: Path) -> str:
    from briefgen.render.carrying import carried

    found = carried(data)
    if found is None or "brief" not in found:
        raise RequestError(f"{path}: carries no brief. Only documents made by briefgen can be checked")
    return json.dumps(found["brief"])
