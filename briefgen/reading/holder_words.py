"""Tell whom words beside a verb of saying mean: a person, the body that a spokesman or a statement speaks for, or just words.

"U.S. President Ada Renn" is the person, "the Syrian government" the state, "a Treasury statement" the Treasury; "a Syrian
officer" and "opponents of Renn" stay words, as nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.knowledge.world import is_body_noun, is_person_noun, words
from briefgen.reading.marks import Holder, Mention, Reading, Sentence
from briefgen.reading.role_words import heads_role

LONGEST_NAME = 40
"""Characters of a name before the word that the parse takes for its head."""
LONGEST_HOLDER = 30
"""Words; a subject of more than half of this is cut down to the mention in it."""


def words_holder(reading: Reading, start: int, end: int) -> Holder | None:
    """Make a holder of words found without a parse; the head is the last word before a preposition, comma or "who"."""
    text = TRAILING.sub("", reading.text[start:end].rstrip(" ,—–-"))
    end = start + len(text)
    if not text:
        return None
    core = core_of(text)
    head = start + len(core) - len(core.split()[-1]) if core.split() else start
    return holder_in(reading, start, end, head)


TRAILING = re.compile(r"\s(?:has|have|had|also)$")
"""What belongs to the verb behind a subject: "the ministry has said"."""


def core_of(phrase: str) -> str:
    """Give the words of a noun phrase up to its first comma, preposition or "who".

    >>> core_of("the head of the mission, Ada Renn")
    'the head'
    """
    link = CORE_END.search(phrase)
    return phrase[: link.start()] if link is not None and link.start() else phrase


CORE_END = re.compile(r",|\s(?:of|for|at|in|on|from|to|by|with|who|that|as)\s")


def holder_in(reading: Reading, start: int, end: int, head: int | None = None) -> Holder | None:
    """Make the holder of the words `start:end`: a person named in them, else the mention of the head, else the words.

    `head` is where the head noun stands, None where the parse is not trusted. "U.S. President Ada Renn" is the
    person; "opponents of Renn", "an Israeli officer" are the words; "the Syrian government" is the state.
    """
    start, end = _narrowed(reading, start, end, head)
    head = _possessed(reading, end, head)
    mentions = [m for m in reading.mentions_in(start, end) if m.end <= end + 1]
    if head is not None:
        # the parse may cut a name in two ("Aba | Marzouk said"): the name that holds the head counts whole
        around = reading.mentions_in(head - LONGEST_NAME, head + 1)
        mentions += [m for m in around if m.form == "name" and m.end > head and m not in mentions]
    person = _person_in(reading, mentions, head)
    if person is not None:
        if len(reading.text[start:end].split()) > LONGEST_HOLDER // 2:
            start, end = max(start, person.full_start), min(end, person.full_end)
        return named(reading, start, end, person)
    covering = [m for m in mentions if head is not None and m.start <= head < m.end and m.entity]
    paper = _paper(reading, mentions, start, head)
    if paper is not None and not covering:
        return _issuer(reading, mentions, start, end, paper)
    noun = _word_at(reading, head)
    if covering and _speaks_for(reading, covering[-1]):
        return Holder(start=start, end=end, name=_said(reading, start, end), of=covering[-1].entity)
    if covering:
        return named(reading, start, end, covering[-1])
    if _is_person(noun) and head is not None:
        served = [m.entity for m in mentions if m.entity and m.form == "name" and m.kind != "person"]
        return Holder(start=start, end=end, name=_said(reading, start, end), of=next(iter(served), None))
    next_to = reading.mentions_in(head, head + len(noun) + 2) if head is not None else ()
    behind = [m for m in next_to if m.start > (head or 0) and m.form == "name" and m.entity]
    if head is None or behind or _acts_for_its_name(reading, head):
        acting = [m for m in mentions if m.entity and not _is_seat(reading, m)]
        chosen = next((m for m in behind or acting if m.form != "pronoun"), None)
        chosen = chosen or next(iter(acting), None)
        entity = reading.entity(chosen.entity) if chosen is not None else None
        kind = entity.kind if entity is not None else "organization"
        own = (noun in BODIES and kind in ("state", None)) or (kind is None and noun not in ORGANS and not behind)
        if chosen is not None and not own:
            return named(reading, start, end, chosen)
    return Holder(start=start, end=end, name=_said(reading, start, end))


def _is_seat(reading: Reading, mention: Mention) -> bool:
    """Tell a town that a body sits in, which is not the body: "the ministry in Vestby"."""
    entity = reading.entity(mention.entity)
    return (
        entity is not None
        and entity.kind is None
        and hangs(reading.text[max(0, mention.full_start - 12) : mention.full_start])
    )


def _possessed(reading: Reading, end: int, head: int | None) -> int | None:
    """Give where the noun stands that a name is the possessor of, where the parse took the name for the head."""
    for owner in reading.mentions_in(head, head + 1) if head is not None else ():
        owned = POSSESSED.match(reading.text, owner.end, end) if owner.form == "name" else None
        if owned is not None:
            core = core_of(owned[1])
            return owned.start(1) + len(core) - len(core.split()[-1])
    return head


POSSESSED = re.compile(r"(?:[’']s|(?<=s)[’'])\s+(\w.*)", re.DOTALL)


def _narrowed(reading: Reading, start: int, end: int, head: int | None) -> tuple[int, int]:
    """Give a subject without what opens its clause, and without what is told of it behind its head."""
    joined = JOINING.match(reading.text, start, end)
    start = joined.end() if joined is not None else start
    opening = OPENING.match(reading.text, start, end)
    if opening is not None and head is not None and opening.end() <= head:
        start = opening.end()
    for told in (WHEN, ADDED):
        match = told.search(reading.text, start, end)
        if match is not None and match.start() > start and (head is None or head < match.start()):
            end = match.start()
    return start, end


JOINING = re.compile(
    r"(?:(?:since|as|after|when|while|because|if|although|though|[Bb]ut|[Aa]nd|Yet|that)|\d{1,2}\.)\s+"
)
WHEN = re.compile(
    r",?\s(?:on |late on |early on )?(?:this |last |next )?(?:\w+day|week|weekend|month|year)(?:\s(?:night|morning|evening))?$"
)
"""A time at the end of a subject is no part of it: "news agencies this weekend"."""
ADDED = re.compile(
    r",?\s(?:who|whose)\s|\s(?:himself|herself|itself|themselves)\b|"
    r",\s(?:including|among them|such as|notably|especially|(?:most|some) of (?:them|whom))\s"
)
"""What is told of those who speak, and whom they include, is no part of their name: "critics, among them Renn"."""
OPENING = re.compile(r"(?:in|on|at|after|with|during|for|despite|under|by)\s[^,;:“”\"]{2,60},\s", re.IGNORECASE)
"""A phrase before a subject is no part of it: "at a late hour, the minister"."""


def _said(reading: Reading, start: int, end: int) -> str:
    return " ".join(reading.text[start:end].split())


def _paper(reading: Reading, mentions: Sequence[Mention], start: int, head: int | None) -> int | None:
    """Give where the noun of saying stands that a phrase is about: its head, or the one right behind its first name."""
    if _word_at(reading, head) in words("saying", "nouns"):
        return head
    for mention in mentions[:1]:
        behind = re.match(r"(?:[’']s?)?\s+(\w+)", reading.text[mention.end : mention.end + 30])
        if mention.start <= start + 4 and behind is not None and behind[1].casefold() in words("saying", "nouns"):
            return mention.end + behind.start(1)
    return None


def is_somebody(holder: Holder | None) -> bool:
    """Tell one who can speak: somebody known, or a noun for persons or a group."""
    if holder is None or holder.entity is not None:
        return holder is not None
    noun = core_of(holder.name).split()[-1:]
    return any(is_body_noun(word) or is_person_noun(word) for word in noun)


def may_hold(holder: Holder | None) -> bool:
    """Tell whether words may name one with an opinion: not "acts of terrorism that threaten", "a convoy, blaming"."""
    if holder is None or holder.entity is not None or is_somebody(holder) or is_paper(holder.name):
        return holder is not None
    noun = core_of(holder.name).split()[-1].strip(".,’'”\"")
    return not noun.islower() or noun in HOLDING or heads_role(noun)


def is_paper(name: str) -> bool:
    """Tell whether words mean something that is written or said: "the ministry's statement"."""
    return not words("saying", "nouns").isdisjoint(name.casefold().split())


def _word_at(reading: Reading, place: int | None) -> str:
    word = re.match(r"[\w-]+", reading.text[place : place + 40]) if place is not None else None
    return word[0].casefold() if word else ""


def _is_person(noun: str) -> bool:
    """Tell a noun for one person of office or trade: "spokesman", "source"."""
    return noun in words("titles", "heads") or noun == "source"


def _speaks_for(reading: Reading, mention: Mention) -> bool:
    """Tell one unnamed person of a body or state, "a Norland official", from the whole of them, "Norland officials"."""
    entity = reading.entity(mention.entity)
    return mention.form == "nominal" and mention.kind == "person" and entity is not None and entity.kind != "person"


def _issuer(reading: Reading, mentions: Sequence[Mention], start: int, end: int, head: int) -> Holder:
    """Give whose a statement or report is: "a Treasury statement", "a report by the institute"; else the words.

    "The report" alone is whose it was said to be in the sentences before.
    """
    own = _named_beside(reading, mentions, start, end, head)
    if own is not None:
        return named(reading, start, end, own)
    article = re.match(r"(?:an?|the|this|its)\s", reading.text[start:head], re.IGNORECASE)
    sentence = reading.sentence_at(head) if article is not None else None
    found = None
    if sentence is not None and article is not None:
        new = article[0][:1] in "aA"
        found = _maker(reading, sentence, start) if new else _known_issuer(reading, sentence, _word_at(reading, head))
    if found is not None:
        return named(reading, start, end, found)
    return Holder(start=start, end=end, name=_said(reading, start, end))


def _maker(reading: Reading, sentence: Sentence, start: int) -> Mention | None:
    """Give who makes what is spoken of for the first time: "Norland has issued a warning that says ..."."""
    before = reading.mentions_in(sentence.start, start)
    made = next((m for m in before if m.entity and m.form != "pronoun" and m.kind != "place"), None)
    return made if made is not None and not hangs(reading.text[sentence.start : made.full_start]) else None


def _known_issuer(reading: Reading, sentence: Sentence, noun: str) -> Mention | None:
    """Give whose "the report" was said to be in the sentences before."""
    word = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
    for earlier in reversed(reading.sentences[max(0, sentence.index - REACH) : sentence.index]):
        for match in word.finditer(reading.text, earlier.start, earlier.end):
            near = reading.mentions_in(earlier.start, earlier.end)
            found = _named_beside(reading, near, earlier.start, earlier.end, match.start()) or next(
                (m for m in near if m.entity and m.form == "name" and m.kind != "place" and m.start < match.start()),
                None,
            )
            if found is not None:
                return found
    return None


def _named_beside(reading: Reading, mentions: Sequence[Mention], start: int, end: int, head: int) -> Mention | None:
    """Give the name that a noun of saying belongs to: right before it, or behind "by", "from", "of" or "issued by"."""
    for mention in mentions:
        entity = reading.entity(mention.entity)
        if entity is None or entity.kind is None or mention.form == "pronoun" or not start <= mention.start < end:
            continue
        if mention.end <= head:
            if re.fullmatch(r"(?:[’']s?)?\s+(?:[\w-]+\s+){0,2}", reading.text[mention.end : head]):
                return mention
        elif re.match(
            r"[\w-]+\s+(?:(?:issued|released|published|made|written|sent|carried)\s+)?(?:by|from|of)\s+(?:the\s+|an?\s+)?$",
            reading.text[head : mention.full_start],
        ):
            return mention
    return None


HOLDING = frozenset(
    """he she they it we i you who one both all each some others many few most several none everyone everybody anyone anybody
    someone somebody nobody two three four half side sides capital capitals campaign campaigns locals medics rebels markets
    world west public majority minority percent source sources camp camps chamber chambers finding findings data figures statistics study
    studies research analysis analyses review indictment verdict""".split()
)
"""Words beside the nouns for persons and groups that may stand for who holds an opinion, or for what shows one."""
REACH = 4
"""Sentences that "the report" looks back for whose it is."""


def _person_in(reading: Reading, mentions: Sequence[Mention], head: int | None) -> Mention | None:
    """Give the person a noun phrase means: its head, or the name that titles or an apposition lead to."""
    persons = [m for m in mentions if m.kind == "person" and m.form != "nominal" and m.entity]
    for person in persons:
        if head is None or person.full_start <= head < person.full_end:
            return person
    for person in persons:
        if head is not None and head < person.start:
            # from the head on only titles and names, or an apposition: "the envoy, Ada Renn"
            between = reading.text[head : max(person.full_start, head)]
            between = between if between.endswith(", ") else reading.text[head : person.start]
            if between.endswith(", ") and "," not in between[:-2] and not _OTHER.search(between):
                return person  # "a spokesman for the ministry, Ada Renn"
            if re.fullmatch(r"(?:[\w.’'-]+\s+){0,7}|[\w.’' -]{2,60},\s+", between) and not _LINK.search(between):
                return person
        elif head is not None and person.end <= head and reading.text[person.end : head].lstrip()[:1] == ",":
            return person  # "Oleg Stanin, a ministry spokesman"
    return None


_OTHER = re.compile(r"\b(?:with|against|on|and|or|who|that|which|said|as)\b")
_LINK = re.compile(r"\b(?:of|for|at|to|from|with|against|by|in|on|and|or|who|that)\b")
ORGANS = frozenset(
    """government ministry administration regime authorities authority military army forces leadership embassy side delegation
    presidency parliament cabinet police mission command navy office department""".split()
)
"""Organs that act for the state or body named beside them: "the Syrian government"; the opposition does not."""
BODIES = frozenset(
    """militia group movement organization organisation party company agency council court bank committee commission bloc
    alliance union faction front body""".split()
)
"""These act for a body named beside them, not for the state they are in: "Norland’s main party" is not Norland."""


def _acts_for_its_name(reading: Reading, head: int) -> bool:
    word, sentence = re.match(r"\w+", reading.text[head:]), reading.sentence_at(head)
    opens = sentence is not None and sentence.start == head  # a capital says nothing there: "Critics of Norland say"
    return word is not None and (word[0].casefold() in ORGANS | BODIES or (word[0][:1].isupper() and not opens))


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


def hangs(lead: str) -> bool:
    """Tell whether a name stands behind a preposition: "two officials in Vestby"."""
    return HANGING.search(lead) is not None


HANGING = re.compile(
    r"\b(?:of|for|at|in|to|with|by|from|near|against|on|including|like|such as|among (?:them|others),?)(?:\s+the)?\s*$"
)
