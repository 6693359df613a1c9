"""Find the words of attribution in a sentence: verbs of saying with their subject and content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from briefgen.knowledge.world import SEEN, is_body_noun, is_person_noun, words
from briefgen.reading.attitudes import ATTITUDE, OPENING_ATTITUDE, moods
from briefgen.reading.clauses import FINITE, SUBJECTS, antecedent_of, is_bare_plural, own_subject
from briefgen.reading.contents import behind_dateline, behind_opening, up_to_speaker, with_content
from briefgen.reading.cues import Cue, CueKind
from briefgen.reading.holder_words import is_paper, is_somebody, may_hold, words_holder
from briefgen.reading.inserted import apposed, closing, inserted
from briefgen.reading.marks import Holder, Reading, Sentence
from briefgen.reading.nominal import nominal
from briefgen.reading.positions import OF_PERSONS, is_unspoken, position_of, verbs_known
from briefgen.reading.sourcing import sourced
from briefgen.reading.speakers import before, beside, noun_holder, right_before
from briefgen.reading.verbforms import phrase_end, phrased, saying_forms, verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

SUPPOSED = frozenset({"would", "will", "could", "should", "may", "might", "must", "to"})
UNREAL = frozenset({"not", "n't", "never"})


def cues_of(sentence: Sentence, reading: Reading, quoted: Callable[[int], bool]) -> Iterator[Cue]:
    """Give the cues of a sentence that stand outside quotation marks: phrases like "according to", then verbs in text order."""
    opening = behind_dateline(sentence, reading)
    for cue in map(partial(with_content, sentence, reading), _cues(sentence, reading, quoted)):
        yield cue if opening == sentence.start else behind_opening(cue, sentence, reading, opening)


def _cues(sentence: Sentence, reading: Reading, quoted: Callable[[int], bool]) -> Iterator[Cue]:
    doc, text, known, mistakable = sentence.words, reading.text, verbs_known(), verb_forms("saying", "clause")
    yield from sourced(sentence, reading, quoted)
    for index in range(sentence.span.start, sentence.span.end):
        low, verbal = doc.low[index], doc.tags[index] in VERBAL or doc.pos[index] in ("VERB", "AUX")
        if not verbal and not (low in mistakable and _mistaken(doc[index])):
            continue
        token = doc[index]
        lemma, feeling = lemma_of(token), low in OPENING_ATTITUDE
        if not feeling and lemma not in known:
            continue
        at = sentence.at(token)
        if quoted(at) or HAVING_SAID.match(text, at - len("having "), sentence.end):
            continue
        told = ATTITUDE.match(text, at, sentence.end) if feeling else None
        mood = moods().match(text, at, sentence.end) if feeling else None
        if told is not None:
            yield _attitude(sentence, reading, token, told.end())
        elif mood is not None:
            yield replace(_attitude(sentence, reading, token, mood.start("mood")), kind="stance", lemma="feel")
        elif lemma in known and phrase_end(text, lemma, at + len(token)) is not None:
            cue = _only_verb(sentence, reading, token, lemma) or _verb_cue(sentence, reading, token, lemma)
            if cue is not None:
                yield cue
    yield from nominal(sentence, reading, quoted)


VERBAL = FINITE | {"VB", "VBN"}
HAVING_SAID = re.compile(r"having \w+ (?:that|this|so|all that|as much),", re.IGNORECASE)
"""What joins two sentences of one speaker: "Having said that, the bridge will last"."""
OF_DEEDS = frozenset({"deny", "admit"})
"""Verbs that take what somebody did: "denies taking part"."""


def _attitude(sentence: Sentence, reading: Reading, verb: Token, stated: int) -> Cue:
    start, end = sentence.span_of(verb, verb)
    last = sentence.start + len(reading.text[sentence.start : sentence.end].rstrip(" .,;:"))
    head = verb.head if verb.dep_ in ("cop", "aux", "aux:pass") else verb
    subject = next((c for c in head.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    holder = (
        noun_holder(sentence, reading, subject) if subject is not None else _subject_holder(sentence, reading, head)
    )
    denied = any(child.lower_ in UNREAL for child in head.children)
    content = None if denied else (stated, last)
    return Cue(
        start=start, end=end, kind="clause", lemma="hold", holder=holder, content=content, denied=denied, aside=True
    )


def _mistaken(token: Token) -> bool:
    """Tell a verb of saying that the tagger took for a noun: "Renn, the envoy, doubts that", "aides insist he left"."""
    form = verb_forms("saying", "clause").get(token.lower_)
    if form is None or token.is_sent_start or token.i + 1 >= token.sent.end:
        return False
    before, behind = token.nbor(-1), token.nbor()
    clause = behind.lower_ in ("that", "whether", "he", "she", "it", "they", "there") or (
        behind.tag_ == "VBG" and form[0] in OF_DEEDS
    )
    put_in = behind.text == "," and before.pos_ == "PROPN" and form[1] in ("s", "past")  # ", Ada Renn insists, ..."
    if put_in or (before.text == "," and behind.pos_ == "PROPN"):
        return True  # ", warns Ada Renn, ..."
    return clause and (
        before.text == "," or (before.pos_ in ("NOUN", "PROPN") and (token.tag_ != "NN" or form[1] == "past"))
    )


def lemma_of(token: Token) -> str:
    """Give a verb's lemma; regular endings are undone by rule where the lemmatiser's answer is no known verb."""
    return _known_lemma(token.lemma_.casefold(), token.lower_)


@lru_cache(maxsize=SEEN)
def _known_lemma(lemma: str, low: str) -> str:
    known = verbs_known()
    if lemma in known:
        return lemma
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
    forms = (saying_forms().get(low), *(verb_forms("saying", key).get(low) for key in ("stance", "claims")))
    return next((form[0] for form in forms if form is not None), lemma)


def _verb_cue(sentence: Sentence, reading: Reading, verb: Token, lemma: str) -> Cue | None:
    start, end = sentence.span_of(verb, verb)
    end = phrase_end(reading.text, lemma, end) or end
    aside = _aside(sentence, reading, verb, lemma)
    if aside is not None:
        return aside
    holder = _subject_holder(sentence, reading, verb)
    if lemma == "tell" and holder is not None and holder.start > start:
        holder = before(sentence, reading, start) or holder  # the one behind "told" is told
    content = _clause_content(sentence, verb)
    kind: CueKind = "clause" if lemma in words("saying", "clause") or lemma in phrased() else "stance"
    if lemma in PHRASED and verb.i + 1 < sentence.span.end and verb.nbor().lower_ == "it":
        kind = "clause"
    denied = any(child.lower_ in UNREAL and child.i < verb.i for child in verb.children)  # "said they were not"
    if lemma in words("saying", "thought") and verb.i + 1 < sentence.span.end and verb.nbor().lower_ in ("of", "about"):
        return Cue(start=start, end=end, kind="clause", lemma=lemma, holder=holder, content=None)  # "likes to think of"
    if denied:
        content = None
    elif content is not None and lemma in AGAINST:
        kind = "stance"
    elif content is None and may_hold(holder) and (position := position_of(sentence, reading, verb, lemma)):
        content, kind = position, "stance"
    if lemma == "read" and kind == "clause" and holder is not None and not is_paper(holder.name):
        content = None  # a statement reads "...", a man reads something
    if lemma == "ask" and content is not None and ANONYMOUS.match(reading.text, content[0]):
        content = None
    supposed = lemma in words("saying", "thought") and not _stated(verb)
    if supposed or _is_condition(verb) or is_unspoken(verb, stance=kind == "stance"):
        content, denied = None, True
    embedded = verb.dep_.startswith("acl") or any(c.lower_ in SUPPOSED for c in verb.children if c.i < verb.i)
    if content is not None and content[1] <= start and reading.text[end : end + 1] == ":":
        content = None  # "Asked about it, the envoy said: ..."
    if content is not None and holder is not None and content[0] < holder.start < start:
        content = up_to_speaker(reading.text, content, holder.start)
    return Cue(
        start=start, end=end, kind=kind, lemma=lemma, holder=holder, content=content, denied=denied, embedded=embedded
    )


def _only_verb(sentence: Sentence, reading: Reading, verb: Token, lemma: str) -> Cue | None:
    """Read a past that the parse took for a participle: "Norland's minister accused Sorland of theft" has no other verb.

    What stands behind a true participle is a preposition: "a man accused of theft", "a plan praised by the board".
    """
    behind = verb.nbor() if verb.i + 1 < sentence.span.end else None
    object_behind = behind is not None and (behind.tag_ != "IN" and behind.pos_ not in ("PUNCT", "ADV", "PART", "ADP"))
    plain = words("saying", "stance") - OF_PERSONS - {"call", "thank"}
    if verb.tag_ != "VBN" or verb.dep_ == "ROOT" or not object_behind or lemma not in plain:
        return None
    if any(t.tag_ in FINITE for t in sentence) or any(c.pos_ == "AUX" for c in verb.children):
        return None
    start, end = sentence.span_of(verb, verb)
    holder = apposed(sentence, reading, verb, None) or words_holder(reading, behind_dateline(sentence, reading), start)
    rest = reading.text[end : sentence.end]
    first, last = end + len(rest) - len(rest.lstrip()), end + len(rest.rstrip(" .,;:"))
    return (
        Cue(start=start, end=end, kind="stance", lemma=lemma, holder=holder, content=(first, last)) if holder else None
    )


def _aside(sentence: Sentence, reading: Reading, verb: Token, lemma: str) -> Cue | None:
    """Read a verb of saying with its speaker put into what is said, or to its end: "It, says Renn, is late"."""
    known = saying_forms().get(verb.lower_)
    if known is None or known[1] == "ing":
        return None
    start, end = sentence.span_of(verb, verb)
    between = inserted(sentence, reading, verb)
    last = closing(sentence, reading, verb) if between is None and known[1] != "base" else None
    if between is None and last is None:
        return None
    stated = sentence.start, sentence.start + len(reading.text[sentence.start : start].rstrip(" ,"))
    if between is not None:
        stated = between[1], sentence.start + len(reading.text[sentence.start : sentence.end].rstrip(" .,;:"))
    holder = between[0] if between is not None else last
    return Cue(start=start, end=end, kind="clause", lemma=lemma, holder=holder, content=stated, aside=True)


ANONYMOUS = re.compile(
    r"(?:not to be|to remain|to stay|that \w+ names? not be) (?:named|identified|quoted|anonymous|unnamed|used)\b"
)
PHRASED = frozenset({"put"})
"""Verbs of saying only with "it": "put it this way: ..."."""
AGAINST = frozenset({"deny", "doubt", "dispute", "question"})
"""With these the verb is part of the view: "denied that the unit exists" is not "the unit exists"."""


def _is_condition(verb: Token) -> bool:
    """Tell what would be said from what is said: "if the envoy says that"."""
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children)


def _stated(verb: Token) -> bool:
    """Tell a view that is held from one asked for or supposed: "to find that", "may think that"."""
    finite = (
        verb.tag_ in ("VBD", "VBZ", "VBP", "NNS")
        or is_bare_plural(verb)
        or (verb.tag_ == "VBN" and all(c.lower_ in ("has", "have") for c in verb.children if c.pos_ == "AUX"))
    )
    return finite and not any(c.lower_ in ("may", "might", "if", "whether") for c in verb.children)


def _clause_content(sentence: Sentence, verb: Token) -> tuple[int, int] | None:
    """Give the clause a verb of saying governs, or the one it is put into ("The talks failed, officials said")."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "ccomp:report") or (
            child.dep_ in ("parataxis", "advcl:relcl")
            and child.i > verb.i
            and child.pos_ in ("VERB", "AUX")
            and not _is_behind(child, verb, {";"})
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
        and not _is_cut_off(verb)
    ):
        return _span(sentence, verb.head, verb)
    if verb.dep_ == "parataxis" and verb.head.i > verb.i:
        return _span(sentence, verb.head, verb)
    return None


def _is_cut_off(verb: Token) -> bool:
    """Tell a clause behind a semicolon or colon, which says nothing of the one before: "He left; she said nothing"."""
    return _is_behind(verb, verb.head, {";", ":", "("})


def _is_behind(clause: Token, verb: Token, marks: set[str]) -> bool:
    """Tell a clause that one of some marks parts from the verb before it: "They urged the vote; it has not come"."""
    first = min(t.i for t in clause.subtree if t.i > verb.i)
    return not marks.isdisjoint((clause.doc[first - 1].text, clause.doc[first].text))


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
    own = own_subject(verb)
    cited = _cited(verb)
    if cited is not None:
        return noun_holder(sentence, reading, cited)
    if own is not None and own.i < verb.i and own.lower_ in words("titles", "times"):
        # "a report released on Monday accuses", where the parse took the day for the subject
        return words_holder(reading, behind_dateline(sentence, reading), sentence.at(verb))
    if verb.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VBG", "NNS") and (own is None or own.i < verb.i):
        person = apposed(sentence, reading, verb, own)
        if person is not None:
            return person
    elif verb.tag_ in ("VBD", "VBZ") and not verb.is_sent_start and verb.nbor(-1).text == "," and not _may_speak(own):
        # "Renn, who has studied it for years, thinks | the sums matter", where the parse took the sums for the subject
        described = apposed(sentence, reading, verb, None)
        if described is not None:
            return described
    if own is None and verb.tag_ in ("VBD", "VBZ"):
        close = right_before(sentence, reading, verb)
        if close is not None:
            return close
    seen = verb
    for _ in range(4):
        subject = own_subject(seen)
        if subject is not None and subject.dep_ == "nsubj:pass" and seen.i == verb.i:
            agent = next((c for c in seen.children if c.dep_ == "obl:agent"), None)
            return noun_holder(sentence, reading, agent) if agent is not None else None
        if (
            subject is not None
            and subject.lower_ in ("which", "that", "who")
            and seen.dep_.startswith(("acl", "advcl"))
        ):
            return noun_holder(sentence, reading, antecedent_of(subject, seen.head))
        if subject is not None:
            near = noun_holder(sentence, reading, subject)
            above = _reporter(seen) if verb.tag_ == "VBG" and seen.i != verb.i and not is_somebody(near) else None
            return near if above is None else _subject_holder(sentence, reading, above)
        if seen.dep_ == "acl" and seen.head.pos_ in ("NOUN", "PROPN"):
            if seen.i == verb.i and verb.tag_ in ("VBD", "VBZ") and _outermost(verb).dep_ == "ROOT":
                # "A lawyer for the union called it a theft", where the parse makes the past tell of the union
                return words_holder(reading, sentence.at(_outermost(verb).left_edge), sentence.at(verb))
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


def _outermost(verb: Token) -> Token:
    """Give the noun of the phrase in which the parse hung a verb."""
    noun = verb.head
    while noun.dep_ == "nmod" and noun.head.i < noun.i:
        noun = noun.head
    return noun


def _may_speak(noun: Token | None) -> bool:
    """Tell somebody who can be the speaker named behind a verb: ", said Ada Renn", ", said the minister"."""
    return noun is None or noun.pos_ == "PROPN" or is_person_noun(noun.lower_) or is_body_noun(noun.lower_)


def _reporter(verb: Token) -> Token | None:
    """Give the verb of saying above a clause: "the pilots affirmed that the work was useful, stressing ..."."""
    above = verb.head if verb.dep_.startswith(("ccomp", "conj", "parataxis")) and verb.head.i != verb.i else None
    return above if above is not None and lemma_of(above) in verbs_known() else None


def _cited(verb: Token) -> Token | None:
    """Give who is "quoted by the agency as saying", or whom "the agency quoted as saying"."""
    if verb.tag_ != "VBG":
        return None
    start = verb.sent.start
    if verb.i - 1 <= start or verb.nbor(-1).lower_ != "as":
        return None
    citing = next((t for t in reversed(verb.doc[start : verb.i - 1]) if t.lemma_ in ("quote", "cite")), None)
    return next((c for c in citing.children if c.dep_ in ("obj", "nsubj:pass")), None) if citing is not None else None


def holder_of(sentence: Sentence, reading: Reading, *, known: bool = True) -> Holder | None:
    """Give the subject of a sentence's main verb, for a quotation inside a sentence without a word of saying.

    `known`: only somebody whom the document names.
    """
    root = sentence.span.root
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    holder = noun_holder(sentence, reading, subject)
    return holder if holder is not None and (holder.entity is not None or not known) else None
