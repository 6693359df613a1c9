"""Write outputs so that a killed run leaves the old file or none, and nobody's edits are lost."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefgen.errors import RenderError, RequestError


def prepare_folder(folder: Path) -> None:
    """Make the output folder. Raises RequestError where a file stands there, else RenderError that says why not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise RequestError(f"{folder}: is a file, not a folder. Give another --output") from None
    except OSError as error:
        raise RenderError(
            f"{folder}: the output folder cannot be made ({error.strerror}). Give another --output"
        ) from None
    if not os.access(folder, os.W_OK):
        raise RenderError(f"{folder}: the output folder cannot be written to. Give another --output")


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the output folder for one run. Raises RenderError where another run holds it; systems without locks go on."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        raise RenderError(
            f"{folder}: another briefgen is writing there. Wait for it, or give another --output"
        ) from None
    except OSError:  # a file system that knows no locks
        pass
    try:
        yield
    finally:
        os.close(held)


def write(path: Path, data: bytes) -> None:
    """Write a file in one step: a new file beside it, then a rename. Raises RenderError."""
    temporary = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise RenderError(f"{path}: cannot be written ({error.strerror}). Is it open in another program?") from None
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
