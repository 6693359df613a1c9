"""A sentence as a row of words with the mentions in it: what reading word by word leans on."""

from __future__ import annotations

from briefgen.names import fold
from briefgen.reading.marks import Mention, Reading, Sentence

ENDERS = frozenset(
    """as pursuant under over because after since when while during before until amid following accusing citing saying
requiring without despite but if where whether although though than alongside ahead unless per via across""".split()
)
RELATIVE = frozenset({"who", "which", "whose", "whom", "that", "where"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
TOGETHER = (("as", "well", "as"), ("along", "with"), ("together", "with"), ("in", "addition", "to"), ("such", "as"))
HEADING = frozenset("OF FOR IN ON TO AND THE AGAINST WITH BY".split())
CLOSERS = {"(": ")", "[": "]"}


LONGEST = 400
"""Words; what runs on longer without a stop is no sentence, and reading it word by word would not be linear."""


DATELINE = 20
"""Words that a dispatch's place, day and agency may take."""


class Line:
    """A sentence's tokens with the mentions that start at them."""

    def __init__(self, reading: Reading, sentence: Sentence) -> None:
        self.reading, self.sentence, self.doc = reading, sentence, sentence.words
        self._low = sentence.words.low
        self.start, self.stop = sentence.span.start, sentence.span.end
        self._at: dict[int, tuple[int, Mention]] = {}
        self.inside: dict[int, Mention] = {}
        for mention in reading.mentions_in(sentence.start, sentence.end):
            tokens = sentence.tokens(mention.start, mention.end)
            if not len(tokens):
                continue
            first, last = tokens[0].i, tokens[-1].i
            known = self._at.get(first)
            if known is None or last > known[0]:
                self._at[first] = (last, mention)
            for i in range(first, last + 1):
                self.inside.setdefault(i, mention)
        self.times = {
            t.i
            for time in reading.times_in(sentence.start, sentence.end)
            for t in sentence.tokens(time.start, time.end)
        }
        self.begin = self._behind_dateline()

    def _behind_dateline(self) -> int:
        """Give the first token behind a dispatch's place: "AMMAN / BEIRUT The opposition", "RIGA - The ..."."""
        behind = self._behind_dash()
        if behind is not None:
            return behind
        k = self.start
        while k < self.stop and (
            (self.doc.forms[k].isupper() and len(self.doc.forms[k]) > 2)
            or self.doc.forms[k] in ("/", "-", "–", "—", "(", ")", ",")
            or (k > self.start and (k in self.times or self.doc[k].like_num))
        ):
            k += 1
        heading = {self.doc.forms[n] for n in range(self.start, k)} & HEADING and k - self.start > 1
        if heading and k < self.stop and self.doc.forms[k][:1].isupper():
            return k  # "BASES FOR LISTING Kahl Company is ...": a heading that runs into its text
        dashed = k > self.start and self.doc.forms[k - 1] in ("-", "–", "—")
        return (
            k
            if k < self.stop and (dashed or (k > self.start and self.doc.low[k] in ("the", "a", "an")))
            else self.start
        )

    def _behind_dash(self) -> int | None:
        """Give the first token behind "RIGA, Latvia, March 5 (Coast News) -": capitals, and names up to a dash."""
        if not self.doc.forms[self.start].isupper() or len(self.doc.forms[self.start]) < 3:
            return None
        for k in range(self.start + 1, min(self.stop - 1, self.start + DATELINE)):
            if self.dash(k):
                return k + 1
            if self.doc.forms[k][:1].islower():
                return None
        return None

    def mention_at(self, i: int) -> tuple[int, Mention] | None:
        """Give the longest mention that starts at a token, with its last token."""
        return self._at.get(i)

    def words(self, first: int, last: int) -> str:
        """Give the text from a first to a last token, white space made single; nothing lies behind the block's last."""
        last = min(last, len(self.doc) - 1)
        if first > last:
            return ""
        start, end = self.sentence.span_of(self.doc[first], self.doc[last])
        return " ".join(self.reading.text[start:end].split())

    def low(self, i: int) -> str:
        """Give a token's lower-case word, empty outside the sentence."""
        return self._low[i] if self.start <= i < self.stop else ""

    def pos(self, i: int) -> str:
        """Give a token's part of speech, empty outside the sentence."""
        return self.doc.pos[i] if self.start <= i < self.stop else ""

    def tag(self, i: int) -> str:
        """Give a token's tag of the Penn Treebank, empty outside the sentence."""
        return self.doc.tags[i] if self.start <= i < self.stop else ""

    def ender(self, i: int) -> bool:
        """Tell whether a list ends at this word: "as" does, "as well as" and "such as" do not."""
        if self.low(i) not in ENDERS or self.title(i) or (i in self.inside and self.inside[i].form == "name"):
            return False
        return self.together(i) == 0 and not (self.low(i) == "as" and self.low(i - 1) == "such")

    def title(self, i: int) -> bool:
        """Tell the titles "Under Secretary", "Acting President" from "under the bridge", "acting for Norway"."""
        if self.low(i) == "acting":
            return i + 1 < self.stop and self.doc.forms[i][:1].isupper() and self.doc.forms[i + 1][:1].isupper()
        return self.low(i) == "under" and self.low(i + 1 + (self.low(i + 1) == "-")) in ("secretary", "secretaries")

    def together(self, i: int) -> int:
        """Give how many words "as well as", "along with" take from here, else 0."""
        return next((len(words) for words in TOGETHER if all(self.low(i + k) == w for k, w in enumerate(words))), 0)

    def bracket(self, i: int) -> int:
        """Give the place behind a bracket that opens here; `i` itself where none does."""
        closer = CLOSERS.get(self.doc.forms[i])
        if closer is None or self.low(i + 1) in ("nor", "and", "or"):
            return i  # "(nor the Tarn Front, for that matter)" goes on with the list
        depth = 0
        for k in range(i, min(self.stop, i + 60)):
            depth += (self.doc.forms[k] == self.doc.forms[i]) - (self.doc.forms[k] == closer)
            if depth == 0:
                return k + 1
        return i + 1

    def dash(self, i: int) -> bool:
        """Tell a dash that sets words apart, the hyphen of "Renn - also known as Vell -" among them."""
        text = self.doc.forms[i]
        spaced = text == "-" and i > self.start and self.doc[i - 1].whitespace_ != "" and self.doc[i].whitespace_ != ""
        return text in ("–", "—", "--") or spaced

    def in_relative(self, k: int) -> bool:
        """Tell whether a verb belongs to a relative clause: who or which stands before it, no other verb between."""
        before = k - 1
        while before > self.start and self.doc.pos[before] in ("AUX", "ADV", "PART"):
            before -= 1
        for n in range(before, max(self.start, k - 11) - 1, -1):
            if self.low(n) in RELATIVE and (self.low(n) != "that" or self.doc.tags[n] == "WDT"):
                return True
            if self.finite(n):
                return False
        return False

    def joined(self, i: int) -> bool:
        """Tell the second half of "Panama-flagged"."""
        return i > self.start and self.doc.forms[i - 1] == "-" and not self.doc[i - 1].whitespace_

    def _noun_after_all(self, i: int) -> bool:
        """Tell "alias" and the "arm" of "its media arm," from a verb: a tagger's mistake, as no subject of one stands before it."""
        if self.low(i) == "alias":
            return True
        closed = self.low(i + 1) in (",", ".", ")")
        return closed and self.pos(i - 1) == "NOUN" and self.low(i - 2) in ("its", "their", "his", "her", "a", "an")

    def finite(self, i: int) -> bool:
        """Tell a verb that ends a noun phrase from a noun or a name."""
        token = self.doc[i]
        return (
            token.tag_ in FINITE
            and token.pos_ in ("VERB", "AUX")
            and i not in self.inside
            and not self.joined(i)
            and token.text[1:2] not in ("'", "’")  # "the chargé d'affaires"
            and not (token.tag_ == "VBP" and self._noun_after_all(i))
            and (token.text[:1].islower() or token.text[:1] == "'" or i == self.start)
        )


def listed_actors(reading: Reading) -> frozenset[str]:
    """Give the entities that a brief lists as actors: named or described somewhere, not only by an adjective or in a byline."""
    bylines = {fold(author) for author in reading.document.source.authors}
    named = {m.entity for m in reading.mentions if m.entity is not None and m.form != "pronoun"}
    return frozenset(
        e.id
        for e in reading.entities
        if e.id in named and e.kind is not None and (e.standings or fold(e.name) not in bylines)
    )
