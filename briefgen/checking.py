"""Prove every passage of a brief.json, or of the one that a PDF or DOCX carries, against its sources."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from briefgen.contract import check, from_json
from briefgen.errors import CheckError, RequestError
from briefgen.model import Brief
from briefgen.wording import counted

DONE, NOTHING, USAGE = 0, 1, 2


def check_files(files: Sequence[Path], say: Callable[[str], None]) -> int:
    """Check files and print a line for each; give the exit code: 0 all proved, 1 one is not, 2 one is no brief."""
    code = DONE
    for path in files:
        try:
            brief = read_brief(path)
            proved = check(brief)
        except RequestError as error:
            say(f"briefgen: {error}")
            code = USAGE
        except CheckError as error:
            print(f"{path}: NOT proved: {error}")
            code = max(code, NOTHING)
        else:
            facts = sum(
                map(
                    len,
                    (
                        brief.key_points,
                        brief.actors,
                        brief.meetings,
                        brief.designations,
                        brief.views,
                        brief.discrepancies,
                    ),
                )
            )
            print(
                f"{path}: {counted(proved, 'passage')} of {counted(facts, 'fact')} proved in {counted(len(brief.sources), 'source')}"
                + _files_today(brief, path.parent)
            )
    return code


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


def _of_pdf(data: bytes, path: Path) -> bytes:
    import io

    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            if "brief.json" in document.attachments:
                return document.attachments["brief.json"].get_file().read_bytes()
    except pikepdf.PdfError as error:
        raise RequestError(f"{path}: is no readable PDF ({error})") from None
    raise RequestError(f"{path}: carries no brief.json. Only PDFs made by briefgen can be checked")


def _of_docx(data: bytes, path: Path) -> str:
    from briefgen.render.docx import carried

    found = carried(data)
    if found is None or "brief" not in found:
        raise RequestError(f"{path}: carries no brief. Only documents made by briefgen can be checked")
    return json.dumps(found["brief"])


def _files_today(brief: Brief, beside: Path) -> str:
    """Say whether the sources' files still are what they were, where they can be found."""
    same, changed = 0, []
    for source in brief.sources:
        path = next((p for p in (Path(source.path), beside / source.path) if p.is_file()), None)
        if path is None:
            continue
        if sha256(path.read_bytes()).hexdigest() == source.sha256:
            same += 1
        else:
            changed.append(source.path)
    if changed:
        return f"; changed since: {', '.join(changed)}"
    return f"; {counted(same, 'source file')} unchanged" if same else ""
