"""Templates run in a sandbox: what does not end is ended, with file and line, and what is monstrous is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from long import long_brief
from odd import odd_brief

from briefgen.errors import RenderError
from briefgen.render.html import environment, html, values
from briefgen.render.sandbox import MOST_STEPS
from briefgen.render.theme import load_theme
from briefgen.render.view import sheet

ENDLESS = [
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% macro twice(n) %}{% if n %}{{ twice(n - 1) }}{{ twice(n - 1) }}{% endif %}{% endmacro %}{{ twice(60) }}",
    "{% for a in range(99999) recursive %}{{ loop(range(99999)) if loop.depth < 9 }}{% endfor %}",
    "{% for a in range(99999) if a is odd %}{% for b in range(99999) if false %}{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{% include 'sections/method.html' %}{% endfor %}",
]
MONSTROUS = [
    "{{ 9 ** 9999999 }}",
    "{{ 'a' * 99999999 }}",
    "{{ [0] * 99999 * 99999 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ '%999999999d'|format(1) }}",
    "{{ '{:>999999999}'.format(1) }}",
    "{{ 'a'|center(999999999) }}",
    "{{ 'a'.ljust(999999999) }}",
    "{{ lipsum(999999999) }}",
    "{% set ns = namespace(a='ab') %}{% for n in range(60) %}{% set ns.a = ns.a ~ ns.a %}{% endfor %}",
    "{% set ns = namespace(a='ab') %}{% for n in range(60) %}{% set ns.a = ns.a + ns.a %}{% endfor %}",
    "{% set ns = namespace(a='ab') %}{% for n in range(60) %}{% set ns.a = ns.a|replace('a', ns.a) %}{% endfor %}",
]


def filled(folder: Path, template: str) -> str:
    (folder / "sections").mkdir(exist_ok=True)
    (folder / "theme.toml").write_text("")
    (folder / "sections" / "actors.html").write_text(template)
    return html(sheet(odd_brief()), load_theme(str(folder)))


@pytest.mark.parametrize("template", ENDLESS)
def test_what_does_not_end_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: str) -> None:
    monkeypatch.setattr("briefgen.render.sandbox.MOST_STEPS", 50_000)
    with pytest.raises(RenderError, match=r"actors\.html, line 1: the template does not come to an end"):
        filled(tmp_path, template)


@pytest.mark.parametrize("template", MONSTROUS)
def test_what_is_monstrous_is_refused(tmp_path: Path, template: str) -> None:
    with pytest.raises(
        RenderError, match=r"actors\.html, line 1: .*(gets too long|not for templates|larger than|unsafe)"
    ):
        filled(tmp_path, template)


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ 'a' ~ 1 ~ '<' }}", "a1&lt;"),
        ("{{ '<'|safe ~ '<' ~ 2 }}", "<&lt;2"),
        ("{{ 2 * 3 + 1 }} {{ 7 % 4 }} {{ 'ab' * 2 }} {{ [1] + [2] }}", "7 3 abab [1, 2]"),
        (
            "{% for a in 'abc' %}{{ loop.index }}/{{ loop.length }}{{ a if loop.last }}{% else %}none{% endfor %}",
            "1/32/33/3c",
        ),
        ("{% for a in [] %}x{% else %}none{% endfor %}", "none"),
        ("{% for a in [[1, [2]]] recursive %}{{ loop(a) if a is iterable else a }}{% endfor %}", "12"),
        ("{{ 'a'|center(5) }}{{ 1234567|string }}", "  a  1234567"),
    ],
)
def test_what_a_template_says_stays_the_same(template: str, shown: str) -> None:
    assert environment(load_theme("plain")).from_string(template).render() == shown


@pytest.mark.parametrize("template", ["{{ lipsum(9) }}", "{{ [1, 2]|random }}"])
def test_nothing_goes_by_chance(tmp_path: Path, template: str) -> None:
    with pytest.raises(RenderError, match=r"actors\.html, line 1"):
        filled(tmp_path, template)


def test_a_thousand_pages_are_far_from_the_end() -> None:
    shown, made = sheet(long_brief(meetings=440, actors=1170, sources=30)), environment(load_theme("plain"))
    made.get_template("brief.html").render(values(shown, load_theme("plain")))
    assert made.steps * 10 < MOST_STEPS / 2


def test_a_changed_template_is_read_anew(tmp_path: Path) -> None:
    assert "<p>one</p>" in filled(tmp_path, "<p>one</p>")
    assert "<p>two</p>" in filled(tmp_path, "<p>two</p>")
