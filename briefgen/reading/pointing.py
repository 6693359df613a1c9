"""Find the speaker of a quotation that the words around it only point to.

Behind it: "“The sea is closed.” With that the harbour master left", "Thus Ada Renn, speaking in Vestby", "That is the
verdict of the pilots". Before it, a noun phrase and a colon inside a paragraph: "A boy on the quay: “It sank.”".
"""

from __future__ import annotations

import re

from briefgen.reading.clauses import FINITE
from briefgen.reading.holder_words import core_of, is_somebody, named_as, words_holder
from briefgen.reading.marks import Holder, Reading
from briefgen.reading.quotemarks import Marked, words_in

THUS = re.compile(
    r"\s*(?:Thus|So|With (?:that|this|these|those)(?: words?| remarks?| lines?| sentences?)?|"
    r"(?:So|Thus|This) (?:said|says|spoke|wrote|writes|ran|runs|goes|from))[,:]?\s+(?=[\w“])"
)
"""What opens a sentence that tells who has just spoken."""
WHOSE = re.compile(
    r"\s*(?:That|This|Such|These|Those) (?:is|was|were|are|remains) (?:how|what|(?:the|a|an)? ?(?:[\w-]+ ){0,2}"
    r"(?:words?|verdict|reaction|view|response|answer|reply|advice|message|opinion|judge?ment|line|cry|plea|motto|lament|complaint|claim|"
    r"assessment|conclusion|argument|position|appeal|warning|boast|promise|comment|motto) (?:of|from|by|among))\s+"
)
SUBJECT = re.compile(
    r"(?!(?:he|she|they|it|far|much|many|long)\b)[^,;:.“”\"\n]{2,60}?(?=\s(?:opened|closed|began|ended|left|took|"
    r"put|sees?|saw|described?|summ?ed|sums|explain(?:s|ed)|greeted|dismissed|brushed|turned|sat|rose|walked|hung|"
    r"gave|made|addressed|concluded|finished|resigned|accepted|rejected|welcomed|launched|announced|speaking|writing)\b)"
)
OWNER = re.compile(r"[^,;:.“”\"\n]{2,60}?(?=\s(?:on|in|at|to|after|when|who|as|about|this|yesterday)\b|[,.;\n]|$)")
LABEL = re.compile(r"(?:^|[.;:!?”\"]\s|[.!?][”\"]\s)(?P<who>[^,.;:!?“”\"\n—–]{2,80}(?:,[^.;:!?“”\"\n]{2,80})?):\s*$")
LONGEST = 16
"""Words of a noun phrase before a colon."""


def pointed_to(reading: Reading, mark: Marked) -> Holder | None:
    """Give who is told to have spoken by the sentence right behind a quotation, in its paragraph or the next one."""
    text, blocks = reading.text, reading.document.blocks
    begin, stop = mark.outer_end, blocks[mark.block].end
    if not text[mark.start : mark.end].rstrip("’'\" ").endswith((".", "!", "?", "…")):
        return None
    if not text[begin:stop].strip() and mark.block + 1 < len(blocks):
        begin, stop = blocks[mark.block + 1].start, blocks[mark.block + 1].end
    opening = THUS.match(text, begin, stop) or WHOSE.match(text, begin, stop)
    if opening is None:
        return None
    persons = (m for m in reading.mentions_in(opening.end(), stop) if m.kind == "person" and m.form == "name")
    first = next((m for m in persons if m.entity), None)
    if first is not None and _only_titles(text[opening.end() : first.start]):
        return named_as(reading, first)
    owned = opening.re is WHOSE
    subject = (OWNER if owned else SUBJECT).match(text, opening.end(), stop)
    holder = words_holder(reading, *subject.span()) if subject is not None else None
    return holder if is_somebody(holder) else None


def _only_titles(lead: str) -> bool:
    """Tell whether nothing but a description stands before a name: "the harbour master of Vestby, "."""
    return words_in(lead) <= LONGEST // 2 and not re.search(r"[.;:“”\"]", lead)


def labelled(reading: Reading, mark: Marked) -> Holder | None:
    """Give who stands before a colon that leads to a quotation inside a paragraph, where it is somebody."""
    text, block = reading.text, reading.document.blocks[mark.block]
    match = LABEL.search(text, block.start, mark.outer_start)
    if match is None or words_in(match["who"]) > LONGEST:
        return None
    start = match.start("who")
    sentence = reading.sentence_at(start)
    core = core_of(match["who"])
    if sentence is None or any(t.tag_ in FINITE for t in sentence.tokens(start, start + len(core))):
        return None
    told = words_holder(reading, start, start + len(core.split(" who ")[0]))
    return told if is_somebody(told) else None
