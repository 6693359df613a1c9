"""Measure what comes out of web pages, on the pages that trafilatura and htmldate publish for their own evaluation.

`python -m benchmarks.pages TRAFILATURA/tests HTMLDATE/tests`: the `tests` folders of the two projects' repositories,
which are not part of briefgen. Each page is loaded without its address, by briefgen and by the libraries at the
settings that score best in their own evaluation; both are scored the way the two projects score themselves.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefgen.errors import SourceError
from briefgen.model import File, Limits
from briefgen.sources.loading import load_here

FOLDERS = ("test_set", "cache", "eval")


@dataclass
class Found:
    """What a page gave: text, title, authors joined the way trafilatura joins them, and the day."""

    text: str = ""
    title: str | None = None
    author: str | None = None
    day: str | None = None


@dataclass
class Score:
    """Counts of one way of loading, and the seconds that it took."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def f(self, name: str) -> float:
        """Give the F score of what was counted as right, false and missed."""
        right, false, missed = (self.counts[f"{name} {kind}"] for kind in ("right", "false", "missed"))
        return 2 * right / max(1, 2 * right + false + missed)

    def exact(self, name: str) -> float:
        """Give the share of pages with the value annotated."""
        return self.counts[f"{name} right"] / max(1, self.counts[f"{name} all"])


def ours(data: bytes) -> Found:
    """Load a page as briefgen does, in this process."""
    try:
        (document, *_) = load_here(File(path="page.html", data=data), Limits()).documents
    except SourceError:
        return Found()
    source = document.source
    day = source.published.isoformat() if source.published else None
    return Found(source.text, source.title, "; ".join(source.authors) or None, day)


def theirs(data: bytes) -> Found:
    """Load a page as trafilatura does at the settings that its own evaluation finds best."""
    from trafilatura import bare_extraction

    found: Any = bare_extraction(data, with_metadata=True, include_comments=False, output_format="python")
    return Found(found.text, found.title, found.author, found.date) if found is not None else Found()


def theirs_day(data: bytes) -> Found:
    """Date a page as htmldate does at the settings that its own evaluation finds best."""
    from htmldate import find_date

    return Found(day=find_date(_decoded(data), original_date=True, extensive_search=True))


def _decoded(data: bytes) -> str:
    from charset_normalizer import from_bytes

    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return str(from_bytes(data).best() or data.decode("latin-1"))


def _pages(folder: Path, listed: dict[str, Any]) -> Iterator[tuple[dict[str, Any], bytes]]:
    for record in listed.values():
        path = next(
            (folder / name / record["file"] for name in FOLDERS if (folder / name / record["file"]).is_file()), None
        )
        if path is not None:
            yield record, path.read_bytes()


def _even(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def count_article(score: Score, record: dict[str, Any], found: Found) -> None:
    """Count the stretches of text that are in and out, and the title and author that are right."""
    text = _even(found.text)
    inside = sum(_even(piece) in text for piece in record["with"])
    score.counts["text right"] += inside
    score.counts["text missed"] += len(record["with"]) - inside
    score.counts["text false"] += sum(_even(piece) in text for piece in record["without"])
    for name, value in (("title", found.title), ("author", found.author)):
        wanted = record.get(name)
        if wanted:
            wanted = "; ".join(wanted) if isinstance(wanted, list) else wanted
            score.counts[f"{name} all"] += 1
            score.counts[f"{name} right"] += _even(wanted) == _even(value or "")


def count_day(score: Score, record: dict[str, Any], found: Found) -> None:
    """Count a day as right, false, or missed."""
    wanted = record["date"] if isinstance(record["date"], str) else None
    kind = "missed" if found.day is None else "right" if found.day == wanted else "false"
    score.counts[f"date {kind}"] += 1


def measure(
    pages: list[tuple[dict[str, Any], bytes]],
    ways: dict[str, Callable[[bytes], Found]],
    count: Callable[[Score, dict[str, Any], Found], None],
) -> dict[str, Score]:
    """Load every page in each way, and count what is right."""
    scores = {name: Score() for name in ways}
    for record, data in pages:
        for name, way in ways.items():
            start = time.perf_counter()
            found = way(data)
            scores[name].seconds += time.perf_counter() - start
            count(scores[name], record, found)
    return scores


def _listed(*paths: Path) -> dict[str, Any]:
    return {key: value for path in paths for key, value in json.loads(path.read_text(encoding="utf-8")).items()}


def main() -> None:
    """Print the two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trafilatura", type=Path, help="the folder `tests` of trafilatura's repository")
    parser.add_argument("htmldate", type=Path, help="the folder `tests` of htmldate's repository")
    asked = parser.parse_args()
    articles = list(_pages(asked.trafilatura, _listed(asked.trafilatura / "evaldata.json")))
    print(f"{len(articles)} pages of trafilatura's {'text F':>12} {'title':>8} {'author':>8} {'seconds':>8}")
    for name, score in measure(articles, {"briefgen": ours, "trafilatura": theirs}, count_article).items():
        figures = score.f("text"), score.exact("title"), score.exact("author")
        print(f"{name:28}" + "".join(f"{figure:9.4f}" for figure in figures) + f"{score.seconds:9.1f}", flush=True)
    lists = asked.htmldate / "eval_mediacloud_2020.json", asked.htmldate / "eval_default.json"
    dated = list(_pages(asked.htmldate, _listed(*lists)))
    print(f"{len(dated)} pages of htmldate's {'date F':>16} {'seconds':>8}")
    for name, score in measure(dated, {"briefgen": ours, "htmldate": theirs_day}, count_day).items():
        print(f"{name:28}{score.f('date'):9.4f}{score.seconds:9.1f}", flush=True)


if __name__ == "__main__":
    main()
