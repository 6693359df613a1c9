"""Find what is said by the words around a verb of saying, where the parse has no clause for it or a torn one."""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.clauses import FINITE, SUBJECTS
from briefgen.reading.cues import Cue
from briefgen.reading.holder_words import words_holder
from briefgen.reading.marks import Holder, Reading, Sentence
from briefgen.reading.quotemarks import words_in
from briefgen.reading.role_words import heads_role
from briefgen.reading.speakers import verb_in


def with_content(sentence: Sentence, reading: Reading, cue: Cue) -> Cue:
    """Give a cue the clause that its words show where the parse has none or a torn one.

    "he said that ...", "..., a spokesman for the party said.", "Norland, he says, has ...".
    """
    holder, text = cue.holder, reading.text
    if holder is None or cue.kind != "clause" or cue.denied or cue.aside:
        return cue
    content = cue.content
    if content is not None and content[1] <= cue.start and text[content[1] : cue.start].isspace():
        return _split_subject(sentence, reading, cue, content)
    if content is not None and not _is_torn(sentence, reading, cue, content):
        only = ONLY.match(text, *content)
        content = (only.end(), content[1]) if only is not None else _with_subject(sentence, reading, cue, content)
        return replace(cue, content=None if _is_question(text, cue, content) else content)
    shown = _shown_content(sentence, reading, cue, holder)
    return replace(cue, content=None if shown is None or _is_question(text, cue, shown) else shown)


def up_to_speaker(text: str, content: tuple[int, int], speaker: int) -> tuple[int, int]:
    """End a clause where the one begins who says it behind it, whatever the parse hung elsewhere or drew in.

    "the boat sank | after it struck a rock, the ministry said"; "the boat is no wreck[, port manager] Ada Renn said".
    """
    start, end = content
    rest = text[end:speaker]
    if rest.endswith(", ") and rest.strip(" ,") and not PARTED.search(rest):
        return start, speaker - 2
    comma = text.rfind(", ", start, speaker)
    title = text[comma + 2 : speaker].split() if comma > start and rest.isspace() else []
    titled = title and len(title) <= LONGEST_ROLE and title[-1].islower() and heads_role(title[-1])
    return (start, comma) if titled else content


PARTED = re.compile(r"[;:“”\"\n]")
LONGEST_ROLE = 5
"""Words of a role before a name: "interior ministry spokesman"."""


def _with_subject(sentence: Sentence, reading: Reading, cue: Cue, content: tuple[int, int]) -> tuple[int, int]:
    """Take in the subject that the parse hung on the verb of saying: "saying | the boat had turned"."""
    start = cue.end + 1
    first, between = sentence.tokens(content[0], content[0] + 1), reading.text[start : content[0]]
    bare = len(first) > 0 and first[0].tag_ in FINITE and SUBJECT.fullmatch(between) is not None
    return (start, content[1]) if bare and not verb_in(sentence, start, content[0] - 1) else content


SUBJECT = re.compile(
    r"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|an?|[A-Z][\w’'-]+)\s(?:[\w’'-]+\s){0,6}|(?:s?he|it|they)\s"
)


def _split_subject(sentence: Sentence, reading: Reading, cue: Cue, content: tuple[int, int]) -> Cue:
    """Put right what the parse turned round: "an official briefed on the talks said Renn had gone"."""
    holder = words_holder(reading, *content)
    told = reading.text[cue.end : sentence.end].rstrip(" .,;:")
    if holder is None or not verb_in(sentence, cue.end, cue.end + len(told)):
        return replace(cue, content=None)
    that = re.match(r"\s(?:that\s)?", told)
    return replace(cue, holder=holder, content=(cue.end + (that.end() if that else 0), cue.end + len(told)))


QUESTION = re.compile(r"(?:whether|if|why|who|whom|what|which|how|when|where)\b", re.IGNORECASE)


def _is_question(text: str, cue: Cue, content: tuple[int, int]) -> bool:
    """Tell what is asked, which is nobody's view: "asked why the gate was shut"."""
    return cue.lemma in ("ask", "wonder", "inquire", "enquire") and QUESTION.match(text, content[0]) is not None


RELATIVE = re.compile(r"(?:(?:in|to|of|for|with|from|by|at|on|under)\s)?(?:which|whose|whom)\b", re.IGNORECASE)


def _is_torn(sentence: Sentence, reading: Reading, cue: Cue, content: tuple[int, int]) -> bool:
    """Tell a piece that the parse cut wrongly: a relative clause, words without a verb, what stands before "said that"."""
    text = reading.text
    holder = cue.holder
    if RELATIVE.match(text, content[0]) or (
        holder is not None and content[0] < holder.end and holder.start < content[1]
    ):
        return True
    if content[1] <= cue.start and THAT.match(text, cue.end, sentence.end):
        return True
    if holder is not None and _said_before(sentence, reading, cue, holder, content[0]):
        return True
    return content[1] <= cue.start and not verb_in(sentence, *content)


def _said_before(sentence: Sentence, reading: Reading, cue: Cue, holder: Holder, behind: int) -> bool:
    """Tell a clause that only says when it was said: "The mill is sold, the mayor said on Monday, a day after ... opened"."""
    text = reading.text
    lead = text[sentence.start : _with_titles(reading, holder)]
    told = cue.end < behind and WHEN.match(text, cue.end, behind) is not None
    if not told or not lead.endswith(", ") or SUBORDINATE.match(lead):
        return False
    return verb_in(sentence, sentence.start, sentence.start + len(lead))


WHEN = re.compile(r"\s(?:(?:on|in|at|late|early|last|this|earlier)\s[^,;:“”\"]{2,40}|yesterday|today|\w+day),\s")
SUBORDINATE = re.compile(r"(?:after|when|while|as|if|although|though|because|since|before|until|once|in|on|at)\b", re.I)


ONLY = re.compile(r"(?:only|merely|simply|just|instead)\sthat\s")
THAT = re.compile(r"\s(?:(?!that\b|and\b|but\b)[\w’'.-]+\s){0,9}that\s")


COLON = re.compile(r"(?:\s[\w’'-]+){0,5}:\s(?=[\w’'-]+\s)")
"""What may stand between a verb and the words it leads to: "warned the crew again: the barge leaks"."""
TO_WHOM_THAT = re.compile(r"\s[\w’'.-]+[^“”\";:]{2,120},\sthat\s")
"""Behind "told": the one who is told, with an apposition between commas."""


def _bare_clause(sentence: Sentence, start: int, end: int) -> int | None:
    """Give where a clause without "that" starts behind the one who is told: "told the board | it was a copy"."""
    doc = sentence.words
    for token in sentence.tokens(start, end):
        head = token.head if token.dep_ in ("cop", "aux", "aux:pass") else token
        subject = next((c for c in head.children if c.dep_ in SUBJECTS and c.i < token.i), None)
        if token.tag_ in FINITE and subject is not None:
            first = min(t.i for t in subject.subtree)
            at = sentence.at(doc[first])
            return at if doc.tags[first] not in ("WDT", "WP") else None
    return None


def _shown_content(sentence: Sentence, reading: Reading, cue: Cue, holder: Holder) -> tuple[int, int] | None:
    text = reading.text
    rest = text[cue.end : sentence.end]
    if cue.lemma in words("saying", "thought") and not rest.startswith(" that "):
        return None
    opening = behind_dateline(sentence, reading)
    stated = (cue.end, cue.end + len(rest.rstrip(" .,;:")))
    that = THAT.match(text, cue.end, sentence.end) or (
        TO_WHOM_THAT.match(text, cue.end, sentence.end) if cue.lemma in words("saying", "addressed") else None
    )
    if that is not None:
        return that.end(), stated[1]
    colon = COLON.match(text, cue.end, sentence.end)
    if colon is not None and holder.end <= cue.start and verb_in(sentence, colon.end(), stated[1]):
        return colon.end(), stated[1]
    bare = _bare_clause(sentence, *stated) if holder.end <= cue.start else None
    if bare is not None and (cue.lemma in words("saying", "addressed") or bare <= cue.end + 1):
        return bare, stated[1]
    first = min(_with_titles(reading, holder), cue.start)
    lead = text[opening:first]
    before = re.fullmatch(r"[^“”\"]*[\w)%],\s", lead)
    if before is None or _asked_first(sentence, opening):
        return None
    whole = (opening, opening + len(lead.rstrip(" ,")))
    last = max(holder.end, cue.end)
    behind = text[last : sentence.end]
    said = re.fullmatch(r"\s(?:\w+ly\s|also\s|has\s|had\s)?", text[holder.end : cue.start])
    close = said is not None and words_in(text[slice(*whole)]) >= FEWEST_LEAD  # "..., the police said."
    ended = re.match(r"[.,;]|\s*$", behind) or re.fullmatch(LATER, behind) or WHEN.match(behind)
    if (close or verb_in(sentence, *whole)) and ended:
        return whole
    if re.match(r",\s\w", behind) and (holder.end <= cue.start or not verb_in(sentence, *whole)):
        return last + 2, stated[1]  # "Norland, he says, has ...", "The sea, says Renn, is full"
    return None


def _asked_first(sentence: Sentence, opening: int) -> bool:
    """Tell a participle that leads to its speaker: "Asked whether he would go, the envoy said little"."""
    first = sentence.tokens(opening, opening + 1)
    return len(first) > 0 and (first[0].tag_ in ("VBN", "VBD") or (first[0].tag_ == "VBG" and first[0].dep_ == "advcl"))


def _with_titles(reading: Reading, holder: Holder) -> int:
    """Give where the words that name a holder start, the titles before a name among them."""
    first = min((m.full_start for m in reading.mentions_in(holder.start, holder.start + 1)), default=holder.start)
    article = re.search(r"\b(?:the|an?|its|his|her|their)\s$", reading.text[max(0, first - 6) : first])
    return first - len(article[0]) if article is not None else first


FEWEST_LEAD = 5
"""Words before ", X said." that are what X said even where the parse sees no verb in them."""
LATER = re.compile(r"(?:\s[\w’'-]+){0,9}[.]?")
"""What may stand behind a cue at the end: "said on Monday"."""


def behind_opening(cue: Cue, sentence: Sentence, reading: Reading, opening: int) -> Cue:
    """Keep a cue's holder and content out of the date line: "VESTBY - The party said ..."."""
    holder, content = cue.holder, cue.content
    if holder is not None and holder.start < opening:
        holder = words_holder(reading, opening, cue.start) if opening < cue.start else None
    if content is not None and content[0] < opening:
        content = (opening, content[1]) if opening < content[1] else None
    return replace(cue, holder=holder, content=content)


DATELINE = re.compile(
    r"(?:[A-Z][A-Z’'.-]{2,}(?:[ ,/]+[A-Z][A-Z’'.-]+)*)(?:,\s[\w .]{2,25})?\s*(?:\([^()]{2,40}\))?\s*[—–-]{1,2}\s+"
    r"|[A-Z]\w+(?:[ ,/]+[A-Z]\w+){0,3}\s*(?:\([^()]{2,40}\))?\s*[—–-]{1,2}\s+(?=[A-Z])"
)
BARE = re.compile(r"[A-Z]{4,}(?:[ /][A-Z]{3,})*\s+(?=[A-Z])")
"""The same without a dash, as some agencies print it: "VESTBY The party said ..."."""


def behind_dateline(sentence: Sentence, reading: Reading) -> int:
    """Give where a sentence starts behind the place, agency and dash that open a report."""
    if sentence.start - sentence.block.start > 2:
        return sentence.start
    match = DATELINE.match(reading.text, sentence.start, sentence.end)
    bare = BARE.match(reading.text, sentence.start, sentence.end)
    if match is None and bare is not None:
        words_of = re.split(r"[ /]", bare[0].strip())
        place = all(_is_place(word) for word in words_of) or _is_place(bare[0].strip())
        match = bare if place else None
    return match.end() if match is not None else sentence.start


def _is_place(word: str) -> bool:
    known = gazetteer().get(fold(word))
    return known is not None and known.what in ("capital", "region", "seat", "state")
