"""A long brief: hundreds of meetings, actors and views, each with its passage, to see that work stays linear and pages hold."""

from __future__ import annotations

from datetime import date, timedelta

from briefgen.contract import SCHEMA, sha256
from briefgen.model import Actor, Brief, Designation, Document, Evidence, KeyPoint, Meeting, Method, Source, View, When

PLACES = ("Geneva", "Old Harbour", "Vienna", "the border town of Kell", "Strelsau")
ROLES = ("envoy", "foreign minister", "deputy head of the delegation to the talks on fishing rights", "spokesperson")


def long_brief(meetings: int = 300, actors: int = 800, sources: int = 20) -> Brief:
    """Give a brief of that many facts; a designation for every tenth meeting, a view for every second."""
    cited: list[Evidence] = []
    made: list[Source] = []
    for number in range(sources):
        source, passages = _source(number + 1, range(number, meetings, sources))
        made.append(source)
        cited += passages
    cited.sort(key=lambda e: int(e.quote.split()[1]))
    days = [date(2023, 1, 1) + timedelta(n % 400) for n in range(meetings)]
    return Brief(
        schema=SCHEMA,
        title="Talks on the river",
        subtitle=f"{sources} sources",
        language="en",
        period=None,
        prepared=date(2024, 3, 5),
        marking="TLP:GREEN",
        previous=None,
        sources=tuple(made),
        key_points=tuple(_point(n, e) for n, e in enumerate(cited[:8])),
        actors=tuple(_actor(n, cited[n % meetings]) for n in range(actors)),
        meetings=tuple(_meeting(n, days[n], actors, e) for n, e in enumerate(cited)),
        designations=tuple(_designation(n, e) for n, e in enumerate(cited[::10])),
        views=tuple(_view(n, e) for n, e in enumerate(cited[::2])),
        unread=(),
        left_out=(),
        discrepancies=(),
        changes=(),
        method=Method(briefgen="0", pipeline="0"),
    )


def _source(number: int, told: range) -> tuple[Source, list[Evidence]]:
    lines = [
        f"Delegation {n} met the envoy of Ruritania in {PLACES[n % len(PLACES)]} to discuss fishing rights."
        for n in told
    ]
    source = Source(
        id=f"S{number}",
        path=f"talks/{number}.txt",
        media_type="text/plain",
        title=f"Report {number} on the talks",
        published=date(2024, 3, 4),
        published_from="text",
        language="en",
        sha256=sha256(str(number)),
        words=15 * len(lines),
        origin=f"S{number}",
        text="\n\n".join(lines),
    )
    document, place, cited = Document(source=source), 0, []
    for line in lines:
        cited.append(document.cite(place, place + len(line)))
        place += len(line) + 2
    return source, cited


def _on(day: date) -> When:
    return When(start=day, end=day, precision="day")


def _point(n: int, cited: Evidence) -> KeyPoint:
    return KeyPoint(
        id=f"point-{n}", text=f"Delegation {n} met. {cited.quote}", facts=(f"meeting-{n}",), evidence=(cited,)
    )


def _actor(n: int, cited: Evidence) -> Actor:
    kind = ("person", "organization")[n % 2]
    role = ROLES[n % len(ROLES)] if kind == "person" else None
    return Actor(id=f"actor-{n}", name=f"Delegation {n}", kind=kind, role=role, mentions=5, evidence=(cited,))


def _meeting(n: int, day: date, actors: int, cited: Evidence) -> Meeting:
    return Meeting(
        id=f"meeting-{n}",
        date=_on(day),
        status=("held", "held", "held", "planned")[n % 4],
        place=PLACES[n % len(PLACES)],
        participants=(f"actor-{n % actors}", f"actor-{(n * 7 + 1) % actors}"),
        purpose="to discuss fishing rights",
        origins=1 + n % 3,
        evidence=(cited,),
    )


def _designation(n: int, cited: Evidence) -> Designation:
    status = ("designated", "not_designated", "delisted", "under_review")[n % 4]
    return Designation(
        id=f"designation-{n}",
        authority=f"actor-{2 * n + 1}",
        subject=f"actor-{2 * n + 3}",
        status=status,
        category="sanctions",
        as_of=_on(date(2024, 1, 1)),
        evidence=(cited,),
    )


def _view(n: int, cited: Evidence) -> View:
    kind = ("expert", "official", "author", "other")[n % 4]
    return View(
        id=f"view-{n}",
        holder=f"actor-{2 * n}",
        kind=kind,
        text=cited.quote,
        direct=True,
        date=When(),
        evidence=(cited,),
    )
