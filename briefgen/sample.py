"""Make an invented brief that has something in every section: what a theme is shown and tried with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefgen.brief import Framing, assemble
from briefgen.dates import in_month, on_day, week_of
from briefgen.model import (
    Actor,
    Brief,
    Designation,
    DesignationStatus,
    Digest,
    Document,
    Evidence,
    Facts,
    LeftOut,
    Meeting,
    MeetingStatus,
    Period,
    Source,
    Unread,
    View,
    ViewKind,
    When,
)
from briefgen.wording import LANGUAGES

TEXTS = (
    (
        "Ministers meet in Geneva",
        "Example Times",
        date(2024, 2, 27),
        "Foreign Minister Ada Renn of Ruritania met Boris Kell, the leader of the Harbour Front, in Geneva on 26 February "
        "2024 to discuss the reopening of the port.",
        "“The talks were of use, and they will go on,” she said.",
        "Ruritania has listed the Harbour Front as a terrorist organisation since 2019.",
    ),
    (
        "What the Geneva talks can bring",
        "Example Institute",
        date(2024, 2, 28),
        "Kell and Renn met on 27 February 2024, and a second round is planned for March 2024 in Vienna.",
        "“Neither side can afford to leave the table before summer,” said Cora Lind, an analyst at the Example Institute.",
        "Neighbouring Sylvania does not list the Harbour Front. Grand Fenwick is reviewing its listing.",
    ),
    (
        "Notes from the port",
        None,
        None,
        "A visit of Renn to Sylvania, proposed for the week of 11 March 2024, was not confirmed; one to Fenwick was called off.",
        "A docker, Dan Moor, said that nobody had asked the port. To this writer the pause looks like a plan.",
        "Grand Fenwick lifted the listing of the Lake Guard last year.",
    ),
)
_ACTORS = (
    ("Ada Renn", "person", "foreign minister", "ruritania", ("Renn",)),
    ("Boris Kell", "person", "leader", "harbour-front", ("Kell",)),
    ("Cora Lind", "person", "analyst", "Example Institute", ()),
    ("Dan Moor", "person", "docker", None, ()),
    ("Harbour Front", "organization", None, None, ()),
    ("Lake Guard", "organization", None, None, ()),
    ("Ruritania", "state", None, None, ()),
    ("Sylvania", "state", None, None, ()),
    ("Grand Fenwick", "state", None, None, ("Fenwick",)),
)


def sample_brief(language: str = LANGUAGES[0]) -> Brief:
    """Give the brief in a language, compared with an issue before it."""
    digests = [_digest(number) for number in range(len(TEXTS))]
    facts = _facts([digest.document for digest in digests])
    framing = Framing(
        prepared=date(2024, 3, 1),
        language=language,
        marking="TLP:GREEN",
        period=Period(start=date(2024, 2, 26), end=date(2024, 3, 3)),
        versions={"briefgen": "sample"},
        options={"issue": 12},
    )
    before = assemble(replace(framing, prepared=date(2024, 2, 23)), digests, _earlier(facts))
    unread = (Unread(path="scan.pdf", reason="no_text", message="holds pictures of pages, and no text"),)
    left_out = (LeftOut(path="old.txt", reason="outside_period", message="published 3 May 2019"),)
    return assemble(replace(framing, previous=before), digests, facts, unread, left_out)


def bare_brief(language: str = LANGUAGES[0]) -> Brief:
    """Give a brief of one source in which nothing was found."""
    source = Source(id="S1", path="a.txt", media_type="text/plain", text="Nothing.", origin="S1", words=1)
    digest = Digest(document=Document(source=source), facts=Facts())
    return assemble(Framing(prepared=date(2024, 1, 1), language=language), [digest], Facts())


def _digest(number: int) -> Digest:
    title, publisher, published, *paragraphs = TEXTS[number]
    text = "\n\n".join(str(paragraph) for paragraph in paragraphs)
    source = Source(
        id=f"S{number + 1}",
        path=f"{number + 1}.txt",
        media_type="text/plain",
        title=str(title),
        publisher=str(publisher) if publisher else None,
        published=published if isinstance(published, date) else None,
        published_from="metadata" if published else None,
        url="https://example.org/" if publisher else None,
        language="en",
        words=len(text.split()),
        origin=f"S{number + 1}",
        text=text,
    )
    return Digest(document=Document(source=source), facts=Facts())


def _passage(documents: list[Document], words: str) -> Evidence:
    document = next(document for document in documents if words in document.text)
    start = document.text.index(words)
    return document.cite(start, start + len(words))


def _facts(documents: list[Document]) -> Facts:
    lines = [document.text.split("\n\n") for document in documents]
    told, heard = _passage(documents, lines[0][0]), _passage(documents, lines[1][0])
    actors = tuple(
        Actor(
            id=name.casefold().replace(" ", "-"),
            name=name,
            kind=kind,  # type: ignore[arg-type]
            role=role,
            affiliation=affiliation,
            aliases=aliases,
            mentions=2,
            why_merged=tuple(f"“{alias}” is the end of “{name}”" for alias in aliases),
            evidence=(_passage(documents, (aliases or (name,))[0]),),
        )
        for name, kind, role, affiliation, aliases in _ACTORS
    )
    return Facts(
        actors=actors,
        meetings=_meetings(told, heard, _passage(documents, lines[2][0])),
        designations=_listings(documents, lines),
        views=_views(documents),
    )


def _meetings(told: Evidence, heard: Evidence, other: Evidence) -> tuple[Meeting, ...]:
    def meeting(name: str, status: MeetingStatus, day: When, place: str, *who: str, evidence: Evidence) -> Meeting:
        return Meeting(id=name, status=status, date=day, place=place, participants=who, evidence=(evidence,))

    met = ("ada-renn", "boris-kell")
    first = meeting("talks", "held", on_day(date(2024, 2, 26)), "Geneva", *met, evidence=told)
    second = meeting("talks", "held", on_day(date(2024, 2, 27)), "Geneva", *met, evidence=heard)
    purpose = "to discuss the reopening of the port"
    return (
        replace(first, purpose=purpose, origins=2, evidence=(told, heard), reports=(first, second)),
        meeting("round", "planned", in_month(2024, 3), "Vienna", *met, evidence=heard),
        meeting("visit", "proposed", week_of(date(2024, 3, 11)), "Sylvania", "ada-renn", "sylvania", evidence=other),
        meeting("off", "cancelled", on_day(date(2024, 3, 5)), "Fenwick", "ada-renn", "grand-fenwick", evidence=other),
    )


def _listings(documents: list[Document], lines: list[list[str]]) -> tuple[Designation, ...]:
    def listing(authority: str, status: DesignationStatus, words: str, subject: str = "harbour-front") -> Designation:
        kind = "terrorist organisation" if status == "designated" else None
        passage = (_passage(documents, words),)
        key = f"{authority}-{subject}"
        return Designation(id=key, authority=authority, subject=subject, status=status, category=kind, evidence=passage)

    return (
        listing("ruritania", "designated", lines[0][2]),
        listing("sylvania", "not_designated", "Neighbouring Sylvania does not list the Harbour Front."),
        listing("grand-fenwick", "under_review", "Grand Fenwick is reviewing its listing."),
        listing("grand-fenwick", "delisted", lines[2][2], "lake-guard"),
    )


def _views(documents: list[Document]) -> tuple[View, ...]:
    said: tuple[tuple[str | None, ViewKind, str, bool], ...] = (
        ("cora-lind", "expert", "Neither side can afford to leave the table before summer", True),
        ("ada-renn", "official", "The talks were of use, and they will go on", True),
        (None, "author", "To this writer the pause looks like a plan", False),
        ("dan-moor", "other", "nobody had asked the port", False),
    )
    return tuple(
        View(id=f"view-{kind}", holder=who, kind=kind, text=text, direct=direct, evidence=(_passage(documents, text),))
        for who, kind, text, direct in said
    )


def _earlier(facts: Facts) -> Facts:
    """Give what an issue before would have said: the talks planned, a listing not yet known, a statement since gone."""
    talks = replace(facts.meetings[0], status="planned", reports=(), evidence=facts.meetings[0].evidence[:1])
    passages = facts.meetings[2].evidence[:1]  # on which no view rests any more
    gone = replace(facts.views[3], id="view-gone", text="the visits will come to nothing.", evidence=passages)
    return replace(facts, meetings=(talks, facts.meetings[1]), designations=facts.designations[1:2], views=(gone,))
