"""The page in a browser: clicks, keys, nothing fetched, no error, no barrier that axe-core finds; it reads without a script."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html
from odd import odd_brief

from briefgen.model import Brief
from briefgen.render.page import page, paragraphs, pieces
from briefgen.render.sheet import Passage
from briefgen.render.theme import EVIDENCE, load_theme, theme_names
from briefgen.render.view import sheet

DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
Open = Callable[..., Any]
AXE = """axe.run().then(result => ({ passes: result.passes.length,
    violations: result.violations.map(v => [v.id, v.nodes.map(node => node.html.slice(0, 200))]) }))"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, seeds_brief: Brief) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("page")
    made = {}
    for name, brief in (("seeds", seeds_brief), ("odd", odd_brief())):
        for theme in theme_names():
            made[f"{name}-{theme}"] = folder / f"{name}-{theme}.html"
            made[f"{name}-{theme}"].write_bytes(page(brief, load_theme(theme)))
    return made


@pytest.fixture
def opened(browser: Any, files: dict[str, Path]) -> Iterator[Open]:
    """Open a page; at the end, nothing may have been fetched, refused by the policy, or complained of."""
    faults: list[str] = []
    contexts = []

    def open_it(name: str = "seeds-plain", *, anchor: str = "", **settings: Any) -> Any:
        context = browser.new_context(**{"viewport": DESK, **settings})
        contexts.append(context)
        shown = context.new_page()
        shown.on("console", lambda message: faults.append(f"console: {message.text}"))
        shown.on("pageerror", lambda error: faults.append(f"error: {error}"))
        shown.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        shown.on(
            "request",
            lambda request: (
                None if request.url.startswith(("file:", "data:")) else faults.append(f"fetched {request.url}")
            ),
        )
        shown.goto(files[name].as_uri() + anchor)
        return shown

    yield open_it
    for context in contexts:
        context.close()
    assert faults == []


def in_view(shown: Any, selector: str) -> bool:
    """Tell whether an element can be seen: in the window, and covered by nothing."""
    found: bool = shown.evaluate(
        """selector => { const e = document.querySelector(selector), r = e.getBoundingClientRect();
        const top = document.elementFromPoint(r.left + Math.min(4, r.width / 2), r.top + r.height / 2);
        return r.height > 0 && top !== null && (e === top || e.contains(top) || top.contains(e)); }""",
        selector,
    )
    return found


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_click_on_a_citation_shows_its_passage(opened: Open, seeds_brief: Brief, size: dict[str, int]) -> None:
    shown = opened(viewport=size)
    passage = sheet(seeds_brief).sources[2].passages[5]
    assert not shown.locator("mark.on").count()
    shown.locator(f"main a.cite[href='#{passage.anchor}']").first.click()
    shown.wait_for_timeout(400)
    assert in_view(shown, f"#{passage.anchor}")
    lit = "".join(shown.locator("mark.on").all_inner_texts())
    assert "".join(lit.split()) == "".join(passage.quote.split())
    assert shown.locator("#text-S3 mark:not(.on)").count() > 3, "the other passages used are marked too"
    assert shown.locator("a.cite.on").first.inner_text() == passage.label
    assert shown.locator("#strip-label").inner_text() == passage.label


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_passage_leads_back_to_the_lines_that_rest_on_it(opened: Open, size: dict[str, int]) -> None:
    shown = opened(viewport=size)
    cite = shown.locator("#meetings a.cite").first
    line = cite.evaluate("e => e.closest('[data-id]').id")
    cite.click()
    shown.wait_for_timeout(400)
    back = shown.locator(f"#strip-uses a[href='#{line}']")
    back.click()
    shown.wait_for_timeout(400)
    assert shown.url.endswith(f"#{line}")
    assert in_view(shown, f"[id='{line}']")


def test_keys_do_what_the_mouse_does(opened: Open) -> None:
    shown = opened()
    cite = shown.locator("#key-points a.cite").first
    cite.focus()
    shown.keyboard.press("Enter")
    active = "document.activeElement.id || document.activeElement.textContent"
    first = shown.evaluate(active)
    assert first == cite.get_attribute("href")[1:]
    shown.keyboard.press("j")
    second = shown.evaluate(active)
    assert second != first
    assert in_view(shown, f"#{second}")
    assert shown.locator("#strip-label").inner_text() == shown.locator(f"#{second}").inner_text()
    shown.keyboard.press("k")
    assert shown.evaluate(active) == first
    shown.keyboard.press("Escape")
    assert shown.evaluate("document.activeElement.getAttribute('href')") == f"#{first}"
    assert not shown.locator("mark.on").count()
    assert not shown.locator("#strip").is_visible()


def test_letters_typed_into_the_filter_are_only_letters(opened: Open) -> None:
    shown = opened()
    shown.locator("#key-points a.cite").first.click()
    label = shown.locator("#strip-label").inner_text()
    shown.locator("#filter").type("jk")
    assert shown.locator("#strip-label").inner_text() == label


def test_the_first_key_goes_to_the_sources(opened: Open) -> None:
    shown = opened()
    shown.keyboard.press("Shift+Tab")
    assert shown.evaluate("document.activeElement.className") == "skip"
    shown.keyboard.press("Enter")
    assert shown.evaluate("location.hash") == "#sources-beside"


def test_every_passage_can_be_reached_with_its_address(opened: Open, seeds_brief: Brief) -> None:
    passage = sheet(seeds_brief).sources[-1].passages[-1]
    shown = opened(anchor=f"#{passage.anchor}")
    quote = passage.quote
    assert "".join("".join(shown.locator("mark.on").all_inner_texts()).split()) == "".join(quote.split())
    assert in_view(shown, f"#{passage.anchor}")


def test_the_filter_leaves_only_lines_that_have_the_words(opened: Open) -> None:
    shown = opened()
    lines = shown.locator("main tr[data-id]:visible")
    before = lines.count()
    shown.locator("#filter").fill("bogdanov moscow")
    assert 0 < lines.count() < before
    for text in lines.all_inner_texts():
        assert "bogdanov" in text.lower()
        assert "moscow" in text.lower()
    shown.locator("#filter").fill("no such words")
    assert lines.count() == 0
    assert not shown.locator("main h3:visible").count()
    shown.locator("#filter").fill("")
    assert lines.count() == before


def test_it_reads_without_a_script(opened: Open, seeds_brief: Brief) -> None:
    shown = opened(java_script_enabled=False)
    passage = sheet(seeds_brief).sources[2].passages[5]
    assert not shown.locator("#filter").is_visible()
    shown.locator(f"main a.cite[href='#{passage.anchor}']").first.click()
    place = shown.locator(f"#{passage.anchor}").bounding_box()
    assert 0 <= place["y"] <= DESK["height"]
    shown.locator("#text-S3 summary").click()
    shown.locator(f"#uses-{passage.anchor} a.use").first.click()
    assert "#fact-" in shown.url


@pytest.mark.slow
@pytest.mark.parametrize("name", ["seeds", "odd"])
def test_axe_finds_no_barrier(opened: Open, name: str) -> None:
    found = importlib.util.find_spec("axe_playwright_python")
    if found is None or not found.submodule_search_locations:
        pytest.skip("axe-core is not installed (pip install '.[test]')")
    script = Path(found.submodule_search_locations[0]) / "axe.min.js"
    shown = opened(f"{name}-plain")
    shown.evaluate(script.read_text(encoding="utf-8"))
    # so high that nothing is scrolled away: axe-core judges only what can be seen
    tall = {"width": 1440, "height": 16000}
    for size, scheme in ((tall, "light"), (tall, "dark"), (PHONE, "light")):
        shown.set_viewport_size(size)
        shown.emulate_media(color_scheme=scheme)
        told = shown.evaluate(AXE)
        assert told["passes"] > 20
        assert json.dumps(told["violations"]) == "[]", (size, scheme)
        shown.locator("#meetings a.cite").first.click()
        shown.wait_for_timeout(300)


@pytest.mark.slow
@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("name", ["seeds", "odd"])
def test_nothing_runs_out_of_the_window(opened: Open, theme: str, name: str) -> None:
    shown = opened(f"{name}-{theme}")
    for size in (DESK, {"width": 820, "height": 1100}, PHONE):
        shown.set_viewport_size(size)
        panes = "[document.documentElement, ...document.querySelectorAll('.brief, .texts')]"
        assert max(shown.evaluate(f"{panes}.map(pane => pane.scrollWidth - pane.clientWidth)")) <= 0


def test_no_anchor_stands_twice_and_each_link_has_its_target(opened: Open, files: dict[str, Path]) -> None:
    for name in files:
        shown = opened(name)
        ids = shown.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
        assert len(ids) == len(set(ids))
        links = "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => decodeURIComponent(a.hash.slice(1)))"
        assert shown.evaluate(f"{links}.filter(hash => !document.getElementById(hash))") == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_black_on_white_with_all_sources(
    opened: Open, seeds_brief: Brief, tmp_path: Path, scheme: str
) -> None:
    import pypdfium2

    shown = opened(color_scheme=scheme)
    document = pypdfium2.PdfDocument(shown.pdf(prefer_css_page_size=True, print_background=True, format="A4"))
    text = " ".join("".join(p.get_textpage().get_text_bounded() for p in document).split())
    for source in seeds_brief.sources:
        assert " ".join(source.text.split()[-4:]) in text
    picture = document[0].render(scale=1).to_numpy()
    assert picture[2, 2].tolist()[:3] == [255, 255, 255]
    assert f"1 / {len(document)}" in text
    document.close()


def test_the_handling_mark_is_on_every_printed_page(browser: Any, seeds_brief: Brief, tmp_path: Path) -> None:
    import pypdfium2

    place = tmp_path / "page.html"
    place.write_bytes(page(replace(seeds_brief, marking="TLP:AMBER+STRICT"), load_theme("plain")))
    shown = browser.new_page()
    shown.goto(place.as_uri())
    document = pypdfium2.PdfDocument(shown.pdf(prefer_css_page_size=True))
    assert all("TLP:AMBER+STRICT" in p.get_textpage().get_text_bounded() for p in document)
    document.close()
    shown.close()


def test_a_page_is_the_same_every_time(seeds_brief: Brief) -> None:
    assert page(seeds_brief, load_theme("plain")) == page(seeds_brief, load_theme("plain"))


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("One.\nTwo.\n\nThree.", ["One.\nTwo.", "Three."]),
        ("One " + "long " * 40 + "line.\nTwo.\n\nThree.", ["One " + "long " * 40 + "line.", "Two.", "Three."]),
        ("", []),
    ],
)
def test_paragraphs_are_cut_where_the_text_has_them(text: str, rows: list[str]) -> None:
    made = paragraphs(pieces(text, ()))
    assert ["".join(piece.text for piece in row) for row in made] == rows


def test_a_passage_over_two_paragraphs_is_marked_in_both() -> None:
    passage = Passage(label="S1.1", anchor="p-S1-1", quote="", where="", start=2, end=10)
    made = paragraphs(pieces("ab cd\n\nef gh", [passage]))
    assert [[(piece.text, bool(piece.passages), len(piece.anchors)) for piece in row] for row in made] == [
        [("ab", False, 0), (" cd", True, 1)],
        [("ef ", True, 0), ("gh", False, 0)],
    ]


def test_a_paragraph_runs_in_the_direction_of_its_own_first_letter(opened: Open) -> None:
    shown = opened("odd-plain")
    runs = "id => getComputedStyle(document.getElementById(id).closest('p')).direction"
    assert shown.evaluate(runs, "p-S1-14") == "rtl"
    assert shown.evaluate(runs, "p-S1-13") == "ltr"


@pytest.mark.parametrize("evidence", EVIDENCE)
def test_citations_lead_to_the_sources_wherever_print_has_the_passages(seeds_brief: Brief, evidence: str) -> None:
    shown = lxml_html.document_fromstring(page(seeds_brief, load_theme("plain").proving(evidence)))
    tags = {tag.get("id") for tag in shown.find_class("tag")}
    assert {cite.get("href") for cite in shown.find_class("cite")} == {f"#{tag}" for tag in tags}


def test_a_page_names_for_each_passage_the_lines_that_cite_it(seeds_brief: Brief) -> None:
    shown = lxml_html.document_fromstring(page(seeds_brief, load_theme("plain")))
    cited: dict[str, set[str]] = {}
    for cite in shown.find_class("cite"):
        line = next(e for e in cite.iterancestors() if e.get("data-id") or e.get("class") == "also")
        if line.get("data-id"):
            cited.setdefault(cite.get("href"), set()).add(line.get("id"))
    for anchor, lines in cited.items():
        back = {a.get("href") for a in shown.get_element_by_id(f"uses-{anchor[1:]}").find_class("use")}
        assert {f"#{line}" for line in lines} <= back


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_can_be_told_apart(opened: Open, scheme: str) -> None:
    """WCAG 2.2, 1.4.3 and 1.4.11: words 4.5 to 1, lines that carry meaning 3 to 1."""
    shown = opened(color_scheme=scheme)

    def light(name: str) -> float:
        words = shown.evaluate(
            "name => { document.body.style.color = `var(--${name})`; return getComputedStyle(document.body).color }",
            name,
        )
        parts = [int(part) / 255 for part in re.findall(r"\d+", words)[:3]]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(one: str, other: str) -> float:
        low, high = sorted((light(one), light(other)))
        return (high + 0.05) / (low + 0.05)

    grounds = ("paper", "beside", "tint")
    assert min(contrast(words, ground) for words in ("ink", "soft", "accent", "navy") for ground in grounds) >= 4.5
    assert contrast("hit-ink", "hit") >= 4.5
    assert min(contrast("used", "beside"), contrast("soft", "paper")) >= 3


def test_paging_keys_move_the_brief_from_the_start(opened: Open) -> None:
    shown = opened()
    shown.keyboard.press("PageDown")
    # A busy machine scrolls late. The page's own rules forbid `wait_for_function`, which evaluates a text inside it.
    for _ in range(100):
        if moved := shown.evaluate("document.getElementById('brief').scrollTop") > 100:
            break
        shown.wait_for_timeout(100)
    assert moved


def test_on_a_phone_the_sources_come_and_go(opened: Open) -> None:
    shown = opened(viewport=PHONE)
    assert not shown.locator("#text-S1 h2").is_visible()
    shown.locator("a.open").click()
    shown.wait_for_timeout(400)
    assert in_view(shown, "#head-S1")
    shown.locator("a.shut").click()
    shown.wait_for_timeout(400)
    assert not shown.locator("#text-S1 h2").is_visible()
    assert in_view(shown, "h1")
