"""Find who wrote a page: its metadata first, then what the page marks as its author, then a byline in its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from briefgen.sources.bylines import PEOPLE, cleaned, is_house, named, on_page, parted
from briefgen.sources.markup import paragraphs_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MARKED = re.compile(
    r"(?:^|[\s_-])(?:author|byline|autor(?:in|en|enzeile)?|auteur|writer|verfasser|signature)s?(?=$|[\s_-])",
    re.IGNORECASE,
)
"""The class of an element that holds a byline."""
ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|kommentare?|repl(?:y|ies)|related|recommended|teasers?|sidebar)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""The class of an element whose authors are those of other texts: comments, teasers."""
ABOVE = 6
"""Elements around a name whose classes are looked at."""
MOST_AUTHORS = 50
SPELLED = 1_000_000
"""Characters of a page in which the spelling of a name is looked for."""
TAGS = ("a", "span", "p", "div", "address", "dd", "li", "td", "h2", "h3", "h4", "h5", "strong", "em", "cite")
LONGEST_MARKED = 100
LONGEST_HANDLE = 4
"""Words of what a link to the author may say to be taken for a name as it stands."""
INITIAL = re.compile(r"(?:^|\s)(?:\w|Jr|Sr|Dr|Prof|St)(?=\s|$)")


def authors_of(tree: _Element | None, said: str | None, houses: Iterable[str | None], page: str) -> tuple[str, ...]:
    """Give a page's authors, as the page spells them; `said` are those whom its metadata name, `houses` who publishes it."""
    ours = tuple(houses)
    people = named(said, ours)
    if tree is not None and (not people or all(is_house(name, ours) for name in people)):
        people = _marked(tree, ours) or on_page(_lines(tree)) or people
    return tuple(dict.fromkeys(spelled(name, page[:SPELLED]) for name in people[:MOST_AUTHORS]))


def _lines(tree: _Element) -> Iterator[str]:
    """Give the lines of a whole page, in which the byline stands that its article leaves out."""
    return (" ".join(paragraph.text.split()) for paragraph in paragraphs_of(tree))


def _marked(tree: _Element, houses: tuple[str | None, ...]) -> tuple[str, ...]:
    """Give the names in the first element that the page marks as its author."""
    for node in tree.iter(*TAGS):
        linked = node.get("rel") == "author" or node.get("itemprop") == "author" or _is_card(node)
        if not linked and not MARKED.search(node.get("class") or ""):
            continue
        if _is_elsewhere(node):
            continue
        for text in (" ".join(" ".join(map(str, node.itertext())).split()), node.get("title") or ""):
            if text and len(text) <= LONGEST_MARKED and (people := _people(text, linked, houses)):
                return people
    return ()


def _is_card(node: _Element) -> bool:
    """Tell the name in a card of the author (microformats: `<span class="author vcard"><a class="url fn">`)."""
    above = node.getparent()
    return "fn" in (node.get("class") or "").split() or (
        above is not None and node.tag == "a" and "vcard" in (above.get("class") or "").split()
    )


def _is_elsewhere(node: _Element) -> bool:
    above = islice((node, *node.iterancestors()), ABOVE)
    return any(
        ELSEWHERE.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in above if one.tag != "body"
    )


def _people(text: str, linked: bool, houses: tuple[str | None, ...]) -> tuple[str, ...]:
    """Give the names in a byline; what a link to the author says is a name however it is written."""
    said = cleaned(text)
    if said is None:
        return ()
    found = PEOPLE.match(said)
    names = parted(found[0]) if found else (said,) if linked and len(said.split()) <= LONGEST_HANDLE else ()
    return tuple(name for name in names if not is_house(name, houses))


def spelled(name: str, page: str) -> str:
    """Give a name as the page spells it most often: trafilatura takes full stops out of names and capitalizes them.

    >>> spelled("Ada M Renn", "Ada M. Renn was there. By Ada M. Renn")
    'Ada M. Renn'
    """
    if " " in name and name in page and not INITIAL.search(name):
        return name
    words = re.split(r"[\s.]+", name.strip(" ."))
    last = r"\.?" if INITIAL.search(f" {words[-1]}") else ""
    way = r"[\s._]{1,2}".join(map(re.escape, words)) + last + r"(?:\d\w*)?"
    # a single word may be any word of the page: only where it stands alone it is the name
    pattern = re.compile(rf">\s*({way})\s*<" if len(words) == 1 else rf"(?<![\w.@/-])({way})(?!\w)", re.IGNORECASE)
    ways = Counter(" ".join(found[1].split()) for found in pattern.finditer(page))
    # a slug ("ada_renn") is no spelling of two words, and capitals are the style sheet's
    calm = [way for way in ways if not way.isupper() and (len(words) == 1 or not way.islower())]
    return max(calm, key=lambda way: ways[way], default=name)
