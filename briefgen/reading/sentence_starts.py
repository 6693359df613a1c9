"""Correct, by rule, where the trained model found sentence starts, before the parser looks: the parser keeps them.

The model knows edited prose and notes alike; the rules hold what never changes (a new line, a title's full stop) and
keep the work linear in a text without any stop.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

ABBREVIATIONS = frozenset(
    "Mr. Mrs. Ms. Dr. Prof. Gen. Col. Maj. Lt. Capt. Cmdr. Adm. Sgt. Sen. Rep. Gov. Amb. Hon. Rev. St. Mt. Ft. Jr. Sr. "
    "vs. etc. No. Nos. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Mon. Tue. Wed. Thu. Fri. Sat. Sun. "
    "U.S. U.K. U.N. E.U. U.A.E. D.C. Inc. Ltd. Co. Corp. Bros. e.g. i.e. cf. al. Fig. p. pp. a.m. p.m. approx. est. "
    "Dept. Univ. Assn. Ave. Blvd. Art. Sec. Vol. ed. eds. ca. c.".split()
)
"""Words with a full stop that does not, by itself, end a sentence."""
CLOSING = frozenset(
    "etc. Jr. Sr. U.S. U.K. U.N. E.U. U.A.E. D.C. Inc. Ltd. Co. Corp. Bros. al. a.m. p.m. est. c.".split()
)
"""Those that often stand last in a sentence; behind the others none starts."""
NEVER_FIRST = frozenset({",", ".", ";", ":", ")", "]", "'s", "n't", "%"})
LONG, LONGEST = 300, 500
"""Tokens behind which a text without a stop is cut at a comma, or anywhere."""


@Language.component("sentence_starts")
def sentence_starts(doc: Doc) -> Doc:
    """Set `is_sent_start` where a rule is surer than the model."""
    last = 0
    for index, token in enumerate(doc):
        if index == 0 or "\n" in doc[index - 1].text or _overlong(doc, last, index):
            token.is_sent_start = True
        elif token.is_sent_start and _never(doc, index):
            token.is_sent_start = False
        if token.is_sent_start:
            last = index
    return doc


def _overlong(doc: Doc, start: int, index: int) -> bool:
    """Tell where a run without any stop is cut, so that work grows with the text and not with its square."""
    return index - start >= LONGEST or (index - start >= LONG and doc[index - 1].text in (";", ",", ":"))


def _never(doc: Doc, index: int) -> bool:
    """Tell where no sentence starts: behind a title's stop ("Lt. | Gen."), inside a word, before a closing mark."""
    token, before = doc[index], doc[index - 1]
    if before.text in ABBREVIATIONS and before.text not in CLOSING:
        return True
    return token.text in NEVER_FIRST or not (before.whitespace_ or before.is_space)
