"""Tell whether a text is English by its commonest words; enough to warn, not to classify."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from briefgen.knowledge import load

SAMPLE = 20_000


def language_of(text: str) -> str | None:
    """Give the ISO 639-1 code of the language whose function words are the commonest; None where too few are there."""
    words = re.findall(r"[^\W\d_]+", text[:SAMPLE].casefold())
    if len(words) < 20:
        return None
    often = Counter(words)
    counts = {code: sum(often[word] for word in known) for code, known in _function_words().items()}
    best = max(sorted(counts), key=lambda code: counts[code])
    return best if counts[best] >= len(words) * 0.12 else None


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in load("languages")["function_words"].items()}
