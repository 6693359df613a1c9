"""Merge views: the same quotation in several sources is one view with all its passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.model import Evidence, View
from briefgen.names import PARTICLES, fold

SHINGLE = 5
"""Words in a row that two tellings of one quotation share."""

TELLING = 8
"""Words in a row that two speakers do not hit on by chance."""


def merge_views(views: Sequence[View]) -> tuple[View, ...]:
    """Merge quotations of one holder whose words contain each other; everything else stays. Order-free, idempotent.

    What one source quotes of somebody unnamed and another of a named speaker, in the same many words, is the speaker's.
    Candidates are found by shared runs of words, so the cost is linear in the words.
    """
    ordered = sorted(views, key=_stable)
    words = [fold(view.text).split() for view in ordered]
    by_run: dict[tuple[str, ...], list[int]] = {}
    into = list(range(len(ordered)))
    holders = [view.holder for view in ordered]
    for index, text in enumerate(words):
        runs = [tuple(text[i : i + SHINGLE]) for i in range(max(1, len(text) - SHINGLE + 1))]
        match = next(
            (j for run in runs[:1] for j in by_run.get(run, ()) if _same(holders[j], ordered[index], words[j], text)),
            None,
        )
        if match is not None:
            into[index] = match
            holders[match] = holders[match] if _is_named(holders[match]) else ordered[index].holder or holders[match]
            continue
        for run in runs:
            by_run.setdefault(run, []).append(index)
    groups: dict[int, list[View]] = {}
    for index, target in enumerate(into):
        groups.setdefault(target, []).append(ordered[index])
    merged = [_one(group) for group in groups.values()]
    return _distinct(sorted(merged, key=lambda v: (v.id, _stable(v))))


def _stable(view: View) -> tuple[int, str, str, str, list[tuple[str, int, int]], str]:
    """Order views by what they say, longest first; nothing of it depends on the order in which they came."""
    words = fold(view.text)
    return (
        -len(words),
        words,
        view.text,
        view.holder or "",
        [(e.source, e.start, e.end) for e in view.evidence],
        view.id,
    )


def _same(holder: str | None, shorter: View, long_words: list[str], short_words: list[str]) -> bool:
    """Tell whether a view is a part of the one with a holder and words, from the same mouth as far as is known."""
    inside = f" {' '.join(short_words)} " in f" {' '.join(long_words)} "
    unknown = not (_is_named(holder) and _is_named(shorter.holder)) and len(short_words) >= TELLING
    return inside and (holder == shorter.holder or unknown)


def _is_named(holder: str | None) -> bool:
    """Tell an actor's id or a name from nobody and from a description ("a ministry official")."""
    plain = (word for word in (holder or "").split() if word.islower() and word not in PARTICLES)
    return holder is not None and (" " not in holder or next(plain, None) is None)


def _one(group: list[View]) -> View:
    first = group[0]
    evidence: dict[tuple[str, int, int], Evidence] = {}
    for view in group:
        evidence.update({(e.source, e.start, e.end): e for e in view.evidence})
    merged = replace(first, direct=any(v.direct for v in group), evidence=tuple(evidence[k] for k in sorted(evidence)))
    named = next((v for v in group if _is_named(v.holder)), first)
    if merged.holder == named.holder:
        return merged
    return replace(merged, id=named.id, holder=named.holder, kind=named.kind, affiliation=named.affiliation)


def _distinct(views: list[View]) -> tuple[View, ...]:
    used: set[str] = set()
    made = []
    for view in views:
        key, number = view.id, 2
        while key in used:
            key, number = f"{view.id}-{number}", number + 1
        used.add(key)
        made.append(replace(view, id=key))
    return tuple(sorted(made, key=lambda v: v.id))
