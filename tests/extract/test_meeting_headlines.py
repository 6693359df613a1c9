"""Headlines, which tell a meeting that no brief lists."""

import pytest

from briefgen.extract.meetings import find_meetings
from briefgen.model import Block, Document, Source
from briefgen.reading import read
from briefgen.reading.marks import Reading

HEADLINES = [
    ("Renn Meets Vell in Oslo", "Ada Renn was silent. Toma Vell was not.", "Renn, Vell"),
    ("Oslo-Riga Talks Open", "Norway and Latvia are neighbours.", "Oslo, Riga"),
    ("Renn and Vell After Their Summit", "Ada Renn and Toma Vell are home.", "Renn, Vell"),
    ("Norway and Latvia Hold Call With Vell", "Toma Vell is at home.", "Norway, Latvia Hold, Vell"),
    ("Renn Refuses to Meet Vell", "Ada Renn was silent. Toma Vell was not.", ""),
    ("Why Renn Should Meet Vell", "Ada Renn was silent. Toma Vell was not.", ""),
    ("Rovers Meet United", "It rained.", ""),
]


def titled(title: str, text: str) -> Reading:
    whole = f"{title}\n\n{text}"
    blocks = (
        Block(start=0, end=len(title), kind="title"),
        Block(start=len(title) + 2, end=len(whole), kind="prose"),
    )
    source = Source(id="key", path="a.txt", media_type="text/plain", text=whole)
    return read(Document(source=source, blocks=blocks))


@pytest.mark.parametrize(("title", "text", "parties"), HEADLINES, ids=[title for title, _, _ in HEADLINES])
def test_a_headline_tells_a_meeting_that_no_brief_lists(title: str, text: str, parties: str) -> None:
    told = list(find_meetings(titled(title, text)))
    assert [", ".join(m.named) for m in told] == ([parties] if parties else [])
    assert not any(m.participants for m in told)


def test_the_text_below_a_headline_tells_its_meeting() -> None:
    (meeting,) = find_meetings(titled("Renn Meets Vell", "Ada Renn met Toma Vell in Oslo. It was a long day."))
    assert [e.quote for e in meeting.evidence] == ["Ada Renn met Toma Vell in Oslo."]
