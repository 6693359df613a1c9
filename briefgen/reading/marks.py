"""What reading marks in a document: sentences, mentions, dates and quotations.

A `Reading` lives inside one worker, as it holds spaCy objects. spaCy offsets and token indices count within one
block's parse; `Sentence.at` and `Sentence.span_of` turn them into offsets of the document's text, the only ones that
leave `reading` and `extract`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

from briefgen.model import ActorKind, Block, Document, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

MentionKind = Literal["person", "organization", "place"]
MentionForm = Literal["name", "nominal", "pronoun"]
T = TypeVar("T", bound="Placed")


class Placed(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int:
        """Give the offset of the first character."""

    @property
    def end(self) -> int:
        """Give the offset behind the last character."""


class Words(list["Token"]):
    """The words of one block's parse, by their index in it: spaCy makes a new object each time it is asked for one.

    So with their strings. `forms`: the words as written, `low`: in lower case, `tags`: their tags of the Penn Treebank,
    `pos`: their parts of speech. `starts`, `ends`: their offsets in the block. `names`: what the model takes for names.
    """

    __slots__ = ("ends", "forms", "low", "names", "pos", "starts", "tags", "text")

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc)
        columns: list[list[int]] = doc.to_array(["ORTH", "LOWER", "TAG", "POS", "SPACY"]).T.tolist()
        self.forms, self.low, self.tags, self.pos = (_strings(doc, keys) for keys in columns[:4])
        spaced = [form + " " if space else form for form, space in zip(self.forms, columns[4], strict=True)]
        self.text = "".join(spaced)
        self.starts = list(accumulate(map(len, spaced[:-1]), initial=0)) if spaced else []
        self.ends = [start + len(form) for start, form in zip(self.starts, self.forms, strict=True)]
        self.names = tuple(doc.ents)

    def said(self, first: int, stop: int) -> str:
        """Give the text from the word `first` up to the one before `stop`, as the parser saw it."""
        stop = min(stop, len(self))
        return self.text[self.starts[first] : self.ends[stop - 1]] if first < stop else ""


def _strings(doc: Doc, keys: Sequence[int]) -> list[str]:
    """Give the strings that spaCy's keys stand for; a string has one key, whatever the vocabulary."""
    store = doc.vocab.strings
    _SEEN.update((key, store[key]) for key in set(keys).difference(_SEEN))
    return [_SEEN[key] for key in keys]


_SEEN: dict[int, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a prose-like block, with its parse.

    `start`, `end`: offsets in the document. `span` is the spaCy span and `words` are those of its whole block; `offset`
    is where the block's text starts in the document. `index` counts sentences through the document, `paragraph` its
    block's place in `document.blocks`. `low` are its words in lower case, to be asked before it is read for one of them.
    """

    start: int
    end: int
    span: Span
    words: Words = field(compare=False, repr=False)
    low: frozenset[str] = field(compare=False, repr=False)
    offset: int
    index: int
    paragraph: int
    block: Block

    def __iter__(self) -> Iterator[Token]:
        """Give its words in order."""
        return iter(self.words[self.span.start : self.span.end])

    def at(self, token: Token) -> int:
        """Give the document offset of a token's first character."""
        return self.offset + self.words.starts[token.i]

    def span_of(self, first: Token, last: Token) -> tuple[int, int]:
        """Give the document offsets from a first to a last token, both included."""
        return self.offset + self.words.starts[first.i], self.offset + self.words.ends[last.i]

    def tokens(self, start: int, end: int) -> list[Token]:
        """Give the tokens of this sentence that lie in or touch the document offsets `start:end`."""
        first, stop = self.range(start, end)
        return self.words[first:stop]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Give the indices of the first of those tokens and behind the last."""
        words, begin, behind = self.words, self.span.start, self.span.end
        first = bisect_right(words.ends, start - self.offset, begin, behind)
        return first, max(first, bisect_left(words.starts, end - self.offset, begin, behind))

    def said(self, start: int, end: int) -> str:
        """Give the text of those tokens, as the parser saw it."""
        return self.words.said(*self.range(start, end))


def root_of(tokens: Sequence[Token]) -> Token:
    """Give the word of neighbouring tokens, one at least, that the others hang on."""
    first = tokens[0]
    return first.doc[first.i : tokens[-1].i + 1].root if len(tokens) > 1 else first


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A role that the text states for an entity at an offset; `affiliation` as in `Entity`."""

    role: str
    affiliation: str | None
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Somebody or something a document speaks of, under one id within this document.

    `kind` is None for a mere place. `affiliation` is an entity id of this document or text. `names` are the spellings
    seen, the fullest first; `why` says which spellings were joined and for which reason. `role` is the most telling of
    the `standings`, all the roles that the text states; where there is none it may be inferred, by the words at
    `inferred_at`, or by the name alone.
    """

    id: str
    name: str
    kind: ActorKind | None
    names: tuple[str, ...] = ()
    role: str | None = None
    affiliation: str | None = None
    why: tuple[str, ...] = ()
    standings: tuple[Standing, ...] = ()
    inferred_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that point at an entity: a name, a description ("the minister", "Hamas officials") or a pronoun.

    `entity` is the id of the entity meant, or None where that is not known (a description without a name). For a
    name, `start:end` is the bare name; `full_start:full_end` takes in title, role and apposition around it
    ("Russian Deputy Foreign Minister Mikhail Bogdanov"). `role` is the role these words state, if any.
    A nominal may point at the body it speaks for: "Hamas officials", "the Russian delegation", "Moscow".
    """

    start: int
    end: int
    form: MentionForm
    kind: MentionKind
    entity: str | None
    text: str
    full_start: int
    full_end: int
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A date expression. `when` is None for one that is understood but cannot be placed ("in recent years")."""

    start: int
    end: int
    when: When | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who says a quotation: the words next to it, who that is, and the entity where known.

    `of`: the entity that somebody unnamed speaks for, "a ministry spokesman".
    """

    start: int
    end: int
    name: str
    entity: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation (`direct`) or an attributed content clause. `spans`: its pieces without the quotation marks.

    `cue` is the place of the word of saying ("said", "according to"), None for a free-standing quotation.
    `stance`: the cue takes an object ("blamed X for Y"), which says little without it.
    """

    spans: tuple[tuple[int, int], ...]
    direct: bool
    holder: Holder | None = None
    cue: tuple[int, int] | None = None
    stance: bool = False

    @property
    def start(self) -> int:
        """Give where the first piece starts."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Give where the last piece ends."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document with all its marks; every tuple is in text order."""

    document: Document
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    by_id: Mapping[str, Entity] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {entity.id: entity for entity in self.entities})

    @property
    def text(self) -> str:
        """Give the text that all offsets mean."""
        return self.document.text

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """Give the mentions that start in `start:end`."""
        return within(self.mentions, start, end)

    def times_in(self, start: int, end: int) -> Sequence[TimeMention]:
        """Give the date expressions that start in `start:end`."""
        return within(self.times, start, end)

    def entity(self, key: str | None) -> Entity | None:
        """Give the entity with this id, or None."""
        return self.by_id.get(key) if key else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence that holds this offset, or None (a heading, white space)."""
        place = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        if place >= 0 and offset < self.sentences[place].end:
            return self.sentences[place]
        return None


def within(marks: Sequence[T], start: int, end: int) -> Sequence[T]:
    """Give the marks that start in `start:end`; `marks` are sorted by start."""
    return marks[bisect_left(marks, start, key=lambda m: m.start) : bisect_left(marks, end, key=lambda m: m.start)]
