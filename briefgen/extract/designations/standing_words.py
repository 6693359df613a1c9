"""Say what a few words tell of a standing: "banned, 2012", "not listed", "struck off", "annual review pending"."""

from __future__ import annotations

import re

from briefgen.extract.designations.wording import is_agency
from briefgen.knowledge.world import gazetteer, words
from briefgen.model import DesignationStatus
from briefgen.names import fold

PIECES = re.compile(r"[;,(]|\bbut\b|\bsince\b|\bas of\b", re.IGNORECASE)
NEGATIONS = frozenset({"not", "never", "no", "none", "nor", "neither", "without", "un"})
LONGEST = 9
"""Words; what says more than that is a sentence."""
CATEGORIES = frozenset({"terrorist", "extremist", "illegal", "unlawful", "undesirable"})
ABOUT = frozenset({"status", "position", "standing", "overview", "tracker", "timeline"})
OFF = re.compile(r"\b(?:struck|taken|dropped|came|crossed|removed) off\b(?! (?:the )?(?:register|registry))")


def standing(text: str) -> DesignationStatus | None:
    """Give the status that a row's field tells, None where it tells none.

    >>> standing("terrorist group"), standing("not proscribed; shops shut"), standing("Never listed")
    ('designated', 'not_designated', 'not_designated')
    >>> standing("no longer listed"), standing("delisted, 2022"), standing("struck off in May")
    ('delisted', 'delisted', 'delisted')
    >>> standing("decision pending"), standing("still looking"), standing("not yet")
    ('under_review', 'under_review', 'not_designated')
    >>> standing("March 2024"), standing("shops shut")
    (None, None)
    """
    pieces = [piece.split() for piece in PIECES.split(text) if piece.strip()]
    return next((told for piece in pieces[:2] if len(piece) <= LONGEST and (told := _of_piece(piece))), None)


def is_plain(text: str) -> bool:
    """Tell a field that speaks of listings by itself: "banned" does, "pending" and "legal" do not."""
    said = re.findall(r"[a-z]+", fold(text))
    return not words("designation", "standing_plain").isdisjoint(said) or (
        said[0] in ("on", "off", "not") and said[-1] == "list"
    )


def _of_piece(said: list[str]) -> DesignationStatus | None:
    low = [word.strip("\"'“”‘’.:-)").casefold() for word in said]
    told = set(low)
    if "longer" in told or OFF.search(" ".join(low)):
        return "delisted"
    keys = ("standing_listed", "standing_free", "standing_ended", "standing_open")
    first = next((n for n, word in enumerate(low) if word in words("designation", *keys)), len(low))
    before = [word for word in said[:first] if word[:1].isupper()]
    if (said[1:2] and any(word in said[1:first] for word in before) and not is_agency(" ".join(before))) or (
        first and fold(said[0]) in gazetteer()
    ):
        return None  # "Peru banned the Front": a sentence with a subject of its own
    if told & ABOUT:
        return None  # "legal status by country": what a table is of
    open_words = told & words("designation", "standing_open")
    if open_words and not (low[0] in NEGATIONS and told & {"review", "consideration"}):
        return "under_review"
    if told & words("designation", "standing_ended"):
        return "not_designated" if low[0] == "never" else "delisted"
    on_it = "on" in told and bool(told & words("designation", "list_nouns"))
    if told & NEGATIONS:
        listed = words("designation", "standing_listed", "actions") | {"step", "entry"}
        known = told & listed or len(low) == 1 or "yet" in told or on_it
        return "not_designated" if known else None
    if told & words("designation", "standing_free"):
        return "not_designated"
    if on_it:
        return "designated"
    if not told & words("designation", "standing_listed") or (told & CATEGORIES and not _is_category(low)):
        return None
    return "designated"


def _is_category(low: list[str]) -> bool:
    """Tell "terrorist group", "illegal association" from "terrorist attack in the capital"."""
    behind = low[1 + next(n for n, word in enumerate(low) if word in CATEGORIES) :]
    return not behind or behind[0] in words("designation", "subjects", "designation_nouns", "categories", "list_nouns")
