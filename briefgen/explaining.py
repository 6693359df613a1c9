"""Explain one fact of a brief in plain words: why several names or tellings became one, and where a date came from.

It looks at a brief just built, whose facts still hold their single tellings and reasons, and reads the sources of the
one fact again for the words that its dates came from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from briefgen.errors import RequestError
from briefgen.model import Actor, Brief, Designation, Document, Evidence, Meeting, Source, View, When
from briefgen.names import fold
from briefgen.wording import counted, words

SAID = words("en")
"""Explanations name the tests of merging, which speak English."""

Fact = Actor | Meeting | Designation | View
NEAREST = 5
LONGEST = 400


def explain(brief: Brief, key: str) -> list[str]:
    """Give the explanation of the actor, meeting, designation or view with the id `key`, line by line.

    Raises RequestError for an id that the brief does not have; the message names those nearest to it.
    """
    sections: tuple[Sequence[Fact], ...] = (brief.actors, brief.meetings, brief.designations, brief.views)
    facts = {fact.id: fact for section in sections for fact in section}
    fact = facts.get(key)
    if fact is None:
        raise RequestError(_unknown(brief, facts, key))
    told = _Told(brief)
    if isinstance(fact, Actor):
        return list(told.actor(fact))
    if isinstance(fact, Meeting):
        return list(told.meeting(fact))
    return list(told.designation(fact) if isinstance(fact, Designation) else told.view(fact))


def _unknown(brief: Brief, facts: dict[str, Fact], key: str) -> str:
    """Say that there is no such id, with those nearest by spelling, by a name or by words in common."""
    words = set(fold(key.replace("-", " ")).split())
    named = [a.id for a in brief.actors if fold(key.replace("-", " ")) in {fold(n) for n in (a.name, *a.aliases)}]
    alike = get_close_matches(key, facts, n=NEAREST, cutoff=0.6)
    sharing = sorted(
        (k for k in facts if words & set(k.split("-"))), key=lambda k: (-len(words & set(k.split("-"))), k)
    )
    near = list(dict.fromkeys([*named, *alike, *sharing]))[:NEAREST]
    hint = f"did you mean {SAID.listed(near, 'or')}?" if near else "brief.json lists the ids"
    return f"--explain: no actor, meeting, designation or view of this brief has the id “{key}”; {hint}"


class _Told:
    """Words for the facts of one brief, with its names and sources at hand."""

    def __init__(self, brief: Brief) -> None:
        self._names = {actor.id: actor.name for actor in brief.actors}
        self._sources = {source.id: source for source in brief.sources}

    def _name(self, key: str | None) -> str:
        return "nobody named" if key is None else self._names.get(key, key)

    def actor(self, actor: Actor) -> Iterator[str]:
        """Tell why names are one actor, and which source states the role."""
        yield f"{actor.id}: {actor.name} ({actor.kind}), {counted(actor.mentions, 'mention')}"
        if actor.aliases:
            yield f"Also seen as: {'; '.join(actor.aliases)}"
            yield "Why these names are one:"
            yield from (f"  - {reason}" for reason in actor.why_merged)
            if not actor.why_merged:
                yield "  - same words: the spellings differ only in case, accents, hyphens or an article"
        else:
            yield "No other name was joined to this one."
        if actor.role:
            at = f", of {self._name(actor.affiliation)}" if actor.affiliation else ""
            yield f"Role shown: {actor.role}{at}"
            yield from (f"  - “{p.role}” in {self._place(p.evidence)}: {_quote(p.evidence)}" for p in actor.posts)
        yield from self._passages(actor.evidence)

    def meeting(self, meeting: Meeting) -> Iterator[str]:
        """Tell why several tellings are one meeting, and where the date of each came from."""
        yield f"{meeting.id}: {meeting.status}, {SAID.when(meeting.date)}, {SAID.listed([self._name(p) for p in meeting.participants])}"
        yield from self._joined(meeting.reports, meeting.why_merged, "meeting")
        for number, report in enumerate(meeting.reports or (meeting,), 1):
            parties = SAID.listed([self._name(p) for p in report.participants])
            yield f"Telling {number}: {report.status}, {SAID.when(report.date)}, {parties}"
            yield from self._date(report.date, report.evidence)
            yield from self._passages(report.evidence)

    def designation(self, fact: Designation) -> Iterator[str]:
        """Tell which statements were taken as one designation, and where the date of each came from."""
        parties = f"{self._name(fact.authority)} on {self._name(fact.subject)}"
        yield f"{fact.id}: {parties}: {fact.status.replace('_', ' ')}, as of {SAID.when(fact.as_of)}"
        why = ("the same authority, subject and status",) if len(fact.reports) > 1 else ()
        yield from self._joined(fact.reports, why, "designation")
        for number, report in enumerate(fact.reports or (fact,), 1):
            yield f"Telling {number}: {report.status.replace('_', ' ')}, as of {SAID.when(report.as_of)}"
            yield from self._date(report.as_of, report.evidence)
            yield from self._passages(report.evidence)

    def view(self, view: View) -> Iterator[str]:
        """Tell whose view it is and where its date came from."""
        yield f"{view.id}: {view.kind} view of {self._name(view.holder)}, {SAID.when(view.date)}"
        yield f"{'Quoted' if view.direct else 'Reported'}: {view.text}"
        yield from self._date(view.date, view.evidence)
        yield from self._passages(view.evidence)

    def _joined(self, reports: Sequence[Fact], why: Sequence[str], noun: str) -> Iterator[str]:
        if len(reports) < 2:
            yield f"One telling; no other {noun} was joined to it."
            return
        yield f"Why {len(reports)} tellings are one {noun}:"
        yield from (f"  - {reason}" for reason in why)

    def _date(self, date: When, evidence: Sequence[Evidence]) -> Iterator[str]:
        """Tell the words that a date was read from, what they were counted from, and how."""
        if date.why:
            yield f"  date: {SAID.when(date)}: {date.why}"
        else:
            yield "  date: none found" if not date.placed else f"  date: {SAID.when(date)}"
        for source in dict.fromkeys(e.source for e in evidence):
            record = self._sources[source]
            published = record.published.isoformat() if record.published else "on an unknown day"
            because = record.published_why or record.published_from
            yield f"  {source} was published {published}{f' ({because})' if because else ''}; its words of time here:"
            yield from _times(record, [e for e in evidence if e.source == source])

    def _place(self, evidence: Evidence) -> str:
        where = f", paragraph {evidence.paragraph}" if evidence.paragraph else ""
        page = f", page {evidence.page}" if evidence.page else ""
        return f"{evidence.source} ({self._sources[evidence.source].path}{where}{page})"

    def _passages(self, evidence: Sequence[Evidence]) -> Iterator[str]:
        yield from (f"  passage in {self._place(e)}: {_quote(e)}" for e in evidence)


def _times(source: Source, evidence: Sequence[Evidence]) -> Iterator[str]:
    """Read a source again and give the date expressions inside the passages, each with its reading."""
    from briefgen.reading.sentences import mark_sentences
    from briefgen.reading.times import mark_times
    from briefgen.sources.layout import lay_out

    document = Document(source=source, blocks=lay_out(source.text))
    spans = [(e.start, e.end) for e in evidence]
    times = [t for t in mark_times(document, mark_sentences(document)) if any(a <= t.start < b for a, b in spans)]
    for time in times:
        words = " ".join(source.text[time.start : time.end].split())
        reading = "cannot be placed" if time.when is None else SAID.when(time.when)
        because = f" ({time.when.why})" if time.when is not None and time.when.why else ""
        yield f"    “{words}”: {reading}{because}"
    if not times:
        yield "    none"


def _quote(evidence: Evidence) -> str:
    words = " ".join(evidence.quote.split())
    return f"“{words}”" if len(words) <= LONGEST else f"“{words[:LONGEST].rsplit(' ', 1)[0]} …”"
