"""Merge views: the same quotation in several sources is one view with all its passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.model import Evidence, View
from briefgen.names import fold

SHINGLE = 5
"""Words in a row that two tellings of one quotation share."""


def merge_views(views: Sequence[View]) -> tuple[View, ...]:
    """Merge quotations of one holder whose words contain each other; everything else stays. Order-free, idempotent.

    Candidates are found by shared runs of words, so the cost is linear in the words.
    """
    ordered = sorted(views, key=_stable)
    words = [fold(view.text).split() for view in ordered]
    by_run: dict[tuple[str, ...], list[int]] = {}
    into = list(range(len(ordered)))
    for index, text in enumerate(words):
        runs = [tuple(text[i : i + SHINGLE]) for i in range(max(1, len(text) - SHINGLE + 1))]
        match = next(
            (j for run in runs[:1] for j in by_run.get(run, ()) if _same(ordered[j], ordered[index], words[j], text)),
            None,
        )
        if match is not None:
            into[index] = match
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


def _same(longer: View, shorter: View, long_words: list[str], short_words: list[str]) -> bool:
    """Tell whether one view is the other or a part of it, from the same mouth."""
    inside = f" {' '.join(short_words)} " in f" {' '.join(long_words)} "
    return longer.holder == shorter.holder and inside


def _one(group: list[View]) -> View:
    first = group[0]
    evidence: dict[tuple[str, int, int], Evidence] = {}
    for view in group:
        evidence.update({(e.source, e.start, e.end): e for e in view.evidence})
    return replace(first, direct=any(v.direct for v in group), evidence=tuple(evidence[k] for k in sorted(evidence)))


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
