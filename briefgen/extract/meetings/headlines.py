"""Read meetings told by headlines: "Renn Meets Vell in Oslo", "Oslo-Riga Talks Stall", "Call between Renn and Vell".

A headline has no parse, as title case misleads a parser; so it is cut at its telling word, and both sides are read for
names the text below knows, for states and for words of office. What the text below tells itself stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.extract.meetings.told import Told
from briefgen.knowledge.world import gazetteer, words
from briefgen.model import UNDATED, Block, MeetingStatus
from briefgen.names import fold
from briefgen.reading.marks import Entity, Reading
from briefgen.reading.verbforms import verb_forms

WORD = re.compile(r"[^\W\d_][\w’'.&-]*|[,:;]|[–—]")
STOPS = frozenset(
    "in on at over for before after ahead amid as to under despite during about without while until via , : ;".split()
)
JOINTS = frozenset({",", "and", "&", "–", "—"})
UNSURE = frozenset(
    """if not no never won't wont refuse refuses reject rejects deny denies rule rules urge urges call calls want wants
seek seeks offer offers ready could may might should why what how""".split()
)
MOST = 16
"""Words; what is longer is no headline."""


def headlines(reading: Reading) -> Iterator[Told]:
    """Give the meetings that titles tell, in text order; parties that are nobody's name and no office do not count."""
    for block in reading.document.blocks:
        if block.kind != "title":
            continue
        spoken = [m.group() for m in WORD.finditer(reading.text[block.start : block.end])]
        if len(spoken) <= MOST:
            yield from _told(reading, block, spoken)


def _told(reading: Reading, block: Block, spoken: list[str]) -> Iterator[Told]:
    low = [w.casefold() for w in spoken]
    for i in range(len(spoken)):
        sides = _sides(spoken, low, i)
        if sides is None or set(low[:i]) & UNSURE:
            continue
        parties = [party for side in sides for party in _parties(reading, side)]
        parties += [envoy for key, _ in parties if key for envoy in _envoys(reading, block, key)]
        named = list(dict.fromkeys(words_ for _, words_ in parties))
        if len(named) > 1:
            keys = tuple(dict.fromkeys(key for key, _ in parties if key))
            following = next((s.index for s in reading.sentences if s.start >= block.end), len(reading.sentences))
            yield Told(
                parties=keys,
                named=tuple(named),
                status=_status(low, i),
                when=UNDATED,
                place=None,
                purpose=None,
                outcome=None,
                sentence=following - 1,
                passages=((block.start, block.end),),
                headline=True,
            )
            return


def _sides(spoken: list[str], low: list[str], i: int) -> tuple[list[str], list[str]] | None:
    """Cut a headline at a telling word into the words of both sides; None where the word tells nothing."""
    verb = verb_forms("meeting", "meet").get(low[i]) or verb_forms("meeting", "host").get(low[i])
    if verb is not None and verb[1] in ("base", "s", "past") and i > 0:
        stop = next((k for k in range(i + 1, len(low)) if low[k] in STOPS and low[k] != ","), len(low))
        start = i - 1 if low[i - 1] in ("to", "will") else i
        return spoken[:start], spoken[i + 1 : stop]
    talk = verb_forms("meeting", "speak").get(low[i])
    if talk is not None and talk[1] == "base" and 0 < i < len(low) - 1 and spoken[i + 1][:1].isupper():
        return spoken[:i], []
    if low[i] not in words("meeting", "nouns") or low[i] in words("meeting", "weak") - {"call"}:
        return None
    if low[i + 1 : i + 2] in (["between"], ["with"]):
        owners = spoken[:i] if low[i + 1] == "with" else []
        stop = next((k for k in range(i + 2, len(low)) if low[k] in STOPS and low[k] != ","), len(low))
        return owners, spoken[i + 2 : stop]
    if low[max(0, i - 2) : i] in (["before", "their"], ["after", "their"], ["at", "their"]):
        return spoken[: i - 2], []
    return _joined(spoken[max(0, i - 3) : i])


def _joined(before: list[str]) -> tuple[list[str], list[str]] | None:
    """Read "Oslo-Riga Canal" before "Talks": two names joined by a dash."""
    for n, word in enumerate(before):
        parts = word.split("-")
        if len(parts) == 2 and all(_state(part) for part in parts):
            return [parts[0]], [parts[1]]
        if word in ("–", "—") and 0 < n < len(before) - 1 and _state(before[n - 1]) and _state(before[n + 1]):
            return [before[n - 1]], [before[n + 1]]
    return None


def _state(word: str) -> str | None:
    """Give the state that a name, an adjective or a capital stands for."""
    known = gazetteer().get(fold(word))
    return known.state or known.name if known is not None and known.what in ("state", "adjective", "capital") else None


def _parties(reading: Reading, side: list[str]) -> Iterator[tuple[str | None, str]]:
    """Give each party of one side: its entity, where the text below names it, and its words."""
    item: list[str] = []
    for word in [*side, ","]:
        if word.casefold() not in JOINTS:
            item.append(word)
            continue
        if item:
            entity = _entity(reading, item)
            office = any(w.casefold() in words("meeting", "official") for w in item)
            if entity is not None or office or any(_state(w) for w in item):
                yield (entity.id if entity is not None else None), " ".join(item)
        item = []


def _entity(reading: Reading, item: list[str]) -> Entity | None:
    """Give the actor that the words name: all words of a name, a person's surname, else a state by any of its words."""
    said = {fold(w.removesuffix("’s").removesuffix("'s")) for w in item}
    for entity in reading.entities:
        for name in entity.names if entity.kind is not None else ():
            parts = fold(name).split()
            if set(parts) <= said or (entity.kind == "person" and parts[-1:] and parts[-1] in said):
                return entity
    states = {state for w in item if (state := _state(w))}
    return next((e for e in reading.entities if e.kind == "state" and e.name in states), None)


def _envoys(reading: Reading, block: Block, state: str) -> Iterator[tuple[str, str]]:
    """Give who speaks for a state below "Oslo-Riga Talks": the first person of it that the text names."""
    near = [s for s in reading.sentences if s.start >= block.end][:8]
    for mention in reading.mentions_in(block.end, near[-1].end) if near else ():
        entity = reading.entity(mention.entity)
        if entity is not None and entity.kind == "person" and entity.affiliation == state and mention.form == "name":
            yield entity.id, entity.name
            return


def _status(low: list[str], i: int) -> MeetingStatus:
    if low[max(0, i - 2) : i] == ["before", "their"] or any(
        w in ("to", "will", "set", "plan", "plans") for w in low[:i]
    ):
        return "planned"
    return "cancelled" if {"cancel", "cancels", "cancelled", "canceled", "scrap", "scraps"} & set(low[:i]) else "held"
