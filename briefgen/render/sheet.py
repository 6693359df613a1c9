"""The nouns that templates show: a brief with every word, number and order made; strings are safe to show, not escaped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite:
    """A reference to a passage: its label ("S1.3"), its source, its anchor ("p-S1-3") and the first words of it."""

    label: str
    source: str
    anchor: str
    hint: str


Cites = tuple[Cite, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence with its passages; `lead` and `rest` are its two parts, the first to be set bold; it may be empty."""

    id: str
    lead: str
    rest: str
    cites: Cites


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """A change since the last issue; of a new statement, `holder` says whose it is."""

    id: str
    kind: str
    text: str
    cites: Cites
    holder: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A meeting; absent values are None, `backing` says how many independent sources tell of it.

    `date_disputed` (of date or status) and `place_disputed` say that sources contradict each other there.
    """

    id: str
    date: str
    status: str
    parties: str
    place: str | None
    purpose: str | None
    outcome: str | None
    date_disputed: str | None
    place_disputed: str | None
    backing: str
    cites: Cites


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignationRow:
    """A designation statement; `disputed` says that sources contradict each other on it."""

    id: str
    subject: str
    authority: str
    status: str
    category: str | None
    as_of: str | None
    disputed: str | None
    backing: str
    cites: Cites


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewRow:
    """A quotation or attributed opinion; `direct` says that it is quoted, `marks` that quotation marks belong around `text`."""

    id: str
    holder: str
    affiliation: str | None
    text: str
    direct: bool
    marks: bool
    topic: str | None
    date: str | None
    cites: Cites


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """An actor; `aliases` and `sources` are joined for print."""

    id: str
    name: str
    kind: str
    role: str | None
    affiliation: str | None
    aliases: str | None
    mentions: int
    cites: Cites


@dataclass(frozen=True, slots=True, kw_only=True)
class SideLine:
    """What one side of a disagreement says."""

    text: str
    cites: Cites


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementRow:
    """A disagreement with its sides."""

    id: str
    kind: str
    summary: str
    sides: tuple[SideLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A cited passage, verbatim, and where in its source it stands."""

    label: str
    anchor: str
    quote: str
    where: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source with its passages; `date_known` says how its date is known, `copies` names the source it copies."""

    id: str
    title: str
    publisher: str | None
    authors: str | None
    date: str
    date_known: str | None
    url: str | None
    file: str
    words: int
    grade: str
    copies: str | None
    language: str | None
    passages: tuple[Passage, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """A file that was not used, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure: its name, the SVG, words that say what it shows, and the caption."""

    name: str
    svg: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that a template can show of a brief, in the brief's order.

    `week` is the calendar's, of period or date; `one_grade` is the grade that all of several sources have, said once.
    `views_not_shown` and `actors_not_shown` say how many there was no room for.
    """

    title: str
    subtitle: str | None
    language: str
    marking: str | None
    prepared: str
    prepared_iso: str
    period: str | None
    issue: str | None
    week: str
    compared_with: str | None
    sourcing: str
    one_grade: str | None
    bottom_line: Line | None
    points: tuple[Line, ...]
    changes: tuple[ChangeLine, ...]
    meetings: Mapping[str, tuple[MeetingRow, ...]]
    designations: tuple[DesignationRow, ...]
    views: Mapping[str, tuple[ViewRow, ...]]
    actors: tuple[ActorRow, ...]
    also_named: Mapping[str, tuple[ActorRow, ...]]
    joined: tuple[tuple[str, str], ...]
    disagreements: tuple[DisagreementRow, ...]
    sources: tuple[SourceRow, ...]
    gaps: tuple[GapRow, ...]
    made_by: str
    none_found: str
    views_not_shown: str | None = None
    actors_not_shown: str | None = None
    not_on_page: str | None = None
    figures: Mapping[str, Figure]
