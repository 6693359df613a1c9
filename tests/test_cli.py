"""The command line as a user meets it: one clear line for each mistake, the right exit code, no traceback, nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from command import STORY, briefgen, told
from typer.testing import CliRunner

from briefgen.cli import app, main
from briefgen.model import Brief
from briefgen.terminal import summary

COMMANDS = ("build", "sources", "inspect", "check", "batch", "init", "doctor")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_ends_with_an_example(command: str) -> None:
    shown = CliRunner().invoke(app, [command, "--help"])
    assert shown.exit_code == 0
    assert shown.output.strip().splitlines()[-1].strip().startswith(f"Example:  briefgen {command}")


def test_options_of_a_command_with_many_stand_in_groups() -> None:
    shown = CliRunner().invoke(app, ["build", "--help"]).output
    groups = {part.partition(":\n")[0]: part for part in shown.split("\n\n")}
    assert "--match" in groups["Which sources"]
    assert "--jobs" in groups["How it is made"]
    assert "--output" in groups["Options"]
    assert all(part.count("\n  --") <= 10 for part in groups.values())


def test_help_of_all_and_version() -> None:
    shown = briefgen("--help")
    assert shown.returncode == 0
    assert shown.stdout.strip().splitlines()[-1].strip() == "Example:  briefgen build sources --output out"
    assert all(f"\n  {command} " in shown.stdout for command in COMMANDS)
    assert "...\n" not in shown.stdout.split("Commands:")[1], "no line of help is cut off"
    version = briefgen("--version")
    assert (version.returncode, version.stdout.split()[0]) == (0, "briefgen")


def test_build_writes_json_and_says_what_it_made(story: Path, tmp_path: Path) -> None:
    done = briefgen("build", story, "--output", tmp_path / "out", "--format", "json", "--date", "2024-03-05")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    brief = json.loads((tmp_path / "out" / "brief.json").read_text())
    assert brief["prepared"] == "2024-03-05"
    assert [m["date"]["start"] for m in brief["meetings"]] == ["2024-03-03"]
    assert "one meeting" in told(done)
    assert "briefgen check" in done.stderr


MISTAKES = [
    (["build", "nowhere", "--output", "out"], 2, "nowhere: no such file or folder"),
    (["build", "empty", "--output", "out"], 1, "no files to read"),
    (["build", "bad", "--output", "out"], 1, "none of the files could be used"),
    (["build", "sources", "--output", "file"], 2, "is a file, not a folder"),
    (["build", "sources", "--output", "out", "--format", "pdf,xls"], 2, "xls is none of pdf, docx, html, json"),
    (["build", "sources", "--output", "out", "--date", "yesterday"], 2, "'yesterday' is no day"),
    (["build", "sources", "--output", "out", "--week", "2023-W77"], 2, "'2023-W77' is no week: 2023 has 52 weeks"),
    (["build", "sources", "--output", "out", "--period", "2024-02-01..2024-01-01"], 2, "ends before it starts"),
    (["build", "sources", "--output", "out", "--theme", "nowhere"], 2, "no such theme"),
    (["build", "sources", "--output", "out", "--previous", "sources/a.txt"], 2, "no JSON"),
    (["build", "sources", "--output", "out", "--previous", "nowhere.json"], 2, "there is no such file"),
    (["build", "sources", "--output", "out", "--config", "nowhere.toml"], 2, "no such file"),
    (["build", "sources", "--output", "out", "--config", "bad.toml"], 2, "bad.toml"),
    (["build", "sources", "--output", "out", "--frobnicate"], 2, "No such option"),
    (["build", "sources"], 2, "Missing option --output DIR"),
    (["build"], 2, "Missing argument"),
    (["build", "sources", "--output", "file/below"], 2, "Give another --output"),
    (["build", "sources", "--output", "out", "--jobs", "0"], 2, "Invalid value for '--jobs'"),
    (["build", "sources", "--output", "out", "--jobs", "two"], 2, "Invalid value for '--jobs'"),
    (["build", "sources", "--output", "out", "--previous", "empty"], 2, "cannot be read"),
    (["build", "sources", "--output", "out", "--previous", "other.json"], 2, "not a brief of this version"),
    (
        ["build", "sources", "--output", "out", "--config", "wrong.toml"],
        2,
        "wrong.toml: titel: unknown; did you mean title?",
    ),
    (["frobnicate"], 2, "No such command"),
    (["sources", "empty"], 1, "empty: no files to read"),
    (["sources", "bad"], 1, "bad: none of the files could be used"),
    (["inspect", "empty"], 1, "no files to read"),
    (["inspect", "bad"], 1, "none of the files could be used"),
    (["check", "sources"], 2, "no brief to check"),
    (["check", "deep.json"], 2, "no JSON"),
    (["sources", "nowhere"], 2, "no such file or folder"),
    (["inspect", "nowhere"], 2, "no such file or folder"),
    (["check", "nowhere.json"], 2, "no such file"),
    (["check", "sources/a.txt"], 2, "no JSON"),
    (["batch", "nowhere.toml"], 2, "no such file"),
    (["batch", "empty"], 2, "is a folder"),
    (["batch"], 2, "briefgen.toml: no such file. `briefgen init DIR` makes one"),
    (["batch", "wrong.toml"], 2, "no [[brief]] table"),
    (["batch", "good.toml", "--scheduler", "nowhere"], 2, "no Dask scheduler answers there"),
    (["batch", "good.toml", "--only", "x"], 2, "no brief named x; there are weekly"),
    (["init", "sources"], 2, "is not empty"),
]


@pytest.fixture
def place(tmp_path: Path, story: Path) -> Path:
    """Give a folder with something of everything that is wrong."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "image.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "bad" / "nothing.txt").write_bytes(b"")
    (tmp_path / "file").write_text("x")
    (tmp_path / "bad.toml").write_text("title = [")
    (tmp_path / "wrong.toml").write_text("titel = 'x'")
    (tmp_path / "deep.json").write_text("[" * 100_000)
    (tmp_path / "other.json").write_text('{"schema": "other"}')
    (tmp_path / "good.toml").write_text('[[brief]]\nname = "weekly"\nsources = ["sources"]\n')
    return tmp_path


@pytest.mark.parametrize(("words", "code", "line"), MISTAKES)
def test_mistakes_are_told_in_a_line(
    place: Path,
    words: list[str],
    code: int,
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = sorted(place.rglob("*"))
    monkeypatch.chdir(place)
    monkeypatch.setattr(sys, "argv", ["briefgen", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    assert ended.value.code == code, said
    assert line in said
    assert "unexpected" not in said
    assert "\x1b" not in said
    assert sorted(place.rglob("*")) == before, "nothing was written, and no empty folder is left"


@pytest.mark.parametrize(("words", "code", "line"), MISTAKES[::5])
def test_no_traceback_from_the_real_command(place: Path, words: list[str], code: int, line: str) -> None:
    done = briefgen(*words, cwd=place)
    assert done.returncode == code, done.stderr
    assert line in told(done)


def test_all_mistakes_in_a_line_each(tmp_path: Path, story: Path) -> None:
    done = briefgen("build", story, "--output", tmp_path / "out", "--date", "x", "--week", "y", "--format", "z")
    assert done.returncode == 2
    assert [line.split(":")[-2].strip() for line in told(done).splitlines()] == ["--format", "--date", "--week"]


def test_any_script_is_shown_where_the_system_says_ascii(story: Path, tmp_path: Path) -> None:
    (story / "b.txt").write_text("Встреча в Москве\n\n" + STORY, encoding="utf-8")
    ascii_only = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    for words in (["sources", story], ["sources", story, "--json"], ["inspect", story]):
        done = subprocess.run(
            [sys.executable, "-m", "briefgen.cli", *map(str, words)],
            capture_output=True,
            check=False,
            env={**os.environ, **ascii_only},
        )
        assert done.returncode == 0, done.stderr
        assert "Встреча в Москве" in done.stdout.decode("utf-8")


def test_hostile_file_names_reach_no_terminal(story: Path, tmp_path: Path) -> None:
    (story / "a\x1b[31m\u202etxt.exe").write_bytes(b"\x7fELF" + b"\0" * 100)
    for words in (
        ["sources", story],
        ["inspect", story],
        ["build", story, "--output", tmp_path / "o", "--format", "json"],
    ):
        done = briefgen(*words)
        assert done.returncode == 0
        assert "\u202e" not in told(done) + done.stdout


def test_a_summary_names_some_and_counts_the_rest(story: Path, tmp_path: Path) -> None:
    for number in range(9):
        (story / f"empty{number}.txt").write_bytes(b"")
    done = briefgen("build", story, "--output", tmp_path / "out", "--format", "json")
    assert done.returncode == 0
    assert "nine files could not be used:\n  empty0.txt: the file is empty\n" in told(done)
    assert "  and 4 more; the brief names them all\n" in done.stderr


def test_a_summary_tells_what_there_was_no_room_for(seeds_brief: Brief) -> None:
    method = replace(seeds_brief.method, options={"views_not_shown": 1, "actors_not_shown": 12})
    assert summary(replace(seeds_brief, method=method), ())[-2:] == [
        "one further statement not shown for want of room; most_views = 0 in briefgen.toml shows all",
        "12 further names not shown for want of room; most_actors = 0 in briefgen.toml shows all",
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(story: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    for out in (closed, closed / "out"):
        done = briefgen("build", story, "--output", out, "--format", "json")
        assert done.returncode == 1
        assert "Give another --output" in told(done)


def test_sources_tells_and_prints_json(story: Path) -> None:
    done = briefgen("sources", story)
    assert done.returncode == 0
    assert "a.txt" in done.stdout
    assert told(done) == ""
    found = json.loads(briefgen("sources", story, "--json").stdout)
    assert [s["path"] for s in found["sources"]] == ["a.txt"]


def test_sources_are_chosen_by_publisher_language_and_words(story: Path) -> None:
    (story / "a.txt").write_text(STORY * 2)  # long enough to tell its language
    (story / "b.txt").write_text(
        "Les ministres se sont vus dans la ville et ont parlé de la route et du pont pour une heure."
    )
    (story / "b.txt.meta.toml").write_text("publisher = 'Le Port'\npublished = 2031-01-01\nlanguage = 'fr'")
    for words, kept in (
        (["--match", 'geneva AND ("foreign minist*" OR envoy)'], ["a.txt"]),
        (["--language", "fr"], ["b.txt"]),
        (["--language", "fr", "--language", "en"], ["a.txt", "b.txt"]),
        (["--publisher", "le port"], ["b.txt"]),
    ):
        found = json.loads(briefgen("sources", story, "--json", *words).stdout)
        assert [source["path"] for source in found["sources"]] == kept
    done = briefgen("sources", story, "--match", "(geneva")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--match: the query '(geneva' lacks a closing bracket" in done.stderr


def test_a_date_that_cannot_be_right_is_told(story: Path) -> None:
    (story / "a.txt").rename(story / "2031-01-01 story.txt")
    done = briefgen("sources", story)
    assert "undated" in done.stdout
    assert (
        "note      2031-01-01 story.txt: the date 2031-01-01 (its name) cannot be right: it lies after" in done.stdout
    )


def test_inspect_prints_a_line_a_source(story: Path) -> None:
    (story / "b.txt").write_bytes(b"")
    done = briefgen("inspect", story)
    assert done.returncode == 0
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["text"] == STORY
    assert [first["text"][n["start"] : n["end"]] for n in first["names"] if n["kind"] == "person"] == [
        "Ada Renn",
        "Boris Kell",
    ]
    assert set(first) == {
        "path",
        "text",
        "title",
        "published",
        "published_from",
        "sentences",
        "names",
        "dates",
        "quotes",
        "meetings",
        "designations",
    }
    assert second["reason"] == "no_text"
    assert set(second) == {"path", "reason", "message"}


def test_check_proves_and_finds_what_was_changed(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    briefgen("build", story, "--output", out)
    done = briefgen("check", out / "brief.json", out / "brief.pdf", out / "brief.docx")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 3
    path = out / "brief.json"
    path.write_text(path.read_text().replace('"quote": "Ruritania', '"quote": "Syldavia', 1))
    done = briefgen("check", path)
    assert done.returncode == 1
    assert "NOT proved" in done.stdout


def test_init_makes_a_folder_that_batch_accepts(tmp_path: Path) -> None:
    folder = tmp_path / "weekly"
    assert briefgen("init", folder).returncode == 0
    (folder / "sources" / "a.txt").write_text(STORY)
    done = briefgen("batch", folder / "briefgen.toml")
    assert done.returncode == 0, done.stderr
    assert sorted(p.name for p in (folder / "out").iterdir()) == ["brief.docx", "brief.html", "brief.json", "brief.pdf"]
    kept = (folder / "briefgen.toml").read_bytes()
    assert briefgen("init", folder).returncode == 2
    assert (folder / "briefgen.toml").read_bytes() == kept


def test_doctor_finds_what_is_installed() -> None:
    done = briefgen("doctor")
    assert "language pipeline" in done.stdout
    assert done.returncode == (1 if "MISSING" in done.stdout else 0)


def on_a_terminal(*words: str | Path) -> str:
    """Run the real command with a terminal of 100 columns as stdout and stderr; give what it shows, less colours."""
    import fcntl
    import pty
    import re
    import struct
    import termios

    try:
        ours, theirs = pty.openpty()
    except OSError as error:
        pytest.skip(f"no pseudo-terminals here ({error})")
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    with subprocess.Popen(
        [sys.executable, "-m", "briefgen.cli", *map(str, words)], stdout=theirs, stderr=theirs
    ) as run:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # Linux tells so that the other side has closed
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    assert run.returncode == 0
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode("utf-8"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_on_a_terminal_there_are_bars_and_tables(story: Path, tmp_path: Path) -> None:
    long = "a-name-that-is-much-too-long-for-its-column-" * 2 + "end.txt"
    (story / long).write_text("Another text, about nothing that matters.\n")
    shown = on_a_terminal("sources", story)
    assert "┃ file" in shown
    cells = [line.split("│")[1].strip() for line in shown.splitlines() if line.startswith("│")]
    assert long in "".join(cells), "long names are folded, not cut"
    config = tmp_path / "briefgen.toml"
    config.write_text("format = 'json'\n[[brief]]\nname = 'weekly'\nsources = ['sources']\n")
    shown = on_a_terminal("batch", config)
    assert "Reading sources" in shown
    (row,) = [line for line in shown.splitlines() if line.startswith("│")]
    assert [cell.strip() for cell in row.split("│")[1:-1]] == ["weekly", "made", "2", "0", "1", "0"]


def test_a_reader_that_goes_away_is_no_error(story: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m briefgen.cli inspect {story} | head -c 1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("number", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_run_that_is_ended_says_so_and_tidies_up(number: str, code: int, tmp_path: Path) -> None:
    program = f"""
import os, signal, sys, time
from briefgen import build, cli, terminal
def slow(*_, **__):
    os.kill(os.getpid(), signal.{number})
    time.sleep(20)
terminal.build = slow
sys.argv = ["briefgen", "build", "a.txt", "--output", "out"]
cli.main()
"""
    (tmp_path / "a.txt").write_text("Ada Renn met Boris Kell in Geneva on 3 March 2024.")
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == code
    assert done.stderr == "briefgen: interrupted before all was written\n"
    assert not (tmp_path / "out").exists()
