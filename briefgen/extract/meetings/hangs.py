"""Tell whether a place or a date hangs on the word that tells a meeting, or on a purpose, a topic or another's act.

"Met in Oslo to discuss the floods in Kenya": Oslo hangs on the meeting, Kenya on what was spoken about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.knowledge.world import words
from briefgen.reading.verbforms import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

SETTLEMENTS = frozenset(
    {"village", "city", "town", "port", "capital", "resort", "suburb", "province", "island", "region"}
)
MOVING = frozenset(
    "visit travel send dispatch fly go come arrive invite welcome host return head trip sojourn summon".split()
)
ASIDES = frozenset({"margins", "sidelines", "fringes"})
ABOUT = frozenset(
    "about on regarding concerning over of for against from amid following after before since with".split()
)
"""Prepositions whose phrase says of what or of whom, or sets another event beside: its places are not the meeting's."""
GATHERED = frozenset({"on", "for", "with"})
"""Those of them that may lead to where one is: "on a visit", "for talks"."""
COUNTED = frozenset("minutes hours days weeks months round rounds day series session sessions".split())
"""What talks are counted in: what hangs on "two days of talks" hangs on the talks."""
DEEPEST = 12


def strays(phrase: Token, at: Token, verb: Token) -> bool:
    """Tell whether a phrase (by its root) hangs on something else than the telling word or the verb of its clause."""
    before = next((c.nbor(-1) for c in phrase.children if c.dep_ == "case" and c.i - 1 > at.i), None)
    if before is not None and before.pos_ == "NOUN" and _leads_away(before, at):
        return True  # "talks about the drought in Kenya", whatever a parser hangs Kenya on
    own = {at.i, verb.i, *(t.i for t in verb.ancestors), *_carried(at, verb)}
    if at.head.lower_ in COUNTED and at.dep_ == "nmod":
        own.add(at.head.i)
    word = phrase
    for _ in range(DEEPEST):
        if word.head.i == word.i or word.i in own:
            return False
        if word.i != phrase.i and _leads_away(word, at):
            return True
        if word.head.i in own:
            return word.i != phrase.i and (_other_end(word, at) or _spoken_of(word, at))
        word = word.head
    return False


def _carried(at: Token, verb: Token) -> set[int]:
    """Give the verbs that tell the same: "the talks are due to open", "talks which were held", "invited her to visit"."""
    subject = next((t for t in (at, *at.ancestors) if t.dep_.startswith("nsubj")), None)
    raised = [t for t in verb.subtree if t.dep_ == "xcomp"] if subject is not None and subject.head.i == verb.i else []
    bidden = verb.lower_ in verb_forms("meeting", "invite")
    come = [t for t in verb.subtree if bidden and t.lemma_.casefold() in MOVING]
    return {t.i for t in (*raised, *come, *(c for c in at.children if of_the_meeting(c, at)))}


PREPARING = frozenset("prepare plan arrange organise organize clear pave secure broker".split())


def opened_by(at: Token, verbs: frozenset[str] | None = None) -> int | None:
    """Give the "to" of "flew to Riga on Monday to prepare a summit": what stands before it is not the summit's.

    `verbs` are the lemmas that set a noun of meeting so apart, all verbs of purpose where none are given.
    """
    verb = at
    while verb.head.i != verb.i and verb.pos_ not in ("VERB", "AUX"):
        verb = verb.head
    apart = verbs or words("meeting", "purpose") | PREPARING
    to = next((c.i for c in verb.lefts if c.tag_ == "TO"), None)
    noun = at.pos_ in ("NOUN", "PROPN") and verb.i < at.i
    return to if noun and verb.tag_ == "VB" and verb.lemma_.casefold() in apart else None


def of_the_meeting(verb: Token, at: Token) -> bool:
    """Tell "talks of Renn and Vell, which opened on Monday", from "talks with Vell, who left office in 2019"."""
    if not verb.dep_.startswith("acl"):
        return False
    person = any(t.lower_ in ("who", "whose", "whom") for t in verb.lefts)
    return verb.head.i == at.i or (at.pos_ in ("NOUN", "PROPN") and at.is_ancestor(verb) and not person)


def _leads_away(word: Token, at: Token) -> bool:
    """Tell a word between a phrase and the telling word that sets the phrase apart: another verb, a topic."""
    if word.pos_ in ("VERB", "AUX"):
        set_for = word.dep_ == "acl" and word.lower_ in verb_forms("meeting", "planned")
        return not (set_for or of_the_meeting(word, at) or _comes(word))  # "a dialogue in Riga planned for May"
    case = next((c.lower_ for c in word.children if c.dep_ in ("case", "mark")), "")
    if (
        case not in ABOUT
        or {word.lower_, word.head.lower_} & (SETTLEMENTS | ASIDES)
        or word.lower_ in ("each", "other")
    ):
        return False
    if case == "on" and (word.i < at.i or word.pos_ in ("PROPN", "NUM")):
        return False  # "On a stop in Riga, she met"; "on Monday", "on 3 May"
    meeting = {word.lower_, word.lemma_.casefold()} & words("meeting", "nouns")
    return not (meeting and case in GATHERED) and not _addressed(word, at, case)


def _addressed(word: Token, at: Token, case: str) -> bool:
    """Tell "met with the minister in Oslo", whose place a parser may hang on the minister, from "with the war in Libya"."""
    said = {word.lower_, word.lemma_.casefold()}
    titled = word.text[:1].isupper()  # a tagger takes "Union" for a common noun
    person = word.pos_ != "NOUN" or titled or bool(said & (words("meeting", "people") | words("titles", "heads")))
    if case == "of":
        event = word.head.i == at.i or word.head.lemma_.casefold() in words("meeting", "nouns")
        named = titled and (word.ent_type_ == "LOC" or word.head.text[:1].isupper())
        return (person and event) or named
    return (case == "with" and word.head.i == at.i) or (case in ("with", "for", "from") and person)


def _comes(verb: Token) -> bool:
    """Tell "while attending a summit in Riga", where one is, from "to review the fighting in Kenya"."""
    bare = any(c.lower_ == "to" and c.dep_ in ("mark", "aux") for c in verb.children)
    there = ("attend", "meet", "convene", "sit")
    moved = verb.lemma_.casefold() in MOVING or any(verb.lower_ in verb_forms("meeting", kind) for kind in there)
    return moved and not bare


def _spoken_of(word: Token, at: Token) -> bool:
    """Tell the object of "discussed the war in Sudan", a topic."""
    return word.dep_ == "obj" and word.head.i == at.i and at.lower_ in verb_forms("meeting", "discuss")


def _other_end(word: Token, at: Token) -> bool:
    """Tell a place inside the phrase of who met, "the troops in Kenya met", from that of the talks themselves."""
    subject = word.dep_.startswith("nsubj") and word.i < at.i
    return subject and word.lemma_.casefold() not in words("meeting", "nouns")
