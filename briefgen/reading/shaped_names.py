"""Find bodies by the shape of their names alone: a legal form behind it, or its initials in brackets.

"Harbour Ship Management FZE", "Gulf of Vestby Coordination Group (GVCG)". The model cuts such names short or misses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from briefgen.knowledge.world import words
from briefgen.reading.marks import Sentence, Words

if TYPE_CHECKING:
    from spacy.tokens import Token

LINKS = frozenset({"of", "and", "the", "for", "in", "on", "to", "de", "du", "des", "et", "la", "-", "&"})
INITIALS = re.compile(r"[A-Z]{3,9}")
TITLE_CASE = frozenset("ltd inc corp gmbh oy oyj pty plc co sdn".split())
"""Legal forms that are not written in capitals; "As", at the start of a sentence, is none."""
CATEGORY = frozenset("terrorist terrorists designated national nationals person persons entity entities list".split())
"""Words of what somebody is listed as: "Specially Designated Global Terrorist (SDGT)" is no body."""
LEGAL = frozenset(
    "act code treaty agreement accord accords convention protocol resolution charter declaration law statute directive "
    "memorandum regulation regulations rules programme program fund zone system framework strategy plan guide statement".split()
)
"""What a rule or a plan is called: its initials in brackets make no body of it."""
LONGEST = 14
BY_RESOLUTION = re.compile(
    r"(?:(?:(?:UN|U\.N\.|United Nations) )?Security Council )?"
    r"(?:Committee (?:established )?pursuant to resolutions? \d{3,4} \(\d{4}\)(?:(?:, | and |, and )\d{3,4} \(\d{4}\))*"
    r"|\d{3,4} (?:Sanctions )?Committee)"
)
"""How the Security Council names its committees: by the resolution that established one."""


def shaped_names(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give the first and last tokens of bodies that a legal form or bracketed initials make sure of."""
    doc, tokens = sentence.words, list(sentence)
    if any(token.text == "Committee" for token in tokens):
        yield from _by_resolution(sentence)
    yield from _capital_runs(tokens)
    forms = words("bodies", "legal_forms")
    for token in tokens:
        low = token.lower_.strip(".")
        if low in forms and token.text[:1].isupper() and (token.text.isupper() or low in TITLE_CASE):
            first = _capitals_before(doc, token.i, sentence.span.start)
            if first < token.i:
                yield first, token.i
        elif token.text == "(" and token.i + 2 < sentence.span.end and doc.forms[token.i + 2].startswith(")"):
            whole = _with_initials(doc, token.i, sentence.span.start, doc.forms[token.i + 1])
            named = {t.lower_ for t in doc[whole : token.i]} if whole is not None else set()
            if whole is not None and not named & CATEGORY and not _is_instrument(doc, whole, token.i - 1):
                yield whole, token.i - 1


def _is_instrument(doc: Words, first: int, last: int) -> bool:
    """Tell a rule, a plan or a text by its last word or the one before "of": "Memorandum of Understanding", "Reed Act"."""
    joined = (i for i in range(first, last) if doc.low[i + 1] in ("of", "for", "on", "to"))
    return doc.low[last] in LEGAL or doc.low[next(joined, last)] in LEGAL


def _by_resolution(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give the committees that are named by a resolution: "Committee established pursuant to resolution 999 (1993)"."""
    span = sentence.span
    for match in BY_RESOLUTION.finditer(span.text):
        tokens = span.doc.char_span(span.start_char + match.start(), span.start_char + match.end())
        if tokens is not None:
            yield tokens.start, tokens.end - 1


def _capital_runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Give the names in capitals of several words, as ships bear them: "the HARBOUR FORTUNE"; a headline has none."""
    capitals = {place for place, t in enumerate(tokens) if t.is_upper and t.is_alpha and len(t) > 2}
    if len(capitals) < 2 or sum(t.is_lower for t in tokens) * 3 < sum(t.is_alpha for t in tokens):
        return
    for first in sorted(place for place in capitals if place - 1 not in capitals):
        last = next(place for place in count(first) if place + 1 not in capitals)
        run = tokens[first : last + 1]
        kinds = {t.ent_type_ for t in run}
        office = any(t.lower_ in words("titles", "heads") for t in run)
        if len(run) > 1 and not office and "ORG" in kinds and "PER" not in kinds:
            yield run[0].i, run[-1].i


def _capitals_before(doc: Words, index: int, start: int) -> int:
    first = index
    while first > start and doc.forms[first - 1][:1].isupper() and doc.forms[first - 1][-1:].isalnum():
        first -= 1
    return first + (first == start and doc[first].is_stop and first < index)


def _with_initials(doc: Words, bracket: int, start: int, short: str) -> int | None:
    """Give the first token of the name before a bracket whose capitals are the initials in it."""
    if INITIALS.fullmatch(short) is None:
        return None
    told = ""
    for index in range(bracket - 1, max(start, bracket - LONGEST) - 1, -1):
        token = doc[index]
        if token.text[:1].isupper():
            told = token.text[0] + told
        elif token.lower_ not in LINKS or index == bracket - 1:
            return None
        if told == short:
            return index if index < bracket - 1 else None
        if not short.endswith(told):
            return None
    return None
