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
    ordered = sorted(views, key=lambda v: (-len(fold(v.text)), fold(v.text), v.holder or "", v.id))
    words = [fold(view.text).split() for view in ordered]
    by_run: dict[tuple[str, ...], list[int]] = {}
    into = list(range(len(ordered)))
    for index, text in enumerate(words):
        runs = [tuple(text[i : i + SHINGLE]) for i in range(len(text) - SHINGLE + 1)]
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
    return _distinct(sorted(merged, key=lambda v: (v.id, v.text)))


def _same(longer: View, shorter: View, long_words: list[str], short_words: list[str]) -> bool:
    same_holder = longer.holder == shorter.holder or longer.holder is None or shorter.holder is None
    other_source = not {e.source for e in longer.evidence} & {e.source for e in shorter.evidence}
    inside = f" {' '.join(short_words)} " in f" {' '.join(long_words)} "
    return same_holder and inside and (other_source or longer.text == shorter.text)


def _one(group: list[View]) -> View:
    first = group[0]
    evidence: dict[tuple[str, int, int], Evidence] = {}
    for view in group:
        evidence.update({(e.source, e.start, e.end): e for e in view.evidence})
    holder = first.holder or next((v.holder for v in group if v.holder), None)
    return replace(
        first, holder=holder, direct=any(v.direct for v in group), evidence=tuple(evidence[k] for k in sorted(evidence))
    )


def _distinct(views: list[View]) -> tuple[View, ...]:
    used: set[str] = set()
    made = []
    for view in views:
        key, number = view.id, 2
        while key in used:
            key, number = f"{view.id}-{number}", number + 1
        used.add(key)
        made.append(replace(view, id=key))
    return tuple(made)
