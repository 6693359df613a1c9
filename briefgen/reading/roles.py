"""Read the role and affiliation that words around a person's name state.

Before the name ("Russian Deputy Foreign Minister Mikhail Bogdanov", "Hamas' chief, Khaled Meshaal"), behind it ("Moussa
Abu Marzouk, a senior Hamas official") or with a verb ("Jane Doe is a researcher at ..."). Spans are found by the words
themselves, not by the parser's appositions, which come out right in less than half of the cases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.finding import Found

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 16
SMALL = frozenset(
    {
        "of",
        "and",
        "for",
        "the",
        "in",
        "to",
        "on",
        "at",
        "'s",
        "'",
        "-",
        "a",
        "an",
        "&",
        "with",
        "as",
        "its",
        "his",
        "her",
        "their",
        "former",
        "then",
    }
)
STARTERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "one", "who", "then", "former", "currently"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A role in the words of the text, the affiliation's name found in it, and the place of the words."""

    role: str
    affiliation: Found | str | None
    start: int
    end: int


def stated_role(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    """Give the role stated next to a person's name, or None. `by_token` maps token indices to the sentence's names."""
    before, behind = _before(name, by_token), _behind(name, by_token)
    if before is not None and behind is not None and is_mere_address(before.role):
        return behind
    return behind if before is None else before


def is_mere_address(role: str) -> bool:
    """Tell a form of address ("Mr", "Sheikh") from a role."""
    return all(word.casefold().strip(".") in words("titles", "honorifics") for word in role.split())


def weight_of_role(stated: Stated) -> tuple[bool, bool, int]:
    """Order stated roles: an office before a form of address, a name of office before "counterpart", the first told."""
    low = stated.role.casefold().split()
    return is_mere_address(stated.role), low[-1:] in (["counterpart"], ["colleague"], ["nominee"]), stated.start


def is_head(word: str) -> bool:
    """Tell whether a word can head a role: minister, spokeswoman, analyst, officials."""
    low = word.casefold().strip(".")
    heads = words("titles", "heads")
    return low in heads or f"{low}." in heads or (low.endswith("s") and low[:-1] in heads) or _is_agent(word)


AGENT = re.compile(r"[a-z-]{2,}(?:man|woman|person|ist|ian|eer|grapher|smith)s?|[a-z-]{2,}(?:[^ntmw]|nn)(?:er|or)s?")
NO_AGENTS = frozenset(
    """inner dinner manner banner
    number matter order letter offer paper power error factor winter summer border river tower quarter chapter member
    water weather center centre other another later former higher lower greater over under never however together after
    rather further either neither whether mother father brother sister daughter order corner danger finger layer
    major minor senior junior interior exterior harbor labor color honor favor rumor terror mirror sector vector""".split()
)


def _is_agent(word: str) -> bool:
    """Tell a word for one who does something by its ending: fisherman, conductor, sprinter; lower case only."""
    return bool(AGENT.fullmatch(word)) and word.removesuffix("s") not in NO_AGENTS


def _inside(word: str) -> bool:
    low = word.casefold()
    known = gazetteer().get(fold(word))
    return (
        is_head(word)
        or low in words("titles", "inside")
        or low in SMALL
        or low.removeprefix("then-").removeprefix("ex-") in words("titles", "inside")
        or (known is not None and known.what in ("adjective", "state", "body", "region", "seat") and word[:1].isupper())
    )


def _before(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    doc, floor = name.sentence.span.doc, max(name.sentence.span.start, name.first - LONGEST)
    index = name.first - 1
    comma = index > floor and doc[index].text == ","
    if comma:
        index -= 1
    last, first, headed = index, None, False
    while index >= floor:
        word, other = doc[index].text, by_token.get(index)
        if other is not None and other.kind == "person":
            break
        if word in ("-", "–", "—") and doc[index - 1].whitespace_:
            break  # a date line: "JEDDAH - Saudi Foreign Minister ..."
        if (
            other is None
            and not _inside(word)
            and not (headed and word[:1].isupper() and doc[index].is_alpha and index > name.sentence.span.start)
        ):
            break  # a strange capital belongs to a role only left of its head: "FDD Fellow X", not "officials Y and X"
        headed = headed or is_head(word)
        first, index = index, index - 1
    if first is None:
        return None
    while first <= last and doc[first].lower_ in SMALL - {"former", "then"}:
        first += 1
    if first > last or not any(is_head(doc[i].text) for i in range(first, last + 1)):
        return None
    if comma and not _comma_role(doc, first, last):
        return None
    return _state(name, first, last, by_token)


def _comma_role(doc: Doc, first: int, last: int) -> bool:
    """Tell "the group's spokesman, Salim X," from a list ("the minister, John Y and others")."""
    opener = doc[first - 1].lower_ if first else ""
    possessive = any(doc[i].text in ("'s", "'") for i in range(first, last + 1))
    return (
        opener in ("the", "its", "his", "her", "their", "'s", "'", "a", "an") or possessive or is_head(doc[last].text)
    )


def _behind(name: Found, by_token: Mapping[int, Found]) -> Stated | None:
    doc, end = name.sentence.span.doc, name.sentence.span.end
    index = name.last + 1
    while (index < end and doc[index].text in ("(", ")", '"')) or (
        index < end and doc[index].like_num and doc[index].text != "one"
    ):
        index += 1
    if index >= end:
        return None
    copula = doc[index].lower_ in ("is", "was") and index + 1 < end and doc[index + 1].lower_ in ("a", "an", "the")
    if doc[index].text != "," and not copula:
        return None
    index += 1
    if not copula and index < end and doc[index].like_num and index + 1 < end and doc[index + 1].text == ",":
        index += 2  # "Stanin, 55, was ..."
    if index < end and doc[index].lower_ in ("and", "or", "but", "as", "while"):
        return None
    first = index
    while first < end and doc[first].lower_ in STARTERS:
        first += 1
    last, head = first, None
    while last < end and last - first < LONGEST:
        word = doc[last]
        if word.text in (",", ".", ";", ":", "(", '"', "–", "—") or word.lower_ in (
            "who",
            "which",
            "said",
            "that",
            "told",
        ):
            break
        if word.tag_ in ("VBD", "VBZ", "VBP", "MD") and head is not None:
            break
        if by_token.get(last) is not None and by_token[last].kind == "person":
            break
        if head is None and is_head(word.text):
            head = last
        last += 1
    if head is None or head - first > 7:
        return None
    # "a senior Hamas official", "the Russian deputy foreign minister", "Senior Research Analyst at FDD's ..."
    if any(
        doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD", "IN", "CC") and doc[i].lower_ not in ("of", "and", "for")
        for i in range(first, head)
    ):
        return None
    return _state(name, first, last - 1, by_token)


def _state(name: Found, first: int, last: int, by_token: Mapping[int, Found]) -> Stated | None:
    doc = name.sentence.span.doc
    start, end = name.sentence.span_of(doc[first], doc[last])
    affiliation = _affiliation(name, first, last, by_token)
    role = doc[first : last + 1].text
    return Stated(role=_without(role, affiliation), affiliation=affiliation, start=start, end=end)


def _affiliation(name: Found, first: int, last: int, by_token: Mapping[int, Found]) -> Found | str | None:
    """Give the body or state in the words of a role; a body before a state, the first of each."""
    inside: list[Found] = []
    for index in range(first, last + 1):
        other = by_token.get(index)
        if other is not None and other.first >= first and other not in inside and other.kind != "person":
            inside.append(other)
    bodies = [f for f in inside if f.kind == "organization"]
    acting = [f for f in inside if f.known is not None and f.known.what in ("state", "adjective", "seat")]
    if bodies:
        return bodies[0]
    return acting[0] if acting else None


def _without(role: str, affiliation: Found | str | None) -> str:
    """Leave the affiliation out where it stands first: "Iran's Deputy Foreign Minister" -> "Deputy Foreign Minister"."""
    text = " ".join(role.split())
    if isinstance(affiliation, Found) and text.startswith(affiliation.text):
        rest = (
            text[len(affiliation.text) :]
            .removeprefix("'s")
            .removeprefix("’s")
            .removeprefix("'")
            .removeprefix("’")
            .strip()
        )
        if any(is_head(word) for word in rest.split()):
            return rest
    return text
