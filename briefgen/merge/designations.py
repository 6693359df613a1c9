"""Merge designation statements: one entry for one authority, subject and status, with every passage.

Named tests say under whose name a listing is told; each answers with its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefgen.dates import sharper
from briefgen.knowledge.world import gazetteer, is_body_noun, is_organ, words
from briefgen.model import UNDATED, Actor, Designation, Evidence
from briefgen.names import fold, slug

UNIONS = frozenset({"European Union"})
"""Unions that list by organs of their own, as states do."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Under which name a party is told, and why."""

    key: str
    reason: str


def organ_of_a_state(key: str, actors: Mapping[str, Actor]) -> Standing | None:
    """Tell the listing of a ministry or an agency under its state or union, whose listing it is.

    A parliament, a party or a newspaper speaks for itself.
    """
    actor = actors.get(key)
    known = gazetteer().get(fold(key)) if actor is None else None
    if known is not None and known.what == "body" and known.state and is_organ(known.name):
        return Standing(known.state, "a state's agency stands for its state")
    if actor is None or actor.kind != "organization" or not is_organ(" ".join((actor.name, *actor.aliases))):
        return None
    home = _home(actor, actors)
    return Standing(home, "a state's agency stands for its state") if home is not None and home != key else None


def committee_of_a_body(key: str, actors: Mapping[str, Actor]) -> Standing | None:
    """Tell the listing of a body's committee under the body: "Security Council Committee pursuant to resolution 1970 (2011)"."""
    actor = actors.get(key)
    owner, committee, of = (fold(actor.name) if actor is not None else "").partition("committee")
    if not owner and "pursuant to resolution" in of:
        owner = "security council"  # "Committee pursuant to resolution 1970 (2011)"
    known = gazetteer().get(owner.strip()) if committee else None
    if known is None or known.what != "body":
        return None
    told = next((a.id for a in actors.values() if fold(a.name) == fold(known.name)), known.name)
    return Standing(told, "a body's committee stands for the body")


TESTS: tuple[Callable[[str, Mapping[str, Actor]], Standing | None], ...] = (organ_of_a_state, committee_of_a_body)
"""Asked in this order, the first answer stands; where none answers, an authority is told under its own name."""


def merge_designations(facts: Sequence[Designation], actors: Mapping[str, Actor]) -> tuple[Designation, ...]:
    """Merge statements that say the same; contradictory statuses stay apart. Order-free and idempotent.

    The single statements stay in `reports`, under the authority that each of them names, so that merging again with
    more of them comes to the same as merging all at once.
    """
    groups: dict[tuple[str, str, str], list[Designation]] = {}
    named = _Named(actors)
    reports = [report for fact in facts for report in fact.reports or (replace(fact, reports=()),)]
    for report in reports:
        authority = named.authority(standing_of(report.authority, actors).key)
        groups.setdefault((authority, named.actor(report.subject), report.status), []).append(report)
    return tuple(_one(key, groups[key]) for key in sorted(groups))


class _Named:
    """Actors by their names, for the listed ones that a register's row or a list only names."""

    def __init__(self, actors: Mapping[str, Actor]) -> None:
        self._actors = actors
        self._whole: dict[tuple[str, ...], set[str]] = {}
        self._by_word: dict[str, set[tuple[str, tuple[str, ...]]]] = {}
        for actor in actors.values():
            known = gazetteer().get(fold(actor.name)) if actor.kind != "person" else None
            in_full = (known.name,) if known is not None and known.what in ("state", "body") else ()
            for name in dict.fromkeys((actor.name, *actor.aliases, *in_full)):
                parts = _parts(name)
                self._whole.setdefault(tuple(sorted(parts)), set()).add(actor.id)
                if actor.kind == "person" and len(parts) > 1:
                    self._by_word.setdefault(parts[-1], set()).add((actor.id, parts))

    def authority(self, key: str) -> str:
        """Give the one state or body that bears a name, or its name in full: "the EU", where it is no actor's own id."""
        if key in self._actors:
            return key
        known = gazetteer().get(fold(key))
        names = (key, known.name) if known is not None else (key,)
        found = {a for name in names for a in self._whole.get(tuple(sorted(_parts(name))), ())}
        bodies = [a for a in found if self._actors[a].kind != "person"]
        return bodies[0] if len(bodies) == 1 else names[-1]

    def actor(self, subject: str) -> str:
        """Give the one actor that bears a name, "RENN, Ada", or a shorter form of it; else the name as it is."""
        if subject in self._actors:
            return subject
        parts = _parts(subject)
        found = self._whole.get(tuple(sorted(parts)), set())
        if not found:
            shorter = {pair for part in parts for pair in self._by_word.get(part, ())}
            ordered = _surname_last(subject)
            found = {key for key, name in shorter if _within(name, ordered) and not _names_body(parts, name)}
        return next(iter(found)) if len(found) == 1 else subject


def _names_body(parts: Sequence[str], person: Sequence[str]) -> bool:
    """Tell "Ada Renn Foundation" and "Ada Renn Ltd", which are no person, from "Ada Maria Renn"."""
    return parts[-1] in words("bodies", "legal_forms") or any(is_body_noun(p) for p in parts if p not in person)


def _surname_last(name: str) -> tuple[str, ...]:
    """Give the words of a name in the order they are said: "RENN, Ada Maria" and "RENN Ada Maria" as "ada maria renn"."""
    surname, comma, given = name.partition(",")
    if not comma:
        surname, _, given = name.partition(" ")
        if not (surname.isupper() and len(surname) > 1 and not given.isupper()):
            return _parts(name)
    return _parts(f"{given} {surname}")


def _within(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Tell whether the words of a name stand in a longer one in their order: "Ali Hassan" is not in "Hassan Ali Mahmoud"."""
    rest = iter(longer)
    return all(word in rest for word in shorter)


def _parts(name: str) -> tuple[str, ...]:
    return tuple(fold(name.replace(",", " ")).split())


def standing_of(key: str, actors: Mapping[str, Actor]) -> Standing:
    """Give the name an authority is told under, by the first test that answers."""
    answers = (test(key, actors) for test in TESTS)
    return next((answer for answer in answers if answer is not None), Standing(key, "told under its own name"))


def _home(actor: Actor, actors: Mapping[str, Actor]) -> str | None:
    """Give the state or union a body belongs to, through at most two bodies: an actor's id, or a name that is no actor's."""
    for _ in range(3):
        known = gazetteer().get(fold(actor.name))
        if actor.kind == "state" or (known is not None and known.name in UNIONS):
            return actor.id
        above = actor.affiliation or ""
        if above not in actors:
            known = gazetteer().get(fold(above))
            return known.name if known is not None and (known.what == "state" or known.name in UNIONS) else None
        actor = actors[above]
    return None


def _one(key: tuple[str, str, str], reports: list[Designation]) -> Designation:
    authority, subject, status = key
    distinct = {(r.evidence, r.category, r.as_of): r for r in reports}
    ordered = sorted(distinct.values(), key=lambda r: [(e.source, e.start) for e in r.evidence])
    evidence: dict[tuple[str, int, int], Evidence] = {}
    when = UNDATED
    for report in ordered:
        evidence.update({(e.source, e.start, e.end): e for e in report.evidence})
        when = sharper(when, report.as_of)
    categories = Counter(r.category for r in ordered if r.category)
    category = min(categories, key=lambda c: (-categories[c], c)) if categories else None
    return Designation(
        id=f"{slug(authority, 30)}-{slug(subject, 30)}-{status.replace('_', '-')}",
        authority=authority,
        subject=subject,
        status=ordered[0].status,
        category=category,
        as_of=when,
        evidence=tuple(evidence[k] for k in sorted(evidence)),
        origins=len({source for source, _, _ in evidence}),
        reports=tuple(ordered),
    )
