"""Mark what a paragraph that ends in a colon leads to: the items of a list, or words of somebody that no marks enclose.

    The committee recommends:                 The minister, Ada Renn, said:

    (a) that the port be closed; and          The port will be closed in May. We have waited long enough.

An item is a statement of the one who recommends; what is said ends where the text speaks of something else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefgen.knowledge.world import words
from briefgen.reading.cues import Cue
from briefgen.reading.holder_words import words_holder
from briefgen.reading.marks import Quote, Reading, Sentence
from briefgen.reading.quotemarks import words_in
from briefgen.reading.transcripts import MINE, inside, of_another

ITEM = re.compile(r"\s*(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})[.)]|[•·▪◦*–—-])\s+(?:that\s+)?")
ITEM_END = re.compile(r"(?:[;,.]|\s)+(?:and|or)?[;,.]?$")
QUOTED = re.compile(r"\s*(?:[“\"„«‘]|``|'')")
FEWEST = 4
LONGEST_LEAD = 40
"""Words of a paragraph that does no more than say who speaks."""
NEAR = 40
"""Characters between the verb and the colon: "said in a statement:"."""
ADVISING = frozenset({"advise", "urge", "conclude", "insist", "warn", "ask"})


def with_led(reading: Reading, cues: Sequence[Sequence[Cue]], quotes: Sequence[Quote]) -> list[Quote]:
    """Give quotations and what colons lead to in text order; of what stands in it only reports of others stay."""
    led = list(_led(reading, cues))
    told = [q.spans[0] for q in led if q.direct]
    listed = [q.spans[0] for q in led if not q.direct]
    kept = [
        q for q in quotes if not (inside(told, q.start) and not of_another(reading, q)) and not inside(listed, q.start)
    ]
    return sorted((*kept, *led), key=lambda q: (q.start, q.end))


def _led(reading: Reading, cues: Sequence[Sequence[Cue]]) -> Iterator[Quote]:
    blocks, text = reading.document.blocks, reading.text
    for place, block in enumerate(blocks[:-1]):
        if not text[block.start : block.end].rstrip().endswith(":") or QUOTED.match(text, blocks[place + 1].start):
            continue
        cue = _lead(reading, cues, place)
        if cue is None:
            continue
        if ITEM.match(text, blocks[place + 1].start):
            yield from _items(reading, cue, place + 1)
        elif cue.kind == "clause" and cue.lemma not in words("saying", "thought"):
            yield from _spoken(reading, cues, cue, place)


def _lead(reading: Reading, cues: Sequence[Sequence[Cue]], place: int) -> Cue | None:
    """Give the cue of the sentence that a paragraph ends with."""
    last = bisect_left(reading.sentences, place + 1, key=lambda s: s.paragraph) - 1
    if last < 0 or reading.sentences[last].paragraph != place:
        return None
    told = next((c for c in reversed(cues[last]) if c.holder is not None and not c.embedded), None)
    return told or _noun_lead(reading, reading.sentences[last])


def _noun_lead(reading: Reading, sentence: Sentence) -> Cue | None:
    """Give the cue of "The committee's main findings are as follows:" and "The demands of the union were:"."""
    match = NOUN_LEAD.fullmatch(reading.text, sentence.start, sentence.end)
    if match is None:
        return None
    owner = "of" if match["of"] else "whose"
    holder = words_holder(reading, *match.span(owner))
    start, end = match.span("what" if match["of"] else "noun")
    return Cue(start=start, end=end, kind="clause", lemma="recommend", holder=holder, content=None) if holder else None


ADVICE = r"(?P<noun>recommendations?|conclusions?|findings?|demands?|proposals?|observations?)"
NOUN_LEAD = re.compile(
    r"(?:(?P<whose>[^,;:“”\"\n]{2,80}?)(?:[’']s?)? (?:\w+ ){0,3}"
    + ADVICE
    + r"|The (?:\w+ ){0,3}"
    + ADVICE.replace("noun", "what")
    + r" of (?P<of>[^,;:“”\"\n]{2,80}?))"
    r"(?: (?:are|were|is|was|follow|include|included))?(?: as follows| the following| these)?:\s*"
)


def _items(reading: Reading, cue: Cue, first: int) -> Iterator[Quote]:
    """Give the items of a list of what somebody recommends, demands or holds; of mere names and things none."""
    text = reading.text
    if cue.lemma not in words("saying", "stance", "claims") | ADVISING:
        return
    for block in reading.document.blocks[first:]:
        marker = ITEM.match(text, block.start, block.end)
        if marker is None:
            return
        end = marker.end() + len(ITEM_END.sub("", text[marker.end() : block.end]))
        if words_in(text[marker.end() : end]) >= FEWEST:
            yield Quote(spans=((marker.end(), end),), direct=False, holder=cue.holder, cue=(cue.start, cue.end))


def _spoken(reading: Reading, cues: Sequence[Sequence[Cue]], cue: Cue, lead: int) -> Iterator[Quote]:
    """Give the paragraphs behind "Ada Renn said:": the first, and those after it in which somebody says I or we."""
    blocks, text = reading.document.blocks, reading.text
    opening = text[blocks[lead].start : blocks[lead].end].rstrip()
    if words_in(opening) > LONGEST_LEAD or blocks[lead].start + len(opening) - cue.end > NEAR:
        return
    for place, block in enumerate(blocks[lead + 1 :], lead + 1):
        said = text[block.start : block.end].rstrip()
        told = block.kind != "prose" or said.endswith(":") or QUOTED.match(said) or ITEM.match(said)
        if told or (place > lead + 1 and (not MINE.search(said) or _is_told(reading, cues, place))):
            return
        span = (block.start, block.start + len(said))
        if words_in(said) >= FEWEST:
            yield Quote(spans=(span,), direct=True, holder=cue.holder, cue=(cue.start, cue.end))


def _is_told(reading: Reading, cues: Sequence[Sequence[Cue]], place: int) -> bool:
    """Tell a paragraph of the report itself: it says of somebody by name what he said."""
    first = bisect_left(reading.sentences, place, key=lambda s: s.paragraph)
    last = bisect_left(reading.sentences, place + 1, key=lambda s: s.paragraph)
    return any(c.kind == "clause" and c.holder is not None and c.holder.entity for row in cues[first:last] for c in row)
