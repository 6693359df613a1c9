"""Find actors: the persons, bodies and states a document speaks of, with role and affiliation.

Found: "Russian Deputy Foreign Minister Mikhail Bogdanov", "Hamas", "Moscow" where it acts for Russia. Left alone: mere
places, names in bylines and credits, adjectives ("Russian"), and pronouns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.model import Actor, Evidence, Post
from briefgen.names import fold
from briefgen.reading.marks import Entity, Mention, Reading

PASSAGES = 4


def find_actors(reading: Reading) -> Iterator[Actor]:
    """Give the actors of a document in the order of their first mention.

    Evidence holds the sentence of the first mention, of a stated role, and of each further spelling.
    """
    mentions: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        if mention.entity is not None:
            mentions.setdefault(mention.entity, []).append(mention)
    bylines = {fold(author) for author in reading.document.source.authors}
    for key in sorted(mentions, key=lambda k: mentions[k][0].start):
        entity = reading.entity(key)
        if entity is None or entity.kind is None:
            continue
        named = [m for m in mentions[key] if m.form == "name"] or [m for m in mentions[key] if m.form == "nominal"]
        if not named or (fold(entity.name) in bylines and not entity.standings):
            continue
        yield _actor(reading, entity, named, mentions[key])


def _actor(reading: Reading, entity: Entity, named: Sequence[Mention], all_mentions: Sequence[Mention]) -> Actor:
    posts = tuple(
        Post(
            role=standing.role,
            affiliation=standing.affiliation,
            evidence=_passage(reading, standing.start, standing.start + 1),
            as_of=reading.document.source.published,
        )
        for standing in entity.standings
    )
    telling: list[Evidence] = [_passage(reading, named[0].start, named[0].end)]
    telling += [post.evidence for post in posts[:1]]
    if entity.inferred_at is not None:
        telling.append(_passage(reading, entity.inferred_at, entity.inferred_at + 1))
    for spelling in entity.names[:PASSAGES]:
        telling += [_passage(reading, m.start, m.end) for m in named if m.text == spelling][:1]
    once = {(e.start, e.end): e for e in telling}
    aliases = tuple(
        dict.fromkeys(
            name
            for name in (*entity.names, *(m.text for m in named if m.form == "name"))
            if name != entity.name and fold(name) != fold(entity.name)
        )
    )
    return Actor(
        id=entity.id,
        name=entity.name,
        kind=entity.kind or "organization",
        aliases=aliases,
        role=entity.role,
        affiliation=entity.affiliation,
        mentions=len(all_mentions),
        why_merged=entity.why,
        evidence=tuple(once.values())[:PASSAGES],
        posts=posts,
    )


def _passage(reading: Reading, start: int, end: int) -> Evidence:
    """Cite the sentence around a place; white space before it belongs to none."""
    while reading.text[start].isspace():
        start += 1
    sentence = reading.sentence_at(start)
    span = (sentence.start, max(end, sentence.end)) if sentence is not None else (start, max(end, start + 1))
    return reading.document.cite(*span)
