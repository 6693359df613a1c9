"""The flow. Read this first: a brief is made in eight steps, and `build` is these steps, one line each.

1 select, 2 load, 3 read, 4 extract, 5 merge, 6 assemble, 7 render (`briefgen.render`), 8 revise (an edited DOCX).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from briefgen import __version__
from briefgen.brief import Framing, Option, assemble
from briefgen.contract import check
from briefgen.errors import NothingError, RequestError, SourceError
from briefgen.extract import extract
from briefgen.merge import Wishes, merge
from briefgen.merge.undated import place_in_time
from briefgen.model import Brief, Digest, Document, File, LeftOut, Limits, Period, Unread
from briefgen.reading import read
from briefgen.sources import Selection, cluster, load, read_file, select, sift

Progress = Callable[[str, int, int], None]
"""Called with the step's name, how much is done and how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """All that a user asks of one brief. `prepared` is the date it carries: today's comes from the command line only."""

    sources: tuple[Path, ...]
    prepared: date
    selection: Selection = field(default_factory=Selection)
    limits: Limits = field(default_factory=Limits)
    wishes: Wishes = field(default_factory=Wishes)
    title: str | None = None
    subtitle: str | None = None
    marking: str | None = None
    period: Period | None = None
    previous: Path | None = None
    grades: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Option] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one file gave: digests, and the parts (or the file itself) that could not be used."""

    digests: tuple[Digest, ...] = ()
    unread: tuple[Unread, ...] = ()


Digester = Callable[[Iterator["File | Outcome"], Limits], Iterator[Outcome]]
"""Digests files in order, somewhere: what a cluster's client gives `build` in place of this machine."""


def silent(step: str, done: int, of: int) -> None:
    """Show no progress."""


def build(request: Request, *, jobs: int = 1, progress: Progress = silent, digester: Digester | None = None) -> Brief:
    """Make a brief of the sources asked for.

    Raises RequestError for a wrong request, NothingError where none of the files can be used. A file that cannot
    be used is no error: the brief lists it with the reason.
    """
    previous, previous_hash = _previous(request.previous)
    selected = select(request.sources, request.selection)
    outcomes = digest_all(selected.files, request.limits, jobs, progress, digester)
    unread = [*selected.unread, *(entry for outcome in outcomes for entry in outcome.unread)]
    digests, left_out, origins = _keep([d for o in outcomes for d in o.digests], request.selection)
    if not digests:
        raise NothingError(nothing_usable(request.sources, unread, [*selected.left_out, *left_out]))
    digests = list(place_in_time(digests))
    progress("merge", 0, 1)
    facts = merge((d.facts for d in digests), request.wishes)
    framing = Framing(
        prepared=request.prepared,
        title=request.title,
        subtitle=request.subtitle,
        marking=request.marking,
        period=request.period,
        previous=previous,
        previous_sha256=previous_hash,
        grades=request.grades,
        versions=versions(),
        options=request.options,
    )
    brief = assemble(framing, digests, facts, unread, [*selected.left_out, *left_out], origins)
    check(brief)
    progress("merge", 1, 1)
    return brief


def versions() -> dict[str, str]:
    """Give the versions that make a brief."""
    from briefgen.reading.pipeline import version

    return {"briefgen": __version__, "pipeline": version()}


def digest(document: Document) -> Digest:
    """Read a document and extract its facts: the unit of work, of caching and of failure; a pure function of the document."""
    return Digest(document=document, facts=extract(read(document)))


def digest_file(file: File, limits: Limits) -> Outcome:
    """Load the bytes of one file and digest the documents in it. Never raises: a failure is a value, with its reason."""
    try:
        loading = load(file, limits)
    except SourceError as error:
        return Outcome(unread=(Unread(path=error.path or file.path, reason=error.reason, message=error.message),))
    digests, unread = [], list(loading.unread)
    for document in loading.documents:
        try:
            digests.append(digest(document))
        except (
            Exception
        ) as error:  # one document's failure must not end the run; its kind is told, so it can be reported
            unread.append(
                Unread(
                    path=document.source.path,
                    reason="damaged",
                    message=f"briefgen failed on this text ({type(error).__name__}: {error}); please report it",
                )
            )
    return Outcome(digests=tuple(digests), unread=tuple(unread))


def digest_all(
    files: Sequence[tuple[str, Path]], limits: Limits, jobs: int, progress: Progress, digester: Digester | None = None
) -> list[Outcome]:
    """Digest all files, in order: in this process, in `jobs` worker processes, or by a `digester` of the caller's.

    This process reads the files and workers get bytes, so that they need no folder in common with it.
    """
    outcomes: list[Outcome] = []
    progress("read", 0, len(files))
    work = digester or (_in_processes(jobs) if jobs > 1 and len(files) > 1 else _here)
    for outcome in work(_read(files, limits), limits):
        outcomes.append(outcome)
        progress("read", len(outcomes), len(files))
    return outcomes


def _read(files: Sequence[tuple[str, Path]], limits: Limits) -> Iterator[File | Outcome]:
    """Read the files one by one; one that cannot be read gives its outcome at once."""
    for shown, path in files:
        try:
            yield read_file(shown, path, limits)
        except SourceError as error:
            yield Outcome(unread=(Unread(path=error.path or shown, reason=error.reason, message=error.message),))


def digest_one(item: File | Outcome, limits: Limits) -> Outcome:
    """Digest a file that could be read; pass on the outcome of one that could not."""
    return item if isinstance(item, Outcome) else digest_file(item, limits)


def _here(items: Iterator[File | Outcome], limits: Limits) -> Iterator[Outcome]:
    return (digest_one(item, limits) for item in items)


def _in_processes(jobs: int) -> Digester:
    def work(items: Iterator[File | Outcome], limits: Limits) -> Iterator[Outcome]:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn")) as pool:
            yield from in_windows(lambda item: pool.submit(digest_one, item, limits), items, ahead=4 * jobs)

    return work


def in_windows(
    submit: Callable[[File | Outcome], Any], items: Iterator[File | Outcome], ahead: int
) -> Iterator[Outcome]:
    """Give the results of submitted work in order, with at most `ahead` items under way, so that memory stays flat."""
    waiting: deque[Any] = deque()
    for item in items:
        waiting.append(submit(item))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _keep(digests: Sequence[Digest], selection: Selection) -> tuple[list[Digest], list[LeftOut], dict[str, str]]:
    """Drop the documents that the selection or a copy of theirs makes needless; give what is kept and who copies whom."""
    kept, left_out = sift([d.document for d in digests], selection)
    copies = cluster(kept)
    dropped = {entry.path for entry in copies.left_out}
    wanted = {document.source.path for document in kept} - dropped
    return (
        [d for d in digests if d.document.source.path in wanted],
        [*left_out, *copies.left_out],
        dict(copies.origins),
    )


def _previous(path: Path | None) -> tuple[Brief | None, str | None]:
    if path is None:
        return None, None
    from briefgen.contract import from_json, sha256

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RequestError(f"{path}: the previous brief cannot be read ({error})") from None
    return from_json(text, str(path)), sha256(text)


def nothing_usable(paths: Sequence[Path], unread: Sequence[Unread], left_out: Sequence[LeftOut]) -> str:
    """Say why no brief can be made: an empty folder, or files of which none could be used."""
    where = ", ".join(str(path) for path in paths)
    if not unread and not left_out:
        return f"{where}: no files to read. Give a folder with documents, or the documents themselves"
    told = ([f"{u.path} ({u.message})" for u in unread] + [f"{u.path} ({u.message})" for u in left_out])[:3]
    more = len(unread) + len(left_out) - len(told)
    rest = f" and {more} more" if more > 0 else ""
    return f"{where}: none of the files could be used: {'; '.join(told)}{rest}. `briefgen sources` lists them all"
