"""Find designation statements: who does or does not list, ban, proscribe, sanction or delist whom.

Found: "Orlania has designated the Tarn Front as a terrorist organisation", "Verrin declined to list it", "was added to the
EU's sanctions list", "is considering listing". Left alone: labels ("the terrorist group X"), demands and threats.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefgen.dates import sharper
from briefgen.knowledge.world import words
from briefgen.model import UNDATED, Designation, DesignationStatus, When
from briefgen.names import slug
from briefgen.reading.clauses import governors, mentions_under, negated, phrase, subject_of, with_phrase
from briefgen.reading.marks import Mention, Reading, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

LIST_TRIGGER = re.compile(
    r"designat|\blist|blacklist|proscri|outlaw|\bban|sanction|terror|brand|label|delist|revo[ck]|unban", re.IGNORECASE
)
CATEGORY = re.compile(
    r"(?:foreign |specially designated |global |international )*(?:terrorists?|terrorism|terror|extremist|criminal|undesirable)"
    r"(?:[ -](?:organi[sz]ations?|groups?|entit(?:y|ies)|movements?|sponsors?|individuals?|list|persons?))?",
    re.IGNORECASE,
)


def find_designations(reading: Reading) -> Iterator[Designation]:
    """Give the designation statements of a document, one for each authority, subject and status."""
    found: dict[tuple[str, str, str], Designation] = {}
    for sentence in reading.sentences:
        if not LIST_TRIGGER.search(reading.text[sentence.start : sentence.end]):
            continue
        for made in _in_sentence(reading, sentence):
            key = (made.authority, made.subject, made.status)
            old = found.get(key)
            if old is None:
                found[key] = made
            elif made.evidence[0] not in old.evidence:
                found[key] = Designation(
                    id=old.id,
                    authority=old.authority,
                    subject=old.subject,
                    status=old.status,
                    category=old.category or made.category,
                    as_of=sharper(old.as_of, made.as_of),
                    evidence=(*old.evidence, *made.evidence),
                )
    yield from found.values()


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Designation]:
    for token in sentence.span:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        frame = _frame(token)
        if frame is None:
            continue
        status = _status(token, frame)
        if status is None:
            continue
        authorities = _authorities(reading, sentence, token, frame)
        subjects = _subjects(reading, sentence, token, frame)
        category = _category(reading, sentence, frame)
        when = _as_of(reading, sentence, token)
        for authority in authorities:
            for subject in subjects:
                if subject != authority:
                    yield Designation(
                        id=f"{slug(authority, 30)}-{slug(subject, 30)}-{status.replace('_', '-')}",
                        authority=authority,
                        subject=subject,
                        status=status,
                        category=category,
                        as_of=when,
                        evidence=(reading.document.cite(sentence.start, sentence.end),),
                    )


def _lemma(token: Token) -> str:
    low, lemma = token.lower_, token.lemma_.casefold()
    for ending, back in (("ned", "n"), ("ted", "te"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("s", "")):
        stem = low[: -len(ending)] + back
        if low.endswith(ending) and stem in words("designation", "list_verbs") | words("designation", "delist_verbs"):
            return stem
    return lemma


def _frame(verb: Token) -> str | None:
    """Tell which kind of statement a verb makes: list, judge, sanction, impose, delist, or none."""
    lemma = _lemma(verb)
    has_list = any(
        t.lower_ in words("designation", "list_nouns")
        for c in verb.children
        if c.dep_.startswith(("obl", "obj", "nmod", "nsubj"))
        for t in c.subtree
    )
    complement = _complement(verb)
    if lemma in words("designation", "delist_verbs"):
        nouns = words("designation", "list_nouns") | words("designation", "sanction_nouns")
        return "delist" if any(t.lower_ in nouns for t in verb.subtree) or lemma in ("delist", "unban") else None
    if lemma in ("sanction", "blacklist", "proscribe", "outlaw"):
        return "sanction" if lemma == "sanction" else "list"
    if lemma == "ban":
        return "list"
    if lemma == "designate":
        passive_place = any(
            t.lower_ in ("area", "zone", "chairman", "successor", "official", "director") for t in complement
        )
        return None if passive_place else "list"
    if (lemma in ("add", "place", "put", "list") and has_list) or (lemma == "list" and _is_category(complement)):
        return "list"
    if lemma in words("designation", "impose_verbs") and any(
        t.lower_ in words("designation", "sanction_nouns")
        for c in verb.children
        if c.dep_ in ("obj", "nsubj:pass")
        for t in (c, *c.children)
    ):
        return "impose"
    if lemma in words("designation", "judge_verbs") | words("designation", "list_verbs") and _is_category(complement):
        return "list" if lemma in words("designation", "list_verbs") else "judge"
    return None


def _complement(verb: Token) -> list[Token]:
    """Give the words of "as a terrorist organisation" and of a second object ("a terrorist group")."""
    found: list[Token] = []
    objects = [c for c in verb.children if c.dep_ in ("obj", "xcomp", "obl", "iobj", "nmod", "advcl", "ccomp")]
    for child in objects:
        cases = {g.lower_ for g in child.children if g.dep_ in ("case", "mark")}
        if "as" in cases or (child.dep_ in ("xcomp", "obj") and len(objects) > 1) or child.dep_ == "xcomp":
            found.extend(verb.doc[i] for i in phrase(child))
        else:
            # the "as" phrase may hang on the object: "designated five groups affiliated with Hamas as ..."
            for t in child.subtree:
                if t.lower_ == "as" and t.head.i != child.i and t.i > verb.i:
                    found.extend(verb.doc[i] for i in phrase(t.head))
    return found


def _is_category(tokens: Sequence[Token]) -> bool:
    return any(t.lower_ in words("designation", "categories") for t in tokens)


def _status(verb: Token, frame: str) -> DesignationStatus | None:
    """Give the status with its polarity; None for what is demanded, threatened or supposed."""
    chain = [verb, *governors(verb)]
    no = negated(verb)
    for inner, outer in itertools.pairwise(chain):
        if inner.dep_ not in ("xcomp", "ccomp", "advcl", "obj", "obl", "acl", "conj"):
            break
        lemma = outer.lemma_.casefold()
        if inner.dep_ in ("xcomp", "advcl", "obl", "obj", "acl") and lemma in words("designation", "refusing"):
            no = True
        elif inner.dep_ in ("xcomp", "obj", "ccomp", "acl", "obl") and lemma in words("designation", "weighing"):
            return "under_review"
        elif inner.dep_ in ("xcomp", "ccomp", "obl", "acl", "obj") and lemma in words("designation", "demanding"):
            return None
        if negated(outer) and inner.dep_ == "xcomp":
            no = True
    helpers = {c.lower_ for c in verb.children if c.dep_.startswith(("aux", "mark"))}
    if helpers & {"should", "must", "could", "might", "would", "if", "may", "whether"} and not no:
        return "under_review" if "whether" in helpers else None
    if frame == "delist":
        return None if no else "delisted"
    if any(c.lower_ in ("longer",) for t in verb.children for c in (t, *t.children)) and no:
        return "delisted"
    return "not_designated" if no else "designated"


def _passive(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj:pass", "aux:pass") for c in verb.children) or (
        verb.dep_.startswith("acl") and verb.tag_ == "VBN"
    )


def _named(reading: Reading, mentions: Sequence[Mention]) -> list[str]:
    keys = []
    for mention in mentions:
        entity = reading.entity(mention.entity)
        if entity is not None and entity.kind is not None and entity.id not in keys:
            keys.append(entity.id)
    return keys


def _authorities(reading: Reading, sentence: Sentence, verb: Token, frame: str) -> list[str]:
    """Give who lists: the subject, "by ..." of a passive, the owner of the list, else who was the subject before."""
    if _passive(verb):
        by = [c for c in verb.children if c.dep_ in ("obl:agent", "obl") and any(g.lower_ == "by" for g in c.children)]
        found = _acting(reading, [m for c in by for m in mentions_under(reading, sentence, c)])
        if not found:
            owners = [
                t
                for c in verb.subtree
                if c.lower_ in words("designation", "list_nouns")
                for t in c.children
                if t.dep_ in ("nmod:poss", "nmod", "compound")
            ]
            found = _acting(reading, [m for t in owners for m in mentions_under(reading, sentence, t)])
        return found
    subject = subject_of(verb)
    if subject is None:
        return []
    mentions = mentions_under(reading, sentence, subject)
    persons = [m for m in mentions if m.kind == "person" and m.form != "nominal"]
    found = _acting(reading, [m for m in mentions if m not in persons]) or _acting(reading, mentions)
    for key in list(found):
        entity = reading.entity(key)
        if entity is not None and entity.kind == "person" and entity.affiliation in reading.by_id:
            found[found.index(key)] = entity.affiliation or key
    return found


def _acting(reading: Reading, mentions: Sequence[Mention]) -> list[str]:
    return _named(reading, mentions)


def _subjects(reading: Reading, sentence: Sentence, verb: Token, frame: str) -> list[str]:
    """Give whom: objects, the subject of a passive, "on ..." of sanctions; described parties in their own words."""
    if frame == "impose":
        targets = [
            t
            for c in verb.subtree
            for t in with_phrase(c, "on", "against")
            if c.i == verb.i or c.lower_ in words("designation", "sanction_nouns")
        ]
    elif _passive(verb):
        passive = [c for c in verb.children if c.dep_ == "nsubj:pass"]
        targets = passive or (
            [verb.head] if verb.dep_.startswith("acl") else [s for s in [subject_of(verb)] if s is not None]
        )
    else:
        targets = [c for c in verb.children if c.dep_ in ("obj", "iobj", "ccomp") and c.i > verb.i][:1]
    if not targets:
        targets = [
            c
            for c in verb.children
            if c.dep_ in ("obl", "xcomp")
            and c.i > verb.i
            and not any(g.lower_ in ("as", "by", "in", "on", "for", "to", "under", "from", "after") for g in c.children)
        ][:1]
    complement = {t.i for t in _complement(verb)}
    keys: list[str] = []
    for target in targets:
        mentions = list(mentions_under(reading, sentence, target, frozenset(complement)))
        head = sentence.at(target)
        at_head = [m for m in mentions if m.start <= head < m.end]
        named = _named(reading, [m for m in mentions if m.form != "pronoun" or m in at_head])
        described = target.pos_ == "NOUN" and not at_head
        if described:
            text = _description(reading, sentence, target, complement)
            listed = [m for m in mentions if _including(sentence, m)]
            # "the militia known as X", "groups such as X and Y" name; "groups affiliated with X" do not
            same = _named(reading, listed) or (
                _named(reading, mentions) if target.dep_ != "obj" and len(mentions) == 1 and not text else []
            )
            keys.extend(same or ([text] if text else []))
        else:
            keys.extend(named)
    keys.extend(_nor(reading, sentence, verb))
    if not keys and frame != "impose":
        nor = [
            m for m in reading.mentions_in(sentence.at(verb), sentence.end) if m.form == "name" and m.kind != "place"
        ]
        keys = _named(reading, nor[:1])
    return list(dict.fromkeys(keys))


def _nor(reading: Reading, sentence: Sentence, verb: Token) -> list[str]:
    """Read "does not list X (nor Y, for that matter)": what stands behind nor is a subject too."""
    for token in sentence.span:
        if token.lower_ == "nor" and token.i > verb.i:
            behind = [m for m in reading.mentions_in(sentence.at(token), sentence.end) if m.form == "name"]
            return _named(reading, behind[:1])
    return []


def _including(sentence: Sentence, mention: Mention) -> bool:
    tokens = sentence.tokens(mention.start, mention.end)
    before = (
        [t.lower_ for t in sentence.span.doc[max(sentence.span.start, tokens[0].i - 3) : tokens[0].i]]
        if len(tokens)
        else []
    )
    return bool({"including", "namely", "called", "named"} & set(before)) or before[-2:] == ["such", "as"]


def _description(reading: Reading, sentence: Sentence, target: Token, complement: set[int]) -> str:
    doc = target.doc
    indices = sorted(
        t.i for t in target.subtree if t.i not in complement and sentence.span.start <= t.i < sentence.span.end
    )
    indices = [i for i in indices if not any(c in complement for c in range(indices[0], i))] if indices else []
    while indices and (doc[indices[-1]].is_punct or doc[indices[-1]].lower_ in ("as", "a", "the")):
        indices.pop()
    if not indices or len(indices) > 14:
        return ""
    start, end = sentence.span_of(doc[indices[0]], doc[indices[-1]])
    return " ".join(reading.text[start:end].split())


def _category(reading: Reading, sentence: Sentence, frame: str) -> str | None:
    if frame in ("sanction", "impose"):
        return "sanctions"
    match = CATEGORY.search(reading.text, sentence.start, sentence.end)
    if match:
        return " ".join(match[0].split())
    return "sanctions" if "sanction" in reading.text[sentence.start : sentence.end].casefold() else None


def _as_of(reading: Reading, sentence: Sentence, verb: Token) -> When:
    times = [
        t for t in reading.times_in(sentence.start, sentence.end) if t.when is not None and t.when.start is not None
    ]
    if not times:
        return UNDATED
    at = sentence.at(verb)
    best = min(times, key=lambda t: abs(t.start - at))
    return best.when or UNDATED
