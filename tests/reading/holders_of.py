"""Give who is said to have said what in a text, for tests of quotations and of reported speech."""

from __future__ import annotations

from briefgen.reading.marks import Quote
from tests.readings import reading_of


def holders(text: str, words: str) -> list[tuple[str | None, bool]]:
    """Give the holder and the form of each quotation that holds these words."""
    reading = reading_of(text)

    def says(quote: Quote) -> bool:
        return any(words in " ".join(text[start:end].split()) for start, end in quote.spans)

    return [(q.holder.name if q.holder else None, q.direct) for q in reading.quotes if says(q)]
