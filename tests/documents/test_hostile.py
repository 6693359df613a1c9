"""Broken and hostile files end as a document or as a reason, within the limits, and hurt nothing."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path

import hostile
import make
import pytest

from briefgen.errors import SourceError
from briefgen.model import Document, File, Limits
from briefgen.sources import load

HERE = Path(__file__).parent
LIMITS = Limits(max_unpacked=20_000_000)


CASES = hostile.cases(make)


def outcome(name: str, data: bytes) -> tuple[tuple[Document, ...], set[str | None]]:
    try:
        loading = load(File(path=name, data=data), LIMITS)
    except SourceError as error:
        return (), {error.reason if error.path == name and error.message else "nameless"}
    reasons = {item.reason for item in loading.unread}
    return loading.documents, {None, *reasons} if loading.documents else set(reasons)


def test_there_are_enough() -> None:
    assert len(CASES) >= 80


@pytest.mark.parametrize("name", sorted(CASES))
def test_ends_as_a_document_or_a_reason(name: str) -> None:
    data, wanted = CASES[name]
    documents, reasons = outcome(name, data)
    assert reasons & wanted
    for document in documents:
        document.text.encode()  # no lone surrogates
        assert "\x00" not in document.text
        assert document.source.path.isprintable()
        assert ".." not in document.source.path
        assert not document.source.path.removeprefix(name).startswith("//")
        assert "root:" not in document.text  # /etc/passwd


WATCHED = """
import sys, trafilatura  # which tries at its import whether the machine knows IPv6
import briefgen.sources.fence as fence
from briefgen.errors import SourceError
attempts = []
def watch(event, arguments):
    written = event == "open" and not isinstance(arguments[0], int) and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.")) or event in fence.FORBIDDEN or written:
        attempts.append((event, str(arguments)[:100]))
def load_here(file, limits):
    if file.path == "told":
        raise SourceError("told", "damaged", repr(attempts))
    return real(file, limits)
real, fence.load_here = fence.load_here, load_here
sys.addaudithook(watch)
fence.serve()
"""


def test_no_loader_even_tries_to_reach_the_network_or_to_write() -> None:
    from briefgen.sources.fence import Fence

    fence = Fence(("-c", WATCHED))
    with socket.socket() as server:  # libxml2 and PDFium are in C: what they do is seen from the other end only
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.setblocking(False)
        address = b"127.0.0.1:%d" % server.getsockname()[1]
        for name in (
            "entity.rss",
            "entity.xml",
            "remote.html",
            "entity.docx",
            "action.pdf",
            "loop.epub",
            "outside.zip",
        ):
            with suppress(SourceError):
                fence.load(File(path=name, data=CASES[name][0].replace(b"127.0.0.1:9", address)), LIMITS)
        for path in sorted(HERE.glob("bridge.*")):
            fence.load(File(path=path.name, data=path.read_bytes()), LIMITS)
        with pytest.raises(SourceError) as told:
            fence.load(File(path="told", data=b"x"), LIMITS)
        with pytest.raises(BlockingIOError):
            server.accept()
    fence.close()
    assert told.value.message == "[]"


def test_a_bomb_in_an_attachment_leaves_the_message_alive() -> None:
    data, _ = CASES["attached-bomb.eml"]
    loading = load(File(path="a.eml", data=data), LIMITS)
    assert [d.source.path for d in loading.documents] == ["a.eml"]
    assert [(item.path, item.reason) for item in loading.unread] == [("a.eml/a.zip", "too_large")]


def test_a_parser_that_hangs_is_ended(tmp_path: Path) -> None:
    from briefgen.sources.fence import Fence

    code = "import time; import briefgen.sources.fence as f; f.load_here = lambda *_: time.sleep(60); f.serve()"
    fence = Fence(("-c", code))
    with pytest.raises(SourceError) as caught:
        fence.load(File(path="a.pdf", data=b"%PDF-"), Limits(max_seconds=0.5))
    assert caught.value.reason == "too_slow"
    fence.close()


def test_a_parser_that_crashes_is_replaced() -> None:
    from briefgen.sources.fence import Fence

    fence = Fence(("-c", "import os; os.abort()"))
    for _ in range(2):
        with pytest.raises(SourceError) as caught:
            fence.load(File(path="a.pdf", data=b"%PDF-"), Limits())
        assert caught.value.reason == "damaged"
    fence.close()


def test_a_parser_that_grows_is_refused() -> None:
    pytest.importorskip("resource")
    from briefgen.sources.fence import Fence

    code = "import briefgen.sources.fence as f; f.load_here = lambda file, limits: bytearray(3_000_000_000); f.serve()"
    fence = Fence(("-c", code))
    with pytest.raises(SourceError) as caught:
        fence.load(File(path="a.pdf", data=b"%PDF-"), Limits(max_memory=200_000_000))
    assert caught.value.reason == "too_large"
    fence.close()


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "open('/tmp/briefgen-test-written', 'w')",
    ],
)
def test_a_loader_may_not_reach_out(code: str) -> None:
    from briefgen.sources.fence import Fence

    program = (
        "import briefgen.sources.fence as f\n"
        "from briefgen.errors import SourceError\n"
        "def load_here(file, limits):\n"
        "    try:\n"
        f"        {code}\n"
        "    except PermissionError as error:\n"
        "        raise SourceError('a', 'damaged', str(error))\n"
        "f.load_here = load_here\n"
        "f.serve()"
    )
    fence = Fence(("-c", program))
    with pytest.raises(SourceError, match="a loader may not"):
        fence.load(File(path="a", data=b"x"), Limits())
    fence.close()
    assert not os.path.exists("/tmp/briefgen-test-written")
