"""The flow. Read this first: a brief is made in eight steps, and `build` is these steps, one line each.

1 select, 2 load, 3 read, 4 extract, 5 merge, 6 assemble, 7 render (`briefgen.render`), 8 revise (an edited DOCX).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from briefgen import __version__
from briefgen.brief import Framing, Option, assemble
from briefgen.brief.choosing import Room
from briefgen.contract import check
from briefgen.errors import NothingError, RequestError, SourceError
from briefgen.extract import extract
from briefgen.merge import Wishes, merge
from briefgen.merge.undated import place_in_time
from briefgen.model import Brief, Digest, Document, File, LeftOut, Limits, Period, Source, Unread
from briefgen.reading import read
from briefgen.sources import Loading, Selection, cluster, load, read_file, refuse_future, select, sift
from briefgen.workers import Processes

T = TypeVar("T")

Progress = Callable[[str, int, int], None]
"""Called with the step's name, how much is done and how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """All that a user asks of one brief. `prepared` is the date it carries: today's comes from the command line only.

    `language` is the one that sentences are made in: the theme's.
    """

    sources: tuple[Path, ...]
    prepared: date
    selection: Selection = field(default_factory=Selection)
    limits: Limits = field(default_factory=Limits)
    wishes: Wishes = field(default_factory=Wishes)
    title: str | None = None
    subtitle: str | None = None
    marking: str | None = None
    period: Period | None = None
    language: str = "en"
    previous: Path | None = None
    grades: Mapping[str, str] = field(default_factory=dict)
    room: Room = field(default_factory=Room)
    options: Mapping[str, Option] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one file gave: digests, and the parts (or the file itself) that could not be used."""

    digests: tuple[Digest, ...] = ()
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Which sources would be used, who copies whom (ids), and what would not be used and why."""

    sources: tuple[Source, ...]
    origins: Mapping[str, str]
    unread: tuple[Unread, ...]
    left_out: tuple[LeftOut, ...]


Digester = Callable[[Iterator["File | Unread"], Limits], Iterator[Outcome]]
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
    outcomes = digest_all(selected.files, request.limits, jobs, progress, digester, latest=request.prepared)
    unread = [*selected.unread, *(entry for outcome in outcomes for entry in outcome.unread)]
    digests = [digest for outcome in outcomes for digest in outcome.digests]
    kept, left_out, origins = _keep([d.document for d in digests], request.selection)
    wanted = {document.source.path for document in kept}
    digests = [d for d in digests if d.document.source.path in wanted]
    if not digests:
        raise NothingError(nothing_usable(request.sources, unread, [*selected.left_out, *left_out]))
    digests = [_not_after(request.prepared, digest) for digest in place_in_time(digests, _again)]
    progress("merge", 0, 1)
    published = {d.document.source.id: d.document.source.published for d in digests}
    facts = merge((d.facts for d in digests), request.wishes, published)
    framing = Framing(
        prepared=request.prepared,
        title=request.title,
        subtitle=request.subtitle,
        marking=request.marking,
        period=request.period,
        language=request.language,
        previous=previous,
        previous_sha256=previous_hash,
        wishes=request.wishes,
        grades=request.grades,
        room=request.room,
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


def attempt(document: Document, work: Callable[[Document], T]) -> T | Unread:
    """Give what `work` makes of a document, or why it failed: one document's failure must not end the run."""
    try:
        return work(document)
    except Exception as error:  # the only door for mistakes of ours; their kind is told, so that they can be reported
        told = f"briefgen failed on this text ({type(error).__name__}: {error}); please report it"
        return Unread(path=document.source.path, reason="damaged", message=told)


def load_file(item: File | Unread, limits: Limits) -> Loading:
    """Load the bytes of one file. Never raises: a failure is a value, with its reason."""
    if isinstance(item, Unread):
        return Loading(unread=(item,))
    try:
        return load(item, limits)
    except SourceError as error:
        return Loading(unread=(Unread(path=error.path or item.path, reason=error.reason, message=error.message),))


def digest_file(item: File | Unread, limits: Limits) -> Outcome:
    """Load one file and digest the documents in it. Never raises."""
    loading = load_file(item, limits)
    made = [attempt(document, digest) for document in loading.documents]
    failed = (entry for entry in made if isinstance(entry, Unread))
    return Outcome(digests=tuple(d for d in made if isinstance(d, Digest)), unread=(*loading.unread, *failed))


def digest_all(
    files: Sequence[tuple[str, Path]],
    limits: Limits,
    jobs: int,
    progress: Progress,
    digester: Digester | None = None,
    *,
    latest: date | None = None,
) -> list[Outcome]:
    """Digest all files, in order: in this process, in `jobs` worker processes, or by a `digester` of the caller's.

    This process reads the files and workers get bytes, so that they need no folder in common with it.
    """
    outcomes: list[Outcome] = []
    progress("read", 0, len(files))
    with Processes(jobs) as processes:
        alone = jobs <= 1 or len(files) < 2
        work = digester or (digest_here if alone else partial(digest_in, processes))
        for outcome in work(read_files(files, limits, latest), limits):
            outcomes.append(outcome)
            progress("read", len(outcomes), len(files))
    return outcomes


def read_files(
    files: Sequence[tuple[str, Path]], limits: Limits, latest: date | None = None
) -> Iterator[File | Unread]:
    """Read the files one by one, as (path shown, path on disk); one that cannot be read gives the reason.

    `latest` is the day of the brief, if there is one.
    """
    for shown, path in files:
        try:
            yield replace(read_file(shown, path, limits), latest=latest)
        except SourceError as error:
            yield Unread(path=error.path or shown, reason=error.reason, message=error.message)


def digest_here(items: Iterator[File | Unread], limits: Limits) -> Iterator[Outcome]:
    """Digest files in this process."""
    return (digest_file(item, limits) for item in items)


def digest_in(processes: Processes, items: Iterator[File | Unread], limits: Limits) -> Iterator[Outcome]:
    """Digest files in worker processes."""
    return processes.map(partial(digest_file, limits=limits), items, lost)


def lost(item: File | Unread) -> Outcome:
    """Give the outcome of a file whose worker process ended while digesting it."""
    told = "its worker process ended, most likely for want of memory; try it by itself, without --jobs"
    return Outcome(unread=(Unread(path=item.path, reason="damaged", message=told),))


def survey(request: Request, progress: Progress = silent) -> Survey:
    """Load the files asked for, without reading what they say: which would be used, and why each is in or out."""
    selected = select(request.sources, request.selection)
    loadings: list[Loading] = []
    for item in read_files(selected.files, request.limits, request.prepared):
        progress("load", len(loadings), len(selected.files))
        loadings.append(load_file(item, request.limits))
    kept, left_out, origins = _keep([d for loading in loadings for d in loading.documents], request.selection)
    return Survey(
        sources=tuple(document.source for document in kept),
        origins=origins,
        unread=(*selected.unread, *(entry for loading in loadings for entry in loading.unread)),
        left_out=(*selected.left_out, *left_out),
    )


def _again(document: Document) -> Digest | None:
    """Digest a document once more, now that its day is known; None where that fails, as it did not the first time."""
    made = attempt(document, digest)
    return made if isinstance(made, Digest) else None


def _not_after(prepared: date, digest: Digest) -> Digest:
    """Refuse an inferred day that lies after the day of the brief: a text may tell of what is to come."""
    (document,) = refuse_future([digest.document], prepared)
    return digest if document is digest.document else replace(digest, document=document)


def _keep(documents: Sequence[Document], selection: Selection) -> tuple[list[Document], list[LeftOut], dict[str, str]]:
    """Drop the documents that the selection or a copy of theirs makes needless; give what is kept and who copies whom."""
    sifted, left_out = sift(documents, selection)
    copies = cluster(sifted)
    dropped = {entry.path for entry in copies.left_out}
    kept = [document for document in sifted if document.source.path not in dropped]
    return kept, [*left_out, *copies.left_out], dict(copies.origins)


def _previous(path: Path | None) -> tuple[Brief | None, str | None]:
    if path is None:
        return None, None
    from briefgen.contract import from_json, sha256

    try:
        data = path.read_bytes()
        text = data.decode()
    except FileNotFoundError:
        raise RequestError(
            f"{path}: there is no such file; --previous names the brief.json of the last issue"
        ) from None
    except OSError as error:
        raise RequestError(f"{path}: the previous brief cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        kind = {b"%PDF": "a PDF", b"PK\x03\x04": "a DOCX"}.get(data[:4], "no brief.json")
        raise RequestError(f"{path}: is {kind}; --previous names the brief.json that was made with it") from None
    return from_json(text, str(path)), sha256(text)


def nothing_usable(
    paths: Sequence[Path], unread: Sequence[Unread], left_out: Sequence[LeftOut], *, listed: bool = False
) -> str:
    """Say why no brief can be made: an empty folder, or files of which none could be used (`listed` already or not)."""
    where = ", ".join(str(path) for path in paths)
    if not unread and not left_out:
        return f"{where}: no files to read. Give a folder with documents, or the documents themselves"
    if listed:
        return f"{where}: none of the files could be used"
    told = [*(f"{u.path} ({u.message})" for u in unread), *(f"{u.path} ({u.message})" for u in left_out)][:3]
    more = len(unread) + len(left_out) - len(told)
    rest = f" and {more} more" if more > 0 else ""
    return f"{where}: none of the files could be used: {'; '.join(told)}{rest}. `briefgen sources` lists them all"
