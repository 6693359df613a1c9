"""Look up states, bodies, regions and words of office; everything known comes from the TOML files beside this one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from briefgen.knowledge import load
from briefgen.names import fold

What = Literal["state", "adjective", "capital", "seat", "body", "region"]
SEEN = 1 << 14
"""Words whose answers are kept: a text says the same words again and again."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a name stands for: its common name, what it is, and (for capitals, seats, bodies) the state behind it."""

    name: str
    what: What
    state: str | None = None


def _rows(text: str) -> list[list[list[str]]]:
    return [
        [[part.strip() for part in column.split(",") if part.strip()] for column in row.split("|")]
        for row in text.strip().split("\n")
        if row.strip()
    ]


@cache
def gazetteer() -> dict[str, Known]:
    """Give what is known by folded name. Where a word is several things, a state comes before a body before a place."""
    known: dict[str, Known] = {}

    def add(name: str, entry: Known) -> None:
        known.setdefault(fold(name), entry)

    states = _rows(load("states")["rows"])
    for (name,), others, adjectives, *_ in states:
        for form in (name, *others):
            add(form, Known(name, "state", name))
        for form in adjectives:
            add(form, Known(name, "adjective", name))
    for row in load("bodies")["rows"].strip().split("\n"):
        name, others, *state = (part.strip() for part in row.split("|"))
        for form in (name, *(o.strip() for o in others.split(",") if o.strip())):
            add(form, Known(name, "body", (state[0] if state else "") or None))
    for (name,), _, _, capitals, seats in states:
        for form in seats:
            add(form, Known(name, "seat", name))
        for form in capitals:
            add(form, Known(form, "capital", name))
    for form in load("regions")["places"].replace("\n", "").split("|"):
        add(form, Known(form.strip(), "region"))
    return known


@cache
def longest_from() -> dict[str, int]:
    """Give, by its first word, the number of words of the longest known name: most words of a text begin none."""
    most: dict[str, int] = {}
    for name in filter(None, gazetteer()):
        first, *others = name.split()
        most[first] = max(most.get(first, 0), 1 + len(others))
    return most


@cache
def words(file: str, *keys: str) -> frozenset[str]:
    """Give a word list of a knowledge file, or several together, as a set of lower-case words."""
    return frozenset(word for key in keys for word in load(file)[key].casefold().split())


@lru_cache(maxsize=SEEN)
def singulars(word: str) -> tuple[str, ...]:
    """Give a word and what it may be the plural of, in lower case.

    >>> singulars("Women"), singulars("agencies")
    (('women', 'woman'), ('agencies', 'agencie', 'agency'))
    """
    low = word.casefold()
    forms = [low]
    if low.endswith("s") and not low.endswith("ss"):
        forms.append(low[:-1])
    for ending, back in (
        ("men", "man"),
        ("people", "person"),
        ("ies", "y"),
        ("ches", "ch"),
        ("sses", "ss"),
        ("wives", "wife"),
    ):
        if low.endswith(ending) and low != ending.removesuffix("es"):
            forms.append(low.removesuffix(ending) + back)
    return tuple(forms)


@lru_cache(maxsize=SEEN)
def is_person_noun(word: str) -> bool:
    """Tell a common noun, singular or plural, that means persons by its commonest sense: widow, anglers, fishermen.

    >>> is_person_noun("welders"), is_person_noun("winter")
    (True, False)
    """
    return not words("persons", "persons").isdisjoint(singulars(word))


def is_given_name(word: str) -> bool:
    """Tell a folded word that is a given name of women or men.

    >>> is_given_name("ada"), is_given_name("harbour")
    (True, False)
    """
    return word in words("given", "female", "male")


@lru_cache(maxsize=SEEN)
def is_group_noun(word: str) -> bool:
    """Tell a common noun that means a group of persons: opposition, crew, unions."""
    return not words("persons", "groups").isdisjoint(singulars(word))


@lru_cache(maxsize=SEEN)
def is_body_noun(word: str) -> bool:
    """Tell a common noun for a body or a group of persons: ministry, panel, opposition."""
    sorts = words("bodies", "nouns", "sorts")
    return not sorts.isdisjoint(singulars(word)) or is_group_noun(word)


@cache
def _sorts(key: str) -> dict[str, str]:
    """Give a table of sorts by folded name or words, in the order of the file."""
    rows = (row.split("|") for row in load("bodies")[key].splitlines() if row.strip())
    return {fold(form): sort.strip() for sort, forms in rows for form in forms.split(",")}


def sort_of_body(name: str) -> str | None:
    """Tell what a body is by the words of its own name; None where they tell nothing.

    >>> sort_of_body("Harbour Institute for Peace"), sort_of_body("Reed Shipping Ltd"), sort_of_body("Reed Front")
    ('think tank', 'shipping company', None)
    """
    said = fold(name).split()
    text = f" {' '.join(said)} "
    anywhere = next((sort for form, sort in _sorts("named_sorts").items() if f" {form} " in text), None)
    firm = len(said) > 1 and said[-1] in words("bodies", "legal_forms") and name.split()[-1][:1].isupper()
    ends = [f" {' '.join(said[:-1] if firm else said)}", f" {' '.join(said)}".partition(" of ")[0]]
    closing = _sorts("closing_sorts").items()
    last = next((sort for text in ends for form, sort in closing if text.endswith(f" {form}")), None)
    return anywhere or last or ("company" if firm else None)


def sort_of_known(name: str) -> str | None:
    """Tell what a well-known body is, by its common name; None where only its own name tells it.

    >>> sort_of_known("Reuters"), sort_of_known("European Union")
    ('news agency', None)
    """
    return _sorts("known_sorts").get(fold(name))


def is_organ(name: str) -> bool:
    """Tell a body that acts for its state by its name's own noun, "Ministry of Trade"; a parliament speaks for itself."""
    said = set(fold(name).split())
    return bool(said & words("bodies", "organs")) and not said & words("bodies", "own_voices")


def spelled_in(text: str, name: str) -> str | None:
    """Give the words by which a text means a state or body of this common name, else its capital; None where neither stands.

    >>> spelled_in("He is under British sanctions.", "United Kingdom"), spelled_in("Oslo has listed him.", "Norway")
    ('British', 'Oslo')
    """
    found = text.replace("-", " ").replace("’s", "").replace("'s", "").split()
    longest = max(longest_from().values(), default=0)
    town: str | None = None
    for first in range(len(found)):
        for last in range(min(len(found), first + longest), first, -1):
            form = " ".join(found[first:last]).strip(',;:()“”"')
            known = gazetteer().get(fold(form)) if form[:1].isupper() else None
            if known is not None and known.name == name:
                return form
            if known is not None and known.state == name and known.what in ("capital", "seat"):
                town = town or form.rstrip(".")
    return town


@cache
def capitals() -> dict[str, str]:
    """Give the capital of each state, by the state's name; a state of several has the one its row tells first.

    >>> capitals()["Norway"]
    'Oslo'
    """
    found: dict[str, str] = {}
    for known in gazetteer().values():
        if known.what == "capital" and known.state:
            found.setdefault(known.state, known.name)
    return found


def place_within(part: str, whole: str) -> bool:
    """Tell whether a place is known to lie in another: a capital in its state.

    >>> place_within("Moscow", "Russia")
    True
    """
    known = gazetteer().get(fold(part))
    other = gazetteer().get(fold(whole))
    return bool(known and other and known.what == "capital" and other.what == "state" and known.state == other.name)
