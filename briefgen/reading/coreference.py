"""Point pronouns and descriptions at entities, only where that is safe; elsewhere they stay unresolved.

Safe are: a group of a named body ("Hamas officials", "the Russian delegation"), he and she for the person who was the
subject last, "the minister" for the last person of that role, it and "the group" for the last body that was a subject,
and who behind a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from briefgen.knowledge.world import is_person_noun, words
from briefgen.reading.clauses import FINITE
from briefgen.reading.finding import Found
from briefgen.reading.marks import Mention, MentionKind, Sentence, Words
from briefgen.reading.scene import HE_OR_SHE, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token

GROUPS = frozenset(
    """officials leaders leadership delegation delegations representatives representative negotiators members side
team government authorities delegates forces troops envoys diplomats ministers lawmakers spokespeople regime administration
designees functionaries military army officers envoy official leader chief commander spokesman spokeswoman spokesperson
negotiator diplomat chairman president minister premier ambassador king emir media cabinet parliament embassy mission
counterparts counterpart figures politicians politburo bureau participants""".split()
)
PEOPLE = frozenset(
    "officials leaders leadership delegation delegations representatives negotiators members side team government "
    "authorities delegates forces troops envoys diplomats regime administration designees functionaries "
    "military army media cabinet embassy mission figures politicians ministers participants".split()
)
BODIES = frozenset(
    "group movement organization organisation party ministry militia company bank agency council institute "
    "committee commission body network front faction union firm unit brigade department court "
    "charity gang cartel bloc tribunal tank think-tank ngo monitor observatory regulator association federation coalition alliance "
    "force mission command guard board authority "
    "broadcaster newspaper paper station channel watchdog centre center foundation university".split()
)
ITS = frozenset({"it", "its", "itself"})
PRONOUNS = HE_OR_SHE | ITS | {"who"}
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "ROOT", "nsubj:outer", "parataxis", "appos", "flat", "compound"})


def mark_others(
    sentence: Sentence,
    names: Sequence[tuple[Found, str | None]],
    scene: Scene,
    own: Sequence[Mention],
    quoted: Sequence[tuple[int, int]],
) -> list[Mention]:
    """Give the descriptions and pronouns of a sentence as mentions; remembers all mentions in the scene, in order."""
    doc, made = sentence.words, []
    by_last = {found.last: (found, key) for found, key in names}
    by_start = {m.start: m for m in own}
    covered = {i for found, _ in names for i in range(found.first, found.last + 1)}
    states = {found.last: key for found, key in names if found.kind != "person" and key is not None}
    for index in range(sentence.span.start, sentence.span.end):
        start, low, tag = sentence.offset + doc.starts[index], doc.low[index], doc.tags[index]
        means = index not in covered and (low in PRONOUNS or tag[:2] == "NN")
        if not means and start not in by_start and index not in by_last:
            continue
        token = doc[index]
        inside = bool(quoted) and any(a <= start < b for a, b in quoted)
        if start in by_start and not inside and not _is_addressed(sentence, token):
            # who is named inside a quotation, or only spoken to, is not the one that "he said" behind it means
            scene.note(by_start[start], sentence, subject=_is_subject(token, doc))
        if index in by_last:
            group = _group_of(sentence, token, scene, *by_last[index])
            if group is not None:
                several = group.kind == "organization"
                for one in (*(_joined_to(sentence, by_last[index][0], by_last) if several else ()), group):
                    made.append(one)
                    scene.note(one, sentence, subject=True)
            continue
        if not means:
            continue
        mention = None
        if low in HE_OR_SHE and not inside:
            key = scene.he_or_she(low, sentence)
            mention = _mention(sentence, token, token, "pronoun", "person", key)
        elif low in ITS and not inside:
            mention = _mention(sentence, token, token, "pronoun", "organization", scene.it(sentence))
        elif low == "who" and index > sentence.span.start:
            mention = _who(sentence, token, own)
        elif low in words("titles", "heads") and tag in ("NN", "NNP"):
            mention = _of_role(sentence, token, scene, covered, states)
        elif tag == "NN" and is_person_noun(low) and not inside:
            mention = _of_role(sentence, token, scene, covered, states)
            mention = mention if mention is not None and mention.entity is not None else None
        elif low in BODIES and tag[:2] == "NN" and not inside:
            mention = _of_kind(sentence, token, scene, covered)
        if mention is not None:
            made.append(mention)
            if mention.entity is not None and not inside:
                scene.note(mention, sentence, subject=_is_subject(token, doc))
    return made


def _is_addressed(sentence: Sentence, token: Token) -> bool:
    """Tell whom a sentence is spoken to, whom it tells nothing of: "Thank you, Otto", "Otto, I cannot say"."""
    doc, start = sentence.words, sentence.span.start
    thanked = token.i > start and doc.forms[token.i - 1] == ","
    if thanked and not THANKING.isdisjoint(doc.low[max(start, token.i - 3) : token.i]):
        return True
    return not ADDRESSING.isdisjoint(sentence.low) and token.dep_ == "vocative"


THANKING = frozenset("thank thanks morning afternoon evening hello welcome sorry".split())
ADDRESSING = frozenset({"you", "your", "thanks"})


def _is_subject(token: Token, doc: Words) -> bool:
    """Tell whether a word stands in a subject, or names whom something is "according to"."""
    head = token
    if "according" in doc.low[max(0, token.i - 5) : token.i]:
        return True
    for _ in range(3):
        arc = head.dep_
        if arc in ("nsubj", "nsubj:pass", "nsubj:outer"):
            return True
        if arc not in ("flat", "compound", "appos", "nmod:poss", "nmod:desc", "amod"):
            return False
        head = head.head
    return False


def _article(sentence: Sentence, token: Token, covered: set[int]) -> int | None:
    """Give where "the" or "this" stands that makes a noun with its modifiers a description of one already named.

    None where a name, another noun or "of ..." comes behind, as then the phrase says itself who is meant.
    """
    doc, first = sentence.words, token.i
    modifying = (first > sentence.span.start for _ in range(5))
    while next(modifying, False) and (doc.pos[first] in MODIFYING or doc.forms[first] == "-"):
        first -= 1
    behind = doc[token.i + 1] if token.i + 1 < sentence.span.end else None
    goes_on = behind is not None and (
        behind.i in covered
        or behind.lower_ in ("of", "for", "-")
        or (behind.pos_ in ("NOUN", "PROPN") and behind.tag_ not in FINITE)
    )
    return None if goes_on or first == token.i or doc.low[first] not in ("the", "this", "that") else first


def _of_kind(sentence: Sentence, token: Token, scene: Scene, covered: set[int]) -> Mention | None:
    """Mark "the group" and "the Norland company"."""
    first = _article(sentence, token, covered)
    if first is None:
        return None
    key = scene.body(token.lower_, sentence, only=first != token.i - 1)
    begin = token if first == token.i - 1 else sentence.words[first]
    return _mention(sentence, begin, token, "nominal", "organization", key) if key or begin is token else None


def _of_role(
    sentence: Sentence, token: Token, scene: Scene, covered: set[int], states: Mapping[int, str]
) -> Mention | None:
    """Mark "the minister", "The Prime Minister", "the Vestby-based analyst"."""
    doc, first = sentence.words, _article(sentence, token, covered)
    if first is None:
        return None
    more = [
        doc.low[i]
        for i in range(first + 1, token.i)
        if i not in covered and doc.low[i] in words("titles", "inside") and doc.low[i] not in WEAK
    ]
    titled = token.text[:1].isupper() and first > sentence.span.start
    # "the Norland minister" belongs to Norland, "the Vestby-based analyst" to nobody named
    of = next((states[i] for i in range(first + 1, token.i) if i in states and doc.forms[i + 1] != "-"), None)
    key = scene.with_role(token.lower_, sentence, more, of, titled=titled)
    if first == token.i - 1:
        return _mention(sentence, token, token, "nominal", "person", key)
    return _mention(sentence, doc[first], token, "nominal", "person", key) if key is not None else None


MODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "PUNCT", "ADV"})
WEAK = frozenset("senior top former high high-ranking then late veteran longtime".split())
"""Words that may stand before an office and tell nothing of it."""


def _mention(sentence: Sentence, first: Token, last: Token, form: str, kind: MentionKind, key: str | None) -> Mention:
    start, end = sentence.span_of(first, last)
    begin = start
    if (
        form == "nominal"
        and first.i > sentence.span.start
        and sentence.words.low[first.i - 1] in ("the", "this", "that")
    ):
        begin = sentence.at(sentence.words[first.i - 1])
    text = sentence.said(begin, end)
    return Mention(
        start=begin,
        end=end,
        form="pronoun" if form == "pronoun" else "nominal",
        kind=kind,
        entity=key,
        text=text,
        full_start=begin,
        full_end=end,
    )


def _who(sentence: Sentence, token: Token, own: Sequence[Mention]) -> Mention | None:
    before = [
        m
        for m in own
        if m.kind == "person" and m.full_end <= sentence.at(token) and sentence.at(token) - m.full_end <= 2
    ]
    return _mention(sentence, token, token, "pronoun", "person", before[-1].entity) if before else None


def _joined_to(sentence: Sentence, found: Found, by_last: Mapping[int, tuple[Found, str | None]]) -> Iterator[Mention]:
    """Mark the first states of "Norwegian, Latvian and Polish officials", whose people the noun behind the last one means."""
    doc, first = sentence.words, found.first
    while first - 2 >= sentence.span.start and doc.low[first - 1] in ("and", ","):
        behind = first - 2 if doc.forms[first - 2] != "," else first - 3
        before, key = by_last.get(behind, (None, None))
        if before is None or key is None or before.known is None or before.known.what != "adjective":
            return
        yield _mention(sentence, doc[before.first], doc[before.last], "nominal", "organization", key)
        first = before.first


def _group_of(sentence: Sentence, token: Token, scene: Scene, found: Found, key: str | None) -> Mention | None:
    """Mark "Hamas officials", "the Russian foreign minister" and the like behind a state's or body's name."""
    doc, index = sentence.words, token.i + 1
    if key is None or found.kind == "person":
        return None
    if index < sentence.span.end and doc.forms[index] in ("'s", "'"):
        index += 1
    last = None
    while index < sentence.span.end and index - token.i < 8:
        low = doc.low[index]
        if low in GROUPS and not doc.forms[index][:1].isupper():
            last = index
        elif not (
            low in words("titles", "inside")
            or low in words("titles", "heads")
            or doc.pos[index] == "ADJ"
            or low in ("-", "delegation")
        ) or low in ("to", "and", "in", "on", "at", "for", "of", "the"):
            break
        index += 1
    if last is None:
        return None
    plural = doc.low[last] in PEOPLE
    start = found.start
    before = doc[found.first - 1] if found.first > sentence.span.start else None
    if before is not None and before.lower_ in ("the", "a", "an", "senior", "top", "some", "several", "high-ranking"):
        start = sentence.at(before)
    end = sentence.span_of(doc[last], doc[last])[1]
    text = sentence.said(start, end)
    definite = doc.forms[token.i + 1] in ("'s", "'", "’s", "’") or (before is not None and before.lower_ == "the")
    if definite and not plural:
        more = [doc.low[i] for i in range(token.i + 1, last) if doc.low[i] in words("titles", "inside") - WEAK]
        key = scene.with_role(doc.low[last], sentence, more, key) or key
    return Mention(
        start=start,
        end=end,
        form="nominal",
        kind="organization" if plural else "person",
        entity=key,
        text=text,
        full_start=start,
        full_end=end,
        role=doc.forms[last],
    )
