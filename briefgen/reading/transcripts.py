"""Mark what is said in interviews, briefings and debates, where a label and no verb tells who speaks ("MS. RENN: No.").

The words of a turn are the speaker's own, hence a quotation without marks. Left alone: questions, and a label that is a
field of a form ("To:", "Date:").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefgen.knowledge.world import words
from briefgen.model import Block
from briefgen.names import fold
from briefgen.reading.interviews import answers
from briefgen.reading.marks import Entity, Holder, Quote, Reading
from briefgen.reading.name_lines import answering
from briefgen.reading.quotemarks import words_in

FEWEST_TURNS = 3
FEWEST = 4
"""Words of a turn that says something."""
LABEL = re.compile(
    r"\s*(?P<name>[A-Z][\w.’'-]*(?:\s+(?:[A-Z][\w.’'-]*|of|the|for|and|de|der|van|von|al|el|bin)){0,8})"
    r"(?:\s*\([^()\n]{1,80}\)){0,2}(?:,\s(?:the\s)?[A-Z][^:.?!“”\"\n]{2,100})?\s*:\s+(?=[^\s“”\"„«‘'])"
)
LETTER = re.compile(r"\s*(?P<name>[QA])\.?:?\s+(?=[A-Z“\"])")
ASKING = frozenset({"q", "question", "questions", "reporter", "moderator", "operator", "interviewer"})
ANSWERING = frozenset({"a", "answer"})
GREETING = re.compile(
    r"(?:(?:Good (?:morning|afternoon|evening|day)|Thank you|Thanks|Hello|Hi|Welcome|Please|Yes, please)\b[^.!?\n]{0,60}[.!?](?:\s+|$))+"
)
"""Courtesies that open a turn."""
ASIDE = re.compile(r"[(\[][^()\[\]\n]{1,60}[)\]]\.?")
MINE = re.compile(r"\b(?:I|we|our|us|my)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker says in one paragraph: the label `start:end`, and the words up to the end of the block."""

    start: int
    end: int
    name: str
    said: int
    block: Block
    place: int


def with_turns(reading: Reading, quotes: Sequence[Quote]) -> list[Quote]:
    """Give quotations and the turns of a transcript in text order; of what stands in a turn only reports of others stay."""
    turns = list(_turns(reading))
    if not _is_transcript(reading, turns):
        return _with_answers(reading, quotes)
    said: list[Quote] = []
    silent: list[tuple[int, int]] = []
    speakers = {turn.name: _speaker(reading, turn, turns[0].start) for turn in reversed(turns)}
    for place, turn in enumerate(turns):
        speaker = speakers[turn.name]
        holder = replace(speaker, start=turn.start, end=turn.end) if speaker is not None else None
        asking = holder is None or turn.name.casefold() in ASKING
        later = turns[place + 1].place if place + 1 < len(turns) else None
        for start, end in _paragraphs(reading, turn, later):
            text = reading.text[start:end]
            silent.append((start, end))
            telling = words_in(text) >= FEWEST and not text.endswith("?") and not _is_list_of_names(text)
            if not asking and telling and ORDER.fullmatch(text) is None:
                said.append(Quote(spans=((start, end),), direct=True, holder=holder))
    labels = [(turn.start, turn.said) for turn in turns]
    kept = [q for q in quotes if (not q.direct and of_another(reading, q)) or not inside(silent, q.start)]
    others = (q for q in kept if q.holder is None or not inside(labels, q.holder.start))
    return sorted((*said, *others), key=lambda q: (q.start, q.end))


def first_turn(reading: Reading) -> int:
    """Give where the first turn of a transcript or interview starts, else the text’s end: behind it no writer speaks."""
    turns = list(_turns(reading))
    if _is_transcript(reading, turns):
        return turns[0].start
    found = answers(reading)
    return reading.document.blocks[found[1][0]].start if found is not None else len(reading.text)


def _with_answers(reading: Reading, quotes: Sequence[Quote]) -> list[Quote]:
    """Give quotations and the answers of an interview without labels in text order."""
    found = answers(reading)
    if found is None:
        return list(quotes)
    speaker, asked, told = found
    blocks, text = reading.document.blocks, reading.text
    spans = {place: _stripped(text, blocks[place]) for place in (*asked, *told)}
    silent = sorted(spans.values())
    said = [
        Quote(spans=(spans[place],), direct=True, holder=speaker)
        for place in told
        if words_in(text[slice(*spans[place])]) >= FEWEST
    ]
    kept = [q for q in quotes if of_another(reading, q) or not inside(silent, q.start)]
    return sorted((*said, *kept), key=lambda q: (q.start, q.end))


def _stripped(text: str, block: Block) -> tuple[int, int]:
    return block.start, block.start + len(text[block.start : block.end].rstrip())


def inside(stretches: Sequence[tuple[int, int]], offset: int) -> bool:
    """Tell whether an offset lies in one of some stretches that are in text order."""
    place = bisect_right(stretches, offset, key=lambda s: s[0]) - 1
    return place >= 0 and offset < stretches[place][1]


def of_another(reading: Reading, quote: Quote) -> bool:
    """Tell what is reported of somebody else from what the speakers say of each other: "you say", "I think".

    Who "I" and "you" are changes with each turn, so that nobody is known by them.
    """
    holder = quote.holder
    said = fold(reading.text[holder.start : holder.end]).split() if holder is not None else []
    if holder is None or not said or " ".join(said) in THOSE_WHO_TALK or said[0] in OURS:
        return False
    return holder.entity is not None or fold(holder.name) not in NOBODY


def _is_list_of_names(text: str) -> bool:
    """Tell what only names those who are there: "Mr Otto Brill, Minister for the Harbour."."""
    lexical = [w for w in text.split() if w[:1].isalpha() and len(w) > LONGEST_SMALL]
    return all(w[:1].isupper() for w in lexical)


LONGEST_SMALL = 3
"""Letters of the small words in names and titles."""
ORDER = re.compile(
    r"(?:[^.!?]{0,30}[.!?]\s+)?[^.!?]*?\b(?:(?:call|called) [\w\s]{2,30} to order|(?:meeting|session|hearing|sitting|House|conference|"
    r"briefing|committee) (?:is|stands|will be) (?:now )?(?:suspended|adjourned|closed|resumed|concluded|over|opened)"
    r"|(?:suspend|adjourn|close|open|resume|concludes?|conclude) (?:the|this|our|today[’']s) [\w\s]{0,20}?(?:meeting|session|hearing|"
    r"sitting|conference|briefing|call)|turn (?:now )?to (?:the )?questions|(?:has|have) the floor|take (?:the|our) (?:first|next|last) "
    r"question)\b[^.!?]*[.!?]?(?:\s+[^.!?]{0,60}[.!?])*"
)
"""What leads through a meeting and says nothing of its matter: "The meeting is suspended.", "I give Mr Brill the floor."."""
OURS = frozenset({"my", "our", "your"})
THOSE_WHO_TALK = frozenset({"i", "we", "you"})
NOBODY = THOSE_WHO_TALK | {"he", "she", "they", "it", "who", "one", "people", "everybody", "nobody"}


def _turns(reading: Reading) -> Iterator[Turn]:
    blocks, text = reading.document.blocks, reading.text
    labels = [LETTER.match(text, b.start, b.end) or LABEL.match(text, b.start, b.end) for b in blocks]
    spoken = {m["name"] for b, m in zip(blocks, labels, strict=True) if m is not None and b.kind == "prose"}
    for place, (block, match) in enumerate(zip(blocks, labels, strict=True)):
        if match is None or match["name"] not in spoken:
            continue  # a headline: "Harbour: talks go on"
        if match["name"].casefold().rstrip(".") not in words("saying", "fields"):
            yield Turn(
                start=match.start("name"),
                end=match.end("name"),
                name=match["name"].rstrip("."),
                said=match.end(),
                block=block,
                place=place,
            )


def _is_transcript(reading: Reading, turns: Sequence[Turn]) -> bool:
    """Tell a transcript: speakers take turns in paragraphs that follow each other, and most labels mean persons."""
    names = {turn.name for turn in turns}
    if len(turns) < FEWEST_TURNS or len(names) < 2:
        return False
    shouted = all(name.isupper() and name.casefold() not in ANSWERING for name in names)
    follows = shouted or any(b.place - a.place == 1 and a.name != b.name for a, b in pairwise(turns))
    personal = [name for name in names if _is_personal(reading, name)]
    return follows and 2 * len(personal) >= len(names)


def _is_personal(reading: Reading, name: str) -> bool:
    first = name.split()[0].casefold().rstrip(".")
    titled = " " in name and first in words("titles", "heads") | {"mr", "mrs", "ms", "dr", "the", "secretary"}
    return name.casefold() in ASKING | ANSWERING or titled or _known(reading, name) is not None


def _paragraphs(reading: Reading, turn: Turn, later: int | None) -> Iterator[tuple[int, int]]:
    """Give the turn's own paragraph, and under a label in capitals those behind it up to the next speaker's, `later`."""
    blocks, text = reading.document.blocks, reading.text
    greeting = GREETING.match(text, turn.said, turn.block.end)
    first = greeting.end() if greeting is not None else turn.said
    yield first, first + len(text[first : turn.block.end].rstrip())
    if turn.name.casefold() in ANSWERING:
        return
    for block in blocks[turn.place + 1 : later]:
        said = text[block.start : block.end].rstrip()
        if ASIDE.fullmatch(said):
            continue  # "(Laughter.)", "(15.30)"
        if block.kind != "prose" or ((later is None or not turn.name.isupper()) and not MINE.search(said)):
            return
        yield _stripped(text, block)


def _speaker(reading: Reading, turn: Turn, first: int) -> Holder | None:
    """Give whom a label means: a person of that name or of these initials, the person questioned, or just the words.

    None where nobody is questioned: "Q" and "A" are a manner of telling, and no interview.
    """
    entity = _known(reading, turn.name) or _in_the_chair(reading, turn)
    if entity is None and turn.name.casefold() in ANSWERING:
        headed = answering(reading, first)
        if headed is not None:
            return headed
        entity = _questioned(reading, first)
        if entity is None:
            return None
    if entity is None:
        return Holder(start=turn.start, end=turn.end, name=turn.name)
    return Holder(start=turn.start, end=turn.end, name=entity.name, entity=entity.id)


def _known(reading: Reading, name: str) -> Entity | None:
    """Give the one person whose name ends like a label, or whose initials it is: "SECRETARY RENN", "A.R."."""
    last, letters = name.split()[-1].casefold(), name.replace(".", "").casefold()
    persons = [e for e in reading.entities if e.kind == "person"]
    named = [e for e in persons if any(form.split()[-1].casefold() == last for form in e.names)]
    if len(named) == 1:
        return named[0]
    initials = [e for e in persons if name.isupper() and len(letters) > 1 and letters in _initials(e)]
    return initials[0] if len(initials) == 1 and not named else None


def _in_the_chair(reading: Reading, turn: Turn) -> Entity | None:
    """Give whom an office for a label means: "The Chair (Ms Ada Renn): ...", or the only one said to be "(Chair)"."""
    office = turn.name.split()[-1].casefold()
    if office not in words("titles", "heads"):
        return None
    beside = [m for m in reading.mentions_in(turn.end, turn.said) if m.kind == "person" and m.form == "name"]
    if beside:
        return reading.entity(beside[0].entity)
    persons = [e for e in reading.entities if e.kind == "person"]
    holding = [e for e in persons if any(s.role.casefold() == office for s in e.standings)]
    return holding[0] if len(holding) == 1 else None


def _initials(entity: Entity) -> set[str]:
    return {"".join(part[0] for part in re.split(r"[\s-]+", form) if part).casefold() for form in entity.names}


def _questioned(reading: Reading, before: int) -> Entity | None:
    """Give the one who answers: the first person that the lines before the first turn name, but not the writer."""
    authors = {author.casefold() for author in reading.document.source.authors}
    for mention in reading.mentions_in(0, before):
        entity = reading.entity(mention.entity)
        if mention.form != "name" or entity is None or entity.kind != "person":
            continue
        if not {name.casefold() for name in entity.names} & authors:
            return entity
    return None
