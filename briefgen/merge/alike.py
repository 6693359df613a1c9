"""Judge whether two names are of one actor: a list of named tests, each with a verdict and a reason.

The manner is nomenklatura's: tests come in order, the first verdict counts. `same` joins, `different` forbids that the
two ever become one, also over a third; silence leaves them apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from briefgen.knowledge.world import gazetteer
from briefgen.model import Actor
from briefgen.names import fold

Verdict = Literal["same", "different"]
PARTICLES = frozenset(
    {"al", "el", "ul", "bin", "ibn", "ben", "de", "der", "den", "van", "von", "the", "abu", "aba", "abou"}
)
TITLES = frozenset("mr mrs ms dr sir sheikh president minister general colonel prince king".split())
LEAST_ALIKE = 0.76


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a test found."""

    verdict: Verdict
    reason: str


def skeleton(word: str) -> str:
    """Give a word's form under which its transliterations meet: vowels alike, doubles single, like sounds as one letter.

    >>> skeleton("marzouk") == skeleton("marzook"), skeleton("sergei") == skeleton("sergey")
    (True, True)
    """
    out = word.casefold()
    for pattern, letter in (
        ("ou|oo|u|w", "o"),
        ("ph", "f"),
        ("kh|gh|q|ck", "k"),
        ("sch|sh|ch", "s"),
        ("tz|ts|z", "s"),
        ("dj|zh|j", "j"),
        ("iy|yy|ii|ey|ei|ai|ay|ie|y", "i"),
        ("ee|ea|ae|e", "i"),
        ("h$", ""),
    ):
        out = re.sub(pattern, letter, out)
    return re.sub(r"(.)\1+", r"\1", out)


def words_of(name: str) -> list[str]:
    """Give the telling words of a person's name: no titles, no particles."""
    words = [w for w in fold(name).split() if w not in TITLES]
    return [w for w in words if w not in PARTICLES] or words


def same_text(one: str, other: str) -> Judgement | None:
    """Join names that differ only in case, accents, hyphens or a possessive."""
    return Judgement("same", f"“{one}” and “{other}” are the same words") if fold(one) == fold(other) else None


def known_name(one: str, other: str) -> Judgement | None:
    """Join what is known as two names of one body or state, and keep apart what is known as two."""
    first, second = gazetteer().get(fold(one)), gazetteer().get(fold(other))
    if first is None or second is None or first.what in ("region", "capital") or second.what in ("region", "capital"):
        return None
    if first.name == second.name:
        return Judgement("same", f"“{one}” and “{other}” are known names of {first.name}")
    return Judgement("different", f"“{one}” and “{other}” are known as two")


def same_words(one: str, other: str) -> Judgement | None:
    """Join names of the same words in another order, or with a middle name or initial more."""
    a, b = words_of(one), words_of(other)
    if len(a) < 2 or len(b) < 2:
        return None
    short, long = sorted((a, b), key=len)
    if set(short) <= set(long):
        return Judgement("same", f"“{one}” and “{other}” share all words of the shorter")
    if a[-1] == b[-1] and (len(a[0]) == 1 or len(b[0]) == 1) and a[0][0] == b[0][0]:
        return Judgement("same", f"“{one}” and “{other}” share surname and initial")
    return None


def transliteration(one: str, other: str) -> Judgement | None:
    """Join spellings of one name: each word of the one sounds like its fellow of the other."""
    a, b = words_of(one), words_of(other)
    if len(a) < 2 or len(a) != len(b):
        return None
    if all(_sounds(x, y) for x, y in zip(a, b, strict=True)):
        return Judgement("same", f"“{one}” and “{other}” are spellings of one name")
    return None


def particle(one: str, other: str) -> Judgement | None:
    """Join "Aba Marzouk" with "Moussa Abu Marzouk": a name that begins with a father's particle lacks only the first name."""
    a, b = fold(one).split(), fold(other).split()
    short, long = sorted((a, b), key=len)
    if (
        len(short) >= 2
        and short[0] in ("abu", "aba", "abou", "bin", "ibn", "ben", "de", "van", "von", "al", "el")
        and len(long) == len(short) + 1
        and _sounds(short[-1], long[-1])
        and _sounds(short[0], long[1])
    ):
        return Judgement("same", f"“{one}” is “{other}” without the first name")
    return None


def surname(one: str, other: str) -> Judgement | None:
    """Join a surname alone with a full name; the caller sees to it that only one full name has it."""
    a, b = words_of(one), words_of(other)
    short, long = sorted((a, b), key=len)
    if len(short) == 1 < len(long) and _sounds(short[0], long[-1]):
        return Judgement(
            "same", f"“{one if len(a) == 1 else other}” is the surname of “{other if len(a) == 1 else one}” alone"
        )
    if len(short) == 1 == len(long) and short[0] != long[0] and _sounds(short[0], long[0]) and len(short[0]) > 4:
        return Judgement("same", f"“{one}” and “{other}” are spellings of one surname")
    return None


def other_first_name(one: str, other: str) -> Judgement | None:
    """Keep apart two people of one surname: their first names are not spellings of one."""
    a, b = words_of(one), words_of(other)
    if len(a) > 1 and len(b) > 1 and _sounds(a[-1], b[-1]) and not _sounds(a[0], b[0]) and a[0][0] != b[0][0]:
        return Judgement("different", f"“{one}” and “{other}” have different first names")
    return None


def acronym(one: str, other: str) -> Judgement | None:
    """Join an acronym with the one body whose initials it is."""
    short, long = sorted((one, other), key=len)
    initials = "".join(word[0] for word in re.findall(r"[A-Z][\w’'-]*", long))
    if len(short) > 2 and short.isupper() and len(long.split()) > 2 and short.replace(".", "") == initials.upper():
        return Judgement("same", f"“{short}” are the initials of “{long}”")
    return None


PERSON_TESTS: tuple[Callable[[str, str], Judgement | None], ...] = (
    same_text,
    other_first_name,
    same_words,
    transliteration,
    particle,
    surname,
)
BODY_TESTS: tuple[Callable[[str, str], Judgement | None], ...] = (same_text, known_name, acronym)


def judge(one: Actor, other: Actor) -> Judgement | None:
    """Give the first verdict over all pairs of the two actors' full names, None where no test speaks.

    Persons and bodies are never joined; a state and a body only when a known name says so.
    """
    if "person" in (one.kind, other.kind) and one.kind != other.kind:
        return None
    tests = PERSON_TESTS if one.kind == "person" else BODY_TESTS
    verdicts = [verdict for a in _fullest(one) for b in _fullest(other) for verdict in [_first(tests, a, b)] if verdict]
    return next((v for v in verdicts if v.verdict == "different"), None) or next(iter(verdicts), None)


def _first(tests: tuple[Callable[[str, str], Judgement | None], ...], one: str, other: str) -> Judgement | None:
    return next((found for test in tests if (found := test(one, other)) is not None), None)


def _fullest(actor: Actor) -> list[str]:
    """Give the names worth comparing: for a person only those as full as the fullest."""
    names = [actor.name, *actor.aliases]
    if actor.kind != "person":
        return names
    most = max(len(words_of(name)) for name in names)
    return [name for name in names if len(words_of(name)) == most or len(words_of(name)) > 1]


def _sounds(one: str, other: str) -> bool:
    """Tell whether two words may be spellings of one."""
    if one == other or skeleton(one) == skeleton(other):
        return True
    if min(len(one), len(other)) < 4 or (one[0] != other[0] and skeleton(one)[:1] != skeleton(other)[:1]):
        return {one, other} <= {"abu", "aba", "abou"} or {one, other} <= {"al", "el", "ul"}
    ratio = SequenceMatcher(None, skeleton(one), skeleton(other)).ratio()
    return ratio >= LEAST_ALIKE and abs(len(one) - len(other)) <= 2 and SequenceMatcher(None, one, other).ratio() >= 0.7
