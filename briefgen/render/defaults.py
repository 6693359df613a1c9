"""Give WeasyPrint's default style sheet without the styles that a brief never uses.

Its sheet styles the marker, the call and the number of a footnote of every element, though only list items have the one
and only footnotes the others: six styles more for each cell of a table, two thirds of the memory of a long brief.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_SCOPES = {"marker": "li", "footnote-": ".footnote", "note-": "note"}
_BARE = re.compile(r"^::(marker|footnote-|note-)", re.MULTILINE)
_OURS = re.compile(r"^\.footnote\s*\{[^{}]*\bfloat:\s*footnote\b[^{}]*\}", re.MULTILINE)
_OTHERS = re.compile(r"\bfloat\s*:\s*(?:footnote|var)\b|\bnote\(")


def with_few_styles(css: str, page: str) -> bool:
    """Say whether nothing but elements of the class `footnote` becomes a footnote in this style sheet and HTML.

    >>> with_few_styles(".footnote { float: footnote }", "<p>"), with_few_styles(".aside { float: footnote }", "<p>")
    (True, False)
    """
    return not _OTHERS.search(_OURS.sub("", css)) and not _OTHERS.search(page)


@cache
def html_of_few_styles() -> type[Any]:
    """Give a kind of weasyprint.HTML with the shorter sheet; the long one where WeasyPrint has changed its own."""
    import weasyprint
    from weasyprint.html import UA

    short = weasyprint.CSS(string=_BARE.sub(lambda found: f"{_SCOPES[found[1]]}::{found[1]}", UA))

    class Html(weasyprint.HTML):  # type: ignore[misc,unused-ignore]
        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            return [short, *super()._ua_stylesheets(forms)[1:]]

    return Html
