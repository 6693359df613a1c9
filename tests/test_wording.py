"""Every language has the same words, and fills them with the same facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from briefgen.wording import LANGUAGES, clipped, words

ONLY_SOME = {"bare", "category", "reason"}
"""Forms of one thing, of which a language takes one, and what English says within another."""


def patterns(table: object, path: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(table, dict):
        for key, value in table.items():
            yield from patterns(value, f"{path}/{key}")
    else:
        yield path, table


def slots(pattern: object) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(str(pattern)) if name} - ONLY_SOME


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_all_words_and_fills_them_alike(language: str) -> None:
    english, other = (dict(patterns(words(code)._file)) for code in ("en", language))
    assert list(other) == list(english)
    for path, pattern in english.items():
        assert type(other[path]) is type(pattern), path
        if isinstance(pattern, list):
            assert len(other[path]) == len(pattern), path
        else:
            assert slots(other[path]) == slots(pattern), path


def test_every_pattern_is_used() -> None:
    from pathlib import Path

    import briefgen

    code = "\n".join(path.read_text() for path in Path(briefgen.__file__).parent.rglob("*.py"))
    quoted = set(re.findall(r"[\"'](\w+)[\"']", code))
    made = ("meeting_", "on_", "for_", "field_", "backed_", "only_views_")
    ends = ("_one", "_many", "_some")
    phrases = words("en")._file["phrases"]
    for key in phrases:
        assert key in quoted or key.startswith(made) or key.endswith(ends) or f"{key}_some" in phrases, key
    for noun in words("en")._file["nouns"]:
        assert noun in quoted, noun


@pytest.mark.parametrize(
    ("text", "longest", "cut"),
    [
        ("as far as it goes, and further", 22, "as far as it goes …"),
        ("as far as it goes, … and further", 22, "as far as it goes …"),
        ("as far as it goes …", 22, "as far as it goes …"),
    ],
)
def test_what_is_cut_ends_in_one_ellipsis(text: str, longest: int, cut: str) -> None:
    assert clipped(text, longest) == cut


def test_an_unknown_language_speaks_english() -> None:
    assert words("xx").language == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_model_has_its_words(language: str) -> None:
    from typing import get_args

    from briefgen import model

    told = words(language)
    for table, codes in (
        ("reasons", (*get_args(model.Reason), *get_args(model.LeftOutReason))),
        ("status", (*get_args(model.MeetingStatus), *get_args(model.DesignationStatus))),
        ("listing", get_args(model.DesignationStatus)),
    ):
        for code in codes:
            assert told.of(table, code)
