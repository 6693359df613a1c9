"""Tell whom words beside a verb of saying mean: a person, the body that a spokesman or a statement speaks for, or just words.

"U.S. President Ada Renn" is the person, "the Syrian government" the state, "a Treasury statement" the Treasury; "a Syrian
officer" and "opponents of Renn" stay words, as nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefgen.reading.marks import Holder, Mention, Reading, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_HOLDER = 30
"""Words; a subject of more than half of this is cut down to the mention in it."""


def beside(sentence: Sentence, reading: Reading, verb: Token) -> Holder | None:
    """Give the mention directly before or behind a verb whose subject the parser lost ("...,” said Shtayyeh")."""
    start, end = sentence.span_of(verb, verb)
    near = [m for m in reading.mentions_in(sentence.start, sentence.end) if m.kind != "place" or m.entity]
    behind = [m for m in near if 0 <= m.full_start - end <= 3]
    before = [m for m in near if 0 <= start - m.full_end <= 3]
    return named_as(reading, (behind or before)[0]) if behind or before else None


def behind_verb(reading: Reading, end: int) -> Holder | None:
    """Give who stands directly behind a verb of speaking: a name with its titles, else a short noun phrase."""
    stop = _clause_end(reading, end)
    for mention in reading.mentions_in(end, stop):
        lead = reading.text[end : mention.start].lstrip()
        if mention.kind == "person" and mention.entity and mention.form == "name" and _titles(lead, mention, end):
            return named(reading, mention.start - len(lead), mention.end, mention)
        if lead and not re.fullmatch(r"(?:[\w.’'-]+\s+){0,3}", lead):
            break
    first = next((m for m in reading.mentions_in(end, stop) if m.entity and m.full_start <= end + 4), None)
    phrase = NOMINAL.match(reading.text, end, stop)
    if first is not None and (phrase is None or first.form != "name" or not _goes_on(reading, first.end)):
        return named(reading, first.start, first.end, first)
    return words_holder(reading, phrase.start(1), phrase.end(1)) if phrase else None


def _clause_end(reading: Reading, start: int) -> int:
    """Give where the words behind a verb may end: the next quotation mark, line end or 200 characters."""
    mark = re.compile(r"[“”\"\n;]|''").search(reading.text, start, start + 200)
    return mark.start() if mark else min(len(reading.text), start + 200)


NOMINAL = re.compile(
    r"\s*((?:an?|the|one|another|his|her|their|its|our|my|some|several|many|two|three|[A-Z][\w.’'-]+)"
    r"(?:\s+(?!(?:of|for|at|in|on|from|to|by|with|who|that|as|when|after|before|during|while|and|but)\b)[\w’'-]+){1,6}"
    r"|[a-z]{4,}s\b)"
)
"""A short noun phrase up to its first preposition or mark: "a ministry spokesman", "officials"."""


def _goes_on(reading: Reading, end: int) -> bool:
    """Tell whether a noun follows a name directly: "Norland officials", "the Reed Front’s envoy"."""
    return re.match(r"(?:[’']s)?\s+[a-z]", reading.text[end : end + 5]) is not None


SMALL = frozenset("of the for and & to on in at a an former then".split())


def _titles(lead: str, mention: Mention, end: int) -> bool:
    """Tell whether only titles stand before a name: "Under Secretary for Terrorism and Financial Intelligence Ada Renn"."""
    if mention.full_start <= end + 4:
        return True
    if "," in lead:
        return re.fullmatch(r"(?:an?|the|one|his|her|their|its|[A-Z]\S+)\s[^,]{2,60},\s+", lead) is not None
    words = lead.split()
    small = [w for w in words if not w[:1].isupper()]
    return all(w in SMALL for w in small) or (len(words) <= 4 and not any(w in SMALL for w in small))


def words_holder(reading: Reading, start: int, end: int) -> Holder | None:
    """Make a holder of words found without a parse; the head is the last word before a preposition, comma or "who"."""
    text = reading.text[start:end].rstrip(" ,—–-")
    end = start + len(text)
    if not text:
        return None
    link = re.search(r",|\s(?:of|for|at|in|on|from|to|by|with|who|that|as)\s", text)
    first = text[: link.start()] if link and link.start() else text
    head = start + len(first) - len(first.split()[-1]) if first.split() else start
    return holder_in(reading, start, end, head)


def before(sentence: Sentence, reading: Reading, start: int) -> Holder | None:
    """Give the last person named before a verb in its sentence."""
    named = [m for m in reading.mentions_in(sentence.start, start) if m.kind == "person" and m.entity]
    return named_as(reading, named[-1]) if named else None


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
    while tokens and (doc[tokens[-1]].is_punct or doc[tokens[-1]].is_space):
        tokens.pop()
    while tokens and (doc[tokens[0]].is_punct or doc[tokens[0]].is_space):
        tokens.pop(0)
    if not tokens:
        return None
    start, end = sentence.span_of(doc[tokens[0]], doc[tokens[-1]])
    head = sentence.at(noun)
    return holder_in(reading, start, end, head)


def holder_in(reading: Reading, start: int, end: int, head: int | None = None) -> Holder | None:
    """Make the holder of the words `start:end`: a person named in them, else the mention of the head, else the words.

    `head` is where the head noun stands, None where the parse is not trusted. "U.S. President Ada Renn" is the
    person; "opponents of Renn", "an Israeli officer" are the words; "the Syrian government" is the state.
    """
    mentions = [m for m in reading.mentions_in(start, end) if m.end <= end + 1]
    if head is not None:
        # the parse may cut a name in two ("Aba | Marzouk said"): the name that holds the head counts whole
        mentions += [m for m in reading.mentions_in(head, head + 1) if m.form == "name" and m not in mentions]
    person = _person_in(reading, mentions, start, end, head)
    if person is not None:
        if len(reading.text[start:end].split()) > LONGEST_HOLDER // 2:
            start, end = max(start, person.full_start), min(end, person.full_end)
        return named(reading, start, end, person)
    covering = [m for m in mentions if head is not None and m.start <= head < m.end and m.entity]
    if covering:
        return named(reading, start, end, covering[-1])
    if head is None or _acts_for_its_name(reading, head):
        chosen = next((m for m in mentions if m.entity and m.form != "pronoun"), None)
        chosen = chosen or next((m for m in mentions if m.entity), None)
        if chosen is not None:
            return named(reading, start, end, chosen)
    return Holder(start=start, end=end, name=reading.text[start:end])


def _person_in(reading: Reading, mentions: Sequence[Mention], start: int, end: int, head: int | None) -> Mention | None:
    """Give the person a noun phrase means: its head, or the name that titles or an apposition lead to."""
    persons = [m for m in mentions if m.kind == "person" and m.form != "nominal" and m.entity]
    for person in persons:
        if head is None or person.full_start <= head < person.full_end:
            return person
    for person in persons:
        if head is not None and head < person.start:
            # from the head on only titles and names, or an apposition: "the envoy, Ada Renn"
            between = reading.text[head : person.start]
            if re.fullmatch(r"(?:[\w.’'-]+\s+){0,7}|[\w.’' -]{2,60},\s+", between) and not _LINK.search(between):
                return person
        elif head is not None and person.end <= head and reading.text[person.end : head].lstrip()[:1] == ",":
            return person  # "Oleg Stanin, a ministry spokesman"
    return None


_LINK = re.compile(r"\b(?:of|for|at|to|from|with|against|by|in|on|and|or|who|that)\b")
ACTING = frozenset(
    """government ministry administration regime authorities authority military army forces leadership embassy side delegation
    presidency parliament cabinet police militia group movement organization organisation party company agency council court
    bank committee commission mission command navy office department bloc alliance union faction front body""".split()
)
"""Nouns that act for the name beside them: "the Syrian government"; a spokesman or the opposition does not."""


def _acts_for_its_name(reading: Reading, head: int) -> bool:
    word = re.match(r"\w+", reading.text[head:])
    return word is not None and (word[0].casefold() in ACTING or word[0][:1].isupper())


def named(reading: Reading, start: int, end: int, mention: Mention) -> Holder:
    """Make a holder of the words `start:end` that mean a mention's entity."""
    entity = reading.entity(mention.entity)
    return Holder(start=start, end=end, name=entity.name if entity else reading.text[start:end], entity=mention.entity)


def named_as(reading: Reading, mention: Mention) -> Holder:
    """Make the holder of a mention: its words and its entity's name."""
    entity = reading.entity(mention.entity)
    return Holder(
        start=mention.start, end=mention.end, name=entity.name if entity else mention.text, entity=mention.entity
    )
