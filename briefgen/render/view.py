"""Turn a brief into the values that templates show: every word, number and order made once for all outputs.

Passages are numbered here: `S1.3` is the third passage of source S1 that the brief cites, in the order of the text.
Templates print these values and decide nothing; PDF, DOCX and HTML therefore say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar
from urllib.parse import urlsplit

from briefgen.contract import iso
from briefgen.model import (
    Actor,
    Brief,
    Change,
    Designation,
    Discrepancy,
    Evidence,
    KeyPoint,
    Meeting,
    Source,
    View,
    When,
)
from briefgen.render.figures import timeline
from briefgen.render.sheet import (
    ActorRow,
    ChangeLine,
    Cite,
    Cites,
    DesignationRow,
    DisagreementRow,
    GapRow,
    Line,
    MeetingRow,
    Passage,
    Sheet,
    SideLine,
    SourceRow,
    ViewRow,
)
from briefgen.wording import clipped, counted, day, listed, stretch, when

_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")
_HINT = 160
_T = TypeVar("_T")
Spot = tuple[str, int, int]


def shown(text: str) -> str:
    """Make a text safe to show: control characters, bidirectional overrides and lone surrogates become U+FFFD."""
    return _UNSHOWABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Make a text safe to show, its white space folded."""
    return " ".join(shown(text).split())


def _maybe(text: str | None) -> str | None:
    return one_line(text) or None if text else None


class _Numbers:
    """Numbers the passages that the brief shows: per source, in the order of the text."""

    def __init__(self, shown_passages: Iterable[Evidence]) -> None:
        spots: dict[str, dict[Spot, Evidence]] = {}
        for e in shown_passages:
            spots.setdefault(e.source, {})[e.source, e.start, e.end] = e
        self._cites: dict[Spot, Cite] = {}
        self.passages: dict[str, tuple[Passage, ...]] = {}
        for source, found in spots.items():
            rows = []
            for number, (spot, e) in enumerate(sorted(found.items(), key=lambda item: item[0][1:]), 1):
                label, anchor = f"{source}.{number}", f"p-{source}-{number}"
                self._cites[spot] = Cite(
                    label=label, source=source, anchor=anchor, hint=clipped(one_line(e.quote), _HINT)
                )
                rows.append(
                    Passage(label=label, anchor=anchor, quote=shown(e.quote), where=_where(e), start=e.start, end=e.end)
                )
            self.passages[source] = tuple(rows)

    def cites(self, evidence: Iterable[Evidence]) -> Cites:
        found = {(e.source, e.start, e.end): self._cites[e.source, e.start, e.end] for e in evidence}
        return tuple(found[spot] for spot in sorted(found, key=lambda s: (int(s[0][1:]), s[1], s[2])))


def _where(e: Evidence) -> str:
    parts = [f"page {e.page}" if e.page else "", f"paragraph {e.paragraph}" if e.paragraph else ""]
    return ", ".join(part for part in parts if part) or f"characters {e.start}–{e.end}"


def first_of_each(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Choose one passage a source, the first: what the line of an actor shows."""
    firsts: dict[str, Evidence] = {}
    for e in sorted(evidence, key=lambda e: (int(e.source[1:]), e.start, e.end)):
        firsts.setdefault(e.source, e)
    return tuple(firsts.values())


def sheet(brief: Brief) -> Sheet:
    """Give the values that templates show of a brief."""
    numbers = _Numbers(_shown_evidence(brief))
    names = {actor.id: one_line(actor.name) for actor in brief.actors}
    sources = {source.id: source for source in brief.sources}
    chosen = _in_table(brief)
    lines = [_line(point, numbers) for point in brief.key_points]
    joined = tuple((names[a.id], one_line(why)) for a in brief.actors for why in a.why_merged)
    gaps = [(u.path, u.message) for u in brief.unread] + [(u.path, u.message) for u in brief.left_out]
    meetings = [_meeting(m, names, numbers) for m in brief.meetings]
    drawn = [figure for figure in (timeline(brief.meetings, meetings),) if figure is not None]
    return Sheet(
        figures={figure.name: figure for figure in drawn},
        title=one_line(brief.title),
        subtitle=_maybe(brief.subtitle),
        language=brief.language,
        marking=_maybe(brief.marking),
        prepared=day(brief.prepared),
        prepared_iso=brief.prepared.isoformat(),
        period=stretch(brief.period.start, brief.period.end) if brief.period else None,
        compared_with=f"{one_line(brief.previous.title)} ({day(brief.previous.prepared)})" if brief.previous else None,
        sourcing=sourcing(brief),
        bottom_line=next((line for line in lines if line.id == "bottom-line"), None),
        points=tuple(line for line in lines if line.id != "bottom-line"),
        changes=tuple(_change(change, numbers) for change in brief.changes),
        meetings=_grouped(
            ((_MEETING_GROUP[m.status], row) for m, row in zip(brief.meetings, meetings, strict=True)),
            ("held", "ahead", "cancelled"),
        ),
        designations=tuple(_designation(d, names, numbers) for d in brief.designations),
        views=_grouped(
            ((v.kind, _view(v, names, numbers)) for v in brief.views), ("expert", "author", "official", "other")
        ),
        actors=tuple(_actor(a, names, numbers) for a in brief.actors if a.id in chosen),
        also_named=_grouped(
            ((a.kind, _actor(a, names, numbers)) for a in brief.actors if a.id not in chosen),
            ("person", "organization", "state"),
        ),
        joined=joined,
        disagreements=tuple(_disagreement(d, numbers) for d in brief.discrepancies),
        sources=tuple(_source(s, sources, numbers) for s in brief.sources),
        gaps=tuple(GapRow(file=one_line(path), reason=one_line(message)) for path, message in gaps),
        made_by=made_by(brief),
        none_found=f"None found in {counted(len(brief.sources), 'source')}.",
    )


_MEETING_GROUP = {"held": "held", "planned": "ahead", "proposed": "ahead", "cancelled": "cancelled"}


def _shown_evidence(brief: Brief) -> Iterable[Evidence]:
    for actor in brief.actors:
        yield from first_of_each(actor.evidence)
    for facts in (brief.key_points, brief.meetings, brief.designations, brief.views, brief.changes):
        for fact in facts:
            yield from fact.evidence
    for disagreement in brief.discrepancies:
        for side in disagreement.sides:
            yield from side.evidence


def _grouped(pairs: Iterable[tuple[str, _T]], keys: Sequence[str]) -> dict[str, tuple[_T, ...]]:
    groups: dict[str, list[_T]] = {key: [] for key in keys}
    for key, row in pairs:
        groups[key].append(row)
    return {key: tuple(rows) for key, rows in groups.items()}


def _in_table(brief: Brief) -> frozenset[str]:
    """Choose the actors that get a line of their own: parties to a fact, persons with a role, and those named often."""
    party: set[str] = {key for meeting in brief.meetings for key in meeting.participants}
    party |= {key for d in brief.designations for key in (d.authority, d.subject)}
    party |= {v.holder for v in brief.views if v.holder}
    return frozenset(
        a.id
        for a in brief.actors
        if a.id in party or a.aliases or (a.kind == "person" and a.role) or a.mentions >= _OFTEN
    )


_OFTEN = 4


def _line(point: KeyPoint, numbers: _Numbers) -> Line:
    text = one_line(point.text)
    lead, mark, rest = text, "", ""
    if point.id != "bottom-line":
        # the first sentence leads; where somebody is quoted, the speaker does
        match = re.match(r"[^“”:]{3,90}: (?=“)|.+?[.)] (?=[A-Z“])", text)
        lead, mark, rest = (match[0].rstrip(), " ", text[match.end() :]) if match else (text, "", "")
    return Line(id=point.id, lead=lead, rest=mark + rest, cites=numbers.cites(point.evidence))


def _change(change: Change, numbers: _Numbers) -> ChangeLine:
    return ChangeLine(
        id=change.id, kind=change.kind, text=one_line(change.summary), cites=numbers.cites(change.evidence)
    )


def _named(keys: Iterable[str], names: Mapping[str, str]) -> str:
    return listed([names.get(key, one_line(key)) for key in keys])


def _backing(origins: int) -> str:
    return "one source" if origins <= 1 else counted(origins, "independent source")


def _meeting(m: Meeting, names: Mapping[str, str], numbers: _Numbers) -> MeetingRow:
    return MeetingRow(
        id=m.id,
        date=when(m.date),
        status=m.status,
        parties=_named(m.participants, names),
        place=_maybe(m.place),
        purpose=_maybe(m.purpose),
        outcome=_maybe(m.outcome),
        backing=_backing(m.origins),
        cites=numbers.cites(m.evidence),
    )


def _designation(d: Designation, names: Mapping[str, str], numbers: _Numbers) -> DesignationRow:
    return DesignationRow(
        id=d.id,
        subject=_named([d.subject], names),
        authority=_named([d.authority], names),
        status=d.status,
        category=_maybe(d.category),
        as_of=_dated(d.as_of),
        backing=_backing(d.origins),
        cites=numbers.cites(d.evidence),
    )


def _dated(value: When) -> str | None:
    return when(value) if iso(value) else None


def _view(v: View, names: Mapping[str, str], numbers: _Numbers) -> ViewRow:
    affiliation = _named([v.affiliation], names) if v.affiliation else None
    holder = _named([v.holder], names) if v.holder else "Unnamed"
    return ViewRow(
        id=v.id,
        holder=holder[:1].upper() + holder[1:],
        affiliation=affiliation,
        text=one_line(v.text),
        direct=v.direct,
        topic=_maybe(v.topic),
        date=_dated(v.date),
        cites=numbers.cites(v.evidence),
    )


def _actor(a: Actor, names: Mapping[str, str], numbers: _Numbers) -> ActorRow:
    affiliation = _named([a.affiliation], names) if a.affiliation else None
    return ActorRow(
        id=a.id,
        name=names[a.id],
        kind=a.kind,
        role=_maybe(a.role),
        affiliation=affiliation,
        aliases="; ".join(one_line(alias) for alias in a.aliases) or None,
        mentions=a.mentions,
        cites=numbers.cites(first_of_each(a.evidence)),
    )


def _disagreement(d: Discrepancy, numbers: _Numbers) -> DisagreementRow:
    return DisagreementRow(
        id=d.id,
        kind=d.kind,
        summary=one_line(d.summary),
        sides=tuple(SideLine(text=one_line(s.text), cites=numbers.cites(s.evidence)) for s in d.sides),
    )


_KNOWN_FROM = {
    "sidecar": "given beside the file",
    "metadata": "from the file's metadata",
    "text": "from the text",
    "filename": "from the file's name",
    "inferred": "inferred",
}


def _source(s: Source, sources: Mapping[str, Source], numbers: _Numbers) -> SourceRow:
    known = _KNOWN_FROM[s.published_from] if s.published_from else None
    if known and s.published_why:
        known = f"{known}: {one_line(s.published_why)}"
    copied = sources.get(s.origin)
    return SourceRow(
        id=s.id,
        title=one_line(s.title or "") or "Untitled",
        publisher=_maybe(s.publisher),
        authors=listed([one_line(a) for a in s.authors]) or None,
        date=day(s.published) if s.published else "undated",
        date_known=known,
        url=safe_url(s.url),
        file=one_line(s.path),
        words=s.words,
        grade=one_line(s.grade),
        copies=copied.id if copied and copied.id != s.id else None,
        language=_maybe(s.language),
        passages=numbers.passages.get(s.id, ()),
        text=shown(s.text),
    )


def safe_url(url: str | None) -> str | None:
    """Give a web or mail address that may stand behind a link; None for all else (`javascript:`, `file:` ...).

    >>> safe_url("https://example.org/a"), safe_url("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if not url or re.search(r"\s", url):
        return None
    try:
        parts = urlsplit(shown(url))
    except ValueError:
        return None
    good = (parts.scheme in ("http", "https") and bool(parts.netloc)) or (parts.scheme == "mailto" and bool(parts.path))
    return parts.geturl() if good else None


def sourcing(brief: Brief) -> str:
    """State what the brief rests on: counts of sources, independent ones, their dates, and single-source facts."""
    origins = len({s.origin for s in brief.sources})
    total = len(brief.sources)
    days: list[date] = sorted(s.published for s in brief.sources if s.published)
    parts = [
        f"{counted(total, 'source')}" + ("" if origins == total else f" ({counted(origins, 'independent origin')})")
    ]
    if days:
        parts.append(f"published {stretch(days[0], days[-1])}")
    inferred = sum(s.published_from == "inferred" for s in brief.sources)
    if inferred:
        parts.append(f"the date of {counted(inferred, 'source')} inferred")
    if total > len(days):
        parts.append(f"{counted(total - len(days), 'source')} undated")
    told = [m.origins for m in brief.meetings] + [d.origins for d in brief.designations]
    single = sum(origins <= 1 for origins in told)
    text = ", ".join(parts)
    text = text[:1].upper() + text[1:] + "."
    if told:
        backed = "all" if single == len(told) else str(single) if single else "none"
        verb = "rests" if single == 1 and backed != "all" else "rest"
        text += f" Of {counted(len(told), 'meeting or designation', 'meetings and designations')}, {backed} {verb} on one source."
    return text


def made_by(brief: Brief) -> str:
    """Say what made the brief, and by which rules it must be read."""
    versions = " and ".join(
        part for part in (f"briefgen {brief.method.briefgen}".strip(), brief.method.pipeline) if part
    )
    return (
        f"Made by {versions}, by rule, from the files listed above and nothing else. Every line was composed from passages of "
        "the sources, which stand word for word under the numbers given; that a source says something does not make it so. "
        "Grades are Admiralty codes and stay F6 (cannot be judged) unless the reader's own list grades the publisher. "
        "Independent sources are counted after copies of one text were put together."
    )
