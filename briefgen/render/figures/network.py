"""Draw who met whom: the parties on a ring, a line for each two that were parties of one meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from briefgen.model import Actor, Meeting
from briefgen.render.figures.drawing import WIDTH, Drawing, fitted, width
from briefgen.render.figures.legend import Sign, legend
from briefgen.render.sheet import Figure
from briefgen.wording import Words

FEWEST, MOST, MOST_LINKS = 3, 16, 24
"""Lines that the figure needs, and the most parties and lines that it shows: those of the most meetings."""
ROW, RING, TOP = 23.0, 120.0, 16.0
SOFT_SIZE = 9.5
_ROUNDS = 12
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
    joined = {key for pair in links for key in pair}
    parties = _ordered(sorted(joined, key=lambda key: (body.get(key) or key, key)), links)
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
        svg=_svg(parties, links, name, beside, words),
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
            if (body.get(a) or a) != (body.get(b) or b):
                before = links.get((a, b), Link(0, False))
                links[a, b] = Link(before.count + 1, before.held or meeting.status == "held")
    return dict(sorted(links.items()))


def _ordered(parties: list[str], links: Mapping[Pair, Link]) -> list[str]:
    """Order the parties round the ring so that few lines cross: neighbours change places as long as that helps."""
    best, crossings = parties, _crossings(parties, links)
    for _ in range(_ROUNDS):
        before = crossings
        for a, b in combinations(range(len(best)), 2):
            tried = best.copy()
            tried[a], tried[b] = tried[b], tried[a]
            fewer = _crossings(tried, links)
            if fewer < crossings:
                best, crossings = tried, fewer
        if crossings == before or not crossings:
            break
    return best


def _crossings(parties: Sequence[str], links: Mapping[Pair, Link]) -> int:
    """Count the pairs of lines that cross, and, far less heavy, how far apart joined parties stand."""
    place = {key: n for n, key in enumerate(parties)}
    spans = [tuple(sorted((place[a], place[b]))) for a, b in links]
    crossed = sum(a < c < b < d or c < a < d < b for (a, b), (c, d) in combinations(spans, 2))
    size = len(parties)
    return 1000 * crossed + sum(min(b - a, size - b + a) for a, b in spans)


def _spots(number: int) -> tuple[list[Spot], float]:
    """Place so many parties on a ring, the rows of each side evenly apart, so that no two names meet; give the ring's height."""
    on_right = (number + 1) // 2
    height = max(ROW * (on_right - 1), 4 * ROW)
    middle, half = WIDTH / 2, height / 2
    spots = []
    for n in range(number):
        right = n < on_right
        rows = on_right if right else number - on_right
        row = n if right else number - 1 - n
        # the ends of the two sides are apart, as the ring is nowhere narrower than its names
        y = half if rows == 1 else height * row / (rows - 1)
        reach = RING * sqrt(max(0.0, 1 - ((y - half) / (half * 1.18)) ** 2))
        spots.append(Spot(middle + (reach if right else -reach), TOP + y, right))
    return spots, TOP + height


def _svg(
    parties: Sequence[str], links: Mapping[Pair, Link], name: Mapping[str, str], beside: Mapping[str, str], words: Words
) -> str:
    drawing = Drawing()
    spots, bottom = _spots(len(parties))
    at = dict(zip(parties, spots, strict=True))
    middle = (TOP + bottom) / 2
    for (a, b), link in links.items():
        one, other = at[a], at[b]
        # drawn towards the middle, so that a line between neighbours keeps clear of their names
        bend = ((one.x + other.x) / 2 * 0.55 + WIDTH / 2 * 0.45, (one.y + other.y) / 2 * 0.55 + middle * 0.45)
        drawing.curve((one.x, one.y, *bend, other.x, other.y), "accent", _thick(link.count), "" if link.held else "4 3")
    heavy = Counter(key for pair in links for key in pair)
    for key in parties:
        _party(drawing, at[key], name[key], beside[key], min(8.0, 4.0 + 0.8 * heavy[key]))
    return drawing.svg(legend(drawing, bottom + 34, _key(links, words)))


def _thick(count: int) -> float:
    return min(5.0, 0.5 + 1.1 * count)


def _party(drawing: Drawing, spot: Spot, name: str, beside: str, radius: float) -> None:
    room = WIDTH / 2 - abs(spot.x - WIDTH / 2) - radius - 12
    name = fitted(name, room, weight=600)
    across = width(name, weight=600)
    if across + 6 + width(beside, SOFT_SIZE) > room:
        beside = ""
    across += 6 + width(beside, SOFT_SIZE) if beside else 0
    x = spot.x + radius + 5 if spot.right else spot.x - radius - 5 - across
    drawing.dot(spot.x, spot.y, radius, "accent", "paper")
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
