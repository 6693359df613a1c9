"""Tell documents that copy one another: the same text under two names, wire copy under another headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from briefgen.model import Document, LeftOut, Source
from briefgen.sources.agencies import agency_of

SHINGLE = 6
"""Words that one shingle holds: long enough that two reports of one event share few by chance."""
KEPT = 8
"""One shingle in this many is kept, chosen by its first word, hence the same ones in each copy: a power of two."""
LONG, LEAST = 400, 30
"""Words and kept shingles from which on a sample of the shingles is enough."""
SPACED = bytes(byte if chr(byte).isalnum() or byte > 127 or byte == 95 else 32 for byte in range(256))
"""Turns every sign of ASCII that belongs to no word into a space."""
SIGNS = re.compile(r"[^\w\x00-\x7f]+")
COPY = 0.6
"""Share of the shorter text's shingles that makes it a copy."""
WIRE_COPY = 0.3
"""The share that is enough where both credit the same agency: papers cut, reorder and rewrite what an agency sends."""
SAME = 0.9
"""Share of both texts' shingles that makes them the same text, so that one of them is enough."""
COMMON = 30
"""A shingle that stands in more origins than this is furniture ("all rights reserved ...") and proves nothing."""
COMPARED = 20
"""Different versions of one text with which another is compared, so that a report printed everywhere costs no more."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A document that stays a source, and its shingles. An origin and its copies make a family, the origin first."""

    source: Source
    shingles: frozenset[int]
    sampled: bool
    agency: str | None

    def share_with(self, other: Seen) -> tuple[float, float]:
        """Give the share of the shorter and of the longer text's shingles that both have, sampled alike."""
        mine, theirs = self.shingles, other.shingles
        if self.sampled != other.sampled:
            mine, theirs = _sample(mine), _sample(theirs)
        both = len(mine & theirs)
        return both / max(1, min(len(mine), len(theirs))), both / max(1, len(mine), len(theirs))


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
    index: dict[int, list[int]] = {}
    origins: dict[str, str] = {}
    left_out: list[LeftOut] = []
    families: list[list[Seen]] = []
    for document in ordered:
        source = document.source
        seen = Seen(source, *shingles_of(document.text), agency_of(document.text, document.blocks))
        place = _origin(seen, index, families)
        if place is None:
            origins[source.id] = source.id
            _enter(seen, index, len(families))
            families.append([seen])
            continue
        family = families[place]
        origins.setdefault(source.id, family[0].source.id)
        twin = next((other.source for other in family[:COMPARED] if _same(seen, other)), None)
        if twin is None:
            family.append(seen)
        else:
            left_out.append(LeftOut(path=source.path, reason="duplicate", message=f"the same text as {twin.path}"))
    return Copies(origins=tuple(sorted(origins.items())), left_out=tuple(sorted(left_out, key=lambda item: item.path)))


def shingles_of(text: str) -> tuple[frozenset[int], bool]:
    """Give a text's runs of six words as numbers, and whether they are a sample: a short text gives all of them.

    A number's remainder by KEPT is that of its first word, so that the same runs are kept of every copy.
    """
    plain = text.casefold() if text.isascii() else SIGNS.sub(" ", text.casefold())
    words = plain.encode("utf-8", "surrogatepass").translate(SPACED).split()
    if len(words) <= SHINGLE:
        return (frozenset({_number(words)}) if words else frozenset()), False
    starts = range(len(words) - SHINGLE + 1)
    if len(words) > LONG:
        chosen = [at for at, mark in enumerate(map(crc32, words)) if not mark % KEPT]
        runs = (words[at : at + SHINGLE] for at in chosen if at in starts)
        sample = frozenset([crc32(b" ".join(run)) & -KEPT for run in runs])
        if len(sample) >= LEAST:
            return sample, True
    return frozenset(_number(words[at : at + SHINGLE]) for at in starts), False


def _number(words: list[bytes]) -> int:
    return crc32(b" ".join(words)) & -KEPT | crc32(words[0]) % KEPT


def _sample(shingles: frozenset[int]) -> frozenset[int]:
    return frozenset(item for item in shingles if item % KEPT == 0)


def _enter(seen: Seen, index: dict[int, list[int]], place: int) -> None:
    """Note where a new origin's shingles stand; one that stands in too many proves nothing and needs no more places."""
    for shingle in seen.shingles:
        places = index.get(shingle)
        if places is None:
            index[shingle] = [place]
        elif len(places) <= COMMON:
            places.append(place)


def _origin(seen: Seen, index: dict[int, list[int]], families: list[list[Seen]]) -> int | None:
    """Give the place of the origin that shares most with a text, or None."""
    shared: Counter[int] = Counter()
    for shingle in seen.shingles:
        places = index.get(shingle)
        if places and len(places) <= COMMON:
            shared.update(places)
    best = min(shared, key=lambda place: (-shared[place], place), default=None)
    if best is None:
        return None
    first = families[best][0]
    wire = seen.agency is not None and seen.agency == first.agency
    return best if seen.share_with(first)[0] >= (WIRE_COPY if wire else COPY) else None


def _same(one: Seen, other: Seen) -> bool:
    return one.source.id == other.source.id or one.share_with(other)[1] >= SAME
