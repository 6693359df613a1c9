"""brief.json, version 1: writing, reading, and proving it.

The fields here are the contract with other programs. `FIELDS` names them in their fixed order; a field of a noun that
is not named here is internal and never leaves briefgen.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from briefgen.dates import in_month, in_year, month_end, on_day
from briefgen.errors import CheckError, RequestError
from briefgen.model import (
    UNDATED,
    Actor,
    Brief,
    Change,
    Designation,
    Discrepancy,
    Evidence,
    KeyPoint,
    LeftOut,
    Meeting,
    Method,
    Period,
    Precision,
    Previous,
    Side,
    Source,
    Unread,
    View,
    When,
)

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA = "briefgen/brief/1"
FIELDS: dict[type, tuple[str, ...]] = {
    Brief: (
        "schema",
        "title",
        "subtitle",
        "language",
        "period",
        "prepared",
        "marking",
        "previous",
        "sources",
        "unread",
        "left_out",
        "key_points",
        "actors",
        "meetings",
        "designations",
        "views",
        "discrepancies",
        "changes",
        "method",
    ),
    Period: ("start", "end"),
    Previous: ("title", "prepared", "sha256"),
    Source: (
        "id",
        "path",
        "media_type",
        "title",
        "publisher",
        "authors",
        "published",
        "published_from",
        "published_why",
        "url",
        "language",
        "sha256",
        "words",
        "grade",
        "origin",
        "text",
    ),
    Unread: ("path", "reason", "message"),
    LeftOut: ("path", "reason", "message"),
    Evidence: ("source", "start", "end", "quote", "paragraph", "page"),
    KeyPoint: ("id", "text", "facts", "evidence"),
    Actor: ("id", "name", "kind", "aliases", "role", "affiliation", "mentions", "why_merged", "evidence"),
    Meeting: ("id", "date", "status", "place", "participants", "purpose", "outcome", "origins", "evidence"),
    Designation: ("id", "authority", "subject", "status", "category", "as_of", "origins", "evidence"),
    View: ("id", "holder", "affiliation", "kind", "text", "direct", "topic", "date", "evidence"),
    Discrepancy: ("id", "kind", "summary", "facts", "sides"),
    Side: ("text", "evidence"),
    Change: ("id", "kind", "fact", "summary", "evidence"),
    Method: ("briefgen", "pipeline", "options"),
    When: ("start", "end", "precision"),
}
REFUSED = "refused_dates"
"""The entry of `method.options` that tells which dates of sources were not believed: no field of a source has room for it."""
SHORT_DATES = {(Designation, "as_of"), (View, "date")}
"""Dates written as one ISO 8601 string of the precision known ("2015-11"), not as a When."""


def to_json(brief: Brief) -> str:
    """Write a brief as brief.json: UTF-8 text, keys in a fixed order, two-space indent, a final newline."""
    return json.dumps(plain(brief), ensure_ascii=False, indent=2) + "\n"


def plain(value: Any) -> Any:
    """Give a noun as the JSON values of the contract (dicts, lists, strings, numbers, None)."""
    if is_dataclass(value):
        noun = type(value)
        if isinstance(value, When) and not value.placed:
            return {"start": None, "end": None, "precision": "unknown"}
        inferred = isinstance(value, Source) and value.published_from == "inferred"
        names = [n for n in FIELDS[noun] if n != "published_why" or inferred]
        return {n: iso(getattr(value, n)) if (noun, n) in SHORT_DATES else plain(getattr(value, n)) for n in names}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(value[key]) for key in sorted(value)}
    return value


def iso(when: When) -> str | None:
    """Write a When in ISO 8601 at its own precision; None where it cannot be placed.

    >>> iso(When(start=date(2015, 11, 1), end=date(2015, 11, 30), precision="month"))
    '2015-11'
    >>> iso(When(start=date(2023, 10, 23), end=date(2023, 10, 29), precision="week"))
    '2023-10-23/2023-10-29'
    """
    if not when.placed or when.start is None or when.end is None:
        return None
    if when.precision == "year" and when.start.year == when.end.year:
        return f"{when.start.year:04d}"
    if when.precision == "month" and (when.start.year, when.start.month) == (when.end.year, when.end.month):
        return f"{when.start.year:04d}-{when.start.month:02d}"
    return when.start.isoformat() if when.start == when.end else f"{when.start}/{when.end}"


def _of_stretch(start: date, end: date) -> Precision:
    """Tell how precise a stretch of days is."""
    if (end - start).days == 6:
        return "week"
    if start.day == 1 and end == month_end(end.year, end.month):
        return "year" if (start.month, end.month) == (1, 12) else "month"
    return "day" if (end - start).days <= 31 else "unknown"


def from_iso(text: str | None) -> When:
    """Read what `iso` wrote.

    A stretch says no more than its ends: of up to a month it is read as days, of seven as a week, of whole months or years
    as those; a longer one lies somewhere between its ends.

    >>> from_iso("2015-11").precision
    'month'
    >>> [from_iso(f"2023-10-{to}").precision for to in ("28/2023-10-29", "23/2023-10-29", "01/2023-12-31", "05/2024-02-29")]
    ['day', 'week', 'month', 'unknown']
    """
    if not text:
        return UNDATED
    if "/" in text:
        start, end = (date.fromisoformat(part) for part in text.split("/", 1))
        return When(start=start, end=end, precision=_of_stretch(start, end))
    if re.fullmatch(r"\d{4}", text):
        return in_year(int(text))
    if re.fullmatch(r"\d{4}-\d\d", text):
        year, month = map(int, text.split("-"))
        return in_month(year, month)
    return on_day(date.fromisoformat(text))


def from_json(text: str | bytes, path: str = "brief.json") -> Brief:
    """Read a brief.json. Raises RequestError, naming `path` and the place, where it is none or not of this version."""
    from pydantic import ValidationError

    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RequestError(f"{path}: no JSON ({error})") from None
    if not isinstance(raw, dict) or raw.get("schema") != SCHEMA:
        found = raw.get("schema") if isinstance(raw, dict) else None
        if found is None:
            raise RequestError(f"{path}: is no brief.json, though it is JSON")
        raise RequestError(f"{path}: not a brief of this version (schema {str(found)[:40]!r}, expected {SCHEMA!r})")
    try:
        for section, key in (("designations", "as_of"), ("views", "date")):
            for fact in raw.get(section) or ():
                fact[key] = plain(from_iso(fact.get(key)))
        return _with_refusals(_adapter().validate_python(raw))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise RequestError(f"{path}: {place}: {first['msg']}") from None
    except (AttributeError, TypeError, ValueError, RecursionError) as error:
        raise RequestError(f"{path}: not a brief ({error})") from None


def refusals(sources: Iterable[Source]) -> dict[str, tuple[str, ...]]:
    """Give the entry of `method.options` for days of publication that sources state and that cannot be right."""
    told = tuple(f"{source.id}: {source.refused_date}" for source in sources if source.refused_date)
    return {REFUSED: told} if told else {}


def _with_refusals(brief: Brief) -> Brief:
    """Give sources back what `refusals` told of them, so that a brief that was read shows what the one written did."""
    told = brief.method.options.get(REFUSED)
    if not isinstance(told, tuple):
        return brief
    why = {source: note for source, _, note in (line.partition(": ") for line in told)}
    return replace(brief, sources=tuple(replace(s, refused_date=why.get(s.id)) for s in brief.sources))


@cache
def _adapter() -> TypeAdapter[Brief]:
    from pydantic import TypeAdapter

    return TypeAdapter(Brief)


def schema() -> dict[str, Any]:
    """Give the JSON Schema of brief.json: what the nouns say, less their internal fields."""
    whole = _adapter().json_schema()
    shapes: dict[str, Any] = whole.get("$defs", {})
    for noun, names in FIELDS.items():
        shape = whole if noun is Brief else shapes[noun.__name__]
        optional = {"published_why"}
        shape["properties"] = {n: shape["properties"][n] for n in names}
        shape["required"] = [n for n in names if n not in optional]
        shape["additionalProperties"] = False
        for name in names:
            if (noun, name) in SHORT_DATES:
                shape["properties"][name] = {"type": ["string", "null"]}
            else:
                shape["properties"][name].pop("default", None)
    used = {noun.__name__ for noun in FIELDS}
    whole["$defs"] = {name: shapes[name] for name in sorted(shapes) if name in used}
    return whole


def sha256(text: str) -> str:
    """Give the SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


SEAL = "seal"
"""The option of `method` that holds the SHA-256 of all else that the brief says."""


def sealed(brief: Brief) -> Brief:
    """Give the brief with its seal, by which a later change of any word of it is told. It is no guard against forgers."""
    method = replace(brief.method, options={**brief.method.options, SEAL: _seal(brief)})
    return replace(brief, method=method)


def is_sealed(brief: Brief) -> bool | None:
    """Tell whether a brief says what it said when it was sealed; None where it has no seal."""
    seal = brief.method.options.get(SEAL)
    return None if seal is None else seal == _seal(brief)


def _seal(brief: Brief) -> str:
    options = {key: value for key, value in brief.method.options.items() if key != SEAL}
    return sha256(to_json(replace(brief, method=replace(brief.method, options=options))))


def passages(brief: Brief) -> Iterator[tuple[str, Evidence]]:
    """Give every passage of a brief with the id of the fact that it proves."""
    for facts in (brief.key_points, brief.actors, brief.meetings, brief.designations, brief.views, brief.changes):
        for fact in facts:
            for evidence in fact.evidence:
                yield fact.id, evidence
    for discrepancy in brief.discrepancies:
        for side in discrepancy.sides:
            for evidence in side.evidence:
                yield discrepancy.id, evidence


def check(brief: Brief) -> int:
    """Prove that every passage stands in its source where the brief says so; give how many were proved.

    Also proves that every fact has an id of its own and a passage, and that every actor a fact names by id is in the brief.
    Raises CheckError naming the first fact that fails.
    """
    texts = {source.id: source.text for source in brief.sources}
    proved = 0
    for fact, evidence in passages(brief):
        text = texts.get(evidence.source)
        if text is None:
            raise CheckError(f"{fact}: cites the source {evidence.source}, which is not in the brief")
        if not evidence.quote or text[evidence.start : evidence.end] != evidence.quote:
            raise CheckError(
                f"{fact}: its passage is not in {evidence.source} at {evidence.start}-{evidence.end}: "
                f"{evidence.quote[:60]!r}"
            )
        proved += 1
    for facts in (brief.key_points, brief.actors, brief.meetings, brief.designations, brief.views):
        for item in facts:
            if not item.evidence:
                raise CheckError(f"{item.id}: has no passage")
    _check_ids(brief)
    known = {actor.id for actor in brief.actors}
    for meeting in brief.meetings:
        if missing := [key for key in meeting.participants if key not in known]:
            raise CheckError(f"{meeting.id}: names {missing[0]!r}, who is not among the actors")
    return proved


def _check_ids(brief: Brief) -> None:
    named = [fact.id for facts in (brief.actors, brief.meetings, brief.designations, brief.views) for fact in facts]
    listed = [[item.id for item in items] for items in (brief.key_points, brief.discrepancies, brief.changes)]
    for keys in (named, *listed):
        if twice := [key for key, number in Counter(keys).items() if number > 1]:
            raise CheckError(f"{twice[0]}: two facts have this id")
