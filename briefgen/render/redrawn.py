"""Draw the figures of an edited brief anew, from what its tables say now; leave out what cannot be told from them.

A figure beside a table must say what the table says. A row taken out is drawn no longer; names, places, dates and statuses
are drawn as they were retyped where they can be read with certainty. Where not, the figure is left out, and why is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any, get_args

from briefgen.dates import full_dates, month_end, on_day, valid
from briefgen.model import Actor, DesignationStatus, Meeting, MeetingStatus, When
from briefgen.render.compared import Kept, facts_in
from briefgen.render.edited import Edits
from briefgen.render.figures import figures
from briefgen.render.sheet import DesignationRow, Figure, MeetingRow, Sheet
from briefgen.render.word_text import END, FACT, plain_text
from briefgen.wording import Words, words

OF_ROWS: Mapping[str, tuple[str, ...]] = {"meetings": ("timeline", "network"), "designations": ("matrix",)}
"""The figures that are drawn from the rows of a kind."""
OF_VALUE: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("meetings", "date"): ("timeline",),
    ("meetings", "place"): ("timeline",),
    ("meetings", "participants"): ("timeline", "network"),
    ("meetings", "status"): ("timeline", "network"),
    ("designations", "subject"): ("matrix",),
    ("designations", "authority"): ("matrix",),
    ("designations", "status"): ("matrix",),
}
"""The figures that show a value."""


def redrawn(edits: Edits, shown: Sheet, labels: Mapping[str, str]) -> tuple[dict[str, Figure], list[str]]:
    """Give the figures that an edited brief may show, and a line for each that is drawn anew or left out.

    `shown` is the brief as made; `labels` are the theme's words, with those of statuses.
    """
    drawing = _Redrawing(edits, shown, labels, words(edits.brief.language))
    drawn = {name: figure for name, figure in drawing.figures().items() if name in shown.figures}
    told = []
    for name, made in shown.figures.items():
        why = drawing.doubts.get(name)
        if why is None and name in drawn:
            if drawn[name] != made:
                told.append(f"redrawn  the figure {name}, from what its table says now")
            continue
        drawn.pop(name, None)
        told.append(f"left out the figure {name}: {why or 'too little is left for it'}")
    return drawn, told


@dataclass(slots=True)
class _Redrawing:
    """The figures on the way; `doubts` says by figure what it could not show."""

    edits: Edits
    shown: Sheet
    labels: Mapping[str, str]
    told: Words
    doubts: dict[str, str] = field(default_factory=dict)

    def figures(self) -> dict[str, Figure]:
        """Draw what can be drawn."""
        now, brief = _Now(self.edits), self.edits.brief
        known = _ids(brief.actors)
        actors = tuple(self._actor(actor, now, known) for actor in brief.actors)
        names = {actor.id: actor.name for actor in actors}
        parties = known | _ids(actors)
        rows = {row.id: row for group in self.shown.meetings.values() for row in group}
        meetings = [
            self._meeting(m, rows[m.id], now, parties) for m in brief.meetings if not now.removed(f"meetings/{m.id}/")
        ]
        designations = [
            self._designation(row, now) for row in self.shown.designations if not now.removed(f"designations/{row.id}/")
        ]
        sources = tuple(s for s in brief.sources if s.id not in now.sources_out)
        self._doubt_rest(now)
        edited = replace(brief, actors=actors, meetings=tuple(m for m, _ in meetings), sources=sources)
        drawn = figures(edited, names, [row for _, row in meetings], designations, self.told)
        return {name: self._without_added(figure, now) for name, figure in drawn.items()}

    def _actor(self, actor: Actor, now: _Now, known: Mapping[str, str]) -> Actor:
        name, body = (now.value(f"actors/{actor.id}/{part}") for part in ("name", "affiliation"))
        if body is not None:
            actor = replace(actor, affiliation=known.get(body, body) or None)
        return replace(actor, name=name) if name else actor

    def _meeting(
        self, meeting: Meeting, row: MeetingRow, now: _Now, parties: Mapping[str, str]
    ) -> tuple[Meeting, MeetingRow]:
        """Give a meeting and its row as they read now."""
        day, place, who, status = (
            now.value(f"meetings/{meeting.id}/{part}") for part in ("date", "place", "participants", "status")
        )
        if day is not None:
            found = _when(day, self.told)
            self._doubt(("timeline",), day, "is no date that it can show", found is not None)
            meeting, row = replace(meeting, date=found or meeting.date), replace(row, date=day)
        if place is not None:
            row = replace(row, place=None if place in ("", self.labels.get("unknown")) else place)
        if who is not None:
            keys = _parties(who, parties, self.told)
            self._doubt(("network",), who, "names parties that it cannot tell apart", keys is not None)
            meeting, row = replace(meeting, participants=keys or (who,)), replace(row, parties=who)
        if status is not None:
            key = self._status(status, get_args(MeetingStatus))
            self._doubt(OF_ROWS["meetings"], status, "is no status that it knows", key is not None)
            meeting = replace(meeting, status=key or meeting.status)
        return meeting, row

    def _designation(self, row: DesignationRow, now: _Now) -> DesignationRow:
        """Give the row of a designation as it reads now."""
        subject, authority, status = (
            now.value(f"designations/{row.id}/{part}") for part in ("subject", "authority", "status")
        )
        if status is not None:
            key = self._status(status, get_args(DesignationStatus))
            self._doubt(("matrix",), status, "is no status that it knows", key is not None)
            row = replace(row, status=key or row.status)
        self._doubt(("matrix",), "", "is no name", "" not in (subject, authority))
        return replace(row, subject=subject or row.subject, authority=authority or row.authority)

    def _status(self, said: str, statuses: Sequence[str]) -> Any:
        """Give the status that a word of the theme or of the language means."""
        meant = {self.labels.get(f"status_{key}", key): key for key in statuses}
        meant |= {self.told.of("status", key): key for key in statuses}
        return {word.casefold(): key for word, key in meant.items()}.get(said.casefold())

    def _doubt(self, names: Sequence[str], said: str, why: str, certain: bool = False) -> None:
        if not certain:
            for name in names:
                self.doubts.setdefault(name, f"{said!r} {why}")

    def _doubt_rest(self, now: _Now) -> None:
        """Doubt the figures beside whose values other words were put, whose rows changed tables, or whose sources changed."""
        for path, said in now.beside:
            self._doubt(OF_VALUE.get(_kind_and_part(path), ()), said, "was written beside what it shows")
        groups = {row.id: group for group, rows in self.shown.meetings.items() for row in rows}
        for kind, said in now.changed_tables(groups):
            self._doubt(OF_ROWS.get(kind, ()), said, "stands in another table than it belongs to")
        rows = self.shown.sources
        dated = {text for row in rows for text in (row.date, row.date_known) if text} | {row.file for row in rows}
        for number in now.edits.reworded:
            made = plain_text(now.edits.paragraphs[number], now.edits.base)
            if made in {" ".join(text.split()) for text in dated} or made.split(" · ")[0] in dated:
                self._doubt(("days",), made, "was changed")

    def _without_added(self, figure: Figure, now: _Now) -> Figure:
        """Say in a figure's caption that rows were added which it does not show."""
        added = sum(now.added.get(kind, 0) for kind, names in OF_ROWS.items() if figure.name in names)
        if not added:
            return figure
        without = self.told.say("figure_without", rows=self.told.count(added, "row"))
        return replace(figure, caption=f"{figure.caption} {without}")


def _ids(actors: Iterable[Actor]) -> dict[str, str]:
    """Give the ids of actors by their names."""
    return {" ".join(actor.name.split()): actor.id for actor in actors}


def _kind_and_part(path: str) -> tuple[str, str]:
    parts = path.split("/")
    return parts[0], parts[-1]


def _table_of(path: str, groups: Mapping[str, str]) -> tuple[str, str]:
    """Tell by a value's path which table its row belongs to: of which kind, and of which group of meetings."""
    kind, _, rest = path.partition("/")
    return kind, groups.get(rest.split("/")[0], "") if kind == "meetings" else ""


@dataclass(frozen=True)
class _Now:
    """What a document says now of the values in it."""

    edits: Edits

    @cached_property
    def places(self) -> dict[str, int]:
        """Give the paragraph in which each value stands, as made."""
        return {path: n for n, text in enumerate(self.edits.paragraphs) for path in facts_in(text)}

    @cached_property
    def gone(self) -> frozenset[str]:
        """Give the values whose row or paragraph was taken out."""
        return frozenset(self.edits.taken_out)

    @cached_property
    def said(self) -> dict[str, str]:
        """Give each value as it reads now."""
        return self.edits.now

    @cached_property
    def rows(self) -> dict[str, list[str]]:
        """Give the values of each row, by what their paths begin with."""
        found: dict[str, list[str]] = {}
        for path in self.edits.base:
            found.setdefault(path.rpartition("/")[0] + "/", []).append(path)
        return found

    @cached_property
    def sources_out(self) -> frozenset[str]:
        """Give the sources whose row was taken out."""
        return frozenset(self.edits.paragraphs[unit[0]] for unit in self.edits.gone if len(unit) > 1)

    @cached_property
    def beside(self) -> list[tuple[str, str]]:
        """Give the values beside which words were put, with those: in their paragraph, or in one of their cell."""
        found = [(p, a.words) for a in self.edits.added if a.inside is not None for p in self._in(a.inside)]
        for number, text in self.edits.reworded.items():
            if not self._alone(number):
                found += [(path, plain_text(text, self.said)) for path in self._in(number)]
        return found

    @cached_property
    def added(self) -> dict[str, int]:
        """Count the rows that were added to the tables of each kind."""
        kinds = {table: kind for table, paths in self.tables.items() for kind in {p.split("/")[0] for p in paths}}
        found: dict[str, int] = {}
        for step in self.edits.added:
            if step.inside is None and step.table is not None and step.table in kinds:
                found[kinds[step.table]] = found.get(kinds[step.table], 0) + 1
        return found

    @cached_property
    def tables(self) -> dict[int, list[str]]:
        """Give by table a value of each row that stayed in its place."""
        found: dict[int, list[str]] = {}
        for step in self.edits.order:
            if isinstance(step, Kept) and step.table is not None and not step.moved:
                found.setdefault(step.table, []).extend(self._of(step)[:1])
        return found

    def value(self, path: str) -> str | None:
        """Give a value where it was edited, as it reads now; None where it stands as made, or nowhere."""
        if path not in self.edits.base:
            return None
        number = self.places.get(path)
        if number is not None and number in self.edits.reworded and self._alone(number):
            now = plain_text(self.edits.reworded[number], self.said)
        else:
            now = "" if path in self.gone else self.said[path]
        return None if now == self.edits.base[path] else now

    def removed(self, row: str) -> bool:
        """Tell whether a row was taken out with all its values."""
        return row in self.rows and all(path in self.gone for path in self.rows[row])

    def changed_tables(self, groups: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Give the kind and the words of each row that was moved to a table of another kind, or of another group of meetings.

        `groups` are those of meetings, by id.
        """
        for step in self.edits.moved:
            paths = self._of(step)
            there = self.tables.get(step.table, []) if step.table is not None else []
            if paths and _table_of(paths[0], groups) not in (_table_of(path, groups) for path in there):
                yield paths[0].split("/")[0], self.edits.words_as_made(step.places)

    def _of(self, step: Kept) -> list[str]:
        return [path for n in step.places for path in self._in(n)]

    def _in(self, number: int) -> list[str]:
        return facts_in(self.edits.paragraphs[number])

    def _alone(self, number: int) -> bool:
        """Tell whether a paragraph, as made, is a value and nothing else."""
        return re.fullmatch(f"{FACT}[^{END}]*{END}", self.edits.paragraphs[number]) is not None


def _parties(said: str, known: Mapping[str, str], told: Words) -> tuple[str, ...] | None:
    """Read a list of parties, all known by name; None where it is none."""
    joint = told.listed(["", ""])
    names = "|".join(re.escape(name) for name in sorted(filter(None, known), key=len, reverse=True))
    # the longest name is taken and never given back: else names with commas have a reading for each way to part a list
    listed = re.fullmatch(rf"(?:(?:{names})(?:, |{re.escape(joint)}|$))++", said) if names else None
    if listed is None:
        return None
    return tuple(known[name] for name in re.findall(rf"({names})(?:, |{re.escape(joint)}|$)", said))


def _when(said: str, told: Words) -> When | None:
    """Read a date as the house writes it, or a full one of English; None where that is not certain.

    >>> from briefgen.wording import words
    >>> _when("29 February – 2 March 2024", words("en")).end.isoformat(), _when("Woche vom 4. März 2024", words("de")).precision
    ('2024-03-02', 'week')
    >>> _when("May 4, 2024", words("en")).start.isoformat(), _when("in late spring 2024", words("en"))
    ('2024-05-04', None)
    """
    said = " ".join(said.split())
    for found in _readings(said, told):
        if " ".join(told.when(found).split()) == said:
            return found
    full = [day for start, end, day in full_dates(said) if (start, end) == (0, len(said))]
    return on_day(full[0]) if full and told.language == "en" else None


def _readings(said: str, told: Words) -> Iterator[When]:
    """Give what the numbers and months of a date may mean; what is meant is told by how it would be written."""
    months = [n for word in re.findall(r"\w+", said) for n, name in enumerate(told.months, 1) if word == name]
    years = [int(year) for year in re.findall(r"\b\d{4}\b", said) if int(year)]
    days = [int(day) for day in re.findall(r"\b\d{1,2}\b", said)]
    if not years:
        yield When()
        return
    first, last = years[0], years[-1]
    if not months:
        yield When(start=date(first, 1, 1), end=date(last, 12, 31), precision="year")
    if months and not days:
        yield When(start=date(first, months[0], 1), end=month_end(last, months[-1]), precision="month")
    if months and days:
        start, end = valid(first, months[0], days[0]), valid(last, months[-1], days[-1])
        if start and end:
            yield When(start=start, end=end, precision="day")
            if start <= date.max - timedelta(6):
                yield When(start=start, end=start + timedelta(6), precision="week")
            yield When(start=start, end=end, precision="unknown")
