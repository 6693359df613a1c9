"""Find what may be passed over between a verb and whom it tells of: "for two hours", "face to face", "in Oslo"."""

from __future__ import annotations

from briefgen.reading.line import Line


def but_instead(line: Line, k: int, end: int) -> int | None:
    """Give the second preposition of "not by the king but by the queen": who stands behind the first was not there."""
    return next((n + 1 for n in range(k + 1, end) if line.low(n) == "but" and line.low(n + 1) == line.low(k)), None)


LAPSES = frozenset("minute hour day week month year decade time".split())


def lapse(line: Line, k: int) -> int:
    """Give the place behind "three days after", "two hours", `k` itself where no such words stand."""
    if not (line.doc[k].like_num or line.low(k) in ("a", "an", "some", "several", "many", "countless")):
        return k
    return k + 2 if line.low(k + 1).rstrip("s") in LAPSES and line.low(k + 2) != "of" else k


def face_to_face(line: Line, k: int) -> int:
    """Give the place behind "one-on-one", "face to face", `k` itself where no such words stand."""
    if line.low(k) == "one" and line.low(k + 1) in ("after", "by") and line.low(k + 2) in ("the", "one"):
        return k + 4 if line.low(k + 2) == "the" else k + 3  # "one after the other"
    last = k
    while last - k < 5 and line.low(last) in ("one", "on", "face", "to", "-", "head"):
        last += 1
    return last if last - k > 2 and line.low(k) == line.low(last - 1) else k


def _rest_of_name(line: Line, n: int) -> bool:
    """Tell a word that goes on with the name before it, though none knows the whole: "Washington D.C."."""
    return line.pos(n) == "PROPN" and n not in line.inside and line.doc[n].dep_ == "flat"


def past_phrase(line: Line, k: int, end: int, prepositions: tuple[str, ...]) -> int:
    """Give the place behind a prepositional phrase: its name or date, else up to the next preposition."""
    n = k + 1
    while n < end and (
        (line.doc[n].pos_ in ("DET", "ADJ", "NUM", "ADV") and n not in line.inside and n not in line.times)
        or line.doc[n].tag_ == "PRP$"
    ):
        n += 1
    found = line.mention_at(n)
    if found is not None:
        n = found[0] + 1
        while n < end and n not in line.times and (line.pos(n) == "NOUN" or _rest_of_name(line, n)):
            n += 1  # "at the Nordic summit", "in Washington D.C."
        return n
    if n in line.times:
        while n < end and n in line.times:
            n += 1
        return n
    while (
        n < end
        and line.low(n) not in prepositions
        and line.doc[n].pos_ not in ("ADP", "DET", "VERB")
        and line.doc[n].text != ","
    ):
        n += 1
    return max(n, k + 1)
