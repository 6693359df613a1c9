"""Tell what is written like a name and names no actor: postal codes, persons who are only called on, pairs of surnames.

"Reed College, OH" tells where the college is; "Thank you, Ada" names one whom the text speaks to, not of; "the Renn-Vell
call" names two; "the Reed Hydropower Project" is a thing.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.knowledge.world import gazetteer, is_person_noun, words
from briefgen.names import fold
from briefgen.reading.finding import Found

ENDS = frozenset({",", ";", ".", ":", "!", "?", "–", "—", '"', ")"})
BETWEEN = frozenset(
    """administration ticket summit meeting call talks conversation dialogue exchange deal pact accord agreement
    communiqué debate era government coalition rivalry duel feud axis letter""".split()
)
"""What two persons have between them, behind both their names: "the Renn-Vell summit"."""
ADDRESSING = frozenset(
    "you your yours yourself thank thanks please yes yeah sorry hello hi welcome okay i'm we're".split()
)
"""Words that tell that a sentence speaks to somebody: the second person, greeting, thanks and assent."""


def nobodies(found: Sequence[Sequence[Found]]) -> set[tuple[int, int]]:
    """Give the places, start and end, of the names of a document that name no actor."""
    names = [n for every in found for n in every]
    surnames = {fold(n.text).split()[-1] for n in names if n.kind == "person" and (" " in n.text or n.titled)}
    called = _only_called(names)
    return {
        (n.start, n.end)
        for n in names
        if is_postal_code(n) or fold(n.text) in called or _is_pair(n, surnames) or _is_works(n)
    }


def is_postal_code(name: Found) -> bool:
    """Tell the code of a state or province behind a town or an address: "Vestby, WV", "Reed College, OH"."""
    doc, start, end = name.sentence.words, name.sentence.span.start, name.sentence.span.end
    if name.first != name.last or not _is_code(name.text) or name.first - 2 < start:
        return False
    town, after = doc[name.first - 2], name.last + 1
    listed = fold(town.text) in gazetteer() and gazetteer()[fold(town.text)].what == "state"
    ends = after >= end or doc.forms[after] in ENDS or doc[after].like_num
    return doc.forms[name.first - 1] == "," and town.text[:1].isupper() and not listed and ends


def _is_code(text: str) -> bool:
    return text.isupper() and text.lower() in words("regions", "postal_codes")


def _only_called(names: Sequence[Found]) -> set[str]:
    """Give the first names by which somebody is called on, and that stand nowhere else in the document."""
    where: dict[str, list[Found]] = {}
    for name in names:
        for word in fold(name.text).split() if name.kind == "person" else ():
            where.setdefault(word, []).append(name)
    return {word for word, every in where.items() if all(_is_called(name) for name in every)}


def _is_called(name: Found) -> bool:
    """Tell one who is spoken to: "Thank you, Ada.", "Otto, go ahead.", "Ada." alone."""
    doc, start, end = name.sentence.words, name.sentence.span.start, name.sentence.span.end
    if name.first != name.last or name.titled or name.known is not None:
        return False
    before, after = _behind_marks(name), name.last + 1
    opening = before < start or doc.forms[before] == ":"
    if after >= end or doc.forms[after] not in ENDS or not (opening or doc.forms[before] in ENDS):
        return False
    apposed = not opening and before > start and is_person_noun(doc.low[before - 1])  # "my brother, Otto, ..."
    if apposed or (after + 1 < end and doc.low[after + 1] in ("a", "an", "the", "who", "whose", "whom")):
        return False
    alone = opening and doc.forms[after] in (".", "?", "!") and after + 1 >= end
    spoken = any(doc.low[i] in ADDRESSING for i in range(start, end))
    return alone or spoken or (doc[name.first].dep_ == "vocative" and doc.forms[after] in (".", "?", "!"))


def _behind_marks(name: Found) -> int:
    """Give the last token before a name that is no quotation mark and no hyphen."""
    doc, start = name.sentence.words, name.sentence.span.start
    return next((i for i in range(name.first - 1, start - 1, -1) if doc.forms[i] not in ('"', "-")), start - 1)


def _is_pair(name: Found, surnames: set[str]) -> bool:
    """Tell two surnames that a hyphen joins: "the Renn-Vell summit", "Renn-Vell" where both are persons of the text."""
    parts = name.text.replace("–", "-").split("-")
    if name.known is not None or len(parts) != 2 or " " in name.text or not all(p[:1].isupper() for p in parts):
        return False
    doc, after = name.sentence.words, name.last + 1
    between = after < name.sentence.span.end and doc.low[after] in BETWEEN
    return between or {fold(part) for part in parts} <= surnames


def _is_works(name: Found) -> bool:
    """Tell a building or works from a body and a person: "the Reed Hydropower Project", "the Renn Room, Vestby"."""
    doc = name.sentence.words
    if name.known is not None or name.first == name.last:
        return False
    inside = {doc.low[i] for i in range(name.first + 1, name.last + 1)}
    built = doc.low[name.last] in ("project", "projects") and inside & words("regions", "works")
    return bool(built) or (doc.low[name.last] not in words("bodies", "nouns") and "room" in inside)
