"""Speakers on lines of their own: name and standing above or below what they say."""

from __future__ import annotations

import pytest

from .actors_of import actors

TITLED = "Panel\n\nDr Ada Renn\nHarbour Institute for Ports\n\n“The ship is wrong, and it will stay so.”"
STANDING = (
    "Panel\n\nColonel (ret.) Omar Vell\nSenior Adviser, Reed Group, Vestby\n\n“Norland did so in April, and late.”"
)
SPOKEN_OF = "Panel\n\nBoris Kell\nUniversity of Vestby\n\nKell fears that the new lock will leak at once."
HYPHENS = (
    "Panel\n\nAnne-Claire Brandal-Korvin\nDirector of Surveys, Observatory of the South\n\n"
    "For Brandal-Korvin, who once ran a dockyard, the ship is too small.\n"
)
HEADING = "Ada Renn Returns\n\nThe talks failed, and nobody in Vestby was surprised by it.\n"
ALONE = "Ada Renn\nPress Office\n\nThe talks failed, and nobody in Vestby was surprised by it.\n"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (TITLED, "Ada Renn", "expert"),
        (STANDING, "Omar Vell", "Senior Adviser"),
        (HYPHENS, "Anne-Claire Brandal-Korvin", "Director of Surveys"),
        (SPOKEN_OF, "Boris Kell", "expert"),
    ],
)
def test_a_speaker_on_a_line_is_an_actor(text: str, name: str, role: str) -> None:
    assert {a.name: a.role for a in actors(text)}.get(name) == role


@pytest.mark.parametrize("text", [HEADING, ALONE])
def test_a_line_that_nothing_bears_out_names_no_actor(text: str) -> None:
    assert "Ada Renn" not in {a.name for a in actors(text)}
