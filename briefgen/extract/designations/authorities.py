"""Find who lists: the subject, "by ...", the owner of the list, else the one that acts in the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.extract.designations.cue import AMERICAN, BE, HAVE, Cue, relative_before
from briefgen.extract.designations.listers import Listers, acts, dateline
from briefgen.extract.designations.status import asked_whether, pending
from briefgen.extract.designations.wording import POSSESSIVE, is_lister
from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.clauses import mentions_under, subject_of
from briefgen.reading.line import Line
from briefgen.reading.lists import Item, read_items
from briefgen.reading.marks import Entity, Mention, Reading
from briefgen.reading.stretches import antecedent, clause_end


class Authorities:
    """Who lists, word by word of a document: one that named itself once stands for "is being designated" later."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.listers = Listers(reading)
        self._acting_here: list[str] = []
        self._told = -9
        self._last: list[str] = []
        self._lead: list[str] = []

    def remember(self, line: Line, cue: Cue, authorities: list[str]) -> None:
        """Keep who acts in this document, not who once listed somebody."""
        if cue.voice == "active" and not self._lead:
            self._lead = authorities
        self._told, self._last = line.sentence.index, authorities
        if cue.voice == "active" or not self._acting_here:
            self._acting_here = authorities

    def acting(self) -> list[str]:
        """Give who lists in this document by itself, as the notice behind a release does."""
        return self._acting_here

    def of(self, line: Line, cue: Cue) -> list[str]:
        """Give the ids of those who list, or the words that name them; empty where nobody is told."""
        if cue.again is not None:
            return self._last if line.sentence.index - self._told <= cue.again else []
        found: list[str] = []
        if cue.voice == "active":
            found = self._of_listing(line, cue) or self._considering(line, cue) or self._subject(line, cue)
            if not found and cue.owner is not None and cue.owner < cue.at:
                found = self.listers.owners_before(line, cue.owner)  # "New Canadian sanctions target Kahl"
        elif cue.voice == "joined":
            return self.listers.joined(line, cue)
        else:
            end = clause_end(line, cue.at)
            verb = next((k for k in range(cue.at + 1, line.stop) if line.finite(k)), line.stop)
            by = verb if cue.voice == "noun" else end
            found = self._owner(line, cue) if cue.voice == "noun" else []
            found = found or self._by(line, cue.at, by) or self._owner(line, cue)
            if not found and cue.voice == "noun" and cue.status == "delisted":
                found = self._list_left(line, cue)
            if not found and cue.voice == "noun" and cue.status == "delisted" and self._fresh(line):
                found = self._acting_here  # a court annuls the listing of another
            found = found or (
                self._by(line, by, line.stop) if cue.voice == "noun" and line.low(by) in BE | HAVE else []
            )
            if not found and cue.status == "under_review":
                found = self._asker(line, cue) or (self._reviewer(line, cue) if cue.voice == "noun" else [])
            if not found and cue.voice == "noun":
                today = "today" in (line.low(cue.at - 1), line.low(cue.at - 2))
                found = self._announcer(line, cue) or (self._acting_here if today else []) or self._above(line, cue)
        if self._acting_here and found and found[0].casefold() in words("designation", "short_bodies"):
            return self._acting_here  # "the Committee also removed"
        return found or self._silent(line, cue)

    def _of_listing(self, line: Line, cue: Cue) -> list[str]:
        """Give whose listing a court annuls: "the court annulled the EU's listing of Kahl"."""
        ends = cue.status == "delisted" and cue.owner is not None and line.low(cue.owner - 1) in ("'s", "’s")
        return self.listers.owners_before(line, cue.owner) if ends and cue.owner is not None else []

    def _list_left(self, line: Line, cue: Cue) -> list[str]:
        """Give whose list it is in "the removal of Kahl from Japan's list"."""
        behind = range(cue.at + 1, min(line.stop, cue.at + 16))
        listed = next((k for k in behind if line.low(k) in words("designation", "list_nouns")), None)
        return self.listers.owners_before(line, listed) if listed is not None else []

    def _considering(self, line: Line, cue: Cue) -> list[str]:
        """Give before whom a proposal lies: "a proposal to list Kahl remains under consideration by the Council"."""
        hold = pending(line, cue.at) if cue.status == "under_review" else None
        if hold is None:
            return []
        if line.low(hold) == "before":
            items, _ = read_items(line, hold + 1)
            return [key for item in items[:1] for key in self._authority_of(line, item)]
        return self._by(line, hold, line.stop)

    def _asker(self, line: Line, cue: Cue) -> list[str]:
        """Give who weighs "whether Kahl should be banned"."""
        whether = asked_whether(line, cue.at)
        return self._nearest(line, replace(cue, at=whether)) if whether is not None else []

    def _reviewer(self, line: Line, cue: Cue) -> list[str]:
        """Give who reviews: "in Ottawa" behind it, else who says so, the state of the place told before, or who listed last."""
        behind = range(cue.at + 1, min(line.stop, cue.at + 20))
        seat = next((found for k in behind if (found := self.listers.seat(line, k))), [])
        if seat:
            return seat
        found = self._public_before(line, cue) or self.listers.seat_before(line, cue.at)
        return found or (self._acting_here if self._fresh(line) else [])

    def _office_before(self, line: Line) -> list[str]:
        """Give the state of the office that the sentence before names: "The finance ministry of Chile met on Monday"."""
        before = Line(self.reading, self.reading.sentences[line.sentence.index - 1]) if line.sentence.index else line
        places = range(before.start, before.stop)
        return next((found for k in places if (found := self.listers.by_words(before, k))), [])

    def _public_before(self, line: Line, cue: Cue) -> list[str]:
        """Give the first state or public body that the sentence names before its listing."""
        for mention in self.reading.mentions_in(line.sentence.start, line.sentence.at(line.doc[cue.at])):
            if is_lister(line, mention) and (found := self._institutions(line, [mention], cue)):
                return found
        return []

    def _subject(self, line: Line, cue: Cue) -> list[str]:
        if cue.behind:
            items, _ = read_items(line, cue.at + 1)
            return [key for item in items for key in self._authority_of(line, item)]
        own = (
            self._decider(line, cue)
            or self._office_which(line, cue)
            or self._beside(line, cue)
            or self._before_aside(line, cue)
        )
        if own:
            return own
        token = line.doc[cue.at]
        relative = relative_before(line, cue.at)
        if relative is not None:
            items, _ = read_items(line, relative + 1, cue.at)
            return self._institutions(line, [i.mention for i in items if i.mention is not None], cue)
        subject = subject_of(token)
        subject = None if subject is not None and subject.i < line.begin else subject
        found: list[str] = []
        if subject is not None and subject.i < cue.at and line.start <= subject.i:
            found = self._institutions(line, mentions_under(self.reading, line.sentence, subject), cue)
            if not found and subject.lower_ == "we":
                found = self._speaker(line, subject.i)
            if not found and not (cue.judged and subject.lower_ not in words("designation", "agencies")):
                found = self.listers.seated(line, subject.i) or self.listers.agency_by_word(line, subject.i)
            found = found or self.listers.by_adjective(line, subject.i) or self.listers.office(line, subject.i)
            if not found and subject.lower_ in ("it", "they"):
                found = self._first(line, cue)  # "the ministry of Japan said that it had listed Kahl"
            if cue.same and found and set(found) <= set(self._followed(line, cue)):
                found = self._first(line, cue)
            if found:
                found = self._joint(line, cue, found)
        right_before = self._right_before(line, cue)
        return (right_before if right_before and not set(right_before) <= set(found) else found) or self._nearest(
            line, cue
        )

    def _followed(self, line: Line, cue: Cue) -> list[str]:
        """Give those whose example is told behind "follow": they are not the ones that follow."""
        items, _ = read_items(line, cue.at + 1)
        return [key for item in items for key in self._authority_of(line, item)]

    def _first(self, line: Line, cue: Cue) -> list[str]:
        """Give the first that can list in a sentence: its main subject where the parser took a later one."""
        for mention in self.reading.mentions_in(line.sentence.start, line.sentence.at(line.doc[cue.at])):
            found = self._institutions(line, [mention], cue)
            if found:
                return found
        return []

    def _beside(self, line: Line, cue: Cue) -> list[str]:
        """Give the state of "the government in Oslo" where it stands right before the verb, whatever the parse says."""
        k = _before_verb(line, cue.at)
        return self.listers.seated(line, k - 2) if k - 2 > line.start and line.low(k - 1) == "in" else []

    def _decider(self, line: Line, cue: Cue) -> list[str]:
        """Give whose decision it is in "welcomed the decision of Chile to ban Kahl"."""
        back = range(cue.at - 2, max(line.start, cue.at - 12), -1) if line.low(cue.at - 1) == "to" else range(0)
        noun = next((k for k in back if line.low(k) in words("designation", "decisions") or line.finite(k)), line.start)
        if line.low(noun + 1) not in ("of", "by") or line.finite(noun):
            return []
        items, _ = read_items(line, noun + 2, cue.at - 1)
        return [key for item in items for key in self._authority_of(line, item)]

    def _office_which(self, line: Line, cue: Cue) -> list[str]:
        """Give the state of "the government in Lima, which has banned Kahl", whatever the parse says."""
        k = _before_verb(line, cue.at)
        if line.low(k) not in ("which", "who") or k == line.start:
            return []
        plain = [item for item in antecedent(line, k) if item.mention is None]
        return [key for item in plain for key in self._authority_of(line, item)]

    def _right_before(self, line: Line, cue: Cue) -> list[str]:
        """Give the states and unions that stand right before the verb as its subject: "and Chile banned", "only Chile and Peru list"."""
        k, found = _before_verb(line, cue.at), list[str]()
        while k >= line.start and (mention := line.inside.get(k)) is not None and mention.form == "name":
            first = line.sentence.tokens(mention.start, mention.end)[0].i
            if mention.entity is None or not is_lister(line, mention) or line.doc[first - 1].pos_ == "ADP":
                break
            found.insert(0, mention.entity)
            k = first - 2 if line.low(first - 1) == "the" else first - 1
            if line.low(k) in ("'s", "’s") or line.doc[k].pos_ == "ADP":
                return found[1:]
            if line.low(k) not in ("and", ","):
                break
            k -= 1
        return found

    def _before_aside(self, line: Line, cue: Cue) -> list[str]:
        """Give the subject that an aside parts from its verb: "and Norway, as one witness recalled, banned Kahl"."""
        k = _before_verb(line, cue.at)
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
            return []
        first = line.sentence.tokens(mention.start, mention.end)[0].i
        if first > line.start and line.low(first - 1) not in ("and", "but", "that", "the", ",", ";", "while"):
            return []
        return self._institutions(line, [mention], cue)

    def _joint(self, line: Line, cue: Cue, found: list[str]) -> list[str]:
        """Give all that list together: "the European Union, Britain and Canada sanctioned Kahl"."""
        first = next(
            (k for k in range(line.start, cue.at) if k in line.inside and line.inside[k].entity in found), cue.at
        )
        items, _ = read_items(line, first, cue.at)
        mentions = [item.mention for item in items if item.mention is not None and item.mention.form == "name"]
        joint = self._institutions(line, mentions, cue) if 1 < len(items) == len(mentions) else []
        return joint if set(found) < set(joint) else found

    def _speaker(self, line: Line, i: int) -> list[str]:
        """Give for whom "we" speaks: the one quoted, the one that acts here, an agency, else the first state that acts."""
        at = line.sentence.at(line.doc[i])
        for quote in self.reading.quotes:
            if quote.holder is not None and any(start <= at < end for start, end in quote.spans):
                holder = self.reading.entity(quote.holder.entity)
                home = self.reading.entity(holder.affiliation) if holder is not None else None
                return [home.id] if home is not None and home.kind in ("state", "organization") else []
        if found := self._acting_here or self._agency(line):
            return found
        for sentence in self.reading.sentences[: line.sentence.index + 1]:
            for mention in self.reading.mentions_in(sentence.start, sentence.end):
                entity = self.reading.entity(mention.entity)
                tokens = sentence.tokens(mention.start, mention.end)
                behind = (
                    sentence.span.doc[tokens[-1].i + 1]
                    if len(tokens) and tokens[-1].i + 1 < sentence.span.end
                    else None
                )
                acts = behind is not None and behind.tag_ in ("VBZ", "VBD", "VBP", "MD")
                if entity is not None and entity.kind == "state" and acts:
                    return [entity.id]
        return []

    def _nearest(self, line: Line, cue: Cue) -> list[str]:
        """Give the state or body nearest before the verb, that is no place and no owner: a parser may miss its subject."""
        for k in range(cue.at - 1, max(line.start, cue.at - 25) - 1, -1):
            if line.doc[k].text == ";":
                return []
            mention = line.inside.get(k)
            if (
                line.doc[k].text[:1].isupper()
                and line.low(k) in words("designation", "agencies") | words("designation", "short_bodies")
                and (
                    mention is None
                    or (mention.start == line.sentence.at(line.doc[k]) and not self._institutions(line, [mention], cue))
                )
            ):
                return self.listers.agency_by_word(line, k)
            if mention is None or (k > line.start and line.inside.get(k - 1) is mention):
                continue
            if cue.judged and line.low(line.sentence.tokens(mention.start, mention.end)[-1].i + 1) in POSSESSIVE:
                continue
            if (line.doc[k - 1].pos_ == "ADP" and k > line.start) or (
                line.low(k - 1) == "the" and k - 1 > line.start and line.doc[k - 2].pos_ == "ADP"
            ):
                continue
            found = self._institutions(line, [mention], cue)
            if found:
                return found
        return []

    def _institutions(self, line: Line, mentions: Sequence[Mention], cue: Cue) -> list[str]:
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

    def _owner_before(self, line: Line, mention: Mention, entity: Entity) -> list[str]:
        """Give the state of "Peru's Congress", where nothing else tells whose it is."""
        first = line.sentence.tokens(mention.start, mention.end)[0].i
        public = set(fold(entity.name).split()) & words("designation", "agencies")
        if entity.affiliation is not None or not public or line.low(first - 1) not in ("'s", "’s"):
            return []
        return self.listers.state_at(line, first - 2)

    def _owns_next(self, line: Line, mention: Mention, mentions: Sequence[Mention]) -> bool:
        """Tell the owner in "the Treasury's Office of Foreign Assets Control" from the one that acts."""
        tokens = line.sentence.tokens(mention.start, mention.end)
        after = tokens[-1].i + 1 if len(tokens) else line.stop
        if line.low(after) not in ("'s", "’s", "'", "’"):
            return False
        return any(m.start > mention.end and m.start - mention.end < 6 for m in mentions)

    def _by(self, line: Line, at: int, end: int) -> list[str]:
        found: list[str] = []
        for k in range(at + 1, min(end, at + 40)):
            if (
                line.low(k) == "by"
                and (line.low(k - 1) != "not" or k - 1 == at)
                and k + 1 < line.stop
                and (
                    not found
                    or line.low(k - 1) in ("and", ",", "then", "later", "finally", "also")
                    or k - 1 in line.times
                )
            ):
                items, _ = read_items(line, k + 1, end)
                plain = next((n for n, item in enumerate(items) if n and not item.named), len(items))
                found.extend(key for item in items[:plain] for key in self._authority_of(line, item))
            if line.doc[k].text == ";":
                break
        return list(dict.fromkeys(found))

    def _authority_of(self, line: Line, item: Item) -> list[str]:
        entity = self.reading.entity(item.mention.entity) if item.mention is not None else None
        if entity is not None:
            home = self.reading.entity(entity.affiliation) if entity.kind == "person" else entity
            if home is None and entity.role is not None:
                return [entity.id]  # "by President Reed"
            seat = (
                self.listers.seat(line, item.last)
                if set(fold(entity.name).split()) & words("designation", "agencies")
                else []
            )
            if home is None or home.kind is None:
                return self.listers.of_place(entity)
            return seat if seat and home.affiliation is None else [home.id]
        if line.low(item.head) in words("designation", "instruments") and (of := _of(line, item)) is not None:
            items, _ = read_items(line, of + 1)
            return [key for deeper in items[:1] for key in self._authority_of(line, deeper)]
        if line.low(item.head) in words("designation", "agencies") and item.mention is None:
            return self.listers.seated(line, item.head) or [item.text]
        return []

    def _owner(self, line: Line, cue: Cue) -> list[str]:
        """Give whose list or sanctions they are: "the EU's list", "the list of the Security Council", "U.S. and UK sanctions"."""
        found: list[str] = []
        if cue.owner is not None:
            found = self.listers.owners_before(line, cue.owner)
            of = next((k for k in range(cue.owner + 1, cue.owner + 4) if line.low(k) == "of"), None)
            if not found and cue.voice != "noun" and of is not None:
                items, _ = read_items(line, of + 1)
                found = [key for item in items for key in self._authority_of(line, item)]
                named = range(of + 1, min(line.stop, of + 5))
                found = found or next((here for k in named if (here := self.listers.state_at(line, k))), [])
        if not found and cue.voice == "passive":
            found = self.listers.where(line, cue.at)
        return list(dict.fromkeys(found))

    def _above(self, line: Line, cue: Cue) -> list[str]:
        """Give who announces a designation: the subject of the verb above the noun."""
        head = line.doc[cue.at].head
        if head.i != cue.at and head.pos_ == "VERB" and head.i < cue.at:
            subject = subject_of(head)
            if subject is not None and subject.i < head.i:
                found = self._institutions(line, mentions_under(self.reading, line.sentence, subject), cue)
                if found:
                    return found
        for mention in reversed(self.reading.mentions_in(line.sentence.start, line.sentence.at(line.doc[cue.at]))):
            entity = self.reading.entity(mention.entity)
            if (
                entity is not None
                and entity.kind == "organization"
                and set(fold(entity.name).split()) & words("designation", "agencies")
            ):
                return [entity.id]
        return []

    def _announcer(self, line: Line, cue: Cue) -> list[str]:
        """Give who is told before the noun: "the announcement by Japan of new sanctions on Kahl"."""
        by = next((k for k in range(cue.at - 1, max(line.start, cue.at - 12), -1) if line.low(k) == "by"), None)
        if by is None or any(line.finite(k) or line.doc[k].text == "," for k in range(by, cue.at - 1)):
            return []
        items, _ = read_items(line, by + 1, cue.at)
        return [key for item in items[:1] for key in self._authority_of(line, item)]

    def _silent(self, line: Line, cue: Cue) -> list[str]:
        """Give the authority of a statement that names none: by its legal ground, else the one that acts in the document."""
        text = line.reading.text[line.sentence.start : line.sentence.end].casefold()
        if cue.voice == "active" and not {line.low(k) for k in range(max(line.start, cue.at - 6), cue.at)} & words(
            "designation", "actions"
        ):
            return []
        agency = self._agency(line)
        if any(part in text for part in AMERICAN()):
            home = self.listers.key_of("United States")
            ours = [key for key in self._acting_here if key == home or self._home(key) in (home, "United States")]
            return ours or agency or self._acting_here or [home]
        if cue.voice == "noun":
            return []
        if cue.until is not None:  # "Kahl's assets have been frozen"
            return self._public_before(line, cue) or self._acting_here or agency or self._office_before(line)
        if cue.owner is not None and agency:
            return agency  # "he remains on the list"
        acts = "being" in (line.low(cue.at - 1), line.low(cue.at - 2)) or "today" in text or cue.voice == "active"
        near = self._lead or self._acting_here  # who acts in the opening, not who is told last to have listed too
        return (self._acting_here or agency) if acts else near if self._fresh(line) else []

    def _home(self, key: str) -> str | None:
        entity = self.reading.entity(key)
        above = self.reading.entity(entity.affiliation) if entity is not None else None
        return (
            above.affiliation if above is not None and above.kind != "state" else entity.affiliation if entity else None
        )

    def _fresh(self, line: Line) -> bool:
        return line.sentence.index - self._told <= 3

    def _agency(self, line: Line) -> list[str]:
        """Give the agency of a state that was named last before the sentence."""
        for mention in reversed(self.reading.mentions_in(0, line.sentence.start)[-40:]):
            entity = self.reading.entity(mention.entity)
            if (
                entity is not None
                and entity.kind == "organization"
                and set(fold(entity.name).split()) & words("designation", "agencies")
            ):
                home = self.reading.entity(entity.affiliation)
                if (home is not None and home.kind == "state") or entity.affiliation in {
                    k.name for k in gazetteer().values() if k.what == "state"
                }:
                    return [entity.id]
        return []


def _before_verb(line: Line, at: int) -> int:
    """Give the word before a verb and its auxiliaries and adverbs."""
    k = at - 1
    while k > line.start and (line.doc[k].pos_ in ("AUX", "ADV") or line.low(k) in ("not", "n't", "both", "all")):
        k -= 1
    return k


def _of(line: Line, item: Item) -> int | None:
    """Give the place of "of" or "by" right behind the head of a description: "an order of the court"."""
    return item.head + 1 if line.low(item.head + 1) in ("of", "by", "from") else None
