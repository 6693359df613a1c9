"""Tell whose words a quoted stretch is, from the surest place to the least sure.

Directly behind the closing mark ("“...,” said Ada Renn"), the nearest verb of saying in the sentence, a label or a line
that leads to it, the name behind it, and last what was said before in the paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.knowledge.world import words
from briefgen.reading.attribution import holder_of
from briefgen.reading.cues import Cue
from briefgen.reading.holder_words import named_as, words_holder
from briefgen.reading.marks import Holder, Quote, Reading, Sentence
from briefgen.reading.name_lines import above, person_on_line
from briefgen.reading.pointing import labelled, pointed_to
from briefgen.reading.quotemarks import Marked
from briefgen.reading.speakers import behind_verb
from briefgen.reading.verbforms import verb_forms

LONGEST_LABEL = 10
LONGEST_LINE = 16
"""Words of a line that names the speaker behind a quotation."""
DASHES = " \n\u2014\u2013-"
FARTHEST = 3
"""Sentences that are searched for the speaker of a quotation that stands alone."""
LONGEST_NAME = 16
"""Words between a closing mark and the verb of saying behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A reading with its quoted stretches and, sentence by sentence, its cues outside of them."""

    reading: Reading
    stretches: Sequence[Marked]
    cues: Sequence[Sequence[Cue]]

    def block_end(self, mark: Marked) -> int:
        """Give where the paragraph of a stretch ends."""
        return self.reading.document.blocks[mark.block].end


def whose(scene: Scene, mark: Marked, found: Sequence[Quote], last_block: int) -> tuple[Cue | None, Holder | None]:
    """Find the cue and the holder of a quoted stretch; `found` are the quotations before it, the last in `last_block`."""
    reading = scene.reading
    own = _sentences_of(reading, mark)
    behind = _reported(scene, mark, own)
    if behind is None and not _led_by_that(scene, mark, own):
        behind = _directly_behind(scene, mark)
    if behind is not None:
        return behind, behind.holder
    cue = _nearest_cue(scene, mark, own)
    if cue is not None and cue.holder is not None:
        return cue, cue.holder
    named = _label(scene, mark) or _name_behind(scene, mark) or _odd_verb_behind(scene, mark)
    named = named or labelled(reading, mark) or pointed_to(reading, mark)
    if named is None and _only_quoted(scene, mark):
        named = above(reading, mark.block)
    if named is not None:
        return cue, named
    subject = _leading(scene, mark, own)
    if subject is not None:
        return cue, subject
    if found and last_block == mark.block and found[-1].holder is not None:
        return cue, found[-1].holder  # another quotation of the same paragraph
    lead = _lead_in(scene, mark, own)
    if lead is not None:
        return lead, lead.holder
    previous = found[-1] if found else None
    if (
        previous is not None
        and previous.holder is not None
        and 0 <= mark.block - last_block <= 1
        and _only_quoted(scene, mark)
    ):
        return cue, previous.holder  # a quotation over several paragraphs
    return cue, _speaker_before(scene, mark, own)


def _led_by_that(scene: Scene, mark: Marked, own: Sequence[Sentence]) -> bool:
    """Tell a quotation that a verb before it leads to: "when he writes that “...”, one reads with care"."""
    led = scene.reading.text.endswith(" that ", 0, mark.outer_start)
    return led and any(c.holder and c.end < mark.outer_start for sentence in own for c in scene.cues[sentence.index])


def _reported(scene: Scene, mark: Marked, own: Sequence[Sentence]) -> Cue | None:
    """Find who says the words in what somebody else reports: "Renn told him the town was “out of money”, an aide said"."""
    text = scene.reading.text
    if not text[mark.start : mark.start + 1].islower():
        return None
    for cue in (c for sentence in own for c in scene.cues[sentence.index]):
        clause = cue.kind == "clause" and cue.end <= mark.start and not cue.embedded
        within = cue.content is not None and cue.content[0] < mark.start < cue.content[1]
        within = within and ";" not in text[cue.end : mark.start]
        if clause and within and cue.lemma not in words("saying", "thought") and _outside(mark, cue.holder) is not None:
            return cue
    return None


def _leading(scene: Scene, mark: Marked, own: Sequence[Sentence]) -> Holder | None:
    """Give whom the sentence before the mark is about: "Ada Renn shot back: “...”", "the pilot took off his cap: “...”"."""
    if not own or own[0].start >= mark.outer_start - 1 or _only_quoted(scene, mark):
        return None
    reading, start = scene.reading, own[0].start
    subject = _outside(mark, holder_of(own[0], reading))
    if subject is not None and subject.start < mark.outer_start:
        return subject
    persons = [m for m in reading.mentions_in(start, mark.outer_start) if m.kind == "person" and m.entity]
    named = [m for m in persons if m.form == "name"]
    if len({m.entity for m in persons}) == 1 and named:
        return named_as(reading, named[0])
    return None


def _nearest_cue(scene: Scene, mark: Marked, own: Sequence[Sentence]) -> Cue | None:
    """Give the nearest cue with a holder in the sentences of a stretch, else the nearest; an outer one beats a thought in it."""
    ranked: list[tuple[bool, int, Cue]] = []
    for sentence in own:
        for cue in scene.cues[sentence.index]:
            gap = None if cue.kind == "stance" and cue.start >= mark.outer_start else _gap(scene, cue, mark)
            if gap is None:
                continue
            holder = _outside(mark, cue.holder) or (
                behind_verb(scene.reading, cue.end) if cue.start >= mark.outer_end else None
            )
            ranked.append((holder is None, gap, replace(cue, holder=_outside(mark, holder))))
    if not ranked:
        return None
    best = min(ranked, key=lambda r: r[:2])[2]
    outer = [c for lost, _, c in ranked if not lost and c.content and c.content[0] <= best.start < c.content[1]]
    supposed = best.lemma in words("saying", "thought") or best.embedded
    telling = _reported_by(scene, [c for lost, _, c in ranked if not lost], best)
    return telling or (outer[0] if outer and supposed else best)


def _reported_by(scene: Scene, cues: Sequence[Cue], source: Cue) -> Cue | None:
    """Give the verb right before the source it is reported by: "Renn said, according to two aides, “...”"."""
    if source.kind != "according":
        return None
    text = scene.reading.text
    return next((c for c in cues if c.kind == "clause" and text[c.end : source.start].strip() == ","), None)


PUT = re.compile(
    r"\s*,?\s*(?:(?:was|is) how|as)\s+([^,;:“”\"]{2,80}?)\s+(?:has |had |once |likes? to )?(put|summed|described|called|explained)\b"
)
"""Behind a quotation: "as one of them put it", "was how the envoy summed it up"."""
HOW = re.compile(
    r"\s*(?:was|is|were|are) (?:how|what|all(?: that)?) (?P<who>[^,;:“”\"]{2,80}?)\s(?:has |had |once |likes? to |would |could )?"
    r"(?P<verb>puts?|summ(?:ed|ari[sz]ed)|describe[sd]|call(?:ed|s)|explain(?:ed|s)|says?|said|told|wr[oi]tes?|answer(?:ed|s)|repl(?:ied|ies))\b"
)
"""The same without a comma: "“too late” was how the envoy put it", "was all the mayor would say"."""
BY = re.compile(r"[^.;:“”\"]{0,60}?\bby (?P<who>[^,.;:“”\"]{2,80})")
"""Who speaks where somebody "was told": "is what we were told by the board"."""
HELPING = re.compile(r"\s*(?:has|had|have)\s(?=\w+ed\b|said\b|told\b|\w+en\b)")
"""A verb that helps the one of saying before its subject."""
OPEN_END = (",", "?", "!", "…", "—", "–", "-")
LEADS = frozenset(
    "and but or as in on at to for with while when where because that which who if is was are were according".split()
)


def _directly_behind(scene: Scene, mark: Marked) -> Cue | None:
    """Find "“...,” said Ada Renn" and "“...,” the minister told reporters" by the words behind the closing mark alone."""
    reading = scene.reading
    text, begin = reading.text, mark.outer_end
    stop = min(scene.block_end(mark), begin + 200)
    sentence = reading.sentence_at(begin + 1)
    if sentence is not None and sentence.start <= begin and text[sentence.start : sentence.end].rstrip().endswith("."):
        stop = min(stop, sentence.end)  # what the next sentence says is not of the words before
    inside = text[mark.start : mark.end].rstrip("’'\" ")
    comma = re.match(r"\s*,", text[begin:stop])
    how = HOW.match(text, begin, stop) if comma is None else None
    if how is not None:
        passive = BY.match(text, how.end(), stop) if how["who"].endswith((" was", " were")) else None
        holder = words_holder(reading, *(passive or how).span("who"))
        return Cue(
            start=how.start("verb"), end=how.end("verb"), kind="clause", lemma="put", holder=holder, content=None
        )
    if comma:
        begin += comma.end()
    elif not inside.endswith(OPEN_END):
        return None
    put = PUT.match(text, begin, stop)
    if put is not None:
        holder = words_holder(reading, put.start(1), put.end(1))
        return Cue(start=put.start(2), end=put.end(2), kind="clause", lemma="put", holder=holder, content=None)
    helping = HELPING.match(text, begin, stop)  # "“...,” had said the envoy"
    begin = helping.end() if helping is not None else begin
    tokens = list(re.finditer(r"[^\s“”\"]+", text[begin:stop]))[:LONGEST_NAME]
    verbs = {**verb_forms("saying", "manner"), **verb_forms("saying", "clause")}
    for place, token in enumerate(tokens):
        word = token[0].strip(",.;:")
        known = verbs.get(word)
        used = (
            known is not None
            and known[1] == "base"
            and [t[0] for t in tokens[max(0, place - 2) : place]] == ["used", "to"]
        )
        if known is not None and (known[1] in ("past", "s") or used):
            at = (begin + token.start(), begin + token.start() + len(word))
            if place and not used and not _before_verb(tokens[place - 1][0]):
                return None
            first, last = begin + tokens[0].start(), begin + tokens[place - 2].start() if used else at[0]
            holder = behind_verb(reading, at[1]) if not place else words_holder(reading, first, last)
            return (
                Cue(start=at[0], end=at[1], kind="clause", lemma=known[0], holder=holder, content=None)
                if holder
                else None
            )
        if (place == 0 and word in LEADS) or (word[:1].islower() and token[0].endswith((".", ";", ":"))):
            return None
    return None


def _before_verb(word: str) -> bool:
    """Refuse a verb that cannot be the one of the speaker: "to say", "will say", "not said"."""
    return word.casefold() not in ("to", "will", "would", "not", "never", "can", "may", "of", "the", "a", "an", "and")


def _outside(mark: Marked, holder: Holder | None) -> Holder | None:
    """Refuse a holder that stands in the quoted words themselves: the parse ran into them."""
    return None if holder is None or mark.outer_start <= holder.start < mark.outer_end else holder


def _label(scene: Scene, mark: Marked) -> Holder | None:
    """Find "Renn: “Not yet.”": the paragraph is a name, a colon, and the quotation."""
    block = scene.reading.document.blocks[mark.block]
    before = scene.reading.text[block.start : mark.outer_start]
    match = re.fullmatch(r"\s*([A-Z][^:“”\"\n]{1,80}):\s*", before)
    if match is None or len(before.split()) > LONGEST_LABEL:
        return None
    end = block.start + match.end(1)
    mention = next((m for m in scene.reading.mentions_in(block.start, end) if m.kind != "place" and m.entity), None)
    if mention is not None:
        return named_as(scene.reading, mention)
    start = block.start + match.start(1)
    return Holder(start=start, end=end, name=match[1]) if len(match[1].split()) <= 4 else None


def _odd_verb_behind(scene: Scene, mark: Marked) -> Holder | None:
    """Find "“Too late,” joked Ada Renn": behind a closing mark any verb in the past or present tense tells of speaking."""
    reading = scene.reading
    match = re.match(r"\s*([a-z]+)\s+(?:back\s+|out\s+|off\s+)?", reading.text[mark.outer_end : mark.outer_end + 40])
    sentence = reading.sentence_at(mark.outer_end + match.start(1)) if match else None
    if match is None or sentence is None:
        return None
    tokens = sentence.tokens(mark.outer_end + match.start(1), mark.outer_end + match.end(1))
    if not len(tokens) or tokens[0].lemma_ in ("be", "have", "do"):
        return None
    if tokens[0].tag_ not in ("VBD", "VBZ") and not match[1].endswith("ed"):
        return None
    return behind_verb(reading, mark.outer_end + match.end(1))


def _speaker_before(scene: Scene, mark: Marked, own: Sequence[Sentence]) -> Holder | None:
    """Give the person whom the sentences before are about: "Renn laughed. The harbour was dark. “It is full.”"."""
    if not own or own[0].start < mark.outer_start - 1:
        return None
    block = scene.reading.document.blocks[mark.block]
    for index in range(own[0].index - 1, max(-1, own[0].index - 1 - FARTHEST), -1):
        sentence = scene.reading.sentences[index]
        if sentence.start < block.start:
            break
        spoken = [c.holder for c in scene.cues[index] if c.holder is not None]
        for holder in (holder_of(sentence, scene.reading), *spoken[-1:]):
            entity = scene.reading.entity(holder.entity) if holder is not None else None
            if entity is not None and entity.kind == "person":
                return holder
        if index == own[0].index - 1 and (alone := _one_person(scene.reading, sentence)) is not None:
            return alone
    return None


def _one_person(reading: Reading, sentence: Sentence) -> Holder | None:
    """Give the one person named in a sentence whose subject the parse does not show: "A clerk, Ada Renn, laughed"."""
    persons = [m for m in reading.mentions_in(sentence.start, sentence.end) if m.kind == "person" and m.form == "name"]
    lead = reading.text[sentence.start : persons[0].start] if persons else ""
    apposed = lead == "" or (lead.endswith(", ") and lead.count(",") == 1)
    return named_as(reading, persons[0]) if len({m.entity for m in persons}) == 1 and apposed else None


def _sentences_of(reading: Reading, mark: Marked) -> Sequence[Sentence]:
    """Give the sentences that a quoted stretch touches, and the one its closing mark belongs to."""
    first = max(0, bisect_right(reading.sentences, mark.outer_start, key=lambda s: s.start) - 1)
    last = bisect_left(reading.sentences, mark.outer_end, key=lambda s: s.start)
    return [s for s in reading.sentences[first:last] if s.end > mark.outer_start]


def _gap(scene: Scene, cue: Cue, mark: Marked) -> int | None:
    """Give how far a cue is from a stretch, behind counting less than before; None where another quotation lies between."""
    if cue.start >= mark.outer_end:
        parted = ";" in scene.reading.text[mark.outer_end : cue.start]  # "... “a farce”; the mayor, I note, is silent"
        if cue.start - mark.outer_end > 160 or parted or _closed(scene.reading.text, mark):
            return None
        return cue.start - mark.outer_end
    if cue.end <= mark.outer_start:
        if THAT.fullmatch(scene.reading.text, cue.end, mark.outer_start):
            return 0  # "the abbot holds, with a sigh, that “...”"
        return cue.end and (mark.outer_start - cue.end) + (15 if mark.outer_start - cue.end > 3 else 0)
    return None


THAT = re.compile(r",[^,;:“”\"]{2,80},\sthat\s")


def _closed(text: str, mark: Marked) -> bool:
    """Tell whether the sentence ends with the quotation: what comes behind it is another statement."""
    return (
        text[mark.start : mark.end].rstrip().endswith(".") and re.match(r"\s+[A-Z]", text[mark.outer_end :]) is not None
    )


def _name_behind(scene: Scene, mark: Marked) -> Holder | None:
    """Find "“...” Jane Doe, Institute Fellow" and "“...” — Jane Doe": a name, behind or alone in the next paragraph."""
    reading = scene.reading
    text, blocks = reading.text, reading.document.blocks
    begin, stop = mark.outer_end, blocks[mark.block].end
    if not text[begin:stop].strip(DASHES) and mark.block + 1 < len(blocks):
        begin, stop = blocks[mark.block + 1].start, blocks[mark.block + 1].end
        if text[begin:stop].rstrip().endswith((".", "”", '"')):
            return None
    rest = text[begin:stop]
    dashed = re.match(r"\s*[—–-]+\s*(?=[A-Z])", rest) is not None
    line = rest.strip(DASHES)
    if not line[:1].isupper() or (len(line.split()) > LONGEST_LINE and not dashed):
        return None
    start = begin + rest.index(line)
    mention = next((m for m in reading.mentions_in(start, stop) if m.form == "name" and m.kind == "person"), None)
    if mention is not None and (mention.full_start <= start + 1 or _titled(text[start : mention.start])):
        alone = not text[mention.end : stop].strip() or text[mention.end] in ",;"
        if dashed or alone:
            return named_as(reading, mention)
    signed = person_on_line(reading, start, start + len(line), sure=dashed) if mention is None else None
    if signed is not None and (dashed or text[signed.end : stop].strip()[:1] in ("", ",")):
        return signed
    if dashed:
        words_of = re.match(r"[^,;“”\"\n]{3,60}", line)
        return words_holder(reading, start, start + words_of.end()) if words_of else None
    return None


def _titled(lead: str) -> bool:
    return all(word[:1].isupper() or word in ("of", "the", "for", "and") for word in lead.split())


def _lead_in(scene: Scene, mark: Marked, own: Sequence[Sentence]) -> Cue | None:
    """Find a cue in the sentence before when that ends with a colon, or when the quotation is all there is to its own."""
    if not own or own[0].index == 0:
        return None
    before = scene.reading.sentences[own[0].index - 1]
    if mark.block - before.paragraph > 1 or not _only_quoted(scene, mark):
        return None
    ends_open = scene.reading.text[before.start : before.end].rstrip().endswith(":")
    cues = sorted((c for c in scene.cues[before.index] if c.holder is not None), key=lambda c: c.kind != "stance")
    if cues and (ends_open or mark.block == before.paragraph):
        return cues[-1]
    return None


def _only_quoted(scene: Scene, mark: Marked) -> bool:
    """Tell whether a paragraph opens with this stretch."""
    block = scene.reading.document.blocks[mark.block]
    return mark.outer_start - block.start <= 2 or not any(
        c.isalpha() for c in scene.reading.text[block.start : mark.outer_start]
    )
