"""Give the forms of verbs by rule, as a tagger takes rare ones for nouns and a lemmatizer cuts them wrongly."""

from __future__ import annotations

import re
from functools import cache

from briefgen.knowledge import load
from briefgen.knowledge.world import words

IRREGULAR = {
    "say": "said said",
    "tell": "told told",
    "think": "thought thought",
    "swear": "swore sworn",
    "write": "wrote written",
    "read": "read read",
    "sing": "sang sung",
    "hear": "heard heard",
    "put": "put put",
    "take": "took taken",
    "strike": "struck struck",
    "keep": "kept kept",
    "see": "saw seen",
    "hit": "hit hit",
    "freeze": "froze frozen",
    "withdraw": "withdrew withdrawn",
    "seek": "sought sought",
    "meet": "met met",
    "shake": "shook shaken",
    "sit": "sat sat",
    "speak": "spoke spoken",
    "fly": "flew flown",
    "go": "went gone",
    "come": "came come",
    "ring": "rang rung",
    "hold": "held held",
    "have": "had had",
    "begin": "began begun",
    "lead": "led led",
    "make": "made made",
    "pay": "paid paid",
    "undertake": "undertook undertaken",
    "unfreeze": "unfroze unfrozen",
    "foresee": "foresaw foreseen",
    "mean": "meant meant",
    "wind": "wound wound",
    "get": "got got gotten",
    "leave": "left left",
    "spend": "spent spent",
    "send": "sent sent",
    "eat": "ate eaten",
    "drink": "drank drunk",
    "catch": "caught caught",
    "bring": "brought brought",
    "run": "ran run",
    "find": "found found",
    "break": "broke broken",
    "give": "gave given",
    "set": "set set",
    "lend": "lent lent",
    "show": "showed shown",
    "drive": "drove driven",
    "lay": "laid laid",
    "shoot": "shot shot",
    "foretell": "foretold foretold",
    "beseech": "besought besought",
    "let": "let let",
    "drop": "dropped dropped",
    "slip": "slipped slipped",
    "do": "did done",
    "hang": "hung hung",
    "stand": "stood stood",
    "fall": "fell fallen",
    "throw": "threw thrown",
    "draw": "drew drawn",
    "know": "knew known",
    "bind": "bound bound",
    "ride": "rode ridden",
    "bid": "bade bid bidden",
}
DOUBLED = frozenset("confer chat sup unban debar rebut admit regret submit concur scrap strip".split())
"""Longer verbs that double their last letter: "admitted"."""
VOWELS = frozenset("aeiou")


@cache
def verb_forms(file: str, key: str) -> dict[str, tuple[str, str]]:
    """Give the forms of the verbs of a knowledge list: form -> (verb, "base", "s", "ing" or "past").

    Forms are made by rule, as a tagger takes rare ones for nouns and a lemmatizer cuts them wrongly.
    """
    return _forms(words(file, key))


def _forms(verbs: frozenset[str]) -> dict[str, tuple[str, str]]:
    made: dict[str, tuple[str, str]] = {}
    for verb in sorted(verbs):
        stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
        last_stressed = (
            verb[-1] in "bmnptrg"
            and verb[-2] in VOWELS
            and verb[-3:-2] not in VOWELS
            and (len(verb) < 5 or verb in DOUBLED)
            and verb != "open"
        )
        double = verb + verb[-1] if last_stressed else stem
        y = verb.endswith("y") and verb[-2] not in VOWELS
        past = IRREGULAR.get(verb, "").split() or [
            verb[:-1] + "ied" if y else verb + "d" if verb[-1] == "e" else double + "ed"
        ]
        third = verb[:-1] + "ies" if y else verb + ("es" if verb.endswith(("s", "sh", "ch", "go", "do")) else "s")
        for form, kind in (
            (verb, "base"),
            ("has" if verb == "have" else third, "s"),
            ((verb if y else double) + "ing", "ing"),
        ):
            made.setdefault(form, (verb, kind))
        if verb.endswith(("el", "al", "ul")):  # cancelled, travelling, annulled
            made.update({verb + "led": (verb, "past"), verb + "ling": (verb, "ing")})
        for form in past:
            made[form] = (verb, "past")
    return made


BEHIND = re.compile(r"\s([a-z]+)")
HEARER = re.compile(
    r"\s(?:me|us|him|her|them|reporters|journalists|readers|listeners|viewers|lawmakers|deputies|the \w+)(?=,)"
)
"""Who hears it, between a verb of saying and the comma: "he assured them, "."""


@cache
def phrased() -> dict[str, frozenset[str]]:
    """Give the verbs that tell of saying only with a certain word behind them: "go" -> "on"."""
    return {verb: frozenset(leads.split()) for verb, leads in load("saying")["phrased"].items()}


def phrase_end(text: str, lemma: str, end: int) -> int | None:
    """Give where a verb of saying ends with the word it needs behind it, None where that is missing: "hit | the wall"."""
    needed = phrased().get(lemma)
    if needed is None or lemma in words("saying", "clause"):
        return end
    behind = BEHIND.match(text, end)
    if behind is None or behind[1] not in needed:
        return None
    return end if behind[1] == "that" else behind.end()


@cache
def saying_forms() -> dict[str, tuple[str, str]]:
    """Give the forms of all verbs that take a clause, those among them that need a word behind them."""
    return {**_forms(frozenset(phrased())), **verb_forms("saying", "clause")}
