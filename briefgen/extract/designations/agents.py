"""Find who lists where it is the subject of the verb: beside it, before an aside, in the clause above, or nearest before it."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.designations.compared import set_beside
from briefgen.extract.designations.cue import HAVE, Cue, before_verb, relative_before
from briefgen.extract.designations.institutions import Institutions
from briefgen.extract.designations.listers import PERSONS
from briefgen.extract.designations.orders import enacting, siding, weighed
from briefgen.extract.designations.wording import POSSESSIVE, adjectival, is_agency, is_lister
from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.clauses import mentions_under, subject_of
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.marks import Reading
from briefgen.reading.stretches import antecedent


class Agents:
    """The subjects of a document's listing verbs."""

    def __init__(self, reading: Reading, institutions: Institutions) -> None:
        self.reading, self.institutions = reading, institutions
        self.listers = institutions.listers

    def of(self, line: Line, cue: Cue, acting: list[str]) -> list[str]:
        """Give the ids of those who do what the verb says; `acting`: who acts in the document, for "we"."""
        if cue.behind:
            return self._right_behind(line, cue)
        if cue.judged and self._person_speaks(line, cue):
            return []  # "The foreign minister of Peru called Kahl a terrorist": a label
        governing = enacting(line, cue.at) or siding(line, cue.at) or weighed(line, cue.at)
        if governing is not None:
            return self.of(line, replace(cue, at=governing, left=governing, right=None), acting)
        own = (
            self._whose(line, cue)
            or self._decider(line, cue)
            or self._office_which(line, cue)
            or self._beside(line, cue)
            or self._before_aside(line, cue)
            or self._people(line, cue)
        )
        if own:
            return own
        relative = relative_before(line, cue.at)
        if relative is not None:
            items, _ = read_items(line, relative + 1, cue.at)
            mentions = [item.mention for item in items if item.mention is not None]
            named = self.institutions.among(line, mentions, cue)
            return named or [key for item in items for key in self.institutions.of_item(line, item)]
        found, right_before = self._subject(line, cue, acting), self._right_before(line, cue)
        found = found if set(right_before) <= set(found) else right_before
        near = range(max(line.start, cue.at - 8), cue.at)
        others = cue.same and any(line.low(k) in ("who", "whom", "whose") for k in near)  # "none of whom pay to do so"
        if found or others:
            return found
        return self.nearest(line, cue) or self.by_its_office(line, cue) or self._opening_capital(line, cue)

    def by_its_office(self, line: Line, cue: Cue, *, bare: bool = False) -> list[str]:
        """Give the office that is the subject, "A court in Minsk has", "The interior ministry"; no opinion of its officer."""
        at = enacting(line, cue.at) or siding(line, cue.at) or cue.at
        subject = subject_of(line.doc[at])
        if subject is None or not line.begin <= subject.i < at or cue.judged:
            return []
        if any(line.pos(k) == "VERB" and line.finite(k) for k in range(subject.i + 1, at)):
            return []
        if subject.lower_ == "secretary" and not bare:
            return []  # whose he is may be told by the law that he acts under
        found = self.listers.described(line, subject.i, bare=bare)
        return found or (self._holder(line, subject.i) if at != cue.at else [])

    def _holder(self, line: Line, i: int) -> list[str]:
        """Give "Defence Minister Ada Renn" where the text tells of no state that she acts for."""
        mention = line.inside.get(i)
        entity = self.reading.entity(mention.entity) if mention is not None else None
        if entity is None or entity.kind != "person" or entity.affiliation is not None or entity.role is None:
            return []
        return [entity.id] if words("designation", "organs", "offices") & set(entity.role.casefold().split()) else []

    def _opening_capital(self, line: Line, cue: Cue) -> list[str]:
        """Give the state of "Oslo on Friday unveiled": a capital with nothing but a day between it and the verb."""
        found = line.mention_at(line.begin)
        entity = self.reading.entity(found[1].entity) if found is not None else None
        if found is None or entity is None or entity.kind is not None:
            return []
        between = range(found[0] + 1, cue.at)
        plain = all(k in line.times or line.pos(k) in ("AUX", "ADV") or line.low(k) == "on" for k in between)
        return self.listers.of_place(entity) if plain else []

    def _people(self, line: Line, cue: Cue) -> list[str]:
        """Give the state of "the Swiss found no reason to"."""
        k = before_verb(line, cue.at)
        alone = line.low(k - 1) == "the" and k not in line.inside and adjectival(line, k)
        return self.listers.state_at(line, k) if alone else []

    def _person_speaks(self, line: Line, cue: Cue) -> bool:
        """Tell an office holder as the subject of an opinion: it is his own, not a listing of his state."""
        subject = subject_of(line.doc[cue.at])
        return subject is not None and subject.i < cue.at and subject.lower_ in PERSONS - {"officials"}

    def _subject(self, line: Line, cue: Cue, acting: list[str]) -> list[str]:
        """Give those that the parse takes for the subject of the verb: by name, as an office, as "we" or as "it"."""
        subject = subject_of(line.doc[cue.at])
        if subject is None or not line.begin <= subject.i < cue.at:
            return []
        if _concerned(line, subject.i):
            # "the committee concerning Peru listed Kahl": no subject of the verb
            return self.institutions.first(line, cue)
        found = self.institutions.among(line, mentions_under(self.reading, line.sentence, subject), cue)
        if not found and subject.lower_ in ("bloc", "union") and subject.i not in line.inside:
            found = self.listers.bloc(line.sentence.at(subject))
        if not found and subject.lower_ == "we":
            found = self.speaker(line, subject.i, acting)
        if not found and not (cue.judged and subject.lower_ not in words("designation", "agencies")):
            found = self.listers.seated(line, subject.i) or self.listers.agency_by_word(line, subject.i)
        found = found or (
            self.listers.by_words(line, subject.i) if subject.lower_ in words("designation", "realms") else []
        )
        found = found or self.listers.by_adjective(line, subject.i) or self.listers.office(line, subject.i)
        if not found and subject.lower_ in ("it", "they"):
            offices = (self.listers.seated(line, k) for k in range(line.begin, subject.i))
            found = self.institutions.first(line, cue) or next(filter(None, offices), [])
            # "the ministry of Japan said that it had listed Kahl"
        if cue.same and found and set(found) <= set(self._right_behind(line, cue)):
            found = self.institutions.first(line, cue)
        return self._joint(line, cue, found) if found else []

    def _right_behind(self, line: Line, cue: Cue) -> list[str]:
        """Give those behind the verb: they list in "so does Japan", and in "followed Japan" they are not the ones that follow."""
        items, _ = read_items(line, cue.left + 1, cue.at if cue.at > cue.left else cue.right)
        return [key for item in items for key in self.institutions.of_item(line, item)]

    def _decider(self, line: Line, cue: Cue) -> list[str]:
        """Give whose decision it is in "welcomed the decision of Chile to ban Kahl", "joined Chile's decision to ban Kahl"."""
        back = range(cue.at - 2, max(line.start, cue.at - 12), -1) if line.low(cue.at - 1) == "to" else range(0)
        noun = next((k for k in back if line.low(k) in words("designation", "decisions") or line.finite(k)), None)
        if noun is None:
            return []
        aside = line.low(noun + 1) == "," and line.low(cue.at - 2) == ","
        if (
            (noun == cue.at - 2 or aside)
            and line.low(noun) in words("designation", "decisions")
            and line.low(noun - 1) in POSSESSIVE
        ):
            return self.listers.owners_before(line, noun)
        if line.low(noun + 1) not in ("of", "by") or line.finite(noun):
            return []
        items, _ = read_items(line, noun + 2, cue.at - 1)
        return [key for item in items for key in self.institutions.of_item(line, item)]

    def _whose(self, line: Line, cue: Cue) -> list[str]:
        """Give the body of "Ada Renn, whose ministry, in a decree, listed Kahl": it lists, not who is told of first."""
        back = range(cue.at - 1, max(line.start, cue.at - 25), -1)
        whose = next((k for k in back if line.low(k) == "whose" or line.doc[k].text in (";", ":")), None)
        if whose is None or line.low(whose) != "whose":
            return []
        if any(line.pos(k) == "VERB" and line.finite(k) and line.low(k) not in HAVE for k in range(whose, cue.at)):
            return []
        stop = next((k for k in range(whose + 1, cue.at) if line.low(k) in HAVE or line.doc[k].text == ","), cue.at)
        items = read_items(line, whose + 1, stop)[0][:1]
        return [key for item in items for key in self.institutions.of_item(line, item)]

    def _office_which(self, line: Line, cue: Cue) -> list[str]:
        """Give the state of "the government in Lima, which has banned Kahl", whatever the parse says."""
        k = before_verb(line, cue.at)
        if line.low(k) not in ("which", "who") or k == line.start:
            return []
        return [key for item in antecedent(line, k) for key in self.institutions.of_item(line, item)]

    def _right_before(self, line: Line, cue: Cue) -> list[str]:
        """Give the states and unions that stand right before the verb as its subject: "and Chile banned", "only Chile and Peru list"."""
        governed = line.low(cue.at - 1) == "to" and line.doc[cue.at - 2].pos_ == "VERB"
        return self._row_up_to(line, before_verb(line, cue.at - 2 if governed else cue.at))

    def _row_up_to(self, line: Line, k: int) -> list[str]:
        """Give the states and unions of a row that ends at a word."""
        found = list[str]()
        while k >= set_beside(line) and (mention := line.inside.get(k)) is not None and mention.form == "name":
            first = line.sentence.tokens(mention.start, mention.end)[0].i
            k = first - 2 if line.low(first - 1) == "the" else first - 1
            clause = line.low(first - 1) in ("after", "before", "than")  # "days after Peru did"
            apart = line.doc[first - 1].pos_ == "ADP" and not clause
            if mention.entity is None or not is_lister(line, mention) or apart:
                break
            if line.doc[k].tag_ == "VBG":
                return []  # "the resolution concerning Peru listed": what the subject is about
            found.insert(0, mention.entity)
            if line.low(k) in POSSESSIVE or (line.doc[k].pos_ == "ADP" and not clause):
                return found[1:]
            if line.low(k) not in ("and", "nor", ","):
                break
            k -= 1
        return found

    def _beside(self, line: Line, cue: Cue) -> list[str]:
        """Give the state of "the government in Oslo" where it stands right before the verb, whatever the parse says."""
        k = before_verb(line, cue.at)
        return self.listers.seated(line, k - 2) if k - 2 > line.start and line.low(k - 1) == "in" else []

    def _before_aside(self, line: Line, cue: Cue) -> list[str]:
        """Give the subject that an aside parts from its verb: "and Norway, as one witness recalled, banned Kahl"."""
        k = before_verb(line, cue.at)
        if line.doc[k].text != ",":
            return []
        opening = next((n for n in range(k - 1, max(line.start, k - 14), -1) if line.doc[n].text == ","), None)
        aside = line.doc[opening + 1] if opening is not None else None
        if (
            opening is None
            or aside is None
            or not (aside.pos_ in ("ADP", "SCONJ") or aside.tag_ in ("VBG", "VBN", "WDT", "WP", "WRB", "WP$"))
        ):
            return []
        mention = line.inside.get(opening - 1)
        if mention is None:
            office = line.low(opening - 1) in words("designation", "agencies")
            return self.listers.agency_by_word(line, opening - 1) if office else []
        first = line.sentence.tokens(mention.start, mention.end)[0].i
        if first > line.start and line.low(first - 1) not in ("and", "nor", "but", "that", "the", ",", ";", "while"):
            return []
        row = self._row_up_to(line, opening - 1) if line.low(first - 1) in ("and", "nor", ",") else []
        return row or self.institutions.among(line, [mention], cue)

    def _joint(self, line: Line, cue: Cue, found: list[str]) -> list[str]:
        """Give all that list together: "the European Union, Britain and Canada sanctioned Kahl"."""
        first = next(
            (k for k in range(line.start, cue.at) if k in line.inside and line.inside[k].entity in found), cue.at
        )
        items, _ = read_items(line, first, cue.at)
        mentions = [item.mention for item in items if item.mention is not None and item.mention.form == "name"]
        joint = self.institutions.among(line, mentions, cue) if 1 < len(items) == len(mentions) else []
        return joint if set(found) < set(joint) else found

    def speaker(self, line: Line, i: int, acting: list[str]) -> list[str]:
        """Give for whom "we" speaks: the one quoted, the one that acts here, an agency, else the first state that acts."""
        at = line.sentence.at(line.doc[i])
        for quote in self.reading.quotes:
            if quote.holder is not None and any(start <= at < end for start, end in quote.spans):
                holder = self.reading.entity(quote.holder.entity)
                home = self.reading.entity(holder.affiliation) if holder is not None else None
                if (
                    home is not None
                    and home.kind == "organization"
                    and not is_agency(home.name)
                    and home.affiliation is None
                ):
                    office = set((holder.role or "").casefold().split()) if holder is not None else set()
                    return acting if office & words("designation", "organs") else [home.id]  # "Minister of Justice"
                return [home.id] if home is not None and home.kind in ("state", "organization") else []
        if self.listers.issuer is not None:
            return [self.listers.issuer]
        if found := acting or self.agency(line):
            return found
        for sentence in self.reading.sentences[: line.sentence.index + 1]:
            for mention in self.reading.mentions_in(sentence.start, sentence.end):
                entity = self.reading.entity(mention.entity)
                tokens = sentence.tokens(mention.start, mention.end)
                behind = (
                    sentence.words[tokens[-1].i + 1] if len(tokens) and tokens[-1].i + 1 < sentence.span.end else None
                )
                acts = behind is not None and behind.tag_ in ("VBZ", "VBD", "VBP", "MD")
                if entity is not None and entity.kind == "state" and acts:
                    return [entity.id]
        return []

    def nearest(self, line: Line, cue: Cue) -> list[str]:
        """Give the state or body nearest before the verb, that is no place and no owner: a parser may miss its subject."""
        for k in range(cue.at - 1, max(line.start, cue.at - 25) - 1, -1):
            if line.doc[k].text == ";":
                return []
            mention = line.inside.get(k)
            if (
                line.doc[k].text[:1].isupper()
                and line.low(k) in words("designation", "agencies", "short_bodies")
                and (
                    mention is None
                    or (
                        mention.start == line.sentence.at(line.doc[k])
                        and not self.institutions.among(line, [mention], cue)
                    )
                )
            ):
                return self.listers.agency_by_word(line, k)
            if mention is None or (k > line.start and line.inside.get(k - 1) is mention):
                continue
            if cue.judged and line.low(line.sentence.tokens(mention.start, mention.end)[-1].i + 1) in POSSESSIVE:
                continue
            before = k - 2 if line.low(k - 1) == "the" else k - 1
            if line.low(before) == "of" and line.low(before - 1) in words("designation", "realms"):
                return self.institutions.among(line, [mention], cue)  # "the Republic of Peru"
            if line.pos(before) == "ADP" or _concerned(line, k):
                continue  # "in Peru", "concerning Peru"
            found = self.institutions.among(line, [mention], cue)
            if found:
                return found
        return []

    def agency(self, line: Line) -> list[str]:
        """Give the agency of a state that was named last before the sentence."""
        for mention in reversed(self.reading.mentions_in(0, line.sentence.start)[-40:]):
            entity = self.reading.entity(mention.entity)
            if entity is not None and entity.kind == "organization" and is_agency(entity.name):
                home = self.reading.entity(entity.affiliation)
                known = gazetteer().get(fold(entity.affiliation or ""))
                if (home is not None and home.kind == "state") or (known is not None and known.what == "state"):
                    return [entity.id]
        return []


def _concerned(line: Line, k: int) -> bool:
    """Tell "Peru" and "Chile" of "the committee concerning Peru and Chile": what a body is about, not one that acts."""
    while k > line.start and (k in line.inside or line.low(k) in ("and", ",", "the", "or")):
        k -= 1
    return line.doc[k].tag_ == "VBG" and k not in line.inside
