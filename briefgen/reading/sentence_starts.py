"""Find where sentences start, before the parser looks: by a small model where it is sure, by rule where that is surer.

The model knows edited prose and notes alike. Where it is in doubt the start is left open, and the parser, which sees the
syntax, decides. The rules hold what never changes (a new line, a title's full stop) and keep the work linear in a text
without any stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import SentenceRecognizer
from spacy.tokens import Doc
from thinc.api import Model

ABBREVIATIONS = frozenset(
    "Mr. Mrs. Ms. Dr. Prof. Gen. Lt. Col. Maj. Capt. Sgt. Adm. Cmdr. Sen. Rep. Gov. St. Mt. Ft. Jr. Sr. No. Nos. vs. etc. "
    "U.S. U.K. U.N. E.U. U.A.E. D.C. Inc. Ltd. Co. Corp. Bros. e.g. i.e. cf. al. Fig. p. pp. a.m. p.m. approx. est. "
    "Hon. Rev. Brig. Amb. ret. retd. Dept. Univ. Assn. Ave. Blvd. Art. Sec. Vol. ed. eds. ca. c.".split()
)
"""Words with a full stop that does not, by itself, end a sentence."""
CLOSING = frozenset(
    "etc. Jr. Sr. U.S. U.K. U.N. E.U. U.A.E. D.C. Inc. Ltd. Co. Corp. Bros. al. a.m. p.m. est. c.".split()
)
"""Those that often stand last in a sentence; behind the others none starts."""
INITIAL = re.compile(r"[A-Z]|[a-z](?:\.[a-z])+")
NEVER_FIRST = frozenset({",", ".", ";", ":", ")", "]", "'s", "n't", "%"})
LONG, LONGEST = 300, 500
"""Tokens behind which a text without a stop is cut at a comma, or anywhere."""
OPEN, START, WITHIN = 0, 1, -1
"""What spaCy's attribute SENT_START holds."""
NO, YES = -2.9, 0.6
"""Below and above these log odds of a start (0.05, 0.65) the model is believed; chosen on the treebanks' dev files."""
SURE = 3.0
"""The same (0.95) behind a plain word, where edited prose starts no sentence."""
NOTES, FEW = 0.1, 4
"""The share of such starts above which a text is no edited prose, and how many starts tell; chosen on the treebanks' dev files."""


class SentenceStarts(SentenceRecognizer):  # type: ignore[misc,unused-ignore]
    """spaCy's sentence recogniser that leaves open what it is not sure of, with rules behind it."""

    def predict(self, docs: Iterable[Doc]) -> Sequence[Any]:
        """Give each token's scores, a row a token."""
        docs = list(docs)
        if not any(len(doc) for doc in docs):
            return [self.model.ops.alloc2f(0, len(self.labels)) for _ in docs]
        scores: Sequence[Any] = self.model.predict(docs)
        return scores

    def set_annotations(self, docs: Iterable[Doc], scores: Sequence[Any]) -> None:
        """Set `is_sent_start` where model or rule is sure."""
        start, inside = self.labels.index("S"), self.labels.index("I")
        for doc, rows in zip(docs, scores, strict=True):
            _mark(doc, (rows[:, start] - rows[:, inside]).tolist())


@Language.factory(
    "sentence_starts",
    assigns=["token.is_sent_start"],
    default_score_weights={"sents_f": 1.0},
)
def make_sentence_starts(nlp: Language, name: str, model: Model[Any, Any]) -> SentenceStarts:
    """Make the component."""
    return SentenceStarts(nlp.vocab, model, name)


def _mark(doc: Doc, odds: Sequence[float]) -> None:
    last, edited = 0, _is_edited(doc, odds)
    words = [token.text for token in doc]
    starts = [OPEN] * len(words)
    for index, odd in enumerate(odds):
        if index == 0 or "\n" in words[index - 1] or _overlong(words, last, index):
            starts[index], last = START, index
        elif (
            odd < NO
            or _after_short_form(words, index)
            or _inside(doc, index)
            or (edited and odd < SURE and _goes_on(doc, index))
        ):
            starts[index] = WITHIN
        elif odd > YES:
            starts[index], last = START, index
    # at once: setting a token's `is_sent_start` looks through the whole document each time
    column: Any = np.array(starts, dtype=np.int64).astype(np.uint64)
    doc.from_array("SENT_START", column)


def _is_edited(doc: Doc, odds: Sequence[float]) -> bool:
    """Tell edited prose, where sentences start behind stops, from notes and mails, where many start behind a plain word."""
    starts = [index for index, odd in enumerate(odds) if index and odd > YES and not _inside(doc, index)]
    return len(starts) < FEW or sum(_behind_a_word(doc, index) for index in starts) <= NOTES * len(starts)


def _overlong(words: Sequence[str], start: int, index: int) -> bool:
    # the parser's work grows with the square of a sentence's length
    return index - start >= LONGEST or (index - start >= LONG and words[index - 1] in (";", ",", ":"))


def _after_short_form(words: Sequence[str], index: int) -> bool:
    """Tell where a stop ends no sentence: a title's ("Lt. | Gen."), or an initial's ("George W . | Bush", "a.k.a . | Abu Sabri")."""
    before = words[index - 1]
    if before == ")" and index > 3 and words[index - 2] == ".":
        return f"{words[index - 3]}." in ABBREVIATIONS - CLOSING  # "Colonel (ret.) | Ada Renn"
    if before == "." and index > 1:
        word = words[index - 2]
        return bool(INITIAL.fullmatch(word)) or (f"{word}." in ABBREVIATIONS - CLOSING and len(word) > 2)
    return before in ABBREVIATIONS and before not in CLOSING


def _goes_on(doc: Doc, index: int) -> bool:
    """Tell a place behind a word or a comma: "Oleg | Tarn runs the port", "officials | Ada Renn and"; before "He" it is open."""
    opens = doc[index].is_title and doc[index].is_stop
    return _behind_a_word(doc, index) and not opens


def _behind_a_word(doc: Doc, index: int) -> bool:
    before = doc[index - 1]
    return bool(before.is_alpha or before.text == ",")


def _inside(doc: Doc, index: int) -> bool:
    """Tell a place inside a word, or before a closing mark."""
    before = doc[index - 1]
    return doc[index].text in NEVER_FIRST or not (before.whitespace_ or before.is_space)
