"""Read those whom a list names part by part: "Ada Renn, a broker; RENN, Oleg; and the yacht “Sea Lark”"."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.extract.designations.asides import without_asides
from briefgen.knowledge.world import gazetteer, words
from briefgen.names import fold
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items

JOINTS = frozenset({"and", "or", "as", "well", "also", "both", "namely", "finally", "plus", "&"})
QUOTES = frozenset("“\"‘'«„")
ENTRIES = frozenset({"entry", "entries", "name", "names"})
ITSELF = frozenset({"itself", "himself", "herself", "themselves"})


def colon_behind(line: Line, first: int, stop: int | None = None) -> int | None:
    """Give the place of the first colon from a word on that something stands behind; a semicolon ends the search."""
    for k in range(first, (line.stop if stop is None else stop) - 1):
        if line.doc[k].text == ";":
            return None
        if line.doc[k].text.endswith(":"):
            return k
    return None


def enumerated(line: Line, first: int, stop: int | None = None) -> list[Item]:
    """Read those named from a word on: the first of each part where semicolons part them, else one row of names."""
    stop = line.stop if stop is None else stop
    parted = [k for k in range(first, stop) if line.doc[k].text == ";"]
    if not parted:
        marked = behind_mark(line, first)
        return _surname_first(line, marked, stop) or _row(line, marked, stop)
    starts, ends = [first, *(k + 1 for k in parted)], [*parted, stop]
    return [item for start, end in zip(starts, ends, strict=True) for item in _part(line, start, end)]


def _row(line: Line, first: int, stop: int) -> list[Item]:
    """Read a row of names; behind an aside without a joint of its own, "Renn, both said to be rich, and Vell", it goes on."""
    items, end = read_items(line, first, _verb(line, first, stop))
    items = without_asides(line, items, first)
    if not items or not items[-1].named or line.doc[max(first, end - 1)].text not in (",", "both", "all"):
        return items
    joints = (k for k in range(end, stop - 1) if line.doc[k].text == ",")
    joint = next((k for k in joints if line.low(k + 1) == "and" or line.together(k + 1)), None)
    if joint is None or any(line.finite(k) for k in range(end + 1, joint)):
        return items
    more = read_items(line, joint + 1, stop)[0]
    return [*items, *more] if more and all(item.named for item in more) else items


def _part(line: Line, first: int, stop: int) -> Iterator[Item]:
    """Give who is named first in a part, with those that "and" joins to it: "Ada Renn and her firm, Reef Lines"."""
    first = behind_mark(line, first)
    if first >= stop or line.low(first) in words("designation", "identifiers"):
        return  # "DOB 3 May 1970"
    if (surname := _surname_first(line, first, stop)) is not None:
        yield from surname
        return
    items = without_asides(line, read_items(line, first, _verb(line, first, stop))[0], first)
    if items and _verb(line, first, stop) < stop and not {line.low(items[0].head), line.low(items[0].last)} & ENTRIES:
        return  # "; Renn has been struck off"
    for n, item in enumerate(items):
        if line.low(item.last) in ITSELF or line.low(item.last + 1) in ITSELF:
            continue  # "the newspaper itself": named before
        if n == 0 or (item.named and item.intro == "and" and items[0].named):
            yield item


def _verb(line: Line, first: int, stop: int) -> int:
    """Give the verb that ends what a part names: "the entry of Kahl is void and his firm is free"."""
    return next((k for k in range(first + 1, stop) if line.finite(k) and not line.in_relative(k)), stop)


def behind_mark(line: Line, k: int) -> int:
    """Pass over "(a)", "2.", a bullet, "and" and "they are" before a party."""
    while k < line.stop - 1 and k not in line.inside and (width := _mark_width(line, k)):
        k += width
    return k


def _mark_width(line: Line, k: int) -> int:
    """Give how many words a mark takes from here, 0 where none stands."""
    token = line.doc[k]
    if line.low(k) in ("they", "these", "those") and line.low(k + 1) in ("are", "were", "include"):
        return 2
    if token.text == "(" and line.low(k + 2) == ")":
        return 3
    if line.low(k) in JOINTS or token.is_space:
        return 1
    if not any(c.isalnum() for c in token.text.strip("(")):
        return int(token.text not in QUOTES)
    numbered = line.low(k + 1) in (")", ".") and (token.like_num or len(token.text) == 1)
    if numbered and k + 2 < line.stop:
        return 2
    colon = next((n for n in range(k, min(k + 4, line.stop - 1)) if line.doc[n].text == ":"), None)
    plain = colon is not None and all(line.pos(n) in ("ADJ", "NOUN") and n not in line.inside for n in range(k, colon))
    return colon + 1 - k if colon is not None and plain else 0  # "natural persons: Kahl"


def _surname_first(line: Line, first: int, stop: int) -> list[Item] | None:
    """Read "RENN, Ada Maria, a broker": a surname in capitals with the given names behind a comma."""
    if first >= line.stop or not line.doc[first].text.isupper() or len(line.doc[first].text) < 2:
        return None
    last = name_end(line, first)
    if last >= stop or not any(line.doc[k].text == "," for k in range(first, last)):
        return None
    text = line.words(first, last)
    return [Item(first=first, last=last, head=last, text=text, mention=None, named=True, intro="start")]


def name_end(line: Line, first: int) -> int:
    """Give the last word of the name that starts here: "RENN, Ada" goes over the comma, as the surname is in capitals."""
    last = first - 1
    for k in range(first, line.stop):
        token = line.doc[k]
        if token.text[:1].isupper() or token.text in ("&", "-", ".") or (k > first and token.text[:1] == "'"):
            last = k
        elif token.text == "," and _given(line, first, k):
            continue
        elif not (k > first and line.low(k) in ("of", "the", "for", "and", "al", "de", "bin") and _upper(line, k + 1)):
            break
    return last - (last > first and last + 1 == line.stop and line.doc[last].text == ".")


def _upper(line: Line, k: int) -> bool:
    return k < line.stop and line.doc[k].text[:1].isupper()


def _given(line: Line, first: int, comma: int) -> bool:
    """Tell the given name behind a surname in capitals from an address behind a body's name."""
    surname = [line.doc[k].text for k in range(first, comma) if line.doc[k].text != "-"]
    if {word.casefold() for word in surname} & _of_firms():
        return False  # "VOLKAN LINES LTD, Limassol"
    if len(surname) > 3 or not all(word.isupper() for word in surname) or not _upper(line, comma + 1):
        return False
    stop = next((k for k in range(comma + 1, line.stop) if line.doc[k].is_punct and line.doc[k].text != "-"), line.stop)
    given = [line.doc[k].text for k in range(comma + 1, stop)]
    if fold(" ".join(given)) in gazetteer():
        return False
    return 0 < len(given) <= 3 and all(word[:1].isupper() and not word.isupper() for word in given)


def _of_firms() -> frozenset[str]:
    return words("bodies", "legal_forms", "firms", "firm_endings") | words("designation", "subjects")


def _said_of_name(line: Line, k: int) -> bool:
    """Tell "Chilean" of "the Chilean Reef Guard" from "Golden" of "Golden Reef Holdings", which is part of the name."""
    known = gazetteer().get(fold(line.doc[k].text)) if line.doc[k].tag_ == "JJ" else None
    return known is not None and known.what == "adjective"


def bare_name(line: Line, item: Item) -> str:
    """Give a name without the article and the plain words before it."""
    first = item.first
    while first < item.last and line.low(first) in ("the", "a", "an"):
        first += 1
    while first < item.last and not (line.doc[first].text[:1].isupper() and not _said_of_name(line, first)):
        first += 1
    return line.words(first, item.last) if line.doc[first].text[:1].isupper() else ""
