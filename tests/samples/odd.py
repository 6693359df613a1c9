"""A brief that tries everything: markup, template and field code, formulas, control characters, four scripts, long words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefgen.contract import SCHEMA, sha256
from briefgen.model import (
    Actor,
    Brief,
    Change,
    Designation,
    Discrepancy,
    Document,
    Evidence,
    KeyPoint,
    LeftOut,
    Meeting,
    Method,
    Previous,
    Side,
    Source,
    Unread,
    View,
    When,
)

HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7 * 7 }} {% raw %}",
    '" onmouseover="alert(1)',
    "=cmd|' /C calc'!A0",
    "</mark></div><h1>x",
    "url(http://evil.example/x.png)",
    "\\footnote{x} [^1] <w:t>",
    "a\x00b\x0cc\x1bd",
    "\u202eevil\u202c",
    "]]>&amp;&#x41;",
    "\ud800lone",
    "𝔘𝔫𝔦 😀",
    "Михаил Богданов",
    "موسى أبو مرزوق",
    "משה לוי",
    "w" * 300,
)


def text_of_source() -> str:
    return "\n\n".join(f"{line} met the envoy of Ruritania on 3 March 2024 in the old town." for line in HOSTILE)


def odd_brief() -> Brief:
    """Give a brief each of whose texts is hostile, and whose passages all stand in its source."""
    text = text_of_source()
    source = Source(
        id="S1",
        path="odd\x1b[2J.txt",
        media_type="text/plain",
        title=HOSTILE[0],
        publisher=HOSTILE[1],
        authors=(HOSTILE[2],),
        published=date(2024, 3, 4),
        published_from="inferred",
        published_why="because " + HOSTILE[4],
        url="javascript:alert(1)",
        language="en",
        sha256=sha256("x"),
        words=99,
        origin="S1",
        text=text,
    )
    document = Document(source=source)
    lines = text.split("\n\n")
    cited: list[Evidence] = []
    place = 0
    for line in lines:
        cited.append(document.cite(place, place + len(line)))
        place += len(line) + 2
    actors = tuple(
        Actor(
            id=f"actor-{n}",
            name=name,
            kind="person",
            role=f"envoy {name}",
            affiliation=HOSTILE[n - 1],
            aliases=(f"{name} II",),
            mentions=2,
            why_merged=(f"so says {name}",),
            evidence=(cited[n],),
        )
        for n, name in enumerate(HOSTILE)
    )
    day = When(start=date(2024, 3, 3), end=date(2024, 3, 3), precision="day")
    meetings = tuple(
        Meeting(
            id=f"meeting-{n}",
            date=day,
            status=("held", "planned", "proposed", "cancelled")[n % 4],
            place=name,
            participants=(f"actor-{n}", "actor-0"),
            purpose=f"purpose {name}",
            outcome=f"outcome {name}",
            evidence=(e,),
        )
        for n, (name, e) in enumerate(zip(HOSTILE, cited, strict=True))
    )
    designations = tuple(
        Designation(
            id=f"designation-{n}",
            authority=f"actor-{n}",
            subject=name,
            category=name,
            as_of=day,
            evidence=(e,),
            status=("designated", "not_designated", "delisted", "under_review")[n % 4],
        )
        for n, (name, e) in enumerate(zip(HOSTILE, cited, strict=True))
    )
    views = tuple(
        View(
            id=f"view-{n}",
            holder=f"actor-{n}",
            kind=("expert", "official", "author", "other")[n % 4],
            text=e.quote,
            direct=n % 2 == 0,
            affiliation=name,
            date=day,
            evidence=(e,),
        )
        for n, (name, e) in enumerate(zip(HOSTILE, cited, strict=True))
    )
    points = (
        KeyPoint(id="bottom-line", text=f"All of {HOSTILE[0]}", facts=("meeting-0",), evidence=(cited[0],)),
        *(
            KeyPoint(id=f"point-{n}", text=f"{name} met. Then {name}", facts=(f"meeting-{n}",), evidence=(cited[n],))
            for n, name in enumerate(HOSTILE)
        ),
    )
    return Brief(
        schema=SCHEMA,
        title=" ".join(HOSTILE[:4]),
        subtitle=HOSTILE[4],
        language="en",
        period=None,
        prepared=date(2024, 3, 5),
        marking="TLP:AMBER+STRICT",
        previous=Previous(title=HOSTILE[6], prepared=date(2024, 2, 27), sha256=sha256("y")),
        sources=(source,),
        unread=(Unread(path=HOSTILE[0], reason="damaged", message=HOSTILE[7]),),
        left_out=(LeftOut(path=HOSTILE[8], reason="filtered", message=HOSTILE[9]),),
        key_points=points,
        actors=actors,
        meetings=meetings,
        designations=designations,
        views=views,
        discrepancies=(
            Discrepancy(
                id="d-1",
                kind="contradiction",
                summary=HOSTILE[5],
                facts=("meeting-1",),
                sides=(Side(text=HOSTILE[6], evidence=(cited[1],)), Side(text=HOSTILE[10], evidence=(cited[2],))),
            ),
        ),
        changes=(Change(id="c-1", kind="new", fact="meeting-1", summary=HOSTILE[11], evidence=(cited[1],)),),
        method=Method(briefgen="0", pipeline="0"),
    )


def empty_brief() -> Brief:
    """Give a brief of one source in which nothing was found."""
    source = replace(
        odd_brief().sources[0],
        title=None,
        publisher=None,
        authors=(),
        published=None,
        published_from=None,
        published_why=None,
        url="https://example.org/a?b=c&d=e",
        text="Nothing happened.",
    )
    return replace(
        odd_brief(),
        title="Nothing",
        subtitle=None,
        marking=None,
        previous=None,
        sources=(source,),
        unread=(),
        left_out=(),
        key_points=(),
        actors=(),
        meetings=(),
        designations=(),
        views=(),
        discrepancies=(),
        changes=(),
    )
