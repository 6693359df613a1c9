"""Clean the author that a page names, and find its byline where it names none."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 120
"""Characters of a line that is a byline."""
LEAD = re.compile(
    r"^(?:(?:view |see |show )?(?:all |more )?(?:posts?|articles?|stories) (?:by|from|of)|(?:written|posted|published|reported) by|"
    r"by|von|par|por|autor(?:in)?:?|authors?:?|text:?)\s+",
    re.IGNORECASE,
)
"""What stands before a name, in the languages whose bylines are commonest on the web."""
NOBODY = re.compile(
    r"(?:no|unknown|guest|site|web|post|page)?\s?(?:authors?|name|admin(?:istrator)?|posted|webmaster|user|"
    r"editorial team|staff|team|anonymous|unknown|wordpress\s?admin)",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:[\w-]+[ .])+(?:com|org|net|info|de|at|ch|fr|eu|uk|ru|tv|io)", re.IGNORECASE)
HOUSE = re.compile(r"\b(?:GmbH|Ltd|Inc|LLC|AG|Media|Média|News|Times|Zeitung|Nachrichten|Magazine?|Online)\b")
WORD = r"[A-Z\u00c0-\u00de][\w\u00b4’'.-]+"
NAME = rf"{WORD}(?:\s(?:(?:al|bin|de|del|della|van|von|der|den|la|le|ten|el)\s)*{WORD}){{1,3}}"
AND = r"(?:\s*,\s*|\s+(?:and|und|et|y|&)\s+)"
BYLINE = re.compile(
    rf"^(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|Autor(?:in)?|Authors?|Written by|Text)(?::\s*|\s+)"
    rf"(?P<names>{NAME}(?:{AND}{NAME})*)\s*(?:$|[,;/|·•(–—-]|\d|(?:le|am|on|in|at|um|el)\s)"
)
"""A byline on a page: two words of a name at least, and behind it nothing, a sign or a day."""


def named(said: str | None, house: str | None) -> tuple[str, ...]:
    """Give the people among those whom a page's metadata name, which may list the house and its address as authors.

    >>> named("View all posts by Jane Doe; Example Times", "Example Times")
    ('Jane Doe',)
    >>> named("Posted", None)
    ()
    """
    whole = [LEAD.sub("", " ".join(name.split())) for name in (said or "").split(";")]
    names = [
        name for name in whole if name and len(name) < 80 and not NOBODY.fullmatch(name) and not re.search("[@/]", name)
    ]
    people = [name for name in names if not ADDRESS.fullmatch(name) and not HOUSE.search(name) and name != house]
    return tuple(dict.fromkeys(people or (names if len(names) == 1 and not ADDRESS.fullmatch(names[0]) else [])))


def on_page(lines: Iterable[str]) -> tuple[str, ...]:
    """Give the names in the first byline of a page.

    >>> on_page(["Home", "Talks go on", "By Jane Doe and Ali Hassan | 3 May 2024"])
    ('Jane Doe', 'Ali Hassan')
    >>> on_page(["By Course or Type", "Von Wien nach Graz"])
    ()
    """
    found = next((found for line in lines if len(line) < LONGEST and (found := BYLINE.match(line))), None)
    return tuple(re.split(AND, found["names"])) if found else ()
