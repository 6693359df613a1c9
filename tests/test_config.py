"""The configuration: every key read or refused with its place, all mistakes at once, what is typed beats what is written."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from briefgen.config import Asked, one_request, orders
from briefgen.errors import RequestError
from briefgen.model import Limits, Period
from briefgen.settings import READERS, read_settings

WRONG = [
    ("name", 3, "expected text in quotes"),
    ("name", ["a"], "expected text in quotes"),
    ("name", " ", "is empty"),
    ("name", "../elsewhere", "cannot be the name of a folder"),
    ("name", ".hidden", "cannot be the name of a folder"),
    ("sources", "one", "expected a list of texts"),
    ("sources", [1], "expected a list of texts"),
    ("sources", [], "missing"),
    ("output", 3, "expected text"),
    ("format", "pdf,xls", "xls is none of pdf, docx, html, json"),
    ("format", "", "nothing is none of"),
    ("format", ["pdf", 3], "expected a list of texts"),
    ("title", 3, "expected text"),
    ("date", "x", "'x' is no day; write it as 2023-10-29"),
    ("date", 20240305, "is no day"),
    ("week", "2023-W54", "is no week"),
    ("week", "43", "is no week"),
    ("week", "0000-W01", "is no week"),
    ("week", 43, "expected text"),
    ("period", "2023", "is no period"),
    ("period", "2023-10-01..x", "'x' is no day"),
    ("period", "2023-10-02..2023-10-01", "ends before it starts"),
    ("theme", "nowhere", "is no such theme"),
    ("evidence", "margin", "none of annex"),
    ("clean", "yes", "expected true or false"),
    ("marking", "SECRET", "none of TLP:RED"),
    ("include", "*.txt", "expected a list of texts"),
    ("exclude", [1], "expected a list of texts"),
    ("publisher", [1], "expected a list of texts"),
    ("language", "English", "is no language code"),
    ("language", [1], "expected a list of texts"),
    ("match", "AND AND (", "lacks a word"),
    ("undated", "yes", "expected true or false"),
    ("ocr", "eng", "expected true or false"),
    ("same", ["a", "b"], "expected groups of names"),
    ("same", [["a"]], "expected groups of names"),
    ("different", "a", "expected groups of names"),
    ("grades", {"Example Times": 5}, "Example Times: 5 is no Admiralty code"),
    ("grades", {"Example Times": "Z9"}, "is no Admiralty code"),
    ("grades", [], "expected a table"),
    ("limits", {"max_word": 5}, "max_word is unknown"),
    ("limits", {"max_words": 0}, "max_words: expected a whole number above 0"),
    ("limits", {"max_words": 1.5}, "max_words: expected a whole number above 0"),
    ("limits", {"max_words": True}, "max_words: expected a whole number above 0"),
    ("limits", {"max_seconds": float("nan")}, "max_seconds: expected a number above 0"),
    ("issue", "twelve", "expected a whole number of 1 or more"),
    ("jobs", 0, "1 or more"),
    ("jobs", True, "1 or more"),
    ("most_views", -1, "expected a whole number, 0 for all"),
    ("most_actors", "all", "expected a whole number, 0 for all"),
    ("strict", 1, "expected true or false"),
    ("titel", "x", "unknown; did you mean title?"),
    ("zzz", "x", "unknown; known are name, sources"),
]


@pytest.mark.parametrize(("key", "value", "told"), WRONG)
def test_a_wrong_value_is_told_with_its_key(key: str, value: object, told: str) -> None:
    mistakes: list[tuple[str, str]] = []
    values = read_settings({key: value}, Path(), lambda *mistake: mistakes.append(mistake))
    assert [name for name, _ in mistakes] == [key]
    assert told in mistakes[0][1]
    assert "\n" not in mistakes[0][1]
    assert key not in values or key == "theme"


WEEK = Period(start=date(2023, 10, 23), end=date(2023, 10, 29))
RIGHT = [
    ("format", "JSON, pdf", "format", ("pdf", "json")),
    ("date", date(2024, 3, 5), "date", date(2024, 3, 5)),
    ("date", "2024-03-05", "date", date(2024, 3, 5)),
    ("week", "2023-W43", "period", WEEK),
    ("week", "2023W43", "period", WEEK),
    ("period", "2023-10-23 .. 2023-10-29", "period", WEEK),
    ("publisher", "Example Times", "publisher", ("Example Times",)),
    ("language", ["en-GB", "FR"], "language", ("en", "fr")),
    ("same", [["Ada Renn", "A. Ren"]], "same", (("Ada Renn", "A. Ren"),)),
    ("grades", {"Example Times": "B3"}, "grades", {"Example Times": "B3"}),
    ("sources", ["one"], "sources", (Path("base/one"),)),
    ("output", "out", "output", Path("base/out")),
    ("theme", "plain", "theme", "plain"),
]


@pytest.mark.parametrize(("key", "value", "read", "as_"), RIGHT)
def test_a_right_value_is_read(key: str, value: object, read: str, as_: object) -> None:
    mistakes: list[str] = []
    values = read_settings({key: value}, Path("base"), lambda *mistake: mistakes.append(str(mistake)))
    assert (mistakes, values) == ([], {read: as_})


def test_every_key_has_a_wrong_value_here() -> None:
    assert set(READERS) <= {key for key, _, _ in WRONG} | {"subtitle", "previous"}


def written(folder: Path, text: str) -> Path:
    path = folder / "briefgen.toml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(path: Path) -> list[str]:
    with pytest.raises(RequestError) as caught:
        orders(path)
    return str(caught.value).split("\n  ")


def test_all_mistakes_are_told_once_each_with_file_and_brief(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
        titel = "x"
        [[brief]]
        name = "a"
        sources = ["one"]
        date = "x"
        jobs = 0
        [[brief]]
        sources = 3
        [[brief]]
        name = "c"
        """,
    )
    assert [re.sub(r"(: \w+):.*", r"\1", line).removeprefix(str(path)) for line in mistakes(path)] == [
        ": titel",
        ": brief 1 (a): date",
        ": brief 1 (a): jobs",
        ": brief 2: sources",
        ": brief 2: name",
        ": brief 3 (c): sources",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no [[brief]] table"),
        ("brief = 3", "no [[brief]] table"),
        ("brief = [3]", "brief 1: expected a table"),
        ("title = [", "not valid TOML"),
        ("[[brief]]\nname='a'\nsources=['s']\n[[brief]]\nname='a'\nsources=['s']", "name: 'a' is used twice"),
        ("output='o'\nsources=['s']\n[[brief]]\nname='a'\n[[brief]]\nname='b'", "o' is used twice"),
        ("sources=['s']\n[[brief]]\nname='a'\n[[brief]]\nname='b'\noutput='x/../out/a'", "is used twice"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, text: str, told: str) -> None:
    path = written(tmp_path, text)
    (line,) = mistakes(path)
    assert line.startswith(f"{path}: ")
    assert told in line


def test_bytes_that_are_no_text_and_folders_are_told(tmp_path: Path) -> None:
    (tmp_path / "latin.toml").write_bytes(b"title = '\xe9'")
    assert "is not UTF-8" in mistakes(tmp_path / "latin.toml")[0]
    assert "is a folder" in mistakes(tmp_path)[0]
    assert "briefgen init" in mistakes(tmp_path / "nowhere.toml")[0]


def test_shared_settings_are_inherited_and_paths_are_the_files_own(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
        format = "json"
        week = "2023-W43"
        strict = true
        [[brief]]
        name = "a"
        sources = ["one"]
        [[brief]]
        name = "b"
        sources = ["two"]
        period = "2023-10-01..2023-10-02"
        format = "html"
        output = "there"
        """,
    )
    first, second = orders(path)
    assert (first.formats, first.strict, first.output) == (("json",), True, tmp_path / "out" / "a")
    assert (first.request.period, first.request.sources) == (WEEK, (tmp_path / "one",))
    assert (second.formats, second.output) == (("html",), tmp_path / "there")
    # a brief's own period beats a shared week, and is what the brief says of itself
    assert second.request.period == Period(start=date(2023, 10, 1), end=date(2023, 10, 2))
    assert second.request.options == {"period": "2023-10-01..2023-10-02"}


def test_what_is_typed_beats_what_is_written(tmp_path: Path) -> None:
    path = written(tmp_path, "title='a'\nperiod='2023-10-01..2023-10-02'\noutput='o'\njobs=3\nprevious='p.json'")
    order = one_request(Asked(sources=(Path("s"),), title="b", week="2023-W43"), path)
    assert (order.request.title, order.request.period, order.jobs) == ("b", WEEK, 3)
    assert (order.request.sources, order.output) == ((Path("s"),), tmp_path / "o")
    assert order.request.previous == tmp_path / "p.json"
    assert one_request(Asked(sources=(Path("s"),), jobs=1), path).jobs == 1


def test_the_filters_are_typed_or_written(tmp_path: Path) -> None:
    path = written(tmp_path, "publisher='Coast Times'\nlanguage='de'\nmatch='ferry'\ninclude=['*.txt']")
    asked = Asked(
        sources=(Path("s"),), publisher=["Harbour Gazette", "Reuters"], language=["en"], match="bridge NOT toll"
    )
    selection = one_request(asked, path).request.selection
    assert selection.publishers == ("Harbour Gazette", "Reuters")
    assert (selection.languages, selection.match, selection.include) == (("en",), "bridge NOT toll", ("*.txt",))
    assert one_request(Asked(sources=(Path("s"),)), path).request.selection.match == "ferry"
    assert one_request(asked, path).request.options["match"] == "bridge NOT toll"


def test_ocr_is_off_until_it_is_asked_for(tmp_path: Path) -> None:
    asked = Asked(sources=(Path("s"),))
    assert one_request(asked).request.limits.max_ocr_seconds == 0
    assert one_request(asked, written(tmp_path, "ocr=true")).request.limits.max_ocr_seconds == 600
    some = written(tmp_path, "ocr=true\n[limits]\nmax_ocr_seconds=30.0\nmax_pages=5")
    assert one_request(asked, some).request.limits == Limits(max_ocr_seconds=30.0, max_pages=5)
    assert one_request(asked, written(tmp_path, "[limits]\nmax_ocr_seconds=30.0")).request.limits == Limits()


def test_typed_mistakes_are_told_by_option_and_written_ones_by_file(tmp_path: Path) -> None:
    path = written(tmp_path, "marking='x'")
    with pytest.raises(RequestError) as caught:
        one_request(Asked(sources=(Path("s"),), date="x", formats="xls"), path)
    first, *rest = str(caught.value).split("\n  ")
    assert first.startswith(f"{path}: marking: ")
    assert [line.split(":")[0] for line in rest] == ["--format", "--date"]
