"""Listen to what WeasyPrint remarks on a style sheet."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Remarks(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())


@contextmanager
def listening() -> Iterator[list[str]]:
    """Give the list of what WeasyPrint says meanwhile, and keep it off the terminal."""
    logger, handler = logging.getLogger("weasyprint"), _Remarks()
    level, propagate, handlers = logger.level, logger.propagate, logger.handlers[:]
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.WARNING)
    try:
        yield handler.told
    finally:
        logger.propagate, logger.handlers = propagate, handlers
        logger.setLevel(level)
