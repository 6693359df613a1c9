"""Say who the parties of a meeting are: the items of a list as entities, or in their own words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from briefgen.extract.meetings.described import (
    are_people,
    bare,
    of_office,
    pair,
    place_of_place,
    press,
    several,
    somebody_elses,
)
from briefgen.extract.meetings.subjects import told_before
from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.items import Item
from briefgen.reading.line import Line, listed_actors
from briefgen.reading.lists import read_items
from briefgen.reading.marks import Mention, Reading

PAIR = frozenset({"two", "both", "they", "sides", "pair", "three", "other", "duo"})
STYLES = frozenset(
    "excellency majesty highness royal imperial serene holiness beatitude eminence grace honour honor".split()
)
"""Words of address behind "his" and "her" that stand for the person himself: "His Excellency received"."""
MANY = 24
NESTED = 4
"""Pieces of quotations that may begin one in the other."""
NEAR = 6
"""Words between two names of one pair: "the army and the paramilitary Shore Front"."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party: its entity's id, or None where only words are known.

    `official` tells people of office from any people, `many` those who are several and may meet by themselves, `pair`
    "the two" who are told elsewhere.
    """

    key: str | None
    words: str
    official: bool = True
    pair: bool = False
    many: bool = False


class People:
    """Finds the parties of a document's meetings; "the two ministers" are those who met before."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.listed = listed_actors(reading)

    def parties(self, line: Line, items: Iterable[Item]) -> list[Party]:
        """Give the parties that a list names; places and things are left out."""
        found: list[Party] = []
        whole = list(items)
        for n, item in enumerate(whole):
            own = self._of_nation(line, item, whole[n + 1]) if n + 1 < len(whole) else []
            for party in map(self.known, own or self._party(line, item)):
                if party not in found and not (party.key and any(f.key == party.key for f in found)):
                    found.append(party)
        return found[:MANY]

    def _of_nation(self, line: Line, item: Item, following: Item) -> list[Party]:
        """Give the first of "the Latvian and Danish premiers", whose noun stands behind the second."""
        nation = gazetteer().get(fold(line.words(item.last, item.last)))
        other = gazetteer().get(fold(line.doc[following.first].text))
        if nation is None or nation.what != "adjective" or other is None or other.what != "adjective":
            return []
        if following.intro not in ("and", "comma") or following.head == following.first or item.last - item.first > 1:
            return []
        key = next((e.id for e in self.reading.entities if e.name == nation.name and e.kind == "state"), None)
        words_ = f"{item.text} {line.words(following.first + 1, following.head)}"
        return [Party(key, words_, official=of_office(line, following), many=line.low(following.head).endswith("s"))]

    def known(self, party: Party) -> Party:
        """Give a party without its key where the brief does not list it as an actor."""
        return party if party.key is None or party.key in self.listed else replace(party, key=None)

    def kind(self, key: str | None) -> str | None:
        """Give what a party is, a person, a state or an organization; None where that is not known."""
        entity = self.reading.entity(key)
        return entity.kind if entity is not None else None

    def _party(self, line: Line, item: Item) -> list[Party]:
        if press(line, item) or place_of_place(line, item):
            return []
        mention = item.mention
        entity = self.reading.entity(mention.entity) if mention is not None else None
        low = item.text.casefold()
        spoken_of = self._styled(line, item) or self._speaker(line, item)
        if spoken_of is not None:
            return [spoken_of]
        if mention is None and line.doc[item.head].text[:1].isupper():
            known = gazetteer().get(fold(line.words(item.head, item.head)))
            if known is not None and known.what == "adjective" and item.head == item.last:
                return [
                    Party(e.id, e.name) for e in self.reading.entities if e.name == known.name and e.kind == "state"
                ]
        if (line.low(item.first) in PAIR and item.first == item.last) or pair(line, item):
            if low in ("other", "three") or line.low(item.head) == "other":
                return []
            return [Party(None, item.text, pair=True)]
        if mention is None and line.doc[item.head].text[:1].isupper():
            by_surname = self._surname(line.doc[item.head].text)
            if by_surname is not None:
                return [by_surname]
        if mention is not None and entity is not None:
            if entity.kind is None:
                capital = gazetteer().get(fold(entity.name))
                if capital is not None and capital.what == "capital" and capital.state:
                    return [
                        Party(e.id, e.name)
                        for e in self.reading.entities
                        if e.name == capital.state and e.kind == "state"
                    ]
                return (
                    []
                    if fold(entity.name) in gazetteer() or (mention.kind == "place" and not item.named)
                    else [Party(None, item.text)]
                )
            if mention.form == "pronoun" and mention.kind != "person":
                return [Party(entity.id, entity.name)] if entity.kind != "person" else []
            named = mention.text if mention.form != "pronoun" else entity.name
            office = (
                self._office(line, item, mention) if mention.form == "nominal" and entity.kind != "person" else None
            )
            return [
                Party(
                    office or entity.id,
                    " ".join(named.split()),
                    many=mention.form == "nominal" and mention.kind == "organization",
                )
            ]
        if (mention is not None and mention.form == "pronoun") or line.pos(item.head) == "PRON":
            meant = self.meant(line, item.head) if item.first == item.last else []
            if meant or mention is not None:
                return meant
        return self._described(line, item)

    def meant(self, line: Line, pronoun: int) -> list[Party]:
        """Give the office or body told before, in its words or under its name, that a pronoun means."""
        found = told_before(self.reading, line.sentence, line.doc[pronoun])
        if found is None:
            return []
        sentence, first, last = found
        there = line if sentence is line.sentence else Line(self.reading, sentence)
        items, _ = read_items(there, first, last + 1)
        parties = [party for item in items[:1] if there.pos(item.head) != "PRON" for party in self._party(there, item)]
        many = line.low(pronoun) in ("they", "them")
        return [replace(party, many=party.many or many, pair=False) for party in parties]

    def _speaker(self, line: Line, item: Item) -> Party | None:
        """Give whom "I" and "me" mean in a quotation or in a speaker's turn: "I met the envoy on Monday,” she said."""
        if item.first != item.last or line.low(item.head) not in ("i", "me"):
            return None
        at = line.sentence.at(line.doc[item.head])
        said = next((key for start, end, key in reversed(self._said_before(at)) if start <= at < end), None)
        return Party(said, self.name(said)) if said is not None and self.kind(said) == "person" else None

    def _said_before(self, offset: int) -> Sequence[tuple[int, int, str]]:
        place = bisect_right(self._said, offset, key=lambda piece: piece[0])
        return self._said[max(0, place - NESTED) : place]

    @cached_property
    def _said(self) -> list[tuple[int, int, str]]:
        """Give the pieces of the quotations whose speaker is known, in text order."""
        spoken = (q for q in self.reading.quotes if q.direct and q.holder is not None)
        return sorted((*span, q.holder.entity) for q in spoken if q.holder and q.holder.entity for span in q.spans)

    def _styled(self, line: Line, item: Item) -> Party | None:
        """Give the person that "His Excellency" stands for."""
        own = item.first + (line.low(item.first) in ("his", "her", "their"))
        pronoun = line.inside.get(own - 1)
        if line.low(own) not in STYLES or pronoun is None or pronoun.form != "pronoun":
            return None
        named = any(k in line.inside and line.low(k) not in STYLES for k in range(own, item.last + 1))
        person = self.kind(pronoun.entity) == "person" and not named
        return Party(pronoun.entity, self.name(pronoun.entity or "")) if person else None

    def _described(self, line: Line, item: Item) -> list[Party]:
        head = line.low(item.head)
        if not are_people(line, item):
            return (
                [Party(None, bare(line, item))]
                if item.named and item.mention is None and head not in words("meeting", "nouns")
                else []
            )
        office = self._by_role(line, item)
        if office is not None:
            return [office]
        inside = self._inside(line, item)
        if inside:
            resolved = [self._holder(head, key) or key for key in inside]
            many = head.endswith(("s", "men"))
            return [
                Party(key, item.text if len(inside) == 1 else self.name(key), many=many)
                for key in dict.fromkeys(resolved)
            ]
        return [Party(None, item.text, official=of_office(line, item), many=several(line, item))]

    def _surname(self, word: str) -> Party | None:
        """Give the person of this surname, where a tagger did not see a name ("Renn" at the head of a sentence)."""
        fits = [
            e
            for e in self.reading.entities
            if e.kind == "person" and any(n.split()[-1] == word and " " in n for n in e.names)
        ]
        return Party(fits[0].id, fits[0].name) if len(fits) == 1 else None

    def _by_role(self, line: Line, item: Item) -> Party | None:
        """Give the person that "the Deputy Secretary General" means: who was last named with all these words as role."""
        said = {line.low(i) for i in range(item.first, item.last + 1)} - {"the", "of", "a", "under"}
        if (
            line.low(item.first) != "the"
            or item.last != item.head
            or line.low(item.head).endswith("s")
            or len(said) > 5
        ):
            return None
        fits = {
            e.id: e
            for e in self.reading.entities
            if e.kind == "person"
            and not set(fold(e.name).split()) & words("titles", "heads")
            and said <= set((e.role or "").casefold().replace("-", " ").split())
        }
        if not fits:
            return None
        start = line.sentence.at(line.doc[item.first])
        earlier = self.reading.mentions_in(0, start)
        # "the Minister" of a ministry's release is the one it names first; "the minister" is the last one named
        own = line.doc[item.head].text[:1].isupper()
        for mention in earlier[:80] if own else reversed(earlier[-80:]):
            if mention.entity in fits:
                return Party(mention.entity, fits[mention.entity].name)
        return None

    def name(self, key: str) -> str:
        """Give the name of an entity, or the words that stand for it."""
        entity = self.reading.entity(key)
        return entity.name if entity is not None else key

    def _inside(self, line: Line, item: Item) -> list[str]:
        """Give the states and bodies in a description: "the foreign ministers of Armenia and Azerbaijan", "Omani officials"."""
        found: list[str] = []
        for i in range(item.first, item.last + 1):
            mention = line.inside.get(i)
            entity = self.reading.entity(mention.entity) if mention is not None else None
            if somebody_elses(line, i):
                continue
            if entity is not None and entity.kind in ("state", "organization"):
                part = line.low(i - 1) == "from" and line.low(i + 1) in ("'s", "’s")  # "from the Union's eastern flank"
                inside = entity.kind == "state" and line.low(i - 1) in ("in", "at")
                if (inside or part) and i > item.head:
                    continue
                found.append(entity.id)
            elif mention is None and line.doc[i].text[:1].isupper():
                known = gazetteer().get(fold(line.doc[i].text))
                if (
                    known is not None
                    and known.what == "adjective"
                    and line.low(item.head) in words("meeting", "official")
                ):
                    found.extend(e.id for e in self.reading.entities if e.name == known.name and e.kind == "state")
        return list(dict.fromkeys(found))

    def _office(self, line: Line, item: Item, mention: Mention) -> str | None:
        return self._holder(line.low(item.head), mention.entity or "")

    def _holder(self, head: str, key: str) -> str | None:
        """Give the one person of this document who holds the office: "the Latvian president" where his name is told."""
        if head.endswith("s"):
            return None
        holders = [
            e.id
            for e in self.reading.entities
            if e.kind == "person" and e.affiliation == key and head in (e.role or "").casefold().split()
        ]
        return holders[0] if len(holders) == 1 else None

    @cached_property
    def joined_bodies(self) -> list[tuple[int, list[str]]]:
        """Give the pairs of bodies or states that "and" joins, each behind the number of its sentence."""
        found = []
        for sentence in self.reading.sentences:
            named = [m for m in self.reading.mentions_in(sentence.start, sentence.end) if m.form == "name"]
            for one, other in pairwise(named):
                between = self.reading.text[one.end : other.start].casefold().split()
                keys = [m.entity for m in (one, other) if m.entity and self.kind(m.entity) in ("state", "organization")]
                if "and" in between and len(between) <= NEAR and len(set(keys)) == 2:
                    found.append((sentence.index, keys))
        return found

    def last_two(self, before: int, *, persons: bool = False, states: bool = False) -> list[str]:
        """Give the two parties named last before an offset, for "the two" where no meeting was told yet."""
        found: list[str] = []
        for mention in reversed(self.reading.mentions_in(max(0, before - 1500), before)):
            entity = self.reading.entity(mention.entity)
            if (
                entity is not None
                and entity.kind is not None
                and (entity.kind == "person") == persons
                and (entity.kind == "state" or not states)
                and entity.id not in found
                and mention.form == "name"
            ):
                found.append(entity.id)
                if len(found) == 2:
                    break
        return found if len(found) == 2 else []


def keys_of(parties: Sequence[Party]) -> list[str]:
    """Give the entities of parties, each once."""
    return list(dict.fromkeys(p.key for p in parties if p.key))
