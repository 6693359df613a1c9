"""Turn GUM's entity annotation into names: the proper-noun run around the head of a person, organisation or place.

GUM marks whole noun phrases ("the former president of Tunisia"); a name is cut out of them. It is a heuristic: the
samples look right, and measures on names made this way are indicative only.
"""

from __future__ import annotations

import re

from training.corpora import Sentence, Token

KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
JOINTS = {
    "of",
    "the",
    "for",
    "and",
    "&",
    "-",
    "–",
    "in",
    "on",
    "to",
    "de",
    "la",
    "del",
    "von",
    "van",
    "al",
    "bin",
    "'s",
    "’s",
    ".",
    "’",
    "'",
    "a",
}
NO_JOINT_IN_PERSON = {"of", "and", "in", "on", "for", "'s", "’s"}
NO_JOINT_IN_PLACE = {"and", "'s", "’s", "in", "on"}
TITLES = {
    "mr",
    "mrs",
    "ms",
    "dr",
    "president",
    "senator",
    "justice",
    "prime",
    "minister",
    "king",
    "queen",
    "prince",
    "princess",
    "professor",
    "sir",
    "lord",
    "lady",
    "judge",
    "governor",
    "secretary",
    "general",
    "colonel",
    "captain",
    "chancellor",
}
BRACKET = re.compile(r"\(([^()]*)(\))?|(\d+(?:\[[^\]]*\])?)\)|\)")


def add_names(sentence: Sentence) -> None:
    """Give a GUM sentence its names as BIO tags; where two overlap, the longer one stays."""
    tokens = sentence.tokens
    runs = [run for first, last, kind in _mentions(tokens) if (run := _name_run(tokens, first, last, kind))]
    runs.sort(key=lambda run: (run[0] - run[1], run[0]))
    tags = ["O"] * len(tokens)
    for first, last, kind in runs:
        if all(tags[place] == "O" for place in range(first, last + 1)):
            for place in range(first, last + 1):
                tags[place] = ("B-" if place == first else "I-") + kind
    sentence.names = tags


def _mentions(tokens: list[Token]) -> list[tuple[int, int, str]]:
    """Read the brackets of `Entity=` in MISC: (first token, last token, kind)."""
    open_: list[tuple[str, str, int]] = []
    found: list[tuple[int, int, str]] = []
    for place, token in enumerate(tokens):
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", token.misc)
        for part in BRACKET.finditer(entity[1]) if entity else ():
            if part[1] is not None:
                fields = part[1].split("-")
                mention = (fields[0], fields[1] if len(fields) > 1 else "", place)
                if part[2]:
                    found.append((place, place, mention[1]))
                else:
                    open_.append(mention)
                continue
            for index in range(len(open_) - 1, -1, -1):
                if part[3] is None or open_[index][0] == part[3]:
                    _, kind, first = open_.pop(index)
                    found.append((first, place, kind))
                    break
    return [(first, last, KINDS[kind]) for first, last, kind in found if kind in KINDS]


def _name_run(tokens: list[Token], first: int, last: int, kind: str) -> tuple[int, int, str] | None:
    inside = range(first + 1, last + 2)
    head = next((p for p in range(first, last + 1) if tokens[p].head not in inside), None)
    if head is None or tokens[head].pos != "PROPN":
        return None

    def capital(place: int) -> bool:
        token = tokens[place]
        lexical = token.pos in ("ADJ", "NOUN", "NUM", "X", "VERB") and place > first
        return token.pos == "PROPN" or (token.form[:1].isupper() and lexical)

    start = end = head
    while start > first and (
        capital(start - 1)
        or (tokens[start - 1].form in ("-", "–", "&", ".") and start - 2 >= first and capital(start - 2))
    ):
        start -= 1
    end = _run_end(tokens, end, last, kind)
    if kind == "PER":
        while start < end and (tokens[start].dep.startswith("nmod:desc") or tokens[start].form.lower() in TITLES):
            start += 1
    return start, end, kind


def _run_end(tokens: list[Token], end: int, last: int, kind: str) -> int:
    while end < last:
        after = tokens[end + 1]
        if after.pos == "PROPN" or after.dep == "flat":
            end += 1
            continue
        place = end + 1
        while place <= last and tokens[place].form.lower() in JOINTS:
            place += 1
        barred = NO_JOINT_IN_PERSON if kind == "PER" else NO_JOINT_IN_PLACE if kind == "LOC" else set()
        if place == end + 1 or place > last or tokens[place].pos != "PROPN" or after.form in barred:
            break
        end = place
    return end
