"""Find who lists: the subject, "by ...", the owner of the list, else the one that acts in the document."""

from __future__ import annotations

from dataclasses import replace

from briefgen.extract.designations.agents import Agents
from briefgen.extract.designations.calls import asked_whether, pending, unheard
from briefgen.extract.designations.compared import left_out
from briefgen.extract.designations.cue import AMERICAN, BE, HAVE, LISTING_BODIES, Cue, before_verb
from briefgen.extract.designations.institutions import Institutions
from briefgen.extract.designations.laws import banned_in, barred_from, by_act, by_order
from briefgen.extract.designations.lettered import opened_by
from briefgen.extract.designations.listers import OPENING
from briefgen.extract.designations.notices import notice_acts, office_before, performs, told_behind
from briefgen.extract.designations.outcome import short_of, upheld
from briefgen.extract.designations.wording import is_agency, is_lister
from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.clauses import mentions_under, subject_of
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.marks import Reading
from briefgen.reading.stretches import clause_end
from briefgen.reading.verbforms import verb_forms

FRESH = 3
"""Sentences that "this decree" may stand behind what was told of it."""
COURTS = frozenset({"court", "courts", "tribunal", "chamber", "judge", "judges"})
"""Words for those who annul what others have decided."""


class Authorities:
    """Who lists, word by word of a document: one that named itself once stands for "is being designated" later."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.institutions = Institutions(reading)
        self.listers = self.institutions.listers
        self.agents = Agents(reading, self.institutions)
        self._acting_here: list[str] = []
        self._told = -9
        self._last: list[str] = []
        self._asked: tuple[int, list[str]] = (-9, [])
        self._lead: list[str] = []
        self._release = False

    def ask(self, line: Line, authorities: list[str]) -> None:
        """Keep who was asked to list, for "Kahl is still on that list" and "The request is pending"."""
        self._asked = (line.sentence.index, authorities)

    def _last_told(self) -> list[str]:
        """Give who lists by the statement told last, or who was called on since."""
        index, asked = self._asked
        return asked if index > self._told and asked else self._last

    def remember(self, line: Line, cue: Cue, authorities: list[str]) -> None:
        """Keep who acts in this document, not who once listed somebody."""
        self._told, self._last = line.sentence.index, authorities
        if authorities[0].casefold() in words("designation", "short_bodies"):
            return  # "the Committee": which one is told elsewhere
        if cue.voice == "active" and not self._lead:
            self._lead = authorities
            self._release = line.sentence.index < OPENING and "today" in line.sentence.low
        if cue.voice == "active" or not self._acting_here:
            self._acting_here = authorities

    def told_near(self, index: int) -> bool:
        """Tell whether one that lists was told right before a sentence."""
        return index - self._told <= 1

    def acting(self) -> list[str]:
        """Give who lists in this document by itself, as the notice behind a release does."""
        return self._acting_here

    def of(self, line: Line, cue: Cue) -> list[str]:
        """Give the ids of those who list, or the words that name them; empty where nobody is told."""
        if cue.again is not None:
            own = self.institutions.by(line, cue.owner, cue.at) if cue.owner is not None else []
            if own:
                return own  # "The blacklist run by the police names Kahl"
            told = max(self._told, self._asked[0])
            return self._last_told() if line.sentence.index - told <= cue.again else self._issuer()
        found = self.named(line, cue) or self._silent(line, cue)
        return found or (self.agents.by_its_office(line, cue, bare=True) if cue.voice == "active" else [])

    def named(self, line: Line, cue: Cue) -> list[str]:
        """Give the ids of those who list where the sentence tells it, by a name, by an office or by pointing back."""
        if cue.voice == "joined":
            return self.listers.joined(line, cue)
        read = {"active": self._of_verb, "passive": self._of_passive, "noun": self._of_noun}[cue.voice]
        found = read(line, cue)
        if found and found[0].casefold() in words("designation", "short_bodies"):
            return self._here() or self.listers.heading or found  # "the Committee also removed"
        public = [key for key in found if self._public(key)]
        if found and not public and self.listers.issuer is not None and cue.voice != "passive":
            # a release's heading that ran into its text: "Action Hits Arms Network OFAC listed"
            return [self.listers.issuer]
        return public or found

    def _public(self, key: str) -> bool:
        """Tell a state, a union of states, or a public body: those that list by law."""
        entity = self.reading.entity(key)
        name = entity.name if entity is not None else key
        known = gazetteer().get(fold(name))
        law = known is not None and (
            known.what != "body" or known.name.casefold() in LISTING_BODIES() or known.state is not None
        )
        said = set(fold(name).split()) & words("designation", "short_bodies")
        return law or bool(said) or is_agency(name) or (entity is not None and entity.kind in ("state", "person"))

    def _issuer(self) -> list[str]:
        """Give whose own release it is: the agency that acts "today" in its opening, else by its head."""
        if any(self._home(key) == self.listers.issuer for key in self._lead):
            return self._lead
        return [self.listers.issuer] if self.listers.issuer is not None else self._lead if self._release else []

    def _here(self) -> list[str]:
        """Give who lists in this document by itself: the one that acts, unless that is another than the issuer of a release."""
        issuer = self._issuer()
        for acting in (self._lead, self._acting_here):
            if any(key in issuer or self._home(key) in issuer for key in acting):
                return acting
        return issuer or self._acting_here

    def _of_verb(self, line: Line, cue: Cue) -> list[str]:
        if cue.status == "not_designated" and line.low(cue.at - 1) == "to":
            heard = unheard(line, cue.at)
            if heard is not None:  # "the call of Peru to put Kahl on Japan's list was rejected": no one else's to do
                return self._owner(line, cue) or self.institutions.by(line, heard, line.stop)
        found = self._of_listing(line, cue) or self._considering(line, cue)
        found = found or self._deciding(line, cue) or self.agents.of(line, cue, self._acting_here)
        if not cue.behind and (apart := left_out(line, cue.at)) is not None:
            others = [item.mention.entity for item in read_items(line, apart.start + 1, apart.stop)[0] if item.mention]
            found = [key for key in found if key not in others]
        if not found and self._by_it(line, cue) and line.sentence.index - self._told <= FRESH:
            return self._issuer() or self._last  # "This decree also takes Kahl off the list"
        if not found and self._body_again(line, cue):
            return self._last
        if not found and cue.owner is not None:
            return self.listers.owners_before(line, cue.owner)  # "New Canadian sanctions target Kahl", "on Oslo's list"
        return found

    def _body_again(self, line: Line, cue: Cue) -> bool:
        """Tell "the committee", "the ministry" as a subject behind what it did: the one that was told last."""
        k = before_verb(line, cue.at)
        fresh = 0 < line.sentence.index - self._told <= FRESH
        return fresh and line.low(k - 1) == "the" and line.low(k) in words("designation", "agencies", "short_bodies")

    def _deciding(self, line: Line, cue: Cue) -> list[str]:
        """Give who decides where the verb starts a part of a decision: "The Union resolved: (a) to list Kahl; (b) ..."."""
        opener = opened_by(line, cue.at)
        if opener is None:
            return []
        line, colon = opener
        verb = next((k for k in range(colon - 1, line.begin, -1) if line.finite(k)), None)
        if verb is None:
            return []
        return self.agents.of(line, replace(cue, at=verb, left=verb, right=None), self._acting_here)

    def _by_it(self, line: Line, cue: Cue) -> bool:
        """Tell "this decree", "that decision" as a subject: the deed of the one told last."""
        deeds = words("designation", "instruments", "actions") | {"decision", "list", "notice"}
        before = [k for k in range(line.begin, cue.at) if line.pos(k) not in ("ADV", "AUX")]
        pointed = bool(before) and line.low(before[0]) in ("the", "this", "that", "these", "it")
        return pointed and 1 < len(before) < 5 and line.low(before[-1]) in deeds

    def _of_passive(self, line: Line, cue: Cue) -> list[str]:
        # "is under EU sanctions but not listed by Peru"
        standing = self._owner(line, cue) if cue.owner == cue.at else []
        if cue.owner is not None and not standing and line.low(cue.owner - 1) == "that" and self._fresh(line):
            return self._last_told()  # "Kahl is still on that list"
        its = cue.owner is not None and line.low(cue.owner - 1) in ("its", "their")
        if its and not standing and (above := self._before_colon(line, cue)):
            return above  # "Norway went less far: Kahl was put on its list"
        found = standing or self.institutions.by(line, cue.at, clause_end(line, cue.at)) or self._owner(line, cue)
        found = found or barred_from(self.institutions, line, cue) or banned_in(self.listers, line, cue)
        found = (
            found
            or by_act(self.agents, line, cue, self._acting_here)
            or self._telling(line, cue)
            or by_order(self.institutions, line, cue)
        )
        found = found or (self._asker(line, cue) if cue.status == "under_review" else [])
        found = found or (self.listers.seat_before(line, cue.left) if cue.status != "delisted" else [])
        return found or self._before_colon(line, cue) or told_behind(self.institutions, line, cue)

    def _before_colon(self, line: Line, cue: Cue) -> list[str]:
        """Give the subject of "Norway went less far: Kahl was banned": whose deed the words behind the colon tell."""
        colon = next((k for k in range(cue.left - 1, line.begin + 1, -1) if line.doc[k].text == ":"), None)
        if colon is None and line.sentence.index:
            line = Line(self.reading, self.reading.sentences[line.sentence.index - 1])
            colon = line.stop - 1 if line.doc[line.stop - 1].text == ":" else None
        if colon is None or not any(line.finite(k) for k in range(line.begin, colon)):
            return []
        items = read_items(line, line.begin, colon, leading=True)[0][:1]
        listers = [item for item in items if item.mention is not None and is_lister(line, item.mention)]
        return [key for item in listers for key in self.institutions.of_item(line, item)]

    def _telling(self, line: Line, cue: Cue) -> list[str]:
        """Give whose minister or office tells of its own listing: "Peru's premier announced that Kahl had been listed"."""
        back = range(cue.left - 1, max(line.start, cue.left - 20), -1)
        that = next((k for k in back if line.low(k) == "that"), None)
        if that is None or line.low(that - 1) not in verb_forms("designation", "telling"):
            return []
        return self.agents.of(line, replace(cue, at=that - 1, left=that - 1, voice="active"), self._acting_here)

    def _of_noun(self, line: Line, cue: Cue) -> list[str]:
        verb = next((k for k in range(cue.at + 1, line.stop) if line.finite(k)), line.stop)
        found = self._owner(line, cue) or self.institutions.by(line, cue.at, verb)
        if not found and line.low(cue.at + 1) == "in":
            found = self.listers.where(line, cue.at)  # "Kahl's listing in Norway"
        if not found and cue.status == "delisted":
            # a court annuls the listing of another
            found = self._list_left(line, cue) or (self._acting_here if self._fresh(line) else [])
        if not found and line.low(verb) in BE | HAVE:
            found = self.institutions.by(line, verb, line.stop)
        if not found and cue.status == "under_review":
            found = self._asker(line, cue) or self._reviewer(line, cue)
        if not found and "today" in (line.low(cue.at - 1), line.low(cue.at - 2)):
            found = self._announcer(line, cue) or self._here()
        found = (
            found or self._announcer(line, cue) or self._above(line, cue) or told_behind(self.institutions, line, cue)
        )
        if not found and cue.status == "designated" and upheld(line, cue.at) and self._fresh(line):
            return self._acting_here  # "the judges confirmed the ban on Kahl": that of the one told before
        own = line.low(cue.at - 1) in ("its", "their") or short_of(line, cue.at)  # "upheld its ban on Kahl"
        return found or (self.institutions.public_before(line, cue) if own else [])

    def _of_listing(self, line: Line, cue: Cue) -> list[str]:
        """Give whose listing a court annuls: "the court annulled the EU's listing of Kahl"."""
        if cue.status not in ("delisted", "under_review") or cue.owner is None or cue.owner < cue.at:
            return []
        if line.low(cue.owner - 1) in ("'s", "’s"):
            return self.listers.owners_before(line, cue.owner)
        if not any(line.low(k) in COURTS for k in range(max(line.start, cue.at - 6), cue.at)):
            return []
        theirs = self.listers.owners_before(line, cue.owner)
        return theirs or self.institutions.by(line, cue.owner, clause_end(line, cue.at))

    def _list_left(self, line: Line, cue: Cue) -> list[str]:
        """Give whose list it is in "the removal of Kahl from Japan's list"."""
        behind = range(cue.at + 1, min(line.stop, cue.at + 16))
        listed = next((k for k in behind if line.low(k) in words("designation", "list_nouns")), None)
        return self.listers.owners_before(line, listed) if listed is not None else []

    def _considering(self, line: Line, cue: Cue) -> list[str]:
        """Give before whom a proposal lies: "the motion to list Kahl is pending in the cabinet"."""
        hold = pending(line, cue.at) if cue.status == "under_review" else None
        if hold is None:
            return []
        if line.low(hold) == "before":
            items, _ = read_items(line, hold + 1)
            return [key for item in items[:1] for key in self.institutions.of_item(line, item)]
        return self.institutions.by(line, hold, line.stop)

    def _asker(self, line: Line, cue: Cue) -> list[str]:
        """Give who weighs "whether Kahl should be banned"."""
        whether = asked_whether(line, cue.at)
        return self.agents.nearest(line, replace(cue, at=whether)) if whether is not None else []

    def _reviewer(self, line: Line, cue: Cue) -> list[str]:
        """Give who reviews: "in Ottawa" behind it, else who says so, the state of the place told before, or who listed last."""
        behind = range(cue.at + 1, min(line.stop, cue.at + 20))
        seat = next((found for k in behind if (found := self.listers.seat(line, k))), [])
        if seat:
            return seat
        found = self.institutions.public_before(line, cue) or self.listers.seat_before(line, cue.at)
        return found or (self._acting_here if self._fresh(line) else [])

    def _office_before(self, line: Line) -> list[str]:
        """Give the state of the office that the sentence before names: "The finance ministry of Chile met on Monday"."""
        before = Line(self.reading, self.reading.sentences[line.sentence.index - 1]) if line.sentence.index else line
        places = range(before.start, before.stop)
        return next((found for k in places if (found := self.listers.by_words(before, k))), [])

    def _owner(self, line: Line, cue: Cue) -> list[str]:
        """Give whose list or sanctions they are: "the EU's list", "the list of the Security Council", "U.S. and UK sanctions"."""
        found: list[str] = []
        if cue.owner is not None and line.low(cue.owner) == "ours":
            found = self.agents.speaker(line, cue.owner, self._acting_here)
        elif cue.owner is not None:
            found = self.listers.owners_before(line, cue.owner)
            of = next((k for k in range(cue.owner + 1, cue.owner + 4) if line.low(k) == "of"), None)
            if not found and (cue.voice != "noun" or cue.owner != cue.at) and of is not None:
                items, _ = read_items(line, of + 1)
                found = [key for item in items for key in self.institutions.of_item(line, item)]
                named = range(of + 1, min(line.stop, of + 5))
                found = found or next((here for k in named if (here := self.listers.state_at(line, k))), [])
        if not found and cue.voice == "passive":
            found = self.listers.where(line, cue.at)
        return [key for key in dict.fromkeys(found) if self._lists_by_law(key)]

    def _lists_by_law(self, key: str) -> bool:
        """Tell a public body from the Tarn Front of "the Tarn Front sanctions list", which is listed on it."""
        entity = self.reading.entity(key)
        if entity is None or entity.kind != "organization":
            return True
        return self._public(key) or entity.affiliation is not None

    def _above(self, line: Line, cue: Cue) -> list[str]:
        """Give who announces a designation: the subject of the verb above the noun."""
        head = line.doc[cue.at].head
        if head.i != cue.at and head.pos_ == "VERB" and head.i < cue.at:
            subject = subject_of(head)
            if subject is not None and subject.i < head.i:
                mentions = mentions_under(self.reading, line.sentence, subject)
                public = [mention for mention in mentions if is_lister(line, mention)]
                found = self.institutions.among(line, public, cue) or self.institutions.public_before(line, cue)
                if found := found or self.institutions.among(line, mentions, cue):
                    return found
                if upheld(line, cue.at):  # "A tribunal in Oslo confirmed the ban on Kahl"
                    return self.listers.seated(line, subject.i) or self.listers.by_adjective(line, subject.i)
                if any(head.lower_ in verb_forms("designation", key) for key in ("ordering", "impose", "deciding")):
                    return self.listers.described(line, subject.i)  # "A court in Minsk ordered the liquidation of Kahl"
        if (decided := self._above_all(line, head.i)) is not None:
            found = self.agents.of(line, replace(cue, at=decided, left=decided, right=None, voice="active"), [])
            if found:
                return found
        for mention in reversed(self.reading.mentions_in(line.sentence.start, line.sentence.at(line.doc[cue.at]))):
            entity = self.reading.entity(mention.entity)
            if entity is not None and entity.kind == "organization" and is_agency(entity.name):
                return [entity.id]
        return []

    def _above_all(self, line: Line, k: int) -> int | None:
        """Give the finite verb of deciding or listing above a noun: "The cabinet agreed to the ban on Kahl"."""
        for _ in range(4):
            if line.start <= k < line.stop and line.finite(k):
                keys = ("deciding", "agreeing", "impose", "lift", "renewing", "telling")
                return k if any(line.low(k) in verb_forms("designation", key) for key in keys) else None
            head = line.doc[k].head.i
            if head == k:
                return None
            k = head
        return None

    def _announcer(self, line: Line, cue: Cue) -> list[str]:
        """Give who is told before the noun: "the announcement by Japan of new sanctions on Kahl"."""
        by = next((k for k in range(cue.at - 1, max(line.start, cue.at - 12), -1) if line.low(k) == "by"), None)
        if by is None or any(line.finite(k) or line.doc[k].text == "," for k in range(by, cue.at - 1)):
            return []
        items, _ = read_items(line, by + 1, cue.at)
        return [key for item in items[:1] for key in self.institutions.of_item(line, item)]

    def _silent(self, line: Line, cue: Cue) -> list[str]:
        """Give the authority of a statement that names none; a notice's own deed is that of the office that heads it."""
        found = self._by_ground(line, cue)
        if not found and cue.status == "not_designated" and cue.voice == "passive":
            return self._not_banned(line, cue)
        if found or cue.status not in ("designated", "delisted") or cue.voice == "active":
            return found
        if cue.voice == "passive" and performs(line, cue):
            return office_before(self.listers, line) or self.listers.heading
        return self.listers.heading if cue.voice == "passive" and notice_acts(line, cue) else []

    def _not_banned(self, line: Line, cue: Cue) -> list[str]:
        """Give who has not banned one that "has not been banned": the one that has banned others, else the state of the text."""
        if self._fresh(line) and (here := self._here()):
            return here
        home = self.listers.home if line.low(cue.at) in words("designation", "forbidden") else None
        return [home] if home is not None else []

    def _by_ground(self, line: Line, cue: Cue) -> list[str]:
        """Give the authority of a statement that names none: by its legal ground, else the one that acts in the document."""
        text = line.reading.text[line.sentence.start : line.sentence.end].casefold()
        american = any(part in text for part in AMERICAN())
        if cue.voice == "active" and not {line.low(k) for k in range(max(line.start, cue.at - 6), cue.at)} & words(
            "designation", "actions"
        ):
            ground = [self.listers.key_of("United States")] if american else []
            return (self._acting_here or self.agents.agency(line) or ground) if american else []
        here = self._here()
        agency = here if self._issuer() else self.agents.agency(line)
        if american:
            home = self.listers.key_of("United States")
            ours = [key for key in here if key == home or self._home(key) in (home, "United States")]
            return ours or agency or here or [home]
        if cue.voice == "noun":
            return []
        if cue.until is not None:  # "Kahl's assets have been frozen"
            return self.institutions.public_before(line, cue) or here or agency or self._office_before(line)
        if cue.owner is not None and agency:
            return agency  # "he remains on the list"
        acts = "being" in (line.low(cue.at - 1), line.low(cue.at - 2)) or "today" in text or cue.voice == "active"
        if self._issuer() and cue.voice == "passive":
            return here  # whatever a release tells without a name is its issuer's
        near = self._lead or here  # who acts in the opening, not who is told last to have listed too
        return (here or agency) if acts else near if self._fresh(line) else []

    def _home(self, key: str) -> str | None:
        entity = self.reading.entity(key)
        above = self.reading.entity(entity.affiliation) if entity is not None else None
        return (
            above.affiliation if above is not None and above.kind != "state" else entity.affiliation if entity else None
        )

    def _fresh(self, line: Line) -> bool:
        return line.sentence.index - max(self._told, self._asked[0]) <= FRESH
