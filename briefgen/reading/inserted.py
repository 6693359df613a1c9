"""Find the speaker who is named in apposition to the subject of a verb of saying, or put with it between commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.knowledge.world import words
from briefgen.reading.clauses import FINITE
from briefgen.reading.holder_words import named, named_as, words_holder
from briefgen.reading.marks import Holder, Reading, Sentence
from briefgen.reading.speakers import behind_verb, verb_in
from briefgen.reading.verbforms import HEARER, phrase_end, verb_forms

if TYPE_CHECKING:
    from spacy.tokens import Token

APPOSED = re.compile(
    r"(?:\s(?:of|at|from|with|in|for)\s(?:the\s)?(?:(?:[A-Z][\w’'.&-]*|of|and|for|the)\s?){1,9})?"
    r"(?:\s*\([^()]{1,40}\))?(?P<told>,[^,;:“”\"]{2,120}(?:,\s\d+)?,|,)?\s*(?:(?:also|has|had|have|later|then|\w+ly|on \w+day)\s+)*"
)
"""What may stand between a name and its verb: brackets, an apposition or relative clause, an adverb."""
RELATIVE = re.compile(r",\s(?:who|whose|whom)\s")
APPOSITIVE = re.compile(
    r"\b(?:its|his|her|their|whose|our)\s(?!(?:[\w’'-]+\s)*(?:and|or|who|that|which)\b)(?:[\w’'-]+\s){0,5}[\w’'-]+,\s$",
    re.IGNORECASE,
)
"""Who is named right behind: "its envoy, Ada Renn, said", "whose parent, Nordhav Bank, denied"."""


def apposed(sentence: Sentence, reading: Reading, verb: Token, subject: Token | None) -> Holder | None:
    """Give the person named right before a finite verb: "a ministry spokesman, Ada Renn, said"; "Renn, the envoy, said".

    `subject` is what the parser takes for it; a name that hangs on a preposition or another verb is not taken.
    """
    at, text = sentence.at(verb), reading.text
    participle = verb.tag_ == "VBG" or (verb.tag_ == "VBN" and not is_main(verb))
    named_before = [m for m in reading.mentions_in(sentence.start, at) if m.form == "name" and m.entity]
    for name in reversed(named_before[-2:]):
        beside_it = APPOSED.fullmatch(text, name.end, at)
        described = any(APPOSITIVE.search(text, sentence.start, start) for start in (name.start, name.full_start))
        if beside_it is not None and beside_it["told"] == "," and described:
            return named(reading, name.start, name.end, name)
    persons = [m for m in named_before if m.kind == "person"]
    for person in reversed(persons[-3:]):
        lead = text[sentence.start : person.full_start].rstrip()
        gap = APPOSED.fullmatch(text, person.end, at)
        if gap is None or (participle and not (gap[0].isspace() and re.search(r"\bwith\b", lead))):
            continue  # "with Renn saying"; elsewhere a participle has the subject of its clause
        if not participle and (gap["told"] == "," and not text[sentence.start : person.start].rstrip().endswith(",")):
            continue
        if re.search(r"(?:\b(?:of|for|at|in|to|with|by|from|near|against|is|was|on)|[’']s)$", lead):
            continue
        if re.search(r",\s(?:among them|including|such as|like)\b[^;:]*$", lead):
            continue  # "residents, among them Ada Renn, said"
        if subject is not None and not person.full_start <= sentence.at(subject) < person.full_end:
            between = sentence.tokens(sentence.at(subject), person.full_start)
            if sentence.at(subject) > person.end:
                # the parser took the apposition or the body behind the name for the subject
                return named(reading, person.start, person.end, person)
            relative = re.match(
                r"[\w’'-]+\s(?:who|which|that)\s[^,]*,$", text[sentence.at(subject) : person.full_start].rstrip()
            )
            if relative is None and any(t.tag_ in ("VBD", "VBZ", "VBP") for t in between):
                continue
            if (
                sentence.at(subject) < person.full_start
                and not lead.endswith(",")
                and lead[-1:].islower()
                and len(between) > 4
            ):
                continue
        elif subject is None and not (RELATIVE.match(gap["told"] or "") or _opens_clause(lead)):
            continue
        return named(reading, person.start, person.end, person)
    return None


def _opens_clause(lead: str) -> bool:
    """Tell whether nothing, or the end of another clause, stands before a name."""
    return lead.endswith((",", ";", ":", "and")) or not lead or lead[-1:] in "—–-"


def is_main(verb: Token) -> bool:
    """Tell a past form tagged as a participle that is a sentence's only verb: "Renn, head of the mission, called for calm"."""
    if verb.dep_ in ("ROOT", "conj", "parataxis"):
        return True
    active = (verb.i > 0 and verb.nbor(-1).text == ",") or (
        verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in ("on", "upon", "that")
    )
    alone = verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and not verb.is_sent_start and active
    return alone and not any(t.tag_ in FINITE for t in verb.sent)


def inserted(sentence: Sentence, reading: Reading, verb: Token) -> tuple[Holder, int] | None:
    """Give the speaker put into a clause between commas, and where that goes on: "The barge, the union says, was sold".

    The verb may come first, and an apposition behind: "It, says Renn, an engineer by trade, is late".
    """
    text = reading.text
    start, end = sentence.span_of(verb, verb)
    end = phrase_end(text, verb.lemma_, end) or end
    hearer = HEARER.match(text, end) if verb.lemma_ in words("saying", "addressed") else None
    end = hearer.end() if hearer is not None else end
    alone = BY_PRONOUN.search(text, sentence.start, start)
    if alone is not None and alone.end() == start and text[end : end + 2] == ", ":
        return _pronoun(reading, alone), end + 2
    ahead = AHEAD.search(text, sentence.start, start)
    if ahead is not None and ahead.end() == start and text[end : end + 1] == ",":
        first, stop = ahead.span("who")
        plain = not re.search(r"\b(?:and|or|who|which|that|he|she|they|it|as)\b", ahead["who"])
        whole = _finite_at(sentence, end + 1) or verb_in(sentence, sentence.start, ahead.start())
        if plain and whole and not verb_in(sentence, first, stop - 1):
            holder = words_holder(reading, first, stop)
            return (holder, end + 2) if holder is not None else None
    found = _inverted(sentence, reading, start, end)
    again = goes_on_at(sentence, reading, found.end) if found is not None else None
    return (found, again) if found is not None and again is not None else None


AHEAD = re.compile(
    r",\s(?:so\s)?(?P<who>(?:(?!used\b|once\b|likes?\b|liked\b)[\w’'.-]+\s){1,9}?)"
    r"(?:once\s|used\sto\s|liked\sto\s|likes\sto\s|like\sto\s)?$"
)
"""Who is put before a verb between commas: ", the pilot said,", ", so the pilot liked to joke,"."""
BY_PRONOUN = re.compile(r",\s(he|she|they|it|I|we)\s(?:(?:\w+ly|also|has|had|then|later)\s)*$")


def _pronoun(reading: Reading, match: re.Match[str]) -> Holder:
    start, end = match.span(1)
    mention = next(iter(reading.mentions_in(start, end)), None)
    return named_as(reading, mention) if mention is not None else Holder(start=start, end=end, name=match[1])


def closing(sentence: Sentence, reading: Reading, verb: Token) -> Holder | None:
    """Give who is named behind a verb at the end of what is said: "The barge was late, conceded Ada Renn, the pilot.".

    So too who stands before it, where the parse takes the verb for a relative clause: ", a spokeswoman for Reed Lines said."
    """
    start, end = sentence.span_of(verb, verb)
    ending = ENDING.search(reading.text, sentence.start, start) if verb.dep_.startswith("acl") else None
    if ending is not None and verb.tag_ in ("VBD", "VBZ") and verb_in(sentence, sentence.start, ending.start()):
        alone = not verb_in(sentence, *ending.span("who")) and not verb_in(sentence, end, sentence.end)
        return words_holder(reading, *ending.span("who")) if alone else None
    found = None if _takes_hearer(reading, start, end) else _inverted(sentence, reading, start, end)
    told = any(t.pos_ in ("VERB", "AUX") for t in sentence.tokens(sentence.start, start - 2))
    if found is None or not told:
        return None
    return found if CLOSED.fullmatch(reading.text, found.end, sentence.end) else None


OF_SPEAKER = r",\s(?:an?|the|who|whose|himself|herself|now|then|its|his|her|their|our)\s"
CLOSED = re.compile(
    rf"(?:(?:{OF_SPEAKER}|,\s[a-z][\w’'-]*(?:\s[\w’'-]+){{0,3}}\s(?:of|at|for|with)\s)[^;:“”\"]*)?(?:[.!?]?\s*|;.*)",
    re.DOTALL,
)
"""What may follow a speaker at the end of a sentence: nothing, or what he is: ", the pilot", ", director of the board"."""
ENDING = re.compile(
    r",\s(?P<who>(?:an?|the|one|another|two|three|several|some|its|his|her|their)\s[^,;:“”\"]{2,80}(?<!\bthat)(?<!\bwhich)(?<!\bwho))\s$"
)


def _inverted(sentence: Sentence, reading: Reading, start: int, end: int) -> Holder | None:
    """Give the noun phrase directly behind a verb that follows a comma."""
    if reading.text[start - 2 : start] != ", ":
        return None
    found = behind_verb(reading, end)
    if found is None or found.end > sentence.end or reading.text[end : found.start].strip():
        return None
    return found if not verb_in(sentence, found.start, found.end) else None


def _takes_hearer(reading: Reading, start: int, end: int) -> bool:
    """Tell a verb behind which the one who hears it comes first: ", told Renn" says nothing of who spoke."""
    known = verb_forms("saying", "clause").get(reading.text[start:end].casefold())
    return known is None or known[0] in words("saying", "addressed")


def goes_on_at(sentence: Sentence, reading: Reading, end: int) -> int | None:
    """Give where a clause goes on with its verb behind a name and what stands in apposition to it."""
    text = reading.text
    body = OF_BODY.match(text, end, sentence.end)
    end = body.end() if body is not None else end
    apposed = re.compile(OF_SPEAKER).match(text, end, sentence.end)
    for comma in re.finditer(r",\s", text[end : sentence.end]):
        if comma.start() and (apposed is None or comma.start() > LONGEST_APPOSITION):
            return None
        if _finite_at(sentence, end + comma.start() + 1):
            return end + comma.end()
    return None


GOING_ON = frozenset("because unless since if when where although though until while provided".split())
LONGEST_APPOSITION = 160
OF_BODY = re.compile(r"\s(?:of|at|from|with)\s(?:the\s)?(?:(?:[A-Z][\w’'.&-]*|of|and|for|the|in|on)\s?\b){1,10}(?=,)")
"""Whom a speaker put into a clause belongs to: "argues Ada Renn of the Harbour Institute, ..."."""


def _finite_at(sentence: Sentence, offset: int) -> bool:
    """Tell whether the clause goes on with its verb, or with what depends on it: ", says Renn, because ..."."""
    following = sentence.tokens(offset, offset + 2)
    return len(following) > 0 and (following[-1].tag_ in FINITE or following[-1].lower_ in GOING_ON)
