"""Prove every passage of a brief.json, or of the one that a PDF or DOCX carries, against its sources."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import Literal

from briefgen.contract import check, from_json, is_sealed
from briefgen.errors import CheckError, RequestError
from briefgen.model import Brief, Source
from briefgen.render.carrying import EDITS_NAME
from briefgen.terminal import result
from briefgen.wording import counted

DONE, NOTHING, USAGE = 0, 1, 2
Fate = Literal["same", "changed", "absent", "within"]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fates:
    """The paths of a brief's sources by what became of their files since.

    The same bytes, others, not found, or within another file (an archive, a mailbox), whose parts are not compared.
    """

    same: tuple[str, ...]
    changed: tuple[str, ...]
    absent: tuple[str, ...]
    within: tuple[str, ...] = ()

    def told(self, folders: Sequence[Path]) -> str:
        """Say it in a few words; `folders` are those that the user named."""
        where = "in " + ", ".join(map(str, folders))
        if folders and not (self.same or self.changed or self.within):
            number = len(self.absent)
            return f"{f'none of the {number} source files' if number > 1 else 'no source file'} is {where}"
        if not (self.same or self.changed):
            return "the sources' own files are not here; name their folder too, to compare them"
        told = [
            f"changed since: {', '.join(self.changed)}" if self.changed else "",
            f"{counted(len(self.same), 'source file')} unchanged" if self.same and not self.changed else "",
            f"not found{' ' + where if folders else ''}: {', '.join(self.absent)}" if self.absent else "",
            f"not compared, as they are parts of other files: {', '.join(self.within)}" if self.within else "",
        ]
        return "; ".join(filter(None, told))


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
    unchanged = is_sealed(brief)
    told = [
        f"{counted(proved, 'passage')} of {counted(_facts(brief), 'fact')} in {counted(len(brief.sources), 'source')}",
        WORDS[unchanged],
        fates.told(folders),
        _by_hand(path),
    ]
    # a file that merely lies beside the brief may be another of the same name: then it is told, but proves nothing
    refuted = unchanged is False or bool(folders and (fates.changed or fates.absent))
    result(f"{path}: {'NOT proved' if refuted else 'proved'}: {'; '.join(filter(None, told))}")
    return NOTHING if refuted else DONE


WORDS = {
    True: "every sentence is as briefgen made it",
    False: "but what the brief says was CHANGED since briefgen made it, its sentences are not proved",
    None: "the sentences themselves are not checked, the brief has no seal",
}
"""What the seal of a brief proves, by whether it is whole; None where there is none."""


def _facts(brief: Brief) -> int:
    facts = (brief.key_points, brief.actors, brief.meetings, brief.designations, brief.views, brief.discrepancies)
    return sum(map(len, facts))


def compare(brief: Brief, folders: Sequence[Path]) -> Fates:
    """Compare the sources' files, looked for below the folders, with the SHA-256 that the brief has of their bytes."""
    fates: dict[Fate, list[str]] = {"same": [], "changed": [], "absent": [], "within": []}
    for source in brief.sources:
        found = {_fate(source, folder) for folder in folders}
        fates[next((fate for fate in fates if fate in found), "absent")].append(source.path)
    return Fates(**{fate: tuple(paths) for fate, paths in fates.items()})


def _fate(source: Source, folder: Path) -> Fate:
    """Tell what became of a source's file below the folder."""
    shown = PurePosixPath(source.path)
    if (
        not shown.parts or shown.is_absolute() or ".." in shown.parts
    ):  # a brief from elsewhere must not make us read any file it likes
        return "absent"
    # where two folders hold files of one name, a source is shown with the name of its folder
    roots = [folder, folder.parent] if folder.name == shown.parts[0] else [folder]
    for path in (root / shown for root in roots):
        if path.is_file():
            try:
                with path.open("rb") as stream:
                    return "same" if file_digest(stream, "sha256").hexdigest() == source.sha256 else "changed"
            except OSError:
                return "absent"
    holders = (root / up for root in roots for up in shown.parents if up.parts)
    return "within" if any(holder.is_file() for holder in holders) else "absent"


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
    if data.lstrip()[:1] == b"<":
        raise RequestError(f"{path}: a page cannot be checked; name brief.json, the PDF or the DOCX")
    return from_json(data, str(path))


def _by_hand(path: Path) -> str:
    """Say whether somebody has written in a file since briefgen made it, or in the document that it was printed from."""
    from briefgen.render.carrying import carried, is_as_made

    data = path.read_bytes()
    if data.startswith(b"PK") and carried(data) is not None and not is_as_made(data):
        return "the document was saved by somebody since it was made, and what they wrote is not proved"
    if data.startswith(b"%PDF") and (report := _attached(data, EDITS_NAME)):
        edits = report.decode(errors="replace").splitlines()[0].removeprefix("edited: ")
        return (
            f"the PDF carries edits by hand ({edits}; {EDITS_NAME} in it tells them), and what they say is not proved"
        )
    return ""


def _attached(data: bytes, name: str) -> bytes | None:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as document:
        return document.attachments[name].get_file().read_bytes() if name in document.attachments else None


def _of_pdf(data: bytes, path: Path) -> bytes:
    import pikepdf

    try:
        found = _attached(data, "brief.json")
    except pikepdf.PasswordError:
        raise RequestError(f"{path}: is protected with a password") from None
    except (pikepdf.PdfError, ValueError, RuntimeError, KeyError) as error:
        raise RequestError(f"{path}: is no readable PDF ({error})") from None
    if found is None:
        raise RequestError(f"{path}: carries no brief.json. Only PDFs made by briefgen can be checked")
    return found


def _of_docx(data: bytes, path: Path) -> str:
    from briefgen.render.carrying import carried
    from briefgen.render.edited import MADE_CLEAN, why_none

    found = carried(data)
    if found is None:
        raise RequestError(f"{path}: {why_none(data)}")
    if "brief" not in found:
        raise RequestError(f"{path}: {MADE_CLEAN}. Check the brief.json beside it")
    return json.dumps(found["brief"])
