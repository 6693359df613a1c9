"""List, copy and check themes: what `briefgen themes` does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from briefgen.contract import SCHEMA
from briefgen.errors import MissingLibraryError, RenderError, RequestError
from briefgen.model import Actor, Brief, Document, KeyPoint, Meeting, Method, Source, View, When
from briefgen.render.theme import load_theme, theme_names, themes_folder

DONE, NOTHING = 0, 1


def list_themes() -> int:
    """Print the themes that come with briefgen, a line each; give the exit code."""
    names = theme_names()
    width = max(map(len, names))
    for name in names:
        print(f"{name:{width}}  {load_theme(name).description}")
    return DONE


def copy_theme(name: str, folder: Path, say: Callable[[str], None]) -> int:
    """Copy a theme into a new folder. Raises RequestError where the folder holds something: nothing is overwritten."""
    if name not in theme_names():
        raise RequestError(f"{name}: no such theme; there are {', '.join(theme_names())}")
    if folder.exists():
        raise RequestError(f"{folder}: is there already. Give a new folder; nothing was changed")
    try:
        shutil.copytree(themes_folder() / name, folder)
    except OSError as error:
        raise RequestError(f"{folder}: cannot be made ({error.strerror})") from None
    say(
        f"copied {name} to {folder}. Change what you want, delete what you do not, then: briefgen themes check {folder}"
    )
    return DONE


def check_theme(folder: str, say: Callable[[str], None]) -> int:
    """Render a small brief and an empty one with a theme and tell what is wrong, with file and line; give the exit code."""
    from briefgen.render import RENDERERS

    try:
        theme = load_theme(folder)
        for brief in (_sample(), _empty()):
            for name in ("docx", "html", "pdf"):
                try:
                    RENDERERS[name](brief, theme)
                except MissingLibraryError as error:
                    say(f"briefgen: the PDF was not tried: {error}")
    except RenderError as error:
        print(f"{folder}: {error}")
        return NOTHING
    print(f"{folder}: makes PDF, DOCX and page")
    return DONE


def _empty() -> Brief:
    source = Source(id="S1", path="a.txt", media_type="text/plain", text="Nothing.", origin="S1", words=1)
    return Brief(
        schema=SCHEMA,
        title="An empty brief",
        subtitle=None,
        language="en",
        period=None,
        prepared=date(2024, 1, 1),
        marking=None,
        previous=None,
        sources=(source,),
        unread=(),
        left_out=(),
        key_points=(),
        actors=(),
        meetings=(),
        designations=(),
        views=(),
        discrepancies=(),
        changes=(),
        method=Method(briefgen="", pipeline=""),
    )


def _sample() -> Brief:
    """Give a brief with something in its main sections, so that a template's every branch of use is tried."""
    from dataclasses import replace

    text = "Ada Renn met Boris Kell in Geneva on 3 March 2024. “The talks were of use,” she said."
    brief = _empty()
    source = replace(brief.sources[0], text=text, title="Talks", publisher="Example Times", url="https://example.org/")
    document = Document(source=source)
    met, said = document.cite(0, 50), document.cite(51, len(text))
    day = When(start=date(2024, 3, 3), end=date(2024, 3, 3), precision="day")
    people = tuple(
        Actor(id=name.casefold().replace(" ", "-"), name=name, kind="person", role="envoy", mentions=1, evidence=(met,))
        for name in ("Ada Renn", "Boris Kell")
    )
    keys = tuple(actor.id for actor in people)
    return replace(
        brief,
        title="A small brief",
        subtitle="To try a theme",
        marking="TLP:GREEN",
        sources=(source,),
        actors=people,
        key_points=(KeyPoint(id="bottom-line", text="Ada Renn and Boris Kell met.", evidence=(met,)),),
        meetings=(Meeting(id="m", date=day, place="Geneva", participants=keys, evidence=(met,)),),
        views=(
            View(id="v", holder=keys[0], kind="other", text="The talks were of use,", direct=True, evidence=(said,)),
        ),
    )
