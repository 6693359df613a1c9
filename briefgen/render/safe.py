"""Make the words and addresses of sources safe to show in every output."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")


def shown(text: str) -> str:
    """Make a text safe to show: control characters, bidirectional overrides and lone surrogates become U+FFFD."""
    return _UNSHOWABLE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Make a text safe to show, its white space folded."""
    return " ".join(shown(text).split())


def maybe(text: str | None) -> str | None:
    """Give a text as one safe line; None where it says nothing."""
    return one_line(text) or None if text else None


def safe_url(url: str | None) -> str | None:
    """Give a web or mail address that may stand behind a link; None for all else (`javascript:`, `file:` ...).

    >>> safe_url("https://example.org/a"), safe_url("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if not url or re.search(r"\s", url):
        return None
    try:
        parts = urlsplit(shown(url))
    except ValueError:
        return None
    good = (parts.scheme in ("http", "https") and bool(parts.netloc)) or (parts.scheme == "mailto" and bool(parts.path))
    return parts.geturl() if good else None
