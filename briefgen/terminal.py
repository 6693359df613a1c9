"""What the commands show a person: progress, tables and summaries; rich where stderr is a terminal, plain text elsewhere."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.build import Progress, Request, build, digest_all, silent
from briefgen.config import Order
from briefgen.contract import plain
from briefgen.errors import MissingLibraryError
from briefgen.model import Brief, Limits
from briefgen.sources import cluster, select, sift
from briefgen.wording import counted, day

if TYPE_CHECKING:
    from briefgen.model import Source
    from briefgen.render.theme import Theme

DONE, NOTHING, INCOMPLETE = 0, 1, 3
STEPS = {"read": "Reading sources", "merge": "Merging facts", "render": "Writing"}


def note(text: str) -> None:
    """Write a line to stderr, control characters and bidirectional overrides made visible."""
    print("".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text), file=sys.stderr)


@contextmanager
def progress() -> Iterator[Progress]:
    """Show progress bars on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bars

    with Bars(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bars:
        tasks = {}

        def show(step: str, done: int, of: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(STEPS.get(step, step), total=of)
            bars.update(tasks[step], completed=done, total=of)

        yield show


def build_and_report(order: Order) -> int:
    """Make a brief, write its outputs and say what was made; give the exit code."""
    from briefgen.render.theme import load_theme
    from briefgen.render.write import prepare_folder

    theme = load_theme(order.theme)
    prepare_folder(order.output)
    with progress() as show:
        brief = build(order.request, jobs=order.jobs, progress=show)
        written, missing, notes = write_outputs(brief, order, theme, show)
    for line in (*summary(brief, written), *notes, *missing):
        note(line)
    if not written:
        return NOTHING
    return INCOMPLETE if order.strict and (missing or brief.unread) else DONE


def write_outputs(
    brief: Brief, order: Order, theme: Theme, show: Progress = silent
) -> tuple[list[Path], list[str], list[str]]:
    """Render and write each format asked for; give the paths written, what could not be made with what to do, and notes.

    Where the PDF libraries are missing the other formats are still made.
    """
    from briefgen.render import RENDERERS
    from briefgen.render.write import write

    written: list[Path] = []
    missing: list[str] = []
    notes: list[str] = []
    for number, name in enumerate(order.formats):
        show("render", number, len(order.formats))
        path = order.output / f"brief.{name}"
        try:
            data = RENDERERS[name](brief, theme)
        except MissingLibraryError as error:
            missing.append(f"briefgen: no PDF was made: {error}")
            continue
        if name == "docx" and (kept := _edited(path)):
            path = kept
            notes.append(
                f"briefgen: {order.output / 'brief.docx'} was changed since it was made and is kept; the new one is {kept}"
            )
        write(path, data)
        written.append(path)
    show("render", len(order.formats), len(order.formats))
    return written, missing, notes


def _edited(path: Path) -> Path | None:
    """Give another name where a brief.docx stands that somebody has changed: edits are never overwritten."""
    from briefgen.render.docx import is_as_made

    if not path.exists() or is_as_made(path.read_bytes()):
        return None
    return next(
        new
        for n in count(1)
        if not (new := path.with_name(f"brief.new{n if n > 1 else ''}.docx")).exists() or is_as_made(new.read_bytes())
    )


def summary(brief: Brief, written: Sequence[Path]) -> list[str]:
    """Say in a few lines what is in a brief and where it is."""
    lines = [
        f"{counted(len(brief.sources), 'source')}: {counted(len(brief.actors), 'actor')}, {counted(len(brief.meetings), 'meeting')}, "
        f"{counted(len(brief.designations), 'designation')}, {counted(len(brief.views), 'view')}, "
        f"{counted(len(brief.discrepancies), 'disagreement')}"
    ]
    if brief.unread:
        lines.append(
            f"{counted(len(brief.unread), 'file')} could not be used: "
            + "; ".join(f"{u.path} ({u.message})" for u in brief.unread[:5])
        )
    if brief.left_out:
        lines.append(
            f"{counted(len(brief.left_out), 'file')} left out: "
            + "; ".join(f"{u.path} ({u.message})" for u in brief.left_out[:5])
        )
    if written:
        lines.append("written: " + ", ".join(str(path) for path in written))
        if any(path.suffix == ".json" for path in written):
            lines.append(f"prove it with: briefgen check {next(p for p in written if p.suffix == '.json')}")
    return lines


def report_sources(request: Request, *, as_json: bool) -> int:
    """Show which files would be used and why each is in or out; give the exit code."""
    selected = select(request.sources, request.selection)
    with progress() as show:
        outcomes = digest_all(selected.files, request.limits, 1, show)
    documents = [d.document for outcome in outcomes for d in outcome.digests]
    kept, left_out = sift(documents, request.selection)
    copies = cluster(kept)
    dropped = {entry.path for entry in copies.left_out}
    sources = [d.source for d in kept if d.source.path not in dropped]
    unread = [*selected.unread, *(u for outcome in outcomes for u in outcome.unread)]
    out = [*selected.left_out, *left_out, *copies.left_out]
    origins = dict(copies.origins)
    if as_json:
        listed = [
            {
                "path": s.path,
                "title": s.title,
                "published": plain(s.published),
                "published_from": s.published_from,
                "publisher": s.publisher,
                "language": s.language,
                "words": s.words,
                "copy_of": next((o.path for o in sources if o.id == origins.get(s.id) and o.id != s.id), None),
            }
            for s in sources
        ]
        print(
            json.dumps(
                {"sources": listed, "unread": plain(unread), "left_out": plain(out)}, ensure_ascii=False, indent=2
            )
        )
        return DONE if sources else NOTHING
    _table(sources, origins)
    for entry in unread:
        print(_safe(f"unread    {entry.path}: {entry.message}"))
    for other in out:
        print(_safe(f"left out  {other.path}: {other.message}"))
    if not sources:
        note("briefgen: none of the files could be used")
    return DONE if sources else NOTHING


def _safe(text: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in text)


def _table(sources: Sequence[Source], origins: dict[str, str]) -> None:
    by_id = {source.id: source for source in sources}
    rows = [("file", "date", "from", "publisher", "language", "words", "title")]
    for s in sources:
        origin = origins.get(s.id, s.id)
        copy = f" (copies {by_id[origin].path})" if origin != s.id and origin in by_id else ""
        rows.append(
            (
                s.path + copy,
                day(s.published) if s.published else "undated",
                s.published_from or "–",
                s.publisher or "–",
                s.language or "–",
                str(s.words),
                s.title or "–",
            )
        )
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(*rows[0])
        for row in rows[1:]:
            table.add_row(*(Text(_safe(cell)) for cell in row))
        Console().print(table)
        return
    widths = [min(44, max(len(row[i]) for row in rows)) for i in range(len(rows[0]) - 1)]
    for row in rows:
        print(
            _safe(
                "  ".join([*(cell.ljust(width) for cell, width in zip(row[:-1], widths, strict=True)), row[-1]])
            ).rstrip()
        )


def report_inspection(paths: tuple[Path, ...]) -> int:
    """Print one JSON line a source; give the exit code."""
    from briefgen.inspection import inspect_files

    selected = select(paths)
    good = 0
    for found in inspect_files(selected.files, Limits()):
        good += "text" in found
        print(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8"))
    for entry in selected.unread:
        print(json.dumps(plain(entry), ensure_ascii=False))
    if not good:
        note(
            "briefgen: none of the files could be used"
            if selected.files or selected.unread
            else "briefgen: no files to read"
        )
    return DONE if good else NOTHING
