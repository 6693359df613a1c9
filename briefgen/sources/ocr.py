"""Read pictures of pages with Tesseract, where the user asks for it and the program is installed.

A page is drawn by PDFium, sent to the program and comes back as words with their places; nothing is written to disk.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from statistics import fmean, median
from typing import Any

from briefgen.errors import SourceError
from briefgen.sources.lines import EDGE, Line

DPI = 200
POINTS = 72
"""A PDF's own unit: this many make an inch."""
WIDEST = 4_000
"""Pixels of a page's longer side; a larger page is drawn smaller, whatever size it claims."""
LEAST_SURE = 40.0
"""Tesseract's mean confidence in a line, in percent, under which the line is taken for a stain or a picture."""
HEADING = 1.3
"""Height of a paragraph's lines, as a share of the page's usual one, from which its letters are larger: a line with a
"g" is taller than one without."""


@cache
def tesseract() -> str | None:
    """Give the path of the program, or None where it is not installed."""
    return shutil.which("tesseract")


def read_pages(document: Any, numbers: Sequence[int], seconds: float) -> Iterator[tuple[int, list[Line]]]:
    """Give the lines of the pages asked for. Raises SourceError: no_text without the program, too_slow."""
    program = tesseract()
    if program is None:
        raise SourceError(
            "", "no_text", "the PDF holds pictures of pages, and Tesseract is not installed: `briefgen doctor` says how"
        )
    end = time.monotonic() + seconds
    for number in numbers:
        page = document[number]
        try:
            width, height = page.get_size()
            scale = min(DPI / POINTS, WIDEST / max(width, height, 1.0))
            picture = page.render(scale=scale, grayscale=True)
            out = io.BytesIO()
            picture.to_pil().convert("L").save(out, "PPM")
            picture.close()
        finally:
            page.close()
        table = _asked(program, out.getvalue(), round(scale * POINTS), end - time.monotonic())
        yield number, _lines(table, number, scale, height)


def _asked(program: str, picture: bytes, dpi: int, seconds: float) -> str:
    """Send a picture to Tesseract and give its table of words."""
    command = [program, "stdin", "stdout", "--dpi", str(dpi), "-l", "eng", "-c", "tessedit_create_tsv=1"]
    try:
        answer = subprocess.run(
            command,
            input=picture,
            capture_output=True,
            timeout=max(0.1, seconds),
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise SourceError("", "too_slow", "reading its pictures of pages took longer than `max_ocr_seconds`") from None
    if answer.returncode:
        said = " ".join(answer.stderr.decode("utf-8", "replace").split())[:200]
        raise SourceError("", "no_text", f"Tesseract could not read its pictures of pages: {said}")
    return answer.stdout.decode("utf-8", "replace")


def _lines(table: str, number: int, scale: float, height: float) -> list[Line]:
    """Turn Tesseract's table of words into the lines of a page."""
    words = [
        row
        for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
        if row.get("level") == "5" and (row.get("text") or "").strip()
    ]
    rows = [list(line) for _, line in groupby(words, key=lambda w: (w["block_num"], w["par_num"], w["line_num"]))]
    rows = [line for line in rows if fmean(float(word["conf"]) for word in line) >= LEAST_SURE]
    usual = median(_tall(line) for line in rows) if rows else 0.0
    lines: list[Line] = []
    for _, paragraph in groupby(rows, key=lambda line: (line[0]["block_num"], line[0]["par_num"])):
        inside = list(paragraph)
        tall = median(_tall(line) for line in inside)
        size = tall if tall > HEADING * usual else usual
        lines += [_line(line, size / scale, number, scale, height) for line in inside]
    return lines


def _tall(line: Sequence[dict[str, str]]) -> float:
    return float(max(1, *(int(word["height"]) for word in line)))


def _line(words: Sequence[dict[str, str]], size: float, number: int, scale: float, height: float) -> Line:
    left = min(int(word["left"]) for word in words)
    right = max(int(word["left"]) + int(word["width"]) for word in words)
    top = min(int(word["top"]) for word in words)
    bottom = max(int(word["top"]) + int(word["height"]) for word in words)
    middle = (top + bottom) / 2 / scale
    return Line(
        " ".join(word["text"] for word in words),
        left / scale,
        right / scale,
        height - bottom / scale,
        size,
        number,
        middle < height * EDGE or middle > height * (1 - EDGE),
    )
