"""The command line as a user meets it: one clear line for each mistake, the right exit code, no traceback, nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefgen.cli import app

COMMANDS = ("build", "sources", "inspect", "check", "batch", "init", "doctor")
STORY = "Ruritania's foreign minister, Ada Renn, met Boris Kell, the envoy of Borduria, in Geneva on 3 March 2024.\n"


def briefgen(*words: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "briefgen.cli", *map(str, words)],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **environment},
        timeout=120,
    )


def told(done: subprocess.CompletedProcess[str]) -> str:
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stdout + done.stderr, "no colour and no bars where output is piped"
    return done.stderr


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY)
    return folder


@pytest.mark.parametrize("command", COMMANDS)
def test_help_ends_with_an_example(command: str) -> None:
    shown = CliRunner().invoke(app, [command, "--help"])
    assert shown.exit_code == 0
    assert shown.output.strip().splitlines()[-1].strip().startswith(f"Example:  briefgen {command}")


def test_build_writes_json_and_says_what_it_made(story: Path, tmp_path: Path) -> None:
    done = briefgen("build", story, "--output", tmp_path / "out", "--format", "json", "--date", "2024-03-05")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    brief = json.loads((tmp_path / "out" / "brief.json").read_text())
    assert brief["prepared"] == "2024-03-05"
    assert [m["date"]["start"] for m in brief["meetings"]] == ["2024-03-03"]
    assert "one meeting" in told(done)
    assert "briefgen check" in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        (["build", "nowhere", "--output", "out"], 2, "nowhere: no such file or folder"),
        (["build", "empty", "--output", "out"], 1, "no files to read"),
        (["build", "bad", "--output", "out"], 1, "none of the files could be used"),
        (["build", "sources", "--output", "file"], 1, "is a file, not a folder"),
        (["build", "sources", "--output", "out", "--format", "pdf,xls"], 2, "xls is none of pdf, docx, html, json"),
        (["build", "sources", "--output", "out", "--date", "yesterday"], 2, "'yesterday' is no day"),
        (["build", "sources", "--output", "out", "--week", "2023-W77"], 2, "'2023-W77' is no week"),
        (["build", "sources", "--output", "out", "--period", "2024-02-01..2024-01-01"], 2, "ends before it starts"),
        (["build", "sources", "--output", "out", "--theme", "nowhere"], 2, "no such theme"),
        (["build", "sources", "--output", "out", "--previous", "sources/a.txt"], 2, "no JSON"),
        (["build", "sources", "--output", "out", "--previous", "nowhere.json"], 2, "cannot be read"),
        (["build", "sources", "--output", "out", "--config", "nowhere.toml"], 2, "no such file"),
        (["build", "sources", "--output", "out", "--config", "bad.toml"], 2, "bad.toml"),
        (["build", "sources", "--output", "out", "--frobnicate"], 2, "No such option"),
        (["build", "sources"], 2, "Missing option"),
        (["sources", "nowhere"], 2, "no such file or folder"),
        (["inspect", "nowhere"], 2, "no such file or folder"),
        (["check", "nowhere.json"], 2, "no such file"),
        (["check", "sources/a.txt"], 2, "no JSON"),
        (["batch", "nowhere.toml"], 2, "no such file"),
        (["batch", "good.toml", "--only", "x"], 2, "no brief named x; there are weekly"),
        (["init", "sources"], 2, "is not empty"),
    ],
)
def test_mistakes_are_told_in_a_line(tmp_path: Path, story: Path, words: list[str], code: int, line: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "image.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "bad" / "nothing.txt").write_bytes(b"")
    (tmp_path / "file").write_text("x")
    (tmp_path / "bad.toml").write_text("title = [")
    (tmp_path / "good.toml").write_text('[[brief]]\nname = "weekly"\nsources = ["sources"]\n')
    before = sorted(p for p in tmp_path.rglob("*") if p.is_file())
    done = briefgen(*words, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert line in told(done)
    assert sorted(p for p in tmp_path.rglob("*") if p.is_file()) == before, "nothing was written"


def test_every_file_is_accounted_for(tmp_path: Path, story: Path) -> None:
    (story / "b.txt").write_bytes(b"")
    (story / "c.txt").write_bytes(bytes(range(256)) * 40)
    (story / "d.txt").write_bytes(STORY.encode() + b"\xff\xfe\x80 ends badly\n")
    (story / "e.xyz").write_bytes(b"\x7fELF" + b"\0" * 100)
    (story / "f.txt").write_text(STORY)
    done = briefgen("build", story, "--output", tmp_path / "out", "--format", "json", "--strict")
    assert done.returncode == 3
    brief = json.loads((tmp_path / "out" / "brief.json").read_text())
    fates = {entry["path"]: kind for kind in ("sources", "unread", "left_out") for entry in brief[kind]}
    assert fates == {
        "a.txt": "sources",
        "b.txt": "unread",
        "c.txt": "unread",
        "d.txt": "sources",
        "e.xyz": "unread",
        "f.txt": fates["f.txt"],
    }
    assert "3 files" in told(done) or "three files" in told(done)
    for entry in brief["unread"]:
        assert entry["message"]


def test_a_theme_that_fails_leaves_the_old_outputs(tmp_path: Path, story: Path) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    (theme / "brief.html").write_text("<p>\n{{ brief.titel }}")
    out = tmp_path / "out"
    out.mkdir()
    (out / "brief.docx").write_bytes(b"mine")
    done = briefgen("build", story, "--output", out, "--format", "docx", "--theme", theme)
    assert done.returncode == 1
    assert "brief.html, line 2" in told(done)
    assert (out / "brief.docx").read_bytes() == b"mine"
    assert [p.name for p in out.iterdir()] == ["brief.docx"]


def test_an_edited_word_document_is_kept(tmp_path: Path, story: Path) -> None:
    from docx import Document

    out = tmp_path / "out"
    briefgen("build", story, "--output", out, "--format", "docx")
    made = out / "brief.docx"
    again = briefgen("build", story, "--output", out, "--format", "docx")
    assert [p.name for p in out.iterdir()] == ["brief.docx"], again.stderr
    document = Document(str(made))
    document.paragraphs[0].add_run(" (edited)")
    document.save(str(made))
    edited = made.read_bytes()
    done = briefgen("build", story, "--output", out, "--format", "docx")
    assert done.returncode == 0
    assert made.read_bytes() == edited
    assert "was changed since it was made and is kept" in told(done)
    assert (out / "brief.new.docx").is_file()


NO_PANGO = "raise OSError(\"cannot load library 'libpango-1.0-0'\")\n"


def test_without_pango_the_others_are_made(tmp_path: Path, story: Path) -> None:
    # what importing WeasyPrint does on a machine without Pango
    (tmp_path / "lib" / "weasyprint").mkdir(parents=True)
    (tmp_path / "lib" / "weasyprint" / "__init__.py").write_text(NO_PANGO)
    root = Path(__file__).parent.parent
    for strict, code in ((False, 0), (True, 3)):
        out = tmp_path / f"out{code}"
        done = briefgen(
            "build", story, "--output", out, *["--strict"] * strict, PYTHONPATH=f"{tmp_path / 'lib'}{os.pathsep}{root}"
        )
        assert done.returncode == code, done.stderr
        assert sorted(p.name for p in out.iterdir()) == ["brief.docx", "brief.html", "brief.json"]
        assert "apt install libpango" in told(done)


def test_same_bytes_in_two_processes(tmp_path: Path, story: Path) -> None:
    made = []
    for number, (zone, seed) in enumerate((("Asia/Tokyo", "1"), ("America/Lima", "2"))):
        out = tmp_path / f"out{number}"
        done = briefgen(
            "build",
            story.relative_to(tmp_path),
            "--output",
            out,
            "--date",
            "2024-03-05",
            cwd=tmp_path,
            TZ=zone,
            PYTHONHASHSEED=seed,
        )
        assert done.returncode == 0, done.stderr
        made.append({p.name: p.read_bytes() for p in sorted(out.iterdir())})
    assert sorted(made[0]) == ["brief.docx", "brief.html", "brief.json", "brief.pdf"]
    assert made[0] == made[1]


def test_sources_tells_and_prints_json(story: Path) -> None:
    done = briefgen("sources", story)
    assert done.returncode == 0
    assert "a.txt" in done.stdout
    assert told(done) == ""
    found = json.loads(briefgen("sources", story, "--json").stdout)
    assert [s["path"] for s in found["sources"]] == ["a.txt"]


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


def test_a_reader_that_goes_away_is_no_error(story: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m briefgen.cli inspect {story} | head -c 1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
