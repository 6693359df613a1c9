"""Make many briefs from one configuration. One that fails does not stop the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import Any, Literal

from briefgen.build import Digester, Outcome, digest_file, digest_in, lost, versions
from briefgen.config import Order, orders
from briefgen.errors import BriefgenError, MissingLibraryError, RequestError
from briefgen.model import File, Limits, Unread
from briefgen.terminal import Made, make, table
from briefgen.wording import counted
from briefgen.workers import AHEAD, Processes, in_order

DONE, NOTHING, INCOMPLETE = 0, 1, 3
PATIENCE = 10
"""Seconds to wait for a scheduler's answer, and for its first worker."""
FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError)
"""What a mistake of ours in one brief, or a disk that is full, is seen to raise: the other briefs are made all the same."""
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one brief, in a few lines and in the cells of the summary's row."""

    name: str
    state: Literal["made", "incomplete", "failed"]
    told: tuple[str, ...]
    row: tuple[str, ...] = ("", "", "", "")


def run_batch(config: Path, *, only: tuple[str, ...], jobs: int | None, scheduler: str | None, say: Say) -> int:
    """Make the briefs of a briefgen.toml, those named in `only` or all; give the exit code.

    0: all made; 1: none; 3: some failed, or one is incomplete whose table says `strict`. `jobs` beats what the tables
    say. The configuration is read whole before anything is made. Raises RequestError for its mistakes and for a
    scheduler that does not answer, MissingLibraryError where Dask is wanted and missing.
    """
    asked = [replace(order, jobs=jobs or order.jobs) for order in _chosen(config, orders(config), only)]
    results: list[Result] = []
    with _executor(scheduler, max(order.jobs for order in asked)) as digester:
        for number, order in enumerate(asked, 1):
            results.append(_one(order, digester))
            say(f"[{number}/{len(asked)}] " + "\n    ".join(results[-1].told))
    if sys.stderr.isatty():
        rows = [(result.name, result.state, *result.row) for result in results]
        table(("brief", "result", "sources", "unread", "meetings", "disagreements"), rows, sys.stderr)
    failed = [result.name for result in results if result.state == "failed"]
    incomplete = [result.name for result in results if result.state == "incomplete"]
    say(
        f"{counted(len(results) - len(failed), 'brief')} made"
        + (f", {len(incomplete)} incomplete: {', '.join(incomplete)}" if incomplete else "")
        + (f", {len(failed)} failed: {', '.join(failed)}" if failed else "")
    )
    if len(failed) == len(results):
        return NOTHING
    return INCOMPLETE if failed or incomplete else DONE


def _chosen(config: Path, found: Sequence[Order], only: Sequence[str]) -> list[Order]:
    names = [order.name for order in found]
    if unknown := [name for name in only if name not in names]:
        raise RequestError(f"{config}: no brief named {', '.join(unknown)}; there are {', '.join(names)}")
    return [order for order in found if not only or order.name in only]


def _one(order: Order, digester: Digester | None) -> Result:
    """Make one brief; what goes wrong becomes the result's lines."""
    try:
        made = make(order, digester)
    except BriefgenError as error:
        return Result(name=order.name, state="failed", told=(f"{order.name}: failed: {error}",))
    except FAULTS as error:
        told = f"{order.name}: failed: an unexpected error ({type(error).__name__}: {error}). Please report it"
        return Result(name=order.name, state="failed", told=(told,))
    if not made.written:
        return Result(name=order.name, state="failed", told=(f"{order.name}: failed: no output", *made.missing))
    return _made(order, made)


def _made(order: Order, made: Made) -> Result:
    first, *rest = made.told
    brief = made.brief
    numbers = (brief.sources, brief.unread, brief.meetings, brief.discrepancies)
    return Result(
        name=order.name,
        state="incomplete" if order.strict and not made.complete else "made",
        told=(f"{order.name}: {first}", *rest),
        row=tuple(str(len(entries)) for entries in numbers),
    )


@contextmanager
def _executor(scheduler: str | None, jobs: int) -> Iterator[Digester | None]:
    """Give what digests files: a Dask cluster where a scheduler is named, else the worker processes of all briefs.

    None where one process is enough.
    """
    if scheduler is not None:
        with _client(scheduler) as client:
            yield partial(_on_cluster, client)
    elif jobs > 1:
        with Processes(jobs) as processes:
            yield partial(digest_in, processes)
    else:
        yield None


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    """Connect to a Dask scheduler whose workers have the same briefgen. Raises RequestError that says what is amiss."""
    try:
        from distributed import Client
    except ImportError:
        raise MissingLibraryError("--scheduler needs Dask: pip install 'briefgen[cluster]'") from None
    try:
        client: Any = Client(scheduler, timeout=PATIENCE)  # type: ignore[no-untyped-call,unused-ignore]
    except (OSError, ValueError, TypeError, ImportError) as error:
        raise RequestError(
            f"{scheduler}: no Dask scheduler answers there ({error}). Start one with `dask scheduler`"
        ) from None
    try:
        _prove_workers(client, scheduler)
        yield client
    finally:
        client.close()


def _prove_workers(client: Any, scheduler: str) -> None:
    """Prove that there are workers, and that they would make the same of a source as this machine."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        raise RequestError(
            f"{scheduler}: the scheduler has no workers. Start one with `dask worker {scheduler}`"
        ) from None
    ours = versions()
    try:
        theirs = client.run(versions)
    except (ImportError, AttributeError) as error:
        raise RequestError(
            f"{scheduler}: its workers lack briefgen ({error}). On each: pip install briefgen=={ours['briefgen']}"
        ) from None
    for worker, found in sorted(theirs.items()):
        if found != ours:
            told = " and ".join(f"{name} {found.get(name)} (here {value})" for name, value in ours.items())
            raise RequestError(f"{worker}: has {told}. Install the same on all, or the briefs would differ")


def _on_cluster(client: Any, items: Iterator[File | Unread], limits: Limits) -> Iterator[Outcome]:
    """Digest files on a cluster, in order: workers get bytes and give digests, so no folder need be shared."""
    from concurrent.futures import CancelledError

    from distributed import KilledWorker

    def submit(item: File | Unread) -> Any:
        # scattered first, as Dask warns of large arguments; by way of the scheduler, as workers may not be in reach
        sent = client.scatter([item], direct=False, hash=False)[0]
        return client.submit(_on_worker, sent, limits, pure=False)

    def take(item: File | Unread, future: Any) -> Outcome:
        try:
            outcome: Outcome = future.result()
        except KilledWorker:
            return lost(item)
        except (CancelledError, OSError) as error:
            raise BriefgenError(f"the connection to the cluster was lost ({error})") from None
        return outcome

    return in_order(submit, take, items, AHEAD * max(1, sum(client.nthreads().values())))


_alone = Lock()


def _on_worker(item: File | Unread, limits: Limits) -> Outcome:
    """Digest one file on a worker. A worker with several threads digests one at a time: the pipeline is not shared."""
    with _alone:
        return digest_file(item, limits)
