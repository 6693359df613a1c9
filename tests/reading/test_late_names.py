"""Speakers who are named later than they speak, and what their first words tell of them."""

from __future__ import annotations

import pytest

from .actors_of import standings_of
from .holders_of import holders

# text, words of the statement, its holder, and what the holder is
NAMED_LATER = [
    ('A welder blamed the valve. "It never shut," Otto Brill said.', "blamed|the valve", "Otto Brill", "welder"),
    (
        'The ice was thin, a guide said.\n\n"You could hear it," Omar Vell told the harbour radio.',
        "ice was thin",
        "Omar Vell",
        "guide",
    ),
    (
        'An aide to the governor said the ferry was sold. "We got a good price," Ada Renn said.',
        "ferry was sold",
        "Ada Renn",
        "aide to the governor",
    ),
    (
        'A cook at the mill branded the soup a crime. "It has no salt," Marta Silva said.',
        "the soup a crime",
        "Marta Silva",
        "cook at the mill",
    ),
    (
        "A judge said the count must start anew. Nobody objected. The judge, Ada Renn, told them to bring lamps.",
        "count must start",
        "Ada Renn",
        "judge",
    ),
]


@pytest.mark.parametrize(("text", "said", "holder", "role"), NAMED_LATER)
def test_an_unnamed_speaker_is_named_later(text: str, said: str, holder: str, role: str) -> None:
    assert [name for name, _ in holders(text, said.rpartition("|")[2])] == [holder]
    assert standings_of(text)[holder][1] == role


# text, words of the statement, and its holder, who is somebody else than the one named behind
STILL_UNNAMED = [
    # the one behind has an office of his own
    ('A welder blamed the valve. "It never shut," Mayor Otto Brill said.', "the valve", "A welder"),
    # he was met before
    ('Otto Brill looked on. A welder blamed the valve. "It never shut," Otto Brill said.', "the valve", "A welder"),
    # something else is told in between
    (
        'A welder blamed the valve. The town has two mills and a school. "It never shut," Otto Brill said.',
        "the valve",
        "A welder",
    ),
    # many are not one
    ('Welders blamed the valve. "It never shut," Otto Brill said.', "the valve", "Welders"),
    # another of the same trade was there
    (
        "A judge said the count must start anew. A judge from the coast wept. The judge, Ada Renn, told them to go.",
        "count must start",
        "A judge",
    ),
]


@pytest.mark.parametrize(("text", "said", "holder"), STILL_UNNAMED)
def test_an_unnamed_speaker_stays_unnamed(text: str, said: str, holder: str) -> None:
    assert [name for name, _ in holders(text, said)] == [holder]


# text, somebody or something, and what the words around let infer
INFERRED = [
    ("Lawyers question the levy. Marta Silva calls it void.", "Marta Silva", "lawyer"),
    ('Beekeepers were furious. "They sprayed at noon," said Boris Kell.', "Boris Kell", "beekeeper"),
    ("Women drivers say the road is unsafe. Lena Ohr says she counts the holes.", "Lena Ohr", "driver"),
    # what many do, or hold by their office, is nobody's calling
    ("Beekeepers marched on the town hall. Boris Kell said he would not resign.", "Boris Kell", None),
    ("Ministers were furious. Boris Kell said he would not resign.", "Boris Kell", None),
    ("Beekeepers say so too. Boris Kell fell off a roof.", "Boris Kell", None),
    # what is led and chaired
    ("The guild met under the chairmanship of Ada Renn.", "Ada Renn", "chair"),
    ("The panel was chaired by Otto Brill.", "Otto Brill", "chair"),
    ("A committee headed by Omar Vell looked at the bids.", "Omar Vell", "head"),
    ("The race was led by Omar Vell.", "Omar Vell", None),
    ("The car was followed by Omar Vell.", "Omar Vell", None),
    # what a text goes on to call a body
    ("The fine was paid by Orchard Aid. The charity has six cooks.", "Orchard Aid", "charity"),
    ("Harbour Lines sold two barges. The company needs the cash.", "Harbour Lines", "company"),
    ("Harbour Lines sold the Reed Trust two barges. The company needs the cash.", "Harbour Lines", None),
]


@pytest.mark.parametrize(("text", "name", "role"), INFERRED)
def test_what_somebody_is_may_be_inferred(text: str, name: str, role: str | None) -> None:
    assert standings_of(text)[name][1] == role
