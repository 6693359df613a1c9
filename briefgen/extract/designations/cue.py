"""Say what a listing word is: its place, its voice, its status, and the words around it that bear on that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefgen.knowledge.world import gazetteer, words
from briefgen.model import DesignationStatus
from briefgen.names import fold
from briefgen.reading.line import Line
from briefgen.reading.stretches import meanwhile
from briefgen.reading.verbforms import verb_forms

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "remain", "remains", "remained", "'s", "'re"})
Voice = Literal["active", "passive", "noun", "joined"]
"""`active`: subject before, object behind. `passive`: listed ones before. `noun`: "designation of". `joined`: "U.S.-listed X"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that states a listing: its token, voice and status.

    `left`: the token that authorities (active) or listed ones (passive) stand before; `right`: the token behind which
    the listed ones are named, None where none are; `sanctions` tells sanctions from listings; `bare`: a demand for the
    kind of thing that is listed, so that "banned smoking" is none; `same`: "do so", the one listed before is meant;
    `behind`: "so does Japan", who lists stands behind;
    `idle`: only asked or called for, which tells nothing but whom "has not followed" speaks of.
    """

    at: int
    voice: Voice
    status: DesignationStatus
    left: int
    right: int | None
    sanctions: bool = False
    judged: bool = False
    same: bool = False
    owner: int | None = None
    behind: bool = False
    idle: bool = False


def verb_form(line: Line, i: int, key: str) -> str | None:
    """Give how a token is a form of a verb of the list, or None; a noun of the same form is none."""
    found = verb_forms("designation", key).get(line.low(i))
    if found is None or (i in line.inside and line.inside[i].form == "name"):
        return None
    if line.low(i - 1) == "specially":
        return None  # "Specially Designated Global Terrorist" is a name of a list
    token = line.doc[i]
    if line.low(i - 1) == "to" and found[1] == "base":
        return "base"  # "refused to sanction": a tagger takes it for a noun
    if key == "target" and line.low(i - 1) in words("designation", "actions") | {"also"}:
        return found[1]  # "Today's action targets seven officials": a tagger takes it for a noun
    if (
        found[1] in ("base", "s")
        and token.pos_ in ("NOUN", "PROPN", "ADJ")
        and (
            token.dep_ != "ROOT"
            or any(c.dep_ in ("case", "cop", "nmod:poss", "det", "amod", "nmod") for c in token.children)
        )
    ):
        return None
    return found[1]


def is_passive(line: Line, i: int, form: str) -> bool:
    """Tell "was listed", "the group listed by" from "listed the group"."""
    if form != "past":
        return False
    k = i - 1
    while k >= line.start and (
        line.doc[k].pos_ == "ADV"
        or line.low(k) in ("not", "n't", "also", "never", "today", "yesterday", "formally", "once")
    ):
        k -= 1
    if line.low(k) in BE or meanwhile(line, k):
        return True
    if line.low(k) in ("has", "have", "had", "having"):
        return False
    if _participle(line, i):
        return True
    behind = line.low(i + 1)
    if behind in ("by", "pursuant", "under") or (
        behind in ("as", "in", "on", "since", "for", "for")
        and line.doc[i].tag_ == "VBN"
        and not object_relative(line, i)
    ):
        return True
    return (
        line.doc[i].dep_.startswith("acl")
        and line.doc[i].tag_ == "VBN"
        and not object_relative(line, i)
        and behind not in ("the", "a", "an")
    )


def _participle(line: Line, i: int) -> bool:
    """Tell "Kahl, considered a terrorist group by Japan," where a comma or dash stands before the word and "by" behind it."""
    if i - 1 <= line.start or line.doc[i - 1].text not in (",", "-", "–", "—", "("):
        return False
    end = next((k for k in range(i + 1, line.stop) if line.finite(k) or line.doc[k].text == ";"), line.stop)
    return any(line.low(k) == "by" for k in range(i + 1, end))


def object_relative(line: Line, i: int) -> bool:
    """Tell "which Canada listed in 2019": a name between the relative word and the verb."""
    return relative_before(line, i) is not None


def relative_before(line: Line, i: int) -> int | None:
    """Give the place of the relative word of an object relative clause ("whom the U.S. Treasury blacklisted")."""
    k = i - 1
    seen = False
    while k >= max(line.start, i - 9):
        said = k - 1 in line.times or line.doc[k - 1].pos_ in ("VERB", "AUX", "ADJ", "PUNCT")
        if line.low(k) == "that" and line.doc[k].tag_ != "WDT" and said:
            return None  # "said that it had listed"
        if line.low(k) in ("which", "whom", "that"):
            return k if seen and k > line.start else None
        if line.doc[k].text in (",", ";") or (
            line.doc[k].tag_ in ("VBD", "VBZ", "VBP") and line.low(k) not in ("has", "have", "had", "is", "was")
        ):
            return None
        seen = seen or k in line.inside
        k -= 1
    return None


def cue_of(
    line: Line,
    i: int,
    form: str,
    right: int | None = None,
    *,
    status: DesignationStatus = "designated",
    sanctions: bool = False,
    owner: int | None = None,
) -> Cue:
    """Make the cue of a verb, active or passive by its form and the words before it."""
    passive = is_passive(line, i, form)
    return Cue(
        at=i,
        voice="passive" if passive else "active",
        status=status,
        left=i,
        right=None if passive else (right or i + 1),
        sanctions=sanctions,
        owner=owner,
    )


@cache
def AMERICAN() -> tuple[str, ...]:  # noqa: N802  # a constant that is read from the knowledge files when first asked for
    """Give the legal grounds that are American."""
    from briefgen.knowledge import load

    return tuple(load("designation")["american"].split("|"))


@cache
def LISTING_BODIES() -> frozenset[str]:  # noqa: N802  # a constant that is read from the knowledge files when first asked for
    """Give the bodies of states that list by themselves, in lower case."""
    from briefgen.knowledge import load

    return frozenset(name.strip() for name in load("designation")["bodies"].replace("\n", "").casefold().split("|"))


LISTING = re.compile(
    r"sanction|designat|blacklist|proscri|outlaw|terror\w* (?:list|organi[sz]ation|group)|watch ?list", re.IGNORECASE
)
BEFORE = 1500
"""Characters; how far back "the list" may mean the one that the text spoke of."""


def told_before(line: Line, *, here: bool = False, upto: int | None = None) -> bool:
    """Tell whether the text spoke of listings shortly before the sentence; also in it (`here`), or in it before a word (`upto`)."""
    start = line.sentence.start
    end = line.sentence.end if here else start if upto is None else line.sentence.at(line.doc[upto])
    return LISTING.search(line.reading.text, max(0, start - BEFORE), end) is not None


def opens_list(line: Line) -> bool:
    """Tell "The following individuals have been added:": a list follows the sentence."""
    last = line.stop - 1
    while last > line.start and line.doc[last].is_space:
        last -= 1
    return line.doc[last].text.endswith(":") and any(
        line.low(k) in ("following", "names", "below") for k in range(line.start, last)
    )


def list_of_that_kind(line: Line, n: int) -> bool:
    """Tell a list of the listed from "the list of topics"; a bare "the list" is one where the text spoke of listings."""
    span = range(max(line.start, n - 4), min(line.stop, n + 6))
    if line.low(n).startswith("package") and told_before(line) and "the" in {line.low(k) for k in range(n - 3, n)}:
        return True
    if line.low(n + 1) != "of" and (
        (line.low(n - 1) in ("the", "its", "their") and told_before(line, upto=n)) or lister_before(line, n)
    ):
        return True
    return line.low(n).startswith("blacklist") or any(
        line.low(k) in words("designation", "list_kinds") for k in span if k != n
    )


def lister_before(line: Line, n: int) -> bool:
    """Tell "the EU list", "the Nigerian list": whose list it is says what it is for."""
    k = n - 2 if line.low(n - 1) in ("'s", "’s") else n - 1
    known = gazetteer().get(fold(line.inside[k].text if k in line.inside else line.doc[k].text))
    upper = line.doc[k].text[:1].isupper() and k >= line.start
    return upper and known is not None and known.what in ("adjective", "state", "body", "seat")


def measure_noun(line: Line, n: int) -> bool:
    """Tell a word for measures: "sanctions", "restrictions", and "freeze" or "ban" of assets or travel."""
    low = line.low(n)
    if low in words("designation", "measures"):
        return True
    return low in words("designation", "freezes") and line.low(n - 1) in words("designation", "frozen") | words(
        "designation", "banned"
    )


MADE = frozenset({"taken", "imposed", "adopted", "announced", "placed"})


def measure_target(line: Line, n: int) -> int | None:
    """Give where the ones hit by measures are named: behind "on", "against", "targeting"."""
    for k in range(n + 1, min(line.stop, n + (14 if line.low(n + 1) in MADE else 8))):
        if line.low(k) in ("on", "against", "targeting", "upon"):
            if (
                any(
                    t.start == line.sentence.at(line.doc[k + 1])
                    for t in line.reading.times_in(line.sentence.start, line.sentence.end)
                )
                if k + 1 < line.stop
                else True
            ):
                continue
            return k + 1
        if line.doc[k].text in (";", ".") or (line.doc[k].pos_ == "VERB" and line.low(k) not in MADE):
            return None
    return None


def adjectival(line: Line, n: int) -> bool:
    """Tell a word for a state: "Belarusian", "Belarus"."""
    known = gazetteer().get(fold(line.doc[n].text)) if line.doc[n].text[:1].isupper() else None
    return known is not None and known.what in ("adjective", "state")


def compound_target(line: Line, n: int) -> bool:
    """Tell "lifted Syria sanctions", where a state's noun says whom they hit; "lifted EU sanctions" says whose they are."""
    word = line.doc[n - 1].text
    known = gazetteer().get(fold(word))
    return known is not None and known.what == "state" and word.isalpha() and not word.isupper() and n - 1 > line.start


def behind_of(line: Line, noun: int) -> int | None:
    """Give the place behind "of" right after a noun."""
    if line.low(noun + 1) == "of":
        return noun + 2
    if line.low(noun + 1) == "by":  # "the designation by Japan of Kahl"
        return next((k + 1 for k in range(noun + 2, min(line.stop, noun + 10)) if line.low(k) == "of"), None)
    return None
