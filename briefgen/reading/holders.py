"""Tell whose view a statement is by the standing of its holder: expert, official, or other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.knowledge.world import words
from briefgen.model import ActorKind, ViewKind
from briefgen.names import fold
from briefgen.reading.role_words import is_past


def kind_of_holder(
    said: str, kind: ActorKind | None = None, role: str = "", affiliation: str = "", names: Sequence[str] = ()
) -> ViewKind:
    """Judge a holder by kind, role, affiliation and names where an actor is known.

    `said` are the words that name the holder, the only ground where nobody is named ("analysts", "a minister").
    """
    if kind == "state":
        return "official"
    low = {
        word.strip(".,’'").removesuffix("’s").removesuffix("'s")
        for word in OF_FIRMS.sub("executive", f"{role} {said}".casefold().replace("-", " ")).split()
    }
    low |= {word.removesuffix("s") for word in low}
    if low & words("titles", "expert") or TEACHING.match(role):
        return "expert"
    if kind == "organization":
        return _kind_of_body(set(fold(" ".join(names)).split()), affiliation)
    bodies = set(fold(affiliation).replace("-", " ").split())
    if low & words("titles", "official"):
        experts = bodies & (words("titles", "expert_bodies") - {"council", "project", "program", "programme"})
        in_office = low & {"minister", "president", "ambassador", "envoy"} and not is_past(role)
        return "expert" if experts and not in_office else "official"
    if (low & LEADERS or LEADING.match(role)) and bodies & words("titles", "expert_bodies"):
        return "expert"
    if low & words("titles", "public") or {"central", "bank"} <= low or {"coast", "guard"} <= low:
        return "official"
    if (kind is None and low & words("titles", "research")) or {"think", "tank"} <= low:
        return "expert"
    # whom a body of research sends is asked as an expert, even where no role is stated
    return "expert" if kind == "person" and not role and bodies & words("titles", "research") else "other"


OF_FIRMS = re.compile(r"\bchief (?:executive|operating|financial|technology|marketing|commercial|investment)\b")
"""Officers of firms, whom no state has given office."""
LEADERS = frozenset("director chair president head founder manager coordinator author".split())
"""Of a body of experts, those who speak for it as experts too."""
LEADING = re.compile(r"(?:runs|leads|heads|directs|chairs|edits|manages|coordinates|founded|co-founded)\b")
TEACHING = re.compile(r"(?:teaches|taught|lectures|lectured|researches|studies)\b")


def _kind_of_body(name: set[str], affiliation: str) -> ViewKind:
    if name & {
        "institute",
        "university",
        "think",
        "foundation",
        "endowment",
        "carnegie",
        "brookings",
        "rand",
        "watch",
        "forum",
        "monitor",
        "college",
        "academy",
        "centre",
        "center",
        "studies",
    }:
        return "expert"
    if name & words("titles", "media") or (
        name & {"company", "corporation", "group", "inc", "ltd"} and not affiliation
    ):
        return "other"
    return "official"
