"""Find attributions without a verb of saying: "according to X", "in her view", "by the count of X", "as X sees it"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from briefgen.knowledge.world import words
from briefgen.reading.cues import Cue
from briefgen.reading.holder_words import is_paper, is_somebody, named, words_holder
from briefgen.reading.holders import kind_of_holder
from briefgen.reading.inserted import goes_on_at
from briefgen.reading.marks import Holder, Mention, Reading, Sentence, Words
from briefgen.reading.quotemarks import words_in
from briefgen.reading.speakers import noun_holder, verb_in
from briefgen.reading.verbforms import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

FEWEST = 3
"""Words of what is attributed."""


def sourced(sentence: Sentence, reading: Reading, quoted: Callable[[int], bool]) -> Iterator[Cue]:
    """Give the cues of a sentence that are no verbs, outside quotation marks."""
    said = {token.lower_ for token in sentence}
    for token in () if LEADS.isdisjoint(said) else sentence:
        leads = _leads_to_source(sentence, token)
        if leads and not quoted(sentence.at(token)):
            yield from _according(sentence, reading, token, leads)
    if "as" in said:
        yield from _as_told(sentence, reading, quoted)
    yield from _for_whom(sentence, reading, quoted)
    if not _of_outlook().isdisjoint(said):
        yield from _in_the_view(sentence, reading, quoted)
    if ":" in said and not words("saying", "tones").isdisjoint(said):
        yield from _toned(sentence, reading, quoted)


LEADS = frozenset({"according", "per"})


@cache
def _of_outlook() -> frozenset[str]:
    """Give the words of which each phrase that tells whose view something is has one."""
    keys = ("utterances", "outlook", "tenets")
    return frozenset({"believed", "it"}).union(*(words("saying", key) for key in keys))


def _as_told(sentence: Sentence, reading: Reading, quoted: Callable[[int], bool]) -> Iterator[Cue]:
    """Read "As Renn points out, ..." and "..., as the report noted."."""
    for match in _noted().finditer(reading.text, sentence.start, sentence.end):
        start, end = match.span()
        holder, content = words_holder(reading, *match.span("teller")), _beside(sentence, reading, start, end)
        spoken = any(t.tag_.startswith("VB") for t in sentence.tokens(*match.span("verb")))
        told = spoken and not verb_in(sentence, *match.span("teller"))  # "such as those of the northern states,"
        if told and _is_source(holder) and content is not None and not quoted(start):
            yield Cue(start=start, end=end, kind="according", lemma="note", holder=holder, content=content)


def _in_the_view(sentence: Sentence, reading: Reading, quoted: Callable[[int], bool]) -> Iterator[Cue]:
    """Read "in the view of Renn, ...", "the board's position is that ..."."""
    for match in _outlook().finditer(reading.text, sentence.start, sentence.end):
        holder = _outlook_holder(reading, match)
        start, end = match.span()
        if holder is not None and holder.end == end and (apposed := _apposed_person(reading, end)) is not None:
            holder, end = named(reading, holder.start, apposed.end, apposed), apposed.end
        content = _beside(sentence, reading, start, end)
        if holder is not None and content is not None and not quoted(start):
            yield Cue(start=start, end=end, kind="according", lemma="view", holder=holder, content=content)


def _toned(sentence: Sentence, reading: Reading, quoted: Callable[[int], bool]) -> Iterator[Cue]:
    """Read "The pilot is blunt: the dam will not hold", where how somebody sounds leads to what he says."""
    doc, last = sentence.words, sentence.start + len(reading.text[sentence.start : sentence.end].rstrip(" .\n"))
    for tone in sentence:
        colon = next((i for i in range(tone.i + 1, min(tone.i + 6, sentence.span.end)) if doc.forms[i] == ":"), None)
        if tone.lower_ not in words("saying", "tones") or colon is None or colon + 1 >= sentence.span.end:
            continue
        subject = next((c for c in tone.children if c.dep_ == "nsubj" and c.i < tone.i), None)
        copular = any(c.dep_ == "cop" for c in tone.children) or tone.head.lemma_ in ("sound", "remain", "be")
        holder = noun_holder(sentence, reading, subject) if subject is not None and copular else None
        spoken = subject is not None and (is_somebody(holder) or subject.lower_ in ("he", "she", "they"))
        start = sentence.at(doc[colon + 1])
        if holder is not None and spoken and verb_in(sentence, start, last) and not quoted(sentence.at(tone)):
            at = sentence.span_of(tone, doc[colon])
            yield Cue(start=at[0], end=at[1], kind="according", lemma="view", holder=holder, content=(start, last))


def _is_source(holder: Holder | None) -> bool:
    """Tell one who can say something, or a paper that does."""
    return is_somebody(holder) or (holder is not None and is_paper(holder.name))


def _leads_to_source(sentence: Sentence, token: Token) -> int:
    """Give how many words "according to" or "per" are that lead to a source here, else 0; "per" a day leads to none."""
    behind = token.nbor() if token.i + 1 < sentence.span.end else None
    if behind is None:
        return 0
    if token.lower_ == "according":
        return 2 if behind.lower_ == "to" else 0
    opens = token.lower_ == "per" and (token.i == sentence.span.start or token.nbor(-1).text == ",")
    return 1 if opens else 0


@cache
def _noted() -> re.Pattern[str]:
    """Match "as Renn points out," and ", as the report noted.": a speaker and a verb of saying with nothing behind it."""
    forms = {form for form, (_, kind) in verb_forms("saying", "clause").items() if kind in ("s", "past")}
    verb = "|".join(sorted(forms | {"say", "argue", "acknowledge", "admit", "insist", "suggest", "explain", "point"}))
    return re.compile(
        rf"(?<!such )\b[Aa]s (?P<teller>[^,;:“”\"\n]{{2,80}}?) (?:(?:has|have|had|once|also|later|\w+ly) )*(?P<verb>{verb})"
        rf"(?: out| it)?(?: (?:in|on|at|during|to) [^,;:“”\"\n]{{2,50}})?(?=,|\.\s*$)"
    )


def _for_whom(sentence: Sentence, reading: Reading, quoted: Callable[[int], bool]) -> Iterator[Cue]:
    """Read "For Ada Renn, a historian in Vestby, the pact is dead": the judgement of one who is asked as an expert."""
    match = FOR_WHOM.match(reading.text, sentence.start, sentence.end)
    if match is None or quoted(match.start()):
        return
    person = next((m for m in reading.mentions_in(match.end(), match.end() + 40) if m.kind == "person"), None)
    if person is None or person.full_start > match.end():
        return
    entity = reading.entity(person.entity)
    comma = COMMAS.match(reading.text, person.end, sentence.end)
    if comma is not None and comma["told"] and verb_in(sentence, *comma.span("told")):
        comma = COMMA.match(reading.text, person.end, sentence.end)
    begin = comma.end() if comma is not None else person.end + 1 if person.form == "pronoun" else None
    stated = (begin, _last(sentence)) if begin is not None else (0, 0)
    asked = (
        entity is not None and kind_of_holder("", entity.kind, entity.role or "", entity.affiliation or "") == "expert"
    )
    if asked and verb_in(sentence, *stated):
        holder = named(reading, person.start, person.end, person)
        yield Cue(
            start=match.start(), end=match.end() - 1, kind="according", lemma="view", holder=holder, content=stated
        )


FOR_WHOM = re.compile(r"(?:For|To)\s")
COMMA = re.compile(r",\s")
COMMAS = re.compile(r"(?:,\s(?P<told>(?:an?|the|who)\s[^;:“”\"]{2,120}?))?,\s")


@cache
def _outlook() -> re.Pattern[str]:
    noun = "|".join(sorted(words("saying", "outlook")))
    uttered = "|".join(sorted(words("saying", "utterances")))
    held = "|".join(sorted(words("saying", "utterances", "outlook", "tenets")))
    np = r"[^,;:“”\"\n]{2,60}?"
    whose = "[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur"
    return re.compile(
        rf"\b(?:[Ii]n|[Bb]y|[Tt]o|[Oo]n|[Tt]hrough|[Ff]rom) "
        rf"(?:(?P<pronoun>his|her|their|its|my|our)|(?P<owner>{np})[’']s?) (?:own )?(?:{noun})\b"
        rf"(?: (?:to|on|for|before|of) [^,;:“”\"\n]{{2,60}}(?=,))?(?=[,. ])"
        rf"|\b(?:[Ii]n|[Bb]y) the (?:{noun}) of (?P<body>{np})(?=[,.])"
        rf"|\b(?:(?P<own>{whose})|(?P<teller>[^,;:“”\"\n]{{2,60}}?)[’']s?) (?:[\w-]+ ){{0,2}}(?:{uttered})"
        rf"(?: (?:is|was|remains|has been) (?!(?:[\w’'-]+ )*(?:to|that|which|who|worth)\b)[^:;“”\"\n]{{2,40}})?:(?= )"
        rf"|\b(?:(?P<whose>{whose})|(?P<holding>[^,;:“”\"\n]{{2,60}}?)[’']s?) (?:[\w-]+ ){{0,2}}(?:{held})"
        rf" (?:is|was|remains|remained|has been)(?: \w+ly)? that\b"
        rf"|\b(?:[Tt]he )?(?:[\w-]+ ){{0,2}}(?i:{held}) (?:of|in|from|among|at) (?P<holders>[^,;:“”\"\n]{{2,60}}?)"
        rf" (?:is|was|remains|remained|has been)(?: \w+ly)? that\b"
        rf"|\b[Ii]f (?P<believed>{np}) (?:is|are) to be believed\b"
        rf"|\b[Aa]s (?P<seer>{np}) (?:sees?|saw|tells?|told|has|had) it\b"
        rf"|\b[Tt]o hear (?P<heard>{np}) tell it\b"
    )


def _outlook_holder(reading: Reading, match: re.Match[str]) -> Holder | None:
    group = next(name for name, words_of in match.groupdict().items() if words_of)
    start, end = match.span(group)
    if group in ("pronoun", "own", "whose"):
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


def _according(sentence: Sentence, reading: Reading, token: Token, leads: int) -> Iterator[Cue]:
    """Read "According to X, ..." and "..., per X": the holder behind it, the rest of the sentence its content."""
    doc = sentence.words
    first = token.i + leads
    head = next((c for c in (token.head, *token.children) if c.i >= first), None)
    last = max((t.i for t in head.subtree), default=first) if head is not None and head.i >= first else first
    stop = next((i for i in range(first, sentence.span.end) if doc.forms[i] in (",", ".", ";", '"')), sentence.span.end)
    last = _name_end(doc[min(last, stop - 1)], stop)
    if first > last or first >= sentence.span.end:
        return
    start, end = sentence.span_of(doc[first], doc[last])
    holder = words_holder(reading, start, end)
    if leads == 1 and not _is_source(holder):
        return
    apposed = _apposed_person(reading, end)
    if apposed is not None:
        # "according to the head of the union, Ada Renn, the yard will close"
        holder = named(reading, start, apposed.end, apposed)
        stop = next((i for i in range(stop, sentence.span.end) if sentence.at(doc[i]) >= apposed.end), stop)
    lead = reading.text[sentence.start : sentence.at(token)].rstrip()
    said_before = _sentence_before(sentence, reading, lead)
    initial = token.i - sentence.span.start <= 2 and said_before is None
    stop = _behind_participle(doc, stop, sentence.span.end) if initial else stop
    if initial:
        begin = stop + 1 if stop + 1 < sentence.span.end else None
        content = (sentence.at(doc[begin]), _last(sentence)) if begin is not None else None
    else:
        before = token.i - 1
        while before > sentence.span.start and doc[before].is_punct:
            before -= 1
        content = (sentence.start, sentence.span_of(doc[before], doc[before])[1])
        content = said_before or content
        again = None if said_before else goes_on_at(sentence, reading, holder.end) if holder is not None else None
        if again is not None and reading.text[content[1] : sentence.at(token)].strip() == ",":
            content = (again, _last(sentence))  # "The letter, according to Renn, was late"
    at = sentence.span_of(token, doc[first - 1])
    yield Cue(start=at[0], end=at[1], kind="according", lemma="according", holder=holder, content=content)


def _behind_participle(doc: Words, stop: int, end: int) -> int:
    """Give the comma that ends what is told of a source: "According to the report, printed in May, the port ..."."""
    if stop + 1 >= end or doc.tags[stop + 1] != "VBN" or not doc[stop + 1].dep_.startswith("acl"):
        return stop
    return next((i for i in range(stop + 2, end) if doc.forms[i] == ","), stop)


def _name_end(word: Token, stop: int) -> int:
    """Give where a phrase ends whose last word only describes a name behind it: "the Vestby | pilot Ada Renn"."""
    while word.dep_ in ("compound", "nmod:desc", "amod") and word.i < word.head.i < stop:
        word = word.head
    return max([word.i, *(c.i for c in word.children if c.dep_ == "flat" and c.i < stop)])


def _sentence_before(sentence: Sentence, reading: Reading, lead: str) -> tuple[int, int] | None:
    """Give the sentence that "That's according to the board" says of whom it is."""
    before = reading.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or POINTING.fullmatch(lead) is None:
        return None
    return before.start, before.start + len(reading.text[before.start : before.end].rstrip(" ."))


POINTING = re.compile(r"(?:That|This)(?:[’']s| is| was| comes)(?: all| at least)?")


def _apposed_person(reading: Reading, end: int) -> Mention | None:
    """Give the person who is named between commas right behind a description."""
    for mention in reading.mentions_in(end, end + 3):
        close = mention.form == "name" and mention.kind == "person" and reading.text[end : mention.start] == ", "
        if close and reading.text[mention.end : mention.end + 1] in (",", ".", ";"):
            return mention
    return None


def _last(sentence: Sentence) -> int:
    tokens = [t for t in sentence if not (t.is_punct or t.is_space)]
    return sentence.span_of(tokens[-1], tokens[-1])[1] if tokens else sentence.end
