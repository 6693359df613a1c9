"""Worker processes: results in order, and an item that ends its process is told, not the end of the run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefgen.workers import Processes, in_order


class Ready:
    def __init__(self, value: int) -> None:
        self.value = value

    def result(self) -> int:
        return self.value


@pytest.mark.parametrize("ahead", [1, 2, 3, 100])
def test_results_come_in_order_and_few_are_under_way(ahead: int) -> None:
    given: list[int] = []

    def items() -> Iterator[int]:
        for number in range(10):
            given.append(number)
            yield number

    taken: list[int] = []
    for result in in_order(lambda n: Ready(n * n), lambda item, future: (item, future.result()), items(), ahead):
        taken.append(result[0])
        assert result[1] == result[0] ** 2
        assert len(given) - len(taken) < ahead
    assert taken == list(range(10))


@pytest.mark.slow
def test_an_item_that_ends_its_process_is_told_and_the_others_are_done() -> None:
    items = ["1 + 1", "__import__('os')._exit(3)", *(f"{n} * 2" for n in range(12))]
    with Processes(2) as processes:
        found = list(processes.map(eval, items, lambda item: "lost"))
        assert found == [2, "lost", *(n * 2 for n in range(12))]
        # the processes can be used again
        assert list(processes.map(eval, ["3 + 4"], lambda item: "lost")) == [7]


@pytest.mark.slow
def test_what_a_task_raises_is_raised_here() -> None:
    with Processes(1) as processes, pytest.raises(ZeroDivisionError):
        list(processes.map(eval, ["1 / 0"], lambda item: "lost"))
