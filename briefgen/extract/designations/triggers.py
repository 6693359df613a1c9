"""Tell the sentences that may speak of a listing from the many that do not, word by word."""

from __future__ import annotations

import re
from functools import lru_cache

from briefgen.reading.marks import Sentence

STEMS = re.compile(
    r"designat|\blist|following|blacklist|proscri|outlaw|\bban|sanction|terror|brand|label|delist|revo[ck]|unban|freez|froze|"
    r"follow|extremis|\baction|\bnamed\b|identified|undesirable|embargo|prohibit|forb[aio]|"
    r"unblock|\boff\b|\bspare|\bours\b|\bblock|specified|"
    r"\badd(?:ed|ition)|\bdelet|\bremov|\bstruck|\bamend|\bentr(?:y|ies)\b|\bentered|\binsert|"
    r"dissol|disband|liquidat|deregist|criminal|offen[cs]e|\bcrime|grata|\bhit\b|registr|regime|persona|"
    r"lapse|package|tranche|gazett|schedule|ordinary|"
    r"\bcover|\bregister|\bescap|\bavoid|personality|\blet\b|\bmembership|"
    r"\bdesk|\bfile|\bdossier|tolerat|\blegal|"
    r"\balign|\bjoin|\bbarr|\bbars?\b|unlawful|illegal|\bdeclare|\bmeasures\b|\bannex",
    re.IGNORECASE,
)
PHRASES = tuple(
    frozenset(phrase.split())
    for phrase in (
        *("do so", "took in", "round of", "outside law", "beyond law", "foreign agent", "foreign agents"),
        *("under review", "under consideration", "under study"),
    )
)
"""Words that speak of a listing where they stand in one sentence."""
WORDS_KEPT = 1 << 16


@lru_cache(WORDS_KEPT)
def starts_listing(word: str) -> bool:
    """Tell a word by which a listing may be told."""
    return STEMS.search(word) is not None


def speaks_of_listing(sentence: Sentence) -> bool:
    """Tell whether a sentence has words by which a listing may be told."""
    said = sentence.words.low[sentence.span.start : sentence.span.end]
    return any(map(starts_listing, said)) or any(map(frozenset(said).issuperset, PHRASES))
