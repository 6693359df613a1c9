"""Make a working folder to start from: a briefgen.toml, a place for the sources, a theme to change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from briefgen.errors import RequestError
from briefgen.render.theme import DEFAULT, themes_folder

CONFIGURATION = """\
# briefgen.toml: `briefgen batch` makes every [[brief]] below; `briefgen build --config briefgen.toml` takes the settings
# above the first one. Paths are relative to this file.

theme = "theme"                # a folder, or the name of a theme that comes with briefgen
# format = ["pdf", "docx", "html", "json"]
# evidence = "annex"          # where the passages stand: annex, footnotes, none, or comments (in Word)
# clean = true                 # a DOCX to hand out: no comments, no marks for editing, no brief inside
# marking = "TLP:AMBER"        # in head and foot of each page: TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR
# jobs = 2                     # worker processes
# strict = true                # exit code 3 where a source is unread or a library is missing

# Which sources:
# include = ["*.txt", "reports/*"]
# exclude = ["*draft*"]
# publisher = ["Example Times"]
# language = ["en"]
# match = "talks AND (Geneva OR Vienna) NOT football"
# undated = true               # keep sources without a date
# ocr = true                   # read scanned pages with Tesseract, seconds for each page; off if not given

# How much a brief shows at most; who is party to a fact always stays, and 0 shows all:
# most_views = 150             # statements and views, the sources served alike
# most_actors = 150

# Your own word on names beats every test:
# same = [["Ada Renn", "A. Ren"]]
# different = [["John Smith (minister)", "John Smith (analyst)"]]

# Your own grades of publishers (Admiralty code); all others are F6, "cannot be judged":
# [grades]
# "Example Times" = "B3"

# What one file may cost:
# [limits]
# max_bytes = 50000000
# max_unpacked = 200000000       # of an archive's members, together
# max_words = 400000
# max_pages = 2000
# max_depth = 4                  # files within files
# max_seconds = 60.0
# max_memory = 2000000000        # bytes
# max_ocr_seconds = 600.0        # for a file's scanned pages, together

[[brief]]
name = "weekly"
sources = ["sources"]
output = "out"
# title = "Weekly brief"
# subtitle = "What matters"
# issue = 12                   # its number; not given, it counts on from that of the previous issue
# week = "2024-W09"            # or period = "2024-02-26..2024-03-03"
# date = "2024-03-04"          # the date the brief carries; today if not given
# previous = "last/brief.json" # the last issue, to say what changed
"""


def start_folder(folder: Path, say: Callable[[str], None]) -> None:
    """Make the folder. Raises RequestError where it holds something already: nothing is ever overwritten."""
    try:
        if folder.exists() and not folder.is_dir():
            raise RequestError(f"{folder}: is a file. Give a new folder")
        if folder.exists() and any(folder.iterdir()):
            raise RequestError(f"{folder}: is not empty. Give a new folder; nothing there was changed")
        (folder / "sources").mkdir(parents=True)
        (folder / "briefgen.toml").write_text(CONFIGURATION, encoding="utf-8")
        shutil.copytree(themes_folder() / DEFAULT, folder / "theme")
    except OSError as error:
        raise RequestError(f"{folder}: cannot be made ({error.strerror})") from None
    say(f"made {folder}: put your documents into {folder / 'sources'}, then: briefgen batch {folder / 'briefgen.toml'}")
