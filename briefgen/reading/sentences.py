"""Cut a document's blocks into parsed sentences.

Only running text is parsed: prose and captions. Headings, titles, date lines, bylines, link lists and boilerplate are
left out, as a parser reads title case as one long name ("Host Palestinian Unity Talks"). A block is parsed by itself:
line ends inside it are spaces to the parser, and no sentence runs across two blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.model import Block, BlockKind, Document
from briefgen.reading.marks import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

PARSED: frozenset[BlockKind] = frozenset({"prose", "caption"})


def mark_sentences(document: Document) -> tuple[Sentence, ...]:
    """Parse the running text of a document; sentences come in text order, offsets count in the document."""
    from briefgen.reading.pipeline import parse

    parsed = [(place, block) for place, block in enumerate(document.blocks) if block.kind in PARSED]
    docs = parse(document.text[block.start : block.end] for _, block in parsed)
    sentences: list[Sentence] = []
    for (place, block), doc in zip(parsed, docs, strict=True):
        sentences.extend(_sentences(doc, block, place, len(sentences)))
    return tuple(sentences)


def _sentences(doc: Doc, block: Block, place: int, first: int) -> Iterator[Sentence]:
    index = first
    for span in doc.sents:
        tokens = [t for t in span if not t.is_space]
        if not tokens:
            continue
        start = block.start + tokens[0].idx
        end = block.start + tokens[-1].idx + len(tokens[-1].text)
        yield Sentence(start=start, end=end, span=span, offset=block.start, index=index, paragraph=place, block=block)
        index += 1
