"""What printing costs: memory that a hundred pages fit in, and no styles for elements that never use them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from odd import odd_brief

from briefgen.render import defaults
from briefgen.render.pdf import pdf
from briefgen.render.theme import load_theme

SAMPLES = Path(__file__).parent.parent / "samples"
HUNDRED = (495, 1310, 34)
"""Meetings, actors and sources of a brief of about a hundred pages."""
MAKE = """
import io, resource, sys
sys.path.insert(0, sys.argv[1])
import pypdfium2
from long import long_brief
from briefgen.render import RENDERERS
from briefgen.render.theme import load_theme
made = {name: RENDERERS[name](long_brief(*map(int, sys.argv[2:])), load_theme("plain")) for name in ("pdf", "docx")}
print(len(pypdfium2.PdfDocument(made["pdf"])), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the most memory used in kilobytes")
def test_a_hundred_pages_fit_in_500_megabytes() -> None:
    command = [sys.executable, "-c", MAKE, str(SAMPLES), *map(str, HUNDRED)]
    pages, megabytes = map(int, subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    assert pages >= 95
    assert megabytes < 500


@pytest.mark.parametrize("evidence", ["annex", "footnotes"])
def test_fewer_styles_print_the_same(monkeypatch: pytest.MonkeyPatch, evidence: str) -> None:
    theme = load_theme("plain").proving(evidence)
    short = pdf(odd_brief(), theme)
    monkeypatch.setattr("briefgen.render.pdf.with_few_styles", lambda css, page: False)
    assert pdf(odd_brief(), theme) == short


def test_a_theme_may_make_footnotes_of_other_elements(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text("")
    (tmp_path / "brief.css").write_text('@import "plain/brief.css";\n.meta { float: footnote }')
    theme = load_theme(str(tmp_path))
    assert not defaults.with_few_styles(theme.text("brief.css"), "")
    assert pdf(odd_brief(), theme)
    assert defaults.with_few_styles(load_theme("weekly").text("brief.css"), "")


def test_fewer_styles_are_made() -> None:
    """Of ten cells, that is: none has the marker and the five kinds of notes that WeasyPrint's own sheet gives each."""
    from weasyprint import HTML
    from weasyprint.css import get_all_computed_styles
    from weasyprint.css.counters import CounterStyle
    from weasyprint.css.targets import TargetCollector
    from weasyprint.text.fonts import FontConfiguration

    def styles(kind: type) -> int:
        page = kind(string="<table><tr>" + "<td>a</td>" * 10 + "</tr></table>")
        made = get_all_computed_styles(
            page, font_config=FontConfiguration(), counter_style=CounterStyle(), target_collector=TargetCollector()
        )
        return len(made.get_computed_styles())

    assert styles(defaults.html_of_few_styles()) * 5 < styles(HTML)
