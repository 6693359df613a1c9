"""Judge whether two names are of one actor: a list of named tests, each with a verdict and a reason.

The manner is nomenklatura's: tests come in order, the first verdict counts. `same` joins, `different` forbids that the
two ever become one, also over a third; silence leaves them apart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Literal

from briefgen.knowledge.world import gazetteer, words
from briefgen.merge.spellings import (
    is_acronym,
    is_short_form,
    known_as,
    sound_alike,
    spelled_alike,
    without_initials,
    words_of,
)
from briefgen.model import Actor
from briefgen.names import fold, initials_of, namesake, short_forms

Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a test found. `test` is its name in plain words; no reason means that the names are the same words."""

    verdict: Verdict
    reason: str
    test: str = ""

    @property
    def told(self) -> str:
        """Give test and reason as one line: "initial: “B. Kell” and “Boris Kell” share surname and initial"."""
        return f"{self.test}: {self.reason}" if self.test and self.reason else self.reason


def same_text(one: str, other: str) -> Judgement | None:
    """Join names that differ only in case, accents, hyphens or a possessive."""
    if fold(one) != fold(other):
        return None
    return Judgement("same", "" if one == other else f"“{one}” and “{other}” differ only in case, accents or hyphens")


def known_name(one: str, other: str) -> Judgement | None:
    """Join what is known as two names of one body or state, and keep apart what is known as two."""
    first, second = known_as(one), known_as(other)
    if first is None or second is None:
        return None
    if first == second:
        return Judgement("same", f"“{one}” and “{other}” are known names of {first}")
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
    if all(sound_alike(x, y) for x, y in zip(a, b, strict=True)):
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
        and sound_alike(short[-1], long[-1])
        and sound_alike(short[0], long[1])
    ):
        return Judgement("same", f"“{one}” is “{other}” without the first name")
    return None


def surname(one: str, other: str) -> Judgement | None:
    """Join a surname alone with a full name; the caller sees to it that only one full name has it."""
    a, b = words_of(one), words_of(other)
    short, long = sorted((a, b), key=len)
    apart = SequenceMatcher(None, short[0], long[-1]).ratio() < 0.5  # "Ruiz", "Reyes"
    if len(short) == 1 < len(long) and sound_alike(short[0], long[-1]) and not apart:
        return Judgement(
            "same", f"“{one if len(a) == 1 else other}” is the surname of “{other if len(a) == 1 else one}” alone"
        )
    if len(short) == 1 == len(long) and short[0] != long[0] and sound_alike(short[0], long[0]) and len(short[0]) > 4:
        return Judgement("same", f"“{one}” and “{other}” are spellings of one surname")
    return None


def first_surname(one: str, other: str) -> Judgement | None:
    """Join the first of two surnames with the full name, as Spanish has it; the caller sees to it that one name has it."""
    short, long = sorted((words_of(one), words_of(other)), key=len)
    if len(short) == 1 and len(long) > 2 and short[0] in long[1:-1] and len(short[0]) > 3:
        alone, whole = sorted((one, other), key=len)
        return Judgement("same", f"“{alone}” is the first of the surnames of “{whole}”")
    return None


def surname_first(one: str, other: str) -> Judgement | None:
    """Join a Chinese, Korean or Vietnamese surname with the full name that it opens; the caller sees to its one owner."""
    short, long = sorted((words_of(one), words_of(other)), key=len)
    if len(short) == 1 < len(long) and short[0] == long[0] and short[0] in words("names", "surname_first"):
        alone, whole = sorted((one, other), key=len)
        return Judgement("same", f"“{alone}” is the family name, which stands first in “{whole}”")
    return None


def other_namesake(one: str, other: str) -> Judgement | None:
    """Keep apart father and son: "Adam Renn Sr." and "Adam Renn Jr."."""
    first, second = namesake(one), namesake(other)
    if first is None or second is None or first == second:
        return None
    return Judgement("different", f"“{one}” and “{other}” are namesakes")


def other_first_name(one: str, other: str) -> Judgement | None:
    """Keep apart two people of one surname: their first names are no spellings or short forms of one."""
    a, b = words_of(one), words_of(other)
    if (
        len(a) < 2
        or len(b) < 2
        or not sound_alike(a[-1], b[-1])
        or sound_alike(a[0], b[0])
        or is_short_form(a[0], b[0])
    ):
        return None
    far = SequenceMatcher(None, a[0], b[0]).ratio() < 0.5 and min(len(a[0]), len(b[0])) > 1
    if (a[0][0] != b[0][0] or far) and not set(a) <= set(b) and not set(b) <= set(a):
        return Judgement("different", f"“{one}” and “{other}” have different first names")
    return None


def short_form(one: str, other: str) -> Judgement | None:
    """Join "Bill Urban" with "William R. Urban"."""
    a, b = (without_initials(words_of(name)) for name in (one, other))
    if len(a) > 1 and len(b) > 1 and a[1:] == b[1:] and is_short_form(a[0], b[0]):
        return Judgement("same", f"in “{one}” and “{other}” the one first name is a short form of the other")
    return None


def middle_name(one: str, other: str) -> Judgement | None:
    """Join names of the same first and last word with one word between, spelled alike: a slip or a transliteration."""
    a, b = words_of(one), words_of(other)
    if len(a) != len(b) or len(a) < 3 or a[0] != b[0] or a[-1] != b[-1]:
        return None
    unlike = [(x, y) for x, y in zip(a, b, strict=True) if not sound_alike(x, y)]
    if len(unlike) == 1 and spelled_alike(*unlike[0]):
        x, y = unlike[0]
        return Judgement(
            "same", f"“{one}” and “{other}” differ in one middle part, “{x}” and “{y}”, which are spelled alike"
        )
    return None


def acronym(one: str, other: str) -> Judgement | None:
    """Join an acronym with the body whose initials it is; the caller sees to it that only one such body is told of."""
    short, long = sorted((one, other), key=len)
    if is_acronym(short) and len(long.split()) > 2 and short.replace(".", "") in initials_of(long):
        return Judgement("same", f"“{short}” are the initials of “{long}”")
    return None


def other_initials(one: str, other: str) -> Judgement | None:
    """Keep apart two bodies whose initials are the same and whose words are not: one acronym must not join them."""
    a, b = fold(one).split(), fold(other).split()
    if len(a) != len(b) or len(a) < 3 or not any(len(i) > 2 for i in initials_of(one) & initials_of(other)):
        return None
    if all(sound_alike(x, y) or SequenceMatcher(None, x, y).ratio() >= 0.6 for x, y in zip(a, b, strict=True)):
        return None
    return Judgement("different", f"“{one}” and “{other}” have the same initials and other words")


def one_word_spelled(one: str, other: str) -> Judgement | None:
    """Join names of bodies that differ in the spelling of one coined word; known names never count as spellings."""
    a, b = fold(one).split(), fold(other).split()
    unlike = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    if len(a) != len(b) or len(a) < 2 or len(unlike) != 1:
        return None
    x, y = unlike[0]
    coined = x.isalpha() and y.isalpha() and min(len(x), len(y)) > 4 and not {x, y} & gazetteer().keys()
    if coined and sound_alike(x, y):
        return Judgement("same", f"“{one}” and “{other}” differ in the spelling of “{x}” and “{y}”")
    return None


def short_name(one: str, other: str) -> Judgement | None:
    """Join a body's name with the same without its purpose; two names that only differ in the purpose are two bodies."""
    short, long = sorted((one, other), key=len)
    ship = len(short) > 4 and short.isupper() and not long.isupper()  # "the HALVANE", owned by "Halvane Shipping"
    if fold(short) in short_forms(long) and not ship and known_as(short) is None:
        return Judgement("same", f"“{short}” is “{long}” for short")
    if len(fold(short).split()) > 2 and set(short_forms(short)) & set(short_forms(long)):
        return Judgement("different", f"“{short}” and “{long}” have different purposes")
    return None


def other_order(one: str, other: str) -> Judgement | None:
    """Join a body of two states that each puts first: "Norland-Kenya Trade Council", "Kenya-Norland Trade Council"."""
    a, b = fold(one).split(), fold(other).split()
    if a == b or sorted(a) != sorted(b) or not ("-" in one and "-" in other):
        return None
    return Judgement("same", f"“{one}” and “{other}” name the same states in another order")


Test = Callable[[str, str], Judgement | None]
PERSON_TESTS: tuple[tuple[str, Test], ...] = (
    ("same words", same_text),
    ("namesakes", other_namesake),
    ("first names", other_first_name),
    ("shared words", same_words),
    ("short form", short_form),
    ("transliteration", transliteration),
    ("middle name", middle_name),
    ("first name left out", particle),
    ("surname", surname),
    ("first surname", first_surname),
    ("surname first", surname_first),
)
"""The tests for persons, in order; the first verdict counts. Names of bodies and states have their own."""
BODY_TESTS: tuple[tuple[str, Test], ...] = (
    ("same words", same_text),
    ("known names", known_name),
    ("acronym", acronym),
    ("initials", other_initials),
    ("short form", short_name),
    ("order", other_order),
    ("spelling", one_word_spelled),
)


def judge(one: Actor, other: Actor) -> Judgement | None:
    """Give the first verdict over all pairs of the two actors' full names, None where no test speaks.

    Persons and bodies are never joined; a state and a body only when a known name says so.
    """
    if "person" in (one.kind, other.kind) and one.kind != other.kind:
        return None
    tests = PERSON_TESTS if one.kind == "person" else BODY_TESTS
    verdicts = [verdict for a in _fullest(one) for b in _fullest(other) for verdict in [_first(tests, a, b)] if verdict]
    verdicts = [v for v in verdicts if v.test != "first surname" or not (_by_last(one) or _by_last(other))]
    found = next((v for v in verdicts if v.verdict == "different"), None) or next(iter(verdicts), None)
    return found or (called_alike(one, other) if one.kind == "person" else None)


def called_alike(one: Actor, other: Actor) -> Judgement | None:
    """Join one known by a single word with one whom a source calls so beside the full name: "Hirano", "Hirano Koichi"."""
    for short, full in ((one, other), (other, one)):
        alone = " " not in short.name and not short.aliases and " " in full.name
        if alone and fold(short.name) in {fold(alias) for alias in full.aliases}:
            return Judgement("same", f"“{short.name}” is what a source calls “{full.name}”", "called alike")
    return None


def _by_last(actor: Actor) -> bool:
    """Tell whether a source calls somebody by the last word of the full name: then the word before it is no surname."""
    last = {words_of(name)[-1] for name in (actor.name, *actor.aliases) if len(words_of(name)) > 1}
    return any(words_of(name) == [word] for name in (actor.name, *actor.aliases) for word in last)


def _first(tests: tuple[tuple[str, Test], ...], one: str, other: str) -> Judgement | None:
    """Give the first verdict on two names, under the name of its test."""
    found = ((title, test(one, other)) for title, test in tests)
    return next((replace(verdict, test=title) for title, verdict in found if verdict is not None), None)


def _fullest(actor: Actor) -> list[str]:
    """Give the names worth comparing: for a person only those as full as the fullest."""
    names = [actor.name, *actor.aliases]
    if actor.kind != "person":
        return names
    most = max(len(words_of(name)) for name in names)
    return [name for name in names if len(words_of(name)) == most or len(words_of(name)) > 1]
