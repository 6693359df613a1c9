"""Roles of persons by titles, offices, labels and lists, most of them before the name, and what these words do not say."""

from __future__ import annotations

import pytest

from .actors_of import standings_of, words_outside_passages

# text, then the actor, the role and the affiliation
PERSONS = [
    (
        "She met Minister of Trade, Industry, and Energy Ada Renn.",
        "Ada Renn",
        "Minister of Trade, Industry, and Energy",
        None,
    ),
    ("On Sunday the minister of interior Omar Vell flew home.", "Omar Vell", "minister of interior", None),
    ("Omar Vell, born in 1962, a harbour pilot, was listed.", "Omar Vell", "harbour pilot", None),
    ("Omar VELL, DOB 5 June 1960, a harbour pilot, was fined.", "Omar VELL", "harbour pilot", None),
    ("Judges present: Ada Renn (Norland), Otto Brill, Omar Vell.", "Omar Vell", "Judge", None),
    ("Speakers: Ada Renn, Otto Brill and Omar Vell.", "Otto Brill", "Speaker", None),
    ("Rapporteur: Ada Renn. The vote was close.", "Ada Renn", "Rapporteur", None),
    ("Guest: Mr O. Vell, Director of Harbours.", "O. Vell", "Director of Harbours", None),
    # initials in brackets between an office's body and the name
    (
        "An adviser to the Reed National Front (RNF), Omar Vell, was there.",
        "Omar Vell",
        "adviser to the Reed National Front",
        "reed-national-front",
    ),
    # one of several, and whose the person is between the office and the name
    ("One of her deputies, Omar Vell, told them.", "Omar Vell", "deputy", None),
    ("NATO's chief negotiator, Norway's Ada Renn, was there.", "Ada Renn", "chief negotiator", "nato"),
    # retired, at large, designate
    (
        "They wrote to the Harbour Board's treasurer, Ambassador-at-Large (ret.) Ada Renn.",
        "Ada Renn",
        "treasurer",
        "harbour-board",
    ),
    ("Norway's ambassador-designate, Sir Lars Hult, was there.", "Lars Hult", "ambassador-designate", "norway"),
    # a counterpart by another word
    ("Foreign Minister Ada Renn met her Kenyan opposite number, Omar Vell.", "Omar Vell", "Foreign Minister", "Kenya"),
    # who held an office before or holds it next
    (
        "Governor Ada Renn mended the roof that her predecessor, Otto Brill, let rot.",
        "Otto Brill",
        "former Governor",
        None,
    ),
    ("Ambassador Ada Renn packed. Her successor, Otto Brill, is on his way.", "Otto Brill", "Ambassador", None),
    ("The harbour master lost what his predecessor, Otto Brill, had won.", "Otto Brill", "predecessor", None),
    # a mark behind the name; one of several; those at a table, and whose they are
    ("It was cold, said Omar Vell*, a cook on the barge.", "Omar Vell", "cook on the barge", None),
    ("One of them, Boris Kell, was a retired stoker.", "Boris Kell", "retired stoker", None),
    ("Judges present: Ada Renn, in the Chair, Otto Brill.", "Otto Brill", "Judge", None),
    ("They sat with the Chief Clerks, Ada Renn for Kenya and Otto Brill for Peru.", "Otto Brill", None, None),
    (
        "They sat with the Chief Negotiators, Ada Renn for Kenya and Otto Brill for Peru.",
        "Otto Brill",
        "Chief Negotiator",
        None,
    ),
    # a plural before "and" is no apposition
    ("It was signed by two captains, and Ada Renn read it.", "Ada Renn", None, None),
    # before the name; what its holder is like is no part of an office
    ("Kenya's Catholic president, Omar Vell, declined.", "Omar Vell", "president", "kenya"),
    ("Kenya's unpopular prime minister Omar Vell declined.", "Omar Vell", "prime minister", "kenya"),
    ("The popular mayor Omar Vell declined.", "Omar Vell", "mayor", None),
    ("The ousted president Omar Vell declined.", "Omar Vell", "ousted president", None),
    ("The newly elected president, Omar Vell, declined.", "Omar Vell", "newly elected president", None),
    ("The long-serving mayor, Omar Vell, declined.", "Omar Vell", "long-serving mayor", None),
    ("The army ousted president Omar Vell in May.", "Omar Vell", "president", None),
    ("The tribal leader Omar Vell declined.", "Omar Vell", "tribal leader", None),
    ("The rebel commander Omar Vell declined.", "Omar Vell", "rebel commander", None),
    (
        "A letter reached Ada Renn, under-secretary for ports and canals.",
        "Ada Renn",
        "under-secretary for ports and canals",
        None,
    ),
    ("Ada Renn, who has studied piracy for years, agreed.", "Ada Renn", "has studied piracy", None),
    ("They met President of the Senate Ada Renn.", "Ada Renn", "President of the Senate", None),
    # a peer's title belongs to the name, forms of address and numbers do not
    ("Minister of State Baroness Winmore opened it.", "Baroness Winmore", "Minister of State", None),
    ("7. The Principal Secretary, Dr. Ada Renn, opened it.", "Ada Renn", "Principal Secretary", None),
    ("The Cabinet Secretary, Hon. Otto ole Brill, opened it.", "Otto ole Brill", "Cabinet Secretary", None),
    ("Economic Secretary Ada Renn opened it.", "Ada Renn", "Economic Secretary", None),
    # a plural title is each one's
    ("Ministers Ada Renn of Norway and Otto Brill of Denmark opened it.", "Ada Renn", "Minister", "norway"),
    ("Ministers Ada Renn of Norway and Otto Brill of Denmark opened it.", "Otto Brill", "Minister", "denmark"),
    ("Foreign Ministers Ada Renn and Otto Brill opened it.", "Ada Renn", "Foreign Minister", None),
    # a faith is no part of a civil office, and part of a religious one
    ("On Friday Muslim Mayor Ada Renn opened the lock.", "Ada Renn", "Mayor", None),
    ("On Friday the Anglican bishop Otto Brill opened the lock.", "Otto Brill", "Anglican bishop", None),
    # a person by any noun for one
    ("The widow, Ada Renn, sold the barge.", "Ada Renn", "widow", None),
    ("Farmer Otto Brill lost two cows.", "Otto Brill", "Farmer", None),
    ("Otto Brill, a retired welder, sold the barge.", "Otto Brill", "retired welder", None),
    ("Her brother, Otto Brill, sold the barge.", "Otto Brill", "brother", None),
    ("Critics of Mayor Otto Brill sold the barge.", "Otto Brill", "Mayor", None),
    # behind "as", in brackets, in the perfect, one of several
    ("As mayor of Vestby, Ada Renn signed it.", "Ada Renn", "mayor of Vestby", None),
    ("In her capacity as rapporteur, Ada Renn opened it.", "Ada Renn", "rapporteur", None),
    ("Ada Renn, speaking as chair of the board, opened it.", "Ada Renn", "chair of the board", None),
    ("As guests of the town, Ada Renn and Otto Brill opened it.", "Ada Renn", None, None),
    ("Ada Renn (head of the lock crew) opened it.", "Ada Renn", "head of the lock crew", None),
    (
        "Ada Renn, who has run the Reed Bank for ten years, signed it.",
        "Ada Renn",
        "has run the Reed Bank",
        "reed-bank",
    ),
    ("Ada Renn is one of the founders of the Reed Bank.", "Ada Renn", "founder of the Reed Bank", "reed-bank"),
    ("Ada Renn, of the Colegio Mayor de San Pedro, signed it.", "Ada Renn", None, "colegio-mayor-de-san-pedro"),
    ("Moderator (Dr. Ada Renn): Let us begin with the ports.", "Ada Renn", "Moderator", None),
    ("They wrote to a trader known as Omar Vell about it.", "Omar Vell", "trader", None),
    (
        "A spokesman for the group, who uses the name Abu Sabri al-Vell, denied it.",
        "Abu Sabri al-Vell",
        "spokesman for the group",
        None,
    ),
    # before the name and a comma
    (
        "He met the Minister of Fisheries and Ports, H.E. Mr. Omar Vell, on Monday.",
        "Omar Vell",
        "Minister of Fisheries and Ports",
        None,
    ),
    (
        "The Minister for Harbours, the Rt Hon. Ada Renn MP, said that it was too late.",
        "Ada Renn",
        "Minister for Harbours",
        None,
    ),
    (
        "She saw the European Union’s Special Envoy for Harbour Matters, Lars Hult, on Sunday.",
        "Lars Hult",
        "Special Envoy for Harbour Matters",
        "european-union",
    ),
    (
        "Norland summoned Estonia's chargé d'affaires, Ada Renn, on Friday.",
        "Ada Renn",
        "chargé d'affaires",
        "estonia",
    ),
    ("“We want ice,” said one of the skippers, Omar Vell.", "Omar Vell", "skipper", None),
    ("Iran's envoy, Ali Rostani, said so.", "Ali Rostani", "envoy", "iran"),
    (
        "He met the head of the country's ports authority, Omar Vell, on Sunday.",
        "Omar Vell",
        "head of the country's ports authority",
        None,
    ),
    (
        "They saw the Commander of the Defence Forces, General Omar Vell.",
        "Omar Vell",
        "Commander of the Defence Forces",
        None,
    ),
    (
        "He met the Permanent Secretary of the Ministry, Ms Ada Renn, and others.",
        "Ada Renn",
        "Permanent Secretary of the Ministry",
        None,
    ),
    ("Her coach, Oleg Stanin, said she would rest.", "Oleg Stanin", "coach", None),
    ("The harbour master, Ada Renn, wishes all guests a pleasant stay.", "Ada Renn", "harbour master", None),
    (
        "It met the Minister of Foreign Affairs of the Republic of Armenia, Oleg Stanin.",
        "Oleg Stanin",
        "Minister of Foreign Affairs of the Republic of Armenia",
        "armenia",
    ),
    # said of a list
    ("Leaders such as Ada Renn and Boris Kell sent letters.", "Boris Kell", "Leader", None),
    ("Prominent fighters Omar Vell and Boris Kell were killed.", "Boris Kell", "Prominent fighter", None),
    (
        "Norland named two Reed Front financiers operating in Vestby: Omar Vell and Boris Kell.",
        "Omar Vell",
        "financier operating in Vestby",
        "reed-front",
    ),
    (
        "Norland named two Reed Front financiers operating in Vestby: Omar Vell and Boris Kell.",
        "Boris Kell",
        "financier operating in Vestby",
        "reed-front",
    ),
]


@pytest.mark.parametrize(("text", "name", "role", "affiliation"), PERSONS, ids=[f"{r[1]}: {r[0]}" for r in PERSONS])
def test_a_persons_role(text: str, name: str, role: str | None, affiliation: str | None) -> None:
    assert standings_of(text).get(name) == ("person", role, affiliation)


@pytest.mark.parametrize("text", [row[0] for row in PERSONS])
def test_the_words_of_a_role_stand_in_its_passage(text: str) -> None:
    assert words_outside_passages(text) == set()
