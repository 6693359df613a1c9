"""Roles of persons, most of them told behind the name, the more telling of two, and words that tell none."""

from __future__ import annotations

import pytest

from .actors_of import standings_of, words_outside_passages

# text, then the actor, the role and the affiliation
PERSONS = [
    # a former office and a present body, in one apposition or two
    (
        "Omar Vell, a retired surgeon who now draws maps for the Harbour Bridge Council, agreed.",
        "Omar Vell",
        "retired surgeon",
        "harbour-bridge-council",
    ),
    (
        "Ada Renn, formerly of the Home Office and currently a lecturer at the Reed Academy, wept.",
        "Ada Renn",
        "lecturer at the Reed Academy",
        "reed-academy",
    ),
    ("Ada Renn of the Treasury agreed.", "Ada Renn", None, "Treasury"),
    # what somebody does at a body; what somebody says for one is no role
    (
        "Ada Renn, who counts ships for the Reed Institute, agreed.",
        "Ada Renn",
        "counts ships for the Reed Institute",
        "reed-institute",
    ),
    ("Ada Renn, who argues for the Reed Institute, agreed.", "Ada Renn", None, None),
    # told of "he" or "she" in the next sentence, where one person was spoken of
    (
        "Ada Renn was there. She heads the Harbour Commission.",
        "Ada Renn",
        "heads the Harbour Commission",
        "harbour-commission",
    ),
    ("Ada Renn left in May. She was appointed minister of ports in June.", "Ada Renn", "minister of ports", None),
    ("Ada Renn saw Omar Vell. She is a judge.", "Ada Renn", None, None),
    ("Ada Renn left. She was the first to do so.", "Ada Renn", None, None),
    # where somebody is from says less than a former office; a commander's office more than a rank
    (
        "The Tunisian citizen Omar Vell came. Omar Vell, a former teacher, left.",
        "Omar Vell",
        "former teacher",
        "Tunisia",
    ),
    ("Its commander, Colonel Omar Vell, came. Col Omar Vell left.", "Omar Vell", "commander", None),
    # an inserted clause
    ("Ada Renn was there. Renn, the judge believes, is rich.", "Ada Renn", None, None),
    # an agent that the tagger takes for a comparative
    ("Omar Vell, a grain exchanger, fled.", "Omar Vell", "grain exchanger", None),
    # two offices of one
    ("Ada Renn, Kenya's envoy and a former mayor of Vestby, left.", "Ada Renn", "envoy", "kenya"),
    # behind a clause on the name
    ("Ada Renn, who lost in May, was sworn in as mayor of Vestby.", "Ada Renn", "mayor of Vestby", None),
    ("Ada Renn, whose party lost, is a lecturer in law.", "Ada Renn", "lecturer in law", None),
    ("Russian Deputy Foreign Minister Oleg Stanin met them.", "Oleg Stanin", "Deputy Foreign Minister", "Russia"),
    ("U.S. President Ada Renn urged restraint.", "Ada Renn", "President", "united-states"),
    ("Former Norland envoy Ada Renn spoke.", "Ada Renn", "Former Norland envoy", None),
    ("The runner Naomi Chell won the race.", "Naomi Chell", "runner", None),
    ("In sport, sprinter Naomi Chell won the 60 metres.", "Naomi Chell", "sprinter", None),
    ("Government spokesman Oleg Stanin denied it.", "Oleg Stanin", "Government spokesman", None),
    ("Opposition lawmaker Ada Renn walked out.", "Ada Renn", "Opposition lawmaker", None),
    ("He spoke to (Iranian Foreign Minister) Ali Rostani about it.", "Ali Rostani", "Foreign Minister", "Iran"),
    ("They asked about the health of Kenyan President Omar Vell.", "Omar Vell", "President", "Kenya"),
    ("NATO Deputy Secretary General Ada Renn arrived.", "Ada Renn", "Deputy Secretary General", "nato"),
    ("Ministry spokesman Major General Omar Vell denied it.", "Omar Vell", "Ministry spokesman", None),
    ("Minister of Defence Ada Renn arrived.", "Ada Renn", "Minister of Defence", None),
    (
        "“No,” said Assistant Secretary for Harbour Policy Ada Renn-Vell.",
        "Ada Renn-Vell",
        "Assistant Secretary for Harbour Policy",
        None,
    ),
    (
        "Under Secretary of the Treasury for Fisheries and Customs Boris Kell signed it.",
        "Boris Kell",
        "Under Secretary of the Treasury for Fisheries and Customs",
        None,
    ),
    ("They heard City Councillor Ada Renn last.", "Ada Renn", "City Councillor", None),
    ("Barrister Boris Kell was unimpressed.", "Boris Kell", "Barrister", None),
    ("The list was read by Colonel (ret.) Omar Vell.", "Omar Vell", "Colonel (ret.)", None),
    ("Norland was represented by State Secretary Jonas Ozolk.", "Jonas Ozolk", "State Secretary", None),
    ("Prof. Ada Renn spoke first.", "Ada Renn", "Professor", None),
    # an office in quotation marks
    ('Omar Vell, the so-called Reed "Minister of Ships," lost it.', "Omar Vell", "Minister of Ships", None),
    ('Omar Vell is the so-called "Governor" of the islands.', "Omar Vell", "Governor", None),
    ("The money changer Omar Vell lost it.", "Omar Vell", "money changer", None),
    # the office says more than the title behind it
    (
        "They met the Chair of the Mills Board, Senator Otto Brill.",
        "Otto Brill",
        "Chair of the Mills Board",
        "mills-board",
    ),
    # behind the name
    (
        "Oleg Stanin, a senior official of the Reed Front, left.",
        "Oleg Stanin",
        "senior official of the Reed Front",
        "reed-front",
    ),
    (
        "“No,” said Ada J. Renn, Acting Under Secretary for Harbours and Coastal Intelligence.",
        "Ada J. Renn",
        "Acting Under Secretary for Harbours and Coastal Intelligence",
        None,
    ),
    (
        "Ada Renn of Maryland, a senior member of the Harbour Committee, agreed.",
        "Ada Renn",
        "senior member of the Harbour Committee",
        "harbour-committee",
    ),
    ("Asked about it, Bill Orban, a Pentagon spokesman, said nothing.", "Bill Orban", "spokesman", "pentagon"),
    (
        "Ada Renn is a researcher at the Harbour Institute.",
        "Ada Renn",
        "researcher at the Harbour Institute",
        "harbour-institute",
    ),
    ("Oleg Stanin, 55, was a commander of the Reed Front.", "Oleg Stanin", "commander of the Reed Front", "reed-front"),
    (
        "Ada Renn serves as deputy director of the Harbour Institute.",
        "Ada Renn",
        "deputy director of the Harbour Institute",
        "harbour-institute",
    ),
    (
        "Oleg Stanin, who heads the Norland opposition council, told reporters.",
        "Oleg Stanin",
        "heads the Norland opposition council",
        None,
    ),
    ("Oleg Stanin, who runs the port of Vestby, laughs at such fears.", "Oleg Stanin", "runs the port of Vestby", None),
    ("Oleg Stanin (R), the chief negotiator, shook hands.", "Oleg Stanin", "chief negotiator", None),
    ("Ada Renn – the group's lawyer – said no.", "Ada Renn", "group's lawyer", None),
    (
        "Boris Kell, Cargo Safety Lead, Reed Labs: It will take six weeks.",
        "Boris Kell",
        "Cargo Safety Lead",
        "reed-labs",
    ),
    (
        "Ada Renn, who teaches drawing at the College of Vestby, is not sure.",
        "Ada Renn",
        "teaches drawing at the College of Vestby",
        "college-of-vestby",
    ),
    ("Ada Renn is contributing editor.", "Ada Renn", "contributing editor", None),
    (
        "Ada Renn is senior researcher and Boris Kell a research officer at the Harbour Institute.",
        "Boris Kell",
        "research officer at the Harbour Institute",
        "harbour-institute",
    ),
    (
        "Ada Renn is senior researcher and Boris Kell a research officer at the Harbour Institute.",
        "Ada Renn",
        "senior researcher",
        None,
    ),
    ("Present were Sir Omar Vell, in the Chair, and Ada Renn.", "Omar Vell", "in the Chair", None),
    (
        "Ada Renn, a former deputy head of mission in Vestby, said so.",
        "Ada Renn",
        "former deputy head of mission in Vestby",
        None,
    ),
    ("Oleg Stanin, who was sworn in as foreign minister on Monday, left.", "Oleg Stanin", "foreign minister", None),
    ("Ada Renn became prime minister in 2021.", "Ada Renn", "prime minister", None),
    ("Ex-minister Boris Kell was there.", "Boris Kell", "Ex-minister", None),
    ("Minister-designate Ada Renn took part.", "Ada Renn", "Minister-designate", None),
    (
        "Boris Kell, until last year the country's chief negotiator, left.",
        "Boris Kell",
        "until last year the country's chief negotiator",
        None,
    ),
    (
        "Ada Renn, Algeria's ambassador to the African Union, left.",
        "Ada Renn",
        "ambassador to the African Union",
        "algeria",
    ),
    ("President Omar Vell of Niger came.", "Omar Vell", "President", "niger"),
    (
        "Deputy Prime Minister and Minister of Energy Boris Kell came.",
        "Boris Kell",
        "Deputy Prime Minister and Minister of Energy",
        None,
    ),
    (
        "Ms Renn, who chairs a group of developing countries, left.",
        "Renn",
        "chairs a group of developing countries",
        None,
    ),
    ("They asked the Reed Alliance, whose chair is Ada Renn.", "Ada Renn", "chair", None),
    (
        "Ada Renn, harbour analyst at Harbour Risk, wrote it.",
        "Ada Renn",
        "harbour analyst at Harbour Risk",
        "harbour-risk",
    ),
    ("Latvia's Boris Kell spoke for them.", "Boris Kell", None, "latvia"),
    ("Dr. Ada Renn, Senior Fellow, Reed Institute: It is late.", "Ada Renn", "Senior Fellow", "reed-institute"),
    ("Ada Renn, Director of Research, Boris Kell and others came.", "Boris Kell", None, None),
    # put into an office
    ("The board designated Lars Hult as its next chairman.", "Lars Hult", "next chairman", None),
    (
        "Lars Hult was elected president of the Harbour Club.",
        "Lars Hult",
        "president of the Harbour Club",
        "harbour-club",
    ),
    # the more telling of two
    (
        "Admiral Ada Renn spoke. Ada Renn, the commander of the Baltic fleet, left.",
        "Ada Renn",
        "commander of the Baltic fleet",
        None,
    ),
    (
        "Former minister Ada Renn spoke. Ada Renn is an adviser to the Reed Front.",
        "Ada Renn",
        "adviser to the Reed Front",
        "reed-front",
    ),
    # a verb that is spelled like an office
    ("President Ada Renn will host Kenyan Prime Minister Omar Vell.", "Omar Vell", "Prime Minister", "Kenya"),
    (
        "Ada Renn, who now heads the opposition Rally for Reform, spoke.",
        "Ada Renn",
        "heads the opposition Rally for Reform",
        "rally-for-reform",
    ),
    ("“No,” said Kenyan journalist Ada Renn, quoting General al-Vell.", "Ada Renn", "journalist", "Kenya"),
    ("Both Vell and Libyan commander Boris Kell are due to speak.", "Boris Kell", "commander", "libya"),
    ("The list names two individuals: Ada Renn Vell and Boris Omar Kell.", "Ada Renn Vell", None, None),
    ("The widow of Ada Renn is a judge in Vestby.", "Ada Renn", None, None),
    # none: the words are another's, or say too little
    ("According to Oleg Stanin, bakers have begun to leave.", "Oleg Stanin", None, None),
    ("Boris Kell, who has been feeding gulls there since May, laughed.", "Boris Kell", None, None),
    (
        "The head of the Norland delegation met his Kenyan counterpart, Brigadier Boris Kell.",
        "Boris Kell",
        "Brigadier",
        "kenya",
    ),
    ("Estonia's foreign minister has resigned. Nobody asked Ada Renn about it.", "Ada Renn", None, None),
    ("They asked Ada Renn, the Harbour Institute said.", "Ada Renn", None, None),
    ("In control of the hostage talks, Oleg Stanin is hoping for more.", "Oleg Stanin", None, None),
    ("Mr. Stanin spoke.", "Stanin", None, None),
    ("Ada Renn, Secretary of State Boris Kell and others came.", "Ada Renn", None, None),
    (
        "The sister of the late mayor, Omar Vell, ran the mill.",
        "Omar Vell",
        "late mayor",
        None,
    ),
    ("Last week Boris Kell met the minister.", "Boris Kell", None, None),
    ("Ada Renn said that the minister was late.", "Ada Renn", None, None),
    ("Ada Renn met Oleg Stanin, the foreign minister.", "Ada Renn", None, None),
    ("Boris Kell leads the race.", "Boris Kell", None, None),
]


@pytest.mark.parametrize(("text", "name", "role", "affiliation"), PERSONS, ids=[f"{r[1]}: {r[0]}" for r in PERSONS])
def test_a_persons_role(text: str, name: str, role: str | None, affiliation: str | None) -> None:
    assert standings_of(text).get(name) == ("person", role, affiliation)


@pytest.mark.parametrize("text", [row[0] for row in PERSONS])
def test_the_words_of_a_role_stand_in_its_passage(text: str) -> None:
    assert words_outside_passages(text) == set()
