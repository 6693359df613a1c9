"""Find views: quotations of four words and more, and clearly attributed statements.

Found: "“We will return,” said Ada Renn"; "The ministry denied that ..."; "Jane Doe, Institute Fellow" behind a quotation;
"I have never seen gas there" of a signed piece. Left alone: scare quotes, names and titles in marks, thoughts ascribed to
somebody in passing, what nobody is named for unless it is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256
from itertools import pairwise

from briefgen.extract.reported import is_event
from briefgen.extract.voice import Voice, own_sentences, personal, replied_to, standing, voice_of
from briefgen.knowledge.world import is_body_noun, words
from briefgen.model import UNDATED, Evidence, View, ViewKind, When
from briefgen.names import fold, slug
from briefgen.reading.clauses import FINITE
from briefgen.reading.holder_words import core_of
from briefgen.reading.holders import kind_of_holder
from briefgen.reading.marks import Entity, Holder, Quote, Reading, Sentence
from briefgen.reading.quotemarks import words_in
from briefgen.reading.role_words import heads_role
from briefgen.reading.verbforms import verb_forms

FEWEST = 4
FEWEST_ALONE = 8
"""Words of a quoted piece of a sentence that is shown apart from the clause it stands in."""
FIRST = frozenset({"I", "We", "we", "My", "my", "us", "Our", "our"})
IN_MARKS = re.compile(r"[“\"„«]([^“”\"„«»]*)[”\"»]")
"""A piece in marks of a reported clause, which makes the whole a quotation where it has words enough."""
ALONE = frozenset({"I", "My", "my"})
"""Of these, what only a person says, and no body that issues the text."""
PRONOUNS = frozenset({"he", "she", "they", "it", "who", "one", "this", "that"})


def find_views(reading: Reading, told: Collection[Evidence] = ()) -> Iterator[View]:
    """Give the views of a document in text order, each with the sentences that hold it as its passages.

    `told` are the passages of its meetings and designations: what merely reports one of them is no view.
    """
    used: set[str] = set()
    quoted: set[int] = set()
    voice = voice_of(reading)
    told_in = {s.index for e in told for s in _sentences(reading, e.start, e.end)}
    for quote in reading.quotes:
        sentence = reading.sentence_at(quote.start)
        repeated = sentence is not None and sentence.index in told_in and is_event(reading, quote)
        left = repeated or replied_to(reading, quote.start) or _shown_in_clause(reading, quote)
        view = None if left else _view(reading, quote, voice, used)
        if view is not None:
            quoted.update(s.index for s in _sentences(reading, quote.start, quote.end))
            yield view
    yield from _own_views(reading, voice, quoted, used)


def _shown_in_clause(reading: Reading, quote: Quote) -> bool:
    """Tell a few quoted words inside a reported clause, which shows them: "the talks would end “in weeks, not months”"."""
    text = reading.text[quote.start : quote.end]
    short = quote.direct and text[:1].islower() and words_in(text) < FEWEST_ALONE
    return short and any(
        not other.direct and other.start <= quote.start and quote.end <= other.end and _shown(reading, other)
        for other in reading.quotes
    )


def _shown(reading: Reading, quote: Quote) -> bool:
    return _stands_alone(reading, quote, _words(reading, quote))


def _view(reading: Reading, quote: Quote, voice: Voice, used: set[str]) -> View | None:
    text = _words(reading, quote)
    if words_in(text) < FEWEST:
        return None
    holder = quote.holder
    if not quote.direct and (holder is None or not _stands_alone(reading, quote, text)):
        return None
    author = holder is not None and holder.name.split()[0] in FIRST
    if holder is not None and holder.name.split()[0] in ALONE:
        voice = personal(voice)
    entity = voice.entity if author else reading.entity(holder.entity) if holder is not None else None
    name = voice.name if author else _named(holder, entity)
    said = holder.name if holder is not None and holder.entity is None and not author else ""
    kind: ViewKind = kind_of_holder(said, *standing(entity))
    if author and kind != "official":
        kind = "official" if voice.office else "author"
    sentences = _sentences(reading, *_whole(quote))
    return View(
        id=_id(name, text, used),
        holder=name,
        kind=kind,
        text=text,
        direct=quote.direct or any(words_in(piece) >= FEWEST for piece in IN_MARKS.findall(text)),
        affiliation=_affiliation(entity, holder),
        date=_date(reading, quote, sentences),
        evidence=_evidence(reading, quote, sentences),
    )


def _named(holder: Holder | None, entity: Entity | None) -> str | None:
    """Give the holder as an entity or in the words of the passage; a bare "he" is nobody's name."""
    if entity is not None:
        return entity.id
    return None if holder is None or fold(holder.name) in PRONOUNS else holder.name


def _affiliation(entity: Entity | None, holder: Holder | None) -> str | None:
    """Give whom a person belongs to, or whom somebody unnamed speaks for ("a ministry spokesman")."""
    if entity is not None:
        return entity.affiliation if entity.kind == "person" else None
    return holder.of if holder is not None else None


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the quotation mark that stands at an end of a span whose fellow is inside."""
    piece = text[start:end]
    if piece.count("“") > piece.count("”") or piece.count('"') % 2:
        marked = re.match(r"[.,]?[”\"]", text[end : end + 2])
        if marked is not None:
            return start, end + marked.end()
    if (piece.count("”") > piece.count("“") or piece.count('"') % 2) and text[start - 1 : start] in ("“", '"'):
        return start - 1, end
    return start, end


OPEN = re.compile(r"(?:whether\b|if\b[^,]*$)", re.IGNORECASE)
AGREED = re.compile(r"agreed?\b")
"""What was agreed is the outcome of a meeting, nobody's opinion."""
MERELY_SAID = re.compile(r"(?:he|she|they|it)\s(?:said|told|added|spoke|wrote)\b(?!\sthat)[^,;]*$", re.IGNORECASE)
"""A clause that is itself only the frame of a quotation: "he said in an interview with the paper"."""
SUBORDINATE = re.compile(
    r"(?:[—–-]|(?:when|while|after|before|once|as|because|since|although|though)\s[^,;:]*$)", re.IGNORECASE
)
"""A clause that hangs on another one, which is not there."""
NOBODY = frozenset(
    """time history day week month year moment case way thing fact question answer reason result move step decision measure
    designation action attack war talks meeting visit trip plan idea event events conflict situation crisis deal agreement
    nobody everyone everybody anyone something nothing there it this that which""".split()
)
"""Head nouns that nobody's view hangs on: "Time will tell if ...", "the move showed that ..."."""


def _stands_alone(reading: Reading, quote: Quote, text: str) -> bool:
    """Tell a statement that can be shown by itself from a torn or an open one.

    Left out: "whether it pays", "was more or less cosmetic" (its subject is elsewhere), a piece with one quotation mark
    of two, and what hangs on no speaker ("Time will tell if ...").
    """
    if (
        OPEN.match(text)
        or AGREED.match(reading.text, *(quote.cue or (0, 0)))
        or MERELY_SAID.match(text)
        or text.count("“") != text.count("”")
        or text.count('"') % 2
        or (not quote.stance and SUBORDINATE.match(text))
    ):
        return False
    first = reading.sentence_at(quote.start)
    if not quote.direct and first is not None and (_is_phrase(first, quote) or _is_asked(reading, first, quote)):
        return False
    tokens = first.tokens(quote.start, quote.start + 1) if first is not None else None
    if (
        not quote.stance
        and tokens is not None
        and len(tokens)
        and (tokens[0].tag_ in ("VBD", "MD") or tokens[0].lower_ in ("is", "are", "has", "have", "does", "do"))
    ):
        return False
    holder = quote.holder
    if holder is None or holder.entity is not None or holder.name.split()[0] in FIRST:
        return holder is not None
    phrase = core_of(holder.name)
    heads = [
        word.strip("’'.,“”\"").casefold()
        for word in (*phrase.split()[:1], *phrase.split()[-1:], holder.name.split()[-1])
    ]
    if (
        not heads
        or phrase.casefold().startswith(("every ", "each ", "no ", "any "))
        or any(word in NOBODY or word.removesuffix("s") in NOBODY for word in heads)
    ):
        return False
    spoken = not quote.stance and not _is_evidence(reading, quote)
    opens = first is not None and first.start == holder.start
    capitals = any(word[:1].isupper() for word in phrase.split()[opens:])
    return spoken or capitals or holder.of is not None or _can_hold(heads[1])


def _is_phrase(sentence: Sentence, quote: Quote) -> bool:
    """Tell a phrase that only says where or how somebody spoke: "He said that | in front of the board"."""
    span = sentence.tokens(*quote.spans[0])
    if quote.stance or len(quote.spans) > 1 or not len(span) or span[0].tag_ != "IN" or span[0].dep_ != "case":
        return False
    finite = [t for t in span if t.tag_ in FINITE and t.dep_ != "conj" and t.nbor(-1).tag_ not in FINITE]
    return len(finite) <= sum(t.tag_ in ("WDT", "WP", "WP$", "WRB") for t in span)


def _is_asked(reading: Reading, sentence: Sentence, quote: Quote) -> bool:
    """Tell what a question only supposes somebody to say: "Does the board think that the quay is safe?"."""
    asked = reading.text[sentence.start : sentence.end].rstrip(' ”"’)').endswith("?")
    return asked and quote.cue is not None and sentence.start <= quote.cue[0] < sentence.end


def _is_evidence(reading: Reading, quote: Quote) -> bool:
    """Tell a verb whose subject may be a mere thing: "the winter showed that ...", "prices suggest that ..."."""
    return quote.cue is not None and reading.text[slice(*quote.cue)].casefold() in verb_forms("saying", "evidence")


SOME = frozenset("both each neither those".split())
"""Pronouns for persons spoken of before: "Both rejected the plan"."""


def _can_hold(noun: str) -> bool:
    """Tell a noun for somebody, a group, a body or a paper, which can hold a view."""
    spoken_of = SOME | words("saying", "nouns") | words("titles", "media")
    return is_body_noun(noun) or heads_role(noun) or noun in spoken_of


def _words(reading: Reading, quote: Quote) -> str:
    """Give the verbatim words; the pieces of an interrupted quotation are joined."""
    spans = list(quote.spans)
    by_verb = quote.stance and quote.cue is not None and quote.cue[1] <= spans[0][0]
    if by_verb and quote.cue is not None:
        # "thanked Moscow for its support": the verb is part of what is said
        spans[0] = quote.cue[0], spans[0][1]
    if quote.direct and not by_verb:
        spans[0] = _in_its_clause(reading, quote)
    else:
        spans[0], spans[-1] = _with_marks(reading.text, *spans[0]), _with_marks(reading.text, *spans[-1])
    return _joined([" ".join(reading.text[start:end].split()) for start, end in spans], reading, spans)


def _joined(pieces: Sequence[str], reading: Reading, spans: Sequence[tuple[int, int]]) -> str:
    """Join the pieces of an interrupted quotation, whole sentences by a full stop and others by an ellipsis.

    “It is closed,” said Ada Renn. “Come back in May.” is two sentences with nothing left out between them.
    """
    text = pieces[0]
    for piece, (before, span) in zip(pieces[1:], pairwise(spans), strict=True):
        between = reading.text[before[1] : span[0]].rstrip(" \n“\"„«‘'`")
        whole = between.endswith(".") and piece[:1].isupper()
        text = f"{text[:-1]}." if whole and text.endswith(",") else text
        text += (" " if whole and text.endswith((".", "!", "?")) else " … ") + piece
    return text


BETWEEN = re.compile(r"(?:\s*,)?\s*(?:that\s+)?([^“”\"\n;:]{0,160}?)(?<!,)\s*(?<!,\s)(?:[“\"„«‘']|``|'')")


def _in_its_clause(reading: Reading, quote: Quote) -> tuple[int, int]:
    """Take in the words that a quoted piece of a sentence needs: "the rain “is not a fault of the harbour”"."""
    start, end = quote.spans[0]
    text, sentence = reading.text, reading.sentence_at(start)
    if quote.cue is None or sentence is None or not text[start : start + 1].islower() or len(quote.spans) > 1:
        return start, end
    holder = quote.holder
    behind_it = holder is not None and quote.cue[1] <= holder.start and holder.end <= start  # "according to X, ..."
    told = BETWEEN.fullmatch(text, holder.end if holder is not None and behind_it else quote.cue[1], start)
    if told is None or quote.cue[0] < sentence.start or not told[1]:
        return start, end
    begin = quote.cue[0] if _takes_object(reading, quote.cue) else told.start(1)
    closing = re.compile(r"[”\"»’']|''").match(text, end)
    behind = closing.end() if closing else end
    rest = text[behind : sentence.end].rstrip(' .”"')
    if re.fullmatch(r"\s[a-z][^,;:“”\"]*", rest) and len(rest.split()) < LONGEST_REST:
        return begin, behind + len(rest)
    return begin, behind


LONGEST_REST = 12


def _takes_object(reading: Reading, cue: tuple[int, int]) -> bool:
    """Tell a verb whose object is part of what is said: "called the vote “a farce from start to finish”"."""
    return verb_forms("saying", "stance").get(reading.text[cue[0] : cue[1]].casefold()) is not None


def _whole(quote: Quote) -> tuple[int, int]:
    """Give the stretch that takes in quotation, cue and holder, where these are near."""
    start, end = quote.start, quote.end
    for extra in (quote.cue, (quote.holder.start, quote.holder.end) if quote.holder else None):
        if extra is not None and start - 400 <= extra[0] and extra[1] <= end + 400:
            start, end = min(start, extra[0]), max(end, extra[1])
    return start, end


def _sentences(reading: Reading, start: int, end: int) -> list[Sentence]:
    from bisect import bisect_left, bisect_right

    first = max(0, bisect_right(reading.sentences, start, key=lambda s: s.start) - 1)
    last = bisect_left(reading.sentences, end, key=lambda s: s.start)
    return [s for s in reading.sentences[first:last] if s.end > start]


def _evidence(reading: Reading, quote: Quote, sentences: list[Sentence]) -> tuple[Evidence, ...]:
    """Cite the sentences, one passage for each run of them inside a paragraph."""
    passages: list[Evidence] = []
    run: list[Sentence] = []
    whole = _whole(quote)
    for sentence in [*sentences, None]:
        if run and (sentence is None or sentence.paragraph != run[-1].paragraph):
            start, end = run[0].start, run[-1].end
            inside = [s for s in quote.spans if s[0] < end and s[1] > start]
            start = min([start, *(a for a, _ in inside)])
            end = max([end, *(b for _, b in inside)])
            passages.append(reading.document.cite(*_between_semicolons(reading.text, start, end, whole)))
            run = []
        if sentence is not None:
            run.append(sentence)
    return tuple(passages) or (reading.document.cite(quote.start, quote.end),)


def _between_semicolons(text: str, start: int, end: int, whole: tuple[int, int]) -> tuple[int, int]:
    """Give the part of a sentence between semicolons that holds all of a view: what is joined to it is another's."""
    if not start <= whole[0] < whole[1] <= end:
        return start, end
    before = max(start, text.rfind("; ", start, whole[0]) + 2) if "; " in text[start : whole[0]] else start
    behind = text.find("; ", whole[1], end)
    return before, behind if behind >= 0 else end


def _date(reading: Reading, quote: Quote, sentences: list[Sentence]) -> When:
    """Give the day of speaking: a date outside the words that are said, in the sentence of the cue."""
    if quote.cue is None:
        return UNDATED
    for time in reading.times_in(*_bounds(sentences)):
        inside = any(start <= time.start < end for start, end in quote.spans)
        if not inside and time.when is not None and abs(time.start - quote.cue[0]) < 80:
            return time.when
    return UNDATED


def _bounds(sentences: list[Sentence]) -> tuple[int, int]:
    return (sentences[0].start, sentences[-1].end) if sentences else (0, 0)


def _id(holder: str | None, text: str, used: set[str]) -> str:
    key = f"{slug(holder or 'unnamed', 30)}-{sha256(fold(text).encode()).hexdigest()[:8]}"
    number, base = 2, key
    while key in used:
        key, number = f"{base}-{number}", number + 1
    used.add(key)
    return key


def _own_views(reading: Reading, voice: Voice, quoted: set[int], used: set[str]) -> Iterator[View]:
    """Give what the one who speaks in the text says outside quotations: in the first person, or in an office's name."""
    for sentence in own_sentences(reading, voice, quoted):
        text = reading.text[sentence.start : sentence.end]
        yield View(
            id=_id(voice.name, text, used),
            holder=voice.name,
            kind="official" if voice.office else "author",
            affiliation=voice.entity.affiliation if voice.entity is not None else None,
            text=" ".join(text.split()),
            direct=False,
            evidence=(reading.document.cite(sentence.start, sentence.end),),
        )
