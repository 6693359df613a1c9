"""Read who stands listed where from rows: "Colombia: designated (2021)", "Peru — Kahl — under review", "Not listed: Renn; Vell".

Rows are lines of a table or short sentences of a tracker. They name their party, or the heading above them does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefgen.dates import MONTH, full_dates, in_month, in_year, month_number, on_day
from briefgen.extract.designations.listers import Listers
from briefgen.extract.designations.standing_words import is_plain, standing
from briefgen.extract.designations.wording import LISTING, is_agency, union_seats
from briefgen.knowledge.world import gazetteer
from briefgen.model import UNDATED, DesignationStatus, When
from briefgen.names import fold
from briefgen.reading.finding import AMBIGUOUS
from briefgen.reading.marks import Entity, Reading

FIELDS = re.compile(r"\s+[—–|-]+\s+|\s*[—|]\s*|\t+|\s{3,}|(?<=[^\W\d]):\s+|(?<=\)):\s+")
PARTS = re.compile(r";\s+|,\s+and\s+|,\s+|\s+and\s+")
WHERE = re.compile(r"\b(?:in|by|by the|in the|on the)\s+(?P<names>[A-Z].*)$")
BRACKETS = re.compile(r"\s*\([^()]*\)")
ROW_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z(])")
SIGNS = re.compile(r"[:|\t—–]| - ")
BULLET = re.compile(r"^\s*(?:[-*•·▪–—>»›‣◦●○■□✓✗+]|\(?\w{1,2}[.)])\s+")
CAPITALS = re.compile(
    r"(?:[A-Z][\w’'-]*|[“\"][^“”\"]{2,40}[”\"])(?:\s+(?:(?:of|for|de|del|la|al)\s+)?(?:[A-Z][\w’'-]*|al-[A-Z][\w’'-]*))*"
)
MOST_FIELDS, LONGEST_ROW, LONGEST_NAME = 5, 40, 8
"""Fields and words of a row, words of a name."""
HEADING = re.compile(r"\b(?:legal|status|standing|position)\b", re.IGNORECASE)
REACH = 4
"""Rows and lines that may stand between a heading and what it is the heading of."""
MONTH_YEAR = re.compile(rf"(?:(?P<month>{MONTH})\.? )?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a row tells: who lists, who is listed (both empty where the heading says it), and the status."""

    start: int
    end: int
    status: DesignationStatus
    plain: bool
    listers: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A row's fact: ids of entities where they are known, else words; the row's place; the day that it tells."""

    authority: str
    subject: str
    status: DesignationStatus
    start: int
    end: int
    when: When


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of text that may be a row."""

    start: int
    end: int
    text: str


class Standings:
    """The rows of a document that tell of standings, with the headings over them."""

    def __init__(self, reading: Reading, listers: Listers) -> None:
        self.reading, self.listers = reading, listers

    def __iter__(self) -> Iterator[Standing]:
        """Give what the rows tell, run by run: one row alone is none."""
        stretches = list(self._stretches())
        run: list[Row] = []
        above = 0
        for n, stretch in enumerate(stretches):
            rows = self._rows(stretch)
            if rows and not run:
                above = n
            if not rows and run and n - above <= len(run) + REACH and self._in_run(stretch):
                continue
            if not rows:
                yield from self._told(run, stretches[:above])
                run = []
            run.extend(rows)
        yield from self._told(run, stretches[:above])

    def _stretches(self) -> Iterator[Stretch]:
        """Give the lines of the document, and their parts behind full stops and semicolons."""
        text = self.reading.text
        for line in re.finditer(r"[^\n]+", text):
            at = line.start()
            for part in ROW_END.split(line[0]):
                at = text.find(part, at)
                if part.strip():
                    yield Stretch(at, at + len(part), part)
                at += len(part)

    def _in_run(self, stretch: Stretch) -> bool:
        """Tell a row without a standing among rows: "Ghana — see note 3"."""
        fields = FIELDS.split(stretch.text.strip())
        return (
            1 < len(fields) <= MOST_FIELDS
            and len(stretch.text.split()) <= LONGEST_ROW
            and bool(self._lister(fields[0]))
        )

    def _rows(self, stretch: Stretch) -> list[Row]:
        """Give what a stretch tells as a row; nothing where it is a sentence."""
        text = BULLET.sub("", stretch.text).strip().rstrip(".;")
        if not SIGNS.search(text) or len(text.split()) > LONGEST_ROW:
            return []
        parts = [self._of_fields(stretch, part) for part in re.split(r";\s+", text)]
        if len(parts) > 1 and all(parts):
            return [row for part in parts for row in part]
        return self._of_fields(stretch, text)

    def _of_fields(self, stretch: Stretch, text: str) -> list[Row]:
        fields = [field.strip() for field in FIELDS.split(text) if field and field.strip()]
        if not 1 < len(fields) <= MOST_FIELDS:
            return []
        return self._of_lister(stretch, fields) or self._of_status(stretch, fields) or self._of_party(stretch, fields)

    def _of_lister(self, stretch: Stretch, fields: Sequence[str]) -> list[Row]:
        """Read "Colombia: designated (2021)", "Peru — Kahl: banned — 2012"."""
        found = [self._lister(name) for name in _names(fields[0])]
        listers = tuple(filter(None, [self._lister(fields[0])] if None in found else found))
        told = next(((n, s) for n, field in enumerate(fields) if n and (s := standing(field))), None)
        if not listers or told is None:
            return []
        others = [f for n, f in enumerate(fields) if n not in (0, told[0]) and _is_name(f)]
        subjects = tuple(self._party(name) for field in others[:1] for name in _names(field))
        return [self._row(stretch, told[1], fields[told[0]], listers, subjects)]

    def _of_status(self, stretch: Stretch, fields: Sequence[str]) -> list[Row]:
        """Read "Never listed: Kahl; Renn", "Banned in Peru: Vell", "Not listed: Chile, Peru"."""
        status = standing(fields[0]) if len(fields) == 2 and len(fields[0].split()) <= LONGEST_NAME else None
        if status is None or (not is_plain(fields[0]) and status != "under_review" and len(fields[0].split()) > 2):
            return []
        names = _names(fields[1])
        if not names or not all(_is_name(name) for name in names):
            return []
        listers = [self._lister(name) for name in names]
        if all(listers):
            return [self._row(stretch, status, fields[0], tuple(filter(None, listers)), ())]
        return [
            self._row(stretch, status, fields[0], self._places(fields[0]), tuple(self._party(name) for name in names))
        ]

    def _of_party(self, stretch: Stretch, fields: Sequence[str]) -> list[Row]:
        """Read "Kahl: listed", "Renn: banned in Chile and Peru"."""
        if len(fields) != 2 or not _is_name(fields[0]) or standing(fields[1]) is None:
            return []
        rows: list[Row] = []
        for part in re.split(r";\s+", BRACKETS.sub("", fields[1])):
            if (status := standing(part)) is not None:
                rows.append(self._row(stretch, status, part, self._places(part), (self._party(fields[0]),)))
        return rows

    def _places(self, part: str) -> tuple[str, ...]:
        """Give the listers of "banned in Chile and Peru"."""
        where = WHERE.search(part)
        return tuple(filter(None, (self._lister(name) for name in _names(where["names"])))) if where else ()

    def _row(
        self,
        stretch: Stretch,
        status: DesignationStatus,
        words: str,
        listers: tuple[str, ...],
        subjects: tuple[str, ...],
    ) -> Row:
        return Row(
            start=stretch.start,
            end=stretch.end,
            status=status,
            plain=is_plain(words),
            listers=listers,
            subjects=subjects,
        )

    def _lister(self, field: str) -> str | None:
        """Give the state, union or office that a field names: "Peru", "Peru (upper house)", "UK Treasury", "Brussels"."""
        name = BRACKETS.sub("", field).strip()
        if not name or len(name.split()) > LONGEST_NAME or not (name[:1].isupper() or name[:4] == "the "):
            return None
        bare = name.removeprefix("the ").removeprefix("The ")
        if (union := union_seats().get(fold(bare))) is not None:
            return self.listers.union_key(union)
        known = gazetteer().get(fold(bare))
        if known is not None:
            return self.listers.key_of(known.state or known.name if known.what == "capital" else known.name)
        parts = (gazetteer().get(fold(word)) for word in re.findall(r"[\w.’-]+", bare.removesuffix("'s")))
        of_state = any(part is not None and part.what in ("state", "adjective", "capital", "body") for part in parts)
        office = is_agency(bare) or bare.split()[0] in ("Region", "Republic") or " of " in bare
        return self.listers.key_of(bare) if of_state and office else None

    def _party(self, name: str) -> str:
        """Give the id of the entity of a name, else the name without its article and brackets."""
        bare = BRACKETS.sub("", name).strip().strip('“”"')
        bare = re.sub(r"['’]s? (?=[a-z]).*$", "", re.sub(r"^(?:[Tt]he |an? |[a-z]+ )+(?=[A-Z“\"])", "", bare))
        return next((e.id for e in self.reading.entities if bare in (e.name, *e.names) and e.kind is not None), bare)

    def _told(self, run: Sequence[Row], above: Sequence[Stretch]) -> Iterator[Standing]:
        """Give the facts of a run of rows: two at least, or one under a heading of listings."""
        if not run:
            return
        head = above[-REACH:]
        listing = any(LISTING.search(s.text) for s in head)
        legal = len(run) > 2 and any(HEADING.search(s.text) for s in head)
        plain = any(row.plain for row in run)
        if not (plain and (len(run) > 1 or listing)) and not (legal and not plain):
            return
        last: tuple[str, ...] = ()
        for row in run:
            subjects = row.subjects or self._topic(head)
            last = listers = row.listers or last or self._authority(head)
            for authority in listers:
                for subject in subjects:
                    if authority != subject:
                        when = _when(self.reading, row)
                        yield Standing(
                            authority=authority,
                            subject=subject,
                            status=row.status,
                            start=row.start,
                            end=row.end,
                            when=when,
                        )

    def _authority(self, head: Sequence[Stretch]) -> tuple[str, ...]:
        """Give whose list a heading speaks of: "their rank in Norwegian law", "On the EU list"."""
        for stretch in reversed(head):
            for word in re.findall(r"[A-Z][\w.-]*", stretch.text):
                known = gazetteer().get(fold(word))
                if fold(word) in AMBIGUOUS and (not word.isupper() or stretch.text.isupper()):
                    continue  # "Who lists it?", "WHO DOES WHAT"
                if known is not None and known.what in ("adjective", "state", "body") and len(word) > 1:
                    return (self.listers.key_of(known.name),)
        return (self.listers.issuer,) if self.listers.issuer is not None else ()

    def _topic(self, head: Sequence[Stretch]) -> tuple[str, ...]:
        """Give whom a heading is about, by its name in the heading, else the party named last before the rows."""
        for stretch in reversed(head):
            found = self._entity_in(stretch) or next((n for n in self._capitals(stretch.text)), None)
            if found is not None:
                return (found,)
        return ()

    def _entity_in(self, stretch: Stretch) -> str | None:
        """Give the last party that a sentence or line names, and that is no office."""
        named = [self.reading.entity(m.entity) for m in self.reading.mentions_in(stretch.start, stretch.end)]
        inside = [e for e in self.reading.entities if any(name in stretch.text for name in (e.name, *e.names))]
        fits = [e.id for e in [*named, *inside] if e is not None and _may_be_listed(e)]
        return fits[0] if fits else None

    def _capitals(self, text: str) -> Iterator[str]:
        """Give the longer names of a heading that nothing is known of: "listing status of the Reed Falcons"."""
        found = [m[0] for m in CAPITALS.finditer(BRACKETS.sub("", text)) if m.start() > 0]
        for name in sorted(found, key=lambda n: -len(n.split())):
            unknown = all(fold(word) not in gazetteer() for word in (name, *name.split()))
            if len(name.split()) > 1 and unknown and standing(name) is None:
                yield name


def _may_be_listed(entity: Entity) -> bool:
    return (
        entity.kind in ("person", "organization")
        and fold(entity.name) not in gazetteer()
        and not is_agency(entity.name)
    )


def _is_name(field: str) -> bool:
    """Tell a field with a name in it from dates and remarks."""
    bare = BRACKETS.sub("", field).strip().strip('“"')
    said = bare.split()
    if (
        not said
        or not bare[0].isalnum()
        or len(said) > LONGEST_NAME + 2
        or re.search(r"\d{4}", bare)
        or re.fullmatch(rf"(?:{MONTH})\b.*", bare, re.IGNORECASE)
    ):
        return False
    capital = next((n for n, word in enumerate(said) if word[:1].isupper()), None)
    return capital is not None and all(
        word.casefold() not in ("is", "was", "are", "has", "were", "will") for word in said
    )


def _names(field: str) -> list[str]:
    """Give the names of a field, parted by semicolons where there are any, else by commas and "and"."""
    bare = BRACKETS.sub("", field)
    parts = re.split(r";\s+", bare) if ";" in bare else PARTS.split(bare)
    return [part.strip().removeprefix("and ").strip() for part in parts if part.strip()]


def _when(reading: Reading, row: Row) -> When:
    """Give the day, month or year that a row tells."""
    text = reading.text[row.start : row.end]
    known = [time.when for time in reading.times_in(row.start, row.end) if time.when is not None and time.when.start]
    if known:
        return known[0]
    if (full := next(full_dates(text), None)) is not None:
        return on_day(full[2], "stated")
    found = MONTH_YEAR.search(text)
    if found is None:
        return UNDATED
    year = int(found["year"])
    return in_month(year, month_number(found["month"]), "stated") if found["month"] else in_year(year, "stated")
