"""Draw who met whom: the parties in two columns, a line for each two that were parties of one meeting.

Those whom meetings join stand together, largest group first, so that most lines are short and run from column to column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefgen.model import Actor, Meeting
from briefgen.render.figures.drawing import WIDTH, Drawing, fitted, width
from briefgen.render.figures.legend import Sign, legend
from briefgen.render.sheet import Figure
from briefgen.wording import Words

FEWEST, MOST, MOST_LINKS = 3, 16, 24
"""Lines that the figure needs, and the most parties and lines that it shows: those of the most meetings."""
ROW, BETWEEN, TOP = 18.0, 6.0, 12.0
"""The height of a party, the white between two groups, and that above them."""
REACH, DOT, BOW = 70.0, 4.2, 20.0
"""How far from the middle the columns stand, the size of a party's dot, and how far lines within a column bow out of it."""
SOFT_SIZE = 9.5
_ROUNDS = 6
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Link:
    """Two parties and their meetings: how many, and whether one of them was held."""

    count: int
    held: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a party stands, and which way its words go."""

    x: float
    y: float
    right: bool


def network(
    meetings: Sequence[Meeting], actors: Sequence[Actor], names: Mapping[str, str], words: Words
) -> Figure | None:
    """Draw the parties of the meetings that were not cancelled; None where there are too few to show."""
    body = {actor.id: actor.affiliation for actor in actors}
    counts: Counter[str] = Counter()
    for meeting in meetings:
        if meeting.status != "cancelled" and len(meeting.participants) > 1:
            counts.update(dict.fromkeys(meeting.participants, 1))
    chosen = set(sorted(counts, key=lambda key: (-counts[key], key))[:MOST])
    every = _links(meetings, chosen, body)
    links = dict(sorted(sorted(every.items(), key=lambda pair: (-pair[1].count, pair[0]))[:MOST_LINKS]))
    if len(links) < FEWEST:
        return None
    parties = sorted({key for pair in links for key in pair}, key=lambda key: (body.get(key) or key, key))
    name = {key: names.get(key, key) for key in parties}
    beside = {key: _beside(key, body, names) for key in parties}
    caption = words.say("network_caption")
    if len(parties) < len(counts) or len(links) < len(every):
        caption += " " + words.say("network_some", parties=len(parties), all=len(counts), lines=len(links))
    told = "; ".join(
        words.say(
            "network_pair" if link.held else "network_pair_ahead",
            one=name[a],
            other=name[b],
            meetings=words.count(link.count, "meeting"),
        )
        for (a, b), link in links.items()
    )
    return Figure(
        name="network",
        svg=_svg(_spots(parties, links), links, name, beside, words),
        alt=words.say("network_alt", told=told),
        caption=caption,
    )


def _beside(key: str, body: Mapping[str, str | None], names: Mapping[str, str]) -> str:
    """Give the body that a party belongs to, to be shown beside its name."""
    found = body.get(key)
    return names.get(found, "") if found and found in names else ""


def _links(meetings: Sequence[Meeting], chosen: set[str], body: Mapping[str, str | None]) -> dict[Pair, Link]:
    """Join the parties of each meeting two by two; one and its own body, or two of one body, did not come to meet each other."""
    links: dict[Pair, Link] = {}
    for meeting in meetings:
        if meeting.status == "cancelled":
            continue
        present = sorted(chosen.intersection(meeting.participants))
        for a, b in combinations(present, 2):
            # a body may itself belong to another
            if not {a, body.get(a)} & ({b, body.get(b)} - {None}):
                before = links.get((a, b), Link(0, False))
                links[a, b] = Link(before.count + 1, before.held or meeting.status == "held")
    return dict(sorted(links.items()))


def _groups(parties: Sequence[str], links: Mapping[Pair, Link]) -> list[list[str]]:
    """Give those whom meetings join, directly or by others, the largest group first."""
    near = {key: [other for pair in links if key in pair for other in pair if other != key] for key in parties}
    groups: list[list[str]] = []
    placed: set[str] = set()
    for key in parties:
        group = [] if key in placed else [key]
        for member in group:
            placed.add(member)
            group.extend(other for other in near[member] if other not in group)
        if group:
            groups.append(group)
    return sorted(groups, key=lambda group: -len(group))


def _sides(group: Sequence[str], links: Mapping[Pair, Link]) -> tuple[list[str], list[str]]:
    """Part a group into two columns so that few lines join parties of one; who has most lines comes first."""
    lines = Counter(key for pair in links for key in pair)
    sides: tuple[list[str], list[str]] = ([], [])
    waiting = sorted(group, key=lambda key: -lines[key])
    while waiting:
        # next comes who is joined to those placed, so that no one is placed before there is a reason for a side
        key = max(
            waiting, key=lambda key: (sum(_joined(key, other, links) for side in sides for other in side), lines[key])
        )
        waiting.remove(key)
        within = [sum(_joined(key, other, links) for other in side) for side in sides]
        sides[(within[1], len(sides[1])) < (within[0], len(sides[0]))].append(key)
    for _ in range(_ROUNDS):
        for side, other in (sides, sides[::-1]):
            side.sort(key=lambda key: _middle(key, other, links))
    return sides


def _joined(one: str, other: str, links: Mapping[Pair, Link]) -> bool:
    return (one, other) in links or (other, one) in links


def _middle(key: str, across: Sequence[str], links: Mapping[Pair, Link]) -> float:
    """Give the middle of the places of those across to whom a party is joined."""
    places = [n - (len(across) - 1) / 2 for n, other in enumerate(across) if _joined(key, other, links)]
    return sum(places) / len(places) if places else 0.0


def _spots(parties: Sequence[str], links: Mapping[Pair, Link]) -> dict[str, Spot]:
    """Place the parties in two columns, a group below the other, so that no two names meet."""
    spots: dict[str, Spot] = {}
    top = TOP
    for group in _groups(parties, links):
        sides = _sides(group, links)
        rows = max(map(len, sides))
        for right, side in enumerate(sides):
            first = top + ROW * (rows - len(side)) / 2
            for n, key in enumerate(side):
                spots[key] = Spot(WIDTH / 2 + (REACH if right else -REACH), first + ROW * n, bool(right))
        top += ROW * rows + BETWEEN
    return spots


def _svg(
    at: Mapping[str, Spot], links: Mapping[Pair, Link], name: Mapping[str, str], beside: Mapping[str, str], words: Words
) -> str:
    drawing = Drawing()
    for (a, b), link in links.items():
        one, other = at[a], at[b]
        bend = ((one.x + other.x) / 2, (one.y + other.y) / 2)
        if one.x == other.x:
            bow = min(1.7 * REACH, BOW + 0.6 * abs(one.y - other.y))
            bend = (one.x - bow if one.right else one.x + bow, bend[1])
        drawing.curve((one.x, one.y, *bend, other.x, other.y), "accent", _thick(link.count), "" if link.held else "4 3")
    for key, spot in at.items():
        _party(drawing, spot, name[key], beside[key])
    bottom = max(spot.y for spot in at.values())
    return drawing.svg(legend(drawing, bottom + 32, _key(links, words)))


def _thick(count: int) -> float:
    return min(5.5, 0.2 + 1.3 * count)


def _party(drawing: Drawing, spot: Spot, name: str, beside: str) -> None:
    room = WIDTH / 2 - abs(spot.x - WIDTH / 2) - DOT - 14
    name = fitted(name, room, weight=600)
    across = width(name, weight=600)
    if across + 6 + width(beside, SOFT_SIZE) > room:
        beside = ""
    across += 6 + width(beside, SOFT_SIZE) if beside else 0
    x = spot.x + DOT + 6 if spot.right else spot.x - DOT - 6 - across
    drawing.dot(spot.x, spot.y, DOT, "accent", "paper")
    x += drawing.text(x, spot.y + 3.8, name, weight=600)
    if beside:
        drawing.text(x + 6, spot.y + 3.8, beside, size=SOFT_SIZE, role="soft")


def _key(links: Mapping[Pair, Link], words: Words) -> list[tuple[str, Sign]]:
    """Explain the lines that the figure has."""
    most = max(link.count for link in links.values())
    key: list[tuple[str, Sign]] = []
    if any(link.held for link in links.values()):
        key.append((words.say("one_held"), lambda d, x, y: d.line(x - 9, y, x + 9, y, "accent", _thick(1))))
    if most > 1:
        key.append((words.count(most, "meeting"), lambda d, x, y: d.line(x - 9, y, x + 9, y, "accent", _thick(most))))
    if not all(link.held for link in links.values()):
        key.append((words.say("only_ahead"), lambda d, x, y: d.line(x - 9, y, x + 9, y, "accent", 1.5, "4 3")))
    return key
