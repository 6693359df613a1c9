"""Merge actors: one entry for one person, body or state, with every spelling and the reason it was joined."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from briefgen.knowledge.world import words
from briefgen.merge.alike import Judgement, judge
from briefgen.merge.spellings import consonants, is_acronym, known_as, words_of
from briefgen.model import Actor, ActorKind, Evidence, Post
from briefgen.names import fold, initials_of, short_forms, slug
from briefgen.reading.role_words import is_past, is_rank, offices_of, weight_of_role

FRESH = 14
"""Days before the latest statement of a role in which another counts as just as recent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The user's own word on names: groups that are the same, and groups in which all are different."""

    same: tuple[tuple[str, ...], ...] = ()
    different: tuple[tuple[str, ...], ...] = ()

    def on(self, one: Actor, other: Actor) -> Judgement | None:
        """Give the user's verdict on two actors, or None."""
        a, b = _folded(one), _folded(other)
        for groups, verdict in ((self.different, "different"), (self.same, "same")):
            for group in groups:
                names = [fold(name) for name in group]
                if a & set(names) and b & set(names) and (verdict == "same" or not (a & b & set(names))):
                    told = "different" if verdict == "different" else "the same"
                    reason = f"your own list says that “{one.name}” and “{other.name}” are {told}"
                    return Judgement("different" if verdict == "different" else "same", reason, "your own list")
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The merged actors, and what each part's ids have become."""

    actors: tuple[Actor, ...]
    ids: Mapping[tuple[int, str], str] = field(default_factory=dict)

    def id_of(self, place: int, key: str) -> str:
        """Give the merged id of a part's id; text that is no id stays as it is."""
        return self.ids.get((place, key), key)


def merge_actors(parts: Sequence[Sequence[Actor]], wishes: Wishes) -> Joined:
    """Merge the actors of several parts. The result does not depend on their order."""
    keyed = [((place, actor.id), actor) for place, part in enumerate(parts) for actor in part]
    keyed.sort(key=lambda pair: _stable(pair[1]))
    keyed = list(zip((key for key, _ in keyed), _settle_kinds([actor for _, actor in keyed]), strict=True))
    actors = [actor for _, actor in keyed]
    groups, reasons = _group(actors, wishes)
    merged = [(_one([actors[i] for i in members], reasons, members), members) for members in groups]
    merged.sort(key=lambda pair: _stable(pair[0]))
    used: set[str] = set()
    ids: dict[tuple[int, str], str] = {}
    for one, members in merged:
        key = _unused(slug(one.name), used)
        ids.update({keyed[i][0]: key for i in members})
    final = [
        replace(one, id=ids[keyed[members[0]][0]], affiliation=_affiliation(one, keyed, ids, members))
        for one, members in merged
    ]
    return Joined(actors=tuple(final), ids=ids)


def _settle_kinds(actors: Sequence[Actor]) -> list[Actor]:
    """Give one whole name one kind over all documents: that of the stated role, else the commoner; a state stays one."""
    votes: dict[str, dict[ActorKind, tuple[int, int]]] = {}
    for actor in actors:
        vote = votes.setdefault(fold(actor.name), {})
        told, seen = vote.get(actor.kind, (0, 0))
        vote[actor.kind] = told + len(actor.posts), seen + actor.mentions
    settled = []
    for actor in actors:
        vote = votes[fold(actor.name)]
        unsure = len(vote) > 1 and "state" not in vote and len(fold(actor.name).split()) > 1
        kind = max(sorted(vote), key=lambda k: vote[k]) if unsure else actor.kind
        settled.append(actor if kind == actor.kind else replace(actor, kind=kind))
    return _settle_coined(settled)


def _settle_coined(actors: Sequence[Actor]) -> list[Actor]:
    """Make a firm of a lone word taken for a person where a body's name is coined with it and no person bears it."""
    coined = {form for a in actors if a.kind == "organization" for form in short_forms(a.name) if " " not in form}
    borne = {word for a in actors if a.kind == "person" and " " in a.name for word in fold(a.name).split()}
    return [
        replace(a, kind="organization") if a.kind == "person" and fold(a.name) in coined - borne else a for a in actors
    ]


def _unused(key: str, used: set[str]) -> str:
    """Give a key that was not used yet, and note it."""
    free = next(k for n in count(1) if (k := key if n == 1 else f"{key}-{n}") not in used)
    used.add(free)
    return free


def _stable(actor: Actor) -> tuple[str, str, str, int]:
    first = min(((e.source, e.start) for e in actor.evidence), default=("", 0))
    return fold(actor.name), actor.name, first[0], first[1]


def _folded(actor: Actor) -> set[str]:
    return {fold(name) for name in (actor.name, *actor.aliases)}


def _blocks(actors: Sequence[Actor]) -> dict[str, list[int]]:
    """Group actors that may be one: by the sound of a person's surname; by known name, words and initials of a body."""
    blocks: dict[str, list[int]] = {}
    for index, actor in enumerate(actors):
        keys = set()
        for name in (actor.name, *actor.aliases):
            known = known_as(name)
            if known is not None and actor.kind != "person":
                keys.add(f"known {known}")
            if actor.kind == "person":
                keys |= {f"person {consonants(word)[:3]}" for word in _surnames(name)}
            else:
                keys |= {f"body {form}" for form in (fold(name), *short_forms(name))}
                keys |= {f"words {' '.join(sorted(fold(name).split()))}"} if "-" in name else set()
                initials = initials_of(name) if len(name.split()) > 2 else {name.replace(".", "")}
                keys |= {f"initials {letters.casefold()}" for letters in initials}
                keys |= {f"sound {consonants(fold(name))[:3]}"} if len(name.split()) > 1 else set()
        for key in sorted(keys):
            blocks.setdefault(key, []).append(index)
    return blocks


def _surnames(name: str) -> set[str]:
    """Give the words of a person's name that may be the surname: the last, one before it, a first one known to be one."""
    told = words_of(name)
    return {
        *told[-1:],
        *(told[1:-1] if len(told) > 2 else ()),
        *(w for w in told[:1] if w in words("names", "surname_first")),
    }


def _group(actors: Sequence[Actor], wishes: Wishes) -> tuple[list[list[int]], dict[tuple[int, int], str]]:
    """Join by verdicts, surest first; a `different` verdict between any two members forbids a join."""
    verdicts: dict[tuple[int, int], Judgement] = {}
    for members in _blocks(actors).values():
        for place, i in enumerate(members):
            for j in members[place + 1 :]:
                if (i, j) not in verdicts:
                    found = wishes.on(actors[i], actors[j]) or judge(actors[i], actors[j])
                    if found is not None:
                        verdicts[i, j] = found
    for group in wishes.same:
        named = [i for i, a in enumerate(actors) if _folded(a) & {fold(n) for n in group}]
        for i, j in itertools.pairwise(named):
            verdicts[i, j] = wishes.on(actors[i], actors[j]) or Judgement(
                "same", "both names stand in one group", "your own list"
            )
    apart = {pair for pair, found in verdicts.items() if found.verdict == "different"}
    group_of = {i: [i] for i in range(len(actors))}
    reasons: dict[tuple[int, int], str] = {}
    pairs = [pair for pair, found in verdicts.items() if found.verdict == "same"]
    alike: dict[int, list[int]] = {}
    for i, j in pairs:
        alike.setdefault(i, []).append(j)
        alike.setdefault(j, []).append(i)
    for i, j in sorted(pairs, key=lambda pair: _sureness(actors, pair)):
        a, b = group_of[i], group_of[j]
        if a is b or any((min(x, y), max(x, y)) in apart for x in a for y in b):
            continue
        if (_short(actors[i]) or _short(actors[j])) and not _may_join(actors, group_of, a, b, alike):
            continue
        reasons[i, j] = verdicts[i, j].told
        joined = sorted(a + b)
        for index in joined:
            group_of[index] = joined
    unique = {id(group): group for group in group_of.values()}
    return sorted(unique.values()), reasons


def _short(actor: Actor) -> bool:
    """Tell whether an actor is known by a surname or by initials alone, which others may share."""
    names = (actor.name, *actor.aliases)
    if actor.kind == "person":
        return all(len(words_of(name)) < 2 for name in names)
    return actor.kind == "organization" and all(is_acronym(name) and known_as(name) is None for name in names)


def _sureness(actors: Sequence[Actor], pair: tuple[int, int]) -> tuple[int, int, int]:
    """Join full names before surnames and initials, so that these see all the full names that may own them."""
    return _short(actors[pair[0]]) + _short(actors[pair[1]]), *pair


def _may_join(
    actors: Sequence[Actor],
    group_of: Mapping[int, Sequence[int]],
    one: Sequence[int],
    other: Sequence[int],
    alike: Mapping[int, Sequence[int]],
) -> bool:
    """Tell whether a surname may join two groups: two surnames always, two full names never, else with its one owner."""
    alone = [all(_short(actors[i]) for i in group) for group in (one, other)]
    if all(alone) or not any(alone):
        return all(alone)
    short, owner = (one, other) if alone[0] else (other, one)
    return _owner(actors, group_of, short, alike) == id(owner)


def _owner(
    actors: Sequence[Actor],
    group_of: Mapping[int, Sequence[int]],
    short: Sequence[int],
    alike: Mapping[int, Sequence[int]],
) -> int | None:
    """Give the one group whose person bears a surname; of several bearers the one with the same office, else none."""
    owners: dict[int, Sequence[int]] = {}
    for other in (j for i in short for j in alike.get(i, ())):
        if not _short(actors[other]):
            owners[id(group_of[other])] = group_of[other]
    if len(owners) > 1:
        offices = {office for i in short for office in _offices(actors[i])}
        owners = {
            key: group for key, group in owners.items() if offices & {o for i in group for o in _offices(actors[i])}
        }
    return next(iter(owners)) if len(owners) == 1 else None


def _offices(actor: Actor) -> set[frozenset[str]]:
    """Give the roles of an actor as sets of words; forms of address and ranks are none."""
    roles = [post.role for post in actor.posts if post.role]
    return {frozenset(fold(role).split()) for role in roles if not is_rank(role)}


def _one(members: Sequence[Actor], reasons: Mapping[tuple[int, int], str], indices: Sequence[int]) -> Actor:
    spellings: Counter[str] = Counter()
    for member in members:
        spellings[member.name] += max(1, member.mentions)
        spellings.update(dict.fromkeys(member.aliases, 1))
    kind = Counter(m.kind for m in members).most_common(1)[0][0]
    if any(m.kind == "state" for m in members):
        kind = "state"
    name = _best_name(spellings, kind)
    evidence: dict[tuple[str, int, int], Evidence] = {}
    posts: dict[tuple[str | None, str | None, Evidence], Post] = {}
    for member in members:
        evidence.update({(e.source, e.start, e.end): e for e in member.evidence})
        posts.update({(p.role, p.affiliation, p.evidence): p for p in member.posts})
    why = [reason for pair, reason in reasons.items() if reason and pair[0] in indices and pair[1] in indices]
    role = _best_role(list(posts.values()), [m.role for m in members if m.role])
    aliases = sorted((s for s in spellings if s != name), key=lambda s: (-len(words_of(s)), s))
    return Actor(
        id="",
        name=name,
        kind=kind,
        aliases=tuple(aliases),
        role=role,
        mentions=sum(m.mentions for m in members),
        affiliation=_held_at(members, role),
        why_merged=tuple(sorted({*(w for m in members for w in m.why_merged), *why})),
        evidence=tuple(evidence[k] for k in sorted(evidence)),
        posts=tuple(sorted(posts.values(), key=lambda p: (p.evidence.source, p.evidence.start, p.role or ""))),
    )


def _held_at(members: Sequence[Actor], role: str | None) -> str | None:
    """Give where the shown role is held: as its own statement says, then one of the same office, then any without office."""
    offices = offices_of(role or "")
    posts = [p for m in members for p in m.posts if p.role]
    same = [m for m in members if m.role == role]
    stated = [p for p in posts if p.role == role]
    alike = [p for p in posts if offices & offices_of(p.role or "")]
    plain = [m for m in members if not m.role or not offices or not offices_of(m.role)]
    places = [m.affiliation for m in same] + [p.affiliation for p in stated + alike] + [m.affiliation for m in plain]
    return next((place for place in places if place), None)


def _best_name(spellings: Counter[str], kind: str) -> str:
    """Give the name to show: a person's fullest, then commonest; a known state's or body's common name if it was seen."""
    if kind == "person":
        return min(spellings, key=lambda s: (-len(words_of(s)), -spellings[s], len(s), s))
    for spelling in sorted(spellings):
        known = known_as(spelling)
        if known is not None and kind == "state":
            return known
    return min(spellings, key=lambda s: (_says_little(s), -spellings[s], -len(s), s))


def _says_little(name: str) -> bool:
    """Tell a name that says little by itself; longer initials in capitals are names by now ("ASEAN"), "Forum" is none."""
    if fold(name) in words("bodies", "nouns"):
        return True
    return len(name) < 5 if name.isupper() else is_acronym(name)


def _best_role(posts: Sequence[Post], unsourced: Sequence[str]) -> str | None:
    """Give the most telling role of all that sources state.

    An office comes before a rank, a present one before a former, what the latest sources say before older news, the
    fuller of two that say the same; then the one stated most often.
    """
    told = [(p.role, p.as_of, p.affiliation) for p in posts if p.role] or [(role, None, None) for role in unsourced]
    if not told:
        return None
    over = [(office, at, day) for role, day, at in told if is_past(role) and at and day for office in offices_of(role)]
    weighed = [(weight_of_role(role, over=_is_over(role, at, day, over)), role, day) for role, day, at in told]
    least = min(weight for weight, _, _ in weighed)
    telling = [(role, day) for weight, role, day in weighed if weight == least]
    newest = max((day for _, day in telling if day is not None), default=None)
    fresh = [role for role, day in telling if newest is None or (day is not None and (newest - day).days <= FRESH)]
    full = [role for role in fresh if not any(_says_less(role, other) for other in fresh)]
    times = Counter(role for role, _ in telling)
    return min(full, key=lambda role: (-times[role], -len(role), role))


def _is_over(role: str, affiliation: str | None, day: date | None, over: Sequence[tuple[str, str, date]]) -> bool:
    """Tell whether a source of that day or a later one calls the same office at this body a former one."""
    offices = offices_of(role)
    return any(o in offices and at == affiliation and (day is None or day <= until) for o, at, until in over)


def _says_less(role: str, other: str) -> bool:
    """Tell whether all the words of a role are among those of another: "minister" of "Foreign Minister"."""
    return set(fold(role).split()) < set(fold(other).split())


def _affiliation(
    actor: Actor,
    keyed: Sequence[tuple[tuple[int, str], Actor]],
    ids: Mapping[tuple[int, str], str],
    members: Sequence[int],
) -> str | None:
    """Put the merged id in place of a part's id; text stays text."""
    for index in members:
        (place, _), original = keyed[index]
        own = {original.affiliation, *(post.affiliation for post in original.posts)}
        if actor.affiliation is not None and actor.affiliation in own:
            return ids.get((place, actor.affiliation), actor.affiliation)
    return actor.affiliation
