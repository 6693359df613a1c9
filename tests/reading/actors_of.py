"""Find the actors of a few sentences: the shared start of the tables of names and roles."""

from __future__ import annotations

from briefgen.extract import extract
from briefgen.model import Actor
from tests.readings import reading_of


def actors(text: str) -> tuple[Actor, ...]:
    """Give the actors of a text."""
    return extract(reading_of(text)).actors


def standings_of(text: str) -> dict[str, tuple[str, str | None, str | None]]:
    """Give the kind, role and affiliation of a text's actors by their names."""
    return {a.name: (a.kind, a.role, a.affiliation) for a in actors(text)}


def words_outside_passages(text: str) -> set[str]:
    """Give the words of the actors' posts that do not stand in the passages that hold these posts."""
    return {
        word
        for actor in actors(text)
        for post in actor.posts
        for word in set((post.role or "").split()).difference(*map(_forms, post.evidence.quote.split()))
    }


def _forms(word: str) -> set[str]:
    """Give a word as it stands, without punctuation and possessive, and in the singular."""
    bare = word.strip(".,;:()“”\"'’")
    whole = {"Prof": "Professor"}.get(bare, bare)
    return {word, whole, bare, bare.removesuffix("s"), bare.removesuffix("'s"), f"{bare[:-3]}y"}
