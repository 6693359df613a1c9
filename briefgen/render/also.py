"""Tell where else a brief states a fact that an editor changed or took out: lines and figures that still say it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.render.edited import Edits
from briefgen.render.sheet import Sheet


def also_stated(edits: Edits, shown: Sheet) -> Iterator[str]:
    """Give a line for each fact that was edited and that other lines or figures of the brief still tell as made."""
    for path, words in _unsaid(edits).items():
        fact = path.split("/")[1] if "/" in path else ""
        drawn = [words, *(edits.base[other] for other in edits.taken_out if other.rsplit("/", 1)[0] in path)]
        places = [*_lines(edits, fact, words), *_figures(shown, drawn)]
        if fact and places:
            yield f"{words!r} is also stated, as made, in {'; '.join(places)}"


def _unsaid(edits: Edits) -> dict[str, str]:
    """Give by the path of a value what it no longer says; of a row taken out, the longest of its values."""
    unsaid = {change.path: change.before for change in edits.changed}
    unsaid |= {path: edits.base[path] for path in edits.emptied}
    rows: dict[str, list[str]] = {}
    for path in edits.taken_out:
        rows.setdefault(path.rsplit("/", 1)[0], []).append(path)
    for paths in rows.values():
        longest = max(paths, key=lambda path: len(edits.base[path]))
        unsaid[longest] = edits.base[longest]
    return {path: words for path, words in unsaid.items() if re.search(r"\w{2}", words)}


def _lines(edits: Edits, fact: str, words: str) -> Iterator[str]:
    """Give the key points, changes and disagreements about a fact that still say the words."""
    brief, out = edits.brief, set(edits.taken_out) | {change.path for change in edits.changed}
    listed = [(f"key_points/{point.id}/text", point.facts, point.text) for point in brief.key_points]
    listed += [(f"discrepancies/{d.id}/summary", d.facts, d.summary) for d in brief.discrepancies]
    listed += [(f"changes/{change.id}", (change.fact,), change.summary) for change in brief.changes]
    for path, facts, text in listed:
        if fact in facts and path not in out and _says(text, words) and not _gone(edits, text):
            yield f"{path.split('/')[0].replace('_', ' ')}: {text[:80]!r}"


def _gone(edits: Edits, text: str) -> bool:
    """Tell whether the paragraph with these words was reworded or taken out."""
    numbers = {*edits.reworded, *(n for unit in edits.gone for n in unit)}
    return any(" ".join(text.split()) in edits.words_as_made((n,)) for n in numbers)


def _figures(shown: Sheet, drawn: list[str]) -> Iterator[str]:
    """Name the figures that say one of the words, by which a fact is told from others."""
    for name, figure in shown.figures.items():
        if any(re.search(r"\w{2}", words) and _says(re.sub("<[^>]*>", " ", figure.svg), words) for words in drawn):
            yield f"the figure {name}"


def _says(text: str, words: str) -> bool:
    """Tell whether a text has the words, as words."""
    folded = " ".join(text.split())
    return re.search(rf"(?<!\w){re.escape(' '.join(words.split()))}(?!\w)", folded) is not None
