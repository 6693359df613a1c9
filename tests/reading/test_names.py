"""Names: who is who within one document, of which kind, and what is no name."""

from __future__ import annotations

import pytest

from tests.readings import reading_of

from .actors_of import actors

# text, and an actor that it holds: name, kind
KINDS = [
    ("Oleg Stanin arrived in Vestby.", "Oleg Stanin", "person"),
    ("Mr. Stanin spoke.", "Stanin", "person"),
    ("Ada Renn teaches at the Open University of Ireland, he said.", "Open University of Ireland", "organization"),
    ("Omar Vell was governor of the Bank of Norway until May.", "Bank of Norway", "organization"),
    ("The Supreme Court of Kenya met.", "Supreme Court of Kenya", "organization"),
    ("The Harbour Council on Foreign Trade met.", "Harbour Council on Foreign Trade", "organization"),
    ("The United Nations Office on Reeds and Rivers met.", "United Nations Office on Reeds and Rivers", "organization"),
    (
        "The Joint Committee on the Prevention of Floods met.",
        "Joint Committee on the Prevention of Floods",
        "organization",
    ),
    ("The Council for the Coast and the Islands was there.", "Council for the Coast and the Islands", "organization"),
    ("The Government of Norway refused.", "Norway", "state"),
    ("The baker Astrid Wenn sold it.", "Astrid Wenn", "person"),
    ("She told public TV the QPN had left.", "QPN", "organization"),
    ("It met the Kenya Farmers Cooperative in Vestby last week.", "Kenya Farmers Cooperative", "organization"),
    ("Oleg Tarn, a geologist, has studied the slope.", "Oleg Tarn", "person"),
    ("Villager Ada Renn saw the slope.", "Ada Renn", "person"),
    ("Imam Yusuf Vell and Rabbi Ada Renn prayed.", "Yusuf Vell", "person"),
    ("Anne-Lise Brandal-Korvin, a historian, saw it.", "Anne-Lise Brandal-Korvin", "person"),
    ("Lim Soo-ah said so.", "Lim Soo-ah", "person"),
    ("Omar al-Vell was there.", "Omar al-Vell", "person"),
    ("Asked about it, Bill Orban, a Pentagon spokesman, said nothing.", "Bill Orban", "person"),
    ("Officials Bassem Nuri and Omar Vell met them.", "Bassem Nuri", "person"),
    ("It named two financiers: Ali Sadde and Omar Vell.", "Ali Sadde", "person"),
    ("The board designated Lars Hult as its next chairman.", "Lars Hult", "person"),
    ("Norland met the Foreign Minister of Iran, Hrant Melik, on Monday.", "Hrant Melik", "person"),
    ("The rebel group Reed Front denied it.", "Reed Front", "organization"),
    (
        "Inspectors boarded the SILVER MEADOW off Vestby, and the owner of the SILVER MEADOW paid a fine.",
        "SILVER MEADOW",
        "organization",
    ),
    (
        "The Committee established pursuant to resolution 9999 (2031) heard two of them.",
        "Committee established pursuant to resolution 9999 (2031)",
        "organization",
    ),
    ("They thanked Mr Otto ole Brill for it.", "Otto ole Brill", "person"),
    ("Lord Winmore asked about it.", "Lord Winmore", "person"),
    ("Harbour Risk analyst Ada Renn wrote it.", "Harbour Risk", "organization"),
    (
        "The Coordination of Movements of the Valley (CMV) denied it.",
        "Coordination of Movements of the Valley",
        "organization",
    ),
    (
        "Omar Vell, leader of the rebel Movement for the Liberation of the Reeds, denied it.",
        "Movement for the Liberation of the Reeds",
        "organization",
    ),
    ("The Russian cultural centre Kalina was shut.", "Kalina", "organization"),
    ("He told the newspaper Vestby Tribune that it is over.", "Vestby Tribune", "organization"),
    ("Shareholders of Fjordline, a ferry operator listed in Oslo, voted.", "Fjordline", "organization"),
    ("He was tried by the Special Tribunal for Norland.", "Special Tribunal for Norland", "organization"),
    ("ISIS-NB emerged in the hills.", "ISIS-NB", "organization"),
    ("The Harbour Institute published it.", "Harbour Institute", "organization"),
    ("It had listed Mechanical Crane Factory before.", "Mechanical Crane Factory", "organization"),
    ("It listed Rezan Vestan Harbour Institute on Monday.", "Rezan Vestan Harbour Institute", "organization"),
    ("It listed Wilmer Emil Sarto Farley on Monday.", "Wilmer Emil Sarto Farley", "person"),
    ("President Adam R. Renn, Jr. met Ola Berg.", "Adam R. Renn, Jr.", "person"),
    ("President Adam R. Renn, Jr., joined by Ola Berg, spoke.", "Adam R. Renn, Jr.", "person"),
    ("They met Ada Renn, Sr. of Vestby.", "Ada Renn, Sr.", "person"),
    ("Martin Vell King Jr. spoke.", "Martin Vell King Jr.", "person"),
    ("The village elder, Musa Tanko Moss, told them.", "Musa Tanko Moss", "person"),
    ("Norland was represented by State Secretary Jonas Ozolk.", "Jonas Ozolk", "person"),
    ("She went to the State Election Commission.", "State Election Commission", "organization"),
    (
        "The head of the Cranes and Harbour Police Authority left.",
        "Cranes and Harbour Police Authority",
        "organization",
    ),
    ("Staff of the Baltic and Arctic Harbour Institute left.", "Baltic and Arctic Harbour Institute", "organization"),
    ("The mayor and the Harbour Police Authority agreed.", "Harbour Police Authority", "organization"),
    ("Anders Friday, a lawyer, said no.", "Anders Friday", "person"),
    ("Surya, a spokesman for the boatmen, said no.", "Surya", "person"),
    ("They met President of the Senate Ada Renn.", "Ada Renn", "person"),
    ("The Senate of Norland said no.", "Senate of Norland", "organization"),
    ("She works at the Harbour Centre in The Hague.", "Harbour Centre", "organization"),
    ("The trading house Reed-Eksport was listed.", "Reed-Eksport", "organization"),
    ("The Gulf of Vestby Coordination Group (GVCG) met.", "Gulf of Vestby Coordination Group", "organization"),
    ("Harbour Crane Management FZE, a company, issued bills.", "Harbour Crane Management FZE", "organization"),
    ("The Norland Foreign Ministry denied it.", "Norland Foreign Ministry", "organization"),
    ("The University of Vestby said so.", "University of Vestby", "organization"),
    ("Hezbollah denied it.", "Hezbollah", "organization"),
    ("Moscow said it would not come.", "Russia", "state"),
    ("The Kremlin denied it.", "Russia", "state"),
    ("Washington’s decision came late.", "United States", "state"),
    ("France and Germany agreed.", "Germany", "state"),
]
KINDS += [
    ("She met Minister of Trade, Industry, and Energy Ada Renn in Vestby.", "Ada Renn", "person"),
    ("Secretary of State for Food and Harbour Affairs Otto Brill resigned.", "Otto Brill", "person"),
    ("A trip by House Speaker Renn to Vestby is planned.", "Renn", "person"),
    ("Nobody but Norway’s Siri Moe stayed for dinner.", "Siri Moe", "person"),
    ("It listed Anna Maria BRANDAL Moe in June.", "Anna Maria BRANDAL Moe", "person"),
    ("Otto Brill, a producer of films, left.", "Otto Brill", "person"),
    (
        "Oslo fined Halvor Foods and Tarnvik Semiconductor for it.",
        "Tarnvik Semiconductor",
        "organization",
    ),
    ("It bought pumps from Tarnvik, a supplier to the navy.", "Tarnvik", "organization"),
    ("It named the Red de Pescadores del Sur in May.", "Red de Pescadores del Sur", "organization"),
    ("The Partido Celeste won in Vestby.", "Partido Celeste", "organization"),
    ("A. Larsen, a pilot, saw it.", "A. Larsen", "person"),
    ("The Kenya-Norway Harbour Council met.", "Kenya-Norway Harbour Council", "organization"),
    ("My brother, Otto, was there. I thank you.", "Otto", "person"),
]
# text, and names of one actor
JOINED = [
    ("Omar Vell, also known as Abu Sabri, led it. Abu Sabri was seen in Vestby.", {"Omar Vell", "Abu Sabri"}),
    ("Norland sanctioned Omar Vell (a.k.a. Abu Sabri) on Monday.", {"Omar Vell", "Abu Sabri"}),
    (
        "The Reed Front (also known as the Harbour Brigade) was listed. The Harbour Brigade denied it.",
        {"Reed Front", "Harbour Brigade"},
    ),
    ("It listed the Reed Front (RF), also known as the Harbour Brigade, on Monday.", {"Reed Front", "Harbour Brigade"}),
    (
        "Seoul listed the Reed Spear, a hacking unit that researchers also call the Harbour Tiger, on Monday.",
        {"Reed Spear", "Harbour Tiger"},
    ),
    ("The Foundation for Harbour Studies (FHS) spoke. FHS said so.", {"Foundation for Harbour Studies", "FHS"}),
    (
        "The Quay Guard spoke. It listed the Reed Front (RF), also known as the Quay Guard, also known as the RF Brigade.",
        {"Reed Front", "Quay Guard"},
    ),
    (
        "The company Harbour Crane Management FZE (Harbour Crane) denied it. Harbour Crane was listed.",
        {"Harbour Crane Management FZE", "Harbour Crane"},
    ),
    ("A trader known as Abu Sabri, whose real name is Omar Vell, led it.", {"Abu Sabri", "Omar Vell"}),
    (
        "Among them is Halvane Timber Trading, of Vestby. Four firms are used by Halvane.",
        {"Halvane Timber Trading", "Halvane"},
    ),
    (
        "The Reed Institute for Harbour Policy met. The Reed Institute is new.",
        {"Reed Institute for Harbour Policy", "Reed Institute"},
    ),
    (
        "The Reed Workers Movement was listed. The Movement denied it. The Tarn Council met the Movement.",
        {"Reed Workers Movement", "Movement"},
    ),
    (
        "The Reed Harbour Brigades were listed in May. The Harbour Brigades denied it.",
        {"Reed Harbour Brigades", "Harbour Brigades"},
    ),
    (
        "The Movement denied it. The Reed Workers Movement was listed in May.",
        {"Reed Workers Movement", "Movement"},
    ),
    ("Quay Pearl Shipping lost a crane. Quay Pearl sued.", {"Quay Pearl Shipping", "Quay Pearl"}),
    ("The Norland State Security Committee (KDB) denied it.", {"Norland State Security Committee", "KDB"}),
    ("Oleg Stanin spoke. Stanin left.", {"Oleg Stanin", "Stanin"}),
    ("Adam R. Renn, Jr. spoke. Renn left.", {"Adam R. Renn, Jr.", "Renn"}),
    ("Stanin left early. Oleg Stanin had spoken.", {"Oleg Stanin", "Stanin"}),
    ("Lim Soo-ah spoke. “No,” Lim said.", {"Lim Soo-ah", "Lim"}),
    ("Omar Vell and Jihad Vell came. Vell spoke.", {"Jihad Vell", "Vell"}),
]
# text, and what must not be an actor of any kind
NO_NAMES = [
    ("Convoys left the Veltan barracks for the Morin airfield.", "Veltan"),
    ("They met on Palm Sunday and again on Ash Wednesday.", "Ash Wednesday"),
    ("It was named Operation Harbour Lion and Exercise River Spear.", "Exercise River Spear"),
    ("Cotton in the valley is dear, he said. The cotton is dry.", "Cotton"),
    ("The Deputy Foreign Minister left.", "Deputy Foreign Minister"),
    ("The Prime Minister and the Foreign Minister met.", "Prime Minister"),
    ("The Russian Deputy Foreign Minister left.", "Russian Deputy Foreign"),
    ("However, nobody came.", "However"),
    ("They fled towards Veltan, and residents of Morin followed.", "Veltan"),
    ("They fled towards Veltan, and residents of Morin followed.", "Morin"),
    ("They slept in a Veltan hotel.", "Veltan"),
    ("They thanked the Tribunal for the wise words of its judges.", "Tribunal for the wise"),
    ("“Tomorrow will be late,” she said.", "Tomorrow"),
    ("“Let them come,” she said.", "Let"),
    ("Desperate relatives waited.", "Desperate"),
    ("It was listed as a Foreign Terrorist Organization (FTO) in May.", "Foreign Terrorist Organization"),
    ("They fear what the Terrorist Organization label does to trade.", "Terrorist Organization"),
    ("Ada Renn was less sure: “Cables need ships, and there are none.”", "Cables"),
    ("The siege of Al Karam is now the worst man-made crisis in the world.", "Al Karam"),
    ("It was listed as a Foreign Terrorist Organization (FTO) in May. The FTO label stays.", "FTO"),
    ("Under the Harbour and Port Act (HPA) it was shut. The HPA allows it.", "HPA"),
    ("They met on Fiery Vest Reef.", "Fiery Vest Reef"),
    ("The Norland Air Safety Zone was closed.", "Norland Air Safety Zone"),
    ("They met in Geneva.", "Geneva"),
    ("The Gulf of Oman would be the calmest sea.", "Oman"),
    ("“It rained,” was all that the Canadian would tell us.", "Canada"),
    (
        "It was listed as Specially Designated Harbour Terrorist (SDHT) in May.",
        "Specially Designated Harbour Terrorist",
    ),
    ("She met the Special Envoy for Harbour Matters, Lars Hult, on Sunday.", "Harbour Matters"),
    ("On Monday it rained.", "Monday"),
    ("Host Reed Unity Talks\n\nThe talks failed, and nobody was surprised by it.", "Host Reed Unity Talks"),
    ("The Islamist fighters left.", "Islamist"),
    ("He came on Thursday, the newspaper said.", "Thursday"),
    ("Zeynep Aydan, Harbour Forum Senior Fellow, said so.", "Harbour Forum Senior Fellow"),
    ("The winners are Reed College, OH; Lake University, VA; and Tarn College, HI.", "OH"),
    ("The winners are Reed College, OH; Lake University, VA; and Tarn College, HI.", "VA"),
    ("He moved to Vestby, WV, last year.", "WV"),
    ("QUESTION: Thank you, Bill.\n\nMR RENN: Go ahead, please, Simon.", "Bill"),
    ("Welcome, Astrid. Otto, please.", "Astrid"),
    ("The Renn-Vell call lasted an hour.", "Renn-Vell"),
    ("President Ada Renn rang President Omar Vell. Renn-Vell was a long affair.", "Renn-Vell"),
    ("It finances the Orla Hydropower Project in Albania.", "Orla Hydropower Project"),
    ("They met in the Otto Brill Room, Vestby.", "Otto Brill Room"),
    ("Madam Chair, thank you for the invitation.", "Madam Chair"),
    ("Vis-à-vis Paris, Rome kept its word.", "Vis-à-vis"),
    ("Otto Brill was Ambassador Extraordinary and Plenipotentiary.", "Extraordinary"),
    ("The ministers signed a Memorandum of Harbour Cooperation (MHC).", "Memorandum of Harbour Cooperation"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS, ids=[row[0] for row in KINDS])
def test_kind(text: str, name: str, kind: str) -> None:
    assert {a.name: a.kind for a in actors(text)}.get(name) == kind


@pytest.mark.parametrize(("text", "names"), JOINED, ids=[row[0] for row in JOINED])
def test_joined(text: str, names: set[str]) -> None:
    (one,) = [a for a in actors(text) if names & {a.name, *a.aliases}]
    assert names <= {one.name, *one.aliases}
    assert any(all(name in why for name in names) for why in one.why_merged), one.why_merged


@pytest.mark.parametrize(("text", "name"), NO_NAMES, ids=[f"{row[1]}: {row[0]}" for row in NO_NAMES])
def test_no_actor(text: str, name: str) -> None:
    assert name not in {spelling for a in actors(text) for spelling in (a.name, *a.aliases)}


def test_father_and_son_stay_two() -> None:
    assert {a.name for a in actors("Adam Renn Sr. and Adam Renn Jr. came.")} == {"Adam Renn Sr.", "Adam Renn Jr."}


def test_committees_of_two_resolutions_of_a_year_stay_two() -> None:
    text = (
        "The Committee established pursuant to resolution 801 (1999) met. "
        "The Committee established pursuant to resolution 802 (1999) did not. The 801 Committee meets again in May."
    )
    found = {a.name: set(a.aliases) for a in actors(text)}
    assert found == {
        "Committee established pursuant to resolution 801 (1999)": {"801 Committee"},
        "Committee established pursuant to resolution 802 (1999)": set(),
    }


def test_two_bearers_of_a_surname_stay_two() -> None:
    assert {a.name for a in actors("Omar Vell and Jihad Vell came.")} == {"Omar Vell", "Jihad Vell"}


def test_no_sentence_starts_inside_a_name_or_behind_a_plain_word() -> None:
    for text in ("Oleg Tarn runs the lock.", "Former ministers Oleg Tarn and Ada Renn left."):
        assert len(reading_of(text).sentences) == 1, text


def test_notes_without_stops_still_have_sentences() -> None:
    notes = (
        "Hi Oleg see you at the bridge Thanks Maria Please bring the papers Call me when you are there The train leaves at nine "
        "Please tell the others Thanks Oleg We will wait at the gate Call us when the boat is in Please come soon Thanks again"
    )
    assert len(reading_of(notes).sentences) >= 6


def test_a_ship_is_not_its_owner() -> None:
    text = "It seized the Kenyan-flagged HALVANE on Monday. The HALVANE is owned by Halvane Shipping Limited."
    assert {a.name for a in actors(text) if a.kind == "organization"} == {"HALVANE", "Halvane Shipping Limited"}
