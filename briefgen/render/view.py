"""Turn a brief into the values that templates show: every word, number and order made once for all outputs.

Templates print these values and decide nothing; PDF, DOCX and HTML therefore say the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from briefgen.contract import from_iso, iso
from briefgen.model import (
    Actor,
    Brief,
    Designation,
    Discrepancy,
    KeyPoint,
    LeftOut,
    Meeting,
    Source,
    Unread,
    View,
    When,
)
from briefgen.render.figures import figures
from briefgen.render.passages import Numbers, first_of_each, shown_evidence
from briefgen.render.quoting import quotation
from briefgen.render.safe import maybe, one_line, safe_url, shown
from briefgen.render.sheet import (
    ActorRow,
    ChangeLine,
    DesignationRow,
    DisagreementRow,
    GapRow,
    Line,
    MeetingRow,
    Sheet,
    SideLine,
    SourceRow,
    ViewRow,
)
from briefgen.wording import Words, unfinished, words

_T = TypeVar("_T")


def sheet(brief: Brief) -> Sheet:
    """Give the values that templates show of a brief, in the words of its language."""
    told = words(brief.language)
    numbers = Numbers(shown_evidence(brief), told)
    names = {actor.id: one_line(actor.name) for actor in brief.actors}
    sources = {source.id: source for source in brief.sources}
    chosen = _in_table(brief)
    parties = _parties(brief, names)
    lines = [_line(point, numbers, told, parties) for point in brief.key_points]
    joined = tuple((names[a.id], "; ".join(map(one_line, a.why_merged))) for a in brief.actors if a.why_merged)
    unused: tuple[Unread | LeftOut, ...] = (*brief.unread, *brief.left_out)
    disputed = contradicted(brief)
    meetings = [_meeting(m, names, numbers, told, disputed) for m in brief.meetings]
    designations = tuple(_designation(d, names, numbers, told, disputed) for d in brief.designations)
    return Sheet(
        figures=figures(brief, names, meetings, designations, told),
        title=one_line(brief.title),
        subtitle=told.unbroken(one_line(brief.subtitle or "")) or None,
        language=brief.language,
        marking=maybe(brief.marking),
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
        one_grade=one_grade(brief),
        bottom_line=next((line for line in lines if line.id == "bottom-line"), None),
        points=tuple(line for line in lines if line.id != "bottom-line"),
        changes=_changes(brief, numbers, told, disputed),
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
        views_not_shown=_not_shown(brief, "views_not_shown", "further_view", told),
        actors_not_shown=_not_shown(brief, "actors_not_shown", "further_actor", told),
    )


def _not_shown(brief: Brief, pattern: str, noun: str, told: Words) -> str | None:
    """Say how many statements or names there was no room for."""
    number = brief.method.options.get(pattern)
    return told.say(pattern, number=told.count(number, noun)) if isinstance(number, int) and number > 0 else None


_MEETING_GROUP = {"held": "held", "planned": "ahead", "proposed": "ahead", "cancelled": "cancelled"}


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


_SPEAKER = re.compile(r"[^“”„:]{3,90}:(?= [“„])")
_AHEAD = 40
"""Letters that may stand before the first party that leads a point: "A meeting of the "."""


def _parties(brief: Brief, names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Give the names of those whom a fact is about, by the fact's id."""
    keys = {m.id: m.participants for m in brief.meetings} | {d.id: (d.authority, d.subject) for d in brief.designations}
    return {fact: tuple(_named(key, names) for key in of) for fact, of in keys.items()}


def _line(point: KeyPoint, numbers: Numbers, told: Words, parties: Mapping[str, Sequence[str]]) -> Line:
    text = told.unbroken(one_line(point.text))
    of = {told.unbroken(name) for fact in point.facts for name in parties.get(fact, ())}
    lead, rest = led(text, of, told) if point.id != "bottom-line" else (text, "")
    return Line(id=point.id, lead=lead, rest=rest, cites=numbers.cites(point.evidence))


def led(text: str, names: Iterable[str], told: Words) -> tuple[str, str]:
    """Part a point into the words that lead it, set bold, and the rest: whom it is about; of a quotation, the speaker.

    >>> led("A meeting of Ada Renn (Norland) and Sarn is planned for May.", {"Ada Renn", "Sarn"}, words("en"))
    ('A meeting of Ada Renn (Norland) and Sarn', ' is planned for May.')
    >>> led("Ada Renn: “It is over.”", (), words("en")), led("They met.", {"Sarn"}, words("en"))
    (('Ada Renn:', ' “It is over.”'), ('', 'They met.'))
    """
    label = told.say("disagree", summary="").rstrip()
    speaker = _SPEAKER.match(text)
    end = len(label) if text.startswith(label) else speaker.end() if speaker else _end_of_parties(text, names, told)
    return text[:end], text[end:]


def _end_of_parties(text: str, names: Iterable[str], told: Words) -> int:
    """Find where the parties named at the start of a point end, with what stands in brackets behind them."""
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    if not known:
        return 0
    joint = f"(?:, | {re.escape(told.listed(('', '')).strip())} )"
    article = re.escape(told.say("articled", name=""))
    one = rf"(?:{article})?(?:{known})(?!\w)(?: \([^()]*\))?"
    found = re.compile(rf"\b{one}(?:{joint}{one})*", re.IGNORECASE).search(text)
    return found.end() if found and found.start() <= _AHEAD else 0


def contradicted(brief: Brief) -> Mapping[str, frozenset[str]]:
    """Say of what fact, by its id, sources contradict each other, and in what: "date", "place", "status"."""
    found: dict[str, frozenset[str]] = {}
    for disagreement in brief.discrepancies:
        if disagreement.kind == "contradiction":
            for fact in disagreement.facts:
                field = disagreement.id.rpartition("-")[2]
                found[fact] = found.get(fact, frozenset()) | {field}
    return found


def _changes(
    brief: Brief, numbers: Numbers, told: Words, disputed: Mapping[str, frozenset[str]]
) -> tuple[ChangeLine, ...]:
    names = {actor.id: actor.name for actor in brief.actors}
    holders = {view.id: _named(view.holder, names) if view.holder else told.say("unnamed") for view in brief.views}
    return tuple(
        ChangeLine(
            id=change.id,
            kind=change.kind,
            text=told.unbroken(one_line(change.summary))
            + (f" ({told.say('sources_disagree')})" if change.fact in disputed else ""),
            cites=numbers.cites(change.evidence),
            holder=holders.get(change.fact) if change.kind == "new" else None,
        )
        for change in brief.changes
    )


def _named(key: str, names: Mapping[str, str]) -> str:
    return names.get(key, one_line(key))


def _backing(origins: int, told: Words) -> str:
    return told.count(max(1, origins), "independent_source")


def _meeting(
    m: Meeting, names: Mapping[str, str], numbers: Numbers, told: Words, disputed: Mapping[str, frozenset[str]]
) -> MeetingRow:
    fields, sign = disputed.get(m.id, frozenset()), told.say("sources_disagree")
    return MeetingRow(
        id=m.id,
        date=told.unbroken(told.when(m.date)),
        status=m.status,
        parties=told.listed([_named(key, names) for key in m.participants]),
        place=maybe(m.place),
        purpose=maybe(m.purpose),
        outcome=maybe(m.outcome),
        date_disputed=sign if fields - {"place"} else None,
        place_disputed=sign if "place" in fields else None,
        backing=_backing(m.origins, told),
        cites=numbers.cites(m.evidence),
    )


def _designation(
    d: Designation, names: Mapping[str, str], numbers: Numbers, told: Words, disputed: Mapping[str, frozenset[str]]
) -> DesignationRow:
    return DesignationRow(
        id=d.id,
        subject=_named(d.subject, names),
        authority=_named(d.authority, names),
        status=d.status,
        category=maybe(d.category),
        as_of=_dated(d.as_of, told),
        disputed=told.say("sources_disagree") if d.id in disputed else None,
        backing=_backing(d.origins, told),
        cites=numbers.cites(d.evidence),
    )


def _dated(value: When, told: Words) -> str | None:
    # as brief.json can say it: the PDF of an edited document is printed from what that says
    return told.unbroken(told.when(from_iso(stated))) if (stated := iso(value)) else None


def _view(v: View, names: Mapping[str, str], numbers: Numbers, told: Words) -> ViewRow:
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
        topic=maybe(v.topic),
        date=_dated(v.date, told),
        cites=numbers.cites(v.evidence),
    )


def _actor(a: Actor, names: Mapping[str, str], numbers: Numbers, told: Words) -> ActorRow:
    affiliation = _named(a.affiliation, names) if a.affiliation else None
    return ActorRow(
        id=a.id,
        name=names[a.id],
        kind=a.kind,
        role=maybe(a.role),
        affiliation=affiliation,
        aliases="; ".join(one_line(alias) for alias in a.aliases) or None,
        mentions=a.mentions,
        cites=numbers.cites(first_of_each(a.evidence)),
    )


def _disagreement(d: Discrepancy, numbers: Numbers, told: Words) -> DisagreementRow:
    return DisagreementRow(
        id=d.id,
        kind=d.kind,
        summary=told.unbroken(one_line(d.summary)),
        sides=tuple(SideLine(text=told.unbroken(one_line(s.text)), cites=numbers.cites(s.evidence)) for s in d.sides),
    )


def _gap(entry: Unread | LeftOut, told: Words) -> str:
    return told.say("gap", reason=told.of("reasons", entry.reason), message=entry.message)


def _source(s: Source, sources: Mapping[str, Source], numbers: Numbers, told: Words) -> SourceRow:
    known = told.of("known_from", s.published_from) if s.published_from else None
    if known and s.published_why:
        known = told.say("known_why", known=known, why=one_line(s.published_why))
    # a day that the file states and that cannot be right is told of where the day is
    notes = [known, maybe(s.refused_date)]
    copied = sources.get(s.origin)
    return SourceRow(
        id=s.id,
        title=one_line(s.title or "") or told.say("untitled"),
        publisher=maybe(s.publisher),
        authors=told.listed([one_line(a) for a in s.authors]) or None,
        date=told.unbroken(told.day(s.published)) if s.published else told.say("undated"),
        date_known="; ".join(note for note in notes if note) or None,
        url=safe_url(s.url),
        file=one_line(s.path),
        words=s.words,
        grade=one_line(s.grade),
        copies=copied.id if copied and copied.id != s.id else None,
        language=maybe(s.language),
        passages=numbers.passages.get(s.id, ()),
        text=shown(s.text),
    )


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
    sentences = [text, _single(backing, told) if backing else "", _graded(one_grade(brief), told)]
    return " ".join(sentence for sentence in sentences if sentence)


def one_grade(brief: Brief) -> str | None:
    """Give the grade of all sources where there are several and it is one."""
    grades = {one_line(source.grade) for source in brief.sources}
    return grades.pop() if len(grades) == 1 and len(brief.sources) > 1 else None


def _graded(grade: str | None, told: Words) -> str:
    unjudged = f" ({told.say('cannot_be_judged')})" if grade == "F6" else ""
    return told.say("graded_all", grade=f"{grade}{unjudged}") if grade else ""


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
