"""Mark where sentences start, by rule, before the parser looks: the parser keeps what is set.

A parser alone cuts sentences in the middle ("In November 2015 | , for example") and misses ends before quotation marks.
Here a start is set behind a full stop, question or exclamation mark that is followed by a space and a capital, figure or
opening mark; closing marks stay with the sentence they close.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

ABBREVIATIONS = frozenset(
    "Mr. Mrs. Ms. Dr. Prof. Gen. Col. Maj. Lt. Capt. Cmdr. Adm. Sgt. Sen. Rep. Gov. Amb. Hon. Rev. St. Mt. Ft. Jr. Sr. "
    "vs. etc. No. Nos. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Mon. Tue. Wed. Thu. Fri. Sat. Sun. "
    "U.S. U.K. U.N. E.U. U.A.E. D.C. Inc. Ltd. Co. Corp. Bros. e.g. i.e. cf. al. Fig. p. pp. a.m. p.m. approx. est. "
    "Dept. Univ. Assn. Ave. Blvd. Art. Sec. Vol. ed. eds. ca. c.".split()
)
STOPS = frozenset((".", "?", "!", "…", "..."))
MARKS = frozenset("\"')]")
OPENERS = frozenset("\"'([")
NEVER_BEFORE = frozenset({",", "-", "–", "(", "[", "of", "the", "a", "an", "and", "or", "to", "in"})
NEVER_FIRST = frozenset({",", ".", ";", ":", ")", "]", "'s", "n't", "%"})
LONG, LONGEST = 300, 500
"""Tokens behind which a text without a stop is cut at a comma, or anywhere."""
INITIALS = re.compile(r"(?:[A-Z]\.)+")


@Language.component("sentence_starts")
def sentence_starts(doc: Doc) -> Doc:
    """Set `is_sent_start`: True or False where the rule is sure, unset elsewhere, where the parser decides."""
    edited = _edited(doc)
    last = 0
    for index, token in enumerate(doc):
        if index == 0 or _starts(doc, index) or _overlong(doc, last, index):
            token.is_sent_start = True
            last = index
        elif edited or not _may_start(doc, index):
            token.is_sent_start = False
    return doc


def _overlong(doc: Doc, start: int, index: int) -> bool:
    """Tell where a run without any stop is cut, so that work grows with the text and not with its square."""
    return index - start >= LONGEST or (index - start >= LONG and doc[index - 1].text in (";", ",", ":"))


def _edited(doc: Doc) -> bool:
    """Tell edited prose, where every sentence ends with a stop and starts with a capital, from notes and chat.

    In edited prose a start without a stop before it is an error of the parser ("the survey ship Piri | Bey left").
    """
    last = len(doc) - 1
    while last > 0 and (doc[last].text in MARKS or doc[last].is_space):
        last -= 1
    if last < 0 or not (doc[last].text in STOPS or doc[last].text in (":", ",", ";") or doc[last].text.endswith(".")):
        return False
    for index in range(1, len(doc)):
        # a stop with a small letter behind it, outside quotations and abbreviations
        if doc[index].text[:1].islower() and doc[index - 1].text == "." and doc[index - 1].whitespace_:
            return False
    first = next((token for token in doc if token.text[:1].isalpha()), None)
    return first is None or not first.text[:1].islower() or len(doc) < 4


def _may_start(doc: Doc, index: int) -> bool:
    """Tell where the parser may start a sentence: not behind a comma, an abbreviation or inside a word, nor before a mark."""
    token, before = doc[index], doc[index - 1]
    if before.text in NEVER_BEFORE or token.text in NEVER_FIRST or not (before.whitespace_ or before.is_space):
        return False
    return not (before.text.endswith(".") and len(before.text) > 1)


def _starts(doc: Doc, index: int) -> bool:
    before = doc[index - 1]
    if "\n" in before.text:
        return True
    if not before.whitespace_ and not before.is_space:
        return False
    last = index - 1
    while last > 0 and (doc[last].text in MARKS or doc[last].is_space) and index - last < 4:
        last -= 1
    stop = doc[last]
    if not _ends(doc, last):
        return False
    opened = doc[index].text in OPENERS and index + 1 < len(doc)
    word = doc[index + 1].text if opened else doc[index].text
    if stop.text in ("?", "!") and last < index - 1 and not word[:1].isupper():
        return False
    return opened or word[:1].isupper() or word[:1].isdigit()


def _ends(doc: Doc, last: int) -> bool:
    stop = doc[last]
    if stop.text in STOPS:
        # "George W . Bush": a stop split off a single capital is an initial's; so is that of "a.k.a"
        return not (stop.text == "." and last > 0 and re.fullmatch(r"[A-Z]|[a-z](?:\.[a-z])+", doc[last - 1].text))
    return (
        len(stop.text) > 2
        and stop.text.endswith(".")
        and stop.text not in ABBREVIATIONS
        and not INITIALS.fullmatch(stop.text)
    )
