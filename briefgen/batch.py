"""Make many briefs from one configuration. One that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from briefgen.build import Digester, Outcome, build, digest_one, in_windows
from briefgen.config import Order, orders
from briefgen.errors import BriefgenError, MissingLibraryError, RequestError
from briefgen.model import File, Limits
from briefgen.wording import counted

DONE, NOTHING, INCOMPLETE = 0, 1, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one brief: made, made but incomplete, or failed; with a line that says so."""

    name: str
    made: bool
    complete: bool
    told: str


def run_batch(
    config: Path, *, only: tuple[str, ...], jobs: int, scheduler: str | None, say: Callable[[str], None]
) -> int:
    """Make the briefs of a briefgen.toml, those named in `only` or all; give the exit code.

    0: all made; 1: none; 3: some failed, or one is incomplete whose table says `strict`. The configuration is read
    whole before anything is made. Raises RequestError for its mistakes.
    """
    asked = _chosen(config, orders(config), only)
    results: list[Result] = []
    with _executor(scheduler) as digester:
        for number, order in enumerate(asked, 1):
            say(f"[{number}/{len(asked)}] {order.name} ...")
            result = _one(replace(order, jobs=jobs if jobs > 1 else order.jobs), digester)
            say(f"[{number}/{len(asked)}] {result.told}")
            results.append(result)
    made = sum(r.made for r in results)
    failed = [r.name for r in results if not r.made]
    say(f"{counted(made, 'brief')} made" + (f", {len(failed)} failed: {', '.join(failed)}" if failed else ""))
    if not made:
        return NOTHING
    return DONE if all(r.made and r.complete for r in results) else INCOMPLETE


def _chosen(config: Path, found: Sequence[Order], only: Sequence[str]) -> list[Order]:
    names = [order.name for order in found]
    if unknown := [name for name in only if name not in names]:
        raise RequestError(f"{config}: no brief named {', '.join(unknown)}; there are {', '.join(names)}")
    return [order for order in found if not only or order.name in only]


def _one(order: Order, digester: Digester | None) -> Result:
    """Make one brief; what goes wrong becomes the result's line."""
    from briefgen.render.theme import load_theme
    from briefgen.render.write import prepare_folder
    from briefgen.terminal import progress, summary, write_outputs

    try:
        theme = load_theme(order.theme)
        prepare_folder(order.output)
        with progress() as show:
            brief = build(order.request, jobs=order.jobs, progress=show, digester=digester)
            written, missing, notes = write_outputs(brief, order, theme, show)
    except BriefgenError as error:
        return Result(name=order.name, made=False, complete=False, told=f"{order.name}: failed: {error}")
    lines = [*summary(brief, written), *notes, *missing]
    complete = not (order.strict and (missing or brief.unread))
    return Result(
        name=order.name,
        made=bool(written),
        complete=complete,
        told="\n    ".join([f"{order.name}: {lines[0]}", *lines[1:]]),
    )


@contextmanager
def _executor(scheduler: str | None) -> Iterator[Digester | None]:
    """Connect to a Dask scheduler where one is named; else None: this machine does the work."""
    if scheduler is None:
        yield None
        return
    try:
        from distributed import Client
    except ImportError:
        raise MissingLibraryError("--scheduler needs Dask: pip install 'briefgen[cluster]'") from None
    try:
        client: Any = Client(scheduler, timeout=10)  # type: ignore[no-untyped-call,unused-ignore]
    except (OSError, ValueError, TimeoutError) as error:
        raise RequestError(
            f"{scheduler}: no Dask scheduler answers there ({error}). Start one with `dask scheduler`"
        ) from None
    try:
        yield partial(_on_cluster, client)
    finally:
        client.close()


def _on_cluster(client: Any, items: Iterator[File | Outcome], limits: Limits) -> Iterator[Outcome]:
    """Digest files on a cluster, in order: workers get bytes and give digests, so no folder need be shared."""
    ahead = 4 * max(1, sum(client.nthreads().values()))
    return in_windows(lambda item: client.submit(digest_one, item, limits, pure=False), items, ahead)
