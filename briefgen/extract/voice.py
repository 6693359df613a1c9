"""Tell in whose name a text speaks, and which of its sentences are that one's views.

"I" and "we" outside quotations are the writer of a signed piece, whom a statement is from ("Statement by Minister Ada Renn"),
those who issue it ("Norland and Sorland issue the following joint statement"), or the body that announces something.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from briefgen.knowledge.world import is_body_noun, is_person_noun, words
from briefgen.model import ActorKind
from briefgen.names import fold
from briefgen.reading.holders import kind_of_holder
from briefgen.reading.marks import Entity, Reading, Sentence
from briefgen.reading.quotemarks import words_in
from briefgen.reading.role_words import heads_role, is_past, is_rank
from briefgen.reading.transcripts import first_turn

if TYPE_CHECKING:
    from spacy.tokens import Token

FEWEST = 6
"""Words of a sentence that is shown as the view of the one who speaks in the text."""
SHORT_LINE = 14
"""Words of a line that names the writer."""
NOBODY_NAMED = "the author"
"""Who writes a text that does not say it."""
HEAD = 8
"""Blocks of a text that may say whose statement it is."""
OPENING = 6
"""Sentences that may say who issues or announces it."""
COMMITTED = re.compile(
    r"^(?:This|These|Today[’']s|The|We)\b[^,;]{0,60}?\b(?:will (?:help|continue to|not|remain|stand)|(?:is|are|remains?|stands?) "
    r"(?:committed|determined|ready|resolved)|must|demonstrates?|underscores?|sends? a|calls? (?:on|upon|for))\b"
)
"""What a signed statement of an office holder says in its own name: aims, commitments, demands."""
FIRST_PERSON = re.compile(
    r"\b(?:I|we|We) (?:\w+ly )?(?:believe|think|argue|wrote|write|fear|doubt|hope|suspect|know|have never|have seen|"
    r"have watched|would|should|need|must|cannot|do not|see|remember|(?:dis)?agree|recommend|conclude|welcome|regret|reject|"
    r"condemn|oppose|suggest|expect|assess|judge|maintain|contend|submit|urge|call (?:on|for)|find (?:it|that|no)|"
    r"(?:am|are|remain) (?:not |\w+ly )?(?:convinced|persuaded|concerned|sceptical|skeptical|confident|sure|certain))\b"
    r"|\b(?:[Ii]n|[Tt]o) (?:my|our) (?:own )?(?:view|opinion|mind|judge?ment|assessment|estimation|reading)\b"
    r"|\b[Mm]y (?:\w+ ){0,2}(?:view|opinion|hunch|guess|bet|sense|conclusion|argument|point|advice|prediction|impression|fear|"
    r"hope|answer|verdict|assessment|judge?ment|recommendation)s? (?:is|are|remains?)\b"
)
JUDGED = re.compile(
    r"^(?:(?:But|And|Yet|So|Still),?\s)?(?:What (?!is\b)[^,;?]{2,50} (?:needs?|lacks?|requires?|deserves?) is\b"
    r"|To [^,;?]{4,80} is to\b"
    r"|It (?:is|was) (?:precisely|exactly|surely|plainly|hardly|high) (?:because|when|time|that|what)\b"
    r"|No [^,;?]{2,50} (?:should|ought|must|can afford)\b)"
)
"""How a sentence opens that weighs something in its writer's own name: "What the harbour lacks is a pilot"."""
SPEAKING = re.compile(r"\b(?:I|[Ww]e)\b|\b[Oo]ur (?:\w+ ){1,3}(?:will|must|are|is|have|has|remains?|stands?)\b")
"""A sentence of a statement in the name of those whose statement it is."""
SMALL = frozenset({"the", "of", "for", "and", "prime", "foreign", "vice", "deputy"})
LONGEST_NAME = 4
HEADED = re.compile(
    r"\b(?:statement|declaration|remarks|speech|address|message|letter|communiqu[eé])\s(?:by|from|of)\s(?P<whose>.+)"
    r"|\b(?P<piece>report|study|paper|brief|submission|briefing|survey)\sby\s(?P<by>.+)",
    re.IGNORECASE,
)
"""A line that names whose text it is; who writes a report or gives a briefing speaks in it, but not in every sentence."""
WE = re.compile(r"We,?\s?[—–,-]\s?(?:the\s)?(?P<whose>[^,;—–]{3,80}?)[,—–]")
"""How a declaration opens: "We, the ministers of Norland, ...", "We—the Reed Union, with the mayors of ..."."""
OWN_LINE = 8
"""Words of a line above the text that is no more than the name of the body whose text it is."""
CONCLUDES = re.compile(
    r"\b[Ww]e (?:\w+ly |further |also |therefore )?(?:conclude|recommend|find|urge|call (?:on|for))\b"
)
TOPIC = re.compile(r"\s(?:on|about|regarding|concerning|following|after|at|to|for|marking|ahead)\s")
ISSUED = re.compile(
    r"\b(?:issues?d?|releases?d?|makes?|made|adopts?|adopted|publish(?:es|ed)?)\s(?:today\s)?(?:the\sfollowing|this)\s(?:\w+\s){0,2}"
    r"(?:statement|declaration|communiqu[eé]|message)\b"
)
ANNOUNCING = re.compile(
    r"\s(?:is|today)\s(?:\w+ing)\b|\s(?:today\s)?(?:announces|designates|condemns|welcomes|imposes)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Whose text it is: an entity's id or words. `signed`: the source names its author; `stated`: it is a statement."""

    name: str
    entity: Entity | None = None
    signed: bool = False
    stated: bool = False
    office: bool = False
    """Whether it is one who holds office, by the role that the text or the line of the name states."""


def voice_of(reading: Reading) -> Voice:
    """Give who speaks in the text: who issues it, its named author, the body that announces something, else a plain word."""
    voice = _speaking(reading)
    return replace(voice, office=voice.office or _in_office(reading, voice))


def personal(voice: Voice) -> Voice:
    """Give the one who says "I" in the text: whose text it is, else its unnamed author where that is a body."""
    body = voice.entity is not None and voice.entity.kind != "person"
    return Voice(name=NOBODY_NAMED) if body and not voice.stated else voice


def _speaking(reading: Reading) -> Voice:
    headed = _headed(reading)
    issuer = _issuing(reading) if headed is None else None
    if headed is not None or issuer is not None:
        return headed or Voice(name=issuer.id if issuer is not None else "", entity=issuer, stated=True)
    declared = _declaring(reading)
    if declared is not None:
        return declared
    authors = reading.document.source.authors
    if authors:
        return _signing(reading, authors[0])
    concluded = _concluding(reading)
    if concluded is not None:
        return concluded
    body = _announcing(reading)
    publisher = reading.document.source.publisher
    if body is None and publisher and words("titles", "research") & set(fold(publisher).split()):
        return _signing(reading, publisher)
    return Voice(name=body.id if body is not None else NOBODY_NAMED, entity=body)


def _signing(reading: Reading, name: str) -> Voice:
    """Give the one of this name whose text it is, whether or not the text names him or it."""
    known = next((e for e in reading.entities if fold(name) in {fold(n) for n in e.names}), None)
    return Voice(name=known.id if known is not None else name, entity=known, signed=True)


def _headed(reading: Reading) -> Voice | None:
    """Give the first one named behind "Statement by" in a line above the text, before what it is about.

    A person whom the text itself does not name is told from a body by an office before the name.
    """
    for block in reading.document.blocks[:HEAD]:
        line = reading.text[block.start : block.end]
        match = HEADED.search(line) if len(line.split()) <= 2 * SHORT_LINE and not line.endswith(".") else None
        if match is None:
            continue
        stated = match["piece"] is None
        whose = f" {TOPIC.split(match['whose'] or match['by'])[0]} "
        entity = _named_in(reading, whose)
        if entity is not None:
            return Voice(name=entity.id, entity=entity, stated=stated, signed=not stated)
        parts = whose.split()
        titles = list(takewhile(lambda w: is_rank(w) or heads_role(w) or w.casefold() in SMALL, parts))
        if (
            titles
            and 1 < len(parts) - len(titles) <= LONGEST_NAME
            and all(w[:1].isupper() for w in parts[len(titles) :])
        ):
            return Voice(name=" ".join(parts[len(titles) :]), office=True, stated=stated, signed=not stated)
        if not stated and parts and (parts[0][:1].isupper() or parts[0] == "the"):
            official = kind_of_holder(whose) == "official"
            return Voice(name=whose.strip(), office=official, signed=True)
    return None


def _named_in(reading: Reading, words_of: str) -> Entity | None:
    """Give who is named in the words of a heading, whatever its capitals: a person before a body, else the first."""
    low = fold(words_of)
    placed = [
        (f" {low} ".find(f" {fold(name)} "), -len(name), entity)
        for entity in reading.entities
        for name in entity.names
        if entity.kind is not None and f" {fold(name)} " in f" {low} "
    ]
    persons = [p for p in placed if p[2].kind == "person"]
    return min(persons or placed, key=lambda p: p[:2])[2] if placed else None


def _declaring(reading: Reading) -> Voice | None:
    """Give those who say "We" and who they are in the same breath, where a declaration opens with it."""
    for sentence in reading.sentences[: OPENING // 2]:
        match = WE.match(reading.text, sentence.start, sentence.end)
        if match is not None:
            entity = _named_in(reading, match["whose"])
            said = set(fold(reading.text[sentence.start : sentence.end]).split())
            name = entity.id if entity is not None else match["whose"]
            return Voice(name=name, entity=entity, stated=True, office=not said.isdisjoint(OF_STATES))
    return None


OF_STATES = frozenset("governments states ministers leaders heads members countries".split())
"""Who meets where a declaration is that of office holders."""


def _concluding(reading: Reading) -> Voice | None:
    """Give the body on a line of its own above a text that says what "we conclude" or "we recommend"."""
    if CONCLUDES.search(reading.text) is None:
        return None
    for block in reading.document.blocks[:HEAD]:
        line = reading.text[block.start : block.end].strip()
        parts = re.findall(r"[^\W\d_]+", line)
        titled = all(word[:1].isupper() or word in SMALL for word in parts)
        if block.kind != "prose" and titled and 1 < len(parts) <= OWN_LINE and parts[-1].casefold() in COLLEGES:
            official = kind_of_holder("", "organization", names=(line,)) == "official"
            return Voice(name=line, entity=_named_in(reading, line), signed=True, office=official)
    return None


COLLEGES = frozenset("committee commission council panel board inquiry tribunal taskforce".split())
"""Bodies of several members, who say "we" in what they publish."""


def _issuing(reading: Reading) -> Entity | None:
    """Give the first of those who "issue the following statement"; what they hold they hold together."""
    for sentence in reading.sentences[:OPENING]:
        match = ISSUED.search(reading.text, sentence.start, sentence.end)
        if match is None:
            continue
        for mention in reading.mentions_in(sentence.start, match.start()):
            entity = reading.entity(mention.entity)
            if entity is not None and entity.kind is not None:
                return entity
    return None


def _announcing(reading: Reading) -> Entity | None:
    """Give the body whose release this is: its first sentence says "the ministry is announcing ..."."""
    for sentence in reading.sentences[: OPENING // 2]:
        for mention in reading.mentions_in(sentence.start, sentence.end):
            entity = reading.entity(mention.entity)
            if entity is None or entity.kind not in ("organization", "state"):
                continue
            match = ANNOUNCING.match(reading.text, mention.end, sentence.end)
            if match is not None and match.start() <= sentence.at(sentence.span.root) < match.end():
                return entity
            break
    return None


def replied_to(reading: Reading, place: int) -> bool:
    """Tell a line that a message repeats from the one it answers ("> We heard of a fire"): its writer is not named."""
    return reading.text.startswith(">", reading.text.rfind("\n", 0, place) + 1)


def own_sentences(reading: Reading, voice: Voice, quoted: set[int]) -> Iterator[Sentence]:
    """Give the sentences outside quotations in which a signed text or a statement speaks in its own name."""
    if not (voice.signed or voice.stated):
        return
    spoken_from = first_turn(reading)
    for sentence in reading.sentences:
        if sentence.start >= spoken_from:
            return
        text = reading.text[sentence.start : sentence.end]
        weighed = JUDGED.match(text) is not None and not text.rstrip().endswith("?")
        signed = (
            weighed
            or FIRST_PERSON.search(text)
            or (voice.office and COMMITTED.match(text))
            or _advises(reading, sentence)
        )
        spoken = (weighed or SPEAKING.search(text)) and not WE.match(text) if voice.stated else signed
        if replied_to(reading, sentence.start):
            continue
        if sentence.index not in quoted and spoken and text[:1] not in "“\"‘'" and words_in(text) >= FEWEST:
            yield sentence


def _advises(reading: Reading, sentence: Sentence) -> bool:
    """Tell advice, which in a signed piece is its writer's: "Norland ought to open the gates"; no question, no mere forecast.

    "The talks should end in May" says what is expected: advice is to somebody who acts.
    """
    for token in sentence:
        verb = token.head
        if token.lower_ not in ("should", "ought", "must") or verb.dep_ not in ("ROOT", "conj", "parataxis"):
            continue
        subject = next((c for c in (*verb.children, *verb.head.children) if c.dep_ == "nsubj"), None)
        if subject is not None and subject.i < token.i and _acts(reading, sentence, subject):
            return not sentence.span.text.rstrip().endswith("?")
    return False


def _acts(reading: Reading, sentence: Sentence, subject: Token) -> bool:
    if subject.lower_ in ("i", "we"):
        return True
    at = sentence.at(subject)
    named = any(m.entity and m.start <= at < m.end for m in reading.mentions_in(sentence.start, at + 1))
    return named or is_body_noun(subject.lower_) or heads_role(subject.lower_) or is_person_noun(subject.lower_)


def _in_office(reading: Reading, voice: Voice) -> bool:
    entity = voice.entity
    if entity is not None and (voice.stated or entity.role):
        return kind_of_holder("", *standing(entity)) == "official"
    for block in reading.document.blocks[:HEAD] if voice.signed and reading.document.source.authors else ():
        line, author = reading.text[block.start : block.end], reading.document.source.authors[0]
        if block.kind != "prose" and author in line and len(line.split()) < SHORT_LINE:
            return kind_of_holder(line.replace(author, " "), "person") == "official"
    return False


def standing(entity: Entity | None) -> tuple[ActorKind | None, str, str, tuple[str, ...]]:
    """Give what the kind of a view is judged by: kind, role, affiliation and names of its holder.

    A role that is over says less than one that is held: "retired ambassador, now a fellow of the institute".
    """
    if entity is None:
        return None, "", "", ()
    role, affiliation = entity.role or "", entity.affiliation or ""
    held = next((s for s in entity.standings if not _is_over(s.role)), None)
    if held is not None and _is_over(role):
        role, affiliation = held.role, held.affiliation or affiliation
    return entity.kind, role, affiliation, entity.names


def _is_over(role: str) -> bool:
    return is_past(role) or role.casefold().split()[:1] == ["retired"]
