"""Say which mentions and descriptions can list: states, public bodies, and the state of an office."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.designations.cue import Cue
from briefgen.extract.designations.listers import Listers, acts, dateline
from briefgen.extract.designations.wording import POSSESSIVE, adjectival, is_agency, is_lister
from briefgen.knowledge.world import words
from briefgen.names import fold
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.marks import Entity, Mention, Reading


class Institutions:
    """Those of a document that can list, by the mentions and the descriptions of them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.listers = Listers(reading)

    def among(self, line: Line, mentions: Sequence[Mention], cue: Cue) -> list[str]:
        """Give those that can list: states and bodies; a person stands for the state or body he speaks for."""
        keys: list[str] = []
        nested = {
            id(m)
            for m in mentions
            for p in mentions
            if p is not m and p.full_start <= m.start and m.end <= p.full_end and p.kind == "person"
        }
        for mention in mentions:
            entity = self.reading.entity(mention.entity)
            if entity is None and mention.form == "nominal" and mention.text.casefold() in ("the bloc", "the union"):
                keys.extend(self.listers.bloc(mention.start))
            if entity is not None and entity.kind is None and acts(line, mention):
                keys.extend(key for key in self.listers.of_place(entity) if key not in keys)
            if entity is None or entity.kind is None or id(mention) in nested or dateline(line, mention):
                continue
            if president := self._president(line, mention):
                keys.extend(key for key in president if key not in keys)
                continue
            if self._owns_next(line, mention, mentions) or (cue.judged and mention.kind == "person"):
                continue  # "the envoy called Kahl a terrorist": a label
            key = entity.id
            owner = self._owner_before(line, mention, entity)
            if owner:
                keys.extend(owner)
                continue
            if entity.kind == "person":
                home = self.reading.entity(entity.affiliation)
                if home is None or cue.judged:
                    continue
                key = home.id
            if key not in keys:
                keys.append(key)
        return keys

    def _president(self, line: Line, mention: Mention) -> list[str]:
        """Give the United States for "the Obama administration", "President Bush", where the text does not say whose he is."""
        last = line.sentence.tokens(mention.start, mention.end)[-1].i
        titled = line.reading.text[mention.full_start : mention.start].casefold().startswith("president")
        acting = titled or line.low(last + 1) == "administration" or line.low(last) == "administration"
        surname = last - (line.low(last) == "administration")
        known = line.low(surname) in words("designation", "us_presidents")
        return [self.listers.key_of("United States")] if known and acting else []

    def _owner_before(self, line: Line, mention: Mention, entity: Entity) -> list[str]:
        """Give the state of "Peru's Congress", where nothing else tells whose it is."""
        first = line.sentence.tokens(mention.start, mention.end)[0].i
        named = words("designation", "short_bodies", "parliaments")
        body = is_agency(entity.name) or set(fold(entity.name).split()) & named
        if entity.affiliation is not None or not body:
            return []
        if adjectival(line, first - 1) and is_agency(entity.name):
            return self.listers.state_at(line, first - 1)  # "the Chilean Anti-Terrorism Council"
        if line.low(first - 1) not in POSSESSIVE:
            return []
        return self.listers.state_at(line, first - 2)

    def _owns_next(self, line: Line, mention: Mention, mentions: Sequence[Mention]) -> bool:
        """Tell the owner in "the Treasury's Office of Foreign Assets Control" from the one that acts."""
        tokens = line.sentence.tokens(mention.start, mention.end)
        after = tokens[-1].i + 1 if len(tokens) else line.stop
        if line.low(after) not in ("'s", "’s", "'", "’"):
            return False
        return any(m.start > mention.end and m.start - mention.end < 6 for m in mentions)

    def of_item(self, line: Line, item: Item) -> list[str]:
        """Give who lists by a party of a list: a body, the state of an office, an order of either."""
        entity = self.reading.entity(item.mention.entity) if item.mention is not None else None
        if entity is not None:
            home = self.reading.entity(entity.affiliation) if entity.kind == "person" else entity
            if home is None and entity.role is not None:
                return [entity.id]  # "by President Reed"
            seat = self.listers.seat(line, item.last) if is_agency(entity.name) else []
            if home is None or home.kind is None:
                return self.listers.of_place(entity)
            return seat if seat and home.affiliation is None else [home.id]
        if line.low(item.head) in words("designation", "instruments") and (of := _of(line, item)) is not None:
            items, _ = read_items(line, of + 1)
            return [key for deeper in items[:1] for key in self.of_item(line, deeper)]
        if line.low(item.first) in ("no", "any", "every", "other", "some", "most"):
            return []
        if line.low(item.head) in words("designation", "agencies", "offices") and item.mention is None:
            whose = (self.listers.state_at(line, k) for k in range(item.first, item.head))
            seat_of = self.listers.seated(line, item.head) or self.listers.by_words(line, item.head)
            return seat_of or next(filter(None, whose), [item.text])
        return []

    def by(self, line: Line, at: int, end: int) -> list[str]:
        """Give those behind "by": "by Chile in 2011 and by Japan"."""
        found: list[str] = []
        for k in range(at + 1, min(end, at + 40)):
            if (
                line.low(k) == "by"
                and not _of_another_verb(line, at, k)
                and (line.low(k - 1) != "not" or k - 1 == at)
                and k + 1 < line.stop
                and (
                    not found
                    or line.low(k - 1) in ("and", "or", "nor", ",", "then", "later", "finally", "also")
                    or k - 1 in line.times
                )
            ):
                items, _ = read_items(line, k + 1, end)
                plain = next((n for n, item in enumerate(items) if n and not item.named), len(items))
                found.extend(key for item in items[:plain] for key in self.of_item(line, item))
            if line.doc[k].text == ";":
                break
        return list(dict.fromkeys(found))

    def public_before(self, line: Line, cue: Cue) -> list[str]:
        """Give the first state or public body that the sentence names before its listing."""
        for mention in self.reading.mentions_in(line.sentence.start, line.sentence.at(line.doc[cue.at])):
            first = line.sentence.tokens(mention.start, mention.end)[0].i
            before = first - 2 if line.low(first - 1) == "the" else first - 1
            if not is_lister(line, mention) or line.low(before) in ("by", "from", "to", "against"):
                continue  # "measures asked for by the UN"
            if found := self.among(line, [mention], cue):
                return found
        return []

    def first(self, line: Line, cue: Cue) -> list[str]:
        """Give the first that can list in a sentence: its main subject where the parser took a later one."""
        for mention in self.reading.mentions_in(line.sentence.start, line.sentence.at(line.doc[cue.at])):
            found = self.among(line, [mention], cue)
            if found:
                return found
        return []


def _of_another_verb(line: Line, at: int, by: int) -> bool:
    """Tell "listed for being owned by Kahl" from "listed by Japan", "listed and banned by Japan": whose agent it is."""
    before = line.doc[by - 1]
    joined = before.dep_ == "conj" and before.head.i == at
    other = by - 1 > at and before.tag_ == "VBN" and by - 1 not in line.inside
    return other and not joined and line.doc[at].pos_ == "VERB"


def _of(line: Line, item: Item) -> int | None:
    """Give the place of "of" or "by" right behind the head of a description: "an order of the court"."""
    return item.head + 1 if line.low(item.head + 1) in ("of", "by", "from") else None
