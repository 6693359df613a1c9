"""Compare the paragraphs of a Word document with those that were made: what stayed, moved, was reworded, added, taken out.

Rows of a table and paragraphs outside tables are compared as wholes, so that the same words in two rows are never mixed up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby

from briefgen.render.word_text import END, FACT, Paragraph, plain_text

ALIKE = 0.6
"""How much of two paragraphs' letters agree where one is the other reworded."""
HEADED = 0.7
"""How like a heading is to one of the same level."""
REACH = 50
"""How many paragraphs on the reworded one is looked for."""
_FACT = re.compile(f"{FACT}([^{END}]*){END}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A row or paragraph that stands where it stood or, where `moved`, elsewhere; `places` are its paragraphs as made."""

    places: tuple[int, ...]
    table: int | None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """Words that an editor put in: a row, a paragraph or, where `inside` names the paragraph before it, more in a cell."""

    paragraphs: tuple[Paragraph, ...]
    table: int | None
    words: str
    inside: int | None = None


@dataclass(slots=True)
class Comparison:
    """What became of the paragraphs as made; `order` tells what stands in the document now, from its start to its end."""

    reworded: dict[int, str] = field(default_factory=dict)
    gone: list[tuple[int, ...]] = field(default_factory=list)
    order: list[Kept | Added] = field(default_factory=list)


def compare(
    as_made: Sequence[Paragraph], base: Mapping[str, str], now: Sequence[Paragraph], facts: Mapping[str, str]
) -> Comparison:
    """Compare paragraphs; `base` and `facts` are the values of the facts in them, as made and as they are."""
    old, new = list(_units(as_made, base)), list(_units(now, facts))
    shown = _Shown(as_made, base, now, facts)
    partner = _paired(shown, old, new)
    found = Comparison()
    in_order = _rising([partner[b] for b in sorted(partner)])
    for number, unit in enumerate(new):
        table = now[unit[0]].table
        place = partner.get(number)
        if place is None:
            found.order.append(Added(tuple(now[n] for n in unit), table, shown.words(unit)))
        else:
            found.order.append(Kept(old[place], table, moved=place not in in_order))
            _within(found, shown, old[place], unit)
    paired = set(partner.values())
    found.gone += [unit for number, unit in enumerate(old) if number not in paired]
    return found


@dataclass(frozen=True, slots=True)
class _Look:
    """What a row or paragraph shows: its facts, its words, what kind of paragraph it is; "" in a table."""

    facts: frozenset[str]
    words: str
    kind: str

    def likeness(self, other: _Look) -> float:
        """Tell from 0 to 1 how likely the one is the other reworded."""
        if bool(self.kind) != bool(other.kind):
            return 0.0
        if self.facts & other.facts:
            return 1.0
        heading = self.kind if self.kind.startswith("h") else ""
        # a heading may be named anew without a letter in common
        least = HEADED if heading and heading == other.kind else 0.0
        return max(least, SequenceMatcher(None, self.words, other.words).quick_ratio())


def _look(paragraphs: Sequence[Paragraph], unit: Sequence[int], values: Mapping[str, str]) -> _Look:
    facts = frozenset(path for n in unit for path in facts_in(paragraphs[n].text))
    words = " | ".join(plain_text(paragraphs[n].text, values) for n in unit)
    first = paragraphs[unit[0]]
    return _Look(facts, words, first.kind if first.row is None else "")


@dataclass(frozen=True, slots=True)
class _Shown:
    """The paragraphs as made and as they are, with the values of their facts."""

    as_made: Sequence[Paragraph]
    base: Mapping[str, str]
    now: Sequence[Paragraph]
    facts: Mapping[str, str]

    def before(self, unit: Sequence[int]) -> _Look:
        """Give what likeness is judged by, as made."""
        return _look(self.as_made, unit, self.base)

    def after(self, unit: Sequence[int]) -> _Look:
        """Give what likeness is judged by, as it is."""
        return _look(self.now, unit, self.facts)

    def words(self, unit: Sequence[int]) -> str:
        """Give the words of a row or paragraph as one line."""
        return self.after(unit).words

    def differs(self, a: int, b: int) -> bool:
        """Tell whether the words around the values differ; a mark that a program lost changes no word."""
        old, new = self.as_made[a].text, self.now[b].text
        return old != new and plain_text(old, {**self.base, **self.facts}) != plain_text(new, self.facts)


def _units(paragraphs: Sequence[Paragraph], values: Mapping[str, str]) -> Iterator[tuple[int, ...]]:
    """Give the rows and the paragraphs outside tables that show anything, each as the numbers of its paragraphs."""
    numbered = enumerate(paragraphs)
    for _, group in groupby(numbered, key=lambda p: (p[1].row, -1 if p[1].row is not None else p[0])):
        unit = tuple(number for number, _ in group)
        if any(plain_text(paragraphs[n].text, values) for n in unit):
            yield unit


def facts_in(text: str) -> list[str]:
    """Give the paths of the facts that a paragraph holds."""
    return _FACT.findall(text)


def _key(paragraphs: Sequence[Paragraph], unit: Sequence[int]) -> str | tuple[str, ...]:
    """Name a row or paragraph: by its first fact, which no other holds, else by its words."""
    paths = [path for n in unit for path in facts_in(paragraphs[n].text)]
    return paths[0] if paths else tuple(paragraphs[n].text for n in unit)


def _paired(shown: _Shown, old: Sequence[tuple[int, ...]], new: Sequence[tuple[int, ...]]) -> dict[int, int]:
    """Give the row or paragraph as made of each of now: what stands in order, then what moved, then what was reworded."""
    old_keys, new_keys = [_key(shown.as_made, u) for u in old], [_key(shown.now, u) for u in new]
    taken: dict[int, int] = {}
    stretches: list[tuple[range, range]] = []
    for what, a1, a2, b1, b2 in SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes():
        if what == "equal":
            taken.update(zip(range(b1, b2), range(a1, a2), strict=True))
        else:
            stretches.append((range(a1, a2), range(b1, b2)))
    waiting: dict[str | tuple[str, ...], list[int]] = {}
    for a in (a for olds, _ in stretches for a in olds):
        waiting.setdefault(old_keys[a], []).append(a)
    for b in (b for _, news in stretches for b in news):
        if waiting.get(new_keys[b]):
            taken[b] = waiting[new_keys[b]].pop(0)
    used = set(taken.values())
    for olds, news in stretches:
        left_old, left_new = [a for a in olds if a not in used], [b for b in news if b not in taken]
        taken.update(
            (left_new[b], left_old[a])
            for a, b in _alike([shown.before(old[a]) for a in left_old], [shown.after(new[b]) for b in left_new])
        )
    return taken


def _alike(old: Sequence[_Look], new: Sequence[_Look]) -> Iterator[tuple[int, int]]:
    """Pair what is one the other reworded, in order: by the facts they hold, else by likeness, the likest first."""
    start = 0
    for index, look in enumerate(old):
        near = range(start, min(start + REACH, len(new)))
        likeness = [(look.likeness(new[place]), -place) for place in near]
        best, place = max(likeness, default=(0.0, 0))
        if best > ALIKE:
            yield index, -place
            start = 1 - place


def _rising(places: Sequence[int]) -> frozenset[int]:
    """Give the longest series of places that come in their old order; the others have moved.

    >>> sorted(_rising([0, 3, 1, 2, 4]))
    [0, 1, 2, 4]
    """
    ends: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for number, place in enumerate(places):
        length = bisect_left(ends, place)
        ends[length:] = [place, *ends[length + 1 :]]
        at[length:] = [number, *at[length + 1 :]]
        before.append(at[length - 1] if length else None)
    kept = []
    last = at[-1] if at else None
    while last is not None:
        kept.append(places[last])
        last = before[last]
    return frozenset(kept)


def _within(found: Comparison, shown: _Shown, old: Sequence[int], new: Sequence[int]) -> None:
    """Compare the paragraphs of a row that stayed, cell by cell; outside tables there is one on each side."""
    old_cells = [list(g) for _, g in groupby(old, key=lambda n: shown.as_made[n].cell)]
    new_cells = [list(g) for _, g in groupby(new, key=lambda n: shown.now[n].cell)]
    if len(old_cells) != len(new_cells):
        old_cells, new_cells = [list(old)], [list(new)]
    for mine, theirs in zip(old_cells, new_cells, strict=True):
        _within_cell(found, shown, mine, theirs)


def _within_cell(found: Comparison, shown: _Shown, old: Sequence[int], new: Sequence[int]) -> None:
    if len(old) != len(new):
        new = [n for n in new if shown.words((n,))]
    partner: dict[int, int]
    if len(old) == len(new):
        partner = dict(enumerate(range(len(old))))
    else:
        looks = [shown.before((a,)) for a in old], [shown.after((b,)) for b in new]
        partner = {b: a for a, b in _alike(*looks)}
    behind = old[0]
    for number, b in enumerate(new):
        if number in partner:
            behind = old[partner[number]]
            if shown.differs(behind, b):
                found.reworded[behind] = shown.now[b].text
        else:
            paragraph = shown.now[b]
            found.order.append(Added((paragraph,), paragraph.table, shown.words((b,)), inside=behind))
    kept = set(partner.values())
    found.gone += [(a,) for number, a in enumerate(old) if number not in kept]
