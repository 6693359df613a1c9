"""A user's theme is tried: every fault is told at once, with its file and line; nothing outside the theme is reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from house import write

from briefgen.errors import RenderError
from briefgen.render.docx import docx
from briefgen.render.html import html
from briefgen.render.linting import find_mistakes
from briefgen.render.page import page
from briefgen.render.pdf import pdf
from briefgen.render.theme import load_theme
from briefgen.render.view import sheet
from briefgen.sample import bare_brief, sample_brief
from briefgen.theming import copy_theme

FAULTS = {
    "theme.toml": """extends = "plain"
papper = "A4"
paper = "A5"
sections = ["key_points", "meetngs", "meetings"]
language = "fr"
one_page = "yes"

[logo]
file = "assets/logo.png"
alt = "Example House"

[labels]
acters = "Who is who"
""",
    "sections/meetings.html": """<h2>{{ labels.meetigns }}</h2>
{% for m in brief.meetings.held %}
<p data-style="Brief Lede">{{ m.plaze }} {{ nothing }}</p>
{% endfor %}
{{ "".__class__.__mro__ }}
{{ brief.titel }}
{{ brief.sources.__init__.__globals__ }}
{% if house is defined %}{{ house }}{% endif %}
""",
    "sections/key_points.html": "<p>\n{{ brief.title|shout }}</p>",
    "sections/actors.html": "<p>\n{% if brief.actors %}\n",
    "sections/method.html": '\n{% include "../../../../../../etc/passwd" %}',
    "sections/meeting.html": "<p>Nobody shows this</p>",
    "brief.css": """@import "plain/brief.css";
@import "http://house.example/x.css";
h1 { colr: red; font: 700 20pt "Brief Sanz", serif }
h2 { color: blu }
h3 { background: url(file:///etc/passwd) }
p { background: url("https://house.example/p.png") }
@font-face { font-family: "House Sans"; src: url(assets/house.ttf) }
body { font-family: "House Sans", "Brief Sans", sans-serif }
th {
""",
    "breif.css": "",
    "assets/logo.png": "no picture",
    "reference.docx": "no Word document",
}
TOLD = [
    ("theme.toml, line 2: papper: unknown; did you mean paper?"),
    ("theme.toml, line 3: paper: 'A5' is none of A4, Letter"),
    ("theme.toml, line 4: sections: meetngs is unknown"),
    ("did you mean meetings?"),
    ("theme.toml, line 5: language: 'fr' is none of en, de"),
    ("theme.toml, line 6: one_page: expected true or false, found 'yes'"),
    ("theme.toml, line 8: logo: assets/logo.png is no picture of the kind its name says"),
    ("theme.toml, line 13: labels: acters is used by no template; did you mean actors?"),
    ("sections/meetings.html, line 1: labels.meetigns is unknown: add it to [labels] in theme.toml, or did you mean"),
    ("sections/meetings.html, line 3: a MeetingRow has no plaze; did you mean place?"),
    ("sections/meetings.html, line 3: 'nothing' is unknown"),
    ("sections/meetings.html, line 5: __class__ is out of reach: templates run in a sandbox"),
    ("sections/meetings.html, line 6: a Sheet has no titel; did you mean title?"),
    ("sections/meetings.html, line 7: __init__ is out of reach"),
    ("sections/key_points.html, line 2: No filter named 'shout'"),
    ("sections/actors.html, line 2: Unexpected end of template"),
    ("sections/meeting.html: nothing uses this file; did you mean sections/meetings.html?"),
    ("brief.css, line 2: @import: http://house.example/x.css is refused"),
    ("brief.css, line 3: colr is an unknown property; did you mean color?"),
    ("brief.css, line 3: the font Brief Sanz does not come with the theme; did you mean Brief Sans?"),
    ("brief.css, line 4: color: blu: invalid value"),
    ("brief.css, line 5: file:///etc/passwd is refused"),
    ("brief.css, line 6: https://house.example/p.png is refused"),
    ("brief.css, line 7: assets/house.ttf is not there"),
    ("brief.css, line 9: 1 { without its }"),
    ("breif.css: nothing uses this file; did you mean brief.css?"),
    ("reference.docx: is no Word document"),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = write(tmp_path_factory.mktemp("house"), FAULTS)
    mistakes, untried = find_mistakes(str(folder), (sample_brief(), bare_brief()))
    assert untried == []
    return [str(mistake) for mistake in mistakes]


@pytest.mark.parametrize("message", TOLD)
def test_every_fault_is_told_at_once(told: list[str], message: str) -> None:
    assert any(message in line for line in told), "\n".join(told)


def test_what_is_right_is_not_told(told: list[str]) -> None:
    assert not [line for line in told if "House Sans" in line or "house is" in line or "'house'" in line]
    assert len(told) == len(set(told)) <= len(TOLD) + 2


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"theme.toml": "paper = A4"}, "theme.toml, line 1: is no valid TOML"),
        ({"theme.toml": '[logo]\nfile = "assets/x.png"'}, "theme.toml, line 1: logo: alt is missing"),
        ({"theme.toml": '[logo]\nfile = "assets/x.png"\nalt = "x"'}, "logo: assets/x.png is not there"),
        ({"theme.toml": 'sections = ["actors", "actors"]'}, "sections: actors stands there twice"),
        (
            {"theme.toml": '\nlanguage = "de"'},
            'line 2: language: de, but the labels are those of plain; say extends = "plain-de"',
        ),
        ({"theme.toml": "sections = []"}, "sections: expected a list of sections"),
        ({"theme.toml": "", "sections/method.html": '{% include "../../x" %}'}, "method.html, line 1: theme"),
        (
            {"theme.toml": "", "sections/method.html": "\n{{ ''.__class__.__mro__ }}"},
            "method.html, line 2: __class__ is out of reach",
        ),
        ({"theme.toml": "", "sections/method.html": "\n{{ 1 / 0 }}"}, "method.html, line 2: division by zero"),
        ({"theme.toml": "", "body.html": '{% include "body.html" %}'}, "includes or extends itself"),
        (
            {"theme.toml": "", "sections/method.html": '<table>\n<tr><td colspan="100000000">x</td></tr></table>'},
            "method.html, line 2: colspan=100000000: a cell spans at most 100",
        ),
        (
            {"theme.toml": "", "sections/method.html": '<td colspan="{{ 99 * 99 }}">x</td>'},
            "colspan=9801: a cell spans at most 100",
        ),
        ({"theme.toml": "", "page.css": "@media print {\np { colr: red } }"}, "page.css, line 2: colr is an unknown"),
        ({"theme.toml": "", "page.css": "p { text-align: centre }"}, "text-align: centre: invalid value"),
        (
            {"theme.toml": "", "sections/method.html": '<p data-style="Brief Lede">x</p>'},
            "line 1: Word style 'Brief Lede'",
        ),
        (
            {"theme.toml": "", "sections/method.html": '\n<img src="http://x.example/y.png" alt="y">'},
            "line 2: http://x.e",
        ),
        (
            {"theme.toml": "", "sections/method.html": '<img src="/etc/passwd" alt="y">'},
            "line 1: /etc/passwd is refused",
        ),
        (
            {
                "theme.toml": '[logo]\nfile = "assets/l.svg"\nalt = "x"',
                "assets/l.svg": "<svg><image href='/a.png'/></svg>",
            },
            "l.svg: reaches out to /a.png",
        ),
    ],
)
def test_a_fault_is_told(tmp_path: Path, files: dict[str, str], message: str) -> None:
    mistakes, _ = find_mistakes(str(write(tmp_path, files)), (sample_brief(),))
    assert any(message in str(mistake) for mistake in mistakes), mistakes


def test_what_only_browsers_know_is_right_in_the_style_of_the_page(tmp_path: Path) -> None:
    css = "p { position: sticky; overflow-x: auto; --own: 1; color: var(--own); -webkit-x: y; margin: min(1em, 2vw) auto }"
    mistakes, _ = find_mistakes(str(write(tmp_path, {"theme.toml": "", "page.css": css})), (bare_brief(),))
    assert mistakes == []


@pytest.mark.parametrize("make", [html, page, pdf, docx])
def test_a_cell_without_end_stops_no_output(tmp_path: Path, make) -> None:
    theme = load_theme(str(write(tmp_path, {"theme.toml": "", "sections/method.html": "<td colspan=100000000>x</td>"})))
    with pytest.raises(RenderError, match="a cell spans at most 100"):
        make(sheet(bare_brief()) if make is html else bare_brief(), theme)


def test_a_reference_without_styles_is_told(tmp_path: Path) -> None:
    from docx import Document

    write(tmp_path, {"theme.toml": ""})
    Document().save(str(tmp_path / "reference.docx"))
    mistakes, _ = find_mistakes(str(tmp_path), (bare_brief(),))
    assert [m.path.name for m in mistakes] == ["reference.docx"]
    assert "lacks the Word styles" in mistakes[0].text
    assert "Brief Cell Label" in mistakes[0].text


def test_a_link_out_of_the_theme_is_no_file_of_it(tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("the secret")
    folder = write(tmp_path / "house", {"theme.toml": "", "brief.html": '{% include "sections/leak.html" %}'})
    (folder / "sections").mkdir()
    (folder / "sections" / "leak.html").symlink_to(secret)
    with pytest.raises(RenderError, match=r"no template sections/leak\.html"):
        html(sheet(bare_brief()), load_theme(str(folder)))


def test_a_copied_theme_is_sound_and_its_own(tmp_path: Path) -> None:
    copy_theme("plain", tmp_path / "house", print)
    css = tmp_path / "house" / "brief.css"
    css.write_text(css.read_text() + "\nh1 { colour: red }\n")
    mistakes, _ = find_mistakes(str(tmp_path / "house"), (bare_brief(),))
    assert [(m.path, m.text) for m in mistakes] == [(css, "colour is an unknown property; did you mean color?")]
