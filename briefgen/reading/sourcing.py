"""Find attributions without a verb of saying: "according to X", "in her view", "by the count of X", "as X sees it"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from briefgen.knowledge.world import words
from briefgen.reading.cues import Cue
from briefgen.reading.holder_words import named, words_holder
from briefgen.reading.inserted import goes_on_at
from briefgen.reading.marks import Holder, Mention, Reading, Sentence
from briefgen.reading.quotemarks import words_in

if TYPE_CHECKING:
    from spacy.tokens import Token

FEWEST = 3
"""Words of what is attributed."""


def sourced(sentence: Sentence, reading: Reading, quoted: Callable[[int], bool]) -> Iterator[Cue]:
    """Give the cues of a sentence that are no verbs, outside quotation marks."""
    for token in sentence.span:
        to = token.lower_ == "according" and token.i + 1 < sentence.span.end and token.nbor().lower_ == "to"
        if to and not quoted(sentence.at(token)):
            yield from _according(sentence, reading, token)
    for match in _outlook().finditer(reading.text, sentence.start, sentence.end):
        holder = _outlook_holder(reading, match)
        start, end = match.span()
        if holder is not None and holder.end == end and (apposed := _apposed_person(reading, end)) is not None:
            holder, end = named(reading, holder.start, apposed.end, apposed), apposed.end
        content = _beside(sentence, reading, start, end)
        if holder is not None and content is not None and not quoted(start):
            yield Cue(start=start, end=end, kind="according", lemma="view", holder=holder, content=content)


@cache
def _outlook() -> re.Pattern[str]:
    noun = "|".join(sorted(words("saying", "outlook")))
    uttered = "|".join(sorted(words("saying", "utterances")))
    np = r"[^,;:“”\"\n]{2,60}?"
    return re.compile(
        rf"\b(?:[Ii]n|[Bb]y|[Tt]o) (?:(?P<pronoun>his|her|their|its)|(?P<owner>{np})[’']s?) (?:own )?(?:{noun})\b(?=[,. ])"
        rf"|\b(?:[Ii]n|[Bb]y) the (?:{noun}) of (?P<body>{np})(?=[,.])"
        rf"|\b(?:(?P<own>[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)|(?P<teller>[^,;:“”\"\n]{{2,60}}?)[’']s?) (?:[\w-]+ ){{0,2}}(?:{uttered})"
        rf"(?: (?:is|was|remains|has been) [^:;“”\"\n]{{2,40}})?:(?= )"
        rf"|\b[Ii]f (?P<believed>{np}) (?:is|are) to be believed\b"
        rf"|\b[Aa]s (?P<seer>{np}) (?:sees?|saw|tells?|told|has|had) it\b"
    )


def _outlook_holder(reading: Reading, match: re.Match[str]) -> Holder | None:
    group = next(name for name, words_of in match.groupdict().items() if words_of)
    start, end = match.span(group)
    if group in ("pronoun", "own"):
        mention = next((m for m in reading.mentions_in(start, start + 1) if m.entity), None)
        entity = reading.entity(mention.entity) if mention is not None else None
        name = entity.name if entity is not None else match[group]
        return Holder(start=start, end=end, name=name, entity=entity.id if entity is not None else None)
    return words_holder(reading, start, end)


def _beside(sentence: Sentence, reading: Reading, first: int, last: int) -> tuple[int, int] | None:
    """Give the clause that a phrase stands in: what comes behind it, or before it at the end of a sentence."""
    text = reading.text
    rest = text[last : sentence.end]
    behind = rest.strip(" ,.;\n")
    if words_in(behind) >= FEWEST:
        start = last + rest.index(behind)
        return start, start + len(behind)
    lead = text[sentence.start : first].rstrip(" ,—–")
    return (sentence.start, sentence.start + len(lead)) if words_in(lead) >= FEWEST else None


def _according(sentence: Sentence, reading: Reading, token: Token) -> Iterator[Cue]:
    """Read "According to X, ..." and "..., according to X": the holder behind it, the rest of the sentence its content."""
    doc = sentence.span.doc
    head = next((c for c in (token.head, *token.children) if c.i > token.i + 1), None)
    first = token.i + 2
    last = max((t.i for t in head.subtree), default=first) if head is not None and head.i >= first else first
    stop = next((i for i in range(first, sentence.span.end) if doc[i].text in (",", ".", ";", '"')), sentence.span.end)
    last = min(last, stop - 1)
    if first > last or first >= sentence.span.end:
        return
    start, end = sentence.span_of(doc[first], doc[last])
    holder = words_holder(reading, start, end)
    apposed = _apposed_person(reading, end)
    if apposed is not None:
        # "according to the head of the union, Ada Renn, the yard will close"
        holder = named(reading, start, apposed.end, apposed)
        stop = next((i for i in range(stop, sentence.span.end) if sentence.at(doc[i]) >= apposed.end), stop)
    initial = token.i - sentence.span.start <= 2
    if initial:
        begin = stop + 1 if stop + 1 < sentence.span.end else None
        content = (sentence.at(doc[begin]), _last(sentence)) if begin is not None else None
    else:
        before = token.i - 1
        while before > sentence.span.start and doc[before].is_punct:
            before -= 1
        content = (sentence.start, sentence.span_of(doc[before], doc[before])[1])
        again = goes_on_at(sentence, reading, holder.end) if holder is not None else None
        if again is not None and reading.text[content[1] : sentence.at(token)].strip() == ",":
            content = (again, _last(sentence))  # "The letter, according to Renn, was late"
    at = sentence.span_of(token, doc[token.i + 1])
    yield Cue(start=at[0], end=at[1], kind="according", lemma="according", holder=holder, content=content)


def _apposed_person(reading: Reading, end: int) -> Mention | None:
    """Give the person who is named between commas right behind a description."""
    for mention in reading.mentions_in(end, end + 3):
        close = mention.form == "name" and mention.kind == "person" and reading.text[end : mention.start] == ", "
        if close and reading.text[mention.end : mention.end + 1] in (",", ".", ";"):
            return mention
    return None


def _last(sentence: Sentence) -> int:
    tokens = [t for t in sentence.span if not (t.is_punct or t.is_space)]
    return sentence.span_of(tokens[-1], tokens[-1])[1] if tokens else sentence.end
