"""Training documents for sentence starts: the treebanks' own, and edited news, where a rule is right.

The treebanks are web text for the most part, where sentences end without a stop; the news teach that in edited prose they
do not ("the survey ship Piri | Bey left" is no start).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from training import documents
from training.corpora import Sentence

STOPS = frozenset((".", "?", "!", "…", "..."))
MARKS = frozenset("\"')]")
OPENERS = frozenset("\"'([")
INITIALS = re.compile(r"(?:[A-Z]\.)+")
REGROUPED = 3
"""Times the treebanks are taken, in other groups each time: the start of a group teaches nothing."""
FEWEST = 25
"""Tokens of a news paragraph that is worth learning from."""


def training_documents(
    nlp: Language,
    treebanks: Sequence[Sequence[Sentence]],
    columns: Sequence[Sentence],
    news: Sequence[Path],
    pick: random.Random,
) -> list[Doc]:
    """Make documents of several sentences each, which know nothing but where their sentences start."""
    docs = [
        with_starts(nlp, documents.document(nlp, group))
        for _ in range(REGROUPED)
        for part in treebanks
        for group in documents.groups(part, pick, 4, 20)
    ]
    docs += [with_starts(nlp, documents.document(nlp, group)) for group in documents.groups(list(columns), pick, 4, 12)]
    docs += list(_edited_news(nlp, news))
    pick.shuffle(docs)
    return docs


def with_starts(nlp: Language, doc: Doc, starts: Sequence[bool] | None = None) -> Doc:
    """Give a document its sentence starts and nothing else; its own where none are given."""
    return Doc(
        nlp.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        sent_starts=list(starts) if starts is not None else [bool(token.is_sent_start) for token in doc],
    )


def _edited_news(nlp: Language, files: Sequence[Path]) -> Iterator[Doc]:
    for path in files:
        for doc in documents.marked_documents(nlp, path):
            if len(doc) >= FEWEST and _edited(doc):
                yield with_starts(nlp, doc, [index == 0 or _starts(doc, index) for index in range(len(doc))])


def _edited(doc: Doc) -> bool:
    """Tell edited prose: it ends with a stop, and no small letter follows a stop."""
    last = len(doc) - 1
    while last > 0 and (doc[last].text in MARKS or doc[last].is_space):
        last -= 1
    if last < 0 or not (doc[last].text in STOPS or doc[last].text.endswith(".")):
        return False
    first = next((token for token in doc if token.text[:1].isalpha()), None)
    return (first is None or not first.text[:1].islower()) and not any(
        doc[index].text[:1].islower() and doc[index - 1].text == "." and doc[index - 1].whitespace_
        for index in range(1, len(doc))
    )


def _starts(doc: Doc, index: int) -> bool:
    """Tell a start behind a stop, question or exclamation mark and a space, before a capital, figure or opening mark."""
    if not doc[index - 1].whitespace_ and not doc[index - 1].is_space:
        return False
    last = index - 1
    while last > 0 and (doc[last].text in MARKS or doc[last].is_space) and index - last < 4:
        last -= 1
    if not _ends(doc, last):
        return False
    opened = doc[index].text in OPENERS and index + 1 < len(doc)
    word = doc[index + 1].text if opened else doc[index].text
    if doc[last].text in ("?", "!") and last < index - 1 and not word[:1].isupper():
        return False
    return opened or word[:1].isupper() or word[:1].isdigit()


def _ends(doc: Doc, last: int) -> bool:
    from briefgen.reading.sentence_starts import ABBREVIATIONS

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
