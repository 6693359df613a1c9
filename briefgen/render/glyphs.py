"""Fit HTML to the typefaces at hand before it is printed: no blank boxes, and right-to-left names in their place.

What no typeface has is written as its code points and told; nothing is left to what other fonts a machine happens to have.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, partial
from html import escape, unescape
from pathlib import Path

from briefgen.render.fonts import FACES, font_files, own_fonts
from briefgen.render.theme import Theme

_LETTER = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
RTL = re.compile(f"[{_LETTER}](?:[{_LETTER}]|[\\s\\d.,:;'’-]+(?=[{_LETTER}]))*")
"""A stretch of a script that runs right to left: Hebrew, Arabic and their neighbours (Unicode blocks 0590-08FF and forms)."""
UNSHOWABLE = "\ufffd"
"""What stands for a character that no text may show; few typefaces have it."""
_DRAWN = re.compile(r'(?<=>)[^<>]+|(?<=data-head=")[^"]+|(?<=data-foot=")[^"]+')
_MOST = 4
_PICTURES = re.compile("[\ufe00-\ufe0f\u200d]")
"""Variation selectors and joiners: they draw nothing by themselves."""


def fit(html: str, theme: Theme) -> tuple[str, tuple[str, ...]]:
    """Give the HTML (or SVG) with what no typeface has written as code points, and those characters in their order."""
    has = covered(theme)
    html = html.replace(UNSHOWABLE, "[?]")
    missing = sorted({c for c in set(unescape(html)) if ord(c) not in has and not _draws_nothing(c)})
    if missing:
        wanting = re.compile(
            f"[{''.join(map(re.escape, missing))}](?:[{''.join(map(re.escape, missing))}\ufe00-\ufe0f\u200d])*"
        )
        html = _DRAWN.sub(partial(_told, wanting), html)
    return html, tuple(missing)


def isolated(html: str) -> str:
    """Set each right-to-left stretch of the body apart, so that numbers and commas beside it keep their places."""
    if RTL.search(html) is None:
        return html
    start = html.find("<body")

    def apart(text: re.Match[str]) -> str:
        return RTL.sub(lambda found: f"<bdi>{found[0]}</bdi>", text[0])

    return html[:start] + re.sub(r"(?<=>)[^<>]+", apart, html[start:])


_DAYS = re.compile(r"(?<=\d)(\.?–)(?=\d{1,2}\.?\N{NO-BREAK SPACE})")


def unbroken_days(html: str) -> str:
    r"""Let no line break within two days of one month; the join that forbids it draws nothing.

    >>> unbroken_days("21.–31.\N{NO-BREAK SPACE}Oktober")
    '21.–\u206031.\xa0Oktober'
    """
    return _DAYS.sub("\\1\N{WORD JOINER}", html)


def named(characters: tuple[str, ...]) -> str:
    """Name characters for a message.

    >>> named(("中", "\U0001f600"))
    'U+4E2D (CJK UNIFIED IDEOGRAPH-4E2D), U+1F600 (GRINNING FACE)'
    """
    told = [f"{_code(c)} ({unicodedata.name(c, 'unnamed')})" for c in characters[:_MOST]]
    return ", ".join(told) + (f" and {len(characters) - _MOST} more" if len(characters) > _MOST else "")


def _told(wanting: re.Pattern[str], drawn: re.Match[str]) -> str:
    """Write the code points of what is wanting in a piece of text, which is escaped HTML."""
    return escape(wanting.sub(_codes, unescape(drawn[0])), quote=True)


def _codes(found: re.Match[str]) -> str:
    characters = [c for c in found[0] if not _PICTURES.match(c)]
    shown = " ".join(_code(c) for c in characters[:_MOST])
    return f"[{shown}{f' … {len(characters)} characters' if len(characters) > _MOST else ''}]"


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"


def _draws_nothing(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf") or _PICTURES.match(character) is not None


def covered(theme: Theme) -> frozenset[int]:
    """Give the code points that every face of at least one family has, the theme's own fonts included."""
    files = font_files()
    families = [[files[f"fonts/{name}.ttf"] for name, _, _ in faces] for faces in FACES.values()]
    families += [[path] for path in own_fonts(theme).values()]
    return frozenset[int]().union(*(frozenset.intersection(*map(_has, family)) for family in families))


@cache
def _has(path: Path) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True) as font:
        return frozenset(font.getBestCmap())
