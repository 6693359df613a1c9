"""Type names by the words around them, and take up names that the model missed.

"Bill Urban, a Pentagon spokesman" is a person whatever the model says, "the news channel X" a body, "a Foreign Terrorist
Organization" a category and no body. A name that is found once is found wherever the document has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.knowledge.world import gazetteer, is_given_name, words
from briefgen.names import fold, initials_of
from briefgen.reading.body_roles import apposed_sort, in_dateline, stated_body_roles
from briefgen.reading.finding import Found, joint, make
from briefgen.reading.marks import MentionKind, Sentence, Words
from briefgen.reading.no_names import nobodies
from briefgen.reading.role_lists import is_sort
from briefgen.reading.role_words import FINITE, is_head, is_rank, is_time
from briefgen.reading.roles import ALSO_CALLED, stated_roles

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_NAME = 5
ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,9}")


def type_names(sentences: Sequence[Sentence], found: Sequence[Sequence[Found]]) -> list[list[Found]]:
    """Give the names of each sentence, retyped by context, without categories, with those the model missed."""
    typed = [_typed(sentence, names) for sentence, names in zip(sentences, found, strict=True)]
    no_bodies = {form for sentence, names in zip(sentences, typed, strict=True) for form in _no_bodies(sentence, names)}
    plain = _plain_words(sentences, typed)
    kept = [[n for n in names if not _is_category(n, no_bodies) and n.text not in plain] for names in typed]
    nobody = nobodies(kept)
    kept = [[n for n in names if (n.start, n.end) not in nobody] for names in kept]
    return _propagate(sentences, kept)


def _plain_words(sentences: Sequence[Sentence], named: Sequence[Sequence[Found]]) -> set[str]:
    """Give the one-word names that open sentences only and stand in lower case elsewhere: "Cotton is dear", "the cotton"."""
    opening = {n.text for names in named for n in names if _opens(n)}
    inside = {n.text for names in named for n in names if not _opens(n)}
    low = {token.text for sentence in sentences for token in sentence if token.is_lower}
    return {text for text in opening - inside if text.casefold() in low}


def _opens(name: Found) -> bool:
    return name.first == name.last == name.sentence.span.start and name.known is None and not name.titled


def _typed(sentence: Sentence, names: Sequence[Found]) -> list[Found]:
    """Retype a sentence's names by context, and add runs of capitals that a stated role makes sure of."""
    by_token = {i: n for n in names for i in range(n.first, n.last + 1)}
    typed = []
    for name in names:
        kind = name.kind if name.known is not None or name.titled else _kind(name, by_token)
        typed.append(name if kind == name.kind else replace(name, kind=kind, titled=True))
    taken = set(by_token)
    by_token = {i: n for n in typed for i in range(n.first, n.last + 1)}
    for first, last in _free_runs(sentence, taken):
        if sentence.words.low[first] in words("regions", "openers"):
            continue
        candidate = make(sentence, first, last, "person")
        if first < last and _told(candidate, by_token):
            typed.append(candidate)
        elif _stands_as_body(make(sentence, first, last, "organization"), by_token):
            typed.append(make(sentence, first, last, "organization"))
    return sorted(typed, key=lambda n: n.start)


def _free_runs(sentence: Sentence, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Give the runs of proper nouns, particles and hyphens between them included, that no name covers or touches."""
    doc, index, end = sentence.words, sentence.span.start, sentence.span.end
    while index < end:
        first = index
        while (
            index < end
            and index not in taken
            and (_is_proper(doc[index]) or (index > first and joint(doc, index, end)))
        ):
            index += 1
        apart = first - 1 not in taken and index not in taken
        if apart and first < index <= first + LONGEST_NAME and not any(_is_common(doc[i]) for i in range(first, index)):
            yield first, index - 1
        index = max(index, first + 1)


def _is_proper(token: Token) -> bool:
    return token.tag_ == "NNP" and token.text[:1].isupper()


def _is_common(token: Token) -> bool:
    """Tell a word that makes no name by itself: an office, a day, "Islamist", "Group"."""
    return (
        is_head(token)
        or is_rank(token.text)
        or is_time(token)
        or token.lower_ in words("regions", "adjectives")
        or token.lower_ in words("bodies", "nouns")
    )


def _kind(name: Found, by_token: Mapping[int, Found]) -> MentionKind:
    """Give a name's kind by what the words next to it say it is; the model's where they say nothing."""
    doc = name.sentence.words
    named = doc.low[name.last] in words("bodies", "nouns") and name.first < name.last
    opened = doc.low[name.first] in words("bodies", "nouns") and doc.low[min(name.first + 1, name.last)] in (
        "for",
        "of",
    )
    if named or opened or in_dateline(name):
        return "organization"
    if doc.low[name.last] in words("regions", "things") or doc.low[name.first] in words("regions", "openers"):
        return "place"
    if (
        _is_site(name)
        or _is_located(name, by_token)
        or (doc.low[name.first] in words("regions", "feasts") and doc.low[name.last] in WEEKDAYS)
    ):
        return "place"
    before = doc[name.first - 1] if name.first > name.sentence.span.start else None
    if before is not None and is_sort(before) and before.tag_ == "NN":
        return "organization"
    if name.kind == "person":
        if _is_workplace(name, by_token) or (
            doc.low[name.last] in words("bodies", "firm_endings") and name.first < name.last
        ):
            return "organization"
        if name.first < name.last and _opens_with_given_name(name):
            return "person"  # "Ada Renn, a producer"
        sort = apposed_sort(name, by_token)
        lone = name.first == name.last
        return "organization" if sort is not None and (lone or not _told(name, by_token)) else "person"
    if name.first < name.last and _told(replace(name, kind="person"), by_token):
        return "person"
    if name.kind == "place" and _stands_as_body(replace(name, kind="organization"), by_token):
        return "organization"
    return name.kind


WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
"""The last words of feasts, "Palm Sunday"; "Anders Friday" may be a person."""


def _is_site(name: Found) -> bool:
    """Tell a place by the piece of land or building that it narrows: "the Halgan barracks"."""
    doc, after = name.sentence.words, name.last + 1
    built = doc.low[name.last] in words("bodies", "nouns")
    return not built and after < name.sentence.span.end and doc.forms[after] in words("regions", "sites")


def _is_located(name: Found, by_token: Mapping[int, Found]) -> bool:
    """Tell a place of one word by what stands before it: "towards Vestby", "residents of Vestby", "in Geneva and Vestby"."""
    doc, before, start = name.sentence.words, name.first - 1, name.sentence.span.start
    owns = name.last + 1 < name.sentence.span.end and doc.forms[name.last + 1] in ("'s", "'")
    if name.first != name.last or before <= start or owns or name.text.isupper() or len(name.text) < 4:
        return False
    if doc.low[before] == "of":
        return doc.low[before - 1] in PEOPLED
    other = by_token.get(before - 1) if doc.low[before] in ("and", ",", "or") else None
    if other is not None and other.kind == "place" and other.first > start:
        return doc.low[other.first - 1] in LOCATING or _is_located(other, by_token)
    return doc.low[before] in LOCATING


LOCATING = frozenset({"near", "outside", "inside", "toward", "towards"})
"""What stands before places only; one may trust "in" a person too."""
PEOPLED = frozenset(
    """residents inhabitants villagers townspeople outskirts north south east west gates streets suburbs town village city
    port mayor governor district province""".split()
)
"""What only a place has, before "of"."""


def _is_workplace(name: Found, by_token: Mapping[int, Found]) -> bool:
    """Tell a body by who works there: "an analyst at Harbour Risk", "Harbour Risk analyst Ada Renn"."""
    doc, start, end = name.sentence.words, name.sentence.span.start, name.sentence.span.end
    if name.first - 1 > start and doc.low[name.first - 1] == "at":
        before = range(max(start, name.first - 5), name.first - 1)
        return any(is_head(doc[i]) for i in before) and not any(doc.tags[i] in FINITE for i in before)
    behind = by_token.get(name.last + 2) if name.last + 2 < end else None
    office = behind is not None and is_head(doc[name.last + 1]) and doc[name.last + 1].is_lower
    return office and behind is not None and behind.kind == "person" and name.first < name.last


def _told(name: Found, by_token: Mapping[int, Found]) -> bool:
    """Tell whether an office, or a list of persons, makes a run of capitals a person."""
    doc = name.sentence.words
    if any(
        not re.fullmatch(r"[^\W\d_]+[.]?|-|'", doc.forms[i]) or doc.forms[i].isupper()
        for i in range(name.first, name.last + 1)
    ):
        return False
    around = {i: n for i, n in by_token.items() if i < name.first or i > name.last}
    roles = stated_roles(name, around)
    if any(not is_rank(role.role) or role.role in words("titles", "ranks") for role in roles):
        return True
    if _opens_with_given_name(name) and doc.forms[name.first - 1] in ("'s", "'") and roles:
        return True  # "Norland's Ada Renn"
    before, other = doc[name.first - 1] if name.first else None, around.get(name.first - 2)
    if (
        before is not None
        and before.lower_ == "and"
        and other is not None
        and other.kind == "person"
        and other.first < other.last
    ):
        return _is_plain_end(name)
    other = around.get(name.last + 2)
    joined = name.last + 2 < name.sentence.span.end and doc.low[name.last + 1] == "and"
    return joined and other is not None and other.kind == "person" and other.first < other.last


def _opens_with_given_name(name: Found) -> bool:
    first = fold(name.sentence.words.forms[name.first])
    return first not in gazetteer() and is_given_name(first)


def _is_plain_end(name: Found) -> bool:
    doc, after = name.sentence.words, name.last + 1
    return (
        after >= name.sentence.span.end or doc.forms[after] in (",", ".", ";", ")") or doc.pos[after] in ("VERB", "AUX")
    )


def _stands_as_body(name: Found, by_token: Mapping[int, Found]) -> bool:
    """Tell whether the words around say that a name is a body: "X, a ferry operator", "a unit that some call X"."""
    around = {i: n for i, n in by_token.items() if i < name.first or i > name.last}
    if in_dateline(name) or any(not role.inferred for role in stated_body_roles(name, around)):
        return True
    doc, start = name.sentence.words, name.sentence.span.start
    before = doc.said(max(start, name.first - 4), name.first)
    return bool(ALSO_CALLED.search(before)) and any(n.kind == "organization" for n in around.values())


def _no_bodies(sentence: Sentence, names: Sequence[Found]) -> Iterator[str]:
    """Give the forms that this sentence shows to be no names of bodies: "a Foreign Terrorist Organization (FTO)"."""
    doc = sentence.words
    for name in names:
        before = doc[name.first - 1] if name.first > sentence.span.start else None
        after = doc[name.last + 1] if name.last + 1 < sentence.span.end else None
        ends = after is None or after.tag_ not in ("NN", "NNS", "NNP", "POS", "HYPH")
        body = name.kind == "organization" and name.known is None and doc.low[name.last] in words("bodies", "nouns")
        if body and before is not None and before.lower_ in ("a", "an") and ends and name.first < name.last:
            yield fold(name.text)
            yield from (
                fold(short.text) for short in names if short.first == name.last + 2 and doc.forms[name.last + 1] == "("
            )
    for index in range(sentence.span.start + 2, sentence.span.end - 1):
        bracketed = doc.forms[index - 1] == "(" and doc.forms[index + 1] == ")" and ACRONYM.fullmatch(doc.forms[index])
        if bracketed and _names_a_thing(doc, index, sentence.span.start):
            yield fold(doc.forms[index])


def _names_a_thing(doc: Words, index: int, start: int) -> bool:
    """Tell an acronym in brackets behind a law, a treaty or a code: "the Immigration and Nationality Act (INA)"."""
    things, last = words("regions", "things"), index - 2
    if doc.low[last] in things and doc.forms[last][:1].isupper():
        return True
    if doc.low[last] in words("bodies", "nouns"):
        return False
    return any(
        doc.low[i] in things
        and doc.forms[i][:1].isupper()
        and (
            doc.forms[i][0] == doc.forms[index][0]
            or (doc.forms[i][0] in doc.forms[index] and doc.low[i + 1] in ("of", "for", "on"))
        )
        for i in range(max(start, last - 9), last)
    )


def _is_category(name: Found, no_bodies: set[str]) -> bool:
    if name.known is not None or name.kind == "person":
        return False
    form = fold(name.text)
    if set(form.split()) <= CATEGORY:
        return True
    return form in no_bodies or form.removesuffix("s") in no_bodies or any(f.endswith(f" {form}") for f in no_bodies)


CATEGORY = frozenset(
    """foreign global special specially designated blocked listed sanctioned proscribed terrorist criminal transnational
organization organisation organizations organisations entity entities group groups person persons""".split()
)
"""The words of the categories that lists are made of; a name of nothing else is none: "Foreign Terrorist Organization"."""


def _propagate(sentences: Sequence[Sentence], found: Sequence[list[Found]]) -> list[list[Found]]:
    """Find the document's names, and the surnames of its persons, wherever they stand and were missed."""
    forms: dict[str, dict[tuple[str, ...], Found]] = {}
    for name in (n for names in found for n in names if n.kind != "place" and n.known is None):
        doc = name.sentence.words
        tokens = tuple(doc.forms[i] for i in range(name.first, name.last + 1))
        variants = [tokens, tokens[-1:]] if name.kind == "person" and len(tokens) > 1 else [tokens]
        if name.kind == "organization" and len(name.text.split()) > 2:
            variants += [(short,) for short in initials_of(name.text) if ACRONYM.fullmatch(short)]
        for variant in variants:
            if variant[0][:1].isupper() and len("".join(variant)) > 2:
                forms.setdefault(variant[0], {}).setdefault(variant, name)
    more = []
    for sentence, every in zip(sentences, found, strict=True):
        names = [n for n in every if not _is_piece(n, forms)]
        taken = {i for n in names for i in range(n.first, n.last + 1)}
        more.append(sorted([*names, *_repeated(sentence, taken, forms)], key=lambda n: n.start))
    return more


def _is_piece(name: Found, forms: Mapping[str, Mapping[tuple[str, ...], Found]]) -> bool:
    """Tell a body's name that is only the end of a longer one the document has: "Aden Group" of "Gulf of Aden Group"."""
    doc, start = name.sentence.words, name.sentence.span.start
    if name.kind != "organization" or name.first == name.last:
        return False
    for first in range(max(start, name.first - 4), name.first):
        whole = tuple(doc.forms[i] for i in range(first, name.last + 1))
        longer = forms.get(whole[0], {}).get(whole)
        if longer is not None and longer.kind == "organization":
            return True
    return False


def _repeated(
    sentence: Sentence, taken: set[int], forms: Mapping[str, Mapping[tuple[str, ...], Found]]
) -> Iterator[Found]:
    doc, index, end = sentence.words, sentence.span.start, sentence.span.end
    while index < end:
        best = None
        for variant, name in forms.get(doc.forms[index], {}).items():
            last = index + len(variant) - 1
            if last >= end or taken & set(range(index, last + 1)) or (best is not None and best[0] >= last):
                continue
            alone = len(variant) > 1 or (
                (doc.tags[index] in ("NNP", "NNPS") or _is_initials(doc[index], name))
                and _stands_alone(doc, index, sentence, taken)
            )
            if alone and tuple(doc.forms[i] for i in range(index, last + 1)) == variant:
                best = last, name.kind
        if best is not None:
            yield make(sentence, index, best[0], best[1])
            index = best[0]
        index += 1


def _is_initials(token: Token, name: Found) -> bool:
    """Tell a body's initials, which are often tagged as a common noun; a ship's name in capitals is none."""
    short = token.is_upper and name.kind == "organization"
    return short and (len(token) < 5 or (len(name.text.split()) > 2 and token.text in initials_of(name.text)))


def _stands_alone(doc: Words, index: int, sentence: Sentence, taken: set[int]) -> bool:
    """Tell that a word is no piece of a longer run of capitals: "Renn said", but not "Renn Street"."""
    if gazetteer().get(fold(doc.forms[index])) is not None:
        return False
    for near in (index - 1, index + 1):
        inside = sentence.span.start <= near < sentence.span.end
        if (
            inside
            and near not in taken
            and doc.tags[near] in ("NNP", "NNPS")
            and not is_head(doc[near])
            and not is_rank(doc.forms[near])
            and not (near > index and doc.low[near] in words("titles", "inside"))
        ):
            return False
    return True
