"""List, show, copy and check themes: what `briefgen themes` does."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

from briefgen.errors import RequestError
from briefgen.render.theme import Theme, load_theme, theme_names, themes_folder
from briefgen.wording import counted

DONE, NOTHING = 0, 1
WIDTH = 900
"""The width of a theme's picture in pixels."""


def list_themes() -> int:
    """Print the themes that come with briefgen, a line each; give the exit code."""
    names = theme_names()
    width = max(map(len, names))
    for name in names:
        print(f"{name:{width}}  {load_theme(name).description}")
    return DONE


def show_theme(name: str, picture: Path | None) -> int:
    """Print what a theme is, and write a picture of its first page where one is asked for; give the exit code.

    Raises RequestError where the picture's name does not end in .png, MissingLibraryError where Pango is missing.
    """
    if picture is not None and picture.suffix.lower() != ".png":
        raise RequestError(f"{picture}: the picture is a PNG. Give a name that ends in .png")
    theme = load_theme(name)
    if picture is not None:
        from briefgen.render.write import write

        write(picture, first_page(theme))
    for key, value in _said(theme):
        print(f"{key:9}  {value}")
    if picture is not None:
        print(f"{'picture':9}  {picture}")
    return DONE


def _said(theme: Theme) -> list[tuple[str, str]]:
    said = [
        ("theme", f"{theme.name}: {theme.description}" if theme.description else theme.name),
        ("extends", ", ".join(folder.name for folder in theme.folders[1:])),
        ("language", theme.language),
        ("paper", f"{theme.paper}, one page" if theme.one_page else theme.paper),
        ("passages", theme.evidence),
        ("sections", ", ".join(theme.order())),
        ("logo", theme.logo.file if theme.logo else ""),
    ]
    return [(key, value) for key, value in said if value]


def first_page(theme: Theme) -> bytes:
    """Give the first page of an invented brief in a theme, as a PNG."""
    import pypdfium2  # type: ignore[import-untyped]

    from briefgen.render import RENDERERS
    from briefgen.sample import sample_brief

    document = pypdfium2.PdfDocument(RENDERERS["pdf"](sample_brief(theme.language), theme))
    try:
        page = document[0]
        bitmap = page.render(scale=WIDTH / page.get_width(), rev_byteorder=True)
        return png(bitmap.width, bitmap.height, bitmap.n_channels, bitmap.stride, bytes(bitmap.buffer))
    finally:
        document.close()


def png(width: int, height: int, channels: int, stride: int, pixels: bytes) -> bytes:
    """Write pixels as a PNG (ISO/IEC 15948), true colour with or without alpha, without an imaging library."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = io.BytesIO()
    for row in range(height):
        rows.write(b"\0" + pixels[row * stride : row * stride + width * channels])
    colour = {1: 0, 3: 2, 4: 6}[channels]
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows.getvalue(), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in parts)


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
    """Try a theme with a brief that has something everywhere and with a bare one, and tell every mistake found.

    Gives the exit code: 1 where there is a mistake. Raises RenderError where there is no such theme.
    """
    from briefgen.render.linting import find_mistakes
    from briefgen.sample import bare_brief, sample_brief

    language = load_language(folder)
    mistakes, untried = find_mistakes(folder, (sample_brief(language), bare_brief(language)))
    for mistake in mistakes:
        print(mistake)
    for line in untried:
        say(f"briefgen: {line}")
    if mistakes:
        say(f"briefgen: {counted(len(mistakes), 'mistake')} in {folder}")
        return NOTHING
    print(f"{folder}: makes PDF, DOCX and page; nothing is wrong with it")
    return DONE


def load_language(name: str) -> str:
    """Give a theme's language, also where something else is wrong with the theme."""
    from briefgen.render.theme import try_theme

    return try_theme(name)[0].language
