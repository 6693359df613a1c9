"""Find bodies by the shape of their names alone: a legal form behind it, or its initials in brackets.

"Harbour Ship Management FZE", "Gulf of Vestby Coordination Group (GVCG)". The model cuts such names short or misses them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from briefgen.knowledge.world import words
from briefgen.reading.marks import Sentence, Words

if TYPE_CHECKING:
    pass

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
    doc, (start, end) = sentence.words, (sentence.span.start, sentence.span.end)
    if "committee" in sentence.low and "Committee" in doc.forms[start:end]:
        yield from _by_resolution(sentence)
    yield from _capital_runs(sentence)
    legal = words("bodies", "legal_forms")
    brackets = [i for i in range(start, end) if doc.forms[i] == "("] if "(" in sentence.low else []
    for index in sorted([*sentence.capitals, *brackets]):
        form, low = doc.forms[index], doc.low[index].strip(".")
        if low in legal and (form.isupper() or low in TITLE_CASE):
            first = _capitals_before(doc, index, start)
            if first < index:
                yield first, index
        elif form == "(" and index + 2 < end and doc.forms[index + 2].startswith(")"):
            whole = _with_initials(doc, index, start, doc.forms[index + 1])
            named = doc.low[whole:index] if whole is not None else ()
            if whole is not None and CATEGORY.isdisjoint(named) and not _is_instrument(doc, whole, index - 1):
                yield whole, index - 1


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


def _capital_runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Give the names in capitals of several words, as ships bear them: "the HARBOUR FORTUNE"; a headline has none."""
    doc, forms = sentence.words, sentence.words.forms
    capitals = {i for i in sentence.capitals if forms[i].isupper() and forms[i].isalpha() and len(forms[i]) > 2}
    if len(capitals) < 2:
        return
    told = forms[sentence.span.start : sentence.span.end]
    if sum(map(str.islower, told)) * 3 < sum(map(str.isalpha, told)):
        return
    for first in sorted(place for place in capitals if place - 1 not in capitals):
        last = next(place for place in count(first) if place + 1 not in capitals)
        run = doc[first : last + 1]
        kinds = {t.ent_type_ for t in run}
        office = any(t.lower_ in words("titles", "heads") for t in run)
        if len(run) > 1 and not office and "ORG" in kinds and "PER" not in kinds:
            yield first, last


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
