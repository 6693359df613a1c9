"""Load behind a fence: formats that need a parser are read in a process of their own, with limits on time and memory.

A parser that hangs is ended and its file becomes `too_slow`; one that grows becomes `too_large`; one that crashes
leaves this process unhurt. The loading process may open no connection, start no program but Tesseract and write no
file. A plain text of usual size needs no parser and is loaded right here.
"""

from __future__ import annotations

import contextlib
import math
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import replace
from typing import IO, Any

from briefgen.errors import SourceError
from briefgen.model import File, Limits
from briefgen.sources.detect import detect
from briefgen.sources.loading import Loading, load_here
from briefgen.sources.ocr import tesseract
from briefgen.sources.pdf import SCAN

PLAIN = frozenset({"text/plain", "text/markdown"})
SMALL = 100_000
"""Bytes up to which a plain text is loaded here: it needs no parser, and starting a process would cost more."""
OVERHEAD = 1_500_000_000
"""Address space that Python and its libraries map before a file is looked at, in bytes."""
FORBIDDEN = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.bind",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
    "os.mkdir",
    "shutil.rmtree",
)
START = 60.0
"""Seconds that a loading process may take to start."""
TICK = 0.05
"""Seconds between two looks at the clock."""
LONGEST_LIFE = 2_000
"""Files after which a loading process is replaced, so that leaks of parsers do not add up."""
_own = threading.local()


def load(file: File, limits: Limits) -> Loading:
    """Turn one file into documents. Raises SourceError where the file cannot be used, whatever its parser does."""
    if len(file.data) > limits.max_bytes:
        raise SourceError(file.path, "too_large", f"{len(file.data):,} bytes; the limit is {limits.max_bytes:,}")
    try:
        plain = len(file.data) <= SMALL and detect(file.data, file.path) in PLAIN
    except SourceError as error:
        raise SourceError(file.path, error.reason, error.message) from None
    return load_here(file, limits) if plain else _fence().load(file, limits)


def _fence() -> Fence:
    """Give this thread's fence; a forked process gets one of its own."""
    fence: Fence | None = getattr(_own, "fence", None)
    if fence is None or fence.owner != os.getpid():
        fence = _own.fence = Fence()
    return fence


class Fence:
    """A loading process that is started when first needed and replaced when it was ended."""

    def __init__(self, command: tuple[str, ...] = ("-m", "briefgen.sources.fence")) -> None:
        self.owner = os.getpid()
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._watch: Watch | None = None
        self._close: Callable[[], object] = lambda: None
        self._files = 0

    def load(self, file: File, limits: Limits) -> Loading:
        """Send one file to the loading process and wait for what it gives, at most `limits.max_seconds`.

        A file with pictures of pages is sent again to be read by OCR, if the user allows the seconds for it.
        """
        try:
            loading = self._ask(file, replace(limits, max_ocr_seconds=0.0))
            scan = any(SCAN in entry.message for entry in loading.unread)
        except SourceError as error:
            if not limits.max_ocr_seconds or SCAN not in error.message:
                raise
            scan = True
        return self._ask(file, limits) if scan and limits.max_ocr_seconds else loading

    def _ask(self, file: File, limits: Limits) -> Loading:
        process, watch = self._started()
        if self._files == 1:
            watch.allow(START)  # what starting takes is not the file's fault
            _answer_of(process)
        seconds = limits.max_seconds + limits.max_ocr_seconds
        watch.allow(seconds)
        try:
            answer = _exchange(process, (file, limits))
        finally:
            late = watch.stop()
        if answer is None or late:
            self.close()
        if answer is None:
            if late:
                raise SourceError(file.path, "too_slow", f"reading it took longer than {seconds:g} seconds")
            raise SourceError(file.path, "damaged", "the file made its parser crash")
        if isinstance(answer, Loading):
            return answer
        raise answer if isinstance(answer, SourceError) else SourceError(file.path, "damaged", "it gave no text")

    def close(self) -> None:
        """End the loading process."""
        self._close()
        self._process = self._watch = None

    def _started(self) -> tuple[subprocess.Popen[bytes], Watch]:
        self._files += 1
        if (
            self._process is None
            or self._watch is None
            or self._process.poll() is not None
            or self._files > LONGEST_LIFE
        ):
            self.close()
            self._files = 1
            # -P: a folder of sources may hold a file called email.py, which must not be imported
            self._process = subprocess.Popen(
                [sys.executable, "-P", *self._command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # a group of its own, so that the program it may start ends with it
                process_group=0 if hasattr(os, "killpg") else None,
            )
            self._close = weakref.finalize(self, _end, self._process)
            self._watch = Watch(self._process)
        return self._process, self._watch


class Watch:
    """Ends a loading process that takes longer for a file than it may: one thread for all of its files.

    A timer for each file would start a thread for each, which costs more than many a file's loading.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._lock = threading.Lock()
        self._until = math.inf
        self._ended = False
        threading.Thread(target=self._run, args=(process,), daemon=True).start()

    def allow(self, seconds: float) -> None:
        """Give the process so many seconds from now."""
        with self._lock:
            self._until = time.monotonic() + seconds

    def stop(self) -> bool:
        """Stop the clock; tell whether the process was ended."""
        with self._lock:
            self._until = math.inf
            return self._ended

    def _run(self, process: subprocess.Popen[bytes]) -> None:
        while process.poll() is None:
            with self._lock:
                if time.monotonic() > self._until:
                    self._ended = True
                    _kill(process)
                    return
            time.sleep(TICK)


def _kill(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg") and process.poll() is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def _end(process: subprocess.Popen[bytes]) -> None:
    _kill(process)
    for stream in (process.stdin, process.stdout):
        try:
            if stream is not None:
                stream.close()
        except OSError:
            pass  # the process died while its file was being sent
    process.wait()


def _exchange(process: subprocess.Popen[bytes], request: object) -> Any:
    """Send a request and give the answer, or None where the process ended instead."""
    try:
        _send(_open(process.stdin), request)
    except (OSError, ValueError):
        return None
    return _answer_of(process)


def _answer_of(process: subprocess.Popen[bytes]) -> Any:
    """Wait for an answer; None where the process ended instead."""
    try:
        return _receive(_open(process.stdout))
    except (OSError, EOFError, pickle.UnpicklingError, ValueError):
        return None


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("the process has no such stream")
    return stream


def _send(stream: IO[bytes], value: object) -> None:
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(struct.pack(">Q", len(data)) + data)
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    head = stream.read(8)
    if len(head) < 8:
        raise EOFError
    return pickle.loads(stream.read(struct.unpack(">Q", head)[0]))


def serve() -> None:
    """Answer requests from standard input until it ends: the loading process's main loop."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a parser's own prints must not get between the answers
    fenced = False
    _send(answers, "ready")
    while True:
        try:
            file, limits = _receive(requests)
        except EOFError:
            return
        if not fenced:
            tesseract()  # looked for before the fence is closed
            _limit_memory(limits)
            sys.addaudithook(_refuse)
            fenced = True
        _send(answers, answer(file, limits))


def answer(file: File, limits: Limits) -> Loading | SourceError:
    """Load one file; a failure is a value."""
    try:
        return load_here(file, limits)
    except SourceError as error:
        return error
    except MemoryError:
        return SourceError(file.path, "too_large", "reading it takes more memory than the limit allows")


def _limit_memory(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the time limit holds there too
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limits.max_memory + OVERHEAD, limits.max_memory + OVERHEAD))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ValueError, OSError):
        return


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what no loader needs: connections, programs, written files (an audit hook, see PEP 578)."""
    if event == "subprocess.Popen" and arguments[1][0] == tesseract():
        return  # called only where the user asks for OCR
    if event in FORBIDDEN or (
        event == "open"
        and len(arguments) > 1
        and not isinstance(arguments[0], int)  # a pipe that is open already
        and isinstance(arguments[1], str)
        and set(arguments[1]) & set("wax+")
    ):
        raise PermissionError(f"a loader may not: {event}")


if __name__ == "__main__":
    serve()
