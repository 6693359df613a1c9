"""What `briefgen build` writes: every file accounted for, nothing overwritten that was edited, the same bytes each time."""

from __future__ import annotations

import json
import os
from pathlib import Path

from command import STORY, briefgen, told


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


def test_a_clean_document_and_what_no_typeface_has(story: Path, tmp_path: Path) -> None:
    from briefgen.render.carrying import carried

    (story / "a.txt").write_text(STORY.replace("Geneva", "Geneva (日内瓦)"))
    words = ("--format", "pdf,docx", "--evidence", "comments", "--clean", "--date", "2024-03-05")
    for _ in range(2):
        done = briefgen("build", story, "--output", tmp_path / "out", *words)
        assert done.returncode == 0
        assert "no typeface of theme plain has U+5185 (CJK UNIFIED IDEOGRAPH-5185), U+65E5" in told(done)
        assert "is kept" not in done.stderr, "a clean document that nobody changed is written anew"
    inside = carried((tmp_path / "out" / "brief.docx").read_bytes())
    assert inside is not None
    assert set(inside) == {"document"}
