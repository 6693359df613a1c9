"""Clean the names of authors that a page gives: leads, roles, days and the house's own name are no part of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefgen.dates import MONTH

LONGEST = 120
"""Characters of a line that is a byline."""
LONGEST_NAME = 60
LEAD = re.compile(
    r"^[\s–—-]*(?:"
    r"(?:view |see |show )?(?:all |more )?(?:posts?|articles?|stories|entries) (?:by|from|of)|"
    r"(?:written|posted|published|reported|submitted|created) (?:on .{4,30} )?by|"
    r"(?:zeige |weitere )?(?:alle )?(?:beitr(?:ag|äge)|artikel|autorenseite|(?:zum )?profil|interview|text) von|"
    r"(?:blog[- ]?)?beitrag von|alles von|(?:tous |voir )?(?:les )?articles (?:de|par)|"
    r"ver todas las entradas de|todas las entradas de|"
    r"words by|by|von|vom|par|por|"
    r"(?:autor(?:in)?(?:en)?|auteure?s?|authors?|verfasser(?:in)?|redaktion|interview|text|words|story|name|"
    r"责任编辑|作者|文)\s?[:：]|(?:autor(?:in)?(?:en)?|auteure?s?|authors?|interview|text)(?=\s)"
    r")\s*(?=\S)",
    re.IGNORECASE,
)
"""What stands before a name, in the languages whose bylines are commonest on the web."""
TAIL = re.compile(
    rf"(?:\s+(?:{MONTH}|stand|(?-i:vor|am|um|le|el|on|at)|updated|published|shares?|hora|tiempo|lectura|min(?:ute)?s?|"
    r"anzeigen)(?:\s.*)?|\s*(?:[|·•@]|\s[-–—]\s|\s\d).*)$",
    re.IGNORECASE,
)
"""What follows a name: the day, the minutes of reading, the count of shares."""
NOBODY = re.compile(
    r"(?:no|unknown|guest|site|web|post|page)?\s?(?:authors?|autor(?:in)?|auteur|name|admin(?:istrator)?|posted|webmaster|user|"
    r"editorial team|staff|team|anonymous|unknown|wordpress\s?admin|follow|folgen|suivre|share|teilen|datum|date|"
    r"fecha|home|profile?|profil|comments?|kommentare?|contact|kontakt|about|more|mehr|rss|e-?mail|twitter|facebook|"
    r"startseite|accueil|inicio|ph\.?\s?d\.?|m\.?d\.?)",
    re.IGNORECASE,
)
SPEAKS = re.compile(r"\s(?:says|said|schrieb|sagt|wrote|a écrit|dice)\b", re.IGNORECASE)
"""The line above a reader's comment."""
ADDRESS = re.compile(r"(?:[\w-]+[ .])+(?:com|org|net|info|de|at|ch|fr|eu|uk|ru|tv|io|es|it|nl)", re.IGNORECASE)
HOUSE = re.compile(
    r"\b(?:GmbH|Ltd|Inc|LLC|AG|e\s?V|Media|Média|News|Noticias|Times|Zeitung|Nachrichten|Magazine?|Online|Stiftung|"
    r"Foundation|Press|Verlag|Publishing|Redaktion|Redacción|Rédaction)\b"
)
WORD = r"[A-Z\u00c0-\u00de][\w\u00b4’'.-]+"
NAME = rf"(?:{WORD}|[A-Z\u00c0-\u00de]\.?)(?:\s(?:(?:al|bin|de|del|della|van|von|v\.|der|den|la|le|ten|el)\s)*(?:{WORD}|[A-Z]\.)){{1,4}}"
AND = r"(?:\s*[,;/]\s*|\s+(?:and|und|et|y|e|og|och|en|&)\s+)"
ROLE = re.compile(
    r"\b(?:correspondent|editor|korrespondent(?:in)?|redakteur(?:in)?|corresponsal|correspondant|reporter|writer|analyst|fellow|director|spokes\w+|secretary|minister|"
    r"professor|columnist|chief|press|staff|news|service|agency|bureau|head|president|department|"
    r"university|institute|centre|center|Reuters|AP|AFP|BBC|CNN|Associated|Times|Post)\b",
    re.IGNORECASE,
)
"""What a person in a byline is; behind a name it is no second one."""
PEOPLE = re.compile(rf"{NAME}(?:{AND}{NAME})*")
INITIALS = re.compile(r"[A-Z]{2,3}")
BYLINE = re.compile(
    rf"^(?:(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|Autor(?:in|en)?|Auteure?s?|Authors?|Written by|Posted by|Text(?: von)?)"
    rf"(?:\s?:\s*|\s+)|(?:Redaktion|Interview|Story)\s?:\s*)"
    rf"(?P<names>{NAME}(?:{AND}{NAME})*)\s*(?:$|[,;/|·•@(–—-]|\d|(?:le|am|on|in|at|um|el|vom)\s)"
)
"""A byline on a page: two words of a name at least, and behind it nothing, a sign or a day."""


def named(said: str | None, houses: Iterable[str | None] = ()) -> tuple[str, ...]:
    """Give the people among those whom a page's metadata name, which may list the house and its address as authors.

    >>> named("View all posts by Jane Doe; Example Times", ["Example Times"])
    ('Jane Doe',)
    >>> named("Posted")
    ()
    """
    ours = {_plain(house) for house in houses if house}
    if not said or (";" in said and _plain(said) in ours):
        return ()
    names = [name for piece in said.split(";") for name in parted(piece)]
    people = [name for name in names if not is_house(name, houses)]
    alone = names if len(names) == 1 and not ADDRESS.fullmatch(names[0]) else []
    return tuple(dict.fromkeys(_without_roles(people or alone)))


def on_record(said: str | None) -> tuple[str, ...]:
    """Give the people whom a document's own record names; a login ("jdoe") or a program is nobody's name.

    >>> on_record("Jane Doe; Ali Hassan"), on_record("jdoe"), on_record("Doe, Jane")
    (('Jane Doe', 'Ali Hassan'), (), ('Doe, Jane',))
    """
    names = (name.strip() for name in re.split(r"\s*;\s*|\s*,\s+(?=[A-Z]\w+ )|\s+and\s+", said or ""))
    return tuple(name for name in names if len(name.split()) > 1 and len(name) < 80)


def cleaned(said: str) -> str | None:
    """Give a name without what stands before and behind it; None where nobody is named.

    >>> cleaned("Author: Jane Doe Mar 3"), cleaned("Follow")
    ('Jane Doe', None)
    """
    name = " ".join(said[: 4 * LONGEST].split())
    before = ""
    while name != before:
        before, name = name, LEAD.sub("", name)
    name = TAIL.sub("", name).strip(" '\"‘’,;:|–—-")
    half = name[: len(name) // 2]
    if len(half) > 3 and name == f"{half} {half}":
        name = half
    if not name or len(name) > LONGEST_NAME or NOBODY.fullmatch(name) or SPEAKS.search(name) or "@" in name:
        return None
    return name


def is_house(name: str, houses: Iterable[str | None]) -> bool:
    """Tell the name of the house that publishes: its own, its address, or a name as only bodies bear it."""
    ours = {_plain(piece) for house in houses if house for piece in re.split(r"\s[|–—-]\s", house)}
    words = {_plain(word) for word in name.split() if len(word) > 2} - {""}
    return bool(ADDRESS.fullmatch(name) or HOUSE.search(name) or _plain(name) in ours or words & ours)


def parted(names: str) -> tuple[str, ...]:
    """Give the single names of a byline's people; what is no list of names stays whole."""
    said = cleaned(names)
    pieces = re.split(AND, said) if said and PEOPLE.fullmatch(said) else [said or ""]
    return _without_roles([name for piece in pieces if (name := cleaned(piece))])


def _without_roles(names: Sequence[str]) -> tuple[str, ...]:
    """Leave out what stands behind a name and is no other: a role, a house, somebody's initials."""
    return (*names[:1], *(name for name in names[1:] if not INITIALS.fullmatch(name) and not ROLE.search(name)))


def _plain(name: str) -> str:
    return re.sub(r"^https?://|^www\.|\.\w+/?$|\W|_", "", name.casefold())


def on_page(lines: Iterable[str]) -> tuple[str, ...]:
    """Give the names in the first byline of a page.

    >>> on_page(["Home", "Talks go on", "By Jane Doe and Ali Hassan | 3 May 2024"])
    ('Jane Doe', 'Ali Hassan')
    >>> on_page(["By Course or Type", "Von Wien nach Graz"])
    ()
    """
    found = next((found for line in lines if len(line) < LONGEST and (found := BYLINE.match(line))), None)
    return parted(found["names"]) if found else ()
