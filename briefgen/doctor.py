"""Show what is installed, what is missing, and the one command that mends it."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

DONE, NOTHING = 0, 1
PACKAGES = (
    "spacy",
    "weasyprint",
    "python-docx",
    "jinja2",
    "lxml",
    "trafilatura",
    "pypdfium2",
    "pikepdf",
    "charset-normalizer",
    "pydantic",
    "rich",
    "typer",
)
LIBRARIES = {
    "gobject": ("gobject-2.0-0", "libgobject-2.0.so.0", "libgobject-2.0.dylib"),
    "pango": ("pango-1.0-0", "libpango-1.0.so.0", "libpango-1.0.dylib"),
    "pangoft2": ("pangoft2-1.0-0", "libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    "fontconfig": ("fontconfig-1", "libfontconfig.so.1", "libfontconfig.dylib"),
    "harfbuzz": ("harfbuzz", "libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    "harfbuzz-subset": ("harfbuzz-subset-0", "libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
}
"""The shared libraries that WeasyPrint opens, by the names it tries on Windows, Linux and macOS."""
MEND = {
    "Linux": "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0   (Fedora: dnf install pango)",
    "Darwin": "brew install pango   (and export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib)",
    "Windows": "install MSYS2, then: pacman -S mingw-w64-ucrt-x86_64-pango   (and set WEASYPRINT_DLL_DIRECTORIES to its bin folder)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked for: found or not, needed or an extra, and the command that mends it."""

    name: str
    found: bool
    told: str
    needed: bool = True
    mend: str | None = None


def findings() -> Iterator[Finding]:
    """Look for everything that briefgen uses."""
    good = sys.version_info >= (3, 11)
    yield Finding(
        name="Python", found=good, told=platform.python_version(), mend=None if good else "install Python 3.11 or newer"
    )
    for package in PACKAGES:
        try:
            yield Finding(name=package, found=True, told=version(package))
        except PackageNotFoundError:
            yield Finding(name=package, found=False, told="not installed", mend="pip install --upgrade briefgen")
    yield _pipeline()
    for name, spellings in LIBRARIES.items():
        there = _opens(spellings)
        yield Finding(
            name=f"{name} (for the PDF)",
            found=there,
            told="opens" if there else "not found",
            mend=None if there else MEND.get(platform.system(), MEND["Linux"]),
        )
    yield _fonts()
    for name, program, use in (
        ("LibreOffice", "soffice", "to look at the DOCX"),
        ("Chromium", "chromium", "to look at the page"),
        ("Tesseract", "tesseract", "to read scanned pages"),
    ):
        there = shutil.which(program) is not None
        yield Finding(name=name, found=there, told="found" if there else f"not found; an extra, {use}", needed=False)
    try:
        yield Finding(name="Dask", found=True, told=version("distributed"), needed=False)
    except PackageNotFoundError:
        yield Finding(
            name="Dask",
            found=False,
            told="not installed; an extra, for clusters: pip install 'briefgen[cluster]'",
            needed=False,
        )


def _pipeline() -> Finding:
    from briefgen.errors import BriefgenError
    from briefgen.reading import pipeline

    try:
        pipeline.load()
        return Finding(name="language pipeline", found=True, told=pipeline.version())
    except (OSError, ValueError, ImportError, BriefgenError) as error:
        return Finding(
            name="language pipeline",
            found=False,
            told=f"does not load ({error})",
            mend="pip install --force-reinstall briefgen",
        )


def _fonts() -> Finding:
    from briefgen.render.fonts import FACES, font_files

    wanted, there = sum(map(len, FACES.values())), len(font_files())
    return Finding(
        name="typefaces",
        found=wanted == there,
        told=f"{there} of {wanted}",
        mend=None if wanted == there else "pip install --force-reinstall briefgen",
    )


def _opens(spellings: tuple[str, ...]) -> bool:
    """Open a library as WeasyPrint does."""
    from cffi import FFI

    for spelling in spellings:
        try:
            FFI().dlopen(spelling)
        except OSError:
            continue
        return True
    return False


def report() -> int:
    """Print what was found; give the exit code: 0 where all that is needed is there, else 1."""
    found = list(findings())
    width = max(len(f.name) for f in found)
    for f in found:
        sign = "ok" if f.found else "MISSING" if f.needed else "-"
        print(f"{sign:8}{f.name:{width}}  {f.told}")
    missing = [f for f in found if f.needed and not f.found]
    for mend in dict.fromkeys(f.mend for f in missing if f.mend):
        print(f"\nto mend it: {mend}")
    if not missing:
        print("\nall that briefgen needs is there")
    return NOTHING if missing else DONE
