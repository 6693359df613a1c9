"""The rules of dates: each a pattern and the function that places what it matched."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from briefgen.dates import FULL, MONTH, MONTHS, WEEKDAYS
from briefgen.knowledge.world import words
from briefgen.model import When
from briefgen.reading.placing import (
    COUNT,
    DAY,
    FROM_TO,
    SEASONS,
    TAIL,
    TO,
    UNIT,
    WEEKDAY,
    YEAR,
    Setting,
    place_ago,
    place_anchored,
    place_days,
    place_decade,
    place_eve,
    place_full,
    place_later,
    place_month,
    place_nowhere,
    place_numeric,
    place_part_of_year,
    place_relative_day,
    place_relative_unit,
    place_season,
    place_weekday,
    place_weekday_of_week,
    place_year,
)

FIGURE, MONTH_DAY, YEAR_FIGURE = "0", "0m", "0y"
"""Stand among the words that a rule needs for any figure, for one beside the name of a month, and for that of a year."""


class Rule(NamedTuple):
    """A pattern, the function that places what it matches, and the words in lower case of which it needs one to match."""

    pattern: re.Pattern[str]
    place: Callable[[re.Match[str], Setting], When | None]
    needs: frozenset[str]


def rule(
    pattern: str,
    place: Callable[[re.Match[str], Setting], When | None],
    flags: int = re.IGNORECASE,
    *,
    needs: str = FIGURE,
) -> Rule:
    """Make a rule; the words it needs save trying it on most sentences."""
    return Rule(re.compile(pattern, flags), place, frozenset(needs.split()))


M = rf"(?P<month>{MONTH})"
AT_MONTH = r"\b(?=[JFMASOND])"
"""Where the name of a month may begin; to look for that first is twice as fast."""
MONTH_WORDS, WEEKDAY_WORDS = " ".join(MONTHS), " ".join(f"{day} {day}s" for day in WEEKDAYS)
SEASON_WORDS = " ".join(SEASONS)
MEETINGS = "|".join(sorted(words("meeting", "nouns")))
RULES: tuple[Rule, ...] = (
    rule(
        rf"{AT_MONTH}{M}\s+{DAY}{FROM_TO}(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b{TAIL}",
        place_days,
        needs=MONTH_DAY,
    ),
    rule(
        rf"{AT_MONTH}{M}\s+{DAY}{TO}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s+(?:{MONTH})\b){TAIL}",
        place_days,
        needs=MONTH_DAY,
    ),
    rule(rf"\b{DAY}{TO}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{M}\b{TAIL}", place_days, needs=MONTH_DAY),
    rule(
        rf"\b{DAY}\s+{M}{FROM_TO}(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{MONTH})\b{TAIL}",
        place_days,
        needs=MONTH_DAY,
    ),
    rule(FULL.pattern, place_full, needs=YEAR_FIGURE),
    rule(rf"{AT_MONTH}{M}\s+{DAY}\b(?!\s*(?:percent|per cent|%|,\d|\.\d)){TAIL}", place_days, needs=MONTH_DAY),
    rule(rf"\b{DAY}(?:\s+of)?\s+{M}\b{TAIL}", place_days, needs=MONTH_DAY),
    rule(r"(?<![\d/])(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y>(?:19|20)\d\d|\d\d)(?![\d/])", place_numeric),
    # "May" and "March" are months only in capitals, and with a word of time around them
    rule(
        rf"\b(?:(?P<rel>last|next|this)\s+)?(?P<month>(?!May\b|Mar\b|March\b|Sun\b|Sat\b){MONTH}),?\s+(?:of\s+)?(?P<tail>{YEAR}|(?:this|last|next|that|the same|the previous) year)\b",
        place_month,
        0,
        needs=MONTH_WORDS,
    ),
    rule(
        rf"\b(?P<month>May|March),?\s+(?:of\s+)?(?P<tail>{YEAR}|(?:this|last|next|that|the same|the previous) year)\b",
        place_month,
        0,
        needs="may march",
    ),
    rule(
        rf"\b(?:(?P<rel>last|next|this|Last|Next|This)\s+)?(?P<month>January|February|April|June|July|August|September|October|November|December|Jan\.|Feb\.|Apr\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)(?=\W|$)(?:\s+and\s+(?:{MONTH})\s+(?P<tail>{YEAR}|(?:this|last|next|that) year)(?=\W|$)|)(?<!\byear)",
        place_month,
        0,
        needs=MONTH_WORDS,
    ),
    rule(
        r"\b(?=[lntLNM])(?:(?P<rel>last|next|this|Last|Next)\s+|(?<=in\s)|(?<=In\s)|(?<=since\s)|(?<=Since\s)|(?<=by\s)|(?<=until\s)|(?<=of\s)|(?<=during\s)|(?<=early\s)|(?<=late\s)|(?<=mid-)|(?<=from\s)|(?<=for\s)|(?<=the\s)|(?<=and\s))(?P<month>May|March)\b(?!\s+[a-z]*(?:ed|on)\b)",
        place_month,
        0,
        needs="may march",
    ),
    rule(
        rf"\b(?:(?P<rel>last|next|this past|this coming|this|past|coming)\s+)?(?P<weekday>{WEEKDAY})(?P<plural>s\b)?(?:\s+(?:morning|afternoon|evening|night))?\b",
        place_weekday,
        0,
        needs=WEEKDAY_WORDS,
    ),
    rule(
        rf"\b(?P<weekday>{WEEKDAY})\s+(?:of\s+)?(?P<rel>this|last|next)\s+week\b",
        place_weekday_of_week,
        needs=WEEKDAY_WORDS,
    ),
    rule(rf"\b(?P<rel>Last|Next|This)\s+(?P<weekday>{WEEKDAY})\b", place_weekday, 0, needs=WEEKDAY_WORDS),
    rule(
        r"\b(?:the day (?:before|after) (?:yesterday|tomorrow)|today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))\b",
        place_relative_day,
        needs="day night today tonight yesterday tomorrow morning afternoon evening",
    ),
    rule(
        r"\b(?:(?:earlier|later|early|late|at the end of|the end of|the beginning of|the start of)\s+)?(?P<rel>this past|this|last|next|past|coming|the previous|the coming)\s+(?P<unit>weekend|week|month|quarter|year)\b(?!\s*-?\s*(?:old|long))",
        place_relative_unit,
        needs="weekend week month quarter year",
    ),
    rule(
        rf"\b(?:(?:about|nearly|almost|some|more than|over|around)\s+)?(?P<count>{COUNT})\s+(?P<unit>{UNIT})\s+ago\b",
        place_ago,
        needs="ago",
    ),
    rule(
        rf"\b(?P<count>{COUNT})\s+(?P<unit>{UNIT})\s+(?P<way>later|earlier|after that|before that|before(?!\s+(?:(?:he|she|they|it|we)\b|(?-i:[A-Z]))))\b(?!\s+(?:the|a|an|his|her|its|their)\b)",
        place_later,
        needs="later earlier after before",
    ),
    rule(
        r"\b(?:on\s+)?(?:the|that)\s+(?P<rel>following|next|previous|preceding|same|very same)\s+(?P<unit>days|day|morning|afternoon|evening|night|week|month|year)\b",
        place_anchored,
        needs="following next previous preceding same",
    ),
    rule(
        r"\bthe\s+(?P<unit>day|week|month)\s+(?P<rel>after|before)(?=\s*(?:[.,;:)]|$|and\b|to\b))",
        place_anchored,
        needs="after before",
    ),
    rule(
        rf"\bon\s+the\s+eve\s+of(?=\s+(?:the|this|that|their|his|her|its)\s+(?:{MEETINGS})\b)", place_eve, needs="eve"
    ),
    rule(r"\b(?P<rel>that)\s+(?P<unit>day|week|month|year)\b", place_anchored, needs="that"),
    rule(
        r"\b(?:(?P<rel>last|next|this)\s+)(?P<season>spring|summer|autumn|fall|winter)\b",
        place_season,
        needs=SEASON_WORDS,
    ),
    rule(
        rf"\b(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<tail>{YEAR}|(?:this|last|next) year)\b",
        place_season,
        needs=SEASON_WORDS,
    ),
    rule(
        rf"\b(?:the\s+)?(?P<nth>first|second|third|fourth|last|final)[\s-](?P<unit>quarter|half)(?:\s+of)?\s+(?P<tail>{YEAR}|(?:this|last|next) year)\b",
        place_part_of_year,
        needs="quarter half",
    ),
    rule(rf"\b(?P<nth>Q[1-4])\s+(?P<tail>{YEAR})\b", place_part_of_year, needs=YEAR_FIGURE),
    rule(
        r"\b(?=[telm12])(?:the\s+)?(?:early |late |mid-)?(?P<decade>(?:19|20)\d0)s\b", place_decade, needs=YEAR_FIGURE
    ),
    rule(
        rf"(?=[mp12])(?<![\d$€£,.:/#-])\b(?:(?:mid|post|pre)-)?(?P<year>{YEAR})\b(?!\.\d)(?![\d,]*\d)(?!\s*(?:percent|per cent|%|people|troops|soldiers|miles|km|dollars|euros|meters|metres|tons|members|jobs|points|shares|civilians|men|women|children))(?!-\d)",
        place_year,
        needs=YEAR_FIGURE,
    ),
    # before 1900 a number is a year only behind a word of time
    rule(
        r"(?=1)(?:(?<=\bin )|(?<=\bIn )|(?<=\bsince )|(?<=\bSince )|(?<=\bfrom )|(?<=\buntil )|(?<=\bof ))(?P<year>1[5-8]\d\d)\b(?![\d,.]*\d)(?!\s+\w+s\b)",
        place_year,
        needs=YEAR_FIGURE,
    ),
    rule(
        r"\b(?:in|over|for|during)\s+(?:the\s+)?(?:recent|past|last|coming|next)\s+(?:few\s+|several\s+)?(?:days|weeks|months|years|decades)\b",
        place_nowhere,
        needs="days weeks months years decades",
    ),
)
