"""Print the PDF of an edited Word document, in house style, with a report of what was edited."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import EditError, RenderError, RequestError
from briefgen.render.edited import Edits, read_edits
from briefgen.render.theme import Theme, load_theme
from briefgen.render.word_text import plain_text
from briefgen.terminal import DONE, INCOMPLETE, notes_elsewhere, result
from briefgen.wording import Words, counted, words

if TYPE_CHECKING:
    from briefgen.render.pdf import Revision

Say = Callable[[str], None]


def print_edited(path: Path, output: Path | None, theme_name: str | None, say: Say) -> int:
    """Print a DOCX that somebody has edited; give the exit code.

    The report goes to stdout. Raises EditError where the document is none of briefgen's, RenderError where nothing can be
    written. The document itself is only read.
    """
    from briefgen.render.pdf import printed
    from briefgen.render.write import write

    output = output or path.with_suffix(".pdf")
    edits = read_edits(_content(path, output), str(path))
    theme = _theme(edits, theme_name, path)
    lost: list[str] = []
    revision = _revision(edits, theme, lost)
    made = printed(edits.brief, theme, revision if edits.any else replace(revision, told=""))
    write(output, made.data)
    for line in revision.told.splitlines():
        result(line)
    for unplaced in lost:
        say(f"briefgen: NOT in the PDF: {unplaced[:200]}")
    if made.without_notes:
        say(f"briefgen: {output.name}: {notes_elsewhere(theme)}")
    say(f"written: {output}")
    if lost:
        say(f"briefgen: {counted(len(lost), 'edit')} could not be printed (exit code {INCOMPLETE})")
    return INCOMPLETE if lost else DONE


def _content(path: Path, output: Path) -> bytes:
    """Read the document, which the PDF must not overwrite."""
    if path.suffix.lower() == ".pdf":
        raise RequestError(f"{path}: is a PDF; name the DOCX")
    if output.resolve() == path.resolve():
        raise EditError(f"{output}: is the document itself; name another file for the PDF")
    try:
        return path.read_bytes()
    except OSError as error:
        raise EditError(f"{path}: cannot be read ({error.strerror})") from None


def _revision(edits: Edits, theme: Theme, lost: list[str]) -> Revision:
    """Prepare what printing puts in for the edits, and tell them; `lost` will hold those that found no place."""
    from briefgen.render.also import also_stated
    from briefgen.render.pdf import Revision
    from briefgen.render.redrawn import redrawn
    from briefgen.render.revised import revise
    from briefgen.render.view import sheet

    shown = sheet(edits.brief)
    figures, drawn = redrawn(edits, shown, theme.labels)
    notes = also_stated(edits, replace(shown, figures=figures))
    told = [*report(edits), *(f"  {line}" for line in drawn), *(f"  NOTE     {line}" for line in notes)]

    def with_edits(page: str) -> str:
        made, left = revise(page, edits, _note(edits), figures)
        lost[:] = left  # a page may be set twice
        return made

    return Revision(with_edits, figures, "\n".join((*told, "")))


def _theme(edits: Edits, name: str | None, path: Path) -> Theme:
    try:
        theme = load_theme(name or edits.theme)
    except RenderError as error:
        hint = "" if name else f". {path} was made with it: name its folder with --theme"
        raise RenderError(f"{error}{hint}") from None
    if name:
        return theme
    return replace(theme, paper=edits.settings["paper"], evidence=edits.settings["evidence"])


def _note(edits: Edits) -> str:
    """Say what the marks in the PDF mean; nothing where it holds none."""
    if not any(_numbers(edits)):
        return ""
    told = words(edits.brief.language)
    note = told.say("edited_by_hand", edits=_counts(edits, told))
    return f"{note} {told.say('taken_out_below')}" if edits.gone else note


def _numbers(edits: Edits) -> tuple[int, int, int]:
    """Count the changes, additions and removals."""
    changes = len(edits.changed) + len(edits.emptied) + len(edits.reworded) + len(edits.moved)
    return changes, len(edits.added), len(edits.gone)


def _counts(edits: Edits, told: Words) -> str:
    kinds = zip(_numbers(edits), ("change", "addition", "removal"), strict=True)
    return ", ".join(told.count(number, noun) for number, noun in kinds if number) or told.say("nothing")


def report(edits: Edits) -> Iterator[str]:
    """Tell what was edited, a line each."""
    if any(_numbers(edits)):
        yield f"edited: {_counts(edits, words('en'))}"
    elif edits.unprinted:
        yield "edited: only what stands outside the text, which the PDF does not show"
    else:
        yield "edited: nothing; the document says what briefgen made"
    for change in edits.changed:
        yield f"  changed  {change.path}: {change.before!r} is now {change.after!r}"
    for path in edits.emptied:
        yield f"  emptied  {path}: {edits.base[path]!r}"
    for number, text in edits.reworded.items():
        before, after = plain_text(edits.paragraphs[number], edits.base), plain_text(text, edits.now)
        yield f"  reworded {before!r} is now {after!r}"
    for place in edits.moved:
        yield f"  moved    {edits.words_as_made(place.places)!r}"
    for unit in edits.gone:
        yield f"  removed  {'the row ' if len(unit) > 1 else ''}{edits.words_as_made(unit)!r}"
    for addition in edits.added:
        yield f"  added    {addition.words!r}"
    for outside in edits.unprinted:
        yield f"  outside  {outside!r}"
    for remark in edits.remarks:
        yield f"  comment  {remark}"
    if edits.tracked:
        yield f"  {counted(edits.tracked, 'tracked change')} read as accepted"
