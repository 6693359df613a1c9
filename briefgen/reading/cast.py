"""Group a document's names into entities: a surname belongs to its full name, an acronym to what it stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefgen.knowledge.world import Known, gazetteer, sort_of_body, sort_of_known, words
from briefgen.model import ActorKind
from briefgen.names import JUNIOR, PARTICLES, fold, initials_of, namesake, short_forms, slug
from briefgen.reading.finding import Found
from briefgen.reading.marks import Entity, Standing
from briefgen.reading.role_words import Stated, is_mere_address, is_past, offices_of, weight_of_role

TEACHING = frozenset("university college school academy watch council".split())
"""Bodies that have experts and are no think tanks by their name alone."""
LEARNED = TEACHING | frozenset("society academy trust hospital museum".split())
"""Bodies whose fellows tell of no think tank."""
ARTICLES = frozenset({"al", "el", "ul"})
OF_THE_UN = re.compile(r"\b(?:envoy|representative|advis[eo]r|coordinator)\b.* (?:of|to) the Secretary-General\b", re.I)
"""Envoys of the one Secretary-General who is written so. Source: United Nations Editorial Manual, special representatives."""


@dataclass(slots=True)
class Member:
    """An entity in the making."""

    kind: ActorKind | None
    spellings: Counter[str] = field(default_factory=Counter)
    known: Known | None = None
    roles: list[Stated] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    id: str = ""
    joined: Member | None = None

    @property
    def whole(self) -> Member:
        """Give the entity that this one was joined to in the end, or itself."""
        member = self
        while member.joined is not None:
            member = member.joined
        return member


class Cast:
    """The entities of one document while it is read; `member_of` finds the one a name means."""

    def __init__(self, publisher: str | None = None) -> None:
        self._publisher = publisher
        self._by_form: dict[tuple[str, str], Member] = {}
        self._at: dict[int, Member] = {}  # the persons, by where their names stand
        self.members: list[Member] = []

    def state(self, name: str) -> Member:
        """Give the state's entity, making it if need be."""
        known = gazetteer().get(fold(name)) or Known(name, "state", name)
        return self._known(known, "state")

    def _known(self, known: Known, kind: ActorKind | None) -> Member:
        key = ("place" if kind is None else "known", fold(known.name))
        member = self._by_form.get(key)
        if member is None:
            member = self._new(kind, known)
            self._by_form[key] = member
        return member

    def _new(self, kind: ActorKind | None, known: Known | None = None) -> Member:
        member = Member(kind=kind, known=known)
        self.members.append(member)
        return member

    def add_persons(self, names: Iterable[Found]) -> None:
        """Group persons: full names first, so that a surname that comes before the full name finds it too."""
        named = list(names)
        full = [n for n in named if len(_parts(n.text)) > 1]
        bearers: dict[str, list[tuple[int, Member]]] = {}  # by surname and by first word: where the full name stands
        by_last: dict[str, list[Member]] = {}
        for name in full:
            parts = _parts(name.text)
            member = self._same_person(parts, namesake(name.text), by_last.get(parts[-1], []))
            if member is None:
                member = self._new("person")
                by_last.setdefault(parts[-1], []).append(member)
            member.spellings[name.text] += 1
            self._by_form["person", fold(name.text)] = self._at[name.start] = member
            bearers.setdefault(f"last {parts[-1]}", []).append((name.start, member))
            bearers.setdefault(f"first {parts[0]}", []).append((name.start, member))
        for name in named:
            if name.start not in self._at:
                self._at[name.start] = self._add_short(name, bearers)

    def _add_short(self, name: Found, bearers: Mapping[str, Sequence[tuple[int, Member]]]) -> Member:
        """Give the person of a name of one word: the bearer of the surname, of several the one spoken of last."""
        word, form = _parts(name.text)[-1], ("person", fold(name.text))
        last, first = bearers.get(f"last {word}", ()), bearers.get(f"first {word}", ())
        owners = last or (first if len({id(member) for _, member in first}) == 1 else ())
        if not owners:
            member = self._by_form.get(form) or self._new("person")
            self._by_form[form] = member
        else:
            member = next((m for start, m in reversed(owners) if start < name.start), owners[0][1])
            self._by_form.setdefault(form, member)
            whole = max(member.spellings, key=lambda s: (len(s), s))
            part = "surname" if last else "first word"
            member.why.append(f"{part}: “{name.text}” is the {part} of “{whole}”")
        member.spellings[name.text] += 1
        return member

    def _same_person(self, parts: list[str], junior: str | None, candidates: Sequence[Member]) -> Member | None:
        """Find the member of the same surname whose first name is the same, an initial of it, or missing."""
        for member in candidates:
            for spelling in member.spellings:
                if junior and namesake(spelling) not in (None, junior):
                    break
                other = _parts(spelling)
                short, long = sorted((parts, other), key=len)
                if (
                    short[0] == long[0]
                    or set(short) <= set(long)
                    or (len(short[0]) == 1 and long[0].startswith(short[0]))
                ):
                    return member
        return None

    def add_other(self, name: Found, *, acts: bool) -> Member:
        """Give the entity of a state, body or place; a capital that acts stands for its state."""
        known = name.known
        if known is not None and known.what in ("state", "adjective", "seat"):
            return self.state(known.name)
        if known is not None and known.what == "capital" and acts and known.state:
            return self.state(known.state)
        if known is not None and known.what in ("capital", "region"):
            member = self._known(known, None)
        elif known is not None:
            member = self._known(known, "organization")
        else:
            kind: ActorKind | None = "organization" if name.kind == "organization" else None
            key = (name.kind, _form(name.text))
            member = self._by_form.get(key) or self._new(kind)
            self._by_form[key] = member
        member.spellings[name.text] += 1
        return member

    def person(self, name: Found) -> Member:
        """Give the entity of a person's name that `add_persons` has seen."""
        return self._at[name.start]

    def same(self, acronym: Found, whole: Member, why: str | None = None) -> None:
        """Let an acronym in brackets, or another name that the text gives, mean what was named before it."""
        key = (acronym.kind, fold(acronym.text))
        whole, old = whole.whole, self._by_form.get(key)
        old = old.whole if old is not None else None
        self._by_form[key] = whole
        name = max(whole.spellings, key=lambda s: (len(s), s), default="the name")
        if old is not None and old is not whole:
            old.joined = whole  # names met before the brackets mean the same body
        whole.why.append(why or f"acronym: “{acronym.text}” stands in brackets behind “{name}”")
        whole.spellings[acronym.text] += (
            old.spellings.pop(acronym.text, 0) if old is not None and old is not whole else 0
        )

    def finish(self) -> tuple[Entity, ...]:
        """Name and number the entities: ids are made from names, and told apart where two names are alike."""
        used: Counter[str] = Counter()
        made = []
        for member in self.members:
            if member.joined is not None:
                member.joined.roles.extend(member.roles)
        ranked = [_ranked(member) for member in self.members]
        for member, names in zip(self.members, ranked, strict=True):
            if not names:
                member.id = ""
                continue
            base = slug(names[0])
            used[base] += 1
            member.id = base if used[base] == 1 else f"{base}-{used[base]}"
        for member, names in zip(self.members, ranked, strict=True):
            if not member.id:
                continue
            told = sorted(
                (r for r in member.roles if not is_mere_address(r.role) and not r.inferred),
                key=lambda r: (weight_of_role(r.role), r.start),
            )
            standings = tuple(
                Standing(role=r.role, affiliation=self._key_of(r.affiliation), start=r.start) for r in told
            )
            inferred = None if standings else self._inferred(member, names)
            made.append(
                Entity(
                    id=member.id,
                    name=names[0],
                    kind=member.kind,
                    names=names,
                    role=standings[0].role if standings else inferred[0] if inferred else None,
                    affiliation=self._affiliation(member, standings),
                    why=tuple(dict.fromkeys(member.why)),
                    standings=standings,
                    inferred_at=inferred[1] if inferred else None,
                )
            )
        return tuple(made)

    def _key_of(self, other: Found | None) -> str | None:
        """Give the id of a named body or state, or its name where it is no entity."""
        if other is None:
            return None
        found = self.find(other)
        return found.id if found is not None and found.id else other.text

    def _affiliation(self, member: Member, standings: Sequence[Standing]) -> str | None:
        """Give the affiliation of the most telling role that has one, else that stated by the name itself or known."""
        named = (self._key_of(r.affiliation) for r in member.roles)
        stated = [s.affiliation for s in standings]
        if standings and is_past(standings[0].role):
            # "a former envoy, now at the Reed Institute"
            stated = [*(self._key_of(r.affiliation) for r in member.roles if r.inferred), *stated]
        of_the_un = bool(standings) and OF_THE_UN.search(standings[0].role) is not None and not self._other_secretary
        known = [self._key_of_known("United Nations")] if of_the_un else []
        told = next((key for key in (*stated, *named, *known) if key is not None), None)
        state = self._home(member) if told is None else None
        return told if state is None else self._key_of_known(state)

    @cached_property
    def _other_secretary(self) -> bool:
        """Tell a text whose "Secretary-General" may be another body's than the UN's: it tells of one, or names only others."""
        served = (r.affiliation for m in self.members for r in m.roles if "secretary-general" in r.role.casefold())
        owners = [self.find(body) for body in served if body is not None]
        if any(owner is not None and not _is_the_un(owner) for owner in owners):
            return True
        bodies = [m for m in self.members if m.known is not None and m.known.what == "body" and m.known.state is None]
        return bool(bodies) and not any(map(_is_the_un, bodies))

    def _key_of_known(self, name: str) -> str:
        """Give the id of a known body or state, or its name where it is no entity."""
        found = self._by_form.get(("known", fold(name)))
        return found.id if found is not None and found.id else name

    def _inferred(self, member: Member, names: Sequence[str]) -> tuple[str, int | None] | None:
        """Give what somebody or a body is by what the text lets infer, with the place that does; None: a body's own name."""
        told = next((r for r in member.roles if r.inferred and r.role), None)
        if told is not None:
            return told.role, told.start
        if member.kind != "organization":
            return None
        sort = sort_of_known(member.known.name) if member.known is not None else None
        house = [self._publisher] if self._publisher is not None and self._is_publisher(names) else []
        sort = sort or next((sort for sort in map(sort_of_body, (*names, *house)) if sort is not None), None)
        if sort is not None:
            return sort, None
        said = set(fold(" ".join(names)).split())
        advising = said & words("titles", "expert_bodies") - TEACHING
        experts = words("titles", "expert") if advising else frozenset() if said & LEARNED else frozenset({"fellow"})
        expert = self._expert_of(member, experts)
        return ("think tank", expert.start) if expert is not None else None

    def _is_publisher(self, names: Sequence[str]) -> bool:
        """Tell the body that published the text, named in its lines of prose by its initials or short for its full name."""
        house = self._publisher or ""
        return any(
            fold(name) in short_forms(house) or (len(house.split()) > 2 and name in initials_of(house))
            for name in names
        )

    @cached_property
    def _experts(self) -> dict[int, list[Stated]]:
        """Give the roles of experts by the body they are of, in the order of the members."""
        found: dict[int, list[Stated]] = {}
        for role in (role for member in self.members for role in member.roles):
            if role.affiliation is None or not offices_of(role.role) & words("titles", "expert"):
                continue
            body = self.find(role.affiliation)
            if body is not None:
                found.setdefault(id(body), []).append(role)
        return found

    def _expert_of(self, body: Member, experts: frozenset[str]) -> Stated | None:
        """Give where the text calls somebody of this body one of these: a fellow, an analyst."""
        return next((r for r in self._experts.get(id(body), ()) if offices_of(r.role) & experts), None)

    def _home(self, member: Member) -> str | None:
        """Give the state of a body: the known one, or the one that its name opens or ends with ("Russian Foreign Ministry")."""
        if member.kind != "organization":
            return None
        if member.known is not None:
            return member.known.state
        for spelling in member.spellings:
            words = spelling.split()
            for length in (2, 1):
                known = gazetteer().get(fold(" ".join(words[:length]))) if len(words) > length else None
                if known is not None and known.what in ("adjective", "state"):
                    return known.name
            seat = gazetteer().get(fold(spelling.partition(" of ")[2]))  # "Supreme Court of Norland"
            if seat is not None and seat.what == "state":
                return seat.name
        return None

    def find(self, name: Found) -> Member | None:
        """Give the entity of a state or body if it is in the cast."""
        if name.known is not None and name.known.what in ("state", "adjective", "seat", "body"):
            found = self._by_form.get(("known", fold(name.known.name)))
            if found is not None:
                return found
        return self._by_form.get((name.kind, _form(name.text)))


def _is_the_un(member: Member) -> bool:
    return member.known is not None and member.known.name == "United Nations"


def _form(name: str) -> str:
    """Give the form by which a body is found; a committee's is the resolution that established it."""
    resolution = RESOLUTION.search(name)
    return f"{resolution[1] or resolution[2]} committee" if resolution is not None else fold(name)


RESOLUTION = re.compile(r"\bCommittee\b.*?\bresolutions? (\d{3,4})\b|\b(\d{3,4}) (?:Sanctions )?Committee\b")


def _parts(name: str) -> list[str]:
    """Give the words of a person's name for comparing; "al-Assad" and "Assad" end alike, and so do father and son."""
    skipped = ARTICLES | JUNIOR | words("titles", "peerage")
    return [word for word in fold(name).split() if word not in skipped] or [fold(name)]


def _ranked(member: Member) -> tuple[str, ...]:
    """Order the spellings: a state by its common name, a person by the fullest, a body by the commonest."""
    spellings = [s for s in member.spellings if member.spellings[s] > 0]
    if member.kind == "state" and member.known is not None:
        return tuple(dict.fromkeys([member.known.name, *sorted(spellings, key=lambda s: (-member.spellings[s], s))]))
    if member.kind == "person":
        return tuple(sorted(spellings, key=lambda s: (-_weight(s), -member.spellings[s], s)))
    known, nouns = fold(member.known.name) if member.known is not None else "", words("bodies", "nouns")
    return tuple(
        sorted(spellings, key=lambda s: (fold(s) != known, fold(s) in nouns, -member.spellings[s], -len(s), s))
    )


def _weight(name: str) -> int:
    return len([word for word in name.split() if word.casefold() not in PARTICLES])
