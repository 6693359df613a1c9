"""Tell what somebody takes a position on by a verb with an object: "blamed the mayor", "warned of a flood", "put the loss at a tenth"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefgen.knowledge import load
from briefgen.knowledge.world import is_person_noun, words
from briefgen.reading.clauses import SUBJECTS, is_bare_plural
from briefgen.reading.marks import Reading, Sentence
from briefgen.reading.verbforms import phrased

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_PERSONS = frozenset({"question", "dismiss", "defend", "reject", "press", "describe"})
"""With a person for an object these tell of an interrogation, a discharge, a trial."""
MARKS = frozenset({"“", '"', "``", "‘"})
INTENDED = frozenset({"promise", "pledge", "vow", "propose", "threaten"})
"""These take what is intended: "vowed to walk to the capital"."""
MET = frozenset("guest visitor people crowd delegation team troop refugee fan child man woman".split())
"""Who is welcomed at a gate."""
NAMING = frozenset({"call", "brand", "label", "term"})
"""With these a noun is said of the object: "called the vote a farce"."""
GOVERNED = ("obj", "obl", "xcomp", "ccomp", "advcl", "iobj", "nmod", "obl:arg")


@cache
def verbs_known() -> frozenset[str]:
    """Give all verbs by which something is attributed to somebody."""
    lists = ("clause", "stance", "claims", "feelings", "judged")
    return frozenset().union(*(words("saying", key) for key in lists), _prepositions(), _linked(), phrased())


@cache
def _prepositions() -> dict[str, frozenset[str]]:
    """Give the prepositions that lead to what a verb is about: "warn" -> "of", "about", "against"."""
    return _table("about")


@cache
def _linked() -> dict[str, frozenset[str]]:
    """Give the words that lead from the object of a verb to what is said of it: "put" -> "at", "see" -> "as"."""
    return _table("linked")


def _table(key: str) -> dict[str, frozenset[str]]:
    return {verb: frozenset(leads.split()) for verb, leads in load("saying")[key].items()}


def position_of(sentence: Sentence, reading: Reading, verb: Token, lemma: str) -> tuple[int, int] | None:
    """Give what a verb states of its object, None where it tells of something else than a position.

    Left alone: "welcomed the guests at the gate" (a person is met), "put the plan on the table".
    """
    mistaken = verb.tag_ == "NNS"  # the tagger took "Norland denies having gone" for a noun
    governed = [c for c in verb.children if c.i > verb.i and (c.dep_ in GOVERNED or (mistaken and c.tag_ == "VBG"))]
    reflexive = any(c.lower_.endswith(("self", "selves")) for c in governed)
    if not governed or reflexive or not _is_position(sentence, reading, verb, lemma, governed):
        return None
    tokens = sorted({t.i for c in governed for t in c.subtree if verb.i < t.i < sentence.span.end})
    doc = verb.doc
    while tokens and (doc[tokens[-1]].is_punct or doc[tokens[-1]].is_space):
        tokens.pop()
    return sentence.span_of(doc[tokens[0]], doc[tokens[-1]]) if tokens else None


def _is_position(sentence: Sentence, reading: Reading, verb: Token, lemma: str, governed: list[Token]) -> bool:
    if lemma in NAMING:
        convened = verb.dep_.startswith("acl") and any(
            c.lower_ in ("that", "which") and c.dep_ not in SUBJECTS for c in verb.children
        )  # "a session that it called for May"
        ended = any(
            c.lower_ in ("off", "in", "up", "back") and c.dep_ in ("compound:prt", "advmod") for c in verb.children
        )
        return _called_for(governed, lemma) and not convened and not ended
    if lemma in words("saying", "stance"):
        person = lemma in OF_PERSONS and (
            _is_person(sentence, reading, governed[0]) or is_person_noun(governed[0].lemma_)
        )
        return not person and not _bare_thanks(lemma, governed)
    if not _is_told(verb) or (lemma == "see" and verb.tag_ == "VBD"):
        return False  # "saw Norland as a friend" tells of the past
    leads = {t.lower_ for c in governed for t in c.children if t.dep_ in ("case", "mark") and t.i < c.i}
    if leads & _prepositions().get(lemma, frozenset()):
        return not (lemma == "speak" and all(c.pos_ == "PROPN" for c in governed))  # "spoke of Vestby"
    objects = [c for c in governed if c.dep_ in ("obj", "xcomp", "ccomp")]
    if not objects:
        return False
    if lemma == "want" and _wants_done(objects):
        return True
    if leads & _linked().get(lemma, frozenset()) or _linked_below(objects, lemma):
        others = [c for c in governed if c.dep_ in ("obj", "iobj") and not (lemma == "ask" and c.pos_ == "PRON")]
        if lemma == "ask" and verb.dep_.startswith("acl"):
            return False  # "the guests, who asked the guard to open"
        return lemma not in ("want", "ask") or bool(others)  # of others, not of oneself: "wants to leave"
    if lemma in words("saying", "judged") and any(
        _is_judgement(verb, c) for o in objects for c in (o, *(a for a in o.children if a.i > o.i))
    ):
        return True
    if lemma in words("saying", "feelings"):
        felt = [t for c in objects for t in c.subtree if t.lemma_.casefold() in words("saying", "felt")]
        return any(t.i == 0 or t.nbor(-1).text not in MARKS for t in felt)  # "expressed “concern”" is irony
    if lemma == "see":
        return objects[0].lemma_.casefold() in words("saying", "seen") or any(
            c.lower_ == "no" for c in objects[0].children
        )
    if lemma not in words("saying", "claims") or _is_person(sentence, reading, objects[0]):
        return False
    head = objects[0].lemma_.casefold()
    if lemma == "claim":
        return head in words("saying", "claimed")
    bare_name = objects[0].pos_ == "PROPN"  # "opposed Brill for years" tells of a life, not of an opinion
    return head not in ("allegiance", "loyalty") and not bare_name and (objects[0].dep_ == "obj" or lemma in INTENDED)


def _is_judgement(verb: Token, said_of: Token) -> bool:
    """Tell "finds the plan too costly", where an adjective is said of an object, from "found the gate open"."""
    if said_of.pos_ != "ADJ":
        return False  # the parse hangs the object on a rare adjective: "deems the offer unacceptable"
    weighed = any(c.dep_ == "advmod" for c in said_of.children)
    return verb.lemma_ != "find" or verb.tag_ in ("VBZ", "VBP") or weighed


def _is_told(verb: Token) -> bool:
    """Tell a verb that says what somebody holds from one inside another's thought: "rather than presenting ... as"."""
    having = verb.tag_ == "VBN" and any(c.lemma_ == "have" for c in verb.children)
    return (
        verb.tag_ in ("VBD", "VBZ", "VBP")
        or having
        or verb.tag_ == "NNS"
        or _is_past_alone(verb)
        or _unmarked_past(verb)
        or is_bare_plural(verb)
        or (verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl"))
    )


def _is_past_alone(verb: Token) -> bool:
    """Tell a past that was tagged as a participle: it heads the sentence, has a subject before it and no auxiliary."""
    subject = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ == "ROOT" and subject and not any(c.pos_ == "AUX" for c in verb.children)


def _unmarked_past(verb: Token) -> bool:
    """Tell the past of "put", which looks like the bare form, from "to put" and "will put"."""
    return verb.lower_ in ("put", "cast") and not any(c.pos_ in ("AUX", "PART") for c in verb.children)


def _linked_below(objects: list[Token], lemma: str) -> bool:
    """Tell "put [the loss at a tenth]", where the parse hangs the second part on the object."""
    leads = _linked().get(lemma, frozenset())
    return bool(leads) and any(
        t.lower_ in leads and t.dep_ in ("case", "mark") and t.head.head.i == c.i and not _of_noun(t)
        for c in objects
        for t in c.subtree
    )


def _wants_done(objects: list[Token]) -> bool:
    """Tell "wants the tolls cut", where the parse makes the deed a part of the object or of the verb."""
    wanted = [c for c in objects if c.dep_ == "obj"]
    deeds = [c for c in objects if c.dep_ == "xcomp"]
    deeds += [k for c in wanted for k in c.children if k.i > c.i and k.dep_ == "acl" and k.tag_ == "VBN"]
    return bool(wanted) and bool(deeds)


def _of_noun(lead: Token) -> bool:
    """Tell the "to" before a noun from that of an infinitive: "wants a change to the law", "wants the law to change"."""
    return lead.lower_ == "to" and lead.dep_ == "case"


def _is_person(sentence: Sentence, reading: Reading, token: Token) -> bool:
    """Tell whether an object is somebody: "welcomed the minister" is a greeting, "welcomed the vote" a view."""
    at = sentence.at(token)
    named = any(
        m.kind == "person" or m.form == "pronoun"
        for m in reading.mentions_in(sentence.start, sentence.end)
        if m.full_start <= at < m.full_end
    )
    return (
        named
        or _apposed_name(token)
        or token.pos_ == "PRON"
        or token.lemma_.casefold() in words("titles", "heads") | MET
    )


def _bare_thanks(lemma: str, governed: list[Token]) -> bool:
    """Tell "thanked the guests", which says nothing, from "thanked Norland for its help"."""
    return lemma == "thank" and not any(t.lower_ == "for" for c in governed for t in c.subtree)


SPEAKING_ON = frozenset({"continue", "go", "rush", "begin", "start", "use", "seem", "appear"})


def is_unspoken(verb: Token, *, stance: bool) -> bool:
    """Tell what is only wished, asked or refused from what is said: "declined to say", "to defend their country"."""
    if verb.tag_ != "VB" or _unmarked_past(verb) or is_bare_plural(verb):
        return False
    modal = any(c.tag_ == "MD" for c in verb.children)
    helped = any(c.lemma_ == "do" for c in verb.children if c.pos_ == "AUX")
    if helped or (modal and not stance):
        return False
    return stance or verb.head.lemma_ not in SPEAKING_ON


def _apposed_name(token: Token) -> bool:
    """Tell whether a person's name stands in apposition to a noun: "the group's chief, Ada Renn"."""
    near = [c for c in token.children if c.dep_ in ("appos", "flat", "compound", "conj")]
    return any(c.ent_type_ == "PER" or _apposed_name(c) for c in near)


def _has_case(noun: Token) -> bool:
    return any(c.dep_ == "case" and c.i < noun.i for c in noun.children)


def _called_for(governed: list[Token], lemma: str) -> bool:
    """Tell "called for restraint" and "called the vote a farce" from a telephone call and from "called him Teddy"."""
    convened = any(
        c.dep_ == "obj" and c.pos_ == "NOUN" and not _has_case(c) for c in governed[:1]
    )  # "called a ballot for May"
    prepositions = (
        lemma == "call"
        and not convened
        and any(t.lower_ in ("for", "on", "upon") for c in governed for t in c.children)
    )
    objects = [c for c in governed if c.dep_ == "obj"]
    # "called the lists worthless paper", "called the voyage illegal", where the parse has two objects or joins them
    said_of = [c for c in governed if c.dep_ == "xcomp"] or [
        c for c in objects[1:] if c.pos_ == "NOUN" and not c.head.dep_.startswith("acl")
    ]
    named = any(c.pos_ == "PROPN" or c.text[:1].isupper() for c in said_of)
    joined = [c for c in said_of if any(k.dep_ == "compound" and k.i < c.i for k in c.children)]
    objects = objects or joined
    quoted = any(t.text in MARKS for c in objects for t in c.subtree)
    return prepositions or (bool(objects) and (bool(said_of) or quoted) and not named)
