"""Tell teams that play each other from parties that meet."""

from __future__ import annotations

import re

from briefgen.extract.meetings.parties import Party, People
from briefgen.knowledge.world import words
from briefgen.reading.line import Line


def teams(line: Line, people: People, parties: list[Party]) -> bool:
    """Tell two clubs that play: neither is a state or of office, and sport is the talk of the sentences around.

    States' teams play too: "Latvia meet Estonia in a qualifier".
    """
    known = [people.reading.entity(party.key) for party in parties]
    if not any(e is not None and e.kind == "person" for e in known) and any(
        line.low(k) in words("meeting", "games_of_states")
        and line.doc[k - 1].pos_ in ("DET", "ADJ", "NOUN", "NUM")
        and line.pos(k + 1) not in ("NOUN", "PROPN", "ADJ")
        for k in range(line.start + 1, line.stop - 1)
    ):
        return True
    if any(_squad(p) for p in parties):
        return True
    if any(p.many for p in parties) or any(e is not None and (e.kind == "state" or e.role) for e in known):
        return False
    if not any(e is not None and e.kind == "organization" for e in known):
        return False
    near = people.reading.sentences[max(0, line.sentence.index - 2) : line.sentence.index + 3]
    return any(t.lower_ in words("meeting", "games") for s in near for t in s.span)


def _squad(party: Party) -> bool:
    """Tell "the national side", "its hockey team", which play, from "a team of lawyers"."""
    said = party.words.casefold().replace("-", " ").split()
    of_play = words("meeting", "games", "games_played") & set(said[:-1])
    return bool(said) and said[-1] in ("team", "side", "squad", "eleven", "club", "xi") and bool(of_play)


def at_sport(line: Line) -> bool:
    """Tell a sentence with a word that only sport has, also one of several tokens, "semi-final", "one-day"."""
    said = set(re.findall(r"[\w-]+", line.words(line.start, line.stop - 1)))
    return any(word in said and not _in_name(line, word) for word in words("meeting", "sports"))


def _in_name(line: Line, word: str) -> bool:
    return any(line.doc.forms[k] == word for k in line.inside)


def at_play(line: Line) -> bool:
    """Tell a sentence that speaks of games."""
    games = words("meeting", "games", "sports")
    return any(line.low(k) in games for k in range(line.start, line.stop))
