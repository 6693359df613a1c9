"""Tell whether a text is English by its commonest words; enough to warn, not to classify."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from briefgen.knowledge import load

SAMPLE = 1_500
LEAST = 0.12
"""Share of the words that are function words of the language; in real prose it is a third and more."""


def language_of(text: str) -> str | None:
    """Give the ISO 639-1 code of the language whose function words are the commonest; None where too few are there."""
    words = re.findall(r"[^\W\d_]+", text[:SAMPLE].casefold())
    if len(words) < 20:
        return None
    counts: Counter[str] = Counter()
    languages = _function_words()
    for word, times in Counter(words).items():
        for code in languages.get(word, ()):
            counts[code] += times
    best = max(sorted(counts), key=lambda code: counts[code], default=None)
    return best if best and counts[best] >= len(words) * LEAST else None


@cache
def _function_words() -> dict[str, list[str]]:
    """Give the languages of each function word."""
    languages: dict[str, list[str]] = {}
    for code, words in load("languages")["function_words"].items():
        for word in set(words.split()):
            languages.setdefault(word, []).append(code)
    return languages
