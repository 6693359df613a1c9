"""The small language of `--match`: words and "phrases" joined by AND, OR, NOT and brackets.

`hamas AND (moscow OR "foreign ministry") NOT football`; words side by side mean AND. A word matches whole words in any
case and with any accents; `sanction*` matches words that start so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from briefgen.errors import RequestError
from briefgen.names import fold

TOKEN = re.compile(r'\s*(?:(?P<phrase>"[^"]*"?|“[^”]*”?)|(?P<bracket>[()])|(?P<word>[^\s()"“]+))')
DEEPEST = 50
Test = Callable[[str], bool]


def matches(query: str, text: str) -> bool:
    """Tell whether a text matches a query. Raises RequestError for a query that cannot be understood.

    >>> matches('moscow AND NOT (chess OR football)', "Talks in Moscow")
    True
    >>> matches('"foreign minist*"', "the Foreign Ministry said")
    True
    """
    return compiled(query)(f" {fold(text)} ")


@lru_cache(maxsize=16)
def compiled(query: str) -> Test:
    """Turn a query into a test of a folded text. Raises RequestError that says what is wrong with it."""
    tokens = [match.group().strip() for match in TOKEN.finditer(query) if match.group().strip()]
    if not tokens:
        raise RequestError("the query is empty")
    test, rest = _either(tokens, query, 0)
    if rest:
        raise RequestError(f"the query {query!r} has a bracket too many")
    return test


def _either(tokens: list[str], query: str, depth: int) -> tuple[Test, list[str]]:
    if depth > DEEPEST:
        raise RequestError("the query has too many brackets")
    first, tokens = _all(tokens, query, depth)
    tests = [first]
    while tokens and tokens[0] == "OR":
        more, tokens = _all(tokens[1:], query, depth)
        tests.append(more)
    return (lambda text: any(test(text) for test in tests)), tokens


def _all(tokens: list[str], query: str, depth: int) -> tuple[Test, list[str]]:
    first, tokens = _one(tokens, query, depth)
    tests = [first]
    while tokens and tokens[0] not in ("OR", ")"):
        more, tokens = _one(tokens[1:] if tokens[0] == "AND" else tokens, query, depth)
        tests.append(more)
    return (lambda text: all(test(text) for test in tests)), tokens


def _one(tokens: list[str], query: str, depth: int) -> tuple[Test, list[str]]:
    if not tokens or tokens[0] in ("AND", "OR", ")"):
        raise RequestError(f"the query {query!r} lacks a word {'before ' + tokens[0] if tokens else 'at its end'}")
    if tokens[0] == "NOT":
        if depth > DEEPEST:
            raise RequestError("the query has too many NOT")
        refused, tokens = _one(tokens[1:], query, depth + 1)
        return (lambda text: not refused(text)), tokens
    if tokens[0] == "(":
        test, tokens = _either(tokens[1:], query, depth + 1)
        if not tokens:
            raise RequestError(f"the query {query!r} lacks a closing bracket")
        return test, tokens[1:]
    return _words(tokens[0], query), tokens[1:]


def _words(token: str, query: str) -> Test:
    pieces = [fold(word) + (r"\w*" if word.endswith("*") else "") for word in token.strip('"“”').split()]
    wanted = r"\s".join(re.sub(r"\s+", r"\\s", piece) for piece in pieces if piece)
    if not wanted or wanted == r"\w*":
        raise RequestError(f"the query {query!r} holds nothing to look for in {token}")
    pattern = re.compile(rf"(?<!\w){wanted}(?!\w)")
    return lambda text: pattern.search(text) is not None
