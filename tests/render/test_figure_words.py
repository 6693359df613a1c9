"""The words of figures: cut and folded to their room, right-to-left names shaped and laid for print."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from briefgen.render.figures.drawing import Drawing, fitted, folded, width
from briefgen.render.figures.script import joined, letter_by_letter


@pytest.mark.parametrize(
    ("words", "room", "cut"),
    [
        ("short", 100, "short"),
        ("the release of foreign hostages", 80, "the release of…"),
        ("w" * 40, 60, "wwwwww…"),
        ("anything", 1, "…"),
    ],
)
def test_words_are_cut_to_their_room(words: str, room: float, cut: str) -> None:
    assert fitted(words, room) == cut
    assert width(fitted(words, room)) <= max(room, width("…"))


def test_words_are_folded_into_lines() -> None:
    assert folded("United States of America", 60, 3) == ["United", "States of", "America"]
    assert folded("United Nations Security Council and more", 60, 2)[1].endswith("…")
    assert folded("", 60, 2) == []


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("موسى", "\ufee3\ufeee\ufeb3\ufef0"),
        ("سلام", "\ufeb3\ufefc\ufee1"),
        ("لا", "\ufefb"),
        ("أبو مرزوق", "\ufe83\ufe91\ufeee \ufee3\ufeae\ufeaf\ufeed\ufed5"),
        ("مَن", "\ufee3\u064e\ufee6"),
        ("משה Li", "משה Li"),
    ],
)
def test_arabic_letters_take_the_form_that_they_have_beside_others(text: str, forms: str) -> None:
    assert joined(text) == forms


def test_in_print_right_to_left_names_are_laid_from_left_to_right() -> None:
    drawing = Drawing()
    drawing.text(10, 20, "Envoy משה לוי (Doha) and أبو")
    shown = ElementTree.fromstring(letter_by_letter(drawing.svg(30)))
    assert "".join(shown.itertext()) == "Envoy יול השמ (Doha) and \ufeee\ufe91\ufe83"
    assert "".join(ElementTree.fromstring(drawing.svg(30)).itertext()) == "Envoy משה לוי (Doha) and أبو"
