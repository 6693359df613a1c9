"""What the commands show a person: progress, tables and summaries; rich where stderr is a terminal, plain text elsewhere."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from briefgen.build import Digester, Progress, Request, build, nothing_usable, silent, survey
from briefgen.config import Order
from briefgen.contract import plain
from briefgen.errors import MissingLibraryError
from briefgen.model import Brief, Limits
from briefgen.sources import select
from briefgen.wording import counted, day, visible

if TYPE_CHECKING:
    from briefgen.render.theme import Theme

DONE, NOTHING, INCOMPLETE = 0, 1, 3
SHOWN = 5
"""Files that a summary names, of those unread or left out."""
LISTED = "path title authors publisher published published_from refused_date url language marking words".split()
STEPS = {"load": "Loading sources", "read": "Reading sources", "merge": "Merging facts", "render": "Writing"}


def note(text: str) -> None:
    """Write a line to stderr, control characters and bidirectional overrides made visible."""
    print(visible(text), file=sys.stderr)


def result(text: str) -> None:
    """Write a line to stdout in the same way."""
    print(visible(text))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A brief, the files written, what could not be made with what to do, and notes for the user."""

    brief: Brief
    written: tuple[Path, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Tell whether every file was read and every output made."""
        return not self.missing and not self.brief.unread

    @property
    def told(self) -> list[str]:
        """Say in a few lines what was made, what was not, and where it is."""
        return [*summary(self.brief, self.written), *self.notes, *self.missing]


def make(order: Order, digester: Digester | None = None) -> Made:
    """Make a brief and write its outputs; a folder made for them goes again where nothing comes of it."""
    from briefgen.render.theme import load_theme

    theme = load_theme(order.theme).proving(order.evidence, clean=order.clean)
    with _folder(order.output), progress() as show:
        brief = build(
            replace(order.request, language=theme.language), jobs=order.jobs, progress=show, digester=digester
        )
        written, missing, notes = write_outputs(brief, order, theme, show)
    return Made(brief=brief, written=tuple(written), missing=tuple(missing), notes=tuple(notes))


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    from briefgen.render.write import alone_in, prepare_folder

    new = not folder.exists()
    prepare_folder(folder)
    try:
        with alone_in(folder):
            yield
    finally:
        if new:
            with suppress(OSError):  # it holds something
                folder.rmdir()


def build_and_report(order: Order) -> int:
    """Make a brief, write its outputs and say what was made; give the exit code."""
    made = make(order)
    for line in made.told:
        note(line)
    if not made.written:
        return NOTHING
    if order.strict and not made.complete:
        note(f"briefgen: incomplete, and --strict was asked for: exit code {INCOMPLETE}")
        return INCOMPLETE
    return DONE


def explain_and_report(order: Order, key: str) -> int:
    """Make a brief, write nothing, and print why the fact with this id is as it is; give the exit code."""
    from briefgen.explaining import explain

    with progress() as show:
        brief = build(order.request, jobs=order.jobs, progress=show)
    for line in explain(brief, key):
        result(line)
    return DONE


def write_outputs(
    brief: Brief, order: Order, theme: Theme, show: Progress = silent
) -> tuple[list[Path], list[str], list[str]]:
    """Render and write each format asked for; give the paths written, what could not be made with what to do, and notes.

    Where the PDF libraries are missing the other formats are still made.
    """
    from briefgen.render.write import write

    written: list[Path] = []
    missing: list[str] = []
    notes: list[str] = []
    for number, name in enumerate(order.formats):
        show("render", number, len(order.formats))
        path = order.output / f"brief.{name}"
        try:
            data, said = _rendered(name, brief, theme)
            notes += said
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


def _rendered(name: str, brief: Brief, theme: Theme) -> tuple[bytes, list[str]]:
    """Render one format; for the PDF also say which characters no typeface has, and where footnotes could not be."""
    from briefgen.render import RENDERERS

    if name != "pdf":
        return RENDERERS[name](brief, theme), []
    from briefgen.render.glyphs import named
    from briefgen.render.pdf import printed

    made = printed(brief, theme)
    notes = []
    if made.missing:
        notes.append(
            f"briefgen: brief.pdf: no typeface of theme {theme.name} has {named(made.missing)}; code points stand there. "
            "A font that has them may be put into the theme's folder fonts/"
        )
    if made.without_notes:
        notes.append(f"briefgen: brief.pdf: {notes_elsewhere(theme)}")
    return made.data, notes


def notes_elsewhere(theme: Theme) -> str:
    """Say where the passages stand that could not be footnotes of the PDF."""
    where = "brief.html and brief.json hold them" if theme.one_page else "they stand in an annex"
    return f"as the pages break, footnotes would be lost; the passages are none there, {where}"


def _edited(path: Path) -> Path | None:
    """Give another name where a brief.docx stands that somebody has changed: edits are never overwritten."""
    from briefgen.render.carrying import is_as_made

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
    for entries, fate in ((brief.unread, "could not be used"), (brief.left_out, "left out")):
        if entries:
            lines.append(f"{counted(len(entries), 'file')} {fate}:")
            lines += [f"  {entry.path}: {entry.message}" for entry in entries[:SHOWN]]
        if len(entries) > SHOWN:
            lines.append(f"  and {len(entries) - SHOWN} more; the brief names them all")
    lines += [f"  {source.path}: the date {source.refused_date}" for source in brief.sources if source.refused_date]
    for key, noun in (("views", "statement"), ("actors", "name")):
        number = brief.method.options.get(f"{key}_not_shown")
        if isinstance(number, int) and number > 0:
            further = counted(number, f"further {noun}")
            lines.append(f"{further} not shown for want of room; most_{key} = 0 in briefgen.toml shows all")
    if written:
        lines.append("written: " + ", ".join(str(path) for path in written))
        if any(path.suffix == ".json" for path in written):
            lines.append(f"prove it with: briefgen check {next(p for p in written if p.suffix == '.json')}")
    return lines


def report_sources(request: Request, *, as_json: bool) -> int:
    """Show which files would be used and why each is in or out; give the exit code."""
    with progress() as show:
        found = survey(request, show)
    paths = {source.id: source.path for source in found.sources}
    copies = {s.id: paths.get(origin) for s in found.sources if (origin := found.origins.get(s.id, s.id)) != s.id}
    if as_json:
        listed = [
            {**{key: plain(getattr(s, key)) for key in LISTED}, "copy_of": copies.get(s.id)} for s in found.sources
        ]
        told = {"sources": listed, "unread": plain(found.unread), "left_out": plain(found.left_out)}
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return DONE if found.sources else NOTHING
    rows = [
        (
            s.path,
            day(s.published) if s.published else "undated",
            s.published_from or "–",
            s.publisher or "–",
            s.language or "–",
            str(s.words),
            *([copies.get(s.id) or "–"] if copies else []),
            s.title or "–",
        )
        for s in found.sources
    ]
    if rows:
        copy = ["copy of"] if copies else []
        table(("file", "date", "dated by", "publisher", "language", "words", *copy, "title"), rows, sys.stdout)
    for source in found.sources:
        if source.refused_date:
            result(f"note      {source.path}: the date {source.refused_date}")
    for entry in found.unread:
        result(f"unread    {entry.path}: {entry.message}")
    for other in found.left_out:
        result(f"left out  {other.path}: {other.message}")
    if not found.sources:
        note("briefgen: " + nothing_usable(request.sources, found.unread, found.left_out, listed=True))
    return DONE if found.sources else NOTHING


def table(head: Sequence[str], rows: Sequence[Sequence[str]], stream: TextIO) -> None:
    """Write a table: with rules and wrapped cells on a terminal, else a plain line for each row."""
    shown = [[visible(cell).replace("\n", " ") for cell in row] for row in (head, *rows)]
    if stream.isatty():
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        grid = Table()
        for cell in shown[0]:
            grid.add_column(cell, overflow="fold")  # a name that is cut off cannot be found
        for row in shown[1:]:
            grid.add_row(*map(Text, row))
        Console(file=stream).print(grid)
        return
    widths = [min(44, max(len(row[place]) for row in shown)) for place in range(len(head))]
    for row in shown:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip(), file=stream)


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
