"""Mark quotations and attributed statements, with who holds them.

A direct quotation is what stands between marks and is somebody's words; an indirect one is the clause that a verb of
saying governs. The holder is the subject of the verb of saying nearest to it, else the name behind the quotation, else
the speaker before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.knowledge.world import words
from briefgen.reading.attribution import Cue, behind_verb, cues_of, holder_of
from briefgen.reading.marks import Holder, Mention, Quote, Reading, Sentence
from briefgen.reading.quotemarks import Marked, marked_stretches, words_in

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_LABEL = 10
FEWEST = 4
"""Words of a quotation that stands for itself; shorter ones count only as a whole utterance of a speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A reading with its quoted stretches and, sentence by sentence, its cues outside of them."""

    reading: Reading
    stretches: Sequence[Marked]
    cues: Sequence[Sequence[Cue]]


def mark_quotes(reading: Reading) -> Reading:
    """Give the reading with its quotations and attributed statements in text order."""
    stretches = marked_stretches(reading.text, reading.document.blocks)
    starts = [m.outer_start for m in stretches]

    def quoted(offset: int) -> bool:
        place = bisect_right(starts, offset) - 1
        return place >= 0 and stretches[place].outer_start <= offset < stretches[place].outer_end

    cues = [list(cues_of(sentence, reading, quoted)) for sentence in reading.sentences]
    scene = Scene(reading=reading, stretches=stretches, cues=cues)
    direct = _direct(scene, quoted)
    indirect = list(_indirect(scene, direct))
    both = sorted((*direct, *indirect), key=lambda q: (q.start, q.end))
    return replace(reading, quotes=tuple(both))


def _direct(scene: Scene, quoted: Callable[[int], bool]) -> list[Quote]:
    found: list[Quote] = []
    text = scene.reading.text
    last_block = -2
    for mark in scene.stretches:
        cue, holder = _who(scene, mark, found, last_block)
        if not _utterance(scene, mark, cue):
            continue
        start, end = _tight(text, mark.start, mark.end)
        if end <= start:
            continue
        before = found[-1] if found else None
        if before is not None and last_block == mark.block and _continues(text, before, mark, cue):
            found[-1] = replace(before, spans=(*before.spans, (start, end)), holder=before.holder or holder)
            continue
        found.append(
            Quote(spans=((start, end),), direct=True, holder=holder, cue=(cue.start, cue.end) if cue else None)
        )
        last_block = mark.block
    return found


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _continues(text: str, before: Quote, mark: Marked, cue: Cue | None) -> bool:
    """Tell an interrupted quotation: what lies between ends with a comma, and the quotation goes on in lower case."""
    between = text[before.end : mark.start]
    goes_on = text[mark.start : mark.start + 1].islower()
    return len(between) < 120 and between.rstrip(' “"«„').endswith((",", "—", "–")) and goes_on and ". " not in between


def _utterance(scene: Scene, mark: Marked, cue: Cue | None) -> bool:
    """Tell somebody's words from scare quotes, titles and names in marks."""
    text = scene.reading.text
    inside = text[mark.start : mark.end]
    count = words_in(inside)
    before = text[max(0, mark.outer_start - 40) : mark.outer_start].casefold().split()
    if before and before[-1].strip(",:") in words("saying", "scare"):
        return False
    lexical = [w for w in inside.split() if w[:1].isalpha() and len(w) > 3]
    if count >= FEWEST and len(lexical) > 1 and all(w[:1].isupper() for w in lexical) and count < 12:
        return cue is not None and inside.rstrip().endswith((".", "!", "?", ","))
    if count >= FEWEST:
        return True
    whole = inside.rstrip().endswith((",", ".", "!", "?")) and inside.lstrip()[:1].isupper()
    return whole and cue is not None and count > 0


def _who(scene: Scene, mark: Marked, found: Sequence[Quote], last_block: int) -> tuple[Cue | None, Holder | None]:
    """Find the cue and the holder of a quoted stretch, from the surest place to the least sure."""
    reading = scene.reading
    own = _sentences_of(reading, mark)
    best: tuple[int, Cue] | None = None
    for sentence in own:
        for cue in scene.cues[sentence.index]:
            if cue.kind == "stance" and not cue.start < mark.outer_start:
                continue
            gap = _gap(scene, cue, mark)
            if gap is not None and (best is None or gap < best[0]):
                best = (gap, cue)
    if best is not None:
        return best[1], _outside(mark, best[1].holder) or behind_verb(reading, best[1].end)
    named = _label(scene, mark) or (
        _own_sentence_behind(scene, mark) or _name_behind(scene, mark) or _odd_verb_behind(scene, mark)
    )
    if named is not None:
        return None, named
    if found and last_block == mark.block and found[-1].holder is not None:
        return None, found[-1].holder  # another quotation of the same paragraph
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
        return None, previous.holder  # a quotation over several paragraphs
    subject = holder_of(own[0], reading) if own and not _only_quoted(scene, mark) else None
    return None, _outside(mark, subject) or _speaker_before(scene, mark, own)


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
        return _holder(mention, scene.reading)
    start = block.start + match.start(1)
    return Holder(start=start, end=end, name=match[1]) if len(match[1].split()) <= 4 else None


def _own_sentence_behind(scene: Scene, mark: Marked) -> Holder | None:
    """Find "“Who signs?” Renn asked.": the tag of a question stands in a sentence of its own."""
    reading = scene.reading
    place = bisect_left(reading.sentences, mark.outer_end, key=lambda s: s.start)
    if place >= len(reading.sentences) or reading.sentences[place].start > mark.outer_end + 2:
        return None
    if "\n" in reading.text[mark.outer_end : reading.sentences[place].start]:
        return None  # another paragraph
    for cue in scene.cues[place]:
        if cue.holder is not None and cue.holder.start <= mark.outer_end + 2 and cue.start <= cue.holder.end + 2:
            return cue.holder
    return None


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
    """Give the person whom the sentence before is about: "Renn laughed. “The harbour is full.”"."""
    if not own or own[0].index == 0:
        return None
    before = scene.reading.sentences[own[0].index - 1]
    block = scene.reading.document.blocks[mark.block]
    whole = own[0].start >= mark.outer_start - 1
    if not whole or not block.start <= before.start < mark.outer_start:
        return None
    holder = holder_of(before, scene.reading)
    entity = scene.reading.entity(holder.entity) if holder is not None else None
    return holder if entity is not None and entity.kind == "person" else None


def _sentences_of(reading: Reading, mark: Marked) -> Sequence[Sentence]:
    """Give the sentences that a quoted stretch touches, and the one its closing mark belongs to."""
    first = max(0, bisect_right(reading.sentences, mark.outer_start, key=lambda s: s.start) - 1)
    last = bisect_left(reading.sentences, mark.outer_end, key=lambda s: s.start)
    return [s for s in reading.sentences[first:last] if s.end > mark.outer_start]


def _gap(scene: Scene, cue: Cue, mark: Marked) -> int | None:
    """Give how far a cue is from a stretch, behind counting less than before; None where another quotation lies between."""
    if cue.start >= mark.outer_end:
        if cue.start - mark.outer_end > 160:
            return None
        return cue.start - mark.outer_end
    if cue.end <= mark.outer_start:
        return cue.end and (mark.outer_start - cue.end) + (15 if mark.outer_start - cue.end > 3 else 0)
    return None


def _name_behind(scene: Scene, mark: Marked) -> Holder | None:
    """Find "“...” Jane Doe, Institute Fellow": a name with a role directly behind, in the block or alone in the next."""
    reading = scene.reading
    text, blocks = reading.text, reading.document.blocks
    if (
        text[mark.end - 1 : mark.end] not in ".!?…”’\"'"
        and text[mark.end : mark.outer_end]
        and text[mark.end - 1] != "."
    ):
        return None
    block = blocks[mark.block]
    rest = text[mark.outer_end : block.end].strip(" \n—–-")
    if not rest and mark.block + 1 < len(blocks):
        block = blocks[mark.block + 1]
        if len(text[block.start : block.end].split()) > 16 or text[block.start : block.end].rstrip().endswith(
            (".", "”", '"')
        ):
            return None
        begin = block.start
    else:
        begin = mark.outer_end
    for mention in reading.mentions_in(begin, block.end):
        if mention.form == "name" and mention.kind != "place" and not text[begin : mention.start].strip(" \n—–-"):
            follows = text[mention.end : mention.end + 2]
            if follows.startswith(",") or not text[mention.end : block.end].strip():
                return _holder(mention, reading)
        break
    return None


def _holder(mention: Mention, reading: Reading) -> Holder:
    entity = reading.entity(mention.entity)
    return Holder(
        start=mention.start, end=mention.end, name=entity.name if entity else mention.text, entity=mention.entity
    )


def _lead_in(scene: Scene, mark: Marked, own: Sequence[Sentence]) -> Cue | None:
    """Find a cue in the sentence before when that ends with a colon, or when the quotation is all there is to its own."""
    if not own or own[0].index == 0:
        return None
    before = scene.reading.sentences[own[0].index - 1]
    if mark.block - before.paragraph > 1 or not _only_quoted(scene, mark):
        return None
    ends_open = scene.reading.text[before.start : before.end].rstrip().endswith(":")
    cues = [c for c in scene.cues[before.index] if c.holder is not None]
    if cues and (ends_open or mark.block == before.paragraph):
        return cues[-1]
    return None


def _only_quoted(scene: Scene, mark: Marked) -> bool:
    """Tell whether a paragraph opens with this stretch."""
    block = scene.reading.document.blocks[mark.block]
    return mark.outer_start - block.start <= 2 or not any(
        c.isalpha() for c in scene.reading.text[block.start : mark.outer_start]
    )


def _indirect(scene: Scene, direct: Sequence[Quote]) -> Iterator[Quote]:
    pieces = sorted(span for quote in direct for span in quote.spans)
    for cues in scene.cues:
        used: list[tuple[int, int]] = []
        for cue in cues:
            if cue.content is None or cue.holder is None:
                continue
            start, end = cue.content
            text = scene.reading.text[start:end]
            inside = sum(max(0, min(end, b) - max(start, a)) for a, b in pieces)
            if words_in(text) < FEWEST or inside * 2 >= end - start or any(a < end and start < b for a, b in used):
                continue
            used.append((start, end))
            yield Quote(
                spans=((start, end),),
                direct=False,
                holder=cue.holder,
                cue=(cue.start, cue.end),
                stance=cue.kind == "stance",
            )
