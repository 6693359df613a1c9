"""Selection: which files are found, and which documents a period, publisher, language or query keeps."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefgen.errors import RequestError, SourceError
from briefgen.model import Document, File, Limits, Period, Sidecar
from briefgen.sources import Selection, load, read_file, select, sift
from briefgen.sources.query import matches

LONG = (
    "Officials of Norland and Sudland talked about the closed bridge over the Sele, and the café owners listened to "
    "them for an hour before it was time to go."
)
NEEDS_LINKS = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")


def names(folder: Path, selection: Selection | None = None) -> list[str]:
    return [shown for shown, _ in select([folder], selection).files]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "in/c.html", ".hidden", ".git/x.txt", "a.txt.meta.toml", "briefgen.toml"):
        path = tmp_path / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("" if name.endswith(".toml") else LONG)
    return tmp_path / "sources"


def test_files_stand_in_order_without_hidden_ones_and_sidecars(folder: Path) -> None:
    assert names(folder) == ["a.txt", "b.txt", "in/c.html"]


def test_patterns_leave_files_out_with_the_reason(folder: Path) -> None:
    chosen = select([folder], Selection(include=("*.txt", "in/*"), exclude=("b*",)))
    assert [shown for shown, _ in chosen.files] == ["a.txt", "in/c.html"]
    assert [(entry.path, entry.reason) for entry in chosen.left_out] == [("b.txt", "filtered")]


def test_a_file_given_twice_is_read_once_and_same_names_are_told_apart(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "more" / "a.txt"
    other.parent.mkdir()
    other.write_text(LONG)
    shown = [name for name, _ in select([folder, folder / "b.txt", other.parent]).files]
    assert shown == ["sources/a.txt", "b.txt", "in/c.html", "more/a.txt"]


@NEEDS_LINKS
def test_what_is_no_file_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("root: secret")
    os.mkfifo(folder / "pipe.txt")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "out.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "up").symlink_to(tmp_path)
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "inner.txt").symlink_to("a.txt")
    chosen = select([folder])
    assert [shown for shown, _ in chosen.files] == ["a.txt", "b.txt", "in/c.html"]
    assert [(e.path, e.reason) for e in chosen.left_out] == [("inner.txt", "duplicate")]
    told = {entry.path: entry.message for entry in chosen.unread}
    assert told.pop("self.txt") in ("a broken link", "a link that leads nowhere")
    assert told == {
        "gone.txt": "a broken link",
        "loop": "a link to a folder is not followed",
        "out.txt": "a link that leads out of the folder",
        "pipe.txt": "not a regular file",
        "up": "a link that leads out of the folder",
    }


@NEEDS_LINKS
def test_a_file_that_became_a_pipe_or_a_link_is_not_waited_for_nor_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("root: secret")
    (_, pipe), (_, link), _ = select([folder]).files
    pipe.unlink()
    os.mkfifo(pipe)
    link.unlink()
    link.symlink_to(tmp_path / "outside.txt")
    for path in (pipe, link):
        with pytest.raises(SourceError) as caught:
            read_file("x.txt", path)
        assert caught.value.reason in ("unsupported", "damaged")


@NEEDS_LINKS
def test_a_sidecar_that_is_a_pipe_or_leads_away_is_no_sidecar(folder: Path, tmp_path: Path) -> None:
    side = folder / "a.txt.meta.toml"
    side.unlink()
    os.mkfifo(side)
    assert read_file("a.txt", folder / "a.txt").sidecar is None
    side.unlink()
    (tmp_path / "secret.toml").write_text('title = "secret"')
    side.symlink_to(tmp_path / "secret.toml")
    assert read_file("a.txt", folder / "a.txt").sidecar is None


def test_a_file_that_grows_while_it_is_read_ends_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_text(LONG)
    stop = threading.Event()

    def grow() -> None:
        with path.open("ab") as stream:
            while not stop.is_set() and path.stat().st_size < 50_000_000:
                stream.write(b"one more line of a log that never ends\n" * 100)
                stream.flush()

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        for _ in range(200):
            try:
                assert len(read_file("log.txt", path, Limits(max_bytes=100_000)).data) <= 100_000
            except SourceError as error:
                outcome = error.reason
                break
        else:
            outcome = "too_large"
    finally:
        stop.set()
        writer.join()
    assert outcome == "too_large"


def test_a_broken_sidecar_names_file_and_key(folder: Path) -> None:
    (folder / "a.txt.meta.toml").write_text("autor = 'x'")
    with pytest.raises(RequestError, match=r"a\.txt\.meta\.toml: unknown key 'autor'"):
        read_file("a.txt", folder / "a.txt")


def document(text: str = LONG, **side: object) -> Document:
    sidecar = replace(Sidecar(), **side)  # type: ignore[arg-type]
    return load(File(path="a.txt", data=text.encode(), sidecar=sidecar), Limits()).documents[0]


WEEK = Period(start=date(2024, 3, 4), end=date(2024, 3, 10))
SIFTED = [
    (document(published=date(2024, 3, 4)), Selection(period=WEEK), None),
    (document(published=date(2024, 3, 11)), Selection(period=WEEK), "outside_period"),
    (document(), Selection(period=WEEK), None),
    (document(), Selection(period=WEEK, undated=False), "outside_period"),
    (document(publisher="Harbour Gazette"), Selection(publishers=("harbour gazette",)), None),
    (document(publisher="Harbour Gazette"), Selection(publishers=("Coast Times", "Sele Weekly")), "filtered"),
    (document(), Selection(publishers=("Coast Times",)), "filtered"),
    (document(), Selection(languages=("en", "de")), None),
    (document(language="en-GB"), Selection(languages=("en",)), None),
    (document(), Selection(languages=("de",)), "language"),
    (document("Sele 4711"), Selection(languages=("de",)), None),
    (document(), Selection(match="bridge AND NOT football"), None),
    (document(title="Tolls"), Selection(match="tolls"), None),
    (document(), Selection(match="airport"), "filtered"),
]


@pytest.mark.parametrize(("found", "selection", "reason"), SIFTED)
def test_filters(found: Document, selection: Selection, reason: str | None) -> None:
    kept, left_out = sift([found], selection)
    assert [entry.reason for entry in left_out] == ([reason] if reason else [])
    assert len(kept) == (reason is None)


QUERIES = [
    ("bridge", True),
    ("BRIDGE", True),
    ("bridges", False),
    ("brid*", True),
    ("cafe", True),
    ("norland sudland", True),
    ("norland airport", False),
    ("norland OR airport", True),
    ("airport OR ferry", False),
    ("bridge NOT airport", True),
    ("NOT bridge", False),
    ("NOT (airport OR ferry)", True),
    ('"closed bridge"', True),
    ('"bridge closed"', False),
    ('"closed brid*"', True),
    ("“closed bridge”", True),
    ("(norland OR airport) AND (sele OR ferry)", True),
    ("airport OR norland AND ferry", False),
    ("or", False),
    ("a.c", False),
    ("and", True),
]


@pytest.mark.parametrize(("query", "wanted"), QUERIES)
def test_queries(query: str, wanted: bool) -> None:
    assert matches(query, LONG) is wanted


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", "is empty"),
        ("(bridge", "lacks a closing bracket"),
        ("bridge)", "a bracket too many"),
        ("bridge AND", "lacks a word at its end"),
        ("OR bridge", "lacks a word before OR"),
        ('""', "holds nothing to look for"),
        ("*", "holds nothing to look for"),
        ("(" * 80 + "a" + ")" * 80, "too many brackets"),
        ("NOT " * 80 + "a", "too many NOT"),
    ],
)
def test_queries_that_are_none(query: str, told: str) -> None:
    with pytest.raises(RequestError, match=told):
        matches(query, LONG)
