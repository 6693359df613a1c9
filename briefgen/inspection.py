"""Show what was understood of each source: the answer to "why was this meeting missed?"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefgen.build import attempt, load_file, read_files
from briefgen.contract import plain
from briefgen.extract import extract
from briefgen.knowledge.world import spelled_in
from briefgen.model import Document, Evidence, Facts, Limits, Unread
from briefgen.reading import read
from briefgen.reading.marks import Quote, Reading

ABOVE = 6
"""Sentences before a passage in which the words may stand by which it means a party."""


def inspect_files(files: Sequence[tuple[str, Path]], limits: Limits) -> Iterator[dict[str, Any]]:
    """Give one JSON object a source, in order; a source that cannot be read or understood gives its reason."""
    for item in read_files(files, limits):
        loading = load_file(item, limits)
        for document in loading.documents:
            found = attempt(document, inspect_document)
            yield plain(found) if isinstance(found, Unread) else found
        for entry in loading.unread:
            yield plain(entry)


def inspect_document(document: Document) -> dict[str, Any]:
    """Give sentences, names, dates, quotations, meetings and designations of a document; spans are offsets into `text`."""
    reading = read(document)
    facts = extract(reading)
    source = document.source
    return {
        "path": source.path,
        "text": source.text,
        "title": source.title,
        "published": source.published.isoformat() if source.published else None,
        "published_from": source.published_from,
        "sentences": [[s.start, s.end] for s in reading.sentences],
        "names": [
            {"start": m.start, "end": m.end, "kind": m.kind, "actor": _actor(reading, m.entity)}
            for m in reading.mentions
            if m.form == "name"
        ],
        "dates": [
            {"start": t.start, "end": t.end, "date": plain(t.when) if t.when is not None and t.when.placed else None}
            for t in reading.times
        ],
        "quotes": [_quote(quote) for quote in reading.quotes],
        "meetings": _meetings(facts),
        "designations": _designations(reading, facts),
    }


def _actor(reading: Reading, key: str | None) -> str | None:
    entity = reading.entity(key)
    return entity.id if entity is not None and entity.kind is not None else None


def _quote(quote: Quote) -> dict[str, Any]:
    holder = quote.holder
    return {
        "spans": [list(span) for span in quote.spans],
        "direct": quote.direct,
        "holder": {"start": holder.start, "end": holder.end, "name": holder.name} if holder is not None else None,
    }


def _meetings(facts: Facts) -> list[dict[str, Any]]:
    return [
        {
            "start": m.evidence[0].start,
            "end": m.evidence[0].end,
            "date": plain(m.date) if m.date.placed else None,
            "status": m.status,
            "place": m.place,
            "participants": list(m.named),
        }
        for m in facts.meetings
    ]


def _designations(reading: Reading, facts: Facts) -> list[dict[str, Any]]:
    ends = [sentence.end for sentence in reading.sentences]

    def words(key: str, passages: Sequence[Evidence]) -> str:
        """Give the name as the passage spells it, or another passage of the fact, or the sentences before; else the entity's own."""
        entity = reading.entity(key)
        name, names = (key, ()) if entity is None else (entity.name, entity.names)
        here = bisect_right(ends, passages[0].start)
        before = reading.sentences[max(0, here - ABOVE) : here][::-1]
        for quote in (*(passage.quote for passage in passages), *(reading.text[s.start : s.end] for s in before)):
            spelled = [form for form in (name, *names) if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", quote)]
            form = max(spelled, key=len, default=spelled_in(quote, name))
            if form is not None and (quote == passages[0].quote or not form.isupper()):
                return form
        return name

    return [
        {
            "start": e.start,
            "end": e.end,
            "authority": words(d.authority, (e, *d.evidence)),
            "subject": words(d.subject, (e, *d.evidence)),
            "status": d.status,
        }
        for d in facts.designations
        for e in d.evidence[:1]
    ]
