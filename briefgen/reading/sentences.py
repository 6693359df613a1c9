"""Cut a document's blocks into parsed sentences.

Only running text is parsed: prose and captions, and the line that names the official who speaks ("Ada Renn, Spokesperson").
Headings, titles, date lines, bylines, link lists and boilerplate are
left out, as a parser reads title case as one long name ("Host Palestinian Unity Talks"). A block is parsed by itself:
line ends inside it are spaces to the parser, and no sentence runs across two blocks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.knowledge.world import words
from briefgen.model import Block, BlockKind, Document
from briefgen.reading.marks import Sentence, Words
from briefgen.reading.speaker_lines import speaker_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

PARSED: frozenset[BlockKind] = frozenset({"prose", "caption"})
SPEAKER = re.compile(r"(?!by\b)[^,;:]{3,50}, ([^;:]{3,90})", re.IGNORECASE)


def mark_sentences(document: Document) -> tuple[Sentence, ...]:
    """Parse the running text of a document; sentences come in text order, offsets count in the document."""
    from briefgen.reading.pipeline import parse

    parsed = [(place, block) for place, block in enumerate(document.blocks) if _is_read(block, document.text)]
    speakers = dict(speaker_lines(document))
    parsed = sorted({*parsed, *((place, document.blocks[place]) for place in speakers)}, key=lambda pair: pair[0])
    docs = parse(speakers.get(place) or document.text[block.start : block.end] for place, block in parsed)
    sentences: list[Sentence] = []
    for (place, block), doc in zip(parsed, docs, strict=True):
        sentences.extend(_sentences(doc, block, place, len(sentences)))
    return tuple(sentences)


def _is_read(block: Block, text: str) -> bool:
    """Tell a block to parse; a byline only where its name has an office: "Ada Renn, Department Spokesperson"."""
    if block.kind in PARSED:
        return True
    match = SPEAKER.fullmatch(text, block.start, block.end) if block.kind == "byline" else None
    return match is not None and bool(words("titles", "official") & set(match[1].casefold().split()))


def _sentences(doc: Doc, block: Block, place: int, first: int) -> Iterator[Sentence]:
    index, words = first, Words(doc)
    for span in doc.sents:
        told = [i for i in range(span.start, span.end) if not words.forms[i].isspace()]
        if not told:
            continue
        start, end = block.start + words.starts[told[0]], block.start + words.ends[told[-1]]
        yield Sentence(
            start=start,
            end=end,
            span=span,
            words=words,
            low=frozenset(words.low[span.start : span.end]),
            offset=block.start,
            index=index,
            paragraph=place,
            block=block,
        )
        index += 1
