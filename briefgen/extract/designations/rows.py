"""Read the entries of a list that are rows, not sentences: "RENN, Ada" over "DOB: ...", and "Name: 1: ADA 2: RENN"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.extract.designations.announced import LABELLED, REACH, Announcement, Named
from briefgen.model import ActorKind
from briefgen.names import fold
from briefgen.reading.marks import Entity, Reading

ENTRY = re.compile(r"(?:\d+[.)] *)?[^\W\d_a-z][^\W\d_a-z'’ -]+, [^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]*){0,3}")
"""A surname in capitals and given names: "RENN, Ada Maria"."""
NAME = re.compile(r"(?:^|\s)Name: *(?P<name>\S.*)")
"""What stands behind the label of a register's entry: "CDi.900 Name: 1: ADA 2: RENN 3: na", "Name: REED SHIPPING"."""
WORD = r"(?:(?:\w\.)+|[\w’'()/-]+)"
LABEL = re.compile(rf"\.? +(?=[A-Z])(?![A-Z]{{2,}} ){WORD}(?: {WORD}){{0,3}}:")
"""What stands behind a name: "DOB:", "A.k.a.:", "Date of birth:"; the capitals of the name itself begin none."""
ABSENT = frozenset({"na", "n/a", ""})


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list that is no sentence."""

    start: int
    end: int


def entries_in_rows(reading: Reading, opening: Announcement, until: int) -> Named:
    """Give the entries that rows behind an opening name, up to the sentence `until` of the next announcement."""
    rows = list(_rows(reading, opening, until))
    registered = Named()
    for text, start in rows:
        if (name := _registered(text)) is not None:
            registered.add(*_known(reading, name, None), Row(start, start + len(text)))
    return registered if registered.entries else _headed(reading, rows)


def _headed(reading: Reading, rows: Sequence[tuple[str, int]]) -> Named:
    """Give the names that are rows of their own over what is told of them; another row ends them."""
    named = Named()
    for text, start in rows:
        if LABELLED.match(text):
            continue
        if not ENTRY.fullmatch(text):
            break
        named.add(*_known(reading, text, "person"), Row(start, start + len(text)))
    return named


def _rows(reading: Reading, opening: Announcement, until: int) -> Iterator[tuple[str, int]]:
    """Give the rows behind an opening with their places."""
    blocks = reading.document.blocks
    end = reading.sentences[until].start if until < len(reading.sentences) else len(reading.text)
    for place in range(opening.sentence.paragraph, min(len(blocks), opening.sentence.paragraph + REACH)):
        block = blocks[place]
        at = opening.sentence.end if place == opening.sentence.paragraph else block.start
        for row in reading.text[at : min(end, block.end)].split("\n"):
            start, at = at + len(row) - len(row.lstrip()), at + len(row) + 1
            if row.strip():
                yield row.strip(), start


def _registered(row: str) -> str | None:
    """Give the name of a register's entry, its numbered parts joined.

    >>> _registered("CDi.900 Name: 1: ADA 2: MARIA 3: RENN 4: na Title: na")
    'ADA MARIA RENN'
    >>> _registered("CDe.9 Name: REED SHIPPING A.k.a.: na")
    'REED SHIPPING'
    >>> _registered("CDi.9 Name: ADA MARIA RENN. Designation: broker. Listed on: 3 May 2021.")
    'ADA MARIA RENN'
    """
    found = NAME.search(row)
    if found is None:
        return None
    if not found["name"].startswith("1:"):
        return LABEL.split(found["name"])[0].strip().removesuffix(".")
    parts = [LABEL.split(part)[0] for part in re.split(r" *\b[1-9]: *", found["name"])]
    return " ".join(part.strip() for part in parts if part.split(" ")[0].casefold() not in ABSENT) or None


def _known(reading: Reading, name: str, kind: ActorKind | None) -> tuple[str, ActorKind | None]:
    """Give the id and kind of the entity of this name, else the name itself."""
    entity: Entity | None = next((e for e in reading.entities if _same_name(name, e.names)), None)
    return (entity.id, entity.kind) if entity is not None else (name, kind)


def _same_name(entry: str, names: Sequence[str]) -> bool:
    return any(sorted(fold(entry.replace(",", " ")).split()) == sorted(fold(name).split()) for name in names)
