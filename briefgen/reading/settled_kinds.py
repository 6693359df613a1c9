"""Give one name one kind within a document, whatever each place where it stands was taken for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from briefgen.names import fold
from briefgen.reading.finding import Found, is_compound
from briefgen.reading.marks import MentionKind


def settle_kinds(names: Sequence[Found]) -> list[Found]:
    """Give one name one kind within a document: what is known wins, then titles, then full names, then the majority."""
    votes: dict[str, dict[MentionKind, int]] = {}
    surnames: set[str] = set()
    for name in names:
        form = fold(name.text)
        vote = votes.setdefault(form, {})
        vote[name.kind] = vote.get(name.kind, 0) + (100 if name.known else 3 if name.titled else 1)
    best = {form: _best(vote) for form, vote in votes.items()}
    for name in names:
        form = fold(name.text)
        if best[form] == "person" and len(name.text.split()) > 1 and not name.known:
            parts = form.split()
            surnames.update(
                " ".join(parts[place:]) for place in range(1, len(parts)) if "-" in name.text or place == len(parts) - 1
            )
    settled = []
    for name in names:
        form = fold(name.text)
        kind = best[form]
        if name.known is None and kind != "person" and (form in surnames or _nearly(form, surnames)):
            kind = "person"
        elif kind == "person" and not name.titled and form not in surnames and is_compound(name.text):
            kind = "organization"
        settled.append(name if kind == name.kind else replace(name, kind=kind))
    return settled


def _nearly(form: str, surnames: set[str]) -> bool:
    """Tell a surname that is spelled otherwise elsewhere in the document ("Netanhayu", "Netanyahu")."""
    return (
        len(form) > 5
        and " " not in form
        and any(
            abs(len(form) - len(other)) < 2 and SequenceMatcher(None, form, other).ratio() >= 0.84
            for other in surnames
            if other[0] == form[0]
        )
    )


def _best(vote: dict[MentionKind, int]) -> MentionKind:
    return max(sorted(vote), key=lambda kind: vote[kind])
