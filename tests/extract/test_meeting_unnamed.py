"""Sentences and parties without a name: offices alone, groups and bodies, pronouns for those told of before, invitations.

Each row: the sentence and its meetings, each as `status | parties in their words`, read on Thursday, 7 March 2024.
"""

import pytest

from .meetings import in_words

TOLD = [
    (
        "The State Secretary received a delegation from the chambers of commerce of the Verrin region this morning.",
        {"held | The State Secretary, a delegation from the chambers of commerce of the Verrin region"},
    ),
    (
        "Officials of the two ministries met in Riga on 3 June to review the transit agreement.",
        {"held | Officials of the two ministries"},
    ),
    (
        "The Undersecretary held a working session with the heads of the consular corps on Monday.",
        {"held | The Undersecretary, the heads of the consular corps"},
    ),
    (
        "The Ambassador paid a courtesy call on the Speaker of the House on 5 June.",
        {"held | The Ambassador, the Speaker of the House"},
    ),
    (
        "The Vice Minister called on the Governor of the Central Bank on Thursday.",
        {"held | The Vice Minister, the Governor of the Central Bank"},
    ),
    (
        "A team from the Ministry held talks in Oslo on Friday with representatives of the fishing fleets.",
        {"held | A team from the Ministry, representatives of the fishing fleets"},
    ),
    (
        "The Head of Mission had a working lunch with members of the foreign relations committee of the Latvian parliament.",
        {"held | The Head of Mission, members of the foreign relations committee of the Latvian parliament"},
    ),
    (
        "The delegation was received by the Deputy Speaker at the parliament building.",
        {"held | The delegation, the Deputy Speaker"},
    ),
    (
        "The Minister spoke by telephone last night with the head of the transitional authority.",
        {"held | The Minister, the head of the transitional authority"},
    ),
    ("The two delegations exchanged views on fisheries in Lima on 2 June.", {"held | The two delegations"}),
    (
        "The visiting parliamentarians were welcomed by the chairman of the friendship group.",
        {"held | The visiting parliamentarians, the chairman of the friendship group"},
    ),
    (
        "The Foreign Minister will meet her opposite number from Chile in Santiago next week.",
        {"planned | The Foreign Minister, her opposite number from Chile in Santiago"},
    ),
    (
        "Senior officials of the two sides sat down in Doha on Sunday to discuss prisoners.",
        {"held | Senior officials of the two sides"},
    ),
    (
        "The Special Envoy met representatives of civil society and tribal elders in Aden on 1 June.",
        {"held | The Special Envoy, representatives of civil society and tribal elders in Aden"},
    ),
    (
        "The mediator met the government side on Monday in Geneva and the rebel side on Tuesday in Lausanne.",
        {"held | The mediator, the government side", "held | The mediator, the rebel side"},
    ),
    (
        "The Prime Minister was received by the King and, later, by the Speaker of the Senate.",
        {"held | The Prime Minister, the King", "held | The Prime Minister, the Speaker of the Senate"},
    ),
    (
        "The committee received the ambassadors of the Baltic states at its offices on Tuesday.",
        {"held | The committee, the ambassadors of the Baltic states"},
    ),
    (
        "The Committee of Permanent Representatives met the Chairman of the Military Committee in Brussels yesterday.",
        {"held | Committee of Permanent Representatives, the Chairman of the Military Committee in Brussels"},
    ),
    (
        "Representatives of the guarantor states gathered in Astana on Wednesday.",
        {"held | Representatives of the guarantor states"},
    ),
    ("The parties met in Muscat on 8 June under the auspices of the Foreign Ministry.", {"held | The parties"}),
    (
        "The contact group convened in Paris on 2 June at the level of political directors.",
        {"held | The contact group"},
    ),
    ("The ninth session of the Joint Commission took place in Tunis from 2 to 4 June.", {"held | Joint Commission"}),
    (
        "The Ministry summoned the Ambassador of Verrin on Monday to protest.",
        {"held | The Ministry, the Ambassador of Verrin"},
    ),
    (
        "The Minister discussed the grain corridor with representatives of the shipping firms in Odesa on 3 June.",
        {"held | The Minister, representatives of the shipping firms in Odesa"},
    ),
    (
        "The Minister had a telephone conversation with the Secretary of State for Commonwealth Affairs.",
        {"held | The Minister, the Secretary of State for Commonwealth Affairs"},
    ),
    (
        "The Emir held a telephone conversation with the leader of the interim council.",
        {"held | The Emir, the leader of the interim council"},
    ),
    (
        "The Secretary had the head of the relief agency on the phone on Tuesday.",
        {"held | The Secretary, the head of the relief agency"},
    ),
    (
        "A delegation of the guild landed. It was received before lunch by the Director General of the customs service.",
        {"held | A delegation of the guild, the Director General of the customs service"},
    ),
    (
        "The Deputy Speaker is on a three-day tour. On Tuesday she met the head of the electoral commission.",
        {"held | The Deputy Speaker, the head of the electoral commission"},
    ),
    (
        "The Permanent Secretary planted an oak. She then received the Dean of the diplomatic corps.",
        {"held | The Permanent Secretary, the Dean of the diplomatic corps"},
    ),
    (
        "The team flew on to Oslo, where it will be received by the speaker of the assembly.",
        {"planned | The team, the speaker of the assembly"},
    ),
    (
        "The commission was set up in May. Yesterday it met with the prosecutors of both districts.",
        {"held | The commission, the prosecutors of both districts"},
    ),
    (
        "The Archbishop thanked the members. On Friday he will call on the Governor.",
        {"planned | The Archbishop, the Governor"},
    ),
    (
        "The Vice Chancellor has returned. He was accompanied by an adviser when he met the leaders of the two unions on Friday.",
        {"held | The Vice Chancellor, the leaders of the two unions"},
    ),
    (
        "The High Representative spoke to them by telephone on Monday: the two envoys had asked for it.",
        {"held | The High Representative, the two envoys"},
    ),
    (
        "The parties have accepted an invitation from the mediator to come to Muscat on 20 June.",
        {"proposed | the mediator, The parties"},
    ),
    ("The Minister handed the Speaker an invitation to visit Oslo.", {"proposed | The Minister, the Speaker"}),
    (
        "The Foreign Minister extended an invitation to his counterpart to visit Port Sever in the autumn.",
        {"proposed | The Foreign Minister, his counterpart"},
    ),
    (
        "Ada Renn renewed her government's invitation to the Secretary General to visit Port Sever.",
        {"proposed | Ada Renn, the Secretary General"},
    ),
    (
        "During her stay in Riga the Commissioner had meetings with the Ministers of Finance and of Transport.",
        {"held | the Commissioner, the Ministers of Finance and of Transport"},
    ),
    (
        "On the margins of the conference in Lima, the Vice Minister met bilaterally with his counterparts from Chile, Peru and Ecuador.",
        {"held | the Vice Minister, his counterparts from Chile, Peru, Ecuador"},
    ),
    (
        "The National Security Adviser and her visitor met for two hours at the Residency on Friday.",
        {"held | The National Security Adviser, her visitor"},
    ),
    (
        "The sixth round of consultations between the two ministries will be held in Lima in September.",
        {"planned | the two ministries"},
    ),
    (
        "A further session of the Joint Committee is to be held in Bergen next spring.",
        {"planned | Joint Committee"},
    ),
    ("The parties agreed to meet again in Oslo in July.", {"planned | The parties"}),
    (
        "The Minister invited his counterpart to visit Port Sever in the autumn.",
        {"proposed | The Minister, his counterpart"},
    ),
    (
        "Talks were held at the Ministry this morning between the Director General and a delegation of the World Bank.",
        {"held | the Director General, a delegation of the World Bank"},
    ),
    (
        "The Prime Minister's special adviser travelled to Oslo on Monday, where he saw the negotiators of both sides.",
        {"held | The Prime Minister's special adviser, the negotiators of both sides"},
    ),
    (
        "The Speaker hosted a dinner for the visiting members of the Latvian Saeima on Thursday.",
        {"held | The Speaker, the visiting members of the Latvian Saeima"},
    ),
    (
        "The ministers of the five littoral states gathered for a working breakfast in Baku on 10 June.",
        {"held | The ministers of the five littoral states"},
    ),
    (
        "The Permanent Representative met, one after the other, the representatives of the three regional groups.",
        {"held | The Permanent Representative, the representatives of the three regional groups"},
    ),
    (
        "At the request of the Embassy, the Under-Secretary received the Chargé d'affaires on 3 June.",
        {"held | the Under-Secretary, the Chargé d'affaires"},
    ),
    (
        "In a meeting with the families of the missing on Tuesday, the Ombudsman promised to publish the report.",
        {"held | the Ombudsman, the families of the missing"},
    ),
    (
        "In his meeting with the Governor, the Ambassador raised the case of the fishermen.",
        {"held | the Ambassador, the Governor"},
    ),
    (
        "Officials from Norway, Iceland and the Faroe Islands will come together in Tórshavn on 23 June to settle the quota.",
        {"planned | Officials from Norway, Iceland, the Faroe Islands"},
    ),
    (
        "The Head of Delegation sat down with the union leaders in Riga on Friday.",
        {"held | The Head of Delegation, the union leaders in Riga"},
    ),
    (
        "A senior official of the Ministry spoke by telephone with the ambassador on Sunday.",
        {"held | A senior official of the Ministry, the ambassador"},
    ),
    (
        "The Presidents of the two Houses conferred by video link on Wednesday.",
        {"held | The Presidents of the two Houses"},
    ),
    (
        "The parties' delegations resumed their negotiations in Doha on 9 June in the presence of the facilitators.",
        {"held | The parties' delegations"},
    ),
    (
        "Senior officials of both ministries will reconvene in Riga in July.",
        {"planned | Senior officials of both ministries"},
    ),
    (
        "The heads of the electoral bodies briefed the observers' mission in Maseru on 5 June.",
        {"held | The heads of the electoral bodies, the observers' mission in Maseru"},
    ),
    (
        "The Deputy Head of Mission called at the Ministry on Monday and was received by the Chief of Protocol.",
        {"held | The Deputy Head of Mission, the Chief of Protocol"},
    ),
    (
        "Customs inspectors will be received by the harbour authorities in Oslo on Friday.",
        {"planned | Customs inspectors, the harbour authorities in Oslo"},
    ),
    ("The Attorney General was phoned by the Regent on Sunday.", {"held | The Attorney General, the Regent"}),
    ("The Chancellor answered a call from the Sultan on Monday.", {"held | The Chancellor, the Sultan"}),
    (
        "Deputy ministers of the two states are expected to confer in Bergen on 20 March.",
        {"planned | Deputy ministers of the two states"},
    ),
    ("On Friday a team of five calls on the Regent.", {"planned | a team of five, the Regent"}),
    (
        "The talks arranged for Friday with the port workers' delegates were scrapped.",
        {"cancelled | the port workers' delegates"},
    ),
    ("A dinner planned in Bergen with the trade envoys has been cancelled.", {"cancelled | the trade envoys"}),
    (
        "On Tuesday the Regent had the director of the Lake Fund on the telephone.",
        {"held | the Regent, the director of the Lake Fund"},
    ),
    ("The Ombudsman was seen by the Regent on Monday.", {"held | The Ombudsman, the Regent"}),
    (
        "Through his envoy the Sultan sent an invitation to the Speaker to come to Bergen.",
        {"proposed | the Sultan, the Speaker"},
    ),
]

NONE = [
    "The Minister was seen by a doctor on Monday.",
    "The Minister gave the press an hour on Monday.",
    "The court granted the officers a hearing on 3 June.",
    "The Ministry took calls from worried parents all Monday.",
    "The Minister took the call for reform seriously.",
    "The Minister has to have somebody on the line at all times.",
    "It was received with joy by the ministers.",
    "The plan was drawn up in May. It was received by the ministers on Friday.",
    "The report was long. It met the committee's standards on Monday.",
    "The Minister declined an invitation from the Speaker to visit Oslo.",
    "The Ministry published an invitation to tender on Monday.",
    "The report is an invitation to the ministers to think again.",
    "The Minister spoke at the invitation of the university.",
    "The Cabinet met on Tuesday and approved the budget.",
    "The Minister will brief the press on Friday at the ministry.",
    "The spokesperson briefed reporters on the talks policy on Friday.",
    "The Court heard the case on Monday.",
    "The General Assembly holds its annual session in September.",
    "The Ministry has not been in contact with the rebels.",
    "The Minister would meet the leaders only if the fighting stopped.",
    "The Ministry denies that the Minister met the rebel commander.",
    "The Secretary-General called on the parties to resume talks.",
    "The Chair called upon the delegations to show restraint.",
    "The Minister thanked the officers for their service.",
    "The Minister received a letter from the Ambassador on Monday.",
    "The Ambassador presented a lecture to students of the university on Friday.",
    "The Director welcomed the decision of the council.",
    "The Board of the bank met on 3 June in ordinary session.",
    "The members of the committee welcomed the report.",
    "The party's central committee convened on Monday in ordinary plenary.",
    "The Ministry expects that both sides will honour the truce.",
    "No meeting with the opposition is planned.",
    "The Minister addressed a conference of teachers in Oslo on Monday.",
    "The Mayor opened the fair in the presence of the ambassadors.",
    "The committee chair received a petition from residents on Monday.",
    "The Governor saw no reason to meet the union.",
    "The Prime Minister took the floor in parliament on Monday.",
    "The ministers gave an account of the year.",
    "The officials had the plan on the table.",
    "The Council sat on Monday under its president to vote on the budget.",
    "The Council next meets in May.",
    "The Chair looked for the owners of the stolen boat.",
    "The bureau met on Monday to settle its accounts.",
]


@pytest.mark.parametrize(("text", "meetings"), TOLD, ids=[row[0][:60] for row in TOLD])
def test_parties_without_a_name_count(text: str, meetings: set[str]) -> None:
    assert in_words(text) == meetings


@pytest.mark.parametrize("text", NONE, ids=[text[:60] for text in NONE])
def test_what_a_body_does_by_itself_is_no_meeting(text: str) -> None:
    assert in_words(text) == set()
