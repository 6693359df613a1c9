"""Say what a listing word is: its place, its voice, its status, and the words around it that bear on that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from briefgen.knowledge.world import words
from briefgen.model import DesignationStatus
from briefgen.reading.line import Line
from briefgen.reading.stretches import meanwhile
from briefgen.reading.verbforms import verb_forms

BE = frozenset("is are was were be been being remain remains remained stay stays stayed 's 're".split())
GET = frozenset({"get", "gets", "got", "getting", "gotten"})
HAVE = frozenset({"has", "have", "had", "having", "'ve"})
DO = frozenset({"do", "does", "did"})
LISTING_VERBS = ("direct", "with_category", "judge", "put", "impose")
"""The lists of verbs by which one may be listed."""
PASSED = BE | HAVE | {"not", "n't", "both", "all", "neither", '"', "“"}
"""Words between a subject and its verb, whatever the tagger says."""
Voice = Literal["active", "passive", "noun", "joined"]
"""`active`: subject before, object behind. `passive`: listed ones before. `noun`: "designation of". `joined`: "U.S.-listed X"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word that states a listing: its token, voice and status.

    `left`: the token that authorities (active) or listed ones (passive) stand before, or behind (`behind`); `right`: the
    token from which on the listed ones are named, None where none are; `until`: the token before which they end;
    `sanctions` tells sanctions from listings; `judged`: an opinion, which only a state can hold as a listing; `same`: "do
    so", the one listed before is meant; `owner`: the noun of the list or measure, before which stands whose it is;
    `behind`: "so does Japan", who lists stands behind; `idle`: only asked or called for, which tells nothing but whom "has
    not followed" speaks of; `again`: who lists is who was told last, within so many sentences; `known`: tells only of
    those whose listing was told last; `parts`: the listed ones stand part by part behind `right`, as in a notice;
    `changes`: tells who changes a list, and nobody that is on it.
    """

    at: int
    voice: Voice
    status: DesignationStatus
    left: int
    right: int | None
    until: int | None = None
    sanctions: bool = False
    judged: bool = False
    same: bool = False
    owner: int | None = None
    behind: bool = False
    idle: bool = False
    again: int | None = None
    known: bool = False
    parts: bool = False
    changes: bool = False


def verb_form(line: Line, i: int, key: str) -> str | None:
    """Give how a token is a form of a verb of the list, or None; a noun of the same form is none."""
    found = verb_forms("designation", key).get(line.low(i))
    if found is None or (i in line.inside and line.inside[i].form == "name"):
        return None
    if found[1] == "s" and i == line.begin and line.low(i + 1) in ("against", "on", "by", "imposed"):
        return None  # "Sanctions against Kahl were imposed"
    if line.low(i - 1) == "specially" or (found[1] == "ing" and line.low(i + 1) == "of"):
        return None  # "Specially Designated Global Terrorist" is a name of a list
    token = line.doc[i]
    if line.low(i - 1) == "to" and (found[1] == "base" or token.tag_ == "VB"):
        return "base"  # "refused to sanction": a tagger takes it for a noun
    if found[1] == "base" and line.low(i - 1) in ("not", "n't") and line.low(i - 2) in ("do", "does", "did"):
        return "base"  # "did not sanction Kahl": a tagger takes it for a noun
    if key == "target" and line.low(i - 1) in words("designation", "actions") | {"also"}:
        return found[1]  # "Today's action targets seven officials": a tagger takes it for a noun
    if key == "with_category" and found[1] != "ing" and i - 1 in line.inside and line.low(i + 1) == "as":
        return found[1]  # "which Oslo lists as a terrorist group": a tagger takes it for a noun
    if key == "judge" and found[1] != "ing" and found[0] not in ("view", "call", "see") and _between_names(line, i):
        return found[1]  # "Peru and Chile classify the Front as": a tagger takes it for a noun
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


def has_form(line: Line, k: int, *keys: str) -> bool:
    """Tell a form of a verb of one of the lists, whatever the tagger says."""
    return any(line.low(k) in verb_forms("designation", key) for key in keys)


def _between_names(line: Line, i: int) -> bool:
    behind = i + 2 if line.low(i + 1) == "the" else i + 1
    return i - 1 in line.inside and i not in line.inside and line.mention_at(behind) is not None


def is_passive(line: Line, i: int, form: str) -> bool:
    """Tell "was listed", "the group listed by" from "listed the group"."""
    if form != "past":
        return False
    k = i - 1
    while k >= line.start and (
        line.doc[k].pos_ == "ADV"
        or line.low(k) in ("not", "n't", "also", "never", "neither", "today", "yesterday", "formally", "once")
    ):
        k -= 1
    got = line.low(k) in GET and k not in line.inside
    if line.low(k) in BE or got or meanwhile(line, k) or _asked_of(line, i):
        return True
    if line.low(k) in HAVE:
        return False
    if _participle(line, i) or _goes_on_passive(line, i) or wanted_so(line, i):
        return True
    behind = line.low(i + 1)
    if behind in ("by", "pursuant", "under") or (
        behind in ("as", "in", "on", "since", "for") and line.doc[i].tag_ == "VBN" and not object_relative(line, i)
    ):
        return True
    return (
        line.doc[i].dep_.startswith("acl")
        and line.doc[i].tag_ == "VBN"
        and not object_relative(line, i)
        and behind not in ("the", "a", "an")
        and not ((found := line.mention_at(i + 1)) is not None and found[1].form == "name")
    )


def _asked_of(line: Line, i: int) -> bool:
    """Tell "Is the Front banned in Peru?", whatever the tagger says."""
    opened = next((k for k in range(line.begin, min(i, line.begin + 4)) if line.low(k) in BE), None)
    asked = "?" in (line.doc[line.stop - 1].text, line.doc[max(line.start, line.stop - 2)].text)
    return opened is not None and asked and not any(line.finite(k) for k in range(opened + 1, i))


def _goes_on_passive(line: Line, i: int) -> bool:
    """Tell "is wanted in Peru and blacklisted in Chile": "is" holds for both."""
    if line.low(i - 1) not in ("and", "or", "but") or line.low(i + 1) not in ("by", "in", "under", "as", "pursuant"):
        return False
    back = range(i - 2, max(line.start, i - 14), -1)
    verb = next((k for k in back if line.pos(k) == "VERB" and k not in line.inside), None)
    return verb is not None and line.doc[verb].tag_ == "VBN" and line.low(verb - 1) in BE


def wanted_so(line: Line, i: int) -> bool:
    """Tell "want the Front banned", whatever the tagger says: a party between a verb of wishing and the word."""
    mention = line.inside.get(i - 1)
    if mention is None:
        return False
    first = next((k for k in range(i - 1, line.start, -1) if line.inside.get(k) is not mention), line.start)
    first -= line.low(first) == "the"
    return line.low(first) in verb_forms("designation", "wishing") and line.pos(first) == "VERB"


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
        said = said or line.doc[k - 1].tag_ == "RP" or line.low(k - 1) in words("designation", "reports")
        if line.low(k) == "that" and (line.doc[k].tag_ != "WDT" or k - 1 in line.times) and said:
            return None  # "said that it had listed"
        if line.low(k) in ("which", "whom", "that") or (
            line.low(k) == "whose" and line.low(k + 1) in ("name", "names")
        ):
            return k if seen and k > line.start else None
        if line.doc[k].text == "," and (opened := _aside_before(line, k)) is not None:
            k = opened - 1  # "which Peru, with its neighbours, listed"
            continue
        if line.doc[k].text in (",", ";") or (
            line.doc[k].tag_ in ("VBD", "VBZ", "VBP") and line.low(k) not in ("has", "have", "had", "is", "was")
        ):
            return None
        seen = seen or k in line.inside
        k -= 1
    return None


def _aside_before(line: Line, comma: int) -> int | None:
    """Give where an aside between commas opens whose last comma this is: "Peru, with its neighbours, put"."""
    back = range(comma - 1, max(line.start, comma - 12), -1)
    opened = next((k for k in back if line.doc[k].text == "," or line.finite(k)), None)
    aside = opened is not None and line.doc[opened].text == "," and line.pos(opened + 1) in ("ADP", "SCONJ")
    return opened if aside and opened is not None and opened - 1 in line.inside else None


def before_verb(line: Line, at: int) -> int:
    """Give the word before a verb and its auxiliaries and adverbs."""
    k = at - 1
    while k > line.start and (line.doc[k].pos_ in ("AUX", "ADV") or line.low(k) in PASSED or k in line.times):
        k -= 1
    return k


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
        left=i - 1 if passive and line.low(i - 1) in GET else i,  # "got struck off the list"
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
