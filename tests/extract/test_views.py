"""Views: whose words, which words, quoted or reported. One row: text, holder, words, direct, kind."""

from __future__ import annotations

import pytest

from briefgen.extract import extract
from briefgen.model import View
from tests.readings import reading_of


def views(text: str) -> list[View]:
    facts = extract(reading_of(text))
    assert all(e.quote == text[e.start : e.end] for v in facts.views for e in v.evidence)
    return list(facts.views)


FOUND = [
    ("“We will return to the talks,” said Ada Renn.", "ada-renn", "We will return to the talks,", True, "other"),
    ("“We will return to the talks,” Ada Renn said.", "ada-renn", "We will return to the talks,", True, "other"),
    (
        '"We will return to the talks," said Foreign Minister Ada Renn.',
        "ada-renn",
        "We will return to the talks,",
        True,
        "official",
    ),
    (
        "Ada Renn, an analyst at the Harbour Institute, said the talks had failed before they began.",
        "ada-renn",
        "the talks had failed before they began",
        False,
        "expert",
    ),
    (
        "U.S. President Ada Renn said the talks had failed long ago.",
        "ada-renn",
        "the talks had failed long ago",
        False,
        "official",
    ),
    ("“Too late for all of us,” joked Ada Renn.", "ada-renn", "Too late for all of us,", True, "other"),
    ("“Who will sign that now?” Ada Renn asked.", "ada-renn", "Who will sign that now?", True, "other"),
    (
        "Ada Renn laughed. “The harbour is full until May.”",
        "ada-renn",
        "The harbour is full until May.",
        True,
        "other",
    ),
    ("Ada Renn: “There are many of them in town.”", "ada-renn", "There are many of them in town.", True, "other"),
    (
        "“The bridge,” Ada Renn said, “will be closed for a year.”",
        "ada-renn",
        "The bridge, … will be closed for a year.",
        True,
        "other",
    ),
    (
        "According to Ada Renn, the bridge will be closed for a year.",
        "ada-renn",
        "the bridge will be closed for a year",
        False,
        "other",
    ),
    (
        "The bridge will be closed for a year, according to Ada Renn.",
        "ada-renn",
        "The bridge will be closed for a year",
        False,
        "other",
    ),
    (
        "Ada Renn arrived on Monday. She said the bridge would be closed for a year.",
        "ada-renn",
        "the bridge would be closed for a year",
        False,
        "other",
    ),
    (
        "An Iranian officer said the bridge would be closed for a year.",
        "An Iranian officer",
        "the bridge would be closed for a year",
        False,
        "official",
    ),
    (
        "The Iranian government said the bridge would be closed for a year.",
        "iran",
        "the bridge would be closed for a year",
        False,
        "official",
    ),
    (
        "Analysts say the bridge will be closed for a year.",
        "Analysts",
        "the bridge will be closed for a year",
        False,
        "expert",
    ),
    (
        "Ada Renn blamed the ministry for closing the old bridge.",
        "ada-renn",
        "blamed the ministry for closing the old bridge",
        False,
        "other",
    ),
    (
        "Ada Renn thanked the ministry for opening the old bridge.",
        "ada-renn",
        "thanked the ministry for opening the old bridge",
        False,
        "other",
    ),
    (
        "Ada Renn arrived. Norland, she says, has more harbours than cranes.",
        "ada-renn",
        "Norland … has more harbours than cranes",
        False,
        "other",
    ),
    (
        "If Norland lists the front, the talks will end, Ada Renn said.",
        "ada-renn",
        "If Norland lists the front, the talks will end",
        False,
        "other",
    ),
    (
        "The harbour office said the rain in Vestby “is not a fault of the harbour”.",
        "The harbour office",
        "the rain in Vestby “is not a fault of the harbour”",
        True,
        "other",
    ),
    (
        "Ada Renn called the vote “a farce from the start to the end”.",
        "ada-renn",
        "called the vote “a farce from the start to the end”",
        True,
        "other",
    ),
    ("Ada Renn denied that the unit exists.", "ada-renn", "denied that the unit exists", False, "other"),
    (
        "Our review of the ships determined that, as defined by the act, the ships are safe.",
        "the author",
        "as defined by the act, the ships are safe",
        False,
        "author",
    ),
    (
        "“We heard it at night,” Ada Renn said. “It was a very loud bang.”",
        "ada-renn",
        "We heard it at night. It was a very loud bang.",
        True,
        "other",
    ),
    (
        "The US State Department announced that it had listed the Reed Front in May.",
        "us-state-department",
        "it had listed the Reed Front in May",
        False,
        "official",
    ),
    (
        "Ada Renn disagrees. In her view, farmers need the water that mills waste.",
        "ada-renn",
        "farmers need the water that mills waste",
        False,
        "other",
    ),
    (
        "Defence Minister Ada Renn expressed deep concern at the arrests in Vestby.",
        "ada-renn",
        "expressed deep concern at the arrests in Vestby",
        False,
        "official",
    ),
    (
        "Ada Renn, an analyst in Vestby, put the loss at a tenth of the harvest.",
        "ada-renn",
        "put the loss at a tenth of the harvest",
        False,
        "expert",
    ),
    (
        "Ada Renn said the ban would end “in weeks, not months” if all went well.",
        "ada-renn",
        "the ban would end “in weeks, not months” if all went well",
        True,
        "other",
    ),
    (
        "The Israeli government called the toll illegal.",
        "israel",
        "called the toll illegal",
        False,
        "official",
    ),
    (
        "Ada Renn, the harbour master, has called the new rules wet paper.",
        "ada-renn",
        "called the new rules wet paper",
        False,
        "other",
    ),
    (
        "Otto Brill wants the old ferry scrapped by the council before winter.",
        "otto-brill",
        "wants the old ferry scrapped by the council before winter",
        False,
        "other",
    ),
    (
        "''The harbour is closed to all,'' Ada Renn said. ''It will stay closed.''",
        "ada-renn",
        "The harbour is closed to all. It will stay closed.",
        True,
        "other",
    ),
    (
        "VESTBY, Norland (AP) — A bomb went off near the gate on Monday, killing two guards, police said.",
        "police",
        "A bomb went off near the gate on Monday, killing two guards",
        False,
        "official",
    ),
    # who says "I" is the writer, not the body that the sentence is about
    (
        "I think Norland is stalling and will not sign.",
        "the author",
        "Norland is stalling and will not sign",
        False,
        "author",
    ),
    # what a semicolon parts from an appeal is the writer's
    (
        "Ada Renn urged the board to sell the ferry in May; the board has done nothing of the kind.",
        "ada-renn",
        "urged the board to sell the ferry in May",
        False,
        "other",
    ),
    # whose deputy it is does not speak
    (
        'Ola Berg\'s deputy, Nils Dahl, insisted that the ferry "has no enemies in the port".',
        "nils-dahl",
        'the ferry "has no enemies in the port"',
        True,
        "official",
    ),
    ("Ola Berg's lawyer said the ferry was late.", "Ola Berg's lawyer", "the ferry was late", False, "other"),
    # who tells of it does not say it
    (
        'Ola Berg told them that the port was "out of coal and of ideas", a captain said.',
        "ola-berg",
        'the port was "out of coal and of ideas"',
        True,
        "other",
    ),
    (
        'According to the Harbour Institute economist Ada Renn, "the quay has become a car park for ships".',
        "ada-renn",
        "the quay has become a car park for ships",
        True,
        "expert",
    ),
    (
        "Ada Renn, the captain, has left the ship and is in Vestby, friends said.",
        "friends",
        "Ada Renn, the captain, has left the ship and is in Vestby",
        False,
        "other",
    ),
    (
        "Chile lifted its ban on the ferry after the captain resigned, the transport ministry in Vestby said.",
        "the transport ministry in Vestby",
        "Chile lifted its ban on the ferry after the captain resigned",
        False,
        "official",
    ),
    (
        "Norland does not treat the ferry as a warship, port authority spokesman Ola Berg said on Monday.",
        "ola-berg",
        "Norland does not treat the ferry as a warship",
        False,
        "official",
    ),
    (
        'According to a study by the Harbour Institute, issued on 4 May, "small ports have lost a third of their ships".',
        "harbour-institute",
        "small ports have lost a third of their ships",
        True,
        "expert",
    ),
    # a surname that opens a paragraph, and a question put to its bearer
    (
        "Captain Ivan Holm met Ola Berg, port spokesman Fadil Mahr said.\n\nMahr said no visit of Holm to Vestby was near. "
        'Asked about the ferry, he said it "might sail before the frost".',
        "fadil-mahr",
        'it "might sail before the frost"',
        True,
        "official",
    ),
    (
        "Norland wants the crew to end the strike.",
        "Norland",
        "wants the crew to end the strike",
        False,
        "other",
    ),
]
NONE = [
    # a thing holds no view
    "The winter showed that the dykes were much too low.",
    "Prices suggest that the harvest was poor this year.",
    "Ada Renn asked the guests why the page was blue.",
    "A man accused of the theft of a boat was led away.",
    "Ada Renn declined to say where the key was.",
    "The listings of the ships deny them access to the harbour.",
    "Time will tell if the bridge pays for itself.",
    "Ada Renn did not say whether the bridge pays for itself.",
    "The so-called “bridge of all the sighs” was closed.",
    "They met in the town and left on Friday evening.",
    "The move showed that the bridge was closed for good.",
    "Ada Renn read the “Harbour News” every morning.",
    # the writer's judgement of somebody is not that one's view
    "Norland's stance is the one to study: Sorland will not open the gates.",
    "Norland wants an end to the strike, and Sorland needs a date for the vote.",
    # lines that a message repeats from the one it answers
    "> Do you have anything on the ferry?\n> Ada Renn said the ferry would sail on Monday.",
    # a phrase says only where somebody spoke, a question only supposes it
    "Ada Renn went home. He said that in front of the harbour board, in a town where the tolls have once been raised.",
    "Does Ada Renn believe that the quay is safe for anybody?",
]


@pytest.mark.parametrize(("text", "holder", "words", "direct", "kind"), FOUND, ids=[row[0] for row in FOUND])
def test_a_view_is_found(text: str, holder: str, words: str, direct: bool, kind: str) -> None:
    found = [(v.holder, v.text, v.direct, v.kind) for v in views(text)]
    assert (holder, words, direct, kind) in found


@pytest.mark.parametrize(
    "noun", ["Anglers", "The beekeepers", "Two welders", "A widow", "Trade unions", "The crew", "Both"]
)
def test_any_noun_for_persons_may_hold_a_view(noun: str) -> None:
    (view,) = views(f"{noun} called the new lock a danger to the town.")
    assert view.holder == noun
    (view,) = views(f"{noun} told reporters that the new lock was a danger.")
    assert view.holder == noun


@pytest.mark.parametrize("text", NONE)
def test_no_view_is_found(text: str) -> None:
    assert [(v.holder, v.text) for v in views(text)] == []


def test_somebody_unnamed_keeps_the_words_and_the_body() -> None:
    (view,) = views("An Israeli military spokeswoman said the bridge would be closed.")
    assert (view.holder, view.affiliation, view.kind) == ("An Israeli military spokeswoman", "israel", "official")


def test_a_view_cites_its_own_part_of_a_sentence() -> None:
    text = "The board says the crane is too old to lift; the mayor, Otto Brill, thinks that it only wants oil."
    cited = {v.holder: v.evidence[0].quote for v in views(text)}
    assert cited["otto-brill"] == "the mayor, Otto Brill, thinks that it only wants oil."
    assert cited["The board"] == "The board says the crane is too old to lift"


def test_a_bare_pronoun_is_nobodys_name() -> None:
    (view,) = views("“The bridge will be closed for a year,” he said.")
    assert view.holder is None


def test_few_quoted_words_are_shown_once_in_their_clause() -> None:
    found = [v.text for v in views("The Israeli government said the ban would end “in weeks, not months”.")]
    assert found == ["the ban would end “in weeks, not months”"]
