"""Read a list of parties word by word: "the minister, Ada Renn, two envoys of Norway and Toma Vell, who ...".

Lists are where a parser fails first, and they are where parties stand. So they are read from left to right: names,
titles before them, appositions behind them, brackets and relative clauses to skip, and the words at which a list ends.
"""

from __future__ import annotations

from dataclasses import replace

from briefgen.knowledge.world import words
from briefgen.reading.items import ARTICLES, Intro, Item, settle
from briefgen.reading.line import RELATIVE, Line
from briefgen.reading.marks import Mention

ALIAS = frozenset({"also", "known", "aka", "a.k.a", "a.k.a.", "alias", "formerly", "previously", "born", "aged", "nom"})
LEADING = frozenset(
    """in on at after before during for from with by under since following amid despite according today until within of to
throughout upon against near about around between among pending""".split()
)
BETWEEN = frozenset({"both", "either", "neither", "also", "even", "then", "separately", '"', "'"})
"""Words that stand between the parties of a list and are none."""
LASTING = frozenset({"dates", "remains", "stands", "lapses", "expires"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
OPENING_MARKS = frozenset({'"', "“", "«", "„"})
CLOSING_MARKS = frozenset({'"', "”", "»", "“"})
DASHES = frozenset({"–", "—", "--"})
JOINTS = frozenset({",", ";", ":", "and", "or", "nor", "&", "plus", "including", "namely"}) | DASHES


def read_items(line: Line, first: int, stop: int | None = None, *, leading: bool = False) -> tuple[list[Item], int]:
    """Read the parties from a token on; give them and the place where the list ended.

    `leading`: the list stands before its verb, so phrases such as "On Monday," may come first and are passed over.
    """
    stop = line.stop if stop is None else stop
    items: list[Item] = []
    i, intro = first, "start"
    while i < stop:
        intro, i = _introduce(line, i, stop, intro)
        if i >= stop:
            break
        low = line.low(i)
        if items and _led(line, items[-1], i):
            intro, i = "including", i + 2  # "a delegation headed by the director, Ada Renn"
            continue
        if (
            low in RELATIVE
            or low in ALIAS
            or (intro == "comma" and line.doc.tags[i] in ("VBG", "VBN") and i not in line.inside)
        ):
            i, intro = _skip(line, i, stop), "comma"
            continue
        loose = i not in line.inside and not line.title(i)
        if leading and loose and (i in line.times or low in LEADING or line.doc.pos[i] == "ADV" or line.ender(i)):
            i, intro = _past_lead(line, i, stop), "start"
            continue
        if (
            line.ender(i)
            or line.finite(i)
            or i in line.times
            or (line.doc.pos[i] in ("ADP", "VERB", "AUX", "PART", "SCONJ") and loose)
            or (line.doc.pos[i] == "ADV" and loose and line.low(i + 1) == ",")
        ):
            break
        item, i = _phrase(line, i, stop, intro)
        if item is None:
            break
        items.append(item)
        if (
            item.named
            and i < stop
            and line.doc.pos[i] in ("ADP", "PART")
            and line.low(i) != "of"
            and not line.together(i)
        ):
            comma = _goes_on(line, i, stop) if len(items) > 1 or intro == "colon" else -1
            if comma < 0:
                break
            i = comma
        if i < stop and (line.finite(i) or line.ender(i)):
            break
        if (
            i < stop
            and line.low(i) not in JOINTS
            and not line.dash(i)
            and not line.low(i).endswith(":")
            and not line.together(i)
            and line.bracket(i) == i
        ):
            ahead = i
            i = _tail(line, i, stop, office=line.low(item.head) in words("titles", "heads") and not item.named)
            i = next((k for k in range(ahead, i) if _led(line, item, k)), i)
            if not item.named or (item.mention is None and line.low(item.last + 1) == "of"):
                items[-1] = _with_tail(line, item, i)
        intro = "comma"
    return settle(items), i


def _introduce(line: Line, i: int, stop: int, intro: str) -> tuple[Intro, int]:
    found = intro
    while i < stop:
        low = line.low(i)
        behind = line.bracket(i)
        if behind > i:
            i = behind
        elif low in (",", ";") or line.dash(i):
            found, i = "comma" if found == "comma" else found, i + 1
        elif low in ("and", "or", "nor", "&", "plus"):
            found, i = "and", i + 1
        elif low == "for" and found == "and" and line.low(i + 1) == "the" and line.low(i + 2) == "first":
            i += 4  # "the club and, for the first time, its owner"
        elif low.endswith(":") or low == "namely":
            found, i = "colon", i + 1
        elif low == "including":
            found, i = "including", i + 1
        elif low == "among" and line.low(i + 1) in ("them", "these", "those"):
            found, i = "including", i + 2
        elif line.together(i) and low != "in":
            found, i = ("including" if low == "such" else "and"), i + line.together(i)
        elif (
            low in ("(", ")")
            or (low == "with" and found in ("and", "including"))
            or (i in line.times and found == "including")
        ) or (low in BETWEEN and i not in line.inside):
            i += 1
        else:
            break
    return found, i  # type: ignore[return-value]


DELEGATIONS = frozenset({"delegation", "deputation", "mission", "team"})


def _led(line: Line, item: Item, i: int) -> bool:
    """Tell whether the words behind a delegation name who led it: they belong to the list as it does."""
    return line.low(i) in ("led", "headed") and line.low(i + 1) == "by" and line.low(item.head) in DELEGATIONS


def _skip(line: Line, i: int, stop: int) -> int:
    while i < stop and not (line.doc.forms[i] in (",", ";") or line.dash(i)):
        i += 1
    return i


def _past_lead(line: Line, i: int, stop: int) -> int:
    """Pass over what leads a sentence: a date ("A day earlier"), a phrase ("In Tallinn,"), an adverb."""
    k = i
    if k not in line.times and line.doc.pos[k] == "ADP":
        k += 1
        while k < stop and line.low(k) in ARTICLES:
            k += 1
        found = line.mention_at(k)
        if found is not None and found[1].kind == "place" and line.low(found[0] + 1) not in ("'s", "’s", "'", "and"):
            return found[0] + 1
    elif line.doc.pos[k] == "ADV" and k not in line.times:
        return k + 1
    if k in line.times:
        while k < stop and (
            k in line.times or line.low(k) in ("earlier", "later", "morning", "evening", "afternoon", "night")
        ):
            k += 1
        return k
    behind = _skip(line, i, stop)
    return behind if behind < stop else _past_phrase(line, i, stop)


def _past_phrase(line: Line, i: int, stop: int) -> int:
    """Give the start of the party behind a phrase without a comma: "Under Peruvian law the Front", else the end."""
    ahead = range(i + 1, min(stop - 1, i + 6))
    return next((k + 1 for k in ahead if line.pos(k) == "NOUN" and line.low(k + 1) in ARTICLES), stop)


def _tail(line: Line, i: int, stop: int, *, office: bool = False) -> int:
    """Pass over what belongs to a noun phrase behind its head: "of the council", "based in Amman", "who ...".

    Behind an `office`, "and" goes on with it unless a person follows: "the Director of the Ports and Free Zones Authority".
    """
    relative = False
    while i < stop:
        low = line.low(i)
        relative = relative or low in RELATIVE
        deed = (
            low == "for"
            and i + 1 < stop
            and (line.doc.tags[i + 1] == "VBG" or line.low(i + 1) in ("their", "its", "his", "her"))
        )
        if (
            line.doc.forms[i] in (",", ";")
            or low.endswith(":")
            or line.dash(i)
            or ((line.ender(i) or deed) and not relative)
        ):
            return i
        if low == "including" or (low in ("and", "or") and not relative and _ends_list(line, i + 1, office=office)):
            return i
        i = max(i + 1, line.bracket(i))
    return i


def _ends_list(line: Line, k: int, *, office: bool) -> bool:
    """Tell what behind "and" is no part of a description: another party, another deed, "and, separately, by"."""
    apart = line.low(k) in (",", "by", "with", "separately", "later", "then", "afterwards")
    return apart or (k < line.stop and line.finite(k)) or _starts_party(line, k, office=office)


def _leaves(line: Line, k: int) -> bool:
    """Tell a word that says no more of a description: a relative clause, a date, "to discuss", "about", "at"."""
    bidden = line.low(k) == "to" and k + 1 < line.stop and line.doc.tags[k + 1] == "VB"
    return (
        bidden
        or line.low(k) in RELATIVE
        or line.low(k) in ("about", "regarding", "at", "separately", "individually")
        or k in line.times
    )


def _goes_on(line: Line, i: int, stop: int) -> int:
    """Give the comma at which a list goes on behind "the Council in the Hills, Kahl Group and ...", else -1."""
    for k in range(i, min(stop, i + 7)):
        if line.doc.forms[k] == ",":
            found = line.mention_at(k + 1) or line.mention_at(k + 2)
            named = found is not None and found[1].form == "name" and found[1].kind != "place"
            return k if named and found is not None and not (found[0] + 1 < stop and line.finite(found[0] + 1)) else -1
        if line.finite(k) or k in line.times or line.ender(k):
            return -1
    return -1


def _holder_named(line: Line, item: Item, end: int) -> Item | None:
    """Give the person in whose title a description ends: "Minister of Foreign Affairs Ada Renn"."""
    if line.low(item.head) not in words("titles", "heads") or not line.doc.forms[item.head][:1].isupper():
        return None
    for k in range(item.last + 3, end):
        found = line.mention_at(k)
        if found is not None and found[1].kind == "person" and found[1].form == "name":
            field = line.doc.forms[k - 1][:1].isupper() and line.doc.pos[k - 1] in ("NOUN", "PROPN", "ADJ")
            last, mention = found
            if not field or last >= end:
                return None
            return replace(item, last=last, head=last, text=line.words(item.first, last), mention=mention, named=True)
    return None


def _with_tail(line: Line, item: Item, end: int) -> Item:
    """Give a description with what stands behind its head: "five members of the militia"; no relative clause."""
    person = _holder_named(line, item, end)
    if person is not None:
        return person
    last = next((k - 1 for k in range(item.last + 1, end) if _leaves(line, k)), end - 1)
    while last > item.last and (line.doc.pos[last] in ("ADP", "PUNCT") or line.doc[last].is_space):
        last -= 1
    return item if last - item.first > 14 else replace(item, last=last, text=line.words(item.first, last))


def _starts_party(line: Line, i: int, *, office: bool) -> bool:
    if i >= line.stop:
        return False
    found = line.mention_at(i)
    if found is not None:
        return found[1].kind == "person" if office else found[1].kind != "place"
    if line.doc[i].like_num or line.low(i) in ARTICLES or line.low(i) in ("several", "other", "members"):
        return True
    return _titled_name(line, i)


def _titled_name(line: Line, i: int) -> bool:
    """Tell a person named behind an office without an article: "and President Ada Renn"."""
    k = i
    while k < line.stop and k not in line.inside and line.doc.forms[k][:1].isupper():
        k += 1
    found = line.mention_at(k)
    office = any(line.low(n) in words("titles", "heads") for n in range(i, k))
    return office and found is not None and found[1].kind == "person" and found[1].form == "name"


def _phrase(line: Line, i: int, stop: int, intro: Intro) -> tuple[Item | None, int]:
    """Read one noun phrase up to its head; the mention it ends in is what it names."""
    first, last, mention, named = i, -1, None, False
    while i < stop:
        found = line.mention_at(i)
        if found is not None and not (found[1].form == "pronoun" and last >= 0):
            last, mention = found
            named, i = mention.form == "name", last + 1
            continue
        token = line.doc[i]
        if (behind := line.bracket(i)) > i:
            i = behind
            continue
        if (closing := _quoted_name(line, i, stop)) > i:
            first, last, named = i + 1, closing - 1, True
            whole = line.mention_at(first)
            mention = whole[1] if whole is not None and whole[0] == last else None
            i = closing + 1
            while i < stop and line.pos(i) == "NOUN" and i not in line.inside:
                i += 1  # "the “Reef Wire” website"
            break
        owner = token.text in ("'s", "’s", "'", "’") and last >= 0 and token.tag_ == "POS"
        if not owner and (_breaks(line, i, last) or (last >= 0 and _goes_past(line, i, last, mention))):
            break
        last, mention = i, None
        named = not owner and _named_word(line, i)
        i += 1
    if last < first:
        return None, i
    return Item(
        first=first, last=last, head=last, text=line.words(first, last), mention=mention, named=named, intro=intro
    ), i


def _quoted_name(line: Line, i: int, stop: int) -> int:
    """Give the mark that closes a name in quotation marks, "the association “Reef Youth”"; `i` itself where none opens."""
    if line.doc.forms[i] not in OPENING_MARKS or i + 1 >= stop or not line.doc.forms[i + 1][:1].isupper():
        return i
    for k in range(i + 1, min(stop, i + 9)):
        if line.doc.forms[k] in CLOSING_MARKS and k > i + 1:
            return k
        if line.doc.forms[k][:1].islower() and line.pos(k) not in ("ADP", "DET", "CCONJ", "X"):
            return i
    return i


def _named_word(line: Line, i: int) -> bool:
    token = line.doc[i]
    upper = token.text[:1].isupper() and (token.tag_ in ("NNP", "NNPS") or i > line.start)
    return upper and line.low(i) not in words("titles", "heads")


def _breaks(line: Line, i: int, last: int) -> bool:
    """Tell a word that is no part of a noun phrase: a joint, a verb, a preposition, a stop."""
    token, low = line.doc[i], line.low(i)
    if low in JOINTS or line.dash(i) or low.endswith(":") or line.together(i) or line.ender(i) or line.finite(i):
        return True
    if (low in RELATIVE and last >= 0) or token.text in ('"', ".", "?", "!"):
        return True
    return token.pos_ in ("ADP", "PART", "SCONJ", "CCONJ", "AUX") and not line.title(i)


def _goes_past(line: Line, i: int, last: int, mention: Mention | None) -> bool:
    """Tell a word that stands behind the head of a noun phrase: a participle, an adverb, a date, a new determiner."""
    token, head = line.doc[i], line.doc.pos[last]
    if token.tag_ in ("VBG", "VBN", "VB", "VBD") and head in ("NOUN", "PROPN", "PRON"):
        return True
    if mention is not None and line.low(i) in LASTING:
        return True  # "the ban on Kahl dates from 2012", whatever the tagger says
    before_verb = line.pos(i + 1) in ("VERB", "AUX")
    leading = head in ("DET", "NUM") or line.low(i + 1) == "-"  # "the far-right club", "a once powerful gang"
    if (token.pos_ == "ADV" and not leading) or (mention is not None and token.tag_ in ("JJ", "RB") and before_verb):
        return True
    if i in line.times or (mention is not None and token.pos_ in ("DET", "PRON", "NUM")) or line.low(i) in REFLEXIVE:
        return True
    article = line.low(i) in ("a", "an") and head in ("ADJ", "VERB") and line.low(last) != "such"
    return article or (token.pos_ == "DET" and head in ("NOUN", "PROPN"))
