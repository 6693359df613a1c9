"""Sentences and the designation statements they hold: `authority | subject | status`."""

import pytest

from briefgen.extract.designations import find_designations
from tests.readings import name, reading_of

STATED = [
    # one authority, one subject, active
    (
        "Japan has designated the Grey Falcon Brigade as a terrorist organisation.",
        "Japan | Grey Falcon Brigade | designated",
    ),
    (
        "Canada listed the Grey Falcon Brigade as a terrorist entity on 4 March.",
        "Canada | Grey Falcon Brigade | designated",
    ),
    ("The European Union sanctioned Pavel Morozov on Monday.", "European Union | Pavel Morozov | designated"),
    ("Britain banned the Grey Falcon Brigade in 2021.", "United Kingdom | Grey Falcon Brigade | designated"),
    (
        "Washington blacklisted Volkan Shipping Company last year.",
        "United States | Volkan Shipping Company | designated",
    ),
    (
        "Ukraine imposed sanctions on Pavel Morozov and Irina Sokolova.",
        "Ukraine | Pavel Morozov | designated; Ukraine | Irina Sokolova | designated",
    ),
    (
        "Norway has placed the Grey Falcon Brigade, a militia active in the north, on its list of terrorist groups.",
        "Norway | Grey Falcon Brigade | designated",
    ),
    (
        "The Department of State is today designating Harun Bashir and Idris Talib as Specially Designated Global Terrorists.",
        "Department of State | Harun Bashir | designated; Department of State | Idris Talib | designated",
    ),
    (
        "Australia added Harun Bashir, Idris Talib and Musa Qadir to its sanctions list.",
        "Australia | Harun Bashir | designated; Australia | Idris Talib | designated; Australia | Musa Qadir | designated",
    ),
    ("France froze the assets of Pavel Morozov.", "France | Pavel Morozov | designated"),
    ("Turkey considers the Grey Falcon Brigade a terrorist group.", "Turkey | Grey Falcon Brigade | designated"),
    ("Egypt regards the Grey Falcon Brigade as a terrorist organisation.", "Egypt | Grey Falcon Brigade | designated"),
    # lists of names
    (
        "The United States is designating two financiers: Harun Bashir and Idris Talib.",
        "United States | Harun Bashir | designated; United States | Idris Talib | designated",
    ),
    (
        "Canada imposed sanctions on three businessmen, Pavel Morozov, Oleg Lunin and Igor Petrenko, on Friday.",
        "Canada | Pavel Morozov | designated; Canada | Oleg Lunin | designated; Canada | Igor Petrenko | designated",
    ),
    (
        "Switzerland has sanctioned Pavel Morozov, who owns a bank in Cyprus, and Oleg Lunin.",
        "Switzerland | Pavel Morozov | designated; Switzerland | Oleg Lunin | designated",
    ),
    (
        "Australia designated five members of the militia, including Harun Bashir.",
        "Australia | five members of the militia | designated; Australia | Harun Bashir | designated",
    ),
    # passive
    (
        "The Grey Falcon Brigade was designated as a terrorist organisation by Canada in 2019.",
        "Canada | Grey Falcon Brigade | designated",
    ),
    (
        "The Department of State acted on Monday. Harun Bashir is being designated as well.",
        "Department of State | Harun Bashir | designated",
    ),
    (
        "Harun Bashir was added to the sanctions list of the United Nations Security Council in 2022.",
        "United Nations Security Council | Harun Bashir | designated",
    ),
    ("Harun Bashir was designated pursuant to Executive Order 13224.", "United States | Harun Bashir | designated"),
    (
        "Harun Bashir, Idris Talib and Musa Qadir were sanctioned by Japan.",
        "Japan | Harun Bashir | designated; Japan | Idris Talib | designated; Japan | Musa Qadir | designated",
    ),
    (
        "Pavel Morozov, placed under sanctions by the European Union in 2022, lives in Vienna.",
        "European Union | Pavel Morozov | designated",
    ),
    (
        "The Grey Falcon Brigade, which Canada listed in 2019, holds the valley.",
        "Canada | Grey Falcon Brigade | designated",
    ),
    ("The Grey Falcon Brigade is deemed a terrorist group by Egypt.", "Egypt | Grey Falcon Brigade | designated"),
    (
        "The Grey Falcon Brigade is on the terror list of the European Union.",
        "European Union | Grey Falcon Brigade | designated",
    ),
    ("The Grey Falcon Brigade has been banned in Germany since 2020.", "Germany | Grey Falcon Brigade | designated"),
    # nouns
    (
        "Canada's designation of the Grey Falcon Brigade took effect on Monday.",
        "Canada | Grey Falcon Brigade | designated",
    ),
    (
        "The designation of the Grey Falcon Brigade by Canada in 2019 still stands.",
        "Canada | Grey Falcon Brigade | designated",
    ),
    (
        "Japan announced the designation of Harun Bashir and Idris Talib.",
        "Japan | Harun Bashir | designated; Japan | Idris Talib | designated",
    ),
    (
        "U.S. and EU sanctions against Volkan Shipping Company have bitten.",
        "United States | Volkan Shipping Company | designated; EU | Volkan Shipping Company | designated",
    ),
    (
        "The bank served the U.S.-sanctioned Volkan Shipping Company for years.",
        "United States | Volkan Shipping Company | designated",
    ),
    ("Pavel Morozov has been under British sanctions since 2022.", "United Kingdom | Pavel Morozov | designated"),
    (
        "Today the Department of State is announcing the revocation of two designations (INA): Tarn Front and Kahl Group. "
        "Both groups will remain designated as Specially Designated Global Terrorists.",
        "Department of State | Tarn Front | delisted; Department of State | Kahl Group | delisted; "
        "Department of State | Tarn Front | designated; Department of State | Kahl Group | designated",
    ),
    ("Harun Bashir is a trader in Dubai and was sanctioned by Japan in 2022.", "Japan | Harun Bashir | designated"),
    # delisted
    (
        "Canada has removed the Grey Falcon Brigade from its list of terrorist entities.",
        "Canada | Grey Falcon Brigade | delisted",
    ),
    ("Harun Bashir was removed from the EU's sanctions list in May.", "EU | Harun Bashir | delisted"),
    ("Japan delisted the Grey Falcon Brigade in 2021.", "Japan | Grey Falcon Brigade | delisted"),
    (
        "The Department of State announced the revocation of the designation of the Grey Falcon Brigade.",
        "Department of State | Grey Falcon Brigade | delisted",
    ),
    ("Ukraine lifted sanctions on Pavel Morozov.", "Ukraine | Pavel Morozov | delisted"),
    ("France took Pavel Morozov off its sanctions list.", "France | Pavel Morozov | delisted"),
    ("Egypt no longer considers the Grey Falcon Brigade a terrorist group.", "Egypt | Grey Falcon Brigade | delisted"),
    # not designated
    (
        "Brazil does not list the Grey Falcon Brigade as a terrorist organisation.",
        "Brazil | Grey Falcon Brigade | not_designated",
    ),
    ("Brazil has never designated the Grey Falcon Brigade.", "Brazil | Grey Falcon Brigade | not_designated"),
    ("Brazil declined to ban the Grey Falcon Brigade.", "Brazil | Grey Falcon Brigade | not_designated"),
    (
        "Brazil, which has not listed the Grey Falcon Brigade, said it would study the matter.",
        "Brazil | Grey Falcon Brigade | not_designated",
    ),
    (
        "Canada has listed the Grey Falcon Brigade, but Brazil declined to do so.",
        "Canada | Grey Falcon Brigade | designated; Brazil | Grey Falcon Brigade | not_designated",
    ),
    # under review
    (
        "Norway is considering sanctions against Volkan Shipping Company.",
        "Norway | Volkan Shipping Company | under_review",
    ),
    ("Denmark is weighing whether to list the Grey Falcon Brigade.", "Denmark | Grey Falcon Brigade | under_review"),
    (
        "Canada has listed the Grey Falcon Brigade. The European Union is weighing whether to follow.",
        "Canada | Grey Falcon Brigade | designated; European Union | Grey Falcon Brigade | under_review",
    ),
    ("Australia will designate the Grey Falcon Brigade on 15 May.", "Australia | Grey Falcon Brigade | under_review"),
    # who lists: several at once, through a capital, by an organ of the state
    (
        "The European Union, the United Kingdom and Canada sanctioned Pavel Morozov on Friday.",
        "European Union | Pavel Morozov | designated; United Kingdom | Pavel Morozov | designated; "
        "Canada | Pavel Morozov | designated",
    ),
    ("The government in Oslo has proscribed the Grey Falcon Brigade.", "Norway | Grey Falcon Brigade | designated"),
    (
        "A court in Minsk declared the Tarn Institute an extremist organisation.",
        "Belarus | Tarn Institute | designated",
    ),
    (
        "Volkan Theatre was labelled a foreign agent by the Justice Ministry.",
        "the Justice Ministry | Volkan Theatre | designated",
    ),
    (
        "Ukraine's president signed a decree sanctioning Pavel Morozov.",
        "Ukraine | Pavel Morozov | designated",
    ),
    (
        "Volkan Electronics (VE), an Iranian firm designated by the United States in 2008 and by the European Union in 2010, "
        "made the parts.",
        "United States | Volkan Electronics | designated; European Union | Volkan Electronics | designated",
    ),
    (
        "The Tarn Front was designated by Canada in 2010 and was designated as a Foreign Terrorist Organization by the "
        "Secretary of State in 2012.",
        "Canada | Tarn Front | designated; the Secretary of State | Tarn Front | designated",
    ),
    ("The designation by Japan of Pavel Morozov was welcomed by Norway.", "Japan | Pavel Morozov | designated"),
    (
        "The United States welcomes the announcement by Japan of new sanctions on Belarus.",
        "Japan | Belarus | designated",
    ),
    # who is listed: participles, appositions, those added behind
    (
        "Idris Talib was put on a U.S. blacklist in October along with gold dealer Musa Qadir and Sahara Trading House.",
        "United States | Idris Talib | designated; United States | Musa Qadir | designated; "
        "United States | Sahara Trading House | designated",
    ),
    (
        "The loan came from businessman Pavel Morozov, under U.S. and UK sanctions since 2022.",
        "United States | Pavel Morozov | designated; United Kingdom | Pavel Morozov | designated",
    ),
    (
        "NICOSIA, Cyprus — A Serbian banker put under U.S. and British sanctions last week has denied the charge.",
        "United States | A Serbian banker | designated; United Kingdom | A Serbian banker | designated",
    ),
    (
        "Banned in Germany, Egypt and, since 2024, the UK, the Tarn Front seeks a state of its own.",
        "Germany | Tarn Front | designated; Egypt | Tarn Front | designated; United Kingdom | Tarn Front | designated",
    ),
    (
        "Harun Bashir is a lieutenant of Musa Qadir, an OFAC-sanctioned trader.",
        "Office of Foreign Assets Control | Musa Qadir | designated",
    ),
    (
        "Canada designated Idris Talib, who is a close associate of the chief, Musa Qadir.",
        "Canada | Idris Talib | designated",
    ),
    (
        "OFAC designated Dalian, China-based Volkan Shipping Company and its director, Idris Talib.",
        "OFAC | Volkan Shipping Company | designated; OFAC | Idris Talib | designated",
    ),
    (
        "Australia designated eight individuals and two entities based in Kenya, Turkey and Oman.",
        "Australia | eight individuals and two entities based in Kenya | designated",
    ),
    (
        "Elena Petrova and Natalya Browning are each being designated by Japan.",
        "Japan | Elena Petrova | designated; Japan | Natalya Browning | designated",
    ),
    (
        "The following persons were added to Japan's sanctions list: Pavel Morozov, Oleg Lunin and Irina Sokolova.",
        "Japan | Pavel Morozov | designated; Japan | Oleg Lunin | designated; Japan | Irina Sokolova | designated",
    ),
    (
        "Japan designated eight individuals in response to the attack. Seven of these individuals were also designated "
        "by Norway.",
        "Norway | Seven of these individuals | designated",
    ),
    (
        "Canada is designating two financiers operating in Guinea: Harun Bashir and Idris Talib.",
        "Canada | Harun Bashir | designated; Canada | Idris Talib | designated",
    ),
    # measures: embargoes, dealings forbidden, entry barred, assets frozen, sanctions named by their target
    (
        "The Treasury has prohibited any person from conducting any transaction involving the Tarn Bank or Volkan Shipping "
        "Company.",
        "Treasury | Tarn Bank | designated; Treasury | Volkan Shipping Company | designated",
    ),
    ("Canada is barring Pavel Morozov from entering.", "Canada | Pavel Morozov | designated"),
    (
        "Prosecutor Pavel Morozov, whom the United States has barred as a corrupt actor, led the operation.",
        "United States | Pavel Morozov | designated",
    ),
    (
        "The United Nations Security Council imposed an arms embargo on the Tarn Front under resolution 2140.",
        "United Nations Security Council | Tarn Front | designated",
    ),
    ("Egypt froze Libyan assets in 2023.", "Egypt | Libya | designated"),
    ("The United States lifted Syria sanctions on Monday.", "United States | Syria | delisted"),
    (
        "China's commerce ministry put Volkan Aerospace on its unreliable entity list.",
        "China | Volkan Aerospace | designated",
    ),
    (
        "The EU renewed its sanctions against Pavel Morozov for another six months on Friday.",
        "EU | Pavel Morozov | designated",
    ),
    # how it stands: again, kept, ended, refused, weighed
    (
        "Norway re-designated the Grey Falcon Brigade as a terrorist organisation in 2023.",
        "Norway | Grey Falcon Brigade | designated",
    ),
    ("Norway will keep the Grey Falcon Brigade on its terror list.", "Norway | Grey Falcon Brigade | designated"),
    (
        "The listing of the Grey Falcon Brigade by the European Union expired in March.",
        "European Union | Grey Falcon Brigade | delisted",
    ),
    ("France has revoked the ban on the Grey Falcon Brigade.", "France | Grey Falcon Brigade | delisted"),
    ("Brazil has so far refused to sanction Belarus.", "Brazil | Belarus | not_designated"),
    ("Switzerland said it had no plans to sanction Pavel Morozov.", "Switzerland | Pavel Morozov | not_designated"),
    (
        "The Grey Falcon Brigade is not on the EU's list of terrorist organisations.",
        "EU | Grey Falcon Brigade | not_designated",
    ),
    (
        "The Constitutional Court of Georgia rules on the ban of the Tarn Front on Tuesday.",
        "Constitutional Court of Georgia | Tarn Front | under_review",
    ),
    ("Japan is reviewing its designation of the Grey Falcon Brigade.", "Japan | Grey Falcon Brigade | under_review"),
]

NOTHING = [
    "The terrorist group Grey Falcon Brigade attacked a village in Niger.",
    "A group of senators urged Canada to proscribe the Grey Falcon Brigade.",
    "Israel called on the European Union to list the Grey Falcon Brigade.",
    "If Canada lists the Grey Falcon Brigade again, the talks will fail.",
    "Boris Kell asked twice. Had Canada outlawed the Grey Falcon Brigade, would the boys have stayed at home?",
    "Canada would act only if the European Union moved first.",
    "The board designated Lars Tveit as its next chairman.",
    "Fjordlink is a ferry operator listed in Oslo.",
    "The designated smoking area is behind the harbour.",
    "The president placed a wreath at the memorial and listed the names of the dead.",
    "Critics called the minister a terrorist.",
    "Russia threatened to impose sanctions on Volkan Shipping Company.",
    "The law allows Canada to designate any group that supports terrorism.",
    "Norway banned smoking in restaurants.",
    "The mayor put the matter on the list of topics for Monday.",
    "Lawmakers want the Grey Falcon Brigade back on the list.",
    "Canada should sanction Pavel Morozov, the analyst argued.",
    "Turkey threatened to ban the Grey Falcon Brigade.",
    "The minister denied that Japan had listed the Grey Falcon Brigade.",
    "Analysts expect Canada to list the Grey Falcon Brigade.",
    "The European Commission proposed sanctions on Volkan Shipping Company.",
    "The club banned Pavel Morozov from its stadium for life.",
    "The bank was named in the lawsuit.",
    "Japan considers Pavel Morozov a friend.",
    "Norway should stop designating land for huts, the envoys of four states – Japan, Canada, Egypt and Oman – said.",
    "The accord cleared the way for the lifting of U.S. and European Union sanctions.",
    "He moved money together with sanctioned exchange houses.",
    "All member states were required to impose an embargo on Eritrea.",
    "The following members were added to the board: Ada Renn, Boris Kell and Clara Vell.",
    # fewer named than were counted: no guess is made, and a bare count is nobody
    "Japan on Monday designated five individuals.\n\nAda Renn is a broker in Split. Boris Kell is her brother.",
]


def found(text: str) -> set[str]:
    reading = reading_of(text)
    return {
        f"{name(reading, d.authority)} | {name(reading, d.subject)} | {d.status}" for d in find_designations(reading)
    }


@pytest.mark.parametrize(("text", "facts"), STATED, ids=[text[:60] for text, _ in STATED])
def test_a_statement_is_found(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


@pytest.mark.parametrize("text", NOTHING, ids=[text[:60] for text in NOTHING])
def test_a_label_a_call_or_a_threat_is_no_statement(text: str) -> None:
    assert found(text) == set()


RELEASE = "The U.S. Department of the Treasury acted against the ring. "
BEHIND = [
    # a list under its opening, in the way registers print it
    (
        "Sanctions Notice\n\nThe following individuals have been added:\n\nRENN, Ada (a.k.a. “Mother”); DOB 11 Mar 1979.\n\n"
        "KELL, Boris; nationality Serbian.\n\nAll property is blocked.",
        "Sanctions Notice | RENN, Ada | designated; Sanctions Notice | KELL, Boris | designated",
    ),
    # as many named as were counted
    (
        "Japan on Monday designated two individuals and one entity.\n\nAda Renn is a broker in Split. Boris Kell is her brother. "
        "Volkan Shipping Company is owned by both.",
        "Japan | Ada Renn | designated; Japan | Boris Kell | designated; Japan | Volkan Shipping Company | designated",
    ),
    # the acting body of a release
    (
        RELEASE + "Today's action targets Harun Bashir and Volkan Shipping Company.",
        "U.S. Department of the Treasury | Harun Bashir | designated; "
        "U.S. Department of the Treasury | Volkan Shipping Company | designated",
    ),
    (
        "Norway will not stand by. We are imposing sanctions on Pavel Morozov and on Volkan Shipping Company.",
        "Norway | Pavel Morozov | designated; Norway | Volkan Shipping Company | designated",
    ),
]


@pytest.mark.parametrize(("text", "facts"), BEHIND, ids=[text[:60] for text, _ in BEHIND])
def test_what_a_document_names_behind_its_announcement_is_found(text: str, facts: str) -> None:
    assert found(text) == set(facts.split("; "))


def test_a_count_and_the_name_behind_it_are_both_shown() -> None:
    reading = reading_of("Japan on Monday designated one individual.\n\nAda Renn is a broker in Split.")
    (made,) = find_designations(reading)
    assert [e.quote for e in made.evidence] == [
        "Japan on Monday designated one individual.",
        "Ada Renn is a broker in Split.",
    ]


def test_the_passage_is_the_sentence() -> None:
    reading = reading_of("Rain fell. Canada listed the Grey Falcon Brigade as a terrorist entity. Nobody spoke.")
    (made,) = find_designations(reading)
    assert made.evidence[0].quote == "Canada listed the Grey Falcon Brigade as a terrorist entity."
    assert made.category == "terrorist entity"
