"""Merging of views: which tellings of a quotation are one, and whose it then is."""

from __future__ import annotations

import pytest

from briefgen.merge.views import merge_views
from briefgen.model import Evidence, View

SAID = "The orchard was sold to people whom none of us had met"
SHORT = "The orchard was sold to people"


def view(holder: str | None, text: str = SAID, source: str = "S1") -> View:
    evidence = Evidence(source=source, start=0, end=len(text), quote=text, paragraph=1)
    return View(id=f"{source}-{len(text)}", holder=holder, kind="other", text=text, direct=True, evidence=(evidence,))


ONE = [
    ("one holder, one wording", "ada-renn", "ada-renn", SAID),
    ("a part of it", "ada-renn", "ada-renn", SHORT),
    ("nobody is named in one source", "ada-renn", None, SAID),
    ("a description in one source", "ada-renn", "a guest at the inn", SAID),
]


@pytest.mark.parametrize(("first", "second", "text"), [row[1:] for row in ONE], ids=[row[0] for row in ONE])
def test_one_quotation(first: str, second: str | None, text: str) -> None:
    for pair in ([view(first), view(second, text, "S2")], [view(second, text, "S2"), view(first)]):
        (merged,) = merge_views(pair)
        assert merged.holder == first
        assert {e.source for e in merged.evidence} == {"S1", "S2"}


TWO = [
    ("two speakers of the same words", view("otto-brill", SAID, "S2")),
    ("few words of somebody unnamed", view(None, SHORT, "S2")),
]


@pytest.mark.parametrize("other", [row[1] for row in TWO], ids=[row[0] for row in TWO])
def test_two_quotations(other: View) -> None:
    assert len(merge_views([view("ada-renn"), other])) == 2


def test_words_of_nobody_do_not_join_two_speakers() -> None:
    merged = merge_views([view(None, f"{SAID} before"), view("ada-renn", SAID, "S2"), view("otto-brill", SAID, "S3")])
    assert sorted(v.holder or "" for v in merged) == ["ada-renn", "otto-brill"]
