"""Name those that can list by the words of a line: a state by adjective, capital or seat, an agency by part of its name."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from briefgen.extract.designations.cue import LISTING_BODIES, Cue
from briefgen.extract.designations.issuer import heading_office, issuer_of
from briefgen.extract.designations.wording import is_agency, is_lister, union_seats
from briefgen.knowledge.world import Known, gazetteer, words
from briefgen.names import fold
from briefgen.reading.line import Line
from briefgen.reading.marks import Entity, Mention, Reading, root_of

OPENING = 4
"""Sentences in which a release says what its issuer does today."""
JOINTS = frozenset({"and", "or", "nor", ",", "the"})
PERSONS = frozenset({"secretary", "minister", "president", "officials"})
"""Words for those who act for a state: nobody lists by such a word alone."""
DASHES = frozenset({"-", "–", "—"})


class Listers:
    """The states and public bodies of a document, found by the words that stand for them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def key_of(self, name: str) -> str:
        """Give the id of the entity of this name, or the name itself."""
        return next((e.id for e in self.reading.entities if e.name == name and e.kind is not None), name)

    def union_key(self, name: str) -> str:
        """Give the id of a union by any of its names: "EU" where the text never says "European Union"."""
        known = ((e.id, gazetteer().get(fold(e.name))) for e in self.reading.entities if e.kind is not None)
        return next((key for key, k in known if k is not None and k.name == name), self.key_of(name))

    def state_at(self, line: Line, k: int) -> list[str]:
        """Give the state or body that a word names or is part of the name of."""
        mention = line.inside.get(k)
        entity = self.reading.entity(mention.entity) if mention is not None else None
        if entity is not None and entity.kind in ("state", "organization"):
            return [entity.id]
        if entity is not None and entity.kind is None:
            return self.of_place(entity)
        unknown = mention is None or (entity is None and mention.form == "nominal")
        if unknown and line.doc[k].text[:1].isupper():
            known = gazetteer().get(fold(line.doc[k].text))
            if (
                known is not None
                and known.what in ("adjective", "state", "body")
                and line.doc[k].text.isupper() | (len(line.doc[k].text) > 3)
            ):
                return [self.key_of(known.name)]
            if line.low(k) in words("designation", "agencies"):
                return self.agency_by_word(line, k)
        return []

    def agency_by_word(self, line: Line, i: int) -> list[str]:
        """Give the body of which "Treasury" or "OFAC" is a part of the name: short forms that are told without a title."""
        word, low = line.doc[i].text, line.low(i)
        if i == line.start and i + 1 < line.stop and line.doc[i + 1].text in ("-", "–", "—", "("):
            return []  # the place of a dispatch
        if line.low(i - 1) in ("'s", "’s") and (owner := self.state_at(line, i - 2)):
            return owner
        if not (
            (low in words("designation", "agencies", "short_bodies") and word[:1].isupper())
            or (word.isupper() and len(word) > 2)
        ):
            return []
        if word in ("Council", "Commission") and line.low(i - 1) == "the" and (union := self._union()):
            return union
        if line.low(i) in words("designation", "organs") and (
            home := self.seat_before(line, i) or self.office(line, i)
        ):
            return home
        for entity in self.reading.entities:
            if entity.kind == "organization" and any(
                word in name.split() or f"({word})" in name for name in entity.names
            ):
                return [entity.id]
        if low in ("officials", "authorities"):
            return self.seat_before(line, i) or ([self.home] if self.home is not None else [])
        return self.seat_before(line, i) or ([] if low in PERSONS else [self._in_full(line, i)])

    def _in_full(self, line: Line, i: int) -> str:
        """Give a body's name with the capitalised words before its noun: "Fisheries Department"."""
        first = i
        while first > line.begin and line.doc[first - 1].text[:1].isupper() and line.low(first - 1) not in JOINTS:
            first -= 1
        return line.words(first, i)

    def seat(self, line: Line, last: int) -> list[str]:
        """Give the state in whose capital a body sits: "the High Court in Oslo"."""
        place = line.inside.get(last + 2) if line.low(last + 1) == "in" else None
        known = gazetteer().get(fold(place.text)) if place is not None else None
        return (
            [self.key_of(known.state)]
            if known is not None and known.what in ("capital", "seat") and known.state
            else []
        )

    def seated(self, line: Line, i: int) -> list[str]:
        """Give the state of "the government in Oslo" and "a court in Minsk": the one whose capital it is."""
        seat = line.inside.get(i + 2) if line.low(i + 1) in ("in", "of") else None
        known = gazetteer().get(fold(seat.text)) if seat is not None else None
        if (
            line.low(i) not in words("designation", "agencies")
            or known is None
            or known.what not in ("capital", "seat")
        ):
            return []
        return [self.key_of(known.state or known.name)]

    def owners_before(self, line: Line, owner: int) -> list[str]:
        """Give the first name of the phrase that ends in the list or the sanctions, and those joined to it by "and"."""
        back = range(owner - 1, max(line.start, owner - 10) - 1, -1)
        own = next((n for n in back if line.low(n) in ("its", "their") or line.finite(n)), owner)
        if line.low(own) in ("its", "their"):  # "its Red Sea and Gulf list": the list of the one that acts
            return self.state_at(line, own) if is_lister(line, line.inside.get(own)) else []
        k = owner - 1
        while (
            k > line.start
            and owner - k < 16
            and not (line.doc[k].pos_ in ("VERB", "AUX") and k not in line.inside and line.doc[k].dep_ != "amod")
            and line.low(k) not in ("on", "under", "from", "to", "off", "of", "in", "that", ",", "after", "by")
        ):
            k -= 1
        found: list[str] = []
        for n in range(k, owner):
            here = self.state_at(line, n)
            if here and found and here[0] not in found and line.low(n - 1) not in JOINTS:
                break
            found.extend(key for key in here if key not in found)
            if found and not here and line.low(n) not in JOINTS:
                break
        return found

    def where(self, line: Line, at: int) -> list[str]:
        """Give the states in "banned in Germany and, since 2024, the UK"; another kind of name ends them."""
        near = range(at + 1, min(line.stop, at + 6))
        place = next((k for k in near if line.low(k) == "in" or line.doc[k].text in (";", ":")), line.stop)
        if line.low(place) != "in" or (line.low(place - 1) == "," and self.seat_before(line, at)):
            return []  # "In Peru it is banned; in Chile it sits in parliament"
        found: list[str] = []
        for k in range(place + 1, min(line.stop, place + 30)):
            mention, here = line.inside.get(k), self.state_at(line, k)
            kinds = {entity.kind for key in here if (entity := self.reading.entity(key)) is not None}
            other = mention is not None and mention.form == "name" and mention.kind != "place" and "state" not in kinds
            if (
                other
                or (line.doc[k].pos_ == "VERB" and mention is None)
                or line.doc[k].text == ";"
                or line.low(k) in ("under", "for", "over", "against")
                or (line.low(k) == "in" and line.low(k - 1) not in ("and", ",", "also") and k + 1 not in line.times)
            ):
                break
            found.extend(here)
        return found

    def joined(self, line: Line, cue: Cue) -> list[str]:
        """Give those that are joined to the listing word: "the U.S.- and EU-listed Kahl"."""
        text = line.words(max(line.start, cue.at - 6), cue.at)
        found: list[str] = []
        parts = text.replace(" - ", "-").replace("- ", "-").split()
        for part in reversed(parts):
            names = [p for p in part.split("-") if p]
            if (
                part is not parts[-1]
                and part not in ("and", "or")
                and not part.endswith(("-", ","))
                and not part.endswith("-and")
            ):
                break
            for word in names:
                known = gazetteer().get(fold(word.strip(",")))
                if known is not None and word[:1].isupper() and known.what in ("state", "adjective", "body", "seat"):
                    found.append(self.key_of(known.name))
                elif word.isupper() and len(word) > 1:
                    key = next((e.id for e in self.reading.entities if word in e.names), None)
                    found.extend([key] if key else [])
        return list(dict.fromkeys(found))

    @cached_property
    def issuer(self) -> str | None:
        """Give the state or union whose own release the document is."""
        name = issuer_of(self.reading) or self._acting_today()
        return self.key_of(name) if name is not None else None

    @cached_property
    def heading(self) -> list[str]:
        """Give the office that heads the document, as its only hint of who lists; empty where none does."""
        named = heading_office(self.reading)
        return [self.key_of(named)] if named is not None else []

    def _acting_today(self) -> str | None:
        """Give the state of the one agency that a release's opening names and that acts "today"."""
        homes: set[str] = set()
        for sentence in self.reading.sentences[:OPENING]:
            today = any(token.lower_ == "today" for token in sentence)
            for mention in self.reading.mentions_in(sentence.start, sentence.end) if today else ():
                known = self._known(mention)
                if known is not None and known.what == "body" and known.state and is_agency(mention.text):
                    homes.add(known.state)
        return homes.pop() if len(homes) == 1 else None

    @cached_property
    def _dateline_seat(self) -> str | None:
        """Give the state or union that sits where a dispatch or a release is from: "OTTAWA - The Minister ..."."""
        for sentence in self.reading.sentences[:1]:
            line = Line(self.reading, sentence)
            for mention in self.reading.mentions_in(sentence.start, sentence.at(line.doc[line.begin])):
                known = gazetteer().get(fold(mention.text))
                union = union_seats().get(fold(mention.text))
                if union is not None or (known is not None and known.what == "capital" and known.state):
                    return self.key_of(union or (known.state if known is not None and known.state else mention.text))
        return None

    @cached_property
    def home(self) -> str | None:
        """Give the state whose release it is, else that it speaks of most, for "the federal government"; None where two are even."""
        if self.issuer is not None:
            return self.issuer
        if (seat := self._dateline_seat) is not None:
            return seat
        counts: Counter[str] = Counter()
        for mention in self.reading.mentions:
            known = self._known(mention)
            based = self.reading.text[mention.end : mention.end + 1] == "-"  # "the Riga-based centre"
            if known is not None and known.state is not None and not based:
                counts[known.state] += 1
        most = counts.most_common(2)
        even = len(most) == 2 and most[0][1] == most[1][1]
        return self.key_of(most[0][0]) if most and not even else None

    def _known(self, mention: Mention) -> Known | None:
        entity = self.reading.entity(mention.entity)
        if entity is None or mention.form == "pronoun" or entity.kind == "person":
            return None
        return gazetteer().get(fold(mention.text)) or gazetteer().get(fold(entity.name))

    def of_place(self, entity: Entity) -> list[str]:
        """Give the state that a place without a part of its own is, or is the capital of."""
        known = gazetteer().get(fold(entity.name))
        if (union := union_seats().get(fold(entity.name))) is not None:
            return [self.union_key(union)]
        return [self.key_of(known.state)] if known is not None and known.state and known.what != "body" else []

    def by_adjective(self, line: Line, i: int) -> list[str]:
        """Give the state of "a Kenyan court"."""
        if line.low(i) not in words("designation", "agencies", "instruments"):
            return []
        for k in range(i - 1, max(line.start, i - 4), -1):
            known = gazetteer().get(fold(line.doc[k].text)) if line.doc[k].text[:1].isupper() else None
            if known is not None and known.what == "adjective":
                return [self.key_of(known.name)]
            if line.doc[k].pos_ not in ("ADJ", "NOUN", "PROPN"):
                break
        return []

    def by_words(self, line: Line, i: int) -> list[str]:
        """Give the state of an office that is no name: "the ministry of finance of Chile", "a Kenyan court"."""
        if line.low(i) not in words("designation", "agencies", "realms"):
            return []
        for k in range(i + 1, min(line.stop, i + 7)):
            if (found := line.mention_at(k)) is not None and line.low(k - 1) in ("of", "in"):
                return self.state_at(line, found[0]) if is_lister(line, found[1]) else self.seated(line, i)
            if line.doc[k].pos_ not in ("ADP", "DET", "NOUN", "PROPN", "CCONJ"):
                break
        return self.by_adjective(line, i)

    def bloc(self, start: int) -> list[str]:
        """Give the union of states that "the bloc" means: the one named last before `start`, else anywhere."""
        named = [*reversed(self.reading.mentions_in(0, start)), *self.reading.mentions]
        for mention in named:
            entity = self.reading.entity(mention.entity)
            known = gazetteer().get(fold(entity.name)) if entity is not None else None
            if entity is not None and known is not None and known.name.casefold() in LISTING_BODIES():
                return [entity.id]
        return []

    def _union(self) -> list[str]:
        """Give the union whose organ "the Council" is: the issuer, or the EU where it is named and no body has that word in its name."""
        seat = self._dateline_seat
        if seat is not None and fold(getattr(self.reading.entity(seat), "name", seat)) in LISTING_BODIES():
            return [seat]
        issuer = self.reading.entity(self.issuer)
        if self.issuer is not None and fold(issuer.name if issuer else self.issuer) in LISTING_BODIES():
            return [self.issuer]
        for entity in self.reading.entities:
            known = gazetteer().get(fold(entity.name))
            organ = known is not None and (known.state or "").casefold() in LISTING_BODIES()
            if entity.kind == "organization" and entity.name.split()[-1] in ("Council", "Commission") and not organ:
                return []
        named = [e for e in self.reading.entities if e.kind is not None]
        union = [e.id for e in named if "EU" in (*e.names, e.name)][:1]
        organs = (gazetteer().get(fold(e.name)) for e in named)  # "the European Parliament urged the Council"
        return (
            union
            or [k.state for k in organs if k is not None and k.state and k.state.casefold() in LISTING_BODIES()][:1]
        )

    def seat_before(self, line: Line, i: int) -> list[str]:
        """Give the state of "In Oslo the National Security Council": the capital that the clause starts with."""
        for k in range(line.start, i):
            if line.low(k) == "in" and (k == line.start or line.low(k - 1) in (",", "and", "but")):
                mention = line.inside.get(k + 1)
                known = gazetteer().get(fold(mention.text)) if mention is not None else None
                if known is not None and known.what in ("capital", "state") and known.state:
                    return [self.key_of(known.state)]
        return []

    def described(self, line: Line, i: int, *, bare: bool = False) -> list[str]:
        """Give the state of an office told by its noun, "a court in Minsk", else the words that tell it: "the interior ministry".

        `bare`: "the ministry" is told so as well.
        """
        if line.low(i) not in words("designation", "agencies", "organs", "offices") or i in line.inside:
            return []
        first = self._first(line, i)
        if line.low(first - 1) in ("no", "any", "every", "each", "which", "other", "neither", "either"):
            return []
        whose = self.seated(line, i) or self.by_words(line, i) or self.by_adjective(line, i) or self.office(line, i)
        last = self._last(line, i)
        return whose or self._owned(line, i) or ([line.words(first, last)] if first < last or bare else [])

    def _owned(self, line: Line, i: int) -> list[str]:
        """Give the state of "Chile's interior ministry"."""
        back = range(i - 1, max(line.begin, i - 6), -1)
        own = next((k for k in back if line.low(k) in ("'s", "’s") or line.finite(k)), i)
        return self.state_at(line, own - 1) if line.low(own) in ("'s", "’s") else []

    def _first(self, line: Line, i: int) -> int:
        """Give where the noun phrase that ends in a word starts, its article left out."""
        first = i
        while first > line.begin and line.pos(first - 1) in ("NOUN", "PROPN", "ADJ", "PART"):
            first -= 1
        return first

    def _last(self, line: Line, i: int) -> int:
        """Give where an office with its field ends: "Secretary of State", "board for the oversight of exports"."""
        last = i
        for k in range(i + 1, min(line.stop, i + 10)):
            joint = line.low(k) in ("of", "for", "on", "the", "and")
            if not joint and (
                line.pos(k) not in ("NOUN", "PROPN", "ADJ")
                or line.low(k - 1) not in JOINTS | {"of", "for", "on", line.low(last)}
            ):
                break
            last = last if joint else k
        return last if line.low(i + 1) in ("of", "for", "on") else i

    def office(self, line: Line, i: int) -> list[str]:
        """Give whom an office without a name and a state acts for: "the Foreign Secretary", "the federal government"."""
        return [self.home] if self.home is not None and line.low(i) in words("designation", "organs") else []


def acts(line: Line, mention: Mention) -> bool:
    """Tell the capital that acts ("Canberra and Tokyo have banned") from a place where something is."""
    tokens = line.sentence.tokens(mention.start, mention.end)
    token, whole = tokens[-1], root_of(tokens)
    if mention.start != mention.full_start or line.low(token.i + 1) in ("'s", "’s"):
        return False
    first = tokens[0].i
    return whole.dep_ in ("nsubj", "conj") and (first == line.start or line.doc[first - 1].pos_ != "ADP")


def dateline(line: Line, mention: Mention) -> bool:
    """Tell the place of a dispatch: "NIAMEY - Niger has ..."."""
    return (
        mention.start == line.sentence.start
        and (
            mention.text.isupper()
            or line.begin > line.start
            or line.low(line.start + len(mention.text.split())) in DASHES
        )
        and any(
            line.doc[k].text in DASHES
            for k in range(line.start + 1, min(line.stop, line.start + 6))
            if k not in line.inside or line.inside[k] is not mention
        )
    )
