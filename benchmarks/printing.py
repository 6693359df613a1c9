"""Measure printing: PDF and DOCX beside WeasyPrint's own time for the same HTML, and how cost grows with the pages.

Beside them, where they are installed: pandoc making a DOCX of the same HTML, and LibreOffice making a PDF of our DOCX.
"""

from __future__ import annotations

import importlib.util
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

TESTS = Path(__file__).parent.parent / "tests" / "samples"
FIVE_PAGES = (30, 30, 5)
"""Meetings, actors and sources of a brief of about five pages."""
LONG = ((100, 260, 10), (200, 530, 15), (495, 1310, 34))


def _brief(meetings: int, actors: int, sources: int):  # type: ignore[no-untyped-def]
    sys.path.insert(0, str(TESTS))
    from long import long_brief  # type: ignore[import-not-found,unused-ignore]

    return long_brief(meetings, actors, sources)


def _least(*works: Callable[[], object], runs: int = 3) -> list[float]:
    """Give the least CPU seconds of each work; they take turns, so that what else the machine does meets them alike."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, taken in zip(works, times, strict=True):
            start = time.process_time()
            work()
            taken.append(time.process_time() - start)
    return [min(taken) for taken in times]


def warm() -> str:
    """Compare a warm brief of five pages, PDF and DOCX, with WeasyPrint's own time for the same HTML."""
    import weasyprint

    from briefgen.render.docx import docx
    from briefgen.render.fonts import font_css
    from briefgen.render.html import layout
    from briefgen.render.pdf import ASSET, _assets, _drawn, _fonts, _locked_fetcher, printed
    from briefgen.render.theme import load_theme
    from briefgen.render.view import sheet

    theme, brief = load_theme("plain"), _brief(*FIVE_PAGES)
    shown = sheet(brief)
    page = layout(shown, theme)
    figures = {f"figures/{name}.svg": _drawn(figure.svg, theme) for name, figure in shown.figures.items()}

    def theirs() -> None:
        fetcher = _locked_fetcher({**_assets(theme), **figures})
        styles = [
            weasyprint.CSS(string=text, base_url=ASSET, url_fetcher=fetcher, font_config=_fonts())
            for text in (font_css(ASSET), theme.text("brief.css"), theme.text("columns.css"))
        ]
        weasyprint.HTML(string=page, base_url=ASSET, url_fetcher=fetcher).write_pdf(
            stylesheets=styles, font_config=_fonts(), pdf_variant="pdf/a-3a"
        )

    printed(brief, theme)  # imports and fonts are not what is measured here
    docx(brief, theme)
    alone, both = _least(theirs, lambda: (printed(brief, theme), docx(brief, theme)))
    most = 1.15 + 0.2 / alone
    return f"{'PDF and DOCX of five pages, warm (CPU)':44} {both:7.2f} s {alone:7.2f} s {both / alone:6.2f}  (at most {most:.2f})"


_GROWTH = """
import sys, time, resource
sys.path.insert(0, {tests!r})
from long import long_brief
from briefgen.render.theme import load_theme
theme, brief = load_theme("plain"), long_brief({meetings}, {actors}, {sources})
import io, pypdfium2
from briefgen.render.pdf import pdf
from briefgen.render.docx import docx
start = time.process_time(); made = pdf(brief, theme); middle = time.process_time(); docx(brief, theme)
end = time.process_time()
pages = len(pypdfium2.PdfDocument(made))
print(pages, middle - start, end - middle, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def growth() -> str:
    """Tell seconds a page of PDF and DOCX, and memory, for three lengths, each in a fresh process."""
    lines = []
    for meetings, actors, sources in LONG:
        code = _GROWTH.format(tests=str(TESTS), meetings=meetings, actors=actors, sources=sources)
        ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        pages, pdf, docx, memory = map(float, ran.stdout.split())
        lines.append(
            f"{pages:4.0f} pages: PDF {pdf:6.2f} s ({pdf / pages:.3f} a page), DOCX {docx:5.2f} s ({docx / pages:.3f} a page), "
            f"{memory:.0f} MB (at most 500 for 100 pages)"
        )
    return "\n".join(lines)


def others() -> str:
    """Time pandoc and LibreOffice on the same content, where they are installed, each cold as its users start it."""
    from briefgen.render.docx import docx
    from briefgen.render.html import layout
    from briefgen.render.theme import load_theme
    from briefgen.render.view import sheet

    theme, brief = load_theme("plain"), _brief(*FIVE_PAGES)
    with tempfile.TemporaryDirectory() as folder:
        page, word = Path(folder, "brief.html"), Path(folder, "brief.docx")
        page.write_text(layout(sheet(brief), theme), encoding="utf-8")
        word.write_bytes(docx(brief, theme))
        commands = {
            "pandoc, HTML to DOCX": (_pandoc(), page, "-o", Path(folder, "pandoc.docx")),
            "LibreOffice, DOCX to PDF": (
                shutil.which("soffice"), f"-env:UserInstallation=file://{folder}/office", "--headless",
                "--convert-to", "pdf", "--outdir", folder, word,
            ),
        }  # fmt: skip
        return "\n".join(f"{name:44} {_timed(command)}" for name, command in commands.items())


def _pandoc() -> str | None:
    found = shutil.which("pandoc")
    if found or importlib.util.find_spec("pypandoc") is None:
        return found
    import pypandoc  # type: ignore[import-not-found,unused-ignore]

    return str(pypandoc.get_pandoc_path())


def _timed(command: tuple[object, ...]) -> str:
    if command[0] is None:
        return "not installed"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=300)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return f"{after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime:7.2f} s CPU"


if __name__ == "__main__":
    for measure in (warm, others, growth):
        print(measure(), flush=True)
