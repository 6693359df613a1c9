"""Remember who was spoken of last, for "he", "it", "the group" and "the minister" to point at."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.knowledge.world import words
from briefgen.names import fold
from briefgen.reading.marks import Entity, Mention, Sentence

OFFICES = frozenset(
    "ministry department office agency court treasury parliament commission bureau embassy government council".split()
)
"""Words of the names of public bodies, which nobody calls "the group"."""
OF_ANY_KIND = frozenset(
    "group movement organization organisation body network militia front faction union firm company".split()
)
"""Nouns that any body may be called by."""
SOLE = frozenset("party alliance coalition charity bloc gang cartel watchdog ngo".split())
"""Nouns for a body whose name need not say them, as long as no other body was named."""
HE, SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
HE_OR_SHE = HE | SHE
DEPUTIES = frozenset({"deputy", "vice", "under", "assistant", "associate", "former", "ex"})
REACH = 3
"""Sentences that a pronoun may look back."""
FAR = 8
"""The same where only one person was spoken of."""


def gender_of(names: Sequence[str]) -> str:
    """Give "he" or "she" where the given name of a full name is borne by one sex, else nothing."""
    for name in names:
        parts = fold(name).split()
        if len(parts) < 2 or parts[0] in words("names", "surname_first"):
            continue
        if parts[0] in words("given", "female") or "bint" in parts:
            return "she"
        if parts[0] in words("given", "male") or not {"bin", "ibn"}.isdisjoint(parts):
            return "he"
    return ""


def _addressed_as(mention: Mention, sentence: Sentence) -> str:
    """Give "he" or "she" by the form of address before a name: "Mr. Renn", "Lady Renn"."""
    lead = sentence.said(mention.full_start, mention.start) if mention.full_start < mention.start else ""
    said = {word.casefold().rstrip(".") for word in lead.split()} - HE_OR_SHE
    return _by_title(said)


def _by_title(said: set[str]) -> str:
    return "she" if said & words("titles", "female") else "he" if said & words("titles", "male") else ""


class Scene:
    """Who was spoken of last, sentence by sentence."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = {e.id: e for e in entities}
        self._gender: dict[str, str] = {}
        self._persons: list[tuple[int, int, str]] = []  # (sentence, subject first, entity)
        self._bodies: list[tuple[int, int, str]] = []
        self._spoken_of: dict[str, int] = {}  # person: the sentence of the last mention, over the whole document
        for entity in entities:
            self._gender[entity.id] = self._stated_gender(entity)

    def _stated_gender(self, entity: Entity) -> str:
        said = set((entity.role or "").casefold().replace("-", " ").split())
        return _by_title(said) or gender_of(entity.names)

    def note(self, mention: Mention, sentence: Sentence, *, subject: bool) -> None:
        """Remember that an entity was named or meant here."""
        if mention.entity is None:
            return
        entity = self._entities[mention.entity]
        where = self._persons if entity.kind == "person" else self._bodies if entity.kind is not None else None
        if where is not None:
            where.append((sentence.index, int(subject), mention.entity))
            del where[:-12]
        if entity.kind == "person":
            self._gender[entity.id] = self._gender[entity.id] or _addressed_as(mention, sentence)
            self._spoken_of[mention.entity] = sentence.index

    def he_or_she(self, word: str, sentence: Sentence) -> str | None:
        """Give the person a pronoun means: the last subject of fitting gender, else the last person."""
        gender = "she" if word in SHE else "he"
        known = [person for person in self._persons if self._gender[person[2]] in ("", gender)]
        fits = [person for person in known if sentence.index - person[0] <= REACH]
        if not fits:
            near = {key for s, _, key in known if sentence.index - s <= FAR}
            return near.pop() if len(near) == 1 else None
        earlier = [f for f in fits if f[0] < sentence.index or f[1]] or fits
        told = [f for f in fits if self._gender[f[2]] == gender]
        latest = max(f[0] for f in earlier)
        unsure = all(self._gender[f[2]] != gender for f in earlier if f[0] == latest)
        if unsure and any(f[0] >= latest for f in told):
            earlier = told  # "Beside Ada Renn, who ..., she said": of those before nobody is known to be a woman
            latest = max(f[0] for f in earlier)
        last = [f for f in earlier if f[0] == latest]
        rank = max(f[1] for f in last)
        ranked = [f for f in last if f[1] == rank]
        # "the aide said the minister would bring her papers": a possessor is rather the subject of its own clause
        best = ranked[-1] if latest == sentence.index and word not in ("he", "she") else ranked[0]
        if len({f[2] for f in ranked}) == 1:
            self._gender[best[2]] = gender
        return best[2]

    def it(self, sentence: Sentence) -> str | None:
        """Give the body or state that was the last subject."""
        fits = [b for b in self._bodies if sentence.index - b[0] <= 1 and b[1]]
        return fits[-1][2] if fits else None

    def body(self, noun: str, sentence: Sentence, *, only: bool = False) -> str | None:
        """Give the last body (no state) within reach for "the group"; "the ministry" means only one that is called so.

        `only`: the phrase says more ("the Norland group"), so that it is safe only where no other body was named.
        """
        fits = [
            b[2] for b in self._bodies if sentence.index - b[0] <= REACH and self._entities[b[2]].kind == "organization"
        ]
        if noun in OF_ANY_KIND:
            free = self._free(fits)
            return free[-1] if free and (not only or len(set(free)) == 1) else None
        media = noun in ("paper", "newspaper", "daily", "broadcaster", "station", "channel")
        sorts = words("titles", "research") if noun in ("tank", "think-tank") else {noun}
        sorts |= words("titles", "media") - {"agency"} if media else frozenset()
        called = [key for key in fits if sorts & self._words_of(key)]
        if not called and noun in SOLE and not only:
            others = set(self._free(fits))
            return others.pop() if len(others) == 1 else None
        return called[-1] if called else None

    def _free(self, bodies: Sequence[str]) -> list[str]:
        """Give the bodies that are neither an office of a state nor a medium."""
        other = OFFICES | words("titles", "media")
        return [key for key in bodies if other.isdisjoint(self._words_of(key))]

    def _words_of(self, key: str) -> set[str]:
        entity = self._entities[key]
        return set(" ".join((*entity.names, entity.role or "")).casefold().replace("-", " ").split())

    def with_role(
        self, head: str, sentence: Sentence, more: Sequence[str] = (), of: str | None = None, *, titled: bool = False
    ) -> str | None:
        """Give the person whom "the minister" means: the last of that role, or the only one the document has named.

        `more` are the words before the head ("prime", "foreign"), all of which the role must have; `of` is the state or
        body before it ("the Norland minister"), to which the person must belong. `titled`: with a capital ("the Minister")
        a ministry speaks of its own, whom it named first. A deputy is meant only where nobody else is.
        """

        def fits(key: str, *, deputies: bool) -> bool:
            entity = self._entities[key]
            roles = [s.role for s in entity.standings] or [entity.role or ""]
            return of in (None, entity.affiliation) and any(
                head in (said := role.casefold().replace("-", " ").split())
                and all(word in said for word in more)
                and (deputies or not DEPUTIES.intersection(said).difference(more))
                for role in roles
            )

        for deputies in (False, True):
            known = [key for key in self._spoken_of if fits(key, deputies=deputies)]
            if titled and known:
                return known[0]
            for index, _, key in reversed(self._persons):
                if sentence.index - index <= 2 * REACH and fits(key, deputies=deputies):
                    return key
            if len(known) == 1:
                return known[0]
        return None
