"""Find the words that list, ban or sanction in a sentence, left to right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from briefgen.extract.designations import added, answers, ellipsis, fronted
from briefgen.extract.designations.alike import DEEDS, alike_cue
from briefgen.extract.designations.arrivals import PAPERS
from briefgen.extract.designations.compared import compared_cue, over_since, set_apart
from briefgen.extract.designations.cue import BE, Cue
from briefgen.extract.designations.deeds import deed_cue
from briefgen.extract.designations.gapping import LIKEWISE, gapped_cue
from briefgen.extract.designations.labels import label_cue
from briefgen.extract.designations.nouns import JOINED, joined_cue, noun_cue, standing_cue
from briefgen.extract.designations.outlawing import offence_cue, viewed_cue
from briefgen.extract.designations.rounds import ROUNDS, round_cue
from briefgen.extract.designations.scope import scope_cue
from briefgen.extract.designations.stances import STANCES, stance_cue
from briefgen.extract.designations.verbs import READERS as VERBS
from briefgen.extract.designations.verbs import verb_cue
from briefgen.extract.designations.whereabouts import whereabouts_cue
from briefgen.extract.designations.wording import POSSESSIVE
from briefgen.knowledge.world import words
from briefgen.reading.line import Line
from briefgen.reading.verbforms import verb_forms

Read = Callable[[Line, int], Cue | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """What reads a cue at a word, and the words at which it may: others are never shown to it.

    `forms`: lists of verbs, in any form; `lists`: lists of words; `plain`: words of its own; `pairs`: a list of words of
    two parts, by the second.
    """

    read: Read
    forms: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    plain: frozenset[str] = frozenset()
    pairs: str = ""

    def starts(self) -> frozenset[str]:
        """Give the lower-case words at which it may read a cue."""
        verbs = (verb_forms("designation", key) for key in self.forms)
        pairs = words("designation", self.pairs) if self.pairs else frozenset[str]()
        seconds = (pair.partition("-")[2] for pair in pairs)
        return self.plain.union(*verbs, words("designation", *self.lists), seconds)


DEED_NOUNS = ("designation_nouns", "measures", "freezes", "end_nouns")
READERS = (
    Reader(read=joined_cue, plain=JOINED),
    Reader(read=fronted.participle_first, forms=(*fronted.ON, *fronted.OFF)),
    Reader(read=fronted.deed_first, lists=("end_nouns", *fronted.DEEDS)),
    Reader(read=added.instrument_names, forms=("naming", "listing_verbs")),
    Reader(read=added.also_listed, forms=added.LISTED),
    Reader(read=added.left_out, plain=BE),
    Reader(read=added.on_it, plain=frozenset({"it"})),
    Reader(read=added.covered_too, forms=("covering", "naming")),
    Reader(read=added.spared, forms=("sparing",)),
    Reader(read=added.escaped, forms=("escaping",)),
    Reader(read=added.nor_has, plain=ellipsis.HAVE),
    Reader(read=scope_cue, forms=("covering", "reaching", "sparing")),
    Reader(read=alike_cue, lists=("designation_nouns",), plain=DEEDS),
    Reader(read=offence_cue, lists=("offences",)),
    Reader(read=viewed_cue, lists=("categories",), pairs="category_pairs"),
    Reader(read=verb_cue, forms=tuple(key for key, _ in VERBS)),
    Reader(read=noun_cue, lists=(*DEED_NOUNS, "additions", "additions_plural", "dissolutions")),
    Reader(read=round_cue, lists=("sanction_nouns", "packages"), plain=ROUNDS),
    Reader(
        read=standing_cue,
        lists=(
            *("list_nouns", "borne", "measures", "freezes", "additions", "additions_plural"),
            *("newcomers", "instruments", "designation_nouns"),
        ),
        plain=PAPERS | POSSESSIVE | {"specially", "among", "ours", "those", "that"},
    ),
    Reader(read=ellipsis.that_by, plain=ellipsis.POINTING),
    Reader(read=ellipsis.joined, forms=("side_with",)),
    Reader(
        read=ellipsis.told_again,
        forms=("refusing",),
        plain=frozenset(ellipsis.DO.keys() | ellipsis.FOLLOW.keys() | ellipsis.FALL.keys() | ellipsis.TAKE.keys())
        | ellipsis.HAVE
        | ellipsis.ACTING
        | ellipsis.ACTED
        | {"will", "would"},
    ),
    Reader(read=ellipsis.unable, plain=ellipsis.PERMITTING),
    Reader(read=ellipsis.step, plain=frozenset({"took", "taken", "made"})),
    Reader(read=ellipsis.inverted, plain=ellipsis.HAVE | BE),
    Reader(read=ellipsis.not_by, plain=frozenset({"not"})),
    Reader(
        read=ellipsis.took_over,
        lists=("designation_nouns", "list_nouns", "measures", "instruments"),
        plain=frozenset({"them", "it", "this", "decision"}),
    ),
    Reader(read=ellipsis.open_matter, plain=ellipsis.MATTERS),
    Reader(read=ellipsis.company, plain=frozenset({"followed", "joined", "joining", "following"})),
    Reader(read=stance_cue, forms=tuple(key for key, _ in STANCES), lists=("undecided",)),
    Reader(
        read=deed_cue,
        lists=("designation_nouns", "sanction_nouns", "matters", "verdicts", "instruments"),
        plain=POSSESSIVE,
    ),
    Reader(
        read=whereabouts_cue,
        lists=("untouched", "free"),
        plain=frozenset({"under", "not", "in", "entry", "entries", "listing", "place"}),
    ),
    Reader(
        read=answers.answer_cue,
        plain=answers.YES | answers.NO | answers.CAME | answers.EXCEPTIONS | {"in", "only"},
    ),
    Reader(read=gapped_cue, plain=LIKEWISE | {"nor", "let", "and", "but", ",", ";"}),
)
"""All that read cues, in the order in which they are tried."""
WITHIN_NAMES = (joined_cue,)
"""What starts inside a name: "the U.S.-sanctioned Kahl Company"."""


@cache
def _index() -> Mapping[str, tuple[Read, ...]]:
    """Give what may read a cue at each word: most words have nothing."""
    found = defaultdict[str, list[Read]](list)
    for reader in READERS:
        for low in reader.starts():
            found[low].append(reader.read)
    return {low: tuple(readers) for low, readers in found.items()}


def _readers_at(low: str) -> tuple[Read, ...]:
    found = _index().get(low, ())
    if "-" not in low:
        return found
    joined = (joined_cue,) if low.rpartition("-")[2] in JOINED else ()  # "Oslo-listed"
    return (*joined, *(found or _index().get(low.replace("-", ""), ())))


def cues_in(line: Line) -> Iterator[Cue]:
    """Give the cues of a sentence, left to right."""
    asked = line.doc[line.stop - 1].text == "?" or (line.stop - line.start > 1 and line.doc[line.stop - 2].text == "?")
    labelled = label_cue(line)
    for i in range(line.start, line.stop):
        cue = labelled if labelled is not None and labelled.at == i else _cue_at(line, i)
        if cue is not None:
            cue = over_since(line, set_apart(line, cue))
            yield replace(cue, idle=True) if asked else cue
            if not asked and (beside := compared_cue(line, cue)) is not None:
                yield beside


def _cue_at(line: Line, i: int) -> Cue | None:
    readers = _readers_at(line.low(i))
    if readers and i in line.inside and line.inside[i].form == "name":
        readers = WITHIN_NAMES if joined_cue in readers else ()
    for read in readers:
        cue = read(line, i)
        if cue is not None:
            return cue
    return None
