"""Find a source's origin: title, publisher, authors, date and marking, each from the surest place that has it.

The order is: sidecar, the format's metadata, then what stands in the text itself. What nothing says stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from briefgen.dates import MONTH, WEEKDAYS, full_dates
from briefgen.model import Block, Sidecar, Source
from briefgen.sources.agencies import agency_of
from briefgen.sources.bylines import ROLE
from briefgen.sources.dating import HEAD_BLOCKS, dating
from briefgen.sources.layout import WROTE
from briefgen.sources.loaded import Loaded
from briefgen.sources.marking import marking_of
from briefgen.sources.masthead import publisher_of, title_of

PERSON = r"[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'.-]*|al|bin|de|van|von|der|la|del|ten|el))*\s+[A-Z][\w’'-]+"
AUTHOR_NOTE = re.compile(
    rf"^(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs|Amb|Ambassador)\.?\s+)?(?P<name>{PERSON})(?:, (?:Ph\.?D\.?|M\.?D\.?),)? "
    r"(?:(?:teaches|writes|reports|covers)\b|(?:is|works as|serves as) (?:a|an|the)\b(?:\W+[\w’'-]+){0,8}?\W+"
    r"(?:researcher|fellow|professor|lecturer|author|writer|journalist|columnist|editor|correspondent|analyst|scholar|"
    r"historian|candidate|student|economist|director|novelist|reporter|commentator|co-founder|blogger)\b)"
)
PUBLISHER_LINE = re.compile(r"^(?:publisher|published by|source|publication|outlet|from):\s*(.{2,120})$", re.IGNORECASE)
COPYRIGHT = re.compile(
    r"^(?:©|\(c\)|copyright)[\s©(c)]*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?,?\s*(?:by\s+)?"
    r"(?P<name>[A-Z][\w&’'. -]{2,60}?)(?:,?\s*(?:19|20)\d\d)?(?:[.,].*|\s+all rights.*)?$",
    re.IGNORECASE,
)
SERIES = re.compile(
    r"\b([A-Z]{2,6}) "
    r"(?:Flash|Policy|Research|Issue|Special|Weekly) (?:Brief|Report|Memo|Note|Update)\b"
)


def about(
    source: Source, blocks: Sequence[Block], loaded: Loaded, sidecar: Sidecar | None, latest: date | None = None
) -> Source:
    """Give the source's record with all that is known of its origin; `latest` is the day of the brief, if any."""
    side = sidecar or Sidecar()
    dated = dating(source, blocks, loaded, side, latest)
    title = side.title or _clean(loaded.title) or title_of(source.text, blocks)
    authors = side.authors if side.authors is not None else loaded.authors or _authors(source.text, blocks)
    return replace(
        source,
        title=title,
        authors=authors,
        published=dated.day,
        published_from=dated.place,
        refused_date=dated.refused,
        publisher=side.publisher or _clean(loaded.publisher) or _publisher(source.text, blocks),
        url=side.url or loaded.url,
        language=side.language or loaded.language or source.language,
        grade=side.grade or source.grade,
        marking=side.marking or loaded.marking or _marking(source.text, blocks),
    )


def _clean(said: str | None) -> str | None:
    return " ".join(said.split())[:300] or None if said else None


def _authors(text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    for block in blocks[:HEAD_BLOCKS]:
        line = text[block.start : block.end]
        signed = SIGNED_DAY.search(line) if block.kind == "dateline" else None
        if signed is not None or block.kind == "byline":
            people = people_of(line if signed is None else signed[0])
            if people:
                return people
    for block in reversed(blocks[-3:]):
        # "Jane Doe is a research fellow at ...": the note about the author under a signed piece
        note = AUTHOR_NOTE.match(text[block.start : block.end])
        if (
            note
            and block.kind == "prose"
            and len(blocks) > 3
            and not re.search(rf"\b{re.escape(note['name'].split()[-1])}\b", text[: block.start])
        ):
            return (note["name"],)
    return ()


def people_of(byline: str) -> tuple[str, ...]:
    """Give the names in a byline, roles, places and dates left off.

    >>> people_of("By Jane Doe and Ali al-Hassan in Beirut")
    ('Jane Doe', 'Ali al-Hassan')
    >>> people_of("By Jane Doe, Defence Correspondent | 3 May 2024")
    ('Jane Doe',)
    """
    line = re.sub(r"^[—–-]\s*", "", byline.split("\n")[0].strip())
    bare = re.sub(rf"^{WROTE}\s+", "", line)
    named = re.split(r"\s*[|•·]\s*|\s+[-–—]\s+|\s+(?:in|for|from)\s+(?=[A-Z])|\s*\(", bare)[0]
    people: list[str] = []
    for piece in re.split(r"\s*[,;]\s*|\s+(?:and|with)\s+|\s*&\s*", named):
        if any(full_dates(piece)) or NO_NAME.match(piece) or not re.match(r"[A-Z]", piece):
            continue
        if " " not in piece.strip() and bare == line:
            continue  # a headline in capitals: "TOLLS, TOLLS, TOLLS"
        if people and "," in named and ROLE.search(piece):
            continue
        people.append(piece.strip(" ."))
    return tuple(people)


SIGNED_DAY = re.compile(r"\b[Bb]y [A-Z][\w.’'-]+ [^\d\n]{2,60}$")
"""The end of a line that tells day and writer: "Posted on 7 May 2024 by Ada Renn"."""
NO_NAME = re.compile(rf"(?:{MONTH}\s+\d|(?:{'|'.join(WEEKDAYS)}|The|A|An|This|Our)\b)", re.IGNORECASE)


def _publisher(text: str, blocks: Sequence[Block]) -> str | None:
    if agency := agency_of(text, blocks):
        return agency
    for block in (*blocks[:HEAD_BLOCKS], *blocks[-HEAD_BLOCKS:]):
        line = text[block.start : block.end]
        said = PUBLISHER_LINE.match(line) or (COPYRIGHT.match(line) if len(line) < 160 else None)
        if said:
            return said[1].strip(" .")
    if house := publisher_of(text, blocks):
        return house
    # a house names itself in the links to its other pieces: "..., FDD Flash Brief", twice or more
    links = (text[block.start : block.end] for block in blocks if block.kind in ("list", "dateline", "heading"))
    houses = Counter(match[1] for line in links for match in SERIES.finditer(line))
    best = max(sorted(houses), key=lambda name: houses[name], default=None)
    return best if best is not None and houses[best] > 1 else None


def _marking(text: str, blocks: Sequence[Block]) -> str | None:
    return marking_of(text[block.start : block.end] for block in (*blocks[:3], *blocks[-2:]))
