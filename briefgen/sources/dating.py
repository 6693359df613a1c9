"""Date a source: its day of publication from the surest place that has one, if that day can be right.

The order is: sidecar, the format's metadata, date line, wire opening, file name, the day the file was made. A day after
the brief's own, or before what the text tells of as past, is refused and the next place is asked; a date inferred from
the text comes later, when all sources are read (`merge.undated`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from briefgen.dates import WEEKDAYS, full_dates, valid
from briefgen.model import Block, PublishedFrom, Sidecar, Source
from briefgen.sources.layout import wire_opening
from briefgen.sources.loaded import Loaded

HEAD_BLOCKS = 8
"""Blocks at the top of a text in which date line, byline and title stand."""
LONGEST_DELAY = 60
"""Days between the day its file was made and the nearest day that a text names."""
EARLIEST = date(1900, 1, 1)
GRACE = timedelta(days=1)
"""It may be tomorrow already in other time zones."""
FILE_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)")
OPENING = re.compile(r"^[A-Z][\w’'. -]{2,30}(?:, [A-Z][\w’'. -]{2,30})?, [^.!?:;“”\"]{6,24}?\s+[-–—]+\s")
"""A dateline without an agency: "VIENNA, 5 March 2024 - Negotiators ..."."""
PAST = (
    r"(?:met|said|told|wrote|held|signed|announced|arrived|visited|travelled|traveled|flew|died|(?:was|were) (?:killed|"
    r"arrested|elected|signed|held|released|sentenced|attacked|opened|closed)|attacked|began|ended|happened|took place|"
    r"voted|agreed|published|released|launched|resigned|won|lost)"
)
TOLD_BEFORE = re.compile(rf"\b{PAST}\b(?:\s[\w’',-]+){{0,8}}?\son\s(?:(?:{'|'.join(WEEKDAYS)}),?\s)?$", re.IGNORECASE)
"""What stands before a day on which something happened: "The two met in Vestby on"."""
TOLD_AFTER = re.compile(rf"^,?\s(?:[\w’'-]+,?\s){{0,8}}?{PAST}\b", re.IGNORECASE)
"""What stands behind such a day: "On 5 March 2024 the ministers met"."""
TO_COME = re.compile(
    r"\b(?:will|would|shall|should|be|due|plans?|planned|scheduled|expected|if|until|"
    r"to (?!(?:the|an?|his|her|its|their)\b)(?-i:[a-z]))",
    re.IGNORECASE,
)
RENEWED = re.compile(r"\b(?:updated?|modified|reviewed|revised|corrected|archived|accessed|retrieved)\b", re.IGNORECASE)
NEAR = 90
"""Characters around a day in which its verb stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """A day of publication and the place it is from; `refused` tells of a day that cannot be right, and why."""

    day: date | None = None
    place: PublishedFrom | None = None
    refused: str | None = None


def dating(source: Source, blocks: Sequence[Block], loaded: Loaded, side: Sidecar, latest: date | None) -> Dating:
    """Date a source; `latest` is the day of the brief, if there is one. The user's own sidecar is never refused."""
    if side.published:
        return Dating(day=side.published, place="sidecar")
    refused: str | None = None
    for day, place in _candidates(source, blocks, loaded):
        why = (
            _impossible(day, source.text, latest) or (place == "metadata" and _belied(day, source.text, blocks)) or None
        )
        if why is None:
            return Dating(day=day, place=place, refused=refused)
        refused = refused or refusal(day, place, why)
    return Dating(refused=refused)


PLACES: dict[PublishedFrom, str] = {
    "metadata": "its metadata",
    "text": "its date line",
    "filename": "its name",
    "inferred": "inferred",
}


def refusal(day: date, place: PublishedFrom, why: str) -> str:
    """Say which day is refused, where it stands, and why."""
    return f"{day} ({PLACES[place]}) cannot be right: {why}"


def too_late(day: date, latest: date) -> str | None:
    """Say why nothing that a brief of `latest` reads can have been published on a day; None where it can."""
    return f"it lies after the day of the brief, {latest}" if day > latest + GRACE else None


def _candidates(source: Source, blocks: Sequence[Block], loaded: Loaded) -> Iterator[tuple[date, PublishedFrom]]:
    if loaded.published and loaded.published >= EARLIEST:
        yield loaded.published, "metadata"
    for day in _stated_days(source.text, blocks):
        yield day, "text"
    name = FILE_DATE.search(source.path.rsplit("/", 1)[-1])
    if name and (named := valid(int(name[1]), int(name[2]), int(name[3]))):
        yield named, "filename"
    if loaded.written and _fits(loaded.written, source.text):
        yield loaded.written, "metadata"


def _impossible(day: date, text: str, latest: date | None) -> str | None:
    if latest is not None and (late := too_late(day, latest)):
        return late
    told = next(_told_as_past(text, day + GRACE), None)
    return f"the text tells of {told} as past" if told else None


def _belied(day: date, text: str, blocks: Sequence[Block]) -> str | None:
    """Tell where the text's own date line is more than a year later: the metadata then date the site or its template."""
    lines = [text[block.start : block.end] for block in blocks[:HEAD_BLOCKS] if block.kind in ("dateline", "byline")]
    stated = [day for line in lines if not RENEWED.search(line) for _, _, day in full_dates(line)]
    return f"its date line says {min(stated)}" if stated and min(stated) > day + timedelta(days=366) else None


def _told_as_past(text: str, after: date) -> Iterator[date]:
    """Give the days after a given one on which, as the text says in the past tense, something happened.

    >>> told = _told_as_past("They met in Vestby on 5 March 2024 and are to meet on 7 May 2024.", date(2024, 1, 1))
    >>> [str(day) for day in told]
    ['2024-03-05']
    """
    for start, end, day in full_dates(text):
        if day <= after:
            continue
        before = re.split(r"[.!?;\n]", text[max(0, start - NEAR) : start])[-1]
        behind = re.split(r"[.!?;\n]", text[end : end + NEAR], maxsplit=1)[0]
        found = TOLD_BEFORE.search(before) or (re.search(r"\b[Oo]n\s$", before) and TOLD_AFTER.match(behind))
        if found and not TO_COME.search(before) and not TO_COME.search(found[0]):
            yield day


def _fits(written: date, text: str) -> bool:
    """Tell whether a file made that day can be the text's first edition: not before what it tells, nor long after.

    A conversion bears the day of the conversion, and a template the day of the template.
    """
    told = [day for _, _, day in full_dates(text)]
    if told:
        return min(told) <= written and any(abs((written - day).days) <= LONGEST_DELAY for day in told)
    years = {int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", text)}
    return not years or max(years) in (written.year, written.year - 1)


def _stated_days(text: str, blocks: Sequence[Block]) -> Iterator[date]:
    """Give the days of date lines, then of a wire opening that names the year: "Moscow, 26 October 2023 (TASS) -"."""
    for block in blocks[:HEAD_BLOCKS]:
        if block.kind in ("dateline", "byline"):
            yield from (day for _, _, day in full_dates(text[block.start : block.end]))
    for block in blocks[:HEAD_BLOCKS]:
        opening = wire_opening(text[block.start : block.end]) or OPENING.match(text[block.start : block.end][:120])
        if opening:
            yield from (day for _, _, day in full_dates(opening[0]))
    for block in blocks[-3:]:  # "Published on 4 May 2024" below the text
        if block.kind == "dateline":
            yield from (day for _, _, day in full_dates(text[block.start : block.end]))
