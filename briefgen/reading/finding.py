"""Find names in a sentence: from the tagger's runs, the model, knowledge, titles and the shape of the words.

The model's boundaries are mostly right, its kinds are not; so candidates come from it and from runs of proper nouns,
and their kinds from what is known, from a title before the name and from the last word of a body's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.knowledge.world import Known, gazetteer, is_person_noun, longest_from, words
from briefgen.names import JUNIOR, PARTICLES, fold
from briefgen.reading.foreign_names import foreign_names
from briefgen.reading.long_names import long_names
from briefgen.reading.marks import MentionKind, Sentence, Words
from briefgen.reading.office_names import names_behind_fields
from briefgen.reading.shaped_names import shaped_names

if TYPE_CHECKING:
    from spacy.tokens import Token

KINDS: dict[str, MentionKind] = {"PER": "person", "ORG": "organization", "LOC": "place"}
AMBIGUOUS = frozenset(
    """us is it pa ap car ice who fed rt au sc eta ji cis turkey guardian congress democrats sputnik west east gulf
earth male polish pole dane finn lao elysee quartet wagner fars fund sana ira unit""".split()
)
"""Known names that are words too when not written in capitals, as the name itself is."""
LANDMARKS = frozenset("port fort cape lake mount point camp saint st. puerto".split())
"""Common nouns that open the name of a place and never that of a state: what follows may be a state's, "Port Sudan"."""
WATERS = frozenset("gulf bay sea strait straits cape horn coast isthmus".split())
BEHIND_TITLE = frozenset({"(ret.)", "(retd.)", "-at-large"})
"""What stands between an office and a name, each of four tokens: "Ambassador-at-Large (ret.) Ada Renn"."""
STOPPERS = frozenset({",", ".", ";", ":", "(", ")", '"', "—", "–", "?", "!", "/"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name in the text: its tokens (indices in the sentence's Doc, both included), place, kind and what is known."""

    sentence: Sentence
    first: int
    last: int
    start: int
    end: int
    text: str
    kind: MentionKind
    known: Known | None = None
    titled: bool = False


def find_names(sentence: Sentence) -> list[Found]:
    """Give the names of a sentence in text order; none overlap."""
    taken: set[int] = set()
    found: list[Found] = []
    shaped = (
        make(sentence, first, last, "organization", _entry(sentence.words.said(first, last + 1)), titled=True)
        for first, last in (*shaped_names(sentence), *long_names(sentence), *foreign_names(sentence))
    )
    behind = (make(sentence, *ends, "person", titled=True) for ends in names_behind_fields(sentence))
    for candidate in (
        *behind,
        *shaped,
        *_known_names(sentence),
        *_model_names(sentence),
        *_runs(sentence),
        *_compounds(sentence),
    ):
        span = set(range(candidate.first, candidate.last + 1))
        if not span & taken:
            taken |= span
            found.append(candidate)
    return sorted(found, key=lambda f: f.start)


def make(
    sentence: Sentence, first: int, last: int, kind: MentionKind, known: Known | None = None, *, titled: bool = False
) -> Found:
    """Make a name of the tokens `first` to `last`."""
    doc = sentence.words
    start, end = sentence.span_of(doc[first], doc[last])
    return Found(
        sentence=sentence,
        first=first,
        last=last,
        start=start,
        end=end,
        kind=kind,
        known=known,
        titled=titled,
        text=doc.said(first, last + 1),
    )


def _known_names(sentence: Sentence) -> Iterator[Found]:
    """Give the longest known names. A name inside a longer run of names is left to the model ("Bank of Israel")."""
    doc, known = sentence.words, gazetteer()
    index, stop = sentence.span.start, sentence.span.end
    while index < stop:
        text = doc.forms[index]
        if text in ("The", "THE") or not (text[0].isupper() or text in ("al", "al-Qaeda", "al-Shabaab", "al-Qaida")):
            index += 1
            continue
        hit = None
        words_at_most = longest_from().get(fold(text).partition(" ")[0], 0)
        # a word may be two tokens more than it is words: "al", "-", "Qaeda"
        for last in range(min(index + words_at_most + 2, stop) - 1, index - 1, -1) if words_at_most else ():
            if doc.forms[last] in ("'s", "'S") or not (doc.forms[last][-1].isalnum() or doc.forms[last][:1].isalnum()):
                continue
            if any(doc.forms[i] in STOPPERS for i in range(index, last)):
                continue
            entry = known.get(fold(doc.said(index, last + 1)))
            if entry is not None and _usable(doc.said(index, last + 1), entry):
                hit = (last, entry)
                break
        if hit is None:
            index += 1
            continue
        last, entry = hit
        if index - 2 >= sentence.span.start and doc.low[index - 1] == "of" and doc.low[index - 2] in WATERS:
            yield make(sentence, index - 2, last, "place")  # "the Gulf of Guinea" is not Guinea
            index = last + 1
            continue
        if not _part_of_longer(sentence, index, last, entry):
            kind: MentionKind = "organization" if entry.what in ("body", "seat") else "place"
            yield make(sentence, index, last, kind, entry)
        index = last + 1


def _usable(text: str, entry: Known) -> bool:
    folded = fold(text)
    if folded in AMBIGUOUS:
        # "US" is a state and "us" is not; "West" and "Turkey" want a capital, which the caller has seen to
        return text.isupper() or len(folded) > 3
    return text[:1].isupper() or entry.what == "body"


def _part_of_longer(sentence: Sentence, first: int, last: int, entry: Known) -> bool:
    """Tell whether a known name is only part of a longer name: "Russian Foreign Ministry", "Jordan Smith"."""
    doc, nouns = sentence.words, words("bodies", "nouns")
    ent = doc[first].ent_type_
    if entry.what == "body":
        # "Security Council" in "National Security Council" is another body
        return (
            doc[first].ent_iob_ == "I"
            and ent == "ORG"
            and doc.tags[first - 1] in ("NNP", "NNPS")
            and gazetteer().get(fold(doc.forms[first - 1])) is None
        )
    if first > sentence.span.start and doc[first].ent_iob_ == "I" and doc.low[first - 1] in LANDMARKS:
        return True  # "Port Sudan", a city
    after = last + 1
    seen = 0
    while after < sentence.span.end and seen < 6:
        token = doc[after]
        if token.text.casefold() in nouns and token.text[:1].isupper():
            return True
        if not (token.tag_ in ("NNP", "NNPS") or (token.text[:1].isupper() and token.is_alpha)):
            break
        if token.text.casefold() in words("titles", "heads"):
            break
        after, seen = after + 1, seen + 1
    # a first name that is a country's too ("Jordan", "Chad"), or "Kenya Reed Growers": the model takes the run for one name
    behind = doc[last + 1] if last + 1 < sentence.span.end else None
    run = behind is not None and behind.ent_type_ == ent and behind.ent_iob_ == "I"
    body = ent == "ORG" and behind is not None and behind.tag_ == "NNP" and not _is_title(behind)
    return entry.what in ("state", "capital", "region") and run and (ent == "PER" or body)


def _model_names(sentence: Sentence) -> Iterator[Found]:
    doc = sentence.words
    for ent in sentence.span.doc.ents:
        if ent.start < sentence.span.start or ent.end > sentence.span.end or ent.label_ not in KINDS:
            continue
        first, last = _trim(doc, ent.start, ent.end - 1)
        if first > last:
            continue
        titled = False
        kind = KINDS[ent.label_]
        if kind == "place" and last - first > 1 and _is_title(doc[first]):
            thing = doc.low[last] in words("regions", "things")  # "Prince Edward Island"
            kind = "place" if thing else "person"
        while first < last and _is_title(doc[first]) and kind == "person":
            first, titled = first + 1, True
        if kind == "person" and last - first > 1 and first == sentence.span.start and is_person_noun(doc.forms[first]):
            first, titled = first + 1, True  # "Villager Ada Renn"
        last_word = doc.forms[last].casefold()
        if last_word in words("bodies", "nouns") and first < last:
            kind = "organization"
        elif last_word.rstrip(".") in JUNIOR:
            kind = "person"
        elif _title_before(sentence, first) and kind != "organization":
            kind, titled = "person", True
        last = _over_hyphens(doc, last, sentence.span.end)
        text = doc.said(first, last + 1)
        if _only_an_office(doc, first, last) or re.search(r"[\[\]{}<>|]", text):
            continue
        if not any(c.isalpha() for c in text) or (text[:1].islower() and not re.search("[A-Z]", text)):
            continue
        if (
            first == last
            and doc.tags[first] not in ("NNP", "NNPS")
            and (_opens_speech(doc, first, sentence.span.start) or doc[first].is_lower)
            and not (kind == "person" and _is_told_of(doc, first, sentence.span.end))
        ):
            continue  # "Desperate relatives ...": a capital only because the sentence starts here
        yield make(sentence, first, last, kind, _entry(text), titled=titled)


def _opens_speech(doc: Words, index: int, start: int) -> bool:
    """Tell a word that has its capital from where it stands: at the start of a sentence or of a quotation."""
    return index == start or doc.forms[index - 1] in ('"', ":")


def _is_told_of(doc: Words, index: int, end: int) -> bool:
    """Tell a word with a capital that goes on as a person's name does: "Surya, a spokesman", "Surya, who"."""
    told = index + 2 < end and doc.forms[index][:1].isupper() and doc.forms[index + 1] == ","
    return told and doc.low[index + 2] in ("a", "an", "who")


def _entry(text: str) -> Known | None:
    entry = gazetteer().get(fold(text))
    return entry if entry and _usable(text, entry) else None


def _trim(doc: Words, first: int, last: int) -> tuple[int, int]:
    while first <= last and (
        doc[first].is_space
        or doc[first].is_punct
        or doc.low[first] in ("the", "a", "an", "'s")
        or (first < last and re.search(r"[A-Za-z.]-[a-z]+ed$", doc.forms[first]))  # "the U.S.-sanctioned Volkan Company"
    ):
        first += 1
    while last >= first and (
        doc[last].is_space or doc.forms[last] in ("'s", "'", ",", ".", '"', ")", "(", "-", "–", ":")
    ):
        last -= 1
    return first, last


def _is_title(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return (
        word in words("titles", "heads")
        or token.lower_ in words("titles", "heads")
        or word in words("titles", "honorifics")
    )


def _only_an_office(doc: Words, first: int, last: int) -> bool:
    """Tell an office ("Deputy Foreign Minister") from a name; a known name is none."""
    of_titles = all(
        _is_title(t) or t.lower_ in words("titles", "inside") or _adjective(t) for t in doc[first : last + 1]
    )
    body = last - first > 1 and doc.low[last] in words("bodies", "nouns")
    if body and not any(_is_title(t) for t in doc[first : last + 1]):
        return False  # "State Election Commission"
    return of_titles and not _entry(doc.said(first, last + 1))


def _over_hyphens(doc: Words, last: int, end: int) -> int:
    """Take in what a hyphen joins to a name: "Lim Soo-ah", "Ada Kell-Renn"."""
    while last + 2 < end and doc.forms[last + 1] == "-" and not doc[last].whitespace_ and not doc[last + 1].whitespace_:
        part = doc[last + 2]
        described = part.pos_ in ("VERB", "ADJ") and (
            part.is_lower or _adjective(part)
        )  # "Reed-led", "Anne-Lise" is a name
        if not part.is_alpha or described:
            break
        last += 2
    return last


def _adjective(token: Token) -> bool:
    entry = gazetteer().get(fold(token.text))
    return entry is not None and entry.what == "adjective"


def _title_before(sentence: Sentence, first: int) -> bool:
    doc, before = sentence.words, first - 1
    while before - 3 > sentence.span.start and doc.said(before - 3, before + 1).casefold() in BEHIND_TITLE:
        before -= 4
    return before >= sentence.span.start and _is_title(doc[before])


def _runs(sentence: Sentence) -> Iterator[Found]:
    """Give runs of proper nouns that a title or a body's last word makes sure of; the model missed them."""
    doc, index = sentence.words, sentence.span.start
    while index < sentence.span.end:
        if doc.tags[index] not in ("NNP", "NNPS") or not doc.forms[index][:1].isupper():
            index += 1
            continue
        first = index
        while index < sentence.span.end and (
            doc.tags[index] in ("NNP", "NNPS") or joint(doc, index, sentence.span.end)
        ):
            index += 1
        last = index - 1
        office = _last_title(doc, first, last)
        titled = office is not None
        first = first if office is None else office + 1
        first, last = _trim(doc, first, last)
        if first > last or _only_an_office(doc, first, last):
            continue
        if doc.low[last] in words("bodies", "nouns") and first < last:
            yield make(sentence, first, last, "organization", _entry(doc.said(first, last + 1)))
        elif (
            (titled or _title_before(sentence, first))
            and doc.forms[first][:1].isupper()
            and not doc.forms[first].isupper()
        ):
            yield make(sentence, first, last, "person", titled=True)


def _compounds(sentence: Sentence) -> Iterator[Found]:
    """Give firms named by one word of two parts that the model missed: "Tarn-Eksport"; "Euro-Atlantic ties" names none."""
    doc = sentence.words
    for index in range(sentence.span.start, sentence.span.end - 2):
        if doc.forms[index + 1] != "-" or not is_compound(doc.said(index, index + 3)):
            continue
        parts = doc[index], doc[index + 2]
        around = [doc[i] for i in (index - 1, index + 3) if sentence.span.start <= i < sentence.span.end]
        describes = (
            len(around) > 1 and around[1].tag_[:2] in ("NN", "JJ") and around[1].lower_ not in words("titles", "times")
        )
        plain = not describes and not any(t.text[:1].isupper() or t.text == "-" for t in around)
        if plain and all(
            p.tag_ in ("NNP", "NN") and fold(p.text) not in gazetteer() and not _is_title(p) for p in parts
        ):
            yield make(sentence, index, index + 2, "organization")


def _last_title(doc: Words, first: int, last: int) -> int | None:
    """Give the last title that opens a run, with what may stand before one: "State Secretary" in "State Secretary Ada Renn"."""
    title, index = None, first
    while index <= last and (
        _is_title(doc[index]) or doc.low[index] in words("titles", "inside") or _adjective(doc[index])
    ):
        title = index if _is_title(doc[index]) else title
        index += 1
    return title


def joint(doc: Words, index: int, end: int) -> bool:
    """Tell a particle or hyphen inside a name: "Abu", "al", "-"."""
    return (
        doc.low[index] in PARTICLES
        and index + 1 < end
        and (doc.tags[index + 1] in ("NNP", "NNPS") or doc.forms[index + 1] == "-")
    )


def is_compound(text: str) -> bool:
    """Tell one word of two parts, as firms are named and no one is who is named only so: "Tarn-Eksport"."""
    parts = text.split("-")
    return " " not in text and len(parts) == 2 and all(len(p) > 3 and p[:1].isupper() for p in parts)
