"""Say whom a pronoun or a description means where a listing is told: "it", "him", "the company", "all five groups"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cached_property

from briefgen.extract.designations.announced import PERSONS
from briefgen.extract.designations.cue import LISTING_BODIES
from briefgen.extract.designations.wording import is_agency
from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.items import COUNTS, Item, count_of
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.marks import Entity, Mention, Reading

GROUP_WORDS = frozenset({"all", "these", "those", "both", "the", "each"})
KINDS = tuple(
    frozenset(line.split())
    for line in (
        "company firm business enterprise manufacturer supplier operator shipper trader conglomerate",
        "bank lender",
        "vessel ship tanker freighter",
        "group movement organisation organization militia faction front party brigade battalion gang cartel network ring insurgency",
        "charity foundation ngo",
        "newspaper channel station outlet broadcaster",
        "institute university centre center school",
    )
)
"""Words that call one kind of body."""
BODIES = frozenset().union(*KINDS)
GENERAL = frozenset({"group", "movement", "organisation", "organization"})
"""Words by which any armed body may be called."""
NUMERALS = frozenset({*COUNTS, "pair", "duo", "trio", "both"}) - {"one"}
"""Words that stand for as many as were told: "banned the two"."""
PAIRED = frozenset({"both", "either", "neither"})
NUMBERED = re.compile(rf"(?:{'|'.join(COUNTS)}|\d+)\b", re.IGNORECASE)
SURNAME_FIRST = re.compile(r"[^\W\da-z][^\W\da-z -]+, ")
SATELLITE = re.compile(
    r"\b(?:its|his|her|their|whose|the local)\b[^.;]{0,40}, $|\b(?:its|his|her|their) (?:[a-z]+ ){1,4}$"
)
GLOSS = 100
"""Characters that an office's name may take before its short form in brackets."""
OFFICE_PHRASE = re.compile(r"[A-Z][\w’'-]*(?:,? (?:[A-Z][\w’'-]*|of|the|for|and|on))* $")
"""The capitalised words right before a bracket: "Ministry of Trade of the Republic of Peru (MOT)"."""
NEAR, FAR = 3, 6
"""Sentences that "it" and "the group" may look back at the one whose listing was told."""
BEFORE = 60
"""Mentions that are looked through."""
LISTED = frozenset({"designated", "sanctioned", "listed", "blocked", "blacklisted", "proscribed", "named", "banned"})
PERSONAL = frozenset({"him", "her", "he", "she"})


class Referents:
    """Whom the words of a document mean, with those whose listing was told last."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.last: tuple[int, list[str]] = (-9, [])
        self._lists: list[list[str]] = []
        self._ever: set[str] = set()
        self.acted: set[str] = set()
        self._main: list[str] = []
        self._about: tuple[int, str] = (-9, "")

    @cached_property
    def _wires(self) -> frozenset[str]:
        """Give those named in a dispatch's head, "OSLO, May 3 (Coast News) -": they tell of listings and are on none."""
        heads: set[str] = set()
        for sentence in self.reading.sentences:
            line = Line(self.reading, sentence)
            if line.begin > line.start:
                named = self.reading.mentions_in(sentence.start, sentence.at(line.doc[line.begin]))
                heads.update(mention.entity for mention in named if mention.entity is not None)
        return frozenset(heads)

    def remember(self, line: Line, subjects: list[str]) -> None:
        """Keep whose listing was told in this sentence."""
        if self.last[0] >= 0 and not (len(self.last[1]) == 1 and self._main and self._satellite(self.last[1][0])):
            self._main = self.last[1]
        self.last = (line.sentence.index, subjects)
        self._ever.update(subjects)
        if (about := self._opening_party(line, subjects)) is not None:
            self._about = (line.sentence.index, about)
        if len(subjects) > 1:
            self._lists.append(subjects)

    def told(self, line: Line, reach: int) -> list[str]:
        """Give those whose listing was told last, within so many sentences."""
        index, subjects = self.last
        return subjects if line.sentence.index - index <= reach else []

    def ever_told(self, key: str) -> bool:
        """Tell whether a listing of this one was told before."""
        return key in self._ever

    def topic(self, line: Line, reach: int) -> list[str]:
        """Give those of whom "Peru did so too" tells: not "the local offshoot, Kahl", which was told by the way."""
        subjects = self.told(line, reach)
        if len(subjects) != 1 or self._main == subjects or not self._main or not self._satellite(subjects[0]):
            return subjects
        return self._main

    def _satellite(self, key: str) -> bool:
        """Tell one that the sentence told last brings in as another's: "its founder, Kahl", "their banker, Renn"."""
        sentence = self.reading.sentences[self.last[0]]
        named = (m for m in self.reading.mentions_in(sentence.start, sentence.end) if m.entity == key)
        return any(SATELLITE.search(self.reading.text, sentence.start, m.start) for m in named)

    def pair(self, line: Line) -> list[str]:
        """Give the two that "either firm" and "neither" mean: those told last, else the last two told together."""
        last = self.told(line, FAR)
        told = [last, *reversed(self._lists)] if last else []
        return next((keys for keys in told if len(keys) == 2), [])

    def told_near(self, index: int) -> bool:
        """Tell whether a listing was told so shortly before a sentence that "has not acted" may speak of it."""
        return index - self.last[0] <= NEAR

    def pronoun(self, line: Line, mention: Mention, barred: Collection[str]) -> list[str]:
        """Give whom "it", "him" or "them" means: no one that lists."""
        word = mention.text.casefold()
        entity = self.reading.entity(mention.entity)
        if word in ("them", "they"):
            return [key for key in self.told(line, FAR) if key not in barred]
        if word in ("she", "her") and (ship := self._ship_told(line)):
            return ship
        if word == "it" and self._described_since(line, mention.start, barred):
            return []
        asked = self._asked(line, list(self._parties_before(mention.start, "it", barred))) if word == "it" else []
        if asked:
            return asked
        if (
            entity is not None
            and not _acts_for(entity, barred)
            and entity.id not in barred
            and not (entity.id in self.acted and entity.kind != "person")
            and not (word in ("it", "its") and self.official(entity))
        ):
            return [entity.id]
        found = self._before(mention.start, "him" if word in PERSONAL else "it", barred, line)
        return found or self._behind(mention.end, barred, line)

    def _ship_told(self, line: Line) -> list[str]:
        """Give the ship whose listing was told last, which "she" means."""
        told = [entity for key in self.told(line, FAR) if (entity := self.reading.entity(key)) is not None]
        ships = words("designation", "ships")
        return [told[0].id] if len(told) == 1 and not ships.isdisjoint(self._callings(told[0])) else []

    def _behind(self, end: int, barred: Collection[str], line: Line) -> list[str]:
        """Give whom "Since its designation, the front has ..." means: the first party behind it."""
        for mention in self.reading.mentions_in(end, line.sentence.end):
            entity = self.reading.entity(mention.entity)
            if entity is not None and mention.form == "name" and entity.id not in barred and not self.official(entity):
                return [entity.id]
        return []

    def described(self, line: Line, item: Item, barred: Collection[str]) -> list[str]:
        """Give whom "the group", "the Nairobi-based company" or "the businessman" means."""
        mention = item.mention
        noun = line.low(item.head)
        if any(line.low(k) in LISTED for k in range(item.first, item.head)):
            return []  # "the designated persons" are all of them, not the one named last
        if mention is not None and mention.kind == "person" and noun not in PERSONS and mention.entity is None:
            at = line.sentence.at(line.doc[item.first])  # "the colonel"
            return [e.id for _, e in self._parties_before(at, "him", barred) if self._called(e, noun)][:1]
        entity = self.reading.entity(mention.entity) if mention is not None else None
        known = entity is not None and entity.id not in barred and not self.official(entity)
        plain = item.head - item.first <= 1
        if plain and noun not in PERSONS and not (mention is not None and mention.kind == "person"):
            one = self.told(line, FAR)
            if len(one) == 1 and one[0] not in barred and self._fits(one[0], noun):
                return one
        if known and entity is not None and (noun in PERSONS or self._called(entity, noun) or not plain):
            return [entity.id]
        if plain and entity is None and (only := self._only_one(noun, barred)):
            return only
        found = self._before(line.sentence.at(line.doc[item.first]), noun, barred, line)
        return found or ([entity.id] if known and entity is not None else [])

    def _only_one(self, noun: str, barred: Collection[str]) -> list[str]:
        """Give the one body whose listing the document is about, however far back: it is "the group"."""
        body = noun in BODIES and len(self._ever) == 1
        return [key for key in self._ever if key not in barred and self._fits(key, noun)] if body else []

    def again(self, line: Line, item: Item) -> list[str]:
        """Give the list that "all five organisations", "both men", "these individuals" repeat."""
        both = not PAIRED.isdisjoint((line.low(item.first - 1), line.low(item.first), line.low(item.head)))
        many = (
            (both and line.low(item.head) not in PERSONAL)
            or line.low(item.head).endswith(("s", "men", "people"))
            or line.low(item.head) in NUMERALS
        )
        if not (both or line.low(item.first) in GROUP_WORDS) or not many:
            return []
        number = 2 if both else count_of(line, item)
        for names in reversed(self._lists):
            if number == len(names) or (not number and line.low(item.first) in ("these", "those")):
                return names
        if number > 1 and (together := self._named_together(line, number)):
            return together
        last = self.last[1]
        told = len(last) == 1 and last[0] not in self.reading.by_id and line.low(item.head) in last[0].split()
        return last if told and line.low(item.first) in ("these", "those") else []

    def _named_together(self, line: Line, number: int) -> list[str]:
        """Give as many as "both individuals" counts, named in one row in the sentences before: "two brokers, Kahl and Renn"."""
        for sentence in reversed(self.reading.sentences[max(0, line.sentence.index - 2) : line.sentence.index]):
            before = Line(self.reading, sentence)
            for k in before.inside:
                if k > before.start and before.inside.get(k - 1) is before.inside[k]:
                    continue
                items = read_items(before, k)[0]
                found = [self.reading.entity(item.mention.entity) for item in items if item.mention and item.named]
                keys = [entity.id for entity in found if entity is not None and not self.official(entity)]
                if len(keys) == len(items) == number:
                    return keys
        return []

    def _before(self, start: int, noun: str, barred: Collection[str], line: Line) -> list[str]:
        """Give the party named last before `start` that may be called so; one that is called so goes before others."""
        if noun in ("it", "him"):
            return self._topic(start, noun, barred, line)
        loose: list[str] = []
        for _, entity in self._parties_before(start, noun, barred):
            if self._called(entity, noun):
                return [entity.id]
            if not loose and not self._called_otherwise(entity, noun):
                loose = [entity.id]
        return loose

    def _topic(self, start: int, noun: str, barred: Collection[str], line: Line) -> list[str]:
        """Give the one that the sentence named first, else the one whose listing was told, else the one named last."""
        parties = list(self._parties_before(start, noun, barred))
        same = self._told_so_before(line, start, noun)
        here = [entity.id for at, entity in parties if line.sentence.start <= at < same]
        meant = self._described_here(line, start, barred) if noun == "it" and not here else None
        if meant is not None:
            return meant
        told = [key for key in self.told(line, NEAR) if key not in barred]
        if not here and self._about[0] == line.sentence.index - 1 and self._about[1] not in barred:
            told = [self._about[1]]
        fits = told if len(told) == 1 and (noun == "him") == self._is_person(told[0]) else []
        if not here and line.sentence.index - self.last[0] > 1:
            # "The Front has grown. Peru listed it in 2021"
            since = self.reading.sentences[line.sentence.index - 1].start
            here = [entity.id for at, entity in parties if at >= since]
        return here[-1:] or fits or [entity.id for _, entity in parties[:1]]

    def _told_so_before(self, line: Line, start: int, noun: str) -> int:
        """Give where the sentence says "it" first: "calls it the heir of Kahl and shuts it" says it of one."""
        said = (m.start for m in self.reading.mentions_in(line.sentence.start, start) if m.text.casefold() == noun)
        return next(said, start)

    def _opening_party(self, line: Line, subjects: list[str]) -> str | None:
        """Give whom a sentence is about that tells of a listing by the way: "The band comes from Kahl, which Peru banned"."""
        named = self.reading.mentions_in(line.sentence.start, line.sentence.end)
        entity = self.reading.entity(named[0].entity) if named else None
        if entity is None or len(subjects) != 1 or entity.id in subjects or self.official(entity):
            return None
        first = line.sentence.tokens(named[0].start, named[0].end)
        told = next((m for m in named if subjects[0] in (m.entity, m.text)), None)
        tokens = line.sentence.tokens(told.start, told.end) if told is not None else []
        if not tokens or not first or first[0].i > line.begin + 1:
            return None
        behind = tokens[-1].i + 1
        aside = line.low(behind) == "," and line.low(behind + 1) in ("which", "whom", "who")
        return entity.id if aside else None

    def _described_here(self, line: Line, start: int, barred: Collection[str]) -> list[str] | None:
        """Give whom a noun before `start` means, "The school is shut since Peru has banned it"; None without a noun."""
        for token in reversed(line.sentence.span):
            at = line.sentence.at(token)
            if at >= start or token.lower_ not in BODIES or line.low(token.i - 1) not in ("the", "this", "that"):
                continue
            told = [key for key in self.told(line, FAR) if key not in barred and self._fits(key, token.lower_)]
            if len(told) == 1 or token.lower_ in GENERAL:
                return told if len(told) == 1 else self._before(at, token.lower_, barred, line)
            parties = (entity for _, entity in self._parties_before(at, token.lower_, barred))
            return [e.id for e in parties if self._called(e, token.lower_)][:1]  # nobody, where no one is called so
        return None

    def _asked(self, line: Line, parties: list[tuple[int, Entity]]) -> list[str]:
        """Give the one party that the question right before the sentence names: what is told next is told of it."""
        before = self.reading.sentences[line.sentence.index - 1] if line.sentence.index else line.sentence
        if not self.reading.text[before.start : before.end].rstrip("”\"’' ").endswith("?"):
            return []
        named = {entity.id for at, entity in parties if before.start <= at < before.end}
        return list(named) if len(named) == 1 else []

    def _described_since(self, line: Line, start: int, barred: Collection[str]) -> bool:
        """Tell whether a body without a name came up behind the last named one: "A band burned a bridge. Peru has banned it"."""
        last = next((at for at, _ in self._parties_before(start, "it", barred)), 0)
        bodies = BODIES | (words("designation", "subjects") - PERSONS)
        for sentence in self.reading.sentences[max(0, line.sentence.index - 2) : line.sentence.index + 1]:
            for token in sentence:
                at = sentence.at(token)
                single = token.tag_ == "NN" and token.lower_ in bodies and token.dep_ in ("nsubj", "nsubj:pass")
                if single and last < at < start and any(c.lower_ in ("a", "an", "another") for c in token.children):
                    return True
        return False

    def _is_person(self, key: str) -> bool:
        entity = self.reading.entity(key)
        return entity is not None and entity.kind == "person"

    def _parties_before(self, start: int, noun: str, barred: Collection[str]) -> Iterator[tuple[int, Entity]]:
        person = noun in PERSONS or noun == "him"
        for mention in reversed(self.reading.mentions_in(0, start)[-BEFORE:]):
            entity = self.reading.entity(mention.entity)
            if entity is None or mention.form != "name" or entity.id in barred or _acts_for(entity, barred):
                continue
            if entity.id in self._wires or entity.id in self.acted:
                continue
            body = entity.kind == "organization" or (entity.kind == "person" and self._told_as_body(mention))
            if entity.kind == "person" if person else body and not self.official(entity):
                yield mention.start, entity

    def _told_as_body(self, mention: Mention) -> bool:
        """Tell "the Vanguard", "a charity, Orchard": no person is called so, whatever kind the name was taken for."""
        article = self.reading.text[max(0, mention.start - 4) : mention.start].casefold() == "the "
        return article or not BODIES.isdisjoint(self._around(mention))

    def _public(self, entity: Entity) -> bool:
        """Tell a body with an office's word in its name, and one that the gazetteer knows: "the Treasury", "the EU"."""
        known = gazetteer().get(fold(entity.name))
        lists = known is not None and (known.what != "body" or known.name.casefold() in LISTING_BODIES())
        return lists or (is_agency(entity.name) and not _of_rebels(entity.name))

    def official(self, entity: Entity) -> bool:
        """Tell a state, a public body, and a body that speaks for a state."""
        if entity.kind in ("state", None):
            return True
        return entity.kind == "organization" and (self._public(entity) or self._short_for_office(entity))

    def _short_for_office(self, entity: Entity) -> bool:
        """Tell "MOT" of "the Ministry of Trade of Peru (MOT)": short for an office, whatever its letters say."""
        for mention in self.reading.mentions:
            if mention.entity != entity.id or self.reading.text[mention.start - 1 : mention.start] != "(":
                continue
            before = OFFICE_PHRASE.search(self.reading.text, max(0, mention.start - GLOSS), mention.start - 1)
            if before is not None and is_agency(before[0]):
                return True
        return False

    def _fits(self, key: str, noun: str) -> bool:
        entity = self.reading.entity(key)
        if entity is None and (NUMBERED.match(key) or SURNAME_FIRST.match(key)):
            return False  # "three traders and one firm" are not "the firm", nor is "RENN, Ada"
        return entity is None or (entity.kind == "organization" and not self._called_otherwise(entity, noun))

    def _called(self, entity: Entity, noun: str) -> bool:
        kinds = [kind for kind in KINDS if noun in kind] or [frozenset({noun})]
        return any(kind & self._callings(entity) for kind in kinds)

    def _called_otherwise(self, entity: Entity, noun: str) -> bool:
        own = {n for n, kind in enumerate(KINDS) if kind & self._callings(entity)}
        return bool(own) and any(noun in kind for kind in KINDS) and not any(noun in KINDS[n] for n in own)

    def _callings(self, entity: Entity) -> frozenset[str]:
        """Give the words that an entity is called by: in its names, right before them, and in an apposition behind them."""
        said = set(fold(" ".join(entity.names)).replace("-", " ").split()) | set(fold(entity.role or "").split())
        for mention in self.reading.mentions:
            if mention.entity == entity.id and mention.form == "name":
                said.update(self._around(mention))
        return frozenset(said)

    def _around(self, mention: Mention) -> Iterator[str]:
        sentence = self.reading.sentence_at(mention.start)
        tokens = sentence.tokens(mention.start, mention.end) if sentence is not None else None
        if sentence is None or tokens is None or not len(tokens):
            return
        doc = sentence.words
        for k in range(tokens[0].i - 1, max(sentence.span.start, tokens[0].i - 3) - 1, -1):
            if doc[k].pos_ not in ("NOUN", "ADJ", "PROPN", "PUNCT"):
                break
            yield doc[k].lower_
        after = tokens[-1].i + 1
        while after < sentence.span.end and doc[after].text in (",", "(", ")"):
            after += 1
        if after < sentence.span.end and doc[after].lower_ in ("a", "an", "the") and doc[after - 1].text == ",":
            for k in range(after + 1, min(sentence.span.end, after + 7)):
                if doc[k].pos_ in ("ADP", "VERB", "AUX", "PUNCT", "PRON") and doc[k].text != "-":
                    break
                yield doc[k].lower_


def _of_rebels(name: str) -> bool:
    """Tell "Zemir Liberation Council": no office of a state."""
    return not words("designation", "rebels").isdisjoint(fold(name).split())


def _acts_for(entity: Entity, barred: Collection[str]) -> bool:
    """Tell the president who lists for his state: "her" in "President Reed named Kahl by listing her" is not he."""
    return entity.kind == "person" and entity.affiliation in barred
