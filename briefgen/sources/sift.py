"""Step 1, the second half: the filters that need a document's text, date, publisher or language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from briefgen.model import Document, LeftOut, LeftOutReason, Source
from briefgen.names import fold
from briefgen.sources.dating import refusal, too_late
from briefgen.sources.query import matches
from briefgen.sources.select import Selection


def refuse_future(documents: Iterable[Document], prepared: date) -> tuple[Document, ...]:
    """Take away inferred publication days that lie after the day of the brief: a text may tell of what is to come."""
    return tuple(_without_future(document, prepared) for document in documents)


def _without_future(document: Document, prepared: date) -> Document:
    source = document.source
    late = too_late(source.published, prepared) if source.published and source.published_from == "inferred" else None
    if source.published is None or late is None:
        return document
    told = source.refused_date or refusal(source.published, "inferred", late)
    undated = replace(source, published=None, published_from=None, published_why=None, refused_date=told)
    return replace(document, source=undated)


def sift(documents: Iterable[Document], selection: Selection) -> tuple[tuple[Document, ...], tuple[LeftOut, ...]]:
    """Part the documents into those that the selection wants and those left out, with the reason.

    An undated document stays, unless `selection.undated` is False. Raises RequestError for a query that is none.
    """
    kept: list[Document] = []
    left_out: list[LeftOut] = []
    for document in documents:
        why = _why_not(document.source, selection)
        if why is None:
            kept.append(document)
        else:
            left_out.append(LeftOut(path=document.source.path, reason=why[0], message=why[1]))
    return tuple(kept), tuple(left_out)


def _why_not(source: Source, selection: Selection) -> tuple[LeftOutReason, str] | None:
    period, day = selection.period, source.published
    if period and day and not period.start <= day <= period.end:
        return "outside_period", f"published on {day}, outside {period.start} to {period.end}"
    if period and not day and not selection.undated:
        return "outside_period", "its date is not known"
    if selection.languages and source.language and source.language.split("-")[0].lower() not in selection.languages:
        return "language", f"its language is {source.language}, wanted: {', '.join(selection.languages)}"
    if selection.publishers and fold(source.publisher or "") not in {fold(name) for name in selection.publishers}:
        return "filtered", f"its publisher is {source.publisher or 'not known'}"
    if selection.match and not matches(selection.match, f"{source.title or ''}\n{source.text}"):
        return "filtered", f"it does not match {selection.match}"
    return None
