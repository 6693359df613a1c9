"""Find the words of attribution in a sentence: verbs of saying with subject and content, "according to", and their holders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefgen.knowledge.world import words
from briefgen.reading.marks import Holder, Mention, Reading, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

CueKind = Literal["clause", "stance", "according"]
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
CONTENT = ("ccomp", "xcomp", "parataxis")
UNREAL = frozenset({"not", "n't", "never"})
LONGEST_HOLDER = 30
"""Tokens; a subject longer than this is cut down to the mention in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word of attribution with its holder and, where it governs a clause, the content; offsets in the document."""

    start: int
    end: int
    kind: CueKind
    lemma: str
    holder: Holder | None
    content: tuple[int, int] | None


def cues_of(sentence: Sentence, reading: Reading, quoted: Callable[[int], bool]) -> Iterator[Cue]:
    """Give the cues of a sentence that stand outside quotation marks, in text order."""
    clause, stance = words("saying", "clause"), words("saying", "stance")
    for token in sentence.span:
        low = token.lower_
        if low == "according" and token.i + 1 < sentence.span.end and token.nbor().lower_ == "to":
            if not quoted(sentence.at(token)):
                yield from _according(sentence, reading, token)
            continue
        if token.pos_ not in ("VERB", "AUX") or quoted(sentence.at(token)):
            continue
        lemma = lemma_of(token)
        if lemma in clause or lemma in stance:
            cue = _verb_cue(sentence, reading, token, lemma)
            if cue is not None:
                yield cue


def lemma_of(token: Token) -> str:
    """Give a verb's lemma; regular endings are undone by rule where the lemmatiser's answer is no known verb."""
    lemma = token.lemma_.casefold()
    known = words("saying", "clause") | words("saying", "stance")
    if lemma in known:
        return lemma
    low = token.lower_
    for ending, back in (
        ("ied", "y"),
        ("ed", ""),
        ("d", ""),
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ing", ""),
        ("ing", "e"),
    ):
        if low.endswith(ending) and low[: -len(ending)] + back in known:
            return low[: -len(ending)] + back
    return lemma


def _verb_cue(sentence: Sentence, reading: Reading, verb: Token, lemma: str) -> Cue | None:
    start, end = sentence.span_of(verb, verb)
    holder = _subject_holder(sentence, reading, verb)
    if lemma == "tell" and holder is not None and holder.start > start:
        holder = _before(sentence, reading, start) or holder  # the one behind "told" is told
    content = _clause_content(sentence, verb)
    kind: CueKind = "clause" if lemma in words("saying", "clause") else "stance"
    denied = any(child.lower_ in UNREAL for child in verb.children)
    if lemma in words("saying", "thought") and verb.i + 1 < sentence.span.end and verb.nbor().lower_ in ("of", "about"):
        return Cue(start=start, end=end, kind="clause", lemma=lemma, holder=holder, content=None)  # "likes to think of"
    if denied:
        content = None
    elif content is None and lemma in words("saying", "stance") and holder is not None:
        content, kind = _object_content(sentence, verb, lemma), "stance"
    elif content is not None and lemma in words("saying", "thought") and not _stated(verb):
        content = None
    return Cue(start=start, end=end, kind=kind, lemma=lemma, holder=holder, content=content)


def _stated(verb: Token) -> bool:
    """Tell a view that is held from one asked for or supposed: "to find that", "may think that"."""
    return verb.tag_ in ("VBD", "VBZ", "VBP") and not any(
        c.lower_ in ("may", "might", "if", "whether") for c in verb.children
    )


def _clause_content(sentence: Sentence, verb: Token) -> tuple[int, int] | None:
    """Give the clause a verb of saying governs, or the one it is put into ("The talks failed, officials said")."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "ccomp:report") or (
            child.dep_ in ("parataxis", "advcl:relcl") and child.i > verb.i and child.pos_ in ("VERB", "AUX")
        ):
            return _span(sentence, child, verb)
        if child.dep_ == "ccomp" and child.i < verb.i:
            return _span(sentence, child, verb)
    if (
        verb.dep_ in ("parataxis", "conj")
        and verb.head.i < verb.i
        and any(c.dep_ in SUBJECTS for c in verb.children)
        and verb.i - verb.head.i > 1
        and verb.dep_ == "parataxis"
    ):
        return _span(sentence, verb.head, verb)
    if verb.dep_ == "parataxis" and verb.head.i > verb.i:
        return _span(sentence, verb.head, verb)
    return None


def _span(sentence: Sentence, clause: Token, verb: Token) -> tuple[int, int] | None:
    """Give the offsets of a clause's subtree on its side of the cue, less "that" and marks at its ends."""
    doc = clause.doc
    cue = {t.i for t in verb.subtree} if verb.head.i == clause.i else {verb.i}
    tokens = sorted(t.i for t in clause.subtree if t.i not in cue and sentence.span.start <= t.i < sentence.span.end)
    if clause.i > verb.i:
        tokens = [i for i in tokens if i > verb.i]
    else:
        edge = (
            min([verb.i, *(t.i for c in verb.children if c.dep_ in SUBJECTS for t in c.subtree)])
            if clause.i < verb.i
            else verb.i
        )
        tokens = [i for i in tokens if i < edge]
    while tokens and (doc[tokens[0]].is_punct or doc[tokens[0]].is_space or doc[tokens[0]].lower_ in ("that", "as")):
        tokens.pop(0)
    while tokens and (doc[tokens[-1]].is_space or doc[tokens[-1]].text in (",", ".", ";", ":", '"', "-", "—", "–")):
        tokens.pop()
    return sentence.span_of(doc[tokens[0]], doc[tokens[-1]]) if tokens else None


def _object_content(sentence: Sentence, verb: Token, lemma: str) -> tuple[int, int] | None:
    """Give what a verb of stance is about: everything it governs behind it ("the United States for failing ...")."""
    doc = verb.doc
    governed = [
        c for c in verb.children if c.i > verb.i and c.dep_ in ("obj", "obl", "xcomp", "ccomp", "advcl", "iobj", "nmod")
    ]
    if not governed or (lemma == "call" and not _called_for(governed)):
        return None
    tokens = sorted({t.i for c in governed for t in c.subtree if t.i > verb.i and t.i < sentence.span.end})
    while tokens and (doc[tokens[-1]].is_punct or doc[tokens[-1]].is_space):
        tokens.pop()
    return sentence.span_of(doc[tokens[0]], doc[tokens[-1]]) if tokens else None


def _called_for(governed: list[Token]) -> bool:
    """Tell "called for restraint" and "called the vote a farce" from a telephone call."""
    prepositions = any(t.lower_ in ("for", "on", "upon") for c in governed for t in c.children)
    return prepositions or (any(c.dep_ == "obj" for c in governed) and any(c.dep_ == "xcomp" for c in governed))


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
    holder = _holder_in(reading, start, end)
    initial = token.i - sentence.span.start <= 2
    if initial:
        begin = stop + 1 if stop + 1 < sentence.span.end else None
        content = (sentence.at(doc[begin]), _last(sentence)) if begin is not None else None
    else:
        before = token.i - 1
        while before > sentence.span.start and doc[before].is_punct:
            before -= 1
        content = (sentence.start, sentence.span_of(doc[before], doc[before])[1])
    at = sentence.span_of(token, doc[token.i + 1])
    yield Cue(start=at[0], end=at[1], kind="according", lemma="according", holder=holder, content=content)


def _last(sentence: Sentence) -> int:
    tokens = [t for t in sentence.span if not (t.is_punct or t.is_space)]
    return sentence.span_of(tokens[-1], tokens[-1])[1] if tokens else sentence.end


def _subject_holder(sentence: Sentence, reading: Reading, verb: Token) -> Holder | None:
    """Give the holder: the verb's subject, that of the verb it is joined to, the noun it describes, or "by ..."."""
    seen = verb
    for _ in range(4):
        subject = next((c for c in seen.children if c.dep_ in SUBJECTS), None)
        if subject is not None and subject.dep_ == "nsubj:pass" and seen.i == verb.i:
            agent = next((c for c in seen.children if c.dep_ == "obl:agent"), None)
            return _noun_holder(sentence, reading, agent) if agent is not None else None
        if (
            subject is not None
            and subject.lower_ in ("which", "that", "who")
            and seen.dep_.startswith(("acl", "advcl"))
        ):
            return _noun_holder(sentence, reading, seen.head)
        if subject is not None:
            return _noun_holder(sentence, reading, subject)
        if seen.dep_ == "acl" and seen.head.pos_ in ("NOUN", "PROPN"):
            return _noun_holder(sentence, reading, seen.head)
        if seen.dep_ in ("conj", "xcomp", "advcl", "ccomp", "parataxis") and seen.head.pos_ in (
            "VERB",
            "AUX",
            "NOUN",
            "ADJ",
        ):
            seen = seen.head
            continue
        break
    return _beside(sentence, reading, verb) or (_beside(sentence, reading, seen) if seen.pos_ == "VERB" else None)


def _beside(sentence: Sentence, reading: Reading, verb: Token) -> Holder | None:
    """Give the mention directly before or behind a verb whose subject the parser lost ("...,” said Shtayyeh")."""
    start, end = sentence.span_of(verb, verb)
    near = [m for m in reading.mentions_in(sentence.start, sentence.end) if m.kind != "place" or m.entity]
    behind = [m for m in near if 0 <= m.full_start - end <= 3]
    before = [m for m in near if 0 <= start - m.full_end <= 3]
    return _as_holder(reading, (behind or before)[0]) if behind or before else None


def behind_verb(reading: Reading, end: int) -> Holder | None:
    """Give who stands directly behind a verb of speaking: a name with its titles, else a short noun phrase."""
    words_behind = re.match(r"\s*((?:[^\s,.;:“”\"—–]+\s?){1,12})", reading.text[end : end + 160])
    if words_behind is None:
        return None
    start, stop = end + words_behind.start(1), end + words_behind.end(1)
    for mention in reading.mentions_in(start, stop):
        if mention.kind == "person" and mention.entity and not _LINK.search(reading.text[start : mention.start]):
            return _named(reading, min(start, mention.start), mention.end, mention)
    first = next((m for m in reading.mentions_in(start, stop) if m.entity and m.full_start <= start + 4), None)
    if first is not None:
        return _named(reading, first.start, first.end, first)
    text = reading.text[start:stop].strip()
    nominal = re.match(r"(?:an?|the|one|his|her|their)\s+\w+(?:[ -]\w+)?", text)
    return Holder(start=start, end=start + len(nominal[0]), name=nominal[0]) if nominal else None


def _before(sentence: Sentence, reading: Reading, start: int) -> Holder | None:
    """Give the last person named before a verb in its sentence."""
    named = [m for m in reading.mentions_in(sentence.start, start) if m.kind == "person" and m.entity]
    return _as_holder(reading, named[-1]) if named else None


def _noun_holder(sentence: Sentence, reading: Reading, noun: Token) -> Holder | None:
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
    return _holder_in(reading, start, end, head)


def _holder_in(reading: Reading, start: int, end: int, head: int | None = None) -> Holder | None:
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
        return _named(reading, start, end, person)
    covering = [m for m in mentions if head is not None and m.start <= head < m.end and m.entity]
    if covering:
        return _named(reading, start, end, covering[-1])
    if head is None or _acts_for_its_name(reading, head):
        chosen = next((m for m in mentions if m.entity and m.form != "pronoun"), None)
        chosen = chosen or next((m for m in mentions if m.entity), None)
        if chosen is not None:
            return _named(reading, start, end, chosen)
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


def _named(reading: Reading, start: int, end: int, mention: Mention) -> Holder:
    entity = reading.entity(mention.entity)
    return Holder(start=start, end=end, name=entity.name if entity else reading.text[start:end], entity=mention.entity)


def _as_holder(reading: Reading, mention: Mention) -> Holder:
    entity = reading.entity(mention.entity)
    return Holder(
        start=mention.start, end=mention.end, name=entity.name if entity else mention.text, entity=mention.entity
    )


def holder_of(sentence: Sentence, reading: Reading) -> Holder | None:
    """Give the subject of a sentence's main verb, for a quotation inside a sentence without a word of saying."""
    root = sentence.span.root
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    holder = _noun_holder(sentence, reading, subject)
    return holder if holder is not None and holder.entity is not None else None
