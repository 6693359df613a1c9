"""Roles of bodies: what the words around a name, or the name itself, say that something is, and what they do not say."""

from __future__ import annotations

import pytest

from briefgen.extract.actors import find_actors
from tests.readings import reading_of

from .actors_of import actors, words_outside_passages

# text, then the body and its role
BODIES = [
    # a sort before another body's name is that one's
    ("They met at the Reed Assembly, the Kenyan news agency QPN reported.", "Reed Assembly", None),
    # ships by their flag
    ("It seized the Norwegian-flagged HARBOUR FORTUNE on Monday.", "HARBOUR FORTUNE", "vessel"),
    ("The rebel group Reed Front denied it.", "Reed Front", "rebel group"),
    ("The Harbour Institute, a think tank in Vestby, published it.", "Harbour Institute", "think tank"),
    ("The Harbour Institute is a private museum.", "Harbour Institute", "private museum"),
    ("The KGB — the Soviet security agency — funded them.", "KGB", "Soviet security agency"),
    ("The largest Basque ETA faction stayed away.", "ETA", "largest Basque faction"),
    ("He sits on the group's highest military body, the Reed Council.", "Reed Council", "highest military body"),
    ("She owns Turkish sports channel Harbour Vision.", "Harbour Vision", "Turkish sports channel"),
    (
        "Palestinian groups, including Fatah, Hamas, and the Popular Front, stayed at home.",
        "Hamas",
        "Palestinian group",
    ),
    ("Shareholders of Fjordline, a ferry operator listed in Oslo, voted.", "Fjordline", "ferry operator"),
    ("Affiliated with al-Qaida, the Reed Front operates in Vestby.", "Reed Front", "Affiliated with al-Qaida"),
    ("The radical group, the Reed Front, was there.", "Reed Front", "radical group"),
    ("The West African bloc ECOWAS declined.", "ECOWAS", "West African bloc"),
    ("The Front's river wing, known as the Reed Company, denied it.", "Reed Company", "river wing"),
    (
        "The Harbour Forum is a small, family-owned consultancy.",
        "Harbour Forum",
        "small, family-owned consultancy",
    ),
    ("The Reed Sheet, a well-known newspaper, closed.", "Reed Sheet", "well-known newspaper"),
    ("The Reed Forum, a government-funded charity, closed.", "Reed Forum", "government-funded charity"),
    ("They asked the Reed Club, an NGO, about it.", "Reed Club", "NGO"),
    ("VESTBY, May 3, 2023 (Harbour Wire) — The talks broke off on Wednesday.", "Harbour Wire", "news agency"),
    ("They asked an analyst at Harbour Risk, a consultancy, about it.", "Harbour Risk", "consultancy"),
    # by its own name
    ("The Vestby Institute for Harbour Studies said so.", "Vestby Institute for Harbour Studies", "think tank"),
    ("Ada Renn, a fellow at the Reed Forum, said so.", "Reed Forum", "think tank"),
    ("He was tried by the Special Tribunal for Norland.", "Special Tribunal for Norland", "tribunal"),
    ("The tanker Blue Heron left.", "Blue Heron", "tanker"),
    ("The research vessel Otto Brill left.", "Otto Brill", "research vessel"),
    ("The Partido Cauce Nuevo lost two seats.", "Partido Cauce Nuevo", "party"),
    ("The Green Harbour Party lost two seats.", "Green Harbour Party", "party"),
    ("They wrote to the National Assembly of Norland.", "National Assembly of Norland", "parliament"),
    ("Reed Shipping Ltd has denied it.", "Reed Shipping Ltd", "shipping company"),
    ("Korvane Trading LLC has denied it.", "Korvane Trading LLC", "company"),
    # by whom it has
    ("The Reed Front gunmen were seen in the port.", "Reed Front", "armed group"),
    ("Gunmen from the Reed Front held the quay.", "Reed Front", "armed group"),
    ("Ada Renn, a fellow at the Kell Group, said so.", "Kell Group", "think tank"),
    # a well-known body of a sort that nobody disputes
    ("Reuters said so.", "Reuters", "news agency"),
    # none: a fellow of a learned society tells of no think tank; an analyst may work anywhere
    ("Ada Renn, a fellow of the Reed Society, said so.", "Reed Society", None),
    ("Ada Renn, an analyst at the Kell Group, said so.", "Kell Group", None),
    ("Fighters shelled the Reed Front from the hills.", "Reed Front", None),
    # none: what is disputed of a body, however well known, is for the sources to say
    ("The Reed Forum said so.", "Reed Forum", None),
    ("The Reed Front government fell.", "Reed Front", None),
    ("According to the group, Hamas wants more.", "Hamas", None),
    ("He was killed by Hezbollah, the Lebanese group said.", "Hezbollah", None),
    ("The Reed Front denied that a militia was there.", "Reed Front", None),
]


@pytest.mark.parametrize(("text", "name", "role"), BODIES, ids=[row[0] for row in BODIES])
def test_a_bodys_role(text: str, name: str, role: str | None) -> None:
    found = {a.name: (a.kind, a.role) for a in actors(text)}
    assert found.get(name) == ("organization", role)


@pytest.mark.parametrize("text", [row[0] for row in BODIES])
def test_the_words_of_a_role_stand_in_its_passage(text: str) -> None:
    assert words_outside_passages(text) == set()


def test_a_publisher_named_by_its_initials_is_what_its_full_name_says() -> None:
    text = "KORI receives no money from the ports."
    reading = reading_of(text, publisher="Kell Oceans Research Institute")
    assert {a.name: a.role for a in find_actors(reading)}["KORI"] == "think tank"
    reading = reading_of(text, publisher="Kell Office of Reed Islands")
    assert {a.name: a.role for a in find_actors(reading)}["KORI"] is None
