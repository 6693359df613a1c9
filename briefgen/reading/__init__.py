"""Step 3, read: mark sentences, names, dates and quotations in a document.

`read` is the step; the order matters, as each kind of mark leans on the ones before it.
"""

from __future__ import annotations

from briefgen.model import Document
from briefgen.reading.marks import Reading


def read(document: Document) -> Reading:
    """Mark all that later steps lean on: sentences with their parse, mentions, dates and quotations.

    Never raises for any text and takes time linear in its length.
    """
    from briefgen.reading.mentions import mark_mentions
    from briefgen.reading.quotes import mark_quotes
    from briefgen.reading.sentences import mark_sentences
    from briefgen.reading.times import mark_times

    sentences = mark_sentences(document)
    entities, mentions = mark_mentions(document, sentences)
    times = mark_times(document, sentences)
    reading = Reading(document=document, sentences=sentences, entities=entities, mentions=mentions, times=times)
    return mark_quotes(reading)
