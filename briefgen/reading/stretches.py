"""Find where the stretch of words of a verb starts and ends, and who stands before it."""

from __future__ import annotations

from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items

LEANING = frozenset(
    "each both all not n't never also today remain remains remained yet neither last next first".split()
)


ASIDE = 16
"""Words of an aside between a verb and its auxiliary."""
HABIT = frozenset({"used", "ceased", "continues", "continued"})
"""Verbs of "used to be", "ceased to be"."""


def items_before(line: Line, left: int) -> list[Item]:
    """Read the list before a verb that stands at `left`: from the start of its clause; "which" and "who" mean what is before them."""
    verb = _before_aside(line, left) - 1
    while (
        verb > line.start
        and (
            line.doc.pos[verb] in ("AUX", "ADV")
            or line.low(verb) in LEANING
            or verb in line.times
            or _of_time(line, verb)
            or (line.low(verb) == "to" and line.low(verb - 1) in HABIT)
            or (line.low(verb) in HABIT and line.low(verb + 1) == "to")
            or (line.low(verb) == "since" and line.low(verb - 1) in ("has", "have", "had"))
            or meanwhile(line, verb)
        )
        and verb not in line.inside
    ):
        verb -= 1
    if line.low(verb) in ("who", "which", "that") and verb > line.start:
        return antecedent(line, verb)
    if line.low(verb) in ("and", "but", "then") and verb < left - 1:
        # "Kahl is a member of the council and was listed": the subject stands before the verb before
        earlier = next((k for k in range(verb - 1, line.start, -1) if line.finite(k) and not line.in_relative(k)), None)
        return items_before(line, earlier) if earlier is not None else []
    items, _ = read_items(line, clause_start(line, verb), verb + 1, leading=True)
    return items


def _before_aside(line: Line, verb: int) -> int:
    """Give where "has, according to her office, invited" begins for who stands before it: an aside parts the verb's words."""
    if line.low(verb - 1) != ",":
        return verb
    opening = next((k for k in range(verb - 3, max(line.start, verb - ASIDE), -1) if line.low(k) == ","), None)
    return opening if opening is not None and line.pos(opening - 1) == "AUX" else verb


def _of_time(line: Line, k: int) -> bool:
    return line.low(k) in ("on", "in") and k + 1 in line.times


def meanwhile(line: Line, k: int) -> bool:
    """Tell a word of "at present", "for now", "at the moment", "so far", that stands between a verb's parts."""
    return any(
        line.words(first, last).casefold() in MEANWHILE
        for first in range(max(line.start, k - 2), k + 1)
        for last in range(k, min(line.stop, first + 3))
        if last > first
    )


def antecedent(line: Line, relative: int) -> list[Item]:
    """Give the party that a relative clause is about: the one right before its relative word."""
    k = relative - 1
    if line.low(k) == "of" and line.low(k - 1) in ("all", "both", "some", "each", "most"):
        k -= 2  # "Kahl and Renn, both of whom"
    while k > line.start and (
        line.doc.forms[k] in (",", ")", "(", "—", "–") or (k in line.inside and line.doc.forms[k] == ",")
    ):
        k -= 1
    opening = next((b for b in range(k, max(line.start, k - 12), -1) if line.doc.forms[b] == "("), None)
    if opening is not None and opening > line.start:
        k = opening - 1  # "Iran Electronics (IEI), which"
    first = k
    while (
        first > line.start
        and k - first < 14
        and not (
            line.doc.forms[first - 1] in (",", ";", ":", "(", "—", "–")
            or line.finite(first - 1)
            or (
                line.doc.pos[first - 1] in ("ADP", "VERB", "SCONJ")
                and first - 1 not in line.inside
                and not line.joined(first - 1)
            )
        )
    ):
        first -= 1
    items, _ = read_items(line, first, relative)
    whole = items[-1].mention if items else None
    if (
        whole is not None
        and whole.kind == "organization"
        and line.low(relative) == "who"
        and line.low(first - 1) == "of"
    ):
        return items_before(line, first - 1)[-1:]  # "two associates of Kahl Company who": the associates are meant
    if whole is not None and whole.kind == "place" and line.low(first - 1) == "in":
        return antecedent(line, first - 1) or items[-1:]  # "Kahl Company in Muscat, which": no place is meant
    if items and not items[-1].named and first - 2 > line.start and line.doc.forms[first - 1] == ",":
        return antecedent(line, first - 1) or items[-1:]  # "the Tarn Front, a group that Canada has listed"
    plural = line.low(relative) in ("who", "which") and line.low(relative + 1) in ("are", "were", "have")
    return items if plural else items[-1:]  # "Kahl Company and two of its owners, who are ...": all of them


def clause_start(line: Line, verb: int) -> int:
    """Give where the clause of a verb starts: behind a semicolon, "that", "and" with a verb before it, or another verb."""
    for k in range(verb, line.start, -1):
        low = line.low(k - 1)
        if (
            line.doc.forms[k - 1] in (";", ":")
            or (low == "that" and line.doc.tags[k - 1] != "WDT")
            or low in ("because", "when", "while", "if", "although", "but", "said", "whether", "where")
        ):
            return k + 1 if low == "said" and line.low(k) in SUBORDINATE and k < verb else k  # "said after Renn met"
        if line.finite(k - 1) and not line.in_relative(k - 1):
            opening = next((n for n in range(k, verb) if line.low(n) in SUBORDINATE), None)
            if opening is not None:
                return opening + 1
            first = k
            while first <= verb and line.doc.forms[first] not in (",", "and", "but"):
                first += 1
            if (
                first >= verb
                and verb - k > 2
                and line.low(k - 1).endswith("ed")
                and line.doc.pos[k] == "ADP"
                and (line.finite(verb + 1) or line.doc.tags[verb + 1] == "VBN")
            ):
                continue  # "the group focused on smuggling convened": a participle, whatever the tagger says
            return first + 1 if first < verb else k
    return min(line.begin, verb)


MEANWHILE = frozenset({"at present", "for now", "at the moment", "so far", "to date", "as yet", "until now", "in turn"})
SUBORDINATE = frozenset({"as", "when", "while", "because", "after", "before", "since", "until", "though"})
REFUSALS = frozenset({"declined", "refused", "agreed", "said", "urged"})


def clause_end(line: Line, i: int) -> int:
    """Give where a verb's own stretch ends: a semicolon, a second finite verb behind a comma or "and", the sentence."""
    for k in range(i + 1, line.stop):
        if line.doc.forms[k] == ";":
            return k
        if (joint := _subject_of_aside(line, i, k)) is not None:
            return joint
        mistaken = line.doc.tags[k] == "VBN" and line.low(k) in REFUSALS and line.doc.pos[k - 1] != "AUX"
        if (line.finite(k) or mistaken) and k - i > 2 and not line.in_relative(k):
            return _before_its_date(
                line, i, next((b for b in range(k, i + 1, -1) if line.doc.forms[b - 1] in (",", "and", "but", ";")), k)
            )
    return line.stop


def _before_its_date(line: Line, i: int, end: int) -> int:
    """Leave a date before the next subject to its clause: "visits followed and in 2010, Kahl met Renn"."""
    k = end - 2
    while k > i and (k in line.times or line.low(k) in ("in", "on", "at")):
        k -= 1
    return k + 1 if k < end - 2 and line.doc.forms[end - 1] == "," and line.low(k) in ("and", "but") else end


def _subject_of_aside(line: Line, i: int, comma: int) -> int | None:
    """Give where "and Norway, as the judge noted, banned" starts: an aside parts a new subject from its verb."""
    if line.doc.forms[comma] != "," or line.low(comma + 1) not in ("as", "which", "who", "where", "whose"):
        return None
    first = comma - 1
    while first > i and first in line.inside and line.inside.get(first - 1) is line.inside[first]:
        first -= 1
    joint = first - 2 if line.low(first - 1) == "the" else first - 1
    if first not in line.inside or line.low(joint) not in ("and", "but", "while") or joint <= i:
        return None
    closing = next((k for k in range(comma + 1, min(line.stop, comma + 24)) if line.doc.forms[k] == ","), None)
    behind = closing + 1 if closing is not None else line.stop
    return joint if behind < line.stop and line.finite(behind) else None
