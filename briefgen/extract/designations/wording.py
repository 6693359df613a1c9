"""Read the words around a listing word: which list, which measure, which category, and whom it hits."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from briefgen.extract.designations.cue import AMERICAN, DO, HAVE, LISTING_BODIES
from briefgen.knowledge import load
from briefgen.knowledge.world import gazetteer, is_body_noun, is_person_noun, singulars, words
from briefgen.names import fold
from briefgen.reading.attribution import lemma_of
from briefgen.reading.line import Line
from briefgen.reading.marks import Mention
from briefgen.reading.stretches import clause_end

LISTING = re.compile(
    r"sanction|designat|blacklist|proscri|outlaw|terror\w* (?:list|organi[sz]ation|group)|watch ?list|\blist(?:ed|ing)|\bbann?(?:ed|s)?\b|"
    r"asset freeze|measures (?:on|against)|foreign agents?\b|"
    r"\bhit by [A-Z]|\bdissol(?:ved|ution)|disbanded|liquidat|criminali[sz]e|\b(?:first|second|third|fourth|fifth) schedule\b",
    re.IGNORECASE,
)
NAMED_LIST = re.compile(
    r"\b(?:Entity|Consolidated|Terror\w*|Restricted|Control|Schedule|Annex|Register)\b(?: Lists?)?|(?:to|from|on) (?:the|its) [Ll]ist\b"
)
QUOTES = frozenset("‘’“”\"'")
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
DETERMINERS = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "any", "no", "this", "that", "either", "both", "another"}
)
BARE_CATEGORIES = frozenset(
    {
        "terrorist",
        "illegal",
        "unlawful",
        "undesirable",
        "extremist",
        "grata",
        "gratae",
        "outlawed",
        "subversive",
        "criminal",
    }
)
"""Categories that need no article: "declared Kahl illegal"."""
BLOCKED = frozenset({"blocked", "sanctioned", "designated", "specified", "proscribed", "banned"})
"""Participles that open a category: "as blocked property"."""
STYLES = frozenset({"specially", "designated", "global", "foreign", "significant", "transnational"})
"""Words in the styles of American lists: "Specially Designated Global Terrorists"."""
SPANS = frozenset({"years", "decades", "months", "long", "now", "some", "several", "over", "almost", "nearly"})
"""Words that tell how long one has been "on its list for"."""
BELOW = re.compile(r"\b(?:specified|listed|named|set out|described|identified|given) below\b")
FOLLOWING = re.compile(r"\bthe following (?:\w+ )?(\w+)")
SCHEDULES = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split())
BEFORE = 1500
"""Characters; how far back "the list" may mean the one that the text spoke of."""


@cache
def listable(noun: str) -> bool:
    """Tell a noun for those that can be listed: persons, bodies of persons, ships; no gathering of an hour."""
    gathering = not words("designation", "gatherings").isdisjoint(singulars(noun))
    noun = noun.removeprefix("ex-").removeprefix("co-")
    known = words("designation", "premises", "more_persons") | words("titles", "callings", "heads")
    kinds = is_person_noun(noun) or is_body_noun(noun) or not known.isdisjoint(singulars(noun))
    return noun in words("designation", "subjects") or (kinds and not gathering)


def told_before(line: Line, *, here: bool = False, upto: int | None = None) -> bool:
    """Tell whether the text spoke of listings shortly before the sentence; also in it (`here`), or in it before a word (`upto`)."""
    start = line.sentence.start
    end = line.sentence.end if here else start if upto is None else line.sentence.at(line.doc[upto])
    return LISTING.search(line.reading.text, max(0, start - BEFORE), end) is not None


def told_around(line: Line) -> bool:
    """Tell whether the text speaks of listings shortly before or behind the sentence."""
    start, end = line.sentence.start, line.sentence.end
    return LISTING.search(line.reading.text, max(0, start - BEFORE), end + BEFORE) is not None


def list_named_before(line: Line) -> bool:
    """Tell whether the text named a list of that kind shortly before, "updated the Entity List"."""
    start = line.sentence.start
    return NAMED_LIST.search(line.reading.text, max(0, start - BEFORE), start) is not None


def ends_in_colon(line: Line) -> bool:
    """Tell a sentence that a colon closes, or that was cut right before its colon."""
    if line.doc[line.stop - 1].text.endswith(":"):
        return True
    behind = line.reading.text[line.sentence.end : line.sentence.end + 2]
    return behind.lstrip(" ").startswith(":")


def cut_before_names(line: Line) -> bool:
    """Tell a sentence that was cut at a colon or a dash, behind which names stand."""
    return ends_in_colon(line) or line.doc[line.stop - 1].text in ("—", "–")


def opens_list(line: Line) -> bool:
    """Tell "The following individuals have been added:", "the entries specified below": a list follows the sentence."""
    last = line.stop - 1
    while last > line.start and line.doc[last].is_space:
        last -= 1
    text = line.words(line.start, last).casefold()
    if text.endswith(":") or ends_in_colon(line):
        return any(f" {word} " in f" {text} " for word in ("following", "names", "below"))
    entries = words("designation", "subjects") | {"entry", "entries", "name", "names"}
    return BELOW.search(text) is not None or any(m[1] in entries for m in FOLLOWING.finditer(text))


def list_of_that_kind(line: Line, n: int) -> bool:
    """Tell a list of the listed from "the list of topics": by its kind, by whose it is, or as the one the text spoke of."""
    span = range(max(line.start, n - 4), min(line.stop, n + 6))
    numbered = line.low(n - 1) == "sanctions" or line.low(n - 1)[:1].isdigit()
    if line.low(n) in words("designation", "packages") and (numbered or measure_noun(line, n + 2)):
        return True  # "the 17th package", "its latest round of sanctions"
    if line.doc[n].text == "Schedule" and line.low(n - 1) in SCHEDULES:
        return True  # of those banned, behind a law
    if line.low(n).startswith("blacklist") or any(
        line.low(k) in words("designation", "list_kinds") or category(line, k) for k in span if k != n
    ):
        return True
    if (
        line.low(n) in ("annex", "annexes", "schedule")
        and line.doc[n].text[:1].isupper()
        and told_before(line, here=True)
    ):
        return True  # "to Annex I"
    if (line.low(n + 1), line.low(n + 3)) == ("of", "own") and told_before(line):
        return True  # "keeps a roster of its own"
    lasting = line.low(n + 1) == "for" and (line.low(n + 2) in SPANS or line.pos(n + 2) == "NUM")
    if line.low(n + 1) in ("of", "for") and n + 2 not in line.times and not lasting:
        listed = any(line.low(k) in words("designation", "subjects") for k in range(n + 2, n + 5))
        whose = line.inside.get(n + 2 + (line.low(n + 2) == "the"))
        if line.low(n + 1) == "of" and is_lister(line, whose) and told_around(line):
            return True  # "on the lists of Chile and Peru"
        under = any(measure_noun(line, k) for k in range(n + 4, min(line.stop, n + 12)))
        return listed and (under or lister_before(line, n))  # "the list of persons subject to an asset freeze"
    return lister_before(line, n) or _scoped(line, n)


def _scoped(line: Line, n: int) -> bool:
    """Tell "its own national list", "the country's list", and "the latest list" where the text spoke of listings; no "guest list"."""
    scopes, owned = words("designation", "list_scopes"), False
    for k in range(n - 1, max(line.start, n - 8) - 1, -1):
        low, token = line.low(k), line.doc[k]
        if low in ("'s", "’s"):
            return line.low(k - 1) in scopes or lister_before(line, k)
        if low in DETERMINERS:
            ships = line.low(n) in ("register", "registry") and low == "the"  # of a flag state, of firms
            return owned or low == "any" or (not ships and told_before(line, upto=n))
        owned = owned or low in scopes
        if token.text[:1].isupper() and line.doc[n].text[:1].isupper():
            continue  # "Peru's Late Payer List": a list with a title
        if low not in scopes and token.pos_ not in ("ADJ", "ADV", "NUM", "PUNCT") and token.tag_ not in ("VBN", "VBG"):
            return False
    return False


def lister_before(line: Line, n: int) -> bool:
    """Tell "the EU list", "the Nigerian list": whose list it is says what it is for."""
    k = n - 2 if line.low(n - 1) in ("'s", "’s") else n - 1
    known = gazetteer().get(fold(line.inside[k].text if k in line.inside else line.doc[k].text))
    upper = line.doc[k].text[:1].isupper() and k >= line.start
    return upper and known is not None and known.what in ("adjective", "state", "body", "seat", "capital")


def listed_owner(line: Line, n: int) -> int | None:
    """Give where the owner in "Kahl's designation" starts: a party, not the state or body whose deed it is."""
    if line.low(n - 1) not in POSSESSIVE or n - 2 < line.start:
        return None
    first, mention = n - 2, line.inside.get(n - 2)
    while first > line.start and mention is not None and line.inside.get(first - 1) is mention:
        first -= 1
    return None if is_lister(line, mention) or lister_before(line, n) else first


def is_lister(line: Line, mention: Mention | None) -> bool:
    """Tell a state, a union of states or a public body."""
    entity = line.reading.entity(mention.entity) if mention is not None else None
    if mention is None or entity is None:
        return False
    known = gazetteer().get(fold(entity.name))
    if known is not None and (known.what == "state" or known.name.casefold() in LISTING_BODIES()):
        return True
    return is_agency(mention.text)


def is_agency(name: str) -> bool:
    """Tell a name with an office's word in it: "the Treasury", "Ministry of Trade"."""
    return not words("designation", "agencies").isdisjoint(fold(name).split())


def measure_noun(line: Line, n: int) -> bool:
    """Tell a word for measures: "sanctions", "restrictions", and "freeze" or "ban" of assets or travel."""
    low = line.low(n)
    if low in words("designation", "measures"):
        return True
    if low not in words("designation", "freezes"):
        return False
    what = words("designation", "frozen")
    of_assets = any(line.low(k) in what for k in range(n + 2, n + 6)) and line.low(n + 1) in ("on", "of")
    return of_assets or line.low(n - 1) in what | words("designation", "banned")


MADE = frozenset(
    "taken imposed adopted announced placed applied applicable hitherto previously currently force".split()
)


def measure_target(line: Line, n: int) -> int | None:
    """Give where the ones hit by measures are named: behind "on", "against", "targeting"."""
    if line.low(n) in words("designation", "freezes") and line.low(n + 1) == "of":
        return _past_assets(line, n + 2)  # "the freezing of funds of Kahl"
    for k in range(n + 1, min(line.stop, n + (14 if line.low(n + 1) in MADE else 8))):
        applied = line.low(k) == "to" and line.low(k - 1) in ("applied", "applicable")
        if applied or line.low(k) in ("on", "against", "targeting", "upon"):
            if k + 1 >= line.stop or k + 1 in line.times:
                continue
            return _past_assets(line, k + 1)
        states = line.pos(k) == "AUX" and line.pos(k + 1) in (
            "ADJ",
            "ADP",
            "DET",
        )  # "the sanctions policy was out on the site"
        if states or line.doc[k].text in (";", ".") or (line.doc[k].pos_ == "VERB" and line.low(k) not in MADE):
            return None
    return None


def adjectival(line: Line, n: int) -> bool:
    """Tell a word for a state: "Belarusian", "Belarus"."""
    known = gazetteer().get(fold(line.doc[n].text)) if line.doc[n].text[:1].isupper() else None
    return known is not None and known.what in ("adjective", "state")


def compound_target(line: Line, n: int) -> bool:
    """Tell "lifted Syria sanctions", where a state's noun says whom they hit; "lifted EU sanctions" says whose they are."""
    word = line.doc[n - 1].text
    known = gazetteer().get(fold(word))
    return known is not None and known.what == "state" and word.isalpha() and not word.isupper() and n - 1 > line.start


def behind_assets(line: Line, noun: int) -> int | None:
    """Give the place behind "of" or "belonging to" of "the funds and economic resources of Kahl"."""
    for k in range(noun + 1, min(line.stop, noun + 6)):
        if line.low(k) == "of":
            return k + 1
        if line.low(k) in ("belonging", "linked", "tied") and line.low(k + 1) == "to":
            return k + 2
        if line.low(k) not in ("and", "other", "financial", "economic", "resources", *words("designation", "frozen")):
            return None
    return None


def _past_assets(line: Line, k: int) -> int:
    """Pass over "the assets of" in "a freeze on the assets of Kahl"."""
    for n in range(k, min(line.stop, k + 4)):
        if line.low(n) in words("designation", "frozen"):
            return behind_assets(line, n) or k
    return k


def behind_of(line: Line, noun: int) -> int | None:
    """Give the place behind "of" right after a noun."""
    if line.low(noun + 1) == "of":
        return noun + 2
    if line.low(noun + 1) == "by":  # "the designation by Japan of Kahl"
        ahead = range(noun + 2, min(line.stop, noun + 10))
        of = next((k for k in ahead if line.low(k) == "of" or line.finite(k)), None)
        return of + 1 if of is not None and line.low(of) == "of" else None
    return None


def list_behind(line: Line, i: int, *prepositions: str) -> int | None:
    """Give the list noun behind one of the prepositions in the verb's clause: "on its list of terrorist groups"."""
    end = clause_end(line, i)
    for k in range(i + 1, min(end, i + 40)):
        if line.low(k) in prepositions:
            for n in range(k + 1, min(end, k + 16)):
                if line.low(n) in words("designation", "list_nouns"):
                    return n if list_of_that_kind(line, n) else None
                if line.doc[n].text in (",", ";") or (
                    line.doc[n].pos_ == "VERB" and line.doc[n].tag_ not in ("VBN", "VBG")
                ):
                    break
    return None


def list_before(line: Line, i: int) -> int | None:
    """Give the list noun before "includes": "Japan's sanctions list now includes Kahl"."""
    before = range(i - 1, max(line.start, i - 4), -1)
    noun = next((k for k in before if line.low(k) in words("designation", "list_nouns")), None)
    return noun if noun is not None and list_of_that_kind(line, noun) else None


def as_what(line: Line, i: int) -> range | None:
    """Give the words behind "as" of the verb, up to a comma."""
    end = clause_end(line, i)
    for k in range(i + 1, end):
        if (
            line.low(k) == "as"
            and not line.together(k)
            and line.low(k - 1) not in ("such", "well")
            and line.low(k + 1) not in HAVE | DO
            and not _compares(line, k)
            and (line.low(k + 1) in BLOCKED or k + 1 >= line.stop or line.tag(k + 1) not in ("VBN", "VBD"))
        ):
            stop = k + 1
            while stop < end and line.doc[stop].text not in (",", ";") and stop - k < 10:
                stop += 1
            return range(k + 1, stop)
    return None


def behind_category(line: Line, first: int) -> int | None:
    """Give where the listed stand in "designated as terrorist groups the Tarn Front and Kahl": behind their category."""
    if line.low(first) != "as":
        return None
    told = False
    for k in range(first + 1, min(line.stop, first + 9)):
        kind = category(line, k) or line.low(k) in words("designation", "subjects") or line.low(k) in STYLES
        if told and not kind and line.low(k) not in QUOTES:
            named = (
                k in line.inside or line.pos(k) in ("NUM", "PROPN") or (line.low(k) == "the" and k + 1 in line.inside)
            )
            described = line.low(k) == "the" and line.low(k + 1) in words("designation", "subjects") | {"activities"}
            return k if named or described else None
        if told and line.doc[k].text == ":":
            return k + 1  # "designated as terrorists: Kahl and Renn"
        told = told or category(line, k)
        if not kind and line.pos(k) not in ("DET", "ADJ") and line.low(k) not in QUOTES:
            return None
    return None


def _compares(line: Line, k: int) -> bool:
    """Tell "as early as 2020", "as part of a package", "as one witness recalled" from "as a terrorist group"."""
    ahead = line.low(k + 1)
    if ahead in ("of", "well", "part", "early", "recently", "late", "long", "soon", "far", "many"):
        return True
    if line.low(k + 2) in ("whole", "result", "matter", "consequence", "precaution", "rule", "unit", "body"):
        return True  # "as a whole"
    stop = next((n for n in range(k + 1, line.stop) if line.doc[n].text in (",", ";", ".")), line.stop)
    verb = next((n for n in range(k + 1, stop) if line.finite(n)), None)
    relative = any(line.low(n) in ("that", "which", "who", "whose") for n in range(k + 1, verb or k))
    said = next((n for n in range(k + 1, min(stop, k + 6)) if lemma_of(line.doc[n]) in words("saying", "clause")), None)
    aside = (
        said is not None and line.doc[k - 1].text == "," and line.doc[stop if stop < line.stop else said].text == ","
    )
    return (
        aside
        or line.low(k - 1) in ("early", "recently", "late", "long", "soon")
        or (verb is not None and not relative and verb - k <= 5 and line.doc[k].pos_ == "SCONJ")
    )


def category(line: Line, k: int) -> bool:
    """Tell a word of a category of listing: "terrorist", and "agent" behind "foreign"."""
    low = line.low(k)
    single = low in words("designation", "categories") or low.replace("-", "") in words("designation", "categories")
    return single or f"{line.low(k - 1)}-{low}" in words("designation", "category_pairs")


def tells(verb: Token) -> bool:
    """Tell a verb of saying or announcing: who tells of a listing neither lists nor is listed by it."""
    lemma = lemma_of(verb)
    return lemma in words("saying", "clause") or lemma in words("designation", "telling")


def ground(line: Line, span: range) -> bool:
    """Tell a legal ground: "pursuant to Executive Order 13224"."""
    low = line.words(span.start, span.stop - 1).casefold() if len(span) else ""
    return "pursuant to" in low or any(part in low for part in AMERICAN())


@cache
def union_seats() -> dict[str, str]:
    """Give the unions that a reader means by the town where they sit, by its folded name."""
    rows = (row.split("|") for row in load("designation")["union_seats"].splitlines() if row.strip())
    return {fold(town): union.strip() for town, union in rows}
