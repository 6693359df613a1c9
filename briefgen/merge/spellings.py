"""Give the forms under which the spellings of one name meet: by sound, by telling words, by what is known of it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from briefgen.knowledge import load
from briefgen.knowledge.world import gazetteer
from briefgen.names import JUNIOR, fold

LEFT_OUT = frozenset(
    {"al", "el", "ul", "bin", "ibn", "ben", "de", "der", "den", "van", "von", "the", "abu", "aba", "abou", "ag", "agg"}
)
"""Particles that a spelling may leave out in front, too; others, such as "Ole" and "Di", are given names there."""
TITLES = frozenset("mr mrs ms dr sir sheikh president minister general colonel prince king".split())
LEAST_ALIKE = 0.76


def skeleton(word: str) -> str:
    """Give a word's form under which its transliterations meet: vowels alike, doubles single, like sounds as one letter.

    >>> skeleton("marzouk") == skeleton("marzook"), skeleton("sergei") == skeleton("sergey")
    (True, True)
    >>> skeleton("dzhumaliev") == skeleton("jumaliev"), skeleton("khalilov") == skeleton("halilov")
    (True, True)
    """
    out = word.casefold()
    for pattern, letter in (
        ("ou|oo|u|w", "o"),
        ("ph", "f"),
        ("kh|x", "h"),
        ("gh|q|ck", "k"),
        ("dzh|dj|zh", "j"),
        ("sch|sh|ch", "s"),
        ("tz|ts|z", "s"),
        ("iy|yy|ii|ey|ei|ai|ay|ie|y", "i"),
        ("ee|ea|ae|e", "i"),
        ("h$", ""),
    ):
        out = re.sub(pattern, letter, out)
    return re.sub(r"(.)\1+", r"\1", out)


def consonants(word: str) -> str:
    """Give the consonants of a word's skeleton: two spellings may differ in every vowel.

    >>> consonants("cherif"), consonants("sharif")
    ('srf', 'srf')
    """
    return re.sub("[aio]", "", skeleton(word)) or skeleton(word)


DIN = re.compile(r"(?<=\w) (?:al|ad|ed|ud|el|ul|a|e) ?d(?:ine?|een)\b|(?<=\w\w)[aeu](?:dd|ld)(?:ine?|een)\b")
"""The second half of names such as Badr al-Din, which is written as a word of its own, with a hyphen or run together."""


def words_of(name: str) -> list[str]:
    """Give the telling words of a person's name: no titles, no particles.

    >>> words_of("President Mustafa Badr al-Din"), words_of("Mustafa Badreddine")
    (['mustafa', 'badreddin'], ['mustafa', 'badreddin'])
    """
    every = DIN.sub("eddin", fold(name)).split() or [name]
    titles = next((n for n, w in enumerate(every) if w not in TITLES), len(every) - 1)
    words = every[titles:]  # "King" alone, or behind a first name, is a surname
    return [w for w in words if w not in LEFT_OUT | JUNIOR] or words


def sound_alike(one: str, other: str) -> bool:
    """Tell whether two words may be spellings of one."""
    if one == other or skeleton(one) == skeleton(other):
        return True
    if min(len(one), len(other)) < 4 or (one[0] != other[0] and skeleton(one)[:1] != skeleton(other)[:1]):
        return {one, other} <= {"abu", "aba", "abou"} or {one, other} <= {"al", "el", "ul"}
    ratio = SequenceMatcher(None, skeleton(one), skeleton(other)).ratio()
    spelled = consonants(one) == consonants(other) or SequenceMatcher(None, one, other).ratio() >= 0.7
    return ratio >= LEAST_ALIKE and abs(len(one) - len(other)) <= 2 and spelled


def spelled_alike(one: str, other: str) -> bool:
    """Tell two words of which one may be a slip or another spelling of the other."""
    return (
        one[0] == other[0]
        and min(len(one), len(other)) > 3
        and abs(len(one) - len(other)) <= 2
        and SequenceMatcher(None, one, other).ratio() >= 0.7
    )


def without_initials(words: list[str]) -> list[str]:
    """Leave the initials between the first and the last word out: "William R. Urban"."""
    return [w for place, w in enumerate(words) if len(w) > 1 or place == 0]


def is_short_form(one: str, other: str) -> bool:
    """Tell whether one first name is short for the other: "Bill", "William"."""
    forms = _short_forms()
    return other in forms.get(one, ()) or one in forms.get(other, ())


@cache
def _short_forms() -> dict[str, tuple[str, ...]]:
    lines = (line.split() for line in load("names")["short_forms"].strip().splitlines())
    return {short: tuple(full) for short, *full in lines}


INNER = re.compile(r"(?<=\w)[’‘'`](?=\w\w)")
"""The sign for a sound that many spellings leave out: "al-Qa'ida"."""


def known_as(name: str) -> str | None:
    """Give the common name of a known body or state; a capital that acts is its state, a region is neither.

    >>> known_as("Moscow"), known_as("Hizballah"), known_as("al-Qa’ida"), known_as("Europe")
    ('Russia', 'Hezbollah', 'al-Qaeda', None)
    """
    known = gazetteer().get(fold(name)) or gazetteer().get(fold(INNER.sub("", name)))
    if known is None or known.what == "region":
        return None
    return known.state if known.what == "capital" else known.name


def is_acronym(name: str) -> bool:
    """Tell whether a name is written as initials: "RSF", "R.S.F.", "SdM".

    >>> is_acronym("MdC"), is_acronym("R.S.F."), is_acronym("Reed"), is_acronym("UN")
    (True, True, False, False)
    """
    letters = name.replace(".", "")
    return 2 < len(letters) < 9 and letters.isalpha() and letters[0].isupper() and letters[-1].isupper()
