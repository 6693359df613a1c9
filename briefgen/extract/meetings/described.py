"""Tell what kind of parties a description without a name stands for: people of office, several, a pair, the press."""

from __future__ import annotations

from functools import cache

from briefgen.knowledge.world import is_person_noun, words
from briefgen.reading.items import Item
from briefgen.reading.line import Line


@cache
def offices() -> frozenset[str]:
    """Give the nouns of people of office and of bodies that speak for a public, singular and plural."""
    titles = words("titles", "heads") - words("meeting", "private")
    return words("meeting", "official", "office_bodies") | titles | {title + "s" for title in titles}


def who(line: Line, item: Item) -> int:
    """Give the word that says who they are: "governors" of "each of the governors", "elders" of "a panel of elders"."""
    head = item.head
    for k in range(head + 2, item.last + 1 if line.low(head) in words("meeting", "amounts") else 0):
        if line.low(head + 1) != "of" or (k < item.last and line.pos(k + 1) in ("NOUN", "PROPN")):
            continue
        if line.pos(k) == "NOUN":
            return k if line.low(k) not in words("meeting", "bodies") and _are_people(line, k) else head
    return head


def _are_people(line: Line, at: int) -> bool:
    word = line.low(at)
    if (
        word in words("meeting", "people", "bodies")
        or word in offices()
        or word.rstrip("s") in words("titles", "heads")
    ):
        return True
    opposite = word.startswith("number") and line.low(at - 1) == "opposite"
    return opposite or (line.pos(at) == "NOUN" and is_person_noun(word))


def are_people(line: Line, item: Item) -> bool:
    """Tell a description of people or of a body from a place or a thing."""
    return _are_people(line, who(line, item))


def of_office(line: Line, item: Item) -> bool:
    """Tell "the lawmakers", "a group of lawmakers", "the crown prince" and "her opposite number" from "the miners"."""
    at = who(line, item)
    said = {line.low(at), line.low(item.head)} | {
        line.low(k) for k in range(item.head + 2, item.last + 1) if of_many(line, item)
    }
    return bool(said & offices()) or (line.low(at).startswith("number") and line.low(at - 1) == "opposite")


def of_many(line: Line, item: Item) -> bool:
    """Tell "a group of lawmakers", "a number of envoys": who they are stands behind."""
    amount = line.low(item.head) in words("meeting", "amounts")
    return line.low(item.head + 1) == "of" and amount


def several(line: Line, item: Item) -> bool:
    """Tell those who are more than one: "ministers", "each of the governors", "a panel of elders"."""
    return of_many(line, item) or line.low(who(line, item)).endswith(("s", "men", "women", "people"))


def somebody_elses(line: Line, i: int) -> bool:
    """Tell "Latvia's neighbours", who are not Latvia, from "Latvia's ministers"."""
    owned = next((k for k in range(i + 1, i + 3) if line.low(k) in ("'s", "’s", "'", "’")), None)
    return owned is not None and any(
        line.low(k) in words("meeting", "others") for k in range(owned + 1, min(line.stop, owned + 4))
    )


def place_of_place(line: Line, item: Item) -> bool:
    """Tell the second place of "in Springfield, Ohio" from a party."""
    comma = item.first - 1
    before = line.inside.get(comma - 1) if item.intro == "comma" and line.low(comma) == "," else None
    mention = item.mention
    placed = before is not None and before.kind == "place" and line.low(first_of(line, comma - 1) - 1) in ("in", "at")
    whole = first_of(line, item.last) == item.first
    return placed and whole and (mention is None or mention.kind == "place")


def first_of(line: Line, k: int) -> int:
    """Give the first word of the mention that a word lies in, the word itself where it lies in none."""
    mention = line.inside.get(k)
    while line.inside.get(k - 1) is mention and mention is not None:
        k -= 1
    return k


def press(line: Line, item: Item) -> bool:
    """Tell "journalists" and "the Oslo weekly Kolm" from parties."""
    press, mention = words("meeting", "press"), item.mention
    named = mention is not None and mention.form == "name"
    if named and mention is not None and mention.kind != "organization":
        return False
    first = item.first
    return (not named and line.low(item.head) in press) or any(
        line.low(k) in press and k not in line.inside for k in range(first, item.head)
    ) & named


def pair(line: Line, item: Item) -> bool:
    """Tell "the two ministers", "both sides", "the envoys of the two countries", who are named elsewhere."""
    whole = [line.low(i) for i in range(item.first, item.last + 1)]
    low = [line.low(i) for i in range(item.first, item.head + 1)]
    if any(
        whole[n : n + 2] in (["the", "two"], ["both", "countries"], ["both", "sides"], ["the", "sides"])
        for n in range(1, len(whole))
    ):
        return True  # "the foreign ministers of the two countries"
    if low and low[0] == "each" and low[-1] == "other":
        return True
    heads = (
        "sides",
        "parties",
        "men",
        "women",
        "leaders",
        "ministers",
        "countries",
        "presidents",
        "two",
        "three",
        "officials",
        "diplomats",
        "states",
        "neighbours",
        "neighbors",
        "delegations",
        "pair",
        "governments",
        "nations",
        "envoys",
    )
    definite = low[0] in ("the", "both", "two", "these")
    if low[:1] == ["two"] and item.last > item.head:
        return False  # "two envoys of the bank": told here for the first time
    counted = any(w in ("two", "both", "pair") for w in low) or low[-1] in ("sides", "pair")
    return bool(low) and definite and counted and low[-1] in heads


def bare(line: Line, item: Item) -> str:
    """Give a name without its article and without whom it belongs to."""
    owner = next((i for i in range(item.last, item.first, -1) if line.low(i) in ("'s", "’s")), None)
    text = line.words(owner + 1, item.last) if owner is not None and owner < item.last else item.text
    for article in ("the ", "The ", "a ", "an ", "A "):
        text = text.removeprefix(article)
    return text
