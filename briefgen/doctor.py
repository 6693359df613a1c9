"""Show what is installed, what is missing, and the one command that mends it. Works where half of it is missing."""

from __future__ import annotations

import io
import os
import platform
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

DONE, NOTHING = 0, 1
REQUIREMENTS = (
    "charset-normalizer>=3.3",
    "fonttools>=4.60",
    "htmldate>=1.9",
    "jinja2>=3.1.6",
    "lxml>=5",
    "lxml-html-clean>=0.4",
    "pikepdf>=9",
    "pydantic>=2.8",
    "pypdfium2>=5",
    "python-dateutil>=2.9",
    "python-docx>=1.2",
    "resvg-py>=0.5",
    "rich>=13",
    "spacy>=3.8.4,<3.9",
    "striprtf>=0.0.29",
    "threadpoolctl>=3",
    "trafilatura>=2.1",
    "typer>=0.15",
    "weasyprint>=70,<71",
)
"""What pyproject.toml asks for (a test holds them together): what is installed may be told of by an older one."""
MODULES = {"fonttools": "fontTools", "python-dateutil": "dateutil", "python-docx": "docx", "weasyprint": None}
"""Modules that are not called like their package; WeasyPrint's own import is proved by the libraries it opens."""
LIBRARIES = {
    "gobject": ("libgobject-2.0-0", "gobject-2.0-0", "gobject-2.0", "libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    "pango": ("libpango-1.0-0", "pango-1.0-0", "pango-1.0", "libpango-1.0.so.0", "libpango-1.0.dylib"),
    "pangoft2": (
        "libpangoft2-1.0-0",
        "pangoft2-1.0-0",
        "pangoft2-1.0",
        "libpangoft2-1.0.so.0",
        "libpangoft2-1.0.dylib",
    ),
    "fontconfig": ("libfontconfig-1", "fontconfig-1", "fontconfig", "libfontconfig.so.1", "libfontconfig.1.dylib"),
    "harfbuzz": ("libharfbuzz-0", "harfbuzz", "harfbuzz-0.0", "libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    "harfbuzz-subset": (
        "libharfbuzz-subset-0",
        "harfbuzz-subset",
        "harfbuzz-subset-0.0",
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset.0.dylib",
    ),
}
"""The shared libraries that WeasyPrint opens, by the names it tries on Windows, Linux and macOS, in its order."""
PANGO = 1, 44
"""The oldest Pango that WeasyPrint works with."""
SYSTEM = (
    ("apt-get", "apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
    ("dnf", "dnf install pango"),
    ("pacman", "pacman -S pango"),
    ("apk", "apk add so:libgobject-2.0.so.0 so:libpangoft2-1.0.so.0 so:libharfbuzz-subset.so.0 so:libfontconfig.so.1"),
)
"""Package managers of Linux, and the command of each that brings Pango."""
BREW = "brew install pango && export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib"
MSYS2 = "pacman -S mingw-w64-ucrt-x86_64-pango   (in the UCRT64 shell of MSYS2)"
AGAIN = "pip install --force-reinstall --no-deps briefgen"
EXTRAS = (
    ("LibreOffice", ("soffice", "libreoffice"), "to look at the DOCX"),
    ("Chromium", ("chromium", "chromium-browser", "google-chrome", "chrome"), "to look at the page"),
    ("Tesseract", ("tesseract",), "to read scanned pages (`ocr = true`): apt install tesseract-ocr"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked for: found or not, needed or an extra, and what mends it.

    `package` is a requirement for pip; `mend` is a whole command.
    """

    name: str
    found: bool
    told: str
    needed: bool = True
    package: str | None = None
    mend: str | None = None


def findings() -> Iterator[Finding]:
    """Look for everything that briefgen uses."""
    good = sys.version_info >= (3, 11)
    yield Finding(name="Python", found=good, told=platform.python_version(), mend="install Python 3.11 or newer")
    for requirement in REQUIREMENTS:
        yield _package(requirement)
    yield _proved("language pipeline", _pipeline)
    yield from _libraries()
    yield _proved("typefaces", _fonts)
    yield _proved("theme", _theme)
    yield from _extras()


def _package(requirement: str) -> Finding:
    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
    try:
        found = version(name)
    except PackageNotFoundError:
        return Finding(name=name, found=False, told="not installed", package=requirement)
    least = re.search(r">=([\d.]+)", requirement)
    if least and _numbers(found) < _numbers(least[1]):
        return Finding(name=name, found=False, told=f"{found} is too old, {least[1]} is needed", package=requirement)
    module = MODULES.get(name, name.replace("-", "_"))
    wrong = None if module is None else _wrong(module)
    told = found if wrong is None else f"{found} does not load ({wrong})"
    return Finding(name=name, found=wrong is None, told=told, package=requirement)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text)[:3])


def _wrong(module: str) -> str | None:
    """Import a module, whatever it prints; tell what was wrong, or None."""
    try:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            import_module(module)
    except (ImportError, OSError, ValueError, AttributeError) as error:
        return " ".join(str(error).split())[:200]
    return None


def _proved(name: str, prove: Callable[[], str]) -> Finding:
    """Look for a part of briefgen itself: `prove` tells what is there, or raises."""
    from briefgen.errors import BriefgenError

    try:
        return Finding(name=name, found=True, told=prove())
    except (OSError, ValueError, ImportError, AttributeError, KeyError, BriefgenError) as error:
        return Finding(name=name, found=False, told=f"does not load ({error})", mend=AGAIN)


def _pipeline() -> str:
    from briefgen.reading import pipeline

    pipeline.load()
    return pipeline.version()


def _fonts() -> str:
    from briefgen.render.fonts import FACES, font_files

    wanted, there = sum(map(len, FACES.values())), len(font_files())
    if there < wanted:
        raise ValueError(f"{there} of {wanted} are there")
    return f"{there} of {wanted}"


def _theme() -> str:
    from briefgen.render.theme import DEFAULT, load_theme

    return load_theme(DEFAULT).name


def _libraries() -> Iterator[Finding]:
    """Look for the libraries of the PDF as WeasyPrint does."""
    mend = _system_command()
    for name, spellings in LIBRARIES.items():
        library = _opened(spellings)
        found, told = library is not None, "opens" if library is not None else "not found"
        if name == "pango" and library is not None:
            number = library.pango_version()
            found = (number // 10000, number // 100 % 100) >= PANGO
            told = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
            told += "" if found else f" is too old, {PANGO[0]}.{PANGO[1]} is needed"
        yield Finding(name=f"{name} (for the PDF)", found=found, told=told, mend=mend)


def _opened(spellings: tuple[str, ...]) -> Any:
    """Open a shared library by the first of its names that there is; None where none is."""
    try:
        from cffi import FFI
    except ImportError:  # comes with WeasyPrint, whose own line tells that it is missing
        return None
    ffi = FFI()
    ffi.cdef("int pango_version(void);")
    for spelling in spellings:
        try:
            return ffi.dlopen(spelling)
        except OSError:
            continue
    return None


def _system_command() -> str:
    """Give the command that brings Pango to this system."""
    if platform.system() == "Darwin":
        return BREW
    if platform.system() == "Windows":
        return MSYS2
    command = next((command for manager, command in SYSTEM if shutil.which(manager)), SYSTEM[0][1])
    return command if not hasattr(os, "geteuid") or os.geteuid() == 0 else f"sudo {command}"


def _extras() -> Iterator[Finding]:
    for name, programs, use in EXTRAS:
        there = any(map(shutil.which, programs))
        yield Finding(name=name, found=there, told="found" if there else f"not found; an extra, {use}", needed=False)
    try:
        yield Finding(name="Dask", found=True, told=version("distributed"), needed=False)
    except PackageNotFoundError:
        told = "not installed; an extra, for clusters: pip install 'briefgen[cluster]'"
        yield Finding(name="Dask", found=False, told=told, needed=False)


def report() -> int:
    """Print what was found; give the exit code: 0 where all that is needed is there, else 1."""
    found = list(findings())
    width = max(len(f.name) for f in found)
    for f in found:
        sign = "ok" if f.found else "MISSING" if f.needed else "-"
        print(f"{sign:8}{f.name:{width}}  {f.told}")
    missing = [f for f in found if f.needed and not f.found]
    packages = [f"'{f.package}'" for f in missing if f.package]
    commands = [f"pip install {' '.join(packages)}"] if packages else []
    commands += [f.mend for f in missing if f.mend]
    print("\nall that briefgen needs is there" if not missing else "\nto mend it:")
    for command in dict.fromkeys(commands):
        print(f"  {command}")
    return NOTHING if missing else DONE
