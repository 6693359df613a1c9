"""Say where one name is written in several ways."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from briefgen.brief.sides import passages
from briefgen.model import Actor, Discrepancy, Side
from briefgen.names import fold
from briefgen.wording import Words

ALIKE = 0.6
"""Share of letters in common, in order, of two spellings: Johansson and Yohanson have .82."""


def spellings_of(actor: Actor, words: Words) -> Iterator[Discrepancy]:
    """Give the spellings of an actor that differ in letters, each with its passages."""
    sides = []
    for spelling in _full_spellings(actor):
        told = passages(e for e in actor.evidence if spelling in e.quote)
        if told:
            sides.append(Side(text=spelling, evidence=told))
    if len(sides) > 1:
        yield Discrepancy(
            id=f"{actor.id}-spelling",
            kind="spelling",
            facts=(actor.id,),
            sides=tuple(sides),
            summary=words.say("spelled", names=words.listed([side.text for side in sides])),
        )


def _alike(name: str, other: str) -> bool:
    """Tell whether two names may be one name written in two ways, whatever the order of their words."""
    one, two = ("".join(sorted(fold(said).split())) for said in (name, other))
    return SequenceMatcher(None, one, two).ratio() >= ALIKE


def _word_by_word(name: str, other: str) -> bool:
    """Tell whether two names of a body are one with another spelling: word for word alike, and no initials."""
    if name.isupper() or other.isupper():
        return False
    one, two = fold(name).split(), fold(other).split()
    return len(one) == len(two) and all(_alike(x, y) for x, y in zip(one, two, strict=True))


def _full_spellings(actor: Actor) -> list[str]:
    """Give the spellings that differ in letters; a surname alone, a title in front or another order is no other spelling."""
    if actor.kind == "state":
        return []
    alike, least = (_alike, 2) if actor.kind == "person" else (_word_by_word, 1)
    kept: list[str] = []
    for name in (actor.name, *actor.aliases):
        words = fold(name).split()
        if kept and not alike(name, kept[0]):
            continue  # a name of war or a maiden name is another name, no other spelling
        if len(words) >= least and not any(set(words) <= set(fold(k).split()) for k in kept):
            kept.append(name)
    return kept
