"""Match what tells an opinion without a verb of saying: "is convinced that", "went on record that", "is alarmed at"."""

from __future__ import annotations

import re
from functools import cache

from briefgen.knowledge.world import words

CERTAINTY = (
    "convinced|confident|adamant|certain|hopeful|sure|persuaded|unconvinced|doubtful|optimistic|pessimistic|insistent|"
    "emphatic|fearful|worried"
)
ATTITUDE = re.compile(
    r"(?:(?:let it be known|ma(?:de|kes?) (?:it )?(?:clear|plain|known)|left no doubt|(?:went|gone) on record|"
    r"(?:holds?|held|takes?|took) the (?:view|line|position)|"
    r"(?:is|are|was|were|ha[sd] been|have been|remains?|remained) (?:\w+ly )?"
    r"(?:(?:of|under) the (?:view|opinion|mind|belief|impression|conviction)|"
    rf"in no doubt|at pains to (?:stress|say|add|insist)|{CERTAINTY}))"
    r"(?: [\w’'-]+){0,3}?) that\s"
)
"""What leads to a clause, up to it: "is convinced that", "left no doubt on Monday that"."""
OPENING_ATTITUDE = frozenset(
    "let made make makes left went gone hold holds held take takes took is are was were has had have remain remains remained".split()
)
"""The words that open what these patterns match."""


@cache
def moods() -> re.Pattern[str]:
    """Match what tells how somebody stands to something: "remains deeply concerned about"."""
    adjectives = "|".join(sorted(words("saying", "moods")))
    return re.compile(
        rf"(?:is|are|remains?) (?P<mood>(?:\w+ly )?(?:{adjectives}) (?:about|by|at|with|over|to|of|that)\s)"
    )
