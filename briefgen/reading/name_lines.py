"""Find the speaker on a line of its own that no sentence tells of: a name above or below a quotation, a spokesperson's headline."""

from __future__ import annotations

import re

from briefgen.knowledge.world import words
from briefgen.names import PARTICLES, fold
from briefgen.reading.marks import Entity, Holder, Reading
from briefgen.reading.speaker_lines import tells_standing

LONGEST_NAME = 5
"""Words of a person's name."""
HIGHEST = 2
"""Lines above a quotation that name the speaker: the name, and what the speaker is."""
SPEAKS = re.compile(
    r"\b(?:[Ss]pokes(?:person|man|woman)|[Ii]nterview with|[Cc]onversation with|Q&A with|[Bb]riefing by|[Rr]emarks by)"
    r"(?:\s(?:[A-Z][\w-]*\s){0,3}?)\s?(?P<name>[A-Z][\w-]+(?:\s[A-Z][\w-]+){1,3})"
)
"""A headline that says who answers: "Foreign Ministry Spokesperson Ada Renn’s Press Conference"."""


def person_on_line(reading: Reading, start: int, end: int, *, sure: bool = False) -> Holder | None:
    """Give the person whose name a line starts with, behind titles: "Captain (ret.) Otto Brill, Harbour Fellow".

    A line of capitalised words may be a headline: unless it is `sure` that it names somebody, a title or a person of the
    text must bear it out.
    """
    text = reading.text
    line = text[start:end].split(",")[0]
    parts = list(re.finditer(r"\([^()]*\)|[^\s()]+", line))
    titles = 0
    while titles < len(parts) and _is_title(parts[titles][0]):
        titles += 1
    name = parts[titles:]
    if (
        not 2 <= len(name) <= LONGEST_NAME
        or not all(_is_name(part[0]) for part in name)
        or not name[-1][0][:1].isupper()
    ):
        return None
    first, last = start + name[0].start(), start + name[-1].end()
    entity = known_person(reading, text[first:last])
    if entity is None and not titles and not sure:
        return None
    return _holder(text, first, last, entity)


def above(reading: Reading, block: int) -> Holder | None:
    """Give the person whose name stands on the lines right above a paragraph: "Dr Ada Renn", "Harbour Institute"."""
    blocks = reading.document.blocks
    first = block
    while first > 0 and block - first < HIGHEST and blocks[first - 1].kind in ("heading", "byline"):
        first -= 1
    for place in range(first, block):
        under = [b for b in blocks[place + 1 : block] if tells_standing(reading.text[b.start : b.end])]
        found = person_on_line(reading, blocks[place].start, blocks[place].end, sure=bool(under))
        if found is not None:
            return found
    return None


def answering(reading: Reading, before: int) -> Holder | None:
    """Give who answers by the headline: the spokesperson or the one interviewed whom the lines before `before` name."""
    for block in reading.document.blocks:
        if block.start >= before:
            return None
        match = SPEAKS.search(reading.text, block.start, block.end) if block.kind != "prose" else None
        if match is not None:
            start, end = match.span("name")
            return _holder(reading.text, start, end, known_person(reading, match["name"]))
    return None


def known_person(reading: Reading, name: str) -> Entity | None:
    """Give the person of the text who bears this name in full."""
    wanted = fold(name)
    persons = (e for e in reading.entities if e.kind == "person")
    return next((e for e in persons if wanted in {fold(form) for form in e.names}), None)


def _holder(text: str, start: int, end: int, entity: Entity | None) -> Holder:
    if entity is not None:
        return Holder(start=start, end=end, name=entity.name, entity=entity.id)
    return Holder(start=start, end=end, name=text[start:end])


def _is_title(word: str) -> bool:
    low = word.casefold().rstrip(".")
    return word.startswith("(") or low in words("titles", "honorifics", "ranks", "heads")


def _is_name(word: str) -> bool:
    low = word.casefold().strip(".")
    common = low in words("titles", "expert_bodies", "media") or low in words("saying", "fields")
    return (word[:1].isupper() or low in PARTICLES) and not common and not any(c.isdigit() for c in word)
