"""Find who lists and who is listed around a listing word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from briefgen.extract.designations.announced import Announcement, counts_of
from briefgen.extract.designations.authorities import Authorities
from briefgen.extract.designations.cue import LISTING, Cue, opens_list, relative_before
from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.line import Line, listed_actors
from briefgen.reading.lists import Item, count_of, read_items
from briefgen.reading.marks import Reading
from briefgen.reading.stretches import antecedent, clause_end, items_before

LEGAL = frozenset(
    """a an the five foreign terrorist terrorists terror organization organizations organisation specially designated global
designation designations fto ftos sdgt sdgts sdn national nationals sanctions list entity entities order executive act""".split()
)
VAGUE = frozenset({"that", "this", "such", "any", "other", "these", "those", "no"})
MANY = frozenset({"several", "dozens", "hundreds", "scores"})
DEEDS = frozenset({"pursuant", "under", "for", "following"})
CLAUSES = frozenset({"who", "which", "whose"})
POSSESSIVE = frozenset({"its", "his", "her", "their"})
ANNOUNCING = frozenset({"following", "names", "below", "those"})
GROUP_WORDS = frozenset({"all", "these", "those", "both", "the", "each"})


class Parties:
    """The parties of a document's listing words, read in order: "these individuals" are those named before."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._listed = listed_actors(reading)
        self._lists: list[list[str]] = []
        self.authorities = Authorities(reading)
        self._last: tuple[int, list[str]] = (-9, [])
        self.announcements: list[Announcement] = []

    def of(self, line: Line, cue: Cue) -> list[tuple[str, str]]:
        """Give the pairs of authority and subject that a cue states: ids of listed actors, else words."""
        return [(self._said(a), self._said(s)) for a, s in self._pairs(line, cue)]

    def _said(self, key: str) -> str:
        entity = self.reading.entity(key)
        return key if entity is None or key in self._listed else entity.name

    def _pairs(self, line: Line, cue: Cue) -> list[tuple[str, str]]:
        subjects = self._subjects(line, cue)
        authorities = self.authorities.of(line, cue)
        self._announce(line, cue, authorities)
        if subjects and subjects == authorities and cue.voice == "active":
            subjects = self._other(line, cue, authorities)
        if not subjects or not authorities:
            return []
        pairs = [(a, s) for a in authorities for s in subjects if a != s]
        if pairs:
            self._remember(line, cue, authorities, subjects)
        return pairs

    def _announce(self, line: Line, cue: Cue, authorities: list[str]) -> None:
        """Keep a statement that counts the listed ones, or opens a list of them, for the names that stand behind it."""
        if cue.same or cue.voice == "joined" or cue.status not in ("designated", "delisted"):
            return
        items = self.items(line, cue)
        bare = not items and line.doc[line.stop - 1].text.endswith(":")  # "Today, the ministry has listed:"
        counts, follows = counts_of(line, items), opens_list(line) or bare
        if follows and not counts and self.announcements:
            counts = self.announcements[-1].counts
        if follows and not authorities:
            authorities = _notice(line)
        if (counts or follows) and authorities:
            made = Announcement(
                sentence=line.sentence, cue=cue, authorities=tuple(authorities), counts=counts, follows=follows
            )
            if self.announcements and self.announcements[-1].sentence is line.sentence:
                self.announcements.pop()
            self.announcements.append(made)

    def _other(self, line: Line, cue: Cue, authorities: list[str]) -> list[str]:
        """Give whom "it" means in "it views it as ...": the body before, that is not the one who views."""
        for mention in reversed(self.reading.mentions_in(line.sentence.start, line.sentence.at(line.doc[cue.at]))):
            entity = self.reading.entity(mention.entity)
            if entity is not None and entity.kind == "organization" and entity.id not in authorities:
                return [entity.id]
        return []

    def _remember(self, line: Line, cue: Cue, authorities: list[str], subjects: list[str]) -> None:
        self.authorities.remember(line, cue, authorities)
        self._last = (line.sentence.index, subjects)
        if len(subjects) > 1:
            self._lists.append(subjects)

    # who is listed

    def _subjects(self, line: Line, cue: Cue) -> list[str]:
        if cue.same:
            index, subjects = self._last
            return subjects if line.sentence.index - index <= 2 else []
        if cue.voice == "joined":
            return self._joined_subject(line, cue)
        items = together(line, self.items(line, cue))
        if not cue.sanctions and items and _no_party(line, items[0]):
            return []  # "designating land for settlers, the envoys of four states said"
        return list(dict.fromkeys(key for item in items for key in self._keys(line, item, cue)))

    def items(self, line: Line, cue: Cue) -> list[Item]:
        """Read the listed ones that stand around a cue."""
        if cue.voice == "passive" and cue.right is None:
            return (
                _behind_colon(line, cue.at)
                or _behind_dash(line, cue.at)
                or [*listed_before(line, cue), *_along_with(line, cue.at)]
            )
        assert cue.right is not None
        relative = relative_before(line, cue.at) if cue.voice == "active" else None
        if relative is not None:
            return antecedent(line, relative)
        end = clause_end(line, max(cue.at, cue.right - 1))
        if cue.voice == "active" and cue.owner is not None and line.low(cue.owner) in BEHIND():
            end = max(cue.owner, cue.right)  # "froze Kahl assets": the noun is no more of the name
        items, _ = read_items(line, cue.right, end)
        for k in range(cue.right + 1, end - 2):
            if cue.sanctions and line.low(k) in ("and", "as") and line.low(k + 1) in ("on", "against"):
                items = [*items, *read_items(line, k + 2, end)[0]]  # "sanctions on Kahl and on his bank"
        return without_asides(line, items, cue.right)

    def _joined_subject(self, line: Line, cue: Cue) -> list[str]:
        covering = line.mention_at(cue.at)
        if covering is not None and covering[0] > cue.at and covering[1].entity:
            return [covering[1].entity]
        items, _ = read_items(line, cue.at + 1)
        found = [key for item in items[:1] if item.named for key in self._keys(line, item, cue)]
        opening = None if found else _opening(line, cue.at)
        if opening is not None:
            found = [key for item in antecedent(line, opening) for key in self._keys(line, item, cue)]
        return found

    def _keys(self, line: Line, item: Item, cue: Cue) -> Iterator[str]:
        mention = None if item.mention is not None and item.mention.text.casefold() in POSSESSIVE else item.mention
        entity = self.reading.entity(mention.entity) if mention is not None else None
        if item.named and set(item.text.casefold().replace("-", " ").split()) <= LEGAL:
            return  # "Terrorist Organization", "FTO": the name of a list, not of anybody
        if (
            mention is not None
            and mention.form == "nominal"
            and self._last[1]
            and line.sentence.index - self._last[0] <= 6
            and (entity is None or (mention.text.casefold().startswith("the ") and not item.named))
        ) and (
            len(self._last[1]) == 1
            and mention.kind == "organization"
            and " " not in mention.text.removeprefix("the ").removeprefix("The ")
        ):
            yield self._last[1][0]  # "the group" is the one whose listing was told before
            return
        if mention is not None and mention.form == "nominal" and mention.kind == "organization":
            official = entity is not None and set(fold(entity.name).split()) & words("designation", "agencies")
            if entity is None or official:  # "the party" is no court
                yield from self._body_before(mention.start)
                return
        if entity is not None:
            if entity.kind is not None or (mention is not None and mention.form != "name"):
                yield entity.id
            elif fold(entity.name) not in gazetteer():
                yield entity.name  # no place that is known: a name whose kind was mistaken
            return
        if item.named and mention is None:
            bare = _bare(line, item)
            state = gazetteer().get(fold(bare))
            if state is not None and state.what == "adjective":
                yield self.authorities.key_of(state.name)  # "froze Libyan assets"
            elif bare and not set(bare.casefold().split()) & (
                words("designation", "designation_nouns")
                | words("designation", "end_nouns")
                | (words("designation", "subjects") if bare.isupper() else frozenset())
            ):
                yield next((e.id for e in self.reading.entities if bare in e.names), bare)
            return
        if item.named or (mention is not None and mention.form == "pronoun"):
            return
        known = self._again(line, item)
        if known:
            yield from known
            return
        partitive = line.doc[item.first].like_num and line.low(item.first + 1) == "of" and item.last > item.first + 1
        told = mention is not None and not (mention.form == "nominal" and entity is None)
        listable = line.low(item.head) in words("designation", "subjects") and not told
        if partitive or (listable and self._distinct(line, item)):
            yield item.text

    def _body_before(self, start: int) -> list[str]:
        """Give the body named last that speaks for no state, for "the unit" of which nothing was told yet."""
        for mention in reversed(self.reading.mentions_in(0, start)[-60:]):
            entity = self.reading.entity(mention.entity)
            if (
                entity is not None
                and entity.kind == "organization"
                and mention.form == "name"
                and entity.affiliation is None
                and fold(entity.name) not in gazetteer()
                and not set(fold(entity.name).split()) & words("designation", "agencies")
            ):
                return [entity.id]
        return []

    def _distinct(self, line: Line, item: Item) -> bool:
        """Tell a description that says whom ("two Guinean financiers", "the elite of Russia") from one that does not."""
        if line.low(item.first) in VAGUE:
            return False
        span = range(item.first, item.last + 1)
        if line.low(item.first) != "the" and any(line.doc[i].like_num or line.low(i) in MANY for i in span):
            return True
        return any(
            (i in line.inside and line.inside[i].form == "name")
            or line.doc[i].pos_ == "PROPN"
            or ((known := gazetteer().get(fold(line.doc[i].text))) is not None and known.what == "adjective")
            for i in span
            if line.doc[i].text[:1].isupper()
        )

    def _again(self, line: Line, item: Item) -> list[str]:
        """Give the list that "all five organisations", "both men", "these individuals" repeat."""
        both = line.low(item.first - 1) == "both"
        if not (both or line.low(item.first) in GROUP_WORDS) or not line.low(item.head).endswith(
            ("s", "men", "people")
        ):
            return []
        number = 2 if both else count_of(line, item)
        for names in reversed(self._lists):
            if number == len(names) or (not number and line.low(item.first) in ("these", "those")):
                return names
        last = self._last[1]
        told = len(last) == 1 and last[0] not in self.reading.by_id and line.low(item.head) in last[0].split()
        return last if told and line.low(item.first) in ("these", "those") else []


@cache
def BEHIND() -> frozenset[str]:  # noqa: N802  # a constant that is read from the knowledge files when first asked for
    """Give the nouns that stand behind the listed: "Kahl assets", "Belarus sanctions"."""
    return words("designation", "frozen") | words("designation", "sanction_nouns")


def _no_party(line: Line, item: Item) -> bool:
    plain = not item.named and item.mention is None and line.doc[item.head].pos_ == "NOUN"
    return plain and line.low(item.head) not in words("designation", "subjects") and not line.doc[item.first].like_num


def together(line: Line, items: list[Item]) -> list[Item]:
    """Join "six individuals and four entities": one count of many is one description."""
    joined: list[Item] = []
    for item in items:
        before = joined[-1] if joined else None
        item = _trimmed(line, item)
        if before is not None and line.low(item.first - 1) == "and" and _counted(line, before) and _counted(line, item):
            joined[-1] = replace(before, last=item.last, text=line.words(before.first, item.last))
        else:
            joined.append(item)
    return joined


def _trimmed(line: Line, item: Item) -> Item:
    """Cut off what is said of the deed: "eight individuals in response to the attack"."""
    cut = next((k for k in range(item.head + 1, item.last) if line.low(k) in DEEDS or _goes_elsewhere(line, k)), None)
    return item if item.named or cut is None else replace(item, last=cut - 1, text=line.words(item.first, cut - 1))


def _goes_elsewhere(line: Line, k: int) -> bool:
    if line.low(k) == "and" and line.low(k + 1) in ("on", "against"):
        return True
    return line.low(k) == "in" and line.low(k + 1) in ("response", "connection", "coordination", "partnership")


def _notice(line: Line) -> list[str]:
    """Give the notice itself where it names nobody that lists: the words of its heading, "Sanctions Notice"."""
    source = line.reading.document.source
    heading = line.reading.text[: line.sentence.start].strip().split("\n")[0].split(":")[0]
    told = 0 < len(heading.split()) <= 8 and LISTING.search(heading) is not None
    return [source.publisher] if source.publisher else [heading] if told else []


def _counted(line: Line, item: Item) -> bool:
    return not item.named and bool(line.doc[item.first].like_num)


def without_asides(line: Line, items: list[Item], start: int) -> list[Item]:
    """Leave out a name that belongs to a relative clause ("Ada Renn, who aids the chief, Toma Vell") or only says where one is."""
    kept: list[Item] = []
    inside = False
    for n, item in enumerate(items):
        if item.named and line.low(item.last + 1) == "," and _based(line, item.last + 2):
            continue  # "Jilin, China-based Kahl Company"
        inside = inside or (n > 0 and any(line.low(k) in CLAUSES for k in range(items[n - 1].last + 1, item.first)))
        later = any(_goes_on(line, other) for other in items[n + 1 :])
        if inside and not (_goes_on(line, item) or (item.named and item.intro == "comma" and later)):
            continue
        inside = False
        if item.mention is not None and item.mention.kind == "place" and _located(line, start, item):
            continue  # "four firms based in Iran, Turkey and Oman"
        kept.append(item)
    return kept


def _located(line: Line, start: int, item: Item) -> bool:
    """Tell "in Iran, Turkey and Oman" from those named behind a colon, "two financiers in Guinea: Kahl and Renn"."""
    between = range(start, item.first)
    if any(line.doc[k].text.endswith(":") for k in between):
        return False
    return any(line.low(k) in ("in", "from") and k + 1 not in line.times for k in between)


def _based(line: Line, first: int) -> bool:
    return line.low(first) not in ("a", "an", "the") and any(line.low(k) == "based" for k in range(first, first + 4))


def _goes_on(line: Line, item: Item) -> bool:
    """Tell ", and Kahl" behind a relative clause from "a bank and a firm" in it."""
    return item.intro in ("colon", "including") or (item.intro == "and" and line.doc[item.first - 2].text == ",")


def listed_before(line: Line, cue: Cue) -> list[Item]:
    """Read the listed ones before a passive: its subject, or the one that a participle or ", under sanctions" is said of."""
    if cue.left <= line.start + 1:
        return _fronted(line, cue.left)
    k = cue.left - 1
    while k > line.start and k not in line.inside and (line.doc[k].pos_ == "ADV" or line.low(k) in ("not", "also")):
        k -= 1
    loose = k in line.inside or line.doc[k].pos_ in ("NOUN", "PROPN", "PUNCT") or k in line.times
    found = antecedent(line, k + 1) if loose and line.low(k) not in ("—", "-", ":") else []
    return found or items_before(line, cue.left)


def _fronted(line: Line, left: int) -> list[Item]:
    """Read "Banned in Egypt and Sudan, the party ...": the subject stands behind the last comma before the finite verb."""
    verb = next((k for k in range(left + 1, line.stop) if line.finite(k)), line.stop)
    for k in range(verb - 1, left, -1):
        if line.doc[k].text == ",":
            items, _ = read_items(line, k + 1, verb)
            return items[:1]
    return []


def _behind_colon(line: Line, at: int) -> list[Item]:
    """Read "The following were added to the list: Kahl, Renn and Vell"."""
    before = {line.low(k) for k in range(line.start, at)}
    if not before & ANNOUNCING:
        return []
    colon = next((k for k in range(at + 1, line.stop - 1) if line.doc[k].text.endswith(":")), None)
    return read_items(line, colon + 1)[0] if colon is not None else []


def _behind_dash(line: Line, at: int) -> list[Item]:
    """Read "Two others listed today - Kahl and Renn - are brothers"."""
    k = at + 1
    while k < line.stop and (k in line.times or line.doc[k].pos_ == "ADV"):
        k += 1
    if line.doc[at - 1].pos_ == "AUX" or line.doc[min(k, line.stop - 1)].text not in ("—", "–", "-"):
        return []
    items, _ = read_items(line, k + 1)
    return items if all(item.named for item in items) else []


def _along_with(line: Line, at: int) -> list[Item]:
    """Read those that a passive adds behind itself: "was listed along with Kahl and Renn"."""
    behind = range(at + 1, min(line.stop, at + 20))
    at = next((k for k in behind if line.low(k) in ("along", "together") and line.low(k + 1) == "with"), line.stop)
    return without_asides(line, read_items(line, at + 2)[0], at) if at < line.stop else []


def _opening(line: Line, at: int) -> int | None:
    """Give the comma's follower in "Kahl, an OFAC-sanctioned trader": where an apposition with an article opens."""
    for k in range(at - 1, max(line.start, at - 10), -1):
        if line.finite(k) or line.doc[k].text in (";", ":", "."):
            return None
        if line.low(k) in ("a", "an", "the", "another") and line.doc[k - 1].text == ",":
            return k
    return None


def _bare(line: Line, item: Item) -> str:
    first = item.first
    while first < item.last and line.low(first) in ("the", "a", "an"):
        first += 1
    while first < item.last and (line.doc[first].tag_ == "JJ" or not line.doc[first].text[:1].isupper()):
        first += 1
    return line.words(first, item.last) if line.doc[first].text[:1].isupper() else ""
