"""Choose what a brief has room for where the sources say more than anybody reads: statements and names.

Meetings and designations are all kept, and everybody who is party to a fact. Of statements every source first gets an
equal share, so that a transcript of a hundred answers does not crowd out a brief of ten lines; within its share those
are kept that say most of what the sources talk about and least of what is said already.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefgen.brief.ordering import actor_weights, place_in_text
from briefgen.knowledge import load
from briefgen.model import Actor, Facts, View

WORD = re.compile(r"[^\W\d_]{3,}")
FULL = 12
"""Words, beside those of grammar, of a statement that stands for itself."""
BROKEN = re.compile(r"^[\W_]*[–—]|[–—][\W_]*$")
"""A statement that somebody interrupted says too little: "— to this a moment ago, but —"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many statements and actors a brief shows at most; 0: all of them."""

    views: int = 150
    actors: int = 150


def choose(facts: Facts, room: Room, needed: Collection[str] = ()) -> Facts:
    """Give the facts that a brief shows, in their order. `needed` are ids of actors that must stay."""
    views = _views(facts.views, room.views)
    shown = replace(facts, views=views)
    return replace(shown, actors=_actors(facts, shown, room.actors, needed))


def _actors(facts: Facts, shown: Facts, most: int, needed: Collection[str]) -> tuple[Actor, ...]:
    """Keep who is party to a fact that is shown, whom those belong to, and of the others those who weigh most."""
    if not most or len(facts.actors) <= most:
        return facts.actors
    known = {actor.id: actor for actor in facts.actors}
    kept = {key for key in (*needed, *_parties(shown)) if key in known}
    weight = actor_weights(facts)
    for actor in sorted(facts.actors, key=lambda a: (-weight[a.id], a.id)):
        if len(kept) >= most:
            break
        kept.add(actor.id)
    ahead = list(kept)
    while ahead:  # a post's body may belong to a state in turn
        above = known[ahead.pop()].affiliation
        if above in known and above not in kept:
            kept.add(above)
            ahead.append(above)
    return tuple(actor for actor in facts.actors if actor.id in kept)


def _parties(facts: Facts) -> Iterator[str]:
    for meeting in facts.meetings:
        yield from meeting.participants
    for designation in facts.designations:
        yield from (designation.authority, designation.subject)
    for view in facts.views:
        yield from filter(None, (view.holder, view.affiliation))


def _views(views: Sequence[View], most: int) -> tuple[View, ...]:
    if not most or len(views) <= most:
        return tuple(views)
    shares = _shares(Counter(map(_source, views)), most)
    kept: set[str] = set()
    for view in _by_weight(views):
        if shares[_source(view)] > 0:
            shares[_source(view)] -= 1
            kept.add(view.id)
    return tuple(view for view in views if view.id in kept)


def _source(view: View) -> int:
    return place_in_text(view.evidence)[0]


def _shares(counts: Mapping[int, int], most: int) -> dict[int, int]:
    """Part `most` places among numbered sources: all get the same, but none more than it has; a rest goes to the first.

    >>> shares = _shares({1: 2, 2: 100, 3: 100}, 21)
    >>> shares[1], shares[2], shares[3]
    (2, 10, 9)
    """
    shares: dict[int, int] = {}
    left = most
    waiting = sorted(counts, key=lambda source: (counts[source], -source))
    for place, source in enumerate(waiting):
        shares[source] = min(counts[source], left // (len(waiting) - place))
        left -= shares[source]
    return shares


def _by_weight(views: Sequence[View]) -> Iterator[View]:
    """Give statements from the weightiest, by SumBasic (Nenkova and Vanderwende 2005, MSR-TR-2005-101).

    A statement weighs the mean probability of its words among all statements; each time one is given, the probability
    of its words is squared, so that the next says something else. The mean is taken over `FULL` words at least, as few
    words easily have a high one. As weights only fall, a heap finds the next in logarithmic time.
    """
    said = [tuple(sorted(_content(view.text))) for view in views]
    counts = Counter(word for words in said for word in words)
    total = counts.total()
    chance = {word: count / total for word, count in counts.items()}

    def weight(place: int) -> float:
        words = said[place]
        mean = math.fsum(chance[word] for word in words) / max(len(words), FULL)
        several = len({e.source for e in views[place].evidence}) > 1  # who repeats it found it worth telling
        return mean + several - bool(BROKEN.search(views[place].text))

    heap = [(-weight(place), place) for place in range(len(views))]
    heapq.heapify(heap)
    while heap:
        before, place = heapq.heappop(heap)
        now = -weight(place)
        if now > before and heap and (now, place) > heap[0]:
            heapq.heappush(heap, (now, place))
            continue
        yield views[place]
        chance.update((word, chance[word] ** 2) for word in said[place])


def _content(text: str) -> set[str]:
    return {word for word in WORD.findall(text.casefold()) if word not in _function_words()}


@cache
def _function_words() -> frozenset[str]:
    return frozenset(" ".join(load("languages")["function_words"].values()).split())
