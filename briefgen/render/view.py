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
    Designation,
    Discrepancy,
    Evidence,
    KeyPoint,
    LeftOut,
    Meeting,
    Source,
    Unread,
    View,
    When,
)
from briefgen.render.figures import figures
from briefgen.render.quoting import quotation
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
from briefgen.wording import Words, clipped, unfinished, words

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

    def __init__(self, shown_passages: Iterable[Evidence], told: Words) -> None:
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
                    Passage(
                        label=label,
                        anchor=anchor,
                        quote=shown(e.quote),
                        where=_where(e, told),
                        start=e.start,
                        end=e.end,
                    )
                )
            self.passages[source] = tuple(rows)

    def cites(self, evidence: Iterable[Evidence]) -> Cites:
        found = {(e.source, e.start, e.end): self._cites[e.source, e.start, e.end] for e in evidence}
        return tuple(found[spot] for spot in sorted(found, key=lambda s: (int(s[0][1:]), s[1], s[2])))


def _where(e: Evidence, told: Words) -> str:
    parts = [
        told.say("page", page=e.page) if e.page else "",
        told.say("paragraph", paragraph=e.paragraph) if e.paragraph else "",
    ]
    told_parts = [part for part in parts if part] or [told.say("characters", start=e.start, end=e.end)]
    return ", ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in told_parts)


def first_of_each(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Choose one passage a source, the first: what the line of an actor shows."""
    firsts: dict[str, Evidence] = {}
    for e in sorted(evidence, key=lambda e: (int(e.source[1:]), e.start, e.end)):
        firsts.setdefault(e.source, e)
    return tuple(firsts.values())


def sheet(brief: Brief) -> Sheet:
    """Give the values that templates show of a brief, in the words of its language."""
    told = words(brief.language)
    numbers = _Numbers(_shown_evidence(brief), told)
    names = {actor.id: one_line(actor.name) for actor in brief.actors}
    sources = {source.id: source for source in brief.sources}
    chosen = _in_table(brief)
    lines = [_line(point, numbers, told) for point in brief.key_points]
    joined = tuple((names[a.id], "; ".join(map(one_line, a.why_merged))) for a in brief.actors if a.why_merged)
    unused: tuple[Unread | LeftOut, ...] = (*brief.unread, *brief.left_out)
    meetings = [_meeting(m, names, numbers, told) for m in brief.meetings]
    designations = tuple(_designation(d, names, numbers, told) for d in brief.designations)
    return Sheet(
        figures=figures(brief, names, meetings, designations, told),
        title=one_line(brief.title),
        subtitle=told.unbroken(one_line(brief.subtitle or "")) or None,
        language=brief.language,
        marking=_maybe(brief.marking),
        prepared=told.unbroken(told.day(brief.prepared)),
        prepared_iso=brief.prepared.isoformat(),
        period=told.unbroken(told.stretch(brief.period.start, brief.period.end)) if brief.period else None,
        issue=told.say("issue", number=number) if (number := brief.method.options.get("issue")) else None,
        week=told.iso_week(brief.period.start if brief.period else brief.prepared),
        compared_with=told.say(
            "compared_with", title=one_line(brief.previous.title), date=told.unbroken(told.day(brief.previous.prepared))
        )
        if brief.previous
        else None,
        sourcing=told.unbroken(sourcing(brief)),
        bottom_line=next((line for line in lines if line.id == "bottom-line"), None),
        points=tuple(line for line in lines if line.id != "bottom-line"),
        changes=_changes(brief, numbers, told),
        meetings=_grouped(
            ((_MEETING_GROUP[m.status], row) for m, row in zip(brief.meetings, meetings, strict=True)),
            ("held", "ahead", "cancelled"),
        ),
        designations=designations,
        views=_grouped(
            ((v.kind, _view(v, names, numbers, told)) for v in brief.views), ("expert", "author", "official", "other")
        ),
        actors=tuple(_actor(a, names, numbers, told) for a in brief.actors if a.id in chosen),
        also_named=_grouped(
            ((a.kind, _actor(a, names, numbers, told)) for a in brief.actors if a.id not in chosen),
            ("person", "organization", "state"),
        ),
        joined=joined,
        disagreements=tuple(_disagreement(d, numbers, told) for d in brief.discrepancies),
        sources=tuple(_source(s, sources, numbers, told) for s in brief.sources),
        gaps=tuple(GapRow(file=one_line(entry.path), reason=one_line(_gap(entry, told))) for entry in unused),
        made_by=made_by(brief),
        none_found=told.say("none_found", sources=told.count(len(brief.sources), "in_source")),
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


_LEAD = re.compile(r"[^“”„:]{3,90}: (?=[“„])|.+?(?<![ (–]\d)(?<![ (–]\d\d)[.)] (?=[A-ZÄÖÜ“„])")
"""The first words of a point; the stop after a day's number ("26. Oktober") ends no sentence."""


def _line(point: KeyPoint, numbers: _Numbers, told: Words) -> Line:
    text = told.unbroken(one_line(point.text))
    lead, rest = led(text) if point.id != "bottom-line" else (text, "")
    return Line(id=point.id, lead=lead, rest=rest, cites=numbers.cites(point.evidence))


def led(text: str) -> tuple[str, str]:
    """Part a point into the words that lead it, set bold, and the rest: its first sentence; of a quotation, the speaker.

    >>> led("They met in Oslo. Nothing was signed."), led("They met")
    (('They met in Oslo.', ' Nothing was signed.'), ('They met', ''))
    """
    match = _LEAD.match(text)
    return (match[0].rstrip(), " " + text[match.end() :]) if match else (text, "")


def _changes(brief: Brief, numbers: _Numbers, told: Words) -> tuple[ChangeLine, ...]:
    names = {actor.id: actor.name for actor in brief.actors}
    holders = {view.id: _named(view.holder, names) if view.holder else told.say("unnamed") for view in brief.views}
    return tuple(
        ChangeLine(
            id=change.id,
            kind=change.kind,
            text=told.unbroken(one_line(change.summary)),
            cites=numbers.cites(change.evidence),
            holder=holders.get(change.fact) if change.kind == "new" else None,
        )
        for change in brief.changes
    )


def _named(key: str, names: Mapping[str, str]) -> str:
    return names.get(key, one_line(key))


def _backing(origins: int, told: Words) -> str:
    return told.count(max(1, origins), "independent_source")


def _meeting(m: Meeting, names: Mapping[str, str], numbers: _Numbers, told: Words) -> MeetingRow:
    return MeetingRow(
        id=m.id,
        date=told.unbroken(told.when(m.date)),
        status=m.status,
        parties=told.listed([_named(key, names) for key in m.participants]),
        place=_maybe(m.place),
        purpose=_maybe(m.purpose),
        outcome=_maybe(m.outcome),
        backing=_backing(m.origins, told),
        cites=numbers.cites(m.evidence),
    )


def _designation(d: Designation, names: Mapping[str, str], numbers: _Numbers, told: Words) -> DesignationRow:
    return DesignationRow(
        id=d.id,
        subject=_named(d.subject, names),
        authority=_named(d.authority, names),
        status=d.status,
        category=_maybe(d.category),
        as_of=_dated(d.as_of, told),
        backing=_backing(d.origins, told),
        cites=numbers.cites(d.evidence),
    )


def _dated(value: When, told: Words) -> str | None:
    return told.unbroken(told.when(value)) if iso(value) else None


def _view(v: View, names: Mapping[str, str], numbers: _Numbers, told: Words) -> ViewRow:
    affiliation = _named(v.affiliation, names) if v.affiliation else None
    holder = _named(v.holder, names) if v.holder else told.say("unnamed")
    said = unfinished(one_line(v.text))
    text, marks = quotation(said, (e.quote for e in v.evidence), told) if v.direct else (said, False)
    return ViewRow(
        id=v.id,
        holder=holder[:1].upper() + holder[1:],
        affiliation=affiliation,
        text=text,
        direct=v.direct,
        marks=marks,
        topic=_maybe(v.topic),
        date=_dated(v.date, told),
        cites=numbers.cites(v.evidence),
    )


def _actor(a: Actor, names: Mapping[str, str], numbers: _Numbers, told: Words) -> ActorRow:
    affiliation = _named(a.affiliation, names) if a.affiliation else None
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


def _disagreement(d: Discrepancy, numbers: _Numbers, told: Words) -> DisagreementRow:
    return DisagreementRow(
        id=d.id,
        kind=d.kind,
        summary=told.unbroken(one_line(d.summary)),
        sides=tuple(SideLine(text=told.unbroken(one_line(s.text)), cites=numbers.cites(s.evidence)) for s in d.sides),
    )


def _gap(entry: Unread | LeftOut, told: Words) -> str:
    return told.say("gap", reason=told.of("reasons", entry.reason), message=entry.message)


def _source(s: Source, sources: Mapping[str, Source], numbers: _Numbers, told: Words) -> SourceRow:
    known = told.of("known_from", s.published_from) if s.published_from else None
    if known and s.published_why:
        known = told.say("known_why", known=known, why=one_line(s.published_why))
    # a day that the file states and that cannot be right is told of where the day is
    notes = [known, _maybe(s.refused_date)]
    copied = sources.get(s.origin)
    return SourceRow(
        id=s.id,
        title=one_line(s.title or "") or told.say("untitled"),
        publisher=_maybe(s.publisher),
        authors=told.listed([one_line(a) for a in s.authors]) or None,
        date=told.unbroken(told.day(s.published)) if s.published else told.say("undated"),
        date_known="; ".join(note for note in notes if note) or None,
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
    told = words(brief.language)
    origins = len({s.origin for s in brief.sources})
    total = len(brief.sources)
    days: list[date] = sorted(s.published for s in brief.sources if s.published)
    parts = [told.count(total, "source")]
    if origins != total:
        counts = {"sources": parts[0], "origins": told.count(origins, "independent_origin")}
        parts = [told.say("sources_of_origins", **counts)]
    if days:
        parts.append(told.say("published", dates=told.stretch(days[0], days[-1])))
    inferred = sum(s.published_from == "inferred" for s in brief.sources)
    if inferred:
        parts.append(told.say("dates_inferred", sources=told.count(inferred, "of_source")))
    if not days:
        parts.append(told.say("undated"))
    elif total > len(days):
        parts.append(told.say("sources_undated", sources=told.count(total - len(days), "source")))
    text = ", ".join(parts)
    text = text[:1].upper() + text[1:] + "."
    backing = [m.origins for m in brief.meetings] + [d.origins for d in brief.designations]
    return f"{text} {_single(backing, told)}" if backing else text


def _single(backing: Sequence[int], told: Words) -> str:
    """Say how many of the statements rest on one source."""
    single = sum(origins <= 1 for origins in backing)
    amount = "all" if single == len(backing) else {0: "none", 1: "one"}.get(single, "some")
    return told.say(f"backed_{amount}", statements=told.count(len(backing), "statement"), number=single)


def made_by(brief: Brief) -> str:
    """Say what made the brief, and by which rules it must be read."""
    told = words(brief.language)
    versions = [part for part in (f"briefgen {brief.method.briefgen}".strip(), brief.method.pipeline) if part]
    return told.say("made_by", versions=told.listed(versions))
