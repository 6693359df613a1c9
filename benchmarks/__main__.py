"""Measure: `--help`, the seeds' four outputs cold, and reading, each beside what its libraries take by themselves."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import printing
from benchmarks.timing import least, python, row

SEEDS = Path(__file__).parent.parent / "seeds"
COLD = """
import spacy, weasyprint
from pathlib import Path
from briefgen.reading import pipeline
from briefgen.render.fonts import font_css
from briefgen.render.pdf import ASSET, _assets, _locked_fetcher
from briefgen.render.theme import load_theme
nlp = pipeline.load()
for path in sorted(Path({seeds!r}).glob("*.txt")):
    nlp(path.read_text(encoding="utf-8"))
theme = load_theme("plain")
fetcher = _locked_fetcher(_assets(theme))
fonts = weasyprint.text.fonts.FontConfiguration()
styles = [weasyprint.CSS(string=s, base_url=ASSET, url_fetcher=fetcher, font_config=fonts)
          for s in (font_css(ASSET), theme.text("brief.css"), theme.text("columns.css"))]
weasyprint.HTML(string=Path({page!r}).read_text(), base_url=ASSET, url_fetcher=fetcher).write_pdf(
    {pdf!r}, stylesheets=styles, font_config=fonts, pdf_variant="pdf/a-3a")
"""


def help_() -> str:
    """Compare `briefgen --help` with importing Typer."""
    return row(
        "briefgen --help", least([sys.executable, "-m", "briefgen.cli", "--help"]), least(python("import typer")), 1.5
    )


def cold() -> str:
    """Compare the seeds' four outputs with the libraries' own work on the same texts and the same HTML."""
    from datetime import date

    from briefgen.build import Request, build
    from briefgen.render.html import layout
    from briefgen.render.theme import load_theme
    from briefgen.render.view import sheet

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "brief.html")
        brief = build(Request(sources=(SEEDS,), prepared=date(2024, 3, 1)))
        page.write_text(layout(sheet(brief), load_theme("plain")), encoding="utf-8")
        ours = least([sys.executable, "-m", "briefgen.cli", "build", str(SEEDS), "--output", folder])
        theirs = least(python(COLD.format(seeds=str(SEEDS), page=str(page), pdf=str(Path(folder, "x.pdf")))))
    return row("the seeds' four outputs, cold", ours, theirs, 1.3)


def reading() -> str:
    """Compare reading and finding with plain spaCy on the same texts, warm, in CPU seconds; tells words a second."""
    from briefgen.build import digest
    from briefgen.model import File, Limits
    from briefgen.reading import pipeline
    from briefgen.sources import load

    nlp = pipeline.load()
    files = [File(path=p.name, data=p.read_bytes()) for p in sorted(SEEDS.glob("*.txt"))] * 8
    documents = [d for file in files for d in load(file, Limits()).documents]
    words = sum(len(d.text.split()) for d in documents)

    def timed(work: Callable[[], object]) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    ours = min(timed(lambda: [digest(document) for document in documents]) for _ in range(3))
    texts = [document.text for document in documents]
    # long texts in one batch may be slower than one by one: the better of the two is what spaCy takes
    plain: tuple[Callable[[], object], ...] = (lambda: list(nlp.pipe(texts)), lambda: [nlp(text) for text in texts])
    theirs = min(timed(way) for way in plain for _ in range(2))
    return row(f"reading {words} words ({words / ours:.0f} a second)", ours, theirs, 1.4)


if __name__ == "__main__":
    print(f"{'':44} {'briefgen':>9} {'libraries':>9}  ratio")
    for measure in (help_, cold, reading, printing.warm, printing.others, printing.growth):
        print(measure(), flush=True)
