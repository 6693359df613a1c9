"""Find those that an announcement names only behind it: "The following were added:", "targets seven officials. Kahl is ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefgen.extract.designations.cue import Cue
from briefgen.extract.designations.enumerated import bare_name, behind_mark, enumerated, name_end
from briefgen.extract.designations.wording import cut_before_names, is_agency
from briefgen.knowledge.world import gazetteer, is_person_noun, words
from briefgen.model import ActorKind
from briefgen.names import fold
from briefgen.reading.items import COUNTS, Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.marks import Mention, Placed, Reading, Sentence

PERSONS = frozenset(
    """individual individuals person persons people official officials national nationals operative operatives financier
financiers facilitator facilitators leader leaders member members man men woman women judge judges officer officers
businessman businessmen minister ministers commander commanders ceo chief director owner associate associates trader
traders hacker hackers banker bankers oligarch oligarchs brother brothers son sons""".split()
)
LABELLED = re.compile(r"(?:\([\w ]{1,4}\) *)?(?:[A-Za-z./’' ]{1,30}):|a\.?k\.?a|\([0-9a-z]+\)|\d", re.IGNORECASE)
"""What is told of an entry: "DOB: 3 May 1980", "a.k.a.: ..."."""
LEAD = 60
"""Characters in which a sentence names the one it is about."""
KINDS: tuple[ActorKind, ...] = ("person", "organization")
SOON = 4
"""Sentences within which the one that "sanctioned a bank" speaks of is named."""
REACH = 40
"""Sentences that names may stand behind the announcement that counts them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of which kind are announced: "seven officials" are 7 persons."""

    number: int
    kind: ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A statement that says how many are listed, or that a list follows, with who lists."""

    sentence: Sentence
    cue: Cue
    authorities: tuple[str, ...]
    counts: tuple[Count, ...] = ()
    follows: bool = False


@dataclass(slots=True)
class Named:
    """Whom the sentences behind an announcement name: id or text, kind, and the sentence."""

    entries: list[tuple[str, ActorKind | None, Placed]] = field(default_factory=list)

    def add(self, key: str, kind: ActorKind | None, sentence: Placed) -> None:
        """Keep one, once."""
        if all(key != known for known, _, _ in self.entries):
            self.entries.append((key, kind, sentence))

    def add_all(self, others: Named) -> None:
        """Keep those of another list."""
        for entry in others.entries:
            self.add(*entry)


def counts_of(line: Line, items: Sequence[Item]) -> tuple[Count, ...]:
    """Give what the descriptions count: "two individuals and an entity"; empty where one of them is no count."""
    found: list[Count] = []
    for item in items:
        if item.named:
            continue  # "two clubs and a party, the Reef Guard"
        if found and line.low(item.head) not in words("designation", "subjects"):
            continue  # "seven officials, who threaten the peace or territorial integrity"
        number = next((n for k in range(item.first, item.head + 1) if (n := _number(line, k))), 0)
        if not number and found and found[-1].number > 2:
            continue  # "40 traders, officials and bankers": counted together
        if not number:
            return ()
        person = line.low(item.head) in PERSONS or is_person_noun(line.low(item.head))
        found.append(Count(number=number, kind="person" if person else "organization"))
    return tuple(found)


def _number(line: Line, k: int) -> int:
    low = line.low(k)
    return COUNTS.get(low) or (int(low) if low.isdigit() and len(low) < 3 else int(low in ("a", "an", "its")))


def entries_behind(reading: Reading, opening: Announcement) -> Named:
    """Give the entries of the list behind an opening: each line starts with the name of the one that is listed."""
    if (row := row_behind(reading, opening.sentence)) is not None and (told := named_in(row, row.begin)).entries:
        return told
    named, others = Named(), Named()
    paragraph = -1
    for sentence in _behind(reading, opening.sentence):
        line = Line(reading, sentence)
        if not any(c.isalnum() for c in reading.text[sentence.start : sentence.end]):
            continue  # a bullet that was taken for a sentence
        if many := _names_only(line):
            paragraph = sentence.paragraph
            for key, kind in many:
                named.add(key, kind, sentence)
            continue
        if (entry := _entry(line)) is None:
            if sentence.paragraph == paragraph:
                continue  # goes on with what is told of the entry
            break
        named.add(*entry, sentence)
        paragraph = sentence.paragraph
        for mention in reading.mentions_in(sentence.start, sentence.end):
            entity = reading.entity(mention.entity)
            if entity is not None and mention.form == "name" and entity.kind == "organization":
                others.add(entity.id, entity.kind, sentence)
    wanted = sum(count.number for count in opening.counts)
    extra = [entry for entry in others.entries if entry[0] not in {key for key, _, _ in named.entries}]
    if wanted and len(named.entries) + len(extra) == wanted:
        named.entries.extend(extra)  # "three individuals and four entities": the firms are told with their owners
    return named


def row_behind(reading: Reading, opening: Sentence) -> Line | None:
    """Give the words behind "sanctioned three banks:" in the same row, which were cut off as a sentence of their own."""
    behind = next(_behind(reading, opening), None)
    if behind is None or not cut_before_names(Line(reading, opening)):
        return None
    return None if "\n" in reading.text[opening.end : behind.start] else Line(reading, behind)


def named_in(line: Line, first: int) -> Named:
    """Give those whom a list names from a word on."""
    return named_of(line, enumerated(line, first))


def named_of(line: Line, items: Sequence[Item]) -> Named:
    """Give those of a list that have a name: by id where the one has a kind, else by the bare name."""
    named = Named()
    for item in items:
        entity = line.reading.entity(item.mention.entity) if item.mention is not None else None
        known = entity is not None and entity.kind is not None
        if item.named and fold(item.text) not in gazetteer():
            plain = (bare_name(line, item) or item.text).strip("‘’“”\"'")
            key = entity.id if entity is not None and known else plain
            named.add(key, entity.kind if entity is not None else None, line.sentence)
    return named


def _names_only(line: Line) -> list[tuple[str, ActorKind | None]]:
    """Give the names of a line that is nothing but names: "Ada Renn, Boris Kell and Reed Shipping"."""
    if any(line.doc[k].pos_ in ("VERB", "AUX") and k not in line.inside for k in range(line.start, line.stop)):
        return []
    mentions = [item.mention for item in read_items(line, line.start)[0]]
    named = [m for m in mentions if m is not None and m.form == "name" and m.kind != "place"]
    entities = [line.reading.entity(m.entity) for m in named]
    whole = len(mentions) > 2 and len(entities) == len(mentions)
    return [(e.id, e.kind) for e in entities if e is not None and e.kind is not None] if whole else []


def _behind(reading: Reading, sentence: Sentence) -> Iterator[Sentence]:
    yield from reading.sentences[sentence.index + 1 : sentence.index + 1 + REACH]


def _entry(line: Line) -> tuple[str, ActorKind | None] | None:
    """Give the name a line of a list starts with: "KAHL, Ada (a.k.a. ...)", "Reed Shipping LLC, Dubai"."""
    first = behind_mark(line, line.start)
    while first < line.stop and (line.doc[first].like_num or not any(c.isalnum() for c in line.doc[first].text)):
        first += 1
    if first >= line.stop:
        return None
    labelled = LABELLED.match(line.reading.text, line.sentence.start, line.sentence.end)
    if labelled and ":" in line.words(first, min(first + 4, line.stop - 1)):
        return None
    if first in line.times:
        return None  # "Today's action was": no entry
    if first not in line.inside and line.doc[first].pos_ not in ("PROPN", "NOUN", "ADJ", "X"):
        return None
    last = name_end(line, first)
    if last < first:
        return None
    found = line.mention_at(first)
    if found is not None and found[1].form == "name" and found[0] >= last:
        entity = line.reading.entity(found[1].entity)
        if entity is not None and entity.kind is not None:
            return entity.id, entity.kind
        last = found[0]
    return line.words(first, last), None


def counted_behind(reading: Reading, told: Announcement, until: int, known: frozenset[str]) -> Named:
    """Give those that the sentences behind a count start with as a new name, where as many are named as were counted.

    `until`: the sentence of the next announcement. `known`: those the document says to be listed in so many words.
    """
    kept, named = Named(), Named()
    wanted = {kind: sum(count.number for count in told.counts if count.kind == kind) for kind in KINDS}
    alone = sum(count.number for count in told.counts) == 1
    for sentence in _behind(reading, told.sentence):
        if sentence.index >= (told.sentence.index + SOON if alone else until):
            break
        mention = _subject(reading, sentence, told.sentence.start)
        if mention is not None:
            entity = reading.by_id[mention.entity or ""]
            named.add(entity.id, entity.kind, sentence)
    those = {kind: [entry for entry in named.entries if entry[1] == kind] for kind in KINDS}
    if not alone and any(len(those[kind]) < wanted[kind] for kind in KINDS):
        new = {kind: _new_names(reading, told, kind, wanted[kind]) for kind in KINDS}
        those = new if all(len(new[kind]) == wanted[kind] for kind in KINDS) else those
    for kind in KINDS:
        if len(those[kind]) == wanted[kind]:
            kept.entries.extend(entry for entry in those[kind] if entry[0] not in known)
    return kept


def _new_names(
    reading: Reading, told: Announcement, kind: str, wanted: int
) -> list[tuple[str, ActorKind | None, Placed]]:
    """Give those of a kind that the sentences right behind a count name for the first time, up to as many as it counts."""
    named = Named()
    for sentence in reading.sentences[told.sentence.index + 1 : told.sentence.index + 1 + SOON]:
        if len(named.entries) == wanted or sentence.paragraph != told.sentence.paragraph:
            break
        for mention in reading.mentions_in(sentence.start, sentence.end):
            if _new(reading, mention, told.sentence.start):
                entity = reading.by_id[mention.entity or ""]
                if entity.kind == kind:
                    named.add(entity.id, entity.kind, sentence)
    return named.entries


def _subject(reading: Reading, sentence: Sentence, start: int) -> Mention | None:
    """Give the new name that a sentence starts with, a description before it passed over: "The broker Ada Renn"."""
    mention = next((m for m in reading.mentions_in(sentence.start, sentence.end) if _new(reading, m, start)), None)
    if mention is None or mention.start - sentence.start > LEAD:
        return None
    before = [t for t in sentence if sentence.at(t) < mention.start]
    plain = all(
        t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PUNCT", "PART", "NUM") or t.lower_ == "based" for t in before
    )
    return mention if plain else None


def _new(reading: Reading, mention: Mention, start: int) -> bool:
    """Tell a person or body named for the first time behind `start`, that neither speaks nor is an authority."""
    entity = reading.entity(mention.entity)
    if entity is None or mention.form != "name" or entity.kind not in ("person", "organization"):
        return False
    speaks = any(quote.holder is not None and quote.holder.entity == entity.id for quote in reading.quotes)
    official = is_agency(entity.name) or fold(entity.name) in gazetteer()
    return not (speaks or official or any(m.entity == entity.id for m in reading.mentions_in(0, start)))
