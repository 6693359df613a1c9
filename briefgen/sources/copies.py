"""Tell documents that copy one another: the same text under two names, wire copy under another headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from briefgen.model import Document, LeftOut

SHINGLE = 6
"""Words that one shingle holds: long enough that two reports of one event share few by chance."""
KEPT = 4
"""One shingle in this many is kept, chosen by its hash, hence the same ones in each copy."""
COPY = 0.6
"""Share of the shorter text's shingles that makes it a copy."""
SAME = 0.9
"""Share of both texts' shingles that makes them the same text, so that one of them is enough."""
COMMON = 30
"""A shingle that stands in more origins than this is furniture ("all rights reserved ...") and proves nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Which source copies which: (id, id of its origin) for each document, and those left out as the same text."""

    origins: tuple[tuple[str, str], ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def cluster(documents: Iterable[Document]) -> Copies:
    """Find the copies among documents, in any order, in time linear in their words.

    The earliest published is the origin, then the longest, then the first by path. A copy that carries a text of its
    own around the shared one stays a source and points at its origin; the same text twice is left out once.
    """
    ordered = sorted(documents, key=lambda d: (d.source.published or date.max, -d.source.words, d.source.path))
    index: dict[bytes, list[int]] = {}
    origins: dict[str, str] = {}
    left_out: list[LeftOut] = []
    firsts: list[tuple[Document, frozenset[bytes]]] = []
    for document in ordered:
        source, shingles = document.source, shingles_of(document.text)
        place = _origin(shingles, index, firsts)
        if place is not None and (_same(shingles, firsts[place][1]) or source.id == firsts[place][0].source.id):
            first = firsts[place][0].source
            left_out.append(LeftOut(path=source.path, reason="duplicate", message=f"the same text as {first.path}"))
            origins.setdefault(source.id, first.id)
        elif place is not None:
            origins[source.id] = firsts[place][0].source.id
        else:
            origins[source.id] = source.id
            for shingle in shingles:
                index.setdefault(shingle, []).append(len(firsts))
            firsts.append((document, shingles))
    return Copies(origins=tuple(sorted(origins.items())), left_out=tuple(sorted(left_out, key=lambda item: item.path)))


def shingles_of(text: str) -> frozenset[bytes]:
    """Give a sample of the text's runs of six words as hashes; a short text gives all of them."""
    words = re.findall(r"\w+", text.casefold())
    if not words:
        return frozenset()
    runs = {" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))}
    hashes = {blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest() for run in runs}
    sample = frozenset(item for item in hashes if item[0] % KEPT == 0)
    return sample if len(words) > 200 and len(sample) >= 20 else frozenset(hashes)


def _origin(
    shingles: frozenset[bytes], index: dict[bytes, list[int]], firsts: list[tuple[Document, frozenset[bytes]]]
) -> int | None:
    """Give the place of the origin that shares most with a text, or None."""
    shared: Counter[int] = Counter()
    for shingle in shingles:
        places = index.get(shingle, ())
        if len(places) <= COMMON:
            shared.update(places)
    best = min(shared, key=lambda place: (-shared[place], place), default=None)
    if best is None:
        return None
    theirs = firsts[best][1]
    shorter = min(len(shingles), len(theirs))
    return best if len(shingles & theirs) >= shorter * COPY else None


def _same(one: frozenset[bytes], other: frozenset[bytes]) -> bool:
    return len(one & other) >= max(len(one), len(other)) * SAME
