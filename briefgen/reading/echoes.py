"""Tell whom "he", "the official" or a surname beside a quotation means where the words alone do not say it.

"A ministry source said ... He added ...": the unnamed source is the nearer one. "One Norland official said ... The
official said ...": the same words again, shorter. "Renn": the person of that surname, whatever the name was taken for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from briefgen.knowledge.world import is_body_noun, words
from briefgen.reading.antecedents import nearer_subject, of_surname
from briefgen.reading.attribution import holder_of
from briefgen.reading.holder_words import core_of
from briefgen.reading.marks import Holder, Quote, Reading, within
from briefgen.reading.role_words import heads_role, is_mere_address
from briefgen.reading.scene import gender_of
from briefgen.reading.transcripts import inside

PRONOUNS = frozenset({"he", "she", "they", "it", "who", "his", "her", "their", "its"})
SINGULAR = frozenset({"he", "she", "his", "her"})
NEAR = 2
"""Sentences that a pronoun looks back for a speaker without a name."""
FAR = 15
"""Sentences that "the official" looks back for "a defence official"."""


def settle_holders(reading: Reading, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Give the quotations, in text order, with holders that lean on earlier ones settled."""
    settled: list[Quote] = []
    quoted = partial(inside, sorted(span for quote in quotes if quote.direct for span in quote.spans))
    for quote in quotes:
        holder = quote.holder
        if holder is not None:
            holder = _named_nearer(reading, settled, holder, quoted) or _settled(reading, settled, holder)
            holder = _described(reading, quote, holder)
        settled.append(quote if holder is quote.holder else replace(quote, holder=holder))
    return tuple(_named_later(reading, settled))


def _named_later(reading: Reading, quotes: Sequence[Quote]) -> Iterator[Quote]:
    """Let "he" in the opening of a text, where nobody was named yet, mean the first person whom the text then is about."""
    first = next((m for m in reading.mentions if m.kind == "person" and m.form == "name" and m.entity), None)
    sentence = reading.sentence_at(first.start) if first is not None else None
    opens = sentence is not None and first is not None and first.full_start - sentence.start <= TITLED
    for quote in quotes:
        holder = quote.holder
        unknown = holder is not None and holder.entity is None and holder.name.casefold() in SINGULAR
        if unknown and opens and sentence and first and holder and holder.end < first.start:
            near = _sentences_between(reading, holder.start, first.start) <= OPENING
            quote = replace(quote, holder=_person(reading, holder, first.entity)) if near else quote
        yield quote


OPENING = 10
"""Sentences that "he" in the opening of a text may be from the name."""
TITLED = 40
"""Characters that titles may take before the name that a sentence opens with."""


def _settled(reading: Reading, before: Sequence[Quote], holder: Holder) -> Holder:
    said = reading.text[holder.start : holder.end].casefold()
    if said in PRONOUNS:
        return _pronoun(reading, before, holder, said)
    entity = reading.entity(holder.entity)
    if entity is not None and entity.kind is not None:
        return holder
    return _surname(reading, holder) or _epithet(reading, before, holder) or _again(reading, before, holder)


def _described(reading: Reading, quote: Quote, holder: Holder) -> Holder:
    """Give a person of whom the noun says nothing with the words that do: "two people | who had seen the lease"."""
    if holder.entity is not None or quote.cue is None or core_of(holder.name).split()[-1].casefold() not in ANYBODY:
        return holder
    before = holder.end <= quote.cue[0]
    told = (
        reading.text[holder.end : quote.cue[0]].rstrip() if before else reading.text[holder.end : holder.end + FARTHEST]
    )
    match = (DESCRIBING if before else DESCRIBED).match(told)
    if match is None or (before and match.end() < len(told)):
        return holder
    end = holder.end + match.end()
    return replace(holder, end=end, name=f"{holder.name} {' '.join(match[0].split())}")


ANYBODY = frozenset("person people persons source sources those someone somebody individuals".split())
FARTHEST = 80
"""Characters of what describes a person behind the noun."""
DESCRIBING = re.compile(r"\s(?:who|with|in|at|close|familiar|aware|present|\w+ed)\s[^,;:“”\"\n.]{3,80}$")
DESCRIBED = re.compile(r"\s(?:who|with|in|at|close|familiar|aware|present|\w+ed)\s[^,;:“”\"\n.]{3,70}(?=[,.]\s|[,.]?$)")


def _named_nearer(
    reading: Reading, before: Sequence[Quote], holder: Holder, quoted: Callable[[int], bool]
) -> Holder | None:
    """Give whom "he" or "her office" means where a subject was named later than the person it was taken for.

    So too the one who spoke in the sentence before, where the paragraph names nobody else.
    """
    said = reading.text[holder.start : holder.end].casefold().split()
    if not said or said[0] not in SINGULAR or len(said) > 2:
        return None
    own = next((m for m in reading.mentions_in(holder.start, holder.start + 1) if m.form == "pronoun"), None)
    if len(said) > 1 and (own is None or own.entity is None or own.entity != holder.entity):
        return None
    nearer = nearer_subject(reading, holder, said[0], quoted)
    return nearer or (_speaker_before(reading, before, holder) if len(said) == 1 else None)


def _speaker_before(reading: Reading, before: Sequence[Quote], holder: Holder) -> Holder | None:
    """Give the one person whom a paragraph has named, who spoke in the sentence before "But he added"."""
    sentence, last = reading.sentence_at(holder.start), before[-1].holder if before else None
    if sentence is None or last is None or not sentence.block.start <= last.start < holder.start:
        return None
    near = reading.mentions_in(sentence.block.start, holder.start)
    named = {m.entity for m in near if m.kind == "person" and m.form != "pronoun" and m.entity}
    alone = named == {last.entity} and _sentences_between(reading, last.start, holder.start) == 1
    return replace(holder, name=last.name, entity=last.entity) if alone and last.entity != holder.entity else None


def _pronoun(reading: Reading, before: Sequence[Quote], holder: Holder, said: str) -> Holder:
    """Let "he" mean the unnamed speaker just before it, or, where it is not known whom it means, the speaker just before.

    A person named alone in between comes first: "Renn disagrees. The sea, she argues, is full."
    """
    last = next((q.holder for q in reversed(before) if q.holder is not None and q.holder.end <= holder.start), None)
    near = last is not None and _sentences_between(reading, last.start, holder.start) <= NEAR
    if last is not None and near and _goes_on(reading, before[-1], last, holder):
        return replace(holder, name=last.name, entity=last.entity, of=last.of)
    since = _named_since(reading, before, last.end if last is not None and near else None, holder)
    if last is not None and near and not (since and said in SINGULAR):
        unnamed = last.entity is None and said in SINGULAR and is_one_person(last.name)
        lost = holder.entity is None and last.name.casefold() not in PRONOUNS
        if unnamed or (lost and _may_mean(reading, said, last)):
            return replace(holder, name=last.name, entity=last.entity, of=last.of)
    if holder.entity is None and said in SINGULAR and len(since) == 1:
        return _person(reading, holder, since.pop())
    return holder if holder.entity is not None else _subject_before(reading, holder, said)


def _goes_on(reading: Reading, told: Quote, last: Holder, holder: Holder) -> bool:
    """Tell whether "it" is the body that spoke before and not one that it spoke of: "The panel asked Norland to go. It also urged".

    So too "he", where the speaker's surname alone was not seen as a mention.
    """
    meant, entity = reading.entity(holder.entity), reading.entity(last.entity)
    if meant is None or told.direct or told.holder != last or last.entity == holder.entity:
        return False
    body = entity.kind not in ("person", None) if entity is not None else is_body_noun(core_of(last.name).split()[-1])
    if meant.kind == "person":
        unseen = entity is not None and entity.kind == "person" and not reading.mentions_in(last.start, last.end)
        said = reading.text[holder.start : holder.end].casefold()
        body = unseen and entity is not None and gender_of(entity.names) in ("", said)
    since = [m for m in reading.mentions_in(last.end, holder.start) if m.entity == meant.id]
    return body and bool(since) and all(start <= m.start < end for m in since for start, end in told.spans[-1:])


def _subject_before(reading: Reading, holder: Holder, said: str) -> Holder:
    """Let "it" and "he" mean the body or person without a name that the sentence before was about: "The panel sat on. It ..."."""
    subject = _last_subject(reading, holder)
    entity = reading.entity(subject.entity) if subject is not None else None
    if entity is not None and entity.kind == "organization" and said in ("it", "its"):
        return replace(holder, name=entity.name, entity=entity.id)
    if subject is None or subject.entity is not None:
        return holder
    noun = core_of(subject.name).split()[-1].casefold()
    one = heads_role(noun) or is_one_person(subject.name)
    meant = (
        one if said in SINGULAR else (is_body_noun(noun) and not one) if said in ("it", "its") else noun.endswith("s")
    )
    return replace(holder, name=subject.name, of=subject.of) if meant else holder


def _last_subject(reading: Reading, holder: Holder) -> Holder | None:
    """Give whom the sentence before in the paragraph is about; "his son" leads on to the sentence before that."""
    sentence = reading.sentence_at(holder.start)
    for earlier in reversed(reading.sentences[max(0, sentence.index - NEAR) : sentence.index] if sentence else ()):
        if sentence is None or earlier.paragraph != sentence.paragraph:
            return None
        subject = holder_of(earlier, reading, known=False)
        if subject is None or subject.name.split()[0].casefold() not in PRONOUNS:
            return subject
    return None


def _named_since(reading: Reading, before: Sequence[Quote], start: int | None, holder: Holder) -> set[str | None]:
    """Give the persons named outside quotations since an offset, else in the paragraph's sentences right before."""
    sentence = reading.sentence_at(holder.start)
    if start is None:
        earlier = reading.sentences[max(0, sentence.index - NEAR) : sentence.index] if sentence is not None else ()
        start = min((s.start for s in earlier if sentence and s.paragraph == sentence.paragraph), default=holder.start)
    named: set[str | None] = {
        m.entity
        for m in reading.mentions_in(start, holder.start)
        if m.kind == "person" and m.form == "name" and m.entity and not _in_quotes(before, m.start)
    }
    if named:
        return named
    opening = (
        re.match(r"[A-Z][\w’'-]+(?=\s)", reading.text[s.start : s.end])
        for s in within(reading.sentences, start, holder.start)
    )
    owners = (of_surname(reading, match[0]) for match in opening if match is not None)
    return {owner.id for owner in owners if owner is not None}  # a surname that was not taken for a name


def _person(reading: Reading, holder: Holder, key: str | None) -> Holder:
    entity = reading.entity(key)
    return holder if entity is None else replace(holder, name=entity.name, entity=entity.id)


def _may_mean(reading: Reading, said: str, last: Holder) -> bool:
    entity = reading.entity(last.entity)
    if said == "they" and re.search(r"\sand\s[A-Z]", reading.text[last.start : last.end + 8]):
        return True  # "Ada Renn and Otto Brill write"
    person = entity.kind == "person" if entity is not None else is_one_person(last.name)
    return person == (said in SINGULAR) if said != "who" else False


def is_one_person(name: str) -> bool:
    """Tell whether words without a name mean one person: "a ministry source", "one farmer", "Her coach"."""
    first = core_of(name).split()
    leads = ("a", "an", "one", "another", "the", "her", "his", "their", "its")
    if not first or not (first[0].casefold() in leads or first[0].endswith(("’s", "'s"))):
        return False
    head = first[-1].casefold()
    if head in words("saying", "nouns") or head in words("titles", "media") or is_body_noun(head):
        return False  # "the newspaper", "the letter"
    people = words("titles", "heads") | {
        "source",
        "man",
        "woman",
        "resident",
        "witness",
        "coach",
        "relative",
        "survivor",
    }
    return head in people or head.endswith(("man", "woman", "person", "er", "or", "ist"))


def _in_quotes(quotes: Sequence[Quote], place: int) -> bool:
    return any(start <= place < end for quote in quotes[-4:] for start, end in quote.spans)


def _sentences_between(reading: Reading, first: int, last: int) -> int:
    one, other = reading.sentence_at(first), reading.sentence_at(last)
    return other.index - one.index if one is not None and other is not None else NEAR + 1


def _surname(reading: Reading, holder: Holder) -> Holder | None:
    """Point a bare surname at the one person of that surname."""
    if not re.fullmatch(r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w’'-]+", holder.name):
        return None
    owner = of_surname(reading, holder.name.split()[-1])
    return replace(holder, name=owner.name, entity=owner.id) if owner is not None else None


def _epithet(reading: Reading, before: Sequence[Quote], holder: Holder) -> Holder | None:
    """Let "the former envoy" mean the person without a stated role who spoke just before, where nobody is named in between."""
    match = re.fullmatch(r"the ((?:[\w’'-]+ ){0,4}?)([\w’'-]+)", holder.name, re.IGNORECASE)
    last = next((q.holder for q in reversed(before) if q.holder is not None), None)
    entity = reading.entity(last.entity) if last is not None else None
    if match is None or last is None or entity is None or entity.kind != "person":
        return None
    noun, over = match[2].casefold(), not FORMER.isdisjoint(match[1].casefold().split())
    aged = AGED.search(match[1]) is not None
    described = is_one_person(holder.name) and (over or aged or noun not in words("titles", "official"))
    near = last.end <= holder.start and _sentences_between(reading, last.start, holder.start) <= NEAR
    stated = not aged and entity.role is not None and not is_mere_address(entity.role)
    if not described or not near or stated or _named_since(reading, before, last.end, holder):
        return None
    return _person(reading, holder, last.entity)


AGED = re.compile(r"\d-year-old\b")
FORMER = frozenset({"former", "ex", "retired", "onetime", "one-time"})


def _again(reading: Reading, before: Sequence[Quote], holder: Holder) -> Holder:
    """Let "the official" mean the last "defence official" who spoke."""
    match = re.fullmatch(r"the (\w+)", holder.name, re.IGNORECASE)
    if match is None or match[1].casefold() in words("saying", "nouns"):
        return holder
    noun = match[1].casefold()
    titled = _of_title(reading, holder, noun)
    if titled is not None:
        return titled
    for quote in reversed(before):
        earlier = quote.holder
        if earlier is None or earlier.entity is not None or earlier.name.casefold().startswith("the "):
            continue
        if _sentences_between(reading, earlier.start, holder.start) > FAR:
            break
        head = re.split(r",|\s(?:of|for|at|in|on|from|to|with|who)\s", earlier.name)[0].split()
        if head and head[-1].casefold() == noun:
            return replace(holder, name=earlier.name, of=earlier.of)
    return holder


def _of_title(reading: Reading, holder: Holder, title: str) -> Holder | None:
    """Let "the General" mean the last person who was named with this title."""
    if title not in words("titles", "ranks", "heads"):
        return None
    sentence = reading.sentence_at(holder.start)
    first = reading.sentences[max(0, sentence.index - FAR)].start if sentence is not None else 0
    for mention in reversed(reading.mentions_in(first, holder.start)):
        lead = reading.text[mention.full_start : mention.start].casefold().split()
        if mention.kind == "person" and mention.form == "name" and mention.entity and title in lead:
            return _person(reading, holder, mention.entity)
    return None
