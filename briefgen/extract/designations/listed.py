"""Read the listed ones that stand around a listing word: the list behind it, or the one it is said of before it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from briefgen.extract.designations.asides import behind_aside, colon_between, other_lister, without_asides
from briefgen.extract.designations.cue import BE, Cue, has_form, relative_before
from briefgen.extract.designations.enumerated import colon_behind, enumerated
from briefgen.extract.designations.status import ORDINALS
from briefgen.extract.designations.wording import BARE_CATEGORIES, POSSESSIVE, QUOTES, adjectival, listable, tells
from briefgen.knowledge.world import words
from briefgen.reading.items import Item
from briefgen.reading.line import Line
from briefgen.reading.lists import read_items
from briefgen.reading.stretches import antecedent, clause_end, items_before
from briefgen.reading.verbforms import verb_forms

OPENING = frozenset({"having", "been", "being", "after", "since", "despite", "although", "though", "already", "first"})
NAMES = frozenset({"activities", "name", "names", "entry", "entries", "listing", "listings", "file", "dossier", "case"})
FIRST = (("for", "the", "first", "time"), ("also",), ("in", "addition"), ("separately",), ("moreover",), ("further",))
"""Words between "and" and a preposition that is told again: "on Kahl and, in addition, on his bank"."""
PASSED = frozenset({"remain", "remains", "remained", "not", "also"}) | BE
CALLED = frozenset("called named dubbed nicknamed styled titled calling styling naming calls styles terming".split())
ANNOUNCING = frozenset({"following", "names", "below", "those"})


def items_of(line: Line, cue: Cue) -> list[Item]:
    """Read the listed ones that stand around a cue, each by its name where it is described and then named."""
    told = _read(line, _past_all(line, cue))
    behind = cue.at + 1 if cue.voice == "passive" and cue.right is None else 0
    read = [found for item in _spelled_out(line, told, behind) or told for found in _of_the_name(line, item)]
    if read and cue.right is not None and _speaks(line, read[0]):  # "banned the group, Minister Ada Renn confirmed"
        read = read_items(line, cue.right, max(cue.right, read[0].first - 1))[0]
    heard = [item for n, item in enumerate(read) if not (n and _speaks(line, item))]
    heard = [item for n, item in enumerate(heard) if not (n and other_lister(line, heard[0], item))]
    heard = [item for n, item in enumerate(heard) if not _sums_up(line, item, heard[n + 1 : n + 2])]
    return [by_name(line, item) for n, item in enumerate(heard) if not (n and _apposed(line, heard[n - 1], item))]


def _sums_up(line: Line, item: Item, behind: list[Item]) -> bool:
    """Tell "seven cartels" of "seven cartels, including Kahl and Renn": a count of those who are named."""
    counted = (
        not item.named
        and item.last == item.head
        and any(line.doc[k].like_num for k in range(item.first, item.head + 1))
    )
    return counted and bool(behind) and behind[0].named and behind[0].intro == "including"


def _speaks(line: Line, item: Item) -> bool:
    """Tell the one who tells of it, "Peru has not listed Kahl, Minister Ada Renn confirmed": never one that is listed."""
    verb = item.last + 1
    if line.low(verb) == "and":  # "banned the Front, Ada Renn and Oleg Lunin said"
        verb += 1
        while verb < line.stop and verb in line.inside:
            verb += 1
    while line.pos(verb) in ("AUX", "ADV"):
        verb += 1
    if verb >= line.stop:
        return False
    past = line.doc[verb].tag_ == "VBN" and line.low(verb + 1) not in ("by", "to", "of", "as")  # a tagger's mistake
    said = item.named and item.intro == "comma" and (line.finite(verb) or past)
    return said and tells(line.doc[verb])


def only_part(line: Line, cue: Cue) -> str:
    """Give the part in "lists the Front, but only its armed wing": the whole is not listed."""
    for k in range(cue.at + 1, line.stop - 3):
        if line.low(k) in ("but", "though", "although", "albeit") and line.low(k + 1) == "only":
            items = read_items(line, k + 2)[0]
            owned = bool(items) and line.low(items[0].first) in ("its", "their") and items[0].head > items[0].first
            return line.words(items[0].first + 1, items[0].head) if owned else ""
    return ""


def _past_all(line: Line, cue: Cue) -> Cue:
    """Pass over "all of" in "outlawed all of them"."""
    at = cue.right
    whole = at is not None and (line.low(at), line.low(at + 1)) == ("all", "of")
    return replace(cue, right=at + 2) if at is not None and whole else cue


def _spelled_out(line: Line, told: list[Item], behind: int) -> list[Item]:
    """Read those whom a colon names behind their count, and behind a passive: "sanctioned three of the bank's owners: Kahl"."""
    if told and not any(item.named for item in told) and (members := _members(line, told[-1].last + 1)):
        return [*told, *members]
    if not told or told[0].named or not any(line.doc[k].like_num for k in range(told[0].first, told[0].head + 1)):
        return []
    end = max(told[0].last + 1, behind)
    if len(told) == 1 and (bracketed := _bracketed(line, told[0].head + 1)):
        return bracketed
    colon = colon_behind(line, end)
    if colon is None or (not behind and any(item.first < colon for item in told[1:])):
        return []
    return [item for item in enumerated(line, colon + 1) if item.named]


def _bracketed(line: Line, first: int) -> list[Item]:
    """Read the names of "banned three charities (Kahl, Renn and Vell)", where there are several."""
    close = next((k for k in range(first + 1, line.stop) if line.doc[k].text == ")"), first)
    items = read_items(line, first + 1, close)[0] if line.doc[min(first, line.stop - 1)].text == "(" else []
    return items if len(items) > 1 and all(item.named for item in items) else []


def _members(line: Line, first: int) -> list[Item]:
    """Read the names of "put twelve persons on its list, among them Kahl and Renn"."""
    behind = range(first, line.stop - 2)
    among = next((k for k in behind if line.low(k) == "among" and line.low(k + 1) in ("them", "whom", "which")), None)
    if among is None or line.doc[among - 1].text not in (",", "(", "–", "—", "-"):
        return []
    start = among + 2 + (line.low(among + 2) in BE)
    return [item for item in without_asides(line, read_items(line, start)[0], start) if item.named]


def _apposed(line: Line, before: Item, item: Item) -> bool:
    """Tell "Ada Renn, a Chilean national,": what the one named before is."""
    native = item.named and adjectival(line, item.head)  # "Ada Renn, a Chilean with two passports"
    described = (native or not item.named) and line.low(item.first) in ("a", "an") and item.intro == "comma"
    said = before.named or line.low(before.first) in ("his", "her", "its", "their")
    return described and said and (native or line.low(item.last + 1) == ",")


def _of_the_name(line: Line, item: Item) -> list[Item]:
    """Give those whose name is meant in "the name of Kahl", "the entries for Kahl and Renn", "Kahl's name"."""
    stray = line.low(item.head) in verb_forms("designation", "running") and not item.named
    if stray and item.head > item.first and item.head - 1 in line.inside:
        return read_items(line, item.first, item.head)[0]  # "the ban on the Front stands": a verb
    if line.low(item.last) in ("activities", "file", "dossier", "case") and line.inside.get(item.last - 1) is not None:
        return read_items(line, item.first, item.last)[0]  # "banned Tarn Front activities"
    if line.low(item.head) == "activities" and (of := _of_whom(line, item.head)) is not None:
        named = _through(line, of, line.stop, "of")
        return [n for n in named if n.named] or named
    if line.low(item.head) in NAMES | {"those", "that"} and line.low(item.head + 1) in ("of", "for"):
        named = read_items(line, item.head + 2)[0]
        return [n for n in named if n.named] or named  # "of Mr. Kahl, a Chilean national"
    if line.low(item.last) in NAMES and line.low(item.first) in ("his", "her", "its", "their"):
        return read_items(line, item.first, item.first + 1)[0] if item.last - item.first < 3 else [item]
    if line.low(item.last) in NAMES and line.low(item.last - 1) in POSSESSIVE:
        return read_items(line, item.first, item.last - 1)[0]
    return [item]


def _of_whom(line: Line, noun: int) -> int | None:
    """Give the place behind "of" in "the activities abroad of Kahl"."""
    of = next((k for k in range(noun + 1, min(line.stop, noun + 7)) if line.low(k) == "of" or line.finite(k)), None)
    return of + 1 if of is not None and line.low(of) == "of" else None


def by_name(line: Line, item: Item) -> Item:
    """Give "a trading arm of the Front, called Reef Shipping," by the name that it goes by."""
    if item.named:
        return item
    for k in range(item.head + 1, min(line.stop - 1, item.head + 5)):
        if line.low(k) in CALLED or (line.low(k) == "known" and line.low(k + 1) == "as"):
            first = k + 1
            while first < line.stop and line.low(first) in QUOTES | {"as", "the", "itself", "themselves", "himself"}:
                first += 1
            quoted = line.low(first - 1) in QUOTES
            ends = (n for n in range(first + 1, line.stop) if line.low(n) in QUOTES)
            stop = next(ends, line.stop) if quoted else line.stop
            named = [found for found in read_items(line, first, stop)[0][:1] if found.named]
            return named[0] if named else item
        if (
            line.doc[k].text not in (",", "(")
            and line.doc[k].pos_ not in ("ADV",)
            and line.low(k) not in ("which", "that")
        ):
            break
    return item


def _read(line: Line, cue: Cue) -> list[Item]:
    if cue.parts and cue.right is not None:
        return enumerated(line, cue.right)
    if cue.voice == "passive" and cue.right is None:
        return (
            _behind_colon(line, cue.at)
            or _behind_dash(line, cue.at)
            or _among(line, cue)
            or [*listed_before(line, cue), *_along_with(line, cue.at)]
        )
    assert cue.right is not None
    if (behind := behind_aside(line, cue.right)) is not None:
        return _read(line, replace(cue, right=behind))
    if cue.until is not None:
        return _through(line, cue.right, cue.until, "of")  # "Kahl's designation by Japan"
    relative = relative_before(line, cue.at) if cue.voice == "active" else None
    if relative is not None:
        return _member_of(line, antecedent(line, relative)) or antecedent(line, relative)
    end = clause_end(line, max(cue.at, cue.right - 1))
    bare = (
        k
        for k in range(cue.right + 1, end)
        if line.low(k) == "persona"
        or (line.low(k) in BARE_CATEGORIES and (k - 1 in line.inside or listable(line.low(k - 1))))
    )
    end = next(bare, end)  # "declared Kahl illegal"
    end = next((k for k in range(cue.right + 1, end) if _lists_on(line, k)), end)
    if line.low(cue.right) in ("it", "him", "her", "them") and line.low(cue.right + 1) == "," and end < line.stop:
        end = cue.right + 1  # "Canada outlawed it, Norway and Chile followed": the rest has a verb of its own
    if end < line.stop and line.doc[end].text == ";" and colon_between(line, cue.right, end):
        end = line.stop  # "sanctions on three firms: Kahl; Renn; and Vell"
    if cue.voice == "active" and cue.owner is not None and cue.right <= cue.owner and line.low(cue.owner) in BEHIND():
        end = max(cue.owner, cue.right)  # "froze Kahl assets": the noun is no more of the name
    if cue.voice in ("active", "noun") and cue.owner is not None and cue.right < cue.owner:
        end = min(end, _before_list(line, cue.right, cue.owner))
    again = (line.low(cue.right - 1),) if line.low(cue.right - 1) in ("to", "of") else ("on", "against")
    items = _through(line, cue.right, end, *again) if cue.sanctions else read_items(line, cue.right, end)[0]
    if end < line.stop and cue.voice == "active" and items and items[-1].named:
        items = [*items, *_behind_semicolon(line, end)]
    if cue.owner is not None and not any(item.named for item in items):
        items = _named_behind_colon(line, max(cue.owner, cue.right)) or items
    return without_asides(line, items, cue.right)


def _behind_semicolon(line: Line, end: int) -> list[Item]:
    """Read on in "designated Kahl for aiding the Front; and Renn for hiding its money": a name that no verb follows."""
    if line.doc[end].text != ";" or line.low(end + 1) != "and":
        return []
    items, after = read_items(line, end + 2)
    return items[:1] if items and items[0].named and line.low(after) in ("for", "who", ".", "") else []


def _lists_on(line: Line, comma: int) -> bool:
    """Tell where "listing Kahl, putting Renn on its list" starts again."""
    verb = line.low(comma + 1) if line.low(comma) == "," else ""
    if not verb.endswith("ing") or verb == "including":
        return False
    return has_form(line, comma + 1, "direct", "with_category", "put", "impose", "lift", "remove")


def _through(line: Line, first: int, end: int, *again: str) -> list[Item]:
    """Read on through a preposition that is told again: "sanctions on Kahl and on his bank", "assets of Kahl and of Renn"."""
    items = read_items(line, first, end)[0]
    for k in range(first + 1, end - 2):
        if line.low(k) not in ("and", "as", ","):
            continue
        on = k + 1 + next((len(said) for said in FIRST if all(line.low(k + 1 + n) == w for n, w in enumerate(said))), 0)
        if line.low(on) in again and on + 1 not in line.times:
            items = [*items, *read_items(line, on + 1, end)[0]]
    return items


@cache
def BEHIND() -> frozenset[str]:  # noqa: N802  # a constant that is read from the knowledge files when first asked for
    """Give the nouns that stand behind the listed: "Kahl assets", "Belarus sanctions"."""
    return words("designation", "frozen", "sanction_nouns")


def _member_of(line: Line, told: list[Item]) -> list[Item]:
    """Give Kahl of "Kahl is among thirty officials whom Peru listed", where those who are counted tell of a member."""
    if not told or told[-1].named:
        return []
    k = told[-1].first - 1
    k -= line.low(k) == "the"
    verb = k - 1 if line.low(k) == "among" else k - 2 if (line.low(k - 1), line.low(k)) == ("one", "of") else k
    if verb == k or verb <= line.start:
        return []
    if line.low(verb) in BE:
        return items_before(line, verb)
    return antecedent(line, verb + 1) if line.doc[verb].text == "," else []


def _among(line: Line, cue: Cue) -> list[Item]:
    """Read "Among those listed by Japan is Kahl", "Those listed by Japan include Kahl", "Kahl is one of ten firms listed"."""
    before = range(cue.left - 1, max(line.begin - 1, cue.left - 8), -1)
    opening = next(
        (k for k in before if line.low(k) in ("those", "among") or (line.low(k) == "one" and line.low(k + 1) == "of")),
        None,
    )
    if opening is None or any(k in line.inside and line.inside[k].form == "name" for k in range(opening, cue.left)):
        return []
    if line.low(opening - 1) in BE | {"among"} - {"'s"} and opening - 1 > line.begin:
        verb = opening - 1 if line.low(opening - 1) in BE else opening - 2
        return items_before(line, verb) if line.low(verb) in BE and verb > line.begin else []
    if line.low(opening) == "one" and line.doc[opening - 1].text == ",":
        return antecedent(line, opening)  # "Mr Kahl, one of ten traders listed by Japan, has sued"
    behind = range(cue.at + 1, line.stop)
    verb = next((k for k in behind if line.low(k) in BE | {"include", "includes", "included"}), line.stop)
    return without_asides(line, read_items(line, verb + 1)[0], verb + 1) if verb < line.stop else []


def _before_list(line: Line, first: int, owner: int) -> int:
    """Give where "to its list" starts behind the listed ones."""
    behind = range(owner - 1, first, -1)
    return next((k for k in behind if line.low(k) in ("to", "on", "onto", "in", "from", "off", "under")), line.stop)


def no_party(line: Line, item: Item) -> bool:
    """Tell "land for settlers": what can be designated and yet is nobody that is listed."""
    plain = (
        not item.named
        and item.mention is None
        and line.doc[item.head].pos_ == "NOUN"
        and line.low(item.first) != "them"
    )
    return plain and not listable(line.low(item.head)) and not line.doc[item.first].like_num


def listed_before(line: Line, cue: Cue) -> list[Item]:
    """Read the listed ones before a passive: its subject, or the one that a participle or ", under sanctions" is said of."""
    if (latest := _latest(line, cue.left)) is not None:
        return items_before(line, latest)
    if cue.left != cue.at and line.finite(cue.left) and (went := items_before(line, cue.left)):
        return went  # "Kahl and Renn went on the list"
    if cue.left <= line.start + 1 or all(line.low(k) in OPENING for k in range(line.start, cue.left)):
        return _fronted(line, cue.left)
    k = cue.left - 1
    while k > line.start and k not in line.inside and (line.doc[k].pos_ == "ADV" or line.low(k) in PASSED):
        k -= 1
    if line.low(k) in ("it", "he", "she", "they") and k in line.inside and line.pos(k - 1) != "ADP":
        return read_items(line, k, k + 1)[0]  # "In Peru it is legal"
    whole = any(line.low(n) in PASSED for n in range(k + 1, cue.left))
    loose = not whole and (k in line.inside or line.doc[k].pos_ in ("NOUN", "PROPN", "PUNCT") or k in line.times)
    found = antecedent(line, k + 1) if loose and (line.low(k) not in ("—", "-", ":") or k - 1 in line.inside) else []
    return found or items_before(line, cue.left)


def _latest(line: Line, left: int) -> int | None:
    """Give the verb of "Kahl is the only one to be listed", "Renn was the third firm to be banned": its subject is listed."""
    if line.low(left - 1) != "be" or line.low(left - 2) != "to":
        return None
    back = range(left - 3, max(line.start, left - 9), -1)
    ordinal = next((k for k in back if line.low(k) in ORDINALS), line.start)
    return next((k for k in range(ordinal - 1, max(line.start, ordinal - 3), -1) if line.low(k) in BE), None)


def _fronted(line: Line, left: int) -> list[Item]:
    """Read "Banned in Egypt and Sudan, the party ...": the subject stands behind the last comma before the finite verb."""
    verb = next((k for k in range(left + 1, line.stop) if line.finite(k)), line.stop)
    for k in range(verb - 1, left, -1):
        if line.doc[k].text == ",":
            items, _ = read_items(line, k + 1, verb)
            return items[:1]
    return []


def _named_behind_colon(line: Line, at: int) -> list[Item]:
    """Read "added three persons to the list: Kahl, Renn and Vell": names beat what counts them."""
    colon = colon_behind(line, at)
    items = enumerated(line, colon + 1) if colon is not None else []
    return items if items and all(item.named for item in items) else []


def _behind_colon(line: Line, at: int) -> list[Item]:
    """Read "The following were added to the list: Kahl, Renn and Vell"."""
    before = {line.low(k) for k in range(line.start, at)}
    if not before & ANNOUNCING:
        return []
    colon = colon_behind(line, at + 1)
    return enumerated(line, colon + 1) if colon is not None else []


def _behind_dash(line: Line, at: int) -> list[Item]:
    """Read "Two others listed today - Kahl and Renn - are brothers"."""
    k = at + 1
    while k < line.stop and (k in line.times or line.doc[k].pos_ == "ADV"):
        k += 1
    if line.doc[at - 1].pos_ == "AUX" or line.doc[min(k, line.stop - 1)].text not in ("—", "–", "-"):
        return []
    items, _ = read_items(line, k + 1)
    return items if all(item.named for item in items) else []


def _along_with(line: Line, at: int) -> list[Item]:
    """Read those that a passive adds behind itself: "was listed along with Kahl and Renn"."""
    behind = range(at + 1, min(line.stop, at + 20))
    at = next((k for k in behind if line.low(k) in ("along", "together") and line.low(k + 1) == "with"), line.stop)
    return without_asides(line, read_items(line, at + 2)[0], at) if at < line.stop else []


def opening(line: Line, at: int) -> int | None:
    """Give the comma's follower in "Kahl, an OFAC-sanctioned trader": where an apposition with an article opens."""
    for k in range(at - 1, max(line.start, at - 10), -1):
        if line.finite(k) or line.doc[k].text in (";", ":", "."):
            return None
        if line.low(k) in ("a", "an", "the", "another") and line.doc[k - 1].text == ",":
            return k
    return None
