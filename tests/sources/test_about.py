"""Origin: title, authors, publisher, date and marking, and where each is from."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.model import File, Limits, Sidecar, Source
from briefgen.sources import load

LONG = (
    "Officials of Norland and Sudland talked about the closed bridge over the Sele and about the tolls that the "
    "two countries take on it, but they did not agree on anything else than to meet again."
)


def source(text: str, path: str = "a.txt", sidecar: Sidecar | None = None) -> Source:
    return load(File(path=path, data=text.encode(), sidecar=sidecar), Limits()).documents[0].source


DATES = [
    (f"March 5, 2024\n{LONG}", "a.txt", date(2024, 3, 5), "text"),
    (f"Talks\n\n5 March 2024\n\n{LONG}", "a.txt", date(2024, 3, 5), "text"),
    (f"March 5, 2024 | Flash Brief\nTalks\n{LONG}", "2020-01-01.txt", date(2024, 3, 5), "text"),
    (f"By Ada Lund | March 5, 2024\n\n{LONG}", "a.txt", date(2024, 3, 5), "text"),
    (f"VESTBY, 5 March 2024 (TASS) - {LONG}", "a.txt", date(2024, 3, 5), "text"),
    (f"VESTBY, 5 March 2024 - {LONG}", "a.txt", date(2024, 3, 5), "text"),
    (f"{LONG}\n{LONG}\nPublished on 5 March 2024", "a.txt", date(2024, 3, 5), "text"),
    (LONG, "2024-03-05_talks.txt", date(2024, 3, 5), "filename"),
    (LONG, "week/talks 20240305.txt", date(2024, 3, 5), "filename"),
    (LONG, "talks 20241305.txt", None, None),
    (f"The two met on 5 March 2024. {LONG}", "a.txt", None, None),
    (LONG, "000_f7b713716d918d43.txt", None, None),
]


@pytest.mark.parametrize(("text", "path", "day", "where"), DATES)
def test_date(text: str, path: str, day: date | None, where: str | None) -> None:
    found = source(text, path)
    assert (found.published, found.published_from) == (day, where)


LATEST = date(2024, 3, 10)
HEAD = '<meta property="article:published_time" content="{}">'
REFUSED = [
    # a day after the brief's own: the next place is asked
    ("2031-03-05", "Talks\n\n5 March 2024", "a.html", date(2024, 3, 5), "text", "2031-03-05 (its metadata)"),
    ("2031-03-05", "Talks", "2024-03-05.html", date(2024, 3, 5), "filename", "after the day of the brief, 2024-03-10"),
    ("2031-03-05", "Talks", "a.html", None, None, "2031-03-05"),
    # tomorrow, in another time zone
    ("2024-03-11", "Talks", "a.html", date(2024, 3, 11), "metadata", None),
    # before what it tells as past
    ("2023-03-05", "The ministers met in Vestby on 5 March 2024.", "a.html", None, None, "tells of 2024-03-05 as past"),
    ("2023-03-05", "On March 5, 2024, the two ministers met in Vestby.", "a.html", None, None, "2024-03-05 as past"),
    ("2023-03-05", "He was arrested in Vestby on Tuesday, 5 March 2024.", "a.html", None, None, "2024-03-05 as past"),
    # years before its own date line
    ("2004-01-01", "Talks\n\n5 March 2024", "a.html", date(2024, 3, 5), "text", "its date line says 2024-03-05"),
    ("2004-01-01", "Talks\n\nUpdated 5 March 2024", "a.html", date(2004, 1, 1), "metadata", None),
    # what is to come says nothing
    (
        "2023-03-05",
        "The ministers are to meet in Vestby on 5 March 2024.",
        "a.html",
        date(2023, 3, 5),
        "metadata",
        None,
    ),
    ("2023-03-05", "It will be held on 5 March 2024, she said.", "a.html", date(2023, 3, 5), "metadata", None),
    ("2023-03-05", "They agreed to meet in Vestby on 5 March 2024.", "a.html", date(2023, 3, 5), "metadata", None),
    ("2023-03-05", "She announced elections for 5 March 2024.", "a.html", date(2023, 3, 5), "metadata", None),
]


@pytest.mark.parametrize(("stated", "line", "path", "day", "where", "told"), REFUSED)
def test_a_day_that_cannot_be_right(
    stated: str, line: str, path: str, day: date | None, where: str | None, told: str | None
) -> None:
    lines = "".join(f"<p>{part}</p>" for part in (*line.split("\n\n"), LONG, LONG))
    page = f"<html><head>{HEAD.format(stated)}</head><body><article>{lines}</article></body></html>"
    found = load(File(path=path, data=page.encode(), latest=LATEST), Limits()).documents[0].source
    assert (found.published, found.published_from) == (day, where)
    assert (told in (found.refused_date or "")) if told else found.refused_date is None


def test_the_users_own_day_is_never_refused() -> None:
    file = File(path="a.txt", data=LONG.encode(), sidecar=Sidecar(published=date(2031, 1, 1)), latest=LATEST)
    assert load(file, Limits()).documents[0].source.published == date(2031, 1, 1)


AUTHORS = [
    (f"Talks\n\nBy Ada Lund\n\n{LONG}", ("Ada Lund",)),
    (f"Talks\n\nBy Ada Lund and Jon el-Brandt in Vestby\n\n{LONG}", ("Ada Lund", "Jon el-Brandt")),
    (f"Talks\n\nBy April Ek, Science Correspondent\n\n{LONG}", ("April Ek",)),
    (f"Talks\n\nMarta Ek, Minister of Transport\n\n{LONG}", ("Marta Ek",)),
    (f"Talks\n\nFERRIES, BRIDGES, HARBOURS\n\n{LONG}", ()),
    (f"Talks\n\nPosted on 5 March 2024 by Ada Lund\n\n{LONG}", ("Ada Lund",)),
    (f"{LONG}\n{LONG}\n{LONG}\nAda Lund is a doctoral researcher at the University of Vestby.", ("Ada Lund",)),
    (f"Lund spoke.\n{LONG}\n{LONG}\nAda Lund is a doctoral researcher at the University of Vestby.", ()),
    (f"{LONG}\n{LONG}\n{LONG}\nVestby Airport was the scene of a quarrel.", ()),
    (LONG, ()),
]


@pytest.mark.parametrize(("text", "authors"), AUTHORS)
def test_authors(text: str, authors: tuple[str, ...]) -> None:
    assert source(text).authors == authors


PAGES = [
    ('<meta name="author" content="View all posts by Ada Lund">', "", ("Ada Lund",)),
    ('<meta name="author" content="Admin">', "", ()),
    ('<meta property="og:site_name" content="Harbour Gazette">', "<p>By Ada Lund | 5 March 2024</p>", ("Ada Lund",)),
    ("", "<div class='meta'>By Ada Lund and Jon Brandt</div>", ("Ada Lund", "Jon Brandt")),
    ("", "<nav><p>By Course or Type</p></nav>", ()),
    # full stops, small letters and digits as the page has them
    ('<meta name="author" content="Ada M. Lund">', "<p>By Ada M. Lund</p>", ("Ada M. Lund",)),
    ('<meta name="author" content="Jon Brandt Jr.">', "", ("Jon Brandt Jr.",)),
    ("", "<span class='author vcard'><a class='url fn' rel='author' href='/u'>harbour7</a></span>", ("harbour7",)),
    # the house beside its people is none of them; alone it is what the page says
    (
        '<meta property="og:site_name" content="Harbour Gazette">'
        '<meta name="author" content="Harbour Gazette; Ada Lund">',
        "",
        ("Ada Lund",),
    ),
    (
        '<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Harbour Gazette">',
        "<div class='article-author'>Ada Lund</div>",
        ("Ada Lund",),
    ),
    (
        '<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Harbour Gazette">',
        "",
        ("Harbour Gazette",),
    ),
    # a role behind a name is no second one
    ('<meta name="author" content="By Ada Lund, Defence Correspondent">', "", ("Ada Lund",)),
    ("", "<div class='byline'>By Ada Lund, Science Editor, and Jon Brandt</div>", ("Ada Lund", "Jon Brandt")),
    # what the page marks as its author; what stands in the title of a link
    ("", "<p class='autorenzeile'>Von Ada Lund, Jon Brandt und Marta Ek</p>", ("Ada Lund", "Jon Brandt", "Marta Ek")),
    ("", "<a rel='author' title='Zeige alle Beiträge von adalund' href='/u'><img src='a.png'></a>", ("adalund",)),
    ("", "<span itemprop='author'>Ada Lund</span>", ("Ada Lund",)),
    # a reader is not the page's author
    ("", "<ol class='comments'><li><cite class='fn'>Jon Brandt</cite></li></ol>", ()),
    ("", "<div class='byline'>Follow</div>", ()),
]


@pytest.mark.parametrize(("head", "line", "authors"), PAGES)
def test_authors_of_a_page(head: str, line: str, authors: tuple[str, ...]) -> None:
    page = f"<html><head>{head}</head><body><h1>Talks</h1>{line}<article><p>{LONG}</p><p>{LONG}</p></article></body></html>"
    assert source(page, "a.html").authors == authors


PUBLISHERS = [
    (f"VESTBY, March 5 (Reuters) - {LONG}", "Reuters"),
    (f"VESTBY, Norland (AP) — {LONG}", "Associated Press"),
    (f"VESTBY (the port) - {LONG}", None),
    (f"{LONG}\n\n© 2024 Harbour Gazette. All rights reserved.", "Harbour Gazette"),
    (f"Publisher: Coast Institute\n\n{LONG}", "Coast Institute"),
    (f"{LONG}\nThe Toll,” CI Flash Brief\nThe Ferry,” CI Policy Brief", "CI"),
    (LONG, None),
]


@pytest.mark.parametrize(("text", "publisher"), PUBLISHERS)
def test_publisher(text: str, publisher: str | None) -> None:
    assert source(text).publisher == publisher


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ministers meet in Vestby\n\n{LONG}", "Ministers meet in Vestby"),
        (f"TLP:AMBER\n\nMinisters meet in Vestby\n\n{LONG}", "Ministers meet in Vestby"),
        (f"Office of the Spokesperson\n\nMarch 5, 2024\n\n{LONG}", None),
        (f"{LONG}\n\nA heading further down\n\n{LONG}", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert source(text).title == title


HEADS = [
    # the house on top, then the day, then the title
    (
        "THE COAST POST\nVestby, 5 March 2024\n\nNo ferry, no fish\n\nBy Ada Lund",
        "No ferry, no fish",
        "The Coast Post",
        5,
    ),
    (
        'COAST MONITOR — English edition\nVestby | Tuesday, 5 March 2024\n\n"We want rain"',
        '"We want rain"',
        "Coast Monitor",
        5,
    ),
    (
        "Coast Quarterly Online\nMarch 5, 2024\n\nThe mill and the toll\n\nWhat a coin can buy",
        "The mill and the toll",
        "Coast Quarterly",
        5,
    ),
    (
        "Ministry of Transport of Norland\nPress Office\n\nMarta Ek visits Vestby\n\n5 March 2024",
        "Marta Ek visits Vestby",
        "Ministry of Transport of Norland",
        5,
    ),
    (
        "Marta Ek visits Vestby\n\nPress release | Date: 25/03/2024 | Ministry of Transport (Norland)",
        "Marta Ek visits Vestby",
        "Ministry of Transport (Norland)",
        25,
    ),
    (
        "Ek to open the bridge\n\nGovernment Communications Department\nPublication date 5.3.2024 13.05\nPress release 21/2024",
        "Ek to open the bridge",
        "Government Communications Department",
        5,
    ),
    (
        "COAST INSTITUTE FOR TOLL POLICY\nExpert Panel Report No. 7\n\nWho pays: is a toll fair?\n\nVestby, 5 March 2024",
        "Who pays: is a toll fair?",
        "Coast Institute for Toll Policy",
        5,
    ),
    (
        "Policy brief | Centre for River Law, Vestby\n5 March 2024\n\nDo tolls work?",
        "Do tolls work?",
        "Centre for River Law",
        5,
    ),
    (
        "HOUSE OF LORDS\nBridges Sub-Committee\n\nRust and rivets: a look at the\nferries of Norland\n\nPublished on 5 March 2024",
        "Rust and rivets: a look at the ferries of Norland",
        "House of Lords",
        5,
    ),
    (
        "FOR IMMEDIATE RELEASE\nBureau of Roads and Bridges\n\nMarch 5, 2024\n\nBureau Closes Bridge",
        "Bureau Closes Bridge",
        "Bureau of Roads and Bridges",
        5,
    ),
    (
        "Daily Press Briefing – March 5, 2024\n\nAda Lund, Deputy Spokesperson\n\nVienna",
        "Daily Press Briefing – March 5, 2024",
        None,
        5,
    ),
    ("Coast Council Meets in Vestby\n\n5 March 2024", "Coast Council Meets in Vestby", None, 5),
    ("Ferry talks go on\n\nCoast Institute | 5 March 2024", "Ferry talks go on", "Coast Institute", 5),
    ("# #\n\nFerry talks go on\n\n5 March 2024", "Ferry talks go on", None, 5),
    ("JOINT STATEMENT\n\nVestby, 5 March 2024", "JOINT STATEMENT", None, 5),
    ("Ferry talks to go on after 5 March 2024", "Ferry talks to go on after 5 March 2024", None, None),
    (
        "Ferry talks, which broke off on 5 March 2024, to go on",
        "Ferry talks, which broke off on 5 March 2024, to go on",
        None,
        None,
    ),
]


@pytest.mark.parametrize(("head", "title", "publisher", "day"), HEADS)
def test_the_head_of_a_text(head: str, title: str, publisher: str | None, day: int | None) -> None:
    found = source(f"{head}\n\n{LONG}\n\n{LONG}")
    assert (found.title, found.publisher) == (title, publisher)
    assert found.published == (date(2024, 3, day) if day else None)


def test_the_agency_of_a_dateline_that_calls_itself_one() -> None:
    assert source(f"Talks go on\n\nVESTBY, March 5 (Coast News Agency) - {LONG}").publisher == "Coast News Agency"
    assert source(f"Talks go on\n\nVESTBY, March 5 (the port) - {LONG}").publisher is None


@pytest.mark.parametrize(
    ("line", "marking"),
    [
        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
        ("TLP: GREEN", "TLP:GREEN"),
        ("// CONFIDENTIAL //", "CONFIDENTIAL"),
        ("Confidential talks go on", None),
        ("EU RESTRICTED", "EU RESTRICTED"),
        ("SECRET//NOFORN", "SECRET//NOFORN"),
    ],
)
def test_marking(line: str, marking: str | None) -> None:
    assert source(f"{line}\n\n{LONG}").marking == marking


def test_sidecar_beats_the_text() -> None:
    side = Sidecar(
        title="T",
        publisher="P",
        authors=("A",),
        published=date(2020, 1, 2),
        url="https://x.example",
        language="fr",
        grade="B2",
        marking="TLP:RED",
    )
    found = source(f"March 5, 2024\nTalks\nBy Ada Lund\n{LONG}", sidecar=side)
    assert (
        found.title,
        found.publisher,
        found.authors,
        found.published,
        found.published_from,
        found.url,
        found.language,
        found.grade,
        found.marking,
    ) == ("T", "P", ("A",), date(2020, 1, 2), "sidecar", "https://x.example", "fr", "B2", "TLP:RED")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Die Minister der beiden Länder haben sich am Dienstag getroffen und über die Brücke gesprochen, die seit dem "
            "Winter für den Verkehr nicht mehr offen ist und es auch noch eine Weile bleiben wird.",
            "de",
        ),
        (LONG, "en"),
        ("Sele 4711", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert source(text).language == language
