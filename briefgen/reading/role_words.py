"""The words that roles are made of: which word heads one, which may stand inside, and what a stated role is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.knowledge.world import gazetteer, is_group_noun, is_person_noun, words
from briefgen.names import fold
from briefgen.reading.finding import Found
from briefgen.reading.marks import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 16
SMALL = frozenset("of and for the in to on at 's ' - a an & with as its his her their former then".split())
STARTERS = frozenset(
    {"a", "an", "the", "its", "his", "her", "their", "one", "who", "then", "former", "currently", "now"}
)
OPENERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my"})
FINITE = ("VBD", "VBZ", "VBP", "MD")
STOPS = frozenset({",", ".", ";", ":", "(", ")", '"', "–", "—"})
BREAKERS = frozenset({"who", "which", "said", "that", "told", "whose", "where", "when", "while", "but"})
LEADING = frozenset("heads leads chairs commands directs runs governs rules oversees presides".split())
LED = frozenset("headed led chaired commanded directed ran governed ruled oversaw".split())
WORKING = frozenset(
    "teaches taught lectures edits edited represents represented owns owned founded co-founded advises advised studies "
    "researches handles handled manages managed coordinates coordinated".split()
)
"""What somebody does for a living: a role behind "who", or at the end of a piece: "Ada Renn teaches law at ..."."""
LOW_HEADS = frozenset(
    """counterpart colleague nominee member individual head citizen national official politician figure operative diplomat
militant fighter resident predecessor successor aide colleague expert native""".split()
)
"""Heads that say less than an office: another role of the same person is shown before them."""
NATIONALS = frozenset("citizen national native resident individual".split())
"""Heads that tell only where somebody is from or lives: a former office says more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A role in the words of the text (none: a mere affiliation), the affiliation's name found in it, and the words' place.

    `inferred`: the words at that place do not say it, but say what it follows from; it counts where nothing is stated.
    """

    role: str
    affiliation: Found | None
    start: int
    end: int
    inferred: bool = False


def is_mere_address(role: str) -> bool:
    """Tell a form of address ("Mr", "Sheikh") from a role ("her brother")."""
    return all(word.casefold().strip(".") in words("titles", "honorifics") for word in role.split()) and not (
        role.islower() and is_person_noun(role)
    )


def is_rank(role: str) -> bool:
    """Tell a form of address or a bare rank ("General", "Mr") from an office."""
    known = words("titles", "honorifics", "ranks")
    return all(word.casefold() in known or word.casefold().strip(".()") in known for word in role.split())


def weight_of_role(role: str, *, over: bool = False) -> tuple[bool, bool, bool, bool]:
    """Order roles: an office before a rank, a present before a former one, what says much before "counterpart".

    `over`: the role is a former one, as another source says.
    """
    low = role.casefold().replace("-", " ").split()
    heads = offices_of(role)
    says_little = bool(heads) and heads <= LOW_HEADS and (len(low) < 3 or low[0] in NATIONALS or low[-1] in NATIONALS)
    says_little = says_little or bool(low and low[0] in LED | WORKING | {"has", "had"})
    rank = is_rank(role) and role != "commander"  # a naval rank has its capital
    another = bool(heads) and heads <= NATIONALS
    another = another or low[-1:] in (
        ["counterpart"],
        ["number"],
        ["colleague"],
        ["friend"],
        ["neighbour"],
        ["neighbor"],
    )
    return is_mere_address(role), rank or another, over or is_past(role), says_little or another


def is_past(role: str) -> bool:
    """Tell a role that is over by its own words: "former president", "then-Hamas leader"."""
    return bool(
        {"former", "formerly", "previously", "until", "then", "ex", "late", "once", "used"}
        & set(role.casefold().replace("-", " ").split()[:2])
    )


def offices_of(role: str) -> set[str]:
    """Give the words of a role that head one; leader, chief and head are one office.

    >>> sorted(offices_of("then-Hamas leader")), sorted(offices_of("deputy minister"))
    (['head'], ['deputy', 'minister'])
    """
    known = words("titles", "heads", "callings")
    told = {word for word in role.casefold().replace("-", " ").split() if word in known}
    return {"head" if word in ("leader", "chief") else word for word in told}


def heads_role(word: str) -> bool:
    """Tell whether a word by itself can head a role, where no parse is at hand."""
    low = word.casefold().strip(".")
    known = words("titles", "heads", "callings")
    if low in known or f"{low}." in known or (low.endswith("s") and low[:-1] in known):
        return True
    return _is_agent(low) or (word.islower() and is_person_noun(low))


def is_head(token: Token) -> bool:
    """Tell whether a word can head a role: minister, spokeswoman, analysts; callings only as common nouns."""
    low = token.lower_.strip(".")
    heads, callings = words("titles", "heads"), words("titles", "callings")
    if low in heads or f"{low}." in heads or (low.endswith("s") and low[:-1] in heads):
        return True
    if low in words("titles", "capital_heads") and token.text[:1].isupper() and not token.is_sent_start:
        return True
    if low in ("number", "numbers") and not token.is_sent_start and token.nbor(-1).lower_ == "opposite":
        return True
    opening = token.tag_ == "NN" and token.is_sent_start  # "Farmer Ada Renn said"
    if not (token.is_lower or opening) or token.tag_ in FINITE or token.tag_ in ("RB", "IN", "VBG", "VBN"):
        return False
    if low in callings or (low.endswith("s") and low[:-1] in callings):
        return True
    if low in ("server", "servers"):
        return False  # a machine, in the news
    comparative = token.tag_ in ("JJR", "RBR") and not token.is_sent_start and token.nbor(-1).tag_ == "NN"
    return (token.tag_[:1] == "N" or comparative) and (_is_agent(low) or is_person_noun(low))


def is_predicate(doc: Words, index: int, start: int) -> bool:
    """Tell a verb from the office that is spelled like it: "will host", "to head", "heads the council"."""
    token = doc[index]
    infinitive = token.tag_ == "VB" and index > start and doc.tags[index - 1] in ("MD", "TO", "RB")
    return token.is_lower and (infinitive or (token.tag_ == "VBZ" and token.lower_ in LEADING))


AGENT = re.compile(
    r"[a-z-]{2,}(?:man|woman|men|women|person|ist|ian|eer|grapher|smith)s?|[a-z-]{2,}(?:[^ntmw]|nn)(?:er|or)s?"
)
NO_AGENTS = frozenset(
    """inner dinner manner banner
    number matter order letter offer paper power error factor winter summer border river tower quarter chapter member
    water weather center centre other another later former higher lower greater over under never however together after
    rather further either neither whether mother father brother sister daughter order corner danger finger layer
    major minor senior junior interior exterior harbor labor color honor favor rumor terror mirror sector vector
    christian civilian asian european german human women men newspaper trailer cover river server tanker freighter trawler
    destroyer bulker icebreaker cutter cruiser steamer carrier container liner lighter clipper schooner
    earlier sooner longer closer faster slower older younger larger smaller wider deeper""".split()
)


def _is_agent(word: str) -> bool:
    """Tell a word for one who does something by its ending: fisherman, conductor; lower case only."""
    return bool(AGENT.fullmatch(word)) and word.removesuffix("s") not in NO_AGENTS


NAMED = frozenset(
    "uses used using goes went going known called named dubbed identified calling calls nicknamed".split()
)
NAMING = frozenset(
    "as by the name alias pseudonym nom de guerre of only simply publicly locally himself herself itself themselves".split()
)


def so_called(doc: Words, index: int, floor: int) -> int | None:
    """Give the token before "known as", "calling itself", "who uses the name" where that ends at `index`, else None.

    The comma before it is left out: "a spokesman for the group, who goes by X".
    """
    while index > floor and doc.low[index] in NAMING:
        index -= 1
    relative = index > floor and doc.low[index - 1] in ("who", "which")
    if doc.low[index] not in NAMED or not (relative or doc.tags[index] in ("VBN", "VBG")):
        return None
    last = index - 1 - relative
    last -= last > floor and doc.forms[last] == ","
    return last if last >= floor else None


def is_time(token: Token) -> bool:
    """Tell a word of time, which narrows no role: "last week Foreign Minister X said"."""
    return token.lower_ in words("titles", "times")


def inside(token: Token) -> bool:
    """Tell whether a word may stand inside a role."""
    low = token.lower_
    known = gazetteer().get(fold(token.text))
    return (
        is_head(token)
        or low in words("titles", "inside")
        or (low in words("titles", "standing") and is_attribute(token))
        or low in SMALL
        or low.removeprefix("then-").removeprefix("ex-") in words("titles", "inside")
        or (
            known is not None
            and known.what in ("adjective", "state", "body", "region", "seat")
            and token.text[:1].isupper()
        )
    )


def is_attribute(token: Token) -> bool:
    """Tell a participle before a noun from a verb: "the ousted mayor", but not "the army ousted mayor X"."""
    return token.tag_ not in FINITE and (token.is_sent_start or token.nbor(-1).tag_[:2] != "NN")


def state_role(name: Found, first: int, last: int, by_token: Mapping[int, Found]) -> Stated:
    """Make the role of the tokens `first` to `last` around a name."""
    doc = name.sentence.words
    start, end = name.sentence.span_of(doc[first], doc[last])
    while (
        last > first
        and doc.forms[last][:1].isupper()  # "rebel commander X" is no rank
        and _is_rank_behind(doc[last - 1], doc[last])
        and any(is_head(doc[i]) and not is_rank(doc.forms[i]) for i in range(first, last))
    ):
        last -= 1  # "Foreign Minister Prince X", "ministry spokesman Major General X"
    affiliation = _affiliation(doc, first, last, by_token)
    first = _first_of_office(doc, first, last, by_token)
    if first + 2 < last and doc.low[first] == "successor" and doc.low[first + 1] == "as":
        first += 2  # "Boris Kell's successor as envoy, X": she is the envoy
    first += first < last and doc.low[first] in ("now", "currently", "also", "still")
    first += first < last and doc.low[first] == "then" and doc.tags[first + 1] == "VBD"
    return Stated(role=without(doc.said(first, last + 1), affiliation), affiliation=affiliation, start=start, end=end)


def _first_of_office(doc: Words, first: int, last: int, by_token: Mapping[int, Found]) -> int:
    """Give where an office begins behind whose it is and what its holder is like: "Norland's ailing | president"."""
    owned = next((i for i in range(first, min(last, first + 4)) if doc.forms[i] in ("'s", "'")), None)
    if owned is not None and owned > first and owned - 1 not in by_token and is_group_noun(doc.forms[owned - 1]):
        first = owned + 1  # "the agency's | director"
    place = first if owned is None else owned + 1
    if owned is None and first in by_token and by_token[first].known is not None:
        place = by_token[first].last + 1  # "the Norland | president"
    begin = place
    while place < last and place not in by_token and _describes_holder(doc[place], doc[place + 1 : last + 1]):
        place += 1
    return place if place > begin else first


def _describes_holder(token: Token, rest: Sequence[Token]) -> bool:
    """Tell a faith, an age or a judgement before an office of state, which is no part of it; "Anglican bishop" is one."""
    low = token.lower_
    if not any(t.lower_ in CIVIL for t in rest):
        return False
    plain = token.is_lower and token.is_alpha and (token.tag_ in ("JJ", "JJR", "JJS", "RB") or token.dep_ == "amod")
    plain = plain and rest[0].text != "-" and rest[0].lower_ not in words("titles", "standing")
    related = low in words("titles", "inside") or low in words("titles", "standing") or low.endswith(RELATED)
    return low in words("regions", "creeds") or (plain and not related and not is_head(token))


RELATED = ("al", "ic", "ary")
"""Endings of adjectives that tell a field or an area, not what somebody is like: tribal, democratic, monetary."""


def _is_rank_behind(before: Token, token: Token) -> bool:
    """Tell a rank that follows an office from the second word of one: "Secretary General", "Attorney General"."""
    return is_rank(token.text) and (token.lower_ != "general" or is_rank(before.text))


CIVIL = frozenset(
    """president premier minister chancellor secretary mayor governor senator lawmaker mp deputy judge prosecutor ambassador
    envoy general colonel major captain congressman congresswoman parliamentarian legislator leader""".split()
)
"""Offices of state and army, which no faith is part of."""


SENT = frozenset("ambassador representative envoy delegate observer emissary".split())
"""Offices whose holder is sent to the body behind "to", and belongs to another."""


def _affiliation(doc: Words, first: int, last: int, by_token: Mapping[int, Found]) -> Found | None:
    """Give the body or state in the words of a role; a body before a state, the first of each.

    "Norland's ambassador to the African Union" is Norland's.
    """
    found = [by_token[i] for i in range(first, last + 1) if i in by_token and by_token[i].first >= first]
    sent = any(doc.low[i] in SENT for i in range(first, last + 1))
    if sent and len(set(found)) > 1:
        found = [f for f in found if "to" not in (doc.low[f.first - 1], doc.low[f.first - 2])]
    found = [f for f in found if not _is_field(f, last, sent=sent)]
    bodies = [f for f in found if f.kind == "organization"]
    acting = [f for f in found if f.known is not None and f.known.what in ("state", "adjective", "seat")]
    return next(iter(bodies), None) or next(iter(acting), None)


def _is_field(name: Found, last: int, *, sent: bool) -> bool:
    """Tell a state that an office deals with from the one that it belongs to: "ambassador to Norland", "Norland desk"."""
    doc = name.sentence.words
    if name.kind == "organization" or name.known is None or name.known.what not in ("state", "capital", "region"):
        return False
    before = doc[name.first - 1 - (doc.low[name.first - 1] == "the")].lower_ if name.first > 1 else ""
    desk = name.last < last and doc.low[name.last + 1] in DESKS
    return desk or (sent and before in ("to", "for", "on"))


DESKS = frozenset("desk section unit programme program project file portfolio team".split())
"""Parts of a body that deal with the country whose name stands before them: "the Norland desk"."""


def without(role: str, affiliation: Found | None) -> str:
    """Leave the affiliation out where it stands first: "Iran's Deputy Foreign Minister" -> "Deputy Foreign Minister"."""
    text = " ".join(role.split())
    if affiliation is not None and text.startswith(affiliation.text):
        rest = re.sub(r"^(?:['’]s?)?\s*", "", text[len(affiliation.text) :])
        if rest and any(_heads_role(word) for word in rest.split()):
            return rest
    return text


def _heads_role(word: str) -> bool:
    low = word.casefold().strip(".,").removesuffix("-designate").removesuffix("-elect")
    known = words("titles", "heads", "callings")
    return low in known or low.removesuffix("s") in known or (word.islower() and _is_agent(low))
