"""Name those who speak first without a name: "A judge said ... The judge, Ada Renn, said", "A lawyer denied it. “...,” Ada Renn said".

Left alone: a speaker behind whom somebody with an office of his own is quoted, or somebody met before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.knowledge.world import is_body_noun
from briefgen.reading.holder_words import core_of
from briefgen.reading.marks import Entity, Holder, Mention, Quote, Reading
from briefgen.reading.role_words import heads_role

NEW = frozenset({"a", "an", "one", "another"})
FAR = 15
"""Sentences to "The judge, Ada Renn"."""
MARKS = " \n\"“„«‘'`"
"""What alone may stand between the sentence of the unnamed and the quotation."""


def with_late_names(reading: Reading) -> Reading:
    """Give the reading with unnamed speakers who are named later, and what these are by the words that came first."""
    meant: dict[int, Entity] = {}
    for quote, behind in pairwise((*reading.quotes, None)):
        holder = quote.holder if quote is not None else None
        if holder is None or holder.entity is not None or not _is_new(holder):
            continue
        found = _described(reading, holder) or (_quoted(reading, holder, behind) if behind is not None else None)
        if found is not None:
            meant[holder.start] = found
    if not meant:
        return reading
    quotes = tuple(_renamed(reading.quotes, meant))
    told = {found.id: found for found in meant.values()}
    return replace(reading, quotes=quotes, entities=tuple(told.get(e.id, e) for e in reading.entities))


def _is_new(holder: Holder) -> bool:
    """Tell one person who is spoken of for the first time: "a guide", "another judge"."""
    said = core_of(holder.name).casefold().split()
    return said[0] in NEW and heads_role(said[-1]) and not is_body_noun(said[-1])


def _renamed(quotes: Sequence[Quote], meant: Mapping[int, Entity]) -> Iterator[Quote]:
    """Give the quotations with the names, those included whose "he" was taken for the unnamed."""
    names: dict[str, Entity] = {}
    for quote in quotes:
        holder = quote.holder
        found = meant.get(holder.start) if holder is not None else None
        if holder is not None and found is not None:
            names[holder.name] = found
        elif holder is not None and holder.entity is None and not _is_new(holder):
            found = names.get(holder.name)
        if holder is not None and found is not None:
            quote = replace(quote, holder=replace(holder, name=found.name, entity=found.id, of=None))
        yield quote


def _described(reading: Reading, holder: Holder) -> Entity | None:
    """Give the person named behind the same noun with "the": "The judge, Ada Renn"; another "a judge" in between ends it."""
    noun = core_of(holder.name).split()[-1].casefold()
    sentence = reading.sentence_at(holder.start)
    last = reading.sentences[min(len(reading.sentences) - 1, sentence.index + FAR)].end if sentence is not None else 0
    lead = f"the {noun}, "
    for mention in reading.mentions_in(holder.end, last):
        named = mention.form == "name" and mention.kind == "person" and mention.entity is not None
        if named and reading.text[mention.start - len(lead) : mention.start].casefold() == lead:
            again = reading.text[holder.end : mention.start].casefold()
            return None if any(f"{new} {noun}" in again for new in NEW) else reading.entity(mention.entity)
    return None


def _quoted(reading: Reading, holder: Holder, behind: Quote) -> Entity | None:
    """Give the person of whom the text tells nothing but a name beside the next quotation, with what the unnamed is."""
    speaker = behind.holder
    entity = reading.entity(speaker.entity) if speaker is not None else None
    if speaker is None or entity is None or entity.kind != "person" or entity.role or not behind.direct:
        return None
    sentence, first = reading.sentence_at(holder.start), _first_name(reading, entity)
    next_to = sentence is not None and not reading.text[sentence.end : behind.start].strip(MARKS)
    bare = first is not None and first.start >= speaker.start and " " in first.text
    if not next_to or not bare or behind.start > speaker.start:
        return None
    role = " ".join(holder.name.partition(",")[0].split()[1:])
    return replace(entity, role=role, affiliation=entity.affiliation or holder.of, inferred_at=holder.start)


def _first_name(reading: Reading, entity: Entity) -> Mention | None:
    return next((m for m in reading.mentions if m.entity == entity.id and m.form == "name"), None)
