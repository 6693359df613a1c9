"""Tell where else a brief states a fact that an editor changed or took out: lines and figures that still say it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.render.edited import Edits
from briefgen.render.redrawn import OF_ROWS
from briefgen.render.sheet import Sheet


def also_stated(edits: Edits, shown: Sheet) -> Iterator[str]:
    """Give a line for each fact that was edited and that other lines or figures of the brief still tell as made."""
    rows = _rows_out(edits)
    lines, edited = _lines_by_fact(edits), _edited_words(edits)
    figures = {name: re.sub("<[^>]*>", " ", figure.svg) for name, figure in shown.figures.items()}
    for path, words in _unsaid(edits, rows).items():
        told = (line for line in lines.get(_fact_of(path), ()) if _says(line[1], words))
        places = [f"{kind}: {text[:80]!r}" for kind, text in told if not any(_folded(text) in said for said in edited)]
        # what is drawn from the rows of a table is drawn as they are now
        redrawn = path.split("/")[0] in OF_ROWS
        drawn = [] if redrawn else [words, *(edits.base[other] for other in rows.get(_row_of(path), ()))]
        places += [f"the figure {name}" for name, text in figures.items() if any(_draws(text, said) for said in drawn)]
        if places:
            yield f"{words!r} is also stated, as made, in {'; '.join(places)}"


def _row_of(path: str) -> str:
    return path.rsplit("/", 1)[0]


def _fact_of(path: str) -> str:
    return path.split("/")[1]


def _rows_out(edits: Edits) -> dict[str, list[str]]:
    """Give by row the paths of the values that were taken out."""
    rows: dict[str, list[str]] = {}
    for path in edits.taken_out:
        rows.setdefault(_row_of(path), []).append(path)
    return rows


def _unsaid(edits: Edits, rows: dict[str, list[str]]) -> dict[str, str]:
    """Give by the path of a fact's value what it no longer says; of a row taken out, the longest of its values."""
    unsaid = {change.path: change.before for change in edits.changed}
    longest = (max(paths, key=lambda path: len(edits.base[path])) for paths in rows.values())
    unsaid |= {path: edits.base[path] for path in (*edits.emptied, *longest)}
    return {path: words for path, words in unsaid.items() if "/" in path and re.search(r"\w{2}", words)}


def _lines_by_fact(edits: Edits) -> dict[str, list[tuple[str, str]]]:
    """Give by fact the key points, changes and disagreements about it that were neither retyped nor taken out."""
    brief, out = edits.brief, {*edits.taken_out, *(change.path for change in edits.changed)}
    listed = [(f"key_points/{point.id}/text", point.facts, point.text) for point in brief.key_points]
    listed += [(f"discrepancies/{d.id}/summary", d.facts, d.summary) for d in brief.discrepancies]
    listed += [(f"changes/{change.id}", (change.fact,), change.summary) for change in brief.changes]
    lines: dict[str, list[tuple[str, str]]] = {}
    for path, facts, text in listed:
        for fact in () if path in out else dict.fromkeys(facts):
            lines.setdefault(fact, []).append((path.split("/")[0].replace("_", " "), text))
    return lines


def _edited_words(edits: Edits) -> list[str]:
    """Give the words, as made, of the paragraphs that were reworded or taken out."""
    numbers = {*edits.reworded, *(n for unit in edits.gone for n in unit)}
    return [edits.words_as_made((n,)) for n in sorted(numbers)]


def _draws(figure: str, words: str) -> bool:
    """Tell whether a figure says a value by which a fact is told from others."""
    return re.search(r"\w{2}", words) is not None and _says(figure, words)


def _says(text: str, words: str) -> bool:
    """Tell whether a text has the words, as words."""
    return re.search(rf"(?<!\w){re.escape(_folded(words))}(?!\w)", _folded(text)) is not None


def _folded(text: str) -> str:
    return " ".join(text.split())
