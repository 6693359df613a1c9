"""Find the words of attribution in a sentence: verbs of saying with subject and content, and "according to"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.cues import Cue, CueKind
from briefgen.reading.inserted import apposed, inserted
from briefgen.reading.marks import Holder, Reading, Sentence
from briefgen.reading.positions import is_unspoken, position_of, verbs_known
from briefgen.reading.quotemarks import words_in
from briefgen.reading.sourcing import sourced
from briefgen.reading.speakers import before, beside, noun_holder, right_before, words_holder
from briefgen.reading.verbforms import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
CONTENT = ("ccomp", "xcomp", "parataxis")
SUPPOSED = frozenset({"would", "will", "could", "should", "may", "might", "must", "to"})
UNREAL = frozenset({"not", "n't", "never"})


def cues_of(sentence: Sentence, reading: Reading, quoted: Callable[[int], bool]) -> Iterator[Cue]:
    """Give the cues of a sentence that stand outside quotation marks, in text order."""
    opening = behind_dateline(sentence, reading)
    for cue in map(partial(_with_content, sentence, reading), _cues(sentence, reading, quoted)):
        yield cue if opening == sentence.start else _behind(cue, sentence, reading, opening)


def _with_content(sentence: Sentence, reading: Reading, cue: Cue) -> Cue:
    """Give a cue the clause that its words show where the parse has none or a torn one.

    "he said that ...", "..., a spokesman for the party said.", "Norland, he says, has ...".
    """
    holder, text = cue.holder, reading.text
    if holder is None or cue.kind != "clause" or cue.denied:
        return cue
    content = cue.content
    if content is not None and content[1] <= cue.start and text[content[1] : cue.start].isspace():
        return _split_subject(sentence, reading, cue, content)
    if content is not None and not _is_torn(sentence, reading, cue, content):
        return cue if not _is_question(text, cue, content) else replace(cue, content=None)
    shown = _shown_content(sentence, reading, cue, holder)
    return replace(cue, content=None if shown is None or _is_question(text, cue, shown) else shown)


def _split_subject(sentence: Sentence, reading: Reading, cue: Cue, content: tuple[int, int]) -> Cue:
    """Put right what the parse turned round: "an official briefed on the talks said Renn had gone"."""
    holder = words_holder(reading, *content)
    told = reading.text[cue.end : sentence.end].rstrip(" .,;:")
    if holder is None or not _has_verb(sentence, cue.end, cue.end + len(told)):
        return replace(cue, content=None)
    that = re.match(r"\s(?:that\s)?", told)
    return replace(cue, holder=holder, content=(cue.end + (that.end() if that else 0), cue.end + len(told)))


QUESTION = re.compile(r"(?:whether|if|why|who|whom|what|which|how|when|where)\b", re.IGNORECASE)


def _is_question(text: str, cue: Cue, content: tuple[int, int]) -> bool:
    """Tell what is asked, which is nobody's view: "asked why the gate was shut"."""
    return cue.lemma in ("ask", "wonder", "inquire", "enquire") and QUESTION.match(text, content[0]) is not None


RELATIVE = re.compile(r"(?:(?:in|to|of|for|with|from|by|at|on|under)\s)?(?:which|whose|whom)\b", re.IGNORECASE)


def _is_torn(sentence: Sentence, reading: Reading, cue: Cue, content: tuple[int, int]) -> bool:
    """Tell a piece that the parse cut wrongly: a relative clause, words without a verb, what stands before "said that"."""
    text = reading.text
    holder = cue.holder
    if RELATIVE.match(text, content[0]) or (
        holder is not None and content[0] < holder.end and holder.start < content[1]
    ):
        return True
    if content[1] <= cue.start and THAT.match(text, cue.end, sentence.end):
        return True
    return content[1] <= cue.start and not _has_verb(sentence, *content)


def _has_verb(sentence: Sentence, start: int, end: int) -> bool:
    return any(t.tag_ in FINITE for t in sentence.tokens(start, end))


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
THAT = re.compile(r"\s(?:(?!that\b|and\b|but\b)[\w’'.-]+\s){0,9}that\s")


ADDRESSED = frozenset({"tell", "inform", "assure", "remind", "warn", "notify", "promise"})
TO_WHOM_THAT = re.compile(r"\s[\w’'.-]+[^“”\";:]{2,120},\sthat\s")
"""Behind "told": the one who is told, with an apposition between commas."""


def _bare_clause(sentence: Sentence, start: int, end: int) -> int | None:
    """Give where a clause without "that" starts behind the one who is told: "told the jury | it was a film"."""
    doc = sentence.span.doc
    for token in sentence.tokens(start, end):
        head = token.head if token.dep_ in ("cop", "aux", "aux:pass") else token
        subject = next((c for c in head.children if c.dep_ in SUBJECTS and c.i < token.i), None)
        if token.tag_ in FINITE and subject is not None:
            first = min(t.i for t in subject.subtree)
            at = sentence.at(doc[first])
            return at if doc[first].tag_ not in ("WDT", "WP") else None
    return None


def _shown_content(sentence: Sentence, reading: Reading, cue: Cue, holder: Holder) -> tuple[int, int] | None:
    text = reading.text
    rest, told = text[cue.end : sentence.end], cue.lemma not in words("saying", "thought")
    if not told:
        return None
    opening = behind_dateline(sentence, reading)
    stated = (cue.end, cue.end + len(rest.rstrip(" .,;:")))
    that = THAT.match(text, cue.end, sentence.end) or (
        TO_WHOM_THAT.match(text, cue.end, sentence.end) if cue.lemma in ADDRESSED else None
    )
    if that is not None:
        return that.end(), stated[1]
    bare = _bare_clause(sentence, *stated) if holder.end <= cue.start else None
    if bare is not None and (cue.lemma in ADDRESSED or bare <= cue.end + 1):
        return bare, stated[1]
    first = min(holder.start, cue.start)
    lead = text[opening:first]
    before = re.fullmatch(r"[^“”\"]*[\w)%],\s", lead)
    if before is None:
        return None
    whole = (opening, opening + len(lead.rstrip(" ,")))
    last = max(holder.end, cue.end)
    behind = text[last : sentence.end]
    said = re.fullmatch(r"\s(?:\w+ly\s|also\s|has\s|had\s)?", text[holder.end : cue.start])
    close = said is not None and words_in(text[slice(*whole)]) >= FEWEST_LEAD  # "..., the police said."
    if (close or _has_verb(sentence, *whole)) and (re.match(r"[.,;]|\s*$", behind) or re.fullmatch(LATER, behind)):
        return whole
    if re.match(r",\s\w", behind) and (holder.end <= cue.start or not _has_verb(sentence, *whole)):
        return last + 2, stated[1]  # "Norland, he says, has ...", "The sea, says Renn, is full"
    return None


FEWEST_LEAD = 5
"""Words before ", X said." that are what X said even where the parse sees no verb in them."""
LATER = re.compile(r"(?:\s[\w’'-]+){0,6}[.]?")
"""What may stand behind a cue at the end: "said on Monday"."""


def _behind(cue: Cue, sentence: Sentence, reading: Reading, opening: int) -> Cue:
    """Keep a cue's holder and content out of the date line: "VESTBY - The party said ..."."""
    holder, content = cue.holder, cue.content
    if holder is not None and holder.start < opening:
        holder = words_holder(reading, opening, cue.start) if opening < cue.start else None
    if content is not None and content[0] < opening:
        content = (opening, content[1]) if opening < content[1] else None
    return replace(cue, holder=holder, content=content)


DATELINE = re.compile(
    r"(?:[A-Z][A-Z’'.-]{2,}(?:[ ,/]+[A-Z][A-Z’'.-]+)*)(?:,\s[\w .]{2,25})?\s*(?:\([^()]{2,40}\))?\s*[—–-]{1,2}\s+"
    r"|[A-Z]\w+(?:[ ,/]+[A-Z]\w+){0,3}\s*(?:\([^()]{2,40}\))?\s*[—–-]{1,2}\s+(?=[A-Z])"
)
BARE = re.compile(r"[A-Z]{4,}(?:[ /][A-Z]{3,})*\s+(?=[A-Z])")
"""The same without a dash, as some agencies print it: "VESTBY The party said ..."."""


def behind_dateline(sentence: Sentence, reading: Reading) -> int:
    """Give where a sentence starts behind the place, agency and dash that open a report."""
    if sentence.start - sentence.block.start > 2:
        return sentence.start
    match = DATELINE.match(reading.text, sentence.start, sentence.end)
    bare = BARE.match(reading.text, sentence.start, sentence.end)
    if match is None and bare is not None:
        words_of = re.split(r"[ /]", bare[0].strip())
        place = all(_is_place(word) for word in words_of) or _is_place(bare[0].strip())
        match = bare if place else None
    return match.end() if match is not None else sentence.start


def _is_place(word: str) -> bool:
    known = gazetteer().get(fold(word))
    return known is not None and known.what in ("capital", "region", "seat", "state")


def _cues(sentence: Sentence, reading: Reading, quoted: Callable[[int], bool]) -> Iterator[Cue]:
    known = verbs_known()
    yield from sourced(sentence, reading, quoted)
    for token in sentence.span:
        if not (token.pos_ in ("VERB", "AUX") or token.tag_ in FINITE or _mistaken(token)) or quoted(
            sentence.at(token)
        ):
            continue
        lemma = lemma_of(token)
        if lemma in known:
            cue = _verb_cue(sentence, reading, token, lemma)
            if cue is not None:
                yield cue


def _mistaken(token: Token) -> bool:
    """Tell a verb of saying that the tagger took for a noun: "Renn, the envoy, doubts that", "aides insist he left"."""
    if (
        token.i == token.sent.start
        or token.i + 1 >= token.sent.end
        or token.lower_ not in verb_forms("saying", "clause")
    ):
        return False
    before, behind = token.nbor(-1), token.nbor()
    clause = behind.lower_ == "that" or behind.lower_ in ("he", "she", "it", "they", "there")
    return clause and (before.text == "," or (before.pos_ in ("NOUN", "PROPN") and token.tag_ != "NN"))


def lemma_of(token: Token) -> str:
    """Give a verb's lemma; regular endings are undone by rule where the lemmatiser's answer is no known verb."""
    lemma = token.lemma_.casefold()
    known = verbs_known()
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
        holder = before(sentence, reading, start) or holder  # the one behind "told" is told
    content = _clause_content(sentence, verb)
    kind: CueKind = "clause" if lemma in words("saying", "clause") else "stance"
    denied = any(child.lower_ in UNREAL for child in verb.children)
    if lemma in words("saying", "thought") and verb.i + 1 < sentence.span.end and verb.nbor().lower_ in ("of", "about"):
        return Cue(start=start, end=end, kind="clause", lemma=lemma, holder=holder, content=None)  # "likes to think of"
    if denied:
        content = None
    elif content is not None and lemma in AGAINST:
        kind = "stance"
    elif content is None and holder is not None and (position := position_of(sentence, reading, verb, lemma)):
        content, kind = position, "stance"
    if is_unspoken(verb, stance=kind == "stance"):
        content, denied = None, True
    elif content is not None and lemma in words("saying", "thought") and not _stated(verb):
        content = None
    embedded = verb.dep_.startswith("acl") or any(c.lower_ in SUPPOSED for c in verb.children if c.i < verb.i)
    if content is not None and content[1] <= start and reading.text[end : end + 1] == ":":
        content = None  # "Asked about it, the envoy said: ..."
    return Cue(
        start=start, end=end, kind=kind, lemma=lemma, holder=holder, content=content, denied=denied, embedded=embedded
    )


AGAINST = frozenset({"deny", "doubt", "dispute", "question"})
"""With these the verb is part of the view: "denied that the unit exists" is not "the unit exists"."""


def _stated(verb: Token) -> bool:
    """Tell a view that is held from one asked for or supposed: "to find that", "may think that"."""
    finite = verb.tag_ in ("VBD", "VBZ", "VBP", "NNS") or (
        verb.tag_ == "VBN" and not any(c.pos_ == "AUX" for c in verb.children)
    )
    return finite and not any(c.lower_ in ("may", "might", "if", "whether") for c in verb.children)


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
    while tokens and (doc[tokens[0]].is_punct or doc[tokens[0]].is_space or doc[tokens[0]].lower_ == "that"):
        tokens.pop(0)
    if tokens and doc[tokens[0]].lower_ == "as" and not (len(tokens) > 1 and doc[tokens[1]].tag_ == "VBN"):
        tokens.pop(0)  # "described it as a farce", but "that, as defined by the act, ..."
    while tokens and (doc[tokens[-1]].is_space or doc[tokens[-1]].text in (",", ".", ";", ":", '"', "-", "—", "–")):
        tokens.pop()
    return sentence.span_of(doc[tokens[0]], doc[tokens[-1]]) if tokens else None


def _subject_holder(sentence: Sentence, reading: Reading, verb: Token) -> Holder | None:
    """Give the holder: the verb's subject, that of the verb it is joined to, the noun it describes, or "by ..."."""
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    between_commas = inserted(sentence, reading, verb)
    if between_commas is not None:
        return between_commas
    if verb.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VBG") and (own is None or own.i < verb.i):
        person = apposed(sentence, reading, verb, own)
        if person is not None:
            return person
    if own is None and verb.tag_ in ("VBD", "VBZ"):
        close = right_before(sentence, reading, verb)
        if close is not None:
            return close
    seen = verb
    for _ in range(4):
        subject = next((c for c in seen.children if c.dep_ in SUBJECTS), None)
        if subject is not None and subject.dep_ == "nsubj:pass" and seen.i == verb.i:
            agent = next((c for c in seen.children if c.dep_ == "obl:agent"), None)
            return noun_holder(sentence, reading, agent) if agent is not None else None
        if (
            subject is not None
            and subject.lower_ in ("which", "that", "who")
            and seen.dep_.startswith(("acl", "advcl"))
        ):
            return noun_holder(sentence, reading, seen.head)
        if subject is not None:
            return noun_holder(sentence, reading, subject)
        if seen.dep_ == "acl" and seen.head.pos_ in ("NOUN", "PROPN"):
            accused = seen.tag_ == "VBN" and not any(c.dep_ == "aux" for c in seen.children)
            return None if accused else noun_holder(sentence, reading, seen.head)  # "a man accused of a theft"
        if seen.dep_ in ("conj", "xcomp", "advcl", "ccomp", "parataxis") and seen.head.pos_ in (
            "VERB",
            "AUX",
            "NOUN",
            "ADJ",
        ):
            seen = seen.head
            continue
        break
    return beside(sentence, reading, verb) or (beside(sentence, reading, seen) if seen.pos_ == "VERB" else None)


def holder_of(sentence: Sentence, reading: Reading) -> Holder | None:
    """Give the subject of a sentence's main verb, for a quotation inside a sentence without a word of saying."""
    root = sentence.span.root
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    holder = noun_holder(sentence, reading, subject)
    return holder if holder is not None and holder.entity is not None else None
