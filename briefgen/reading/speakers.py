"""Tell whom words beside a verb of saying mean: a person, the body that a spokesman or a statement speaks for, or just words.

"U.S. President Ada Renn" is the person, "the Syrian government" the state, "a Treasury statement" the Treasury; "a Syrian
officer" and "opponents of Renn" stay words, as nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefgen.knowledge.world import is_group_noun, is_person_noun, singulars, words
from briefgen.reading.clauses import FINITE
from briefgen.reading.marks import Holder, Mention, Reading, Sentence
from briefgen.reading.verbforms import verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_HOLDER = 30
"""Words; a subject of more than half of this is cut down to the mention in it."""


def beside(sentence: Sentence, reading: Reading, verb: Token) -> Holder | None:
    """Give who stands directly before or behind a verb whose subject the parser lost ("...,” said Shtayyeh")."""
    start, end = sentence.span_of(verb, verb)
    near = [m for m in reading.mentions_in(sentence.start, sentence.end) if m.kind != "place" or m.entity]
    behind = [m for m in near if 0 <= m.full_start - end <= 3 and m.form != "pronoun"]
    if behind:
        return named_as(reading, behind[0])
    before_it = [
        m for m in near if 0 <= start - m.full_end <= 3 and not _hangs(reading.text[sentence.start : m.full_start])
    ]
    if before_it and before_it[0].full_end < start and reading.text[before_it[0].full_end : start].isspace():
        return named_as(reading, before_it[0])
    return _lead_phrase(sentence, reading, start) or (named_as(reading, before_it[0]) if before_it else None)


def right_before(sentence: Sentence, reading: Reading, verb: Token) -> Holder | None:
    """Give the body or state named right before a verb: "they left after Norland demanded it"."""
    at = sentence.at(verb)
    for mention in reading.mentions_in(max(sentence.start, at - 60), at):
        entity = reading.entity(mention.entity)
        alone = reading.text[mention.end : at].isspace() and not _hangs(
            reading.text[sentence.start : mention.full_start]
        )
        if alone and entity is not None and entity.kind is not None and mention.form != "pronoun":
            return named_as(reading, mention)
    return None


def _hangs(lead: str) -> bool:
    """Tell whether a name stands behind a preposition: "two officials in Vestby"."""
    return HANGING.search(lead) is not None


HANGING = re.compile(
    r"\b(?:of|for|at|in|to|with|by|from|near|against|on|including|like|such as|among (?:them|others),?)(?:\s+the)?\s*$"
)


def _lead_phrase(sentence: Sentence, reading: Reading, end: int) -> Holder | None:
    """Give the noun phrase before a verb by the words alone: "two officials in Vestby said", "The bloc, which ..., said"."""
    text = reading.text[sentence.start : end].rstrip()
    inserted = re.fullmatch(
        r"([^,;:“”\"]{2,80}),\s(?:which|who|whose|to|in|of|with|an?|the|among|including|led|most|some|all|both)\s[^;:“”\"]{2,160},",
        text,
    )
    last = re.search(r"(?:^|[,;:—–]\s|\b(?:that|as|while|but|after|because)\s)([^,;:“”\"]{2,80})$", text)
    match = _joined_predicate(text) or inserted or last
    if match is None or NOMINAL.match(match[1]) is None:
        return None
    start, stop = sentence.start + match.start(1), sentence.start + match.end(1)
    if verb_in(sentence, start, stop):
        return None
    return words_holder(reading, start, stop)


LONGEST_LEAD = 300
"""Characters before the second of two joined verbs."""


def _joined_predicate(text: str) -> re.Match[str] | None:
    """Find the subject of two verbs of saying: "The group, also known as the Crane, denies it and says"."""
    if len(text) > LONGEST_LEAD:
        return None
    found = re.fullmatch(r"([^,;:“”\"]{2,80}?)(?:,\s[^,;:“”\"]{2,160},)?\s(\w+)\s[^;:“”\"]*?,?\s(?:and|but)", text)
    known = {**verb_forms("saying", "stance"), **verb_forms("saying", "clause")}
    return found if found is not None and known.get(found[2], ("", ""))[1] in ("past", "s") else None


def verb_in(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a finite verb stands in a stretch; "asked by a reporter" is none."""
    return any(t.tag_ in FINITE and not _reduced(t) for t in sentence.tokens(start, end))


def _reduced(token: Token) -> bool:
    """Tell a participle that the tagger took for a past: "residents asked by a reporter"."""
    behind = token.nbor() if token.i + 1 < len(token.doc) else None
    return token.tag_ == "VBD" and token.lower_.endswith("ed") and behind is not None and behind.lower_ == "by"


def behind_verb(reading: Reading, end: int) -> Holder | None:
    """Give who stands directly behind a verb of speaking: a name with its titles, else a short noun phrase."""
    stop = _clause_end(reading, end)
    for mention in reading.mentions_in(end, stop):
        lead = reading.text[end : mention.start].lstrip()
        if mention.kind == "person" and mention.entity and mention.form == "name" and _titles(lead, mention, end):
            return named(reading, mention.start - len(lead), mention.end, mention)
        if lead and not re.fullmatch(r"(?:[\w.’'-]+\s+){0,3}", lead):
            break
    first = next((m for m in reading.mentions_in(end, stop) if m.entity and m.full_start <= end + 4), None)
    phrase = NOMINAL.match(reading.text, end, stop)
    if first is not None and (phrase is None or first.form != "name" or not _goes_on(reading, first.end)):
        return named(reading, first.start, first.end, first)
    return words_holder(reading, phrase.start(1), phrase.end(1)) if phrase else None


def _clause_end(reading: Reading, start: int) -> int:
    """Give where the words behind a verb may end: the next quotation mark, line end or 200 characters."""
    mark = re.compile(r"[“”\"\n;]|''").search(reading.text, start, start + 200)
    return mark.start() if mark else min(len(reading.text), start + 200)


NOMINAL = re.compile(
    r"\s*((?:an?|the|one|another|his|her|their|its|our|my|some|several|many|two|three|[A-Z][\w.’'-]+)"
    r"(?:\s+(?!(?:of|for|at|in|on|from|to|by|with|who|that|as|when|after|before|during|while|and|but)\b)[\w’'-]+){1,6}"
    r"|[a-z]{4,}s\b)"
)
"""A short noun phrase up to its first preposition or mark: "a ministry spokesman", "officials"."""


def _goes_on(reading: Reading, end: int) -> bool:
    """Tell whether a noun follows a name directly: "Norland officials", "the Reed Front’s envoy"."""
    return re.match(r"(?:[’']s)?\s+[a-z]", reading.text[end : end + 5]) is not None


SMALL = frozenset("of the for and & to on in at a an former then".split())


def _titles(lead: str, mention: Mention, end: int) -> bool:
    """Tell whether only titles stand before a name: "Under Secretary for Terrorism and Financial Intelligence Ada Renn"."""
    if mention.full_start <= end + 4:
        return True
    if "," in lead:
        return re.fullmatch(r"(?:an?|the|one|his|her|their|its|[A-Z]\S+)\s[^,]{2,60},\s+", lead) is not None
    parts = lead.split()
    small = [w for w in parts if not w[:1].isupper()]
    return all(w in SMALL for w in small) or (len(parts) <= 4 and not any(w in SMALL for w in small))


def words_holder(reading: Reading, start: int, end: int) -> Holder | None:
    """Make a holder of words found without a parse; the head is the last word before a preposition, comma or "who"."""
    text = reading.text[start:end].rstrip(" ,—–-")
    end = start + len(text)
    if not text:
        return None
    link = re.search(r",|\s(?:of|for|at|in|on|from|to|by|with|who|that|as)\s", text)
    first = text[: link.start()] if link and link.start() else text
    head = start + len(first) - len(first.split()[-1]) if first.split() else start
    return holder_in(reading, start, end, head)


def before(sentence: Sentence, reading: Reading, start: int) -> Holder | None:
    """Give the last person named before a verb in its sentence."""
    named = [m for m in reading.mentions_in(sentence.start, start) if m.kind == "person" and m.entity]
    return named_as(reading, named[-1]) if named else None


def noun_holder(sentence: Sentence, reading: Reading, noun: Token) -> Holder | None:
    """Give the holder that a noun phrase of the parse means, cut before relative clauses."""
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
    while tokens and (doc[tokens[0]].is_punct or doc[tokens[0]].is_space or doc[tokens[0]].lower_ == "by"):
        tokens.pop(0)  # "was told by officials"
    if not tokens:
        return None
    start, end = sentence.span_of(doc[tokens[0]], doc[tokens[-1]])
    head = sentence.at(noun)
    return holder_in(reading, start, end, head)


def holder_in(reading: Reading, start: int, end: int, head: int | None = None) -> Holder | None:
    """Make the holder of the words `start:end`: a person named in them, else the mention of the head, else the words.

    `head` is where the head noun stands, None where the parse is not trusted. "U.S. President Ada Renn" is the
    person; "opponents of Renn", "an Israeli officer" are the words; "the Syrian government" is the state.
    """
    joined = re.match(
        r"(?:(?:since|as|after|when|while|because|if|although|though|[Bb]ut|[Aa]nd|Yet|that)|\d{1,2}\.)\s+",
        reading.text[start:end],
    )
    start += joined.end() if joined is not None else 0
    opening = OPENING.match(reading.text, start, end)
    if opening is not None and head is not None and opening.end() <= head:
        start = opening.end()
    late = WHEN.search(reading.text, start, end)
    if late is not None and late.start() > start and (head is None or head < late.start()):
        end = late.start()
    added = ADDED.search(reading.text, start, end)
    if added is not None and (head is None or head < added.start()):
        end = added.start()
    mentions = [m for m in reading.mentions_in(start, end) if m.end <= end + 1]
    if head is not None:
        # the parse may cut a name in two ("Aba | Marzouk said"): the name that holds the head counts whole
        mentions += [m for m in reading.mentions_in(head, head + 1) if m.form == "name" and m not in mentions]
    person = _person_in(reading, mentions, start, end, head)
    if person is not None:
        if len(reading.text[start:end].split()) > LONGEST_HOLDER // 2:
            start, end = max(start, person.full_start), min(end, person.full_end)
        return named(reading, start, end, person)
    paper = _paper(reading, mentions, start, head)
    if paper is not None:
        return _issuer(reading, mentions, start, end, paper)
    noun = _word_at(reading, head)
    covering = [m for m in mentions if head is not None and m.start <= head < m.end and m.entity]
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
        chosen = next((m for m in behind or mentions if m.entity and m.form != "pronoun"), None)
        chosen = chosen or next((m for m in mentions if m.entity), None)
        entity = reading.entity(chosen.entity) if chosen is not None else None
        if chosen is not None and not (noun in BODIES and entity is not None and entity.kind in ("state", None)):
            return named(reading, start, end, chosen)
    return Holder(start=start, end=end, name=_said(reading, start, end))


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
    phrase = re.split(r",|\s(?:of|for|at|in|on|from|to|by|with|who|that)\s", holder.name)[0].split()
    return bool(phrase) and (is_group_noun(phrase[-1]) or any(is_person_noun(form) for form in singulars(phrase[-1])))


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
    noun, text = _word_at(reading, head), reading.text
    sentence = reading.sentence_at(head)
    earlier = reading.sentences[max(0, sentence.index - REACH) : sentence.index] if sentence is not None else ()
    if sentence is not None and re.match(r"an?\s", text[start:head], re.IGNORECASE):
        made = [
            m
            for m in reading.mentions_in(sentence.start, start)
            if m.entity and m.form != "pronoun" and m.kind != "place"
        ]
        if made and not _hangs(text[sentence.start : made[0].full_start]):
            return named(reading, start, end, made[0])  # "Norland has issued a warning that says ..."
    if re.match(r"(?:the|this|its)\s", text[start:head], re.IGNORECASE):
        for before_it in reversed(earlier):
            for match in re.finditer(rf"\b{re.escape(noun)}\b", text[before_it.start : before_it.end], re.IGNORECASE):
                at = before_it.start + match.start()
                near = reading.mentions_in(before_it.start, before_it.end)
                found = _named_beside(reading, near, before_it.start, before_it.end, at) or next(
                    (m for m in near if m.entity and m.form == "name" and m.kind != "place" and m.start < at), None
                )
                if found is not None:
                    return named(reading, start, end, found)
    return Holder(start=start, end=end, name=_said(reading, start, end))


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


REACH = 4
"""Sentences that "the report" looks back for whose it is."""


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
