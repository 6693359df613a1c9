"""Find who lists and who is listed around a listing word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from briefgen.extract.designations.announced import PERSONS, Announcement, counts_of
from briefgen.extract.designations.authorities import Authorities
from briefgen.extract.designations.counts import together
from briefgen.extract.designations.cue import LISTING_BODIES, Cue
from briefgen.extract.designations.descriptions import POSSESSIVE, distinct, named_within, of_a_state, others, says_more
from briefgen.extract.designations.ellipsis import ends_clause
from briefgen.extract.designations.enumerated import bare_name
from briefgen.extract.designations.listed import items_of, no_party, only_part, opening
from briefgen.extract.designations.numbered import numbered
from briefgen.extract.designations.referents import FAR, NEAR, PAIRED, Referents
from briefgen.extract.designations.standings import Standing
from briefgen.extract.designations.wording import LISTING, ends_in_colon, is_agency, listable, opens_list
from briefgen.knowledge.world import gazetteer, is_body_noun, words
from briefgen.model import DesignationStatus
from briefgen.names import fold
from briefgen.reading.items import COUNTS, Item
from briefgen.reading.line import Line, listed_actors
from briefgen.reading.lists import read_items
from briefgen.reading.marks import Entity, Reading, Sentence
from briefgen.reading.stretches import antecedent

LEGAL = frozenset(
    """a an the existing current new other another five
foreign terrorist terrorists terror organization organizations organisation specially designated global
designation designations fto ftos sdgt sdgts sdn national nationals sanctions list entity entities entry entries order
executive act""".split()
)
TURNED: dict[DesignationStatus, DesignationStatus] = {"designated": "delisted", "not_designated": "designated"}
"""What "did so" and "has not" say behind the end of a listing."""
LAWS = frozenset("Act Order Law Code Regulation Regulations Resolution Decree Bill Directive Ordinance Statute".split())
WHOLE = frozenset({"entire", "whole", "wider"})
GROUPS = frozenset({"either", "neither", "both", "all", "none", "any", "each"})
"""Words that take all of "them": "has banned neither of them"."""
FIRST_PERSON = frozenset({"i", "me", "we", "us", "you", "myself", "ourselves"})


class Parties:
    """The parties of a document's listing words, read in order: "these individuals" are those named before."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._listed = listed_actors(reading)
        self.authorities = Authorities(reading)
        self.referents = Referents(reading)
        self.announcements: list[Announcement] = []
        self._listing: dict[str, list[str]] = {}
        self._told: DesignationStatus = "designated"
        self._here: tuple[int, set[tuple[str, str]]] = (-1, set())

    def told_near(self, index: int) -> bool:
        """Tell whether a listing, or who acts, was told so shortly before a sentence that it may go on with that."""
        return self.referents.told_near(index) or self.authorities.told_near(index)

    def settled(self, cue: Cue) -> Cue:
        """Turn what points back at a listing's end: "Peru struck Kahl off its list; Chile did so too, Japan has not"."""
        turned = cue.same and cue.owner is None and self._told == "delisted" and cue.status in TURNED
        return replace(cue, status=TURNED[cue.status]) if turned else cue

    def of(self, line: Line, cue: Cue) -> list[tuple[str, str]]:
        """Give the pairs of authority and subject that a cue states: ids of listed actors, else words."""
        return [(self._said(a), self._said(s)) for a, s in self._pairs(line, cue)]

    def of_rows(self, sentence: Sentence, rows: Sequence[Standing]) -> None:
        """Keep whom the rows of a sentence tell of, for what points back at them."""
        told = [row.subject for row in rows if row.start < sentence.end and sentence.start < row.end]
        self.referents.remember(Line(self.reading, sentence), list(dict.fromkeys(told)))

    def _said(self, key: str) -> str:
        entity = self.reading.entity(key)
        return key if entity is None or key in self._listed else entity.name

    def _pairs(self, line: Line, cue: Cue) -> list[tuple[str, str]]:
        authorities = self._ending(line, cue) or self.authorities.of(line, cue)
        if cue.changes:
            if authorities:
                self.authorities.remember(line, cue, authorities)
            return []
        subjects = self._subjects(line, cue, authorities)
        if cue.known:
            told = self.referents.told(line, NEAR)
            subjects = [key for key in subjects if key in told]
        if cue.idle:
            if subjects and not cue.same:
                self.referents.remember(line, subjects)
                self.authorities.ask(line, authorities)
            return []
        self._announce(line, cue, authorities)
        pairs = [(a, s) for a in authorities for s in subjects if a != s and not self._same_state(a, s)]
        pairs = [pair for pair in pairs if not self._gainsaid(line, cue, pair)]
        if pairs:
            self._told = self._told if cue.same else cue.status
            self.authorities.remember(line, cue, authorities)
            self.referents.remember(line, subjects)
            self.referents.acted.update(authorities)
        if cue.status == "designated":
            for _, subject in pairs:
                self._listing[subject] = authorities
        return pairs

    def _ending(self, line: Line, cue: Cue) -> list[str]:
        """Give who listed the one of whom only the end of a listing is told: "Kahl, banned by Peru in 2019, was delisted"."""
        if cue.voice != "passive" or cue.status != "delisted" or self.authorities.named(line, cue):
            return []
        listed = (self._listing.get(key) for key in self._subjects(line, cue, ()))
        return next((found for found in listed if found), [])

    def _same_state(self, authority: str, subject: str) -> bool:
        """Tell an agency of the state that lists: it is no one that its own state lists."""
        entity = self.reading.entity(subject)
        if entity is None or entity.kind != "organization" or not is_agency(entity.name):
            return False
        whose = [self.reading.entity(key) for key in (authority, entity.affiliation)]
        homes = {e.affiliation if e.kind == "organization" and e.affiliation else e.id for e in whose if e is not None}
        return entity.affiliation is not None and len(homes) == 1

    def _gainsaid(self, line: Line, cue: Cue, pair: tuple[str, str]) -> bool:
        """Tell what the sentence itself has told otherwise: "listed Kahl, whom it had not listed until May"."""
        if self._here[0] != line.sentence.index:
            self._here = (line.sentence.index, set())
        if cue.status == "designated":
            self._here[1].add(pair)
        return cue.status == "not_designated" and not cue.same and pair in self._here[1]

    def _announce(self, line: Line, cue: Cue, authorities: list[str]) -> None:
        """Keep a statement that counts the listed ones, or opens a list of them, for the names that stand behind it."""
        if cue.same or cue.voice == "joined" or cue.status not in ("designated", "delisted"):
            return
        items = items_of(line, cue)
        counts = counts_of(line, items)
        opened = ends_in_colon(line) and (bool(counts) or not items)  # "Today, the ministry has listed:"
        follows = opens_list(line) or opened
        if follows and not counts and self.announcements:
            counts = self.announcements[-1].counts
        if follows and not authorities:
            authorities = self.authorities.acting() or _notice(line)
        if (counts or follows) and authorities:
            made = Announcement(
                sentence=line.sentence, cue=cue, authorities=tuple(authorities), counts=counts, follows=follows
            )
            if self.announcements and self.announcements[-1].sentence is line.sentence:
                self.announcements.pop()
            self.announcements.append(made)
            self.authorities.remember(line, cue, authorities)

    # who is listed

    def _subjects(self, line: Line, cue: Cue, authorities: Collection[str]) -> list[str]:
        if cue.same:
            return self.referents.topic(line, NEAR)
        if cue.voice == "joined":
            return self._joined_subject(line, cue, authorities)
        if cue.right is not None and _all_of_them(line, cue.right):
            return [key for key in self.referents.told(line, FAR) if key not in authorities]
        if cue.right is not None and _either_one(line, cue.right):
            return [key for key in self.referents.pair(line) if key not in authorities]
        if meant := numbered(self.referents, line, cue, authorities):
            return meant
        items = together(line, items_of(line, cue))
        if cue.voice == "passive" and any(item.named for item in items):
            items = [item for item in items if not no_party(line, item)]  # "The firm's founder, Kahl, was listed"
        if not cue.sanctions and cue.owner is None and items and no_party(line, items[0]):
            return []  # "designating land for settlers, the envoys of four states said"
        items = [item for item in items if not (_census(line, cue, item) or _unnamed_members(line, cue, item))]
        keys: list[str] = []
        for item in items:
            if item is not items[0] and self._of_another(line, item, keys, authorities):
                continue
            keys.extend(key for key in self._keys(line, item, authorities) if key not in keys)
        part = only_part(line, cue) if len(keys) == 1 and cue.status == "designated" else ""
        return [f"{part} of {self._name(keys[0])}"] if part else keys

    def _of_another(self, line: Line, item: Item, keys: Collection[str], authorities: Collection[str]) -> bool:
        """Tell the aides of "a fund of Minister Renn and his aides", whose owner is none of those listed."""
        if line.low(item.first) not in POSSESSIVE:
            return False
        whose = line.inside.get(item.first)
        owner = whose.entity if whose is not None else None
        if owner is None:
            return not keys
        return owner not in keys and owner not in authorities and not self.referents.ever_told(owner)

    def _name(self, key: str) -> str:
        entity = self.reading.entity(key)
        return entity.name if entity is not None else key

    def _joined_subject(self, line: Line, cue: Cue, authorities: Collection[str]) -> list[str]:
        covering = line.mention_at(cue.at)
        if covering is not None and covering[0] > cue.at and covering[1].entity:
            return [covering[1].entity]
        first = cue.at
        while first > line.start and "-" in (line.low(first), line.low(first - 1)):
            first -= 1
        if line.low(first - 1) in (",", "(") and not line.mention_at(cue.at + 1):
            told = antecedent(line, first)  # "Kahl, UN-listed since 2018,"
            return [key for item in told if item.named for key in self._keys(line, item, authorities)]
        items, _ = read_items(line, cue.at + 1)
        found = [key for item in items[:1] if item.named for key in self._keys(line, item, authorities)]
        opened = None if found else opening(line, cue.at)
        if opened is not None:
            found = [key for item in antecedent(line, opened) for key in self._keys(line, item, authorities)]
        return found

    def _keys(self, line: Line, item: Item, barred: Collection[str]) -> Iterator[str]:
        """Give the ids or words of the listed one that an item names, means or describes; `barred` are those that list."""
        owner = item.mention is not None and item.mention.text.casefold() in POSSESSIVE and item.first < item.last
        mention = None if owner else item.mention
        entity = self.reading.entity(mention.entity) if mention is not None else None
        if line.low(item.head) in FIRST_PERSON:
            return  # "Peru calls me a terrorist": who speaks is told elsewhere
        if entity is not None and entity.kind == "state" and line.doc[item.first].like_num:
            yield item.text  # "15 North Koreans"
            return
        if item.named and item.text.split()[-1] in LAWS and not any(map(is_body_noun, item.text.split()[:-1])):
            return  # "the Terrorism Act"; no "Front for Order"
        if item.named and set(item.text.casefold().replace("-", " ").split()) <= LEGAL | set(COUNTS):
            return  # "Terrorist Organization", "FTO": the name of a list, not of anybody
        if mention is not None and mention.form == "pronoun":
            yield from self.referents.pronoun(line, mention, barred)
        elif not item.named and _counted_of(line, item):
            yield item.text  # "the league's nine members"
        elif mention is not None and mention.form == "nominal" and not item.named:
            yield from self.referents.described(line, item, barred)
        elif entity is not None:
            yield from self._named(entity)
        elif item.named:
            yield from self._unknown(line, item) if mention is None else ()
        else:
            yield from self._description(line, item, barred)

    def _unknown(self, line: Line, item: Item) -> Iterator[str]:
        """Give a name that is no entity's, or the state of "froze Libyan assets"."""
        bare = bare_name(line, item).strip("‘’“”\"'")
        state = gazetteer().get(fold(bare))
        if state is not None and state.what == "adjective" and line.doc[item.first].like_num:
            yield item.text  # "15 North Koreans"
        elif state is not None and state.what == "adjective":
            yield self.authorities.listers.key_of(state.name)
        elif bare and not set(bare.casefold().split()) & (
            words("designation", "designation_nouns", "end_nouns")
            | (words("designation", "subjects") if bare.isupper() else frozenset())
        ):
            yield next((e.id for e in self.reading.entities if bare in e.names), self._full(bare))

    def _named(self, entity: Entity) -> Iterator[str]:
        known = gazetteer().get(fold(entity.name))
        if known is not None and known.name.casefold() in LISTING_BODIES():
            return  # "a view that the European Union shares": no one lists a union of states
        if entity.kind is not None:
            yield entity.id
        elif fold(entity.name) not in gazetteer():
            yield self._full(entity.name)  # no place that is known: a name whose kind was mistaken

    def _full(self, name: str) -> str:
        """Give the one body that a short form is of: "the Front" for the Tarn Front; the name itself where none or several fit."""
        short = set(fold(name).split())
        bodies = (e for e in self.reading.entities if e.kind == "organization")
        fits = [
            e.id
            for e in bodies
            if any(short < set(fold(full).replace("-", " ").split()) for full in (e.name, *e.names))
        ]
        return fits[0] if len(fits) == 1 else name

    def _description(self, line: Line, item: Item, barred: Collection[str]) -> Iterator[str]:
        """Give whom a description without a name repeats, or its words where they say whom it means."""
        if line.low(item.first) in ("them", "they"):
            yield from (key for key in self.referents.told(line, FAR) if key not in barred)
            return
        known = self.referents.again(line, item)
        if line.low(item.head) in ("former", "latter") and len(pair := self.referents.pair(line)) == 2:
            yield pair[line.low(item.head) == "latter"]
            return
        if known:
            yield from known
            return
        if line.low(item.first) == "all" and line.low(item.first + 1) in POSSESSIVE:
            item = replace(item, first=item.first + 1)
        partitive = line.doc[item.first].like_num and line.low(item.first + 1) == "of" and item.last > item.first + 1
        listed = listable(line.low(item.head))
        if line.low(item.first) == "no":
            if listed and of_a_state(line, item):
                yield line.words(item.first + 1, item.last)  # "has proscribed no Chilean group"
        elif partitive or (listed and distinct(line, item)):
            yield self._by_its_words(line, item) or (
                self._full(bare) if (bare := named_within(line, item)) else self._with_owner(line, item, barred)
            )
        elif (only := self._short_name(line, item)) is not None:
            yield only
        elif listed and _definite(line, item) and item.last == item.head:
            own = line.low(item.first) in POSSESSIVE and not is_body_noun(line.low(item.head))
            meant = [] if own else self.referents.described(line, item, barred)
            found = meant or ([self._with_owner(line, item, barred)] if own or says_more(line, item) else [])
            several = line.doc[item.head].tag_ == "NNS"
            yield from (key for key in found if not several or key != item.text)  # "its successors": nobody's, so far

    def _with_owner(self, line: Line, item: Item, barred: Collection[str]) -> str:
        """Give "his two sons" as "two sons of Ada Renn", where the text tells whose they are."""
        first = item.first + (line.low(item.first) == "all")
        whose = line.inside.get(first)
        owner = self.reading.entity(whose.entity) if whose is not None else None
        if owner is None or owner.id in barred or line.low(first) not in POSSESSIVE or item.last == first:
            return item.text.split(" (")[0]
        return f"{line.words(first + 1, item.last).split(' (')[0]} of {owner.name}"

    def _short_name(self, line: Line, item: Item) -> str | None:
        """Give the one party of whose name a capitalised word is part, where it opens its sentence: "Tessel was listed"."""
        word = line.doc[item.first].text
        if item.first != item.last or item.first != line.begin or not word[:1].isupper() or len(word) < 4:
            return None
        fits = [e.id for e in self.reading.entities if e.kind in ("person", "organization") and word in e.name.split()]
        return fits[0] if len(fits) == 1 else None

    def _by_its_words(self, line: Line, item: Item) -> str:
        """Give the one body whose name has all words of "the whole Kahl network": the Kahl Trading Network."""
        said = [line.doc[k].text for k in range(item.first + 1, item.head + 1) if line.low(k) not in WHOLE]
        if item.last != item.head or len(said) < 2 or not all(word[:1].isupper() for word in said[:-1]):
            return ""
        parts = {fold(word) for word in said}
        fits = [e.id for e in self.reading.entities if e.kind == "organization" and parts <= set(fold(e.name).split())]
        return fits[0] if len(fits) == 1 else ""


def _counted_of(line: Line, item: Item) -> bool:
    """Tell "the league's nine members": so many of another, and none that was named before."""
    inner = range(item.first, item.last + 1)
    return any(line.low(k) in ("'s", "’s", "'") for k in inner) and any(line.doc[k].like_num for k in inner)


def _definite(line: Line, item: Item) -> bool:
    """Tell "the group", "its party", "neither party nor charity"."""
    return line.low(item.first) in POSSESSIVE | {"the"} or line.low(item.first - 1) in ("neither", "nor")


def _all_of_them(line: Line, k: int) -> bool:
    """Tell "has banned either of them", "lists neither of the two"."""
    return (
        line.low(k) in GROUPS
        and line.low(k + 1) == "of"
        and (line.low(k + 2) in ("them", "these", "those") or (line.low(k + 2), line.low(k + 3)) == ("the", "two"))
    )


def _census(line: Line, cue: Cue, item: Item) -> bool:
    """Tell "45 Chilean banks are listed in Oslo": how many stand on a list by now, and nobody's listing."""
    if cue.voice != "passive" or cue.status != "designated" or item.named or not line.doc[item.first].like_num:
        return False
    if others(line, item) or (cue.left != cue.at and line.finite(cue.left)):
        return False  # "two banks are new additions"
    standing = {line.low(k) for k in range(item.last + 1, cue.at)}
    return bool(standing & {"are", "remain", "stand"}) and "being" not in standing


def _unnamed_members(line: Line, cue: Cue, item: Item) -> bool:
    """Tell the commanders in "is considering sanctions on commanders of the Front": an open question about nobody."""
    plural = not item.named and line.doc[item.head].tag_ == "NNS" and line.low(item.head) in PERSONS
    return cue.status == "under_review" and plural and not line.doc[item.first].like_num


def _either_one(line: Line, k: int) -> bool:
    """Tell "outlawed both", "has banned neither", "refuses to list either bank": each of the two told before."""
    if line.low(k) not in PAIRED or line.low(k + 2) == "nor":
        return False
    return ends_clause(line, k + 1) or (line.low(k) != "both" and listable(line.low(k + 1)))


def _notice(line: Line) -> list[str]:
    """Give the notice itself where it names nobody that lists: the words of its heading, "Sanctions Notice"."""
    source = line.reading.document.source
    heading = line.reading.text[: line.sentence.start].strip().split("\n")[0].split(":")[0]
    told = 0 < len(heading.split()) <= 8 and LISTING.search(heading) is not None
    return [source.publisher] if source.publisher else [heading] if told else []
