"""Tell who stands beside a verb of saying: directly before or behind it, put before its clause, or as the parse's subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.reading.clauses import FINITE
from briefgen.reading.holder_words import hangs, holder_in, named, named_as, words_holder
from briefgen.reading.marks import Holder, Mention, Reading, Sentence
from briefgen.reading.verbforms import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token


def beside(sentence: Sentence, reading: Reading, verb: Token) -> Holder | None:
    """Give who stands directly before or behind a verb whose subject the parser lost ("...,” said Shtayyeh")."""
    start, end = sentence.span_of(verb, verb)
    near = [m for m in reading.mentions_in(sentence.start, sentence.end) if m.kind != "place" or m.entity]
    behind = [m for m in near if 0 <= m.full_start - end <= 3 and m.form != "pronoun"]
    if behind:
        return named_as(reading, behind[0])
    before_it = [
        m for m in near if 0 <= start - m.full_end <= 3 and not hangs(reading.text[sentence.start : m.full_start])
    ]
    if before_it and before_it[0].full_end < start and reading.text[before_it[0].full_end : start].isspace():
        return named_as(reading, before_it[0])
    return _lead_phrase(sentence, reading, start) or (named_as(reading, before_it[0]) if before_it else None)


def right_before(sentence: Sentence, reading: Reading, verb: Token) -> Holder | None:
    """Give the body or state named right before a verb: "they left after Norland demanded it"."""
    at = sentence.at(verb)
    for mention in reading.mentions_in(max(sentence.start, at - 60), at):
        entity = reading.entity(mention.entity)
        alone = reading.text[mention.end : at].isspace() and not hangs(
            reading.text[sentence.start : mention.full_start]
        )
        if alone and entity is not None and entity.kind is not None and mention.form != "pronoun":
            return named_as(reading, mention)
    return None


def _lead_phrase(sentence: Sentence, reading: Reading, end: int) -> Holder | None:
    """Give the noun phrase before a verb by the words alone: "two officials in Vestby said", "The bloc, which ..., said"."""
    text = reading.text[sentence.start : end].rstrip()
    inserted = re.fullmatch(
        r"([^,;:“”\"]{2,80}),\s(?:which|who|whose|to|in|of|with|an?|the|among|including|led|most|some|all|both)\s[^;:“”\"]{2,160},",
        text,
    )
    last = re.search(r"(?:^|[,;:—–]\s|\b(?:that|as|while|but|after|because)\s)([^,;:“”\"]{2,80})$", text)
    match = _joined_predicate(text) or inserted or last
    if match is None:
        return None
    start, stop = sentence.start + match.start(1), sentence.start + match.end(1)
    alone = sentence.tokens(start, start + 1)[0].tag_.startswith("NN") and SURNAME.fullmatch(match[1]) is not None
    if not alone and NOMINAL.match(match[1]) is None:
        return None
    if verb_in(sentence, start, stop):
        return None
    return words_holder(reading, start, stop)


SURNAME = re.compile(r"(?!(?:This|That|These|There|They|What|Which|Nothing|Nobody|None|Here)\b)[A-Z][\w’'-]{2,}")
"""One word that can be who speaks: "Renn", "Officials"."""
LONGEST_LEAD = 300
"""Characters before the second of two joined verbs."""


def _joined_predicate(text: str) -> re.Match[str] | None:
    """Find the subject of two verbs of saying: "The group, also known as the Crane, denies it and says"."""
    if len(text) > LONGEST_LEAD:
        return None
    found = re.fullmatch(r"([^,;:“”\"]{2,80}?)(?:,\s[^,;:“”\"]{2,160},)?\s(\w+)\s[^;:“”\"]*?,?\s(?:and|but)", text)
    known = {**verb_forms("saying", "stance"), **verb_forms("saying", "clause")}
    return found if found is not None and known.get(found[2], ("", ""))[1] in ("past", "s") else None


def verb_in(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a finite verb stands in a stretch; "asked by a reporter" is none."""
    return any(t.tag_ in FINITE and not _reduced(t) for t in sentence.tokens(start, end))


def _reduced(token: Token) -> bool:
    """Tell a participle that the tagger took for a past: "residents asked by a reporter"."""
    behind = token.nbor() if token.i + 1 < len(token.doc) else None
    return token.tag_ == "VBD" and token.lower_.endswith("ed") and behind is not None and behind.lower_ == "by"


def behind_verb(reading: Reading, end: int) -> Holder | None:
    """Give who stands directly behind a verb of speaking: a name with its titles, else a short noun phrase."""
    stop = _clause_end(reading, end)
    for mention in reading.mentions_in(end, stop):
        lead = reading.text[end : mention.start].lstrip()
        if ENDED.search(lead):
            break  # "“...,” sighs one diplomat. Ada Renn, a deputy, ..."
        if mention.kind == "person" and mention.entity and mention.form == "name" and _titles(lead, mention, end):
            return named(reading, mention.start - len(lead), mention.end, mention)
        if lead and not re.fullmatch(r"(?:[\w.’'-]+\s+){0,3}", lead):
            break
    first = next((m for m in reading.mentions_in(end, stop) if m.entity and m.full_start <= end + 4), None)
    phrase = NOMINAL.match(reading.text, end, stop)
    if first is not None and (phrase is None or first.form != "name" or not _goes_on(reading, first.end)):
        return named(reading, first.start, first.end, first)
    return words_holder(reading, phrase.start(1), phrase.end(1)) if phrase else None


ENDED = re.compile(r"[a-z]{4,}[.!?]\s")
"""The end of a sentence, which no abbreviated title is ("Lt. Gen. Ada Renn")."""


def _clause_end(reading: Reading, start: int) -> int:
    """Give where the words behind a verb may end: the next quotation mark, line end or 200 characters."""
    mark = re.compile(r"[“”\"\n;]|''").search(reading.text, start, start + 200)
    return mark.start() if mark else min(len(reading.text), start + 200)


NOMINAL = re.compile(
    r"\s*((?:[Aa]n?|the|one|another|his|her|their|its|our|my|some|several|many|two|three|[A-Z][\w.’'-]+)"
    r"(?:\s+(?!(?:of|for|at|in|on|from|to|by|with|who|that|as|when|after|before|during|while|and|but)\b)[\w’'-]+){1,6}"
    r"|[a-z]{4,}s\b)"
)
"""A short noun phrase up to its first preposition or mark: "a ministry spokesman", "officials"."""


def _goes_on(reading: Reading, end: int) -> bool:
    """Tell whether a noun follows a name directly: "Norland officials", "the Reed Front’s envoy"."""
    return re.match(r"(?:[’']s)?\s+[a-z]", reading.text[end : end + 5]) is not None


SMALL = frozenset("of the for and & to on in at a an former then".split())


def _titles(lead: str, mention: Mention, end: int) -> bool:
    """Tell whether only titles stand before a name: "Under Secretary for Harbours and Coastal Intelligence Ada Renn"."""
    if mention.full_start <= end + 4:
        return True
    if "," in lead:
        return re.fullmatch(r"(?:an?|the|one|his|her|their|its|[A-Z]\S+)\s[^,]{2,60},\s+", lead) is not None
    parts = lead.split()
    small = [w for w in parts if not w[:1].isupper()]
    return all(w in SMALL for w in small) or (len(parts) <= 4 and not any(w in SMALL for w in small))


def before(sentence: Sentence, reading: Reading, start: int) -> Holder | None:
    """Give the last person named before a verb in its sentence."""
    named = [m for m in reading.mentions_in(sentence.start, start) if m.kind == "person" and m.entity]
    return named_as(reading, named[-1]) if named else None


def _leads_to(word: Token, noun: Token) -> bool:
    """Tell a preposition before a noun: "was told by officials", "met with anger in the union, which said"."""
    return word.lower_ == "by" or (word.dep_ == "case" and word.head.i == noun.i and word.i < noun.i)


def _torn_at(noun: Token) -> int:
    """Give the comma behind a predicate that the parse drew into a subject, else -1: "[and is at home,] friends said"."""
    before = [t for t in noun.subtree if t.i < noun.i and t.dep_ not in ("cc", "punct")]
    opens = before and (before[0].tag_ in FINITE or before[0].dep_ in ("cop", "aux"))
    return max((i for i in range(before[0].i, noun.i) if noun.doc[i].text == ","), default=-1) if opens else -1


def _whose(sentence: Sentence, reading: Reading, start: int, end: int) -> Holder | None:
    """Give one whom a relative clause tells by whom he belongs to: "the union, whose secretary said" has the secretary."""
    owners = [m for m in reading.mentions_in(sentence.start, start) if m.entity and m.form != "pronoun"]
    near = next((m for m in reversed(owners) if OWNED.fullmatch(reading.text, m.end, start)), None)
    own = start + len("whose ")
    return Holder(start=own, end=end, name=" ".join(reading.text[own:end].split()), of=near.entity if near else None)


OWNED = re.compile(r"\s*(?:\([^()]{1,20}\))?,?\s")


def noun_holder(sentence: Sentence, reading: Reading, noun: Token) -> Holder | None:
    """Give the holder that a noun phrase of the parse means, cut before relative clauses."""
    tokens = sorted(t.i for t in noun.subtree if sentence.span.start <= t.i < sentence.span.end)
    doc = noun.doc
    # relative clauses and appositions behind the head are no part of the words that name the holder
    cut = min(
        (
            min(t.i for t in c.subtree)
            for c in noun.children
            if c.i > noun.i and c.dep_.startswith(("acl", "parataxis", "dep"))
        ),
        default=None,
    )
    if cut is not None:
        tokens = [i for i in tokens if i < cut]
    tokens = [i for i in tokens if i > _torn_at(noun)]
    while tokens and (doc[tokens[-1]].is_punct or doc[tokens[-1]].is_space):
        tokens.pop()
    while tokens and (doc[tokens[0]].is_punct or doc[tokens[0]].is_space or _leads_to(doc[tokens[0]], noun)):
        tokens.pop(0)
    if not tokens:
        return None
    start, end = sentence.span_of(doc[tokens[0]], doc[tokens[-1]])
    head = sentence.at(noun)
    if doc[tokens[0]].lower_ == "whose" and len(tokens) > 1:
        return _whose(sentence, reading, start, end)
    return holder_in(reading, start, end, head)
