"""Run a task on many items in worker processes: results in order, memory flat, and no item that ends its process ends the run."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType
from typing import Any, Protocol, Self, TypeVar

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 4
"""Items under way for each worker: enough that none waits, few enough that memory stays flat."""


class Submitted(Protocol):
    """What was handed to a worker and will have a result: a future of any library."""

    def result(self) -> Any:
        """Wait for the result and give it, or raise what the task raised."""


def in_order(
    submit: Callable[[T], Submitted], take: Callable[[T, Submitted], R], items: Iterable[T], ahead: int
) -> Iterator[R]:
    """Give what `take` makes of each submitted item, in order, with at most `ahead` items under way."""
    waiting: deque[tuple[T, Submitted]] = deque()
    for item in items:
        waiting.append((item, submit(item)))
        if len(waiting) >= ahead:
            yield take(*waiting.popleft())
    while waiting:
        yield take(*waiting.popleft())


class Processes:
    """Worker processes of this machine, started when first needed. Use as a context manager."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def map(self, task: Callable[[T], R], items: Iterable[T], lost: Callable[[T], R]) -> Iterator[R]:
        """Give the task's result for each item, in order; `lost` says what becomes of one that ended its process."""

        def take(item: T, future: Submitted) -> R:
            try:
                result: R = future.result()
            except BrokenProcessPool:
                # a process that dies takes all that was under way with it; which item did it shows when each runs alone
                return self._alone(task, item, lost)
            return result

        return in_order(lambda item: self._submit(task, item), take, items, AHEAD * self._jobs)

    def _submit(self, task: Callable[[T], R], item: T) -> Future[R]:
        if self._pool is None:
            self._pool = _pool(self._jobs)
        try:
            return self._pool.submit(task, item)
        except BrokenProcessPool:
            self._pool = _pool(self._jobs)
            return self._pool.submit(task, item)

    @staticmethod
    def _alone(task: Callable[[T], R], item: T, lost: Callable[[T], R]) -> R:
        with _pool(1) as single:
            try:
                return single.submit(task, item).result()
            except BrokenProcessPool:
                return lost(item)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # spawned, not forked: the same on every system, and safe beside the threads that libraries start
    return ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn"))
