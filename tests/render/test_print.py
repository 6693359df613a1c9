"""The printed page: contents of a long brief, running heads, what typefaces lack, names that run right to left."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from long import long_brief
from odd import empty_brief, odd_brief
from paper import pages

from briefgen.render.docx import docx
from briefgen.render.glyphs import covered, fit, isolated, named
from briefgen.render.html import layout
from briefgen.render.pdf import printed
from briefgen.render.theme import load_theme, theme_names
from briefgen.render.view import sheet
from briefgen.sample import sample_brief

PLAIN = load_theme("plain")


def fonts(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as document:
        return {
            str(font.BaseFont).split("+")[-1]
            for page in document.pages
            for font in page.get("/Resources", {}).get("/Font", {}).values()
        }


@pytest.mark.parametrize("text", ["Ąžuolas Ñandú Ελλάδα Київ", "موسى أبو مرزوق", "משה לוי", "“…” – — → €"])
def test_the_typefaces_have_what_names_need(text: str) -> None:
    assert fit(f"<p>{text}</p>", PLAIN) == (f"<p>{text}</p>", ())


@pytest.mark.parametrize(
    ("text", "shown", "missing"),
    [
        ("<p>met 中文 today</p>", "<p>met [U+4E2D U+6587] today</p>", ("中", "文")),
        ("<p>\U0001f600\ufe0f</p>", "<p>[U+1F600]</p>", ("\U0001f600",)),
        ("<p>a\ufffdb</p>", "<p>a[?]b</p>", ()),
        ('<a href="https://example.org/中">x</a>', '<a href="https://example.org/中">x</a>', ("中",)),
        ("<p>&lt;b&gt; 中 &amp;</p>", "<p>&lt;b&gt; [U+4E2D] &amp;</p>", ("中",)),
        ("<p>中中中中中</p>", "<p>[U+4E2D U+4E2D U+4E2D U+4E2D … 5 characters]</p>", ("中",)),
    ],
)
def test_what_no_typeface_has_is_written_and_told(text: str, shown: str, missing: tuple[str, ...]) -> None:
    assert fit(text, PLAIN) == (shown, missing)


def test_only_typefaces_of_ours_are_used() -> None:
    made = printed(odd_brief(), PLAIN)
    assert fonts(made.data)
    assert all(name.startswith("Brief-") for name in fonts(made.data)), fonts(made.data)
    assert named(made.missing).startswith("U+1D518 (MATHEMATICAL FRAKTUR CAPITAL U)")
    assert "[U+1F600]" in "".join(pages(made.data))


def test_a_theme_may_bring_a_font_of_its_own(tmp_path: Path) -> None:
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((500, 0))
    pen.lineTo((250, 500))
    pen.closePath()
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([".notdef", "middle"])
    made.setupCharacterMap({ord("中"): "middle"})
    made.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "middle": pen.glyph()})
    made.setupHorizontalMetrics({".notdef": (500, 0), "middle": (500, 0)})
    made.setupHorizontalHeader(ascent=800, descent=-200)
    made.setupNameTable({"familyName": "Middle", "styleName": "Regular"})
    made.setupOS2()
    made.setupPost()
    (tmp_path / "fonts").mkdir()
    made.save(tmp_path / "fonts" / "Middle.ttf")
    (tmp_path / "theme.toml").write_text("")
    theme = load_theme(str(tmp_path))
    assert ord("中") in covered(theme)
    result = printed(replace(empty_brief(), title="Talks 中"), theme)
    assert (result.missing, result.refused) == ((), ())
    assert any(name.startswith("Theme-1") for name in fonts(result.data))


def test_right_to_left_names_are_set_apart() -> None:
    page = "<head><title>موسى</title></head><body><p>met موسى أبو مرزوق, 3 March</p><p>none</p></body>"
    assert isolated(page) == page.replace("met موسى أبو مرزوق,", "met <bdi>موسى أبو مرزوق</bdi>,")
    assert isolated("<body>none</body>") == "<body>none</body>"


def test_a_right_to_left_passage_runs_that_way() -> None:
    brief = odd_brief()
    source = brief.sources[0]
    view = replace(brief.views[0], kind="expert", text="قال موسى أبو مرزوق إن اللقاء كان جيدا")
    shown = sheet(replace(brief, views=(view,), sources=(source,)))
    assert '<p data-style="Quote" dir="rtl">' in layout(shown, PLAIN)
    assert b"bidi" in _document(docx(replace(brief, views=(view,)), PLAIN))


def _document(data: bytes) -> bytes:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml")


def test_a_long_brief_has_contents_with_the_pages_of_its_sections() -> None:
    data = printed(long_brief(meetings=60, actors=60, sources=3), PLAIN).data
    texts = pages(data)
    (whole,) = {len(texts)}
    for heading in ("Key meetings", "Designation status", "Actors", "Sources", "Passages"):
        listed = re.search(rf"{heading}(?: ?\.)+ ?(\d+)", "\n".join(texts))
        assert listed is not None, heading
        assert re.search(rf"^{heading}\s*$", texts[int(listed[1]) - 1], re.MULTILINE), heading
    assert "IN THIS BRIEF" in texts[0], "letters are not so wide apart that they are read one by one"
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {whole}" in text
        assert text.count("TLP:GREEN") == 2, "in head and foot"
        assert number == 1 or "Talks on the river" in text


def test_word_has_the_same_contents_as_a_filled_field() -> None:
    document = _document(docx(long_brief(meetings=60, actors=60, sources=3), PLAIN)).decode()
    field = document[document.index("TOC \\o") : document.index('w:name="key_points"')]
    entries = re.findall(r'w:anchor="([^"]+)".*?<w:t[^>]*>([^<]+)<.*?PAGEREF (\w+) .*?<w:t[^>]*>(\d+)<', field)
    assert ("meetings", "Key meetings", "meetings") in [entry[:3] for entry in entries]
    assert field.count('fldCharType="begin"') + 1 == field.count('fldCharType="end"') == len(entries) + 1
    for anchor, _, _, _ in entries:
        assert document.count(f'w:name="{anchor}"') == 1


@pytest.mark.parametrize(("theme", "day"), [("weekly", "26\xa0February"), ("plain-de", "26.\xa0Februar")])
def test_a_day_stays_with_its_month(theme: str, day: str) -> None:
    house = load_theme(theme)
    brief = sample_brief(house.language)
    page = layout(sheet(brief), house)
    assert page.count(day) > 5
    made = re.sub(' title="[^"]*"', "", page).partition('<section id="passages"')[0]
    assert day.replace("\xa0", " ") not in made, "but for passages and what repeats them"
    assert day in _document(docx(brief, house)).decode()
    assert "in Geneva on 26 February 2024" in page, "a passage stays as its source has it"


def test_the_number_of_a_passage_stays_with_the_word_before_it() -> None:
    page = layout(sheet(sample_brief()), PLAIN)
    assert not re.search(r'\w</span> <span class="cites">', page)
    assert page.count('\xa0<span class="cites">') + page.count('&nbsp;<span class="cites">') > 10


def test_a_short_brief_has_no_contents() -> None:
    assert "contents-title" not in layout(sheet(empty_brief()), PLAIN)


def test_what_is_said_of_the_sources_is_never_left_alone_at_a_foot() -> None:
    """Moved down the page line by line, the sentence goes over to the next page with the table that it speaks of."""
    brief = sample_brief()
    theme = replace(PLAIN, sections=("discrepancies", "sources"))
    on_pages = set()
    for lines in range(24, 52, 2):
        long = replace(brief.discrepancies[0], summary="word " * 16 * lines)
        texts = [" ".join(text.split()) for text in pages(printed(replace(brief, discrepancies=(long,)), theme).data)]
        number = next(n for n, text in enumerate(texts) if "one source undated" in text)
        on_pages.add(number)
        assert brief.sources[0].title in texts[number], lines
    assert len(on_pages) > 1


@pytest.mark.parametrize("name", theme_names())
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_an_empty_brief_is_one_page(name: str, paper: str) -> None:
    house = load_theme(name)
    (text,) = pages(printed(replace(empty_brief(), language=house.language), replace(house, paper=paper)).data)
    assert name == "memo" or house.labels["method"] in text, "how it was made is no page of its own"
    heads = {line.strip() for line in text.splitlines()}
    assert heads.isdisjoint({house.labels["passages"], house.labels["views_expert"]})


@pytest.mark.parametrize(
    ("extends", "order", "first"),
    [
        ("weekly", "", ["bottom-line", "contents", "changes", "key-points"]),
        ("plain", 'sections = ["meetings", "actors", "sources"]', ["contents", "meetings", "actors"]),
    ],
)
def test_contents_come_early_in_every_order(tmp_path: Path, extends: str, order: str, first: list[str]) -> None:
    (tmp_path / "theme.toml").write_text(f'extends = "{extends}"\n{order}\n')
    brief = long_brief(meetings=60, actors=60, sources=3)
    brief = replace(brief, previous=odd_brief().previous, key_points=odd_brief().key_points[:2])
    brief = replace(brief, key_points=tuple(replace(p, evidence=brief.meetings[0].evidence) for p in brief.key_points))
    page = layout(sheet(brief), load_theme(str(tmp_path)))
    assert re.findall(r'<(?:section id|nav class)="([\w-]+)"', page)[: len(first)] == first


def test_where_a_passage_stands_is_not_torn() -> None:
    page = layout(sheet(sample_brief()), load_theme("weekly").proving("footnotes"))
    places = re.findall(r"<i>\((.+?)\)</i>", page)
    assert places
    assert not any(re.search(r"[a-z] \d", place) for place in places)
