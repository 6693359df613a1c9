"""Mark quotations and attributed statements, with who holds them.

A direct quotation is what stands between marks and is somebody's words; an indirect one is the clause that a verb of
saying governs. The holder is the subject of the verb of saying nearest to it, else the name behind the quotation, else
the speaker before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from briefgen.knowledge.world import words
from briefgen.reading.attribution import cues_of
from briefgen.reading.contents import behind_dateline
from briefgen.reading.cues import Cue
from briefgen.reading.echoes import settle_holders
from briefgen.reading.inserted import OF_BODY
from briefgen.reading.late_names import with_late_names
from briefgen.reading.led import with_led
from briefgen.reading.marks import Holder, Quote, Reading
from briefgen.reading.mixed import with_clauses
from briefgen.reading.quotemarks import Marked, is_marked, marked_stretches, words_in
from briefgen.reading.speakers import verb_in
from briefgen.reading.transcripts import with_turns
from briefgen.reading.whose import Scene, whose

FEWEST = 4
"""Words of a quotation that stands for itself; shorter ones count only as a whole utterance of a speaker."""
FEWEST_REPORTED = 3
"""Words of a reported statement: "he is innocent", "denied any role"."""


TITLE_LEADS = frozenset("on in of the at from for with to by into her his their its".split())
"""Words before a name in marks: a programme, a book, a ship."""


def mark_quotes(reading: Reading) -> Reading:
    """Give the reading with its quotations and attributed statements in text order."""
    stretches = marked_stretches(reading.text, reading.document.blocks)
    quoted = partial(is_marked, stretches)
    cues = [list(cues_of(sentence, reading, quoted)) for sentence in reading.sentences]
    scene = Scene(reading=reading, stretches=stretches, cues=cues)
    both = with_led(reading, cues, with_clauses(reading.text, _direct(scene), list(_clauses(scene))))
    return with_late_names(replace(reading, quotes=settle_holders(reading, with_turns(reading, both))))


def _direct(scene: Scene) -> list[Quote]:
    found: list[Quote] = []
    text = scene.reading.text
    last_block = -2
    for mark in scene.stretches:
        cue, holder = whose(scene, mark, found, last_block)
        before = found[-1] if found else None
        goes_on = (
            before is not None
            and last_block == mark.block
            and _continues(scene.reading, before, mark)
            and not _answers(before, mark, cue)
        )
        start, end = _tight(text, mark.start, mark.end)
        headline = holder is None and scene.reading.document.blocks[mark.block].kind in ("title", "heading")
        if end <= start or headline or not (goes_on or _utterance(scene, mark, cue)):
            continue
        if before is not None and 0 <= mark.block - last_block <= 1 and _left_open(text, before.end):
            told = before.holder if before.cue is not None else holder or before.holder
            cue_place = before.cue or ((cue.start, cue.end) if cue else None)
            found[-1] = replace(before, spans=(*before.spans, (start, end)), holder=told, cue=cue_place)
            last_block = mark.block
            continue
        if before is not None and goes_on:
            found[-1] = replace(before, spans=(*before.spans, (start, end)), holder=before.holder or holder)
            continue
        found.append(
            Quote(spans=((start, end),), direct=True, holder=holder, cue=(cue.start, cue.end) if cue else None)
        )
        last_block = mark.block
    return found


def _left_open(text: str, end: int) -> bool:
    """Tell whether a quotation goes on in the next paragraph: no mark closes it, and the next one opens again."""
    return re.match(r"\s*\n\s*(?:[“\"„«]|''|``)", text[end : end + 12]) is not None


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _continues(reading: Reading, before: Quote, mark: Marked) -> bool:
    """Tell an interrupted quotation: only who speaks stands between its pieces.

    "“The bridge,” Renn said, “is closed.”" goes on in lower case; "“It is closed,” she said. “Come back in May.”" starts
    a sentence, and is one utterance where nothing but the name and the verb of saying stand between.
    """
    text = reading.text
    between = text[before.end : mark.start].strip(" “”\"«»„‘’'`")
    inverted = before.cue is not None and 0 <= before.cue[0] - before.end <= 4
    if len(between) > (LONGEST_TITLE if inverted else LONGEST_BETWEEN) or "\n" in between:
        return False
    if _sentence_starts(reading, before.end + 3, mark.outer_start - 1):
        return False
    goes_on = text[mark.start : mark.start + 1].islower()
    told = before.cue is not None and before.end <= before.cue[0] < mark.start
    if between.endswith((",", "—", "–", ";")):
        return goes_on or told
    ended = between.endswith(".") and text[before.end - 1 : before.end] in (",", "?", "!")
    return told and ended


def _answers(before: Quote, mark: Marked, cue: Cue | None) -> bool:
    """Tell whether another speaker is named behind the second piece: "“Who?” asked the judge. “Me,” the guest said."."""
    if cue is None or cue.holder is None or cue.start < mark.outer_end or before.holder is None:
        return False
    mine, theirs = before.holder, cue.holder
    return theirs.name != mine.name and (theirs.entity is None or theirs.entity != mine.entity)


LONGEST_BETWEEN = 120
LONGEST_TITLE = 240
"""Characters between two pieces; more where they are the verb, and behind it the name with its titles."""


def _sentence_starts(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a sentence starts inside a stretch."""
    place = bisect_left(reading.sentences, start, key=lambda s: s.start)
    return place < len(reading.sentences) and reading.sentences[place].start < end


def _utterance(scene: Scene, mark: Marked, cue: Cue | None) -> bool:
    """Tell somebody's words from scare quotes, titles and names in marks."""
    text = scene.reading.text
    inside = text[mark.start : mark.end]
    count = words_in(inside)
    before = text[max(0, mark.outer_start - 40) : mark.outer_start].casefold().split()
    called = cue is not None and cue.kind == "stance" and cue.holder is not None and cue.end + 1 == mark.outer_start
    named_so = called and cue is not None and text[max(0, cue.start - 1)] != "-"  # no "so-called"
    if before and before[-1].strip(",:") in words("saying", "scare") and not (named_so and count >= FEWEST):
        return False
    if NAMED.search(text[max(0, mark.outer_start - 40) : mark.outer_start]):
        return False
    lexical = [w for w in inside.split() if w[:1].isalpha() and len(w) > 3]
    named = len(lexical) > 1 and all(w[:1].isupper() for w in lexical)
    if named and before and (before[-1] in TITLE_LEADS or before[-1].endswith(("'s", "’s"))):
        return False  # "on “Harbour News Today,”"
    if count >= FEWEST and named and count < 12:
        return cue is not None and inside.rstrip().endswith((".", "!", "?", ","))
    if count >= FEWEST:
        return True
    whole = inside.rstrip().endswith((",", ".", "!", "?")) and inside.lstrip()[:1].isupper() and count > 0
    if whole and (cue is not None or SIGNED.match(text, mark.outer_end)):
        return not named or cue is None or _beside(text, mark, cue)  # "a man, “the Crane,” is sought"
    ends = inside.rstrip().endswith((",", ".")) or STOP.match(text, mark.outer_end) is not None
    told = cue is not None and cue.kind == "clause" and not cue.embedded and _beside(text, mark, cue)
    return told and ends and count > 1


NAMED = re.compile(
    r"\b(?:known|referred to|described in\s\S+) as (?:an?|the)?\s*$|\b(?:word|term|phrase|slogan)s? $", re.IGNORECASE
)
"""Words before a mark that make it a name: "also known as “the Crane”"."""
STOP = re.compile(r"\s*(?:[.,;:—–)]|\n|$)")
SIGNED = re.compile(r"\s*[—–-]{1,2}\s*[A-Z]")
TOLD = re.compile(r"(?:\s(?:me|us|him|her|them|reporters))?,?:?\s(?:that\s)?")
"""All that may stand between a verb of saying and a short quotation behind it."""


def _beside(text: str, mark: Marked, cue: Cue) -> bool:
    """Tell a short quotation that the verb of saying stands right next to: "told me “perhaps ten”"."""
    if cue.end <= mark.outer_start:
        return TOLD.fullmatch(text, cue.end, mark.outer_start) is not None
    closed = text[mark.end - 1] == "," or text[mark.outer_end : mark.outer_end + 1] == ","
    return closed and cue.start - mark.outer_end < NEAR


NEAR = 60
"""Characters between a short quotation and the verb of saying behind it."""


JOINED = re.compile(r"(?:;|,?\s(?:while|whereas|but|and|although))\s*$")


def _up_to_next(text: str, content: tuple[int, int], cues: Sequence[Cue], *, stance: bool) -> tuple[int, int]:
    """End a clause where another speaker's statement is joined to it: "critics say ..., while supporters say ..."."""
    start, end = content
    for cue in cues:
        first = min(cue.start, cue.holder.start) if cue.holder is not None else end
        follows = cue.lemma != text[cue.start : cue.end] and text[cue.start - 2 : cue.end].endswith("ing")
        if follows and text[cue.start - 2 : cue.start] == ", " and start < cue.start < end and first < start:
            end = cue.start - 2  # "..., stressing that ..."
        joined = JOINED.search(text, start, first) if start < first < end else None
        if joined is not None and joined.end() == first:
            end = joined.start()
    if stance and ";" in text[start:end]:
        end = start + text[start:end].index(";")
    return start, end


OPENING = frozenset('“"„«‘')
WHOLE = re.compile(r"[“\"„«‘][^“”\"„«»]*[”\"»’]?")


def _clauses(scene: Scene) -> Iterator[Quote]:
    """Give the attributed clauses in text order, the outer one where one lies in another."""
    for cues in scene.cues:
        used: list[tuple[int, int]] = []
        for cue in sorted(cues, key=lambda c: not c.aside):
            if cue.content is None or cue.holder is None or is_marked(scene.stretches, cue.holder.start):
                continue
            if NOBODY.match(cue.holder.name):
                continue
            stance = cue.kind == "stance"
            start, end = _up_to_next(scene.reading.text, cue.content, cues, stance=stance)
            if cue.kind == "according" and _says_itself(cue, cue.content, cue.holder, cues):
                continue
            before = None if stance else _subject_before(scene.reading, cue.holder, (cue.start, cue.end), start)
            spans = ((start, end),) if before is None else (before, (start, end))
            short = sum(words_in(scene.reading.text[a:b]) for a, b in spans) + stance < FEWEST_REPORTED
            if start <= cue.start < end:
                continue  # torn: "its repeated call has gone unheard"
            if cue.kind == "according" and WHOLE.fullmatch(scene.reading.text, start, end):
                continue  # "in her words, “...”" is a quotation and no clause
            inner = cue.kind == "according" and cue.lemma == "claim"  # "disputed her claim that ..."
            if short or (not inner and any(a < end and start < b for a, b in used)):
                continue
            used.extend(spans)
            told = Quote(spans=spans, direct=False, holder=cue.holder, cue=(cue.start, cue.end), stance=stance)
            behind = _going_on(scene, told, cues)
            if behind is not None and start < behind.start < end:
                told = replace(told, spans=(*spans[:-1], (start, scene.reading.text.rindex(";", start, behind.start))))
            yield from _parts(scene, told)
            yield from () if behind is None else (behind,)


def _parts(scene: Scene, told: Quote) -> Iterator[Quote]:
    """Give each of three or more clauses joined by "that": "that the mill was sold, that nobody knew and that it leaked"."""
    text, (start, end) = scene.reading.text, told.spans[-1]
    if len(told.spans) > 1 or told.stance or not text.endswith("that ", 0, start):
        yield told
        return
    cuts = [m.span() for m in JOINED_THAT.finditer(text, start, end) if not is_marked(scene.stretches, m.start())]
    edges = [start, *(place for cut in cuts for place in cut), end]
    pieces = list(zip(edges[::2], edges[1::2], strict=True))
    if len(pieces) < LISTED or any(words_in(text[a:b]) < FEWEST_REPORTED for a, b in pieces):
        pieces = [(start, end)]
    yield from (replace(told, spans=(piece,)) for piece in pieces)


LISTED = 3
"""Clauses that make a list of statements; two are told as one."""
JOINED_THAT = re.compile(
    r"(?:,|;)\s(?:(?:and|or|but)\s)?that\s|\s(?:and|but)\sthat\s(?=(?:he|she|it|they|the|an?|his|her|its|no)\s)"
)


def _going_on(scene: Scene, told: Quote, cues: Sequence[Cue]) -> Quote | None:
    """Give what a speaker says on behind a semicolon: "The dam is safe, the mayor said; the town is not"."""
    text, cue, holder = scene.reading.text, told.cue, told.holder
    sentence = scene.reading.sentence_at(cue[0]) if cue is not None else None
    if sentence is None or cue is None or holder is None or told.stance or told.start >= cue[0]:
        return None
    mark = text.find(";", max(cue[1], holder.end), sentence.end)
    rest = text[mark + 1 : sentence.end]
    if mark < 0 or any(c.start > mark and c.content for c in cues) or re.search(r"[“\"]", rest):
        return None
    start, end = mark + 1 + len(rest) - len(rest.lstrip()), mark + 1 + len(rest.rstrip(" .\n"))
    whole = words_in(text[start:end]) >= FEWEST_REPORTED and verb_in(sentence, start, end)
    return replace(told, spans=((start, end),)) if whole else None


NOBODY = re.compile(r"(?:nobody|no one|none|nothing|few|hardly anyone|hardly anybody)\b", re.IGNORECASE)


def _says_itself(source: Cue, content: tuple[int, int], holder: Holder, cues: Sequence[Cue]) -> bool:
    """Tell "In his report, Renn argued that ...", where the speaker is named with a verb of saying of his own.

    So too "Renn said, according to two aides, “...”", whose words are the quotation.
    """
    if any(c is not source and c.kind == "clause" and c.end == content[1] <= source.start for c in cues):
        return True
    owned = holder.entity is None and holder.name.casefold() in OWNERS
    return owned and any(
        c.kind == "clause" and c.content and c.holder and content[0] <= c.holder.start < content[1] for c in cues
    )


OWNERS = frozenset({"his", "her", "their", "its"})


def _subject_before(reading: Reading, holder: Holder, cue: tuple[int, int], start: int) -> tuple[int, int] | None:
    """Give the piece before an inserted cue, where a clause goes on behind it: "Norland, he says, has more cranes"."""
    sentence = reading.sentence_at(start)
    if sentence is None:
        return None
    opening = behind_dateline(sentence, reading)
    first, last = min(cue[0], holder.start), max(cue[1], holder.end)
    body = OF_BODY.match(reading.text, last, start)
    last = body.end() if body is not None else last
    before, behind = reading.text[opening:first].rstrip(), reading.text[last:start].strip()
    lead = JOINED.sub("", before.rstrip(" ,"))
    told = max(lead.rfind(": "), lead.rfind("; ")) + 1
    opening, lead = opening + len(lead) - len(lead[told:].lstrip()), lead[told:].strip()
    if (
        not lead
        or reading.text[start] in OPENING
        or not before.endswith(",")
        or not behind.startswith(",")
        or not behind.endswith(",")
    ):
        return None
    return opening, opening + len(lead)
